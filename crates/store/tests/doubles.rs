//! Double notes: what was said of pairs is read back, counted once, proved, and made anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use anteroom_journal::deed::Deed;
use anteroom_model::doubles::{Pair, PairState};
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Heard, Query, Silent, Store};
use laptop::{Laptop, does, is_sound, said_with};

const ROUND: RecordId = RecordId([9; 16]);

/// Notes something in a round, by a speaker, for a group.
async fn notes(store: &Store, text: &str, speaker: Option<RecordId>, group: &str) -> RecordId {
    let mut more = vec![(field::SEGMENT_OF, ROUND.into()), (field::GROUPS, Value::set([group.into()], []))];
    more.extend(speaker.map(|speaker| (field::SPEAKER_OF, speaker.into())));
    does(store, Deed::RECORD, vec![said_with(text, more)]).await.created[0]
}

async fn speaker(store: &Store, organisation: Option<RecordId>) -> RecordId {
    let mut fields = Fields::from([(field::NAME, "Speaker".into())]);
    fields.extend(organisation.map(|organisation| (field::ORGANISATION_OF, organisation.into())));
    does(store, Deed::STRUCTURE, vec![Edit::Create { kind: field::SPEAKER, fields, mark: None }]).await.created[0]
}

async fn says(store: &Store, one: RecordId, other: RecordId, are_one: bool) {
    let pair = Pair::of(one, other).unwrap();
    let named = || vec![Value::from(pair.second())];
    let (added, removed) = (named(), named());
    let [doubles, apart] = if are_one {
        [Value::set(added, []), Value::set([], removed)]
    } else {
        [Value::set([], removed), Value::set(added, [])]
    };
    let fields = Fields::from([(field::DOUBLES, doubles), (field::APART, apart)]);
    does(store, Deed::CONSOLIDATE, vec![Edit::Set { record: pair.first(), fields }]).await;
}

/// What was heard: who, for which groups, how often.
async fn heard(store: &Store) -> Vec<Heard> {
    let mut heard = store.heard(ROUND).await.unwrap();
    heard.sort_by_key(|one| (one.speaker, one.groups.clone()));
    heard
}

#[tokio::test]
async fn what_is_noted_twice_was_heard_once_from_the_organisation_that_one_of_them_knows() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let (nobody, union) = (speaker(&store, None).await, speaker(&store, Some(RecordId([5; 16]))).await);
    let one = notes(&store, "They kept our passports.", Some(nobody), "media").await;
    let other = notes(&store, "They keep passports.", Some(union), "unions").await;
    notes(&store, "Nobody was paid.", Some(union), "unions").await;
    assert_eq!(heard(&store).await.iter().map(|heard| heard.times).sum::<u32>(), 3);

    says(&store, one, other, true).await;
    let said_once = heard(&store).await;
    assert_eq!(said_once.iter().map(|heard| heard.times).sum::<u32>(), 2);
    assert!(said_once.iter().all(|heard| heard.speaker == Some(union)), "{said_once:?}");
    let groups: Vec<_> = said_once.iter().map(|heard| heard.groups.join(" ")).collect();
    assert!(groups.contains(&"media unions".to_owned()), "for the groups that any of them noted: {groups:?}");
    let found = store.find(&Query::default(), 0, 0).await.unwrap();
    assert_eq!((found.total, found.doubles, found.said()), (3, 1, 2));
    let of_media = Query { groups: vec!["media".into()], ..Query::default() };
    assert_eq!(store.find(&of_media, 0, 10).await.unwrap().doubles, 0, "where one of them fits, it counts");

    says(&store, one, other, false).await;
    assert_eq!(heard(&store).await.iter().map(|heard| heard.times).sum::<u32>(), 3);
    is_sound(&store).await;
}

#[tokio::test]
async fn what_was_said_of_a_pair_is_a_function_of_the_journal() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let one = notes(&store, "They kept our passports.", None, "unions").await;
    let other = notes(&store, "They keep passports.", None, "unions").await;
    let third = notes(&store, "Passports are kept.", None, "unions").await;
    says(&store, one, other, true).await;
    says(&store, one, third, false).await;
    let before = store.doubles().await.unwrap();
    assert_eq!(before.state(Pair::of(one, other).unwrap()), PairState::Accepted);
    assert_eq!(before.state(Pair::of(third, one).unwrap()), PairState::Refused);
    store.rebuild(&Silent).await.unwrap();
    assert_eq!(store.doubles().await.unwrap(), before);
    is_sound(&store).await;

    does(&store, Deed::ERASE, vec![Edit::Erase(one.min(other))]).await;
    let found = store.find(&Query::default(), 0, 0).await.unwrap();
    assert_eq!((found.total, found.doubles), (2, 0), "the other one stands alone");
    is_sound(&store).await;
}
