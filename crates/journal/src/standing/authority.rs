//! Whose decisions count, worked out from the recovery sheet and the founder downwards.
//!
//! A decision counts if its author was an organiser by the decisions of those admitted before her, and her own earlier
//! ones. So no two laptops can suspend each other for ever.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet};

use anteroom_model::ids::{DeviceId, PersonId, RecordId};

use super::cut::Without;
use super::rules::{Entry, Line, Matter, Rank};
use super::{Known, Standing, Taken};
use crate::decision::{Certificate, Decision, DecisionId, Roles, Ruling};

/// The outcome of all decisions.
#[derive(Debug, Default)]
pub(super) struct Authority {
    /// Decisions that count, by number.
    pub(super) valid: HashSet<usize>,
    /// Decisions that some laptop, knowing less, could have counted: the same grants without any suspension.
    pub(super) could: HashSet<usize>,
    persons: HashMap<DeviceId, PersonId>,
    pub(super) could_persons: HashMap<DeviceId, BTreeSet<PersonId>>,
    /// Through whose certificate an organiser stands where she stands.
    admitted_by: HashMap<DeviceId, DeviceId>,
    /// The place of each line of an organiser.
    pub(super) ranks: HashMap<Line, Rank>,
}

impl Authority {
    /// What holds before any decision was taken: the founder's device is hers.
    pub(super) fn of_founder(device: DeviceId, person: PersonId) -> Self {
        let (persons, could_persons) = (HashMap::from([(device, person)]), HashMap::from([(device, [person].into())]));
        Self { persons, could_persons, ..Self::default() }
    }

    pub(super) fn could_approve(&self, standing: &Standing, matter: Matter) -> bool {
        let numbers = standing.by_matter.get(&matter).into_iter().flatten();
        numbers.filter(|number| self.could.contains(number)).any(|number| approves(standing.decision(*number)))
    }

    pub(super) fn person(&self, device: &DeviceId) -> Option<PersonId> {
        self.persons.get(device).copied()
    }

    /// Whether `device` became an organiser by way of `by`.
    pub(super) fn admitted_through(&self, device: &DeviceId, by: &DeviceId) -> bool {
        let mut above = self.admitted_by.get(device);
        let mut steps = self.admitted_by.len();
        while let Some(admitter) = above {
            if admitter == by {
                return true;
            }
            let Some(left) = steps.checked_sub(1) else { return false };
            steps = left;
            above = self.admitted_by.get(admitter);
        }
        false
    }
}

pub(super) fn approves(decision: &Decision) -> bool {
    match decision.ruling {
        Ruling::Branch { approve, .. }
        | Ruling::Commit { approve, .. }
        | Ruling::Lost { approve, .. }
        | Ruling::Erasures { approve, .. } => approve,
        Ruling::Certificate(_) | Ruling::Unknown => false,
    }
}

impl Standing {
    /// Of these decisions on one matter, those that no other of them has seen, be it through others.
    pub(super) fn heads(&self, among: &[usize]) -> Vec<usize> {
        if among.len() < 2 {
            return among.to_vec();
        }
        let mut seen = HashSet::new();
        let mut todo = among.to_vec();
        while let Some(number) = todo.pop() {
            let matter = self.decisions[number].matter;
            for id in &self.decision(number).saw {
                if let Some(saw) = self.decision_by_id.get(id).copied()
                    && self.decisions[saw].matter == matter
                    && seen.insert(saw)
                {
                    todo.push(saw);
                }
            }
        }
        among.iter().copied().filter(|number| !seen.contains(number)).collect()
    }

    pub(super) fn certificate(&self, number: usize) -> Option<&Certificate> {
        if let Ruling::Certificate(certificate) = &self.decision(number).ruling { Some(certificate) } else { None }
    }

