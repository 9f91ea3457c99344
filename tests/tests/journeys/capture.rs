//! A round taken down in the real window, by keyboard alone.

use anteroom_tests::laptop::PASSPHRASE;
use fantoccini::key::Key;

use crate::consultation::Made;
use crate::window::Window;

/// The key that deletes to the left; the driver has no name of ours for it.
pub(crate) const BACKSPACE: char = '\u{e003}';
const F9: char = '\u{e039}';

/// The element that has the focus is the text.
pub(crate) const IN_THE_TEXT: &str = "document.activeElement.matches('textarea')";

impl Window {
    /// Starts the window and unlocks it, whatever screen stands behind the door.
    pub(crate) async fn on(made: Made) -> Self {
        let window = Self::before(made).await;
        window.comes_in().await;
        window
    }

    pub(crate) async fn comes_in(&self) {
        self.types(PASSPHRASE).await;
        self.presses(Key::Enter).await;
        self.sees("what lies behind the door", "document.querySelector('nav a[aria-current]')").await;
    }

    /// Goes to the screen, and opens the round that stands first there.
    pub(crate) async fn opens_the_round(&self) {
        self.chord(&[Key::Alt], '2').await;
        self.sees("the rounds", "document.querySelector('main form .first')").await;
        self.asks("document.querySelector('main form input[type=radio]').focus()").await;
        self.presses(Key::Enter).await;
        self.sees("the text", IN_THE_TEXT).await;
    }

    /// Chooses by a few letters in the list that a chord opens.
    pub(crate) async fn picks(&self, held: &[Key], key: char, typed: &str) {
        self.chord(held, key).await;
        self.sees("a list", "document.activeElement.matches('[role=combobox]')").await;
        self.types(typed).await;
        self.presses(Key::Enter).await;
        self.sees("the text again", IN_THE_TEXT).await;
    }

    pub(crate) async fn stands_above(&self, what: &str) {
        let bare = "document.querySelector('.who').innerText.replace(/[\\u2066-\\u2069]/g, '')";
        let shown = format!("{bare}.includes('{what}')");
        self.sees(what, &shown).await;
    }

    pub(crate) async fn has_recorded(&self, count: usize) {
        self.sees("what was recorded", &format!("document.querySelectorAll('.written ol li').length === {count}"))
            .await;
    }

    pub(crate) async fn keeps_a_draft(&self) {
        self.sees("the draft is kept", "document.querySelector('.kept').textContent.trim() !== ''").await;
    }
}

