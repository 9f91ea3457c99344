//! What other programs make of the files.

use anteroom_documents::brief::docx;

use crate::samples::{ARABIC, CHINESE, FRENCH, RUSSIAN, arabic, english, released};
use crate::tools::{convert, pages, pandoc};

/// The lines of the pages that begin with a number and a full stop, which stand on either side in a line that runs from
/// right to left.
fn line_with<'a>(text: &'a str, words: &str) -> &'a str {
    text.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words} in {text}"))
}

#[test]
fn paragraphs_are_numbered_through_the_document() {
    let text = pages(&docx(&released(&english())).unwrap());
    for (number, begins) in [
        (1, "Participants described"),
        (2, "Stakeholders were heard"),
        (3, "Identity documents"),
        (4, "One of the youth"),
        (5, "Prohibit the withholding"),
        (6, "Issue a document"),
    ] {
        let line = line_with(&text, begins);
        assert!(line.trim_start().starts_with(&format!("{number}. ")), "{line}");
    }
    assert!(!text.contains("7. "), "{text}");
}

#[test]
fn every_script_reaches_the_page() {
    let text = pages(&docx(&released(&english())).unwrap());
    for words in ["雇主没收了我们的护照", "У нас отобрали паспорта", "On nous a pris", "Trade unions", "E-8MVTW2"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    let alone: Vec<_> = text.lines().map(str::trim).filter(|line| ["1", "2"].contains(line)).collect();
    assert_eq!(alone, ["1", "2"], "the pages are numbered: {text}");
}

#[test]
fn an_arabic_brief_reaches_the_page() {
    let text = pages(&docx(&released(&arabic())).unwrap());
    for (number, words) in [(1, "COVID-19"), (3, "العمل؛")] {
        let line = line_with(&text, words);
        let edges = line.trim_matches(|letter: char| !letter.is_alphanumeric());
        let number = number.to_string();
        assert!(edges.starts_with(&number) || edges.ends_with(&number), "{line}");
    }
    // Where the line is broken, the fonts of the computer decide.
    assert!(text.contains("They kept our passports"), "{text}");
    assert!(text.contains("months."), "with its full stop at its end: {text}");
}

#[test]
fn headings_numbers_and_quotations_are_known_by_their_styles() {
    let html = pandoc(&docx(&released(&english())).unwrap(), &["-f", "docx+styles", "-t", "html", "-s", "--wrap=none"]);
    assert!(
        html.contains("<title>Protecting migrants through rights-based border governance measures</title>"),
        "{html}"
    );
    let headings: Vec<_> =
        html.split("<h").filter(|part| part.starts_with(|letter: char| letter.is_ascii_digit())).collect();
    assert!(headings.iter().skip(1).all(|heading| heading.starts_with('1')), "no heading skips a level: {headings:?}");
    for heading in ["Headline", "Who was heard, and how", "Key messages", "Recommendations", "Annex: evidence"] {
        assert!(html.contains(&format!(">{heading}</h1>")), "{heading} in {html}");
    }
    for start in
        ["<ol type=\"1\">", "<ol start=\"2\" type=\"1\">", "<ol start=\"3\" type=\"1\">", "<ol start=\"5\" type=\"1\">"]
    {
        assert!(html.contains(start), "{start} in {html}");
    }
    for words in [ARABIC, CHINESE, RUSSIAN, FRENCH] {
        assert!(html.contains("<span data-custom-style=\"Quotation\">"), "{html}");
        let at = html.find(words).unwrap_or_else(|| panic!("{words} in {html}"));
        let styled = html[..at].rfind("data-custom-style=\"").map(|from| &html[from..at]).unwrap();
        assert!(styled.starts_with("data-custom-style=\"Quotation\""), "{words} is a quotation, not {styled}");
    }
    assert!(html.contains("<thead>") && html.contains("Reference"), "the table has a header: {html}");
}

#[test]
fn recommendations_stand_in_bold_below_their_chapeau() {
    let plain = pandoc(&docx(&released(&english())).unwrap(), &["-t", "plain", "--wrap=none"]);
    let chapeau = plain.find("Stakeholders called on States to:").unwrap();
    assert!(plain[chapeau..].contains("5.  Prohibit the withholding"), "{plain}");
    let odt = flat(&released_english());
    let style = |words: &str| {
        let at = odt.find(words).unwrap_or_else(|| panic!("{words}"));
        let from = odt[..at].rfind("<text:p text:style-name=\"").unwrap() + "<text:p text:style-name=\"".len();
        odt[from..].split('"').next().unwrap().to_owned()
    };
    let parent = |automatic: &str| {
        let found =
            odt.split("<style:style ").find(|part| part.starts_with(&format!("style:name=\"{automatic}\""))).unwrap();
        found.split("style:parent-style-name=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    assert_eq!(parent(&style("Prohibit the withholding")), "Recommendation");
    assert_eq!(parent(&style("Participants described")), "Numbered_20_Paragraph");
}

#[test]
fn each_stretch_is_in_its_own_language() {
    let odt = flat(&released_english());
    for (words, language) in [
        (ARABIC, "style:language-complex=\"ar\""),
        (CHINESE, "style:language-asian=\"zh\""),
        (RUSSIAN, "fo:language=\"ru\""),
        (FRENCH, "fo:language=\"fr\""),
        ("Participants described", "fo:language=\"en\""),
    ] {
        let at = odt.find(words).unwrap_or_else(|| panic!("{words}"));
        let from = odt[..at].rfind("<text:span text:style-name=\"").unwrap() + "<text:span text:style-name=\"".len();
        let name = odt[from..].split('"').next().unwrap();
        let style =
            odt.split("<style:style ").find(|part| part.starts_with(&format!("style:name=\"{name}\""))).unwrap();
        assert!(style.contains(language), "{words}: {style}");
    }
}

fn released_english() -> Vec<u8> {
    docx(&released(&english())).unwrap()
}

/// What LibreOffice took in, as one XML file.
fn flat(docx: &[u8]) -> String {
    String::from_utf8(convert("brief.docx", docx, &["--convert-to", "fodt"], "fodt")).unwrap()
}
