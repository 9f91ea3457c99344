//! Hand-over files as somebody may write them who has keys of their own and does not use Anteroom.
#![allow(dead_code, unreachable_pub, reason = "each test uses what it needs")]

use std::io::{Cursor, Read as _, Write as _};

use age::x25519;
use anteroom_handover::{Head, Identity, Piece, Sealed, Writer};
use anteroom_journal::commit::{self, Nonce};
use anteroom_journal::contents;
use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_journal::draft::{Draft, Heading, Signed};
use anteroom_journal::encoding;
use anteroom_model::field::{self, Kind};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, PersonId, RecordId};
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Admitted, Store};
use ed25519_dalek::{Signer as _, SigningKey};
use sha2::{Digest as _, Sha256};

pub const NOW: i64 = 10_000;

pub const HEAD: u8 = 1;
pub const COMMIT: u8 = 2;
pub const CONTENTS: u8 = 3;
pub const ATTACHED: u8 = 4;
pub const END: u8 = 5;

const FIRST_LINE: &[u8] = b"anteroom hand-over 1\n";
const SIGNED: &[u8] = b"anteroom/1/hand-over";

/// What files for this laptop are sealed to.
pub async fn recipient(store: &Store) -> String {
    let known = store.known().await.unwrap();
    known.into_iter().find(|it| it.is_own).and_then(|own| own.recipient).unwrap()
}

/// What stands in a hand-over file behind its sealing: kind and bytes of each piece.
#[derive(Clone)]
pub struct Opened {
    pub pieces: Vec<(u8, Vec<u8>)>,
}

impl Opened {
    pub fn of(bytes: &[u8], identity: &Identity) -> Self {
        let sealed = bytes.strip_prefix(FIRST_LINE).unwrap();
        let key: x25519::Identity = identity.spelled().parse().unwrap();
        let opened = age::Decryptor::new_buffered(Cursor::new(sealed)).unwrap();
        let opened = opened.decrypt(std::iter::once(&key as &dyn age::Identity)).unwrap();
        let mut frame = Vec::new();
        zstd::Decoder::new(opened).unwrap().single_frame().read_to_end(&mut frame).unwrap();
        let (mut pieces, mut rest) = (Vec::new(), frame.as_slice());
        while let [kind, a, b, c, d, others @ ..] = rest {
            let (piece, others) = others.split_at(u32::from_be_bytes([*a, *b, *c, *d]) as usize);
            pieces.push((*kind, piece.to_vec()));
            rest = others;
        }
        Self { pieces }
    }

    fn spelled(pieces: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let piece =
            |(kind, bytes): &(u8, Vec<u8>)| [[*kind].as_slice(), &(bytes.len() as u32).to_be_bytes(), bytes].concat();
        pieces.iter().flat_map(piece).collect()
    }

    /// Sealed with nothing changed in it.
    pub fn sealed_to(&self, recipient: &str) -> Vec<u8> {
        let packed = zstd::encode_all(Cursor::new(Self::spelled(&self.pieces)), 3).unwrap();
        let to: x25519::Recipient = recipient.parse().unwrap();
        let sealing = age::Encryptor::with_recipients(std::iter::once(&to as &dyn age::Recipient)).unwrap();
        let mut sealing = sealing.wrap_output(FIRST_LINE.to_vec()).unwrap();
        sealing.write_all(&packed).unwrap();
        sealing.write_all(&vec![0; padded(packed.len()) - packed.len()]).unwrap();
        sealing.finish().unwrap()
    }

    /// The same with another signature over what it holds now.
    pub fn signed_by(&self, key: &SigningKey) -> Self {
        let mut pieces = self.pieces.clone();
        pieces.retain(|(kind, _)| *kind != END);
        let signed = [SIGNED, &Sha256::digest(Self::spelled(&pieces))].concat();
        pieces.push((END, key.sign(&signed).to_bytes().to_vec()));
        Self { pieces }
    }
}

/// The next length of Padmé.
fn padded(length: usize) -> usize {
    let exponent = length.ilog2();
    let mask = (1 << exponent.saturating_sub(exponent.ilog2() + 1)) - 1;
    (length + mask) & !mask
}

/// A small map with these entries after all that it has.
pub fn one_more(mut map: Vec<u8>, entries: &[&[u8]]) -> Vec<u8> {
    map[0] += entries.len() as u8;
    map.extend(entries.concat());
    map
}

/// An entry with what goes along.
#[derive(Clone)]
pub struct Entry {
    pub bytes: Vec<u8>,
    pub signature: [u8; 64],
    pub contents: Vec<(RecordId, Vec<u8>)>,
    pub attached: Vec<(RecordId, Vec<u8>)>,
}

