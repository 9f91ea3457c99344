//! Many at once: searched, narrowed, picked out, tagged in one action, and taken back in one.

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::key::Key;
use fantoccini::{Locator, actions::MOUSE_BUTTON_LEFT};
use std::time::Duration;

use crate::consultation::{MANY, Made};
use crate::window::Window;

impl Window {
    /// Waits until so many are picked out, as the bar under the list says.
    async fn has_selected(&self, says: &str) {
        let bar = "document.querySelector('[role=toolbar] p')?.textContent.replace(/[\\u2066-\\u2069]/g, '')";
        self.sees(says, &format!("{bar} === '{says}'")).await;
    }

    /// Clicks the row at this place of the list while a key is held.
    async fn clicks_row_with(&self, place: usize, held: Key) {
        let row = self.client.find(Locator::Css(&format!("[aria-posinset='{place}']"))).await.unwrap();
        let (x, y, width, height) = row.rectangle().await.unwrap();
        let keys = |value| fantoccini::actions::KeyActions::new("held".to_owned()).then(value);
        let value = char::from(held);
        self.client.perform_actions(keys(fantoccini::actions::KeyAction::Down { value })).await.unwrap();
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: Some(Duration::ZERO), x: x + width / 2.0, y: y + height / 2.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(mouse).await.unwrap();
        self.client.perform_actions(keys(fantoccini::actions::KeyAction::Up { value })).await.unwrap();
    }

    /// How many are found under this filter, in the window.
    async fn finds_by(&self, label: &str, value: &str) -> String {
        self.chooses(&format!("select[aria-label=\"{label}\"]"), value).await;
        self.is_answered().await;
        self.reads(".heard[role=status]").await
    }
}

const SELECTED: &str = "document.querySelectorAll('[role=option][aria-selected=true]').length";

#[tokio::test]
async fn what_was_searched_and_narrowed_is_tagged_in_one_action_and_taken_back_in_one() {
    let window = Window::inside(Made::sample()).await;
    let tagged = |made: &Made| made.lists(&["--node", "gcm:objective:22"]).len();
    let before = tagged(&window.made);
    window.searches("work").await;
    let found = window.finds_by("Language", "en").await;
    let count: usize = found.trim_end_matches(" found").parse().unwrap();
    assert!(count > 5, "{found}");
    window.chord(&[Key::Control], 'f').await;
    window.presses(Key::Enter).await;
    window.chord(&[Key::Control], 'a').await;
    window.has_selected(&format!("All {count} selected")).await;
    // All but the second one.
    window.presses(Key::Down).await;
    window.types(" ").await;
    window.has_selected(&format!("{} selected", count - 1)).await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("many").await;

    window.chord(&[Key::Control, Key::Shift], 't').await;
    window.sees("the dialog", "document.activeElement.getAttribute('role') === 'combobox'").await;
    window.types("22").await;
    window.presses(Key::Enter).await;
    window.sees("the mark", "document.querySelector('dialog [aria-selected=true] .changed')").await;
    window.is_accessible().await;
    window.pictured("many-tags").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    window.sees("what was done", "document.querySelector('.notice button kbd')").await;
    let said = window.reads(".notice .said").await;
    window.pictured("many-done").await;

    window.chord(&[Key::Control], 'f').await;
    window.presses(Key::Escape).await;
    window.finds_by("Language", "").await;
    let after = window.finds_by("Objective or principle", "gcm:objective:22").await;
    let changed = after.trim_end_matches(" found").parse::<usize>().unwrap() - before;
    assert!(changed > 1 && changed < count - 2, "some of them had it already: {after}");
    let rest = count - 1 - changed;
    assert_eq!(
        said,
        format!("Tags of {changed} contributions changed. The other {rest} already were so."),
        "how many changed, and what of the others"
    );
    window.sees("the list", "document.querySelector('[role=option] bdi')").await;
    window.asks("document.querySelector('[role=listbox]').focus()").await;
    window.chord(&[Key::Control], 'z').await;
    window.sees("as it was", &format!("document.querySelector('.title p').textContent.startsWith('\\u2068{before}\\u2069') || document.querySelector('.title p').textContent.trim().startsWith('{before} ')")).await;
    window.chord(&[Key::Control, Key::Shift], 'z').await;
    let again = after.trim_end_matches(" found").to_owned();
    window.sees("done again", &format!("document.querySelector('.title p').textContent.replace(/[\\u2066-\\u2069]/g, '').trim().startsWith('{again} ')")).await;
}

#[tokio::test]
async fn rows_are_picked_out_by_mouse_and_by_keyboard() {
    let window = Window::inside(Made::long()).await;
    window.is_answered().await;
    window.clicks("[aria-posinset='2'] .tick").await;
    window.has_selected("1 selected").await;
    assert_eq!(window.asks("document.querySelectorAll('aside table').length").await, 0, "nothing was opened");
    window.clicks_row_with(5, Key::Shift).await;
    window.has_selected("4 selected").await;
    window.clicks_row_with(3, Key::Control).await;
    window.has_selected("3 selected").await;
    assert_eq!(window.asks(SELECTED).await, 3);
    window.pictured("many-mouse").await;

    window.asks("document.querySelector('[role=listbox]').focus()").await;
    window.presses(Key::Escape).await;
    window.sees("no bar", "!document.querySelector('[role=toolbar]')").await;
    window.presses(Key::Home).await;
    window.types(" ").await;
    window.has_selected("1 selected").await;
    for _ in 0..2 {
        window.chord(&[Key::Shift], char::from(Key::Down)).await;
    }
    window.has_selected("3 selected").await;
    // What is not here yet is asked for.
    window.presses(Key::Escape).await;
    window.presses(Key::Home).await;
    window.presses(Key::Down).await;
    window.chord(&[Key::Shift], char::from(Key::End)).await;
    window.has_selected(&format!("{} selected", (MANY - 1).to_string().replace("3999", "3,999"))).await;
    window.chord(&[Key::Control], 'a').await;
    window.has_selected("All 4,000 selected").await;
    window.is_accessible().await;
    window.pictured("many-all").await;
}

