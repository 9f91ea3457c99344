//! Import: four real conversations, two laptops, and the sheet of a note-taker.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::computer::{Computer, copy, keys};

/// What each conversation holds: the file, its language, and how many were accepted, not looked at, and set aside.
const POLIS: [(&str, &str); 4] = [
    ("american-assembly.bowling-green", "en"),
    ("canadian-electoral-reform", "en"),
    ("austria-climate.5twd2jsnkf.2022-08-08", "de"),
    ("vtaiwan.uberx", "zh"),
];

fn conversation(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../documents/fixtures/polis");
    folder.join(format!("{name}.csv")).to_str().unwrap().to_owned()
}

fn imports_polis(computer: &Computer, file: &str, name: &str, language: &str) -> Value {
    let table = conversation(name);
    computer.json(&["import", file, &table, "--text", "comment-body", "--language", language, "--source", name])
}

fn without_refusals(recorded: usize, already: usize) -> Value {
    json!({ "recorded": recorded, "already": already, "refused": [] })
}

/// The words and the moderators' decision of each row, read by another program than ours would be; so, by the csv crate.
fn rows_of(name: &str) -> Vec<(String, String)> {
    let mut reader = csv::Reader::from_path(conversation(name)).unwrap();
    let headers = reader.headers().unwrap().clone();
    let at = |column: &str| headers.iter().position(|name| name.trim() == column).unwrap();
    let (body, moderated) = (at("comment-body"), at("moderated"));
    reader.records().map(Result::unwrap).map(|row| (row[body].trim().to_owned(), row[moderated].to_owned())).collect()
}

#[test]
fn four_conversations_are_recorded_whole_and_recognised_on_two_laptops() {
    let computer = Computer::new();
    let file = computer.founds();
    let mut all = 0;
    for (name, language) in POLIS {
        let rows = rows_of(name);
        assert!(rows.len() > 100, "{name}");
        assert_eq!(imports_polis(&computer, file, name, language), without_refusals(rows.len(), 0), "{name}");
        assert_eq!(imports_polis(&computer, file, name, language), without_refusals(0, rows.len()), "{name}, again");
        all += rows.len();
    }
    let listed = computer.lists(&["--limit", "10000"]);
    assert_eq!(listed.len(), all);
    for (name, language) in POLIS {
        let mut theirs: Vec<_> = rows_of(name);
        let ours = listed.iter().filter(|row| row["source"] == name).map(|row| {
            assert_eq!(row["language"], language);
            assert!(row["speaker"].as_str().unwrap().starts_with(&format!("{name} #")), "{row}");
            assert!(row["saidAt"].is_i64(), "{row}");
            let moderated = match row["state"].as_str().unwrap() {
                "accepted" => "1",
                "set-aside" => "-1",
                "" => "0",
                other => panic!("{other}"),
            };
            (row["text"].as_str().unwrap().to_owned(), moderated.to_owned())
        });
        let mut ours: Vec<_> = ours.collect();
        theirs.sort();
        ours.sort();
        assert_eq!(ours, theirs, "{name}");
    }

    let other = Computer::new();
    copy(&computer.path(file), &other.path("copy.anteroom"));
    for (name, language) in POLIS {
        let rows = rows_of(name).len();
        assert_eq!(imports_polis(&other, "copy.anteroom", name, language), without_refusals(0, rows), "{name}");
    }
    let verified = other.json(&["verify", "copy.anteroom"]);
    assert_eq!(verified["ok"], true, "{verified}");
}

