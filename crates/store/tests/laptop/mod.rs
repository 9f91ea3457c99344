//! A laptop for the tests: a folder for consultations, a home for its keys, and the words of the people at it.
#![allow(dead_code, unreachable_pub, reason = "each test uses what it needs")]

use std::path::PathBuf;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Action, Committed, Edit, Founding, Passphrase, RecoveryWords, Store, StoreError, Unlock};

pub const PASSPHRASE: &str = "correct horse battery staple";

pub struct Laptop {
    pub place: tempfile::TempDir,
}

impl Laptop {
    pub fn new() -> Self {
        Self { place: tempfile::tempdir().unwrap() }
    }

    pub fn file(&self) -> PathBuf {
        self.place.path().join("review.anteroom")
    }

    pub fn home(&self) -> PathBuf {
        self.place.path().join("home")
    }

    pub async fn founds(&self) -> (Store, RecoveryWords) {
        Store::create(&self.file(), &self.home(), &typed(PASSPHRASE), founding()).await.unwrap()
    }

    pub async fn opens(&self) -> Store {
        self.tries_to_open(PASSPHRASE).await.unwrap()
    }

    pub async fn tries_to_open(&self, passphrase: &str) -> Result<Store, StoreError> {
        Store::open(&self.file(), &self.home(), &Unlock::Passphrase(typed(passphrase))).await
    }
}

pub fn typed(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

pub fn founding() -> Founding {
    let consultation = Fields::from([(field::NAME, "Regional review".into())]);
    Founding { time: 1_000, edits: vec![Edit::Create { kind: field::CONSULTATION, fields: consultation, mark: None }] }
}

pub fn said(text: &str) -> Edit {
    said_with(text, [])
}

pub fn said_with(text: &str, more: impl IntoIterator<Item = (field::Field, Value)>) -> Edit {
    let mut fields = Fields::from([(field::TEXT, text.into()), (field::LANGUAGE, "en".into())]);
    fields.extend(more);
    Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }
}

pub fn tags(added: &[&str], removed: &[&str]) -> Fields {
    let values = |keys: &[&str]| keys.iter().map(|key| Value::from(*key)).collect::<Vec<_>>();
    Fields::from([(field::TAGS, Value::set(values(added), values(removed)))])
}

pub async fn does(store: &Store, deed: Deed, edits: Vec<Edit>) -> Committed {
    tries(store, deed, edits).await.unwrap()
}

pub async fn tries(store: &Store, deed: Deed, edits: Vec<Edit>) -> Result<Committed, StoreError> {
    store.commit(Action { deed, time: 2_000, author: store.person(), undoes: None, edits }).await
}

pub async fn records(store: &Store, text: &str) -> RecordId {
    does(store, Deed::RECORD, vec![said(text)]).await.created[0]
}

/// What is found, oldest first.
pub async fn finds(store: &Store, words: &str) -> Vec<String> {
    let query =
        anteroom_store::Query { words: words.into(), sort: anteroom_model::view::Sort::Oldest, ..Default::default() };
    store.find(&query, 0, 1000).await.unwrap().rows.into_iter().map(|row| row.text).collect()
}

pub async fn is_sound(store: &Store) {
    let found = store.verify(&anteroom_store::Silent).await.unwrap();
    assert!(found.ok, "{:?}", found.problems);
}
