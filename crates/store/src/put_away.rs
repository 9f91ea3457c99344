//! What was recorded and taken back: shown nowhere, but its words are held, so that it can be done again.

use std::collections::BTreeSet;

use anteroom_journal::deed::Deed;
use anteroom_journal::resolve::RecordState;
use anteroom_journal::standing::{Fate, Standing};
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::Value;

use crate::derive::{held, state};
use crate::error::StoreError;
use crate::store::Store;

/// The duty to look for what only this computer has of a speaker who was erased. It is written with the erasure, so that
/// whatever ends the program in between, it is done when the consultation is opened next.
pub(crate) const FOLLOW: &str = "follow";

/// The same once it is under way: what is erased meanwhile is a duty of its own.
const FOLLOWING: &str = "following";

/// How many records are read at a time.
const A_BATCH: usize = 2000;

impl Store {
    /// Whether something was erased since what was put away was looked through; from now on whoever asked looks.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn begins_to_follow(&self) -> Result<bool, StoreError> {
        let mut writing = self.writing().await?;
        let owed: Vec<(String,)> = sqlx::query_as("SELECT name FROM duty WHERE name IN (?, ?)")
            .bind(FOLLOW)
            .bind(FOLLOWING)
            .fetch_all(&mut *writing.connection)
            .await?;
        if owed.iter().any(|(name,)| name == FOLLOW) {
            let begins = "UPDATE OR REPLACE duty SET name = ? WHERE name = ?";
            sqlx::query(begins).bind(FOLLOWING).bind(FOLLOW).execute(&mut *writing.connection).await?;
        }
        Ok(!owed.is_empty())
    }

    /// It was looked through, and what was found is erased.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn has_followed(&self) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        sqlx::query("DELETE FROM duty WHERE name = ?").bind(FOLLOWING).execute(&mut *writing.connection).await?;
        Ok(())
    }

    /// Contributions of a speaker that were taken back.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn put_away_of(&self, speaker: RecordId) -> Result<BTreeSet<RecordId>, StoreError> {
        self.put_away(|_, _| true, |_, said_by| said_by == speaker).await
    }

    /// Contributions that were recorded here and taken back, and whose speaker has been erased since.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn put_away_of_nobody(&self) -> Result<BTreeSet<RecordId>, StoreError> {
        let own = self.writing().await?.device.id();
        let is_gone = |standing: &Standing, speaker| standing.fate(&speaker) == Fate::Erased;
        self.put_away(|standing, record| standing.is_own(&own, &record), is_gone).await
    }

    /// What was put away of contributions; of those that `may` be asked for, and whose speaker `fits`.
    async fn put_away(
        &self,
        may: impl Fn(&Standing, RecordId) -> bool,
        fits: impl Fn(&Standing, RecordId) -> bool,
    ) -> Result<BTreeSet<RecordId>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let standing = &journal.standing;
        let turned: BTreeSet<RecordId> = standing
            .headers()
            .flat_map(|(_, commit)| &commit.revisions)
            .filter(|it| it.kind == field::CONTRIBUTION && it.fields.contains(&field::PUT_AWAY))
            .map(|revision| standing.alias(revision.record))
            .filter(|record| standing.fate(record) == Fate::Shown && may(standing, *record))
            .collect();
        let turned: Vec<RecordId> = turned.into_iter().collect();
        let mut found = BTreeSet::new();
        for some in turned.chunks(A_BATCH) {
            let twins: Vec<RecordId> = some.iter().flat_map(|record| standing.twins(*record)).collect();
            let held = held(connection, standing, &twins).await?;
            let of_speaker = |record: &&RecordId| {
                let state = state(standing, **record, &journal.device, &held).map(|(_, state)| state);
                state.is_some_and(|state| is_away(&state) && said_by(&state).is_some_and(|it| fits(standing, it)))
            };
            found.extend(some.iter().filter(of_speaker).copied());
        }
        Ok(found)
    }

    /// What was parted from these contributions: made by the actions that settled which wording of them holds.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn parted_from(&self, records: &BTreeSet<RecordId>) -> Result<BTreeSet<RecordId>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let settled = journal.standing.headers().map(|(_, commit)| commit).filter(|commit| {
            commit.deed == Deed::SETTLE && commit.revisions.iter().any(|revision| records.contains(&revision.record))
        });
        let made = settled.flat_map(|commit| {
            let made = commit.revisions.iter().enumerate().filter(|(at, _)| commit.creates(*at));
            made.map(|(_, revision)| revision).filter(|revision| revision.kind == field::CONTRIBUTION)
        });
        Ok(made.map(|revision| revision.record).collect())
    }
}

fn is_away(state: &RecordState) -> bool {
    state.value(field::PUT_AWAY).and_then(Value::bool) == Some(true)
}

fn said_by(state: &RecordState) -> Option<RecordId> {
    state.value(field::SPEAKER_OF).and_then(Value::record)
}
