//! The same answers from nothing, in the plainest reading of the rules: what verifying a consultation compares with,
//! and every test of the quick way.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::field::Kind;
use anteroom_model::ids::{DeviceId, Digest, PersonId, RecordId};

use super::rules::{self, ERASURE_LIMIT, Entry, Fate, Line, Matter, Rank, Status, Wait};
use super::{Header, Standing};
use crate::commit::{Commit, Mark};
use crate::decision::{Certificate, Decision, DecisionId, Place, Roles, Ruling};

/// All that follows from a set of commits, before any words are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// Decisions that count.
    pub valid: BTreeSet<DecisionId>,
    pub statuses: BTreeMap<Digest, Status>,
    /// Commits that count, or that a laptop which knew less could have counted.
    pub could: BTreeSet<Digest>,
    /// Of every record that is not simply shown.
    pub fates: BTreeMap<RecordId, Fate>,
    /// Of every twin that is not shown under its own id.
    pub aliases: BTreeMap<RecordId, RecordId>,
    pub persons: BTreeMap<DeviceId, PersonId>,
}

impl Standing {
    /// What has been kept up so far.
    pub fn judgement(&self) -> Judgement {
        let fates = self.records().into_iter().chain(self.erasers.keys().copied());
        let aliases = self.records().into_iter().map(|record| (record, self.alias(record)));
        let persons = self.devices().into_iter();
        Judgement {
            valid: self.valid_decisions(),
            statuses: self.statuses(),
            could: self.commits.iter().filter(|known| known.could).map(|known| known.hash).collect(),
            fates: fates.map(|id| (id, self.fate(&id))).filter(|(_, fate)| *fate != Fate::Shown).collect(),
            aliases: aliases.filter(|(record, alias)| record != alias).collect(),
            persons: persons.filter_map(|device| Some((device, self.person(&device)?))).collect(),
        }
    }
}

/// Judges a set of commits, of which one is the founding one.
pub fn judge(headers: &[Header]) -> Judgement {
    let Some(founding) = headers.iter().find(|header| header.commit.is_founding()) else {
        return Judgement::default();
    };
    let mut scratch = Scratch::new(headers, founding);
    scratch.find_series();
    scratch.admit();
    scratch.find_what_could();
    scratch.find_persons();
    scratch.find_statuses();
    scratch.find_twins();
    scratch.find_fates();
    let aliases = scratch.groups.iter().flat_map(|group| group.iter().zip(std::iter::repeat(group.first())));
    let aliases =
        aliases.filter_map(|(record, first)| Some((*record, *first?))).filter(|(record, first)| record != first);
    Judgement {
        aliases: aliases.collect(),
        valid: scratch.valid,
        statuses: scratch.statuses,
        could: scratch.could,
        fates: scratch.fates,
        persons: scratch.persons,
    }
}

struct Scratch<'a> {
    founding: &'a Header,
    root: DeviceId,
    commits: BTreeMap<Digest, &'a Commit>,
    series: BTreeMap<Digest, (Line, Vec<Entry>, Option<u64>)>,
    decisions: BTreeMap<DecisionId, (Matter, &'a Decision)>,
    valid: BTreeSet<DecisionId>,
    ranks: BTreeMap<Line, Rank>,
    admitted_by: BTreeMap<DeviceId, DeviceId>,
    /// Decisions that count if nobody was ever cut off.
    granted: BTreeSet<DecisionId>,
    persons: BTreeMap<DeviceId, PersonId>,
    could_persons: BTreeMap<DeviceId, BTreeSet<PersonId>>,
    creations: BTreeMap<RecordId, (Digest, usize)>,
    statuses: BTreeMap<Digest, Status>,
    could: BTreeSet<Digest>,
    groups: Vec<BTreeSet<RecordId>>,
    /// With the twins that could have counted.
    wide_groups: Vec<BTreeSet<RecordId>>,
    fates: BTreeMap<RecordId, Fate>,
}

