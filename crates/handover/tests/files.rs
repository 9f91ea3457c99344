//! Hand-over files as a stranger may have made them: cut, changed, for somebody else, packed too well.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Cursor;

use anteroom_handover::{Code, HandoverError, Head, Identity, Key, Piece, Reader, Sealed, Writer};
use anteroom_model::ids::{ConsultationId, DeviceId, PersonId, RecordId};
use ed25519_dalek::SigningKey;
use proptest::prelude::*;

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn head(to: &[String]) -> Head {
    Head {
        consultation: ConsultationId([1; 32]),
        sender: DeviceId(key().verifying_key().to_bytes()),
        recipients: to.to_vec(),
        number: 3,
        name: "Table 7".to_owned(),
        person: PersonId([5; 16]),
        ..Head::default()
    }
}

fn pieces() -> Vec<Piece> {
    vec![
        Piece::Commit { signature: [9; 64], bytes: b"a commit".to_vec() },
        Piece::Contents { record: RecordId([1; 16]), bytes: b"They kept our passports.".to_vec() },
        Piece::Contents { record: RecordId([2; 16]), bytes: Vec::new() },
        Piece::Attached { record: RecordId([3; 16]), place: 1, bytes: vec![7; 1000] },
    ]
}

fn written(to: &Sealed<'_>, head: &Head, pieces: &[Piece], key: SigningKey) -> Vec<u8> {
    let mut writer = Writer::begin(Vec::new(), to, head, key).unwrap();
    for piece in pieces {
        writer.put(piece).unwrap();
    }
    writer.finish().unwrap()
}

fn read(bytes: &[u8], key: &Key) -> Result<(Head, Vec<Piece>), HandoverError> {
    let mut reader = Reader::open(Cursor::new(bytes), bytes.len() as u64, key)?;
    let mut pieces = Vec::new();
    while let Some(piece) = reader.next_piece()? {
        pieces.push(piece);
    }
    Ok((reader.head().clone(), pieces))
}

fn sealed_to(identity: &Identity) -> Vec<u8> {
    let to = [identity.recipient()];
    written(&Sealed::To(&to), &head(&to), &pieces(), key())
}

#[test]
fn a_file_is_read_by_each_of_those_it_was_sealed_to_and_by_nobody_else() {
    let (one, other, stranger) = (Identity::random(), Identity::random(), Identity::random());
    let to = [one.recipient(), other.recipient()];
    let bytes = written(&Sealed::To(&to), &head(&to), &pieces(), key());
    for identity in [one, other] {
        let (read_head, read_pieces) = read(&bytes, &Key::Own(vec![stranger.clone(), identity])).unwrap();
        assert_eq!((read_head, read_pieces), (head(&to), pieces()));
    }
    assert!(matches!(read(&bytes, &Key::Own(vec![stranger])), Err(HandoverError::NotForThisLaptop)));
    assert!(matches!(read(&bytes, &Key::Own(Vec::new())), Err(HandoverError::NotForThisLaptop)));
    let plain = String::from_utf8_lossy(&bytes);
    assert!(!plain.contains("Table 7") && !plain.contains("passports"), "nothing of it can be read from outside");
}

#[test]
fn a_pack_opens_with_its_six_words() {
    let code = Code::random().unwrap();
    let bytes = written(&Sealed::Under(&code), &head(&[]), &pieces(), key());
    assert_eq!(read(&bytes, &Key::Spoken(code)).unwrap().1, pieces());
    let other = Key::Spoken(Code::random().unwrap());
    assert!(matches!(read(&bytes, &other), Err(HandoverError::WrongCode)));
    let hand_over = Key::Own(vec![Identity::random()]);
    assert!(matches!(read(&bytes, &hand_over), Err(HandoverError::NotOurs)), "a pack is no hand-over file");
}

#[test]
fn a_copy_that_was_cut_is_known_as_torn() {
    let identity = Identity::random();
    let bytes = sealed_to(&identity);
    let key = Key::Own(vec![identity]);
    let mut torn = 0;
    for length in 0..bytes.len() {
        match read(&bytes[..length], &key) {
            Err(HandoverError::Torn) => torn += 1,
            Err(HandoverError::Damaged | HandoverError::NotOurs) => {}
            other => panic!("cut to {length}: {other:?}"),
        }
    }
    assert!(torn * 10 > bytes.len() * 8, "{torn} of {}", bytes.len());
}

#[test]
fn no_changed_byte_is_overlooked() {
    let identity = Identity::random();
    let bytes = sealed_to(&identity);
    let key = Key::Own(vec![identity]);
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x20;
        assert!(read(&changed, &key).is_err(), "changed at {at}");
    }
    let longer = [bytes, vec![0]].concat();
    assert!(read(&longer, &key).is_err(), "nothing may follow");
}

#[test]
fn what_somebody_else_signed_is_told_at_the_end() {
    let identity = Identity::random();
    let to = [identity.recipient()];
    let bytes = written(&Sealed::To(&to), &head(&to), &pieces(), SigningKey::from_bytes(&[8; 32]));
    assert!(matches!(read(&bytes, &Key::Own(vec![identity])), Err(HandoverError::NotSigned)));
}

#[test]
fn pieces_out_of_order_are_refused() {
    let identity = Identity::random();
    let to = [identity.recipient()];
    let mut turned = pieces();
    turned.reverse();
    let bytes = written(&Sealed::To(&to), &head(&to), &turned, key());
    assert!(matches!(read(&bytes, &Key::Own(vec![identity])), Err(HandoverError::Damaged)));
}

#[test]
fn a_file_of_a_newer_version_and_one_that_is_none_are_told_apart() {
    let identity = Identity::random();
    let bytes = sealed_to(&identity);
    let key = Key::Own(vec![identity]);
    let newer = [b"anteroom hand-over 2\n", &bytes[21..]].concat();
    assert!(matches!(read(&newer, &key), Err(HandoverError::Newer)));
    for none in [b"".as_slice(), b"PK\x03\x04", b"anteroom hand-over", &[b'\n'; 300]] {
        assert!(matches!(read(none, &key), Err(HandoverError::NotOurs)));
    }
}

#[test]
fn what_unpacks_to_far_more_than_it_is_is_refused() {
    let identity = Identity::random();
    let to = [identity.recipient()];
    let zeros = Piece::Contents { record: RecordId([1; 16]), bytes: vec![0; 1 << 20] };
    let bytes = written(&Sealed::To(&to), &head(&to), &vec![zeros; 200], key());
    assert!(bytes.len() < 1 << 20, "it is small outside: {}", bytes.len());
    assert!(matches!(read(&bytes, &Key::Own(vec![identity])), Err(HandoverError::Bomb)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_reading_panic(tail in prop::collection::vec(any::<u8>(), 0..600), pack in any::<bool>()) {
        let key = if pack { Key::Spoken(Code::read("abacus abacus abacus abacus abacus abacus").unwrap()) }
            else { Key::Own(vec![Identity::random()]) };
        let begins: &[u8] = if pack { b"anteroom event pack 1\n" } else { b"anteroom hand-over 1\n" };
        for begins in [begins, &[begins, b"age-encryption.org/v1\n"].concat()] {
            let bytes = [begins, &tail].concat();
            prop_assert!(read(&bytes, &key).is_err());
        }
    }
}
