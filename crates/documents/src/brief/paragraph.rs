//! Paragraphs: a style, a direction, and what stands in them.

use std::io;

use super::language::Direction;
use super::styles;
use super::xml::{Xml, inside, off, on, value};

/// Writes a paragraph. Its direction is always said, so that words pasted elsewhere keep it.
pub(super) fn write(
    xml: &mut Xml,
    style: styles::Paragraph,
    direction: Direction,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    inside(xml, "w:p", &[], |xml| {
        inside(xml, "w:pPr", &[], |xml| {
            value(xml, "w:pStyle", style.id())?;
            if style == styles::Paragraph::AnnexHeading {
                on(xml, "w:pageBreakBefore")?;
            }
            match direction {
                Direction::RightToLeft => on(xml, "w:bidi"),
                Direction::LeftToRight => off(xml, "w:bidi"),
            }
        })?;
        content(xml)
    })
}
