//! What is read of one record, as a row of the read tables holds it.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_journal::encoding::{Reader, Writer};
use anteroom_model::doubles::PairState;
use anteroom_model::field::{self, Field, Kind};
use anteroom_model::folding::indexed;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Basis, Consent, Permission, Permissions, Ranked, Wording};
use anteroom_model::value::{Fields, Value};
use serde::Serialize;
use sqlx::FromRow;
use sqlx::sqlite::SqliteRow;

use crate::contribution::{Contribution, File, Translation};
use crate::error::StoreError;

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
    pub(crate) conflicts: String,
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
    pub(crate) question: Option<i64>,
    pub(crate) translations: String,
    pub(crate) files: String,
    pub(crate) doubles: String,
}

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
        files: &[File],
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
            conflicts: numbers(conflicts),
            question: value(field::QUESTION).and_then(Value::int),
            translations: json(&elements(value(field::TRANSLATIONS)).filter_map(translation).collect::<Vec<_>>()),
            files: json(&files.iter().map(|file| (file.id, &file.name)).collect::<Vec<_>>()),
            doubles: doubles(value(field::DOUBLES), value(field::APART)),
        }
    }
}

/// What was said of a contribution and others, as a column holds it: of each other one whether they are one and whether
/// they are two, by id.
fn doubles(one: Option<&Value>, two: Option<&Value>) -> String {
    if one.is_none() && two.is_none() {
        return "[]".to_owned();
    }
    let ids = |value| elements(value).filter_map(Value::record).collect::<BTreeSet<RecordId>>();
    let (one, two) = (ids(one), ids(two));
    json(&one.union(&two).map(|id| (id, one.contains(id), two.contains(id))).collect::<Vec<_>>())
}

/// Reads it back.
pub(crate) fn read_doubles(column: &str) -> BTreeMap<RecordId, PairState> {
    let read: Vec<(RecordId, bool, bool)> = serde_json::from_str(column).unwrap_or_default();
    read.into_iter().map(|(id, one, two)| (id, PairState::of(one, two))).collect()
}

/// The numbers of fields, as a column holds them.
pub(crate) fn numbers(fields: &[Field]) -> String {
    json(&fields.iter().map(|field| field.0).collect::<Vec<_>>())
}

/// Reads them back.
pub(crate) fn read_numbers(column: &str) -> Vec<Field> {
    let numbers: Vec<u32> = if column == "[]" { Vec::new() } else { serde_json::from_str(column).unwrap_or_default() };
    numbers.into_iter().map(Field).collect()
}

/// Language, words and status.
fn translation(value: &Value) -> Option<[&str; 3]> {
    match value.list()? {
        [language, text, status] => Some([language.text()?, text.text()?, status.text()?]),
        _ => None,
    }
}

/// Stands between one text and the next: a sign that is part of no word.
const BETWEEN: char = '\u{e000}';

/// The words by which a contribution is found: its own, those of its translations, and those of its files' names.
pub(crate) fn searched(text: &str, translations: &str, files: &str) -> String {
    let mut line = indexed(text);
    let translations = read_translations(translations).into_iter().map(|(_, text, _)| text);
    for text in translations.chain(read_files(files).into_iter().map(|file| file.name)) {
        line.push(' ');
        line.push(BETWEEN);
        line.push(' ');
        line.push_str(&indexed(&text));
    }
    line
}

/// Translations, as a column holds them.
fn read_translations(column: &str) -> Vec<(String, String, String)> {
    // Nearly all have none, and all that is searched comes by here.
    if column == "[]" { Vec::new() } else { serde_json::from_str(column).unwrap_or_default() }
}

/// Attached files, as a column holds them.
fn read_files(column: &str) -> Vec<File> {
    let read: Vec<(RecordId, String)> =
        if column == "[]" { Vec::new() } else { serde_json::from_str(column).unwrap_or_default() };
    read.into_iter().map(|(id, name)| File { id, name }).collect()
}

/// The keys of a list, as a column holds them.
pub(crate) fn keys(list: &str) -> Vec<String> {
    serde_json::from_str(list).unwrap_or_default()
}

/// The elements of a merged set.
fn elements(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::list).unwrap_or_default().iter()
}

impl From<ContributionRow> for Contribution {
    fn from(row: ContributionRow) -> Self {
        let record = |bytes: &Option<Vec<u8>>| bytes.as_deref().and_then(|bytes| RecordId::try_from(bytes).ok());
        Self {
            id: RecordId::try_from(row.id.as_slice()).unwrap_or_default(),
            highlights: Vec::new(),
            found_in: None,
            translations: read_translations(&row.translations)
                .into_iter()
                .map(|(language, text, status)| Translation { language, text, status })
                .collect(),
            files: read_files(&row.files),
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
            conflicts: read_numbers(&row.conflicts),
            standing_against: Vec::new(),
            reference: row.reference,
            text: row.text,
            language: row.language,
            kind: row.kind,
            state: row.state,
            source: row.source,
            recorded_at: row.recorded_at,
            said_at: row.said_at,
            question: row.question,
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

/// The whole row of a contribution.
pub(crate) fn read_row(row: &SqliteRow) -> Result<ContributionRow, sqlx::Error> {
    ContributionRow::from_row(row)
}
