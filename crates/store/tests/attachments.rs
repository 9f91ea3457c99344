//! Files attached to contributions: kept whole, and gone with what they are attached to.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Query, Store, StoreError, Whole};
use laptop::*;

fn file(to: RecordId, name: &str, bytes: Vec<u8>) -> Edit {
    Edit::Attach { to: Whole::There(to), fields: Fields::from([(field::NAME, name.into())]), bytes }
}

/// As long as several pieces, and no piece like another.
fn long() -> Vec<u8> {
    (0..700_000_u32).flat_map(|number| (number / 3).to_le_bytes()).take(1_000_003).collect()
}

async fn attaches(store: &Store, to: RecordId, name: &str, bytes: Vec<u8>) -> RecordId {
    does(store, Deed::ATTACH, vec![file(to, name, bytes)]).await.created[0]
}

#[tokio::test]
async fn an_attached_file_is_there_byte_for_byte_after_reopening() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let said = records(&store, "As on the flip chart.").await;
    let files = [file(said, "flip chart 🙂.jpg", long()), file(said, "one.txt", b"1".to_vec())];
    let made = does(&store, Deed::ATTACH, files.into()).await.created;
    store.close().await.unwrap();
    let store = laptop.opens().await;
    assert_eq!(store.attached(made[0]).await.unwrap().unwrap(), long());
    assert_eq!(store.attached(made[1]).await.unwrap().unwrap(), b"1");
    assert_eq!(store.attached(said).await.unwrap(), None, "a contribution is no file");
    let files = async || store.contribution(said).await.unwrap().unwrap().files;
    let listed = files().await;
    assert_eq!(listed.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["flip chart 🙂.jpg", "one.txt"]);
    assert_eq!(listed[0].id, made[0]);
    let first = store.record(made[0]).await.unwrap().unwrap();
    assert_eq!(first.fields[&field::SIZE], Value::Int(1_000_003));
    assert_eq!(first.fields[&field::ATTACHED_TO], said.into());
    is_sound(&store).await;
    store.rebuild(&anteroom_store::Silent).await.unwrap();
    assert_eq!(files().await, listed);
    is_sound(&store).await;
}

#[tokio::test]
async fn it_can_be_attached_to_what_is_made_in_the_same_action() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let attach = Edit::Attach { to: Whole::Made(1), fields: Fields::from([(field::NAME, "a".into())]), bytes: long() };
    let made = does(&store, Deed::RECORD, vec![said("other"), said("As on the flip chart."), attach]).await.created;
    let files = async |of: usize| store.contribution(made[of]).await.unwrap().unwrap().files;
    assert_eq!((files(0).await.len(), files(1).await[0].id), (0, made[2]));
    assert_eq!(store.attached(made[2]).await.unwrap().unwrap(), long());
    is_sound(&store).await;
    let nowhere = Edit::Attach { to: Whole::Made(7), fields: Fields::new(), bytes: vec![7] };
    assert!(matches!(tries(&store, Deed::RECORD, vec![said("x"), nowhere]).await, Err(StoreError::UnknownRecord)));
    does(&store, Deed::ERASE, vec![Edit::Erase(made[1])]).await;
    assert_eq!(store.attached(made[2]).await.unwrap(), None);
    is_sound(&store).await;
}

#[tokio::test]
async fn it_goes_with_its_contribution_and_alone() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let (gone, stays) = (records(&store, "gone").await, records(&store, "stays").await);
    let with = attaches(&store, gone, "with.jpg", long()).await;
    let alone = attaches(&store, stays, "alone.jpg", long()).await;
    let kept = attaches(&store, stays, "kept.jpg", b"kept".to_vec()).await;
    does(&store, Deed::ERASE, vec![Edit::Erase(gone)]).await;
    assert_eq!(store.attached(with).await.unwrap(), None);
    does(&store, Deed::ERASE, vec![Edit::Erase(alone)]).await;
    assert_eq!(store.attached(alone).await.unwrap(), None);
    assert_eq!(store.attached(kept).await.unwrap().unwrap(), b"kept");
    assert_eq!(store.contribution(stays).await.unwrap().unwrap().text, "stays");
    is_sound(&store).await;
    let refused = tries(&store, Deed::ATTACH, vec![file(gone, "late.jpg", long())]).await;
    assert!(matches!(refused, Err(StoreError::Erased)), "{refused:?}");
    is_sound(&store).await;
}

