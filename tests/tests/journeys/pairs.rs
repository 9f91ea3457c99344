//! Two people take notes at one table: what both wrote down is proposed, said to be one by one key, and parted again.

use anteroom_model::ids::RecordId;
use anteroom_tests::laptop::PASSPHRASE;
use fantoccini::key::Key;
use serde_json::json;

use crate::consultation::Made;
use crate::second::Second;
use crate::window::Window;

const OURS: &str = "Recruitment agencies keep our passports until the whole debt is paid back.";
const THEIRS: &str = "recruitment agencies keep passports until the debt is paid";
const ALSO_OURS: &str = "تحتفظ وكالات التوظيف بجوازات سفرنا حتى يُسدَّد الدين كله.";
const ALSO_THEIRS: &str = "وكالات التوظيف تحتفظ بجوازات السفر حتى يسدد الدين";

/// A round in which two laptops noted two things each, and one of them a third.
async fn at_one_table() -> Made {
    let made = Made::with_a_round();
    let told = made.says(&["programme", "show", made.path()]);
    let round: RecordId = told["sessions"][0]["rounds"][0]["key"].as_str().unwrap().parse().unwrap();
    for (text, language) in
        [(OURS, "en"), ("Nobody had seen a labour inspector in two years.", "en"), (ALSO_OURS, "ar")]
    {
        let said = ["--text", text, "--language", language, "--round", "Second round", "--group", "Trade unions"];
        made.does("record", &said);
    }
    let (file, home) = (made.laptop.file(), made.laptop.home());
    let now = anteroom_app::desk::now();
    let second = Second::joins(&file, &home, PASSPHRASE, now).await;
    second.notes(THEIRS, Some(round), now + 120_000).await;
    second.notes(ALSO_THEIRS, Some(round), now + 240_000).await;
    second.hands_over_to(&file, &home, PASSPHRASE, now).await;
    made
}

/// The words of both notes, the earlier one first.
const WORDS: &str = "[...document.querySelectorAll('.note .words')].map((it) => it.textContent.trim())";

impl Window {
    async fn sees_the_notes(&self, what: &str, one: &str, other: &str) {
        self.sees(what, &format!("{WORDS}.join('|') === {:?}", [one, other].join("|"))).await;
    }

    /// What the tabs say: how many wait, how many are one, how many two.
    async fn sorts_them(&self, what: &str, counts: [u32; 3]) {
        let said = "[...document.querySelectorAll('fieldset label bdi')].map((it) => Number(it.textContent))";
        self.sees(what, &format!("JSON.stringify({said}) === '{}'", json!(counts))).await;
    }

    async fn follows_what_waits(&self) {
        self.goes_to("/").await;
        self.sees("the way", "document.querySelector('.next a')?.getAttribute('href').endsWith('double-notes')").await;
        self.asks("document.querySelector('.next a').click()").await;
    }
}

