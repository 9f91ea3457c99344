//! What is recorded, found, changed, taken back, erased and proved.

use std::fs;

use serde_json::{Value, json};

use crate::computer::{Computer, keys};

#[test]
fn a_new_consultation_prints_its_recovery_sheet_once() {
    let computer = Computer::new();
    let said = computer.json(&["new", "x.anteroom", "--framework", "gcm", "--name", "Our words 🌊"]);
    assert_eq!(keys(&said), ["consultation", "file", "recovery"]);
    assert_eq!(said["recovery"].as_str().unwrap().split(' ').count(), 12);
    assert_eq!(said["consultation"].as_str().unwrap().len(), 64);
    let for_people = computer.runs(&["new", "y.anteroom", "--framework", "sdg", "--name", "Our words"]).done();
    assert!(for_people.contains("Recovery sheet"), "{for_people}");
    let again = computer.runs(&["new", "x.anteroom", "--framework", "gcm", "--name", "Our words"]).refused();
    assert!(again.contains("x.anteroom") && again.contains("exists already"), "{again}");
    let unknown = computer.runs(&["new", "z.anteroom", "--framework", "mdg", "--name", "Our words"]).refused();
    assert!(unknown.contains("gcm, sdg"), "{unknown}");
    assert!(computer.runs(&["new", "z.anteroom", "--framework", "gcm", "--name", " "]).refused().contains("name"));
    assert!(!computer.path("z.anteroom").exists());
}

#[test]
fn a_new_consultation_has_its_days_or_is_not_made() {
    let computer = Computer::new();
    let new = |days: &[&str]| {
        computer.runs(&[&["new", "d.anteroom", "--framework", "gcm", "--name", "Our words"], days].concat())
    };
    let reversed = new(&["--from", "2026-11-11", "--to", "2026-11-09"]).refused();
    assert!(reversed.contains("before the first"), "{reversed}");
    for none in ["2026-02-31", "9.11.2026", "2026-11-09T10:00"] {
        new(&["--from", none]).wrong_usage();
    }
    assert!(!computer.path("d.anteroom").exists());
    new(&["--from", "2026-11-09", "--to", "2026-11-11"]).done();
    let dump = computer.runs(&["dump", "d.anteroom"]).done();
    let midnights = ["1794182400000", "1794355200000"];
    assert!(midnights.iter().all(|midnight| dump.contains(midnight)), "{dump}");
}

#[test]
fn a_contribution_is_recorded_listed_and_shown() {
    let computer = Computer::new();
    let file = computer.founds();
    let recorded = computer.json(&[
        "record",
        file,
        "--text",
        "They kept our passports.",
        "--group",
        "Trade unions",
        "--group",
        "media",
        "--kind",
        "challenge",
        "--node",
        "6",
        "--node",
        "b",
        "--quote",
        "yes",
        "--share",
        "yes",
        "--basis",
        "form",
        "--speaker",
        "Speaker 17",
        "--organisation",
        "Harbour Workers",
        "--verbatim",
    ]);
    assert_eq!(keys(&recorded), ["id", "ref"]);
    let rows = computer.lists(&["passports", "--node", "gcm:objective:6", "--group", "Trade unions", "--limit", "5"]);
    let row = &rows[0];
    for key in ["id", "ref", "text", "language", "kind", "groups", "nodes", "permissions", "conflicts"] {
        assert!(row.get(key).is_some(), "{key}");
    }
    assert_eq!((&row["id"], &row["ref"]), (&recorded["id"], &recorded["ref"]));
    assert_eq!(row["text"], "They kept our passports.");
    assert_eq!((&row["kind"], &row["groups"]), (&json!("Challenge"), &json!(["Media", "Trade unions"])));
    assert_eq!(row["nodes"], json!(["gcm:objective:6", "gcm:principle:b"]));
    assert_eq!((&row["permissions"]["quote"], &row["permissions"]["person"]), (&json!("given"), &json!("not-asked")));
    assert_eq!(row["permissions"]["basis"]["quote"], "form");
    assert_eq!((&row["conflicts"], &row["organisation"]), (&json!([]), &json!("Harbour Workers")));

    let shown = computer.json(&["show", file, recorded["ref"].as_str().unwrap()]);
    assert!(shown["history"].as_array().unwrap().iter().any(|change| change["field"] == "text"));
    assert_eq!(shown["rule"], "organisation-only");
    let text = computer.runs(&["show", file, recorded["id"].as_str().unwrap()]).done();
    assert!(text.contains("may be quoted") && text.contains("record text: They kept our passports."), "{text}");
    let text = computer.runs(&["list", file]).done();
    assert!(text.contains("They kept our passports.") && text.trim_end().ends_with("1 of 1"), "{text}");
    let text = computer.runs(&["record", file, "--text", "Nobody came."]).done();
    assert!(text.contains('-'), "a reference, and an id: {text}");
}

