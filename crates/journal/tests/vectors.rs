//! The bytes that are fixed for ever. They stand in `vectors.txt` and in docs/file-format.md; where this fails, a change
//! has broken every consultation there is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anteroom_journal::check::{SignedCommit, check, check_contents};
use anteroom_journal::commit::PREFIX;
use anteroom_journal::copy::{Copy, Words};
use anteroom_journal::decision::{Certificate, Decision, DecisionId, Place, Roles, Ruling};
use anteroom_journal::deed::Deed;
use anteroom_journal::draft::{Draft, Heading};
use anteroom_journal::standing::{Fate, Status};
use anteroom_journal::vector::Vector;
use anteroom_model::field::{
    CONSULTATION, CONTRIBUTION, Field, LANGUAGE, NAME, ORDER, PUT_AWAY, QUOTE, SAID_AT, TAGS, TEXT,
};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, PersonId};
use anteroom_model::permission::{Basis, Permission};
use anteroom_model::value::{Fields, Value};
use anteroom_model::words::Words as Names;
use ed25519_dalek::{Signer as _, SigningKey};

const FIXED: &str = include_str!("vectors.txt");
const PAPER: &str = include_str!("../../../docs/file-format.md");

/// A field that no version has: plain, by its two lowest bits.
const UNKNOWN: Field = Field(4000);

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn device(seed: u8) -> DeviceId {
    DeviceId(key(seed).verifying_key().to_bytes())
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// One of each kind of value, and each length of a number.
fn every_value() -> Value {
    let numbers = [0, 23, 24, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296, i64::MAX, -1, -24, -25, i64::MIN];
    let mut all: Vec<Value> = vec![Value::Null, false.into(), true.into()];
    all.extend(numbers.map(Value::Int));
    all.extend(["".into(), "Потом — 之后 — بعد".into(), Value::Bytes(vec![0, 255])]);
    all.push(Value::Map(BTreeMap::from([(-2, 1.into()), (-1, 2.into()), (0, 3.into()), (24, 4.into())])));
    Value::List(all)
}

struct Told {
    commits: Vec<(&'static str, SignedCommit)>,
    words: Vec<Words>,
}

/// A consultation in four commits: founded by seed 1, with a recovery sheet of seed 2 and a member of seed 3.
fn told() -> Told {
    let heading = |consultation, seed, deed, nonce| Heading {
        consultation,
        device: device(seed),
        seq: 0,
        prev: None,
        author: PersonId([0x10 + seed; 16]),
        time: 1_762_700_000_000,
        deed,
        nonce: [nonce; 16],
        undoes: None,
    };
    let certificate = |seed: u8, roles, after, refuses_all, recipient: Option<&str>| {
        let (device, person, recipient) = (device(seed), PersonId([0x10 + seed; 16]), recipient.map(str::to_owned));
        Ruling::Certificate(Certificate { device, after, roles, person, refuses_all, recipient })
    };

    let mut draft = Draft::new(heading(ConsultationId::default(), 1, Deed::FOUND, 0x21));
    draft.found(device(2));
    draft.create(CONSULTATION, &Fields::from([(NAME, Names::one("Consultation").to_value())]), &[0x31; 32], None);
    let roles = Roles::FACILITATOR.and(Roles::RAPPORTEUR);
    let admitted = certificate(3, roles, None, false, Some("age1example"));
    draft.decide(Decision { ruling: admitted, saw: Vec::new() });
    let (founding, mut words) = draft.sign(&key(1)).unwrap().split();
    let consultation = ConsultationId(founding.hash.0);

    let mut draft = Draft::new(heading(consultation, 3, Deed::IMPORT, 0x22));
    let said = Fields::from([
        (LANGUAGE, "en".into()),
        (QUOTE, Permission::given(Basis::Form).to_value()),
        (TEXT, "We were not asked.".into()),
        (TAGS, Value::set(["gcm:objective:6".into()], ["gcm:objective:7".into()])),
    ]);
    let row = draft.create(CONTRIBUTION, &said, &[0x32; 32], Some([0x41; 16]));
    let every = Fields::from([(ORDER, 1.into()), (SAID_AT, (-1).into()), (UNKNOWN, every_value())]);
    let second = draft.create(CONTRIBUTION, &every, &[0x33; 32], Some([0x42; 16]));
    draft.count(300);
    let (import, more) = draft.sign(&key(3)).unwrap().split();
    words.extend(more);

    let mut draft = Draft::new(Heading {
        seq: 1,
        prev: Some(founding.hash),
        undoes: Some(import.hash),
        ..heading(consultation, 1, Deed::UNDO, 0x23)
    });
    let parents = vec![import.commit.revisions[0].digest];
    draft.edit(row, CONTRIBUTION, parents, &Fields::from([(PUT_AWAY, true.into())]), &[0x34; 32]);
    draft.erase(second);
    let good = Place { seq: 0, hash: import.hash };
    let saw = vec![DecisionId { commit: founding.hash, place: 0 }];
    draft.decide(Decision { ruling: certificate(3, Roles::NONE, Some(good), true, None), saw });
    let (hash, [one, two, three, four]) = (import.hash, [0x51, 0x52, 0x53, 0x54].map(|byte| Digest([byte; 32])));
    for ruling in [
        Ruling::Branch { first: one, approve: true },
        Ruling::Commit { hash, approve: true },
        Ruling::Commit { hash: two, approve: false },
        Ruling::Lost { missing: three, approve: true },
        Ruling::Erasures { commit: four, approve: true },
    ] {
        draft.decide(Decision { ruling, saw: Vec::new() });
    }
    let (undo, more) = draft.sign(&key(1)).unwrap().split();
    words.extend(more);

    let mut draft = Draft::new(Heading { time: -1, ..heading(consultation, 2, Deed::MEMBERS, 0x24) });
    draft.decide(Decision { ruling: certificate(1, Roles::ALL, None, false, None), saw: Vec::new() });
    let sheet = draft.sign(&key(2)).unwrap().split().0;
    let commits = vec![("founding", founding), ("import", import), ("undo", undo), ("sheet", newer(&sheet))];
    Told { commits, words }
}

/// The same commit as a later version of this format might write it: with a key more, and a decision of a new kind.
fn newer(sheet: &SignedCommit) -> SignedCommit {
    let mut bytes = sheet.bytes.clone();
    let decisions = bytes.windows(2).rposition(|pair| pair == [0x0d, 0x81]).unwrap();
    bytes[decisions + 1] += 1;
    bytes.extend([0xa2, 0x00, 0x18, 0x63, 0x18, 0x20, 0xf6]);
    bytes[0] += 1;
    bytes.extend([0x0f, 0x81, 0x61, b'?']);
    let signature = key(2).sign(&[PREFIX, &bytes].concat()).to_bytes();
    check(bytes, signature).unwrap()
}

fn copy(told: &Told) -> Copy {
    let mut copy = Copy::new(told.commits[0].1.clone()).unwrap();
    let commits = told.commits.iter().map(|(_, commit)| commit.clone()).collect();
    copy.take_in(commits, told.words.clone()).unwrap();
    copy
}

fn written() -> String {
    let told = told();
    let mut text = String::new();
    let mut line = |name: &str, bytes: &[u8]| writeln!(text, "{name} = {}", hex(bytes)).unwrap();
    for (seed, whose) in [(1, "founder"), (2, "recovery sheet"), (3, "member")] {
        line(&format!("seed of the {whose}"), &[seed; 32]);
        line(&format!("key of the {whose}"), &device(seed).0);
    }
    for (name, commit) in &told.commits {
        line(&format!("{name}: bytes"), &commit.bytes);
        line(&format!("{name}: hash"), &commit.hash.0);
        line(&format!("{name}: signature"), &commit.signature);
        for (place, revision) in commit.commit.revisions.iter().enumerate() {
            let (_, _, contents) = told.words.iter().find(|(_, digest, _)| *digest == revision.digest).unwrap();
            line(&format!("{name}, revision {place}: record"), &revision.record.0);
            line(&format!("{name}, revision {place}: contents"), contents);
            line(&format!("{name}, revision {place}: digest"), &revision.digest.0);
        }
    }
    line("vector", &copy(&told).vector().encode());
    text
}

#[test]
fn bytes_hashes_and_signatures_are_what_they_have_always_been() {
    for (now, fixed) in written().lines().zip(FIXED.lines()) {
        assert_eq!(now, fixed);
    }
    assert_eq!(written().lines().count(), FIXED.lines().count());
}

#[test]
fn the_paper_shows_the_same_vectors() {
    assert!(PAPER.contains(&format!("```\n{FIXED}```\n")), "docs/file-format.md, 12");
}

fn fixed() -> BTreeMap<&'static str, Vec<u8>> {
    let lines = FIXED.lines().map(|line| {
        let (name, digits) = line.split_once(" = ").unwrap();
        let pairs = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
        (name, pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect())
    });
    lines.collect()
}

#[test]
fn hostile_bytes_are_made_from_the_same_vectors() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds");
    let mut seeded = 0;
    for (name, bytes) in fixed() {
        let file = match name.split_once(": ") {
            None if name == "vector" => "vector/all".to_owned(),
            Some((commit, "bytes")) => format!("commit/{commit}"),
            Some((revision, "contents")) => format!("contents/{}", revision.replace(", revision ", "-")),
            _ => continue,
        };
        assert_eq!(fs::read(seeds.join(&file)).unwrap(), bytes, "{file}");
        seeded += 1;
    }
    assert_eq!(seeded, 9);
}

