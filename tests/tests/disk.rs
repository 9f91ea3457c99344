//! A full disk, a disk closed to writing, a consultation open elsewhere: a plain sentence, nothing lost, nothing half-done,
//! and people go on as soon as they can. Through the app and through the command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Output;

use anteroom_tests::disk::{Disk, among_own_mounts, names};
use anteroom_tests::laptop::{Laptop, PASSPHRASE, Running};
use anteroom_tests::request::{Refused, Request, With, is_plain, said};

fn open(file: &Path, passphrase: &str) -> Request {
    Request::Open { file: file.to_owned(), with: With::Passphrase(passphrase.to_owned()) }
}

fn is_refused_as(refused: &Refused, code: &str) {
    assert_eq!(refused.code, code, "{refused:?}");
    assert!(refused.is_plain(), "{refused:?}");
}

/// The command line ends with 1, and says one plain sentence that holds `words`.
fn is_refused_plainly(output: &Output, words: &str) {
    let sentence = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(is_plain(&sentence) && sentence.contains(words), "{words} {sentence}");
    assert!(output.stdout.is_empty(), "{output:?}");
}

/// Records until the disk is full, and says what was acknowledged.
fn fills(running: &mut Running) -> BTreeSet<String> {
    let mut acknowledged = BTreeSet::new();
    for number in 0..10_000 {
        let text = format!("{number}: {}", "overtime is paid late. ".repeat(40)).trim().to_owned();
        match running.tries(&said(&text)).unwrap() {
            Ok(_) => drop(acknowledged.insert(text)),
            Err(refused) => {
                is_refused_as(&refused, "disk-full");
                return acknowledged;
            }
        }
    }
    panic!("the disk is never full");
}

fn holds(running: &mut Running, expected: &BTreeSet<String>) {
    let found: BTreeSet<_> = running.finds("").into_iter().collect();
    assert!(found == *expected, "lost: {:?}, too much: {:?}", expected - &found, &found - expected);
}

#[test]
fn a_full_disk_loses_nothing_and_recording_goes_on_when_there_is_room() {
    among_own_mounts("a_full_disk_loses_nothing_and_recording_goes_on_when_there_is_room", || {
        let laptop = Laptop::default();
        let disk = Disk::of(8, laptop.at("disk"));
        let file = disk.at("review.anteroom");
        let mut running = laptop.starts();
        running.founds(&file);
        disk.leaves(1_000);
        let mut acknowledged = fills(&mut running);
        assert!(!acknowledged.is_empty());
        holds(&mut running, &acknowledged);
        let rows: Vec<_> = (0..1_000).map(|number| format!("row {number} {}", "of a long table ".repeat(20))).collect();
        let table = laptop.table("rows.csv", rows.iter().map(String::as_str));
        is_refused_as(&running.is_refused(Request::Import { table: table.clone() }), "disk-full");
        holds(&mut running, &acknowledged);
        // As it lies, for whoever comes next.
        running.is_killed();
        let shown = file.to_str().unwrap();
        is_refused_plainly(
            &laptop.types(PASSPHRASE, &["record", shown, "--text", &"no room for this ".repeat(2_000)]),
            "The disk is full.",
        );

        disk.has_room();
        let mut running = laptop.starts();
        running.opens(&file, PASSPHRASE);
        holds(&mut running, &acknowledged);
        assert_eq!(running.imports(&table).0, 1_000);
        acknowledged.extend(rows.iter().map(|row| row.trim().to_owned()));
        acknowledged.insert("There is room again.".into());
        running.records("There is room again.");
        holds(&mut running, &acknowledged);
        running.is_sound();
        running.closes();
        let output = laptop.types(PASSPHRASE, &["--json", "list", shown, "--limit", "1"]);
        assert!(output.status.success(), "{output:?}");
    });
}

#[test]
fn an_open_consultation_goes_on_by_itself_when_there_is_room_again() {
    among_own_mounts("an_open_consultation_goes_on_by_itself_when_there_is_room_again", || {
        let laptop = Laptop::default();
        let disk = Disk::of(8, laptop.at("disk"));
        let file = disk.at("review.anteroom");
        let mut running = laptop.starts();
        running.founds(&file);
        let mut acknowledged = BTreeSet::new();
        for room in [600, 400, 200] {
            disk.leaves(room);
            let before = running.finds("").len();
            acknowledged.extend(fills(&mut running).into_iter().map(|text| (room, text)));
            // Each time the same words, so only their number tells.
            assert_eq!(running.finds("").len(), acknowledged.len());
            assert!(acknowledged.len() >= before);
            disk.has_room();
            running.records(&format!("After {room}."));
            acknowledged.insert((room, format!("After {room}.")));
        }
        running.is_sound();
        running.closes();
        let mut running = laptop.starts();
        running.opens(&file, PASSPHRASE);
        assert_eq!(running.finds("").len(), acknowledged.len());
        running.is_sound();
    });
}

