//! Searching: as one types, in the languages of the consultation, with what matched marked in people's words.

use fantoccini::key::Key;
use serde_json::Value;

use crate::consultation::Made;
use crate::window::Window;

/// Words of the sample, as somebody might type them: other forms, without accents, vowel signs and ё, half a word.
const WORDS: [(&str, &str); 7] = [
    ("en", "passport"),
    ("fr", "retention"),
    ("es", "padron"),
    ("ru", "ребенок"),
    ("ar", "جواز"),
    ("zh", "护照"),
    ("en", "inspec"),
];

/// The first rows, and what is marked in them.
const MARKED: &str = "[...document.querySelectorAll('[role=option]')].slice(0, 6).map((row) => ({
    language: row.querySelector('.said')?.lang ?? '',
    reference: row.querySelector('.reference')?.textContent,
    marks: [...row.querySelectorAll('.said mark')].map((mark) => mark.textContent),
}))";

#[tokio::test]
async fn each_letter_is_answered_in_every_language_with_what_matched_marked() {
    let window = Window::inside(Made::sample()).await;
    for (place, (language, words)) in WORDS.into_iter().enumerate() {
        window.searches(words).await;
        assert_eq!(window.asks("document.querySelector('[role=search] input').value").await, words, "as it was typed");
        let expected = window.made.lists(&[words, "--sort", "relevance"]);
        assert!(!expected.is_empty(), "the sample holds “{words}”");
        let found = expected.len();
        assert_eq!(window.reads("[role=status]").await, format!("{found} found"), "“{words}”");
        assert!(window.reads(".title p").await.starts_with(&format!("{found} of 274")), "and the heading says so");
        let rows = window.asks(MARKED).await;
        let rows = rows.as_array().unwrap();
        assert_eq!(rows[0]["reference"], expected[0]["ref"], "the best match stands first");
        for row in rows {
            let marks = row["marks"].as_array().unwrap();
            assert!(!marks.is_empty(), "{} shows where “{words}” stands", row["reference"]);
            assert!(marks.iter().all(|mark| matches(mark, words)), "{marks:?} for “{words}”");
        }
        assert!(rows.iter().any(|row| row["language"] == language), "“{words}” is found in {language}");
        window.is_accessible().await;
        window.fits().await;
        window.pictured(&format!("search-{}-{language}", place + 1)).await;
    }
}

/// Whether what is marked begins as what was typed, but for accents and the like.
fn matches(mark: &Value, words: &str) -> bool {
    let plain = |text: &str| -> String {
        let bare = text.to_lowercase().replace('ё', "е").replace(['é', 'è', 'ê'], "e").replace('ó', "o");
        bare.chars().filter(|letter| !('\u{64b}'..='\u{652}').contains(letter)).take(3).collect()
    };
    plain(mark.as_str().unwrap()).starts_with(&plain(words).chars().take(2).collect::<String>())
}

#[tokio::test]
async fn what_is_typed_is_asked_with_each_letter_and_the_last_answer_stands() {
    let window = Window::inside(Made::sample()).await;
    window.presses(Key::Enter).await;
    window.types("/").await;
    assert_eq!(window.asks("document.activeElement.ariaLabel").await, "Search contributions", "a slash leads there");
    assert_eq!(window.asks("document.activeElement.value").await, "", "and is not typed");
    let mut before = 274;
    let mut typed = String::new();
    for letter in "labour".chars() {
        typed.push(letter);
        window.types(&letter.to_string()).await;
        window.is_answered().await;
        let found = window.made.lists(&[&typed]).len();
        assert_eq!(window.reads("[role=status]").await, format!("{found} found"), "“{typed}”");
        assert!(found <= before, "each letter narrows");
        before = found;
    }
    // Faster than anyone is answered.
    window.searches("women").await;
    let found = window.made.lists(&["women"]).len();
    assert_eq!(window.reads("[role=status]").await, format!("{found} found"));

    window.presses(Key::Escape).await;
    window.is_answered().await;
    assert_eq!(window.reads("[role=status]").await, "274 found", "Escape takes the words away");
    assert_eq!(window.asks("document.querySelectorAll('mark').length").await, 0, "and what was marked");
}

#[tokio::test]
async fn phrases_and_what_is_left_out_are_understood_and_nothing_found_says_what_to_do() {
    let window = Window::inside(Made::sample()).await;
    let mut counts = Vec::new();
    for words in ["last year", "\"last year\"", "last -year", "last"] {
        window.searches(words).await;
        let found = window.made.lists(&[words]).len();
        assert!(found > 0, "the sample holds {words}");
        assert_eq!(window.reads("[role=status]").await, format!("{found} found"), "{words}");
        counts.push(found);
    }
    let [both, phrase, without, either] = counts[..] else { unreachable!() };
    assert!(0 < phrase && phrase < both, "a phrase is narrower than its words: {counts:?}");
    assert_eq!(both + without, either, "what has both and what lacks one make the whole: {counts:?}");

    window.searches("xylophone").await;
    assert_eq!(window.reads("[role=status]").await, "Nothing found");
    assert!(window.reads(".empty").await.contains("No contribution holds “xylophone”."));
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("nothing-found").await;
    window.clicks(".empty button").await;
    window.is_answered().await;
    assert_eq!(window.reads("[role=status]").await, "274 found", "the way back is there");
}
