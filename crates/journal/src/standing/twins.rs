//! Records that were imported from the same row: one record under several ids, wherever the row was imported.

use std::collections::HashSet;

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
        let made = self.rows.get(&(kind, *mark));
        made.into_iter().flat_map(Made::records).any(|record| {
            self.made_by(record).is_some_and(|Known { status, commit, .. }| {
                *status == Status::Counts || matches!(status, Status::Waits(_)) && beside == Some(&commit.device)
            })
        })
    }

    fn made_by(&self, record: &RecordId) -> Option<&Known> {
        self.creations.get(record).map(|(at, _)| &self.commits[*at])
    }

    /// The fingerprint under which a record was made.
    fn mark(&self, record: &RecordId) -> Option<(Kind, Mark)> {
        let (at, place) = self.creations.get(record)?;
        let revision = &self.commits[*at].commit.revisions[*place as usize];
        revision.mark.map(|mark| (revision.kind, mark))
    }

    /// The record and those that were imported from the same row, if they count.
    pub(super) fn group(&self, record: RecordId) -> Vec<RecordId> {
        self.twins_of(record, |known| known.status == Status::Counts)
    }

    /// The same, with those that some laptop which knew less could have counted.
    pub(super) fn wide_group(&self, record: RecordId) -> Vec<RecordId> {
        self.twins_of(record, |known| known.could)
    }

    fn twins_of(&self, record: RecordId, fits: impl Fn(&Known) -> bool) -> Vec<RecordId> {
        let fits = |record: &RecordId| self.made_by(record).is_some_and(&fits);
        match self.mark(&record).and_then(|mark| self.rows.get(&mark)) {
            Some(Made::Several(records)) if fits(&record) => {
                let mut group: Vec<_> = records.iter().copied().filter(fits).collect();
                group.sort_unstable();
                group
            }
            _ => vec![record],
        }
    }

    /// Notes from which row a new record was made.
    pub(super) fn note_row(&mut self, record: RecordId, kind: Kind, mark: Mark) {
        self.rows.entry((kind, mark)).and_modify(|made| made.add(record)).or_insert(Made::One(record));
    }

    /// The record was made by another commit after all, perhaps from another row: it leaves its twins.
    pub(super) fn forget_row(&mut self, record: RecordId, dirty: &mut HashSet<RecordId>) {
        if let Some(made) = self.mark(&record).and_then(|mark| self.rows.get_mut(&mark)) {
            dirty.extend(made.records());
            made.remove(record);
        }
    }

    /// After a commit's standing has changed: who may be whose twin now. Whether this changes whose words are erased.
    pub(super) fn regroup_twins(&self, commit: &Commit, dirty: &mut HashSet<RecordId>) -> bool {
        let mut erasures = false;
        for revision in &commit.revisions {
            if let Some(mark) = revision.mark
                && let Some(Made::Several(records)) = self.rows.get(&(revision.kind, mark))
            {
                dirty.extend(records);
                erasures |= records.iter().any(|record| self.erasers.contains_key(record));
            }
        }
        erasures
    }
}