impl From<Signed> for Entry {
    fn from(signed: Signed) -> Self {
        let Signed { bytes, signature, contents, .. } = signed;
        let contents = contents.into_iter().map(|(record, _, bytes)| (record, bytes)).collect();
        Self { bytes, signature, contents, attached: Vec::new() }
    }
}

/// Somebody who signs with a key of their own.
pub struct Member {
    pub key: SigningKey,
    pub identity: Identity,
    pub consultation: ConsultationId,
    person: PersonId,
    seq: u64,
    prev: Option<Digest>,
    files: u64,
}

impl Member {
    /// Whom nobody knows.
    pub fn stranger(number: u8, consultation: ConsultationId) -> Self {
        let key = SigningKey::from_bytes(&[number; 32]);
        let identity = Identity::random();
        Self { key, identity, consultation, person: PersonId([number; 16]), seq: 0, prev: None, files: 0 }
    }

    /// Who was let in as a facilitator.
    pub async fn admitted_by(store: &Store) -> Self {
        let member = Self::stranger(255, store.consultation());
        let recipient = Some(member.identity.recipient());
        let (device, person) = (member.device(), member.person);
        let admitted = Admitted { device, roles: Roles::FACILITATOR, person, recipient };
        Box::pin(store.admit(admitted, Vec::new(), store.person(), NOW)).await.unwrap();
        member
    }

    pub fn device(&self) -> DeviceId {
        DeviceId(self.key.verifying_key().to_bytes())
    }

    fn heading(&self, deed: Deed) -> Heading {
        let (consultation, device, seq, prev, author) =
            (self.consultation, self.device(), self.seq, self.prev, self.person);
        Heading { consultation, device, seq, prev, author, time: NOW, deed, nonce: self.nonce(), undoes: None }
    }

    fn draft(&self, deed: Deed) -> Draft {
        Draft::new(self.heading(deed))
    }

    fn nonce(&self) -> Nonce {
        [self.seq as u8; 16]
    }

    /// The next of the series.
    fn follows(&mut self, entry: Entry) -> Entry {
        (self.seq, self.prev) = (self.seq + 1, Some(commit::hash(&entry.bytes)));
        entry
    }

    pub fn signs(&self, bytes: &[u8]) -> [u8; 64] {
        self.key.sign(&[commit::PREFIX, bytes].concat()).to_bytes()
    }

    /// Contributions of these words; `erases`: what of their own goes.
    pub fn creates(&mut self, texts: &[&str], erases: &[RecordId]) -> Entry {
        let mut draft = self.draft(Deed::RECORD);
        for text in texts {
            let fields = Fields::from([(field::TEXT, Value::from(*text)), (field::LANGUAGE, "en".into())]);
            draft.create(field::CONTRIBUTION, &fields, &[5; 32], None);
        }
        for record in erases {
            draft.erase(*record);
        }
        let signed = draft.sign(&self.key).unwrap();
        self.follows(signed.into())
    }

    /// So many contributions as small as can be, without their words.
    pub fn tiny(&mut self, count: usize) -> Entry {
        let mut draft = self.draft(Deed::IMPORT);
        let fields = Fields::from([(field::TEXT, "x".into())]);
        for _ in 0..count {
            draft.create(field::CONTRIBUTION, &fields, &[5; 32], None);
        }
        let mut entry = Entry::from(draft.sign(&self.key).unwrap());
        entry.contents.clear();
        self.follows(entry)
    }

    /// Wordings of one of their contributions that follow `parent` and none of which has seen another: as an undo writes them.
    pub fn words_beside(&mut self, record: RecordId, parent: Digest, wordings: &[String]) -> Entry {
        let heading = Heading { undoes: self.prev, ..self.heading(Deed::UNDO) };
        let mut draft = Draft::new(heading);
        for text in wordings {
            let fields = Fields::from([(field::TEXT, Value::from(text.as_str()))]);
            draft.edit(record, field::CONTRIBUTION, vec![parent], &fields, &[5; 32]);
        }
        let signed = draft.sign(&self.key).unwrap();
        self.follows(signed.into())
    }

