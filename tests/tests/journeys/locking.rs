//! The window locks by itself: when the desktop says that somebody leaves, and when nobody has touched it for a while.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anteroom_tests::driver::{PATIENCE, pages, processes};
use anteroom_tests::laptop::PASSPHRASE;
use anteroom_tests::needle::{Needle, is_remembered};
use anteroom_tests::programs::built;

use crate::consultation::Made;
use crate::display::Display;
use crate::window::Window;

#[tokio::test]
async fn whoever_leaves_the_computer_leaves_a_locked_consultation() {
    let window = Window::before(Made::sample()).await;
    for (interface, member, body) in [
        ("org.freedesktop.ScreenSaver", "ActiveChanged", &["boolean:true"][..]),
        ("org.freedesktop.login1.Manager", "PrepareForSleep", &["boolean:true"]),
        ("org.freedesktop.login1.Session", "Lock", &[]),
    ] {
        window.unlocks().await;
        window.is_locked_by(async || window.display().signals(interface, member, body)).await;
    }
}

#[tokio::test]
async fn a_computer_that_nobody_touches_locks_after_the_time_that_was_set() {
    let made = Made::sample();
    let settings = made.laptop.home().join("XDG_CONFIG_HOME/org.anteroom.window");
    fs::create_dir_all(&settings).unwrap();
    fs::write(settings.join("look.json"), br#"{"lockAfter":2}"#).unwrap();
    let window = Window::before(made).await;
    window.unlocks().await;
    window.is_locked_by(async || {}).await;
    window.unlocks().await;
    window.is_locked_by(async || {}).await;
}

/// The window as people have it, whom no driver helps: what happens in it is seen from outside alone.
struct Undriven {
    window: Child,
    display: Display,
    home: PathBuf,
}

impl Undriven {
    fn starts(made: &Made) -> Self {
        let (display, home) = (Display::own(), made.laptop.home());
        let window = Command::new(built("anteroom-window"))
            .arg(made.shown())
            .env("ANTEROOM_HOME", &home)
            .envs(["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"].map(|name| (name, home.join(name))))
            .envs([("LC_ALL", "C.UTF-8"), ("TZ", "UTC"), ("GTK_THEME", "Adwaita"), ("NO_AT_BRIDGE", "1")])
            .envs(display.desktop())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Self { window: window.unwrap(), display, home }
    }

    fn pages(&self) -> Vec<u32> {
        pages(self.window.id())
    }

    /// When the consultation was opened last, as the program notes it for its list.
    fn opened_at(&self) -> Option<String> {
        let noted = fs::read(self.home.join("XDG_CONFIG_HOME/org.anteroom.window/recent.json")).ok()?;
        let noted: serde_json::Value = serde_json::from_slice(&noted).ok()?;
        Some(noted[0]["openedAt"].to_string())
    }

    /// Does something again and again until it has happened: nobody tells when the window is ready for it.
    async fn does<Seen>(&self, what: &str, act: impl Fn(), look: impl Fn() -> Option<Seen>) -> Seen {
        let start = Instant::now();
        loop {
            act();
            let tried = Instant::now();
            while tried.elapsed() < Duration::from_millis(1500) {
                if let Some(seen) = look() {
                    return seen;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            assert!(start.elapsed() < PATIENCE, "{what} happens");
        }
    }

    async fn unlocks(&self) {
        let before = self.opened_at();
        let unlock = || {
            self.display.presses("ctrl+a");
            self.display.types(PASSPHRASE);
            self.display.presses("Return");
        };
        self.does("unlocking", unlock, || self.opened_at().filter(|at| Some(at) != before.as_ref())).await;
    }
}

impl Drop for Undriven {
    fn drop(&mut self) {
        self.window.kill().ok();
        self.window.wait().ok();
    }
}

#[tokio::test]
async fn the_room_screen_stands_beside_a_window_that_no_driver_helps() {
    let made = Made::with_a_round();
    let window = Undriven::starts(&made);
    let question = Needle::words("the question", "What stands between migrant workers", &[]);
    window.display.is_shown("Anteroom").await;
    window.unlocks().await;
    let before = window.pages();
    let act = || {
        for keys in ["alt+2", "Return", "F9"] {
            window.display.presses(keys);
        }
    };
    let shown = || window.pages().into_iter().find(|page| !before.contains(page) && is_remembered(&question, *page));
    window.does("the room screen", act, shown).await;
}

#[tokio::test]
async fn with_the_lock_ends_the_process_that_held_the_words() {
    let made = Made::sample();
    let window = Undriven::starts(&made);
    let canary = Needle::words("what was typed", "Zibeline quagga", &[]);
    window.display.is_shown("Anteroom").await;
    window.unlocks().await;
    let before = window.pages();
    assert_eq!(before.len(), 1, "one page runs: {:?}", processes(window.window.id()));
    let search = || {
        window.display.presses("alt+3");
        window.display.presses("ctrl+f");
        window.display.presses("ctrl+a");
        window.display.types("Zibeline quagga");
    };
    window.does("a search", search, || is_remembered(&canary, before[0]).then_some(())).await;

    let lock = || window.display.presses("ctrl+shift+l");
    let is_gone = || window.pages().first().copied().filter(|page| !before.contains(page));
    window.does("locking", lock, is_gone).await;
    assert!(!window.pages().contains(&before[0]), "the process that held the words is gone");
    for (id, name) in processes(window.window.id()).into_iter().filter(|(_, name)| name.starts_with("WebKit")) {
        assert!(!is_remembered(&canary, id), "{name} has what was typed");
    }
    assert!(window.display.is_named("Anteroom"), "the window itself stayed");

    window.unlocks().await;
    assert_eq!(window.pages().len(), 1, "and what came in its place opens the consultation again");
}
