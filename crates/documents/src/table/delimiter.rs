//! Which character stands between the cells: the one that cuts the rows most evenly.

use csv::ByteRecord;

use super::encoding::Sample;

/// In the order of preference where two would do as well.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// How many rows are compared.
const ROWS: usize = 200;

/// The delimiter; `None` where there is a single column.
pub(super) fn of(sample: &Sample) -> Option<u8> {
    if let Some(announced) = announced(&sample.text) {
        return Some(announced);
    }
    // The last one wins among equals.
    let known = DELIMITERS.into_iter().rev();
    let fits = known.filter_map(|delimiter| fit(sample, delimiter).map(|fit| (fit, delimiter)));
    fits.max_by_key(|(fit, _)| *fit).map(|(_, delimiter)| delimiter)
}

/// How well a delimiter fits: how many of a thousand rows have as many cells as the header, and how many that is.
fn fit(sample: &Sample, delimiter: u8) -> Option<(usize, usize)> {
    let reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(&sample.text[..]);
    let records = reader.into_byte_records().map_while(Result::ok).filter(|record| !super::is_blank(record));
    let mut cells: Vec<_> = records.map(|record| record.len()).take(ROWS).collect();
    if !sample.whole && cells.len() > 1 && cells.len() < ROWS {
        cells.pop(); // cut off with the sample
    }
    let header = *cells.first()?;
    let even = cells.iter().filter(|count| **count == header).count();
    (header > 1).then(|| (even * 1000 / cells.len(), header))
}

/// `sep=;` on the first line, as Excel writes and reads it.
fn announced(text: &[u8]) -> Option<u8> {
    let line = text.split(|byte| matches!(byte, b'\r' | b'\n')).next()?;
    let line = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    match line {
        [s, e, p, b'=', delimiter] => {
            let stands_between_cells = delimiter.is_ascii() && !delimiter.is_ascii_alphanumeric() && *delimiter != b'"';
            ([s, e, p].map(u8::to_ascii_lowercase) == *b"sep" && stands_between_cells).then_some(*delimiter)
        }
        _ => None,
    }
}

/// Whether this record is that line.
pub(super) fn is_announced_by(record: &ByteRecord) -> bool {
    record.iter().next().is_some_and(|cell| cell.eq_ignore_ascii_case(b"sep="))
        && record.iter().skip(1).all(<[u8]>::is_empty)
}
