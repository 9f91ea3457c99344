//! Import of a table: each row recorded once, what cannot be recorded listed with its reason.

mod again;
mod dates;
mod groups;
mod look;
mod mapping;
mod propose;
mod rows;
mod words;

use std::collections::{BTreeMap, HashMap};
use std::num::NonZero;
use std::path::Path;
use std::thread;

use anteroom_documents::table::{Row, Table};
use anteroom_insight::language::guess;
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::value::{Fields, Value};
use anteroom_model::words::Words;
use anteroom_store::{Edit, Progress, made};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::consultations::Steps;
use crate::contributions::{NewContribution, language_tag};
use crate::desk::Desk;
use crate::error::AppError;
use crate::files;
use crate::structure::{Structure, is_put_away, text};
use groups::{Added, Met};
use rows::ReadRow;

pub use groups::{MetGroup, UnknownGroup};
pub use look::{ColumnView, Expected, PreviewRow, TableView, expect, look, preview};
pub use mapping::Mapping;

/// What became of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportReport {
    pub recorded: u32,
    /// Rows that were recorded before, here or on another laptop; also those erased since. A row whose import was taken back
    /// is recorded again.
    pub already: u32,
    pub refused: Vec<RefusedRow>,
}

/// A row that was not recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RefusedRow {
    /// From 1, not counting the header.
    pub row: u32,
    pub why: String,
}

/// A keyed fingerprint of where a row comes from and what it holds.
type Mark = [u8; 16];

/// Records each row of the table once, in one action.
///
/// # Errors
/// `cannot-read`, `empty-table`, `unknown-column`, `not-a-sheet`, `too-many-rows`, `cancelled`; nothing is recorded then.
pub async fn import(desk: &Desk, file: &Path, mapping: Mapping, steps: &Steps) -> Result<ImportReport, AppError> {
    let Read { edits, report, .. } = read(desk, file, mapping, steps).await?;
    if !edits.is_empty() {
        desk.commit_with(Deed::IMPORT, edits, &Second(steps)).await?;
    }
    Ok(report)
}

/// Writing, as the second half of an import; reading is the first.
struct Second<'s>(&'s Steps);

impl Progress for Second<'_> {
    fn step(&self, done: u64, of: u64) {
        self.0.step(of + done, 2 * of);
    }

    fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }
}

/// A table that was read.
struct Read {
    /// What it holds that is new.
    edits: Vec<Edit>,
    /// What will have become of its rows.
    report: ImportReport,
    unknown_groups: Vec<MetGroup>,
}

async fn read(desk: &Desk, file: &Path, mapping: Mapping, steps: &Steps) -> Result<Read, AppError> {
    let structure = desk.structure().await?;
    let bytes = files::read(file)?;
    let table = open(&bytes)?;
    let columns = mapping::Columns::find(mapping, &table, file)?;
    let met = met(&table, &columns, &structure);
    let unknown_groups = met.told(&structure);
    let (structure, groups) = Added::to(&structure, &met, &columns.decided)?;
    let reading = Reading::new(&structure, &columns);
    let speakers = known_speakers(desk, &columns).await?;
    let mut new = New { language: desk.language(), speakers, groups, ..New::default() };
    let mut some = Vec::with_capacity(SOME);
    let of = table.rows().count() as u64;
    for (number, row) in (1_u32..).zip(table.rows()) {
        match row {
            Err(refused) => new.refuse(number, words::unreadable_row(&new.language, refused.why)),
            Ok(row) if columns.skips(&row) => {}
            Ok(row) => some.push((number, row)),
        }
        if some.len() == SOME {
            steps.check()?;
            new.take_in(desk, &reading, &mut some).await?;
            steps.step(number.into(), 2 * of);
        }
    }
    new.take_in(desk, &reading, &mut some).await?;
    new.report.refused.sort_by_key(|refused| refused.row);
    Ok(Read { edits: new.edits, report: new.report, unknown_groups })
}

/// The names of groups that are not known, in all rows.
fn met(table: &Table<'_>, columns: &mapping::Columns, structure: &Structure) -> Met {
    let mut met = Met::default();
    if columns.group != mapping::From::Nowhere {
        let rows = table.rows().filter_map(Result::ok).filter(|row| !columns.skips(row));
        rows.for_each(|row| met.add(&row, columns, structure));
    }
    met
}

/// How many rows are read before what is known of them is asked for.
const SOME: usize = 1000;