    fn certificates<'a>(&'a self, at: usize, of: &'a HashSet<usize>) -> impl Iterator<Item = (usize, &'a Certificate)> {
        let about = self.by_matter.get(&Matter::Device(self.commits[at].commit.device)).into_iter().flatten();
        about.filter(|number| of.contains(number)).filter_map(move |number| {
            let certificate = self.certificate(*number)?;
            let covers = certificate.after.as_ref().is_none_or(|after| self.comes_after(at, after));
            covers.then_some((*number, certificate))
        })
    }

    /// The roles in which a commit was made, by the decisions in `of`; and whether it is refused where they do not reach.
    pub(super) fn roles(&self, at: usize, of: &HashSet<usize>) -> (Roles, bool) {
        let commit = &self.commits[at].commit;
        if self.is_root(at) {
            return (Roles::ALL, false);
        }
        let covering: Vec<usize> = self.certificates(at, of).map(|(number, _)| number).collect();
        if covering.is_empty() {
            return (if commit.device == self.founder { Roles::ALL } else { Roles::NONE }, false);
        }
        let heads = self.heads(&covering);
        let heads = heads.iter().filter_map(|number| self.certificate(*number));
        heads.fold((Roles::ALL, false), |(roles, refuses_all), next| {
            (roles.shared(next.roles), refuses_all || next.refuses_all)
        })
    }

    /// The roles that some laptop, knowing less, could have seen.
    pub(super) fn could_roles(&self, at: usize, of: &HashSet<usize>) -> Roles {
        if self.is_root(at) || self.commits[at].commit.device == self.founder {
            return Roles::ALL;
        }
        self.certificates(at, of).fold(Roles::NONE, |sum, (_, certificate)| sum.and(certificate.roles))
    }

    /// What was decided on a matter; `None`: nothing.
    pub(super) fn decided(&self, of: &HashSet<usize>, matter: Matter) -> Option<bool> {
        let about = self.by_matter.get(&matter)?;
        let counting: Vec<usize> = about.iter().copied().filter(|number| of.contains(number)).collect();
        let heads = self.heads(&counting);
        if heads.is_empty() { None } else { Some(heads.iter().all(|number| approves(self.decision(*number)))) }
    }

    /// Own is what the person's certified devices created.
    pub(super) fn owns(&self, device: &DeviceId, record: &RecordId) -> bool {
        self.creator(record).is_some_and(|creator| {
            creator == *device || {
                let person = self.authority.person(device);
                person.is_some() && person == self.authority.person(&creator)
            }
        })
    }

    pub(super) fn could_own(&self, device: &DeviceId, record: &RecordId) -> bool {
        self.creator(record).is_some_and(|creator| {
            let persons = |device| self.authority.could_persons.get(device);
            creator == *device
                || persons(device).zip(persons(&creator)).is_some_and(|(one, other)| !one.is_disjoint(other))
        })
    }

    /// Works the decisions out again, and adds the commits whose standing may be another to `hit`.
    pub(super) fn decide_anew(&mut self, mut matters: BTreeSet<Matter>, hit: &mut BTreeSet<usize>) {
        let before = std::mem::take(&mut self.authority);
        self.authority = self.work_out();
        let after = &self.authority;
        let flipped = before.valid.symmetric_difference(&after.valid);
        let flipped = flipped.chain(before.could.symmetric_difference(&after.could));
        matters.extend(flipped.map(|number| self.decisions[*number].matter));
        let devices: BTreeSet<DeviceId> =
            after.could_persons.keys().chain(before.could_persons.keys()).copied().collect();
        for device in devices {
            let same = before.person(&device) == after.person(&device)
                && before.could_persons.get(&device) == after.could_persons.get(&device);
            if !same {
                matters.insert(Matter::Device(device));
                hit.extend(self.on_records_of(&device));
            }
        }
        for matter in matters {
            match matter {
                Matter::Device(device) => hit.extend(self.by_device.get(&device).into_iter().flatten()),
                Matter::Commit(hash) => hit.extend(self.by_hash.get(&hash)),
                Matter::Branch(first) => {
                    let device = self.by_hash.get(&first).map(|at| self.commits[*at].commit.device);
                    hit.extend(device.and_then(|device| self.by_device.get(&device)).into_iter().flatten());
                }
                Matter::Lost(missing) => {
                    let behind = |known: &Known| known.label.path.iter().any(|entry| entry.lost == Some(missing));
                    hit.extend((0..self.commits.len()).filter(|at| behind(&self.commits[*at])));
                }
                Matter::Erasures(_) => {}
            }
        }
    }

    /// Commits on records that a device created, and on their twins.
    fn on_records_of<'a>(&'a self, device: &DeviceId) -> impl Iterator<Item = usize> + 'a {
        let made = self.by_device.get(device).into_iter().flatten();
        let revisions = made.flat_map(|at| &self.commits[*at].commit.revisions);
        // Each record once, however often it was edited.
        let records: HashSet<&RecordId> = revisions.map(|revision| &revision.record).collect();
        let records = records.into_iter().flat_map(|record| std::iter::once(record).chain(self.all_of_its_row(record)));
        records.flat_map(|record| {
            let edits = self.edits.get(record).into_iter().flatten().map(|(at, _)| *at);
            edits.chain(self.erasers.get(record).into_iter().flatten().copied())
        })
    }

    fn work_out(&self) -> Authority {
        let (valid, ranks, admitted_by) = Admission::new(self, None).run();
        let could = self.could_count();
        let Authority { mut persons, mut could_persons, .. } = Authority::of_founder(self.founder, self.founder_person);
        for (matter, numbers) in &self.by_matter {
            let Matter::Device(device) = matter else { continue };
            let admits = |number: &&usize| self.certificate(**number).is_some_and(|it| !it.roles.is_none());
            let admitting = || numbers.iter().filter(admits);
            if *device != self.founder
                && let Some(person) = self.first_person(admitting().filter(|it| valid.contains(it)), &ranks)
            {
                persons.insert(*device, person);
            }
            for number in admitting().filter(|it| could.contains(it)) {
                let person = self.certificate(*number).map(|certificate| certificate.person);
                could_persons.entry(*device).or_default().extend(person);
            }
        }
        Authority { valid, could, persons, could_persons, admitted_by, ranks }
    }

    /// A device keeps the person of its first certificate: one that has seen no other, of the organiser admitted first.
    fn first_person<'a>(&self, of: impl Iterator<Item = &'a usize>, ranks: &HashMap<Line, Rank>) -> Option<PersonId> {
        let of: Vec<usize> = of.copied().collect();
        let saw_no_other = |number: &&usize| {
            of.iter().all(|other| other == *number || self.heads(&[**number, *other]).contains(other))
        };
        let first = of.iter().filter(saw_no_other).min_by_key(|number| {
            let Taken { id, by, .. } = &self.decisions[**number];
            let known = &self.commits[*by];
            (ranks.get(&known.label.line), known.commit.seq, id)
        })?;
        self.certificate(*first).map(|certificate| certificate.person)
    }

    fn could_count(&self) -> HashSet<usize> {
        let mut could = HashSet::new();
        loop {
            let reaches = |at: usize| {
                let lost = self.commits[at].label.path.iter().filter_map(|entry| entry.lost);
                lost.map(Matter::Lost).all(|matter| {
                    let about = self.by_matter.get(&matter).into_iter().flatten();
                    about.filter(|it| could.contains(*it)).any(|it| approves(self.decision(*it)))
                })
            };
            let grown: Vec<usize> = (0..self.decisions.len())
                .filter(|number| !could.contains(number))
                .filter(|number| {
                    let by = self.decisions[*number].by;
                    self.could_roles(by, &could).has_any(Roles::ORGANISER) && reaches(by)
                })
                .collect();
            if grown.is_empty() {
                return could;
            }
            could.extend(grown);
        }
    }
}

