//! The sheet for a note-taker who has no Anteroom: a CSV file to be filled in with any spreadsheet, and read back.
//!
//! What spreadsheets do to it on the way is put up with: another encoding or delimiter, columns moved, added or taken out,
//! rows of explanation deleted or left in. So it carries no sign of its own: what is there of it is found by what it says,
//! in any language that it is written in. In an encoding that was lost on the way, a heading with an accent is not found:
//! rather no sheet than somebody's words with their letters changed.

use crate::lines;
use crate::table::{Row, Table};

/// The words of a sheet in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What was said, and how the sheet as a whole is filled in.
    pub text: Column,
    pub speaker: Column,
    pub group: Column,
    pub kind: Column,
    pub objectives: Column,
    pub language: Column,
    pub quote: Column,
    pub organisation_named: Column,
    /// Stands before a group and a kind that can be copied.
    pub listed: String,
    /// The last row that explains.
    pub begin: String,
    /// What spreadsheets in this language expect between the cells.
    pub delimiter: u8,
}

/// What stands at the head of a column, and explains below how it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    pub explained: String,
}

/// Stands before every row that only explains, for the eye.
const MARK: &str = "### ";

/// In how many of the other columns a table must be alike before it is taken for our sheet.
const ALIKE: usize = 2;

/// A sheet of ours: where its columns stand, and what its rows of explanation say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub columns: Found,
    explanations: Vec<String>,
}

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
pub fn blank(words: &Words, groups: &[String], kinds: &[String]) -> Vec<u8> {
    let mut out = lines::BOM.to_vec();
    let mut line = |cells: [&str; 8]| lines::write(&mut out, words.delimiter, cells);
    let marked = |explanation: &str| format!("{MARK}{explanation}");
    line(words.columns().map(|column| &*column.heading));
    let [_, speaker, group, kind, objectives, language, quote, named] =
        words.columns().map(|column| &*column.explained);
    line([&marked(&words.text.explained), speaker, group, kind, objectives, language, quote, named]);
    for at in 0..groups.len().max(kinds.len()) {
        let listed = |list: &[String]| list.get(at).map(|name| lines::guarded(name)).unwrap_or_default();
        line([&marked(&words.listed), "", &listed(groups), &listed(kinds), "", "", "", ""]);
    }
    line([&marked(&words.begin), "", "", "", "", "", "", ""]);
    out
}

/// The sheet that this is, whichever of these languages it is written in.
pub fn recognise(table: &Table<'_>, languages: &[Words]) -> Option<Sheet> {
    let headings: Vec<_> = table.columns().iter().map(|heading| letters(heading)).collect();
    let at = |column: fn(&Words) -> &Column| {
        let names: Vec<_> = languages.iter().map(|words| letters(&column(words).heading)).collect();
        headings.iter().position(|heading| names.contains(heading))
    };
    let columns = Found {
        text: at(|words| &words.text)?,
        speaker: at(|words| &words.speaker),
        group: at(|words| &words.group),
        kind: at(|words| &words.kind),
        objectives: at(|words| &words.objectives),
        language: at(|words| &words.language),
        quote: at(|words| &words.quote),
        organisation_named: at(|words| &words.organisation_named),
    };
    let explanations = languages.iter().flat_map(|words| [&words.text.explained, &words.listed, &words.begin]);
    (columns.beside_the_text() >= ALIKE)
        .then(|| Sheet { columns, explanations: explanations.map(|explanation| letters(explanation)).collect() })
}

impl Sheet {
    /// Whether a row only explains. One word changed in an explanation, or words written over it, and the row is
    /// somebody's.
    pub fn explains(&self, row: &Row) -> bool {
        row.cells().any(|cell| self.explanations.contains(&letters(cell)))
    }
}

impl Words {
    /// In the order of a blank sheet.
    fn columns(&self) -> [&Column; 8] {
        let Self { text, speaker, group, kind, objectives, language, quote, organisation_named, .. } = self;
        [text, speaker, group, kind, objectives, language, quote, organisation_named]
    }
}

impl Found {
    fn beside_the_text(&self) -> usize {
        let Self { text: _, speaker, group, kind, objectives, language, quote, organisation_named } = self;
        [speaker, group, kind, objectives, language, quote, organisation_named].into_iter().flatten().count()
    }
}