#[test]
fn nothing_is_left_of_what_could_not_be_made_on_a_full_disk() {
    among_own_mounts("nothing_is_left_of_what_could_not_be_made_on_a_full_disk", || {
        let laptop = Laptop::default();
        let disk = Disk::of(8, laptop.at("disk"));
        let file = disk.at("review.anteroom");
        let shown = file.to_str().unwrap();
        for room in [0, 4, 8, 40, 120, 300] {
            disk.leaves(room);
            let refused =
                laptop.starts().is_refused(Request::Create { file: file.clone(), passphrase: PASSPHRASE.into() });
            is_refused_as(&refused, "disk-full");
            let new = laptop.types(PASSPHRASE, &["new", shown, "--framework", "gcm", "--name", "Review"]);
            is_refused_plainly(&new, "The disk is full.");
            is_refused_plainly(&laptop.types(PASSPHRASE, &["sample", shown]), "The disk is full.");
            assert_eq!(names(&disk.at("")), ["ballast"], "with {room} kB of room");
            assert_eq!(names(&laptop.home()), [""; 0], "no key of what is not there, with {room} kB of room");
        }
        disk.has_room();
        let mut running = laptop.starts();
        running.founds(&file);
        running.records("Now it is there.");
        running.is_sound();
    });
}

#[test]
fn another_passphrase_on_a_full_disk_shuts_nobody_out() {
    among_own_mounts("another_passphrase_on_a_full_disk_shuts_nobody_out", || {
        for anew in [false, true] {
            for room in [0, 4, 100] {
                let laptop = Laptop::default();
                let disk = Disk::of(8, laptop.at("disk"));
                let file = disk.at("review.anteroom");
                let mut running = laptop.starts();
                running.founds(&file);
                running.records("what they feared");
                running.closes();
                disk.leaves(room);
                let with = With::Passphrase(PASSPHRASE.into());
                let change = Request::ChangePassphrase { file: file.clone(), with, new: "another".into(), anew };
                let changed = running.tries(&change).unwrap();
                if let Err(refused) = &changed {
                    is_refused_as(refused, "disk-full");
                }
                disk.has_room();
                let holds = if changed.is_ok() { "another" } else { PASSPHRASE };
                let opened = running.tries(&open(&file, holds)).unwrap();
                assert!(opened.is_ok(), "anew {anew}, {room} kB of room, {changed:?}: {opened:?}");
                assert_eq!(running.finds(""), ["what they feared"]);
                running.records("and went on");
                running.is_sound();
            }
        }
    });
}

#[test]
fn a_document_that_does_not_fit_is_not_there_and_the_one_before_it_stays() {
    among_own_mounts("a_document_that_does_not_fit_is_not_there_and_the_one_before_it_stays", || {
        let laptop = Laptop::default();
        let disk = Disk::of(2, laptop.at("disk"));
        let mut running = laptop.starts();
        running.founds(&laptop.file());
        let id = running.records("The sea is wide.");
        let roundtable = "1".to_owned();
        let brief = running.does(Request::NewBrief { roundtable, title: "Rescue".into() }).as_str().unwrap().to_owned();
        let text = "Participants spoke of the sea.".to_owned();
        running.does(Request::WriteBrief { brief: brief.clone(), text, cite: vec![id] });
        running.closes();
        let (to, shown) = (disk.at("brief.docx"), laptop.file());
        let export = ["brief", "export", shown.to_str().unwrap(), &brief, "--to", to.to_str().unwrap()];
        let export = [&export[..], &["--audience", "organisers"]].concat();
        assert_eq!(laptop.types(PASSPHRASE, &export).status.code(), Some(0));
        let before = std::fs::read(&to).unwrap();
        disk.is_full();
        is_refused_plainly(&laptop.types(PASSPHRASE, &export), "could not be written");
        let sheet = disk.at("sheet.csv");
        let args = ["sheet", shown.to_str().unwrap(), "--to", sheet.to_str().unwrap()];
        is_refused_plainly(&laptop.types(PASSPHRASE, &args), "could not be written");
        assert_eq!(std::fs::read(&to).unwrap(), before);
        disk.is_locked();
        is_refused_plainly(&laptop.types(PASSPHRASE, &export), "could not be written");
        disk.is_unlocked();
        assert_eq!(names(&disk.at("")), ["ballast", "brief.docx"]);
    });
}