#[tokio::test]
async fn three_speakers_in_three_scripts_by_keyboard_alone() {
    let window = Window::on(Made::with_a_round()).await;
    window.chord(&[Key::Alt], '2').await;
    window.sees("the rounds", "document.querySelector('main form .first')").await;
    window.is_accessible().await;
    window.pictured("capture-begin").await;
    window.opens_the_round().await;
    window.is_accessible().await;
    window.pictured("capture-empty").await;

    // The first: two contributions, with a kind and an objective.
    window.picks(&[Key::Control], 'g', "trade").await;
    window.stands_above("Trade unions").await;
    window.types("Seasonal workers tell us the permit is tied to one employer.").await;
    window.chord(&[Key::Control], '2').await;
    window.picks(&[Key::Control], 'j', "6").await;
    window.keeps_a_draft().await;
    window.presses(Key::Enter).await;
    window.has_recorded(1).await;
    let line = window.reads(".written ol .about").await;
    for said in ["Trade unions", "Challenge", "6 ", "paraphrase only"] {
        assert!(line.contains(said), "{said} in {line}");
    }
    window.types("Inspectors come once a year,").await;
    window.chord(&[Key::Shift], char::from(Key::Enter)).await;
    window.types("and they announce it.").await;
    // Another one breaks in: the half sentence waits.
    window.chord(&[Key::Control], 'd').await;
    window.stands_above("Speaker 2").await;
    assert_eq!(window.asks("document.querySelector('textarea').value").await, "");

    // The second, in Arabic, through an interpreter.
    window.picks(&[Key::Control], 'g', "migrant").await;
    window.chord(&[Key::Control], 'i').await;
    window.sees("the interpreter", "document.querySelector('.box[aria-checked=true]')").await;
    window.types("نحتاج إلى معلومات واضحة بلغتنا قبل السفر وليس بعده.").await;
    window.keeps_a_draft().await;
    window.sees("its language", "document.querySelector('.controls').innerText.includes('Arabic')").await;
    window.pictured("capture-arabic-words").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    window.has_recorded(2).await;
    window.stands_above("Speaker 3").await;
    let line = window.reads(".written ol .about").await;
    assert!(line.contains("Arabic") && line.contains("through an interpreter"), "{line}");
    assert_eq!(window.asks("document.querySelectorAll('.box[aria-checked=true]').length").await, 0, "the next one");
    let side = "(({ direction, textAlign }) => `${direction} ${textAlign}`)(getComputedStyle(document.querySelector('.written ol .said')))";
    assert_eq!(window.asks(side).await, "rtl start", "each text has its own direction");

    // The third, in Chinese; no group yet. Then something that is not to be kept, twice.
    window.types("季节工人的许可证只与一个雇主挂钩。").await;
    window.presses(Key::Enter).await;
    window.has_recorded(3).await;
    window.types("My own name is").await;
    window.chord(&[Key::Control, Key::Shift], BACKSPACE).await;
    window.sees("what will happen", "document.querySelector('.armed')").await;
    window.is_accessible().await;
    window.pictured("capture-do-not-keep").await;
    window.chord(&[Key::Control, Key::Shift], BACKSPACE).await;
    // Nobody waits for it: what is typed while the words go is the next thing.
    window.types("And this was said in confidence.").await;
    window.sees("no question", "!document.querySelector('.armed')").await;
    window.sees("only that", "document.querySelector('textarea').value === 'And this was said in confidence.'").await;
    window.presses(Key::Enter).await;
    window.has_recorded(4).await;
    window.chord(&[Key::Control, Key::Shift], BACKSPACE).await;
    window.sees("which", "document.querySelector('.armed').textContent.includes('confidence')").await;
    window.chord(&[Key::Control, Key::Shift], BACKSPACE).await;
    window.has_recorded(3).await;

    // What the speaker allows, in the middle of it: also for the one before.
    window.chord(&[Key::Control], 'u').await;
    window.sees("what may be done", "document.activeElement.matches('[role=listbox]')").await;
    window.is_accessible().await;
    window.pictured("capture-permission").await;
    window.types("1").await;
    window.types("1").await;
    window.sees("those before", "document.querySelector('.choices').innerText.includes('recorded before')").await;
    window.types("1").await;
    window.stands_above("May be quoted").await;
    window.sees("the text again", IN_THE_TEXT).await;

    // The parked draft is taken up and finished; whoever spoke goes on.
    window.chord(&[Key::Control, Key::Shift], 'd').await;
    window.stands_above("Speaker 1").await;
    let half = window.asks("document.querySelector('textarea').value").await;
    assert_eq!(half, "Inspectors come once a year,\nand they announce it.");
    window.presses(Key::Enter).await;
    window.has_recorded(4).await;
    window.stands_above("Speaker 3").await;
    window.is_accessible().await;
    window.is_sized(1440, 900).await;
    window.fits().await;
    window.pictured("capture-1440x900").await;

    // The round closes; what lacks something is walked, a key for each.
    window.types("And what nobody").await;
    window.chord(&[Key::Control, Key::Shift], 'k').await;
    window.sees("the list", "document.querySelector('main ol li .one')").await;
    let lacking = "document.querySelectorAll('main ol li').length";
    assert_eq!(window.asks(lacking).await, 3);
    window.is_accessible().await;
    window.fits().await;
    window.pictured("capture-tidy").await;
    window.types("j").await;
    window.sees("a list", "document.activeElement.matches('[role=combobox]')").await;
    window.types("3").await;
    window.presses(Key::Enter).await;
    window.sees("one fewer", &format!("{lacking} === 2")).await;
    window.sees("the next one", "document.activeElement.matches('.one')").await;
    // The next one lacks both: whoever is in the room has a digit; then what it may be about has.
    let lacks = "[...document.querySelectorAll('main ol .active .about b')].map((lacks) => lacks.textContent).join()";
    window.sees("both", &format!("{lacks} === 'no group,no objective'")).await;
    window.pictured("capture-tidy-group").await;
    window.types("1").await;
    window.sees("its group", &format!("{lacks} === 'no objective'")).await;
    window.sees("it has the focus", "document.activeElement.matches('.active .one')").await;
    window.presses(Key::Enter).await;
    window.sees("left as it is", &format!("{lacking} === 1")).await;
    window.presses(Key::Down).await;
    window.sees("what is parked", "document.activeElement.matches('section .one')").await;
    window.presses(Key::Up).await;
    window.sees("back", "document.activeElement.matches('.active .one')").await;
    // Closed too soon: back, and closed again.
    window.chord(&[Key::Control, Key::Shift], 'k').await;
    window.sees("the text", IN_THE_TEXT).await;
    window.chord(&[Key::Control, Key::Shift], 'k').await;
    window.sees("the list", "document.querySelector('main ol li .one')").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    window.sees("the rounds again", "document.querySelector('main form .first')").await;
    let parked = window.reads("main section").await;
    assert!(parked.contains("And what nobody"), "{parked}");
}

