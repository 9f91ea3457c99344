//! What counts: kept up as commits arrive, from their headers alone. The order of arrival makes no difference.
//!
//! An ordinary commit touches its own records. A decision re-reads the decisions, and then only the commits of the
//! devices whose standing it changed. `scratch` says the same in the plainest way, and is what this is tested against.

mod authority;
mod cut;
mod erasure;
mod places;
mod rules;
pub mod scratch;
mod series;
mod twins;
mod view;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use anteroom_model::ids::{DeviceId, Digest, PersonId, RecordId};

use crate::commit::{Commit, RevisionMeta};
use crate::decision::{Decision, DecisionId};
use crate::resolve::Weight;
use authority::Authority;
pub use cut::{Cut, LetIn};
use places::{Creations, Row, Rows};
pub use rules::{ERASURE_LIMIT, Fate, Line, Matter, Status, Wait, writers};
use series::Label;

/// A commit without its signature.
#[derive(Clone, Debug)]
pub struct Header {
    pub hash: Digest,
    pub commit: Arc<Commit>,
    /// Where whoever keeps the commit finds it again. It decides nothing.
    pub kept_at: u64,
}

/// What a merge changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Records to be worked out again, twins included. One that is another's alias by now has no state of its own.
    pub records: BTreeSet<RecordId>,
    /// Commits that are new or stand differently now.
    pub statuses: Vec<(Digest, Status)>,
    /// Records whose fate is another now.
    pub fates: Vec<(RecordId, Fate)>,
}

#[derive(Debug)]
struct Known {
    hash: Digest,
    commit: Arc<Commit>,
    kept_at: u64,
    label: Label,
    status: Status,
    /// Some laptop that knew less could have counted it.
    could: bool,
}

#[derive(Debug)]
struct Taken {
    id: DecisionId,
    by: usize,
    matter: Matter,
}

/// The standing of every commit of one consultation; by default that of none, in which nothing counts.
#[derive(Debug, Default)]
pub struct Standing {
    founding: Digest,
    founder: DeviceId,
    founder_person: PersonId,
    root: DeviceId,
    commits: Vec<Known>,
    by_hash: HashMap<Digest, usize>,
    by_device: HashMap<DeviceId, Vec<usize>>,
    /// What names a commit, or nothing, as the one before it, by device.
    following: HashMap<(DeviceId, Option<Digest>), Vec<usize>>,
    /// The last commits of each device: those that none of its own names as the one before.
    ends: HashMap<DeviceId, BTreeSet<usize>>,
    /// The first commits behind a gap.
    behind_gaps: BTreeSet<usize>,
    decisions: Vec<Taken>,
    decision_by_id: HashMap<DecisionId, usize>,
    by_matter: HashMap<Matter, Vec<usize>>,
    authority: Authority,
    /// The commit that made each record, and its place there.
    creations: Creations,
    /// All other revisions.
    edits: HashMap<RecordId, Vec<(usize, u32)>>,
    erasers: HashMap<RecordId, Vec<usize>>,
    /// Commits that erase anything.
    erasing: Vec<usize>,
    /// Records by the fingerprint of the row they were imported from.
    rows: Rows,
    /// Those of them that are not the only one from their row.
    twinned: HashMap<RecordId, Row>,
    /// Records that were made as parts of another.
    parts: HashMap<RecordId, Vec<RecordId>>,
    /// Erasures beyond the limit that nobody has confirmed.
    unconfirmed: HashSet<(usize, RecordId)>,
    /// Of each record that is not simply shown.
    fates: HashMap<RecordId, Fate>,
    /// Keys under which the computer here has written before. They decide nothing.
    earlier: BTreeSet<DeviceId>,
}

impl Standing {
    /// Begins with the founding commit.
    pub fn new(founding: Header) -> Self {
        let commit = &founding.commit;
        let mut standing = Self {
            founding: founding.hash,
            founder: commit.device,
            founder_person: commit.author,
            root: commit.root.unwrap_or_default(),
            commits: Vec::new(),
            by_hash: HashMap::new(),
            by_device: HashMap::new(),
            following: HashMap::new(),
            ends: HashMap::new(),
            behind_gaps: BTreeSet::new(),
            decisions: Vec::new(),
            decision_by_id: HashMap::new(),
            by_matter: HashMap::new(),
            authority: Authority::of_founder(commit.device, commit.author),
            creations: Creations::default(),
            edits: HashMap::new(),
            erasers: HashMap::new(),
            erasing: Vec::new(),
            rows: Rows::default(),
            twinned: HashMap::new(),
            parts: HashMap::new(),
            unconfirmed: HashSet::new(),
            fates: HashMap::new(),
            earlier: BTreeSet::new(),
        };
        standing.take_in([founding]);
        standing
    }