impl<'a> Scratch<'a> {
    fn new(headers: &'a [Header], founding: &'a Header) -> Self {
        let commits: BTreeMap<Digest, &Commit> = headers.iter().map(|header| (header.hash, &*header.commit)).collect();
        let mut decisions = BTreeMap::new();
        let mut creations = BTreeMap::new();
        for (hash, commit) in &commits {
            for (place, decision) in commit.decisions.iter().enumerate() {
                let id = DecisionId { commit: *hash, place: place as u32 };
                if let Some(matter) = Matter::of(decision) {
                    decisions.insert(id, (matter, decision));
                }
            }
            for place in (0..commit.revisions.len()).filter(|place| commit.creates(*place)) {
                creations.entry(commit.revisions[place].record).or_insert((*hash, place));
            }
        }
        Self {
            founding,
            root: founding.commit.root.unwrap_or_default(),
            commits,
            decisions,
            creations,
            series: BTreeMap::new(),
            valid: BTreeSet::new(),
            ranks: BTreeMap::new(),
            admitted_by: BTreeMap::new(),
            granted: BTreeSet::new(),
            persons: BTreeMap::new(),
            could_persons: BTreeMap::new(),
            statuses: BTreeMap::new(),
            could: BTreeSet::new(),
            groups: Vec::new(),
            wide_groups: Vec::new(),
            fates: BTreeMap::new(),
        }
    }

    fn founder(&self) -> DeviceId {
        self.founding.commit.device
    }

    fn is_root(&self, hash: &Digest) -> bool {
        let commit = self.commits[hash];
        commit.device == self.root && commit.prev.is_none()
    }

    fn parent(&self, hash: &Digest) -> Option<Digest> {
        let commit = self.commits[hash];
        let prev = commit.prev?;
        let parent = self.commits.get(&prev)?;
        (parent.device == commit.device && parent.seq.checked_add(1) == Some(commit.seq)).then_some(prev)
    }

    fn find_series(&mut self) {
        let mut rising: Vec<(&u64, &Digest)> = self.commits.iter().map(|(hash, commit)| (&commit.seq, hash)).collect();
        rising.sort_unstable();
        for (_, hash) in rising {
            let commit = self.commits[hash];
            let parent = self.parent(hash);
            let beside = self.commits.iter().filter(|(other, it)| {
                it.device == commit.device && it.prev == commit.prev && self.parent(other) == parent
            });
            let (mut line, mut path, mut island) = match parent {
                Some(parent) => self.series[&parent].clone(),
                None if self.is_root(hash) => (Line::Root(*hash), Vec::new(), None),
                None => (Line::Device(commit.device), Vec::new(), None),
            };
            let exempt = *hash == self.founding.hash || self.is_root(hash);
            let lost = commit.prev.filter(|_| parent.is_none());
            let impostor = commit.prev.is_none() && commit.device == self.founder() && !exempt;
            let fork = !exempt && (impostor || beside.count() > 1);
            if lost.is_some() || impostor {
                island = Some(commit.seq);
            }
            if fork || lost.is_some() {
                path.push(Entry { first: *hash, fork, lost });
                line = Line::Branch(*hash);
            }
            self.series.insert(*hash, (line, path, island));
        }
    }

    fn covers(&self, place: Option<&Place>, hash: &Digest) -> bool {
        let Some(place) = place else { return true };
        if self.series[hash].2.is_some_and(|start| place.seq < start) {
            return true;
        }
        std::iter::successors(self.parent(hash), |before| self.parent(before)).any(|before| before == place.hash)
    }

    fn sees(&self, decision: &DecisionId) -> BTreeSet<DecisionId> {
        let matter = self.decisions[decision].0;
        let (mut seen, mut todo) = (BTreeSet::new(), vec![*decision]);
        while let Some(id) = todo.pop() {
            for saw in &self.decisions[&id].1.saw {
                if self.decisions.get(saw).is_some_and(|(of, _)| *of == matter) && seen.insert(*saw) {
                    todo.push(*saw);
                }
            }
        }
        seen
    }

