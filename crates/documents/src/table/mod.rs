//! Tables as other programs save them: CSV in whatever encoding and with whatever delimiter, read row by row.
//!
//! Nothing is copied whole: a table borrows the file and decodes as it goes. What spreadsheets forgive is forgiven:
//! - a row that ends early has empty cells at its end;
//! - empty cells beyond the last column do not count;
//! - a row in which every cell is blank is no row, and neither is an empty line.
//!
//! What could change somebody's words is refused, row by row: cells with words beyond the last column (most often a
//! delimiter within words that are not in quotation marks), a quotation mark that is never closed, NUL bytes, bytes
//! that are no text in the file's encoding.

mod delimiter;
mod encoding;
mod quotes;
mod refusal;

use csv::{ByteRecord, StringRecord};

use encoding::{Chunks, Text};
pub use refusal::{NoTable, RefusedRow, WhyRefused};

/// Stands for the delimiter of a table with one column: no program writes it between cells.
const NO_DELIMITER: u8 = 0x1f;

/// A table within the bytes of a file.
#[derive(Debug)]
pub struct Table<'f> {
    text: Text<'f>,
    delimiter: u8,
    columns: Vec<String>,
    /// Records up to and including the header.
    before_rows: usize,
    /// Where the text ends, if it ends within a quoted cell.
    unclosed_at: Option<u64>,
}

/// One row, with a cell for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row(StringRecord);

impl<'f> Table<'f> {
    /// Finds encoding, delimiter and header.
    ///
    /// # Errors
    /// Why the file is no table.
    pub fn open(file: &'f [u8]) -> Result<Self, NoTable> {
        NoTable::check_kind(file)?;
        let text = Text::of(file);
        let sample = text.sample();
        NoTable::check_text(&sample)?;
        let delimiter = delimiter::of(&sample).unwrap_or(NO_DELIMITER);
        let (header, before_rows) = header(&text, delimiter).ok_or(NoTable::Empty)?;
        if header.as_slice().contains(&0) {
            return Err(NoTable::NotText);
        }
        let quotes = quotes::scan(text.chunks(), delimiter);
        let table = Self {
            text,
            delimiter,
            columns: names(&header),
            before_rows,
            unclosed_at: quotes.ends_within.then_some(quotes.length),
        };
        let mut records = table.records();
        let mut record = ByteRecord::new();
        for _ in 0..before_rows {
            records.read_byte_record(&mut record).map_err(|_| NoTable::Empty)?;
        }
        if table.ends_unclosed(&records) { Err(NoTable::HeaderUnclosed) } else { Ok(table) }
    }

    /// The names of the columns, as they can be asked for: trimmed; a second `Comment` is `Comment (2)`, and the third
    /// column, where it has no name, is `#3`.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The rows below the header, in their order; a row that cannot be read comes as the reason why.
    pub fn rows(&self) -> Rows<'_> {
        let mut records = self.records();
        let mut record = ByteRecord::new();
        // The header was read before, so it can be read again.
        let lost = (0..self.before_rows).any(|_| records.read_byte_record(&mut record).is_err());
        Rows { table: self, records, record, ended: lost }
    }

    /// How its letters are written down.
    pub fn encoding(&self) -> &'static str {
        self.text.encoding()
    }

    /// What stands between the cells.
    pub fn delimiter(&self) -> u8 {
        if self.delimiter == NO_DELIMITER { b',' } else { self.delimiter }
    }

    fn records(&self) -> csv::Reader<Chunks<'f>> {
        records(&self.text, self.delimiter)
    }

    fn ends_unclosed(&self, records: &csv::Reader<Chunks<'f>>) -> bool {
        self.unclosed_at.is_some_and(|end| records.position().byte() >= end)
    }
}

fn records<'f>(text: &Text<'f>, delimiter: u8) -> csv::Reader<Chunks<'f>> {
    csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.chunks())
}

/// The first record that says something, and how many records there are up to it.
fn header(text: &Text<'_>, delimiter: u8) -> Option<(ByteRecord, usize)> {
    let found = records(text, delimiter).into_byte_records().enumerate().find_map(|(at, record)| match record {
        Err(_) => Some(None),
        Ok(record) if is_blank(&record) || delimiter::is_announced_by(&record) => None,
        Ok(record) => Some(Some((record, at + 1))),
    });
    found.flatten()
}

fn names(header: &ByteRecord) -> Vec<String> {
    let mut names = Vec::<String>::new();
    for (place, name) in (1..).zip(header) {
        let name = String::from_utf8_lossy(name);
        let name = name.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
        let name = if name.is_empty() { format!("#{place}") } else { name.to_owned() };
        let mut free = name.clone();
        let mut times = 1;
        while names.contains(&free) {
            times += 1;
            free = format!("{name} ({times})");
        }
        names.push(free);
    }
    names
}

fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(|cell| std::str::from_utf8(cell).is_ok_and(|cell| cell.trim().is_empty()))
}

impl Row {
    /// The cell of a column, counted from 0; `None` where there is no such column.
    pub fn cell(&self, column: usize) -> Option<&str> {
        self.0.get(column)
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.0.iter()
    }
}

/// The rows of a table, one after the other.
#[derive(Debug)]
pub struct Rows<'t> {
    table: &'t Table<'t>,
    records: csv::Reader<Chunks<'t>>,
    record: ByteRecord,
    ended: bool,
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, RefusedRow>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.records.read_byte_record(&mut self.record) {
                Ok(true) if is_blank(&self.record) => {}
                Ok(true) => return Some(self.judge()),
                Ok(false) => self.ended = true,
                Err(_) => {
                    self.ended = true;
                    return Some(Err(RefusedRow::new(WhyRefused::Unreadable, StringRecord::new())));
                }
            }
        }
        None
    }
}

impl Rows<'_> {
    /// Accepts the record that was read, or says why not.
    fn judge(&mut self) -> Result<Row, RefusedRow> {
        let columns = self.table.columns.len();
        let record = std::mem::take(&mut self.record);
        let cells = match StringRecord::from_byte_record(record) {
            Ok(cells) => cells,
            Err(error) => {
                let cells = StringRecord::from_byte_record_lossy(error.into_byte_record());
                return Err(RefusedRow::new(WhyRefused::NotInEncoding(self.table.text.encoding()), cells));
            }
        };
        let beyond = cells.iter().skip(columns).any(|cell| !cell.trim().is_empty());
        let why = if self.table.ends_unclosed(&self.records) {
            WhyRefused::Unclosed
        } else if cells.as_slice().contains('\0') {
            WhyRefused::Nul
        } else if self.table.text.is_damaged(cells.as_slice()) {
            WhyRefused::NotInEncoding(self.table.text.encoding())
        } else if beyond {
            WhyRefused::TooManyCells { cells: cells.len(), columns, delimiter: self.table.delimiter }
        } else {
            return Ok(Row(with_cells(cells, columns)));
        };
        Err(RefusedRow::new(why, cells))
    }
}

/// The record with as many cells as there are columns.
fn with_cells(mut cells: StringRecord, columns: usize) -> StringRecord {
    cells.truncate(columns);
    while cells.len() < columns {
        cells.push_field("");
    }
    cells
}

#[cfg(test)]
mod tests;
