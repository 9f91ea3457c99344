//! A sheet that was filled in, and saved with another delimiter and in another encoding by LibreOffice Calc.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use anteroom_documents::sheet::{explains, recognise};
use anteroom_documents::table::Table;

#[test]
fn a_sheet_comes_back_from_a_spreadsheet() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sheet/saved-by-libreoffice.csv");
    let saved = std::fs::read(path).unwrap();
    assert!(std::str::from_utf8(&saved).is_err(), "it is no longer UTF-8");

    let table = Table::open(&saved).unwrap();
    let found = recognise(&table).expect("our own sheet");
    let rows: Vec<_> = table.rows().map(Result::unwrap).collect();
    let said: Vec<_> = rows.iter().filter(|row| !explains(row)).collect();
    assert_eq!((rows.len(), said.len()), (6, 1), "all other rows explain");
    let cell = |column: Option<usize>| said[0].cell(column.unwrap()).unwrap();
    assert_eq!(cell(Some(found.text)), "Ils ont gardé nos passeports,\nà l’arrivée; \"tous\".");
    assert_eq!((cell(found.speaker), cell(found.group), cell(found.kind)), ("Émile", "Trade unions", "Challenge"));
    assert_eq!((cell(found.objectives), cell(found.language), cell(found.quote)), ("4; 6", "fr", "yes"));
    assert_eq!(cell(found.organisation_named), "");
}
