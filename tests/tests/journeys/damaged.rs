//! What does not open, and what nobody expects to be typed: the window says what happened, what was kept and what to do now.

use std::fs::{self, OpenOptions};
use std::path::Path;

use anteroom_tests::laptop::PASSPHRASE;
use fantoccini::key::Key;

use crate::consultation::Made;
use crate::window::Window;

impl Window {
    /// Types the passphrase of what stands before the door, and hears why it stays shut.
    pub(crate) async fn stays_shut(&self) -> String {
        self.types(PASSPHRASE).await;
        self.presses(Key::Enter).await;
        let why = "document.querySelector('[role=alert]')?.textContent.trim()";
        self.sees("why it stays shut", why).await.as_str().unwrap().to_owned()
    }
}

/// Says each of these.
pub(crate) fn says(told: &str, parts: &[&str]) {
    for part in parts {
        assert!(told.contains(part), "“{part}” in: {told}");
    }
}

fn cut(file: &Path) {
    let whole = fs::metadata(file).unwrap().len();
    OpenOptions::new().write(true).open(file).unwrap().set_len(whole / 2 / 4096 * 4096).unwrap();
}

#[tokio::test]
async fn contents_that_were_cut_short_are_said_to_be_and_left_alone() {
    let made = Made::sample();
    let contents = made.shown().join("contents.db");
    cut(&contents);
    let before = fs::read(&contents).unwrap();
    let window = Window::before(made).await;
    let told = window.stays_shut().await;
    says(&told, &["contents.db", "cut short", "Nothing was changed", "backup"]);
    assert_eq!(fs::read(&contents).unwrap(), before, "nothing of it is touched");
    window.is_accessible().await;
    window.fits().await;
    window.pictured("door-cut").await;
}

#[tokio::test]
async fn missing_keys_are_said_to_be_missing() {
    let made = Made::sample();
    fs::remove_file(made.shown().join("keys")).unwrap();
    let window = Window::before(made).await;
    let told = window.stays_shut().await;
    says(&told, &["“keys” is missing", "Nothing was changed", "restore it from a backup"]);
    window.is_accessible().await;
    window.pictured("door-no-keys").await;
}

#[tokio::test]
async fn a_name_of_signs_and_a_search_longer_than_any_leave_the_window_as_it_was() {
    let window = Window::inside(Made::sample()).await;
    window.is_answered().await;
    window.asks("document.querySelector('[role=search] input').focus()").await;
    // As a paste comes in: half a million words.
    window.asks("document.execCommand('insertText', false, 'passport '.repeat(500_000))").await;
    window.sees("an answer", "document.querySelector('[role=search] input').value.length === 1000").await;
    window.is_answered().await;
    window.presses(Key::Escape).await;
    window.is_answered().await;
    window.presses(Key::Enter).await;
    window.presses(Key::Enter).await;
    window.sees("the first one", "document.querySelector('aside ol')").await;
    window.chord(&[Key::Control], 'e').await;
    window.sees("the words", "document.activeElement.id === 'correct-text'").await;
    window.asks("document.querySelector('#correct-speaker').select()").await;
    window.asks("document.execCommand('insertText', false, '👩🏽‍🌾 Ana 🙂')").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    window.sees("the name", "document.querySelector('aside .speaker')?.textContent.includes('👩🏽‍🌾 Ana 🙂')").await;
    window.pictured("detail-emoji").await;
}

#[tokio::test]
async fn a_paste_longer_than_a_contribution_is_refused_and_what_was_typed_stays() {
    let window = Window::before(Made::with_a_round()).await;
    window.unlocks().await;
    window.opens_the_round().await;
    window.types("They kept our passports.").await;
    let paste = |words: &str| {
        format!(
            "(() => {{
                const clipboardData = new DataTransfer();
                clipboardData.setData('text/plain', {words});
                const paste = new ClipboardEvent('paste', {{ clipboardData, cancelable: true, bubbles: true }});
                return document.activeElement.dispatchEvent(paste);
            }})()"
        )
    };
    assert_eq!(window.asks(&paste("' And wages.'")).await, true, "an ordinary paste is left alone");
    assert_eq!(window.asks(&paste("'passport '.repeat(5_000_000)")).await, false, "45 MB are refused");
    window.sees("why", "document.querySelector('.notice .said')?.textContent.includes('45,000,000')").await;
    assert_eq!(window.asks("document.activeElement.value").await, "They kept our passports.");
    window.pictured("capture-paste").await;
}
