//! What a language asks of a document: its tag, its script, its direction, its fonts.

/// How Word tells scripts apart: each class has a font, a size and a language of its own in every run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin, Cyrillic, Greek and all that behave like them.
    Plain,
    /// Chinese, Japanese, Korean.
    EastAsian,
    /// Written left to right, but shaped: the scripts of South and South-East Asia.
    Shaped,
    /// Arabic, Hebrew and others.
    RightToLeft,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    LeftToRight,
    RightToLeft,
}

/// A language as a document needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Language {
    /// BCP 47; `und` where it is not known.
    pub(super) tag: String,
    pub(super) script: Script,
}

const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "azb", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi",
];
const EAST_ASIAN: &[&str] = &["cmn", "hak", "ja", "ko", "lzh", "nan", "wuu", "yue", "zh"];
const SHAPED: &[&str] = &[
    "as", "bn", "bo", "dz", "gu", "hi", "km", "kn", "kok", "lo", "mai", "ml", "mr", "my", "ne", "or", "pa", "sa", "si",
    "ta", "te", "th",
];
/// Scripts by their subtag (ISO 15924), which says more than the language.
const SCRIPTS: &[(&str, Script)] = &[
    ("arab", Script::RightToLeft),
    ("hebr", Script::RightToLeft),
    ("syrc", Script::RightToLeft),
    ("thaa", Script::RightToLeft),
    ("nkoo", Script::RightToLeft),
    ("hans", Script::EastAsian),
    ("hant", Script::EastAsian),
    ("deva", Script::Shaped),
    ("beng", Script::Shaped),
    ("latn", Script::Plain),
    ("cyrl", Script::Plain),
];

impl Language {
    /// Reads a tag. Where it says nothing, the first letters of `text` say at least the script.
    pub(super) fn of(tag: &str, text: &str) -> Self {
        let tag = tag.trim().replace('_', "-");
        let is_tag = !tag.is_empty()
            && tag
                .split('-')
                .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        let tag = if is_tag { tag } else { "und".to_owned() };
        let subtags = tag.to_lowercase();
        let mut subtags = subtags.split('-');
        let language = subtags.next().unwrap_or_default();
        let told = subtags.find_map(|subtag| SCRIPTS.iter().find(|(known, _)| *known == subtag));
        let script = match told {
            Some((_, script)) => *script,
            None if RIGHT_TO_LEFT.contains(&language) => Script::RightToLeft,
            None if EAST_ASIAN.contains(&language) => Script::EastAsian,
            None if SHAPED.contains(&language) => Script::Shaped,
            None if matches!(language, "und" | "mul" | "zxx" | "mis") => {
                text.chars().find_map(script_of).unwrap_or(Script::Plain)
            }
            None => Script::Plain,
        };
        Self { tag, script }
    }

    pub(super) fn direction(&self) -> Direction {
        self.script.direction()
    }

    /// The font for Chinese, Japanese or Korean letters.
    pub(super) fn east_asian_font(&self) -> &'static str {
        let tag = self.tag.to_lowercase();
        let has = |part: &str| tag.split('-').any(|subtag| subtag == part);
        match tag.split('-').next() {
            Some("ja") => "MS Mincho",
            Some("ko") => "Batang",
            _ if ["hant", "tw", "hk", "mo"].into_iter().any(has) => "PMingLiU",
            _ => "SimSun",
        }
    }
}

impl Script {
    pub(super) fn direction(self) -> Direction {
        if self == Self::RightToLeft { Direction::RightToLeft } else { Direction::LeftToRight }
    }
}

/// The script that a letter belongs to; `None` for figures, spaces, marks of punctuation.
pub(super) fn script_of(letter: char) -> Option<Script> {
    match letter {
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => Some(Script::RightToLeft),
        '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{a8e0}'..='\u{a8ff}' => Some(Script::Shaped),
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}' => Some(Script::EastAsian),
        _ if letter.is_alphabetic() => Some(Script::Plain),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_tells_the_script() {
        for (tag, script) in [
            ("ar", Script::RightToLeft),
            ("uz-Arab-AF", Script::RightToLeft),
            ("uz", Script::Plain),
            ("zh-Hant-TW", Script::EastAsian),
            ("ne", Script::Shaped),
            ("ru", Script::Plain),
        ] {
            assert_eq!(Language::of(tag, "").script, script, "{tag}");
        }
    }

    #[test]
    fn without_a_tag_the_letters_tell() {
        let unknown = |tag: &str, text: &str| Language::of(tag, text);
        assert_eq!(unknown("", "1. «احتجزوا»").script, Script::RightToLeft);
        assert_eq!(unknown("und", "护照").script, Script::EastAsian);
        assert_eq!(unknown("no\"such", "words"), Language { tag: "und".into(), script: Script::Plain });
    }

    #[test]
    fn each_east_asian_language_has_its_own_letters() {
        assert_eq!(Language::of("zh", "").east_asian_font(), "SimSun");
        assert_eq!(Language::of("zh-TW", "").east_asian_font(), "PMingLiU");
        assert_eq!(Language::of("ja-JP", "").east_asian_font(), "MS Mincho");
    }
}