/// What is compared: letters and figures, in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(delimiter: u8, columns: [&str; 8], explained: &str, listed: &str, begin: &str) -> Words {
        let [text, speaker, group, kind, objectives, language, quote, organisation_named] =
            columns.map(|heading| Column { heading: heading.into(), explained: format!("{explained} {heading}") });
        let (listed, begin) = (listed.into(), begin.into());
        Words { text, speaker, group, kind, objectives, language, quote, organisation_named, listed, begin, delimiter }
    }

    fn english() -> Words {
        let columns = ["What was said", "Speaker", "Group", "Kind", "Objectives", "Language", "Quoted", "Named"];
        words(b',', columns, "Fill in", "To copy", "Write below this row.")
    }

    fn french() -> Words {
        let columns =
            ["Ce qui a été dit", "Intervenant", "Groupe", "Nature", "Objectifs", "Langue", "Peut être cité", "Nommée"];
        words(b';', columns, "À remplir", "À copier", "Écrivez sous cette ligne.")
    }

    fn known(table: &Table<'_>) -> Option<Sheet> {
        recognise(table, &[english(), french()])
    }

    fn sheet(words: &Words) -> Vec<u8> {
        blank(words, &["Trade unions".into(), "Местные власти".into(), "Media, press".into()], &["Challenge".into()])
    }

    #[test]
    fn a_blank_sheet_is_recognised_and_only_explains() {
        for (words, begins) in [(english(), "What was said,Speaker,"), (french(), "Ce qui a été dit;Intervenant;")] {
            let bytes = sheet(&words);
            let marked = format!("\u{feff}{begins}");
            assert!(bytes.starts_with(marked.as_bytes()), "Excel reads UTF-8 only behind a mark");
            let table = Table::open(&bytes).unwrap();
            let found = known(&table).unwrap();
            assert_eq!(found.columns.organisation_named, Some(7));
            let rows: Vec<_> = table.rows().map(Result::unwrap).collect();
            assert!(rows.iter().all(|row| found.explains(row) && row.cell(0).unwrap().starts_with("### ")));
            let listed: Vec<_> = rows.iter().map(|row| row.cell(2).unwrap()).collect();
            assert_eq!(listed[1..4], ["Trade unions", "Местные власти", "Media, press"]);
            assert_eq!(rows[1].cell(3), Some("Challenge"));
        }
    }

    #[test]
    fn words_written_over_an_explanation_count() {
        let written =
            String::from_utf8(sheet(&english())).unwrap().replacen("### To copy", "They kept our passports.", 1);
        let table = Table::open(written.as_bytes()).unwrap();
        let found = known(&table).unwrap();
        let said: Vec<_> = table.rows().map(Result::unwrap).filter(|row| !found.explains(row)).collect();
        assert_eq!(said.len(), 1);
        assert_eq!((said[0].cell(0), said[0].cell(2)), (Some("They kept our passports."), Some("Trade unions")));
    }

    #[test]
    fn words_that_begin_like_an_explanation_count() {
        let table = Table::open(b"What was said,Group,Kind\n### They kept our passports.,,\n").unwrap();
        assert!(!known(&table).unwrap().explains(&table.rows().next().unwrap().unwrap()));
    }

    #[test]
    fn a_sheet_is_known_whatever_a_spreadsheet_made_of_it() {
        let english = "Comment;KIND; group ;Sprache;\"What was said\"\r\n;Challenge;Trade unions;;Ça marche déjà\r\n;;;;### Write below this row.\r\n";
        let french = "Remarque;NATURE; groupe ;Sprache;\"Ce qui a été dit\"\r\n;Challenge;Trade unions;;Ça marche déjà\r\n;;;;### Écrivez sous cette ligne.\r\n";
        for moved in [english, french] {
            let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(moved);
            let table = Table::open(&windows).unwrap();
            let sheet = known(&table).unwrap();
            let found = sheet.columns;
            assert_eq!((found.text, found.kind, found.group, found.language), (4, Some(1), Some(2), None));
            let rows: Vec<_> = table.rows().map(Result::unwrap).collect();
            assert_eq!(rows[0].cell(found.text), Some("Ça marche déjà"));
            assert!(!sheet.explains(&rows[0]) && sheet.explains(&rows[1]));
        }
    }

    #[test]
    fn headings_and_explanations_may_be_in_two_languages() {
        let table = Table::open("What was said;Groupe;Kind\n### À copier;;\n### To copy;;\n".as_bytes()).unwrap();
        let sheet = known(&table).unwrap();
        assert_eq!((sheet.columns.group, sheet.columns.kind), (Some(1), Some(2)));
        assert!(table.rows().all(|row| sheet.explains(&row.unwrap())));
    }

    #[test]
    fn a_sheet_whose_letters_were_changed_is_none() {
        // As the older spreadsheets of the Macintosh save it.
        let (macintosh, _, _) = encoding_rs::MACINTOSH.encode("Ce qui a été dit;Groupe;Nature\r\nArrivé à l’été;;\r\n");
        assert_eq!(known(&Table::open(&macintosh).unwrap()), None);
    }

    #[test]
    fn another_table_is_no_sheet() {
        for other in ["What was said,when\nx,y\n", "text,group,kind,language\nx,,,\n"] {
            assert_eq!(known(&Table::open(other.as_bytes()).unwrap()), None, "{other}");
        }
    }
}
