//! The list: every number on the screen is what one gets by counting what it heads.

use std::collections::BTreeMap;

use fantoccini::key::Key;
use serde_json::Value;

use crate::consultation::Made;
use crate::window::Window;

#[tokio::test]
async fn the_list_holds_what_the_command_line_lists_and_every_number_is_its_count() {
    let made = Made::sample();
    let expected = made.lists(&[]);
    let all = expected.len();
    let window = Window::inside(made).await;
    window.is_answered().await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("list").await;

    assert!(window.reads(".title p").await.starts_with(&*format!("{all} contributions")));
    assert_eq!(window.reads("nav .count").await, all.to_string());
    assert_eq!(window.reads("[role=status]").await, format!("{all} found"));
    assert_eq!(window.asks("document.querySelector('[role=option]').ariaSetSize").await, all.to_string());

    // From the first row to the last, by the keyboard.
    let mut seen = BTreeMap::new();
    window.chord(&[Key::Control], 'f').await;
    window.presses(Key::Enter).await;
    while seen.len() < all {
        let drawn = window.sees("the rows that follow", &DRAWN.replace("NEXT", &(seen.len() + 1).to_string())).await;
        for row in drawn.as_array().unwrap() {
            seen.insert(row["place"].as_u64().unwrap(), row.clone());
        }
        window.presses(Key::PageDown).await;
        window.presses(Key::PageDown).await; // the first one may stay in view
    }
    for (place, (row, expected)) in seen.values().zip(&expected).enumerate() {
        assert_eq!(row["place"], place + 1, "no row is missing");
        assert_eq!(row["reference"], expected["ref"], "in the same order");
        let text = expected["text"].as_str().unwrap();
        let shown = row["text"].as_str().unwrap().trim_end_matches('…');
        assert!(text.starts_with(shown), "“{shown}” is the beginning of “{text}”");
        assert_eq!(row["quoted"], may_be_quoted(expected), "{}", expected["ref"]);
        for group in expected["groups"].as_array().unwrap() {
            assert!(row["about"].as_str().unwrap().contains(group.as_str().unwrap()), "{group} in {}", row["about"]);
        }
    }
}

/// What is drawn of each row, once the next one is there, and all of it.
const DRAWN: &str = "(() => {
    const rows = [...document.querySelectorAll('[role=option]')];
    if (!rows.some((row) => row.ariaPosInSet === 'NEXT') || rows.some((row) => !row.querySelector('.said'))) return null;
    return rows.map((row) => ({
        place: Number(row.ariaPosInSet),
        reference: row.querySelector('.reference').textContent,
        text: row.querySelector('.said').textContent.trim(),
        about: row.querySelector('.facts').textContent,
        quoted: row.querySelector('.about > :last-child').textContent,
    }));
})()";

fn may_be_quoted(row: &Value) -> &'static str {
    let permissions = &row["permissions"];
    if permissions["share"] == "refused" {
        "may not be shared"
    } else if permissions["quote"] == "given" && row["wording"] == "verbatim" {
        "may be quoted"
    } else {
        "paraphrase only"
    }
}
