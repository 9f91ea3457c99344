//! What others may ask of the standing.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::field::Kind;
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, PersonId, RecordId};

use super::rules::{self, Fate, Line, Matter, Status};
use super::{Known, Standing};
use crate::commit::{Commit, RevisionMeta};
use crate::decision::{Certificate, Decision, DecisionId, Place, Roles, Ruling};
use crate::resolve::{RevisionSeen, Weight};

impl Standing {
    pub fn consultation(&self) -> ConsultationId {
        ConsultationId(self.founding.0)
    }

    pub fn founder(&self) -> DeviceId {
        self.founder
    }

    /// The public key of the recovery sheet.
    pub fn root(&self) -> DeviceId {
        self.root
    }

    pub fn knows(&self, hash: &Digest) -> bool {
        self.by_hash.contains_key(hash)
    }

    pub fn commit(&self, hash: &Digest) -> Option<&Commit> {
        self.by_hash.get(hash).map(|at| &*self.commits[*at].commit)
    }

    pub fn status(&self, hash: &Digest) -> Option<Status> {
        self.by_hash.get(hash).map(|at| self.commits[*at].status)
    }

    pub fn weight(&self, hash: &Digest) -> Weight {
        self.by_hash.get(hash).map_or(Weight::Neither, |at| self.weight_of(*at))
    }

    /// The commit that names a revision, and its place there. Of several, any.
    pub fn named_by(&self, record: &RecordId, digest: &Digest) -> Option<(&Digest, &Commit, usize)> {
        let mut named = self.named(record).map(|(at, place)| (&self.commits[at], place as usize));
        let (known, place) = named.find(|(known, place)| known.commit.revisions[*place].digest == *digest)?;
        Some((&known.hash, &known.commit, place))
    }

    /// Whether nothing but what made a record is known of it.
    pub fn is_untouched(&self, record: &RecordId) -> bool {
        !self.edits.contains_key(record) && self.creations.get(&self.commits, record).is_some()
    }

    /// What a record is, by the commit that made it.
    pub fn kind_of(&self, record: &RecordId) -> Option<Kind> {
        let (at, place) = self.named(record).next()?;
        Some(self.commits[at].commit.revisions[place as usize].kind)
    }

    /// Whether any revision of a record counts.
    pub fn is_counted(&self, record: &RecordId) -> bool {
        self.counts_at_all(record)
    }

    /// Whether a commit would count if its device had these roles.
    pub fn lies_within(&self, hash: &Digest, roles: Roles) -> bool {
        self.commit(hash).is_some_and(|commit| rules::within(commit, roles, |record| self.owns(&commit.device, record)))
    }

    /// Whether a device has made anything here, or any certificate names it.
    pub fn knows_device(&self, device: &DeviceId) -> bool {
        *device == self.root
            || *device == self.founder
            || self.by_device.contains_key(device)
            || self.by_matter.contains_key(&Matter::Device(*device))
    }

