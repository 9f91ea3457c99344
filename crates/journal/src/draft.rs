//! Writing a commit: what was done is put together here and signed.

use std::num::NonZero;
use std::thread;

use anteroom_model::field::{Field, Kind};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, PersonId, RecordId};
use anteroom_model::value::{Fields, Value};
use ed25519_dalek::{Signer as _, SigningKey};

use crate::check::{self, Refusal, SignedCommit};
use crate::commit::{self, Commit, FieldLists, Mark, Nonce, RevisionMeta};
use crate::contents::{self, Salt};
use crate::decision::{Decision, Ruling};
use crate::deed::Deed;
use crate::encoding::{DEEPEST, Malformed};

/// Who, where and when: what stands in every commit.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// All zeros in the founding commit.
    pub consultation: ConsultationId,
    pub device: DeviceId,
    pub seq: u64,
    pub prev: Option<Digest>,
    pub author: PersonId,
    /// Milliseconds since 1970, UTC.
    pub time: i64,
    pub deed: Deed,
    /// Random, sixteen bytes, used once.
    pub nonce: Nonce,
    pub undoes: Option<Digest>,
}

/// A commit that is being put together.
#[derive(Debug)]
pub struct Draft {
    commit: Commit,
    contents: Vec<Vec<u8>>,
    field_lists: FieldLists,
    unfit: Option<Refusal>,
}

/// A commit, signed, with the contents of its revisions.
#[derive(Clone, Debug)]
pub struct Signed {
    pub commit: Commit,
    pub bytes: Vec<u8>,
    pub hash: Digest,
    pub signature: [u8; 64],
    /// Per revision, in its order: record, digest, bytes.
    pub contents: Vec<(RecordId, Digest, Vec<u8>)>,
}

/// Below so many revisions one thread is quicker than several.
const WORTH_SHARING: usize = 2000;

impl Draft {
    pub fn new(heading: Heading) -> Self {
        let Heading { consultation, device, seq, prev, author, time, deed, nonce, undoes } = heading;
        let (revisions, erases, decisions) = (Vec::new(), Vec::new(), Vec::new());
        let (count, root) = (0, None);
        let commit = Commit {
            consultation,
            device,
            seq,
            prev,
            author,
            time,
            deed,
            count,
            nonce,
            undoes,
            revisions,
            erases,
            decisions,
            root,
        };
        Self { commit, contents: Vec::new(), field_lists: FieldLists::default(), unfit: None }
    }

    /// Makes this the founding commit: `root` is the public key of the recovery sheet.
    pub fn found(&mut self, root: DeviceId) {
        self.commit.root = Some(root);
    }

    /// To how much the deed was done, where that is not the number of records it touches.
    pub fn count(&mut self, count: u64) {
        self.commit.count = count;
    }

    /// A new record. `mark` is the fingerprint of an imported row.
    pub fn create(&mut self, kind: Kind, fields: &Fields, salt: &Salt, mark: Option<Mark>) -> RecordId {
        // More revisions than a u32 counts do not fit into a commit's bytes.
        let place = self.commit.revisions.len() as u32;
        let Commit { consultation, device, nonce, .. } = &self.commit;
        let record = commit::record_id(consultation, device, nonce, place);
        self.push(record, kind, Vec::new(), fields, salt);
        if let Some(revision) = self.commit.revisions.last_mut() {
            revision.mark = mark;
        }
        record
    }

    /// A new record that is a part of another, and goes with it.
    pub fn create_part(&mut self, whole: RecordId, kind: Kind, fields: &Fields, salt: &Salt) -> RecordId {
        let record = self.create(kind, fields, salt, None);
        if let Some(revision) = self.commit.revisions.last_mut() {
            revision.whole = Some(whole);
        }
        record
    }

    /// An edit of a record whose heads were `parents`.
    pub fn edit(&mut self, record: RecordId, kind: Kind, mut parents: Vec<Digest>, fields: &Fields, salt: &Salt) {
        parents.sort_unstable();
        parents.dedup();
        self.push(record, kind, parents, fields, salt);
    }

