//! Tables: each row once, whoever imports it; what cannot be recorded is said.

use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use anteroom_app::consultations::{self, Steps};
use anteroom_app::desk::Desk;
use anteroom_app::imports::{self, ImportReport, Mapping, UnknownGroup};
use anteroom_app::model::permission::{Basis, Consent, Permission};
use anteroom_app::model::view::{FindContributions, Sort};
use anteroom_app::{AppError, contributions, programme, undo};

use crate::laptop::{Laptop, finds, finds_words};

async fn imports(desk: &Desk, file: &Path, mapping: Mapping) -> Result<ImportReport, AppError> {
    imports::import(desk, file, mapping, &Steps::silent()).await
}

fn text_in(column: &str) -> Mapping {
    Mapping { text: Some(column.to_owned()), ..Mapping::default() }
}

fn counts(report: &ImportReport) -> (u32, u32, usize) {
    (report.recorded, report.already, report.refused.len())
}

async fn in_order(desk: &Desk) -> Vec<anteroom_app::model::view::ContributionRow> {
    finds(desk, FindContributions { sort: Sort::Reference, ..FindContributions::default() }).await
}

const TABLE: &str = "text,group,kind,about,who,when\n\
    They kept our passports.,Trade unions; Media,challenge,\"6, b\",Ana,2020-11-09\n\
    They kept our passports.,Trade unions; Media,challenge,\"6, b\",Ana,2020-11-09\n\
    Nobody came.,,,,17,9.11.2020 10:30\n";

fn table_mapping() -> Mapping {
    let column = |name: &str| Some(format!("column:{name}"));
    Mapping {
        group: column("group"),
        kind: column("kind"),
        node: column("about"),
        speaker: column("who"),
        date: column("when"),
        language: Some("en".into()),
        source: Some("Sheet of table 7".into()),
        ..text_in("text")
    }
}

#[tokio::test]
async fn each_row_is_recorded_once_and_recognised_again() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let file = laptop.writes("table.csv", TABLE);
    let report = imports(&desk, &file, table_mapping()).await.unwrap();
    assert_eq!(counts(&report), (3, 0, 0), "the same words twice in one file are two voices");
    assert_eq!(counts(&imports(&desk, &file, table_mapping()).await.unwrap()), (0, 3, 0));
    let rows = in_order(&desk).await;
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].groups.len(), 2);
    assert_eq!(rows[0].nodes.iter().map(|node| node.mark.as_str()).collect::<Vec<_>>(), ["6", "b"]);
    assert_eq!((rows[0].speaker.as_str(), rows[0].speaker == rows[1].speaker), ("Ana", true));
    assert_eq!(rows[2].speaker, "Sheet of table 7 #17", "a number tells people apart within its file only");
    assert_eq!(rows[2].said_at, Some(1_604_917_800_000));
    assert!(rows.iter().all(|row| row.source == "Sheet of table 7" && row.language == "en"));

    let longer = laptop.writes("longer.csv", &format!("{TABLE}And one more.,,,,,\n"));
    assert_eq!(counts(&imports(&desk, &longer, table_mapping()).await.unwrap()), (1, 3, 0));
}

#[tokio::test]
async fn an_import_is_taken_back_in_one_and_may_be_repeated() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let file = laptop.writes("table.csv", TABLE);
    imports(&desk, &file, table_mapping()).await.unwrap();
    let first = in_order(&desk).await;
    assert_eq!(undo::undoable(&desk).await.unwrap().undo.unwrap().records, 3, "contributions, not their speakers");
    let undone = undo::undo(&desk).await.unwrap();
    assert_eq!((undone.deed.as_str(), undone.records), ("import", 3));
    assert_eq!(in_order(&desk).await.len(), 0);

    // The same file, of which one column is read otherwise.
    let mapping = Mapping { group: None, state: Some("accepted".into()), ..table_mapping() };
    let (expected, _) = imports::expect(&desk, &file, mapping.clone(), &Steps::silent()).await.unwrap();
    assert_eq!((expected.recorded, expected.already), (3, 0));
    assert_eq!(counts(&imports(&desk, &file, mapping.clone()).await.unwrap()), (3, 0, 0));
    let again = in_order(&desk).await;
    let ids =
        |rows: &[anteroom_app::model::view::ContributionRow]| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&again), ids(&first), "the same records, not others beside them");
    assert!(again.iter().all(|row| row.groups.is_empty() && row.state == "accepted"), "as they are read now");
    assert_eq!((again[0].speaker.as_str(), again[2].reference.as_str()), ("Ana", first[2].reference.as_str()));
    assert_eq!(counts(&imports(&desk, &file, mapping.clone()).await.unwrap()), (0, 3, 0));

    assert_eq!(undo::undo(&desk).await.unwrap().records, 3);
    assert_eq!(in_order(&desk).await.len(), 0, "the second import is taken back too");
    undo::redo(&desk).await.unwrap();
    assert_eq!(ids(&in_order(&desk).await), ids(&first), "done again, without doubles");
    undo::undo(&desk).await.unwrap();
    assert_eq!(counts(&imports(&desk, &file, mapping).await.unwrap()), (3, 0, 0));
    assert_eq!(in_order(&desk).await.len(), 3);
}