#[test]
fn a_place_closed_to_writing_is_named_and_left_as_it_is() {
    among_own_mounts("a_place_closed_to_writing_is_named_and_left_as_it_is", || {
        let laptop = Laptop::default();
        let disk = Disk::of(8, laptop.at("stick"));
        let (file, new) = (disk.at("review.anteroom"), disk.at("new.anteroom"));
        let mut running = laptop.starts();
        running.founds(&file);
        running.records("on the stick");
        running.closes();
        let before = names(&file);
        disk.is_locked();
        is_refused_as(&running.is_refused(open(&file, PASSPHRASE)), "read-only");
        let create = Request::Create { file: new.clone(), passphrase: PASSPHRASE.into() };
        is_refused_as(&running.is_refused(create), "read-only");
        let shown = file.to_str().unwrap();
        for args in [vec!["list", shown], vec!["record", shown, "--text", "more"], vec!["verify", shown]] {
            is_refused_plainly(&laptop.types(PASSPHRASE, &args), "cannot be written to.");
        }
        let args = ["new", new.to_str().unwrap(), "--framework", "gcm", "--name", "Review"];
        is_refused_plainly(&laptop.types(PASSPHRASE, &args), "cannot be written to.");
        assert_eq!(names(&file), before);
        disk.is_unlocked();
        running.opens(&file, PASSPHRASE);
        running.records("and more");
        assert_eq!(running.finds_sorted(""), ["and more", "on the stick"]);
        running.is_sound();
    });
}

#[test]
fn a_place_that_closes_while_people_write_loses_nothing_acknowledged() {
    among_own_mounts("a_place_that_closes_while_people_write_loses_nothing_acknowledged", || {
        let laptop = Laptop::default();
        // The home of the keys can fill up or close by itself.
        let disk = Disk::of(2, laptop.home());
        let mut running = laptop.starts();
        running.founds(&laptop.file());
        running.records("before");
        disk.is_full();
        running.records("It is in the consultation, which is what counts.");
        running.closes();
        running.opens(&laptop.file(), PASSPHRASE);
        running.records("still here");
        running.is_sound();
        running.closes();
        disk.has_room();
        running.opens(&laptop.file(), PASSPHRASE);
        assert_eq!(running.finds("").len(), 3);
        assert_eq!(running.is_sound()["commits"], 4, "no second series was begun");
    });
}

#[test]
fn what_is_open_elsewhere_is_refused_until_it_is_closed_or_its_program_is_gone() {
    let laptop = Laptop::default();
    let (mut first, _) = laptop.founds();
    first.records("mine");
    let mut second = laptop.starts();
    is_refused_as(&second.is_refused(open(&laptop.file(), PASSPHRASE)), "open-elsewhere");
    let file = laptop.file();
    let file = file.to_str().unwrap();
    for args in [
        vec!["list", file],
        vec!["record", file, "--text", "x"],
        vec!["verify", file],
        vec!["passphrase", file, "--new-passphrase-fd", "0"],
    ] {
        is_refused_plainly(&laptop.types(PASSPHRASE, &args), "open elsewhere");
    }
    first.records("and mine");
    first.closes();
    second.opens(&laptop.file(), PASSPHRASE);
    is_refused_as(&first.is_refused(open(&laptop.file(), PASSPHRASE)), "open-elsewhere");
    second.is_killed();
    first.opens(&laptop.file(), PASSPHRASE);
    assert_eq!(first.finds_sorted(""), ["and mine", "mine"]);
    first.is_sound();
}

#[test]
fn damage_is_told_in_one_sentence_and_nothing_is_written_over_it() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    for number in 0..200 {
        running.records(&format!("contribution {number} of a long day"));
    }
    running.closes();
    let contents = laptop.file().join("contents.db");
    let whole = std::fs::read(&contents).unwrap();
    let shown = laptop.file();
    let shown = shown.to_str().unwrap();
    for page in [0, 1, 5] {
        let mut damaged = whole.clone();
        damaged[page * 4096 + 100] ^= 1;
        std::fs::write(&contents, &damaged).unwrap();
        let output = laptop.types(PASSPHRASE, &["verify", shown]);
        let sentences = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "page {page}");
        assert!(is_plain(&sentences), "page {page}: {sentences}");
    }
    std::fs::write(&contents, &whole).unwrap();
    assert_eq!(laptop.types(PASSPHRASE, &["verify", shown]).status.code(), Some(0));
}
