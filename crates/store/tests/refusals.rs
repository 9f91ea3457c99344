//! Every refusal in plain words: what is no consultation, is damaged, or is somebody else's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use std::fs;
use std::path::Path;

use anteroom_store::{Store, StoreError, Unlock};
use laptop::*;

/// A closed consultation with something in it.
async fn closed() -> Laptop {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    for number in 0..200 {
        records(&store, &format!("contribution number {number} of a long day")).await;
    }
    store.close().await.unwrap();
    laptop
}

async fn code(laptop: &Laptop) -> &'static str {
    let error = laptop.tries_to_open(PASSPHRASE).await.unwrap_err();
    let sentence = error.to_string();
    assert!(sentence.ends_with('.') && !sentence.contains("sqlite"), "a plain sentence: {sentence}");
    error.code()
}

#[tokio::test]
async fn a_wrong_passphrase_is_told_from_damage() {
    let laptop = closed().await;
    for wrong in ["", "correct horse", "Correct horse battery staple"] {
        assert_eq!(laptop.tries_to_open(wrong).await.unwrap_err().code(), "wrong-passphrase");
    }
    laptop.opens().await;
}

#[tokio::test]
async fn what_is_no_consultation_is_said_to_be_none() {
    let laptop = closed().await;
    let open = async |path: &Path| {
        Store::open(path, &laptop.home(), &Unlock::Passphrase(typed(PASSPHRASE))).await.unwrap_err().code()
    };
    let place = laptop.place.path();
    assert_eq!(open(&place.join("nowhere")).await, "not-there");
    fs::create_dir(place.join("photos")).unwrap();
    assert_eq!(open(&place.join("photos")).await, "not-a-consultation");
    fs::write(place.join("letter.docx"), b"PK").unwrap();
    assert_eq!(open(&place.join("letter.docx")).await, "not-a-consultation");
    fs::write(place.join("photos/keys"), b"a list of keys for the house").unwrap();
    assert_eq!(open(&place.join("photos")).await, "keys-damaged");
}

#[tokio::test]
async fn missing_and_foreign_keys_are_told_apart() {
    let (laptop, other) = (closed().await, closed().await);
    let keys = laptop.file().join("keys");
    fs::copy(other.file().join("keys"), &keys).unwrap();
    assert_eq!(code(&laptop).await, "keys-of-another");
    fs::remove_file(&keys).unwrap();
    assert_eq!(code(&laptop).await, "keys-missing");
}

#[tokio::test]
async fn missing_empty_and_cut_contents_are_told_apart() {
    let laptop = closed().await;
    let contents = laptop.file().join("contents.db");
    let whole = fs::read(&contents).unwrap();
    for (left, expected) in
        [(0, "contents-empty"), (100, "contents-cut"), (4096 + 17, "contents-cut"), (4096, "contents-cut")]
    {
        fs::write(&contents, &whole[..left]).unwrap();
        assert_eq!(code(&laptop).await, expected, "{left} bytes are left");
    }
    fs::write(&contents, &whole[..whole.len() / 4096 / 2 * 4096]).unwrap();
    assert_eq!(code(&laptop).await, "contents-cut");
    fs::remove_file(&contents).unwrap();
    assert_eq!(code(&laptop).await, "contents-missing");
    fs::write(&contents, whole).unwrap();
    is_sound(&laptop.opens().await).await;
}

#[tokio::test]
async fn a_plain_database_in_its_place_is_refused() {
    let laptop = closed().await;
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(8192, 0);
    fs::write(laptop.file().join("contents.db"), plain).unwrap();
    assert_eq!(code(&laptop).await, "keys-of-another");
    fs::write(laptop.file().join("contents.db"), vec![0; 8192]).unwrap();
    assert_eq!(code(&laptop).await, "contents-damaged", "torn: the disk gave back zeros");
}

#[tokio::test]
async fn damage_on_any_page_is_found_and_nothing_false_is_shown() {
    let laptop = closed().await;
    let contents = laptop.file().join("contents.db");
    let whole = fs::read(&contents).unwrap();
    let pages = whole.len() / 4096;
    for page in (0..pages).step_by(3) {
        let mut damaged = whole.clone();
        damaged[page * 4096 + 200] ^= 1;
        fs::write(&contents, &damaged).unwrap();
        match laptop.tries_to_open(PASSPHRASE).await {
            Err(error) => assert_eq!(error.code(), "contents-damaged", "page {page}"),
            Ok(store) => {
                let found = store.verify(&anteroom_store::Silent).await;
                assert!(found.as_ref().is_ok_and(|found| !found.ok), "page {page}: {found:?}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_open_is_not_opened_twice() {
    let laptop = closed().await;
    let store = laptop.opens().await;
    assert_eq!(code(&laptop).await, "open-elsewhere");
    store.close().await.unwrap();
    laptop.opens().await;
}

#[tokio::test]
async fn nothing_is_made_over_what_is_there() {
    let laptop = closed().await;
    let again = Store::create(&laptop.file(), &laptop.home(), &typed("x"), founding()).await;
    assert!(matches!(again, Err(StoreError::ExistsAlready(_))));
    laptop.opens().await;
    let nowhere = Store::create(&laptop.place.path().join("a/b"), &laptop.home(), &typed("x"), founding()).await;
    assert!(matches!(nowhere, Err(StoreError::NotThere(_))));
    let empty = Store::create(&laptop.place.path().join("new"), &laptop.home(), &typed(""), founding()).await;
    assert!(matches!(empty, Err(StoreError::EmptyPassphrase)));
    assert!(!laptop.place.path().join("new").exists(), "nothing is left behind");
}

#[tokio::test]
async fn a_damaged_device_key_is_told() {
    let laptop = closed().await;
    for file in fs::read_dir(laptop.home()).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|ending| ending == "key") {
            fs::write(file, b"anteroom device\nnot what was sealed").unwrap();
        }
    }
    assert_eq!(code(&laptop).await, "device-key-damaged");
}