#[tokio::test]
async fn an_import_that_is_repeated_loosens_nothing_without_a_basis_of_its_own() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let file = laptop.writes("table.csv", "text,quoted\nThey kept our passports.,no\nNobody came.,yes\n");
    let mapping = Mapping { quote: Some("column:quoted".into()), basis: Some(Basis::Form), ..text_in("text") };
    imports(&desk, &file, mapping.clone()).await.unwrap();
    undo::undo(&desk).await.unwrap();
    imports(&desk, &file, text_in("text")).await.unwrap();
    let answers = async || in_order(&desk).await.iter().map(|row| row.permissions.quote).collect::<Vec<_>>();
    let quoted = answers().await;
    assert_eq!(quoted[0].consent, Consent::Refused, "what was refused stays so");
    assert_eq!(quoted[1].consent, Consent::NotAsked, "what nobody says now is not given");
    undo::undo(&desk).await.unwrap();
    imports(&desk, &file, mapping).await.unwrap();
    assert_eq!(answers().await[1], Permission::given(Basis::Form));
}

#[tokio::test]
async fn importing_again_does_not_bring_erased_words_back() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let file = laptop.writes("table.csv", TABLE);
    imports(&desk, &file, table_mapping()).await.unwrap();
    let erased = in_order(&desk).await.remove(2);
    contributions::erase(&desk, &[erased.id]).await.unwrap();
    assert_eq!(counts(&imports(&desk, &file, table_mapping()).await.unwrap()), (0, 3, 0));
    assert_eq!(finds_words(&desk, "nobody").await, 0);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[tokio::test]
async fn two_laptops_recognise_each_others_rows_and_two_consultations_do_not() {
    let (one, two) = (Laptop::new(), Laptop::new());
    let file = one.writes("table.csv", TABLE);
    let desk = one.founds("gcm").await;
    imports(&desk, &file, table_mapping()).await.unwrap();
    consultations::close(desk).await.unwrap();
    copy(&one.path("one.anteroom"), &two.path("copy.anteroom"));
    let desk = two.opens(&two.path("copy.anteroom")).await;
    assert_eq!(counts(&imports(&desk, &file, table_mapping()).await.unwrap()), (0, 3, 0));
    let desk = two.founds("gcm").await;
    assert_eq!(counts(&imports(&desk, &file, table_mapping()).await.unwrap()), (3, 0, 0));
}

#[tokio::test]
async fn rows_that_cannot_be_recorded_are_said_written_out_and_mended() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let long = "x".repeat(contributions::LONGEST + 1);
    let file = laptop.writes(
        "table.csv",
        &format!("text,group,when\nfine,Media,\nno group,Medla,\nno date,,someday\n , Media,\ntoo,many,cells,here\n{long},,\n"),
    );
    let mapping = Mapping { group: Some("column:group".into()), date: Some("column:when".into()), ..text_in("TEXT") };
    let report = imports(&desk, &file, mapping.clone()).await.unwrap();
    assert_eq!(counts(&report), (1, 0, 5));
    let rows: Vec<_> = report.refused.iter().map(|refused| refused.row).collect();
    assert_eq!(rows, [2, 3, 4, 5, 6]);
    assert!(report.refused[0].why.contains("Nearest: Media"), "{}", report.refused[0].why);
    assert!(report.refused[1].why.contains("someday"), "{}", report.refused[1].why);

    let refused = laptop.path("refused.csv");
    imports::save_refused(&desk, &file, &report.refused, &refused).unwrap();
    let mended = fs::read_to_string(&refused).unwrap().replace("Medla", "Media").replace("someday", "2020-11-09");
    fs::write(&refused, mended).unwrap();
    let again = imports(&desk, &refused, mapping).await.unwrap();
    assert_eq!(counts(&again), (2, 0, 3));
}

