//! An observer, who reads and takes along what there is, and changes nothing: neither on the own laptop nor on any other.

use std::fs;

use crate::computer::Computer;
use crate::exchange::{begun, lines, texts, told};
use crate::reports::invites;

/// An organiser, an observer who has what she has, and a contribution, a brief and an attached file.
fn two() -> (Computer, Computer, String) {
    let ana = Computer::new();
    ana.founds();
    let id = ana.records(&["--text", "They kept our passports.", "--quote", "yes", "--verbatim", "--node", "6"]);
    ana.writes("paper.txt", "A paper.");
    ana.runs(&["attach", "x.anteroom", &id, "paper.txt"]).done();
    ana.runs(&["programme", "stage", "x.anteroom", "Regional"]).done();
    ana.runs(&["programme", "session", "x.anteroom", "Morning", "--stage", "Regional"]).done();
    ana.runs(&["programme", "round", "x.anteroom", "First round", "--session", "Morning"]).done();
    ana.runs(&["brief", "new", "x.anteroom", "--roundtable", "1", "--title", "What we heard"]).done();
    let ola = invites(&ana, "Ola", "observer");
    (ana, ola, id)
}

#[test]
fn an_observer_reads_exports_and_passes_on_what_there_is() {
    let (ana, ola, id) = two();
    assert_eq!(texts(&ola), ["They kept our passports."]);
    assert_eq!(ola.lists(&["passports"]).len(), 1);
    let shown = ola.json(&["show", "x.anteroom", &id]);
    let attached = shown["attachments"][0]["id"].as_str().unwrap();
    ola.runs(&["save-attached", "x.anteroom", attached, "copy.txt"]).done();
    assert_eq!(fs::read_to_string(ola.path("copy.txt")).unwrap(), "A paper.");
    for reading in ["programme show", "brief list", "members", "conflicts", "pairs", "verify", "rebuild", "dump"] {
        let words: Vec<&str> = reading.split(' ').chain(["x.anteroom"]).collect();
        ola.runs(&words).done();
    }
    for (arguments, file) in [
        (&["sheet", "x.anteroom", "--to", "x.csv"][..], "x.csv"),
        (&["backup", "x.anteroom", "--to", "copies"], "copies"),
        (&["bundle", "x.anteroom", "--to", "x.bundle"], "x.bundle"),
    ] {
        ola.runs(arguments).done();
        assert!(ola.path(file).exists(), "{arguments:?}");
    }
    let exports = ["brief", "export", "x.anteroom", "What we heard", "--to", "x.docx"];
    let exported = (ola.runs(&exports), ana.runs(&exports));
    assert_eq!((exported.0.code, exported.0.err), (exported.1.code, exported.1.err), "as for an organiser");
    assert_eq!(told(&ola, &ana), ["From Ola", "Nothing new."]);
    ana.records(&["--text", "We were not asked."]);
    assert_eq!(told(&ana, &ola)[1..], ["One contribution is new."]);
}

#[test]
fn every_command_that_writes_is_refused_to_an_observer_in_a_sentence() {
    let (ana, ola, id) = two();
    let other = ana.records(&["--text", "They kept our passports, all of them."]);
    told(&ana, &ola);
    let attached = ola.json(&["show", "x.anteroom", &id])["attachments"][0]["id"].as_str().unwrap().to_owned();
    let before = ola.runs(&["dump", "x.anteroom"]).done();
    ola.writes("rows.csv", "text\nA row.\n");
    ola.writes("paper.txt", "Another paper.");
    for arguments in [
        &["record", "x.anteroom", "--text", "An observer speaks."][..],
        &["import", "x.anteroom", "rows.csv", "--text", "text"],
        &["tag", "x.anteroom", &id, "7"],
        &["untag", "x.anteroom", &id, "6"],
        &["change", "x.anteroom", &id, "--state", "accepted"],
        &["change", "x.anteroom", &id, "--untag", "6"],
        &["change", "x.anteroom", &id, "--permission", "quote:refused"],
        &["edit", "x.anteroom", &id, "--text", "Something else."],
        &["attach", "x.anteroom", &id, "paper.txt"],
        &["erase-attached", "x.anteroom", &attached],
        &["erase", "x.anteroom", &id],
        &["withdraw", "x.anteroom", &id],
        &["pair", "x.anteroom", &id, &other],
        &["pair", "x.anteroom", &id, &other, "--refuse"],
        &["brief", "new", "x.anteroom", "--roundtable", "2"],
        &["brief", "write", "x.anteroom", "What we heard", "Passports were kept.", "--cite", &id],
        &["programme", "stage", "x.anteroom", "Another"],
        &["programme", "session", "x.anteroom", "Evening", "--stage", "Regional"],
        &["programme", "round", "x.anteroom", "Second round", "--session", "Morning"],
        &["programme", "group", "x.anteroom", "Another group"],
        &["programme", "presence", "x.anteroom", "Media", "--round", "First round"],
        &["pack", "x.anteroom", "--to", "y.pack"],
        &["invite", "x.anteroom", "--name", "Ben", "--role", "observer", "--to", "y.invitation"],
        &["suspend", "x.anteroom", "Ola"],
        &["approve", "x.anteroom", "Ola", "--role", "organiser"],
        &["rename", "x.anteroom", "Somebody", "--member", "FOUNDER"],
        &["passphrase-help", "x.anteroom", "yes"],
    ] {
        let founder = ola.json(&["members", "x.anteroom"])["members"].as_array().unwrap().clone();
        let founder = founder.iter().find(|it| it["isFounder"] == true).unwrap()["device"].as_str().unwrap().to_owned();
        let arguments: Vec<&str> = arguments.iter().map(|it| if *it == "FOUNDER" { &founder } else { *it }).collect();
        let refused = ola.runs(&arguments).refused();
        assert!(refused.contains("role") || refused.contains("Nobody suspends"), "{arguments:?}: {refused}");
        assert_eq!(ola.runs(&["dump", "x.anteroom"]).done(), before, "{arguments:?}");
    }
    for file in ["y.pack", "y.invitation"] {
        assert!(!ola.path(file).exists(), "{file}");
    }
    assert_eq!(told(&ola, &ana), ["From Ola", "Nothing new."]);
}

