//! What stands against each other: fields that were set on several laptops at once and that nobody has settled.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use anteroom_journal::resolve::{RecordState, RevisionSeen, before, said_by};
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

    /// All that a record holds now, as it is set in a new one.
    ///
    /// # Errors
    /// `UnknownRecord`, or what the disk refuses.
    pub async fn fields_of(&self, record: RecordId) -> Result<Fields, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let held = held(connection, &journal.standing.twins(record)).await?;
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
    let held = held(connection, &twins).await?;
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
    let undoes = |commit: &Digest| journal.standing.commit(commit)?.undoes;
    let undone: BTreeSet<Digest> = seen.iter().filter_map(|revision| undoes(&revision.commit)).collect();
    let is_undo = |commit: &Digest| undoes(commit).is_some() || undone.contains(commit);
    let find = |digest: &Digest| seen.iter().find(|revision| revision.digest == *digest);
    let said = |named: &Digest, by: &Digest| {
        let (head, by) = (find(named)?, find(by)?);
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
    let heads = state.fields.get(&field).map(|known| known.heads.as_slice()).unwrap_or_default();
    let mut said_here: Vec<(Digest, Digest)> =
        heads.iter().map(|head| (*head, said_by(seen, field, head, is_undo))).collect();
    // By who said it first, so that each stands where it stood after an undo.
    said_here.sort_unstable_by_key(|(head, by)| Reverse((find(by).map(|it| it.time), *by, *head)));
    let by: Vec<Digest> = said_here.iter().map(|(_, by)| *by).collect();
    let before = before(seen, field, &by);
    Conflict {
        record,
        kind,
        field,
        values: said_here.iter().filter_map(|(head, by)| said(head, by)).collect(),
        before: before.and_then(|before| said(&before, &before)),
    }
}
