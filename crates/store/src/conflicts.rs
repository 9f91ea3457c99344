//! What stands against each other: fields that were set on several laptops at once and that nobody has settled.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use anteroom_journal::resolve::{Origins, RecordState, RevisionSeen, is_said_after};
use anteroom_model::field::{Class, Field, Kind};
use anteroom_model::ids::{DeviceId, Digest, PersonId, RecordId};
use anteroom_model::value::{Fields, Value};
use sqlx::SqliteConnection;

use crate::derive::{held, in_conflict, state};
use crate::error::StoreError;
use crate::journal::Journal;
use crate::store::Store;

/// A field with several values, until somebody settles it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub record: RecordId,
    pub kind: Kind,
    pub field: Field,
    /// All that stands there, the latest first. The same value may be there more than once.
    pub values: Vec<Said>,
    /// What stood there before, where all of them came from one wording and its words are held.
    pub before: Option<Said>,
}

/// A value, and who set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// By which it is named where the conflict is settled.
    pub revision: Digest,
    pub value: Value,
    pub device: DeviceId,
    /// Whether that is this computer.
    pub is_own: bool,
    pub author: PersonId,
    /// Milliseconds since 1970, UTC, by the clock of that device.
    pub at: i64,
}

impl Store {
    /// Everything that stands in conflict, contributions in the order of their recording first. What does not is not
    /// looked at.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn conflicts(&self) -> Result<Vec<Conflict>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let mut ids: Vec<RecordId> = Vec::new();
        for statement in [
            "SELECT id FROM contribution INDEXED BY contribution_in_conflict WHERE conflicts <> '[]' ORDER BY row",
            "SELECT id FROM record INDEXED BY record_in_conflict WHERE conflicts <> '[]' ORDER BY id",
        ] {
            let rows: Vec<(Vec<u8>,)> = sqlx::query_as(statement).fetch_all(&mut *connection).await?;
            for (id,) in rows {
                ids.push(RecordId::try_from(id.as_slice()).map_err(|_| StoreError::ContentsDamaged)?);
            }
        }
        let mut conflicts = Vec::new();
        for some in ids.chunks(A_BATCH) {
            conflicts.extend(of_records(connection, journal, some).await?);
        }
        Ok(conflicts)
    }

    /// What stands in conflict in one record.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn conflicts_of(&self, record: RecordId) -> Result<Vec<Conflict>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        of_records(connection, journal, &[record]).await
    }

    /// How many fields stand in conflict.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn count_conflicts(&self) -> Result<u64, StoreError> {
        let mut connection = self.reader().await?;
        let (count,): (i64,) = sqlx::query_as(
            "SELECT (SELECT coalesce(sum(json_array_length(conflicts)), 0) FROM contribution
                     INDEXED BY contribution_in_conflict WHERE conflicts <> '[]')
                  + (SELECT coalesce(sum(json_array_length(conflicts)), 0) FROM record
                     INDEXED BY record_in_conflict WHERE conflicts <> '[]')",
        )
        .fetch_one(&mut *connection)
        .await?;
        Ok(count.unsigned_abs())
    }

    /// The elements of a set of a record, each with those values standing against each other in `field` that whoever added it
    /// had before them; none where it was there before them all.
    ///
    /// # Errors
    /// `UnknownRecord`, or what the disk refuses.
    pub async fn said_of(
        &self,
        record: RecordId,
        set: Field,
        field: Field,
    ) -> Result<Vec<(Value, Vec<Value>)>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let held = held(connection, &journal.standing, &journal.standing.twins(record)).await?;
        let (seen, state) =
            state(&journal.standing, record, &journal.device, &held).ok_or(StoreError::UnknownRecord)?;
        let (known, origins) = (by_digest(&seen), Origins::of(&seen));
        let value = |head: &Digest| known.get(head)?.contents.as_ref()?.get(&field).cloned();
        let stands = heads(journal, field, &seen, (&known, &origins), &state);
        let of = |element: &Value| {
            let before = stands.iter().filter(|(_, by)| is_said_after(&seen, set, element, by));
            before.filter_map(|(head, _)| value(head)).collect()
        };
        let elements = state.value(set).and_then(Value::list).unwrap_or_default();
        Ok(elements.iter().map(|element| (element.clone(), of(element))).collect())
    }

    /// All that a record holds now, as it is set in a new one.
    ///
    /// # Errors
    /// `UnknownRecord`, or what the disk refuses.
    pub async fn fields_of(&self, record: RecordId) -> Result<Fields, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let held = held(connection, &journal.standing, &journal.standing.twins(record)).await?;
        let (_, state) = state(&journal.standing, record, &journal.device, &held).ok_or(StoreError::UnknownRecord)?;
        let set = |field: &Field, value: &Value| match field.class() {
            Class::Set => Value::set(value.list().unwrap_or_default().iter().cloned(), []),
            _ => value.clone(),
        };
        Ok(state.fields.keys().filter_map(|field| Some((*field, set(field, state.value(*field)?)))).collect())
    }
}

