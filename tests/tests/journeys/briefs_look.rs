//! A brief by night, in a small window with drawers, enlarged, and from right to left.

use fantoccini::key::Key;

use crate::briefs::SHEET;
use crate::consultation::Made;
use crate::window::Window;

impl Window {
    /// The sample's brief, with the focus in a paragraph in the middle of it.
    async fn is_at_a_brief(&self) {
        self.goes_to_the_briefs().await;
        self.opens_the_brief("Protecting").await;
        self.sees("its paragraphs", &format!("{SHEET}.length > 2")).await;
        self.asks("document.querySelectorAll('textarea')[2].focus()").await;
        self.sees("its tools", "document.querySelector('.tools')").await;
    }

    async fn is_answered_with_evidence(&self) {
        self.sees("the evidence", "document.querySelector('aside .proposed .card')").await;
    }
}

#[tokio::test]
async fn a_brief_in_a_large_window_by_day_and_by_night() {
    let window = Window::inside(Made::sample()).await;
    window.is_sized(1440, 900).await;
    window.is_at_a_brief().await;
    window.is_answered_with_evidence().await;
    window.is_accessible().await;
    window.fits().await;
    window.pictured("brief-1440").await;
    window.asks("document.documentElement.dataset.theme = 'dark'").await;
    window.is_accessible().await;
    window.pictured("brief-dark").await;
    window.chord(&[Key::Control, Key::Shift], 'e').await;
    window.sees("the release", "document.querySelector('dialog .counts')").await;
    window.is_accessible().await;
    window.pictured("brief-release-dark").await;
}

#[tokio::test]
async fn in_a_small_window_outline_and_evidence_are_drawers() {
    let window = Window::inside(Made::sample()).await;
    window.is_sized(1000, 700).await;
    window.is_at_a_brief().await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("brief-1000x700").await;
    window.presses(Key::F6).await;
    window.sees("the outline", "document.activeElement.closest('.outline.drawer')").await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("brief-1000x700-outline").await;
    window.presses(Key::F7).await;
    window
        .sees(
            "the evidence instead",
            "document.activeElement.closest('aside.drawer') && !document.querySelector('.outline')",
        )
        .await;
    window.is_answered_with_evidence().await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("brief-1000x700-evidence").await;
    window.presses(Key::Escape).await;
    window
        .sees("the paragraph again", "document.activeElement.matches('textarea') && !document.querySelector('aside')")
        .await;
}

#[tokio::test]
async fn twice_as_large_a_brief_loses_nothing() {
    let window = Window::inside(Made::sample()).await;
    window.is_sized(1440, 900).await;
    window.is_enlarged_twice().await;
    window.sees("twice the size", "innerWidth === 720").await;
    window.is_at_a_brief().await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("brief-200").await;
    window.presses(Key::F7).await;
    window.is_answered_with_evidence().await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("brief-200-evidence").await;
}

#[tokio::test]
async fn the_window_mirrors_in_arabic_and_the_sheet_follows_its_brief() {
    let window = Window::inside(Made::sample()).await;
    window.is_sized(1440, 900).await;
    window.speaks("ar").await;
    window.is_at_a_brief().await;
    window.is_answered_with_evidence().await;
    let direction = "getComputedStyle(document.querySelector('textarea')).direction";
    assert_eq!(window.asks(direction).await, "ltr", "an English brief reads from left to right");
    let mirrored = "document.querySelector('.outline').getBoundingClientRect().left
        > document.querySelector('aside').getBoundingClientRect().left";
    assert_eq!(window.asks(mirrored).await, true, "the window is mirrored all the same");
    window.is_accessible().await;
    window.fits().await;
    window.pictured("brief-arabic-window").await;

    window.asks("document.querySelector('main header .back').click()").await;
    window.sees("the list", "document.querySelector('.brief')").await;
    window.pictured("briefs-arabic").await;
    window.chord(&[Key::Control], 'n').await;
    window.sees("the choices", "document.querySelector('dialog #new-about option')").await;
    window.chooses("#new-language", "ar").await;
    window.asks("document.querySelector('#new-title').focus()").await;
    window.presses(Key::Enter).await;
    window.sees("its sheet", "document.querySelectorAll('.sheet section').length === 7").await;
    window.asks("document.querySelector('[data-begin=\"2\"]').click()").await;
    window.sees("a paragraph", "document.activeElement.matches('textarea')").await;
    window.types("أفاد المشاركون بأن وثائق العمال المهاجرين احتُجزت أشهرًا عدة.").await;
    window.sees("it is numbered", &format!("{SHEET}[0]?.[0] === '1'")).await;
    assert_eq!(window.asks(direction).await, "rtl");
    window.is_accessible().await;
    window.fits().await;
    window.pictured("brief-arabic").await;
    window.speaks("en").await;
    assert_eq!(window.asks(direction).await, "rtl", "the sheet follows the brief, not the window");
    window.is_accessible().await;
    window.fits().await;
    window.pictured("brief-arabic-sheet").await;
}

#[tokio::test]
async fn in_an_arabic_window_the_core_speaks_arabic_too() {
    let window = Window::inside(Made::sample()).await;
    window.is_sized(1280, 800).await;
    window.speaks("ar").await;
    window.goes_to_the_briefs().await;
    let other = "[...document.querySelectorAll('.brief')].find((one) => one.textContent.includes('second draft'))";
    window.sees("the brief that may not leave", other).await;
    window.asks(&format!("{other}.click()")).await;
    window.sees("its paragraphs", &format!("{SHEET}.length > 2")).await;
    window.chord(&[Key::Control, Key::Shift], 'e').await;
    window.sees("what stops it", "document.querySelector('dialog .stop')").await;
    let arabic =
        "[...document.querySelectorAll('dialog .stop > p')].every((one) => one.textContent.startsWith('الفقرة '))";
    assert_eq!(window.asks(arabic).await, true, "{}", window.reads("dialog .stop > p").await);
    let keys = "[...document.querySelectorAll('.stop kbd')].filter((one) => one.checkVisibility()).length";
    let shown = window.asks(keys).await.as_u64().unwrap();
    assert!((1..=4).contains(&shown), "keys stand at the stop that has the focus alone: {shown}");
    window.is_accessible().await;
    window.fits().await;
    window.pictured("release-arabic").await;
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;

    window.chord(&[Key::Control], 'e').await;
    window.sees("a place for a number", "document.querySelector('dialog input')").await;
    window.types("1").await;
    window.sees("what may be said aloud", "document.querySelector('dialog .aloud')?.textContent.length > 9").await;
    window.pictured("who-arabic").await;
    window.types("99").await;
    window.sees("a refusal", "document.querySelector('dialog').textContent.includes('لا موجز فيه الفقرة')").await;
    window.is_accessible().await;
    window.fits().await;
    window.pictured("refusal-arabic").await;
}
