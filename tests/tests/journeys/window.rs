//! The real window, driven as a person would: by keys, by clicks, and by reading what it shows.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anteroom_tests::driver::{Driver, PATIENCE, chord, pages, typed};
use anteroom_tests::laptop::PASSPHRASE;
use anteroom_tests::programs::built;
use fantoccini::actions::KeyActions;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::Value;

use crate::consultation::Made;
use crate::display::Display;

/// An open window. What it is about stands on its own laptop.
#[derive(Debug)]
pub(crate) struct Window {
    pub(crate) client: Client,
    pub(crate) made: Made,
    driver: Driver,
    /// Where it stands, alone: two windows on one display without a window manager take the keyboard from each other.
    display: Display,
}

impl Window {
    /// Starts the window on a consultation; it stands before its door.
    pub(crate) async fn before(made: Made) -> Self {
        Self::before_on(Display::own(), made).await
    }

    async fn before_on(display: Display, made: Made) -> Self {
        let shown = made.shown();
        let window = Self::starts(display, made, &[shown]).await;
        window.sees("the door", "document.querySelector('#passphrase')").await;
        window
    }

    /// Starts the window on nothing: a person is welcomed.
    pub(crate) async fn welcoming(made: Made) -> Self {
        let window = Self::starts(Display::own(), made, &[]).await;
        window.sees("the welcome", "document.querySelector('#welcome-begin')").await;
        window
    }

    async fn starts(display: Display, made: Made, args: &[PathBuf]) -> Self {
        let args: Vec<_> = args.iter().map(|arg| arg.as_os_str()).collect();
        let program = built("anteroom-window");
        let (driver, client) = Driver::opens(&made.laptop.home(), &display.desktop(), &program, &args).await;
        let window = Self { client, made, driver, display };
        window.is_sized(1280, 800).await;
        window
    }

    pub(crate) fn display(&self) -> &Display {
        &self.display
    }

    /// Starts the window, unlocks it and goes to the list.
    pub(crate) async fn inside(made: Made) -> Self {
        let window = Self::before(made).await;
        window.unlocks().await;
        window.goes_to_the_list().await;
        window
    }

    pub(crate) async fn unlocks(&self) {
        self.types(PASSPHRASE).await;
        self.presses(Key::Enter).await;
        self.sees("the inside", "document.querySelector('nav [aria-current=page]')").await;
    }

