//! Records that were imported from the same row: one record under several ids, wherever the row was imported.

use std::collections::hash_map::Entry;

use anteroom_model::field::Kind;
use anteroom_model::ids::{DeviceId, RecordId};

use super::rules::Status;
use super::{Known, Standing};
use crate::commit::{Commit, Mark};

/// The records made from one row, by commits that count and by others. Nearly always it is one.
#[derive(Debug)]
pub(super) enum Made {
    One(RecordId),
    Several(Vec<RecordId>),
}

impl Made {
    fn records(&self) -> &[RecordId] {
        match self {
            Self::One(record) => std::slice::from_ref(record),
            Self::Several(records) => records,
        }
    }

    fn remove(&mut self, record: RecordId) {
        let left = self.records().iter().copied().filter(|it| *it != record);
        *self = Self::Several(left.collect());
    }

    fn add(&mut self, record: RecordId) {
        match self {
            Self::One(other) if *other == record => {}
            Self::One(other) => *self = Self::Several(vec![*other, record]),
            Self::Several(records) if records.contains(&record) => {}
            Self::Several(records) => records.push(record),
        }
    }
}

impl Standing {
    /// Whether a record with this fingerprint was made by a commit that counts, be it erased since; or, beside what
    /// counts, by a commit of this device that waits.
    pub fn has_mark(&self, kind: Kind, mark: &Mark, beside: Option<&DeviceId>) -> bool {
        self.of_mark(kind, mark, beside).is_some()
    }

    /// The record that stands for all with this fingerprint, by the same rules.
    pub fn of_mark(&self, kind: Kind, mark: &Mark, beside: Option<&DeviceId>) -> Option<RecordId> {
        let made = self.rows.get(&(kind, *mark));
        let fits = |record: &&RecordId| {
            self.made_by(record).is_some_and(|Known { status, commit, .. }| {
                *status == Status::Counts || matches!(status, Status::Waits(_)) && beside == Some(&commit.device)
            })
        };
        made.into_iter().flat_map(Made::records).find(fits).map(|record| self.alias(*record))
    }

    fn made_by(&self, record: &RecordId) -> Option<&Known> {
        self.creations.get(record).map(|(at, _)| &self.commits[*at])
    }

    /// The record and those that were imported from the same row, if they count.
    pub(super) fn group(&self, record: RecordId) -> Vec<RecordId> {
        self.twins_of(record, |known| known.status == Status::Counts)
    }

    /// The same, with those that some laptop which knew less could have counted.
    pub(super) fn wide_group(&self, record: RecordId) -> Vec<RecordId> {
        self.twins_of(record, |known| known.could)
    }

    /// All that were made from the same row, be it counted or not; none where it is the only one.
    pub(super) fn all_of_its_row(&self, record: &RecordId) -> &[RecordId] {
        self.twinned.get(record).and_then(|row| self.rows.get(row)).map_or(&[], Made::records)
    }

    fn twins_of(&self, record: RecordId, fits: impl Fn(&Known) -> bool) -> Vec<RecordId> {
        let fits = |record: &RecordId| self.made_by(record).is_some_and(&fits);
        match self.twinned.get(&record).and_then(|row| self.rows.get(row)) {
            Some(made) if fits(&record) => {
                let mut group: Vec<_> = made.records().iter().copied().filter(fits).collect();
                group.sort_unstable();
                group
            }
            _ => vec![record],
        }
    }

    /// Notes from which row a new record was made.
    pub(super) fn note_row(&mut self, record: RecordId, kind: Kind, mark: Mark) {
        let row = (kind, mark);
        match self.rows.entry(row) {
            Entry::Vacant(free) => drop(free.insert(Made::One(record))),
            Entry::Occupied(mut made) => {
                made.get_mut().add(record);
                self.twinned.extend(made.get().records().iter().map(|twin| (*twin, row)));
            }
        }
    }

    /// A record was made by another commit after all, perhaps from another row: it leaves its twins.
    pub(super) fn forget_row(&mut self, record: RecordId, row: (Kind, Mark), dirty: &mut Vec<RecordId>) {
        if let Some(made) = self.rows.get_mut(&row) {
            dirty.extend(made.records());
            made.remove(record);
        }
        self.twinned.remove(&record);
    }

    /// After a commit's standing has changed: who may be whose twin now. Whether this changes whose words are erased.
    pub(super) fn regroup_twins(&self, commit: &Commit, dirty: &mut Vec<RecordId>) -> bool {
        let mut erasures = false;
        for revision in &commit.revisions {
            if let Some(made) = self.twinned.get(&revision.record).and_then(|row| self.rows.get(row)) {
                dirty.extend(made.records());
                erasures |= made.records().iter().any(|record| self.erasers.contains_key(record));
            }
        }
        erasures
    }
}
