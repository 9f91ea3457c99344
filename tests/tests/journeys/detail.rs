//! One contribution, opened: what may be done with it, what it speaks to, and what happened to it.

use fantoccini::key::Key;
use serde_json::Value;

use crate::consultation::Made;
use crate::window::Window;

/// What stands in the pane, as a person reads it.
const PANE: &str = "(() => {
    const pane = document.querySelector('aside section');
    const text = (element) => element?.textContent.replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim();
    const table = pane.querySelector('table');
    const history = pane.querySelector('ol');
    if (!table || !history) return null;
    return {
        heading: text(pane.querySelector('h2')),
        may: text(pane.querySelector('.may')),
        said: text(pane.querySelector('.said')),
        language: pane.querySelector('.said').lang,
        facts: text(pane.querySelector('dl')),
        tags: [...pane.querySelectorAll('.tag bdi')].map(text),
        permissions: [...table.rows].map((row) => [...row.cells].map(text)),
        rule: text(table.parentElement.querySelector('p')),
        history: [...history.children].map(text),
    };
})()";

impl Window {
    /// Opens the contribution that these words lead to, by the keyboard.
    async fn opens(&self, reference: &str, words: &str) -> Value {
        self.searches(words).await;
        self.presses(Key::Enter).await;
        self.presses(Key::Home).await;
        self.presses(Key::Enter).await;
        let heading = format!("document.querySelector('aside h2')?.textContent === '{reference}' && {PANE}");
        self.sees("the contribution", &heading).await
    }
}

