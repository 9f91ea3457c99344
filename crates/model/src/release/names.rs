//! Names that stand in free text, however they are spelled there.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The names that stand in `text` as words of their own, whatever their case.
pub(super) fn names_in<'n>(text: &str, names: &'n [String]) -> Vec<&'n str> {
    let text = folded(text);
    names.iter().map(String::as_str).filter(|name| stands_in(&text, folded(name).trim())).collect()
}

/// Where `name` stands in `text` as words of its own, in bytes, whatever its case or accents.
pub fn places_of_name(text: &str, name: &str) -> Vec<(usize, usize)> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let ends = |from: usize| starts.iter().copied().filter(move |at| *at > from).chain([text.len()]);
    let wanted = folded(name);
    let wanted = wanted.trim();
    let mut places = Vec::new();
    let mut behind = 0;
    for from in starts.iter().copied() {
        // As many letters as the name has, and some for accents and what cannot be seen.
        let longest = 4 * name.chars().count() + 8;
        let begins_here = from >= behind && !text[from..].starts_with(|first: char| !first.is_alphanumeric());
        let fits = |to: &usize| folded(&text[from..*to]) == wanted;
        if begins_here
            && let Some(to) = ends(from).take(longest).find(fits)
            && stands_alone(text, from, to, wanted)
        {
            // What combines with the last letter belongs to it.
            let to =
                to + text[to..].chars().take_while(|next| is_combining_mark(*next)).map(char::len_utf8).sum::<usize>();
            places.push((from, to));
            behind = to;
        }
    }
    places
}

fn stands_alone(text: &str, from: usize, to: usize, name: &str) -> bool {
    let joins = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    name.chars().any(|letter| letter >= '\u{2e80}')
        || (!joins(text[..from].chars().next_back()) && !joins(text[to..].chars().next()))
}

/// As a reader takes it in: whatever the case, the accents, the kind of blank or what cannot be seen.
fn folded(text: &str) -> String {
    let letters = text.nfkd().filter(|letter| {
        !is_combining_mark(*letter) && !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    });
    let mut folded = String::with_capacity(text.len());
    for letter in letters.flat_map(char::to_lowercase) {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if letter != ' ' || !folded.ends_with(' ') {
            folded.push(letter);
        }
    }
    folded
}

/// Whether `name` stands in `text` as words of its own; both folded.
fn stands_in(text: &str, name: &str) -> bool {
    let ends_there = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    // Scripts written without spaces have no edges.
    let without_spaces = name.chars().any(|letter| letter >= '\u{2e80}');
    !name.is_empty()
        && text.match_indices(name).any(|(at, found)| {
            let (before, after) = (text[..at].chars().next_back(), text[at + found.len()..].chars().next());
            without_spaces || (ends_there(before) && ends_there(after))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_spelled() {
        let names = [
            "José Pérez".to_owned(),
            "Rådet for Havarbejdere".to_owned(),
            "移民之家".to_owned(),
            "نقابة البحّارة".to_owned(),
        ];
        for text in ["said Jose\u{a0}Perez.", "JOSÉ  PÉREZ", "Jose\u{301} Pe\u{301}rez’s", "Jo\u{200b}sé\nPérez"]
        {
            assert_eq!(names_in(text, &names), ["José Pérez"], "{text:?}");
        }
        assert_eq!(names_in("the Radet for Havarbejdere", &names), ["Rådet for Havarbejdere"]);
        assert_eq!(names_in("他来自移民之家。", &names), ["移民之家"]);
        assert_eq!(names_in("وقالت نقابة البحارة", &names), ["نقابة البحّارة"]);
        assert!(names_in("José Pérezson and a sojosé pérez", &names).is_empty());
    }

    #[test]
    fn the_places_of_a_name_are_those_in_the_text_as_it_was_written() {
        let text = "JOSE\u{301}  Pérez said; José Pérezson did not. jose\u{a0}perez’s";
        let found: Vec<_> = places_of_name(text, "José Pérez").iter().map(|(from, to)| &text[*from..*to]).collect();
        assert_eq!(found, ["JOSE\u{301}  Pérez", "jose\u{a0}perez"]);
        let chinese = "他来自移民之家。";
        assert_eq!(places_of_name(chinese, "移民之家").len(), 1);
        assert!(places_of_name("nobody", "José").is_empty());
        let accented = "Pe\u{301}rez";
        assert_eq!(places_of_name(accented, "Pérez"), [(0, accented.len())]);
    }
}