#[tokio::test]
async fn killed_while_half_typed_the_words_stand_in_the_composer() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.picks(&[Key::Control], 'g', "media").await;
    window.types("不要记录").await;
    let composing = "document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))";
    assert_eq!(window.asks(composing).await, true, "who composes a character confirms it with Enter");
    assert_eq!(window.asks("document.activeElement.value").await, "不要记录", "and records nothing by it");
    window.asks("(document.activeElement.value = '', true)").await;
    window.types("La détention des enfants n’a reculé que").await;
    window.chord(&[Key::Control], '2').await;
    window.keeps_a_draft().await;
    let window = window.dies_and_starts_again().await;
    window.comes_in().await;
    window.chord(&[Key::Alt], '2').await;
    window
        .sees("the text", "document.querySelector('textarea')?.value === 'La détention des enfants n’a reculé que'")
        .await;
    window.stands_above("Media").await;
    let kind = "document.querySelector('.kind[aria-pressed=true]')?.textContent.includes('Challenge')";
    window.sees("its kind", kind).await;
    window.sees("the text has the focus", IN_THE_TEXT).await;
    window.types(" là où la loi l’a interdite.").await;
    window.presses(Key::Enter).await;
    window.has_recorded(1).await;
    let said = "La détention des enfants n’a reculé que là où la loi l’a interdite.";
    assert_eq!(window.reads(".written ol .said").await, said);
    window.pictured("capture-after-a-crash").await;
}

