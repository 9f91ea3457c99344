//! What did not come along is lacking, and a check says so: it is no damage.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod forged;
mod laptop;

use std::fs;

use anteroom_store::{Silent, Store};
use forged::{Entry, Member, NOW};
use laptop::{Laptop, records};

async fn merges(ana: &Store, laptop: &Laptop, from: &mut Member, entries: &[Entry]) {
    let file = laptop.place.path().join("x.handover");
    let recipient = forged::recipient(ana).await;
    fs::write(&file, from.file(&recipient, entries).sealed_to(&recipient)).unwrap();
    Box::pin(ana.merge(&file, NOW, &Silent)).await.unwrap();
}

#[tokio::test]
async fn words_and_files_that_did_not_come_along_are_counted_and_are_no_damage() {
    let laptop = Laptop::new();
    let (ana, _) = laptop.founds().await;
    records(&ana, "They kept our passports.").await;
    let mut ben = Member::admitted_by(&ana).await;
    let wordless = ben.tiny(3);
    let said = ben.creates(&["With a scan."], &[]);
    let with_file = ben.attaches(said.contents[0].0, b"a scanned letter");
    let without_file = Entry { attached: Vec::new(), ..with_file.clone() };
    merges(&ana, &laptop, &mut ben, &[wordless, said, without_file]).await;
    let found = ana.verify(&Silent).await.unwrap();
    assert!(found.ok, "{:?}", found.problems);
    assert_eq!((found.lacking, found.lacking_files), (3, 1));

    merges(&ana, &laptop, &mut ben, &[with_file]).await;
    let found = ana.verify(&Silent).await.unwrap();
    assert_eq!((found.ok, found.lacking, found.lacking_files), (true, 3, 0), "{:?}", found.problems);
}
