//! Words in quotation marks: where they stand in a text, and which of them are a quotation.

/// Quotation marks of the languages in use, opening and closing.
const MARKS: &[(char, char)] =
    &[('“', '”'), ('«', '»'), ('„', '“'), ('„', '”'), ('「', '」'), ('『', '』'), ('"', '"')];

/// So short, words in quotation marks are a term held at arm's length, not a quotation.
const TERM_WORDS: usize = 2;
const TERM_LETTERS: usize = 5;

/// Words in quotation marks: `[from, to)` in bytes, without the marks and the blanks inside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted {
    pub from: usize,
    pub to: usize,
    /// Whether the closing mark stands there. Where it does not, the words run to the end of the text.
    pub closed: bool,
}

/// The next words in quotation marks behind `from`.
pub fn next_quoted(text: &str, from: usize) -> Option<Quoted> {
    // A closing mark that ended the last quotation must not open another one.
    let skip = text[from..].chars().next().filter(|letter| from > 0 && MARKS.iter().any(|(_, close)| close == letter));
    let from = from + skip.map_or(0, char::len_utf8);
    text[from..].char_indices().find_map(|(at, letter)| {
        let inside = from + at + letter.len_utf8();
        let closing = |(open, close): &(char, char)| (*open == letter).then_some(*close);
        let mut closings = MARKS.iter().filter_map(closing).peekable();
        closings.peek()?;
        let end = closings.filter_map(|close| text[inside..].find(close)).min();
        let quoted = &text[inside..end.map_or(text.len(), |end| inside + end)];
        let start = inside + (quoted.len() - quoted.trim_start().len());
        let words = quoted.trim();
        (!words.is_empty()).then_some(Quoted { from: start, to: start + words.len(), closed: end.is_some() })
    })
}

/// Whether words in quotation marks are a term rather than what somebody said.
pub fn is_term(words: &str) -> bool {
    let spaced = words.split_whitespace().count();
    if spaced > 1 {
        spaced <= TERM_WORDS
    } else {
        words.is_ascii() || words.chars().count() <= TERM_LETTERS || words.chars().all(|letter| letter < '\u{2e80}')
    }
}

/// The place of `words` in `text`, in bytes, whatever the kind of apostrophe, quotation mark or blank.
pub fn place_of(words: &str, text: &str) -> Option<(usize, usize)> {
    if let Some(from) = text.find(words) {
        return Some((from, from + words.len()));
    }
    let words: Vec<char> = words.chars().map(typeset).collect();
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let fits =
        |window: &[(usize, char)]| window.iter().zip(&words).all(|((_, letter), word)| typeset(*letter) == *word);
    let found = letters.windows(words.len().max(1)).find(|window| fits(window))?;
    let (last, letter) = found.last()?;
    Some((found.first()?.0, last + letter.len_utf8()))
}

/// Whether two texts differ in nothing but the kind of apostrophe, quotation mark or blank.
pub fn reads_alike(one: &str, other: &str) -> bool {
    one.chars().map(typeset).eq(other.chars().map(typeset))
}

fn typeset(letter: char) -> char {
    match letter {
        '’' | '‘' | 'ʼ' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_marks_are_found_one_after_the_other() {
        let text = "“They kept it”, « une fois » and \"more\".";
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(quoted) = next_quoted(text, at) {
            found.push(&text[quoted.from..quoted.to]);
            at = quoted.to;
        }
        assert_eq!(found, ["They kept it", "une fois", "more"]);
    }

    #[test]
    fn words_without_a_closing_mark_run_to_the_end() {
        let text = "One said “they kept our pass";
        let quoted = next_quoted(text, 0).unwrap();
        assert_eq!((&text[quoted.from..quoted.to], quoted.closed), ("they kept our pass", false));
    }

    #[test]
    fn a_place_is_found_whatever_the_apostrophe_and_says_the_place_in_the_source() {
        let source = "We don’t know, and nobody\u{a0}asked.";
        let (from, to) = place_of("don't know, and nobody asked", source).unwrap();
        assert_eq!(&source[from..to], "don’t know, and nobody\u{a0}asked");
        assert_eq!(place_of("didn't know", source), None);
        assert_eq!(place_of("far longer than all that stands in this little source", "short"), None);
        assert!(reads_alike("don't", "don’t") && !reads_alike("dont", "don’t"));
    }
}
