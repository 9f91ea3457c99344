//! Records that were imported from the same row: one record under several ids, wherever the row was imported.

use anteroom_model::field::Kind;
use anteroom_model::ids::{DeviceId, RecordId};

use super::places::Row;
use super::rules::Status;
use super::{Known, Standing};
use crate::commit::{Commit, Mark};

impl Standing {
    /// Whether a record with this fingerprint was made by a commit that counts, be it erased since; or, beside what
    /// counts, by a commit of this device that waits.
    pub fn has_mark(&self, kind: Kind, mark: &Mark, beside: Option<&DeviceId>) -> bool {
        self.of_mark(kind, mark, beside).is_some()
    }

    /// The record that stands for all with this fingerprint, by the same rules.
    pub fn of_mark(&self, kind: Kind, mark: &Mark, beside: Option<&DeviceId>) -> Option<RecordId> {
        let made = self.rows.records(&self.commits, &(kind, *mark));
        let fits = |record: &&RecordId| {
            self.made_by(record).is_some_and(|known| known.status == Status::Counts || self.is_beside(beside, known))
        };
        made.iter().find(fits).map(|record| self.alias(*record))
    }

    fn made_by(&self, record: &RecordId) -> Option<&Known> {
        self.creations.get(&self.commits, record).map(|(at, _)| &self.commits[at])
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
        self.twinned.get(record).map_or(&[], |row| self.rows.records(&self.commits, row))
    }

    fn twins_of(&self, record: RecordId, fits: impl Fn(&Known) -> bool) -> Vec<RecordId> {
        let fits = |record: &RecordId| self.made_by(record).is_some_and(&fits);
        match self.twinned.get(&record) {
            Some(row) if fits(&record) => {
                let made = self.rows.records(&self.commits, row);
                let mut group: Vec<_> = made.iter().copied().filter(fits).collect();
                group.sort_unstable();
                group
            }
            _ => vec![record],
        }
    }

    /// Notes from which row a new record was made.
    pub(super) fn note_row(&mut self, record: RecordId, row: Row, made: (usize, u32)) {
        let all = self.rows.add(&self.commits, row, record, made);
        self.twinned.extend(all.iter().map(|twin| (*twin, row)));
    }

    /// A record was made by another commit after all, perhaps from another row: it leaves its twins.
    pub(super) fn forget_row(&mut self, record: RecordId, row: Row, dirty: &mut Vec<RecordId>) {
        dirty.extend(self.rows.records(&self.commits, &row));
        self.rows.remove(&self.commits, &row, record);
        self.twinned.remove(&record);
    }

    /// After a commit's standing has changed: who may be whose twin now. Whether this changes whose words are erased.
    pub(super) fn regroup_twins(&self, commit: &Commit, dirty: &mut Vec<RecordId>) -> bool {
        let mut erasures = false;
        for revision in &commit.revisions {
            if let Some(row) = self.twinned.get(&revision.record) {
                let made = self.rows.records(&self.commits, row);
                dirty.extend(made);
                erasures |= made.iter().any(|record| self.erasers.contains_key(record));
            }
        }
        erasures
    }
}