#[tokio::test]
async fn what_is_no_table_or_lacks_its_column_records_nothing() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let refused = async |name: &str, words: &str, mapping: Mapping| {
        imports(&desk, &laptop.writes(name, words), mapping).await.unwrap_err()
    };
    let column = refused("a.csv", "text,who\nx,y\n", text_in("words")).await;
    assert_eq!(column.code, "unknown-column");
    assert!(column.message.contains("text, who"), "{}", column.message);
    assert_eq!(refused("b.csv", "", text_in("text")).await.code, "empty-table");
    assert_eq!(refused("c.csv", "text\nx\n", Mapping::default()).await.code, "not-a-sheet");
    assert_eq!(imports(&desk, &laptop.path("none.csv"), text_in("x")).await.unwrap_err().code, "cannot-read");
    assert_eq!(in_order(&desk).await.len(), 0);
}

#[tokio::test]
async fn a_sheet_that_was_filled_in_needs_no_explaining() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let sheet = laptop.path("sheet.csv");
    imports::write_sheet(&desk, &sheet, "en").await.unwrap();
    let filled = format!(
        "{}They kept our passports.,Ana,Trade unions,challenge,6; 16,en,yes,no\r\nNobody came.,,,,,,,\r\n",
        fs::read_to_string(&sheet).unwrap()
    );
    fs::write(&sheet, &filled).unwrap();
    for mapping in [Mapping { round: None, ..Mapping::default() }, text_in("What was said")] {
        let fresh = Laptop::new();
        let desk = fresh.founds("gcm").await;
        assert_eq!(counts(&imports(&desk, &sheet, mapping).await.unwrap()), (2, 0, 0), "no explanation is recorded");
        let rows = in_order(&desk).await;
        assert_eq!(rows[0].permissions.quote, Permission::given(Basis::InPerson));
        assert_eq!(rows[0].permissions.name_organisation.consent, Consent::Refused);
        assert_eq!((rows[0].speaker.as_str(), rows[0].nodes.len()), ("Ana", 2));
    }
    let mapping = Mapping { kind: Some("recommendation".into()), ..Mapping::default() };
    imports(&desk, &sheet, mapping).await.unwrap();
    let rows = in_order(&desk).await;
    assert!(rows.iter().all(|row| row.kind.as_ref().unwrap().label == "Recommendation"), "what is said overrides");
}

#[tokio::test]
async fn a_french_sheet_that_was_filled_in_needs_no_explaining() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let sheet = laptop.path("feuille.csv");
    imports::write_sheet(&desk, &sheet, "fr").await.unwrap();
    let blank = fs::read_to_string(&sheet).unwrap();
    assert!(blank.contains("Difficulté") && !blank.contains("Challenge"), "kinds are named in the sheet's language");
    let filled = format!(
        "{blank}Ils ont gardé nos passeports.;Ana;Trade unions;Difficulté;6, 16;fr;oui;non\r\nPersonne n’est venu.;;;;;;;\r\n"
    );
    fs::write(&sheet, &filled).unwrap();
    assert_eq!(counts(&imports(&desk, &sheet, Mapping::default()).await.unwrap()), (2, 0, 0));
    let rows = in_order(&desk).await;
    assert_eq!(rows[0].permissions.quote, Permission::given(Basis::InPerson));
    assert_eq!(rows[0].permissions.name_organisation.consent, Consent::Refused);
    assert_eq!((rows[0].speaker.as_str(), rows[0].nodes.len(), rows[0].groups.len()), ("Ana", 2, 1));
    assert_eq!(rows[0].kind.as_ref().unwrap().key, "gcm:kind:challenge");
    assert_eq!(rows[1].text, "Personne n’est venu.");
}

#[tokio::test]
async fn a_cancelled_import_leaves_nothing_behind() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let rows: Vec<_> = (0..3000).map(|number| format!("Row {number} of many,x\n")).collect();
    let file = laptop.writes("many.csv", &format!("text,who\n{}", rows.concat()));
    let handle = Arc::new(OnceLock::<Steps>::new());
    let inside = Arc::clone(&handle);
    let steps = Steps::telling(move |_, _| inside.get().unwrap().cancel());
    handle.set(steps.clone()).unwrap();
    let error = imports::import(&desk, &file, text_in("text"), &steps).await.unwrap_err();
    assert_eq!(error.code, "cancelled", "at its first step");
    assert_eq!(in_order(&desk).await.len(), 0);
    let error = imports::import(&desk, &file, text_in("text"), &steps).await.unwrap_err();
    assert_eq!(error.code, "cancelled", "before it began");
    assert_eq!(counts(&imports(&desk, &file, text_in("text")).await.unwrap()), (3000, 0, 0));
}

