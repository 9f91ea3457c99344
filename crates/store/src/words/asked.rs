//! What a person types into the search: `words`, `"phrases"`, `begin*`, `-without`. Whatever is typed means something.

use std::collections::BTreeSet;

use anteroom_model::folding::{Word, stands_alone, words};

/// A word, or words side by side, that must occur or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Folded; side by side.
    pub(crate) words: Vec<String>,
    /// Whether the last word may go on.
    pub(crate) begins: bool,
    pub(crate) without: bool,
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) terms: Vec<Term>,
    /// Whether any of them will do.
    pub(crate) any: bool,
}

/// So many words of a text say what it is about, and so short ones do not.
const TELLING: usize = 12;
const SHORT: usize = 4;

/// So many letters may begin anything.
const LITTLE: usize = 2;

impl Asked {
    /// Reads what was typed. The word at the end may go on, because it is perhaps still being typed.
    pub(crate) fn read(typed: &str) -> Self {
        let mut asked = Self::default();
        let mut rest = typed;
        while let Some((part, after)) = next_part(rest) {
            rest = after;
            asked.terms.extend(part.term());
        }
        let unfinished = typed.chars().next_back().is_some_and(char::is_alphanumeric);
        if let Some(last) = asked.terms.last_mut().filter(|last| unfinished && !last.without) {
            last.begins = true;
        }
        asked
    }

    /// What a text is about: its longest words, any of them.
    pub(crate) fn any_of(text: &str) -> Self {
        let mut found: Vec<Vec<String>> = Vec::new();
        let mut before: Option<Word> = None;
        for word in words(text) {
            let alone = |word: &Word| word.folded.chars().next().is_some_and(stands_alone);
            if !alone(&word) {
                found.push(vec![word.folded.clone()]);
            } else if let Some(first) = before.as_ref().filter(|first| alone(first) && first.to == word.from) {
                // Two signs side by side are what a word is elsewhere.
                found.push(vec![first.folded.clone(), word.folded.clone()]);
            }
            before = Some(word);
        }
        found.retain(|words| words.len() > 1 || words.iter().all(|word| word.chars().count() >= SHORT));
        found.sort_by_key(|words| std::cmp::Reverse(words.iter().map(|word| word.chars().count()).sum::<usize>()));
        let mut known = BTreeSet::new();
        found.retain(|words| known.insert(words.clone()));
        found.truncate(TELLING);
        let terms = found.into_iter().map(|words| Term { words, begins: false, without: false }).collect();
        Self { terms, any: true }
    }

    /// Whether nothing is to be found in texts: no term that must occur.
    pub(crate) fn is_empty(&self) -> bool {
        self.terms.iter().all(|term| term.without)
    }

    /// Whether it is the first letter or two of a word and nothing else: what begins so fits no text better than another.
    pub(crate) fn says_little(&self) -> bool {
        let [Term { words, begins: true, without: false }] = self.terms.as_slice() else { return false };
        let [word] = words.as_slice() else { return false };
        word.chars().count() <= LITTLE && !word.chars().any(stands_alone)
    }

    /// As FTS5 reads it; `None` where no term must occur.
    pub(crate) fn matching(&self) -> Option<String> {
        let spell = |term: &Term| format!("\"{}\"{}", term.words.join(" "), if term.begins { " *" } else { "" });
        let with: Vec<_> = self.terms.iter().filter(|term| !term.without).map(spell).collect();
        let without: Vec<_> = self.terms.iter().filter(|term| term.without).map(spell).collect();
        if with.is_empty() {
            return None;
        }
        let mut matching = format!("({})", with.join(if self.any { " OR " } else { " AND " }));
        for term in without {
            matching.push_str(" NOT ");
            matching.push_str(&term);
        }
        Some(matching)
    }

    /// As FTS5 reads what must not occur, where nothing must.
    pub(crate) fn matching_not(&self) -> Option<String> {
        let spell = |term: &Term| format!("\"{}\"{}", term.words.join(" "), if term.begins { " *" } else { "" });
        let without: Vec<_> = self.terms.iter().filter(|term| term.without).map(spell).collect();
        (self.is_empty() && !without.is_empty()).then(|| without.join(" OR "))
    }
}

