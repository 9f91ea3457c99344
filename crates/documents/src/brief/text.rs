//! What people wrote, as a document can hold it.
//!
//! - Every kind of line end becomes one line break, tabs stay tabs.
//! - Characters that XML does not allow, and other control characters, become �: seen, and not silently gone.
//! - Byte order marks and the marks that embed or override a direction are left out: they cannot be seen, and one that is
//!   never closed would turn around the words of others that follow. Directions are set by language instead.

use std::borrow::Cow;

/// `text` with nothing in it but visible characters, spaces, `\n` and `\t`.
pub(super) fn legible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|letter| allowed(letter) == Some(letter)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").chars().filter_map(allowed).collect())
}

/// The same without line breaks, for places that have one line.
pub(super) fn one_line(text: &str) -> String {
    legible(text).split(['\n', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What stands for a character; `None` where nothing does.
fn allowed(letter: char) -> Option<char> {
    match letter {
        '\t' | '\n' => Some(letter),
        // Return, vertical tab, form feed, next line, line and paragraph separator.
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        '\u{fffe}' | '\u{ffff}' => Some('\u{fffd}'),
        _ if letter.is_control() => Some('\u{fffd}'),
        _ => Some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_of_all_kinds_are_one_break() {
        assert_eq!(legible("a\r\nb\rc\nd\u{b}e\u{2028}f"), "a\nb\nc\nd\ne\nf");
        assert_eq!(one_line("a\r\n\tb "), "a b");
    }

    #[test]
    fn what_cannot_be_written_is_seen_to_be_missing() {
        assert_eq!(legible("a\0b\u{1b}c\u{ffff}d\u{9f}"), "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}");
    }

    #[test]
    fn nobody_turns_around_the_words_of_others() {
        assert_eq!(legible("\u{feff}a\u{202e}b\u{2067}c"), "abc");
        assert_eq!(legible("می\u{200c}خواهم"), "می\u{200c}خواهم", "what shapes letters stays");
    }
}