#[tokio::test]
async fn a_table_shows_beforehand_what_will_become_of_its_rows() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let file = laptop.writes(
        "Table 7.csv",
        "Comment;Stakeholder group;Objectives;Date;Quoted\n\
         They kept our passports.;Trade unions;6;9.11.2020;yes\n\
         Nobody came.;Nobodies;;;\n\
         They came too late.;;;the day before;maybe\n",
    );
    let table = imports::look(&file).unwrap();
    assert_eq!((table.name.as_str(), table.encoding.as_str(), table.rows), ("Table 7.csv", "UTF-8", 3));
    assert_eq!(
        (table.columns[0].name.as_str(), table.columns[0].first.as_str()),
        ("Comment", "They kept our passports.")
    );
    let mapping = table.proposed;
    assert_eq!((mapping.text.as_deref(), mapping.node.as_deref()), (Some("column:Comment"), Some("column:Objectives")));

    let mapping = Mapping { basis: Some(Basis::Form), ..mapping };
    let shown = imports::preview(&desk, &file, mapping.clone()).await.unwrap();
    assert_eq!(shown.len(), 3);
    assert_eq!((shown[0].groups[0].label.as_str(), shown[0].nodes[0].mark.as_str()), ("Trade unions", "6"));
    assert_eq!((shown[0].permissions.quote, shown[0].refused.as_str()), (Permission::given(Basis::Form), ""));
    assert!(shown[1].refused.contains("Nobodies") && shown[1].text == "Nobody came.", "{:?}", shown[1]);
    let (expected, refused) = imports::expect(&desk, &file, mapping.clone(), &Steps::silent()).await.unwrap();
    assert_eq!((expected.recorded, expected.already, expected.refused), (1, 0, 2));
    assert_eq!(expected.first_refused, refused);
    assert!(in_order(&desk).await.is_empty(), "nothing is recorded by looking");

    assert_eq!(counts(&imports(&desk, &file, mapping.clone()).await.unwrap()), (1, 0, 2));
    let (expected, _) = imports::expect(&desk, &file, mapping, &Steps::silent()).await.unwrap();
    assert_eq!((expected.recorded, expected.already), (0, 1), "known from before");
    desk.speak("fr");
    let mapping = Mapping { group: Some("column:Stakeholder group".into()), ..text_in("Comment") };
    let (_, refused) = imports::expect(&desk, &file, mapping, &Steps::silent()).await.unwrap();
    assert!(refused[0].why.contains("Nobodies") && !refused[0].why.contains("There is no"), "{refused:?}");
}

#[tokio::test]
async fn a_sheet_of_ours_explains_its_columns_itself() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let sheet = laptop.path("feuille.csv");
    imports::write_sheet(&desk, &sheet, "fr").await.unwrap();
    let mapping = imports::look(&sheet).unwrap().proposed;
    assert!(mapping.text.is_some() && mapping.quote.is_some() && mapping.name_organisation.is_some(), "{mapping:?}");
}

#[tokio::test]
async fn why_a_file_is_no_table_is_said_in_the_language_that_is_read() {
    let laptop = Laptop::new();
    let file = laptop.path("table.csv");
    std::fs::write(&file, b"%PDF-1.7 and so on").unwrap();
    let refusal = imports::look(&file).unwrap_err();
    assert_eq!(refusal.code, "empty-table");
    assert_eq!(refusal.message, "This file holds no table: it is a PDF. Nothing was recorded.");
    let french = refusal.said_in("fr").message;
    assert!(french.contains("c’est un PDF"), "{french}");
    assert!(!french.contains("it is"), "{french}");
}

/// Names of groups: one that is known, one nearly, two that are not.
const STRANGERS: &str = "text,group\n\
    They kept our passports.,Trade unions; Nobodies\n\
    Nobody came.,nobodies\n\
    Too late.,Medla\n\
    And one more.,Media\n";

fn groups_in(column: &str) -> Mapping {
    Mapping { group: Some(format!("column:{column}")), ..text_in("text") }
}

