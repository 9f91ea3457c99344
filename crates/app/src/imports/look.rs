//! A table before it is imported: what it holds, and how its rows would be read.

use std::path::Path;

use anteroom_model::field;
use anteroom_model::permission::{Permission, Permissions};
use anteroom_model::value::{Fields, Value};
use anteroom_model::view::{Labelled, NodeLabel};
use serde::{Deserialize, Serialize};

use super::groups::{Added, Met, MetGroup};
use super::mapping::{Columns, Mapping};
use super::{Read, Reading, RefusedRow, open, propose, words};
use crate::consultations::Steps;
use crate::contributions::NewContribution;
use crate::desk::Desk;
use crate::error::AppError;
use crate::files;
use crate::structure::Structure;

/// A table that a person chose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TableView {
    /// The file's name, without the folder.
    pub name: String,
    /// How its letters are written down: `UTF-8`, `windows-1252`, …
    pub encoding: String,
    /// What stands between its cells.
    pub delimiter: String,
    pub columns: Vec<ColumnView>,
    pub rows: u32,
    /// What its columns seem to mean.
    pub proposed: Mapping,
}

/// A column with what stands in it first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ColumnView {
    pub name: String,
    pub first: String,
}

/// One row as it would be recorded, or why it would not be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreviewRow {
    /// From 1, not counting the header.
    pub row: u32,
    pub text: String,
    pub language: String,
    pub groups: Vec<Labelled>,
    pub kind: Option<Labelled>,
    pub nodes: Vec<NodeLabel>,
    pub speaker: String,
    /// The round.
    pub segment: String,
    pub said_at: Option<i64>,
    pub state: String,
    pub permissions: Permissions,
    /// Why it would be refused; empty where it would not.
    pub refused: String,
}

/// What would become of all rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Expected {
    pub recorded: u32,
    pub already: u32,
    pub refused: u32,
    /// The first of those refused.
    pub first_refused: Vec<RefusedRow>,
    /// The first names that no group of the consultation has, whatever was said of them: most rows first.
    pub unknown_groups: Vec<MetGroup>,
    /// So many there are.
    pub unknown_group_count: u32,
}

/// So many rows are shown beforehand.
const SHOWN: usize = 12;

/// So many reasons are told one by one.
pub(super) const TOLD: usize = 50;

/// How much of a first cell is shown.
const BEGINNING: usize = 60;

/// Looks into a table.
///
/// # Errors
/// `cannot-read`, `empty-table`.
pub fn look(file: &Path) -> Result<TableView, AppError> {
    let bytes = files::read(file)?;
    let table = open(&bytes)?;
    let first = table.rows().find_map(Result::ok);
    let column = |(place, name): (usize, &String)| {
        let cell = first.as_ref().and_then(|row| row.cell(place)).unwrap_or_default().trim();
        ColumnView { name: name.clone(), first: cell.chars().take(BEGINNING).collect() }
    };
    let explained = Columns::find(Mapping::default(), &table, file);
    Ok(TableView {
        name: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        encoding: table.encoding().to_owned(),
        delimiter: char::from(table.delimiter()).to_string(),
        columns: table.columns().iter().enumerate().map(column).collect(),
        rows: u32::try_from(table.rows().count()).unwrap_or(u32::MAX),
        proposed: explained.map_or_else(|_| propose::mapping(&table), |columns| columns.said(&table)),
    })
}

/// The first rows as they would be recorded.
///
/// # Errors
/// `cannot-read`, `empty-table`, `unknown-column`, `not-a-sheet`.
pub async fn preview(desk: &Desk, file: &Path, mapping: Mapping) -> Result<Vec<PreviewRow>, AppError> {
    let structure = desk.structure().await?;
    let bytes = files::read(file)?;
    let table = open(&bytes)?;
    let columns = Columns::find(mapping, &table, file)?;
    let language = desk.language();
    let refused = |row, why| PreviewRow { row, refused: why, ..PreviewRow::default() };
    let (mut shown, mut rows) = (Vec::new(), Vec::new());
    for (number, row) in (1_u32..).zip(table.rows()) {
        match row {
            Err(unreadable) => shown.push(refused(number, words::unreadable_row(&language, unreadable.why))),
            Ok(row) if columns.skips(&row) => {}
            Ok(row) => rows.push((number, row)),
        }
        if shown.len() + rows.len() == SHOWN {
            break;
        }
    }
    let mut met = Met::default();
    for (_, row) in &rows {
        met.add(row, &columns, &structure);
    }
    let (structure, _) = Added::to(&structure, &met, &columns.decided)?;
    let reading = Reading::new(&structure, &columns);
    for ((number, row), (_, read)) in rows.iter().zip(reading.read(&rows)) {
        shown.push(match read {
            Ok(read) => previewed(*number, read.contribution, read.speaker, &structure),
            Err(error) => PreviewRow {
                text: row.cell(columns.text).unwrap_or_default().chars().take(500).collect(),
                ..refused(*number, error.said_in(&language).message)
            },
        });
    }
    shown.sort_by_key(|row| row.row);
    Ok(shown)
}

fn previewed(row: u32, contribution: NewContribution, speaker: Option<String>, structure: &Structure) -> PreviewRow {
    let NewContribution(fields) = contribution;
    let text = |field| fields.get(&field).and_then(Value::text).unwrap_or_default();
    let answer = |field| Permission::read(fields.get(&field));
    let segment = fields.get(&field::SEGMENT_OF).and_then(Value::record);
    let segment = segment.and_then(|id| structure.segment_by_id(id));
    PreviewRow {
        row,
        text: text(field::TEXT).to_owned(),
        language: text(field::LANGUAGE).to_owned(),
        groups: keys(&fields, field::GROUPS).map(|key| structure.group_label(key)).collect(),
        kind: Some(text(field::KIND_KEY)).filter(|key| !key.is_empty()).map(|key| structure.kind_label(key)),
        nodes: keys(&fields, field::TAGS).map(|key| structure.node_label(key)).collect(),
        speaker: speaker.unwrap_or_default(),
        segment: segment.map(|segment| structure.label(&segment.name)).unwrap_or_default(),
        said_at: fields.get(&field::SAID_AT).and_then(Value::int),
        state: text(field::STATE).to_owned(),
        permissions: Permissions {
            share: answer(field::SHARE),
            quote: answer(field::QUOTE),
            name_organisation: answer(field::NAME_ORGANISATION),
            name_person: answer(field::NAME_PERSON),
        },
        refused: String::new(),
    }
}

/// What a new record's set field adds.
pub(super) fn keys(fields: &Fields, field: field::Field) -> impl Iterator<Item = &str> {
    fields.get(&field).into_iter().flat_map(Value::elements).filter_map(|(element, _)| element.text())
}

/// What would become of every row, and the rows that would be refused. Nothing is recorded.
///
/// # Errors
/// As `import`.
pub async fn expect(
    desk: &Desk,
    file: &Path,
    mapping: Mapping,
    steps: &Steps,
) -> Result<(Expected, Vec<RefusedRow>), AppError> {
    let Read { report, mut unknown_groups, .. } = super::read(desk, file, mapping, steps).await?;
    let unknown_group_count = unknown_groups.len() as u32;
    unknown_groups.truncate(TOLD);
    let expected = Expected {
        recorded: report.recorded,
        already: report.already,
        refused: report.refused.len() as u32,
        first_refused: report.refused.iter().take(TOLD).cloned().collect(),
        unknown_groups,
        unknown_group_count,
    };
    Ok((expected, report.refused))
}
