//! What a merge reports, sentence by sentence: what waits and why, what is hidden, what was not taken, whose clock is off; and
//! that it stands in the history as it was told.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anteroom_app::consultations::open_with_home;
use anteroom_app::exchange::newest_reports;
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::PersonId;
use anteroom_model::value::Fields;
use anteroom_store::{Action, Edit, HandOver, Names, Passphrase, Silent, Since, Store, Unlock};
use serde_json::Value;

use crate::computer::{Computer, PASSPHRASE};
use crate::exchange::{begun, hands, lines, merges, told};

const ERASED: usize = 50;
const HOUR: i64 = 60 * 60 * 1000;

fn unlock() -> Unlock {
    Unlock::Passphrase(Passphrase::new(PASSPHRASE.to_owned()))
}

/// The consultation, for what the command line has no word for: another clock, and what its own laptop would refuse.
async fn opened(on: &Computer) -> Store {
    Store::open(&on.path("x.anteroom"), &on.path("home"), &unlock()).await.unwrap()
}

fn now() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

async fn notes(on: &Computer, text: &str, time: i64) {
    let store = opened(on).await;
    let author = store.person();
    noted(store, text, author, time).await;
}

/// Notes something, and says that another person did.
pub(crate) async fn notes_as(on: &Computer, text: &str, author: PersonId) {
    noted(opened(on).await, text, author, now()).await;
}

async fn noted(store: Store, text: &str, author: PersonId, time: i64) {
    let fields = Fields::from([(field::TEXT, text.into())]);
    let edits = vec![Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }];
    store.commit(Action { deed: Deed::RECORD, time, author, undoes: None, edits }).await.unwrap();
    store.close().await.unwrap();
}

/// What a file tells that a laptop makes by a clock of its own.
async fn told_at(from: &Computer, to: &Computer, at: i64) -> Value {
    let store = opened(from).await;
    let what = HandOver { to: vec![], since: Since::LastExchange, names: Names::LeftOut, name: "Table 7".into(), at };
    store.hand_over(&to.path("x.bundle"), what, &Silent).await.unwrap();
    store.close().await.unwrap();
    merges(to)
}

