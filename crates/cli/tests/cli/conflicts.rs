//! What was changed on two laptops: listed, settled by a script, refused where it makes no sense.

use anteroom_model::field;
use serde_json::json;

use crate::computer::{Computer, PASSPHRASE, keys};
use crate::second::Second;

/// A consultation in which one contribution was worded anew on two sides; its id.
async fn in_conflict(computer: &Computer) -> String {
    let file = computer.founds();
    let id = computer.records(&["--text", "They kept our passports."]);
    let (path, home) = (computer.path(file), computer.path("home"));
    let second = Second::joins(&path, &home, PASSPHRASE, 2_000).await;
    computer.runs(&["edit", file, &id, "--text", "They took our passports."]).done();
    second.sets(id.parse().unwrap(), field::TEXT, "They kept all our passports.", 4_000).await;
    second.hands_over_to(&path, &home, PASSPHRASE, 5_000).await;
    id
}

#[tokio::test]
async fn a_conflict_is_listed_and_settled_by_taking_one_or_by_writing_a_third() {
    let computer = Computer::new();
    let id = in_conflict(&computer).await;
    let listed = computer.json(&["conflicts", "x.anteroom"]);
    let conflict = &listed[0];
    for key in ["id", "kind", "field", "ref", "values", "before"] {
        assert!(keys(conflict).contains(&key), "{key}");
    }
    assert_eq!((&conflict["id"], &conflict["field"]), (&json!(id), &json!("text")));
    let values = conflict["values"].as_array().unwrap();
    assert_eq!((values.len(), &conflict["before"]["value"]), (2, &json!("They kept our passports.")));
    let theirs = values.iter().find(|value| value["value"] == "They kept all our passports.").unwrap();
    assert_eq!((&theirs["by"][0]["who"], &theirs["by"][0]["at"]), (&json!("another laptop"), &json!(4_000)));
    let for_people = computer.runs(&["conflicts", "x.anteroom"]).done();
    assert!(for_people.contains("They took our passports.") && for_people.contains("another laptop"), "{for_people}");
    assert_eq!(computer.lists(&["--conflicts"]).len(), 1);

    let take = theirs["revision"].as_str().unwrap();
    let settled = computer.json(&["settle", "x.anteroom", &id, "text", "--take", take]);
    assert_eq!(settled, json!({ "settled": true, "left": 0 }));
    assert_eq!(computer.lists(&[])[0]["text"], "They kept all our passports.");
    assert_eq!(computer.json(&["conflicts", "x.anteroom"]), json!([]));
    assert!(computer.runs(&["conflicts", "x.anteroom"]).done().contains("Nothing stands in conflict"));

    computer.runs(&["undo", "x.anteroom"]).done();
    assert_eq!(computer.json(&["conflicts", "x.anteroom"]).as_array().unwrap().len(), 1);
    let number = field::TEXT.0.to_string();
    computer.runs(&["settle", "x.anteroom", &id, &number, "--value", "They had our passports."]).done();
    assert_eq!(computer.lists(&[])[0]["text"], "They had our passports.");
    computer.runs(&["verify", "x.anteroom"]).done();
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_in_a_sentence() {
    let computer = Computer::new();
    let id = in_conflict(&computer).await;
    let tried = |args: &[&str]| computer.runs(&[&["settle", "x.anteroom"], args].concat());
    assert!(tried(&[&id, "text", "--take", "abcdef"]).refused().contains("none of the versions"));
    assert!(tried(&[&id, "language", "--take", "abcdef"]).refused().contains("settled meanwhile"));
    assert!(tried(&[&id, "colour", "--value", "red"]).refused().contains("stands in conflict"));
    assert!(tried(&["K7F-9999", "text", "--value", "x"]).refused().contains("stands in conflict"));
    tried(&[&id, "text"]).wrong_usage();
    tried(&[&id, "text", "--take", "abcdef", "--value", "x"]).wrong_usage();
}