    /// Locks it by its key.
    pub(crate) async fn locks(&self) {
        // By the display: the driver waits for ever for keys that are let go where no page is any more.
        self.display.is_shown("Anteroom").await;
        let before = self.client.windows().await.unwrap();
        let press = async || {
            let start = Instant::now();
            while self.client.windows().await.unwrap() == before && start.elapsed() < PATIENCE {
                // A window that the display has only just turned to may pass over the first.
                self.display.presses("ctrl+shift+l");
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        };
        self.is_locked_by(press).await;
    }

    /// Waits until what `act` begins has locked it: the page that was there ends, and another one stands before the door.
    pub(crate) async fn is_locked_by(&self, act: impl AsyncFnOnce()) {
        let (before, held) = (self.client.windows().await.unwrap(), pages(self.driver.id()));
        act().await;
        let start = Instant::now();
        let next = loop {
            let windows = self.client.windows().await.unwrap();
            if let [next] = windows.as_slice()
                && !before.contains(next)
            {
                break next.clone();
            }
            assert!(start.elapsed() < PATIENCE, "another page takes the place of all that were there: {windows:?}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        };
        self.client.switch_to_window(next).await.unwrap();
        self.sees("the door", "document.activeElement.id === 'passphrase' && !document.querySelector('nav')").await;
        while pages(self.driver.id()).iter().any(|page| held.contains(page)) {
            assert!(start.elapsed() < PATIENCE, "the process of a page ends with it");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Goes to a screen by its place in the navigation: `/contributions`.
    pub(crate) async fn goes_to(&self, place: &str) {
        // Not by the mouse: its driver misses what is enlarged.
        self.asks(&format!("document.querySelector(\"nav a[href='{place}']\").click()")).await;
        self.sees("the screen", &format!("location.pathname === '{place}' && document.querySelector('main h1')")).await;
    }

    pub(crate) async fn goes_to_the_list(&self) {
        self.goes_to("/contributions").await;
        self.sees("the list", "document.querySelector('[role=option] bdi')").await;
    }

    /// Ends the window and starts it again.
    pub(crate) async fn starts_again(self) -> Self {
        let Self { client, made, driver, display } = self;
        client.close().await.ok();
        drop(driver);
        Self::before_on(display, made).await
    }

    /// Ends the window without a chance to do anything, as a power cut would, and starts it again.
    pub(crate) async fn dies_and_starts_again(self) -> Self {
        let Self { made, driver, .. } = self;
        drop(driver);
        Self::before(made).await
    }

    pub(crate) async fn is_sized(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
        self.sees("the size", &format!("innerWidth === {width} && innerHeight === {height}")).await;
    }

    /// What a script says, now.
    pub(crate) async fn asks(&self, expression: &str) -> Value {
        self.client.execute(&format!("return ({expression})"), vec![]).await.unwrap()
    }

    /// What an asynchronous script says when it is done.
    pub(crate) async fn awaits(&self, expression: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => ({expression}))().then(done, (thrown) => done({{ thrown: String(thrown?.message ?? thrown) }}))"
        );
        self.client.execute_async(&script, vec![]).await.unwrap()
    }

    /// Waits until the page shows `what`, and says what the expression is then.
    pub(crate) async fn sees(&self, what: &str, expression: &str) -> Value {
        let patience = PATIENCE.as_millis();
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const until = Date.now() + {patience};
             const look = () => {{
               let seen;
               try {{ seen = ({expression}) }} catch {{ seen = null }}
               if (seen) done(seen instanceof Node ? true : seen);
               else if (Date.now() > until) done(null);
               else setTimeout(look, 10);
             }};
             look();"
        );
        let seen = self.client.execute_async(&script, vec![]).await.unwrap();
        if seen.is_null() {
            self.pictured("failed").await;
            panic!("not seen: {what} ({expression}); the page says: {}", self.asks("document.body.innerText").await);
        }
        seen
    }

    /// Waits until the list answers the question that is asked.
    pub(crate) async fn is_answered(&self) {
        let idle = "!document.querySelector('[aria-busy=true], [role=search].waiting') \
                    && document.querySelector('[role=status]')?.textContent";
        self.sees("an answer", idle).await;
    }

    pub(crate) async fn presses(&self, key: Key) {
        self.chord(&[], char::from(key)).await;
    }

    /// A key while others are held.
    pub(crate) async fn chord(&self, held: &[Key], key: char) {
        self.acts(chord(held, key)).await;
    }

    /// Types letters wherever the focus is.
    pub(crate) async fn types(&self, words: &str) {
        self.acts(typed(words)).await;
    }

    async fn acts(&self, keys: KeyActions) {
        self.client.perform_actions(keys).await.unwrap();
    }

    pub(crate) async fn clicks(&self, css: &str) {
        self.client.find(Locator::Css(css)).await.unwrap().click().await.unwrap();
    }

    /// Chooses from a list of the system's own.
    pub(crate) async fn chooses(&self, css: &str, value: &str) {
        self.client.find(Locator::Css(css)).await.unwrap().select_by_value(value).await.unwrap();
    }

    /// What stands there, for eyes or for ears. The marks that keep directions apart are neither seen nor heard.
    pub(crate) async fn reads(&self, css: &str) -> String {
        let text = self.asks(&format!("document.querySelector('{css}').textContent")).await;
        text.as_str().unwrap().trim().replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
    }

    /// Searches from wherever the focus is, by the keyboard alone.
    pub(crate) async fn searches(&self, words: &str) {
        self.chord(&[Key::Control], 'f').await;
        self.presses(Key::Delete).await;
        self.types(words).await;
        self.is_answered().await;
    }
}
