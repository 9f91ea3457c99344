//! Mends what stops a release: each repair is one action, so that one undo takes it back.

use std::ops::Range;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Basis, Consent, Permission};
use anteroom_model::release::{DraftPiece, Stop, check, places_of_name};
use anteroom_model::statement::{StatementType, body_to_value};
use anteroom_model::value::{Fields, Value};
use anteroom_model::view_brief::{Repair, RepairParagraph};
use anteroom_store::Edit;

use super::opened::{Opened, Statement, read_as};
use super::paragraphs::{around, set, sources, statement_of};
use super::quotes::{Former, meant, rewritten};
use super::release::{about_whom, group_instead};
use super::show::numbers;
use crate::desk::Desk;
use crate::error::AppError;

/// Stands where quoted words were taken out and one's own are still to come.
pub(crate) const GAP: &str = "[…]";

/// Mends one stop, if it still is one.
///
/// # Errors
/// `unknown-paragraph`; `nothing-to-repair`, where something else was changed meanwhile.
pub async fn repair(desk: &Desk, input: &RepairParagraph) -> Result<(), AppError> {
    let (opened, id) = around(desk, &input.paragraph).await?;
    let statement = statement_of(&opened, id)?;
    let draft = opened.draft(input.audience);
    let number = numbers(&opened).get(&id).copied();
    let stop = Stop::from_word(&input.stop);
    let refusals = check(&draft, input.audience).err().unwrap_or_default();
    let refusal = refusals.into_iter().find(|refusal| {
        let whom = about_whom(&draft, statement, refusal).map(|id| id.to_string()).unwrap_or_default();
        Some(refusal.paragraph) == number
            && Some(refusal.stop) == stop
            && refusal.about == input.about
            && whom == input.contribution
    });
    let refusal = refusal.ok_or_else(gone)?;
    let asked = about_whom(&draft, statement, &refusal);
    let sources = sources(desk, &opened, statement).await?;

    let text = Mending::of(statement);
    let mended = match input.repair {
        Repair::MakeRemark => {
            let word = StatementType::Remark.word();
            return set(desk, id, Fields::from([(field::STATEMENT_TYPE, word.into())])).await;
        }
        Repair::Ask => {
            return ask(desk, asked.ok_or_else(gone)?, refusal.stop, input.basis.unwrap_or(Basis::Clearance)).await;
        }
        Repair::OwnWords => text.without_marks(&in_question(statement, refusal.stop, asked, &refusal.about), Some(GAP)),
        Repair::Unquote => text.without_marks(&in_question(statement, refusal.stop, asked, &refusal.about), None),
        Repair::QuoteExactly => {
            let words = meant(&refusal.about, &sources).ok_or_else(gone)?;
            text.replaced(&plain(statement, &refusal.about), |_| words.to_owned())
        }
        Repair::NameGroup => {
            let instead = group_instead(&opened, &draft, input.audience, statement, &refusal.about);
            text.replaced(&named(statement, &refusal.about), |before| begun(before, &instead))
        }
        Repair::DropReference => text.without_reference(&refusal.about),
        Repair::LeaveOut => {
            let left_out = asked.ok_or_else(gone)?;
            return leave_out(desk, &opened, statement, left_out).await;
        }
    };
    let Some(mended) = mended else { return Err(gone()) };
    let body = rewritten(mended.trim(), &sources, kept(statement, input.repair, asked));
    set(desk, id, Fields::from([(field::BODY, body_to_value(&body))])).await
}

fn gone() -> AppError {
    AppError::new("nothing-to-repair", &[])
}

/// What stays quoted: everything, but for the contribution whose words are taken out.
fn kept(statement: &Statement, repair: Repair, asked: Option<RecordId>) -> Vec<Former> {
    let mut former = statement.former();
    if matches!(repair, Repair::OwnWords | Repair::Unquote | Repair::LeaveOut) {
        former.retain(|one| Some(one.quotation.contribution) != asked);
    }
    former
}

/// Records that the speaker was asked afterwards, and agreed.
async fn ask(desk: &Desk, contribution: RecordId, stop: Stop, basis: Basis) -> Result<(), AppError> {
    let question = if stop == Stop::NameInText { field::NAME_ORGANISATION } else { field::QUOTE };
    let answer = Permission { consent: Consent::Given, basis: Some(basis) }.to_value();
    let edit = Edit::Set { record: contribution, fields: Fields::from([(question, answer)]) };
    desk.commit(Deed::PERMISSION, vec![edit]).await?;
    Ok(())
}

async fn leave_out(
    desk: &Desk,
    opened: &Opened,
    statement: &Statement,
    contribution: RecordId,
) -> Result<(), AppError> {
    let mut fields = Fields::from([(field::CITATIONS, Value::set([], [contribution.into()]))]);
    let quoted =
        ranges(statement, |piece| matches!(piece, DraftPiece::Quote { contribution: it, .. } if *it == contribution));
    if let Some(text) = Mending::of(statement).without_marks(&quoted, Some(GAP)) {
        let sources = sources(desk, opened, statement).await?;
        let others: Vec<_> = sources.into_iter().filter(|source| source.contribution != contribution).collect();
        let body = rewritten(text.trim(), &others, kept(statement, Repair::LeaveOut, Some(contribution)));
        fields.insert(field::BODY, body_to_value(&body));
    }
    set(desk, statement.id, fields).await
}

/// The stretches of a paragraph's text that pieces of a kind take up, in bytes.
fn ranges(statement: &Statement, wanted: impl Fn(&DraftPiece) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for piece in &statement.pieces {
        let to = from + read_as(piece).len();
        if wanted(piece) {
            found.push(from..to);
        }
        from = to;
    }
    found
}

