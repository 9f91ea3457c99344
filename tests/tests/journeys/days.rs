//! Two laptops that worked a day without each other hand over both ways, and show the same in the end.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::value::Fields;
use anteroom_store::{Action, Edit, Passphrase, Store, Unlock};
use anteroom_tests::laptop::PASSPHRASE;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::consultation::Made;
use crate::exchange::{invited, stick};
use crate::window::Window;

const DAY: i64 = 24 * 60 * 60 * 1000;
const SHARED: &str = "They kept our pasports for months.";
const CORRECTED: &str = "They kept our passports for months.";
const OF_ANA: [&str; 2] = ["Ana, the day before: wages came late.", "Ana, today: wages came at last."];
const OF_BEA: [&str; 2] = ["Bea, the day before: nobody was asked.", "Bea, today: somebody was asked."];

/// Notes something by the clock of the day before.
async fn noted_a_day_ago(made: &Made, text: &str) {
    let unlock = Unlock::Passphrase(Passphrase::new(PASSPHRASE.to_owned()));
    let store = Box::pin(Store::open(&made.laptop.file(), &made.laptop.home(), &unlock)).await.unwrap();
    let fields = Fields::from([(field::TEXT, text.into())]);
    let edits = vec![Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }];
    let time = anteroom_app::desk::now() - DAY;
    store.commit(Action { deed: Deed::RECORD, time, author: store.person(), undoes: None, edits }).await.unwrap();
    store.close().await.unwrap();
}

impl Window {
    /// What the list shows, row by row, once so many stand there.
    async fn shows_rows(&self, count: usize) -> Value {
        self.goes_to_the_list().await;
        let rows = "[...document.querySelectorAll('[role=option]')].map((row) => row.innerText)";
        self.sees("all of it", &format!("{rows}.length === {count} && {rows}.every((it) => it.trim()) && {rows}")).await
    }

    /// Puts the words of a contribution right, by the keyboard.
    async fn puts_right(&self, found_by: &str, better: &str) {
        self.goes_to_the_list().await;
        self.searches(found_by).await;
        self.presses(Key::Enter).await;
        self.presses(Key::Home).await;
        self.presses(Key::Enter).await;
        let found = format!("document.querySelector('aside .said')?.textContent.includes('{found_by}')");
        self.sees("the contribution", &found).await;
        self.chord(&[Key::Control], 'e').await;
        self.sees("the words", "document.activeElement.id === 'correct-text'").await;
        self.chord(&[Key::Control], 'a').await;
        self.types(better).await;
        self.chord(&[Key::Control], char::from(Key::Enter)).await;
        let said = format!("document.querySelector('aside .said').textContent.trim() === '{better}'");
        self.sees("the better words", &format!("!document.querySelector('dialog') && {said}")).await;
    }
}

#[tokio::test]
async fn two_laptops_a_day_apart_hand_over_both_ways_and_show_the_same() {
    let ana = Made::with_a_round();
    ana.does("record", &["--text", SHARED]);
    let bea = invited(&ana, "Bea", "organiser");
    noted_a_day_ago(&ana, OF_ANA[0]).await;
    noted_a_day_ago(&bea, OF_BEA[0]).await;

    let (ana, bea) = (Window::before(ana).await, Window::before(bea).await);
    for (window, text) in [(&ana, OF_ANA[1]), (&bea, OF_BEA[1])] {
        window.unlocks().await;
        window.opens_the_round().await;
        window.records(text, 1).await;
    }
    bea.puts_right("pasports", CORRECTED).await;

    let [of_ana, of_bea] = [&ana, &bea].map(|window| stick(&window.made, "today.handover"));
    ana.goes_to_the_exchange().await;
    ana.hands_over_to(&of_ana).await;
    bea.goes_to_the_exchange().await;
    let told = bea.takes_in(&of_ana).await;
    assert!(told.contains("2 contributions are new"), "{told}");
    bea.hands_over_to(&of_bea).await;
    bea.pictured_day_and_night("days-bea").await;
    let told = ana.takes_in(&of_bea).await;
    assert!(told.contains("2 contributions are new") && told.contains("One contribution was changed"), "{told}");
    ana.pictured_day_and_night("days-ana").await;

    let both = [ana.shows_rows(5).await, bea.shows_rows(5).await];
    assert_eq!(both[0], both[1]);
    let said = "[...document.querySelectorAll('[role=option] .said')].map((it) => it.textContent.trim()).sort()";
    assert_eq!(ana.asks(said).await, json!([OF_ANA[0], OF_ANA[1], OF_BEA[0], OF_BEA[1], CORRECTED]));
    ana.pictured("days-list").await;

    for (window, file) in [(&ana, &of_bea), (&bea, &of_ana)] {
        window.goes_to_the_exchange().await;
        let told = window.takes_in(file).await;
        assert!(told.contains("Nothing new"), "{told}");
        assert_eq!(window.shows_rows(5).await, both[0]);
    }
}