#[tokio::test]
async fn whoever_widens_a_permission_says_what_that_rests_on() {
    let window = Window::inside(Made::sample()).await;
    window.is_answered().await;
    let given = window.finds_by("Permission", "quote:given").await;
    let not_asked = window.finds_by("Permission", "quote:not-asked").await;
    window.asks("document.querySelector('[role=listbox]').focus()").await;
    window.chord(&[Key::Control], 'a').await;
    window.has_selected(&format!("All {} selected", not_asked.trim_end_matches(" found"))).await;
    window.chord(&[Key::Control, Key::Shift], 'p').await;
    window.sees("the dialog", "document.querySelector('dialog[open] [name=consent]')").await;
    window.clicks("dialog [name=consent][value=given]").await;
    assert_eq!(window.asks("document.querySelector('dialog .first').ariaDisabled").await, "true", "it lacks its basis");
    window.clicks("dialog [name=basis][value=clearance]").await;
    window.is_accessible().await;
    window.pictured("many-permission").await;
    window.clicks("dialog .first").await;
    window.sees("it is done", "!document.querySelector('dialog')").await;
    let number = |says: &str| says.trim_end_matches(" found").replace("Nothing", "0").parse::<usize>().unwrap();
    let now = window.finds_by("Permission", "quote:given").await;
    assert_eq!(number(&now), number(&given) + number(&not_asked));
    window.finds_by("Permission", "").await;
    window.asks("document.querySelector('[role=listbox]').focus()").await;
    window.chord(&[Key::Control], 'z').await;
    let undone = "document.querySelector('.notice .said')?.textContent.startsWith('Undone')";
    window.sees("that one undo takes it back", undone).await;
    assert_eq!(window.finds_by("Permission", "quote:given").await, given);
    assert_eq!(window.finds_by("Permission", "quote:not-asked").await, not_asked);
}

impl Window {
    /// The next long work is called off as soon as the way to do so is shown; `window.shownOnce` then.
    pub(crate) async fn calls_off_what_is_long(&self) {
        let watching = "window.shownOnce = false, new MutationObserver((_, watching) => {
            const cancel = document.querySelector('.progress button');
            if (!cancel) return;
            watching.disconnect();
            window.shownOnce = document.querySelector('.progress progress') !== null;
            cancel.click();
        }).observe(document.body, { childList: true, subtree: true })";
        self.asks(watching).await;
    }
}

#[tokio::test]
async fn a_long_change_and_its_undo_tell_how_far_they_are_and_can_be_called_off() {
    let window = Window::inside(Made::longest()).await;
    window.is_answered().await;
    // What a change leaves in the list is read anew behind its notice.
    let tagged = async |found: &str| {
        window.finds_by("Objective or principle", "gcm:objective:22").await;
        let heard =
            "document.querySelector('.heard[role=status]').textContent.replace(/[\\u2066-\\u2069]/g, '').trim()";
        window.sees(found, &format!("{heard} === '{found}'")).await;
    };
    let all = async || {
        window.finds_by("Objective or principle", "").await;
        window.asks("document.querySelector('[role=listbox]').focus()").await;
    };
    let tags = async || {
        window.chord(&[Key::Control], 'a').await;
        window.chord(&[Key::Control, Key::Shift], 't').await;
        window.sees("the dialog", "document.activeElement.getAttribute('role') === 'combobox'").await;
        window.types("22").await;
        window.presses(Key::Enter).await;
        window.chord(&[Key::Control], char::from(Key::Enter)).await;
    };
    all().await;
    window.calls_off_what_is_long().await;
    tags().await;
    let said = |says: &str| {
        format!(
            "document.querySelector('dialog') === null && document.querySelector('.notice .said').textContent.replace(/[\\u2066-\\u2069]/g, '').startsWith('{says}')"
        )
    };
    window
        .sees(
            "that it was called off",
            "window.shownOnce && document.body.textContent.includes('Everything is as it was')",
        )
        .await;
    window.presses(Key::Escape).await;
    window.sees("the list", "!document.querySelector('dialog')").await;
    // A change that was called off leaves nothing behind.
    tagged("Nothing found").await;

    all().await;
    tags().await;
    window.sees("how far it is", "document.querySelector('.progress progress')?.value > 0").await;
    window.pictured("many-progress").await;
    window.sees("what was done", &said("Tags of")).await;
    tagged("20,000 found").await;

    window.calls_off_what_is_long().await;
    window.asks("document.querySelector('[role=listbox]').focus()").await;
    window.chord(&[Key::Control], 'z').await;
    window.sees("that it was called off", &format!("window.shownOnce && {}", said("Cancelled"))).await;
    assert_eq!(window.reads(".title p").await.split(' ').next(), Some("20,000"), "all of it still holds");
    window.asks("document.querySelector('[role=listbox]').focus()").await;
    window.chord(&[Key::Control], 'z').await;
    window.sees("how far it is", "document.querySelector('.work progress')?.value > 0").await;
    window.is_accessible().await;
    window.pictured("many-undo-progress").await;
    window.sees("that it is undone", &said("Undone")).await;
    tagged("Nothing found").await;
}
