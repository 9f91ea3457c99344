//! The annex: the evidence as a table that can be read aloud, with a header row that is marked and repeated on each page.

use std::io;

use anteroom_model::release::{AnnexEntry, ReleasedBrief};

use super::body::{WIDTH, line, write_piece};
use super::language::{Direction, Language};
use super::paragraph;
use super::run::{self, Manner};
use super::styles::{Paragraph, TABLE};
use super::text::one_line;
use super::xml::{Xml, empty, inside, on, value};

/// Reference, who, kind, about, words: in hundredths of the width.
const SHARES: [u32; 5] = [14, 19, 17, 19, 31];

/// Writes the annex, if anything is cited.
pub(super) fn write(xml: &mut Xml, brief: &ReleasedBrief, language: &Language) -> io::Result<()> {
    if brief.annex().is_empty() {
        return Ok(());
    }
    let words = brief.words();
    line(xml, Paragraph::AnnexHeading, &words.annex, language)?;
    line(xml, Paragraph::AnnexNote, &words.annex_note, language)?;
    inside(xml, "w:tbl", &[], |xml| {
        properties(xml, brief, language)?;
        inside(xml, "w:tblGrid", &[], |xml| {
            SHARES.iter().try_for_each(|share| empty(xml, "w:gridCol", &[("w:w", &width(*share))]))
        })?;
        header(xml, brief, language)?;
        brief.annex().iter().try_for_each(|entry| row(xml, entry, brief, language))
    })?;
    // Word wants a paragraph behind a table.
    paragraph::write(xml, Paragraph::TableText, language.direction(), |_| Ok(()))
}

fn width(share: u32) -> String {
    (WIDTH * share / 100).to_string()
}

/// In the order that the schema wants. Caption and description are what a screen reader says first.
fn properties(xml: &mut Xml, brief: &ReleasedBrief, language: &Language) -> io::Result<()> {
    inside(xml, "w:tblPr", &[], |xml| {
        value(xml, "w:tblStyle", TABLE)?;
        if language.direction() == Direction::RightToLeft {
            on(xml, "w:bidiVisual")?;
        }
        empty(xml, "w:tblW", &[("w:w", &width(100)), ("w:type", "dxa")])?;
        empty(xml, "w:tblLayout", &[("w:type", "fixed")])?;
        let first_row_only = [
            ("w:val", "0020"),
            ("w:firstRow", "1"),
            ("w:lastRow", "0"),
            ("w:firstColumn", "0"),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ];
        empty(xml, "w:tblLook", &first_row_only)?;
        value(xml, "w:tblCaption", &one_line(&brief.words().annex))?;
        value(xml, "w:tblDescription", &one_line(&brief.words().annex_note))
    })
}

fn header(xml: &mut Xml, brief: &ReleasedBrief, language: &Language) -> io::Result<()> {
    let words = brief.words();
    inside(xml, "w:tr", &[], |xml| {
        inside(xml, "w:trPr", &[], |xml| {
            on(xml, "w:cantSplit")?;
            on(xml, "w:tblHeader")
        })?;
        let names = [&words.reference, &words.who, &words.kind, &words.about, &words.words];
        for (name, share) in names.into_iter().zip(SHARES) {
            cell(xml, share, |xml| text(xml, Paragraph::TableHeading, name, language, Manner::default()))?;
        }
        Ok(())
    })
}

fn row(xml: &mut Xml, entry: &AnnexEntry, brief: &ReleasedBrief, language: &Language) -> io::Result<()> {
    let [reference, who, kind, about, words] = SHARES;
    let plain = Manner::default();
    inside(xml, "w:tr", &[], |xml| {
        inside(xml, "w:trPr", &[], |xml| on(xml, "w:cantSplit"))?;
        let no_words = Manner { no_words: true, ..plain };
        cell(xml, reference, |xml| text(xml, Paragraph::TableText, &entry.reference, language, no_words))?;
        cell(xml, who, |xml| text(xml, Paragraph::TableText, &entry.who, language, plain))?;
        cell(xml, kind, |xml| text(xml, Paragraph::TableText, &entry.kind, language, plain))?;
        cell(xml, about, |xml| text(xml, Paragraph::TableText, &entry.about.join("\n"), language, plain))?;
        cell(xml, words, |xml| match &entry.words {
            Some(said) => {
                // Alone in their cell, somebody's words run in their own direction.
                let direction = Language::of(&said.language, &said.text).direction();
                paragraph::write(xml, Paragraph::TableText, direction, |xml| write_piece(xml, said, direction))
            }
            None if entry.is_unsettled => text(xml, Paragraph::TableText, &brief.words().unsettled, language, plain),
            None => text(xml, Paragraph::TableText, &brief.words().not_quoted, language, plain),
        })
    })
}

fn cell(xml: &mut Xml, share: u32, content: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    inside(xml, "w:tc", &[], |xml| {
        inside(xml, "w:tcPr", &[], |xml| empty(xml, "w:tcW", &[("w:w", &width(share)), ("w:type", "dxa")]))?;
        content(xml)
    })
}

/// A paragraph of a cell, there even when it is empty: a cell without one makes the document unreadable.
fn text(xml: &mut Xml, style: Paragraph, words: &str, language: &Language, manner: Manner) -> io::Result<()> {
    let direction = language.direction();
    paragraph::write(xml, style, direction, |xml| run::write(xml, words, language, direction, manner))
}
