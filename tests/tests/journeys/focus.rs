//! Where the keyboard is: never nowhere, whatever screen or dialog comes and goes.

use std::time::Instant;

use anteroom_tests::driver::PATIENCE;
use fantoccini::key::Key;

use crate::consultation::Made;
use crate::window::Window;

const F9: char = '\u{e039}';

impl Window {
    /// The keyboard is on the screen, or in what this says.
    async fn has_the_keyboard(&self, what: &str) {
        self.sees(what, "document.activeElement?.closest('main, dialog')").await;
    }

    async fn goes_by_its_key(&self, key: char, place: &str) {
        self.chord(&[Key::Alt], key).await;
        self.sees(
            place,
            &format!("location.pathname === '{place}' && document.activeElement?.closest('main')?.querySelector('h1')"),
        )
        .await;
    }
}

#[tokio::test]
async fn the_keyboard_is_never_nowhere() {
    let window = Window::before(Made::sample()).await;
    window.unlocks().await;
    window.has_the_keyboard("the overview has it after unlocking").await;
    for (key, place) in [('2', "/capture"), ('3', "/contributions"), ('4', "/briefs"), ('5', "/programme"), ('1', "/")]
    {
        window.goes_by_its_key(key, place).await;
    }
    window.chord(&[Key::Control], ',').await;
    window.sees("the settings", "document.activeElement?.closest('dialog')").await;
    window
        .asks("[...document.querySelectorAll('dialog button')].find((one) => one.textContent.includes('PIN')).focus()")
        .await;
    window.presses(Key::Enter).await;
    window.sees("the field of the PIN", "document.activeElement?.id === 'settings-pin'").await;
    window.presses(Key::Escape).await;
    window
        .sees("the overview again", "!document.querySelector('dialog') && document.activeElement?.closest('main')")
        .await;

    window.goes_by_its_key('2', "/capture").await;
    window.sees("the round that is next", "document.activeElement?.matches('main form input[type=radio]')").await;

    window.goes_by_its_key('4', "/briefs").await;
    window.chord(&[Key::Control], 'n').await;
    window.sees("the choices", "document.querySelector('dialog #new-about option')").await;
    window.asks("document.querySelector('#new-title').focus()").await;
    window.types("Borders").await;
    window.presses(Key::Enter).await;
    window.sees("a sheet", "document.querySelectorAll('.sheet section').length === 7").await;
    window
        .sees("the sheet has it", "document.activeElement?.closest('main') && !document.querySelector('dialog')")
        .await;
    for key in ['e', 'E'] {
        let held: &[Key] = if key == 'e' { &[Key::Control] } else { &[Key::Control, Key::Shift] };
        window.chord(held, 'e').await;
        window.sees("a dialog", "document.activeElement?.closest('dialog')").await;
        window.presses(Key::Escape).await;
        window
            .sees("the sheet again", "!document.querySelector('dialog') && document.activeElement?.closest('main')")
            .await;
    }
}

#[tokio::test]
async fn whoever_leaves_the_last_question_has_still_answered_the_first() {
    let window = Window::before(Made::with_a_round()).await;
    window.unlocks().await;
    window.opens_the_round().await;
    window.types("They kept our passports.").await;
    window.presses(Key::Enter).await;
    window.sees("it is recorded", "document.querySelectorAll('.written ol li').length === 1").await;
    window.chord(&[Key::Control], 'u').await;
    window.sees("what may be done", "document.activeElement.matches('[role=listbox]')").await;
    window.types("11").await;
    window.sees("those before", "document.querySelector('.choices').innerText.includes('recorded before')").await;
    window.presses(Key::Escape).await;
    window.sees("from now on", "document.querySelector('.who').innerText.includes('May be quoted')").await;
    window.sees("the text again", "document.activeElement.matches('textarea')").await;
}

#[tokio::test]
async fn a_draft_that_is_all_that_waits_is_decided_on_by_one_key() {
    let window = Window::before(Made::with_a_round()).await;
    window.unlocks().await;
    window.opens_the_round().await;
    window.chord(&[], F9).await;
    let stand = async |count: usize| {
        let start = Instant::now();
        while window.client.windows().await.unwrap().len() != count {
            assert!(start.elapsed() < PATIENCE, "{count} windows stand");
            tokio::task::yield_now().await;
        }
    };
    stand(2).await;
    window.types("Inspectors come once a year.").await;
    window.chord(&[Key::Control], 'd').await;
    window
        .sees(
            "it is parked",
            "document.querySelector('textarea').value === '' && document.body.innerText.includes('Inspectors')",
        )
        .await;
    window.chord(&[Key::Control, Key::Shift], 'k').await;
    window.sees("the draft", "document.activeElement?.matches('[role=group]') && document.activeElement.innerText.includes('Inspectors')").await;
    stand(1).await;
    window.is_accessible().await;
    window.pictured("tidy-parked").await;
    window.types("3").await;
    window.sees("what it would mean", "document.querySelector('.armed')").await;
    window.types("3").await;
    window
        .sees(
            "nothing waits",
            "!document.body.innerText.includes('Inspectors') && document.activeElement?.closest('main')",
        )
        .await;
    window.presses(Key::Enter).await;
    window.sees("the rounds", "document.activeElement?.matches('main form input[type=radio]')").await;
}