    /// A file that is attached to one of their contributions.
    pub fn attaches(&mut self, to: RecordId, bytes: &[u8]) -> Entry {
        let digest = Value::Bytes(blake3::hash(bytes).as_bytes().to_vec());
        let fields = Fields::from([
            (field::NAME, Value::from("letter.txt")),
            (field::ATTACHED_TO, to.into()),
            (field::SIZE, (bytes.len() as i64).into()),
            (field::CONTENT_DIGEST, digest),
        ]);
        let mut draft = self.draft(Deed::ATTACH);
        let record = draft.create_part(to, field::ATTACHMENT, &fields, &[6; 32]);
        let mut entry = Entry::from(draft.sign(&self.key).unwrap());
        entry.attached.push((record, bytes.to_vec()));
        self.follows(entry)
    }

    /// A record as a later version may write it: with a key in its contents and one in the entry that are not known here.
    pub fn newer(&mut self, kind: Kind, fields: &Fields) -> Entry {
        let mut draft = self.draft(Deed::RECORD);
        draft.create(kind, fields, &[5; 32], None);
        let mut entry = Entry::from(draft.sign(&self.key).unwrap());
        let (_, words) = &mut entry.contents[0];
        let before = contents::digest(words);
        *words = one_more(words.clone(), &[&[0x02, 0x61, b'n']]);
        let at = entry.bytes.windows(32).position(|part| part == before.0).unwrap();
        entry.bytes[at..at + 32].copy_from_slice(&contents::digest(words).0);
        entry.bytes = one_more(entry.bytes, &[&[0x0f, 0x82, 0x01, 0xf5]]);
        entry.signature = self.signs(&entry.bytes);
        self.follows(entry)
    }

    /// An edit that follows so many, of so many fields, as Anteroom refuses to write it.
    pub fn edits_unchecked(&self, record: RecordId, parents: &[Digest], fields: &Fields) -> Entry {
        let words = contents::encode(&[5; 32], fields);
        let mut writer = encoding::Writer::default();
        writer.map(10);
        writer.uint(0);
        writer.uint(commit::FORMAT);
        writer.uint(1);
        writer.bytes(&self.consultation.0);
        writer.uint(2);
        writer.bytes(&self.device().0);
        writer.uint(3);
        writer.uint(0);
        writer.uint(5);
        writer.bytes(&self.person.0);
        writer.uint(6);
        writer.int(NOW);
        writer.uint(7);
        writer.uint(Deed::EDIT.0.into());
        writer.uint(8);
        writer.uint(1);
        writer.uint(9);
        writer.bytes(&self.nonce());
        writer.uint(11);
        writer.list(1);
        writer.map(if parents.is_empty() { 4 } else { 5 });
        writer.uint(0);
        writer.bytes(&record.0);
        writer.uint(1);
        writer.uint(field::CONTRIBUTION.0.into());
        writer.uint(2);
        writer.bytes(&contents::digest(&words).0);
        if !parents.is_empty() {
            writer.uint(3);
            writer.list(parents.len());
            for parent in parents {
                writer.bytes(&parent.0);
            }
        }
        writer.uint(4);
        writer.list(fields.len());
        for field in fields.keys() {
            writer.uint(field.0.into());
        }
        let bytes = writer.into_bytes();
        Entry { signature: self.signs(&bytes), bytes, contents: vec![(record, words)], attached: Vec::new() }
    }

    pub fn head(&self, recipient: &str) -> Head {
        Head {
            consultation: self.consultation,
            sender: self.device(),
            recipients: vec![recipient.to_owned()],
            number: self.files,
            made_at: NOW,
            recipient: self.identity.recipient(),
            name: format!("file {}", self.files),
            person: self.person,
            ..Head::default()
        }
    }

    pub fn file(&mut self, recipient: &str, entries: &[Entry]) -> Opened {
        self.file_with(&self.head(recipient), entries)
    }

    /// As Anteroom writes it.
    pub fn file_with(&mut self, head: &Head, entries: &[Entry]) -> Opened {
        self.files += 1;
        let to = [self.identity.recipient()];
        let mut writer = Writer::begin(Vec::new(), &Sealed::To(&to), head, self.key.clone()).unwrap();
        for Entry { bytes, signature, .. } in entries {
            writer.put(&Piece::Commit { signature: *signature, bytes: bytes.clone() }).unwrap();
        }
        for (record, bytes) in entries.iter().flat_map(|entry| &entry.contents) {
            writer.put(&Piece::Contents { record: *record, bytes: bytes.clone() }).unwrap();
        }
        for (record, bytes) in entries.iter().flat_map(|entry| &entry.attached) {
            for (place, part) in (0..).zip(bytes.chunks(8)) {
                writer.put(&Piece::Attached { record: *record, place, bytes: part.to_vec() }).unwrap();
            }
        }
        Opened::of(&writer.finish().unwrap(), &self.identity)
    }
}
