//! The read tables: what stands in them for a record, and how it gets there. Bulk work takes slices.

use anteroom_journal::encoding::{Reader, Writer};
use anteroom_model::field::{self, Field, Kind};
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Basis, Consent, Permission, Permissions, Ranked, Wording};
use anteroom_model::value::{Fields, Value};
use serde::Serialize;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, QueryBuilder, Row as _, Sqlite, SqliteConnection};

use crate::contribution::Contribution;
use crate::error::StoreError;
use crate::words::indexed;

/// What is read of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Contribution(Box<ContributionRow>),
    Other(OtherRow),
}

/// A row of the table `record`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OtherRow {
    pub(crate) id: RecordId,
    pub(crate) kind: Kind,
    pub(crate) fields: Vec<u8>,
}

/// A row of the table `contribution`, as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub(crate) struct ContributionRow {
    pub(crate) id: Vec<u8>,
    pub(crate) reference: String,
    pub(crate) text: String,
    pub(crate) language: String,
    pub(crate) kind: String,
    pub(crate) groups: String,
    pub(crate) nodes: String,
    pub(crate) share: i64,
    pub(crate) quote: i64,
    pub(crate) name_organisation: i64,
    pub(crate) name_person: i64,
    pub(crate) wording: i64,
    pub(crate) rule: i64,
    pub(crate) state: String,
    pub(crate) segment: Option<Vec<u8>>,
    pub(crate) segments_been: String,
    pub(crate) speaker: Option<Vec<u8>>,
    pub(crate) turn: Option<Vec<u8>>,
    pub(crate) source: String,
    pub(crate) recorded_at: i64,
    pub(crate) said_at: Option<i64>,
    pub(crate) conflicts: String,
}

/// The columns, in the order in which they are written.
const COLUMNS: &str = "row, id, reference, text, language, kind, groups, nodes, share, quote, name_organisation, \
    name_person, wording, rule, state, segment, segments_been, speaker, turn, source, recorded_at, said_at, conflicts";

/// How many rows one statement writes: as many as SQLite takes parameters for.
const AT_ONCE: usize = 200;

/// A permission as it stands in a column: 16 times its rank, and its basis. A rank that is not known is kept high.
fn permission(value: Option<&Value>) -> i64 {
    let permission = Permission::read(value);
    permission.consent.rank() * 16 + permission.basis.map_or(0, Basis::number)
}

fn read_permission(column: i64) -> Permission {
    Permission { consent: Consent::from_rank(column / 16), basis: Basis::from_number(column % 16) }
}

/// The lowest and the highest value of a column that hold this answer.
pub(crate) fn columns_of(consent: Consent) -> (i64, i64) {
    (consent.rank() * 16, consent.rank() * 16 + 15)
}

fn json(items: &[impl Serialize]) -> String {
    // Lists of texts and numbers are always JSON.
    serde_json::to_string(items).unwrap_or_default()
}

impl ContributionRow {
    /// What is shown of a contribution whose current values are `value`.
    pub(crate) fn new<'v>(
        id: RecordId,
        recorded_at: i64,
        conflicts: &[Field],
        value: impl Fn(Field) -> Option<&'v Value>,
    ) -> Self {
        let text = |field| value(field).and_then(Value::text).unwrap_or_default().to_owned();
        let record = |field| value(field).and_then(Value::record).map(|id| id.0.to_vec());
        let texts = |field| json(&elements(value(field)).filter_map(Value::text).collect::<Vec<_>>());
        let language = text(field::LANGUAGE);
        Self {
            id: id.0.to_vec(),
            reference: text(field::REFERENCE),
            text: text(field::TEXT),
            language: if language.is_empty() { "und".to_owned() } else { language },
            kind: text(field::KIND_KEY),
            groups: texts(field::GROUPS),
            nodes: texts(field::TAGS),
            share: permission(value(field::SHARE)),
            quote: permission(value(field::QUOTE)),
            name_organisation: permission(value(field::NAME_ORGANISATION)),
            name_person: permission(value(field::NAME_PERSON)),
            wording: Wording::read(value(field::WORDING)).rank(),
            rule: AttributionRule::read(value(field::RULE)).rank(),
            state: text(field::STATE),
            segment: record(field::SEGMENT_OF),
            segments_been: json(&elements(value(field::SEGMENTS_BEEN)).filter_map(Value::record).collect::<Vec<_>>()),
            speaker: record(field::SPEAKER_OF),
            turn: record(field::TURN_OF),
            source: text(field::SOURCE),
            recorded_at,
            said_at: value(field::SAID_AT).and_then(Value::int),
            conflicts: json(&conflicts.iter().map(|field| field.0).collect::<Vec<_>>()),
        }
    }
}

