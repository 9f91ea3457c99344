//! What tables and sheets say to people: the words of the catalogue, in every language there is one for.

use anteroom_documents::table::{NoTable, WhyRefused};
use anteroom_documents::{refused, sheet};

use crate::error::AppError;
use crate::messages::{languages, say};

/// The words of a sheet in `language`.
pub(super) fn of_sheet(language: &str) -> sheet::Words {
    let word = |name: &str| say(language, name, &[]);
    let column = |name: &str| sheet::Column {
        heading: word(&format!("sheet-{name}")),
        explained: word(&format!("sheet-{name}-how")),
    };
    sheet::Words {
        text: column("text"),
        speaker: column("speaker"),
        group: column("group"),
        kind: column("kind"),
        objectives: column("objectives"),
        language: column("language"),
        quote: column("quote"),
        organisation_named: column("organisation-named"),
        listed: word("sheet-listed"),
        begin: word("sheet-begin"),
        delimiter: word("sheet-delimiter").bytes().next().unwrap_or(b','),
    }
}

/// The words of a sheet in every language.
pub(super) fn sheets_known() -> Vec<sheet::Words> {
    languages().map(of_sheet).collect()
}

/// What stands above the columns in front of refused rows.
pub(super) fn of_refused(language: &str) -> refused::Words {
    refused::Words { row: say(language, "refused-row", &[]), why: say(language, "refused-why", &[]) }
}

/// The same in every language.
pub(super) fn refused_known() -> Vec<refused::Words> {
    languages().map(of_refused).collect()
}

/// Why a file is no table.
pub(super) fn no_table(why: NoTable) -> AppError {
    AppError::new("empty-table", &[]).because(why.code())
}

/// Why a row cannot be read.
pub(super) fn unreadable_row(language: &str, why: WhyRefused) -> String {
    match why {
        WhyRefused::TooManyCells { cells, columns, delimiter } => {
            let delimiter = match delimiter {
                b',' => "comma",
                b';' => "semicolon",
                b'\t' => "tab",
                b'|' => "bar",
                _ => "other",
            };
            let counts = [cells, columns].map(|count| count.to_string());
            let args = [("cells", &*counts[0]), ("columns", &*counts[1]), ("delimiter", delimiter)];
            say(language, why.code(), &args)
        }
        WhyRefused::NotInEncoding(encoding) => say(language, why.code(), &[("encoding", encoding)]),
        WhyRefused::Unclosed | WhyRefused::Nul | WhyRefused::Unreadable => say(language, why.code(), &[]),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use anteroom_documents::table::Table;

    use super::*;

    /// The codes that a source file hands out, within each `fn code`.
    fn codes(source: &str) -> Vec<&str> {
        let functions = source.split("pub fn code(&self)").skip(1);
        let bodies = functions.map(|function| function.split("\n    }\n").next().unwrap());
        bodies.flat_map(|body| body.split('"').skip(1).step_by(2)).collect()
    }

    #[test]
    fn whatever_documents_refuse_has_a_sentence_in_every_catalogue() {
        let tables = codes(include_str!("../../../documents/src/table/refusal.rs"));
        let briefs = codes(include_str!("../../../documents/src/brief/mod.rs"));
        assert_eq!((tables.len(), briefs.len()), (13, 1), "{tables:?} {briefs:?}");
        let args = [("cells", "3"), ("columns", "2"), ("delimiter", "comma"), ("encoding", "GBK")];
        for code in tables.into_iter().chain(briefs) {
            let english = say("en", code, &args);
            assert_ne!(english, code, "{code} has no sentence");
            for language in languages().filter(|language| *language != "en") {
                assert_ne!(say(language, code, &args), english, "{code} has no sentence in {language}");
            }
        }
    }

    #[test]
    fn a_row_that_cannot_be_read_says_what_is_wrong_with_it() {
        for (why, says) in [
            (WhyRefused::TooManyCells { cells: 3, columns: 2, delimiter: b';' }, ["3 cells", "2 columns", "semicolon"]),
            (WhyRefused::TooManyCells { cells: 3, columns: 1, delimiter: b'\t' }, ["3 cells", "one column", "tab"]),
            (WhyRefused::TooManyCells { cells: 3, columns: 2, delimiter: b'~' }, ["3 cells", "2 columns", "the sign"]),
            (WhyRefused::NotInEncoding("windows-1252"), ["windows-1252", "no text", "."]),
        ] {
            let sentence = unreadable_row("en", why);
            assert!(says.iter().all(|part| sentence.contains(part)), "{sentence}");
        }
    }

    #[test]
    fn every_language_has_a_sheet_of_its_own() {
        for words in sheets_known() {
            assert!(matches!(words.delimiter, b',' | b';'), "{words:?}");
            assert!(!words.text.heading.starts_with("sheet-") && !words.begin.starts_with("sheet-"), "{words:?}");
        }
        assert_ne!(of_sheet("fr"), of_sheet("en"));
    }

    #[test]
    fn no_heading_means_two_columns() {
        let mut means = BTreeMap::new();
        for words in sheets_known() {
            let sheet::Words { text, speaker, group, kind, objectives, language, quote, organisation_named, .. } =
                words;
            let columns = [text, speaker, group, kind, objectives, language, quote, organisation_named];
            for (place, column) in columns.into_iter().enumerate() {
                let heading = column.heading.to_lowercase();
                assert_eq!(*means.entry(heading.clone()).or_insert(place), place, "{heading}");
            }
        }
    }

    /// Sheets that are in people's hands.
    const HANDED_OUT: [(&str, &[u8]); 2] = [
        ("en", include_bytes!("../../fixtures/sheet/saved-by-libreoffice.csv")),
        ("fr", include_bytes!("../../fixtures/sheet/saved-by-libreoffice.fr.csv")),
    ];

    #[test]
    fn a_sheet_comes_back_from_a_spreadsheet() {
        for (language, saved) in HANDED_OUT {
            assert!(std::str::from_utf8(saved).is_err(), "it is no longer UTF-8");
            let table = Table::open(saved).unwrap();
            let sheet = sheet::recognise(&table, &sheets_known()).expect("our own sheet");
            let found = sheet.columns;
            let rows: Vec<_> = table.rows().map(Result::unwrap).collect();
            let said: Vec<_> = rows.iter().filter(|row| !sheet.explains(row)).collect();
            assert_eq!((rows.len() > 5, said.len()), (true, 1), "all other rows explain, in {language}");
            let cell = |column: Option<usize>| said[0].cell(column.unwrap()).unwrap();
            assert_eq!(cell(Some(found.text)), "Ils ont gardé nos passeports,\nà l’arrivée; \"tous\".");
            assert_eq!((cell(found.speaker), cell(found.group)), ("Émile", "Trade unions"));
            let (kind, yes) = if language == "fr" { ("Difficulté", "oui") } else { ("Challenge", "yes") };
            assert_eq!((cell(found.kind), cell(found.quote)), (kind, yes));
            assert_eq!((cell(found.objectives), cell(found.language)), ("4; 6", "fr"));
            assert_eq!(cell(found.organisation_named), "");
        }
    }

    #[test]
    fn an_export_of_another_tool_is_no_sheet() {
        let polis = include_bytes!("../../../documents/fixtures/polis/canadian-electoral-reform.csv");
        assert_eq!(sheet::recognise(&Table::open(polis).unwrap(), &sheets_known()), None);
    }
}
