//! Why a file is no table, and why a row cannot be read. What a person reads of it stands in the catalogue, under the code.

use csv::StringRecord;
use thiserror::Error;

use super::Row;
use super::encoding::Sample;

/// Why a file is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoTable {
    #[error("empty")]
    Empty,
    /// A spreadsheet or another packed file: XLSX, ODS, DOCX, ZIP.
    #[error("a packed file")]
    Packed,
    /// XLS or DOC.
    #[error("a file of an old office program")]
    OldOffice,
    #[error("a PDF")]
    Pdf,
    #[error("a picture")]
    Picture,
    #[error("a web page")]
    WebPage,
    #[error("not text")]
    NotText,
    #[error("a quotation mark in the first row is never closed")]
    HeaderUnclosed,
}

/// How files of other kinds begin.
const BEGINNINGS: &[(&[u8], NoTable)] = &[
    (b"PK\x03\x04", NoTable::Packed),
    (b"PK\x05\x06", NoTable::Packed),
    (b"\x1f\x8b", NoTable::Packed),
    (b"\xd0\xcf\x11\xe0", NoTable::OldOffice),
    (b"%PDF-", NoTable::Pdf),
    (b"\x89PNG", NoTable::Picture),
    (b"\xff\xd8\xff", NoTable::Picture),
    (b"GIF8", NoTable::Picture),
    (b"<!DOCTYPE html", NoTable::WebPage),
    (b"<html", NoTable::WebPage),
];

impl NoTable {
    /// Names the sentence about it in the catalogue; never changes its meaning.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "table-empty",
            Self::Packed => "table-packed",
            Self::OldOffice => "table-old-office",
            Self::Pdf => "table-pdf",
            Self::Picture => "table-picture",
            Self::WebPage => "table-web-page",
            Self::NotText => "table-not-text",
            Self::HeaderUnclosed => "table-header-unclosed",
        }
    }

    pub(super) fn check_kind(file: &[u8]) -> Result<(), Self> {
        let begins =
            |beginning: &[u8]| file.get(..beginning.len()).is_some_and(|head| head.eq_ignore_ascii_case(beginning));
        match BEGINNINGS.iter().find(|(beginning, _)| begins(beginning)) {
            Some((_, kind)) => Err(*kind),
            None => Ok(()),
        }
    }

    /// Text has a stray control character at most; other files have one in twenty.
    pub(super) fn check_text(sample: &Sample) -> Result<(), Self> {
        let is_control = |byte: &&u8| matches!(**byte, 0..=8 | 14..=31 | 127);
        let controls = sample.text.iter().filter(is_control).count();
        if controls >= 4 && controls * 20 >= sample.text.len() { Err(Self::NotText) } else { Ok(()) }
    }
}

/// Why a row cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WhyRefused {
    /// Most often the delimiter stands in words without quotation marks around them.
    #[error("{cells} cells in {columns} columns")]
    TooManyCells { cells: usize, columns: usize, delimiter: u8 },
    /// The mark opens in this row, and all that follows was taken into it.
    #[error("a quotation mark is never closed")]
    Unclosed,
    #[error("a NUL byte")]
    Nul,
    #[error("bytes that are no text in {0}")]
    NotInEncoding(&'static str),
    #[error("unreadable")]
    Unreadable,
}

impl WhyRefused {
    /// Names the sentence about it in the catalogue; never changes its meaning.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooManyCells { .. } => "table-too-many-cells",
            Self::Unclosed => "table-unclosed",
            Self::Nul => "table-nul",
            Self::NotInEncoding(_) => "table-not-in-encoding",
            Self::Unreadable => "table-unreadable",
        }
    }
}

/// A row that cannot be read, with what there was in it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{why}")]
pub struct RefusedRow {
    pub why: WhyRefused,
    row: Row,
}

impl RefusedRow {
    pub(super) fn new(why: WhyRefused, cells: StringRecord) -> Self {
        Self { why, row: Row(cells) }
    }

    /// The row as it stood, with however many cells.
    pub fn row(&self) -> &Row {
        &self.row
    }
}
