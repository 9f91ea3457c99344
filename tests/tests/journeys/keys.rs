//! Another key for an action: chosen in the settings, gone by at once and after a restart, and given back.

use fantoccini::key::Key;

use crate::consultation::Made;
use crate::window::Window;

/// The rows that are listed, each with its key.
const ROWS: &str = "[...document.querySelectorAll('dialog li .row')].map((row) => [row.querySelector('.name'), row.querySelector('.keys')]
    .map((part) => part.textContent.trim()).join(': '))";

impl Window {
    async fn opens_the_settings(&self) {
        self.chord(&[Key::Control], ',').await;
        self.sees("the settings", "document.querySelector('dialog[open] [name=theme]')").await;
    }

    async fn closes_the_settings(&self) {
        self.presses(Key::Escape).await;
        self.sees("no settings", "!document.querySelector('dialog')").await;
    }

    /// Finds an action by words, and sees it listed with its key.
    async fn finds_the_key(&self, words: &str, row: &str) {
        let field = "document.querySelector('dialog [type=search]')";
        self.asks(&format!("{field}.focus(), {field}.select()")).await;
        self.types(words).await;
        self.has_the_key(row).await;
    }

    /// Presses the way to another key of the row that is listed, by the keyboard.
    async fn asks_for_another(&self) {
        self.asks("[...document.querySelectorAll('dialog li button')].at(-1).focus()").await;
        self.presses(Key::Enter).await;
        self.sees("the question", "document.activeElement.textContent.includes('Press the new keys')").await;
    }

    async fn is_told(&self, words: &str) {
        self.sees(words, &format!("document.querySelector('dialog li [role=alert]')?.innerText.replace(/[\\u2066-\\u2069]/g, '').includes('{words}')"))
            .await;
    }

    async fn has_the_key(&self, row: &str) {
        self.sees(row, &format!("{ROWS}.length < 6 && {ROWS}[0] === '{row}'")).await;
    }
}

#[tokio::test]
async fn another_key_for_the_next_speaker_holds_at_once_and_after_a_restart() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.opens_the_settings().await;
    window.is_accessible().await;
    window.finds_the_key("record and next", "Record and next speaker: Ctrl ↵").await;

    // Refused: what another action has, and what quits. Left as it is, and nothing changed.
    window.asks_for_another().await;
    window.chord(&[Key::Control], 'd').await;
    window.is_told("the key of “Park draft” (Capture)").await;
    window.is_accessible().await;
    window.pictured("keys-conflict").await;
    window.sees("the way to take it", "document.activeElement.textContent === 'Take it over'").await;
    window.presses(Key::Tab).await;
    window.presses(Key::Enter).await;
    window.sees("nothing said", "!document.querySelector('dialog li [role=alert]')").await;
    window.has_the_key("Record and next speaker: Ctrl ↵").await;
    window.asks_for_another().await;
    window.chord(&[Key::Control], 'q').await;
    window.is_told("belongs to the system").await;
    window.chord(&[], 'n').await;
    window.is_told("would be typed").await;
    window.chord(&[Key::Control, Key::Shift], 'f').await;
    window.has_the_key("Record and next speaker: Ctrl ⇧ F").await;
    window.closes_the_settings().await;

    // It is gone by at once; the old one does nothing any more.
    window.types("Wages are paid late.").await;
    window.chord(&[Key::Control], Key::Enter.into()).await;
    window.chord(&[Key::Control, Key::Shift], 'f').await;
    window.sees("one recorded", "document.querySelectorAll('.written ol li').length === 1").await;
    let button =
        "[...document.querySelectorAll('.do button')].find((button) => button.ariaKeyShortcuts === 'Control+Shift+F')";
    window.sees("the key on its button", &format!("{button}.textContent.includes('Ctrl ⇧ F')")).await;
    window.opens_the_palette().await;
    window.types("next speaker").await;
    window
        .sees("it in the palette", "document.querySelector('dialog [role=option] kbd')?.textContent === 'Ctrl ⇧ F'")
        .await;
    window.presses(Key::Escape).await;
    window.sees("no palette", "!document.querySelector('dialog')").await;

    let window = window.starts_again().await;
    window.comes_in().await;
    window.chord(&[Key::Alt], '2').await;
    window.sees("the text", "document.activeElement.matches('textarea')").await;
    window.sees("the key on its button", button).await;
    window.opens_the_settings().await;
    window.finds_the_key("record and next", "Record and next speaker: Ctrl ⇧ F").await;
    window.asks("document.querySelector('dialog li button').click()").await;
    window.has_the_key("Record and next speaker: Ctrl ↵").await;

    // Taken over from another, which has none then; and all as they came.
    window.asks_for_another().await;
    window.chord(&[Key::Control], 'd').await;
    window.is_told("Taken over, that action has none.").await;
    window.presses(Key::Enter).await;
    window.has_the_key("Record and next speaker: Ctrl D").await;
    window.finds_the_key("park draft", "Park draft: none").await;
    window.asks("[...document.querySelectorAll('dialog .above button')].at(-1).click()").await;
    window.has_the_key("Park draft: Ctrl D").await;
    window.finds_the_key("record and next", "Record and next speaker: Ctrl ↵").await;

    // Everything, in a small window, by night and from right to left.
    window.asks("document.querySelector('dialog [type=search]').select()").await;
    window.presses(Key::Delete).await;
    window.sees("all of them", &format!("{ROWS}.length > 80")).await;
    window.is_accessible().await;
    window.asks("document.querySelector('#settings-keys').scrollIntoView()").await;
    window.pictured("keys").await;
    window.is_sized(1000, 700).await;
    window.asks("document.querySelector('dialog [value=dark]').click()").await;
    window.chooses("#look-language", "ar").await;
    window.sees("Arabic", "document.documentElement.dir === 'rtl'").await;
    window.fits().await;
    window.asks("document.querySelector('#keys-capture').scrollIntoView()").await;
    window.pictured("keys-arabic-dark").await;
}