#[tokio::test]
async fn tab_takes_the_next_suggestion_only_while_one_shows() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.types("Recruitment fees are banned on paper; recruitment agencies charged them again.").await;
    window.sees("suggestions", "document.querySelectorAll('.suggested').length > 0").await;
    window.pictured("capture-suggested").await;
    let next = window.asks("document.querySelector('.suggested.next bdi').textContent").await;
    // In a window so low that nobody sees it, it is not shown.
    for _ in 0..5 {
        window.chord(&[Key::Control], '+').await;
    }
    window.sees("twice the size", "innerHeight === 400").await;
    window.presses(Key::Tab).await;
    window.sees("Tab goes on", &format!("!{IN_THE_TEXT}")).await;
    assert_eq!(window.asks("document.querySelectorAll('.tag:not(.suggested)').length").await, 0);
    for _ in 0..5 {
        window.chord(&[Key::Control], '-').await;
    }
    window.sees("the size before", "innerHeight === 800").await;
    window.asks("document.querySelector('textarea').focus()").await;
    window.presses(Key::Tab).await;
    let taken = format!("document.querySelector('.tag:not(.suggested) bdi')?.textContent === {next}");
    window.sees("it is taken", &taken).await;
    assert_eq!(window.asks(IN_THE_TEXT).await, true, "the text keeps the focus");
    // What is tagged already is taken off where it was put on.
    let tagged = "document.querySelectorAll('.tag:not(.suggested)').length";
    let mark = window.asks(&format!("{next}.split(' ')[0]")).await;
    for count in [0, 1] {
        window.picks(&[Key::Control], 'j', mark.as_str().unwrap()).await;
        window.sees("the tags", &format!("{tagged} === {count}")).await;
    }
    window.presses(Key::Escape).await;
    window.sees("sent away", "document.querySelectorAll('.suggested').length === 0").await;
    window.presses(Key::Tab).await;
    window.sees("Tab goes on", &format!("!{IN_THE_TEXT}")).await;
}

#[tokio::test]
async fn a_sign_at_the_start_of_a_word_offers_groups_and_objectives_and_swallows_nothing() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    let text = "document.querySelector('textarea').value";
    let offered = "document.querySelectorAll('#mentioned [role=option]').length";
    window.types("@media").await;
    window.sees("media", &format!("{offered} === 1")).await;
    window.is_accessible().await;
    // Another window came to the front and went: the text has the keyboard still, and what was offered stands.
    window.asks("document.querySelector('textarea').dispatchEvent(new FocusEvent('blur'))").await;
    window.sees("media", &format!("{offered} === 1")).await;
    window.presses(Key::Tab).await;
    window.stands_above("Media").await;
    assert_eq!(window.asks(text).await, "", "what was taken is no word of theirs");
    assert_eq!(window.asks(IN_THE_TEXT).await, true);
    window.types("Fees came back #recruit").await;
    window.sees("objectives", &format!("{offered} > 0")).await;
    window.pictured("capture-mention").await;
    window.presses(Key::Tab).await;
    window
        .sees("it is tagged", "document.querySelector('.nodes .tag:not(.suggested)')?.textContent.includes('6')")
        .await;
    assert_eq!(window.asks(text).await, "Fees came back ");
    // Sent away, the characters stay; and what nobody takes is recorded as it was typed.
    window.types("as #1").await;
    window.sees("objectives", &format!("{offered} > 0")).await;
    window.presses(Key::Escape).await;
    window.sees("nothing", &format!("{offered} === 0")).await;
    window.types(" of ana@example.org, @").await;
    window.sees("groups", &format!("{offered} > 1")).await;
    window.presses(Key::Enter).await;
    window.has_recorded(1).await;
    assert_eq!(window.reads(".written ol .said").await, "Fees came back as #1 of ana@example.org, @");
    window.sees("nothing is offered any more", &format!("{offered} === 0")).await;
    // Who went to a line takes it by Enter.
    window.types("@").await;
    window.sees("groups", &format!("{offered} > 1")).await;
    window.presses(Key::Down).await;
    window.presses(Key::Enter).await;
    window.sees("two groups", "document.querySelector('.who bdi').textContent.includes(', ')").await;
    window.has_recorded(1).await;
}

