//! An organiser erases more than one laptop may: on the second organiser's window it waits hidden, and she confirms or refuses.

use std::fs;

use anteroom_tests::laptop::PASSPHRASE;
use serde_json::{Value, json};

use crate::consultation::Made;
use crate::exchange::{invited, stick};
use crate::window::Window;

/// So many of what others recorded one laptop erases by itself.
const LIMIT: usize = 50;
const SAID: usize = LIMIT + 8;
/// How many contributions wait for another one. Which go at once is decided by their ids, and the name goes with them.
const WAITS: [usize; 2] = [SAID - LIMIT, SAID + 1 - LIMIT];
const LEFT: &str = "Somebody else spoke of wages.";

/// The founder, and an organiser whom she let in; both have what a facilitator took down of a speaker of many words.
fn both() -> (Made, Made) {
    let ana = Made::with_a_round();
    ana.does("record", &["--text", LEFT]);
    let femi = invited(&ana, "Femi", "facilitator");
    let rows: Vec<_> = (0..SAID).map(|row| format!("Quixhaven kept passport {row} of ours.,Amina")).collect();
    let table = stick(&femi, "rows.csv");
    fs::write(&table, format!("text,speaker\n{}\n", rows.join("\n"))).unwrap();
    femi.does("import", &[&table, "--text", "text", "--speaker", "column:speaker"]);
    let handed = stick(&femi, "femi.handover");
    femi.does("bundle", &["--to", &handed]);
    ana.does("merge", &[&handed]);
    let olga = invited(&ana, "Olga", "organiser");
    (ana, olga)
}

const WAITING: &str = "document.querySelector('#exchange-erased')?.textContent.replace(/[\\u2066-\\u2069]/g, '')";

impl Window {
    /// Says how many contributions wait.
    async fn sees_what_waits(&self) -> usize {
        let told = "/^(\\d+) contributions are hidden until a second person confirms$/";
        let waits = self.sees("what waits", &format!("Number({WAITING}?.match({told})?.[1])")).await;
        let waits = waits.as_u64().unwrap() as usize;
        assert!(WAITS.contains(&waits), "{waits}");
        waits
    }

    async fn sees_that_nothing_waits(&self) {
        let told = "document.querySelector('.notice .said')";
        self.sees("that nothing waits", &format!("!document.querySelector('#exchange-erased') && {told}")).await;
    }

    /// Waits until something is listed, and only what has its words; says all of it.
    async fn lists_with_words(&self, fits: &str) -> Value {
        self.goes_to_the_list().await;
        self.is_answered().await;
        let rows = "[...document.querySelectorAll('[role=option]')]";
        let said = format!("{rows}.map((row) => row.querySelector('.said').textContent.trim()).sort()");
        self.sees("what is left", &format!("(({{ length }}) => {fits})({rows}) && {said}.every(Boolean) && {said}"))
            .await
    }

    async fn lists_only_what_is_left(&self) {
        assert_eq!(self.lists_with_words("length === 1").await, json!([LEFT]));
    }
}