/// Goes through the lines in the order of admission, and finds that order on the way.
pub(super) struct Admission<'a> {
    standing: &'a Standing,
    /// What is left out, to see what would hold without it.
    without: Option<Without<'a>>,
    /// The commits of each line that hold decisions.
    deciding: BTreeMap<Line, Vec<usize>>,
    /// The branches that part from a line, and what each needs.
    branches: HashMap<Line, Vec<Entry>>,
    entries: HashMap<Matter, Vec<Entry>>,
    ranks: HashMap<Line, Rank>,
    best: HashMap<Line, Rank>,
    next: BinaryHeap<Reverse<(Rank, Line)>>,
    /// The first approval of each matter.
    approved: HashMap<Matter, Rank>,
    valid: HashSet<usize>,
    admitted_by: HashMap<DeviceId, DeviceId>,
}

impl<'a> Admission<'a> {
    pub(super) fn new(standing: &'a Standing, without: Option<Without<'a>>) -> Self {
        let mut admission = Self {
            standing,
            without,
            deciding: BTreeMap::new(),
            branches: HashMap::new(),
            entries: HashMap::new(),
            ranks: HashMap::new(),
            best: HashMap::new(),
            next: BinaryHeap::new(),
            approved: HashMap::new(),
            valid: HashSet::new(),
            admitted_by: HashMap::new(),
        };
        let deciding: BTreeSet<usize> = standing.decisions.iter().map(|taken| taken.by).collect();
        let mut known = HashSet::new();
        for at in deciding {
            let Known { label, hash, .. } = &standing.commits[at];
            admission.deciding.entry(label.line).or_default().push(at);
            if standing.is_root(at) {
                admission.offer(Line::Root(*hash), Rank::ROOT);
            }
            for entry in label.path.iter().filter(|entry| known.insert(entry.first)) {
                if let Some(from) = standing.parts_from(&entry.first) {
                    admission.branches.entry(from).or_default().push(*entry);
                }
                for (matter, _) in entry.needs() {
                    admission.entries.entry(matter).or_default().push(*entry);
                }
            }
        }
        for commits in admission.deciding.values_mut() {
            commits.sort_unstable_by_key(|at| standing.commits[*at].commit.seq);
        }
        admission.offer(Line::Device(standing.founder), Rank::FOUNDER);
        admission
    }

