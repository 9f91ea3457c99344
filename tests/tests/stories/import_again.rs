//! The same table comes in twice, on two laptops.

use anteroom_tests::laptop::{Laptop, copy_folder};
use anteroom_tests::request::Request;

#[test]
fn a_table_imported_again_on_the_copy_of_another_laptop_brings_nothing_twice() {
    let (first, second) = (Laptop::default(), Laptop::default());
    let (mut organiser, _) = first.founds();
    let rows: Vec<_> = (0..40).map(|number| format!("answer {number} to the questionnaire")).collect();
    let table = first.table("answers.csv", rows.iter().map(String::as_str));
    assert_eq!(organiser.imports(&table), (40, 0));
    assert_eq!(organiser.imports(&table), (0, 40), "the same again");
    let withdrawn = organiser.does(anteroom_tests::request::find("\"answer 7\""));
    let id = anteroom_tests::laptop::text(&withdrawn["rows"][0]["id"]);
    organiser.does(Request::Erase { ids: vec![id] });
    organiser.closes();

    copy_folder(&first.file(), &second.file());
    let mut colleague = second.opens();
    let mut more = rows.clone();
    more.push("an answer that came late".into());
    // The same two words twice are two voices.
    more.extend(["agreed".to_owned(), "agreed".to_owned()]);
    let table = second.table("answers.csv", more.iter().map(String::as_str));
    assert_eq!(colleague.imports(&table), (3, 40), "what was withdrawn does not come back either");
    assert_eq!(colleague.imports(&table), (0, 43));
    assert!(colleague.finds("\"answer 7\"").is_empty());
    assert_eq!(colleague.finds("").len(), 42);
    colleague.is_sound();
    colleague.closes();

    let mut organiser = first.opens();
    assert_eq!(organiser.finds("").len(), 39, "the first laptop is as it was");
    organiser.is_sound();
}

#[test]
fn an_undone_import_leaves_nothing_to_be_found() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    running.records("before");
    let table = laptop.table("rows.csv", ["one", "two", "three"]);
    running.imports(&table);
    running.does(Request::Undo);
    assert_eq!(running.finds(""), ["before"]);
    running.is_sound();
}