#[test]
fn fixed_bytes_read_as_what_was_written() {
    let fixed = fixed();
    let told = told();
    for (name, commit) in &told.commits {
        let signature = fixed[&*format!("{name}: signature")].as_slice().try_into().unwrap();
        let read = check(fixed[&*format!("{name}: bytes")].clone(), signature).unwrap();
        assert_eq!(&read, commit);
        for (place, revision) in read.commit.revisions.iter().enumerate() {
            let contents = &fixed[&*format!("{name}, revision {place}: contents")];
            assert!(check_contents(revision, contents).is_ok(), "{name} {place}");
        }
    }
    assert_eq!(Vector::decode(&fixed["vector"]), Ok(copy(&told).vector()));
}

#[test]
fn the_vectors_hold_every_key_there_is() {
    let told = told();
    let mut met = BTreeSet::new();
    for (_, SignedCommit { commit, .. }) in &told.commits {
        let options = [
            ("prev", commit.prev.is_some()),
            ("undoes", commit.undoes.is_some()),
            ("erases", !commit.erases.is_empty()),
            ("root", commit.root.is_some()),
            ("parents", commit.revisions.iter().any(|it| !it.parents.is_empty())),
            ("mark", commit.revisions.iter().any(|it| it.mark.is_some())),
            ("saw", commit.decisions.iter().any(|it| !it.saw.is_empty())),
        ];
        met.extend(options.into_iter().filter(|(_, there)| *there).map(|(name, _)| name));
        for decision in &commit.decisions {
            met.insert(match &decision.ruling {
                Ruling::Certificate(it) if it.after.is_some() && it.refuses_all => "after, refuses all",
                Ruling::Certificate(it) if it.recipient.is_some() => "recipient",
                Ruling::Certificate(_) => "certificate",
                Ruling::Branch { .. } => "branch",
                Ruling::Commit { .. } => "commit",
                Ruling::Lost { .. } => "lost",
                Ruling::Erasures { .. } => "erasures",
                Ruling::Unknown => "of a newer version",
            });
        }
    }
    assert_eq!(met.len(), 15, "{met:?}");
}

#[test]
fn what_counts_in_the_vectors_is_what_the_paper_says() {
    let told = told();
    let copy = copy(&told);
    let standing = copy.standing();
    for (name, commit) in &told.commits {
        assert_eq!(standing.status(&commit.hash), Some(Status::Counts), "{name}");
    }
    let import = &told.commits[1].1.commit.revisions;
    assert_eq!((standing.fate(&import[0].record), standing.fate(&import[1].record)), (Fate::Shown, Fate::Erased));
    assert_eq!(copy.state(&import[0].record).unwrap().value(PUT_AWAY), Some(&true.into()));
}