    /// Says under which other keys the computer here has written before: what waits of them is shown here as its own.
    pub fn wrote_before_as(&mut self, earlier: impl IntoIterator<Item = DeviceId>) {
        self.earlier.extend(earlier);
    }

    /// Whether a commit that waits is shown beside what counts, on the computer that writes as `beside`.
    fn is_beside(&self, beside: Option<&DeviceId>, Known { commit, status, .. }: &Known) -> bool {
        let is_own = |own: &DeviceId| commit.device == *own || self.earlier.contains(&commit.device);
        matches!(status, Status::Waits(_)) && beside.is_some_and(is_own)
    }

    /// Takes in commits in any order. Those that are known already change nothing.
    pub fn take_in(&mut self, headers: impl IntoIterator<Item = Header>) -> Changes {
        let mut news = News::default();
        for header in headers {
            if !self.by_hash.contains_key(&header.hash) {
                self.enter(header, &mut news);
            }
        }
        if news.commits.is_empty() {
            return Changes::default();
        }
        let relabelled = self.label_series(&news.commits);
        let bears = |at: &usize| !self.commits[*at].commit.decisions.is_empty();
        let decided = !news.matters.is_empty() || relabelled.iter().any(bears);
        let mut hit: BTreeSet<usize> = relabelled.into_iter().chain(news.concerned).collect();
        if decided {
            self.decide_anew(news.matters, &mut hit);
        }
        let mut dirty = news.records;
        let mut changes = Changes::default();
        let mut erasures = decided || !dirty.is_empty();
        for at in hit {
            let status = self.status_of(at);
            let could = self.could_of(at, status);
            let known = &mut self.commits[at];
            if (known.status, known.could) == (status, could) && !news.commits.contains(&at) {
                // Its device may be another person's now, or no organiser's: what it settles of twins is another then.
                let revisions = known.commit.revisions.iter().map(|revision| revision.record);
                dirty.extend(revisions.filter(|record| self.twinned.contains_key(record)));
                continue;
            }
            let recounted = (known.status == Status::Counts, known.could) != (status == Status::Counts, could);
            (known.status, known.could) = (status, could);
            changes.statuses.push((known.hash, status));
            let commit = Arc::clone(&known.commit);
            erasures |= !commit.erases.is_empty();
            dirty.extend(commit.revisions.iter().map(|revision| revision.record));
            dirty.extend(&commit.erases);
            erasures |= recounted && self.regroup_twins(&commit, &mut dirty);
        }
        self.judge_records(dirty, erasures, &mut changes);
        changes
    }

    fn enter(&mut self, header: Header, news: &mut News) {
        let Header { hash, commit, kept_at } = header;
        let at = self.commits.len();
        self.by_hash.insert(hash, at);
        self.by_device.entry(commit.device).or_default().push(at);
        self.following.entry((commit.device, commit.prev)).or_default().push(at);
        let status = Status::Waits(Wait::Gap);
        let label = Label::default();
        let known = Known { hash, commit: Arc::clone(&commit), kept_at, label, status, could: false };
        self.commits.push(known);
        self.place_between(at);
        let id_at = commit.ids();
        for (place, revision) in commit.revisions.iter().enumerate() {
            let place = place as u32;
            if revision.parents.is_empty() && revision.record == id_at(place) {
                self.enter_creation(revision, (at, place), &hash, news);
            } else {
                self.edits.entry(revision.record).or_default().push((at, place));
            }
        }
        if !commit.erases.is_empty() {
            self.erasing.push(at);
        }
        for record in &commit.erases {
            self.erasers.entry(*record).or_default().push(at);
        }
        for (place, decision) in commit.decisions.iter().enumerate() {
            let Some(matter) = Matter::of(decision) else { continue };
            let (id, number) = (DecisionId { commit: hash, place: place as u32 }, self.decisions.len());
            self.decisions.push(Taken { id, by: at, matter });
            self.decision_by_id.insert(id, number);
            self.by_matter.entry(matter).or_default().push(number);
            news.matters.insert(matter);
        }
        news.commits.insert(at);
    }

