//! In and out: a passphrase opens the window, and locking leaves no word of the consultation in it.

use anteroom_tests::laptop::PASSPHRASE;
use fantoccini::key::Key;

use crate::consultation::Made;
use crate::window::Window;

#[tokio::test]
async fn a_consultation_is_unlocked_by_the_keyboard_and_a_wrong_passphrase_can_be_tried_again_at_once() {
    let window = Window::before(Made::sample()).await;
    assert_eq!(window.asks("document.activeElement.id").await, "passphrase", "a person can type at once");
    let open = anteroom_app::disk(&window.made.shown()) == anteroom_app::Disk::Open;
    assert_eq!(
        window.asks("document.querySelector('footer .disk') !== null").await,
        open,
        "an open disk is said to be"
    );
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("door").await;

    window.presses(Key::Enter).await;
    window
        .sees("what is lacking", "document.querySelector('[role=alert]').textContent === 'Type the passphrase first.'")
        .await;

    window.types("incorrect horse").await;
    window.presses(Key::Enter).await;
    let wrong =
        "This passphrase does not open the consultation. Everything is as it was, and you can try again at once.";
    window
        .sees("why it stays shut", &format!("document.querySelector('[role=alert]').textContent === '{wrong}'"))
        .await;
    assert_eq!(window.asks("document.activeElement.id").await, "passphrase", "the place to type is kept");
    assert_eq!(window.asks("document.activeElement.value").await, "incorrect horse", "what was typed is kept");
    assert_eq!(window.asks("document.activeElement.type").await, "password", "and nobody else reads it");
    assert_eq!(
        window.asks("document.activeElement.ariaInvalid").await,
        "true",
        "a screen reader hears that it is wrong"
    );
    assert_eq!(window.asks("document.querySelectorAll('[role=listbox]').length").await, 0, "nothing is shown");
    window.is_accessible().await;
    window.pictured("door-wrong").await;

    window.chord(&[Key::Control], 'a').await;
    window.unlocks().await;
    window.goes_to_the_list().await;
    window.is_answered().await;
    window.is_accessible().await;
}

#[tokio::test]
async fn locking_leaves_no_word_in_the_window_and_asks_for_the_passphrase_again() {
    let window = Window::inside(Made::sample()).await;
    window.searches("passport").await;
    window.presses(Key::Enter).await;
    window.presses(Key::Enter).await;
    window.sees("one of them", "document.querySelector('aside table')").await;

    window.locks().await;
    window.pictured("locked").await;
    assert_eq!(window.asks("document.querySelector('#passphrase').value").await, "", "the passphrase is not kept");
    let left = window.asks("document.documentElement.outerHTML + document.title + JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])").await;
    let left = left.as_str().unwrap();
    let rows = window.made.lists(&[]);
    let mut looked_for = 0;
    for row in &rows {
        let named = row["groups"].as_array().unwrap().iter().chain([
            &row["text"],
            &row["ref"],
            &row["speaker"],
            &row["session"],
        ]);
        for words in named.filter_map(|words| words.as_str()).filter(|words| words.len() > 4) {
            looked_for += 1;
            let beginning: String = words.chars().take(20).collect();
            assert!(!left.contains(&beginning), "“{beginning}” is still in the window");
        }
    }
    assert!(looked_for > rows.len(), "there was something to look for");
    assert!(!left.contains("passport\"") && !left.contains(PASSPHRASE), "nor what was asked and typed");

    let asked = window
        .awaits("await __TAURI_INTERNALS__.invoke('show', { input: 'x' }).then(() => 'answered', ({ code }) => code)")
        .await;
    assert_eq!(asked, "locked", "and nothing behind it answers");
    window.is_accessible().await;

    window.unlocks().await;
    window.goes_to_the_list().await;
    window.is_answered().await;
    assert_eq!(window.asks("document.querySelector('[role=search] input').value").await, "", "it begins anew");
}

#[tokio::test]
async fn a_pin_opens_it_on_this_computer_and_the_passphrase_goes_on_to() {
    let window = Window::before(Made::sample()).await;
    let keyring = tempfile::tempdir().unwrap();
    window.display().has_a_keyring(keyring.path());
    window.unlocks().await;
    window.chord(&[Key::Control], ',').await;
    let set = "dialog [aria-labelledby=settings-guards] button:last-of-type";
    window.sees("a PIN can be set", &format!("document.querySelector('{set}')")).await;
    window.clicks(set).await;
    window.sees("the place for it", "document.activeElement.id === 'settings-pin'").await;
    window.types("47").await;
    window.presses(Key::Enter).await;
    window
        .sees("too short", "document.querySelector('#settings-pin-trouble').textContent.includes('four characters')")
        .await;
    window.types("11").await;
    window.presses(Key::Enter).await;
    window.sees("it is set", "!document.querySelector('#settings-pin')").await;
    window.is_accessible().await;
    window.pictured("settings-pin").await;
    // The key that locks does so from a dialog too.
    window.locks().await;
    // Whoever has a PIN is asked for it.
    assert_eq!(window.reads("label[for=passphrase]").await, "PIN");
    window.types("4712").await;
    window.presses(Key::Enter).await;
    window.sees("a wrong one", "document.querySelector('[role=alert]').textContent.includes('does not open')").await;
    window.is_accessible().await;
    window.pictured("door-pin").await;
    window.chord(&[Key::Control], 'a').await;
    window.types("4711").await;
    window.presses(Key::Enter).await;
    window.sees("the inside", "document.querySelector('nav [aria-current=page]')").await;
    // Taken back, only the passphrase opens it.
    window.chord(&[Key::Control], ',').await;
    window.sees("the PIN", &format!("document.querySelector('{set}').textContent === 'Forget the PIN'")).await;
    window.clicks(set).await;
    window.sees("none", &format!("document.querySelector('{set}').textContent.startsWith('Set a PIN')")).await;
    window.presses(Key::Escape).await;
    window.locks().await;
    assert_eq!(window.reads("label[for=passphrase]").await, "Passphrase");
    window.unlocks().await;
}
