//! The rows that an import refused, written so that they can be mended and imported again.

use std::collections::BTreeMap;

use crate::lines;
use crate::table::{Row, Table, WhyRefused};

/// What stands above the two columns in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub row: String,
    pub why: String,
}

/// How many columns stand in front.
const IN_FRONT: usize = 2;

/// Writes the rows of `table` whose number (from 1, below the header) is in `refused`, with number and reason in front.
/// A table that has these two columns already, in one of the `known` languages, has them once.
///
/// The cells stand as they stood, formulas too: they are to be imported, and were in the file before. Only the reason,
/// which is new, is kept from being a formula. A quotation mark that was never closed is not closed here either, or the
/// rows that it swallowed would be imported as somebody's words.
pub fn write(table: &Table<'_>, refused: &BTreeMap<u32, &str>, words: &Words, known: &[Words]) -> Vec<u8> {
    let delimiter = table.delimiter();
    let known = if known.iter().any(|known| known.stand_above(table)) { IN_FRONT } else { 0 };
    let mut out = lines::BOM.to_vec();
    let columns = table.columns().iter().skip(known).map(String::as_str);
    lines::write(&mut out, delimiter, [&*words.row, &*words.why].into_iter().chain(columns));
    for (number, row) in (1_u32..).zip(table.rows()) {
        let Some(why) = refused.get(&number) else { continue };
        let (row, unclosed) = match &row {
            Ok(row) => (row, false),
            Err(refused) => (refused.row(), refused.why == WhyRefused::Unclosed),
        };
        line(&mut out, delimiter, number, &lines::guarded(why), row, known);
        if unclosed {
            reopen(&mut out, row);
        }
    }
    out
}

fn line(out: &mut Vec<u8>, delimiter: u8, number: u32, why: &str, row: &Row, known: usize) {
    let number = number.to_string();
    lines::write(out, delimiter, [number.as_str(), why].into_iter().chain(row.cells().skip(known)));
}

/// Takes back the end of the line, and opens its last cell without closing it.
fn reopen(out: &mut Vec<u8>, row: &Row) {
    let last = row.cells().last().unwrap_or_default();
    let quoted = last.replace('"', "\"\"");
    for written in [format!("\"{quoted}\"\r\n"), format!("{quoted}\r\n")] {
        if out.ends_with(written.as_bytes()) {
            out.truncate(out.len() - written.len());
            out.push(b'"');
            out.extend_from_slice(quoted.as_bytes());
            return;
        }
    }
}

impl Words {
    fn stand_above(&self, table: &Table<'_>) -> bool {
        table.columns().iter().take(IN_FRONT).eq([&self.row, &self.why])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(row: &str, why: &str) -> Words {
        Words { row: row.to_owned(), why: why.to_owned() }
    }

    fn again(file: &[u8], refused: &[(u32, &str)]) -> Vec<u8> {
        let ours = words("Row", "Why it was not recorded");
        let known = [words("Ligne", "Motif"), ours.clone()];
        write(&Table::open(file).unwrap(), &refused.iter().copied().collect(), &ours, &known)
    }

    fn cells(file: &[u8]) -> Vec<Vec<String>> {
        let table = Table::open(file).unwrap();
        table.rows().map(|row| row.unwrap().cells().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn refused_rows_stand_as_they_stood_and_can_be_read_again() {
        let file = "text;who\r\n=1+1;\"Ünal; \"\"Ü.\"\"\"\r\nkept;\r\n\"two\nlines\";x\r\n".as_bytes();
        let written = again(file, &[(1, "No."), (3, "=No")]);
        assert!(written.starts_with("\u{feff}Row;Why it was not recorded;text;who\r\n".as_bytes()));
        assert_eq!(cells(&written), [["1", "No.", "=1+1", "Ünal; \"Ü.\""], ["3", "'=No", "two\nlines", "x"]]);
    }

    #[test]
    fn a_row_with_too_many_cells_keeps_them_all() {
        let written = again(b"a,b\n1,2,3\n4,5\n", &[(1, "Too many.")]);
        let table = Table::open(&written).unwrap();
        let row = table.rows().next().unwrap().unwrap_err();
        assert_eq!(row.row().cells().collect::<Vec<_>>(), ["1", "Too many.", "1", "2", "3"]);
    }

    #[test]
    fn an_open_quotation_mark_stays_open() {
        for file in [&b"a,b\n1,\"they said\nx,y\n"[..], b"a,b\n1,\"", b"a,b\n1,\"he \"\"said\"\""] {
            let written = again(file, &[(1, "Never closed.")]);
            let table = Table::open(&written).unwrap();
            let rows: Vec<_> = table.rows().collect();
            assert_eq!(rows.len(), 1);
            assert_eq!(
                rows[0].as_ref().unwrap_err().why,
                WhyRefused::Unclosed,
                "{}",
                String::from_utf8_lossy(&written)
            );
        }
    }

    #[test]
    fn what_is_refused_twice_has_its_reason_once() {
        let once = again(b"a,b\n1,2\n", &[(1, "First reason")]);
        let twice = again(&once, &[(1, "Second reason")]);
        assert_eq!(Table::open(&twice).unwrap().columns(), ["Row", "Why it was not recorded", "a", "b"]);
        assert_eq!(cells(&twice), [["1", "Second reason", "1", "2"]]);
    }

    #[test]
    fn what_was_refused_in_another_language_has_its_reason_once() {
        let twice = again(b"Ligne;Motif;a;b\n7;Non.;1;2\n", &[(1, "No.")]);
        assert_eq!(Table::open(&twice).unwrap().columns(), ["Row", "Why it was not recorded", "a", "b"]);
        assert_eq!(cells(&twice), [["1", "No.", "1", "2"]]);
    }

    #[test]
    fn a_single_column_gets_a_delimiter() {
        let written = again(b"text\nhello, all\n", &[(1, "No.")]);
        assert_eq!(cells(&written), [["1", "No.", "hello, all"]]);
    }
}
