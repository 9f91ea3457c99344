//! A consultation in memory: what a copy of it holds, without any file. The store keeps the same in a database.

mod dump;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anteroom_model::ids::{DeviceId, Digest, RecordId};

use crate::check::{Refusal, SignedCommit, check_contents};
use crate::commit::Commit;
use crate::contents::Contents;
use crate::resolve::{RecordState, RevisionSeen, resolve};
use crate::standing::{Fate, Header, Standing, Status};
use crate::vector::Vector;

/// The bytes of one revision's contents, and whose they are.
pub type Words = (RecordId, Digest, Vec<u8>);

/// What one merge brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub new_commits: Vec<Digest>,
    /// Commits that were here and stand differently now.
    pub changed_commits: Vec<(Digest, Status)>,
    /// Commits among the new ones that wait, or are refused.
    pub waiting: Vec<(Digest, Status)>,
    /// Records shown for the first time.
    pub new_records: Vec<RecordId>,
    pub changed_records: Vec<RecordId>,
    /// Records in which a conflict came up.
    pub conflicts: Vec<RecordId>,
    /// Records that are shown no more, and why.
    pub gone: Vec<(RecordId, Fate)>,
    /// Revisions whose words came.
    pub words: usize,
    /// Words that were not taken in: erased, hidden, named by no commit here, or unreadable.
    pub dropped: usize,
    /// Revisions whose words were deleted.
    pub deleted: usize,
}

impl Report {
    pub fn is_empty(&self) -> bool {
        *self == Self { dropped: self.dropped, ..Self::default() }
    }
}

/// What others should be asked for, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    pub commits: BTreeSet<Digest>,
    pub contents: BTreeSet<(RecordId, Digest)>,
}

/// A consultation, held in memory.
#[derive(Debug)]
pub struct Copy {
    standing: Standing,
    commits: BTreeMap<Digest, (Vec<u8>, [u8; 64])>,
    contents: BTreeMap<(RecordId, Digest), Vec<u8>>,
    states: BTreeMap<RecordId, RecordState>,
}

impl Copy {
    /// Begins with the founding commit; everything else is taken in.
    pub fn new(founding: SignedCommit) -> Result<Self, Refusal> {
        if !founding.commit.is_founding() {
            return Err(Refusal::OtherConsultation);
        }
        let header = Header { hash: founding.hash, commit: Arc::new(founding.commit), kept_at: 0 };
        let records = header.commit.revisions.iter().map(|revision| revision.record).collect();
        let commits = BTreeMap::from([(founding.hash, (founding.bytes, founding.signature))]);
        let standing = Standing::new(header);
        let mut copy = Self { standing, commits, contents: BTreeMap::new(), states: BTreeMap::new() };
        copy.work_out(records, &mut Report::default());
        Ok(copy)
    }

    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Takes in commits that have been checked, and contents: all of them, or, where anything is wrong, nothing.
    pub fn take_in(&mut self, commits: Vec<SignedCommit>, contents: Vec<Words>) -> Result<Report, Refusal> {
        let consultation = self.standing.consultation();
        let founding = Digest(consultation.0);
        if commits.iter().any(|it| it.hash != founding && it.commit.consultation != consultation) {
            return Err(Refusal::OtherConsultation);
        }
        for (_, digest, bytes) in &contents {
            if crate::contents::digest(bytes) != *digest {
                return Err(Refusal::Contents);
            }
        }
        let mut report = Report::default();
        let mut headers = Vec::new();
        for SignedCommit { commit, bytes, hash, signature } in commits {
            if !self.standing.knows(&hash) && self.commits.insert(hash, (bytes, signature)).is_none() {
                headers.push(Header { hash, commit: Arc::new(commit), kept_at: 0 });
                report.new_commits.push(hash);
            }
        }
        let changes = self.standing.take_in(headers);
        let is_new: BTreeSet<&Digest> = report.new_commits.iter().collect();
        let (new, old): (Vec<_>, Vec<_>) = changes.statuses.iter().partition(|(hash, _)| is_new.contains(hash));
        report.waiting = new.into_iter().filter(|(_, status)| *status != Status::Counts).collect();
        report.changed_commits = old;
        let mut dirty = changes.records;
        for (record, digest, bytes) in contents {
            if self.contents.contains_key(&(record, digest)) {
                continue;
            }
            if self.may_hold(&record, &digest, &bytes) {
                self.contents.insert((record, digest), bytes);
                dirty.insert(record);
                report.words += 1;
            } else {
                report.dropped += 1;
            }
        }
        for (record, fate) in &changes.fates {
            if *fate == Fate::Erased {
                report.deleted += self.delete(record);
            }
        }
        self.work_out(dirty, &mut report);
        Ok(report)
    }