#[test]
fn an_import_says_what_it_did_and_writes_what_it_refused() {
    let computer = Computer::new();
    let file = computer.founds();
    computer.writes("table.csv", "text;group\nfine;Media\nnot;Medla\nfine too;\n");
    let arguments = ["import", file, "table.csv", "--text", "text", "--group", "column:group", "--kind", "challenge"];
    let said = computer.json(&[&arguments[..], &["--refused", "refused.csv"]].concat());
    assert_eq!(keys(&said), ["already", "recorded", "refused"]);
    assert_eq!((&said["recorded"], &said["refused"][0]["row"]), (&json!(2), &json!(2)));
    assert!(said["refused"][0]["why"].as_str().unwrap().contains("Nearest: Media"), "{said}");
    assert!(fs::read_to_string(computer.path("refused.csv")).unwrap().contains("not;Medla"));
    let text = computer.runs(&arguments).done();
    assert!(text.starts_with("0 recorded, 2 were there already, 1 refused"), "{text}");
    assert!(text.contains("row 2: "), "{text}");
    assert!(computer.lists(&[]).iter().all(|row| row["kind"] == "Challenge"));
    let column = computer.runs(&["import", file, "table.csv", "--text", "words"]).refused();
    assert!(column.contains("text, group"), "{column}");
    computer.writes("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert!(computer.runs(&["import", file, "picture.csv", "--text", "x"]).refused().contains("picture"));
    assert!(computer.runs(&["import", file, "table.csv"]).refused().contains("--text"));
}

#[test]
fn groups_that_are_not_known_are_added_taken_for_another_or_left_out() {
    let computer = Computer::new();
    let file = computer.founds();
    computer.writes("table.csv", "text;group\nfine;Media\nnot;Medla\nnew;Nobodies\n");
    let arguments = ["import", file, "table.csv", "--text", "text", "--group", "column:group"];
    let with = |more: &[&str]| computer.json(&[&arguments[..], more].concat())["recorded"].clone();
    assert_eq!(with(&["--group-as", "Medla=Media"]), 2, "who is not spoken of stays outside");
    assert_eq!(with(&["--add-groups", "--group-as", "Medla=Media"]), 1);
    let groups = || computer.lists(&[]).iter().map(|row| row["groups"].clone()).collect::<Vec<_>>();
    assert_eq!(groups().iter().filter(|groups| **groups == json!(["Nobodies"])).count(), 1, "{:?}", groups());
    computer.runs(&["undo", file]).done();
    assert_eq!(groups().len(), 2);
    assert_eq!(with(&["--ungrouped"]), 1, "the group went with the row, and is unknown again");
    assert_eq!(groups().iter().filter(|groups| **groups == json!([])).count(), 1, "{:?}", groups());
    assert!(computer.runs(&[&arguments[..], &["--add-groups", "--ungrouped"]].concat()).err.contains("--ungrouped"));
    assert!(computer.runs(&[&arguments[..], &["--group-as", "Medla"]].concat()).err.contains("NAME=GROUP"));
}

#[test]
fn a_sheet_is_written_filled_in_and_read_back() {
    let computer = Computer::new();
    let file = computer.founds();
    assert_eq!(computer.json(&["sheet", file, "--to", "sheet.csv"])["file"], "sheet.csv");
    let blank = fs::read_to_string(computer.path("sheet.csv")).unwrap();
    assert_eq!(computer.json(&["import", file, "sheet.csv"]), without_refusals(0, 0), "an empty sheet says nothing");
    let filled = format!("{blank}They kept our passports.,Ana,Trade unions,Challenge,6; 16,,yes,\r\n");
    computer.writes("sheet.csv", filled);
    assert_eq!(computer.json(&["import", file, "sheet.csv"]), without_refusals(1, 0));
    let row = &computer.lists(&[])[0];
    assert_eq!((&row["speaker"], &row["kind"]), (&json!("Ana"), &json!("Challenge")));
    assert_eq!(row["nodes"], json!(["gcm:objective:6", "gcm:objective:16"]));
    assert_eq!(row["permissions"]["quote"], "given");
    assert!(computer.runs(&["sheet", file, "--to", "again.csv"]).done().contains("again.csv"));
}

#[test]
fn nothing_but_the_answer_is_printed_into_a_pipe() {
    let computer = Computer::new();
    let file = computer.founds();
    let rows: Vec<_> = (0..3000).map(|number| format!("Row {number} of many\n")).collect();
    computer.writes("many.csv", format!("text\n{}", rows.concat()));
    let ended = computer.runs(&["import", file, "many.csv", "--text", "text"]);
    assert_eq!(ended.err, "", "no bar where nobody watches");
    assert_eq!(ended.done().trim(), "3000 recorded, 0 were there already, 0 refused");
}
