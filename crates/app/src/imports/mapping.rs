//! Which column of a table means what.

use std::path::Path;

use anteroom_documents::sheet;
use anteroom_documents::table::{Row, Table};

use crate::error::AppError;

/// What the columns of a table mean. Each is a value for all rows, or `column:NAME`; `text` names a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    pub text: String,
    pub language: Option<String>,
    pub group: Option<String>,
    pub kind: Option<String>,
    pub node: Option<String>,
    pub source: Option<String>,
    pub date: Option<String>,
    pub speaker: Option<String>,
    pub state: Option<String>,
    pub quote: Option<String>,
    pub round: Option<String>,
}

/// Where one thing comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum From {
    Nowhere,
    Value(String),
    Column(usize),
}

/// A mapping whose columns were found.
#[derive(Debug)]
pub(crate) struct Columns {
    pub(crate) text: usize,
    pub(crate) language: From,
    pub(crate) group: From,
    pub(crate) kind: From,
    pub(crate) node: From,
    pub(crate) date: From,
    pub(crate) speaker: From,
    pub(crate) state: From,
    pub(crate) quote: From,
    pub(crate) organisation_named: From,
    pub(crate) round: From,
    /// Where the rows come from: what was said, or the file's name.
    pub(crate) source: String,
    source_column: From,
    /// Whether rows of explanation are to be passed over.
    is_sheet: bool,
}

impl Columns {
    /// Finds the columns that the mapping names; without one, those of our own sheet.
    ///
    /// # Errors
    /// `unknown-column` with the columns there are, `not-a-sheet`.
    pub(crate) fn find(mapping: Option<Mapping>, table: &Table<'_>, file: &Path) -> Result<Self, AppError> {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match mapping {
            Some(mapping) => Self::of(mapping, table, name),
            None => Self::of_sheet(table, name),
        }
    }

    fn of(mapping: Mapping, table: &Table<'_>, name: String) -> Result<Self, AppError> {
        let mapping = if is_polis(table) { with_polis(mapping) } else { mapping };
        let from = |asked: Option<String>| match asked {
            None => Ok(From::Nowhere),
            Some(asked) => match asked.strip_prefix("column:") {
                Some(column) => place(table, column).map(From::Column),
                None => Ok(From::Value(asked)),
            },
        };
        let source_column = from(mapping.source)?;
        Ok(Self {
            text: place(table, mapping.text.strip_prefix("column:").unwrap_or(&mapping.text))?,
            language: from(mapping.language)?,
            group: from(mapping.group)?,
            kind: from(mapping.kind)?,
            node: from(mapping.node)?,
            date: from(mapping.date)?,
            speaker: from(mapping.speaker)?,
            state: from(mapping.state)?,
            quote: from(mapping.quote)?,
            organisation_named: From::Nowhere,
            round: from(mapping.round)?,
            source: if let From::Value(source) = &source_column { source.clone() } else { name },
            source_column,
            is_sheet: false,
        })
    }

    fn of_sheet(table: &Table<'_>, name: String) -> Result<Self, AppError> {
        let found = sheet::recognise(table).ok_or_else(|| AppError::new("not-a-sheet", &[]))?;
        let from = |column: Option<usize>| column.map_or(From::Nowhere, From::Column);
        Ok(Self {
            text: found.text,
            language: from(found.language),
            group: from(found.group),
            kind: from(found.kind),
            node: from(found.objectives),
            date: From::Nowhere,
            speaker: from(found.speaker),
            state: From::Nowhere,
            quote: from(found.quote),
            organisation_named: from(found.organisation_named),
            round: From::Nowhere,
            source: name,
            source_column: From::Nowhere,
            is_sheet: true,
        })
    }

    /// Whether this row only explains the sheet.
    pub(crate) fn skips(&self, row: &Row) -> bool {
        self.is_sheet && sheet::explains(row)
    }

    pub(crate) fn source_of(&self, row: &Row) -> String {
        value(&self.source_column, row).map_or_else(|| self.source.clone(), str::to_owned)
    }
}

/// What a row says; `None` where it says nothing.
pub(crate) fn value<'a>(from: &'a From, row: &'a Row) -> Option<&'a str> {
    let text = match from {
        From::Nowhere => return None,
        From::Value(value) => value.as_str(),
        From::Column(at) => row.cell(*at).unwrap_or_default(),
    };
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn place(table: &Table<'_>, column: &str) -> Result<usize, AppError> {
    let asked = column.trim().to_lowercase();
    let columns = table.columns();
    columns.iter().position(|known| known.to_lowercase() == asked).ok_or_else(|| {
        AppError::new("unknown-column", &[("name", column), ("known", &columns.join(", "))])
    })
}

/// Whether this is an export of the Polis software, which says by itself who wrote and what the moderators decided.
fn is_polis(table: &Table<'_>) -> bool {
    ["comment-id", "author-id", "moderated", "comment-body"].iter().all(|column| place(table, column).is_ok())
}

fn with_polis(mapping: Mapping) -> Mapping {
    let or = |asked: Option<String>, column: &str| asked.or_else(|| Some(format!("column:{column}")));
    Mapping {
        speaker: or(mapping.speaker, "author-id"),
        state: or(mapping.state, "moderated"),
        date: or(mapping.date, "timestamp"),
        ..mapping
    }
}
