//! Why a file is no table, and why a row cannot be read: in sentences for the person who chose the file.

use csv::StringRecord;
use thiserror::Error;

use super::Row;
use super::encoding::Sample;

/// Why a file is no table. Reads on after "This file holds no table:".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoTable {
    #[error("it is empty.")]
    Empty,
    #[error(
        "it is a spreadsheet or another packed file (such as XLSX, ODS, DOCX or ZIP). Save the table as CSV and import that."
    )]
    Packed,
    #[error("it is a spreadsheet or document of an old format (XLS or DOC). Save the table as CSV and import that.")]
    OldOffice,
    #[error("it is a PDF.")]
    Pdf,
    #[error("it is a picture.")]
    Picture,
    #[error("it is a web page. Save the table as CSV and import that.")]
    WebPage,
    #[error("it is not text.")]
    NotText,
    #[error("a quotation mark in its first row is never closed.")]
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
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WhyRefused {
    #[error("It has {cells} cells, but there are {columns} columns. {}", advice(*delimiter))]
    TooManyCells { cells: usize, columns: usize, delimiter: u8 },
    #[error("A quotation mark that opens here is never closed, so that everything below was taken into this row.")]
    Unclosed,
    #[error("It holds a NUL byte, which is no text.")]
    Nul,
    #[error("It holds bytes that are no text in {0}, the encoding of this file.")]
    NotInEncoding(&'static str),
    #[error("It cannot be read: {0}")]
    Unreadable(String),
}

fn advice(delimiter: u8) -> String {
    let name = match delimiter {
        b',' => "comma",
        b';' => "semicolon",
        b'\t' => "tab",
        b'|' => "vertical bar",
        _ => "delimiter",
    };
    format!("Words with a {name} in them must stand in quotation marks.")
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
