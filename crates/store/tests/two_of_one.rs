//! A laptop was copied with its keys, and hears that the copy signs with its key as well: it goes on under a key of its own,
//! also where it could not make one when it heard.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use std::fs;
use std::path::{Path, PathBuf};

use anteroom_handover::Code;
use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_model::ids::DeviceId;
use anteroom_store::{Admitted, HandOver, Merged, Names, Silent, Since, Store};
use laptop::{Laptop, finds, is_sound, records, said, tries, typed};

const NOW: i64 = 10_000;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

async fn hands(from: &Store, on: &Laptop) -> PathBuf {
    let file = on.place.path().join("x.handover");
    let (name, since) = ("one of two".into(), Since::Whole);
    let what = HandOver { to: Vec::new(), since, names: Names::LeftOut, name, at: NOW };
    from.hand_over(&file, what, &Silent).await.unwrap();
    file
}

async fn merges(into: &Store, file: &Path) -> Merged {
    Box::pin(into.merge(file, NOW, &Silent)).await.unwrap().remove(0)
}

/// A table that was let in and copied, with nobody at it, and a file that tells it what the copy recorded.
async fn copied() -> (Laptop, [Laptop; 2], PathBuf) {
    let (founder, table, other) = (Laptop::new(), Laptop::new(), Laptop::new());
    let (ana, _) = founder.founds().await;
    let (pack, code) = (founder.place.path().join("x.pack"), Code::random().unwrap());
    ana.pack(&pack, &code, "Ana", false, NOW, &Silent).await.unwrap();
    let (file, home, passphrase) = (table.file(), table.home(), typed(laptop::PASSPHRASE));
    let starts = Store::start(&pack, &code, &file, &home, &passphrase, false, NOW, &Silent);
    let (seven, _) = Box::pin(starts).await.unwrap();
    records(&seven, "Heard before the copy was made.").await;
    merges(&ana, &hands(&seven, &table).await).await;
    let stranger = ana.strangers().await.unwrap().remove(0);
    let (device, person, recipient) = (stranger.device, stranger.person, Some(stranger.recipient));
    let admitted = Admitted { device, roles: Roles::FACILITATOR, person, recipient };
    Box::pin(ana.admit(admitted, Vec::new(), ana.person(), NOW)).await.unwrap();
    seven.close().await.unwrap();
    copy(table.place.path(), other.place.path());
    let double = other.opens().await;
    records(&double, "Heard by the copy.").await;
    merges(&ana, &hands(&double, &other).await).await;
    double.close().await.unwrap();
    let told = hands(&ana, &founder).await;
    ana.close().await.unwrap();
    (table, [founder, other], told)
}

/// What stands where a new key would be written: nothing can be.
fn in_the_way(laptop: &Laptop) -> PathBuf {
    let mut files = fs::read_dir(laptop.home()).unwrap().map(|entry| entry.unwrap().path());
    files.find(|file| file.extension().is_some_and(|it| it == "key")).unwrap().with_extension("part")
}

async fn own(store: &Store) -> DeviceId {
    store.device().await.unwrap()
}

#[tokio::test]
async fn a_program_that_ends_before_it_has_another_key_has_one_when_it_is_opened_next() {
    let (laptop, _others, told) = Box::pin(copied()).await;
    let seven = laptop.opens().await;
    let before = own(&seven).await;
    let way = in_the_way(&laptop);
    fs::create_dir(&way).unwrap();
    let merged = merges(&seven, &told).await;
    assert!(merged.is_cloned && merged.commits > 0, "it is taken in: {merged:?}");
    // As if it had ended: nothing more is asked of it.
    drop(seven);
    let still = laptop.opens().await;
    assert_eq!((own(&still).await, finds(&still, "before the copy").await.len()), (before, 1), "it can be read");
    still.close().await.unwrap();
    fs::remove_dir(&way).unwrap();
    let seven = laptop.opens().await;
    let after = own(&seven).await;
    assert_ne!(after, before);
    records(&seven, "Heard under a key of one’s own.").await;
    is_sound(&seven).await;
    seven.close().await.unwrap();
    assert_eq!(own(&laptop.opens().await).await, after, "it is done once");
}

#[tokio::test]
async fn nothing_is_signed_with_the_key_of_two_once_that_is_known() {
    let (laptop, _others, told) = Box::pin(copied()).await;
    let seven = laptop.opens().await;
    let before = own(&seven).await;
    let way = in_the_way(&laptop);
    fs::create_dir(&way).unwrap();
    assert!(merges(&seven, &told).await.is_cloned);
    let refused = tries(&seven, Deed::RECORD, vec![said("Not under the old one.")]).await.unwrap_err();
    assert_eq!(refused.code(), "disk", "{refused:?}");
    fs::remove_dir(&way).unwrap();
    records(&seven, "Heard under a key of one’s own.").await;
    assert_ne!(own(&seven).await, before);
    is_sound(&seven).await;
}

#[tokio::test]
async fn who_hears_of_a_double_goes_on_under_another_key_at_once() {
    let (laptop, _others, told) = Box::pin(copied()).await;
    let seven = laptop.opens().await;
    let before = own(&seven).await;
    assert!(merges(&seven, &told).await.is_cloned);
    let after = own(&seven).await;
    assert_ne!(after, before);
    seven.close().await.unwrap();
    assert_eq!(own(&laptop.opens().await).await, after, "and keeps it");
}
