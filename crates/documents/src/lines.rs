//! Lines of CSV as they are written: into memory, so that nothing can fail.

/// What Excel wants to see before it reads UTF-8.
pub(crate) const BOM: &[u8] = "\u{feff}".as_bytes();

/// Adds one line. A cell is put into quotation marks where it could be read otherwise.
pub(crate) fn write<'a>(out: &mut Vec<u8>, delimiter: u8, cells: impl IntoIterator<Item = &'a str>) {
    let begins_at = out.len();
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(delimiter);
        }
        if needs_quotes(cell, delimiter) { quote(out, cell) } else { out.extend_from_slice(cell.as_bytes()) }
    }
    if out.len() == begins_at {
        quote(out, ""); // one empty cell is a line; an empty line is none
    }
    out.extend_from_slice(b"\r\n");
}

fn needs_quotes(cell: &str, delimiter: u8) -> bool {
    let blank_at_an_end = cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace);
    blank_at_an_end || cell.bytes().any(|byte| byte == delimiter || matches!(byte, b'"' | b'\n' | b'\r'))
}

fn quote(out: &mut Vec<u8>, cell: &str) {
    out.push(b'"');
    out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
    out.push(b'"');
}

/// `text` so that no spreadsheet takes it for a formula.
pub(crate) fn guarded(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            rows in prop::collection::vec(prop::collection::vec(any::<String>(), 1..5), 0..8),
            delimiter in prop::sample::select(b",;\t|".to_vec()),
        ) {
            let mut out = Vec::new();
            for row in &rows {
                write(&mut out, delimiter, row.iter().map(String::as_str));
            }
            let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(&out[..]);
            let read: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            let as_read = |cell: &String| cell.strip_prefix('\u{feff}').unwrap_or(cell).to_owned();
            prop_assert_eq!(read.len(), rows.len());
            for (row, read) in rows.iter().zip(read) {
                prop_assert_eq!(row.iter().map(as_read).collect::<Vec<_>>(), read.iter().map(as_read).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn a_formula_becomes_text() {
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("“=1+1” is not a date"), "“=1+1” is not a date");
    }
}
