//! Where in a text the words stand that were asked for.

use anteroom_model::folding::{Word, words};

use super::{Asked, Term};

/// What of a text matched.
#[derive(Debug, Default)]
pub(crate) struct Matched {
    /// As `[from, to)` in UTF-16 code units of the text: rising, none touching another.
    pub(crate) ranges: Vec<(u32, u32)>,
    /// How many of the terms stand in it.
    pub(crate) terms: usize,
}

/// Where in a text the terms stand that must occur.
pub(crate) fn matched(text: &str, asked: &Asked) -> Matched {
    let terms: Vec<&Term> = asked.terms.iter().filter(|term| !term.without).collect();
    if terms.is_empty() {
        return Matched::default();
    }
    let mut known = vec![false; terms.len()];
    let found: Vec<Word> = words(text).collect();
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for at in 0..found.len() {
        for (term, known) in terms.iter().zip(&mut known) {
            if let Some(last) = matches_at(&found[at..], term) {
                *known = true;
                ranges.push((found[at].from, found[at + last].to));
            }
        }
    }
    ranges.sort_unstable();
    Matched { ranges: in_utf16(text, joined(ranges)), terms: known.into_iter().filter(|known| *known).count() }
}

/// The place of the last word of `term`, where it stands at the beginning of `found`.
fn matches_at(found: &[Word], term: &Term) -> Option<usize> {
    let last = term.words.len() - 1;
    let stands = term.words.iter().enumerate().all(|(at, word)| {
        found
            .get(at)
            .is_some_and(|it| it.folded == *word || at == last && term.begins && it.folded.starts_with(word.as_str()))
    });
    stands.then_some(last)
}

fn joined(ranges: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut joined: Vec<(usize, usize)> = Vec::with_capacity(ranges.len());
    for (from, to) in ranges {
        match joined.last_mut() {
            Some((_, end)) if from <= *end => *end = to.max(*end),
            _ => joined.push((from, to)),
        }
    }
    joined
}

fn in_utf16(text: &str, ranges: Vec<(usize, usize)>) -> Vec<(u32, u32)> {
    let (mut at, mut units) = (0, 0_u32);
    let mut place = |byte: usize| {
        units += text[at..byte].encode_utf16().count() as u32;
        at = byte;
        units
    };
    ranges.into_iter().map(|(from, to)| (place(from), place(to))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, typed: &str) -> Vec<String> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let found = matched(text, &Asked::read(typed));
        found
            .ranges
            .into_iter()
            .map(|(from, to)| String::from_utf16(&units[from as usize..to as usize]).unwrap())
            .collect()
    }

    #[test]
    fn what_was_asked_is_marked_as_it_stands_in_the_text() {
        assert_eq!(marked("🙂 Des Élèves élevés", "eleve"), ["Élèves", "élevés"]);
        assert_eq!(marked("农民工的权利", "民工 "), ["民工"]);
        assert_eq!(
            marked("They kept our passports. Our passports!", "\"our passports\""),
            ["our passports", "Our passports"]
        );
        assert_eq!(marked("كَتَبَ الأَطْفَالُ", "كتب"), ["كَتَبَ"]);
        assert_eq!(marked("fees and agencies", "fees -agencies"), ["fees"]);
        assert!(marked("fees", "").is_empty());
    }

    #[test]
    fn each_term_counts_once_however_often_it_stands_there() {
        let terms = |text, typed| matched(text, &Asked::read(typed)).terms;
        assert_eq!(terms("fees, fees and more fees", "fees agencies "), 1);
        assert_eq!(terms("agencies ask for fees", "fees agencies -permit"), 2);
    }
}
