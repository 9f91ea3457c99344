//! What is said about the document: its title and its language, and nothing about who made it, when, or with what.

use std::io;

use anteroom_model::release::ReleasedBrief;

use super::language::{Language, Script};
use super::text::one_line;
use super::xml::{WORD, empty, inside, part, text, value};

const CORE: [(&str, &str); 2] = [
    ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
];

/// The version of Word whose layout is meant. Without it, Word opens the document in its oldest mode.
const WORD_2013: [(&str, &str); 3] =
    [("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"), ("w:val", "15")];

pub(super) fn core(brief: &ReleasedBrief, language: &Language) -> io::Result<Vec<u8>> {
    // A document without a title fails every check of accessibility.
    let title = [brief.title(), brief.note()].map(one_line).into_iter().find(|title| !title.is_empty());
    part("cp:coreProperties", &CORE, |xml| {
        text(xml, "dc:title", &[], &title.unwrap_or_default())?;
        text(xml, "dc:language", &[], &language.tag)
    })
}

pub(super) fn settings(language: &Language) -> io::Result<Vec<u8>> {
    part("w:settings", &[WORD], |xml| {
        value(xml, "w:defaultTabStop", "567")?;
        value(xml, "w:characterSpacingControl", "doNotCompress")?;
        inside(xml, "w:compat", &[], |xml| empty(xml, "w:compatSetting", &WORD_2013))?;
        let slot = match language.script {
            Script::EastAsian => "w:eastAsia",
            Script::RightToLeft | Script::Shaped => "w:bidi",
            Script::Plain => return value(xml, "w:themeFontLang", &language.tag),
        };
        empty(xml, "w:themeFontLang", &[("w:val", &language.tag), (slot, &language.tag)])
    })
}