#[tokio::test]
async fn the_mess_of_a_round_is_put_right() {
    let window = Window::on(Made::with_a_round()).await;
    window.is_sized(1440, 900).await;
    window.opens_the_round().await;
    // Who is in the room.
    window.chord(&[Key::Control, Key::Shift], 'p').await;
    window.sees("the groups", "document.querySelector('dialog table')").await;
    for _ in 0..3 {
        window.types("3").await;
    }
    window.sees("three in the room", "document.querySelectorAll('dialog td:nth-child(4) :checked').length === 3").await;
    window.is_accessible().await;
    window.pictured("capture-presence").await;
    window.presses(Key::Escape).await;
    window.sees("not yet heard", "document.querySelectorAll('aside .strong').length === 3").await;
    window.picks(&[Key::Control], 'g', "1").await;
    for text in ["One thing.", "Another thing."] {
        window.types(text).await;
        window.presses(Key::Enter).await;
    }
    window.has_recorded(2).await;
    window.sees("one was heard", "document.querySelectorAll('aside .strong').length === 2").await;
    // The last two were somebody else's.
    window.chord(&[Key::Control, Key::Shift], 'j').await;
    window.sees("a list", "document.activeElement.matches('[role=combobox]')").await;
    window.types("+").await;
    window.sees("two", "document.querySelectorAll('dialog ol li').length === 2").await;
    window.is_accessible().await;
    window.pictured("capture-reassign").await;
    window.types("not noted").await;
    window.presses(Key::Enter).await;
    window.sees("no group", "document.querySelectorAll('.written ol b').length === 4").await;
    window.sees("nobody was heard", "document.querySelectorAll('aside .strong').length === 3").await;
    window.clicks(".notice button").await;
    window.sees("as it was", "document.querySelectorAll('.written ol b').length === 2").await;
    window.sees("one was heard", "document.querySelectorAll('aside .strong').length === 2").await;
    window.clicks("textarea").await;
    // A note, and another pair of hands.
    window.chord(&[Key::Control, Key::Shift], 'n').await;
    window.sees("a place for it", "document.activeElement.matches('dialog textarea')").await;
    window.types("Ask the chair for").await;
    window.presses(Key::Escape).await;
    window.sees("the text", &format!("!document.querySelector('dialog') && {IN_THE_TEXT}")).await;
    window.chord(&[Key::Control, Key::Shift], 'n').await;
    window.sees("what was typed of it", "document.activeElement.value === 'Ask the chair for'").await;
    window.presses(Key::End).await;
    window.types(" the list.").await;
    window.presses(Key::Enter).await;
    window.sees("the note", "document.querySelector('aside .remark')?.textContent.includes('chair')").await;
    window.is_sized(1000, 700).await;
    window.chord(&[Key::Control, Key::Shift], 'n').await;
    window.sees("the notes before it", "document.querySelector('dialog li')?.textContent.includes('chair')").await;
    window.is_accessible().await;
    window.pictured("capture-note-1000x700").await;
    window.presses(Key::Escape).await;
    window.is_sized(1440, 900).await;
    window.chord(&[Key::Control, Key::Shift], 'y').await;
    window.sees("a list", "document.activeElement.matches('[role=combobox]')").await;
    window.types("Note-taker 2").await;
    window.presses(Key::Enter).await;
    window.sees("their name", "document.querySelector('.typing')?.textContent.includes('Note-taker 2')").await;
    window.sees("the text", IN_THE_TEXT).await;
    window.is_accessible().await;
    window.fits().await;
    window.pictured("capture-mess").await;
}

#[tokio::test]
async fn the_rule_of_the_round_stands_above_the_text_and_only_becomes_stricter() {
    let made = Made::with_a_round();
    made.adds_a_round_on_the_record();
    let window = Window::on(made).await;
    window.chord(&[Key::Alt], '2').await;
    window.sees("the rounds", "document.querySelector('main form .first')").await;
    window.asks("(([, second]) => (second.focus(), second.click()))(document.querySelectorAll('main form input[type=radio]'))").await;
    window.presses(Key::Enter).await;
    window.sees("the text", IN_THE_TEXT).await;
    window.stands_above("On the record").await;
    window.types("Said on the record.").await;
    window.presses(Key::Enter).await;
    window.has_recorded(1).await;
    window.chord(&[Key::Control], 'e').await;
    window.sees("the rule", "document.activeElement.matches('.rule [role=listbox]')").await;
    window.is_accessible().await;
    window.fits().await;
    window.pictured("capture-rule").await;
    window.types("1").await;
    window.sees("for what", "document.querySelector('.choices').innerText.includes('from now on')").await;
    window.presses(Key::Escape).await;
    window.sees("the text again", IN_THE_TEXT).await;
    window.stands_above("On the record").await;
    // From now on, then for all of the round.
    window.chord(&[Key::Control], 'e').await;
    window.types("11").await;
    window.stands_above("Organisation only").await;
    window.sees("the text again", IN_THE_TEXT).await;
    window.pictured("capture-rule-from-now-on").await;
    window.chord(&[Key::Control], 'e').await;
    window.types("22").await;
    window.stands_above("Chatham House Rule").await;
    window.chord(&[Key::Control], 'e').await;
    window
        .sees(
            "what it means",
            "document.querySelector('.choices .lead').innerText.includes('no person, no organisation')",
        )
        .await;
    window.sees("nothing else", "document.querySelectorAll('.choices [role=option]').length === 1").await;
    window.presses(Key::Enter).await;
    window.sees("the text again", IN_THE_TEXT).await;
}

