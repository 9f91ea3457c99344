//! Every action by its name: the palette, by the keyboard alone.

use fantoccini::key::Key;

use crate::consultation::Made;
use crate::window::Window;

/// The actions that the palette lists, the one that Enter would do marked.
const LISTED: &str = "[...document.querySelectorAll('dialog [role=option]')].map((option) =>
    (option.ariaSelected === 'true' ? '> ' : '') + option.querySelector('.name').textContent.replace(/[\\u2066-\\u2069]/gu, ''))";

impl Window {
    pub(crate) async fn opens_the_palette(&self) {
        self.chord(&[Key::Control], 'k').await;
        self.sees("the palette", "document.activeElement.role === 'combobox'").await;
    }
}

#[tokio::test]
async fn the_palette_finds_an_action_by_a_few_letters_and_does_it() {
    let window = Window::inside(Made::sample()).await;
    window.opens_the_palette().await;
    window.is_accessible().await;
    window.pictured("palette").await;
    let all = window.asks(LISTED).await;
    assert!(all.as_array().unwrap().len() > 2, "{all}");
    window.types("settings").await;
    let found = window.sees("what fits", &format!("{LISTED}.length === 1 && {LISTED}")).await;
    assert_eq!(found.to_string(), r#"["> Settings"]"#);
    window.presses(Key::Enter).await;
    window.sees("the settings", "document.querySelector('dialog[open] [name=theme]')").await;
    window.chord(&[Key::Control], 'k').await;
    assert_eq!(window.asks("document.querySelectorAll('dialog').length").await, 1, "behind a dialog nothing is done");
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;

    window.opens_the_palette().await;
    window.types("search contrib").await;
    let key = "document.querySelector('dialog [role=option]')?.querySelector('kbd')?.textContent";
    window.sees("its key", &format!("{key} === 'Ctrl F'")).await;
    window.presses(Key::Enter).await;
    window.sees("the search", "document.activeElement.closest('[role=search]')").await;

    window.opens_the_palette().await;
    window.types("nothing of the kind").await;
    window.sees("a sentence", "document.querySelector('dialog p')?.textContent.includes('No action')").await;
    window.is_accessible().await;
    window.presses(Key::Escape).await;
    window.sees("no palette", "!document.querySelector('dialog')").await;

    window.opens_the_palette().await;
    window.presses(Key::Up).await;
    let last = window.asks(LISTED).await;
    let last = last.as_array().unwrap().last().unwrap().as_str().unwrap().to_owned();
    assert!(last.starts_with("> "), "from the first one up is the last one: {last}");
}
