//! Turns what a rapporteur typed into a body: words in quotation marks become references to the cited contribution.

use anteroom_model::ids::{Digest, RecordId};
use anteroom_model::quoted::{Quoted, is_term, next_quoted, place_of, reads_alike};
use anteroom_model::statement::{Piece, Quotation, count_words};

use crate::error::AppError;

/// A cited contribution, with the revision that set its text.
pub(crate) struct Source {
    pub(crate) contribution: RecordId,
    pub(crate) revision: Digest,
    pub(crate) text: String,
}

/// A quotation that a paragraph held before it was written anew, and its words where they still stand.
pub(crate) struct Former {
    pub(crate) quotation: Quotation,
    pub(crate) words: Option<String>,
}

/// Stands for words that were quoted and are gone.
pub(crate) const GONE: &str = "…";

/// The body of a statement that reads `text` and cites `sources`.
///
/// # Errors
/// `quotation-not-found` or `nothing-cited`, where words in quotation marks are nobody's.
pub(crate) fn body(text: &str, sources: &[Source]) -> Result<Vec<Piece>, AppError> {
    let mut unknown = None;
    let pieces = pieces(text, |quoted| {
        let words = &text[quoted.from..quoted.to];
        let found = find(words, sources).filter(|_| quoted.closed);
        if found.is_none() && quoted.closed && !is_term(words) {
            unknown.get_or_insert(words);
        }
        found.map(|quotation| (quotation, quoted.to))
    });
    let code = if sources.is_empty() { "nothing-cited" } else { "quotation-not-found" };
    unknown.map_or(Ok(pieces), |words| Err(AppError::new(code, &[("words", words)])))
}

/// The same while somebody is still writing: what was quoted before stays quoted, words that are nobody's stay as they are
/// (the release check stops them), and of words whose closing mark is still to come, as many are quoted as stand in a source,
/// so that nobody's words come to lie in a text that an erasure of theirs does not reach.
pub(crate) fn rewritten(text: &str, sources: &[Source], former: Vec<Former>) -> Vec<Piece> {
    let mut former: Vec<Option<Former>> = former.into_iter().map(Some).collect();
    pieces(text, |quoted| {
        let words = &text[quoted.from..quoted.to];
        let is_it = |former: &Former| match &former.words {
            Some(known) => reads_alike(known, words),
            None => words == GONE,
        };
        let kept = former.iter_mut().find(|former| former.as_ref().is_some_and(is_it)).and_then(Option::take);
        if let Some(kept) = kept {
            return Some((kept.quotation, quoted.to));
        }
        if quoted.closed {
            return find(words, sources).map(|quotation| (quotation, quoted.to));
        }
        beginnings(words).filter(|begin| !is_term(begin)).find_map(|begin| {
            let quotation = find(begin, sources)?;
            Some((quotation, quoted.from + begin.len()))
        })
    })
}

/// Fewer words than these may be a saying that anybody uses.
const LONG: u32 = 6;

/// Whether words are so long that only one speaker has said them, or somebody who notes the same.
pub(crate) fn is_long(words: &str) -> bool {
    count_words(words) >= LONG
}

/// The words in quotation marks that stand in none of the sources and that may be what somebody else said: as far as they
/// are typed, and no more of them than are needed to find who.
pub(crate) fn perhaps_said<'t>(text: &'t str, sources: &[Source]) -> Vec<&'t str> {
    let mut said = Vec::new();
    let mut at = 0;
    while let Some(quoted) = next_quoted(text, at) {
        let words = &text[quoted.from..quoted.to];
        at = if quoted.closed { quoted.to } else { quoted.from };
        // What comes behind a mark that is still open may be other words: it is known by those that come first.
        let words = if quoted.closed { words } else { first_words(words) };
        if !is_term(words) && find(words, sources).is_none() {
            said.push(words);
        }
    }
    said
}

/// Enough words to be long; of a text without blanks all of it.
fn first_words(words: &str) -> &str {
    let mut blanks = words.match_indices(char::is_whitespace).map(|(at, _)| at);
    let end = blanks.find(|at| is_long(&words[..*at]));
    &words[..end.unwrap_or(words.len())]
}

/// `words` without the last, without the last two, and so on; all of them first.
fn beginnings(words: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(words);
    std::iter::from_fn(move || {
        let now = rest?;
        rest = now.rfind(char::is_whitespace).map(|end| now[..end].trim_end()).filter(|begin| !begin.is_empty());
        Some(now)
    })
}