/// An organiser and a table that was let in and knows it.
fn two() -> (Computer, Computer) {
    let (ana, seven) = begun();
    told(&seven, &ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    told(&ana, &seven);
    (ana, seven)
}

pub(crate) fn invites(by: &Computer, name: &str, role: &str) -> Computer {
    let other = Computer::new();
    by.runs(&["invite", "x.anteroom", "--name", name, "--role", role, "--to", "x.invitation"]).done();
    fs::copy(by.path("x.invitation"), other.path("x.invitation")).unwrap();
    other.runs(&["join", "x.invitation", "--name", name, "--to", "x.acceptance"]).done();
    fs::copy(other.path("x.acceptance"), by.path("x.acceptance")).unwrap();
    by.runs(&["admit", "x.anteroom", "x.acceptance"]).done();
    by.runs(&["bundle", "x.anteroom", "--to", "x.bundle", "--for", name, "--whole"]).done();
    fs::copy(by.path("x.bundle"), other.path("x.bundle")).unwrap();
    merges(&other);
    other
}

#[test]
fn what_waits_is_told_with_the_reason_and_again_when_it_counts() {
    let (ana, seven) = begun();
    seven.records(&["--text", "They kept our passports."]);
    let stranger = "Table 7 is not confirmed yet: what it recorded waits for an organiser.";
    assert_eq!(told(&seven, &ana), ["From Table 7", stranger]);
    let approved = ana.json(&["approve", "x.anteroom", "Table 7"]);
    assert_eq!(lines(&approved), ["From Table 7", "One contribution is new."]);

    ana.runs(&["suspend", "x.anteroom", "Table 7"]).done();
    seven.records(&["--text", "Written meanwhile."]);
    let no_member = "An action of Table 7 waits for an organiser: they take part no more, or not yet.";
    assert_eq!(told(&seven, &ana), ["From Table 7", no_member]);
    seven.records(&["--text", "And somewhat later."]);
    assert_eq!(told(&seven, &ana), ["From Table 7", no_member]);
    assert_eq!(told(&seven, &ana), ["From Table 7", "Nothing new."]);
}

#[test]
fn what_one_laptop_may_not_erase_alone_is_told_as_hidden_until_a_second_has_said_so() {
    let (ana, seven) = two();
    let rows: Vec<String> = (0..ERASED + 10).map(|row| format!("What person {row} said")).collect();
    seven.writes("rows.csv", format!("text\n{}\n", rows.join("\n")));
    seven.runs(&["import", "x.anteroom", "rows.csv", "--text", "text"]).done();
    assert_eq!(told(&seven, &ana), ["From Table 7", "60 contributions are new."]);
    let bea = invites(&ana, "Bea", "organiser");
    let ids: Vec<String> =
        bea.lists(&["--limit", "100"]).iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect();
    let erase: Vec<&str> = ["erase", "x.anteroom"].into_iter().chain(ids.iter().map(String::as_str)).collect();
    bea.runs(&erase).done();
    let hidden = "10 contributions are hidden until an organiser decides: somebody erased them who may not, or more than one \
                  laptop may.";
    assert_eq!(told(&bea, &ana), ["From Bea", "50 contributions were erased.", hidden]);
    assert_eq!(ana.runs(&["confirm-erasure", "x.anteroom"]).done(), "10 contributions are erased for good.\n");
    // Hidden from the table's side it never was: it hears of both at once.
    assert_eq!(told(&ana, &seven)[..2], ["From the founder", "60 contributions were erased."]);
}

#[test]
fn what_was_not_taken_is_told_with_the_reason() {
    let (ana, seven) = two();
    let id = seven.records(&["--text", "Please forget this."]);
    assert_eq!(told(&seven, &ana), ["From Table 7", "One contribution is new."]);
    ana.runs(&["erase", "x.anteroom", &id]).done();
    seven.runs(&["bundle", "x.anteroom", "--to", "x.bundle", "--whole"]).done();
    fs::copy(seven.path("x.bundle"), ana.path("x.bundle")).unwrap();
    let dropped = "Words that were erased came along and were dropped.";
    assert_eq!(lines(&merges(&ana)), ["From Table 7", "Nothing new.", dropped]);
    told(&ana, &seven);

    ana.runs(&["suspend", "x.anteroom", "Table 7", "--refuse-all"]).done();
    seven.records(&["--text", "A false testimony."]);
    let refused = "An action of Table 7 was refused, as an organiser decided.";
    assert_eq!(told(&seven, &ana), ["From Table 7", refused]);
}

fn minutes(merged: &Value, how: &str) -> u64 {
    let clocks = merged["reports"][0]["clocks"].as_array().unwrap();
    let found = clocks.iter().find(|it| it["how"] == how).unwrap_or_else(|| panic!("{how}: {merged}"));
    assert_eq!(found["name"], "Table 7");
    let minutes = found["minutes"].as_u64().unwrap();
    // Whatever the machine is busy with meanwhile.
    assert!((60..=120).contains(&minutes), "{minutes}");
    minutes
}

fn went_back(merged: &Value) -> String {
    let minutes = minutes(merged, "put-back");
    format!(
        "The clock of Table 7 went back by {minutes} minutes from one action to the next: its times are off before or after that."
    )
}

#[tokio::test]
async fn a_clock_that_is_ahead_is_named() {
    let (ana, seven) = two();
    notes(&seven, "In two hours.", now() + 2 * HOUR).await;
    hands(&seven, &ana);
    let merged = merges(&ana);
    let clock = format!("The clock of Table 7 is ahead by {} minutes.", minutes(&merged, "ahead"));
    assert_eq!(lines(&merged), ["From Table 7", "One contribution is new.", &clock]);
    // A file alone shows it too, and four minutes are nothing.
    let merged = told_at(&seven, &ana, now() + 2 * HOUR).await;
    let clock = format!("The clock of Table 7 is ahead by {} minutes.", minutes(&merged, "ahead"));
    assert_eq!(lines(&merged), ["From Table 7", "Nothing new.", &clock]);
    assert_eq!(lines(&told_at(&seven, &ana, now() + HOUR / 15).await), ["From Table 7", "Nothing new."]);
}

#[tokio::test]
async fn a_clock_that_is_behind_is_named_by_what_its_laptop_had_seen_before() {
    let (ana, seven) = two();
    // What the table hands over says that it has read her last entries, which were made two hours later.
    notes(&seven, "Two hours ago.", now() - 2 * HOUR).await;
    let merged = told_at(&seven, &ana, now() - 2 * HOUR).await;
    let behind = format!("The clock of Table 7 is behind by {} minutes or more.", minutes(&merged, "behind"));
    // It had begun with a clock that was right.
    assert_eq!(lines(&merged), ["From Table 7", "One contribution is new.", &behind, &went_back(&merged)]);

    // The file is made by a clock that was put right; an entry in it follows one of hers, and says to be older.
    let id = ana.records(&["--text", "From the organiser’s desk."]);
    ana.runs(&["approve", "x.anteroom", "Table 7", "--role", "organiser"]).done();
    told(&ana, &seven);
    let store = opened(&seven).await;
    let edits = vec![Edit::Set { record: id.parse().unwrap(), fields: Fields::from([(field::LANGUAGE, "fr".into())]) }];
    let time = now() - 2 * HOUR;
    store.commit(Action { deed: Deed::EDIT, time, author: store.person(), undoes: None, edits }).await.unwrap();
    store.close().await.unwrap();
    hands(&seven, &ana);
    let merged = merges(&ana);
    let clock = format!("The clock of Table 7 is behind by {} minutes or more.", minutes(&merged, "behind"));
    assert!(lines(&merged).contains(&clock), "{merged}");
}

#[tokio::test]
async fn a_clock_that_went_back_is_named_and_which_of_its_times_is_right_is_left_open() {
    let (ana, seven) = two();
    notes(&seven, "Now.", now()).await;
    notes(&seven, "Two hours before that.", now() - 2 * HOUR).await;
    notes(&seven, "And now again.", now()).await;
    hands(&seven, &ana);
    let merged = merges(&ana);
    assert_eq!(lines(&merged), ["From Table 7", "3 contributions are new.", &went_back(&merged)]);
}

#[tokio::test]
async fn every_report_stands_in_the_history_as_it_was_told() {
    let (ana, seven) = two();
    let id = seven.records(&["--text", "They kept our passports."]);
    let mut reports = Vec::new();
    for edit in ["We were not asked.", "They asked nobody."] {
        hands(&seven, &ana);
        reports.push(merges(&ana)["reports"][0].clone());
        ana.runs(&["edit", "x.anteroom", &id, "--text", edit]).done();
        seven.runs(&["edit", "x.anteroom", &id, "--text", &format!("{edit} Nobody.")]).done();
    }
    told(&ana, &seven);
    reports.push({
        hands(&seven, &ana);
        merges(&ana)["reports"][0].clone()
    });
    reports.push(merges(&ana)["reports"][0].clone());
    assert!(
        lines_of(&reports[1]).iter().any(|line| line.starts_with("In one contribution two wordings")),
        "{reports:?}"
    );
    assert_eq!(lines_of(reports.last().unwrap()), ["From Table 7", "Nothing new."]);
    assert_eq!(history(&ana.path("home"), &ana.path("x.anteroom"), reports.len()).await, reports);
}

fn lines_of(report: &Value) -> Vec<&str> {
    report["text"].as_str().unwrap().lines().collect()
}

/// What the window shows of the newest merges, the oldest of them first.
async fn history(home: &Path, file: &Path, newest: usize) -> Vec<Value> {
    let desk = open_with_home(home, file, &unlock()).await.unwrap();
    let mut reports = newest_reports(&desk).await.unwrap();
    anteroom_app::consultations::close(desk).await.unwrap();
    reports.truncate(newest);
    reports.reverse();
    reports.iter().map(|report| serde_json::to_value(report).unwrap()).collect()
}

#[tokio::test]
async fn what_only_a_laptop_has_of_who_withdrew_goes_also_where_the_program_ended_after_the_merge() {
    let (ana, seven) = two();
    seven.records(&["--text", "They kept our passports.", "--speaker", "Amina"]);
    told(&seven, &ana);
    seven.records(&["--text", "Said in anger, and taken back.", "--speaker", "Amina"]);
    seven.runs(&["undo", "x.anteroom"]).done();
    ana.runs(&["withdraw", "x.anteroom", "Amina"]).done();
    hands(&ana, &seven);
    let store = opened(&seven).await;
    store.merge(&seven.path("x.bundle"), now(), &Silent).await.unwrap();
    assert!(store.dump().await.unwrap().contains("in anger"), "nobody else knew of it");
    store.close().await.unwrap();
    seven.runs(&["list", "x.anteroom"]).done();
    let dump = seven.runs(&["dump", "x.anteroom"]).done();
    assert!(!dump.contains("in anger") && !dump.contains("passports"), "{dump}");
}
