//! What happens to a consultation in its life on one laptop.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::permission::{Basis, Consent, Permission};
use anteroom_model::value::Fields;
use anteroom_store::{Edit, LeftOut, Query, Silent, Store, StoreError, Unlock, made, made_text};
use laptop::*;

#[tokio::test]
async fn what_was_recorded_is_there_after_reopening() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let id = records(&store, "They kept our passports. 🙂").await;
    store.close().await.unwrap();
    let again = laptop.opens().await;
    let contribution = again.contribution(id).await.unwrap().unwrap();
    assert_eq!(contribution.text, "They kept our passports. 🙂");
    assert!(contribution.reference.ends_with("-1"), "{}", contribution.reference);
    assert_eq!(again.contribution_by_reference(&contribution.reference).await.unwrap().unwrap().id, id);
    is_sound(&again).await;
}

#[tokio::test]
async fn what_is_made_in_one_action_may_name_each_other() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let organisation = Fields::from([(field::NAME, "Sea Workers".into())]);
    let speaker = Fields::from([
        (field::NAME, "Speaker 1".into()),
        (field::ORGANISATION_OF, made(0)),
        (field::NOTE, made_text(0)),
    ]);
    let create = |kind, fields| Edit::Create { kind, fields, mark: None };
    let made =
        does(&store, Deed::STRUCTURE, vec![create(field::ORGANISATION, organisation), create(field::SPEAKER, speaker)])
            .await;
    let speaker = store.record(made.created[1]).await.unwrap().unwrap();
    assert_eq!(speaker.fields[&field::ORGANISATION_OF], made.created[0].into());
    assert_eq!(speaker.fields[&field::NOTE], made.created[0].to_string().into());
    assert_eq!(store.records(field::SPEAKER).await.unwrap(), [speaker]);
    is_sound(&store).await;
}

#[tokio::test]
async fn short_references_count_on_and_are_never_given_twice() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    records(&store, "one").await;
    let gone = records(&store, "two").await;
    does(&store, Deed::ERASE, vec![Edit::Erase(gone)]).await;
    store.close().await.unwrap();
    let store = laptop.opens().await;
    let third = records(&store, "three").await;
    assert!(store.contribution(third).await.unwrap().unwrap().reference.ends_with("-3"));
}

#[tokio::test]
async fn an_action_that_changes_nothing_leaves_no_commit() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let id = records(&store, "words").await;
    does(&store, Deed::TAG, vec![Edit::Set { record: id, fields: tags(&["a"], &[]) }]).await;
    let before = store.verify(&Silent).await.unwrap().commits;
    does(&store, Deed::TAG, vec![Edit::Set { record: id, fields: tags(&["a"], &["b"]) }]).await;
    assert_eq!(store.verify(&Silent).await.unwrap().commits, before);
}

#[tokio::test]
async fn one_undo_takes_back_a_change_of_many() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let mut ids = Vec::new();
    for text in ["one", "two", "three"] {
        ids.push(records(&store, text).await);
    }
    let edits = ids.iter().map(|id| Edit::Set { record: *id, fields: tags(&["gcm:objective:6"], &[]) }).collect();
    does(&store, Deed::TAG, edits).await;
    let tagged = Query { nodes: vec!["gcm:objective:6".into()], ..Query::default() };
    assert_eq!(store.find(&tagged, 0, 10).await.unwrap().total, 3);
    let undone = store.undo(3_000, store.person()).await.unwrap().unwrap();
    assert_eq!((undone.deed, undone.records, undone.left_out), (Deed::TAG, 3, vec![]));
    assert_eq!(store.find(&tagged, 0, 10).await.unwrap().total, 0);
    let again = store.undo(3_001, store.person()).await.unwrap().unwrap();
    assert_eq!((again.deed, again.records), (Deed::RECORD, 1));
    assert_eq!(finds(&store, "").await, ["one", "two"]);
    is_sound(&store).await;
}

#[tokio::test]
async fn undo_goes_back_action_by_action_until_nothing_is_left() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let id = records(&store, "first wording").await;
    for text in ["second wording", "third wording"] {
        does(&store, Deed::EDIT, vec![Edit::Set { record: id, fields: Fields::from([(field::TEXT, text.into())]) }])
            .await;
    }
    let text = async || finds(&store, "").await;
    store.undo(3_000, store.person()).await.unwrap().unwrap();
    assert_eq!(text().await, ["second wording"]);
    store.undo(3_001, store.person()).await.unwrap().unwrap();
    assert_eq!(text().await, ["first wording"]);
    store.undo(3_002, store.person()).await.unwrap().unwrap();
    assert!(text().await.is_empty());
    assert_eq!(store.undo(3_003, store.person()).await.unwrap(), None);
    is_sound(&store).await;
}

