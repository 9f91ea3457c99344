//! Copies and backups: of the whole folder, taken in the middle of work, and of the keys alone.

use std::collections::BTreeSet;
use std::fs;

use anteroom_tests::laptop::{Laptop, PASSPHRASE, Running, copy_folder, text};
use anteroom_tests::request::{Request, With, find};

fn references(running: &mut Running) -> Vec<String> {
    running.does(find(""))["rows"].as_array().unwrap().iter().map(|row| text(&row["reference"])).collect()
}

#[test]
fn an_older_backup_goes_on_in_a_series_of_its_own() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    running.records("in the backup");
    running.closes();
    let backup = laptop.at("backup");
    copy_folder(&laptop.file(), &backup);
    running.opens(&laptop.file(), PASSPHRASE);
    running.records("after the backup");
    running.closes();
    fs::remove_dir_all(laptop.file()).unwrap();
    copy_folder(&backup, &laptop.file());

    for time in 0..2 {
        running.opens(&laptop.file(), PASSPHRASE);
        running.records(&format!("after it was restored, {time}"));
        running.is_sound();
        let references = references(&mut running);
        let distinct: BTreeSet<_> = references.iter().collect();
        assert_eq!(distinct.len(), references.len(), "no reference is given twice: {references:?}");
        running.closes();
    }
    running.opens(&laptop.file(), PASSPHRASE);
    let expected = ["after it was restored, 0", "after it was restored, 1", "in the backup"];
    assert_eq!(running.finds_sorted(""), expected);
    assert!(!running.dump().contains("waits fork"), "two entries of one number would stand against each other");
}

#[test]
fn a_copy_of_the_folder_taken_while_people_work_holds_everything_acknowledged() {
    let (laptop, other) = (Laptop::default(), Laptop::default());
    let (mut running, _) = laptop.founds();
    let mut said: Vec<_> = (0..50).map(|number| format!("note {number}")).collect();
    for text in &said {
        running.records(text);
    }
    copy_folder(&laptop.file(), &other.file());
    let mut copy = other.opens();
    said.sort();
    assert_eq!(copy.finds_sorted(""), said);
    copy.is_sound();
    running.records("work went on meanwhile");
    running.is_sound();
}

#[test]
fn the_keys_of_before_a_new_passphrase_open_by_the_passphrase_of_then() {
    let laptop = Laptop::default();
    let (mut running, sheet) = laptop.founds();
    running.records("kept");
    running.closes();
    let keys = laptop.file().join("keys");
    let before = fs::read(&keys).unwrap();
    let with = With::Passphrase(PASSPHRASE.into());
    running.does(Request::ChangePassphrase { file: laptop.file(), with, new: "another".into(), anew: false });
    let open = |with| Request::Open { file: laptop.file(), with };
    let refused = running.is_refused(open(With::Passphrase(PASSPHRASE.into())));
    assert_eq!(refused.code, "wrong-passphrase");
    fs::write(&keys, before).unwrap();
    assert_eq!(running.is_refused(open(With::Passphrase("another".into()))).code, "wrong-passphrase");
    running.opens(&laptop.file(), PASSPHRASE);
    running.records("and went on");
    running.is_sound();
    running.closes();
    running.does(open(With::Recovery(sheet)));
    assert_eq!(running.finds("").len(), 2);
}

#[test]
fn keys_that_are_gone_are_said_to_be_and_come_back_from_a_backup() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    running.records("kept");
    running.closes();
    let keys = laptop.file().join("keys");
    let backup = fs::read(&keys).unwrap();
    fs::remove_file(&keys).unwrap();
    let open = Request::Open { file: laptop.file(), with: With::Passphrase(PASSPHRASE.into()) };
    let refused = running.is_refused(open);
    assert!(refused.code == "keys-missing" && refused.is_plain(), "{refused:?}");
    fs::write(&keys, backup).unwrap();
    running.opens(&laptop.file(), PASSPHRASE);
    assert_eq!(running.finds(""), ["kept"]);
    assert_eq!(running.is_sound()["commits"], 2, "in the same series");
}
