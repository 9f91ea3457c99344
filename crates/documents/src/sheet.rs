//! The sheet for a note-taker who has no Anteroom: a CSV file to be filled in with any spreadsheet, and read back.
//!
//! What spreadsheets do to it on the way is put up with: another encoding or delimiter, columns moved, added or taken out,
//! rows of explanation deleted or left in. So headings and explanations are ASCII, and are found by what they say.

use crate::lines;
use crate::table::{Row, Table};

const TEXT: &str = "What was said";
const SPEAKER: &str = "Speaker";
const GROUP: &str = "Group";
const KIND: &str = "Kind";
const OBJECTIVES: &str = "Objectives";
const LANGUAGE: &str = "Language";
const QUOTE: &str = "May be quoted";
const ORGANISATION_NAMED: &str = "Organisation may be named";

const COLUMNS: [&str; 8] = [TEXT, SPEAKER, GROUP, KIND, OBJECTIVES, LANGUAGE, QUOTE, ORGANISATION_NAMED];

/// In how many of the other columns a table must be alike before it is taken for our sheet.
const ALIKE: usize = 2;

/// Explains the column above it. Stands in a row whose first cell is `HOW`.
const BELOW: [&str; 7] = [
    "A name or number by which you tell speakers apart",
    "One of the groups listed below; several with ; between them",
    "One of the kinds listed below",
    "Numbers, with ; between them, such as 6; 16",
    "en, fr, ru and so on",
    "yes or no; leave empty if nobody asked",
    "yes or no; leave empty if nobody asked",
];

const HOW: &str = "### How to fill this in: one thing that was said per row, as it was said. Only this column must be filled in. \
    Rows that begin with ### explain, and are passed over.";
const LISTED: &str = "### A group and a kind that you can copy";
const BEGIN: &str = "### Write below this row.";

/// Where the columns of a sheet stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub text: usize,
    pub speaker: Option<usize>,
    pub group: Option<usize>,
    pub kind: Option<usize>,
    pub objectives: Option<usize>,
    pub language: Option<usize>,
    pub quote: Option<usize>,
    pub organisation_named: Option<usize>,
}

/// An empty sheet that says how to fill it in, with the stakeholder groups and the kinds of this consultation.
pub fn blank(groups: &[String], kinds: &[String]) -> Vec<u8> {
    let mut out = lines::BOM.to_vec();
    let mut line = |cells: [&str; 8]| lines::write(&mut out, b',', cells);
    let [speaker, group, kind, objectives, language, quote, named] = BELOW;
    line(COLUMNS);
    line([HOW, speaker, group, kind, objectives, language, quote, named]);
    for at in 0..groups.len().max(kinds.len()) {
        let listed = |list: &[String]| list.get(at).map(|name| lines::guarded(name)).unwrap_or_default();
        line([LISTED, "", &listed(groups), &listed(kinds), "", "", "", ""]);
    }
    line([BEGIN, "", "", "", "", "", "", ""]);
    out
}

/// Whether this is such a sheet, and where its columns are.
pub fn recognise(table: &Table<'_>) -> Option<Found> {
    let at = |name: &str| table.columns().iter().position(|column| letters(column) == letters(name));
    let alike = COLUMNS.iter().filter(|name| **name != TEXT && at(name).is_some()).count();
    let text = at(TEXT).filter(|_| alike >= ALIKE)?;
    Some(Found {
        text,
        speaker: at(SPEAKER),
        group: at(GROUP),
        kind: at(KIND),
        objectives: at(OBJECTIVES),
        language: at(LANGUAGE),
        quote: at(QUOTE),
        organisation_named: at(ORGANISATION_NAMED),
    })
}

/// Whether a row only explains. One word changed in an explanation, or words written over it, and the row is somebody's.
pub fn explains(row: &Row) -> bool {
    row.cells().any(|cell| [HOW, LISTED, BEGIN].iter().any(|explanation| letters(cell) == letters(explanation)))
}

/// What is compared: letters and figures, in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Vec<u8> {
        blank(&["Trade unions".into(), "Местные власти".into(), "Media, press".into()], &["Challenge".into()])
    }

    #[test]
    fn a_blank_sheet_is_recognised_and_only_explains() {
        let bytes = sheet();
        assert!(bytes.starts_with(b"\xef\xbb\xbfWhat was said,"), "Excel reads UTF-8 only behind a mark");
        let table = Table::open(&bytes).unwrap();
        assert_eq!(recognise(&table).unwrap().organisation_named, Some(7));
        let rows: Vec<_> = table.rows().map(Result::unwrap).collect();
        assert!(rows.iter().all(explains));
        let listed: Vec<_> = rows.iter().map(|row| row.cell(2).unwrap()).collect();
        assert_eq!(listed[1..4], ["Trade unions", "Местные власти", "Media, press"]);
        assert_eq!(rows[1].cell(3), Some("Challenge"));
    }

    #[test]
    fn words_written_over_an_explanation_count() {
        let written = String::from_utf8(sheet()).unwrap().replacen(LISTED, "They kept our passports.", 1);
        let table = Table::open(written.as_bytes()).unwrap();
        let said: Vec<_> = table.rows().map(Result::unwrap).filter(|row| !explains(row)).collect();
        assert_eq!(said.len(), 1);
        assert_eq!((said[0].cell(0), said[0].cell(2)), (Some("They kept our passports."), Some("Trade unions")));
    }

    #[test]
    fn words_that_begin_like_an_explanation_count() {
        let table = Table::open(b"What was said,Group,Kind\n### They kept our passports.,,\n").unwrap();
        assert!(!explains(&table.rows().next().unwrap().unwrap()));
    }

    #[test]
    fn a_sheet_is_known_whatever_a_spreadsheet_made_of_it() {
        let moved = "Comment;KIND; group ;Sprache;\"What was said\"\r\n;Challenge;Trade unions;;Ça marche déjà\r\n;;;;### Write below this row.\r\n";
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(moved);
        let table = Table::open(&windows).unwrap();
        let found = recognise(&table).unwrap();
        assert_eq!((found.text, found.kind, found.group, found.language), (4, Some(1), Some(2), None));
        let rows: Vec<_> = table.rows().map(Result::unwrap).collect();
        assert_eq!(rows[0].cell(found.text), Some("Ça marche déjà"));
        assert!(!explains(&rows[0]) && explains(&rows[1]));
    }

    #[test]
    fn another_table_is_no_sheet() {
        for other in ["What was said,when\nx,y\n", "text,group,kind,language\nx,,,\n"] {
            assert_eq!(recognise(&Table::open(other.as_bytes()).unwrap()), None, "{other}");
        }
    }
}
