//! The founder's laptop is stolen, by somebody who knows its passphrase. Nobody stands before it but the recovery sheet.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value;

use crate::computer::{Computer, Ended};
use crate::stolen::{gives, starts};

fn member(on: &Computer, name: &str) -> Value {
    let members = on.json(&["members", "x.anteroom"]);
    let all = members["members"].as_array().unwrap();
    all.iter().find(|it| it["name"] == name || name == "the founder" && it["isFounder"] == true).cloned().unwrap()
}

fn texts(on: &Computer) -> Vec<String> {
    let mut texts: Vec<String> =
        on.lists(&["--limit", "1000"]).iter().map(|it| it["text"].as_str().unwrap().to_owned()).collect();
    texts.sort_unstable();
    texts
}

/// The words of the sheet on standard input; the passphrase stands in the environment.
fn by_the_sheet(on: &Computer, words: &str, arguments: &[&str]) -> Ended {
    let mut command = on.command(&[arguments, &["--sheet-fd", "0"]].concat());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(words.as_bytes()).unwrap();
    Ended::from(child.wait_with_output().unwrap())
}

fn founds(on: &Computer) -> String {
    let made = on.json(&["new", "x.anteroom", "--framework", "gcm", "--name", "Our words"]);
    made["recovery"].as_str().unwrap().to_owned()
}