    fn heads(&self, matter: Matter, among: impl Fn(&DecisionId) -> bool) -> Vec<&'a Decision> {
        let about = self.decisions.iter().filter(|(id, (of, _))| *of == matter && among(id));
        let ids: Vec<DecisionId> = about.map(|(id, _)| *id).collect();
        let heads = ids.iter().filter(|id| !ids.iter().any(|other| self.sees(other).contains(id)));
        heads.map(|id| self.decisions[id].1).collect()
    }

    fn certificate(&self, id: &DecisionId) -> Option<&'a Certificate> {
        if let Ruling::Certificate(certificate) = &self.decisions[id].1.ruling { Some(certificate) } else { None }
    }

    fn covering(&self, id: &DecisionId, hash: &Digest) -> Option<&'a Certificate> {
        self.certificate(id).filter(|certificate| self.covers(certificate.after.as_ref(), hash))
    }

    fn roles(&self, hash: &Digest, valid: &BTreeSet<DecisionId>) -> (Roles, bool) {
        let device = self.commits[hash].device;
        let heads = self.heads(Matter::Device(device), |id| valid.contains(id) && self.covering(id, hash).is_some());
        if self.is_root(hash) || heads.is_empty() && device == self.founder() {
            return (Roles::ALL, false);
        }
        if heads.is_empty() {
            return (Roles::NONE, false);
        }
        heads.iter().fold((Roles::ALL, false), |(roles, refuses), head| match &head.ruling {
            Ruling::Certificate(certificate) => (roles.shared(certificate.roles), refuses || certificate.refuses_all),
            _ => (roles, refuses),
        })
    }

    fn decided(&self, matter: Matter, valid: &BTreeSet<DecisionId>) -> Option<bool> {
        let heads = self.heads(matter, |id| valid.contains(id));
        if heads.is_empty() { None } else { Some(heads.iter().all(|head| super::authority::approves(head))) }
    }

    fn open(&self, hash: &Digest, valid: &BTreeSet<DecisionId>) -> Option<Wait> {
        let needs = self.series[hash].1.iter().flat_map(Entry::needs);
        needs.filter(|(matter, _)| self.decided(*matter, valid) != Some(true)).map(|(_, wait)| wait).next()
    }

    /// The rank at which a line could be admitted by what counts so far, and by whom.
    fn admission(&self, line: Line) -> Option<(Rank, Option<DeviceId>)> {
        let given = |id: &DecisionId| {
            let commit = self.commits[&id.commit];
            Some((self.ranks.get(&self.series[&id.commit].0)?.admitting(commit.seq, id.commit), commit.device))
        };
        let first = |matter: Matter| {
            let about = self.valid.iter().filter(|id| self.decisions[id].0 == matter);
            let admits = about.filter(|id| match &self.decisions[id].1.ruling {
                Ruling::Certificate(certificate) => certificate.roles.has_any(Roles::ORGANISER),
                _ => super::authority::approves(self.decisions[id].1),
            });
            admits.filter_map(given).min_by(|one, other| one.0.cmp(&other.0))
        };
        match line {
            Line::Root(_) => Some((Rank::ROOT, None)),
            Line::Device(device) if device == self.founder() => Some((Rank::FOUNDER, None)),
            Line::Device(device) => first(Matter::Device(device)).map(|(rank, by)| (rank, Some(by))),
            Line::Branch(first_commit) => {
                let up = self.parent(&first_commit).map(|parent| self.series[&parent].0);
                let up = up.unwrap_or(Line::Device(self.commits[&first_commit].device));
                let mut rank = self.ranks.get(&up)?.clone();
                for (matter, _) in self.series[&first_commit].1.last()?.needs() {
                    rank = rank.max(first(matter)?.0);
                }
                Some((rank, None))
            }
        }
    }

    fn admit(&mut self) {
        let named = self.decisions.values().filter_map(|(matter, _)| match matter {
            Matter::Device(device) => Some(Line::Device(*device)),
            _ => None,
        });
        let mut lines: BTreeSet<Line> = self.series.values().map(|(line, ..)| *line).chain(named).collect();
        lines.extend(self.commits.values().map(|commit| Line::Device(commit.device)));
        loop {
            let candidates = lines.iter().filter(|line| !self.ranks.contains_key(line));
            let candidates = candidates.filter_map(|line| self.admission(*line).map(|(rank, by)| (rank, *line, by)));
            let Some((rank, line, by)) = candidates.min() else { return };
            self.ranks.insert(line, rank);
            if let (Line::Device(device), Some(by)) = (line, by) {
                self.admitted_by.insert(device, by);
            }
            let mut on_it: Vec<Digest> = self.commits.keys().filter(|it| self.series[*it].0 == line).copied().collect();
            on_it.sort_unstable_by_key(|hash| self.commits[hash].seq);
            for hash in on_it {
                let organises = self.roles(&hash, &self.valid).0.has_any(Roles::ORGANISER);
                if organises && self.open(&hash, &self.valid).is_none() {
                    self.valid.extend(self.decisions.keys().filter(|id| id.commit == hash).copied());
                }
            }
        }
    }

    fn could_roles(&self, hash: &Digest) -> Roles {
        let device = self.commits[hash].device;
        if self.is_root(hash) || device == self.founder() {
            return Roles::ALL;
        }
        let about = self.granted.iter().filter(|id| self.decisions[id].0 == Matter::Device(device));
        about.filter_map(|id| self.covering(id, hash)).fold(Roles::NONE, |roles, next| roles.and(next.roles))
    }

    fn could_approve(&self, matter: Matter) -> bool {
        let about = self.granted.iter().map(|id| &self.decisions[id]);
        about.filter(|(of, _)| *of == matter).any(|(_, decision)| super::authority::approves(decision))
    }

    fn could_reach(&self, hash: &Digest) -> bool {
        self.series[hash].1.iter().filter_map(|it| it.lost).all(|missing| self.could_approve(Matter::Lost(missing)))
    }

    fn find_what_could(&mut self) {
        loop {
            let news = self.decisions.keys().filter(|id| !self.granted.contains(id));
            let news = news.filter(|id| self.could_roles(&id.commit).has_any(Roles::ORGANISER));
            let news: Vec<DecisionId> = news.filter(|id| self.could_reach(&id.commit)).copied().collect();
            if news.is_empty() {
                return;
            }
            self.granted.extend(news);
        }
    }

    fn find_persons(&mut self) {
        let admits = |id: &&DecisionId| self.certificate(id).is_some_and(|it| !it.roles.is_none());
        let mut could: BTreeMap<DeviceId, BTreeSet<PersonId>> = BTreeMap::new();
        for certificate in self.granted.iter().filter(admits).filter_map(|id| self.certificate(id)) {
            could.entry(certificate.device).or_default().insert(certificate.person);
        }
        let valid: Vec<DecisionId> = self.valid.iter().filter(admits).copied().collect();
        let mut persons = BTreeMap::new();
        for device in could.keys() {
            let about: Vec<_> = valid.iter().filter(|id| self.decisions[id].0 == Matter::Device(*device)).collect();
            let seen_no_other = about.iter().filter(|id| !about.iter().any(|other| self.sees(id).contains(other)));
            let first = seen_no_other
                .min_by_key(|id| (self.ranks.get(&self.series[&id.commit].0), self.commits[&id.commit].seq, **id));
            persons.extend(first.and_then(|id| Some((*device, self.certificate(id)?.person))));
        }
        let author = self.founding.commit.author;
        persons.insert(self.founder(), author);
        could.entry(self.founder()).or_default().insert(author);
        (self.persons, self.could_persons) = (persons, could);
    }

    fn creator(&self, record: &RecordId) -> Option<&DeviceId> {
        self.creations.get(record).map(|(hash, _)| &self.commits[hash].device)
    }

    fn owns(&self, device: &DeviceId, record: &RecordId) -> bool {
        let Some(creator) = self.creator(record) else { return false };
        let person = |device: &DeviceId| self.persons.get(device);
        creator == device || person(device).is_some() && person(device) == person(creator)
    }

    fn could_own(&self, device: &DeviceId, record: &RecordId) -> bool {
        let Some(creator) = self.creator(record) else { return false };
        let persons = |device: &DeviceId| self.could_persons.get(device).cloned().unwrap_or_default();
        creator == device || persons(device).intersection(&persons(creator)).next().is_some()
    }

    fn find_statuses(&mut self) {
        for (hash, commit) in self.commits.clone() {
            let status = self.status(&hash, commit);
            self.statuses.insert(hash, status);
            let reaches = status != Status::Refused && self.could_reach(&hash);
            let within = || rules::within(commit, self.could_roles(&hash), |it| self.could_own(&commit.device, it));
            if status == Status::Counts || reaches && (within() || self.could_approve(Matter::Commit(hash))) {
                self.could.insert(hash);
            }
        }
    }

    fn status(&self, hash: &Digest, commit: &Commit) -> Status {
        if *hash == self.founding.hash || self.is_root(hash) {
            return Status::Counts;
        }
        let mut branches = self.series[hash].1.iter().filter_map(Entry::branch);
        if branches.any(|branch| self.decided(branch, &self.valid) == Some(false)) {
            return Status::Refused;
        }
        if let Some(wait) = self.open(hash, &self.valid) {
            return Status::Waits(wait);
        }
        let (roles, refuses_all) = self.roles(hash, &self.valid);
        match self.decided(Matter::Commit(*hash), &self.valid) {
            Some(true) => Status::Counts,
            Some(false) => Status::Refused,
            None if rules::within(commit, roles, |record| self.owns(&commit.device, record)) => Status::Counts,
            None if refuses_all => Status::Refused,
            None => Status::Waits(if roles.is_none() { Wait::NoMember } else { Wait::Role }),
        }
    }

    fn counts(&self, hash: &Digest) -> bool {
        self.statuses[hash] == Status::Counts
    }

    fn find_twins(&mut self) {
        self.groups = self.twins(|made_by| self.counts(made_by));
        self.wide_groups = self.twins(|made_by| self.could.contains(made_by));
    }

    fn twins(&self, fits: impl Fn(&Digest) -> bool) -> Vec<BTreeSet<RecordId>> {
        let mut groups: BTreeMap<(Kind, Mark), BTreeSet<RecordId>> = BTreeMap::new();
        for (record, (hash, place)) in self.creations.iter().filter(|(_, (hash, _))| fits(hash)) {
            let revision = &self.commits[hash].revisions[*place];
            if let Some(mark) = revision.mark {
                groups.entry((revision.kind, mark)).or_default().insert(*record);
            }
        }
        groups.into_values().collect()
    }

    fn group(&self, record: &RecordId) -> BTreeSet<RecordId> {
        group_in(&self.groups, record)
    }

    fn hides(&self, record: &RecordId) -> bool {
        self.commits.iter().filter(|(_, commit)| commit.erases.contains(record)).any(|(hash, commit)| {
            let recorded_it = self.creator(record) == Some(&commit.device);
            self.statuses[hash] != Status::Refused && (recorded_it || self.could.contains(hash))
        })
    }

    fn is_confirmed(&self, hash: &Digest) -> bool {
        let eraser = self.commits[hash].device;
        let heads = self.heads(Matter::Erasures(*hash), |id| {
            let device = self.commits[&id.commit].device;
            let mut above = std::iter::successors(self.admitted_by.get(&device), |it| self.admitted_by.get(it));
            let another = device != eraser && self.persons.get(&device) != self.persons.get(&eraser);
            self.valid.contains(id) && (self.is_root(&id.commit) || another && !above.any(|it| *it == eraser))
        });
        !heads.is_empty() && heads.iter().all(|head| super::authority::approves(head))
    }

    fn find_fates(&mut self) {
        let mut erasing: Vec<(&Digest, &Commit)> = self.commits.iter().map(|(hash, commit)| (hash, *commit)).collect();
        erasing.sort_unstable_by_key(|(hash, commit)| (commit.device, commit.seq, **hash));
        let mut within: BTreeMap<DeviceId, BTreeSet<RecordId>> = BTreeMap::new();
        let mut alone: BTreeMap<RecordId, Fate> = BTreeMap::new();
        for (hash, commit) in erasing {
            let unlimited = self.is_root(hash) || !self.counts(hash) || self.is_confirmed(hash);
            for record in &commit.erases {
                let others = !self.group(record).iter().all(|record| self.owns(&commit.device, record));
                let taken = within.entry(commit.device).or_default();
                if others && !unlimited && taken.len() < ERASURE_LIMIT {
                    taken.insert(*record);
                }
                let beyond = others && !unlimited && !taken.contains(record);
                let recorded_it = self.creator(record) == Some(&commit.device);
                let counted = self.commits.iter().any(|(hash, commit)| {
                    self.counts(hash) && commit.revisions.iter().any(|revision| revision.record == *record)
                });
                let fate = match self.statuses[hash] {
                    Status::Counts if beyond => Fate::Unconfirmed,
                    Status::Counts => Fate::Erased,
                    _ if recorded_it && !counted => Fate::Erased,
                    Status::Waits(_) if recorded_it || self.could.contains(hash) => Fate::Hidden,
                    _ => Fate::Shown,
                };
                let worst = alone.entry(*record).or_default();
                *worst = fate.max(*worst);
            }
        }
        for record in alone.keys() {
            for twin in group_in(&self.wide_groups, record) {
                let fates = self.group(&twin);
                let fate = fates.iter().filter_map(|it| alone.get(it)).max().copied().unwrap_or_default();
                let hidden = *record != twin && self.hides(record);
                let fate = if hidden { fate.max(Fate::Hidden) } else { fate };
                let known = self.fates.entry(twin).or_default();
                *known = fate.max(*known);
            }
        }
        let own = self.fates.clone();
        for (part, (hash, place)) in &self.creations {
            let whole = self.commits[hash].revisions[*place].is_part_of();
            if let Some(fate) = whole.and_then(|whole| own.get(&whole)) {
                let known = self.fates.entry(*part).or_default();
                *known = (*fate).max(*known);
            }
        }
        self.fates.retain(|_, fate| *fate != Fate::Shown);
    }
}

fn group_in(groups: &[BTreeSet<RecordId>], record: &RecordId) -> BTreeSet<RecordId> {
    let group = groups.iter().find(|group| group.contains(record));
    group.cloned().unwrap_or_else(|| BTreeSet::from([*record]))
}
