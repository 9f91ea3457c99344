//! Taking back what this computer did last, and doing it again.

use std::collections::BTreeSet;

use anteroom_journal::deed::Deed;
use anteroom_journal::resolve::{RevisionSeen, resolve};
use anteroom_journal::standing::Fate;
use anteroom_journal::undo::{LeftOut, Next, Restored, plan};
use anteroom_model::field::{self, Kind};
use anteroom_model::ids::{Digest, PersonId, RecordId};

use crate::action::{Action, Edit};
use crate::commit::commit_settling;
use crate::derive::{held, seen};
use crate::draft::{Draft, Settling, drafts};
use crate::error::StoreError;
use crate::journal::Journal;
use crate::progress::{After, Counted, Progress, Silent};
use crate::read::Record;
use crate::store::{Store, Writing};

/// What was taken back or done again, and what was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// Of the action, whichever way it went.
    pub deed: Deed,
    /// How many contributions are as they were before; where it is about none, how many records.
    pub records: u32,
    /// How many drafts wait again because of it.
    pub drafts: u32,
    pub left_out: Vec<LeftOut>,
}

/// An action that can be taken back or done again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    pub deed: Deed,
    /// How many contributions it touched; where it touched none, how many records.
    pub records: u32,
}

/// What undo and redo would do next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undoable {
    pub undo: Option<Taken>,
    pub redo: Option<Taken>,
}

/// A record that is put away by an undo, or brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// With what stands in it.
    pub record: Record,
    pub is_away: bool,
}

/// What becomes of drafts when what they were recorded as is put away or brought back, in the same transaction.
#[derive(Clone, Copy, Debug)]
pub struct Returning {
    /// The records that decide something about the drafts that are there.
    pub watched: fn(&[Draft]) -> BTreeSet<RecordId>,
    /// What becomes of the drafts, if some of those records turn.
    pub settle: fn(&[Draft], &[Turned]) -> Settling,
}

impl Returning {
    /// Drafts stay as they are.
    pub const NONE: Self = Self { watched: |_| BTreeSet::new(), settle: |_, _| Settling::default() };
}

impl Store {
    /// Takes back the last action of this computer that holds, in an action of its own; `None` where there is none.
    /// What was erased is passed over.
    ///
    /// # Errors
    /// As `commit`.
    pub async fn undo(&self, time: i64, author: PersonId) -> Result<Option<Undone>, StoreError> {
        self.undo_with(time, author, Returning::NONE, &Silent).await
    }

    /// The same, and what becomes of drafts with it: tells how far it is, and can be called off until it is done.
    ///
    /// # Errors
    /// `Cancelled`, and as `commit`.
    pub async fn undo_with(
        &self,
        time: i64,
        author: PersonId,
        returning: Returning,
        progress: &dyn Progress,
    ) -> Result<Option<Undone>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let Some(next) = next_undo(journal) else { return Ok(None) };
        take_back(&mut writing, Deed::UNDO, next, (time, author), returning, progress).await
    }

    /// Does again what was taken back last, as long as nothing new was done since; `None` where there is nothing.
    ///
    /// # Errors
    /// As `commit`.
    pub async fn redo(&self, time: i64, author: PersonId) -> Result<Option<Undone>, StoreError> {
        self.redo_with(time, author, Returning::NONE, &Silent).await
    }

    /// The same, and what becomes of drafts with it: tells how far it is, and can be called off until it is done.
    ///
    /// # Errors
    /// `Cancelled`, and as `commit`.
    pub async fn redo_with(
        &self,
        time: i64,
        author: PersonId,
        returning: Returning,
        progress: &dyn Progress,
    ) -> Result<Option<Undone>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let Some(next) = next_redo(journal) else { return Ok(None) };
        take_back(&mut writing, Deed::REDO, next, (time, author), returning, progress).await
    }

    /// What undo and redo would do now.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn undoable(&self) -> Result<Undoable, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let taken = |next: Next| {
            let commit = journal.standing.commit(&next.action)?;
            let records = counted_as_said(commit.revisions.iter().map(|revision| revision.kind));
            Some(Taken { deed: commit.deed, records })
        };
        Ok(Undoable { undo: next_undo(journal).and_then(taken), redo: next_redo(journal).and_then(taken) })
    }
}