#[test]
fn what_an_observers_key_writes_all_the_same_waits_at_the_organisers_with_the_reason() {
    let (ana, seven) = begun();
    seven.records(&["--text", "They kept our passports."]);
    told(&seven, &ana);
    // She lets the laptop in to read; it records on, because it has not heard of it.
    let waits = "An action of Table 7 waits for an organiser: their role does not allow it.";
    let approved = ana.json(&["approve", "x.anteroom", "Table 7", "--role", "observer"]);
    assert_eq!(lines(&approved), ["From Table 7", waits]);
    seven.records(&["--text", "We were not asked."]);
    assert_eq!(told(&seven, &ana), ["From Table 7", waits]);
    assert_eq!(texts(&ana), [] as [&str; 0]);
    let member = |on: &Computer| {
        let members = on.json(&["members", "x.anteroom"])["members"].as_array().unwrap().clone();
        members.into_iter().find(|it| it["name"] == "Table 7").unwrap()
    };
    assert_eq!(member(&ana)["waiting"], 2);

    told(&ana, &seven);
    let refused = seven.runs(&["record", "x.anteroom", "--text", "And then."]).refused();
    assert!(refused.contains("role"), "now it knows: {refused}");
    assert_eq!(texts(&seven).len(), 2, "what it recorded is shown there still");
    assert_eq!(ana.json(&["approve", "x.anteroom", "Table 7"])["approved"], 2);
    assert_eq!(texts(&ana), ["They kept our passports.", "We were not asked."]);
    assert_eq!(member(&ana)["roles"], serde_json::json!(["observer"]));
}

#[test]
fn who_becomes_an_observer_keeps_what_was_recorded_before() {
    let (ana, seven) = begun();
    seven.records(&["--text", "Said as a facilitator."]);
    told(&seven, &ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    told(&ana, &seven);
    ana.runs(&["approve", "x.anteroom", "Table 7", "--role", "observer"]).done();
    assert_eq!(texts(&ana), ["Said as a facilitator."]);
    told(&ana, &seven);
    assert_eq!(texts(&seven), ["Said as a facilitator."]);
    seven.runs(&["record", "x.anteroom", "--text", "Said as an observer."]).refused();

    ana.runs(&["approve", "x.anteroom", "Table 7", "--role", "facilitator"]).done();
    told(&ana, &seven);
    seven.records(&["--text", "Said as a facilitator again."]);
    told(&seven, &ana);
    assert_eq!(texts(&ana), ["Said as a facilitator again.", "Said as a facilitator."]);
}

#[test]
fn whom_an_organiser_let_in_stays_when_her_own_roles_are_fewer_and_more_again() {
    let ana = Computer::new();
    ana.founds();
    let bea = invites(&ana, "Bea", "organiser");
    let cid = invites(&bea, "Cid", "facilitator");
    cid.records(&["--text", "Said to whom she let in."]);
    told(&cid, &bea);
    told(&bea, &ana);
    for roles in [&["facilitator"][..], &["facilitator", "rapporteur"]] {
        let named: Vec<&str> = roles.iter().flat_map(|role| ["--role", role]).collect();
        ana.runs(&[&["approve", "x.anteroom", "Bea"], named.as_slice()].concat()).done();
        assert_eq!(texts(&ana), ["Said to whom she let in."]);
    }
    ana.runs(&["suspend", "x.anteroom", "Bea"]).done();
    ana.runs(&["approve", "x.anteroom", "Bea", "--role", "facilitator"]).done();
    assert_eq!(texts(&ana), ["Said to whom she let in."]);
}