#[tokio::test]
async fn an_intervention_without_an_end_gets_one_by_one_key() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.picks(&[Key::Control], 'g', "trade").await;
    for at in ["6", "3"] {
        window.types("One thing.").await;
        window.picks(&[Key::Control], 'j', at).await;
        window.chord(&[Key::Control], char::from(Key::Enter)).await;
    }
    window.has_recorded(2).await;
    window.types("The last one.").await;
    window.presses(Key::Enter).await;
    window.has_recorded(3).await;
    window.chord(&[Key::Control, Key::Shift], 'k').await;
    window.sees("the list", "document.querySelector('main ol li .one')").await;
    let has_one = "![...document.querySelectorAll('main ol li')].some((li) => li.innerText.includes('no end'))";
    window.sees("it ended with the round", has_one).await;
    for key in ["1", "t"] {
        // Taken back, the closing or the decision leaves no end behind.
        window.chord(&[Key::Control], 'z').await;
        window.sees("no end", "document.querySelector('main ol li .about')?.innerText.includes('no end')").await;
        window.sees("the one that had the focus has it", "document.activeElement.matches('.active .one')").await;
        window.presses(Key::Up).await;
        window.sees("the first has the focus", "document.activeElement.matches('main ol li:first-child .one')").await;
        window.is_accessible().await;
        window.pictured("capture-tidy-end").await;
        window.types(key).await;
        if key == "t" {
            window.sees("a time", "document.activeElement.matches('.ways input')").await;
            let now = "(() => { const now = new Date(); return `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}` })()";
            let now = window.asks(now).await;
            window.types(now.as_str().unwrap()).await;
            window.pictured("capture-tidy-time").await;
            window.presses(Key::Enter).await;
        }
        window.sees("it has one", has_one).await;
        window.sees("the next has the focus", "document.activeElement.matches('.one')").await;
    }
}

#[tokio::test]
async fn whoever_was_typing_goes_on_after_a_lock_and_it_is_seen() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.chord(&[Key::Control, Key::Shift], 'y').await;
    window.sees("a list", "document.activeElement.matches('[role=combobox]')").await;
    window.types("Note-taker 2").await;
    window.presses(Key::Enter).await;
    window.sees("the text", IN_THE_TEXT).await;
    window.locks().await;
    window.comes_in().await;
    window.chord(&[Key::Alt], '2').await;
    window.sees("who types", "document.querySelector('.carried')?.innerText.includes('Note-taker 2')").await;
    window.sees("the text has the focus", IN_THE_TEXT).await;
    window.is_accessible().await;
    window.pictured("capture-typing-carried").await;
    // One key says that they go on; after the next lock somebody else does.
    window.chord(&[Key::Alt], char::from(Key::Enter)).await;
    window.sees("nobody carried", "!document.querySelector('.carried')").await;
    window.sees("their name", "document.querySelector('.typing')?.textContent.includes('Note-taker 2')").await;
    assert_eq!(window.asks("document.querySelector('textarea').value").await, "", "and the text has nothing of it");
    window.locks().await;
    window.comes_in().await;
    window.chord(&[Key::Alt], '2').await;
    window.sees("who types", "document.querySelector('.carried')").await;
    window.sees("the text has the focus", IN_THE_TEXT).await;
    window.picks(&[Key::Control, Key::Shift], 'y', "belongs").await;
    window.sees("nobody carried", "!document.querySelector('.carried')").await;
    window.sees("no name", "!document.querySelector('.typing').textContent.includes('Note-taker')").await;
}