    /// Where one nonce was used twice, by a copied laptop or on purpose, the smaller hash has made the record, whichever
    /// came first; the other edits it.
    fn enter_creation(&mut self, revision: &RevisionMeta, name: (usize, u32), hash: &Digest, news: &mut News) {
        let record = revision.record;
        if let Some(earlier) = self.creations.insert(&self.commits, record, name) {
            let made_by = &self.commits[earlier.0];
            if made_by.hash < *hash {
                self.creations.insert(&self.commits, record, earlier);
                self.edits.entry(record).or_default().push(name);
                return;
            }
            let RevisionMeta { kind, mark, .. } = made_by.commit.revisions[earlier.1 as usize];
            self.edits.entry(record).or_default().push(earlier);
            if let Some(mark) = mark {
                self.forget_row(record, (kind, mark), &mut news.records);
            }
        }
        if let Some(mark) = revision.mark {
            self.note_row(record, (revision.kind, mark), name);
        }
        if let Some(whole) = revision.is_part_of() {
            self.parts.entry(whole).or_default().push(record);
        }
        // Whether others may edit or erase it can be told only now.
        news.concerned.extend(self.edits.get(&record).into_iter().flatten().map(|(at, _)| *at));
        news.concerned.extend(self.erasers.get(&record).into_iter().flatten());
    }

    fn decision(&self, number: usize) -> &Decision {
        let Taken { id, by, .. } = &self.decisions[number];
        &self.commits[*by].commit.decisions[id.place as usize]
    }

    /// The recovery sheet's own commits: each stands alone.
    fn is_root(&self, at: usize) -> bool {
        let commit = &self.commits[at].commit;
        commit.device == self.root && commit.prev.is_none()
    }

    fn status_of(&self, at: usize) -> Status {
        let Known { hash, commit, label, .. } = &self.commits[at];
        if *hash == self.founding || self.is_root(at) {
            return Status::Counts;
        }
        let is_refused = |branch| self.decided(&self.authority.valid, branch) == Some(false);
        if label.path.iter().filter_map(rules::Entry::branch).any(is_refused) {
            return Status::Refused;
        }
        let needs = label.path.iter().flat_map(rules::Entry::needs);
        for (matter, wait) in needs {
            if self.decided(&self.authority.valid, matter) != Some(true) {
                return Status::Waits(wait);
            }
        }
        match self.decided(&self.authority.valid, Matter::Commit(*hash)) {
            Some(true) => return Status::Counts,
            Some(false) => return Status::Refused,
            None => {}
        }
        let (roles, refuses_all) = self.roles(at, &self.authority.valid);
        if rules::within(commit, roles, |record| self.owns(&commit.device, record)) {
            Status::Counts
        } else if refuses_all {
            Status::Refused
        } else {
            Status::Waits(if roles.is_none() { Wait::NoMember } else { Wait::Role })
        }
    }

    /// Whether some laptop that knew less could have counted it.
    fn could_of(&self, at: usize, status: Status) -> bool {
        let Known { hash, commit, label, .. } = &self.commits[at];
        if status == Status::Counts {
            return true;
        }
        let approved = |matter| self.authority.could_approve(self, matter);
        let reachable = label.path.iter().filter_map(|entry| entry.lost).all(|missing| approved(Matter::Lost(missing)));
        status != Status::Refused
            && reachable
            && (rules::within(commit, self.could_roles(at, &self.authority.could), |record| {
                self.could_own(&commit.device, record)
            }) || approved(Matter::Commit(*hash)))
    }

    fn weight_of(&self, at: usize) -> Weight {
        let known = &self.commits[at];
        if known.status == Status::Counts {
            Weight::Counts
        } else if known.could {
            Weight::Could
        } else {
            Weight::Neither
        }
    }
}

/// What has just arrived.
#[derive(Default)]
struct News {
    commits: HashSet<usize>,
    matters: BTreeSet<Matter>,
    /// Older commits on records whose creation has arrived only now.
    concerned: Vec<usize>,
    /// Records whose twins are others now, whatever the standing of their commits.
    records: Vec<RecordId>,
}