/// The most rows of one import: more would not fit into one entry of the journal.
const MOST: u32 = 500_000;

/// What rows are read with.
struct Reading<'a> {
    structure: &'a Structure,
    columns: &'a mapping::Columns,
    fingerprints: Fingerprints,
}

impl<'a> Reading<'a> {
    fn new(structure: &'a Structure, columns: &'a mapping::Columns) -> Self {
        let fingerprints = Fingerprints::new(&structure.consultation.fingerprint_secret, &columns.source);
        Self { structure, columns, fingerprints }
    }

    /// Each row with its first fingerprint, or why it cannot be recorded.
    fn read(&self, rows: &[(u32, Row)]) -> impl Iterator<Item = (Mark, Result<ReadRow, AppError>)> {
        rows.iter().zip(self.languages(rows)).map(move |((_, row), language)| {
            (self.fingerprints.of(row, 0), rows::read(row, self.columns, self.structure, language))
        })
    }

    /// The languages that rows seem to be in, where they do not say: on all cores, because guessing costs more than
    /// everything else. Only guesses come back from there; what is kept is made where it is used up.
    fn languages(&self, rows: &[(u32, Row)]) -> Vec<&'static str> {
        let one_by_one = move |part: &[(u32, Row)]| part.iter().map(|(_, row)| self.language(row)).collect::<Vec<_>>();
        let guesses = rows.iter().filter(|(_, row)| self.columns.says_no_language(row)).count();
        let threads = thread::available_parallelism().map_or(1, NonZero::get).min(8);
        if threads == 1 || guesses < WORTH_SHARING {
            return one_by_one(rows);
        }
        thread::scope(|scope| {
            let parts = rows.chunks(rows.len().div_ceil(threads));
            let parts: Vec<_> = parts.map(|part| (part, scope.spawn(move || one_by_one(part)))).collect();
            // A thread that failed is made good for here: the same work, one after the other.
            parts.into_iter().flat_map(|(part, thread)| thread.join().unwrap_or_else(|_| one_by_one(part))).collect()
        })
    }

    fn language(&self, row: &Row) -> &'static str {
        let asks = self.columns.says_no_language(row);
        let guessed = if asks { guess(row.cell(self.columns.text).unwrap_or_default()) } else { None };
        guessed.unwrap_or("und")
    }
}

/// Below so many guesses one thread is quicker than several.
const WORTH_SHARING: usize = 100;

/// What an import is going to record.
#[derive(Default)]
struct New {
    /// In which refusals are said.
    language: String,
    edits: Vec<Edit>,
    /// By the name they go by: those who are known, and those who are made here.
    speakers: HashMap<String, Value>,
    /// The groups that may be added and are not made yet.
    groups: Added,
    /// How often each row was met: the same words twice in one file are two voices; the same file twice is not.
    met: HashMap<Mark, u32>,
    report: ImportReport,
}

impl New {
    /// Takes in those rows that were not recorded before, each new speaker and group in front of their first contribution.
    async fn take_in(
        &mut self,
        desk: &Desk,
        reading: &Reading<'_>,
        some: &mut Vec<(u32, Row)>,
    ) -> Result<(), AppError> {
        let mut rows = Vec::with_capacity(some.len());
        for ((number, row), (first, read)) in some.iter().zip(reading.read(some)) {
            match read {
                Err(error) => self.refuse(*number, error.said_in(&self.language).message),
                Ok(read) => rows.push((self.mark(first, row, &reading.fingerprints), read)),
            }
        }
        some.clear();
        let marks: Vec<Mark> = rows.iter().map(|(mark, _)| *mark).collect();
        let mut known = desk.store().rows_known(&marks).await?;
        for (mark, row) in rows {
            let before = known.remove(&mark);
            if let Some(None) = before {
                self.report.already += 1;
                continue;
            }
            let NewContribution(mut fields) = row.contribution;
            if let Some(name) = row.speaker {
                fields.insert(field::SPEAKER_OF, self.speaker(name));
            }
            self.edits.extend(self.groups.make(&fields));
            self.edits.push(match before.flatten() {
                Some(before) => again::brought_back(&before, &fields),
                None => Edit::Create { kind: field::CONTRIBUTION, fields, mark: Some(mark) },
            });
            self.report.recorded += 1;
        }
        if self.report.recorded > MOST {
            return Err(AppError::new("too-many-rows", &[("most", &MOST.to_string())]));
        }
        Ok(())
    }

