//! A speaker withdraws: it is said beforehand what happens, gone here and on the other laptop, and flagged in the brief.

use std::fs;

use fantoccini::key::Key;
use serde_json::json;

use crate::consultation::Made;
use crate::exchange::invited;
use crate::window::Window;

const PASSPORTS: &str = "They kept our passports in a drawer at the agency.";
const WAGES: &str = "Nobody in our hall was paid for eleven months.";
const OTHER: &str = "The inspectors speak none of our languages.";

/// A consultation with a brief that rests on what two speakers said, and a second laptop that has all of it.
fn two_laptops(role: &str) -> (Made, Made) {
    let made = Made::with_a_round();
    made.adds_a_round_on_the_record();
    let mut ids = Vec::new();
    for (text, speaker, organisation) in
        [(PASSPORTS, "Amina", "Harbour Workers"), (WAGES, "Amina", "Harbour Workers"), (OTHER, "Jonas", "Press Room")]
    {
        let who = ["--speaker", speaker, "--organisation", organisation, "--group", "Trade unions"];
        let said = [&["record", made.path(), "--text", text, "--round", "Third round"], who.as_slice()].concat();
        ids.push(made.says(&said)["id"].as_str().unwrap().to_owned());
    }
    made.says(&["brief", "new", made.path(), "--roundtable", "2", "--title", "Borders"]);
    let writes = |text: &str, cite: &[&str]| {
        made.says(&[&["brief", "write", made.path(), "Borders", text, "--cite"], cite].concat());
    };
    writes("Documents are withheld by those who recruit.", &[&ids[0]]);
    writes("Work goes unpaid, and nobody who inspects it is understood.", &[&ids[1], &ids[2]]);

    let other = invited(&made, "Ben", role);
    (made, other)
}

impl Window {
    /// Opens a contribution by its words, and the dialog in which its speaker withdraws.
    pub(crate) async fn withdraws_what_says(&self, words: &str, button: &str) {
        self.goes_to_the_list().await;
        let row = format!(
            "[...document.querySelectorAll('[role=option] .said')].find((it) => it.textContent.includes('{words}'))"
        );
        self.sees("the row", &row).await;
        self.asks(&format!("{row}.click()")).await;
        let way = format!("[...document.querySelectorAll('aside button')].find((it) => it.textContent === '{button}')");
        self.sees("the way", &way).await;
        self.asks(&format!("{way}.click()")).await;
        self.sees("the dialog", "document.querySelector('dialog .happens')").await;
    }

    async fn tells(&self) -> String {
        let told = self.reads("dialog .happens").await;
        told.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
    }

    /// The brief says what it lacks: the first paragraph everything, the second a part.
    async fn is_flagged(&self, name: &str) {
        self.goes_to_the_briefs().await;
        self.sees("the list says so", "document.querySelector('.brief .gone')?.textContent.includes('2')").await;
        self.pictured(&format!("{name}-list")).await;
        self.opens_the_brief("Borders").await;
        self.sees("both flagged", "document.querySelectorAll('.beneath .look').length === 2").await;
        let flags =
            self.asks("[...document.querySelectorAll('.beneath .look')].map((it) => it.textContent.trim())").await;
        assert!(flags[0].as_str().unwrap().contains("was withdrawn or erased. Cite something else"), "{flags}");
        assert!(flags[1].as_str().unwrap().contains("Read whether it still holds"), "{flags}");
        self.is_accessible().await;
        self.pictured(name).await;
    }
}

