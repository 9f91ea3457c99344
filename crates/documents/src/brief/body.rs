//! The document itself: title, sections, numbered paragraphs, annex; and the footer with the number of the page.

use std::io;

use anteroom_model::release::{ReleasedBrief, ReleasedParagraph, ReleasedSection, Run};

use super::language::{Direction, Language};
use super::run::Manner;
use super::styles::{Character, Paragraph};
use super::xml::{RELATIONS, WORD, Xml, empty, inside, on, part};
use super::{annex, package, paragraph, run};

/// A4, in twentieths of a point.
const PAGE: [(&str, &str); 2] = [("w:w", "11906"), ("w:h", "16838")];
const MARGINS: [(&str, &str); 7] = [
    ("w:top", "1418"),
    ("w:right", "1418"),
    ("w:bottom", "1418"),
    ("w:left", "1418"),
    ("w:header", "709"),
    ("w:footer", "709"),
    ("w:gutter", "0"),
];
/// What is left between the margins.
pub(super) const WIDTH: u32 = 11906 - 2 * 1418;

pub(super) fn document(brief: &ReleasedBrief, language: &Language) -> io::Result<Vec<u8>> {
    part("w:document", &[WORD, RELATIONS], |xml| {
        inside(xml, "w:body", &[], |xml| {
            line(xml, Paragraph::Title, brief.title(), language)?;
            line(xml, Paragraph::Note, brief.note(), language)?;
            for section in brief.sections() {
                write_section(xml, section, brief, language)?;
            }
            annex::write(xml, brief, language)?;
            page(xml, language)
        })
    })
}

/// A paragraph of words in the brief's own language; none where there are no words.
pub(super) fn line(xml: &mut Xml, style: Paragraph, words: &str, language: &Language) -> io::Result<()> {
    if words.trim().is_empty() {
        return Ok(());
    }
    let direction = language.direction();
    paragraph::write(xml, style, direction, |xml| run::write(xml, words, language, direction, Manner::default()))
}

fn write_section(
    xml: &mut Xml,
    section: &ReleasedSection,
    brief: &ReleasedBrief,
    language: &Language,
) -> io::Result<()> {
    line(xml, Paragraph::Heading, &section.heading, language)?;
    line(xml, Paragraph::Chapeau, section.chapeau.as_deref().unwrap_or_default(), language)?;
    let style = if section.bold { Paragraph::NumberedBold } else { Paragraph::Numbered };
    for numbered in &section.paragraphs {
        paragraph::write(xml, style, language.direction(), |xml| {
            for piece in &numbered.runs {
                write_piece(xml, piece, language.direction())?;
            }
            evidence(xml, numbered, &brief.words().evidence, language)
        })?;
    }
    Ok(())
}

/// The quotation marks around somebody's words are the rapporteur's, and stand in the text before and after.
pub(super) fn write_piece(xml: &mut Xml, piece: &Run, direction: Direction) -> io::Result<()> {
    let style = piece.quoted.then_some(Character::Quotation);
    let language = Language::of(&piece.language, &piece.text);
    run::write(xml, &piece.text, &language, direction, Manner { style, ..Manner::default() })
}

/// The references on a line of their own, within the paragraph that rests on them.
fn evidence(xml: &mut Xml, paragraph: &ReleasedParagraph, label: &str, language: &Language) -> io::Result<()> {
    if paragraph.evidence.is_empty() {
        return Ok(());
    }
    let direction = language.direction();
    let small = Manner { style: Some(Character::Evidence), light: true, no_words: false };
    run::line_break(xml, language)?;
    run::write(xml, &format!("{label} "), language, direction, small)?;
    for (at, reference) in paragraph.evidence.iter().enumerate() {
        if at > 0 {
            run::write(xml, " · ", language, direction, small)?;
        }
        run::write(xml, reference, language, direction, Manner { no_words: true, ..small })?;
    }
    Ok(())
}

fn page(xml: &mut Xml, language: &Language) -> io::Result<()> {
    inside(xml, "w:sectPr", &[], |xml| {
        empty(xml, "w:footerReference", &[("w:type", "default"), ("r:id", package::FOOTER)])?;
        empty(xml, "w:pgSz", &PAGE)?;
        empty(xml, "w:pgMar", &MARGINS)?;
        if language.direction() == Direction::RightToLeft { on(xml, "w:bidi") } else { Ok(()) }
    })
}

pub(super) fn footer(language: &Language) -> io::Result<Vec<u8>> {
    part("w:ftr", &[WORD, RELATIONS], |xml| {
        paragraph::write(xml, Paragraph::Footer, language.direction(), |xml| {
            // Without the count of pages: "1/2" reads backwards in Arabic.
            run::field(xml, " PAGE ", language)
        })
    })
}
