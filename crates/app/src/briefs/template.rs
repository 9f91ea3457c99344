//! The templates that ship: which sections a brief has, in which words, and how long they may be.

use std::collections::BTreeMap;

use anteroom_model::words::{Status, Word, Words};
use serde::Deserialize;

use crate::error::AppError;

const SHIPPED: &[&str] = &[
    include_str!("../../../../frameworks/templates/roundtable-brief.json"),
    include_str!("../../../../frameworks/templates/stakeholder-summary.json"),
];

#[derive(Debug, Deserialize)]
pub(crate) struct Template {
    #[serde(rename = "template")]
    pub(crate) key: String,
    pub(crate) name: BTreeMap<String, String>,
    pub(crate) sections: Vec<SectionTemplate>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SectionTemplate {
    pub(crate) key: String,
    pub(crate) heading: BTreeMap<String, String>,
    /// In words of the brief's language.
    #[serde(default)]
    pub(crate) budget: Option<i64>,
    #[serde(default)]
    pub(crate) types: Vec<String>,
    #[serde(default)]
    pub(crate) chapeau: Option<BTreeMap<String, String>>,
    #[serde(default)]
    pub(crate) bold: bool,
}

impl Template {
    /// All that ship.
    pub(crate) fn all() -> Vec<Self> {
        SHIPPED.iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
    }

    /// The shipped template of this key.
    ///
    /// # Errors
    /// `unknown-template`, with the keys there are.
    pub(crate) fn shipped(key: &str) -> Result<Self, AppError> {
        let all = Self::all();
        let known = all.iter().map(|template| template.key.clone()).collect::<Vec<_>>().join(", ");
        all.into_iter()
            .find(|template| template.key == key)
            .ok_or_else(|| AppError::new("unknown-template", &[("name", key), ("known", &known)]))
    }
}

/// Our own wording in several languages, as words.
pub(crate) fn words(names: &BTreeMap<String, String>) -> Words {
    let word = |(language, text): (&String, &String)| Word {
        language: language.clone(),
        text: text.clone(),
        status: Status::Ours,
        source: String::new(),
    };
    Words(names.iter().map(word).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_templates_ship_and_their_sections_differ() {
        for text in SHIPPED {
            let template: Template = serde_json::from_str(text).unwrap();
            let keys: std::collections::BTreeSet<_> = template.sections.iter().map(|section| &section.key).collect();
            assert_eq!(keys.len(), template.sections.len(), "{} repeats a section", template.key);
            assert!(
                template.sections.iter().any(|section| section.chapeau.is_some()),
                "recommendations stand under a chapeau"
            );
        }
        assert_eq!(Template::shipped("haiku").unwrap_err().code, "unknown-template");
    }
}