    /// Only words that a commit here names, that say what it says they say, and that nobody has erased.
    fn may_hold(&self, record: &RecordId, digest: &Digest, bytes: &[u8]) -> bool {
        let mut named = self.standing.revision(record, digest);
        self.standing.wants(record) && named.any(|revision| check_contents(revision, bytes).is_ok())
    }

    fn delete(&mut self, record: &RecordId) -> usize {
        let of_it = self.contents.range((*record, Digest([0; 32]))..=(*record, Digest([255; 32])));
        let names: Vec<_> = of_it.map(|(name, _)| *name).collect();
        names.iter().filter(|name| self.contents.remove(name).is_some()).count()
    }

    fn work_out(&mut self, dirty: BTreeSet<RecordId>, report: &mut Report) {
        let ids: BTreeSet<RecordId> =
            dirty.into_iter().flat_map(|record| [record, self.standing.alias(record)]).collect();
        for record in ids {
            let fate = self.standing.fate(&record);
            let shown = self.standing.alias(record) == record && fate == Fate::Shown;
            let state = if shown { resolve(&self.seen(record, None)) } else { RecordState::default() };
            let before = if state.kind.is_some() {
                self.states.insert(record, state.clone())
            } else {
                self.states.remove(&record)
            };
            let before = before.unwrap_or_default();
            if before == state {
                continue;
            }
            match (before.live, state.live) {
                (false, true) => report.new_records.push(record),
                (true, true) => report.changed_records.push(record),
                (true, false) => report.gone.push((record, fate)),
                (false, false) => {}
            }
            let conflicts =
                |state: &RecordState| state.fields.values().filter(|field| !field.conflict.is_empty()).count();
            if conflicts(&state) > conflicts(&before) {
                report.conflicts.push(record);
            }
        }
    }

    /// The revisions of a record, with the contents held.
    pub fn seen(&self, record: RecordId, beside: Option<&DeviceId>) -> Vec<RevisionSeen> {
        let mut seen = self.standing.revisions(record, beside);
        for revision in &mut seen {
            let bytes = self.contents.get(&(revision.record, revision.digest));
            revision.contents = bytes.and_then(|bytes| Contents::decode(bytes).ok()).map(|contents| contents.fields);
        }
        seen
    }

    /// The state of a record; `None`: it is not shown, under this id.
    pub fn state(&self, record: &RecordId) -> Option<&RecordState> {
        self.states.get(record)
    }

    /// All records that are shown, and those that only wait.
    pub fn states(&self) -> impl Iterator<Item = (&RecordId, &RecordState)> {
        self.states.iter()
    }

    /// A record as the laptop `device` shows it: with its own work that still waits. A view, no part of the state.
    pub fn state_beside(&self, record: RecordId, device: &DeviceId) -> RecordState {
        if self.standing.fate(&record) == Fate::Shown {
            resolve(&self.seen(record, Some(device)))
        } else {
            RecordState::default()
        }
    }

    pub fn vector(&self) -> Vector {
        self.standing.vector()
    }

    /// The commits that a copy with this vector lacks.
    pub fn lacking_for(&self, vector: &Vector) -> Vec<Digest> {
        self.standing.lacking_for(vector)
    }

    pub fn missing(&self) -> Missing {
        let revisions = self.standing.headers().flat_map(|(_, commit)| &commit.revisions);
        let names = revisions.map(|revision| (revision.record, revision.digest));
        let lacking = names.filter(|name| !self.contents.contains_key(name) && self.standing.wants(&name.0));
        Missing { commits: self.standing.missing_commits(), contents: lacking.collect() }
    }

    /// A commit as it was signed, to be passed on.
    pub fn signed(&self, hash: &Digest) -> Option<SignedCommit> {
        let (bytes, signature) = self.commits.get(hash)?;
        let commit: Commit = self.standing.commit(hash)?.clone();
        Some(SignedCommit { commit, bytes: bytes.clone(), hash: *hash, signature: *signature })
    }

    /// The contents of a revision, if they are held.
    pub fn words(&self, record: &RecordId, digest: &Digest) -> Option<&[u8]> {
        self.contents.get(&(*record, *digest)).map(Vec::as_slice)
    }

    /// The names of all contents held.
    pub fn held(&self) -> impl Iterator<Item = (RecordId, Digest)> {
        self.contents.keys().copied()
    }
}