/// The quotations that a stop is about.
fn in_question(statement: &Statement, stop: Stop, asked: Option<RecordId>, about: &str) -> Vec<Range<usize>> {
    match stop {
        Stop::QuotationUnknown => plain(statement, about),
        Stop::NameInText => ranges(statement, |piece| match piece {
            DraftPiece::Quote { words: Some(words), .. } => !places_of_name(words, about).is_empty(),
            _ => false,
        }),
        Stop::QuotationGone | Stop::QuotationUnsettled => ranges(
            statement,
            |piece| matches!(piece, DraftPiece::Quote { contribution, words: None } if Some(*contribution) == asked),
        ),
        _ => ranges(
            statement,
            |piece| matches!(piece, DraftPiece::Quote { contribution, .. } if Some(*contribution) == asked),
        ),
    }
}

/// Where words stand in quotation marks without being a quotation.
fn plain(statement: &Statement, words: &str) -> Vec<Range<usize>> {
    let text = statement.reads();
    let quoted = ranges(statement, |piece| matches!(piece, DraftPiece::Quote { .. }));
    let found = text.match_indices(words).map(|(from, found)| from..from + found.len());
    found
        .filter(|found| !quoted.iter().any(|quoted| quoted.start < found.end && found.start < quoted.end))
        .take(1)
        .collect()
}

/// Where a name stands outside of quotations.
fn named(statement: &Statement, name: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for piece in &statement.pieces {
        if let DraftPiece::Text(text) = piece {
            found.extend(places_of_name(text, name).into_iter().map(|(at, to)| from + at..from + to));
        }
        from += read_as(piece).len();
    }
    found
}

/// As a sentence begins, where it begins one.
fn begun(before: &str, words: &str) -> String {
    let begins = before.trim_end().chars().next_back().is_none_or(|last| matches!(last, '.' | '!' | '?'));
    let mut letters = words.chars();
    match letters.next().filter(|_| begins) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words.to_owned(),
    }
}

/// The text of a paragraph, while it is mended. `None` where there was nothing to mend.
struct Mending {
    text: String,
}

const OPENING: &[char] = &['“', '«', '„', '「', '『', '"'];
const CLOSING: &[char] = &['”', '»', '“', '」', '』', '"'];

impl Mending {
    fn of(statement: &Statement) -> Self {
        Self { text: statement.reads() }
    }

    fn replaced(mut self, places: &[Range<usize>], instead: impl Fn(&str) -> String) -> Option<String> {
        for place in places.iter().rev() {
            let words = instead(&self.text[..place.start]);
            self.text.replace_range(place.clone(), &words);
        }
        (!places.is_empty()).then_some(self.text)
    }

    /// Takes the marks around quotations away, and their words too where others stand `instead`.
    fn without_marks(mut self, quoted: &[Range<usize>], instead: Option<&str>) -> Option<String> {
        for quoted in quoted.iter().rev() {
            let words = instead.map_or_else(|| self.text[quoted.clone()].to_owned(), str::to_owned);
            let before = self.text[..quoted.start].trim_end();
            let from = if before.ends_with(OPENING) {
                before.len() - before.chars().next_back().map_or(0, char::len_utf8)
            } else {
                quoted.start
            };
            let behind = &self.text[quoted.end..];
            let spaces = behind.len() - behind.trim_start().len();
            let closing = behind.trim_start().chars().next().filter(|letter| CLOSING.contains(letter));
            let to = closing.map_or(quoted.end, |mark| quoted.end + spaces + mark.len_utf8());
            self.text.replace_range(from..to, &words);
        }
        (!quoted.is_empty()).then_some(self.text)
    }

    /// Takes a short reference out, with the brackets around it and the blank before it.
    fn without_reference(mut self, reference: &str) -> Option<String> {
        let lower = self.text.to_ascii_lowercase();
        let from = lower.find(&reference.to_ascii_lowercase())?;
        let (mut from, mut to) = (from, from + reference.len());
        let is_bracketed = self.text[..from].ends_with(['(', '[']) && self.text[to..].starts_with([')', ']']);
        if is_bracketed {
            (from, to) = (from - 1, to + 1);
        }
        from = self.text[..from].trim_end().len();
        self.text.replace_range(from..to, "");
        Some(self.text)
    }
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::*;

    fn mending(text: &str) -> Mending {
        Mending { text: text.to_owned() }
    }

    fn place(text: &str, words: &str) -> Range<usize> {
        let from = text.find(words).unwrap();
        from..from + words.len()
    }

    #[test]
    fn a_quotation_is_taken_out_with_its_marks() {
        for text in
            ["One said “kept it”, and more.", "One said « kept it », and more.", "One said \"kept it\", and more."]
        {
            let found = place(text, "kept it");
            assert_eq!(mending(text).without_marks(from_ref(&found), Some(GAP)).unwrap(), "One said […], and more.");
            assert_eq!(mending(text).without_marks(from_ref(&found), None).unwrap(), "One said kept it, and more.");
        }
        assert_eq!(mending("x").without_marks(&[], Some(GAP)), None);
    }

    #[test]
    fn a_reference_is_taken_out_with_its_brackets() {
        assert_eq!(mending("Kept (k7f-18), for months.").without_reference("K7F-18").unwrap(), "Kept, for months.");
        assert_eq!(mending("See K7F-18.").without_reference("K7F-18").unwrap(), "See.");
    }

    #[test]
    fn what_begins_a_sentence_begins_with_a_capital() {
        assert_eq!(begun("", "a participant"), "A participant");
        assert_eq!(begun("It ended. ", "a participant"), "A participant");
        assert_eq!(begun("and ", "a participant"), "a participant");
    }
}
