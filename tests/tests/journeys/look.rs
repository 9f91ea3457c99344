//! By day and by night, from left to right and from right to left, in a small window and enlarged.

use fantoccini::key::Key;

use crate::consultation::Made;
use crate::window::Window;

/// Brightness and language as they are kept.
const LOOK: &str =
    "`${document.documentElement.dataset.theme} ${document.documentElement.lang} ${document.documentElement.dir}`";

impl Window {
    pub(crate) async fn opens_its_look(&self) {
        self.clicks("nav .foot button, main footer button").await;
        self.sees("the look", "document.querySelector('dialog[open] :checked')").await;
    }

    pub(crate) async fn speaks(&self, language: &str) {
        self.opens_its_look().await;
        self.chooses("#look-language", language).await;
        self.sees("the language", &format!("document.documentElement.lang === '{language}'")).await;
        self.presses(Key::Escape).await;
        self.sees("no dialog", "!document.querySelector('dialog')").await;
    }

    /// Opens the first contribution and goes on in its pane.
    async fn opens_the_first(&self) {
        self.chord(&[Key::Control], 'f').await;
        self.presses(Key::Enter).await;
        self.presses(Key::Enter).await;
        self.sees("the first one", "document.activeElement.closest('aside')?.querySelector('ol')").await;
    }

    pub(crate) async fn is_enlarged_twice(&self) {
        for _ in 0..5 {
            self.chord(&[Key::Control], '+').await;
        }
    }
}

#[tokio::test]
async fn the_window_is_dark_by_choice_and_stays_so() {
    let window = Window::inside(Made::sample()).await;
    let light = window.asks("getComputedStyle(document.body).backgroundColor").await;
    window.opens_its_look().await;
    window.is_accessible().await;
    window.pictured("look").await;
    let keys = [Key::Home, Key::Down, Key::Down];
    for key in keys {
        window.presses(key).await;
    }
    window.sees("dark", "document.documentElement.dataset.theme === 'dark'").await;
    window.is_accessible().await;
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;
    assert_ne!(window.asks("getComputedStyle(document.body).backgroundColor").await, light, "the paper is another");
    window.searches("border").await;
    window.opens_the_first().await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("dark").await;

    let window = window.starts_again().await;
    assert_eq!(window.asks(LOOK).await, "dark en ltr", "as it was left");
    window.is_accessible().await;
    window.pictured("dark-door").await;
}

#[tokio::test]
async fn arabic_mirrors_the_whole_window_and_nothing_leaves_it() {
    let window = Window::inside(Made::sample()).await;
    window.speaks("ar").await;
    assert_eq!(window.asks("document.documentElement.dir").await, "rtl");
    let mirrored = "document.querySelector('nav').getBoundingClientRect().right === innerWidth";
    assert_eq!(window.asks(mirrored).await, true, "the way about stands on the right");
    window.is_drawn().await;
    let beheaded = "[...document.querySelectorAll('[role=option]')].flatMap((row) => {
        const line = row.querySelector('.facts').getBoundingClientRect();
        return [...row.querySelectorAll('.facts bdi')].filter((fact) => {
            const { top, left, right } = fact.getBoundingClientRect();
            return top < line.bottom && (left < line.left - 1 || right > line.right + 1);
        }).map((fact) => fact.textContent);
    })";
    assert_eq!(window.asks(beheaded).await.to_string(), "[]", "no “23” reads as “3”");
    window.opens_the_first().await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("arabic").await;
    window.is_sized(1000, 700).await;
    window.is_all_in_view().await;
    window.pictured("arabic-1000").await;
    window.presses(Key::Escape).await;
    window.is_sized(640, 480).await;
    window.is_all_in_view().await;
    window.is_accessible().await;
    window.pictured("arabic-640").await;

    let window = window.starts_again().await;
    assert_eq!(window.asks(LOOK).await, "undefined ar rtl", "as it was left");
    window.is_accessible().await;
    window.fits().await;
    window.pictured("arabic-door").await;
}

#[tokio::test]
async fn a_small_window_shows_everything_a_person_acts_with() {
    let window = Window::inside(Made::sample()).await;
    for (width, height) in [(1440, 900), (1000, 700), (708, 900), (640, 480)] {
        window.is_sized(width, height).await;
        window.is_all_in_view().await;
        window.is_accessible().await;
        window.pictured(&format!("list-{width}x{height}")).await;
        window.opens_the_first().await;
        window.fits().await;
        window.is_accessible().await;
        window.pictured(&format!("detail-{width}x{height}")).await;
        window.presses(Key::Escape).await;
        window.sees("no pane", "!document.querySelector('aside ol')").await;
    }
    window.speaks("fr").await;
    window.is_all_in_view().await;
    window.pictured("french-640x480").await;
}

#[tokio::test]
async fn twice_as_large_nothing_is_lost() {
    let window = Window::before(Made::sample()).await;
    window.is_sized(1000, 700).await;
    window.is_enlarged_twice().await;
    window.sees("twice the size", "innerWidth === 500").await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("door-200").await;
    window.unlocks().await;
    window.goes_to_the_list().await;
    for (width, height) in [(1440, 900), (1000, 700)] {
        window.client.set_window_size(width, height).await.unwrap();
        window.sees("the size", &format!("innerWidth === {}", width / 2)).await;
        window.brings_into_view().await;
        window.chord(&[Key::Control], 'f').await;
        for (key, place) in [(Key::Enter, 1), (Key::Down, 2), (Key::End, 274), (Key::Home, 1)] {
            window.presses(key).await;
            window.is_at(place).await;
        }
        window.is_accessible().await;
        window.pictured(&format!("list-{width}x{height}-200")).await;
        window.opens_the_first().await;
        window.fits().await;
        window.is_accessible().await;
        window.pictured(&format!("detail-{width}x{height}-200")).await;
        window.presses(Key::Escape).await;
        window.sees("no pane", "!document.querySelector('aside ol')").await;
    }
}