#[tokio::test]
async fn an_opened_contribution_shows_permissions_with_their_basis_tags_rule_and_history() {
    let made = Made::sample();
    let named =
        |row: &&Value| row["permissions"]["organisation"] == "given" && row["permissions"]["person"] == "not-asked";
    let row = made.lists(&["--language", "en"]).iter().find(named).expect("the sample holds such a one").clone();
    let reference = row["ref"].as_str().unwrap();
    made.does("edit", &[reference, "--text", "Corrected: the marmalade cat sleeps."]);
    made.does("tag", &[reference, "21"]);
    made.does("change", &[reference, "--permission", "name-person:refused", "--basis", "form"]);
    let expected = made.shows(reference);

    let window = Window::inside(made).await;
    let pane = window.opens(reference, "marmalade").await;
    assert_eq!(pane["heading"], reference);
    assert_eq!(pane["said"], "Corrected: the marmalade cat sleeps.");
    assert_eq!(pane["language"], "en", "a screen reader reads it in its language");
    for fact in [
        &expected["groups"][0],
        &expected["speaker"],
        &expected["organisation"],
        &expected["session"],
        &expected["round"],
    ] {
        assert!(pane["facts"].as_str().unwrap().contains(fact.as_str().unwrap()), "{fact} in {}", pane["facts"]);
    }
    let tags = pane["tags"].as_array().unwrap();
    assert_eq!(tags.len(), expected["nodes"].as_array().unwrap().len(), "every tag: {tags:?}");
    assert!(tags.iter().any(|tag| tag.as_str().unwrap().starts_with("21 ")), "the new one too: {tags:?}");

    let asked = ["share", "quote", "organisation", "person"];
    for (shown, question) in pane["permissions"].as_array().unwrap().iter().zip(asked) {
        let permissions = &expected["permissions"];
        let answer = match permissions[question].as_str().unwrap() {
            "given" => "allowed",
            "refused" => "refused",
            _ => "not asked, so no",
        };
        let basis = match permissions["basis"][question].as_str() {
            Some("announcement") => "announced to the room",
            Some("form") => "by form",
            Some("in-person") => "asked in person",
            Some(_) => "cleared afterwards",
            None => "",
        };
        assert_eq!((shown[1].as_str(), shown[2].as_str()), (Some(answer), Some(basis)), "{question}");
    }
    assert_eq!(pane["permissions"].as_array().unwrap().len(), asked.len(), "all questions");
    let rule = match expected["rule"].as_str().unwrap() {
        "chatham-house" => "Chatham House Rule",
        "organisation-only" => "Organisation only",
        _ => "On the record",
    };
    assert!(pane["rule"].as_str().unwrap().starts_with(rule));

    let history: Vec<_> = pane["history"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(history.len(), 4, "the recording and three actions since: {history:#?}");
    assert!(
        history[0].contains("changed a permission") && history[0].contains("refused"),
        "the newest first: {}",
        history[0]
    );
    assert!(history[1].contains("tagged"), "{}", history[1]);
    assert!(history[2].contains("corrected") && history[2].contains("marmalade"), "{}", history[2]);
    assert!(history[2].contains(row["text"].as_str().unwrap()), "with what stood there before: {}", history[2]);
    assert!(history[3].contains("recorded"), "{}", history[3]);
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("detail").await;
}

#[tokio::test]
async fn what_may_not_be_shared_says_so_first_and_an_erased_one_is_gone() {
    let made = Made::sample();
    let rows = made.lists(&["--permission", "share:refused", "--language", "en"]);
    let kept = rows.first().expect("the sample holds such a one").clone();
    let gone = made.lists(&["--language", "en", "--kind", "gcm:kind:progress"])[0].clone();
    made.does("erase", &[gone["ref"].as_str().unwrap()]);

    let window = Window::inside(made).await;
    let words: String = kept["text"].as_str().unwrap().split(' ').take(6).collect::<Vec<_>>().join(" ");
    let pane =
        window.opens(kept["ref"].as_str().unwrap(), &format!("\"{}\"", words.trim_end_matches(['.', ',']))).await;
    assert_eq!(pane["may"], "May not be shared");
    assert_eq!(pane["permissions"][0][1], "refused");
    window.is_accessible().await;
    window.pictured("detail-not-shared").await;

    window.searches(&format!("\"{}\"", gone["text"].as_str().unwrap().split(['.', ',', ';']).next().unwrap())).await;
    assert_eq!(window.reads("[role=status]").await, "Nothing found", "an erased one cannot be found");
}

#[tokio::test]
async fn what_is_half_put_right_outlasts_esc_another_row_and_a_lock_until_it_is_let_go() {
    let window = Window::inside(Made::sample()).await;
    let rows = window.made.lists(&["--language", "en", "--permission", "share:given"]);
    let [one, other] = [0, 1].map(|at| rows[at]["ref"].as_str().unwrap().to_owned());
    let text = |reference: &str| rows.iter().find(|row| row["ref"] == reference).unwrap()["text"].clone();
    let opens = async |reference: &str| {
        let words = text(reference).as_str().unwrap().split_whitespace().take(6).collect::<Vec<_>>().join(" ");
        window.opens(reference, &words).await;
    };
    let begins = async || {
        window.chord(&[Key::Control], 'e').await;
        window.sees("the words", "document.activeElement.id === 'correct-text'").await;
    };
    let goes_on = "document.querySelector('aside .does button').textContent.startsWith('Go on')";
    let half = "document.querySelector('#correct-text')?.value === 'A heron, half'";

    opens(&one).await;
    begins().await;
    window.chord(&[Key::Control], 'a').await;
    window.types("A heron, half").await;
    window.is_accessible().await;
    window.pictured("detail-half").await;
    window.presses(Key::Escape).await;
    window.sees("that something waits", &format!("!document.querySelector('dialog') && {goes_on}")).await;
    opens(&other).await;
    begins().await;
    assert_eq!(window.asks("document.querySelector('#correct-text').value").await, text(&other), "the other's own");
    window.presses(Key::Escape).await;
    opens(&one).await;
    begins().await;
    window.sees("the words as they were left", half).await;
    window.chord(&[Key::Control], 'a').await;
    window.types("Two herons").await;

    window.locks().await;
    window.unlocks().await;
    opens(&one).await;
    begins().await;
    window.sees("what stood there at the lock", "document.querySelector('#correct-text').value === 'Two herons'").await;
    window.clicks_on("Let the changes go").await;
    window.sees("nothing waits", &format!("!document.querySelector('dialog') && !({goes_on})")).await;
    begins().await;
    assert_eq!(window.asks("document.querySelector('#correct-text').value").await, text(&one));
    window.presses(Key::Escape).await;

    window.asks("[...document.querySelectorAll('aside .does button')][1].click()").await;
    window.sees("the place for it", "document.activeElement.id === 'translate-text'").await;
    window.types("Deux hérons").await;
    window.presses(Key::Escape).await;
    let waits = "[...document.querySelectorAll('aside .does button')][1].textContent.startsWith('Go on')";
    window.sees("a translation waits", waits).await;
    window.asks("[...document.querySelectorAll('aside .does button')][1].click()").await;
    window.sees("it as it was left", "document.querySelector('#translate-text')?.value === 'Deux hérons'").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    window.sees("it given", &format!("document.querySelector('aside .translation') && !({waits})")).await;
    window.clicks("aside .translation button").await;
    window.sees("the place for it", "document.activeElement.id === 'translate-text'").await;
    window.chord(&[Key::Control], 'a').await;
    window.types("Deux grands hérons").await;
    window.presses(Key::Escape).await;
    let goes_on = "document.querySelector('aside .translation button').textContent.startsWith('Go on')";
    window.sees("a change of it waits", goes_on).await;
    window.is_accessible().await;
    window.pictured("detail-half-waits").await;
    window.clicks("aside .translation button").await;
    window.sees("it as it was left", "document.querySelector('#translate-text')?.value === 'Deux grands hérons'").await;
}

#[tokio::test]
async fn an_opened_contribution_is_put_right_translated_and_erased() {
    let made = Made::sample();
    let row = made.lists(&["--language", "en", "--permission", "share:given"])[0].clone();
    let reference = row["ref"].as_str().unwrap();
    made.does("edit", &[reference, "--text", "The marmelade cat sleeps."]);
    let window = Window::inside(made).await;
    window.opens(reference, "marmelade").await;

    window.chord(&[Key::Control], 'e').await;
    window.sees("the words", "document.activeElement.id === 'correct-text'").await;
    window.chord(&[Key::Control], 'a').await;
    window.types("The marmalade cat sleeps.").await;
    window.is_accessible().await;
    window.pictured("detail-correct").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    let said = "document.querySelector('aside .said').textContent.trim() === 'The marmalade cat sleeps.' && !document.querySelector('dialog')";
    window.sees("the better words", said).await;

    window.chord(&[Key::Control], 'e').await;
    window.sees("the rounds", "document.querySelectorAll('#correct-round option').length > 1").await;
    window.clicks("dialog [name=wording][value=interpreted]").await;
    let other = window
        .asks("[...document.querySelectorAll('#correct-round option')].find((option) => !option.selected).value")
        .await;
    window.chooses("#correct-round", other.as_str().unwrap()).await;
    window.sees("what a move keeps", "document.querySelectorAll('dialog .hint').length === 2").await;
    window.is_accessible().await;
    window.pictured("detail-correct-place").await;
    let round = window.asks("document.querySelector('#correct-round').selectedOptions[0].textContent").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    let how = "document.querySelector('aside .how').textContent.includes('through an interpreter')";
    window.sees("how it was taken down", &format!("{how} && !document.querySelector('dialog')")).await;
    assert!(window.reads("aside dl").await.contains(round.as_str().unwrap()), "and where");

    window.asks("[...document.querySelectorAll('aside .does button')][1].click()").await;
    window.sees("the place for it", "document.activeElement.id === 'translate-text'").await;
    window.chooses("#translate-language", "fr").await;
    window.asks("document.querySelector('#translate-text').focus()").await;
    window.types("Le chat dort.").await;
    window.is_accessible().await;
    window.pictured("detail-translate").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    window.sees("the translation", "document.querySelector('aside .translation .said')?.lang === 'fr'").await;
    assert!(window.reads("aside .translation .how").await.contains("draft"));

    window.searches("chat dort").await;
    window.sees("where it was found", "document.querySelector('[role=option] .via mark')").await;
    assert_eq!(window.reads("[role=option] .via p").await, "Le chat dort.");
    assert_eq!(window.asks("document.querySelector('[role=option] .via p').lang").await, "fr");
    assert_eq!(window.asks("document.querySelectorAll('[role=option] .both > p mark').length").await, 0);
    window.presses(Key::Enter).await;
    window.presses(Key::Home).await;
    window.presses(Key::Enter).await;
    window.sees("the same in the pane", "document.querySelectorAll('aside .translation mark').length === 2").await;
    window.is_accessible().await;
    window.pictured("detail-found-in-translation").await;

    let tags = "document.querySelectorAll('aside .tag').length";
    let before = window.asks(tags).await.as_u64().unwrap();
    window.asks("document.querySelector('aside [aria-label=\"Change the tags\"]').click()").await;
    window.sees("the list", "document.activeElement.getAttribute('role') === 'combobox'").await;
    window.types("17").await;
    window.presses(Key::Enter).await;
    window.pictured("detail-tags").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    window.sees("one more tag", &format!("{tags} === {}", before + 1)).await;
    window.asks("document.querySelector('aside .tag .off').click()").await;
    window.sees("one less", &format!("{tags} === {before}")).await;

    window.asks("document.querySelector('aside table [aria-label*=\"Naming the person\"]').click()").await;
    window.sees("the question", "document.querySelector('dialog [name=question][value=name-person]').checked").await;
    window.clicks("dialog [name=consent][value=refused]").await;
    window.clicks("dialog .first").await;
    window.sees("the answer", "document.querySelector('aside table').rows[3].cells[1].textContent === 'refused'").await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("detail-changed").await;

    window.asks("document.querySelector('aside .erase').click()").await;
    window.sees("what it says before", "document.querySelector('dialog .cannot')").await;
    assert_eq!(window.reads("dialog .cannot").await, "This cannot be undone.");
    assert_eq!(window.asks("document.activeElement.textContent").await, "Keep it", "nobody erases by one key too many");
    window.is_accessible().await;
    window.pictured("detail-erase").await;
    window.clicks("dialog .stop").await;
    window
        .sees(
            "it is gone",
            "!document.querySelector('aside h2') && document.querySelector('.title p').textContent.includes('0')",
        )
        .await;
    window.searches("marmalade").await;
    assert_eq!(window.reads("main [role=status]").await, "Nothing found");
}
