//! Two people note the same words on two laptops: proposed, accepted, refused and parted by a script.

use serde_json::{Value, json};

use crate::computer::{Computer, PASSPHRASE, keys};
use crate::second::Second;

const OURS: &str = "Recruitment agencies keep our passports until the whole debt is paid back.";
const THEIRS: &str = "recruitment agencies keep passports until the debt is paid";

/// A consultation in which the same was noted here and on another laptop: the ids of both notes.
async fn noted_twice(computer: &Computer) -> [String; 2] {
    let file = computer.founds();
    let ours = computer.records(&["--text", OURS]);
    computer.records(&["--text", "Nobody had seen a labour inspector in two years."]);
    let (path, home) = (computer.path(file), computer.path("home"));
    let now = anteroom_app::desk::now();
    let second = Second::joins(&path, &home, PASSPHRASE, now).await;
    let theirs = second.notes(THEIRS, None, now + 120_000).await;
    second.hands_over_to(&path, &home, PASSPHRASE, now).await;
    [ours, theirs.to_string()]
}

fn pairs(computer: &Computer) -> Vec<Value> {
    computer.json(&["pairs", "x.anteroom"]).as_array().unwrap().clone()
}

fn sorted(mut ids: [String; 2]) -> [String; 2] {
    ids.sort();
    ids
}

#[tokio::test]
async fn a_pair_is_proposed_accepted_and_parted() {
    let computer = Computer::new();
    let ids = noted_twice(&computer).await;
    let found = pairs(&computer);
    assert_eq!(found.len(), 1, "{found:?}");
    for key in ["state", "ids", "refs", "round", "minutes", "likeness", "with", "notes"] {
        assert!(keys(&found[0]).contains(&key), "{key}");
    }
    assert_eq!((&found[0]["state"], &found[0]["minutes"]), (&json!("proposed"), &json!(2)));
    let texts = [&found[0]["notes"][0]["text"], &found[0]["notes"][1]["text"]];
    assert_eq!(texts, [OURS, THEIRS], "the earlier one first");
    let named: [String; 2] = serde_json::from_value(found[0]["ids"].clone()).unwrap();
    assert_eq!(sorted(named), sorted(ids.clone()));
    let noted = [&found[0]["notes"][0]["here"], &found[0]["notes"][1]["here"]];
    assert_eq!(noted, [&json!(true), &json!(false)]);
    let for_people = computer.runs(&["pairs", "x.anteroom"]).done();
    assert!(for_people.contains(OURS) && for_people.contains("2 minutes apart"), "{for_people}");

    let answer = computer.json(&["pair", "x.anteroom", &ids[1], &ids[0]]);
    assert_eq!(answer, json!({ "state": "accepted" }));
    assert_eq!(pairs(&computer)[0]["state"], "accepted");
    let listed = computer.lists(&[]);
    assert_eq!(listed.len(), 3, "both wordings stay in the list");
    let marked: Vec<_> = listed.iter().filter(|row| row["doubles"] != json!([])).collect();
    assert_eq!(marked.len(), 2);
    assert_eq!(marked[0]["doubles"], json!([marked[1]["ref"]]));
    let told = computer.runs(&["list", "x.anteroom"]).done();
    assert!(told.contains("noted twice and counts once"), "{told}");
    computer.runs(&["verify", "x.anteroom"]).done();

    computer.runs(&["pair", "x.anteroom", &ids[0], &ids[1], "--part"]).done();
    assert_eq!(pairs(&computer)[0]["state"], "refused");
    computer.runs(&["undo", "x.anteroom"]).done();
    assert_eq!(pairs(&computer)[0]["state"], "accepted");
    computer.runs(&["undo", "x.anteroom"]).done();
    assert_eq!(pairs(&computer)[0]["state"], "proposed");
    computer.runs(&["pair", "x.anteroom", &ids[0], &ids[1], "--refuse"]).done();
    assert_eq!(pairs(&computer)[0]["state"], "refused");
    computer.runs(&["rebuild", "x.anteroom"]).done();
    assert_eq!(pairs(&computer)[0]["state"], "refused");

    computer.runs(&["pair", "x.anteroom", &ids[0], &ids[1]]).done();
    assert_eq!(computer.json(&["withdraw", "x.anteroom", &ids[0]])["erased"], 2, "whoever wrote it down");
    assert_eq!(computer.lists(&[]).len(), 1);
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_in_a_sentence() {
    let computer = Computer::new();
    let [ours, theirs] = noted_twice(&computer).await;
    let tried = |args: &[&str]| computer.runs(&[&["pair", "x.anteroom"], args].concat());
    assert!(tried(&[&ours, &ours]).refused().contains("of itself"));
    assert!(tried(&[&ours, &theirs, "--part"]).refused().contains("not paired"));
    tried(&[&ours, "K7F-9999"]).refused();
    tried(&[&ours, &theirs, "--part", "--refuse"]).wrong_usage();
    assert_eq!(pairs(&computer)[0]["state"], "proposed");
}
