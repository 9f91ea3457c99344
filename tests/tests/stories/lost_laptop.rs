//! A laptop is lost; its consultation is opened on another one.

use std::fs;

use anteroom_tests::laptop::{Laptop, PASSPHRASE, copy_folder};
use anteroom_tests::request::{Request, With};

#[test]
fn with_the_recovery_sheet_another_laptop_goes_on_with_every_right() {
    let (lost, new) = (Laptop::default(), Laptop::default());
    let (mut running, sheet) = lost.founds();
    running.records("before it was lost");
    running.closes();
    copy_folder(&lost.file(), &new.file());

    let mut running = new.starts();
    // As somebody types it from paper.
    let typed = sheet.to_uppercase().replace(' ', "  ");
    running.does(Request::Open { file: new.file(), with: With::Recovery(typed) });
    running.records("on the new one");
    running.does(Request::Group { name: "Seafarers".into() });
    running.is_sound();
    assert!(running.dump().lines().filter(|line| line.starts_with("commit ")).all(|line| line.ends_with(" counts")));
    running.closes();
    // From then on the passphrase is enough, or a new one.
    running.opens(&new.file(), PASSPHRASE);
    running.records("and the day after");
    assert_eq!(running.finds_sorted(""), ["and the day after", "before it was lost", "on the new one"]);
    running.closes();
    let with = With::Recovery(sheet);
    running.does(Request::ChangePassphrase { file: new.file(), with, new: "mine alone".into(), anew: true });
    running.opens(&new.file(), "mine alone");
    running.does(Request::Group { name: "Domestic workers".into() });
    running.is_sound();
}

#[test]
fn with_the_passphrase_alone_what_is_recorded_is_kept_and_shown_there() {
    let (lost, new) = (Laptop::default(), Laptop::default());
    let (mut running, sheet) = lost.founds();
    running.records("before it was lost");
    running.closes();
    copy_folder(&lost.file(), &new.file());

    let mut running = new.opens();
    let id = running.records("on a laptop that nobody has admitted");
    running.does(Request::Correct { id, text: "on a laptop that nobody has admitted yet".into() });
    let table = new.table("rows.csv", ["a row", "another"]);
    assert_eq!(running.imports(&table), (2, 0));
    let here =
        ["a row", "another", "before it was lost", "on a laptop that nobody has admitted yet"].map(str::to_owned);
    for _ in 0..2 {
        assert_eq!(running.finds_sorted(""), here);
        running.is_sound();
        running.closes();
        running.opens(&new.file(), PASSPHRASE);
    }
    let dump = running.dump();
    assert!(dump.lines().any(|line| line.ends_with(" waits member")), "it waits for an organiser");
    running.closes();

    // The sheet is found: the laptop is admitted, and nothing of what waited is lost.
    running.does(Request::Open { file: new.file(), with: With::Recovery(sheet) });
    running.is_sound();
    assert_eq!(running.finds_sorted(""), here);
    running.records("with the sheet");
    running.does(Request::Group { name: "Seafarers".into() });
    running.is_sound();
    let dump = running.dump();
    let waits: Vec<&str> = dump.lines().filter(|line| line.ends_with(" waits member")).collect();
    assert_eq!(waits, [] as [&str; 0], "what waited counts");
}

#[test]
fn a_lost_home_begins_a_new_series_beside_what_was_recorded() {
    let laptop = Laptop::default();
    let (mut running, sheet) = laptop.founds();
    running.records("one");
    running.closes();
    fs::remove_dir_all(laptop.home()).unwrap();
    let mut running = laptop.starts();
    running.does(Request::Open { file: laptop.file(), with: With::Recovery(sheet) });
    running.records("two");
    assert_eq!(running.finds_sorted(""), ["one", "two"]);
    running.is_sound();
}