async fn labels(desk: &Desk) -> Vec<Vec<String>> {
    let label = |row: &anteroom_app::model::view::ContributionRow| {
        let mut labels: Vec<_> = row.groups.iter().map(|group| group.label.clone()).collect();
        labels.sort();
        labels
    };
    in_order(desk).await.iter().map(label).collect()
}

#[tokio::test]
async fn groups_that_are_not_known_are_told_with_those_that_come_near_and_refused_where_nothing_is_said() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let file = laptop.writes("strangers.csv", STRANGERS);
    let (expected, refused) = imports::expect(&desk, &file, groups_in("group"), &Steps::silent()).await.unwrap();
    assert_eq!((expected.recorded, expected.refused, expected.unknown_group_count), (1, 3, 2));
    let met: Vec<_> = expected.unknown_groups.iter().map(|met| (met.name.as_str(), met.rows)).collect();
    assert_eq!(met, [("Nobodies", 2), ("Medla", 1)], "one name in whatever case, most rows first");
    assert_eq!(expected.unknown_groups[0].nearest, []);
    assert_eq!(expected.unknown_groups[1].nearest[0].label, "Media");
    assert_eq!(refused[0].why, "There is no stakeholder group called “Nobodies”.");
    assert!(refused[2].why.contains("Media"), "{}", refused[2].why);
}

#[tokio::test]
async fn a_group_is_added_with_the_rows_that_name_it_and_one_undo_takes_both_back() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let file = laptop.writes("strangers.csv", STRANGERS);
    let count = async || programme::show(&desk).await.unwrap().groups.len();
    let before = count().await;
    let medla = ("MEDLA".to_owned(), UnknownGroup::Means("Media".into()));
    let mapping =
        Mapping { unknown_groups: [medla].into(), other_unknown_groups: UnknownGroup::Add, ..groups_in("group") };
    let shown = imports::preview(&desk, &file, mapping.clone()).await.unwrap();
    assert_eq!(shown[1].groups[0].label, "Nobodies", "it is shown as it will be");
    assert_eq!(count().await, before, "looking adds nothing");

    assert_eq!(counts(&imports(&desk, &file, mapping.clone()).await.unwrap()), (4, 0, 0));
    let groups: [&[&str]; 4] = [&["Nobodies", "Trade unions"], &["Nobodies"], &["Media"], &["Media"]];
    assert_eq!(labels(&desk).await, groups);
    assert_eq!(count().await, before + 1);
    assert_eq!(counts(&imports(&desk, &file, mapping.clone()).await.unwrap()), (0, 4, 0), "nothing is added twice");

    undo::undo(&desk).await.unwrap();
    assert_eq!((in_order(&desk).await.len(), count().await), (0, before));
    undo::redo(&desk).await.unwrap();
    assert_eq!(
        (labels(&desk).await, count().await),
        (groups.map(|row| row.iter().map(ToString::to_string).collect()).to_vec(), before + 1)
    );
    undo::undo(&desk).await.unwrap();
    assert_eq!(counts(&imports(&desk, &file, mapping).await.unwrap()), (4, 0, 0));
    assert_eq!((labels(&desk).await[1].clone(), count().await), (vec!["Nobodies".to_owned()], before + 1));
}

#[tokio::test]
async fn a_group_that_only_refused_rows_name_is_not_added() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let before = programme::show(&desk).await.unwrap().groups.len();
    let file = laptop.writes("strangers.csv", "text,group\n,Nobodies\nWord.,Media\n");
    let mapping = Mapping { other_unknown_groups: UnknownGroup::Add, ..groups_in("group") };
    assert_eq!(counts(&imports(&desk, &file, mapping).await.unwrap()), (1, 0, 1));
    assert_eq!(programme::show(&desk).await.unwrap().groups.len(), before);
}

#[tokio::test]
async fn a_row_without_its_group_waits_for_one_and_one_refused_by_name_stays_out() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let file = laptop.writes("strangers.csv", STRANGERS);
    let medla = ("Medla".to_owned(), UnknownGroup::Refuse);
    let mapping =
        Mapping { unknown_groups: [medla].into(), other_unknown_groups: UnknownGroup::LeaveOut, ..groups_in("group") };
    let report = imports(&desk, &file, mapping).await.unwrap();
    assert_eq!((counts(&report), report.refused[0].row), ((3, 0, 1), 3));
    assert_eq!(labels(&desk).await, [["Trade unions"].as_slice(), &[], &["Media"]]);
}