#[tokio::test]
async fn the_room_screen_shows_the_question_and_never_a_word_that_was_said() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.types("They kept our passports.").await;
    window.presses(Key::Enter).await;
    window.has_recorded(1).await;
    let here = window.client.window().await.unwrap();
    window.chord(&[], F9).await;
    let other = loop {
        let open = window.client.windows().await.unwrap();
        if let Some(other) = open.into_iter().find(|handle| *handle != here) {
            break other;
        }
        tokio::task::yield_now().await;
    };
    window.client.switch_to_window(other).await.unwrap();
    window.sees("the question", "document.querySelector('.question')?.textContent.includes('decent work')").await;
    window.sees("the clock", "document.querySelector('[role=timer]')").await;
    assert_eq!(window.asks("document.body.innerText.includes('passports')").await, false);
    window.is_accessible().await;
    window.pictured("capture-room-screen").await;
    let asks = "await window.__TAURI_INTERNALS__.invoke('capture').then(() => 'answered', () => 'refused')";
    assert_eq!(window.awaits(asks).await, "refused", "it may not ask for what was said");
    window.presses(Key::Escape).await;
    window.sees("nothing", "!document.querySelector('.question, [role=timer]')").await;
    window.chord(&[], F9).await;
    window.sees("the question again", "document.querySelector('.question')").await;
    window.client.switch_to_window(here).await.unwrap();
    window.sees("the text", IN_THE_TEXT).await;
    window.locks().await;
    assert_eq!(window.client.windows().await.unwrap().len(), 1, "nothing stays on the wall when the window is locked");
}

impl Window {
    /// Lets the window look like this from its next start on.
    async fn keeps_the_look(&self, theme: &str, language: &str) {
        let keep = format!(
            "await window.__TAURI_INTERNALS__.invoke('look').then((look) =>
                window.__TAURI_INTERNALS__.invoke('keep_look',
                    {{ input: {{ ...look, theme: '{theme}', language: '{language}' }} }}))
                .then(() => 'kept', (thrown) => thrown.message)"
        );
        assert_eq!(self.awaits(&keep).await, "kept");
    }

    /// The screen of a round that is under way, as it stands in this window.
    async fn shows_the_round(&self) {
        self.comes_in().await;
        self.chord(&[Key::Alt], '2').await;
        self.sees("what was recorded", "document.querySelectorAll('.written ol li').length > 2").await;
        self.sees("the draft", "document.querySelector('textarea').value !== ''").await;
    }
}

