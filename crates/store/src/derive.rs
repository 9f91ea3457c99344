//! From the journal to what is read: the state of a record, and its row.

use std::collections::HashMap;

use anteroom_journal::contents::{self, Contents};
use anteroom_journal::resolve::{RecordState, RevisionSeen, resolve};
use anteroom_journal::standing::{Fate, Standing};
use anteroom_model::field::{self, Field, Kind};
use anteroom_model::ids::{DeviceId, Digest, RecordId};
use anteroom_model::value::{Fields, Value};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use crate::contribution::File;
use crate::error::StoreError;
use crate::revision;
use crate::tables::{ContributionRow, OtherRow, Shown, encode_fields, numbers};

/// Contents by the record and the digest that name them.
pub(crate) type Held = HashMap<(RecordId, Digest), Fields>;

/// How many revisions are asked for in one statement.
const AT_ONCE: usize = 400;

/// The contents held of these records.
///
/// # Errors
/// `ContentsDamaged`, or what the disk refuses.
pub(crate) async fn held(
    connection: &mut SqliteConnection,
    standing: &Standing,
    records: &[RecordId],
) -> Result<Held, StoreError> {
    let mut held = Held::new();
    each_contents(connection, standing, records, |record, bytes| hold(&mut held, record, &bytes)).await?;
    Ok(held)
}

