//! Words as search sees them: one function for what is indexed and for what is looked for, so that both always agree.
//!
//! A word is a run of letters and figures, folded: lower case, without diacritics, Arabic vowel signs or hamza, ё as е.
//! Scripts that put no blanks between words give one word a character, asked for side by side: a dictionary would hide
//! 民工 in 农民工. Marks that spell vowels, as in Indic scripts, stay.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word and where it stands, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub folded: String,
    pub from: usize,
    pub to: usize,
}

/// The words of a text, in order.
pub fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (from, first) = loop {
            let (at, letter) = letters.next()?;
            if is_of_a_word(letter) {
                break (at, letter);
            }
        };
        let mut word = Word { folded: String::new(), from, to: from + first.len_utf8() };
        fold(first, &mut word.folded);
        // What combines with a letter belongs to it, whatever becomes of it.
        while let Some((at, next)) =
            letters.next_if(|(_, next)| (!stands_alone(first) && goes_on(*next)) || combines(*next))
        {
            fold(next, &mut word.folded);
            word.to = at + next.len_utf8();
        }
        Some(word)
    })
    .filter(|word| !word.folded.is_empty())
}

/// The words of a text with one blank between, as they are indexed.
pub fn indexed(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in words(text) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word.folded);
    }
    line
}

const TATWEEL: char = '\u{640}';

/// What most letters beyond ASCII fold to, without a look into the tables of Unicode, which take ten times as long.
fn plainly(letter: char) -> Option<char> {
    match letter {
        'а'..='и' | 'к'..='я' | 'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و' | 'ي' | '\u{4e00}'..='\u{9fff}' => {
            Some(letter)
        }
        'А'..='И' | 'К'..='Я' => char::from_u32(u32::from(letter) + 32),
        _ => None,
    }
}

fn is_of_a_word(letter: char) -> bool {
    plainly(letter).is_some() || (letter.is_alphanumeric() && letter != TATWEEL)
}

fn combines(letter: char) -> bool {
    !letter.is_ascii() && is_combining_mark(letter)
}

fn goes_on(letter: char) -> bool {
    (is_of_a_word(letter) && !stands_alone(letter))
        || letter == TATWEEL
        || matches!(letter, '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Whether a character is a word by itself, because its script puts no blanks between words.
pub fn stands_alone(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0E00..=0x0EFF          // Thai, Lao
        | 0x1000..=0x109F        // Myanmar
        | 0x1780..=0x17FF        // Khmer
        | 0x3040..=0x30FF        // Hiragana, Katakana
        | 0x3005..=0x3007 | 0x31F0..=0x31FF
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF // Han
        | 0xFF66..=0xFF9D) // half-width Katakana
}

/// Marks that are no part of how a word is looked for: accents, Hebrew points, Arabic vowel signs and hamza.
fn is_ornament(letter: char) -> bool {
    matches!(u32::from(letter), 0x0300..=0x036F | 0x0483..=0x0487 | 0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F
        | 0x0670 | 0x06D6..=0x06ED | 0x08D3..=0x08FF | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE00..=0xFE0F)
}

fn fold(letter: char, into: &mut String) {
    if letter.is_ascii() {
        into.push(letter.to_ascii_lowercase());
    } else if let Some(letter) = plainly(letter) {
        into.push(letter);
    } else {
        fold_by_tables(letter, into);
    }
}

fn fold_by_tables(letter: char, into: &mut String) {
    for letter in std::iter::once(letter).nfkd().flat_map(char::to_lowercase).nfkd() {
        match letter {
            TATWEEL | '\u{200c}' | '\u{200d}' | '\u{ad}' => {}
            'ß' => into.push_str("ss"),
            'æ' => into.push_str("ae"),
            'œ' => into.push_str("oe"),
            'ø' => into.push('o'),
            'ł' => into.push('l'),
            'đ' => into.push('d'),
            'ı' => into.push('i'),
            'ς' => into.push('σ'),
            'ى' => into.push('ي'),
            'ة' => into.push('ه'),
            letter if is_ornament(letter) => {}
            // Compatibility forms can unfold into blanks and signs: none of them is a word.
            letter if !letter.is_alphanumeric() && !is_combining_mark(letter) => {}
            letter => into.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_folded_in_every_language() {
        for (text, line) in [
            ("Crème BRÛLÉE, Straße!", "creme brulee strasse"),
            ("Ёлка ещё", "елка еще"),
            ("мой", "мои"),
            ("İstanbul Işık", "istanbul isik"),
            ("كَتَبَ الأَطْفَالُ", "كتب الاطفال"),
            ("الهـــجرة", "الهجره"),
            ("农民工的权利。", "农 民 工 的 权 利"),
            ("Les GCM-23 et l’eau", "les gcm 23 et l eau"),
            ("ภาษาไทย", "ภ า ษ า ไ ท ย"),
            ("हिन्दी भाषा", "हिन्दी भाषा"),
            ("co\u{ad}operation", "cooperation"),
            ("½ ①", "12 1"),
            ("… 🙂 —", ""),
        ] {
            assert_eq!(indexed(text), line, "{text}");
        }
    }

    #[test]
    fn what_folds_plainly_folds_to_what_the_tables_say() {
        let mut count = 0;
        for letter in (char::MIN..=char::MAX).filter(|letter| plainly(*letter).is_some()) {
            let mut folded = String::new();
            fold_by_tables(letter, &mut folded);
            assert_eq!(folded.chars().next().filter(|_| folded.chars().count() == 1), plainly(letter), "{letter}");
            assert!(letter.is_alphanumeric() && letter != TATWEEL && !is_combining_mark(letter), "{letter}");
            count += 1;
        }
        assert!(count > 20_000);
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "Ещё раз: é";
        let found: Vec<_> = words(text).map(|word| &text[word.from..word.to]).collect();
        assert_eq!(found, ["Ещё", "раз", "é"]);
        let decomposed = "cafe\u{301} noir";
        assert_eq!(
            words(decomposed).map(|word| &decomposed[word.from..word.to]).collect::<Vec<_>>(),
            ["cafe\u{301}", "noir"]
        );
    }

    proptest! {
        #[test]
        fn what_is_indexed_is_blanks_and_words_alone(text in ".{0,60}") {
            let line = indexed(&text);
            prop_assert!(!line.contains("  ") && line.trim() == line);
            prop_assert!(line.chars().all(|letter| !letter.is_ascii() || letter == ' ' || letter.is_ascii_alphanumeric()));
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(end <= word.from && word.from < word.to && text.is_char_boundary(word.from) && text.is_char_boundary(word.to));
                end = word.to;
            }
        }

        #[test]
        fn a_composed_text_is_indexed_like_a_decomposed_one(text in "[a-zà-ÿа-яёءأإآؤئ ]{0,40}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(indexed(&text), indexed(&decomposed));
        }
    }
}
