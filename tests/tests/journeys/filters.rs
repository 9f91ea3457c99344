//! Narrowing: each choice shows exactly what has it, by the command line's count.

use serde_json::Value;

use crate::consultation::Made;
use crate::window::Window;

/// A list to choose from, by its name on screen; the command line's word for it; whether a row has the value.
type Filter = (&'static str, &'static str, fn(&Value, &str) -> bool);

const FILTERS: [Filter; 6] = [
    ("Stakeholder group", "--group", |row, key| holds(&row["groupIds"], key)),
    ("Objective or principle", "--node", |row, key| holds(&row["nodes"], key)),
    ("Kind", "--kind", |row, key| row["kindId"] == key),
    ("Language", "--language", |row, key| row["language"] == key),
    ("Permission", "--permission", |row, key| {
        let (question, answer) = key.split_once(':').unwrap();
        row["permissions"][question.trim_start_matches("name-")] == answer
    }),
    ("Session or round", "--round", |row, key| holds(&row["places"], key)),
];

fn holds(list: &Value, key: &str) -> bool {
    list.as_array().is_some_and(|list| list.iter().any(|item| item == key))
}

#[tokio::test]
async fn every_choice_of_every_filter_shows_exactly_what_has_it() {
    let window = Window::inside(Made::sample()).await;
    let all = window.made.lists(&[]);
    for (label, word, has) in FILTERS {
        let select = format!("select[aria-label=\"{label}\"]");
        let keys = format!("[...document.querySelectorAll('{select} option')].map((option) => option.value)");
        let keys = window.asks(&keys).await;
        let keys: Vec<&str> = keys.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(keys[0], "", "everything is the first choice of {label}");
        assert!(keys.len() > 3, "{label} has choices");
        let mut asked_the_command_line = false;
        for key in &keys[1..] {
            window.chooses(&select, key).await;
            window.is_answered().await;
            let expected = match key.split_once(':') {
                // Rounds share names, so only the command line tells them apart.
                Some(("session", id)) => window.made.lists(&["--session", id]).len(),
                Some(("round", id)) => window.made.lists(&["--round", id]).len(),
                _ if key.ends_with('-') => window.made.lists(&[word, "-"]).len(),
                _ => all.iter().filter(|row| has(row, key)).count(),
            };
            assert_eq!(found(&window).await, expected, "{label}: {key}");
            if !asked_the_command_line && expected > 0 && word != "--round" {
                assert_eq!(window.made.lists(&[word, key]).len(), expected, "the command line counts as many");
                asked_the_command_line = true;
            }
        }
        window.chooses(&select, "").await;
        window.is_answered().await;
        assert_eq!(found(&window).await, all.len(), "and back");
    }
}

#[tokio::test]
async fn filters_and_words_narrow_together_and_one_button_shows_everything_again() {
    let window = Window::inside(Made::sample()).await;
    let steps = [("Language", "en"), ("Kind", "gcm:kind:challenge"), ("Permission", "quote:given")];
    for (label, key) in steps {
        window.chooses(&format!("select[aria-label=\"{label}\"]"), key).await;
    }
    window.searches("work").await;
    let args = ["work", "--language", "en", "--kind", "gcm:kind:challenge", "--permission", "quote:given"];
    let expected = window.made.lists(&args).len();
    assert!(expected > 0, "some are left");
    assert_eq!(found(&window).await, expected);
    assert!(window.reads(".title p").await.starts_with(&format!("{expected} of 274")));
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("filters").await;

    window.chooses("select[aria-label=\"Language\"]", "zh").await;
    window.is_answered().await;
    assert_eq!(window.reads("[role=status]").await, "Nothing found");
    window.is_accessible().await;
    window.pictured("filters-nothing").await;

    window.clicks(".title button").await;
    window.is_answered().await;
    assert_eq!(found(&window).await, 274);
    let chosen = "[...document.querySelectorAll('[role=group] select')].map((select) => select.value).join('')";
    assert_eq!(window.asks(chosen).await, "", "every filter is at its first choice again");
}

/// How many the window says there are, to ears and to eyes alike.
async fn found(window: &Window) -> usize {
    let heard = window.reads("[role=status]").await;
    let number = heard.split(' ').next().unwrap();
    let heard: usize = if number == "Nothing" { 0 } else { number.parse().unwrap() };
    let rows = "Number(document.querySelector('[role=option]')?.ariaSetSize ?? 0)";
    assert_eq!(window.asks(rows).await, heard, "the list is as long as it is said to be");
    assert!(window.reads(".title p").await.starts_with(&format!("{heard} ")), "and as it is headed");
    heard
}

#[tokio::test]
async fn twice_as_large_the_filters_lie_in_a_dialog_that_loses_nothing() {
    let window = Window::inside(Made::sample()).await;
    window.client.set_window_size(1440, 900).await.unwrap();
    window.is_enlarged_twice().await;
    window.sees("the way to the filters", "document.querySelector('button.narrow')").await;
    window.asks("document.querySelector('button.narrow').click()").await;
    window.sees("the filters", "document.querySelectorAll('dialog[open] select').length === 8").await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("filters-200").await;
    window.chooses("dialog select[aria-label=\"Language\"]", "fr").await;
    window.presses(fantoccini::key::Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;
    assert_eq!(found(&window).await, window.made.lists(&["--language", "fr"]).len());
}
