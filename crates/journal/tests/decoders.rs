//! Whatever bytes come, reading them ends in a value or a refusal; and whoever signs nonsense brings no copy down.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

use std::sync::Arc;

use anteroom_journal::check::{SignedCommit, check, check_contents};
use anteroom_journal::commit::{Commit, PREFIX};
use anteroom_journal::contents::{self, Contents};
use anteroom_journal::copy::Copy;
use anteroom_journal::standing::{Header, scratch};
use anteroom_journal::vector::Vector;
use ed25519_dalek::{Signer as _, SigningKey};
use proptest::prelude::*;

const FIXED: &str = include_str!("vectors.txt");

fn bytes_of(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

/// All fixed bytes whose name ends so.
fn fixed(ending: &str) -> Vec<Vec<u8>> {
    let lines = FIXED.lines().map(|line| line.split_once(" = ").unwrap());
    lines.filter(|(name, _)| name.ends_with(ending)).map(|(_, digits)| bytes_of(digits)).collect()
}

/// The commits of the vectors.
fn told() -> Vec<SignedCommit> {
    let signatures = fixed(": signature").into_iter().map(|it| it.try_into().unwrap());
    fixed(": bytes").into_iter().zip(signatures).map(|(bytes, signature)| check(bytes, signature).unwrap()).collect()
}

/// One thing that happens to bytes on their way.
#[derive(Clone, Debug)]
enum Damage {
    Set(usize, u8),
    Flip(usize, u8),
    Cut(usize),
    Drop(usize, usize),
    Insert(usize, Vec<u8>),
    Repeat(usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        (any::<usize>(), 0_u8..8).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        any::<usize>().prop_map(Damage::Cut),
        (any::<usize>(), 1_usize..40).prop_map(|(at, length)| Damage::Drop(at, length)),
        (any::<usize>(), prop::collection::vec(any::<u8>(), 1..10)).prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        (any::<usize>(), 1_usize..40).prop_map(|(at, length)| Damage::Repeat(at, length)),
    ]
}

fn damaged(mut bytes: Vec<u8>, all: &[Damage]) -> Vec<u8> {
    for one in all {
        let length = bytes.len();
        if length == 0 {
            break;
        }
        let part = |at: usize, of: usize| (at % length)..(at % length + of).min(length);
        match one {
            Damage::Set(at, byte) => bytes[at % length] = *byte,
            Damage::Flip(at, bit) => bytes[at % length] ^= 1 << bit,
            Damage::Cut(at) => bytes.truncate(at % length),
            Damage::Drop(at, of) => drop(bytes.drain(part(*at, *of))),
            Damage::Insert(at, more) => drop(bytes.splice(part(*at, 0), more.iter().copied())),
            Damage::Repeat(at, of) => {
                let twice = bytes[part(*at, *of)].to_vec();
                drop(bytes.splice(part(*at, 0), twice));
            }
        }
    }
    bytes
}

/// One of the fixed bytes of a kind, damaged.
fn hostile(ending: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let one = prop::sample::select(fixed(ending));
    (one, prop::collection::vec(damage(), 1..4)).prop_map(|(bytes, all)| damaged(bytes, &all))
}

fn noise() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..400)
}

fn read_all(bytes: &[u8]) {
    let _ = Commit::decode(bytes);
    assert!(check(bytes.to_vec(), [7; 64]).is_err(), "nobody has signed this");
    if let Ok(read) = Contents::decode(bytes) {
        assert_eq!(Contents::decode(&contents::encode(&read.salt, &read.fields)), Ok(read));
    }
    if let Ok(read) = Vector::decode(bytes) {
        assert_eq!(Vector::decode(&read.encode()), Ok(read));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn no_bytes_make_a_decoder_panic(bytes in noise()) {
        read_all(&bytes);
    }

    #[test]
    fn no_damage_makes_a_decoder_panic(
        commit in hostile(": bytes"), words in hostile(": contents"), vector in hostile("vector"),
    ) {
        for bytes in [commit, words, vector] {
            read_all(&bytes);
        }
    }

    #[test]
    fn damaged_words_belong_to_no_commit(words in hostile(": contents")) {
        let intact = fixed(": contents").contains(&words);
        for commit in told() {
            for revision in &commit.commit.revisions {
                prop_assert!(intact || check_contents(revision, &words).is_err());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    /// Whoever holds a key can sign anything: what is well formed is taken in, and judged alike by all.
    #[test]
    fn nonsense_that_is_signed_brings_no_copy_down(bytes in hostile(": bytes"), other in hostile(": bytes")) {
        let mut copy = Copy::new(told().remove(0)).unwrap();
        let founding = copy.standing().consultation();
        let commits: Vec<SignedCommit> = [bytes, other].into_iter().filter_map(|bytes| {
            let device = Commit::decode(&bytes).ok()?.device;
            let keys = [1, 2, 3].map(|seed| SigningKey::from_bytes(&[seed; 32]));
            let key = keys.into_iter().find(|key| key.verifying_key().to_bytes() == device.0)?;
            check(bytes.clone(), key.sign(&[PREFIX, &bytes].concat()).to_bytes()).ok()
        }).filter(|it| it.commit.consultation == founding).collect();
        for portion in [commits, told()] {
            copy.take_in(portion, Vec::new()).unwrap();
            let headers: Vec<Header> = copy.standing().headers()
                .map(|(hash, commit)| Header { hash: *hash, commit: Arc::new(commit.clone()), kept_at: 0 }).collect();
            prop_assert_eq!(copy.standing().judgement(), scratch::judge(&headers));
        }
    }

    #[test]
    fn any_vector_is_answered_with_commits_that_are_here(vector in hostile("vector")) {
        let mut copy = Copy::new(told().remove(0)).unwrap();
        copy.take_in(told(), Vec::new()).unwrap();
        if let Ok(vector) = Vector::decode(&vector) {
            let lacking = copy.lacking_for(&vector);
            prop_assert!(lacking.iter().all(|hash| copy.standing().knows(hash)));
        }
    }
}
