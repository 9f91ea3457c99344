//! A stick that is full: whoever hands over is told so, also where it is full long before all is written.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::symlink;

use anteroom_handover::{Code, HandoverError, Identity};
use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::{DeviceId, PersonId};
use anteroom_model::value::Fields;
use anteroom_store::{Admitted, Edit, HandOver, Names, Silent, Since, StoreError, Whole};
use ed25519_dalek::SigningKey;
use laptop::{Laptop, does, records};

const NOW: i64 = 10_000;

/// What does not get smaller when it is packed.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..length).map(|_| next()).collect()
}

#[tokio::test]
async fn a_file_that_finds_no_room_is_told_as_that_however_much_it_holds() {
    let laptop = Laptop::new();
    let (ana, _) = laptop.founds().await;
    let said = records(&ana, "They kept our passports.").await;
    let device = DeviceId(SigningKey::from_bytes(&[7; 32]).verifying_key().to_bytes());
    let recipient = Some(Identity::random().recipient());
    let admitted = Admitted { device, roles: Roles::FACILITATOR, person: PersonId([7; 16]), recipient };
    Box::pin(ana.admit(admitted, Vec::new(), ana.person(), NOW)).await.unwrap();
    let file = laptop.place.path().join("x.handover");
    let part = laptop.place.path().join("x.handover.part");
    let is_full =
        |refused: &StoreError| matches!(refused, StoreError::HandOver(HandoverError::Disk(ErrorKind::StorageFull)));
    for megabytes in [0, 12] {
        if megabytes > 0 {
            let fields = Fields::from([(field::NAME, "scan.jpg".into())]);
            let edit = Edit::Attach { to: Whole::There(said), fields, bytes: noise(megabytes << 20) };
            does(&ana, Deed::ATTACH, vec![edit]).await;
        }
        symlink("/dev/full", &part).unwrap();
        let (to, since, names, name) = (vec![device], Since::Whole, Names::LeftOut, "Ana".into());
        let what = HandOver { to, since, names, name, at: NOW };
        let refused = ana.hand_over(&file, what, &Silent).await.unwrap_err();
        assert!(is_full(&refused), "{megabytes} MB: {refused:?}");
        assert!(!file.exists() && fs::symlink_metadata(&part).is_err(), "nothing is left");
    }
    symlink("/dev/full", &part).unwrap();
    let refused = ana.pack(&file, &Code::random().unwrap(), "Ana", false, NOW, &Silent).await.unwrap_err();
    assert!(is_full(&refused), "{refused:?}");
}
