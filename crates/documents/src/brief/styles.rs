//! The styles: what a secretariat changes once to make the document look like its own.

use std::io;

use super::language::{Direction, Language, Script};
use super::numbering;
use super::run::lang;
use super::xml::{WORD, Xml, empty, inside, off, on, part, value};

/// The styles of paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paragraph {
    Title,
    Note,
    Heading,
    /// A heading of the same level, on a new page.
    AnnexHeading,
    AnnexNote,
    Chapeau,
    Numbered,
    NumberedBold,
    TableText,
    TableHeading,
    Footer,
}

/// The styles of stretches within a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Character {
    Quotation,
    Evidence,
}

/// The style of the annex's table.
pub(super) const TABLE: &str = "EvidenceTable";

const NORMAL: &str = "Normal";
const FONT: &str = "Times New Roman";

/// Grey with a contrast of 10 to 1 on white.
const GREY: &str = "404040";
const SHADE: &str = "F2F2F2";

impl Paragraph {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Note => "Subtitle",
            Self::Heading | Self::AnnexHeading => "Heading1",
            Self::AnnexNote => "AnnexNote",
            Self::Chapeau => "Chapeau",
            Self::Numbered => "NumberedParagraph",
            Self::NumberedBold => "Recommendation",
            Self::TableText => "TableText",
            Self::TableHeading => "TableHeading",
            Self::Footer => "Footer",
        }
    }
}

impl Character {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Quotation => "Quotation",
            Self::Evidence => "EvidenceReference",
        }
    }
}

/// What a style says of its letters.
#[derive(Clone, Copy, Debug, Default)]
struct Letters {
    bold: bool,
    italic: bool,
    grey: bool,
    /// In half points; 0 where it is that of the style below.
    size: u32,
}

impl Letters {
    /// In the order that the schema wants. Arabic letters are small for their size, so they get one point more. They are
    /// never slanted.
    fn write(self, xml: &mut Xml) -> io::Result<()> {
        inside(xml, "w:rPr", &[], |xml| {
            if self.bold {
                on(xml, "w:b")?;
                on(xml, "w:bCs")?;
            }
            if self.italic {
                on(xml, "w:i")?;
                off(xml, "w:iCs")?;
            }
            if self.grey {
                value(xml, "w:color", GREY)?;
            }
            if self.size > 0 {
                value(xml, "w:sz", &self.size.to_string())?;
                value(xml, "w:szCs", &(self.size + 2).to_string())?;
            }
            Ok(())
        })
    }
}

type Content = fn(&mut Xml) -> io::Result<()>;

pub(super) fn part_of_styles(language: &Language) -> io::Result<Vec<u8>> {
    part("w:styles", &[WORD], |xml| {
        defaults(xml, language)?;
        normal(xml, language)?;
        headings(xml)?;
        numbered(xml)?;
        annex(xml)?;
        characters(xml)?;
        table(xml)
    })
}

fn defaults(xml: &mut Xml, language: &Language) -> io::Result<()> {
    inside(xml, "w:docDefaults", &[], |xml| {
        inside(xml, "w:rPrDefault", &[], |xml| {
            inside(xml, "w:rPr", &[], |xml| {
                let fonts =
                    [("w:ascii", FONT), ("w:hAnsi", FONT), ("w:eastAsia", language.east_asian_font()), ("w:cs", FONT)];
                empty(xml, "w:rFonts", &fonts)?;
                value(xml, "w:sz", "21")?;
                value(xml, "w:szCs", "24")?;
                default_language(xml, language)
            })
        })?;
        inside(xml, "w:pPrDefault", &[], |xml| inside(xml, "w:pPr", &[], |xml| spacing(xml, "0", "120", "264")))
    })
}

/// For scripts of which the brief's language says nothing, the most common language, as Word does by itself.
fn default_language(xml: &mut Xml, language: &Language) -> io::Result<()> {
    if language.script == Script::Plain {
        empty(xml, "w:lang", &[("w:val", &language.tag), ("w:eastAsia", "zh-CN"), ("w:bidi", "ar-SA")])
    } else {
        lang(xml, language)
    }
}

fn normal(xml: &mut Xml, language: &Language) -> io::Result<()> {
    let attributes = [("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", NORMAL)];
    inside(xml, "w:style", &attributes, |xml| {
        value(xml, "w:name", "Normal")?;
        on(xml, "w:qFormat")?;
        inside(xml, "w:pPr", &[], |xml| {
            on(xml, "w:widowControl")?;
            if language.direction() == Direction::RightToLeft { on(xml, "w:bidi") } else { Ok(()) }
        })
    })
}