#[tokio::test]
async fn in_a_small_window_in_the_dark_and_from_right_to_left_nothing_leaves_it() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.chord(&[Key::Control, Key::Shift], 'p').await;
    window.sees("the groups", "document.querySelector('dialog table')").await;
    window.types("3333").await;
    window.presses(Key::Escape).await;
    window.picks(&[Key::Control], 'g', "national human").await;
    for text in [
        "No date of release is the heaviest part of it.",
        "La détention des enfants n’a reculé que là où la loi l’interdit.",
    ] {
        window.types(text).await;
        window.chord(&[Key::Control], '2').await;
        window.picks(&[Key::Control], 'j', "13").await;
        window.presses(Key::Enter).await;
    }
    window.types("The permit office opens two mornings a week, and only for those who").await;
    window.chord(&[Key::Control], 'd').await;
    window.stands_above("Speaker 2").await;
    window.picks(&[Key::Control], 'g', "migrant").await;
    window.types("نحتاج إلى معلومات واضحة بلغتنا قبل السفر وليس بعده.").await;
    window.presses(Key::Enter).await;
    window.has_recorded(3).await;
    window.types("Recruitment fees are banned on paper; recruitment agencies charged them again last season.").await;
    window.keeps_a_draft().await;
    window.sees("suggestions", "document.querySelectorAll('.suggested').length > 0").await;
    for (width, height) in [(1000, 700), (720, 800)] {
        window.is_sized(width, height).await;
        window.fits().await;
        window.is_accessible().await;
        window.pictured(&format!("capture-{width}x{height}")).await;
    }
    window.is_sized(1440, 900).await;
    for _ in 0..5 {
        window.chord(&[Key::Control], '+').await;
    }
    window.sees("twice the size", "innerWidth === 720").await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("capture-1440x900-200").await;
    window.chord(&[Key::Control], 'j').await;
    window.sees("a list", "document.activeElement.matches('[role=combobox]')").await;
    window.sees("all of it", "document.querySelector('.picker').getBoundingClientRect().bottom <= innerHeight").await;
    let at = "document.activeElement.getAttribute('aria-activedescendant').split('-').at(-1)";
    assert_eq!(window.asks(at).await, "0", "the mouse lies over it, and chooses nothing");
    window.pictured("capture-1440x900-200-list").await;
    window.presses(Key::Escape).await;
    window.sees("the text again", IN_THE_TEXT).await;
    window.keeps_the_look("dark", "en").await;
    let window = window.dies_and_starts_again().await;
    window.shows_the_round().await;
    window.is_accessible().await;
    window.pictured("capture-dark").await;
    window.keeps_the_look("light", "ar").await;
    let window = window.dies_and_starts_again().await;
    window.shows_the_round().await;
    window.sees("its direction", "document.documentElement.dir === 'rtl'").await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("capture-right-to-left").await;
    window.is_sized(1000, 700).await;
    window.fits().await;
    window.pictured("capture-right-to-left-1000x700").await;
    window.chord(&[Key::Control], 'g').await;
    window.sees("a list", "document.activeElement.matches('[role=combobox]')").await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("capture-right-to-left-list").await;
}

#[tokio::test]
async fn locked_in_the_middle_of_a_word_nothing_of_it_is_lost_and_nothing_of_it_stays_in_the_page() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.types("They kept our pass").await;
    window.locks().await;
    assert_eq!(window.asks("document.documentElement.innerHTML.includes('They kept')").await, false);
    window.comes_in().await;
    window.chord(&[Key::Alt], '2').await;
    window.sees("the text", "document.querySelector('textarea')?.value === 'They kept our pass'").await;
}

#[tokio::test]
async fn what_is_said_in_passing_lies_over_nothing_that_one_types_into() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.is_sized(1000, 700).await;
    window.chord(&[Key::Control], ',').await;
    window.sees("the settings", "document.querySelector('dialog [value=largest]')").await;
    window.asks("document.querySelector('dialog [value=largest]').click()").await;
    window.sees("it is larger", "innerWidth < 760").await;
    window.presses(Key::Escape).await;
    window.sees("the text", IN_THE_TEXT).await;
    window.chord(&[Key::Control], 'i').await;
    window
        .sees("an interpreter", "document.querySelector('[aria-keyshortcuts=\"Control+I\"][aria-checked=true]')")
        .await;
    window.chord(&[Key::Control], 'b').await;
    window.sees("a line", "document.querySelector('.notice .said').textContent.length > 10").await;
    let apart = "(() => {
        const [line, above, text] = ['.notice', '.who', 'textarea'].map((it) => document.querySelector(it).getBoundingClientRect());
        return line.height > 20 && line.bottom <= above.top && line.bottom <= text.top;
    })()";
    assert_eq!(window.asks(apart).await, true, "who speaks and what is typed are seen");
    window.fits().await;
    window.is_accessible().await;
    window.pictured("capture-largest-notice").await;
}
