//! The one list of the document: its paragraphs, numbered from 1 to the last through all sections.

use std::io;

use super::language::{Direction, Language};
use super::styles::Paragraph;
use super::xml::{WORD, empty, inside, part, value};

/// As the style of the numbered paragraphs names it.
pub(super) const LIST: &str = "1";

/// Where the number and, behind it, the text begin on the first line, in twentieths of a point. The lines below are flush.
///
/// In a right-to-left paragraph the number grows to the left of its place in Word, to the right in LibreOffice: there is
/// room on both sides.
fn places(direction: Direction) -> (&'static str, &'static str) {
    match direction {
        Direction::LeftToRight => ("0", "567"),
        Direction::RightToLeft => ("340", "737"),
    }
}

pub(super) fn part_of_list(language: &Language) -> io::Result<Vec<u8>> {
    let (number, text) = places(language.direction());
    part("w:numbering", &[WORD], |xml| {
        inside(xml, "w:abstractNum", &[("w:abstractNumId", "0")], |xml| {
            value(xml, "w:multiLevelType", "singleLevel")?;
            inside(xml, "w:lvl", &[("w:ilvl", "0")], |xml| {
                value(xml, "w:start", "1")?;
                value(xml, "w:numFmt", "decimal")?;
                value(xml, "w:pStyle", Paragraph::Numbered.id())?;
                value(xml, "w:suff", "tab")?;
                value(xml, "w:lvlText", "%1.")?;
                value(xml, "w:lvlJc", "left")?;
                inside(xml, "w:pPr", &[], |xml| {
                    inside(xml, "w:tabs", &[], |xml| empty(xml, "w:tab", &[("w:val", "num"), ("w:pos", text)]))?;
                    empty(xml, "w:ind", &[("w:left", "0"), ("w:firstLine", number)])
                })
            })
        })?;
        inside(xml, "w:num", &[("w:numId", LIST)], |xml| value(xml, "w:abstractNumId", "0"))
    })
}