fn headings(xml: &mut Xml) -> io::Result<()> {
    let title = Letters { bold: true, size: 34, ..Letters::default() };
    style(xml, Paragraph::Title, "Title", NORMAL, title, |xml| {
        on(xml, "w:keepNext")?;
        on(xml, "w:keepLines")?;
        spacing(xml, "0", "120", "252")
    })?;
    let note = Letters { grey: true, size: 20, ..Letters::default() };
    style(xml, Paragraph::Note, "Subtitle", NORMAL, note, |xml| {
        inside(xml, "w:pBdr", &[], |xml| border(xml, "w:bottom", "8", "8"))?;
        spacing(xml, "0", "320", "252")
    })?;
    let heading = Letters { bold: true, size: 26, ..Letters::default() };
    style(xml, Paragraph::Heading, "heading 1", NORMAL, heading, |xml| {
        on(xml, "w:keepNext")?;
        on(xml, "w:keepLines")?;
        spacing(xml, "320", "120", "252")?;
        value(xml, "w:outlineLvl", "0")
    })?;
    style(xml, Paragraph::Chapeau, "Chapeau", NORMAL, Letters::default(), |xml| on(xml, "w:keepNext"))?;
    style(xml, Paragraph::Footer, "footer", NORMAL, Letters { size: 18, ..Letters::default() }, |xml| {
        spacing(xml, "0", "0", "240")?;
        value(xml, "w:jc", "center")
    })
}

fn numbered(xml: &mut Xml) -> io::Result<()> {
    style(xml, Paragraph::Numbered, "Numbered Paragraph", NORMAL, Letters::default(), |xml| {
        inside(xml, "w:numPr", &[], |xml| value(xml, "w:numId", numbering::LIST))
    })?;
    let bold = Letters { bold: true, ..Letters::default() };
    style(xml, Paragraph::NumberedBold, "Recommendation", Paragraph::Numbered.id(), bold, |_| Ok(()))
}

fn annex(xml: &mut Xml) -> io::Result<()> {
    style(xml, Paragraph::AnnexNote, "Annex Note", NORMAL, Letters { grey: true, ..Letters::default() }, |xml| {
        on(xml, "w:keepNext")?;
        spacing(xml, "0", "200", "264")
    })?;
    let small = Letters { size: 18, ..Letters::default() };
    style(xml, Paragraph::TableText, "Table Text", NORMAL, small, |xml| spacing(xml, "40", "40", "240"))?;
    let bold = Letters { bold: true, ..Letters::default() };
    style(xml, Paragraph::TableHeading, "Table Heading", Paragraph::TableText.id(), bold, |xml| on(xml, "w:keepNext"))
}

fn characters(xml: &mut Xml) -> io::Result<()> {
    let quotation = Letters { italic: true, ..Letters::default() };
    let evidence = Letters { grey: true, size: 17, ..Letters::default() };
    for (style, name, letters) in
        [(Character::Quotation, "Quotation", quotation), (Character::Evidence, "Evidence Reference", evidence)]
    {
        let attributes = [("w:type", "character"), ("w:customStyle", "1"), ("w:styleId", style.id())];
        inside(xml, "w:style", &attributes, |xml| {
            value(xml, "w:name", name)?;
            on(xml, "w:qFormat")?;
            letters.write(xml)
        })?;
    }
    Ok(())
}

fn table(xml: &mut Xml) -> io::Result<()> {
    let attributes = [("w:type", "table"), ("w:customStyle", "1"), ("w:styleId", TABLE)];
    inside(xml, "w:style", &attributes, |xml| {
        value(xml, "w:name", "Evidence Table")?;
        inside(xml, "w:tblPr", &[], |xml| {
            inside(xml, "w:tblBorders", &[], |xml| {
                border(xml, "w:top", "8", "0")?;
                border(xml, "w:bottom", "8", "0")?;
                border(xml, "w:insideH", "4", "0")
            })?;
            inside(xml, "w:tblCellMar", &[], |xml| {
                empty(xml, "w:left", &[("w:w", "85"), ("w:type", "dxa")])?;
                empty(xml, "w:right", &[("w:w", "85"), ("w:type", "dxa")])
            })
        })?;
        inside(xml, "w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            Letters { bold: true, ..Letters::default() }.write(xml)?;
            inside(xml, "w:tcPr", &[], |xml| {
                inside(xml, "w:tcBorders", &[], |xml| border(xml, "w:bottom", "8", "0"))?;
                empty(xml, "w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", SHADE)])
            })
        })
    })
}

/// One style of paragraphs.
fn style(
    xml: &mut Xml,
    style: Paragraph,
    name: &str,
    based_on: &str,
    letters: Letters,
    layout: Content,
) -> io::Result<()> {
    let is_words_own = matches!(style, Paragraph::Title | Paragraph::Note | Paragraph::Heading | Paragraph::Footer);
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id())];
    if !is_words_own {
        attributes.push(("w:customStyle", "1"));
    }
    inside(xml, "w:style", &attributes, |xml| {
        value(xml, "w:name", name)?;
        value(xml, "w:basedOn", based_on)?;
        on(xml, "w:qFormat")?;
        inside(xml, "w:pPr", &[], layout)?;
        letters.write(xml)
    })
}

fn spacing(xml: &mut Xml, before: &str, after: &str, line: &str) -> io::Result<()> {
    let attributes = [("w:before", before), ("w:after", after), ("w:line", line), ("w:lineRule", "auto")];
    empty(xml, "w:spacing", &attributes)
}

/// A line of `eighths` of a point, `away` points from the text.
fn border(xml: &mut Xml, side: &str, eighths: &str, away: &str) -> io::Result<()> {
    empty(xml, side, &[("w:val", "single"), ("w:sz", eighths), ("w:space", away), ("w:color", "7F7F7F")])
}