/// A speaker of many words withdraws at the one organiser's window, and the other one has taken in what she hands over.
async fn withdrawn() -> (Window, Window, usize) {
    let (ana, olga) = both();
    let olga = Window::inside(olga).await;
    olga.withdraws_what_says("passport 57 of", "They withdraw…").await;
    olga.clicks("dialog input[value=all]").await;
    let told = "document.querySelector('dialog .happens').textContent.includes('another organiser confirms')";
    olga.sees("that somebody else has to confirm", told).await;
    olga.pictured("signature-withdraw").await;
    olga.clicks("dialog .stop").await;
    olga.sees("that it is done", "!document.querySelector('dialog') && document.querySelector('.notice .said')").await;
    let told = olga.reads(".notice .said").await;
    assert!(told.contains("erased for good") && told.contains("more are hidden"), "{told}");
    olga.lists_only_what_is_left().await;
    olga.sees("that nothing is open", "!document.querySelector('aside h2')").await;
    olga.goes_to_the_exchange().await;
    let waits = olga.sees_what_waits().await;
    let elsewhere =
        "document.querySelector('#exchange-erased').parentElement.innerText.includes('not on the one that erased')";
    olga.sees("that it is confirmed elsewhere", elsewhere).await;
    assert_eq!(
        olga.asks("document.querySelector('#exchange-erased').parentElement.querySelector('button')").await,
        Value::Null
    );
    olga.pictured_day_and_night("signature-elsewhere").await;
    let file = stick(&olga.made, "olga.handover");
    olga.hands_over_to(&file).await;

    let ana = Window::inside(ana).await;
    ana.goes_to_the_exchange().await;
    ana.takes_in(&file).await;
    assert_eq!(ana.sees_what_waits().await, waits);
    (ana, olga, waits)
}

impl Window {
    /// Hands over what was decided, and the other one takes it in.
    async fn passes_on_to(&self, other: &Self) {
        let file = stick(&self.made, "decided.handover");
        self.hands_over_to(&file).await;
        other.takes_in(&file).await;
        other.sees("that nothing waits there", "!document.querySelector('#exchange-erased')").await;
    }
}

#[tokio::test]
async fn what_one_organiser_erased_beyond_what_she_may_waits_hidden_until_the_second_confirms() {
    let (ana, olga, _) = withdrawn().await;
    ana.is_accessible().await;
    ana.asks("document.querySelector('#exchange-erased').scrollIntoView()").await;
    ana.pictured_day_and_night("signature-waits").await;
    ana.speaks("ar").await;
    ana.fits().await;
    ana.is_accessible().await;
    ana.asks("document.querySelector('#exchange-erased').scrollIntoView()").await;
    ana.pictured("signature-waits-arabic").await;
    ana.speaks("en").await;
    ana.lists_only_what_is_left().await;
    ana.goes_to_the_exchange().await;
    ana.clicks_on("Erase for good").await;
    ana.sees_that_nothing_waits().await;
    assert!(ana.reads(".notice .said").await.contains("gone for good"));
    ana.pictured("signature-confirmed").await;
    ana.lists_only_what_is_left().await;
    ana.goes_to_the_exchange().await;
    ana.passes_on_to(&olga).await;
    olga.lists_only_what_is_left().await;
    for window in [ana, olga] {
        window.locks().await;
        let dump = window.made.laptop.types(PASSPHRASE, &["dump", window.made.shown().to_str().unwrap()]);
        let dump = String::from_utf8(dump.stdout).unwrap();
        assert!(dump.contains("Somebody else spoke") && !dump.contains("Quixhaven"), "no word of it is held");
    }
}

#[tokio::test]
async fn the_second_organiser_refuses_and_what_waited_is_shown_again_on_both_laptops() {
    let (ana, olga, waits) = withdrawn().await;
    ana.clicks_on("Do not erase").await;
    ana.sees_that_nothing_waits().await;
    assert!(ana.reads(".notice .said").await.contains("shown again"));
    ana.pictured_day_and_night("signature-refused").await;
    // The fifty went at once; beside what waited stands what somebody else said.
    let again = ana.lists_with_words("length > 1").await;
    assert_eq!(again.as_array().unwrap().len(), waits + 1, "{again}");
    ana.pictured("signature-refused-list").await;
    ana.goes_to_the_exchange().await;
    ana.sees(
        "what stands there without words",
        "/stand here without their words/.test(document.querySelector('#exchange-wordless')?.innerText)",
    )
    .await;
    ana.asks("document.querySelector('#exchange-wordless').scrollIntoView()").await;
    ana.pictured_day_and_night("wordless").await;
    ana.fits().await;
    ana.passes_on_to(&olga).await;
    assert_eq!(olga.lists_with_words("length > 1").await, again);
}
