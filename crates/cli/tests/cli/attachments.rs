//! Files that are attached to a contribution and taken out again.

use std::fs;

use crate::computer::Computer;

#[test]
fn a_statement_is_attached_shown_saved_and_erased() {
    let computer = Computer::new();
    let file = computer.founds();
    let said = computer.json(&["record", file, "--text", "As in our statement."]);
    let reference = said["ref"].as_str().unwrap();
    let statement = "%PDF-1.7 zqtestimony: they kept our passports.".repeat(20_000);
    fs::write(computer.path("statement.pdf"), &statement).unwrap();
    let attached = computer.json(&["attach", file, reference, "statement.pdf"]);
    assert_eq!(attached["attached"], 1);
    let shown = computer.json(&["show", file, reference])["attachments"][0].clone();
    assert_eq!((&shown["name"], &shown["mediaType"]), (&"statement.pdf".into(), &"application/pdf".into()));
    assert_eq!(shown["size"], statement.len());
    let id = shown["id"].as_str().unwrap();
    assert!(computer.runs(&["show", file, reference]).done().contains("statement.pdf (application/pdf"));
    let told = computer.runs(&["save-attached", file, id, "copy.pdf"]).done();
    assert!(told.contains("not encrypted"), "{told}");
    assert_eq!(fs::read_to_string(computer.path("copy.pdf")).unwrap(), statement);
    assert_eq!(computer.json(&["verify", file])["ok"], true);
    assert_eq!(computer.json(&["erase-attached", file, id])["erased"], 1);
    assert_eq!(computer.json(&["show", file, reference])["attachments"], serde_json::json!([]));
    let gone = computer.runs(&["save-attached", file, id, "again.pdf"]).refused();
    assert!(gone.contains("not here any more"), "{gone}");
    assert!(!computer.path("again.pdf").exists());
    let missing = computer.runs(&["attach", file, reference, "nowhere.pdf"]).refused();
    assert!(missing.contains("nowhere.pdf"), "{missing}");
    assert_eq!(computer.json(&["verify", file])["ok"], true);
}
