//! Which column of a table means what.

use std::collections::BTreeMap;
use std::path::Path;

use anteroom_documents::sheet::{self, Sheet};
use anteroom_documents::table::{Row, Table};
use anteroom_model::permission::Basis;
use serde::{Deserialize, Serialize};

use super::groups::{Decided, UnknownGroup};
use super::words;
use crate::error::AppError;

/// What the columns of a table mean. Each is a value for all rows, or `column:NAME`; `text` names a column. What is not
/// said, our own sheet and an export of Polis say themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Mapping {
    pub text: Option<String>,
    pub language: Option<String>,
    pub group: Option<String>,
    pub kind: Option<String>,
    pub node: Option<String>,
    pub source: Option<String>,
    pub date: Option<String>,
    pub speaker: Option<String>,
    pub state: Option<String>,
    pub share: Option<String>,
    pub quote: Option<String>,
    pub name_organisation: Option<String>,
    pub name_person: Option<String>,
    /// What the given permissions rest on; in person where it is not said.
    pub basis: Option<Basis>,
    pub round: Option<String>,
    /// What becomes of names that no group has, each by its name.
    pub unknown_groups: BTreeMap<String, UnknownGroup>,
    /// What becomes of all others; their rows are refused where nothing is said.
    pub other_unknown_groups: UnknownGroup,
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
    pub(crate) share: From,
    pub(crate) quote: From,
    pub(crate) name_organisation: From,
    pub(crate) name_person: From,
    pub(crate) basis: Option<Basis>,
    pub(crate) round: From,
    /// What becomes of groups that are not known.
    pub(super) decided: Decided,
    /// Where the rows come from: what was said, or the file's name.
    pub(crate) source: String,
    source_column: From,
    /// Knows the rows of explanation, which are passed over.
    sheet: Option<Sheet>,
}

impl Columns {
    /// Finds the columns that the mapping names, and those that the table itself explains.
    ///
    /// # Errors
    /// `unknown-column` with the columns there are; `not-a-sheet`, where nothing says which column holds the text.
    pub(crate) fn find(mapping: Mapping, table: &Table<'_>, file: &Path) -> Result<Self, AppError> {
        let sheet = sheet::recognise(table, &words::sheets_known());
        let known = Known::of(table, sheet.as_ref());
        let text = match &mapping.text {
            Some(column) => place(table, column.strip_prefix("column:").unwrap_or(column))?,
            None => sheet.as_ref().map(|sheet| sheet.columns.text).ok_or_else(|| AppError::new("not-a-sheet", &[]))?,
        };
        let from = |asked: Option<String>, known: Option<usize>| match asked {
            None => Ok(known.map_or(From::Nowhere, From::Column)),
            Some(asked) => match asked.strip_prefix("column:") {
                Some(column) => place(table, column).map(From::Column),
                None => Ok(From::Value(asked)),
            },
        };
        let source_column = from(mapping.source, None)?;
        let source = match &source_column {
            From::Value(source) => source.clone(),
            _ => file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        };
        Ok(Self {
            text,
            language: from(mapping.language, known.language)?,
            group: from(mapping.group, known.group)?,
            kind: from(mapping.kind, known.kind)?,
            node: from(mapping.node, known.node)?,
            date: from(mapping.date, known.date)?,
            speaker: from(mapping.speaker, known.speaker)?,
            state: from(mapping.state, known.state)?,
            quote: from(mapping.quote, known.quote)?,
            name_organisation: from(mapping.name_organisation, known.organisation_named)?,
            share: from(mapping.share, None)?,
            name_person: from(mapping.name_person, None)?,
            basis: mapping.basis,
            round: from(mapping.round, None)?,
            decided: Decided::new(mapping.unknown_groups, mapping.other_unknown_groups),
            source,
            source_column,
            sheet,
        })
    }

    /// The mapping that finds these columns.
    pub(crate) fn said(&self, table: &Table<'_>) -> Mapping {
        let column = |place: usize| table.columns().get(place).map(|name| format!("column:{name}"));
        let said = |from: &From| match from {
            From::Nowhere => None,
            From::Value(value) => Some(value.clone()),
            From::Column(place) => column(*place),
        };
        Mapping {
            text: column(self.text),
            language: said(&self.language),
            group: said(&self.group),
            kind: said(&self.kind),
            node: said(&self.node),
            source: said(&self.source_column),
            date: said(&self.date),
            speaker: said(&self.speaker),
            state: said(&self.state),
            share: said(&self.share),
            quote: said(&self.quote),
            name_organisation: said(&self.name_organisation),
            name_person: said(&self.name_person),
            basis: self.basis,
            round: said(&self.round),
            ..Mapping::default()
        }
    }

    /// Whether this row only explains the sheet.
    pub(crate) fn skips(&self, row: &Row) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| sheet.explains(row))
    }

    /// Whether the language of this row is to be guessed.
    pub(crate) fn says_no_language(&self, row: &Row) -> bool {
        value(&self.language, row).is_none()
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

/// The parts of a cell that holds several things.
pub(crate) fn several(text: Option<&str>) -> impl Iterator<Item = &str> {
    let parts = text.into_iter().flat_map(|text| text.split([';', '|']));
    parts.map(str::trim).filter(|part| !part.is_empty())
}

fn place(table: &Table<'_>, column: &str) -> Result<usize, AppError> {
    let asked = column.trim().to_lowercase();
    let columns = table.columns();
    columns
        .iter()
        .position(|known| known.to_lowercase() == asked)
        .ok_or_else(|| AppError::new("unknown-column", &[("name", column), ("known", &columns.join(", "))]))
}

/// Columns that a table explains by itself.
#[derive(Default)]
struct Known {
    language: Option<usize>,
    group: Option<usize>,
    kind: Option<usize>,
    node: Option<usize>,
    date: Option<usize>,
    speaker: Option<usize>,
    state: Option<usize>,
    quote: Option<usize>,
    organisation_named: Option<usize>,
}

impl Known {
    fn of(table: &Table<'_>, sheet: Option<&Sheet>) -> Self {
        let at = |column| place(table, column).ok();
        match sheet {
            Some(Sheet { columns, .. }) => Self {
                language: columns.language,
                group: columns.group,
                kind: columns.kind,
                node: columns.objectives,
                speaker: columns.speaker,
                quote: columns.quote,
                organisation_named: columns.organisation_named,
                ..Self::default()
            },
            // An export of Polis says who wrote, when, and what the moderators decided.
            None if ["comment-id", "author-id", "moderated", "comment-body"]
                .into_iter()
                .all(|name| at(name).is_some()) =>
            {
                Self { speaker: at("author-id"), state: at("moderated"), date: at("timestamp"), ..Self::default() }
            }
            None => Self::default(),
        }
    }
}