    /// The devices among these whom nobody here vouches for: they have made nothing here, and no certificate names them,
    /// be it one of these commits, as long as it is not of such a device itself.
    pub fn strangers<'a>(&self, commits: &(impl Iterator<Item = &'a Commit> + Clone)) -> BTreeSet<DeviceId> {
        let mut strangers: BTreeSet<DeviceId> = commits.clone().map(|commit| commit.device).collect();
        strangers.retain(|device| !self.knows_device(device));
        loop {
            let vouching = commits.clone().filter(|commit| !strangers.contains(&commit.device));
            let named: BTreeSet<DeviceId> = vouching
                .flat_map(|commit| &commit.decisions)
                .filter_map(|decision| match Matter::of(decision) {
                    Some(Matter::Device(device)) => Some(device),
                    _ => None,
                })
                .filter(|device| strangers.contains(device))
                .collect();
            if named.is_empty() {
                return strangers;
            }
            strangers.retain(|device| !named.contains(device));
        }
    }

    /// All commits, in no order.
    pub fn headers(&self) -> impl Iterator<Item = (&Digest, &Commit)> {
        self.commits.iter().map(|known| (&known.hash, &*known.commit))
    }

    /// The commit before this one in its series.
    pub fn previous(&self, hash: &Digest) -> Option<Digest> {
        let before = self.before(*self.by_hash.get(hash)?)?;
        Some(self.commits[before].hash)
    }

    /// The commit that stands so many before this one in its series.
    pub(crate) fn steps_before(&self, hash: &Digest, steps: u64) -> Option<Digest> {
        let mut at = *self.by_hash.get(hash)?;
        let Known { commit, label, .. } = &self.commits[at];
        let seq = commit.seq.checked_sub(steps)?;
        // Most series came in their order, and what lies on one line without a fork or a gap between is one chain.
        let there = self.by_device.get(&commit.device).and_then(|own| own.get(usize::try_from(seq).ok()?));
        if let Some(there) = there.map(|there| &self.commits[*there])
            && there.commit.seq == seq
            && there.label == *label
        {
            return Some(there.hash);
        }
        for _ in 0..steps {
            at = self.before(at)?;
        }
        Some(self.commits[at].hash)
    }

    /// The last commit of a device whose series is one chain from its beginning.
    pub(crate) fn only_tip(&self, device: &DeviceId) -> Option<Digest> {
        let ends = self.ends.get(device).filter(|ends| ends.len() == 1)?;
        let has_gaps = self.behind_gaps.iter().any(|at| self.commits[*at].commit.device == *device);
        ends.first().filter(|_| !has_gaps).map(|at| self.commits[*at].hash)
    }

    /// The commits of a device, with their numbers.
    pub(crate) fn of_device(&self, device: &DeviceId) -> impl Iterator<Item = (u64, Digest)> {
        let own = self.by_device.get(device).into_iter().flatten().map(|at| &self.commits[*at]);
        own.map(|known| (known.commit.seq, known.hash))
    }

    /// The first commits after a gap, and what each of them follows.
    pub fn behind_gaps(&self) -> Vec<(Digest, Digest)> {
        let firsts = self.behind_gaps.iter().map(|at| &self.commits[*at]);
        firsts.filter_map(|known| Some((known.hash, known.commit.prev?))).collect()
    }

    /// The first commits of the branches of forked series, and whether each was approved; `None`: not decided yet.
    pub fn branches(&self) -> BTreeMap<Digest, Option<bool>> {
        let entries = self.commits.iter().flat_map(|known| &known.label.path).filter(|entry| entry.fork);
        let decided = |first| self.decided(&self.authority.valid, Matter::Branch(first));
        entries.map(|entry| (entry.first, decided(entry.first))).collect()
    }

    /// The branch on which a commit stands, by its first commit; of branches of a branch, the last.
    pub fn branch_of(&self, hash: &Digest) -> Option<Digest> {
        let path = &self.commits[*self.by_hash.get(hash)?].label.path;
        path.iter().rev().find(|entry| entry.fork).map(|entry| entry.first)
    }

    /// All commits with their standing, by hash.
    pub fn statuses(&self) -> BTreeMap<Digest, Status> {
        self.commits.iter().map(|known| (known.hash, known.status)).collect()
    }

    /// The decisions that count.
    pub fn valid_decisions(&self) -> BTreeSet<DecisionId> {
        self.authority.valid.iter().map(|number| self.decisions[*number].id).collect()
    }

    /// The last commits of a device: one, unless its series has forked or has gaps.
    pub fn tips(&self, device: &DeviceId) -> Vec<Place> {
        let ends = self.ends.get(device).into_iter().flatten().map(|at| &self.commits[*at]);
        ends.map(|known| Place { seq: known.commit.seq, hash: known.hash }).collect()
    }

    /// Whether whoever had these ends of series, and all before them, had heard of all certificates that count here.
    pub fn knows_members(&self, ends: &[Digest]) -> bool {
        let ends: Vec<(&Digest, &Commit)> = ends.iter().filter_map(|end| Some((end, self.commit(end)?))).collect();
        let numbers = self.authority.valid.iter().filter(|number| self.certificate(**number).is_some());
        let by: BTreeSet<usize> = numbers.map(|number| self.decisions[*number].by).collect();
        by.into_iter().map(|at| &self.commits[at]).all(|Known { hash, commit, .. }| {
            ends.iter().filter(|(_, end)| end.device == commit.device).any(|(end, last)| {
                let steps = last.seq.checked_sub(commit.seq);
                steps.and_then(|steps| self.steps_before(end, steps)) == Some(*hash)
            })
        })
    }

    /// The roles in which a device would make its next commit, after `tip`, by the decisions that count here.
    pub fn roles_of(&self, device: &DeviceId, tip: Option<&Digest>) -> Roles {
        self.roles_after(device, tip, &self.authority.valid)
    }

    /// The person to whom a device belongs.
    pub fn person(&self, device: &DeviceId) -> Option<PersonId> {
        self.authority.person(device)
    }

    /// All devices that ever made a commit here or were named in a certificate.
    pub fn devices(&self) -> BTreeSet<DeviceId> {
        let named = self.by_matter.keys().filter_map(|matter| match matter {
            Matter::Device(device) => Some(*device),
            _ => None,
        });
        self.by_device.keys().copied().chain(named).collect()
    }

    /// The certificates of a device that hold: each counts and no other has followed it.
    pub fn certificates_of(&self, device: &DeviceId) -> Vec<(DecisionId, &Certificate)> {
        let about = self.by_matter.get(&Matter::Device(*device)).into_iter().flatten().copied();
        let counting: Vec<usize> = about.filter(|number| self.authority.valid.contains(number)).collect();
        let heads = self.heads(&counting).into_iter();
        heads
            .filter_map(|number| match &self.decision(number).ruling {
                Ruling::Certificate(certificate) => Some((self.decisions[number].id, certificate)),
                _ => None,
            })
            .collect()
    }

    /// A new decision, with those on the same matter that it names as seen.
    pub fn deciding(&self, ruling: Ruling) -> Decision {
        let mut decision = Decision { ruling, saw: Vec::new() };
        if let Some(matter) = Matter::of(&decision) {
            decision.saw = self.decision_heads(matter);
        }
        decision
    }

    /// Whether a device stands before another in the order in which organisers were admitted: what the other decides about
    /// it leaves its decisions as they are.
    pub fn stands_before(&self, device: &DeviceId, other: &DeviceId) -> bool {
        let rank = |device: &DeviceId| self.authority.ranks.get(&Line::Device(*device));
        rank(device).is_some_and(|rank_of_it| rank(other).is_none_or(|other| rank_of_it < other))
    }

    /// What a new decision on a matter names as seen.
    pub fn decision_heads(&self, matter: Matter) -> Vec<DecisionId> {
        let about = self.by_matter.get(&matter).into_iter().flatten().copied();
        let counting: Vec<usize> = about.filter(|number| self.authority.valid.contains(number)).collect();
        let mut heads: Vec<_> = self.heads(&counting).into_iter().map(|number| self.decisions[number].id).collect();
        heads.sort_unstable();
        heads
    }

    /// The device that made a record, as its id proves.
    pub fn creator(&self, record: &RecordId) -> Option<DeviceId> {
        self.creations.get(&self.commits, record).map(|(at, _)| self.commits[at].commit.device)
    }

    /// Whether a record is a device's own, or another device's of the same person.
    pub fn is_own(&self, device: &DeviceId, record: &RecordId) -> bool {
        self.owns(device, record)
    }

    /// The id under which a record is shown: the smallest of its twins.
    pub fn alias(&self, record: RecordId) -> RecordId {
        self.group(record).into_iter().min().unwrap_or(record)
    }

    /// All ids of one record, itself included.
    pub fn twins(&self, record: RecordId) -> Vec<RecordId> {
        self.group(record)
    }

    /// The records that were made as parts of this one or of any of its twins.
    pub fn parts(&self, record: RecordId) -> Vec<RecordId> {
        if self.parts.is_empty() {
            return Vec::new();
        }
        let parts = self.group(record).into_iter().filter_map(|twin| self.parts.get(&twin));
        parts.flatten().copied().collect()
    }

    /// The record that this one was made as a part of.
    pub fn whole_of(&self, record: &RecordId) -> Option<RecordId> {
        let (at, place) = self.creations.get(&self.commits, record)?;
        self.commits[at].commit.revisions[place as usize].is_part_of()
    }

    pub fn fate(&self, record: &RecordId) -> Fate {
        self.fates.get(record).copied().unwrap_or_default()
    }

    /// The records whose words are deleted everywhere, each with the digests of all its revisions.
    pub fn erased(&self) -> impl Iterator<Item = (RecordId, Vec<Digest>)> {
        let erased = self.fates.iter().filter(|(_, fate)| **fate == Fate::Erased);
        erased.map(|(record, _)| {
            let named = self.named(record);
            (*record, named.map(|(at, place)| self.commits[at].commit.revisions[place as usize].digest).collect())
        })
    }

    /// All ids of records that any commit here names a revision of.
    pub fn records(&self) -> BTreeSet<RecordId> {
        self.creations.records(&self.commits).chain(self.edits.keys().copied()).collect()
    }

    /// Where a commit is kept.
    pub fn kept_at(&self, hash: &Digest) -> Option<u64> {
        self.by_hash.get(hash).map(|at| self.commits[*at].kept_at)
    }

    /// Where the commits are kept that name revisions of a record, each with the revision's place there.
    pub fn kept_of(&self, record: &RecordId) -> impl Iterator<Item = (u64, u32)> {
        self.named(record).map(|(at, place)| (self.commits[at].kept_at, place))
    }

    /// Which commits name revisions of a record, and at which place.
    fn named<'a>(&'a self, record: &RecordId) -> impl Iterator<Item = (usize, u32)> + use<'a> {
        let creation = self.creations.get(&self.commits, record);
        creation.into_iter().chain(self.edits.get(record).into_iter().flatten().copied())
    }

    /// What the commits here say of a revision: one of them, unless somebody has named a digest of another.
    pub fn revision<'a>(&'a self, record: &RecordId, digest: &'a Digest) -> impl Iterator<Item = &'a RevisionMeta> {
        let named = self.named(record).map(|(at, place)| &self.commits[at].commit.revisions[place as usize]);
        named.filter(move |revision| revision.digest == *digest)
    }

    /// The revisions of a record and its twins, without their contents, ready to be resolved. With `beside`, what that
    /// device made and still waits counts too: a view on its own laptop, and no part of the state.
    pub fn revisions(&self, record: RecordId, beside: Option<&DeviceId>) -> Vec<RevisionSeen> {
        let group = self.group(record);
        let named = group.iter().flat_map(|record| self.named(record));
        let mut seen: Vec<RevisionSeen> = named
            .map(|(at, place)| {
                let Known { hash, commit, .. } = &self.commits[at];
                let revision = commit.revisions[place as usize].clone();
                let shown = self.is_beside(beside, &self.commits[at]);
                RevisionSeen {
                    digest: revision.digest,
                    record: revision.record,
                    kind: revision.kind,
                    commit: *hash,
                    time: commit.time,
                    parents: revision.parents,
                    fields: revision.fields,
                    mark: revision.mark,
                    weight: if shown { Weight::Counts } else { self.weight_of(at) },
                    contents: None,
                }
            })
            .collect();
        if group.len() > 1 {
            self.keep_within_own(&group, &mut seen);
        }
        seen
    }

    /// Who may not edit all of the twins settles nothing about the others' words: a copied fingerprint gives no rights.
    fn keep_within_own(&self, group: &[RecordId], seen: &mut [RevisionSeen]) {
        let names: BTreeSet<(RecordId, Digest)> = seen.iter().map(|seen| (seen.record, seen.digest)).collect();
        let of_others: BTreeSet<Digest> = names.iter().map(|(_, digest)| *digest).collect();
        for revision in seen {
            let Some(at) = self.by_hash.get(&revision.commit) else { continue };
            let device = &self.commits[*at].commit.device;
            let wide = self.roles(*at, &self.authority.valid).0.has_any(Roles::ORGANISER)
                || self.decided(&self.authority.valid, Matter::Commit(revision.commit)) == Some(true)
                || group.iter().all(|record| self.owns(device, record));
            if !wide {
                let own = revision.record;
                revision.parents.retain(|parent| names.contains(&(own, *parent)) || !of_others.contains(parent));
            }
        }
    }

    /// What somebody here should be asked for: the contents of these revisions are wanted wherever they are lacking.
    pub fn wants(&self, record: &RecordId) -> bool {
        self.fate(record) == Fate::Shown
    }

    /// The commits that erase a record.
    pub fn erased_by(&self, record: &RecordId) -> Vec<Digest> {
        self.erasers.get(record).into_iter().flatten().map(|at| self.commits[*at].hash).collect()
    }
}