/// How many things an action is said to be about: the contributions, not the speakers and interventions made beside them.
fn counted_as_said(kinds: impl Iterator<Item = Kind>) -> u32 {
    let (mut contributions, mut all) = (0, 0);
    for kind in kinds {
        contributions += u32::from(kind == field::CONTRIBUTION);
        all += 1;
    }
    if contributions > 0 { contributions } else { all }
}

fn next_undo(journal: &Journal) -> Option<Next> {
    journal.stack.undo(|action| is_there(journal, action))
}

fn next_redo(journal: &Journal) -> Option<Next> {
    journal.stack.redo(|action| is_there(journal, action))
}

/// Whether anything that an action touched is not erased since.
fn is_there(journal: &Journal, action: &Digest) -> bool {
    let commit = journal.standing.commit(action);
    let mut touched = commit.into_iter().flat_map(|commit| &commit.revisions);
    touched.any(|revision| journal.standing.fate(&revision.record) == Fate::Shown)
}

/// How many records are looked at at a time.
const A_BATCH: usize = 2000;

async fn take_back(
    writing: &mut Writing,
    deed: Deed,
    next: Next,
    (time, author): (i64, PersonId),
    returning: Returning,
    progress: &dyn Progress,
) -> Result<Option<Undone>, StoreError> {
    let (connection, journal) = writing.both().await?;
    let hash = next.takes_back;
    let Some(commit_of) = journal.standing.commit(&hash) else { return Ok(None) };
    let Some(action) = journal.standing.commit(&next.action) else { return Ok(None) };
    let of_action = action.deed;
    let touched: Vec<RecordId> =
        commit_of.revisions.iter().map(|revision| revision.record).chain(commit_of.erases.iter().copied()).collect();
    let taken_back = journal.stack.taken_back();
    // To look at what stands there is a fourth of it: what goes back is then read, written and shown anew.
    let mut counted = Counted::new(progress, 4 * touched.len());
    let (mut edits, mut left_out) = (Vec::with_capacity(touched.len()), BTreeSet::new());
    let mut kinds = Vec::with_capacity(touched.len());
    let drafts = drafts(connection).await?;
    let (watched, mut turned) = ((returning.watched)(&drafts), Vec::new());
    for some in touched.chunks(A_BATCH) {
        let all: Vec<RecordId> = some.iter().flat_map(|record| journal.standing.twins(*record)).collect();
        let held = held(connection, &journal.standing, &all).await?;
        let records: Vec<_> =
            some.iter().map(|record| (*record, seen(&journal.standing, *record, &journal.device, &held))).collect();
        let planned = plan(&hash, &taken_back, &records, |record| journal.standing.fate(record) != Fate::Shown);
        turned.extend(planned.edits.iter().filter(|edit| watched.contains(&edit.record)).filter_map(|edit| {
            let (_, seen) = records.iter().find(|(record, _)| *record == edit.record)?;
            turns(edit, seen)
        }));
        kinds.extend(planned.edits.iter().map(|edit| edit.kind));
        edits.extend(planned.edits.into_iter().flat_map(restoring));
        left_out.extend(planned.left_out);
        counted.went(some.len())?;
    }
    let records = counted_as_said(kinds.into_iter());
    let progress = After { progress, done: touched.len() as u64 };
    let settling = if turned.is_empty() { Settling::default() } else { (returning.settle)(&drafts, &turned) };
    let drafts = settling.kept.len() as u32;
    let action = Action { deed, time, author, undoes: Some(hash), edits };
    commit_settling(writing, action, Box::new(move |_| settling), &progress).await?;
    let left_out = left_out.into_iter().collect();
    Ok(Some(Undone { deed: of_action, records, drafts, left_out }))
}

/// What sets a record to what it was: to several values where those stood against each other.
fn restoring(Restored { record, fields, against, .. }: Restored) -> Vec<Edit> {
    if against.is_empty() {
        return vec![Edit::Set { record, fields }];
    }
    let all = std::iter::once(fields).chain(against);
    all.map(|fields| Edit::Beside { record, fields }).collect()
}

/// What is put away or brought back, with what stands in it; `None` where it only changes.
fn turns(edit: &Restored, seen: &[RevisionSeen]) -> Option<Turned> {
    let is_away = edit.fields.get(&field::PUT_AWAY)?.bool() == Some(true);
    let state = resolve(seen);
    let values = state.fields.keys().filter_map(|field| Some((*field, state.value(*field)?.clone())));
    Some(Turned {
        record: Record { id: edit.record, kind: edit.kind, fields: values.collect(), conflicts: Vec::new() },
        is_away,
    })
}
