//! A laptop's folder and its keys are copied to another one, and both go on: nobody can say which of them is the real one, so
//! an organiser decides on what each of them wrote.

use serde_json::Value;

use crate::computer::{Computer, copy};
use crate::exchange::{begun, hands, merges, texts};

const BEFORE: &str = "Heard before the copy was made.";
const FIRST: &str = "Heard by the first laptop.";
const SECOND: [&str; 2] = ["Heard by the second laptop.", "Heard by it somewhat later."];

/// Hands over, and says the report of it.
fn gives(from: &Computer, to: &Computer) -> Value {
    hands(from, to);
    merges(to)["reports"][0].clone()
}

fn said(report: &Value) -> &str {
    report["text"].as_str().unwrap()
}

fn forked(on: &Computer) -> Value {
    let members = on.json(&["members", "x.anteroom"])["members"].as_array().unwrap().clone();
    members.into_iter().find(|it| !it["branches"].as_array().unwrap().is_empty()).unwrap()
}

/// The first entry of the branch with so many actions.
fn branch(on: &Computer, actions: u64) -> String {
    let branches = forked(on)["branches"].as_array().unwrap().clone();
    let found = branches.iter().find(|it| it["actions"] == actions).unwrap();
    found["first"].as_str().unwrap().to_owned()
}