    fn refuse(&mut self, row: u32, why: String) {
        self.report.refused.push(RefusedRow { row, why });
    }

    /// The fingerprint of a row whose `first` one may have been met before.
    fn mark(&mut self, first: Mark, row: &Row, fingerprints: &Fingerprints) -> Mark {
        let times = self.met.entry(first).or_default();
        let mark = if *times == 0 { first } else { fingerprints.of(row, *times) };
        *times += 1;
        mark
    }

    fn speaker(&mut self, name: String) -> Value {
        if let Some(known) = self.speakers.get(&name) {
            return known.clone();
        }
        let id = made(self.edits.len() as u32);
        let fields = Fields::from([(field::NAME, name.as_str().into())]);
        self.edits.push(Edit::Create { kind: field::SPEAKER, fields, mark: None });
        self.speakers.insert(name, id.clone());
        id
    }
}

/// The speakers there are, by the name they go by; none where the table names none.
async fn known_speakers(desk: &Desk, columns: &mapping::Columns) -> Result<HashMap<String, Value>, AppError> {
    if columns.speaker == mapping::From::Nowhere {
        return Ok(HashMap::new());
    }
    let speakers = desk.store().records(field::SPEAKER).await?;
    let shown = speakers.iter().filter(|speaker| !is_put_away(speaker));
    Ok(shown.map(|speaker| (text(speaker, field::NAME), speaker.id.into())).collect())
}

fn open(bytes: &[u8]) -> Result<Table<'_>, AppError> {
    Table::open(bytes).map_err(words::no_table)
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

    /// Of one row, the `times`th of those that are alike, from 0.
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
pub fn save_refused(desk: &Desk, file: &Path, refused: &[RefusedRow], to: &Path) -> Result<(), AppError> {
    let bytes = files::read(file)?;
    let table = open(&bytes)?;
    let refused: BTreeMap<u32, &str> = refused.iter().map(|refused| (refused.row, refused.why.as_str())).collect();
    let (words, known) = (words::of_refused(&desk.language()), words::refused_known());
    let csv = anteroom_documents::refused::write(&table, &refused, &words, &known);
    files::write_whole(to, &csv)
}

/// Writes the sheet that a note-taker without Anteroom fills in, in `language` as far as there are words in it.
///
/// # Errors
/// `unknown-language`, `cannot-write`.
pub async fn write_sheet(desk: &Desk, to: &Path, language: &str) -> Result<(), AppError> {
    let language = language_tag(language)?;
    let structure = desk.structure().await?;
    let label = |words: &Words| words.in_language(&language).0.to_owned();
    let groups: Vec<_> = structure.groups.iter().filter(|group| group.in_use).map(|group| label(&group.name)).collect();
    let kinds: Vec<_> = structure.kinds.iter().map(|kind| label(&kind.name)).collect();
    files::write_whole(to, &anteroom_documents::sheet::blank(&words::of_sheet(&language), &groups, &kinds))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn marks(secret: &[u8], source: &str, table: &str) -> Vec<Mark> {
        let fingerprints = Fingerprints::new(secret, source);
        let table = Table::open(table.as_bytes()).unwrap();
        table.rows().map(|row| fingerprints.of(&row.unwrap(), 0)).collect()
    }

    #[test]
    fn a_row_has_the_same_fingerprint_only_under_the_same_secret() {
        let table = "text,who\nhello,a\nbye,b\n";
        assert_eq!(marks(&[7; 32], "x", table), marks(&[7; 32], "x", table), "two laptops of one consultation");
        for (secret, source) in [([8; 32], "x"), ([7; 32], "y")] {
            for (one, other) in marks(&[7; 32], "x", table).iter().zip(marks(&secret, source, table)) {
                assert_ne!(*one, other);
            }
        }
    }

    #[test]
    fn no_two_rows_read_alike() {
        let marks = marks(&[7; 32], "x", "a,b,c\nxy,z,\nx,yz,\nx,y,z\n,xy,z\nxyz,,\n");
        assert_eq!(marks.iter().collect::<HashSet<_>>().len(), 5);
        let fingerprints = Fingerprints::new(&[7; 32], "x");
        let table = Table::open(b"a,b\n1,2\n").unwrap();
        let row = table.rows().next().unwrap().unwrap();
        assert_ne!(fingerprints.of(&row, 0), fingerprints.of(&row, 1), "said twice is two voices");
    }
}