/// The keys of a list, as a column holds them.
fn keys(list: &str) -> Vec<String> {
    serde_json::from_str(list).unwrap_or_default()
}

/// The elements of a merged set.
fn elements(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::list).unwrap_or_default().iter()
}

impl From<ContributionRow> for Contribution {
    fn from(row: ContributionRow) -> Self {
        let record = |bytes: &Option<Vec<u8>>| bytes.as_deref().and_then(|bytes| RecordId::try_from(bytes).ok());
        let conflicts: Vec<u32> = serde_json::from_str(&row.conflicts).unwrap_or_default();
        Self {
            id: RecordId::try_from(row.id.as_slice()).unwrap_or_default(),
            highlights: Vec::new(),
            groups: keys(&row.groups),
            nodes: keys(&row.nodes),
            permissions: Permissions {
                share: read_permission(row.share),
                quote: read_permission(row.quote),
                name_organisation: read_permission(row.name_organisation),
                name_person: read_permission(row.name_person),
            },
            wording: Wording::from_rank(row.wording),
            rule: AttributionRule::from_rank(row.rule),
            segment: record(&row.segment),
            segments_been: serde_json::from_str(&row.segments_been).unwrap_or_default(),
            speaker: record(&row.speaker),
            turn: record(&row.turn),
            conflicts: conflicts.into_iter().map(Field).collect(),
            standing_against: Vec::new(),
            reference: row.reference,
            text: row.text,
            language: row.language,
            kind: row.kind,
            state: row.state,
            source: row.source,
            recorded_at: row.recorded_at,
            said_at: row.said_at,
        }
    }
}

/// Current values as they are stored for records that are not contributions.
pub(crate) fn encode_fields<'v>(fields: impl ExactSizeIterator<Item = (Field, &'v Value)>) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.map(fields.len());
    for (field, value) in fields {
        writer.uint(field.0.into());
        writer.value(value);
    }
    writer.into_bytes()
}

/// Reads them back.
///
/// # Errors
/// `ContentsDamaged`.
pub(crate) fn decode_fields(bytes: &[u8]) -> Result<Fields, StoreError> {
    let damaged = |_| StoreError::ContentsDamaged;
    let mut reader = Reader::new(bytes);
    let mut entries = reader.map().map_err(damaged)?;
    let mut fields = Fields::new();
    while let Some(key) = entries.next(&mut reader).map_err(damaged)? {
        let field = Field(u32::try_from(key).map_err(|_| StoreError::ContentsDamaged)?);
        fields.insert(field, reader.value().map_err(damaged)?);
    }
    Ok(fields)
}

/// Puts new contributions in, behind those that are there. None of them is there yet.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn insert_contributions(
    connection: &mut SqliteConnection,
    rows: &[ContributionRow],
) -> Result<(), StoreError> {
    let (mut next,): (i64,) =
        sqlx::query_as("SELECT coalesce(max(row), 0) + 1 FROM contribution").fetch_one(&mut *connection).await?;
    for rows in rows.chunks(AT_ONCE) {
        write_contributions(connection, next, rows).await?;
        next += rows.len() as i64;
    }
    Ok(())
}

async fn write_contributions(
    connection: &mut SqliteConnection,
    first: i64,
    rows: &[ContributionRow],
) -> Result<(), StoreError> {
    let mut into = QueryBuilder::<Sqlite>::new("INSERT INTO contribution (");
    into.push(COLUMNS).push(") ");
    into.push_values((first..).zip(rows), |mut bind, (number, row)| {
        bind.push_bind(number)
            .push_bind(row.id.as_slice())
            .push_bind(row.reference.as_str())
            .push_bind(row.text.as_str());
        bind.push_bind(row.language.as_str()).push_bind(row.kind.as_str()).push_bind(row.groups.as_str());
        bind.push_bind(row.nodes.as_str()).push_bind(row.share).push_bind(row.quote).push_bind(row.name_organisation);
        bind.push_bind(row.name_person).push_bind(row.wording).push_bind(row.rule).push_bind(row.state.as_str());
        bind.push_bind(row.segment.as_deref()).push_bind(row.segments_been.as_str()).push_bind(row.speaker.as_deref());
        bind.push_bind(row.turn.as_deref()).push_bind(row.source.as_str()).push_bind(row.recorded_at);
        bind.push_bind(row.said_at).push_bind(row.conflicts.as_str());
    });
    into.build().persistent(rows.len() == AT_ONCE).execute(&mut *connection).await?;
    let line = |row: &ContributionRow| indexed(&row.text);
    let mut words = QueryBuilder::<Sqlite>::new("INSERT INTO contribution_words (rowid, words) ");
    words.push_values((first..).zip(rows), |mut bind, (number, row)| {
        bind.push_bind(number).push_bind(line(row));
    });
    words.build().persistent(rows.len() == AT_ONCE).execute(&mut *connection).await?;
    for (table, list) in [("contribution_group", groups as fn(&ContributionRow) -> &str), ("contribution_node", nodes)]
    {
        let keys =
            (first..).zip(rows).flat_map(|(number, row)| keys(list(row)).into_iter().map(move |key| (key, number)));
        // In the order of the table, so that its pages are written once.
        let mut keys: Vec<_> = keys.collect();
        keys.sort_unstable();
        for keys in keys.chunks(AT_ONCE) {
            let mut into = QueryBuilder::<Sqlite>::new("INSERT OR IGNORE INTO ");
            into.push(table).push(" (key, contribution) ");
            into.push_values(keys, |mut bind, (key, number)| {
                bind.push_bind(key.as_str()).push_bind(*number);
            });
            into.build().persistent(keys.len() == AT_ONCE).execute(&mut *connection).await?;
        }
    }
    Ok(())
}

