//! A member's file holds words that no entry names: they are dropped, everything else comes, and a person reads why.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs::File;
use std::path::Path;

use anteroom_app::consultations::{self, Days, Steps};
use anteroom_app::desk::Desk;
use anteroom_app::{Passphrase, Unlock, exchange, languages, say};
use anteroom_handover::{Head, Identity, Piece, Sealed, Writer};
use anteroom_journal::contents;
use anteroom_journal::decision::Roles;
use anteroom_model::field;
use anteroom_model::ids::{DeviceId, PersonId, RecordId};
use anteroom_model::value::Fields;
use anteroom_store::{Admitted, Store};
use ed25519_dalek::SigningKey;

const NOW: i64 = 10_000;

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse".to_owned())
}

/// A member who is let in, and the head of a file from them.
async fn lets_in(file: &Path, home: &Path, key: &SigningKey) -> Head {
    let store = Box::pin(Store::open(file, home, &Unlock::Passphrase(passphrase()))).await.unwrap();
    let (device, person) = (DeviceId(key.verifying_key().to_bytes()), PersonId([7; 16]));
    let recipient = Identity::random().recipient();
    let admitted = Admitted { device, roles: Roles::FACILITATOR, person, recipient: Some(recipient.clone()) };
    Box::pin(store.admit(admitted, Vec::new(), store.person(), NOW)).await.unwrap();
    let known = store.known().await.unwrap();
    let own = known.into_iter().find(|it| it.is_own).and_then(|own| own.recipient).unwrap();
    let consultation = store.consultation();
    store.close().await.unwrap();
    let recipients = vec![own];
    Head { consultation, sender: device, recipients, made_at: NOW, recipient, person, ..Head::default() }
}

/// A file with so many words that nobody names.
fn writes(to: &Path, head: &Head, key: &SigningKey, count: u8) {
    let sealed = Sealed::To(&head.recipients);
    let mut writer = Writer::begin(File::create(to).unwrap(), &sealed, head, key.clone()).unwrap();
    for number in 0..count {
        let fields = Fields::from([(field::TEXT, format!("Nobody signed this, {number}.").into())]);
        let bytes = contents::encode(&[number; 32], &fields);
        writer.put(&Piece::Contents { record: RecordId([number; 16]), bytes }).unwrap();
    }
    writer.finish().unwrap();
}

async fn last_line(desk: &Desk, file: &Path) -> String {
    let merged = Box::pin(exchange::merge(desk, file, None, &Steps::silent())).await.unwrap();
    let [refused] = merged.refused.as_slice() else { panic!("{merged:?}") };
    assert_eq!((refused.what.as_str(), refused.why.as_str(), merged.new), ("words", "unnamed", 0), "{merged:?}");
    merged.text.lines().last().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_no_entry_names_are_told_as_dropped() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    let (file, home, key) = (at("x.anteroom"), at("home"), SigningKey::from_bytes(&[7; 32]));
    let typed = passphrase();
    let founds = consultations::create_with_home(&home, &file, "gcm", "Our words", Days::default(), &typed);
    let (desk, _) = Box::pin(founds).await.unwrap();
    Box::pin(consultations::close(desk)).await.unwrap();
    let head = lets_in(&file, &home, &key).await;
    let desk = Box::pin(consultations::open_with_home(&home, &file, &Unlock::Passphrase(passphrase()))).await.unwrap();
    for (number, count) in [(1, 1), (2, 2)] {
        writes(&at("x.handover"), &Head { number, ..head.clone() }, &key, count);
        for language in languages() {
            desk.speak(language);
            let told = last_line(&desk, &at("x.handover")).await;
            let said = say(language, "merge-not-taken-unnamed", &[("count", &count.to_string())]);
            assert_eq!(told, said, "{language}");
        }
        desk.speak("en");
        let told = last_line(&desk, &at("x.handover")).await;
        let said = match count {
            1 => "Words that no entry names came along and were dropped.",
            _ => "Words of 2 revisions that no entry names came along and were dropped.",
        };
        assert_eq!(told, said);
    }
}