/// The founder with a table and a second organiser, who all have everything; and the words of the sheet.
fn everybody() -> ([Computer; 3], String) {
    let [ana, bea, seven] = [(); 3].map(|()| Computer::new());
    let sheet = founds(&ana);
    let words = ana.json(&["pack", "x.anteroom", "--to", "x.pack"])["words"].as_str().unwrap().to_owned();
    starts(&seven, &ana, &words, "Table 7");
    seven.records(&["--text", "Said at the table."]);
    gives(&seven, &ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    ana.runs(&["invite", "x.anteroom", "--name", "Bea", "--role", "organiser", "--to", "x.invitation"]).done();
    fs::copy(ana.path("x.invitation"), bea.path("x.invitation")).unwrap();
    bea.runs(&["join", "x.invitation", "--name", "Bea", "--to", "x.acceptance"]).done();
    fs::copy(bea.path("x.acceptance"), ana.path("x.acceptance")).unwrap();
    ana.runs(&["admit", "x.anteroom", "x.acceptance"]).done();
    ana.records(&["--text", "Said to the founder."]);
    for other in [&bea, &seven] {
        gives(&ana, other);
    }
    ([ana, bea, seven], sheet)
}

#[test]
fn a_stolen_founders_laptop_is_ended_by_the_sheet_on_another_organisers() {
    let ([thief, bea, seven], sheet) = everybody();
    let before = texts(&bea);
    assert_eq!(before, ["Said at the table.", "Said to the founder."]);

    // It is refused to nobody: what the founder's laptop decides stands before what any organiser says.
    let founders = id(&bea, "the founder");
    let cut_off = bea.runs(&["suspend", "x.anteroom", &founders, "--refuse-all"]).done();
    assert!(cut_off.contains("only the recovery sheet"), "{cut_off}");
    thief.runs(&["suspend", "x.anteroom", "Bea"]).done();
    gives(&thief, &seven);
    assert_eq!(member(&seven, "Bea")["isSuspended"], true);

    // Words of another sheet say nothing, and neither do no words.
    let other = founds(&Computer::new());
    let suspending = ["suspend", "x.anteroom", &founders, "--refuse-all"];
    assert!(by_the_sheet(&bea, &other, &suspending).refused().contains("not the words"));
    assert!(by_the_sheet(&bea, "twelve words", &suspending).refused().contains("twelve words"));

    by_the_sheet(&bea, &sheet, &suspending).done();
    assert_eq!(member(&bea, "the founder")["isSuspended"], true);
    assert_eq!(member(&bea, "Bea")["isSuspended"], false);
    assert_eq!(texts(&bea), before, "what was recorded before it was stolen stays");

    // What the thief does later, nobody hears of.
    thief.records(&["--text", "A false testimony."]);
    gives(&thief, &seven);
    gives(&bea, &seven);
    gives(&seven, &bea);
    for on in [&bea, &seven] {
        assert_eq!(texts(on), before);
        assert_eq!(member(on, "the founder")["isSuspended"], true);
        assert_eq!(member(on, "Bea")["isSuspended"], false, "whom it suspended since takes part");
    }
    let dump = |on: &Computer| on.runs(&["dump", "x.anteroom"]).done();
    assert_eq!(dump(&bea), dump(&seven));
}

#[test]
fn whom_a_stolen_founders_laptop_let_in_falls_with_it_unless_it_is_kept() {
    let ([thief, bea, seven], sheet) = everybody();
    // The worst case: it is not known since when, so that everything falls that it ever decided.
    let [founders, beas, sevens] = ["the founder", "Bea", "Table 7"].map(|name| id(&bea, name));
    let suspending = ["suspend", "x.anteroom", &founders, "--since", "2020-01-01", "--refuse-all"];
    by_the_sheet(&bea, &sheet, &[&suspending[..], &["--keep", &beas, "--keep", &sevens]].concat()).done();
    let members = bea.json(&["members", "x.anteroom"]);
    let is_confirmed = |device: &str| {
        let all = members["members"].as_array().unwrap();
        all.iter().find(|it| it["device"] == device).unwrap()["isConfirmed"] == true
    };
    assert_eq!(members["mayDecide"], true);
    assert_eq!([&founders, &beas, &sevens].map(|device| is_confirmed(device)), [false, true, true]);
    assert_eq!(texts(&bea), ["Said at the table."], "of its own nothing counts any more");
    // To what the table's files are sealed, only the thief has said so far: it says it itself with its own.
    assert!(bea.runs(&["bundle", "x.anteroom", "--to", "for-seven.handover"]).refused().contains("nobody yet"));
    gives(&seven, &bea);
    gives(&bea, &seven);
    seven.records(&["--text", "Said later."]);
    gives(&seven, &bea);
    assert_eq!(texts(&bea), ["Said at the table.", "Said later."]);
    gives(&thief, &bea);
    assert_eq!(texts(&bea), ["Said at the table.", "Said later."]);

    let fallen = Computer::new();
    let words = bea.json(&["pack", "x.anteroom", "--to", "x.pack"])["words"].as_str().unwrap().to_owned();
    starts(&fallen, &bea, &words, "Table 8");
    fallen.records(&["--text", "Said at another table."]);
    gives(&fallen, &bea);
    bea.runs(&["approve", "x.anteroom", "Table 8"]).done();
    assert_eq!(texts(&bea).len(), 3, "who was kept lets others in");
}

#[test]
fn whoever_falls_with_a_stolen_laptop_is_named_and_can_be_let_in_again() {
    let ([_, bea, _], sheet) = everybody();
    let [founders, beas, sevens] = ["the founder", "Bea", "Table 7"].map(|name| id(&bea, name));
    let suspending = ["suspend", "x.anteroom", &founders, "--since", "2020-01-01", "--refuse-all", "--keep", &beas];
    let told = by_the_sheet(&bea, &sheet, &suspending).done();
    assert!(told.contains("These fell with it, because it had let them in: Table 7."), "{told}");
    assert_eq!(texts(&bea).len(), 0);
    bea.runs(&["approve", "x.anteroom", &sevens]).done();
    assert_eq!(texts(&bea), ["Said at the table."]);
}

#[test]
fn where_no_organiser_is_left_the_sheet_lets_a_table_in_with_every_role() {
    let ([thief, _, seven], sheet) = everybody();
    assert_eq!(seven.json(&["members", "x.anteroom"])["mayDecide"], false);
    by_the_sheet(&seven, &sheet, &["recover", "x.anteroom"]).done();
    let members = seven.json(&["members", "x.anteroom"]);
    assert_eq!(members["mayDecide"], true);
    assert_eq!(member(&seven, "Table 7")["roles"].as_array().unwrap().len(), 4);
    by_the_sheet(&seven, &sheet, &["suspend", "x.anteroom", &id(&seven, "the founder"), "--refuse-all"]).done();
    thief.records(&["--text", "A false testimony."]);
    gives(&thief, &seven);
    assert_eq!(texts(&seven).len(), 2);
    assert_eq!(seven.json(&["members", "x.anteroom"])["mayDecide"], true);
}

fn id(on: &Computer, name: &str) -> String {
    member(on, name)["device"].as_str().unwrap().to_owned()
}
