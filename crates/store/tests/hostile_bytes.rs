//! A laptop that nobody has confirmed hands over more bytes than may wait of one: that is refused, and what waits stays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod forged;
mod laptop;

use std::fs;

use anteroom_handover::{Piece, Sealed, Writer};
use anteroom_journal::decision::Roles;
use anteroom_store::{Admitted, Merged, Silent, Store, StoreError};
use forged::{Entry, Member, NOW};
use laptop::{Laptop, finds, records};

/// What may wait of one laptop.
const MOST: usize = 50 << 20;

/// So many letters that hardly get fewer when they are packed.
fn letters(seed: u64, length: usize) -> String {
    let mut state = seed;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        char::from(b'0' + (state % 75) as u8)
    };
    (0..length).map(|_| next()).collect()
}

/// Contributions of some megabytes together.
fn much(from: &mut Member, megabytes: u64) -> Entry {
    let texts: Vec<String> = (1..=megabytes).map(|number| letters(megabytes << 32 | number, 1_000_000)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    from.creates(&texts, &[])
}

/// A file of these, as Anteroom writes it.
fn file(from: &Member, recipient: &str, entries: &[&Entry]) -> Vec<u8> {
    let to = [recipient.to_owned()];
    let mut writer = Writer::begin(Vec::new(), &Sealed::To(&to), &from.head(recipient), from.key.clone()).unwrap();
    for Entry { bytes, signature, .. } in entries {
        writer.put(&Piece::Commit { signature: *signature, bytes: bytes.clone() }).unwrap();
    }
    for (record, bytes) in entries.iter().flat_map(|entry| &entry.contents) {
        writer.put(&Piece::Contents { record: *record, bytes: bytes.clone() }).unwrap();
    }
    writer.finish().unwrap()
}

async fn merges(ana: &Store, laptop: &Laptop, bytes: &[u8]) -> Result<Merged, StoreError> {
    let file = laptop.place.path().join("x.handover");
    fs::write(&file, bytes).unwrap();
    Ok(Box::pin(ana.merge(&file, NOW, &Silent)).await?.remove(0))
}

#[tokio::test]
async fn a_stranger_brings_no_more_bytes_than_may_wait_and_what_waits_already_stays() {
    let laptop = Laptop::new();
    let (ana, _) = laptop.founds().await;
    records(&ana, "They kept our passports.").await;
    Member::admitted_by(&ana).await;
    let recipient = forged::recipient(&ana).await;
    let before = ana.dump().await.unwrap();
    let mut stranger = Member::stranger(7, ana.consultation());
    let few = stranger.creates(&["Let me in."], &[]);
    let (more, rest) = (much(&mut stranger, 12), much(&mut stranger, 58));
    let [first, second, third, alone] =
        [&[&few][..], &[&more], &[&rest], &[&more, &rest]].map(|entries| file(&stranger, &recipient, entries));
    assert!(second.len() < MOST && third.len() < MOST && second.len() + third.len() > MOST && alone.len() > MOST);
    for file in [&first, &second] {
        assert_eq!(merges(&ana, &laptop, file).await.unwrap().strangers, [stranger.device()]);
    }
    let waiting = || fs::read_dir(laptop.file().join("waiting")).unwrap().count();
    let waits = ana.strangers().await.unwrap();
    for (what, file) in [("with what waits", &third), ("alone", &alone)] {
        let refused = merges(&ana, &laptop, file).await.unwrap_err();
        assert!(matches!(refused, StoreError::TooMuchWaits), "{what}: {refused:?}");
        assert_eq!((ana.strangers().await.unwrap(), waiting()), (waits.clone(), 2), "{what}: what waits stays");
    }
    assert!(ana.dump().await.unwrap() == before, "nothing of it is in the consultation");
    let stranger = waits.into_iter().next().unwrap();
    let (device, person, recipient) = (stranger.device, stranger.person, Some(stranger.recipient));
    let admitted = Admitted { device, roles: Roles::FACILITATOR, person, recipient };
    let reports = Box::pin(ana.admit(admitted, Vec::new(), ana.person(), NOW)).await.unwrap();
    assert_eq!(reports.iter().map(|report| report.new).sum::<u64>(), 13, "it comes when they are let in");
    assert_eq!(finds(&ana, "").await.len(), 14);
}