fn groups(row: &ContributionRow) -> &str {
    &row.groups
}

fn nodes(row: &ContributionRow) -> &str {
    &row.nodes
}

/// Takes a contribution out of the tables and of the search, and says where it stood.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn take_out_contribution(
    connection: &mut SqliteConnection,
    id: RecordId,
) -> Result<Option<i64>, StoreError> {
    let found = sqlx::query("SELECT row, text, groups, nodes FROM contribution WHERE id = ?").bind(id.0.as_slice());
    let Some(found) = found.fetch_optional(&mut *connection).await? else { return Ok(None) };
    let (row, text): (i64, String) = (found.try_get("row")?, found.try_get("text")?);
    let words =
        sqlx::query("INSERT INTO contribution_words (contribution_words, rowid, words) VALUES ('delete', ?, ?)");
    words.bind(row).bind(indexed(&text)).execute(&mut *connection).await?;
    for (table, column) in [("contribution_group", "groups"), ("contribution_node", "nodes")] {
        let keys: String = found.try_get(column)?;
        let mut delete = QueryBuilder::<Sqlite>::new("DELETE FROM ");
        delete
            .push(table)
            .push(" WHERE key IN (SELECT value FROM json_each(")
            .push_bind(keys)
            .push(")) AND contribution = ")
            .push_bind(row);
        delete.build().execute(&mut *connection).await?;
    }
    sqlx::query("DELETE FROM contribution WHERE row = ?").bind(row).execute(&mut *connection).await?;
    Ok(Some(row))
}

/// Shows a contribution as it is now, in the place where it stood.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn put_contribution(
    connection: &mut SqliteConnection,
    id: RecordId,
    row: ContributionRow,
) -> Result<(), StoreError> {
    match take_out_contribution(connection, id).await? {
        Some(place) => write_contributions(connection, place, &[row]).await,
        None => insert_contributions(connection, &[row]).await,
    }
}

/// Puts other records in, each in the place of what stood there under its id.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn put_others(connection: &mut SqliteConnection, rows: &[OtherRow]) -> Result<(), StoreError> {
    for rows in rows.chunks(AT_ONCE) {
        let mut into = QueryBuilder::<Sqlite>::new("INSERT OR REPLACE INTO record (id, kind, fields) ");
        into.push_values(rows, |mut bind, row| {
            bind.push_bind(row.id.0.as_slice()).push_bind(i64::from(row.kind.0)).push_bind(row.fields.as_slice());
        });
        into.build().persistent(rows.len() == AT_ONCE).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Shows a record no more.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn take_out(connection: &mut SqliteConnection, id: RecordId) -> Result<(), StoreError> {
    take_out_contribution(connection, id).await?;
    sqlx::query("DELETE FROM record WHERE id = ?").bind(id.0.as_slice()).execute(&mut *connection).await?;
    Ok(())
}

/// Empties all of them.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn empty(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    for statement in [
        "DELETE FROM record",
        "DELETE FROM contribution",
        "DELETE FROM contribution_group",
        "DELETE FROM contribution_node",
        "INSERT INTO contribution_words (contribution_words) VALUES ('delete-all')",
    ] {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    Ok(())
}

/// The whole row of a contribution.
pub(crate) fn read_row(row: &SqliteRow) -> Result<ContributionRow, sqlx::Error> {
    ContributionRow::from_row(row)
}