    fn push(&mut self, record: RecordId, kind: Kind, parents: Vec<Digest>, fields: &Fields, salt: &Salt) {
        if fields.values().any(|value| !lies_within(value, DEEPEST)) {
            self.unfit = Some(Malformed::TooDeep.into());
        }
        let bytes = contents::encode(salt, fields);
        if bytes.len() > contents::LARGEST {
            self.unfit = Some(Refusal::TooLarge);
        }
        self.contents.push(bytes);
        let fields: Vec<Field> = fields.keys().copied().collect();
        let fields = self.field_lists.shared(&fields);
        let (digest, mark, whole) = (Digest::default(), None, None);
        self.commit.revisions.push(RevisionMeta { record, kind, digest, parents, fields, mark, whole });
    }

    pub fn erase(&mut self, record: RecordId) {
        self.commit.erases.push(record);
    }

    pub fn decide(&mut self, mut decision: Decision) {
        if decision.ruling == Ruling::Unknown {
            self.unfit = Some(Malformed::Unknown.into());
        }
        decision.saw.sort_unstable();
        decision.saw.dedup();
        self.commit.decisions.push(decision);
    }

    pub fn is_empty(&self) -> bool {
        self.commit.revisions.is_empty() && self.commit.erases.is_empty() && self.commit.decisions.is_empty()
    }

    /// Hashes and signs. Refused is what every other laptop would refuse: contents that are too large, two edits of the
    /// same record in one commit.
    pub fn sign(mut self, key: &SigningKey) -> Result<Signed, Refusal> {
        if let Some(refusal) = self.unfit {
            return Err(refusal);
        }
        for (revision, digest) in self.commit.revisions.iter_mut().zip(digests(&self.contents)) {
            revision.digest = digest;
        }
        let mut commit = self.commit;
        if commit.device.0 != key.verifying_key().to_bytes() {
            return Err(Refusal::Signature);
        }
        commit.erases.sort_unstable();
        commit.erases.dedup();
        if commit.count == 0 {
            commit.count = (commit.revisions.len() + commit.erases.len() + commit.decisions.len()) as u64;
        }
        check::check_form(&commit)?;
        let mut bytes = commit.encode_behind_prefix();
        let signature = key.sign(&bytes).to_bytes();
        bytes.drain(..commit::PREFIX.len());
        if bytes.len() > check::LARGEST {
            return Err(Refusal::TooLarge);
        }
        let hash = commit::hash(&bytes);
        let named = commit.revisions.iter().map(|revision| (revision.record, revision.digest));
        let contents = named.zip(self.contents).map(|((record, digest), bytes)| (record, digest, bytes)).collect();
        Ok(Signed { commit, bytes, hash, signature, contents })
    }
}

impl Signed {
    /// The commit, as other laptops see it, and the contents beside it.
    pub fn split(self) -> (SignedCommit, Vec<(RecordId, Digest, Vec<u8>)>) {
        let Self { commit, bytes, hash, signature, contents } = self;
        (SignedCommit { commit, bytes, hash, signature }, contents)
    }
}

fn digests(contents: &[Vec<u8>]) -> Vec<Digest> {
    let one_by_one = |part: &[Vec<u8>]| part.iter().map(|bytes| contents::digest(bytes)).collect::<Vec<_>>();
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(8);
    if contents.len() < WORTH_SHARING || threads == 1 {
        return one_by_one(contents);
    }
    thread::scope(|scope| {
        let parts: Vec<_> = contents
            .chunks(contents.len().div_ceil(threads))
            .map(|part| (part, scope.spawn(move || one_by_one(part))))
            .collect();
        // A thread that failed is made good for here: the same work, one after the other.
        parts.into_iter().flat_map(|(part, thread)| thread.join().unwrap_or_else(|_| one_by_one(part))).collect()
    })
}

fn lies_within(value: &Value, depth: usize) -> bool {
    match value {
        Value::List(_) | Value::Map(_) if depth == 0 => false,
        Value::List(items) => items.iter().all(|item| lies_within(item, depth - 1)),
        Value::Map(entries) => entries.values().all(|item| lies_within(item, depth - 1)),
        _ => true,
    }
}
