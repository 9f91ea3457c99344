//! What whoever may open a file can do: put anything into it and seal it anew.
#![allow(dead_code, reason = "each target uses what it needs")]

use std::io::{Cursor, Read as _, Write as _};
use std::sync::LazyLock;

use age::x25519;
use anteroom_handover::{Head, Identity, Key, Reader, Sealed, Writer};
use ed25519_dalek::SigningKey;

pub static IDENTITY: LazyLock<Identity> = LazyLock::new(Identity::random);

const FIRST_LINE: &[u8] = b"anteroom hand-over 1\n";

/// By which the seeds were signed.
pub fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

/// A hand-over file with these pieces.
pub fn file(pieces: &[u8]) -> Vec<u8> {
    let packed = zstd::encode_all(Cursor::new(pieces), 1).expect("it packs");
    let exponent = packed.len().ilog2();
    let mask = (1 << exponent.saturating_sub(exponent.ilog2() + 1)) - 1;
    let to: x25519::Recipient = IDENTITY.recipient().parse().expect("a recipient");
    let sealing = age::Encryptor::with_recipients(std::iter::once(&to as &dyn age::Recipient)).expect("one recipient");
    let mut sealing = sealing.wrap_output(FIRST_LINE.to_vec()).expect("it is kept in memory");
    sealing.write_all(&packed).expect("it is kept in memory");
    sealing.write_all(&vec![0; ((packed.len() + mask) & !mask) - packed.len()]).expect("it is kept in memory");
    sealing.finish().expect("it is kept in memory")
}

/// The pieces of a hand-over file.
pub fn pieces(file: &[u8]) -> Vec<u8> {
    let key: x25519::Identity = IDENTITY.spelled().parse().expect("an identity");
    let opened = age::Decryptor::new_buffered(&file[FIRST_LINE.len()..]).expect("it was sealed");
    let opened = opened.decrypt(std::iter::once(&key as &dyn age::Identity)).expect("to us");
    let mut pieces = Vec::new();
    zstd::Decoder::new(opened).expect("it was packed").single_frame().read_to_end(&mut pieces).expect("it unpacks");
    pieces
}

/// Opens a file as far as its head.
pub fn opened(file: &[u8]) -> Option<Reader<&[u8]>> {
    Reader::open(file, file.len() as u64, &Key::Own(vec![IDENTITY.clone()])).ok()
}

/// Begins a file as Anteroom writes it.
pub fn begun(head: &Head) -> Writer<Vec<u8>> {
    Writer::begin(Vec::new(), &Sealed::To(&[IDENTITY.recipient()]), head, key()).expect("it is kept in memory")
}
