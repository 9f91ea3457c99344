//! An organiser's laptop is stolen, by somebody who knows its passphrase. What is lost, and what is not, is what
//! docs/threat-model.md says.

use std::fs;

use serde_json::Value;

use crate::computer::{Computer, Ended};
use crate::exchange::{hands, merges};

/// How many notes the table made, how many the founder, and how many of others one laptop may delete everywhere.
const OF_THE_TABLE: usize = 60;
const OF_THE_FOUNDER: usize = 5;
const DELETED: usize = 50;

fn starts(on: &Computer, from: &Computer, words: &str, name: &str) {
    fs::copy(from.path("x.pack"), on.path("x.pack")).unwrap();
    let mut command = on.command(&["start", "x.pack", "x.anteroom", "--name", name]);
    Ended::from(command.env("ANTEROOM_CODE", words).output().unwrap()).done();
}

fn packs(from: &Computer) -> String {
    from.json(&["pack", "x.anteroom", "--to", "x.pack"])["words"].as_str().unwrap().to_owned()
}

fn count(on: &Computer) -> usize {
    on.lists(&["--limit", "1000"]).len()
}

fn ids(on: &Computer) -> Vec<String> {
    on.lists(&["--limit", "1000"]).iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
}

fn member(on: &Computer, name: &str) -> Value {
    let members = on.json(&["members", "x.anteroom"]);
    members["members"].as_array().unwrap().iter().find(|it| it["name"] == name).cloned().unwrap_or_default()
}

fn gives(from: &Computer, to: &Computer) -> Value {
    hands(from, to);
    merges(to)
}

/// The founder, a second organiser and two tables, who all have everything.
fn everybody() -> [Computer; 4] {
    let [ana, bea, seven, eight] = [(); 4].map(|()| Computer::new());
    ana.founds();
    let words = packs(&ana);
    starts(&seven, &ana, &words, "Table 7");
    starts(&eight, &ana, &words, "Table 8");
    let rows: Vec<String> = (0..OF_THE_TABLE).map(|row| format!("What person {row} said at the table")).collect();
    seven.writes("rows.csv", format!("text\n{}\n", rows.join("\n")));
    seven.runs(&["import", "x.anteroom", "rows.csv", "--text", "text"]).done();
    for row in 0..OF_THE_FOUNDER {
        ana.records(&["--text", &format!("What person {row} said to the founder")]);
    }
    for (table, name) in [(&seven, "Table 7"), (&eight, "Table 8")] {
        gives(table, &ana);
        ana.runs(&["approve", "x.anteroom", name]).done();
    }
    ana.runs(&["invite", "x.anteroom", "--name", "Bea", "--role", "organiser", "--to", "x.invitation"]).done();
    fs::copy(ana.path("x.invitation"), bea.path("x.invitation")).unwrap();
    bea.runs(&["join", "x.invitation", "--name", "Bea", "--to", "x.acceptance"]).done();
    fs::copy(bea.path("x.acceptance"), ana.path("x.acceptance")).unwrap();
    ana.runs(&["admit", "x.anteroom", "x.acceptance"]).done();
    for other in [&bea, &seven, &eight] {
        gives(&ana, other);
        assert_eq!(count(other), OF_THE_TABLE + OF_THE_FOUNDER);
    }
    [ana, bea, seven, eight]
}

#[test]
fn what_a_stolen_organisers_laptop_destroys_is_limited_and_comes_back() {
    let [ana, thief, seven, eight] = everybody();
    let all = ids(&thief);
    let arguments: Vec<&str> = ["erase", "x.anteroom"].into_iter().chain(all.iter().map(String::as_str)).collect();
    thief.runs(&arguments).done();
    // The worst case: a table and the founder take it in before anybody knows.
    gives(&thief, &seven);
    let mole = Computer::new();
    let words = packs(&thief);
    starts(&mole, &thief, &words, "Mole");
    gives(&mole, &thief);
    thief.runs(&["approve", "x.anteroom", "Mole"]).done();
    thief.runs(&["suspend", "x.anteroom", "Table 7"]).done();
    thief.runs(&["suspend", "x.anteroom", "the founder"]);

    let came = gives(&thief, &ana);
    assert_eq!(came["erased"].as_u64(), Some(DELETED as u64), "{came}");
    assert_eq!((count(&ana), count(&seven)), (0, 0), "the rest is hidden until a second person has said so");
    assert_eq!(member(&ana, "Mole")["isConfirmed"], true);
    assert_eq!(member(&ana, "Table 7")["isSuspended"], true);
    let founder = ana.json(&["members", "x.anteroom"]);
    assert_eq!(founder["mayDecide"], true, "the founder stands before every organiser");

    let cut_off = ana.runs(&["suspend", "x.anteroom", "Bea", "--since", "2020-01-01", "--refuse-all"]).done();
    assert!(cut_off.contains("Bea"), "{cut_off}");
    assert_ne!(member(&ana, "Mole")["isConfirmed"], true, "whom it let in falls with it");
    assert_eq!(member(&ana, "Table 7")["isSuspended"], false, "whom it suspended takes part again");
    let left = OF_THE_TABLE + OF_THE_FOUNDER - DELETED;
    assert_eq!(count(&ana), left, "what was hidden is there again; of the others the words are lacking");

    // One laptop that had not taken it in yet is enough.
    gives(&ana, &eight);
    assert_eq!(count(&eight), OF_THE_TABLE + OF_THE_FOUNDER, "whoever hears of both at once loses nothing");
    gives(&eight, &ana);
    assert_eq!(count(&ana), OF_THE_TABLE + OF_THE_FOUNDER);
    gives(&ana, &seven);
    // It has heard what it lacks, and asks for it by name.
    gives(&seven, &ana);
    gives(&ana, &seven);
    assert_eq!(count(&seven), OF_THE_TABLE + OF_THE_FOUNDER);

    // What comes from the thief later changes nothing.
    thief.records(&["--text", "A false testimony."]);
    let later = gives(&thief, &ana);
    assert_eq!(later["new"], 0, "{later}");
    assert_eq!(count(&ana), OF_THE_TABLE + OF_THE_FOUNDER);
    gives(&ana, &eight);
    let dump = |on: &Computer| on.runs(&["dump", "x.anteroom"]).done();
    assert_eq!(dump(&ana), dump(&eight));
}
