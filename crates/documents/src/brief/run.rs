//! Stretches of text with their language, their direction and their manner.

use std::io;

use super::language::{Direction, Language, Script};
use super::stretches::stretches;
use super::styles;
use super::text::legible;
use super::xml::{Xml, empty, inside, off, on, text, value};

/// How a stretch of text looks, beside what its paragraph says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manner {
    pub(super) style: Option<styles::Character>,
    /// Not bold, in a paragraph that is.
    pub(super) light: bool,
    /// No words of a language, so that no spelling is checked.
    pub(super) no_words: bool,
}

/// Writes `words` in a paragraph that runs in `direction`.
///
/// Words that run against their paragraph are embedded: their full stop, and a foreign name among them, stand where a
/// reader of that language looks for them.
pub(super) fn write(
    xml: &mut Xml,
    words: &str,
    language: &Language,
    direction: Direction,
    manner: Manner,
) -> io::Result<()> {
    let words = legible(words);
    let embedded = language.direction() != direction && !words.is_empty();
    if embedded {
        let opening = if language.direction() == Direction::RightToLeft { "\u{202b}" } else { "\u{202a}" };
        mark(xml, opening, language)?;
    }
    for (script, stretch) in stretches(&words, language.script) {
        inside(xml, "w:r", &[], |xml| {
            properties(xml, script, language, manner)?;
            content(xml, stretch)
        })?;
    }
    if embedded { mark(xml, "\u{202c}", language) } else { Ok(()) }
}

/// A line break of our own.
pub(super) fn line_break(xml: &mut Xml, language: &Language) -> io::Result<()> {
    inside(xml, "w:r", &[], |xml| {
        properties(xml, language.script, language, Manner::default())?;
        on(xml, "w:br")
    })
}

/// A number that the reader's program works out, such as that of the page.
pub(super) fn field(xml: &mut Xml, instruction: &str, language: &Language) -> io::Result<()> {
    inside(xml, "w:fldSimple", &[("w:instr", instruction)], |xml| {
        inside(xml, "w:r", &[], |xml| {
            properties(xml, language.script, language, Manner::default())?;
            text(xml, "w:t", &[], "1")
        })
    })
}

/// A mark of direction: never part of what somebody said, so without the style of a quotation.
fn mark(xml: &mut Xml, mark: &str, language: &Language) -> io::Result<()> {
    inside(xml, "w:r", &[], |xml| {
        properties(xml, language.script, language, Manner::default())?;
        text(xml, "w:t", &[], mark)
    })
}

/// In the order that the schema wants.
fn properties(xml: &mut Xml, script: Script, language: &Language, manner: Manner) -> io::Result<()> {
    let is_east_asian = language.script == Script::EastAsian;
    inside(xml, "w:rPr", &[], |xml| {
        if let Some(style) = manner.style {
            value(xml, "w:rStyle", style.id())?;
        }
        if is_east_asian {
            // The hint gives punctuation that Latin and Chinese share its Chinese width.
            empty(xml, "w:rFonts", &[("w:eastAsia", language.east_asian_font()), ("w:hint", "eastAsia")])?;
        }
        if manner.light {
            off(xml, "w:b")?;
            off(xml, "w:bCs")?;
        }
        if is_east_asian && manner.style == Some(styles::Character::Quotation) {
            off(xml, "w:i")?; // Chinese has no slanted letters
        }
        if manner.no_words || language.tag == "und" {
            on(xml, "w:noProof")?;
        }
        match script {
            Script::RightToLeft => on(xml, "w:rtl")?,
            Script::Shaped => on(xml, "w:cs")?,
            Script::Plain | Script::EastAsian => {}
        }
        lang(xml, language)
    })
}

/// The language in each slot where Word may look for it. `x-none` is Word's own word for a language that is not known.
pub(super) fn lang(xml: &mut Xml, language: &Language) -> io::Result<()> {
    let tag = if language.tag == "und" { "x-none" } else { &language.tag };
    let mut slots = vec![("w:val", tag)];
    match language.script {
        Script::EastAsian => slots.push(("w:eastAsia", tag)),
        Script::Shaped | Script::RightToLeft => slots.push(("w:bidi", tag)),
        Script::Plain => {}
    }
    empty(xml, "w:lang", &slots)
}

fn content(xml: &mut Xml, stretch: &str) -> io::Result<()> {
    for (line, words) in stretch.split('\n').enumerate() {
        if line > 0 {
            on(xml, "w:br")?;
        }
        for (tab, words) in words.split('\t').enumerate() {
            if tab > 0 {
                on(xml, "w:tab")?;
            }
            if !words.is_empty() {
                text(xml, "w:t", &[("xml:space", "preserve")], words)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(words: &str, tag: &str, direction: Direction, manner: Manner) -> String {
        let mut xml = Xml::new(Vec::new());
        write(&mut xml, words, &Language::of(tag, words), direction, manner).unwrap();
        String::from_utf8(xml.into_inner()).unwrap()
    }

    #[test]
    fn a_line_end_becomes_a_break_and_markup_stays_text() {
        let xml = written("a <b>\r\n\tc & d", "en", Direction::LeftToRight, Manner::default());
        assert!(xml.contains(r#">a &lt;b&gt;</w:t><w:br/><w:tab/><w:t xml:space="preserve">c &amp; d</w:t>"#), "{xml}");
    }

    #[test]
    fn words_against_their_paragraph_are_embedded() {
        let against = written("احتجزوا!", "ar", Direction::LeftToRight, Manner::default());
        let along = written("احتجزوا!", "ar", Direction::RightToLeft, Manner::default());
        assert!(against.contains('\u{202b}') && against.contains('\u{202c}'));
        assert!(!along.contains('\u{202b}'));
        for xml in [against, along] {
            assert!(xml.contains(r#"<w:rtl/><w:lang w:val="ar" w:bidi="ar"/>"#), "{xml}");
        }
    }

    #[test]
    fn chinese_words_are_never_slanted() {
        let quotation = Manner { style: Some(styles::Character::Quotation), ..Manner::default() };
        let xml = written("护照", "zh", Direction::LeftToRight, quotation);
        assert!(xml.contains(r#"<w:i w:val="0"/><w:lang w:val="zh" w:eastAsia="zh"/>"#), "{xml}");
        assert!(xml.contains(r#"w:eastAsia="SimSun" w:hint="eastAsia""#), "{xml}");
    }
}
