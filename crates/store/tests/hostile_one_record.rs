//! A member who writes more of one record than anybody reads: it is taken in, and whoever reads that record waits no longer and
//! needs no more memory than a laptop has. In a program of its own, because what it takes is read from the system.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod forged;
mod laptop;

use std::fs;

use anteroom_journal::check::MOST_BESIDE;
use anteroom_journal::contents;
use anteroom_model::ids::Digest;
use anteroom_store::Silent;
use forged::{Member, NOW};
use laptop::{Laptop, finds, is_sound, records};

/// What a laptop can spare that has little.
const SPARED: u64 = 256 << 20;

/// So many actions, each with as many wordings as one may leave beside each other: 5,000 together.
const ACTIONS: usize = 50;

fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
}

#[tokio::test]
async fn very_many_wordings_of_one_contribution_are_taken_in_and_read() {
    let laptop = Laptop::new();
    let (ana, _) = laptop.founds().await;
    records(&ana, "They kept our passports.").await;
    let mut ben = Member::admitted_by(&ana).await;
    let recipient = forged::recipient(&ana).await;
    let first = ben.creates(&["It began with this wording."], &[]);
    let record = first.contents[0].0;
    let parent: Digest = contents::digest(&first.contents[0].1);
    let mut entries = vec![first];
    for action in 0..ACTIONS {
        let wordings: Vec<String> = (0..MOST_BESIDE).map(|number| format!("Wording {action} {number}")).collect();
        entries.push(ben.words_beside(record, parent, &wordings));
    }
    let file = laptop.place.path().join("x.handover");
    fs::write(&file, ben.file(&recipient, &entries).sealed_to(&recipient)).unwrap();
    let before = most_memory();
    let merged = Box::pin(ana.merge(&file, NOW, &Silent)).await.unwrap().remove(0);
    assert_eq!((merged.new + merged.changed, merged.commits), (1, ACTIONS as u64 + 1), "{merged:?}");
    assert_eq!(finds(&ana, "wording").await.len(), 1, "it is found");
    assert_eq!(finds(&ana, "passports").await, ["They kept our passports."]);
    let conflicts = ana.conflicts().await.unwrap();
    let [conflict] = conflicts.as_slice() else { panic!("{}", conflicts.len()) };
    assert_eq!(conflict.values.len(), ACTIONS * MOST_BESIDE, "all its wordings wait for somebody");
    let first = conflict.before.as_ref().and_then(|before| before.value.text());
    assert_eq!(first, Some("It began with this wording."));
    is_sound(&ana).await;
    let grown = most_memory().saturating_sub(before);
    assert!(grown < SPARED, "{} MiB", grown >> 20);
}