/// How many records are read at a time.
const A_BATCH: usize = 500;

async fn of_records(
    connection: &mut SqliteConnection,
    journal: &Journal,
    records: &[RecordId],
) -> Result<Vec<Conflict>, StoreError> {
    let twins: Vec<RecordId> = records.iter().flat_map(|record| journal.standing.twins(*record)).collect();
    let held = held(connection, &journal.standing, &twins).await?;
    let mut conflicts = Vec::new();
    for record in records {
        let Some((seen, state)) = state(&journal.standing, *record, &journal.device, &held) else { continue };
        let Some(kind) = state.kind else { continue };
        for field in in_conflict(&state) {
            conflicts.push(conflict(journal, (*record, kind, field), &seen, &state));
        }
    }
    Ok(conflicts)
}

fn conflict(
    journal: &Journal,
    (record, kind, field): (RecordId, Kind, Field),
    seen: &[RevisionSeen],
    state: &RecordState,
) -> Conflict {
    let (known, origins) = (by_digest(seen), Origins::of(seen));
    let said = |named: &Digest, by: &Digest| {
        let (head, by) = (known.get(named)?, known.get(by)?);
        let commit = journal.standing.commit(&by.commit)?;
        Some(Said {
            revision: *named,
            value: head.contents.as_ref()?.get(&field)?.clone(),
            device: commit.device,
            is_own: commit.device == journal.device,
            author: commit.author,
            at: commit.time,
        })
    };
    let stands = heads(journal, field, seen, (&known, &origins), state);
    let by: Vec<Digest> = stands.iter().map(|(_, by)| *by).collect();
    let before = origins.before(field, &by);
    Conflict {
        record,
        kind,
        field,
        values: stands.iter().filter_map(|(head, by)| said(head, by)).collect(),
        before: before.and_then(|before| said(&before, &before)),
    }
}

fn by_digest(seen: &[RevisionSeen]) -> HashMap<Digest, &RevisionSeen> {
    // Of twins that say the same the first one.
    seen.iter().rev().map(|revision| (revision.digest, revision)).collect()
}

/// The heads of a field, each with the revision in which somebody said it: the latest first.
fn heads(
    journal: &Journal,
    field: Field,
    seen: &[RevisionSeen],
    (known, origins): (&HashMap<Digest, &RevisionSeen>, &Origins<'_>),
    state: &RecordState,
) -> Vec<(Digest, Digest)> {
    let undoes = |commit: &Digest| journal.standing.commit(commit)?.undoes;
    let undone: BTreeSet<Digest> = seen.iter().filter_map(|revision| undoes(&revision.commit)).collect();
    let is_undo = |commit: &Digest| undoes(commit).is_some() || undone.contains(commit);
    let heads = state.fields.get(&field).map(|known| known.heads.as_slice()).unwrap_or_default();
    let mut heads: Vec<(Digest, Digest)> =
        heads.iter().map(|head| (*head, origins.said_by(field, head, is_undo))).collect();
    // By who said it first, so that each stands where it stood after an undo.
    heads.sort_unstable_by_key(|(head, by)| Reverse((known.get(by).map(|it| it.time), *by, *head)));
    heads
}
