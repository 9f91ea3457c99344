//! Files attached to contributions: kept whole, and gone with what they are attached to.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Store, StoreError};
use laptop::*;

fn file(to: RecordId, name: &str, bytes: Vec<u8>) -> Edit {
    Edit::Attach { to, fields: Fields::from([(field::NAME, name.into())]), bytes }
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
    let attachments = store.attachments(said).await.unwrap();
    assert_eq!(attachments.len(), 2);
    let first = attachments.iter().find(|it| it.id == made[0]).unwrap();
    assert_eq!(first.fields[&field::SIZE], Value::Int(1_000_003));
    assert_eq!(first.fields[&field::ATTACHED_TO], said.into());
    is_sound(&store).await;
    store.rebuild(&anteroom_store::Silent).await.unwrap();
    assert_eq!(store.attachments(said).await.unwrap(), attachments);
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
