//! A round as it goes in a room: two speak at once, the last ones were about something else, somebody walks away.

use fantoccini::key::Key;

use crate::capture::{BACKSPACE, IN_THE_TEXT};
use crate::consultation::Made;
use crate::window::Window;

/// What was recorded last, newest first: the lines under the words.
const LINES: &str = "[...document.querySelectorAll('.written ol .about')].map((about) => about.innerText)";
const PARKED: &str = "document.querySelectorAll('aside .parked li').length";

impl Window {
    async fn parks(&self, words: &str) {
        self.types(words).await;
        self.chord(&[Key::Control], 'd').await;
        self.sees("a free field", "document.querySelector('textarea').value === ''").await;
    }

    async fn gives_the_last_ones(&self, more: usize, to: &str) {
        self.chord(&[Key::Control, Key::Shift], 'j').await;
        self.sees("a list", "document.activeElement.matches('[role=combobox]')").await;
        self.types(&"+".repeat(more)).await;
        self.types(to).await;
        self.presses(Key::Enter).await;
    }
}

#[tokio::test]
async fn the_last_ones_are_given_to_another_question_and_to_another_round() {
    let made = Made::with_a_round();
    made.adds_a_round_on_the_record();
    let window = Window::on(made).await;
    window.opens_the_round().await;
    for text in ["One thing.", "Another thing."] {
        window.types(text).await;
        window.presses(Key::Enter).await;
    }
    window.has_recorded(2).await;
    window.gives_the_last_ones(0, "commit to").await;
    let questions = |newest: u8, oldest: u8| {
        format!(
            "(([newest, oldest]) => newest.includes('{newest}') && oldest.includes('{oldest}'))({LINES}.map((line) => line.match(/Question .([0-9])/)?.[1] ?? ''))"
        )
    };
    window.sees("the last one answers the second question", &questions(2, 1)).await;
    window.sees("the text again", IN_THE_TEXT).await;
    window.gives_the_last_ones(1, "third round").await;
    window.has_recorded(0).await;
    window.clicks(".notice button").await;
    window.has_recorded(2).await;
    window.sees("each answers what it answered", &questions(2, 1)).await;
    window.clicks("textarea").await;
    window.gives_the_last_ones(1, "third round").await;
    window.has_recorded(0).await;
    window.chord(&[Key::Control, Key::Shift], 'k').await;
    window.sees("nothing is left", "document.querySelector('.whole')").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    window.sees("the rounds", "document.querySelector('main form .first')").await;
    window
        .asks("(([, second]) => (second.focus(), second.click()))(document.querySelectorAll('main form input[type=radio]'))")
        .await;
    window.presses(Key::Enter).await;
    window.sees("the text", IN_THE_TEXT).await;
    window.has_recorded(2).await;
    window.sees("they answer no question of it", &format!("{LINES}.every((line) => !line.includes('Question'))")).await;
}

#[tokio::test]
async fn what_is_parked_is_reached_by_a_key_and_let_go_of_by_another() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    for words in ["The first half", "A name nobody was to hear", "The last half"] {
        window.parks(words).await;
    }
    window.sees("three", &format!("{PARKED} === 3")).await;
    window.types("While I speak").await;
    window.chord(&[Key::Control, Key::Shift], 'a').await;
    window.sees("the first", "document.activeElement.matches('aside li:first-child .one')").await;
    window.presses(Key::Down).await;
    window.sees("the second", "document.activeElement.matches('aside li:nth-child(2) .one')").await;
    window.sees("its keys", "document.querySelector('aside li:nth-child(2) .digit').offsetWidth > 0").await;
    assert_eq!(window.asks("document.querySelector('aside li .digit').offsetWidth").await, 0, "no other one's");
    window.types("3").await;
    window.sees("what will happen", "document.querySelector('aside li:nth-child(2) .armed')").await;
    assert_eq!(window.asks("document.querySelectorAll('[role=alert]').length").await, 1, "said once");
    window.is_accessible().await;
    window.fits().await;
    window.pictured("capture-parked-let-go").await;
    window.types("3").await;
    window.sees("two", &format!("{PARKED} === 2")).await;
    window.sees("the text", IN_THE_TEXT).await;
    assert_eq!(window.asks("document.body.innerText.includes('nobody was to hear')").await, false);
    // The chord means what the keyboard is at, not what stands in the text.
    window.chord(&[Key::Control, Key::Shift], 'a').await;
    window.sees("the first", "document.activeElement.matches('aside li:first-child .one')").await;
    window.chord(&[Key::Control, Key::Shift], BACKSPACE).await;
    window.sees("what will happen", "document.querySelector('aside li:first-child .armed')").await;
    window.is_sized(1000, 700).await;
    window.fits().await;
    window.pictured("capture-parked-1000x700").await;
    window.chord(&[Key::Control, Key::Shift], BACKSPACE).await;
    window.sees("one", &format!("{PARKED} === 1")).await;
    window.sees("the text", IN_THE_TEXT).await;
    assert_eq!(window.asks("document.querySelector('textarea').value").await, "While I speak");
    // As it is, without taking it up.
    window.chord(&[Key::Control, Key::Shift], 'a').await;
    window.types("2").await;
    window.has_recorded(1).await;
    assert_eq!(window.reads(".written ol .said").await, "The last half");
    window.sees("the text", IN_THE_TEXT).await;
}