struct Part<'a> {
    text: &'a str,
    without: bool,
    quoted: bool,
}

impl Part<'_> {
    fn term(&self) -> Option<Term> {
        let begins = !self.quoted && self.text.ends_with('*');
        let words: Vec<_> = words(self.text).map(|word| word.folded).collect();
        (!words.is_empty()).then_some(Term { words, begins, without: self.without })
    }
}

const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»', '「', '」'];

/// The next word or quoted words, and what stands behind.
fn next_part(typed: &str) -> Option<(Part<'_>, &str)> {
    let typed = typed.trim_start();
    if typed.is_empty() {
        return None;
    }
    let minus = typed
        .strip_prefix(['-', '−', '–'])
        .filter(|rest| rest.starts_with(|next: char| next.is_alphanumeric() || QUOTES.contains(&next)));
    let (without, rest) = (minus.is_some(), minus.unwrap_or(typed));
    if let Some(inside) = rest.strip_prefix(QUOTES) {
        let (text, after) = inside.split_once(QUOTES).unwrap_or((inside, ""));
        return Some((Part { text, without, quoted: true }, after));
    }
    let end = rest.find(|letter: char| letter.is_whitespace() || QUOTES.contains(&letter)).unwrap_or(rest.len());
    // At least one character, so that reading always goes on.
    let end = end.max(rest.chars().next().map_or(0, char::len_utf8));
    Some((Part { text: &rest[..end], without, quoted: false }, &rest[end..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn matching(typed: &str) -> String {
        Asked::read(typed).matching().unwrap_or_default()
    }

    #[test]
    fn one_or_two_letters_say_little_and_a_sign_that_is_a_word_says_more() {
        for typed in ["a", "mi", "ال", "a*"] {
            assert!(Asked::read(typed).says_little(), "{typed}");
        }
        for typed in ["mig", "工", "a ", "\"a\"", "-a", "a b", "co-op", ""] {
            assert!(!Asked::read(typed).says_little(), "{typed}");
        }
    }

    #[test]
    fn words_phrases_beginnings_and_exclusions_are_understood() {
        assert_eq!(matching("seasonal work"), r#"("seasonal" AND "work" *)"#);
        assert_eq!(matching("seasonal work "), r#"("seasonal" AND "work")"#);
        assert_eq!(matching(r#""kept our passports""#), r#"("kept our passports")"#);
        assert_eq!(matching("“Kept our” recruit* -agency"), r#"("kept our" AND "recruit" *) NOT "agency""#);
        assert_eq!(matching("农民工"), r#"("农 民 工" *)"#);
        assert_eq!(matching("co-operation"), r#"("co operation" *)"#, "a word with a hyphen is asked side by side");
        assert_eq!(matching("fees -"), r#"("fees")"#);
        assert_eq!(matching("« droits »"), r#"("droits")"#);
        assert_eq!(matching("OR AND NEAR( x:y ^ * \""), r#"("or" AND "and" AND "near" AND "x y")"#);
        assert_eq!(matching("-agency"), "");
        assert_eq!(Asked::read("-agency").matching_not().unwrap(), r#""agency""#);
        assert_eq!(matching("\" unclosed"), r#"("unclosed" *)"#);
    }

    #[test]
    fn what_a_text_is_about_are_its_longest_words() {
        let about = |text| Asked::any_of(text).matching().unwrap_or_default();
        assert_eq!(
            about("Recruiters kept the passports, and kept them."),
            r#"("recruiters" OR "passports" OR "kept" OR "them")"#
        );
        assert_eq!(about("农民工"), r#"("农 民" OR "民 工")"#);
        assert_eq!(about("is it so"), "");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read(typed in ".{0,40}") {
            let asked = Asked::read(&typed);
            for term in &asked.terms {
                prop_assert!(!term.words.is_empty());
                prop_assert!(term.words.iter().all(|word| !word.is_empty() && !word.contains(['"', ' '])));
            }
        }
    }
}