#[tokio::test]
async fn attaching_can_be_taken_back_and_done_again() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let said = records(&store, "words").await;
    let made = attaches(&store, said, "photo.jpg", long()).await;
    let put_away = async || store.record(made).await.unwrap().unwrap().fields.get(&field::PUT_AWAY).cloned();
    store.undo(3_000, store.person()).await.unwrap().unwrap();
    assert_eq!(put_away().await, Some(true.into()));
    store.redo(4_000, store.person()).await.unwrap().unwrap();
    assert_ne!(put_away().await, Some(true.into()));
    assert_eq!(store.attached(made).await.unwrap().unwrap(), long());
    is_sound(&store).await;
}

#[tokio::test]
async fn a_contribution_is_found_by_the_name_of_its_file_as_long_as_that_is_there() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let said = records(&store, "As on the chart.").await;
    records(&store, "Nothing is attached to this.").await;
    let photo = attaches(&store, said, "Flipchart-Tisch 4.jpg", b"4".to_vec()).await;
    let found_in = async |words: &str| {
        let query = Query { words: words.into(), ..Query::default() };
        let rows = store.find(&query, 0, 10).await.unwrap().rows;
        rows.into_iter().map(|row| row.found_in.map(|it| (it.text, it.highlights, it.is_file_name))).collect::<Vec<_>>()
    };
    let name = || Some(("Flipchart-Tisch 4.jpg".to_owned(), vec![(10, 15)], true));
    assert_eq!(found_in("tisc").await, [name()]);
    assert_eq!(found_in("chart").await, [None], "its own words come first");
    assert!(finds(&store, "\"chart Flipchart\"").await.is_empty(), "no phrase goes from the words into a name");
    let with = async |files| {
        let query = Query { files: Some(files), ..Query::default() };
        store.find(&query, 0, 10).await.unwrap().total
    };
    assert_eq!((with(true).await, with(false).await), (1, 1));
    // What is worded anew keeps its files, and what is taken back loses them.
    does(&store, Deed::EDIT, vec![Edit::Set { record: said, fields: Fields::from([(field::TEXT, "Anew.".into())]) }])
        .await;
    assert_eq!(found_in("tisch").await, [name()]);
    store.undo(3_000, store.person()).await.unwrap().unwrap();
    store.undo(3_001, store.person()).await.unwrap().unwrap();
    assert_eq!((found_in("tisch").await, with(true).await), (vec![], 0));
    is_sound(&store).await;
    store.redo(4_000, store.person()).await.unwrap().unwrap();
    assert_eq!(found_in("tisch").await, [name()]);
    store.rebuild(&anteroom_store::Silent).await.unwrap();
    assert_eq!((found_in("tisch").await, with(true).await), (vec![name()], 1));
    does(&store, Deed::ERASE, vec![Edit::Erase(photo)]).await;
    assert_eq!((found_in("tisch").await, with(true).await), (vec![], 0));
    assert_eq!(finds(&store, "chart").await.len(), 1, "what it was attached to is there");
    is_sound(&store).await;
}

#[tokio::test]
async fn the_history_tells_who_attached_and_who_erased_a_file() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let said = records(&store, "words").await;
    let photo = attaches(&store, said, "photo.jpg", b"1".to_vec()).await;
    let told = async || {
        let history = store.history(said).await.unwrap();
        let files = history.into_iter().filter(|change| change.field == field::ATTACHED_TO);
        let text = |value: Option<Value>| value.map(|value| value.text().unwrap_or_default().to_owned());
        files.map(|change| (change.deed, text(change.from), text(change.to))).collect::<Vec<_>>()
    };
    let name = || Some("photo.jpg".to_owned());
    assert_eq!(told().await, [(Deed::ATTACH, None, name())]);
    store.undo(3_000, store.person()).await.unwrap().unwrap();
    store.redo(4_000, store.person()).await.unwrap().unwrap();
    assert_eq!(told().await[1..], [(Deed::UNDO, name(), None), (Deed::REDO, None, name())]);
    does(&store, Deed::ERASE, vec![Edit::Erase(photo)]).await;
    let after = told().await;
    assert!(after.contains(&(Deed::ERASE, Some(String::new()), None)), "{after:?}");
    assert!(!after.iter().any(|(_, from, to)| *from == name() || *to == name()), "its name is gone: {after:?}");
}