/// An organiser, a table that was let in, and a copy of it; each of the two has gone on, and handed over to her.
fn two_of_one() -> ([Computer; 3], Value) {
    let (ana, first) = begun();
    first.records(&["--text", BEFORE]);
    gives(&first, &ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    gives(&ana, &first);
    let second = Computer::new();
    for folder in ["x.anteroom", "home"] {
        copy(&first.path(folder), &second.path(folder));
    }
    first.records(&["--text", FIRST]);
    for text in SECOND {
        second.records(&["--text", text]);
    }
    assert_eq!(gives(&first, &ana)["new"], 1);
    // One of them hands over more often than the other.
    gives(&first, &ana);
    let report = gives(&second, &ana);
    ([ana, first, second], report)
}

#[test]
fn what_two_laptops_wrote_under_one_key_waits_and_is_told_in_a_sentence() {
    let ([ana, ..], report) = two_of_one();
    let told = "3 actions of Table 7 wait for an organiser: two laptops have written under one key.";
    assert!(said(&report).lines().any(|line| line == told), "{report}");
    let waits = &report["waiting"][0];
    assert_eq!((waits["why"].as_str(), waits["contributions"].as_u64()), (Some("fork"), Some(3)), "{report}");
    assert_eq!(texts(&ana), [BEFORE], "what was before the copy counts, and nothing since");
    let member = forked(&ana);
    assert_eq!((&member["hasForked"], &member["waiting"]), (&true.into(), &3.into()), "{member}");
    let actions: Vec<&Value> = member["branches"].as_array().unwrap().iter().map(|it| &it["actions"]).collect();
    assert_eq!(actions, [1, 2], "{member}");
    let listed = ana.runs(&["members", "x.anteroom"]).done();
    for (actions, counted) in [(1, "one action"), (2, "2 actions")] {
        let line = format!("  branch {}: {counted}, ", &branch(&ana, actions)[..12]);
        let found = listed.lines().find(|it| it.starts_with(&line)).unwrap_or_else(|| panic!("{line}: {listed}"));
        assert!(found.ends_with(", waits to be approved or refused"), "{found}");
    }
}

#[test]
fn an_organiser_approves_one_branch_and_refuses_the_other() {
    let ([ana, first, second], _) = two_of_one();
    let (good, bad) = (branch(&ana, 1), branch(&ana, 2));
    for wrong in [&good[..5], "0123456789ab", "no-hash"] {
        let refused = ana.runs(&["approve", "x.anteroom", "Table 7", "--branch", wrong]).refused();
        assert!(refused.contains("Table 7") && refused.contains(wrong), "{refused}");
    }
    let own = ana.json(&["members", "x.anteroom"])["members"][0]["device"].as_str().unwrap().to_owned();
    let of_another = ana.runs(&["approve", "x.anteroom", &own, "--branch", &good[..12]]).refused();
    assert!(of_another.contains(&good[..12]), "a branch is of one laptop: {of_another}");
    let by_a_table = first.runs(&["approve", "x.anteroom", "Table 7", "--branch", &good[..12]]).refused();
    assert!(by_a_table.contains("Table 7"), "{by_a_table}");
    assert_eq!(texts(&ana), [BEFORE]);

    let approved = ana.json(&["approve", "x.anteroom", "Table 7", "--branch", &good[..12]]);
    assert_eq!(approved["approved"], 1);
    assert_eq!(texts(&ana), [BEFORE, FIRST]);
    assert_eq!(forked(&ana)["waiting"], 2, "the other one waits still");
    let again = ana.runs(&["approve", "x.anteroom", "Table 7", "--branch", &good]).done();
    assert!(again.contains("Nothing waited"), "{again}");

    let refused = ana.json(&["refuse", "x.anteroom", "Table 7", "--branch", &bad.to_uppercase()[..12]]);
    assert_eq!(refused["refused"], 1);
    let member = forked(&ana);
    assert_eq!((&member["hasForked"], &member["waiting"]), (&false.into(), &0.into()), "{member}");
    let listed = ana.runs(&["members", "x.anteroom"]).done();
    let of = |first: &str| listed.lines().find(|line| line.contains(&first[..12])).unwrap().to_owned();
    assert!(of(&good).ends_with(", approved") && of(&bad).ends_with(", refused"), "{listed}");

    // Neither has heard of it. What the one writes counts, what the other writes is refused.
    first.records(&["--text", "Heard by the first laptop afterwards."]);
    assert_eq!(gives(&first, &ana)["new"], 1);
    second.records(&["--text", "Heard by the second laptop afterwards."]);
    let late = gives(&second, &ana);
    assert!(said(&late).contains("An action of Table 7 was refused, as an organiser decided."), "{late}");
    assert_eq!(texts(&ana), [BEFORE, "Heard by the first laptop afterwards.", FIRST]);

    // She thinks better of it.
    assert_eq!(ana.json(&["approve", "x.anteroom", "Table 7", "--branch", &bad[..12]])["approved"], 1);
    assert_eq!(ana.lists(&[]).len(), 6);
    ana.runs(&["verify", "x.anteroom"]).done();
}

#[test]
fn both_laptops_are_cut_off_where_one_name_is_suspended() {
    let ([ana, first, second], _) = two_of_one();
    for actions in [1, 2] {
        ana.runs(&["approve", "x.anteroom", "Table 7", "--branch", &branch(&ana, actions)]).done();
    }
    let good = [BEFORE, FIRST, SECOND[0], SECOND[1]];
    assert_eq!(ana.lists(&[]).len(), good.len());
    ana.runs(&["suspend", "x.anteroom", "Table 7", "--refuse-all"]).done();
    assert!(forked(&ana)["isSuspended"].as_bool().unwrap());
    // Neither has heard of it.
    for laptop in [&first, &second] {
        laptop.records(&["--text", "Heard by whoever has it now."]);
        let late = gives(laptop, &ana);
        assert!(said(&late).contains("An action of Table 7 was refused"), "{late}");
    }
    assert_eq!(ana.lists(&[]).len(), good.len(), "what was good stays, and nothing comes after it");
    let again = ana.runs(&["approve", "x.anteroom", "Table 7", "--role", "facilitator"]).done();
    assert!(!again.is_empty());
    assert_eq!(ana.lists(&[]).len(), good.len() + 2, "let in again, both are");
    assert!(!forked(&ana)["isSuspended"].as_bool().unwrap());
    ana.runs(&["verify", "x.anteroom"]).done();
}

#[test]
fn a_branch_that_comes_after_a_suspension_is_approved_and_goes_on_no_further() {
    goes_on_no_further_after(&["suspend", "x.anteroom", "Table 7"]);
}

#[test]
fn a_branch_that_comes_after_roles_were_taken_away_goes_on_in_the_others() {
    goes_on_no_further_after(&["approve", "x.anteroom", "Table 7", "--role", "observer"]);
}

/// A table is told to add nothing more; then what its copy wrote comes, and is approved.
fn goes_on_no_further_after(how: &[&str]) {
    let (ana, first) = begun();
    first.records(&["--text", BEFORE]);
    gives(&first, &ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    let second = Computer::new();
    for folder in ["x.anteroom", "home"] {
        copy(&first.path(folder), &second.path(folder));
    }
    first.records(&["--text", FIRST]);
    gives(&first, &ana);
    ana.runs(how).done();
    second.records(&["--text", SECOND[0]]);
    second.records(&["--text", SECOND[1]]);
    gives(&second, &ana);
    ana.runs(&["approve", "x.anteroom", "Table 7", "--branch", &branch(&ana, 2)]).done();
    assert_eq!(ana.lists(&[]).len(), 3, "what it wrote so far: {:?}", texts(&ana));
    second.records(&["--text", "Heard by whoever has it now."]);
    gives(&second, &ana);
    assert_eq!(ana.lists(&[]).len(), 3, "it adds nothing more");
    ana.runs(&["verify", "x.anteroom"]).done();
}

#[test]
fn each_of_them_goes_on_under_a_key_of_its_own_once_it_hears_and_loses_nothing() {
    let ([ana, first, second], _) = two_of_one();
    let own = |on: &Computer| on.json(&["members", "x.anteroom"])["ownWords"].clone();
    let before = own(&first);
    assert_eq!(own(&second), before);
    let later = |at: &str| format!("Heard afterwards by the {at}.");
    for (laptop, at, wrote) in [(&first, "first", &[FIRST][..]), (&second, "second", &SECOND)] {
        let report = gives(&ana, laptop);
        assert_eq!(report["isCloned"], true, "{report}");
        let told = "From now on this laptop writes under a key of its own, and waits for an organiser.";
        assert!(said(&report).contains(told), "{report}");
        assert_ne!(own(laptop), before, "by its words it is told from the other one");
        laptop.records(&["--text", &later(at)]);
        let here = texts(laptop);
        for text in wrote.iter().copied().chain([BEFORE, &later(at)]) {
            assert!(here.iter().any(|it| it == text), "{text} is shown where it was written: {here:?}");
        }
        laptop.runs(&["verify", "x.anteroom"]).done();
        laptop.runs(&["rebuild", "x.anteroom"]).done();
        assert_eq!(texts(laptop), here, "and so it is however often it is read anew");
        assert_eq!(gives(&ana, laptop)["isCloned"], false, "it is told once");
    }
    for laptop in [&first, &second] {
        let report = gives(laptop, &ana);
        assert!(said(&report).contains("Table 7 is not confirmed yet"), "{report}");
        ana.runs(&["approve", "x.anteroom", "Table 7", "--as", "Table 7"]).done();
    }
    let device = forked(&ana)["device"].as_str().unwrap().to_owned();
    assert_eq!(ana.json(&["approve", "x.anteroom", &device])["approved"], 2, "both branches at once");
    let mut all = [BEFORE, FIRST, SECOND[0], SECOND[1], &later("first"), &later("second")].map(str::to_owned);
    all.sort();
    for laptop in [&first, &second] {
        gives(&ana, laptop);
    }
    let dump = |on: &Computer| on.runs(&["dump", "x.anteroom"]).done();
    for laptop in [&ana, &first, &second] {
        assert_eq!(texts(laptop), all);
        laptop.runs(&["verify", "x.anteroom"]).done();
        assert_eq!(dump(laptop), dump(&ana));
    }
}

#[test]
fn what_nobody_has_confirmed_is_shown_where_it_was_recorded_under_whatever_key() {
    let (_, seven) = begun();
    seven.records(&["--text", BEFORE]);
    seven.runs(&["backup", "x.anteroom", "--to", "copies"]).done();
    seven.records(&["--text", FIRST]);
    let copy = std::fs::read_dir(seven.path("copies")).unwrap().next().unwrap().unwrap().path();
    std::fs::remove_dir_all(seven.path("x.anteroom")).unwrap();
    seven.runs(&["restore", copy.to_str().unwrap(), "x.anteroom"]).done();
    seven.records(&["--text", SECOND[0]]);
    for _ in 0..2 {
        assert_eq!(texts(&seven), [BEFORE, SECOND[0]]);
        seven.runs(&["verify", "x.anteroom"]).done();
        seven.runs(&["rebuild", "x.anteroom"]).done();
    }
}