#[tokio::test]
async fn an_undo_never_loosens_a_permission_and_says_so() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let given = Permission::given(Basis::InPerson).to_value();
    let id = does(&store, Deed::RECORD, vec![said_with("words", [(field::QUOTE, given)])]).await.created[0];
    let refused = Permission { consent: Consent::Refused, basis: Some(Basis::Clearance) };
    does(
        &store,
        Deed::PERMISSION,
        vec![Edit::Set { record: id, fields: Fields::from([(field::QUOTE, refused.to_value())]) }],
    )
    .await;
    let undone = store.undo(3_000, store.person()).await.unwrap().unwrap();
    assert_eq!(undone.left_out, [LeftOut::Permission]);
    assert_eq!(store.contribution(id).await.unwrap().unwrap().permissions.quote.consent, Consent::Refused);
}

#[tokio::test]
async fn an_undo_brings_no_erased_words_back() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let kept = records(&store, "kept").await;
    let id = records(&store, "withdrawn").await;
    let state = || Fields::from([(field::STATE, "accepted".into())]);
    let edits = [kept, id].map(|record| Edit::Set { record, fields: state() }).into();
    does(&store, Deed::EDIT, edits).await;
    does(&store, Deed::ERASE, vec![Edit::Erase(id)]).await;
    let undone = store.undo(3_000, store.person()).await.unwrap().unwrap();
    assert_eq!((undone.deed, undone.records, undone.left_out), (Deed::EDIT, 1, vec![LeftOut::Erased]));
    assert_eq!(finds(&store, "").await, ["kept"]);
    let undone = store.undo(3_001, store.person()).await.unwrap().unwrap();
    assert_eq!((undone.deed, undone.left_out), (Deed::RECORD, vec![]), "what is erased for good is passed over");
    assert!(finds(&store, "").await.is_empty());
    assert_eq!(store.undo(3_002, store.person()).await.unwrap(), None);
    store.redo(3_003, store.person()).await.unwrap().unwrap();
    assert_eq!(finds(&store, "").await, ["kept"]);
    assert!(matches!(
        tries(&store, Deed::EDIT, vec![Edit::Set { record: id, fields: tags(&["a"], &[]) }]).await,
        Err(StoreError::Erased)
    ));
    is_sound(&store).await;
}

#[tokio::test]
async fn a_history_tells_who_changed_what_from_what() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let id = records(&store, "frist").await;
    does(&store, Deed::EDIT, vec![Edit::Set { record: id, fields: Fields::from([(field::TEXT, "first".into())]) }])
        .await;
    let history = store.history(id).await.unwrap();
    let last = history.last().unwrap();
    assert_eq!((last.author, last.deed, last.field), (store.person(), Deed::EDIT, field::TEXT));
    assert_eq!((last.from.clone(), last.to.clone()), (Some("frist".into()), Some("first".into())));
}

#[tokio::test]
async fn rebuilt_tables_are_those_that_were_there() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    for text in ["农民工的权利", "Élèves", "كَتَبَ"] {
        records(&store, text).await;
    }
    let id = records(&store, "gone").await;
    does(&store, Deed::ERASE, vec![Edit::Erase(id)]).await;
    let before = store.dump().await.unwrap();
    assert_eq!(store.rebuild(&Silent).await.unwrap(), 4, "the consultation and three contributions");
    assert_eq!(store.dump().await.unwrap(), before);
    assert_eq!(finds(&store, "民工").await, ["农民工的权利"]);
    assert_eq!(finds(&store, "eleve").await, ["Élèves"]);
    is_sound(&store).await;
}

#[tokio::test]
async fn a_called_off_action_leaves_nothing_behind() {
    struct Stop;
    impl anteroom_store::Progress for Stop {
        fn step(&self, _: u64, _: u64) {}
        fn is_cancelled(&self) -> bool {
            true
        }
    }
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    records(&store, "before").await;
    let edits = (0..3000).map(|number| said(&format!("row {number}"))).collect();
    let action =
        anteroom_store::Action { deed: Deed::IMPORT, time: 2_000, author: store.person(), undoes: None, edits };
    assert!(matches!(store.commit_with(action, &Stop).await, Err(StoreError::Cancelled)));
    assert_eq!(finds(&store, "").await, ["before"]);
    let next = records(&store, "after").await;
    assert!(store.contribution(next).await.unwrap().unwrap().reference.ends_with("-2"));
    is_sound(&store).await;
}

