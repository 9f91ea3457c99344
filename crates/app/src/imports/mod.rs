//! Import of a table: each row recorded once, what cannot be recorded listed with its reason.

mod dates;
mod mapping;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anteroom_documents::table::{Row, Table};
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, made};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::consultations::Steps;
use crate::contributions::NewContribution;
use crate::desk::Desk;
use crate::error::AppError;
use crate::files;
use crate::structure::{is_put_away, text};

pub use mapping::Mapping;

/// What became of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    pub recorded: u32,
    /// Rows that were recorded before, here or on another laptop; also those erased since.
    pub already: u32,
    pub refused: Vec<RefusedRow>,
}

/// A row that was not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// From 1, not counting the header.
    pub row: u32,
    pub why: String,
}

/// A keyed fingerprint of where a row comes from and what it holds.
type Mark = [u8; 16];

/// Records each row of the table once, in one action. Without a mapping the table must be one of our own sheets.
///
/// # Errors
/// `cannot-read`, `empty-table`, `unknown-column`, `cancelled`; nothing is recorded then.
pub async fn import(desk: &Desk, file: &Path, mapping: Option<Mapping>, steps: &Steps) -> Result<ImportReport, AppError> {
    let structure = desk.structure().await?;
    let bytes = files::read(file)?;
    let table = open(&bytes)?;
    let mapping = mapping::Columns::find(mapping, &table, file)?;
    let mut report = ImportReport::default();
    let mut rows = Vec::new();
    let mut seen = BTreeMap::<Mark, u32>::new();
    let fingerprints = Fingerprints::new(&structure.consultation.fingerprint_secret, &mapping.source);
    for (number, row) in (1_u32..).zip(table.rows()) {
        let refuse = |why: String| RefusedRow { row: number, why };
        match row {
            Err(error) => report.refused.push(refuse(error.to_string())),
            Ok(row) if mapping.skips(&row) => {}
            Ok(row) => match rows::read(&row, &mapping, &structure) {
                Err(error) => report.refused.push(refuse(error.message)),
                Ok(read) => {
                    // The same words twice in one file are two voices; the same file twice is not.
                    let times = seen.entry(fingerprints.of(&row, 0)).or_default();
                    rows.push((fingerprints.of(&row, *times), read));
                    *times += 1;
                }
            },
        }
    }
    drop(table);
    drop(bytes);
    let marks: Vec<Mark> = rows.iter().map(|(mark, _)| *mark).collect();
    let known: BTreeSet<Mark> = desk.store().marks_known(&marks).await?.into_iter().collect();
    rows.retain(|(mark, _)| !known.contains(mark));
    report.already = (marks.len() - rows.len()) as u32;
    report.recorded = rows.len() as u32;
    if !rows.is_empty() {
        let edits = edits(desk, rows).await?;
        steps.check()?;
        desk.commit_with(Deed::IMPORT, edits, steps).await?;
    }
    Ok(report)
}

fn open(bytes: &[u8]) -> Result<Table<'_>, AppError> {
    Table::open(bytes).map_err(|error| AppError::new("empty-table", &[("why", &error.to_string())]))
}

/// The speakers who are not known yet, and then the contributions.
async fn edits(desk: &Desk, rows: Vec<(Mark, rows::ReadRow)>) -> Result<Vec<Edit>, AppError> {
    let mut speakers: BTreeMap<String, Value> = BTreeMap::new();
    if rows.iter().any(|(_, row)| row.speaker.is_some()) {
        for speaker in desk.store().records(field::SPEAKER).await?.iter().filter(|speaker| !is_put_away(speaker)) {
            speakers.insert(text(speaker, field::NAME), speaker.id.into());
        }
    }
    let mut edits = Vec::with_capacity(rows.len());
    for name in rows.iter().filter_map(|(_, row)| row.speaker.as_ref()) {
        if !speakers.contains_key(name) {
            speakers.insert(name.clone(), made(edits.len() as u32));
            let fields = Fields::from([(field::NAME, name.as_str().into())]);
            edits.push(Edit::Create { kind: field::SPEAKER, fields, mark: None });
        }
    }
    let references = desk.store().next_references(rows.len() as u64).await?;
    for (at, (mark, row)) in (0_u64..).zip(rows) {
        let NewContribution(mut fields) = row.contribution;
        fields.insert(field::REFERENCE, references.of(at).into());
        if let Some(speaker) = row.speaker.and_then(|name| speakers.get(&name).cloned()) {
            fields.insert(field::SPEAKER_OF, speaker);
        }
        edits.push(Edit::Create { kind: field::CONTRIBUTION, fields, mark: Some(mark) });
    }
    Ok(edits)
}

/// Makes fingerprints under the consultation's secret: they say nothing to whoever lacks it.
struct Fingerprints {
    begun: Option<Hmac<Sha256>>,
}

impl Fingerprints {
    fn new(secret: &[u8], source: &str) -> Self {
        let begun = Hmac::<Sha256>::new_from_slice(secret).ok().map(|mut mac| {
            mac.update(b"anteroom/1/row");
            add(&mut mac, source);
            mac
        });
        Self { begun }
    }

    /// Of one row, the `times`th of those that are alike.
    fn of(&self, row: &Row, times: u32) -> Mark {
        let Some(mut mac) = self.begun.clone() else { return Mark::default() };
        row.cells().for_each(|cell| add(&mut mac, cell));
        mac.update(&times.to_be_bytes());
        let digest = mac.finalize().into_bytes();
        std::array::from_fn(|at| digest[at])
    }
}

/// Adds a text behind its length, so that no two lists of texts read alike.
fn add(mac: &mut Hmac<Sha256>, text: &str) {
    mac.update(&(text.len() as u64).to_be_bytes());
    mac.update(text.as_bytes());
}

/// Writes the refused rows as they stood, each with its number and its reason, to be mended and imported again.
///
/// # Errors
/// `cannot-read`, `cannot-write`.
pub fn save_refused(file: &Path, report: &ImportReport, to: &Path) -> Result<(), AppError> {
    let bytes = files::read(file)?;
    let table = open(&bytes)?;
    let refused: BTreeMap<u32, &str> = report.refused.iter().map(|refused| (refused.row, refused.why.as_str())).collect();
    let csv = anteroom_documents::refused::write(&table, &refused);
    files::write_whole(to, &csv)
}

/// Writes the sheet that a note-taker without Anteroom fills in.
///
/// # Errors
/// `cannot-write`.
pub async fn write_sheet(desk: &Desk, to: &Path) -> Result<(), AppError> {
    let structure = desk.structure().await?;
    let label = |words: &anteroom_model::words::Words| structure.label(words);
    let groups: Vec<_> = structure.groups.iter().filter(|group| group.in_use).map(|group| label(&group.name)).collect();
    let kinds: Vec<_> = structure.kinds.iter().map(|kind| label(&kind.name)).collect();
    files::write_whole(to, &anteroom_documents::sheet::blank(&groups, &kinds))
}
