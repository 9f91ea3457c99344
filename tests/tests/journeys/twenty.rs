//! The files of twenty tables, dropped on the window at once: each tells what came of it, and one that is torn stops no other.

use std::fs;
use std::thread;

use crate::consultation::Made;
use crate::exchange::{packs, stick, table_called};
use crate::window::Window;

const TABLES: usize = 20;
const TORN: usize = 7;

fn name(table: usize) -> String {
    format!("Table {table}")
}

fn note(table: usize) -> String {
    format!("What was said at table {table} of the hall.")
}

/// A hand-over file of a table that nobody has let in yet, with one note.
fn brings(ana: &Made, pack: &str, words: &str, table: usize) -> String {
    let made = table_called(&name(table), pack, words);
    made.does("record", &["--text", &note(table)]);
    let file = stick(ana, &format!("{}.handover", name(table)));
    made.does("bundle", &["--to", &file]);
    file
}

/// A file each, in the order of the tables.
fn all_bring(ana: &Made, pack: &str, words: &str) -> Vec<String> {
    let workers = thread::available_parallelism().unwrap().get();
    thread::scope(|scope| {
        let begins = |worker: usize| {
            let own = (1..=TABLES).filter(move |table| table % workers == worker);
            scope.spawn(move || own.map(|table| (table, brings(ana, pack, words, table))).collect::<Vec<_>>())
        };
        let started: Vec<_> = (0..workers).map(begins).collect();
        let mut files: Vec<_> = started.into_iter().flat_map(|it| it.join().unwrap()).collect();
        files.sort();
        files.into_iter().map(|(_, file)| file).collect()
    })
}

#[tokio::test]
async fn twenty_files_dropped_at_once_are_told_of_one_by_one_and_a_torn_one_stops_no_other() {
    let ana = Made::with_a_round();
    let (pack, words) = packs(&ana);
    let files = all_bring(&ana, &pack, &words);
    let torn = fs::read(&files[TORN - 1]).unwrap();
    fs::write(&files[TORN - 1], &torn[..torn.len() - 1]).unwrap();

    let window = Window::before(ana).await;
    window.unlocks().await;
    window.display().drops_all(&files).await;
    let came = "[...document.querySelectorAll('#exchange-taken + ul > li')]";
    window.sees("a report each", &format!("{came}.length === {TABLES}")).await;
    let reports = window
        .asks(&format!("{came}.map((it) => [it.querySelector('b').textContent, it.innerText, it.matches('.bad')])"))
        .await;
    for (table, report) in (1..).zip(reports.as_array().unwrap()) {
        let told = report[1].as_str().unwrap();
        assert_eq!(report[0], format!("{}.handover", name(table)), "in the order in which they were dropped");
        assert_eq!(report[2], table == TORN, "{told}");
        assert_eq!(told.contains("is not confirmed yet"), table != TORN, "{told}");
    }
    assert!(reports[TORN - 1][1].as_str().unwrap().contains("torn"), "{reports}");
    window
        .sees(
            "who waits",
            &format!("document.querySelectorAll('#exchange-strangers ~ ul > li').length === {}", TABLES - 1),
        )
        .await;
    window.pictured_day_and_night("twenty").await;
    window.asks("document.querySelector('.reports .bad').scrollIntoView({ block: 'center' })").await;
    window.pictured("twenty-torn").await;
    window.asks("document.querySelector('#exchange-strangers').scrollIntoView()").await;
    window.pictured("twenty-waiting").await;

    window.display().ends_what_was_dragged_from();

    // The torn one comes again, whole; and all of them are let in.
    fs::write(&files[TORN - 1], &torn).unwrap();
    window.display().drops_all(&files[TORN - 1..TORN]).await;
    window.sees("its report", &format!("{came}.length === 1")).await;
    let told = window.reads("#exchange-taken + ul > li").await;
    assert!(told.contains(&format!("{} is not confirmed yet", name(TORN))), "{told}");
    let waiting =
        |count: usize| format!("document.querySelectorAll('#exchange-strangers ~ ul > li').length === {count}");
    window.sees("all of them", &waiting(TABLES)).await;
    for left in (0..TABLES).rev() {
        window.asks("document.querySelector('#exchange-strangers ~ ul > li .first').click()").await;
        window.sees("one less", &waiting(left)).await;
    }
    window.goes_to("/contributions").await;
    window.sees("all of it", &format!("document.querySelector('.title p').textContent.includes('{TABLES}')")).await;
}
