//! What stands behind the sealing of a hand-over file, in any shape: whoever may open a file can seal it anew with anything in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Cursor, Read as _, Write as _};
use std::sync::LazyLock;

use age::x25519;
use anteroom_handover::{HandoverError, Head, Identity, Key, Piece, Reader, Sealed, Writer};
use anteroom_model::ids::{ConsultationId, DeviceId, RecordId};
use ed25519_dalek::SigningKey;
use proptest::prelude::*;

static IDENTITY: LazyLock<Identity> = LazyLock::new(Identity::random);

const FIRST_LINE: &[u8] = b"anteroom hand-over 1\n";

fn pieces() -> Vec<Piece> {
    vec![
        Piece::Commit { signature: [9; 64], bytes: b"a commit".to_vec() },
        Piece::Contents { record: RecordId([1; 16]), bytes: b"They kept our passports.".to_vec() },
        Piece::Attached { record: RecordId([3; 16]), place: 0, bytes: vec![7; 100] },
    ]
}

fn written() -> Vec<u8> {
    let key = SigningKey::from_bytes(&[7; 32]);
    let recipients = vec![IDENTITY.recipient()];
    let head = Head {
        consultation: ConsultationId([1; 32]),
        sender: DeviceId(key.verifying_key().to_bytes()),
        recipients: recipients.clone(),
        ..Head::default()
    };
    let mut writer = Writer::begin(Vec::new(), &Sealed::To(&recipients), &head, key).unwrap();
    for piece in pieces() {
        writer.put(&piece).unwrap();
    }
    writer.finish().unwrap()
}

/// The bytes of all pieces, one behind the other.
fn unsealed(file: &[u8]) -> Vec<u8> {
    let key: x25519::Identity = IDENTITY.spelled().parse().unwrap();
    let opened = age::Decryptor::new_buffered(file.strip_prefix(FIRST_LINE).unwrap()).unwrap();
    let opened = opened.decrypt(std::iter::once(&key as &dyn age::Identity)).unwrap();
    let mut frame = Vec::new();
    zstd::Decoder::new(opened).unwrap().single_frame().read_to_end(&mut frame).unwrap();
    frame
}

fn sealed(frame: &[u8]) -> Vec<u8> {
    let packed = zstd::encode_all(Cursor::new(frame), 1).unwrap();
    let exponent = packed.len().ilog2();
    let mask = (1 << exponent.saturating_sub(exponent.ilog2() + 1)) - 1;
    let to: x25519::Recipient = IDENTITY.recipient().parse().unwrap();
    let sealing = age::Encryptor::with_recipients(std::iter::once(&to as &dyn age::Recipient)).unwrap();
    let mut sealing = sealing.wrap_output(FIRST_LINE.to_vec()).unwrap();
    sealing.write_all(&packed).unwrap();
    sealing.write_all(&vec![0; ((packed.len() + mask) & !mask) - packed.len()]).unwrap();
    sealing.finish().unwrap()
}

fn read(file: &[u8]) -> Result<Vec<Piece>, HandoverError> {
    let mut reader = Reader::open(file, file.len() as u64, &Key::Own(vec![IDENTITY.clone()]))?;
    let mut pieces = Vec::new();
    while let Some(piece) = reader.next_piece()? {
        pieces.push(piece);
    }
    Ok(pieces)
}

#[test]
fn sealed_anew_with_nothing_changed_it_reads_as_it_was() {
    assert_eq!(read(&sealed(&unsealed(&written()))).unwrap(), pieces());
}

#[test]
fn no_bit_behind_the_sealing_is_overlooked() {
    let frame = unsealed(&written());
    for at in 0..frame.len() {
        let mut changed = frame.clone();
        changed[at] ^= 1 << (at % 8);
        read(&sealed(&changed)).expect_err("changed");
        read(&sealed(&frame[..at])).expect_err("cut");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_bytes_behind_the_sealing_make_reading_panic(
        from in 0_usize..600, length in 0_usize..40, by in prop::collection::vec(any::<u8>(), 0..40), alone in any::<bool>(),
    ) {
        let mut frame = unsealed(&written());
        let from = from.min(frame.len());
        let to = (from + length).min(frame.len());
        let before = frame.clone();
        frame.splice(from..to, by.iter().copied());
        let frame = if alone { by } else { frame };
        prop_assert!(frame == before || read(&sealed(&frame)).is_err());
    }
}