#[tokio::test]
async fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let laptop = Laptop::new();
    let (store, sheet) = laptop.founds().await;
    store.change_passphrase(&typed("another")).await.unwrap();
    store.close().await.unwrap();
    assert!(matches!(laptop.tries_to_open(PASSPHRASE).await, Err(StoreError::WrongPassphrase)));
    laptop.tries_to_open("another").await.unwrap().close().await.unwrap();
    let words = typed(&sheet.words());
    let by_sheet = Store::open(&laptop.file(), &laptop.home(), &Unlock::recovery(&words).unwrap()).await.unwrap();
    is_sound(&by_sheet).await;
}

#[tokio::test]
async fn encrypted_anew_the_old_keys_open_nothing() {
    let laptop = Laptop::new();
    let (store, sheet) = laptop.founds().await;
    records(&store, "what they feared").await;
    let keys = laptop.file().join("keys");
    let old = std::fs::read(&keys).unwrap();
    store.re_key(&typed("another")).await.unwrap();
    let store = laptop.tries_to_open("another").await.unwrap();
    assert_eq!(finds(&store, "").await, ["what they feared"]);
    let third = records(&store, "and went on").await;
    assert!(
        store.contribution(third).await.unwrap().unwrap().reference.ends_with("-2"),
        "this computer goes on with its series"
    );
    is_sound(&store).await;
    store.close().await.unwrap();
    let by_sheet = Store::open(&laptop.file(), &laptop.home(), &Unlock::Recovery(sheet)).await.unwrap();
    by_sheet.close().await.unwrap();
    std::fs::write(&keys, old).unwrap();
    assert!(matches!(laptop.tries_to_open(PASSPHRASE).await, Err(StoreError::ContentsDamaged)));
}

#[tokio::test]
async fn another_computer_with_the_sheet_goes_on_with_every_right() {
    let laptop = Laptop::new();
    let (store, sheet) = laptop.founds().await;
    records(&store, "before it was stolen").await;
    let person = store.person();
    store.close().await.unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let store = Store::open(&laptop.file(), elsewhere.path(), &Unlock::Recovery(sheet)).await.unwrap();
    assert_eq!(store.person(), person, "it belongs to the founder");
    let group = Fields::from([(field::NAME, "Seafarers".into())]);
    does(&store, Deed::STRUCTURE, vec![Edit::Create { kind: field::GROUP, fields: group, mark: None }]).await;
    records(&store, "and after").await;
    is_sound(&store).await;
    assert!(
        store
            .dump()
            .await
            .unwrap()
            .lines()
            .filter(|line| line.starts_with("commit "))
            .all(|line| line.ends_with(" counts"))
    );
    store.close().await.unwrap();
    let again = Store::open(&laptop.file(), elsewhere.path(), &Unlock::Passphrase(typed(PASSPHRASE))).await.unwrap();
    assert_eq!(again.person(), person);
}

#[tokio::test]
async fn another_computer_with_the_passphrase_alone_records_and_waits() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    records(&store, "mine").await;
    store.close().await.unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let store = Store::open(&laptop.file(), elsewhere.path(), &Unlock::Passphrase(typed(PASSPHRASE))).await.unwrap();
    let id = records(&store, "not confirmed yet").await;
    assert_eq!(finds(&store, "").await, ["mine", "not confirmed yet"], "recording never waits, and is shown here");
    does(&store, Deed::TAG, vec![Edit::Set { record: id, fields: tags(&["a"], &[]) }]).await;
    assert_eq!(store.dump().await.unwrap().lines().filter(|line| line.ends_with(" waits member")).count(), 2);
    is_sound(&store).await;
}

#[tokio::test]
async fn a_restored_backup_begins_a_new_series() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    records(&store, "in the backup").await;
    store.close().await.unwrap();
    let contents = laptop.file().join("contents.db");
    let backup = std::fs::read(&contents).unwrap();
    let store = laptop.opens().await;
    records(&store, "after the backup").await;
    store.close().await.unwrap();
    std::fs::write(&contents, backup).unwrap();
    let store = laptop.opens().await;
    records(&store, "after it was restored").await;
    assert_eq!(finds(&store, "").await, ["in the backup", "after it was restored"]);
    let dump = store.dump().await.unwrap();
    assert!(!dump.contains("waits fork"), "two commits with one number would be a fork");
    is_sound(&store).await;
}
