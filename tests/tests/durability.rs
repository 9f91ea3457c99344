//! Power loss: every answer comes after the disk was told to keep what it acknowledges. Shown by the calls to the system.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;

use anteroom_tests::laptop::{Laptop, PASSPHRASE, text};
use anteroom_tests::request::{Request, With, said};
use anteroom_tests::trace::{Shown, follow};

fn with(passphrase: &str) -> With {
    With::Passphrase(passphrase.to_owned())
}

/// Does all of this on a laptop that is watched, and says what was seen.
fn seen(laptop: &Laptop, requests: &[Request]) -> Shown {
    let trace = laptop.at("trace");
    let before: Vec<_> = [laptop.file(), laptop.home()]
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    let mut running = laptop.is_watched(&trace);
    for request in requests {
        running.does(request.clone());
    }
    drop(running);
    let known: Vec<_> = before.iter().map(std::path::PathBuf::as_path).collect();
    let shown = follow(&fs::read_to_string(&trace).unwrap(), laptop.place(), &known);
    assert_eq!(shown.answers, requests.len(), "the trace holds every answer");
    shown
}

fn is_durable(shown: &Shown, syncs: usize) {
    assert!(shown.early.is_empty(), "{:#?}", shown.early);
    assert!(shown.syncs >= syncs, "{} syncs for {syncs} actions", shown.syncs);
}

#[test]
fn a_new_consultation_is_durable_when_its_sheet_is_shown() {
    let laptop = Laptop::default();
    let create = Request::Create { file: laptop.file(), passphrase: PASSPHRASE.into() };
    is_durable(&seen(&laptop, &[create, said("The first words.")]), 2);
}

#[test]
fn every_action_is_durable_when_it_is_acknowledged() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    let ids: Vec<_> = (0..5).map(|number| running.records(&format!("words {number}"))).collect();
    running.closes();
    let rows: Vec<_> = (0..1_500).map(|number| format!("row {number} of a long table")).collect();
    let table = laptop.table("rows.csv", rows.iter().map(String::as_str));
    let mut requests = vec![Request::Open { file: laptop.file(), with: with(PASSPHRASE) }];
    requests.extend((0..30).map(|number| said(&format!("said {number}"))));
    requests.extend([
        Request::Import { table },
        Request::Correct { id: ids[0].clone(), text: "better words".into() },
        Request::Tag { id: ids[1].clone(), nodes: vec!["8".into()] },
        Request::Group { name: "Seafarers".into() },
        Request::Erase { ids: vec![ids[2].clone(), ids[3].clone()] },
        said("after the erasure"),
        Request::Undo,
        Request::Rebuild,
    ]);
    let actions = requests.len() - 1;
    // Closing brings all of it into one file, and removes what an erasure left in the pages.
    requests.extend([
        Request::Close,
        Request::Open { file: laptop.file(), with: with(PASSPHRASE) },
        said("the next day"),
    ]);
    is_durable(&seen(&laptop, &requests), actions);
}

#[test]
fn another_passphrase_is_durable_when_it_is_acknowledged() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    running.records("words");
    running.closes();
    let change = |old: &str, new: &str, anew| Request::ChangePassphrase {
        file: laptop.file(),
        with: with(old),
        new: new.into(),
        anew,
    };
    let open = |passphrase: &str| Request::Open { file: laptop.file(), with: with(passphrase) };
    let requests =
        [change(PASSPHRASE, "second", false), change("second", "third", true), open("third"), said("and went on")];
    is_durable(&seen(&laptop, &requests), 4);
}

#[test]
fn a_computer_that_the_sheet_admits_is_durable() {
    let laptop = Laptop::default();
    let (mut running, words) = laptop.founds();
    running.closes();
    fs::remove_dir_all(laptop.home()).unwrap();
    let requests = [Request::Open { file: laptop.file(), with: With::Recovery(words) }, said("on the new computer")];
    is_durable(&seen(&laptop, &requests), 2);
    assert_eq!(text(&laptop.opens().does(Request::Overview)["name"]), "Regional review");
}