#[tokio::test]
async fn a_parked_draft_recorded_by_mistake_is_parked_again() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.parks("The first half").await;
    window.sees("one", &format!("{PARKED} === 1")).await;
    window.chord(&[Key::Control, Key::Shift], 'a').await;
    window.sees("the draft", "document.activeElement.matches('aside li .one')").await;
    window.types("2").await;
    window.has_recorded(1).await;
    window.sees("none is parked", &format!("{PARKED} === 0")).await;
    window.sees("the text", IN_THE_TEXT).await;
    window.chord(&[Key::Control], 'z').await;
    window.has_recorded(0).await;
    window.sees("it is parked again", &format!("{PARKED} === 1")).await;
    assert_eq!(window.reads("aside li .words").await, "The first half");
    window.sees("where it is", "document.querySelector('.notice').innerText.includes('parked again')").await;
    window.is_accessible().await;
    window.fits().await;
    window.pictured("capture-parked-again").await;
    window.chord(&[Key::Control, Key::Shift], 'z').await;
    window.has_recorded(1).await;
    window.sees("none is parked", &format!("{PARKED} === 0")).await;
    window.chord(&[Key::Control], 'z').await;
    window.has_recorded(0).await;
    // What is recorded next ends what could be done again: the words are where one sees them.
    window.types("Another one").await;
    window.presses(Key::Enter).await;
    window.has_recorded(1).await;
    assert_eq!(window.reads("aside li .words").await, "The first half");
    window.chord(&[Key::Control, Key::Shift], 'd').await;
    window.sees("its words in the text", "document.querySelector('textarea').value === 'The first half'").await;
}

/// What an input method does to a field, as far as the page is told.
const COMPOSES: &str = "((field, words) => {
    field.dispatchEvent(new CompositionEvent('compositionstart', { data: '', bubbles: true }));
    field.value = words;
    field.setSelectionRange(words.length, words.length);
    const says = { isComposing: true, inputType: 'insertCompositionText', data: words, bubbles: true };
    return field.dispatchEvent(new InputEvent('input', says));
})";
/// A key that the input method reads; `true` where the page leaves it to it.
const TO_THE_METHOD: &str = "((key) => document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true })))";

#[tokio::test]
async fn what_an_input_method_composes_is_no_text_until_it_is_confirmed() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    let offered = "document.querySelectorAll('#mentioned [role=option]').length";
    let field = "document.querySelector('textarea')";
    assert_eq!(window.asks(&format!("{COMPOSES}({field}, '＠media')")).await, true);
    window.keeps_a_draft().await;
    assert_eq!(window.asks(offered).await, 0, "the sign is not confirmed yet");
    for key in ["Enter", "Tab", "Escape", "ArrowDown"] {
        assert_eq!(window.asks(&format!("{TO_THE_METHOD}('{key}')")).await, true, "{key} is the input method's");
    }
    assert_eq!(window.asks(&format!("{field}.value")).await, "＠media", "and records nothing");
    let confirms = "dispatchEvent(new CompositionEvent('compositionend', { data: '＠media', bubbles: true }))";
    window.asks(&format!("{field}.{confirms}")).await;
    window.sees("media", &format!("{offered} === 1")).await;
    // Another word begins while lines are offered: its keys are not theirs.
    assert_eq!(window.asks(&format!("{COMPOSES}({field}, '＠media')")).await, true);
    assert_eq!(window.asks(&format!("{TO_THE_METHOD}('Tab')")).await, true);
    window.asks(&format!("{field}.{confirms}")).await;
    window.presses(Key::Tab).await;
    window.stands_above("Media").await;
    assert_eq!(window.asks(&format!("{field}.value")).await, "");
    assert_eq!(window.asks("document.querySelectorAll('.written ol li').length").await, 0);
}

#[tokio::test]
async fn somebody_who_walks_away_in_the_middle_of_a_word_finds_it_as_it_stood() {
    let window = Window::before(Made::with_a_round()).await;
    window.comes_in().await;
    window.opens_the_round().await;
    window.picks(&[Key::Control], 'g', "media").await;
    window.types("They kept our pass").await;
    window
        .is_locked_by(async || {
            window.display().signals("org.freedesktop.ScreenSaver", "ActiveChanged", &["boolean:true"]);
        })
        .await;
    assert_eq!(window.asks("document.documentElement.innerHTML.includes('They kept')").await, false);
    window.comes_in().await;
    window.chord(&[Key::Alt], '2').await;
    window.sees("the text", "document.querySelector('textarea')?.value === 'They kept our pass'").await;
    window.stands_above("Media").await;
    // So does who was writing a note.
    window.chord(&[Key::Control, Key::Shift], 'n').await;
    window.sees("a field", "document.activeElement.matches('dialog textarea')").await;
    window.types("Ask the ch").await;
    window
        .is_locked_by(async || {
            window.display().signals("org.freedesktop.ScreenSaver", "ActiveChanged", &["boolean:true"]);
        })
        .await;
    window.comes_in().await;
    window.chord(&[Key::Alt], '2').await;
    window.sees("the text has the focus", IN_THE_TEXT).await;
    window.chord(&[Key::Control, Key::Shift], 'n').await;
    window.sees("the note", "document.querySelector('dialog textarea')?.value === 'Ask the ch'").await;
}