#[test]
fn a_list_is_narrowed_sorted_and_paged() {
    let computer = Computer::new();
    let file = computer.founds();
    for (text, group) in [("One of three.", "Media"), ("Two of three.", "Media"), ("Three of three.", "Academia")] {
        computer.records(&["--text", text, "--group", group, "--language", "en"]);
    }
    let texts = |arguments: &[&str]| {
        computer.lists(arguments).iter().map(|row| row["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(texts(&["--sort", "reference"]), ["One of three.", "Two of three.", "Three of three."]);
    assert_eq!(texts(&["--group", "Media"]).len(), 2);
    assert_eq!(texts(&["three -two", "--limit", "10"]).len(), 2);
    assert_eq!(texts(&["-two"]).len(), 2, "a query may begin with a minus");
    assert_eq!(texts(&["--sort", "reference", "--limit", "1", "--offset", "1"]), ["Two of three."]);
    assert_eq!(texts(&["--language", "fr"]), [] as [&str; 0]);
    assert_eq!(texts(&["--permission", "quote:not-asked"]).len(), 3);
    let shown = computer.runs(&["list", file, "--limit", "1"]).done();
    assert!(shown.trim_end().ends_with("1 of 3"), "{shown}");
}

#[test]
fn tags_are_added_taken_off_and_the_last_action_taken_back() {
    let computer = Computer::new();
    let file = computer.founds();
    let id = computer.records(&["--text", "They kept our passports."]);
    let nodes = |value: &Value| value["nodes"].clone();
    assert_eq!(nodes(&computer.json(&["tag", file, &id, "6", "b"])), json!(["gcm:objective:6", "gcm:principle:b"]));
    assert_eq!(nodes(&computer.json(&["untag", file, &id, "b"])), json!(["gcm:objective:6"]));
    let undone = computer.json(&["undo", file]);
    assert_eq!(undone, json!({ "undone": "tag", "records": 1, "leftOut": [] }));
    assert_eq!(nodes(&computer.json(&["show", file, &id])), json!(["gcm:objective:6", "gcm:principle:b"]));
    assert!(computer.runs(&["tag", file, &id, "7"]).done().contains('7'));
    assert!(computer.runs(&["untag", file, &id, "7"]).done().contains("6 "));
    let text = computer.runs(&["undo", file]).done();
    assert!(text.contains("Taken back: tag"), "{text}");
    let redone = computer.json(&["redo", file]);
    assert_eq!(redone, json!({ "redone": "tag", "records": 1, "leftOut": [] }), "in a process of its own");
    assert_eq!(nodes(&computer.json(&["show", file, &id])), json!(["gcm:objective:6", "gcm:principle:b"]));
    assert_eq!(computer.runs(&["redo", file]).refused(), "There is nothing to do again.");
}

#[test]
fn one_is_corrected_and_many_are_changed_in_one_action() {
    let computer = Computer::new();
    let file = computer.founds();
    let one = computer.records(&["--text", "They kept are passports.", "--group", "Media"]);
    let two = computer.records(&["--text", "Nobody came."]);
    let edited = computer.json(&["edit", file, &one, "--text", "They kept our passports.", "--group", "Academia"]);
    assert_eq!((&edited["text"], &edited["groups"]), (&json!("They kept our passports."), &json!(["Academia"])));
    assert_eq!(computer.json(&["change", file, &one, &two, "--tag", "6"]), json!({ "changed": 2 }));
    assert_eq!(computer.lists(&["--node", "6"]).len(), 2);
    assert_eq!(computer.json(&["change", file, &one, &two, "--state", "set-aside"]), json!({ "changed": 2 }));
    assert_eq!(computer.lists(&["--state", "set-aside"]).len(), 2);
    computer.runs(&["undo", file]).done();
    assert_eq!(computer.lists(&["--state", "set-aside"]).len(), 0);
    assert_eq!(computer.runs(&["change", file, &one, "--permission", "quote:refused"]).done().trim(), "1 changed");
    let undone = computer.json(&["undo", file]);
    assert!(undone["leftOut"][0].as_str().unwrap().contains("never loosened"), "{undone}");
    assert_eq!(computer.json(&["show", file, &one])["permissions"]["quote"], "refused");
}

#[test]
fn what_is_erased_is_gone_for_good() {
    let computer = Computer::new();
    let file = computer.founds();
    let id = computer.records(&["--text", "They kept our passports."]);
    assert_eq!(computer.json(&["erase", file, &id]), json!({ "erased": 1 }));
    assert_eq!(computer.lists(&["passports"]).len(), 0);
    assert!(computer.runs(&["show", file, &id]).refused().contains(&id));
    assert!(!computer.json(&["dump", file])["dump"].as_str().unwrap().contains("passports"));
    let other = computer.records(&["--text", "Nobody came."]);
    assert!(computer.runs(&["erase", file, &other]).done().contains("1 erased"));
}

#[test]
fn everything_is_proved_rebuilt_and_dumped() {
    let computer = Computer::new();
    let file = computer.founds();
    computer.records(&["--text", "They kept our passports."]);
    let verified = computer.json(&["verify", file]);
    for key in ["ok", "commits", "revisions", "records", "lacking", "lackingFiles"] {
        assert!(verified.get(key).is_some(), "{key}");
    }
    assert_eq!((&verified["ok"], &verified["commits"]), (&json!(true), &json!(2)));
    assert!(computer.runs(&["verify", file]).done().contains("All is well"));
    let before = computer.runs(&["dump", file]).done();
    assert!(before.contains("They kept our passports."), "the words held");
    assert_eq!(computer.json(&["rebuild", file])["records"], verified["records"]);
    computer.runs(&["rebuild", file]).done();
    assert_eq!(computer.runs(&["dump", file]).done(), before);
    assert_eq!(computer.json(&["dump", file])["dump"].as_str().unwrap().trim_end(), before.trim_end());
    assert_eq!(computer.lists(&[]).len(), 1);
}

#[test]
fn the_programme_is_laid_out_and_shown() {
    let computer = Computer::new();
    let file = computer.founds();
    let id = |arguments: &[&str]| computer.json(arguments)["id"].as_str().unwrap().to_owned();
    id(&["programme", "stage", file, "Follow-up"]);
    id(&["programme", "session", file, "Plenary", "--stage", "Follow-up"]);
    id(&["programme", "round", file, "Opening", "--session", "Plenary", "--question", "What now?", "--limit", "120"]);
    id(&["programme", "group", file, "Seafarers 🐟"]);
    let said = computer.json(&["programme", "presence", file, "seafarers 🐟", "--round", "Opening", "--is", "spoke"]);
    assert_eq!(said["is"], "spoke");
    let shown = computer.json(&["programme", "show", file]);
    assert_eq!(shown["presence"], json!([{ "round": "Opening", "who": "Seafarers 🐟", "is": "spoke" }]));
    let text = computer.runs(&["programme", "show", file]).done();
    assert!(text.contains("Follow-up – Plenary") && text.contains("    Opening"), "{text}");
    let recorded = computer.records(&["--text", "They kept our passports.", "--round", "Opening"]);
    let row = computer.json(&["show", file, &recorded]);
    assert_eq!((&row["round"], &row["rule"]), (&json!("Opening"), &json!("chatham-house")));
    for refused in [
        &["programme", "session", file, "x", "--stage", "Folow-up"][..],
        &["programme", "round", file, "x", "--session", "Plenari"],
        &["programme", "presence", file, "Seafarer", "--round", "Opening"],
        &["programme", "presence", file, "Media", "--round", "Openin"],
    ] {
        assert!(computer.runs(refused).refused().contains("Nearest: "), "{refused:?}");
    }
    assert!(computer.runs(&["programme", "group", file, " "]).refused().contains("name"));
}

#[test]
fn the_sample_is_written() {
    let computer = Computer::new();
    let said = computer.json(&["sample", "x.anteroom"]);
    assert_eq!(keys(&said), ["contributions", "file"]);
    assert!(said["contributions"].as_u64().unwrap() >= 150);
    assert_eq!(computer.lists(&["--limit", "1000"]).len() as u64, said["contributions"].as_u64().unwrap());
    assert!(computer.runs(&["sample", "x.anteroom"]).refused().contains("exists already"));
    assert!(computer.runs(&["sample", "y.anteroom"]).done().contains("invented"));
}

#[test]
fn every_refusal_is_one_sentence_and_ends_with_1() {
    let computer = Computer::new();
    let file = computer.founds();
    let id = computer.records(&["--text", "They kept our passports."]);
    for (arguments, says) in [
        (&["list", "nowhere.anteroom"][..], "nothing at"),
        (&["list", "home"], "not a consultation"),
        (&["record", file, "--text", " "], "no text"),
        (&["record", file, "--text", "x", "--group", "Trade unoins"], "Trade unions"),
        (&["record", file, "--text", "x", "--kind", "recomendation"], "Recommendation"),
        (&["record", file, "--text", "x", "--node", "gcm:objective:66"], "gcm:objective:6"),
        (&["record", file, "--text", "x", "--round", "First"], "no round"),
        (&["record", file, "--text", "x", "--language", "English!"], "language tag"),
        (&["list", file, "--node", "99"], "99"),
        (&["list", file, "--group", "Unicorns"], "Unicorns"),
        (&["list", file, "--permission", "quote"], "question of consent"),
        (&["list", file, "--state", "fine"], "accepted"),
        (&["list", file, "--speaker", "Nobody"], "Nobody"),
        (&["show", file, "ZZZ-99"], "ZZZ-99"),
        (&["show", file, "🙂"], "🙂"),
        (&["tag", file, &id, "xyz"], "xyz"),
        (&["change", file, &id, "--state", "fine"], "accepted"),
        (&["edit", file, &id, "--kind", "chalenge"], "Challenge"),
        (&["erase", file, "ZZZ-99"], "ZZZ-99"),
        (&["import", file, "nothing.csv", "--text", "x"], "nothing.csv"),
        (&["sheet", file, "--to", "nowhere/sheet.csv"], "nowhere/sheet.csv"),
        (&["brief", "new", file, "--roundtable", "9"], "Known: "),
        (&["brief", "new", file, "--template", "haiku"], "roundtable-brief"),
        (&["brief", "write", file, "Haiku", "x"], "Haiku"),
        (&["brief", "export", file, "Haiku", "--to", "x.docx"], "Haiku"),
    ] {
        let sentence = computer.runs(arguments).refused();
        assert!(sentence.contains(says), "{arguments:?}: {sentence}");
    }
    let nothing = Computer::new();
    nothing.founds();
    assert_eq!(nothing.runs(&["undo", "x.anteroom"]).refused(), "There is nothing to undo.");
}

#[test]
fn a_refusal_is_json_too_where_json_is_asked_for() {
    let computer = Computer::new();
    let file = computer.founds();
    let refused = computer.runs(&["record", file, "--json", "--text", "x", "--group", "Trade unoins"]);
    let said: Value = serde_json::from_str(&refused.out).unwrap();
    assert_eq!(said["error"]["code"], "unknown-group");
    assert_eq!(said["error"]["details"], json!(["Trade unions"]));
    assert!(refused.refused().contains("Trade unoins"));
}

#[test]
fn damage_is_found_and_said() {
    let computer = Computer::new();
    let file = computer.founds();
    let contents = computer.path(file).join("contents.db");
    let whole = fs::read(&contents).unwrap();
    fs::write(&contents, &whole[..whole.len() / 2]).unwrap();
    assert!(computer.runs(&["list", file]).refused().contains("cut short"));
    fs::write(&contents, &whole).unwrap();
    fs::remove_file(computer.path(file).join("keys")).unwrap();
    assert!(computer.runs(&["list", file]).refused().contains("keys"));
}

#[test]
fn a_consultation_is_open_in_one_place_at_a_time() {
    let computer = Computer::new();
    let file = computer.founds();
    let table = computer.path("table.csv");
    assert!(std::process::Command::new("mkfifo").arg(&table).status().unwrap().success());
    let mut import = computer.command(&["import", file, "table.csv", "--text", "text"]);
    let mut import = import.stderr(std::process::Stdio::null()).spawn().unwrap();
    // Opens only once the program reads the table: by then the consultation is open.
    let writing = fs::OpenOptions::new().write(true).open(&table).unwrap();
    assert!(computer.runs(&["list", file]).refused().contains("open elsewhere"));
    drop(writing);
    assert_eq!(import.wait().unwrap().code(), Some(1), "an empty table is none");
    computer.runs(&["list", file]).done();
}
