//! What was erased beyond what one laptop may, counted as people count it: contributions, without the names and files that go
//! with them.

use std::collections::BTreeSet;

use anteroom_journal::standing::{Fate, Standing};
use anteroom_model::field;
use anteroom_model::ids::RecordId;

use crate::error::StoreError;
use crate::store::Store;

impl Store {
    /// How many contributions are hidden until a second organiser confirms that they are erased.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn unconfirmed_contributions(&self) -> Result<u32, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let standing = &journal.standing;
        let hidden: BTreeSet<RecordId> =
            standing.unconfirmed_records().map(|(_, record)| standing.alias(record)).collect();
        Ok(hidden.iter().filter(|record| standing.kind_of(record) == Some(field::CONTRIBUTION)).count() as u32)
    }

    /// How many of these records are.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn unconfirmed_of(&self, records: &BTreeSet<RecordId>) -> Result<u32, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        Ok(records.iter().filter(|record| waits(&journal.standing, record)).count() as u32)
    }

    /// How many of `counted` would be, were this computer to erase all of these in one action.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn would_wait(
        &self,
        erased: &BTreeSet<RecordId>,
        counted: &BTreeSet<RecordId>,
    ) -> Result<u32, StoreError> {
        let mut writing = self.writing().await?;
        let device = writing.device.id();
        let (_, journal) = writing.both().await?;
        let beyond = |records: &[&RecordId]| journal.standing.beyond_limit_of(&device, records.iter().copied());
        // An action erases in the order of ids: the first ones go at once.
        let mut records: Vec<&RecordId> = erased.iter().collect();
        let lengths: Vec<usize> = (1..=records.len()).collect();
        let at_once = lengths.partition_point(|length| beyond(&records[..*length]) == 0);
        let later = records.split_off(at_once).into_iter().filter(|record| counted.contains(record));
        records.extend(later);
        Ok(beyond(&records) as u32)
    }
}

fn waits(standing: &Standing, record: &RecordId) -> bool {
    standing.fate(record) == Fate::Unconfirmed
}
