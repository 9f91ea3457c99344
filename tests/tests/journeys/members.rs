//! Who takes part is renamed, given other roles, suspended and let in again, by the keyboard alone.

use fantoccini::key::Key;

use crate::consultation::Made;
use crate::exchange::{packs, stick, table};
use crate::window::Window;

impl Window {
    /// Goes on with Tab until the focus is there.
    async fn tabs_to(&self, css: &str) {
        let there = format!("document.activeElement.matches(\"{css}\")");
        for _ in 0..60 {
            if self.asks(&there).await == true {
                return;
            }
            self.presses(Key::Tab).await;
        }
        panic!("no Tab leads to {css}");
    }

    /// Opens what can be done with a laptop.
    async fn opens_the_member(&self, name: &str) {
        self.tabs_to(&format!("tbody button[aria-label*='{name}']")).await;
        self.presses(Key::Enter).await;
        self.sees("its name", "document.activeElement.id === 'member-name'").await;
    }

    /// Takes a role or gives it back.
    async fn switches_the_role(&self, role: &str) {
        self.tabs_to(&format!("dialog input[value={role}]")).await;
        self.types(" ").await;
    }

    async fn keeps_the_member(&self) {
        self.tabs_to("dialog .first").await;
        self.presses(Key::Enter).await;
    }

    async fn sees_the_member(&self, name: &str, state: &str) {
        let row = format!(
            "!document.querySelector('dialog') && [...document.querySelectorAll('tbody tr')].some((row) =>
                row.cells[0].querySelector('bdi').textContent === '{name}' && row.cells[1].textContent.trim() === '{state}')"
        );
        self.sees(&format!("{name}: {state}"), &row).await;
    }
}

#[tokio::test]
async fn a_member_is_renamed_given_other_roles_suspended_and_let_in_again_by_keyboard_alone() {
    let ana = Made::with_a_round();
    let (pack, words) = packs(&ana);
    let seven = table(&pack, &words);
    let [before, meanwhile] = ["before.handover", "meanwhile.handover"].map(|name| stick(&seven, name));
    seven.does("record", &["--text", "What was noted before."]);
    seven.does("bundle", &["--to", &before]);
    ana.does("merge", &[&before]);
    ana.does("approve", &["Table 7"]);
    seven.does("record", &["--text", "What was noted meanwhile."]);
    seven.does("bundle", &["--to", &meanwhile]);

    let window = Window::before(ana).await;
    window.unlocks().await;
    window.goes_to_the_exchange().await;
    window.sees_the_member("Table 7", "Facilitator").await;

    window.opens_the_member("Table 7").await;
    window.chord(&[Key::Control], 'a').await;
    window.types("North hall").await;
    window.keeps_the_member().await;
    window.sees_the_member("North hall", "Facilitator").await;
    assert!(window.reads(".notice .said").await.contains("North hall"));

    window.opens_the_member("North hall").await;
    window.switches_the_role("rapporteur").await;
    window.is_accessible().await;
    window.pictured_day_and_night("member-roles").await;
    window.keeps_the_member().await;
    window.sees_the_member("North hall", "Facilitator · Rapporteur").await;

    window.opens_the_member("North hall").await;
    window.switches_the_role("facilitator").await;
    window.switches_the_role("rapporteur").await;
    window.keeps_the_member().await;
    assert_eq!(
        window.asks("document.querySelector('dialog .first').ariaDisabled").await,
        "true",
        "somebody in no role"
    );
    window.presses(Key::Escape).await;
    window.sees_the_member("North hall", "Facilitator · Rapporteur").await;

    window.opens_the_member("North hall").await;
    window.tabs_to("dialog .stop").await;
    window.presses(Key::Enter).await;
    window
        .sees("what it means", "!document.querySelector('#member-name') && document.querySelector('dialog .stop')")
        .await;
    window.tabs_to("dialog .stop").await;
    window.presses(Key::Enter).await;
    window.sees_the_member("North hall", "suspended").await;
    window.pictured_day_and_night("member-suspended").await;
    window.takes_in(&meanwhile).await;
    let shown = "document.querySelector('main').innerText.includes('What was noted meanwhile.')";
    window.goes_to("/contributions").await;
    window.lists_what_says("What was noted before.").await;
    assert_eq!(window.asks(shown).await, false, "what comes from it does not count");

    window.goes_to_the_exchange().await;
    window.opens_the_member("North hall").await;
    window.switches_the_role("facilitator").await;
    window.is_accessible().await;
    window.pictured_day_and_night("member-readmit").await;
    window.keeps_the_member().await;
    window.sees_the_member("North hall", "Facilitator").await;
    window.goes_to("/contributions").await;
    window.lists_what_says("What was noted meanwhile.").await;
}

#[tokio::test]
async fn an_organiser_renames_herself_and_is_offered_no_role() {
    let window = Window::before(Made::with_a_round()).await;
    window.unlocks().await;
    window.goes_to_the_exchange().await;
    window.tabs_to("tbody button").await;
    window.presses(Key::Enter).await;
    window.sees("her name", "document.activeElement.id === 'member-name'").await;
    assert_eq!(window.asks("document.querySelectorAll('dialog input').length").await, 1, "she cannot shut herself out");
    window.types("Ana").await;
    window.pictured_day_and_night("member-oneself").await;
    window.keeps_the_member().await;
    let named = "document.querySelector('tbody bdi').textContent === 'Ana' && !document.querySelector('dialog')";
    window.sees("her name in the table", named).await;
}
