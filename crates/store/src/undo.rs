//! Taking back the last action of this computer.

use anteroom_journal::commit::Commit;
use anteroom_journal::deed::Deed;
use anteroom_journal::standing::Fate;
use anteroom_journal::undo::{LeftOut, plan};
use anteroom_model::ids::{Digest, PersonId, RecordId};

use crate::action::{Action, Edit};
use crate::commit::commit;
use crate::derive::{held, seen};
use crate::error::StoreError;
use crate::journal::Journal;
use crate::progress::Silent;
use crate::store::Store;

/// What was taken back, and what was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    pub deed: Deed,
    /// How many records are as they were before.
    pub records: u32,
    pub left_out: Vec<LeftOut>,
}

impl Store {
    /// Takes back the last action of this computer that is not taken back yet, in an action of its own; `None` where
    /// there is none. An erasure stays: it is passed over the next time.
    ///
    /// # Errors
    /// As `commit`.
    pub async fn undo_last(&self, time: i64, author: PersonId) -> Result<Option<Undone>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let Some((hash, last)) = last_action(journal) else { return Ok(None) };
        let deed = last.deed;
        let touched: Vec<RecordId> =
            last.revisions.iter().map(|revision| revision.record).chain(last.erases.iter().copied()).collect();
        let all: Vec<RecordId> = touched.iter().flat_map(|record| journal.standing.twins(*record)).collect();
        let held = held(connection, &all).await?;
        let records: Vec<_> =
            touched.iter().map(|record| (*record, seen(&journal.standing, *record, &journal.device, &held))).collect();
        let taken_back = journal.standing.taken_back(&journal.device);
        let planned = plan(&hash, &taken_back, &records, |record| journal.standing.fate(record) != Fate::Shown);
        let count = planned.edits.len() as u32;
        let edits =
            planned.edits.into_iter().map(|edit| Edit::Set { record: edit.record, fields: edit.fields }).collect();
        let action = Action { deed: Deed::UNDO, time, author, undoes: Some(hash), edits };
        commit(&mut writing, action, &Silent).await?;
        Ok(Some(Undone { deed, records: count, left_out: planned.left_out }))
    }
}

/// The last action of this computer that is neither an undo nor taken back.
fn last_action(journal: &Journal) -> Option<(Digest, Commit)> {
    let taken_back = journal.standing.taken_back(&journal.device);
    let mut next = journal.tip;
    while let Some(hash) = next {
        let commit = journal.standing.commit(&hash)?;
        if commit.undoes.is_none() && !taken_back.contains_key(&hash) && !commit.is_founding() {
            return Some((hash, commit.clone()));
        }
        next = journal.standing.previous(&hash);
    }
    None
}
