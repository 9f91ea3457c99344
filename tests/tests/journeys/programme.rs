//! The programme is laid out by the keyboard, and each step can be taken back.

use anteroom_tests::driver::PATIENCE;
use fantoccini::key::Key;
use serde_json::Value;

use crate::consultation::Made;
use crate::window::Window;

/// What the list holds, the chosen part marked.
const LISTED: &str = "[...document.querySelectorAll('.list .entry')].map((it) =>
    (it.ariaCurrent === 'true' ? '> ' : '') + it.querySelector('span').textContent)";

impl Window {
    /// Waits until the last action is this one: what was pressed a moment ago is under way.
    pub(crate) async fn can_undo(&self, deed: &str) {
        let start = std::time::Instant::now();
        while self.awaits("await __TAURI_INTERNALS__.invoke('undoable')").await["undo"]["deed"] != *deed {
            assert!(start.elapsed() < PATIENCE, "{deed} can be taken back");
        }
    }

    async fn lists(&self, what: &str, place: &str) {
        self.sees(what, &format!("{LISTED}.some((it) => it === {})", Value::from(place))).await;
    }
}

#[tokio::test]
async fn a_stage_with_a_session_and_a_round_is_added_named_moved_and_taken_off_by_the_keyboard() {
    let window = Window::before(Made::sample()).await;
    window.unlocks().await;
    window.goes_to("/programme").await;
    window.sees("the consultation", &format!("{LISTED}[0]?.startsWith('> UNECE')")).await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("programme").await;
    for (name, parent) in [("Evening of 9 November", ""), ("Open floor", "Evening"), ("Late round", "Open floor")] {
        window.chord(&[Key::Control], 'n').await;
        window
            .sees(
                "its name",
                "document.activeElement.matches('.name') && document.activeElement.value.startsWith('New')",
            )
            .await;
        window.types(name).await;
        window.presses(Key::Enter).await;
        window.lists(parent, &format!("> {name}")).await;
    }
    window.sees("the strictest rule", "document.querySelector('#plan-rule').value === 'chatham-house'").await;
    window.is_accessible().await;
    window.pictured("programme-round").await;
    window.chooses("#plan-rule", "on-the-record").await;
    window.clicks("fieldset label:first-of-type input").await;
    window.sees("who is expected", "document.querySelectorAll('fieldset :checked').length === 1").await;

    window.can_undo("presence").await;
    window.clicks(".list [aria-current]").await;
    window.chord(&[Key::Control], 'z').await;
    window.sees("nobody expected", "document.querySelectorAll('fieldset :checked').length === 0").await;
    let said = "document.querySelector('.notice .said').textContent.replace(/[\\u2066-\\u2069]/g, '')";
    window.sees("in words", &format!("{said} === 'Undone: noting who is in the room.'")).await;
    window.clicks(".notice button").await;
    window.sees("it again", "document.querySelectorAll('fieldset :checked').length === 1").await;
    window
        .sees("the other way offered", "document.querySelector('.notice button').textContent.startsWith('Undo')")
        .await;
    window.can_undo("presence").await;
    window.clicks(".notice button").await;
    window.sees("nobody again", "document.querySelectorAll('fieldset :checked').length === 0").await;
    window.chord(&[Key::Control], 'z').await;
    window.sees("the rule is strict again", "document.querySelector('#plan-rule').value === 'chatham-house'").await;

    window.presses(Key::Delete).await;
    window.sees("the round is gone", &format!("!{LISTED}.some((it) => it.includes('Late round'))")).await;
    window.chord(&[Key::Control], 'z').await;
    window.lists("the round is back", "Late round").await;
    window.chord(&[Key::Control, Key::Shift], 'z').await;
    window.sees("and gone again", &format!("!{LISTED}.some((it) => it.includes('Late round'))")).await;
    window.is_sized(1000, 700).await;
    window.is_all_in_view().await;
    window.pictured("programme-1000").await;

    // Taken back from where one does not see it, it says so.
    window.goes_to("/contributions").await;
    window.chord(&[Key::Control], 'z').await;
    let elsewhere = "Undone: changing the programme. That is not on this screen, but in Programme.";
    window.sees("in words, and where", &format!("{said} === '{elsewhere}'")).await;
    window.is_accessible().await;
    window.pictured("undo-elsewhere").await;
    window.clicks(".notice button").await;
    window.sees("done again", &format!("{said}.startsWith('Done again: changing the programme.')")).await;
}

#[tokio::test]
async fn what_was_said_in_a_round_keeps_it_on_the_programme() {
    let window = Window::before(Made::sample()).await;
    window.unlocks().await;
    window.goes_to("/programme").await;
    window.sees("rounds with words", "document.querySelector('.entry .count')").await;
    window.asks("document.querySelector('.entry:has(.count)').click()").await;
    window.sees("the round", "document.querySelector('#plan-rule')").await;
    window.presses(Key::Delete).await;
    window.sees("why not", "document.querySelector('.notice.urgent')?.textContent.includes('recorded there')").await;
    window.is_accessible().await;
}
