//! The window locks by itself: when the desktop says that somebody leaves, and when nobody has touched it for a while.

use std::fs;

use crate::consultation::Made;
use crate::window::Window;

impl Window {
    async fn is_locked(&self) {
        self.sees("the door", "document.activeElement.id === 'passphrase'").await;
        assert_eq!(self.asks("document.querySelectorAll('nav').length").await, 0, "nothing of the inside is left");
    }
}

#[tokio::test]
async fn whoever_leaves_the_computer_leaves_a_locked_consultation() {
    let window = Window::before(Made::sample()).await;
    for (interface, member, body) in [
        ("org.freedesktop.ScreenSaver", "ActiveChanged", &["boolean:true"][..]),
        ("org.freedesktop.login1.Manager", "PrepareForSleep", &["boolean:true"]),
        ("org.freedesktop.login1.Session", "Lock", &[]),
    ] {
        window.unlocks().await;
        window.display().signals(interface, member, body);
        window.is_locked().await;
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
    window.is_locked().await;
    window.unlocks().await;
    window.is_locked().await;
}
