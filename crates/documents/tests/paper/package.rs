//! What is in the file, and what must not be.

use anteroom_documents::brief::docx;
use quick_xml::events::Event;

use crate::samples::{arabic, english, released};
use crate::tools::{part, parts};

#[test]
fn the_same_brief_gives_the_same_bytes() {
    assert_eq!(docx(&released(&english())).unwrap(), docx(&released(&english())).unwrap());
    assert_ne!(docx(&released(&english())).unwrap(), docx(&released(&arabic())).unwrap());
}

#[test]
fn every_part_is_well_formed() {
    let mut hostile = english();
    hostile.title = "A <title> & \"more\"\r\nwith\u{0}a\u{b}control ]]> \u{202e}character".into();
    hostile.words.annex_note = "\"'<>&\n\t\u{1}".into();
    hostile.language = "en\"/><x".into();
    for draft in [english(), arabic(), hostile] {
        for (name, text) in parts(&docx(&released(&draft)).unwrap()) {
            let mut reader = quick_xml::Reader::from_str(&text);
            let mut depth = 0_i32;
            loop {
                match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
                    Event::Start(element) => {
                        depth += 1;
                        element.attributes().for_each(|attribute| drop(attribute.unwrap()));
                    }
                    Event::Empty(element) => element.attributes().for_each(|attribute| drop(attribute.unwrap())),
                    Event::End(_) => depth -= 1,
                    Event::Eof => break,
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{name}");
            let forbidden =
                |letter: char| (letter.is_control() && !matches!(letter, '\n' | '\t')) || letter == '\u{202e}';
            assert!(!text.contains(forbidden), "{name} holds a character that XML or a reader cannot bear");
        }
    }
}

#[test]
fn nothing_says_who_wrote_it_when_or_with_what() {
    let file = docx(&released(&english())).unwrap();
    let core = part(&file, "docProps/core.xml");
    assert!(
        core.contains("<dc:title>Protecting migrants through rights-based border governance measures</dc:title>"),
        "{core}"
    );
    assert!(core.contains("<dc:language>en</dc:language>"), "{core}");
    let all: String = parts(&file).into_iter().map(|(name, text)| name + &text).collect();
    for trace in [
        "creator",
        "lastModifiedBy",
        "dcterms",
        "created",
        "modified",
        "rsid",
        "paraId",
        "w:ins ",
        "w:del ",
        "w:author",
        "w:date",
        "bookmark",
        "docProps/app.xml",
        "K7F",
    ] {
        assert!(!all.contains(trace), "{trace}");
    }
}

#[test]
fn nothing_in_the_package_has_a_date() {
    let file = docx(&released(&english())).unwrap();
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(&file[..])).unwrap();
    for at in 0..package.len() {
        let part = package.by_index(at).unwrap();
        assert_eq!(part.last_modified(), Some(zip::DateTime::default()), "{:?}", part.name());
        assert_eq!(part.extra_data().unwrap_or_default(), b"", "{:?}", part.name());
    }
}

#[test]
fn every_run_says_its_language() {
    for draft in [english(), arabic()] {
        let body = part(&docx(&released(&draft)).unwrap(), "word/document.xml");
        let runs: Vec<_> = body.split("<w:r>").skip(1).collect();
        assert!(runs.len() > 20);
        assert!(runs.iter().all(|run| run.contains("<w:lang ")), "{body}");
    }
}

#[test]
fn an_arabic_brief_runs_from_right_to_left() {
    let file = docx(&released(&arabic())).unwrap();
    let body = part(&file, "word/document.xml");
    assert!(body.contains("<w:bidiVisual/>"), "the table too");
    let against: Vec<_> =
        body.split("<w:p>").filter(|paragraph| paragraph.contains(r#"<w:bidi w:val="0"/>"#)).collect();
    assert_eq!(against.len(), 1, "only the English words that stand alone in a cell");
    assert!(against[0].contains("They kept our passports"));
    assert!(part(&file, "word/styles.xml").contains(r#"<w:lang w:val="ar" w:bidi="ar"/>"#));
}

#[test]
fn the_header_of_the_annex_is_marked_and_repeated() {
    let body = part(&docx(&released(&english())).unwrap(), "word/document.xml");
    let rows: Vec<_> = body.split("<w:tr>").skip(1).collect();
    assert_eq!(rows.len(), 6);
    assert!(rows[0].contains("<w:tblHeader/>") && rows[0].contains(r#"<w:pStyle w:val="TableHeading"/>"#));
    assert!(rows[1..].iter().all(|row| !row.contains("<w:tblHeader/>")));
    assert!(body.contains(r#"<w:tblCaption w:val="Annex: evidence"/>"#));
}

#[test]
fn a_brief_that_cites_nothing_has_no_annex() {
    let mut draft = english();
    draft.sections.truncate(2);
    draft.sections.remove(0);
    let body = part(&docx(&released(&draft)).unwrap(), "word/document.xml");
    assert!(!body.contains("<w:tbl>") && !body.contains("Annex"));
}