/// Hands on the bytes of every revision held of these records, each with its record.
///
/// # Errors
/// `ContentsDamaged`, what the disk refuses, or what `each` says.
pub(crate) async fn each_contents(
    connection: &mut SqliteConnection,
    standing: &Standing,
    records: &[RecordId],
    mut each: impl FnMut(RecordId, Vec<u8>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for some in revision::rows(standing, records).chunks(AT_ONCE) {
        let mut select = QueryBuilder::<Sqlite>::new("SELECT record, bytes FROM revision WHERE row IN (");
        let mut rows = select.separated(", ");
        for row in some {
            rows.push_bind(*row);
        }
        select.push(")");
        let rows: Vec<(Vec<u8>, Vec<u8>)> =
            select.build_query_as().persistent(some.len() == 1).fetch_all(&mut *connection).await?;
        for (record, bytes) in rows {
            each(RecordId::try_from(record.as_slice()).map_err(|_| StoreError::ContentsDamaged)?, bytes)?;
        }
    }
    Ok(())
}

pub(crate) fn hold(held: &mut Held, record: RecordId, bytes: &[u8]) -> Result<(), StoreError> {
    let read = Contents::decode(bytes).map_err(|_| StoreError::ContentsDamaged)?;
    held.insert((record, contents::digest(bytes)), read.fields);
    Ok(())
}

/// The revisions of a record as this computer sees them: its own work that still waits is shown here.
pub(crate) fn seen(standing: &Standing, record: RecordId, device: &DeviceId, held: &Held) -> Vec<RevisionSeen> {
    let mut seen = standing.revisions(record, Some(device));
    for revision in &mut seen {
        revision.contents = held.get(&(revision.record, revision.digest)).cloned();
    }
    seen
}

/// The state of a record here, with its revisions; `None` where it is not shown under this id.
pub(crate) fn state(
    standing: &Standing,
    record: RecordId,
    device: &DeviceId,
    held: &Held,
) -> Option<(Vec<RevisionSeen>, RecordState)> {
    if standing.alias(record) != record || standing.fate(&record) != Fate::Shown {
        return None;
    }
    let seen = seen(standing, record, device, held);
    let state = resolve(&seen);
    state.live.then_some((seen, state))
}

/// Some records as their rows are worked out: with all their twins, and with what is attached to them.
pub(crate) fn with_parts(standing: &Standing, records: impl IntoIterator<Item = RecordId>) -> Vec<RecordId> {
    let parts = |record| [standing.twins(record), standing.parts(record)];
    records.into_iter().flat_map(parts).flatten().collect()
}

/// The files attached to a contribution that are shown, the first one first.
pub(crate) fn files(standing: &Standing, record: RecordId, device: &DeviceId, held: &Held) -> Vec<File> {
    let mut files = Vec::new();
    for part in standing.parts(record) {
        let Some((seen, state)) = state(standing, part, device, held) else { continue };
        let put_away = state.value(field::PUT_AWAY).and_then(Value::bool).unwrap_or(false);
        if state.kind == Some(field::ATTACHMENT) && !put_away {
            let name = state.value(field::NAME).and_then(Value::text).unwrap_or_default().to_owned();
            let at = seen.iter().map(|revision| revision.time).min().unwrap_or_default();
            files.push((at, name, part));
        }
    }
    files.sort_unstable();
    files.into_iter().map(|(_, name, id)| File { id, name }).collect()
}

/// What is read of a record; `None` where nothing is.
pub(crate) fn shown(record: RecordId, seen: &[RevisionSeen], state: &RecordState, files: &[File]) -> Option<Shown> {
    let kind = state.kind?;
    if kind == field::CONTRIBUTION {
        // Words that nobody may pass on did not come along.
        if state.fields.get(&field::TEXT).is_some_and(|text| text.value.is_none() && !text.missing.is_empty()) {
            return None;
        }
        let made = seen.iter().filter(|revision| revision.parents.is_empty()).map(|revision| revision.time).min();
        let recorded_at = made.or_else(|| seen.iter().map(|revision| revision.time).min()).unwrap_or_default();
        return contribution(record, recorded_at, &in_conflict(state), files, |field| state.value(field));
    }
    // Names that were left out of a file, and whatever else did not come along: there is nothing to show.
    if seen.iter().all(|revision| revision.contents.is_none()) && seen.iter().any(|it| !it.fields.is_empty()) {
        return None;
    }
    let fields: Vec<(Field, &Value)> =
        state.fields.keys().filter_map(|field| Some((*field, state.value(*field)?))).collect();
    let fields = encode_fields(fields.into_iter());
    Some(Shown::Other(OtherRow { id: record, kind, fields, conflicts: numbers(&in_conflict(state)) }))
}

/// The fields in which values stand against each other. Of what is put away nobody has to settle anything, but whether it is.
pub(crate) fn in_conflict(state: &RecordState) -> Vec<Field> {
    let is_away = state.value(field::PUT_AWAY).and_then(Value::bool).unwrap_or(false);
    let fields = state.fields.iter().filter(|(_, known)| !known.conflict.is_empty()).map(|(field, _)| *field);
    fields.filter(|field| !is_away || *field == field::PUT_AWAY).collect()
}

fn contribution<'v>(
    record: RecordId,
    recorded_at: i64,
    conflicts: &[Field],
    files: &[File],
    value: impl Fn(Field) -> Option<&'v Value>,
) -> Option<Shown> {
    let put_away = value(field::PUT_AWAY).and_then(Value::bool).unwrap_or(false);
    (!put_away)
        .then(|| Shown::Contribution(Box::new(ContributionRow::new(record, recorded_at, conflicts, files, value))))
}

/// What is read of a record that was just made: it has one revision, so its values are what that one says.
pub(crate) fn shown_new(record: RecordId, kind: Kind, time: i64, mut fields: Fields) -> Option<Shown> {
    for (_, value) in fields.iter_mut().filter(|(field, _)| field.class() == field::Class::Set) {
        let present = value.elements().filter(|(_, present)| *present).map(|(element, _)| element.clone());
        *value = Value::List(present.collect());
    }
    if kind == field::CONTRIBUTION {
        return contribution(record, time, &[], &[], |field| fields.get(&field));
    }
    let fields: Vec<(Field, &Value)> = fields.iter().map(|(field, value)| (*field, value)).collect();
    let fields = encode_fields(fields.into_iter());
    Some(Shown::Other(OtherRow { id: record, kind, fields, conflicts: numbers(&[]) }))
}
