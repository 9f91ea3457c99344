//! Somebody may know the passphrase.

use std::fs;

use anteroom_tests::laptop::{Laptop, PASSPHRASE, copy_folder};
use anteroom_tests::request::{Request, With};

#[test]
fn encrypted_anew_the_old_keys_file_opens_nothing() {
    let (laptop, thief) = (Laptop::default(), Laptop::default());
    let (mut running, sheet) = laptop.founds();
    running.records("what they feared");
    running.closes();
    copy_folder(&laptop.file(), &thief.file());
    let with = With::Passphrase(PASSPHRASE.into());
    running.does(Request::ChangePassphrase { file: laptop.file(), with, new: "another".into(), anew: true });
    running.opens(&laptop.file(), "another");
    running.records("said afterwards");
    running.is_sound();
    running.closes();

    // Who has the old keys and comes by the new contents: neither the old passphrase nor the sheet helps.
    fs::copy(laptop.file().join("contents.db"), thief.file().join("contents.db")).unwrap();
    let mut other = thief.starts();
    let open = |with| Request::Open { file: thief.file(), with };
    for with in [With::Passphrase(PASSPHRASE.into()), With::Recovery(sheet.clone())] {
        let refused = other.is_refused(open(with));
        assert_eq!(refused.code, "contents-damaged", "{refused:?}");
    }
    assert_eq!(other.is_refused(open(With::Passphrase("another".into()))).code, "wrong-passphrase");

    // With the keys of now the same contents open, by the new passphrase and by the same sheet.
    fs::copy(laptop.file().join("keys"), thief.file().join("keys")).unwrap();
    for with in [With::Passphrase("another".into()), With::Recovery(sheet)] {
        other.does(open(with));
        assert_eq!(other.finds_sorted(""), ["said afterwards", "what they feared"]);
        other.is_sound();
        other.closes();
    }
}

#[test]
fn a_wrong_passphrase_changes_nothing() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    running.records("kept");
    running.closes();
    let before = fs::read(laptop.file().join("keys")).unwrap();
    for anew in [false, true] {
        let with = With::Passphrase("a guess".into());
        let change = Request::ChangePassphrase { file: laptop.file(), with, new: "mine now".into(), anew };
        assert_eq!(running.is_refused(change).code, "wrong-passphrase");
        let with = With::Passphrase(PASSPHRASE.into());
        let empty = Request::ChangePassphrase { file: laptop.file(), with, new: String::new(), anew };
        assert_eq!(running.is_refused(empty).code, "empty-passphrase", "anew: {anew}");
    }
    assert_eq!(fs::read(laptop.file().join("keys")).unwrap(), before);
    running.opens(&laptop.file(), PASSPHRASE);
    assert_eq!(running.finds(""), ["kept"]);
    running.is_sound();
}