#[tokio::test]
async fn a_double_note_is_paired_and_parted_by_the_keyboard_alone() {
    let window = Window::before(at_one_table().await).await;
    window.unlocks().await;
    window.goes_to("/").await;
    window.sees("what to do next", "document.querySelector('.next a')?.getAttribute('href').endsWith('notes')").await;
    assert!(window.reads(".next p").await.contains("noted twice"));
    window.opens_the_palette().await;
    window.types("noted twice").await;
    window.presses(Key::Enter).await;
    window.sees_the_notes("both notes", OURS, THEIRS).await;
    window.sees("what they are about", "document.activeElement.id === 'pair'").await;
    window.sorts_them("two wait", [2, 0, 0]).await;
    let marked =
        window.asks("[...document.querySelectorAll('.note mark')].map((it) => it.textContent).join(' ')").await;
    assert!(marked.as_str().unwrap().contains("whole"), "{marked}");
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("pair").await;

    window.presses(Key::Right).await;
    window.sees_the_notes("the next pair", ALSO_OURS, ALSO_THEIRS).await;
    window.presses(Key::Left).await;
    window.sees_the_notes("the first again", OURS, THEIRS).await;

    window.types("a").await;
    window.sorts_them("one is one", [1, 1, 0]).await;
    window
        .sees("that it was said", "document.querySelector('.notice .said')?.textContent.includes('count once')")
        .await;
    window.can_undo("consolidate").await;
    window.sees_the_notes("the other pair", ALSO_OURS, ALSO_THEIRS).await;
    window.types("r").await;
    window.sorts_them("none waits", [0, 1, 1]).await;
    window.sees("nothing left", "document.querySelector('.none .lead')").await;
    window.is_accessible().await;
    window.pictured("pair-none").await;
    window.chord(&[Key::Control], 'z').await;
    window.sorts_them("it waits again", [1, 1, 0]).await;

    window.goes_to_the_list().await;
    let double = "[...document.querySelectorAll('[role=option] .double')].length";
    window.sees("both marked", &format!("{double} === 2")).await;
    assert!(window.reads("header .title p").await.contains("4 contributions in 5 notes"));
    assert_eq!(window.asks("document.querySelectorAll('[role=option] .said').length").await, json!(5));
    window.pictured("pair-list").await;
    let marked = "[...document.querySelectorAll('[role=option]')].find((it) => it.querySelector('.double'))";
    window.asks(&format!("{marked}.querySelector('.said').click()")).await;
    window.sees("the way there", "document.querySelector('aside a[href*=double-notes]')").await;
    window.is_accessible().await;
    window.pictured("pair-detail").await;
    window.goes_to("/").await;
    window.sees("it counts once", "document.querySelector('aside dd')?.textContent === '4'").await;
    window.pictured("pair-overview").await;

    window.opens_the_palette().await;
    window.types("noted twice").await;
    window.presses(Key::Enter).await;
    window.sorts_them("one waits", [1, 1, 0]).await;
    window.clicks("input[value=accepted]").await;
    window.sees_the_notes("the pair", OURS, THEIRS).await;
    window.is_accessible().await;
    window.pictured("pair-accepted").await;
    window.types("r").await;
    window.sorts_them("parted", [1, 0, 1]).await;
    window.sees("that it was said", "document.querySelector('.notice .said')?.textContent.includes('two again')").await;
    window.goes_to("/").await;
    window.sees("it counts as two", "document.querySelector('aside dd')?.textContent === '5'").await;
}

#[tokio::test]
async fn any_two_can_be_picked_out_and_said_to_be_one() {
    let window = Window::inside(at_one_table().await).await;
    window.sees("the list", "document.querySelectorAll('[role=option] .said').length === 5").await;
    window.presses(Key::Home).await;
    window.types(" ").await;
    window.presses(Key::Down).await;
    window.types(" ").await;
    window
        .sees(
            "two picked out",
            "document.querySelector('.bar .does button:last-child')?.textContent === 'They are one'",
        )
        .await;
    window.pictured("pair-picked").await;
    window.clicks(".bar .does button:last-child").await;
    window.sees("both marked", "document.querySelectorAll('[role=option] .double').length === 2").await;
    window.can_undo("consolidate").await;
}

#[tokio::test]
async fn a_pair_is_legible_in_the_dark_in_arabic_enlarged_and_in_a_small_window() {
    let window = Window::before(at_one_table().await).await;
    window.unlocks().await;
    window.follows_what_waits().await;
    window.sees_the_notes("both notes", OURS, THEIRS).await;
    window.is_sized(1000, 700).await;
    window.is_all_in_view().await;
    window.is_accessible().await;
    window.pictured("pair-small").await;
    window.is_sized(1280, 800).await;
    window.opens_its_look().await;
    for key in [Key::Home, Key::Down, Key::Down] {
        window.presses(key).await;
    }
    window.sees("dark", "document.documentElement.dataset.theme === 'dark'").await;
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;
    window.is_accessible().await;
    window.pictured("pair-dark").await;
    window.speaks("ar").await;
    window.follows_what_waits().await;
    window.sees_the_notes("both notes", OURS, THEIRS).await;
    window.presses(Key::Left).await;
    window.sees_the_notes("from right to left, the next", ALSO_OURS, ALSO_THEIRS).await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("pair-arabic").await;
    window.is_enlarged_twice().await;
    window.is_accessible().await;
    window.pictured("pair-arabic-enlarged").await;
}
