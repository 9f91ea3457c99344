//! Files that are lost on their way, and laptops that are put back to an earlier day: what is missing is told, asked for and
//! brought; or an organiser gives it up.

use std::fs;

use serde_json::Value;

use crate::computer::{Computer, copy};
use crate::exchange::{begun, hands, texts, told};

const BEFORE: &str = "Before that day.";
const BETWEEN: &str = "Of that day.";
const AFTER: &str = "After that day.";

const MISSING: &str = "An entry is missing that others name: it is asked for with the next file.";
const WAITS: &str = "An action of Table 7 waits: an earlier one is missing.";
const ONE_NEW: &str = "One contribution is new.";

fn member(on: &Computer) -> Value {
    let members = on.json(&["members", "x.anteroom"])["members"].as_array().unwrap().clone();
    members.into_iter().find(|it| it["name"] == "Table 7").unwrap()
}

/// An organiser and a table that was let in; each has what the other has.
fn two() -> (Computer, Computer) {
    let (ana, seven) = begun();
    seven.records(&["--text", BEFORE]);
    told(&seven, &ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    told(&ana, &seven);
    (ana, seven)
}

/// The disk of the organiser's laptop is put back to an image of the day before, with all that stands on it: of what she had
/// taken in since then, the table believes that she has it.
fn put_back() -> (Computer, Computer) {
    let (ana, seven) = two();
    for folder in ["x.anteroom", "home"] {
        copy(&ana.path(folder), &ana.path(&format!("image of {folder}")));
    }
    seven.records(&["--text", BETWEEN]);
    assert_eq!(told(&seven, &ana), ["From Table 7", ONE_NEW]);
    told(&ana, &seven);
    for folder in ["x.anteroom", "home"] {
        fs::remove_dir_all(ana.path(folder)).unwrap();
        fs::rename(ana.path(&format!("image of {folder}")), ana.path(folder)).unwrap();
    }
    assert_eq!(texts(&ana), [BEFORE]);
    seven.records(&["--text", AFTER]);
    assert_eq!(told(&seven, &ana), ["From Table 7", MISSING, WAITS]);
    let member = member(&ana);
    assert_eq!((&member["hasGap"], &member["waiting"]), (&true.into(), &1.into()), "{member}");
    assert_eq!(texts(&ana), [BEFORE]);
    // The same file once more mends nothing, and says what is missing still.
    assert_eq!(told(&seven, &ana), ["From Table 7", "Nothing new.", MISSING]);
    (ana, seven)
}

fn are_alike(ana: &Computer, seven: &Computer) {
    let dumps = [ana, seven].map(|computer| computer.runs(&["dump", "x.anteroom"]).done());
    assert_eq!(dumps[0], dumps[1]);
    for computer in [ana, seven] {
        computer.runs(&["verify", "x.anteroom"]).done();
    }
}

#[test]
fn a_file_that_never_arrives_is_made_good_by_the_next_one() {
    let (ana, seven) = two();
    seven.records(&["--text", BETWEEN]);
    // The stick is left in a taxi.
    hands(&seven, &Computer::new());
    seven.records(&["--text", AFTER]);
    assert_eq!(told(&seven, &ana), ["From Table 7", "2 contributions are new."]);
    assert_eq!(told(&seven, &ana), ["From Table 7", "Nothing new."]);
    assert_eq!(texts(&ana), [AFTER, BEFORE, BETWEEN]);
    told(&ana, &seven);
    are_alike(&ana, &seven);
}

#[test]
fn what_is_missing_is_asked_for_with_the_next_file_and_comes_with_the_one_after() {
    let (ana, seven) = put_back();
    told(&ana, &seven);
    assert_eq!(told(&seven, &ana), ["From Table 7", "2 contributions are new."]);
    assert_eq!(member(&ana)["hasGap"], false);
    told(&ana, &seven);
    are_alike(&ana, &seven);
}

#[test]
fn a_whole_file_brings_what_is_missing() {
    let (ana, seven) = put_back();
    seven.runs(&["bundle", "x.anteroom", "--to", "x.bundle", "--whole"]).done();
    fs::copy(seven.path("x.bundle"), ana.path("x.bundle")).unwrap();
    let merged = ana.runs(&["merge", "x.anteroom", "x.bundle"]).done();
    assert_eq!(merged, "From Table 7\n2 contributions are new.\n");
    assert_eq!(texts(&ana), [AFTER, BEFORE, BETWEEN]);
    assert_eq!(member(&ana)["hasGap"], false);
    told(&ana, &seven);
    are_alike(&ana, &seven);
}

#[test]
fn what_nobody_has_any_more_is_given_up_and_what_follows_counts() {
    let (ana, seven) = put_back();
    let by_the_table = seven.runs(&["give-up", "x.anteroom", "Table 7"]).done();
    assert_eq!(by_the_table, "Nothing of it is missing.\n", "it lacks nothing itself");
    let given_up = ana.runs(&["give-up", "x.anteroom", "Table 7"]).done();
    assert_eq!(given_up, "One entry is given up: what follows counts without it.\n");
    assert_eq!(texts(&ana), [AFTER, BEFORE]);
    assert_eq!(member(&ana)["hasGap"], false);
    ana.runs(&["verify", "x.anteroom"]).done();
    // It turns up after all.
    told(&ana, &seven);
    told(&seven, &ana);
    assert_eq!(texts(&ana), [AFTER, BEFORE, BETWEEN]);
    told(&ana, &seven);
    are_alike(&ana, &seven);
}
