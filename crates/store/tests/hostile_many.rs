//! Hand-over files that hold as much as their size lets them: what reading them takes is bounded. In a program of its own,
//! because what it takes is read from the system.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod forged;
mod laptop;

use std::fs;
use std::path::Path;

use anteroom_handover::HandoverError;
use anteroom_journal::encoding::Writer;
use anteroom_model::value::Value;
use anteroom_store::{Merged, Silent, Store, StoreError};
use forged::{HEAD, Member, NOW, Opened};
use laptop::{Laptop, is_sound, records};

/// What a laptop can spare that has little.
const SPARED: u64 = 1 << 30;

/// The most memory that this program has had since it was last asked to forget that, and what it has now.
fn memory(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim_start_matches(':').trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
}

/// Takes in a file, and says by how much memory had grown at most meanwhile.
async fn merges(ana: &Store, file: &Path) -> (Result<Merged, StoreError>, u64) {
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = memory("VmRSS");
    let merged = Box::pin(ana.merge(file, NOW, &Silent)).await.map(|mut merged| merged.remove(0));
    (merged, memory("VmHWM").saturating_sub(before))
}

/// A head that is signed as it is, with a text in the place of another.
fn with_head(file: &Opened, member: &Member, from: &[u8], to: &[u8]) -> Opened {
    let mut file = file.clone();
    let (kind, head) = &mut file.pieces[0];
    assert_eq!(*kind, HEAD);
    let at = head.windows(from.len()).position(|part| part == from).unwrap();
    head.splice(at..at + from.len(), to.iter().copied());
    file.signed_by(&member.key)
}

fn encoded(write: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut writer = Writer::default();
    write(&mut writer);
    writer.into_bytes()
}

#[tokio::test]
async fn whatever_a_file_holds_reading_it_takes_little_memory() {
    let laptop = Laptop::new();
    let (ana, _) = laptop.founds().await;
    records(&ana, "They kept our passports.").await;
    let mut ben = Member::admitted_by(&ana).await;
    let recipient = forged::recipient(&ana).await;
    let before = ana.dump().await.unwrap();
    let file = laptop.place.path().join("x.handover");
    let writes = |forged: Opened| fs::write(&file, forged.sealed_to(&recipient)).unwrap();

    // So many recipients of no letters, and ladders of no steps: a byte each.
    let many = (64 << 20) - 1000;
    let mut stranger = Member::stranger(7, ana.consultation());
    let honest = stranger.file(&recipient, &[]);
    let recipients = encoded(|writer| writer.value(&Value::List(vec![recipient.as_str().into()])));
    let no_letters = [encoded(|writer| writer.list(many)), vec![0x60; many]].concat();
    let vector = encoded(|writer| writer.bytes(&[0xa2, 0, 0x80, 1, 0x80]));
    let no_steps = encoded(|writer| {
        let ladders = [vec![0xa2, 0], encoded(|writer| writer.list(many)), vec![0x80; many], vec![1, 0x80]].concat();
        writer.bytes(&ladders);
    });
    for (what, from, to) in [("recipients", recipients, no_letters), ("ladders", vector, no_steps)] {
        writes(with_head(&honest, &stranger, &from, &to));
        assert!(fs::metadata(&file).unwrap().len() < 1 << 20, "it is small outside");
        let (refused, took) = merges(&ana, &file).await;
        assert!(matches!(refused, Err(StoreError::HandOver(HandoverError::Damaged))), "{what}: {refused:?}");
        assert!(took < SPARED, "{what}: {} MiB", took >> 20);
        assert!(ana.dump().await.unwrap() == before, "{what}");
    }

    let tiny = stranger.tiny(1_000_000);
    writes(stranger.file(&recipient, &[tiny]));
    let (refused, took) = merges(&ana, &file).await;
    assert!(matches!(refused, Err(StoreError::TooMuchWaits)), "{refused:?}");
    assert!(took < SPARED, "a million of a stranger: {} MiB", took >> 20);
    assert!(ana.dump().await.unwrap() == before && ana.strangers().await.unwrap().is_empty());

    // A member may: their entry is taken in without its words, which are asked for.
    let tiny = ben.tiny(100_000);
    writes(ben.file(&recipient, &[tiny]));
    let (merged, took) = merges(&ana, &file).await;
    assert_eq!(merged.unwrap().lacks_words, 100_000);
    assert!(took < SPARED, "many of a member: {} MiB", took >> 20);
    is_sound(&ana).await;
}
