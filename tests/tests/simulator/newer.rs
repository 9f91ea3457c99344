//! What a version still to come might write: kinds, fields, keys and decisions that this one does not know, passes on
//! untouched, and merges by the rules that it has.

use anteroom_journal::commit::{self, Commit, PREFIX};
use anteroom_journal::contents;
use anteroom_journal::draft::Signed;
use anteroom_model::field::{Field, Kind};
use anteroom_model::value::{Fields, Value};
use ed25519_dalek::{Signer as _, SigningKey};

pub(crate) const KIND: Kind = Kind(900);

/// Of each class one, by its two lowest bits.
const FIELD: u32 = 4000;

/// Key 13, a list of one decision of kind 99 with a key 32.
const DECISION: &[u8] = &[0x0d, 0x81, 0xa2, 0x00, 0x18, 0x63, 0x18, 0x20, 0xf6];

/// Key 15, which no version has, and a list.
const KEY: &[u8] = &[0x0f, 0x82, 0x01, 0xf5];

/// Key 2 of contents, and a text.
const CONTENTS_KEY: &[u8] = &[0x02, 0x61, b'n'];

pub(crate) fn fields(how: usize, more: usize) -> Fields {
    let class = how as u32 % 4;
    let number = more as i64 % 3;
    let value = match class {
        0 => Value::Map([(-1, number.into()), (7, Value::Bytes(vec![0, 255]))].into()),
        1 => Value::List(vec![number.into(), Value::Null]),
        2 => Value::set([number.into()], [(number + 1).into()]),
        _ => Value::List(vec!["at".into(), number.into()]),
    };
    Fields::from([(Field(FIELD + class), value)])
}

/// The same commit as that version would write it.
pub(crate) fn version(signed: Signed, key: &SigningKey, decides: bool) -> Signed {
    let Signed { mut bytes, contents, .. } = signed;
    let contents = contents.into_iter().map(|(record, digest, words)| {
        let words = one_more(words, &[CONTENTS_KEY]);
        let newer = contents::digest(&words);
        let at = bytes.windows(32).position(|part| part == digest.0).expect("a commit names its contents");
        bytes[at..at + 32].copy_from_slice(&newer.0);
        (record, newer, words)
    });
    let contents = contents.collect();
    let bytes = one_more(bytes, if decides { &[DECISION, KEY] } else { &[KEY] });
    let signature = key.sign(&[PREFIX, &bytes].concat()).to_bytes();
    let (hash, commit) =
        (commit::hash(&bytes), Commit::decode(&bytes).expect("keys that are not known are passed over"));
    Signed { commit, bytes, hash, signature, contents }
}

/// A small map with these entries after all that it has.
fn one_more(mut map: Vec<u8>, entries: &[&[u8]]) -> Vec<u8> {
    map[0] += entries.len() as u8;
    map.extend(entries.concat());
    map
}
