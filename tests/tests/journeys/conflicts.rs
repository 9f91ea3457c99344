//! Two laptops word one contribution anew: both wordings stand side by side until somebody settles it, by keyboard alone.

use anteroom_model::field;
use anteroom_tests::laptop::PASSPHRASE;
use fantoccini::key::Key;

use crate::consultation::Made;
use crate::second::Second;
use crate::window::Window;

const BEFORE: &str = "They kept our passports for months.";
const OURS: &str = "They took our passports and kept them for months.";
const THEIRS: &str = "They kept all our passports for eleven months.";

/// A consultation into which somebody elsewhere has handed another wording.
async fn in_conflict() -> Made {
    let made = Made::with_a_round();
    let recorded = made.says(&["record", made.path(), "--text", BEFORE, "--language", "en", "--kind", "challenge"]);
    let id = recorded["id"].as_str().unwrap();
    let (file, home) = (made.laptop.file(), made.laptop.home());
    let second = Second::joins(&file, &home, PASSPHRASE, anteroom_app::desk::now()).await;
    made.does("edit", &[id, "--text", OURS]);
    second.sets(id.parse().unwrap(), field::TEXT, THEIRS, anteroom_app::desk::now()).await;
    second.hands_over_to(&file, &home, PASSPHRASE, anteroom_app::desk::now()).await;
    made
}

const VERSIONS: &str = "[...document.querySelectorAll('.version .value')].map((it) => it.textContent.trim())";

impl Window {
    /// Waits until both wordings stand side by side.
    async fn sees_both(&self, what: &str) {
        let both = format!("{VERSIONS}.sort().join('|') === {:?}", [THEIRS, OURS].join("|"));
        self.sees(what, &both).await;
    }

    /// Waits until nothing is left to settle, and there is a way to take that back.
    async fn sees_it_settled(&self, what: &str) {
        self.sees(what, "document.querySelector('.none .lead') && document.querySelector('.notice button kbd')").await;
    }

    /// Goes by the overview to what waits to be settled.
    async fn follows_what_is_next(&self) {
        self.goes_to("/").await;
        self.sees("the way", "document.querySelector('.next a')?.getAttribute('href').endsWith('conflicts')").await;
        self.asks("document.querySelector('.next a').click()").await;
        self.sees_both("both wordings").await;
    }

    async fn reads_the_notice(&self) -> String {
        self.reads(".notice .said").await.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
    }
}

#[tokio::test]
async fn a_conflict_is_found_settled_and_taken_back_by_the_keyboard_alone() {
    let window = Window::before(in_conflict().await).await;
    window.unlocks().await;
    window.goes_to("/").await;
    window
        .sees("what to do next", "document.querySelector('.next a')?.getAttribute('href').endsWith('conflicts')")
        .await;
    assert!(window.reads(".next p").await.starts_with("One thing was changed on both sides"));
    window.pictured("conflict-overview").await;
    window.opens_the_palette().await;
    window.types("settle what was").await;
    window.presses(Key::Enter).await;
    window.sees_both("both wordings").await;
    window.sees("what it is about", "document.activeElement.id === 'conflict'").await;
    assert_eq!(window.reads(".before .value").await, BEFORE);
    let who = "[...document.querySelectorAll('.version li')].map((it) => it.querySelector('bdi').textContent).sort()";
    assert_eq!(window.asks(who).await, serde_json::json!(["another laptop", "this laptop"]));
    let marked = window.asks("[...document.querySelectorAll('.version mark')].map((it) => it.textContent)").await;
    assert!(marked.as_array().unwrap().iter().any(|it| it.as_str().unwrap().contains("eleven")), "{marked}");
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("conflict").await;

    let second = window.asks(&format!("{VERSIONS}[1]")).await;
    window.types("2").await;
    window.sees_it_settled("the second one kept").await;
    assert!(window.reads_the_notice().await.ends_with("wording settled."));
    window.is_accessible().await;
    window.pictured("conflict-settled").await;
    window.can_undo("settle").await;
    window.chord(&[Key::Control], 'z').await;
    window.sees_both("both again").await;

    window.types("3").await;
    window.sees("a place to write", "document.activeElement.id === 'conflict-written'").await;
    window.chord(&[Key::Control], 'a').await;
    window.types("They took and kept our passports.").await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("conflict-third").await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    window.sees_it_settled("the third one").await;
    window.can_undo("settle").await;
    window.chord(&[Key::Control], 'z').await;
    window.sees_both("both once more").await;

    window.types("4").await;
    window.sees_it_settled("two of them").await;
    assert!(window.reads_the_notice().await.contains("was parted"), "{}", window.reads_the_notice().await);
    window.goes_to_the_list().await;
    window.sees("two contributions", "document.querySelectorAll('[role=option] .said').length === 2").await;
    assert_ne!(second, serde_json::Value::Null);
}

#[tokio::test]
async fn the_list_marks_it_and_the_opened_contribution_leads_to_where_it_is_settled() {
    let window = Window::inside(in_conflict().await).await;
    window.sees("its mark", "document.querySelector('[role=option] .conflict')").await;
    assert_eq!(window.reads("[role=option] .conflict").await, "changed on both sides");
    window.chooses("select[aria-label=\"State\"]", "conflict").await;
    window.is_answered().await;
    assert_eq!(window.reads(".heard[role=status]").await, "1 found");
    window.clicks("[aria-posinset='1'] .said").await;
    window.sees("the way there", "document.querySelector('aside a[href*=conflicts]')").await;
    window.is_accessible().await;
    window.pictured("conflict-detail").await;
    window.asks("document.querySelector('aside a[href*=conflicts]').focus()").await;
    window.presses(Key::Enter).await;
    window.sees_both("both wordings").await;
}

#[tokio::test]
async fn a_conflict_is_legible_in_the_dark_in_arabic_and_in_a_small_window() {
    let window = Window::before(in_conflict().await).await;
    window.unlocks().await;
    window.follows_what_is_next().await;
    window.is_sized(1000, 700).await;
    window.is_all_in_view().await;
    window.is_accessible().await;
    window.pictured("conflict-small").await;
    window.is_sized(1280, 800).await;
    window.opens_its_look().await;
    for key in [Key::Home, Key::Down, Key::Down] {
        window.presses(key).await;
    }
    window.sees("dark", "document.documentElement.dataset.theme === 'dark'").await;
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;
    window.is_accessible().await;
    window.pictured("conflict-dark").await;
    window.speaks("ar").await;
    window.follows_what_is_next().await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("conflict-arabic").await;
}
