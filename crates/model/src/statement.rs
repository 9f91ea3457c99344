//! A paragraph of a brief: what type it is, and its body, in which a quotation is a reference and never words.

use serde::{Deserialize, Serialize};

use crate::ids::{Digest, RecordId};
use crate::value::Value;

/// What a paragraph claims, and so what it must rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum StatementType {
    /// What stakeholders said: rests on contributions.
    Finding,
    /// How the consultation went.
    Process,
    /// What a document says.
    Context,
    /// The rapporteur's own.
    #[default]
    Remark,
}

impl StatementType {
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Finding, "finding"), (Self::Process, "process"), (Self::Context, "context"), (Self::Remark, "remark")];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).map_or("", |(_, word)| word)
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(known, _)| *known)
    }
}

/// Words of a contribution, as a place in one of its revisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quotation {
    pub contribution: RecordId,
    /// The revision that set the text which is quoted.
    pub revision: Digest,
    /// `[from, to)` in bytes of UTF-8.
    pub from: u32,
    pub to: u32,
}

impl Quotation {
    /// The words, where `text` is what the revision set; `None` where the range does not lie in it.
    pub fn words<'a>(&self, text: &'a str) -> Option<&'a str> {
        text.get(self.from as usize..self.to as usize)
    }
}

/// One piece of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    Quote(Quotation),
}

/// As it is stored: a list of texts and of `[contribution, revision, from, to]`.
pub fn body_to_value(body: &[Piece]) -> Value {
    Value::List(
        body.iter()
            .map(|piece| match piece {
                Piece::Text(text) => Value::Text(text.clone()),
                Piece::Quote(quotation) => Value::List(vec![
                    quotation.contribution.into(),
                    Value::Bytes(quotation.revision.0.to_vec()),
                    Value::Int(quotation.from.into()),
                    Value::Int(quotation.to.into()),
                ]),
            })
            .collect(),
    )
}

/// Reads a stored body. A piece of a newer version is left out.
pub fn read_body(value: Option<&Value>) -> Vec<Piece> {
    let pieces = value.and_then(Value::list).unwrap_or_default();
    pieces.iter().filter_map(read_piece).collect()
}

fn read_piece(value: &Value) -> Option<Piece> {
    if let Value::Text(text) = value {
        return Some(Piece::Text(text.clone()));
    }
    let [contribution, revision, from, to] = value.list()? else {
        return None;
    };
    Some(Piece::Quote(Quotation {
        contribution: contribution.record()?,
        revision: Digest::try_from(revision.bytes()?).ok()?,
        from: u32::try_from(from.int()?).ok()?,
        to: u32::try_from(to.int()?).ok()?,
    }))
}

/// How many words a text has, as its language counts them: runs of letters and figures between blanks, and each sign of
/// the scripts that put no blanks between words.
pub fn count_words(text: &str) -> u32 {
    let mut count = 0;
    let mut inside = false;
    for letter in text.chars() {
        if is_a_word_by_itself(letter) {
            count += 1;
            inside = false;
        } else if letter.is_whitespace() {
            inside = false;
        } else if letter.is_alphanumeric() && !inside {
            count += 1;
            inside = true;
        }
    }
    count
}

/// Han, kana: counted sign by sign, as word processors do.
fn is_a_word_by_itself(letter: char) -> bool {
    matches!(letter, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_a_word_processor_counts_them() {
        assert_eq!(count_words("They kept our passports – for months."), 6, "a dash is no word");
        assert_eq!(count_words("L’un n’a rien dit; co-operation"), 5);
        assert_eq!(count_words("他们扣留了护照。"), 7);
        assert_eq!(count_words("وقالت نقابة البحارة"), 3);
        assert_eq!(count_words(" \n… "), 0);
    }

    #[test]
    fn a_body_reads_back_and_holds_no_quoted_words() {
        let quotation = Quotation { contribution: RecordId([1; 16]), revision: Digest([2; 32]), from: 5, to: 13 };
        let body = vec![Piece::Text("One said: ".into()), Piece::Quote(quotation)];
        let stored = body_to_value(&body);
        assert_eq!(read_body(Some(&stored)), body);
        assert_eq!(quotation.words("They kept our passports."), Some("kept our"));
        assert_eq!(quotation.words("short"), None, "a range that does not fit quotes nothing");
    }
}
