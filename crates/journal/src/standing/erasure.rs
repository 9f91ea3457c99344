//! What becomes of records: erasure always wins, except that no single device destroys a consultation.

use std::collections::{BTreeMap, HashSet};

use anteroom_model::ids::{DeviceId, Digest, RecordId};

use super::authority::approves;
use super::rules::{ERASURE_LIMIT, Fate, Matter, Status};
use super::{Changes, Known, Standing};

impl Standing {
    /// Works out the fate of records again; where erasures changed, also which are beyond the limit.
    pub(super) fn judge_records(&mut self, mut dirty: Vec<RecordId>, erasures: bool, changes: &mut Changes) {
        if erasures {
            let unconfirmed = self.beyond_limit();
            dirty.extend(unconfirmed.symmetric_difference(&self.unconfirmed).map(|(_, record)| *record));
            self.unconfirmed = unconfirmed;
        }
        changes.records = dirty.into_iter().flat_map(|record| self.wide_group(record)).collect();
        let parts = changes.records.iter().filter_map(|record| self.parts.get(record)).flatten();
        let parts: Vec<RecordId> = parts.copied().collect();
        changes.records.extend(parts);
        for record in &changes.records {
            let fate = self.work_out_fate(*record);
            if self.fate(record) != fate {
                if fate == Fate::Shown {
                    self.fates.remove(record);
                } else {
                    self.fates.insert(*record, fate);
                }
                changes.fates.push((*record, fate));
            }
        }
    }

    /// A part shares what becomes of its whole, whoever made it and whenever it comes. A part of a part looks no further.
    fn work_out_fate(&self, record: RecordId) -> Fate {
        let own = self.own_fate(record);
        self.whole_of(&record).map_or(own, |whole| own.max(self.own_fate(whole)))
    }

    /// Erasing one twin erases all. Where only some laptop that knew less could have taken two for twins, and so have
    /// deleted both, it hides them.
    fn own_fate(&self, record: RecordId) -> Fate {
        if self.erasers.is_empty() {
            return Fate::Shown;
        }
        let fate = self.group(record).iter().map(|record| self.fate_alone(record)).max().unwrap_or_default();
        if fate == Fate::Shown && self.wide_group(record).iter().any(|twin| *twin != record && self.hides(twin)) {
            Fate::Hidden
        } else {
            fate
        }
    }

    /// Whether somebody has erased a record, or could have, whom nobody has refused.
    fn hides(&self, record: &RecordId) -> bool {
        let creator = self.creator(record);
        self.erasers.get(record).into_iter().flatten().any(|at| {
            let known = &self.commits[*at];
            known.status != Status::Refused && (known.could || creator == Some(known.commit.device))
        })
    }

    fn fate_alone(&self, record: &RecordId) -> Fate {
        let erasers = self.erasers.get(record).into_iter().flatten();
        let creator = self.creator(record);
        let fates = erasers.map(|at| {
            let known = &self.commits[*at];
            let recorded_it = creator == Some(known.commit.device);
            if known.status == Status::Counts {
                if self.unconfirmed.contains(&(*at, *record)) { Fate::Unconfirmed } else { Fate::Erased }
            } else if recorded_it && !self.counts_at_all(record) {
                Fate::Erased // what waits may be taken back by the device that recorded it
            } else if known.status != Status::Refused && (known.could || recorded_it) {
                Fate::Hidden
            } else {
                Fate::Shown
            }
        });
        fates.max().unwrap_or_default()
    }

    pub(super) fn counts_at_all(&self, record: &RecordId) -> bool {
        let creation = self.creations.get(&self.commits, record).map(|(at, _)| at);
        let edits = self.edits.get(record).into_iter().flatten().map(|(at, _)| *at);
        creation.into_iter().chain(edits).any(|at| self.commits[at].status == Status::Counts)
    }

    /// All erasures of what others recorded, beyond the first so many of each device, that nobody has confirmed.
    fn beyond_limit(&self) -> HashSet<(usize, RecordId)> {
        let mut by_device: BTreeMap<DeviceId, Vec<usize>> = BTreeMap::new();
        for at in &self.erasing {
            let known = &self.commits[*at];
            if known.status == Status::Counts && !self.is_root(*at) && !self.is_confirmed(*at) {
                by_device.entry(known.commit.device).or_default().push(*at);
            }
        }
        let mut beyond = HashSet::new();
        for (device, mut erasing) in by_device {
            erasing.sort_unstable_by_key(|at| (self.commits[*at].commit.seq, self.commits[*at].hash));
            let mut within = HashSet::new();
            for (at, record) in
                erasing.iter().flat_map(|at| self.commits[*at].commit.erases.iter().map(|it| (*at, *it)))
            {
                let others = !self.group(record).iter().all(|record| self.owns(&device, record));
                if others && !within.contains(&record) {
                    if within.len() < ERASURE_LIMIT {
                        within.insert(record);
                    } else {
                        beyond.insert((at, record));
                    }
                }
            }
        }
        beyond
    }

    /// The records that are hidden until somebody confirms that they are erased, each with the commit that erases it.
    pub fn unconfirmed_records(&self) -> impl Iterator<Item = (Digest, RecordId)> {
        let waits = self.unconfirmed.iter().filter(|(_, record)| self.fate(record) == Fate::Unconfirmed);
        waits.map(|(at, record)| (self.commits[*at].hash, *record))
    }

    /// How many of these a device would erase beyond its limit, were it to erase them now.
    pub fn beyond_limit_of<'r>(&self, device: &DeviceId, records: impl IntoIterator<Item = &'r RecordId>) -> usize {
        let counted = |at: &&usize| {
            let known = &self.commits[**at];
            known.commit.device == *device && known.status == Status::Counts && !self.is_confirmed(**at)
        };
        let others = |record: &RecordId| !self.group(*record).iter().all(|record| self.owns(device, record));
        let erased = self.erasing.iter().filter(counted).flat_map(|at| self.commits[*at].commit.erases.iter());
        let taken: HashSet<RecordId> = erased.filter(|record| others(record)).copied().collect();
        let more: HashSet<&RecordId> =
            records.into_iter().filter(|record| others(record) && !taken.contains(record)).collect();
        more.len().saturating_sub(ERASURE_LIMIT.saturating_sub(taken.len()))
    }

    /// Whether a device can confirm what another one erased beyond its limit: it is another person's, whom that one did not
    /// itself bring in.
    pub fn can_second(&self, device: &DeviceId, eraser: &DeviceId) -> bool {
        device != eraser
            && self.authority.person(device) != self.authority.person(eraser)
            && !self.authority.admitted_through(device, eraser)
    }

    /// Confirmed by the recovery sheet, or by another person whom the erasing device did not itself bring in.
    fn is_confirmed(&self, at: usize) -> bool {
        let Known { hash, commit, .. } = &self.commits[at];
        let eraser = commit.device;
        let about = self.by_matter.get(&Matter::Erasures(*hash)).into_iter().flatten();
        let second = |number: &usize| {
            let by = self.decisions[*number].by;
            self.is_root(by) || self.can_second(&self.commits[by].commit.device, &eraser)
        };
        let eligible: Vec<usize> =
            about.copied().filter(|number| self.authority.valid.contains(number)).filter(second).collect();
        let heads = self.heads(&eligible);
        !heads.is_empty() && heads.iter().all(|number| approves(self.decision(*number)))
    }
}
