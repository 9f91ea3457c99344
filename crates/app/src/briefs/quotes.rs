//! Turns what a rapporteur typed into a body: words in quotation marks become references to the cited contribution.

use anteroom_model::ids::{Digest, RecordId};
use anteroom_model::statement::{Piece, Quotation};

use crate::error::AppError;

/// A cited contribution, with the revision that set its text.
pub(crate) struct Source {
    pub(crate) contribution: RecordId,
    pub(crate) revision: Digest,
    pub(crate) text: String,
}

/// Quotation marks of the languages in use, opening and closing.
const MARKS: &[(char, char)] =
    &[('“', '”'), ('«', '»'), ('„', '“'), ('„', '”'), ('「', '」'), ('『', '』'), ('"', '"')];

/// So short, words in quotation marks are a term held at arm's length, not a quotation.
const TERM_WORDS: usize = 2;
const TERM_LETTERS: usize = 5;

/// The body of a statement that reads `text` and cites `sources`.
///
/// # Errors
/// `quotation-not-found` or `nothing-cited`, where words in quotation marks are nobody's.
pub(crate) fn body(text: &str, sources: &[Source]) -> Result<Vec<Piece>, AppError> {
    let mut pieces = Vec::new();
    let (mut plain_from, mut at) = (0, 0);
    while let Some((from, to)) = next_quoted(text, at) {
        let words = &text[from..to];
        at = to;
        if let Some(quotation) = find(words, sources) {
            push_text(&mut pieces, &text[plain_from..from]);
            pieces.push(Piece::Quote(quotation));
            plain_from = to;
        } else if !is_term(words) {
            let code = if sources.is_empty() { "nothing-cited" } else { "quotation-not-found" };
            return Err(AppError::new(code, &[("words", words)]));
        }
    }
    push_text(&mut pieces, &text[plain_from..]);
    Ok(pieces)
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

/// Where the next quoted words begin and end, without their marks and the spaces inside them.
fn next_quoted(text: &str, from: usize) -> Option<(usize, usize)> {
    // A closing mark that ended the last quotation must not open another one.
    let skip = text[from..].chars().next().filter(|letter| from > 0 && MARKS.iter().any(|(_, close)| close == letter));
    let from = from + skip.map_or(0, char::len_utf8);
    text[from..].char_indices().find_map(|(at, letter)| {
        let inside = from + at + letter.len_utf8();
        let closing = |(open, close): &(char, char)| (*open == letter).then_some(*close);
        let end = MARKS.iter().filter_map(closing).filter_map(|close| text[inside..].find(close)).min()?;
        let quoted = &text[inside..inside + end];
        let start = inside + (quoted.len() - quoted.trim_start().len());
        let words = quoted.trim();
        (!words.is_empty()).then_some((start, start + words.len()))
    })
}

fn find(words: &str, sources: &[Source]) -> Option<Quotation> {
    sources.iter().find_map(|source| {
        let from = source.text.find(words)?;
        Some(Quotation {
            contribution: source.contribution,
            revision: source.revision,
            from: u32::try_from(from).ok()?,
            to: u32::try_from(from + words.len()).ok()?,
        })
    })
}

fn is_term(words: &str) -> bool {
    let spaced = words.split_whitespace().count();
    if spaced > 1 {
        spaced <= TERM_WORDS
    } else {
        words.is_ascii() || words.chars().count() <= TERM_LETTERS || words.chars().all(|letter| letter < '\u{2e80}')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source { contribution: RecordId([1; 16]), revision: Digest([2; 32]), text: text.to_owned() }
    }

    fn quoted(pieces: &[Piece], source: &Source) -> Vec<String> {
        pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Quote(quotation) => quotation.words(&source.text).map(str::to_owned),
                Piece::Text(_) => None,
            })
            .collect()
    }

    #[test]
    fn quoted_words_become_a_reference_whatever_the_marks() {
        let source = source("They kept our passports for months. Мы боялись. 我们很害怕没有人帮忙。");
        for text in [
            "One said “kept our passports for months”, and more.",
            "L’un a dit « kept our passports for months » et plus.",
            "Einer sagte „kept our passports for months“ und mehr.",
            "One said \"kept our passports for months\" and more.",
            "“kept our passports for months”",
        ] {
            let body = body(text, std::slice::from_ref(&source)).unwrap();
            assert_eq!(quoted(&body, &source), ["kept our passports for months"], "{text}");
            let plain: String = body
                .iter()
                .filter_map(|piece| if let Piece::Text(text) = piece { Some(text.as_str()) } else { None })
                .collect();
            assert!(!plain.contains("passports"), "the words are not stored: {plain}");
        }
        assert_eq!(quoted(&body("「我们很害怕没有人帮忙」", std::slice::from_ref(&source)).unwrap(), &source).len(), 1);
    }

    #[test]
    fn two_quotations_in_one_paragraph() {
        let source = source("They kept our passports. Nobody came to help us.");
        let body =
            body("“They kept our passports” and “Nobody came to help us”.", std::slice::from_ref(&source)).unwrap();
        assert_eq!(quoted(&body, &source), ["They kept our passports", "Nobody came to help us"]);
        assert_eq!(body.len(), 5);
    }

    #[test]
    fn a_quotation_that_differs_by_a_word_is_refused() {
        let wrong =
            body("One said “kept all our passports for months”.", &[source("They kept our passports for months.")]);
        assert_eq!(wrong.unwrap_err().code, "quotation-not-found");
        assert_eq!(body("One said “kept our passports for months”.", &[]).unwrap_err().code, "nothing-cited");
    }

    #[test]
    fn a_term_in_quotation_marks_is_not_a_quotation() {
        for text in
            ["The so-called “gap” remains.", "The “last resort” rule", "An unbalanced “mark", "Nothing quoted ” here"]
        {
            assert_eq!(body(text, &[]).unwrap(), [Piece::Text(text.into())]);
        }
    }
}
