//! Every screen in each look: by night, in French, from right to left, in a small window.

use std::fs;

use crate::consultation::Made;
use crate::window::Window;

#[tokio::test]
async fn every_screen_fits_and_can_be_read_in_each_look() {
    for (look, kept, width, height) in [
        ("dark", r#"{"theme":"dark"}"#, 1280, 800),
        ("french", r#"{"language":"fr","theme":"light"}"#, 1000, 700),
        ("arabic", r#"{"language":"ar","theme":"light"}"#, 1280, 800),
        ("arabic-small", r#"{"language":"ar","theme":"light"}"#, 1000, 700),
    ] {
        let made = Made::sample();
        let settings = made.laptop.home().join("XDG_CONFIG_HOME/org.anteroom.window");
        fs::create_dir_all(&settings).unwrap();
        fs::write(settings.join("look.json"), kept).unwrap();
        let window = Window::before(made).await;
        window.is_sized(width, height).await;
        window.unlocks().await;
        for (screen, seen) in [
            ("/", "dl dd"),
            ("/capture", "main form button"),
            ("/contributions", "[role=option] bdi"),
            ("/briefs", "main button"),
            ("/programme", ".list .entry"),
            ("/exchange", "main p"),
        ] {
            window.goes_to(screen).await;
            window.sees(screen, &format!("document.querySelector('{seen}')")).await;
            window.is_accessible().await;
            window.fits().await;
            window.pictured(&format!("screen{}-{look}", screen.replace('/', "-"))).await;
        }
    }
}
