//! A name or a title in several languages, each with where it comes from. What is missing falls back, and says so.

use serde::{Deserialize, Serialize};

use crate::value::Value;

/// Where a wording comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Read in a published source.
    Verified,
    /// Remembered, and in need of a check by a reader of the language.
    Memory,
    /// Our own wording, not an official one.
    #[default]
    Ours,
}

/// A wording in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// BCP 47; empty where one wording serves all.
    pub language: String,
    pub text: String,
    pub status: Status,
    /// Where an official wording was read; empty for our own.
    pub source: String,
}

/// One name in several languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Vec<Word>);

/// The language that every official name has.
const LAST_RESORT: &str = "en";

impl Words {
    pub fn one(text: impl Into<String>) -> Self {
        Self(vec![Word { language: String::new(), text: text.into(), status: Status::Ours, source: String::new() }])
    }

    /// The wording in `language`, and whether another language had to stand in.
    pub fn in_language(&self, language: &str) -> (&str, bool) {
        let asked = language.split('-').next().unwrap_or_default();
        let find = |language: &str| self.0.iter().find(|word| word.language == language);
        if let Some(word) = find(asked).or_else(|| find("")) {
            return (&word.text, false);
        }
        find(LAST_RESORT).or_else(|| self.0.first()).map_or(("", true), |word| (&word.text, true))
    }

    /// As it is stored: a list of `[language, text, status]`, the source behind where there is one.
    pub fn to_value(&self) -> Value {
        let stored = |word: &Word| {
            let status = Value::Int(word.status.number());
            let mut parts = vec![word.language.as_str().into(), word.text.as_str().into(), status];
            parts.extend((!word.source.is_empty()).then(|| word.source.as_str().into()));
            Value::List(parts)
        };
        Value::List(self.0.iter().map(stored).collect())
    }

    /// Reads what is stored; a bare text is a wording that serves all languages.
    pub fn read(value: Option<&Value>) -> Self {
        match value {
            Some(Value::Text(text)) => Self::one(text.as_str()),
            Some(Value::List(items)) => Self(items.iter().filter_map(read_word).collect()),
            _ => Self::default(),
        }
    }
}

fn read_word(value: &Value) -> Option<Word> {
    let [language, text, status, rest @ ..] = value.list()? else { return None };
    Some(Word {
        language: language.text()?.to_owned(),
        text: text.text()?.to_owned(),
        status: Status::from_number(status.int()?),
        source: rest.first().and_then(Value::text).unwrap_or_default().to_owned(),
    })
}

impl Status {
    fn number(self) -> i64 {
        match self {
            Self::Ours => 0,
            Self::Verified => 1,
            Self::Memory => 2,
        }
    }

    fn from_number(number: i64) -> Self {
        match number {
            1 => Self::Verified,
            2 => Self::Memory,
            _ => Self::Ours,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(language: &str, text: &str) -> Word {
        Word { language: language.into(), text: text.into(), status: Status::Verified, source: "A/RES/73/195".into() }
    }

    #[test]
    fn a_missing_language_falls_back_to_english_and_says_so() {
        let title = Words(vec![word("fr", "Données"), word("en", "Data")]);
        assert_eq!(title.in_language("fr-CH"), ("Données", false));
        assert_eq!(title.in_language("ar"), ("Data", true));
        assert_eq!(Words::one("Anyone").in_language("ar"), ("Anyone", false));
    }

    #[test]
    fn words_read_back() {
        let title = Words(vec![word("ru", "Данные"), word("en", "Data")]);
        assert_eq!(Words::read(Some(&title.to_value())), title);
        assert_eq!(Words::read(Some(&Value::from("Plain"))), Words::one("Plain"));
        assert_eq!(Words::read(None), Words::default());
    }
}
