//! A brief: laid out, written, refused with how to repair it, repaired, and exported again byte for byte the same.

use std::fs;

use serde_json::Value;

use crate::computer::Computer;

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_brief_is_written_refused_repaired_and_exported_twice_the_same() {
    let computer = Computer::new();
    let file = computer.founds();
    let said = computer.records(&[
        "--text",
        "They kept our passports for months.",
        "--group",
        "Trade unions",
        "--language",
        "en",
        "--verbatim",
        "--share",
        "yes",
        "--node",
        "6",
    ]);
    let brief = id(&computer.json(&["brief", "new", file, "--roundtable", "1"]));
    id(&computer.json(&[
        "brief",
        "write",
        file,
        &brief,
        "Several said that documents were withheld.",
        "--section",
        "headline",
        "--cite",
        &said,
    ]));
    computer.json(&["brief", "write", file, &brief, "One said “kept our passports for months”.", "--cite", &said]);
    let export = |to: &str| computer.runs(&["brief", "export", file, &brief, "--to", to, "--audience", "public"]);

    let refused = export("brief.docx");
    assert_eq!(refused.code, 1);
    let lines: Vec<_> = refused.err.lines().collect();
    assert_eq!(lines.len(), 2, "a sentence, and one thing that stops it: {lines:?}");
    assert!(lines[0].contains("one thing stops it"), "{lines:?}");
    let reference = computer.lists(&[])[0]["ref"].as_str().unwrap().to_owned();
    assert!(lines[1].contains("Paragraph 2") && lines[1].contains(&reference), "what: {lines:?}");
    assert!(lines[1].contains("not cleared for quotation"), "why: {lines:?}");
    assert!(lines[1].contains("Ask the speaker"), "how to repair it: {lines:?}");
    assert!(!computer.path("brief.docx").exists());
    let as_json = computer.runs(&["brief", "export", file, &brief, "--json", "--to", "brief.docx"]);
    let as_json: Value = serde_json::from_str(&as_json.out).unwrap();
    assert_eq!(as_json["error"]["code"], "release-refused");
    assert_eq!(as_json["error"]["details"].as_array().unwrap().len(), 1);

    computer.json(&["change", file, &said, "--permission", "quote:given", "--basis", "clearance"]);
    assert!(export("brief.docx").done().contains("2 paragraphs, 1 pieces of evidence"));
    let exported = computer.json(&["brief", "export", file, &brief, "--to", "again.docx"]);
    assert_eq!((&exported["paragraphs"], &exported["evidence"]), (&Value::from(2), &Value::from(1)));
    let once = fs::read(computer.path("brief.docx")).unwrap();
    assert!(once.starts_with(b"PK"));
    assert_eq!(once, fs::read(computer.path("again.docx")).unwrap());

    let briefs = computer.json(&["brief", "list", file]);
    assert_eq!((&briefs[0]["id"], &briefs[0]["paragraphs"]), (&Value::from(brief.as_str()), &Value::from(2)));
    assert!(computer.runs(&["brief", "list", file]).done().contains(&brief));
}

#[test]
fn a_paragraph_that_cannot_stand_is_refused() {
    let computer = Computer::new();
    let file = computer.founds();
    let said = computer.records(&["--text", "They kept our passports for months."]);
    let programme = computer.json(&["programme", "show", file]);
    let session = programme["sessions"][0]["name"].as_str().unwrap();
    let template = ["--template", "stakeholder-summary"];
    let brief = id(&computer.json(&[&["brief", "new", file, "--session", session], &template[..]].concat()));
    let empty = computer.runs(&["brief", "export", file, &brief, "--to", "x.docx"]).refused();
    assert!(empty.contains("no paragraph"), "{empty}");
    let write =
        |text: &str, more: &[&str]| computer.runs(&[&["brief", "write", file, &brief, text], more].concat()).refused();
    assert!(write("One said “kept all our passports for months”.", &["--cite", &said]).contains("kept all our"));
    assert!(write("One said “kept our passports for months”.", &[]).contains("cite it"));
    assert!(write("x", &["--section", "haiku"]).contains("Known: "));
    assert!(write(" ", &[]).contains("no text"));
    assert!(write("x", &["--cite", "ZZZ-9"]).contains("ZZZ-9"));
    let plain = computer.runs(&["brief", "write", file, &brief, "Nobody knows.", "--type", "remark"]).done();
    assert!(!plain.trim().is_empty());
}