#[tokio::test]
async fn a_speaker_withdraws_and_is_gone_on_the_other_laptop_and_flagged_in_the_brief() {
    let (made, other) = two_laptops("organiser");
    let shown = made.shown();
    let window = Window::before(made).await;
    window.unlocks().await;
    window.withdraws_what_says("passports", "They withdraw…").await;
    assert_eq!(window.reads("dialog input[value=this]:checked + span").await.matches("This contribution").count(), 1);
    window.clicks("dialog input[value=all]").await;
    window.sees("all of it", "document.querySelector('dialog .happens ul ul').textContent.includes('1, 2')").await;
    let told = window.tells().await;
    assert!(told.contains("cannot be undone") && told.contains("next hand-over"), "{told}");
    assert!(told.contains("2 paragraphs rest on it") && told.contains("Borders: paragraphs 1, 2"), "{told}");
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("withdraw").await;
    window.clicks("dialog input[value=this]").await;
    window
        .sees("one paragraph", "document.querySelector('dialog .happens').textContent.includes('One paragraph rests')")
        .await;
    window.clicks("dialog input[value=permission]").await;
    window.sees("that it stays", "document.querySelector('dialog .happens').textContent.includes('From now on')").await;
    window.is_accessible().await;
    window.pictured("withdraw-permission").await;
    window.clicks("dialog input[value=all]").await;
    window.sees("all again", "document.querySelector('dialog .happens ul ul').textContent.includes('1, 2')").await;
    window.asks("document.querySelector('dialog .stop').click()").await;
    window.sees("it gone", "document.querySelectorAll('[role=option] .said').length === 1").await;
    assert_eq!(window.reads("[role=option] .said").await, OTHER);
    assert!(window.reads(".notice .said").await.contains("erased for good"));
    window.is_flagged("withdrawn-brief").await;
    window.locks().await;

    let handed = window.made.laptop.at("y.handover");
    window.made.says(&["bundle", shown.to_str().unwrap(), "--to", handed.to_str().unwrap()]);
    let came = other.laptop.at("y.handover");
    fs::copy(&handed, &came).unwrap();
    let report = other.says(&["merge", other.path(), came.to_str().unwrap()]);
    assert_eq!(report["erased"], json!(2), "{report}");
    let there = Window::inside(other).await;
    there.sees("it gone there, too", "document.querySelectorAll('[role=option] .said').length === 1").await;
    assert_eq!(there.reads("[role=option] .said").await, OTHER);
    there.is_flagged("withdrawn-brief-there").await;
}

#[tokio::test]
async fn a_withdrawal_is_legible_in_the_dark_in_arabic_and_in_a_small_window() {
    let (made, _) = two_laptops("organiser");
    let window = Window::inside(made).await;
    window.is_sized(1000, 700).await;
    window.withdraws_what_says("passports", "They withdraw…").await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("withdraw-small").await;
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;
    window.is_sized(1280, 800).await;
    window.opens_its_look().await;
    for key in [Key::Home, Key::Down, Key::Down] {
        window.presses(key).await;
    }
    window.sees("dark", "document.documentElement.dataset.theme === 'dark'").await;
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;
    window.withdraws_what_says("passports", "They withdraw…").await;
    window.is_accessible().await;
    window.pictured("withdraw-dark").await;
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;
    window.speaks("ar").await;
    window.withdraws_what_says("passports", "المتحدث ينسحب…").await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("withdraw-arabic").await;
}

#[tokio::test]
async fn a_facilitator_is_told_what_is_left_to_an_organiser_and_her_own_note_goes() {
    let (_, other) = two_laptops("facilitator");
    let own = "Amina said again that wages were held back.";
    other.says(&["record", other.path(), "--text", own, "--speaker", "Amina", "--round", "Third round"]);
    let window = Window::inside(other).await;
    window.speaks("ar").await;
    window.withdraws_what_says("held back", "المتحدث ينسحب…").await;
    window.clicks("dialog input[value=all]").await;
    window.sees("what is left", "document.querySelector('dialog .happens').textContent.includes('المنظِّمين')").await;
    window.is_all_in_view().await;
    window.pictured("withdraw-left-arabic").await;
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;
    window.speaks("en").await;
    window.withdraws_what_says("held back", "They withdraw…").await;
    window.clicks("dialog input[value=all]").await;
    window
        .sees("what is left", "document.querySelector('dialog .happens').textContent.includes('ask an organiser')")
        .await;
    window.is_all_in_view().await;
    let all = window.reads("dialog input[value=all] + span").await;
    assert!(all.contains("what you noted: one contribution"), "{all}");
    window.pictured_day_and_night("withdraw-left").await;
    window.asks("document.querySelector('dialog .stop').click()").await;
    window.sees("her own gone", "document.querySelectorAll('[role=option] .said').length === 3").await;
    let told = window.reads(".notice .said").await;
    assert!(told.contains("one contribution is erased") && told.contains("ask an organiser"), "{told}");
    window.pictured("withdrawn-left").await;
}
