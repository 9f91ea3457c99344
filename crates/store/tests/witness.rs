//! What a hand-over file says that its sender saw of the shared server: it is asked of those that take part, and it is never
//! in the way of what else a file holds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod forged;
mod laptop;

use std::fs;

use anteroom_handover::Head;
use anteroom_journal::decision::Roles;
use anteroom_model::ids::DeviceId;
use anteroom_store::{Admitted, CutOff, Merged, Silent, Store};
use forged::{Member, NOW};
use laptop::{Laptop, finds, is_sound};

/// Takes in a file with one contribution and `seen` in its head.
async fn merges(ana: &Store, laptop: &Laptop, from: &mut Member, says: &str, seen: &[u8]) -> Merged {
    let recipient = forged::recipient(ana).await;
    let entry = from.creates(&[says], &[]);
    let head = Head { server_seen: seen.to_vec(), ..from.head(&recipient) };
    let file = laptop.place.path().join("x.handover");
    fs::write(&file, from.file_with(&head, &[entry]).sealed_to(&recipient)).unwrap();
    Box::pin(ana.merge(&file, NOW, &Silent)).await.unwrap().remove(0)
}

async fn seen(ana: &Store) -> Vec<(DeviceId, Vec<u8>)> {
    ana.seen_by_others().await.unwrap()
}

#[tokio::test]
async fn only_who_takes_part_says_what_a_server_showed() {
    let laptop = Laptop::new();
    let (ana, _) = laptop.founds().await;
    let mut ben = Member::admitted_by(&ana).await;
    merges(&ana, &laptop, &mut ben, "One.", b"seen").await;
    assert_eq!(seen(&ana).await, [(ben.device(), b"seen".to_vec())]);

    ana.suspend(ben.device(), &CutOff::default(), None, ana.person(), NOW).await.unwrap();
    assert!(seen(&ana).await.is_empty(), "who is cut off");
    merges(&ana, &laptop, &mut ben, "Two.", b"made up").await;
    assert!(seen(&ana).await.is_empty(), "also in a later file");

    let mut carl = Member::stranger(7, ana.consultation());
    let merged = merges(&ana, &laptop, &mut carl, "Let me in.", b"made up as well").await;
    assert_eq!(merged.strangers, [carl.device()]);
    assert!(seen(&ana).await.is_empty(), "whom nobody knows");
    let stranger = ana.strangers().await.unwrap().remove(0);
    let (device, person, recipient) = (stranger.device, stranger.person, Some(stranger.recipient));
    let admitted = Admitted { device, roles: Roles::FACILITATOR, person, recipient };
    Box::pin(ana.admit(admitted, Vec::new(), ana.person(), NOW)).await.unwrap();
    assert_eq!(seen(&ana).await, [(carl.device(), b"made up as well".to_vec())], "who is let in is asked from then on");
    ana.has_compared(&ben.device(), b"made up as well").await.unwrap();
    assert_eq!(seen(&ana).await.len(), 1, "another's");
    ana.has_compared(&carl.device(), b"made up as well").await.unwrap();
    assert!(seen(&ana).await.is_empty(), "once");
}

#[tokio::test]
async fn a_file_that_tells_too_much_of_a_server_is_taken_in_without_that() {
    let laptop = Laptop::new();
    let (ana, _) = laptop.founds().await;
    let mut ben = Member::admitted_by(&ana).await;
    let merged = merges(&ana, &laptop, &mut ben, "Wages were held back.", &[7; 401]).await;
    assert_eq!((merged.new, seen(&ana).await), (1, Vec::new()));
    assert_eq!(finds(&ana, "wages").await, ["Wages were held back."]);
    is_sound(&ana).await;
}