/// Cuts a text into pieces. `quotes` says what words in quotation marks refer to and where they end, if they do.
fn pieces(text: &str, mut quotes: impl FnMut(Quoted) -> Option<(Quotation, usize)>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut plain_from, mut at) = (0, 0);
    while let Some(quoted) = next_quoted(text, at) {
        at = quoted.to;
        if let Some((quotation, to)) = quotes(quoted) {
            push_text(&mut pieces, &text[plain_from..quoted.from]);
            pieces.push(Piece::Quote(quotation));
            plain_from = to;
            at = to;
        } else if !quoted.closed {
            // Only a mark that is never closed: what stands behind it may hold others.
            at = quoted.from;
        }
    }
    push_text(&mut pieces, &text[plain_from..]);
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

fn find(words: &str, sources: &[Source]) -> Option<Quotation> {
    sources.iter().find_map(|source| {
        let (from, to) = place_of(words, &source.text)?;
        Some(Quotation {
            contribution: source.contribution,
            revision: source.revision,
            from: u32::try_from(from).ok()?,
            to: u32::try_from(to).ok()?,
        })
    })
}

/// The words of a source that were probably meant by `words`: those between the first word that both begin with and the
/// last that both end with.
pub(crate) fn meant<'s>(words: &str, sources: &'s [Source]) -> Option<&'s str> {
    let (first, last) = (words.split_whitespace().next()?, words.split_whitespace().next_back()?);
    let length = words.chars().count();
    sources.iter().find_map(|source| {
        let (from, _) = place_of(first, &source.text)?;
        let rest = &source.text[from..];
        let ends = rest.match_indices(last).map(|(at, found)| at + found.len());
        // As long as what was written, more or less: else it is another sentence.
        let alike = |to: &usize| rest[..*to].chars().count().abs_diff(length) * 2 <= length;
        ends.filter(alike).map(|to| &rest[..to]).next()
    })
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

    fn written(text: &str, former: &[(&Piece, Option<&str>)], source: Source) -> Vec<Piece> {
        let former = former.iter().filter_map(|(piece, words)| match piece {
            Piece::Quote(quotation) => Some(Former { quotation: *quotation, words: words.map(str::to_owned) }),
            Piece::Text(_) => None,
        });
        rewritten(text, &[source], former.collect())
    }

    #[test]
    fn while_a_quotation_is_typed_its_words_are_a_reference_already() {
        let words = "They kept our passports for months.";
        for (text, quoted_words) in [
            ("One said “They kept our pass", "They kept our pass"),
            ("One said “They kept our passports and more was", "They kept our passports"),
            ("“They kept our passports for mon others agreed", "They kept our passports for mon"),
        ] {
            let body = written(text, &[], source(words));
            assert_eq!(quoted(&body, &source(words)), [quoted_words], "{text}");
        }
        let body = written("One said “They kept", &[], source(words));
        assert!(quoted(&body, &source(words)).is_empty(), "two words may be a term");
    }

    #[test]
    fn what_was_quoted_stays_quoted_and_what_is_gone_keeps_its_place() {
        let before = body("“They kept our passports” and more.", &[source("They kept our passports.")]).unwrap();
        let anew = written(
            "Two said “They kept our passports”, twice.",
            &[(&before[1], Some("They kept our passports"))],
            source("Worded anew."),
        );
        assert_eq!(anew[1], before[1]);
        let gone = written("Two said “…”.", &[(&before[1], None)], source("Worded anew."));
        assert_eq!(gone[1], before[1], "the place of erased words is kept");
        let nobody = written(
            "Two said “They kept all our passports”.",
            &[(&before[1], Some("They kept our passports"))],
            source("They kept our passports."),
        );
        assert_eq!(nobody.len(), 1, "other words are no reference");
    }

    #[test]
    fn a_mark_that_is_never_closed_hides_no_quotation_behind_it() {
        let said = "They kept our passports.";
        let body = written("He asked: “why, and then «They kept our passports»", &[], source(said));
        assert_eq!(quoted(&body, &source(said)), ["They kept our passports"]);
    }

    #[test]
    fn words_in_marks_that_stand_in_no_source_may_be_somebodys() {
        let sources = [source("They kept our passports for months.")];
        let text = "“They kept our passports”, the “gap”, “leave no one behind” and “Nobody came to help us when it";
        assert_eq!(perhaps_said(text, &sources), ["leave no one behind", "Nobody came to help us when"]);
        assert_eq!(perhaps_said("“They kept our pass", &[]), ["They kept our pass"]);
        assert!(!is_long("leave no one behind") && is_long("Nobody came to help us when"));
        assert_eq!(perhaps_said("「我们很害怕没有人帮忙」", &[]), ["我们很害怕没有人帮忙"]);
    }

    #[test]
    fn the_words_that_were_meant_are_found_in_the_source() {
        let sources = [source("They kept our passports for months. Nobody came.")];
        assert_eq!(meant("kept all our passports for months", &sources), Some("kept our passports for months"));
        assert_eq!(meant("kept nothing", &sources), None);
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