    fn offer(&mut self, line: Line, rank: Rank) -> bool {
        if self.ranks.contains_key(&line) || self.best.get(&line).is_some_and(|best| *best <= rank) {
            return false;
        }
        self.best.insert(line, rank.clone());
        self.next.push(Reverse((rank, line)));
        true
    }

    fn offer_branch(&mut self, entry: Entry) {
        let up = self.standing.parts_from(&entry.first).and_then(|line| self.ranks.get(&line));
        let needs: Option<Vec<&Rank>> = entry.needs().map(|(matter, _)| self.approved.get(&matter)).collect();
        if let Some(rank) = up.zip(needs).and_then(|(up, needs)| needs.into_iter().chain([up]).max().cloned()) {
            self.offer(Line::Branch(entry.first), rank);
        }
    }

    pub(super) fn run(mut self) -> (HashSet<usize>, HashMap<Line, Rank>, HashMap<DeviceId, DeviceId>) {
        while let Some(Reverse((rank, line))) = self.next.pop() {
            if self.ranks.contains_key(&line) {
                continue;
            }
            self.ranks.insert(line, rank.clone());
            for entry in self.branches.get(&line).cloned().unwrap_or_default() {
                self.offer_branch(entry);
            }
            for at in self.deciding.get(&line).cloned().unwrap_or_default() {
                if self.is_organisers(at) {
                    self.count(at, &rank);
                }
            }
        }
        (self.valid, self.ranks, self.admitted_by)
    }

    fn is_organisers(&self, at: usize) -> bool {
        let path = &self.standing.commits[at].label.path;
        self.standing.roles(at, &self.valid).0.has_any(Roles::ORGANISER)
            && path
                .iter()
                .flat_map(Entry::needs)
                .all(|(matter, _)| self.standing.decided(&self.valid, matter) == Some(true))
    }

    fn count(&mut self, at: usize, rank: &Rank) {
        let Known { hash, commit, .. } = &self.standing.commits[at];
        let admitting = rank.admitting(commit.seq, *hash);
        for (place, decision) in commit.decisions.iter().enumerate() {
            let id = DecisionId { commit: *hash, place: place as u32 };
            let Some(number) = self.standing.decision_by_id.get(&id).copied() else { continue };
            if self.without.as_ref().is_some_and(|without| without.leaves_out(self.standing, at, decision)) {
                continue;
            }
            self.valid.insert(number);
            let matter = self.standing.decisions[number].matter;
            if let Ruling::Certificate(certificate) = &decision.ruling {
                if certificate.roles.has_any(Roles::ORGANISER)
                    && self.offer(Line::Device(certificate.device), admitting.clone())
                {
                    self.admitted_by.insert(certificate.device, commit.device);
                }
            } else if approves(decision) {
                let first = self.approved.entry(matter).or_insert_with(|| admitting.clone());
                if admitting < *first {
                    first.clone_from(&admitting);
                }
                for entry in self.entries.get(&matter).cloned().unwrap_or_default() {
                    self.offer_branch(entry);
                }
            }
        }
    }
}
