//! A photo and a written statement, attached to a contribution by the keyboard: seen, saved, erased, taken back.

use std::fs;

use fantoccini::key::Key;

use crate::consultation::Made;
use crate::window::Window;

const NAMES: &str = "[...document.querySelectorAll('aside .name bdi')].map((name) => name.textContent)";

impl Window {
    /// Opens the first contribution of the list, which has none yet.
    async fn opens_one_without_files(&self) {
        self.asks("document.querySelector('[role=listbox]').focus()").await;
        self.presses(Key::Home).await;
        self.presses(Key::Enter).await;
        self.sees("what belongs here", "document.querySelector('aside .add ~ .about')").await;
    }

    /// Attaches a file by the chord and the dialog of the system.
    async fn attaches(&self, file: &str) {
        self.chord(&[Key::Control, Key::Shift], 'a').await;
        self.display().opens(file).await;
    }

    /// Waits until these files are listed, and no others.
    async fn lists_files(&self, names: &[&str]) {
        let names = serde_json::to_string(names).unwrap();
        self.sees("the files", &format!("JSON.stringify({NAMES}) === {names:?}")).await;
    }
}

#[tokio::test]
async fn a_photo_and_a_statement_are_attached_seen_saved_and_erased() {
    let window = Window::inside(Made::sample()).await;
    window.opens_one_without_files().await;

    // A picture that any program can read: of this window itself.
    let photo = window.made.laptop.at("Flip chart 2.png");
    fs::write(&photo, window.picture().await).unwrap();
    let statement = window.made.laptop.at("statement.pdf");
    fs::write(&statement, "%PDF-1.7 They kept our passports.").unwrap();

    window.attaches(photo.to_str().unwrap()).await;
    window.sees("the picture", "document.querySelector('aside .small img')?.naturalWidth > 600").await;
    window.attaches(statement.to_str().unwrap()).await;
    window.lists_files(&["Flip chart 2.png", "statement.pdf"]).await;
    window.asks("document.querySelector('#attached').scrollIntoView()").await;
    window.is_accessible().await;
    window.pictured("attached").await;
    window.is_sized(1000, 700).await;
    window.asks("document.querySelector('#attached').scrollIntoView()").await;
    window.fits().await;
    window.pictured("attached-1000").await;
    window.is_sized(1280, 800).await;

    // The row says how many there are, and the history who attached them.
    window
        .sees(
            "two files in the row",
            "/^\\W*2\\W* files attached$/.test(document.querySelector('[role=option] .files')?.ariaLabel)",
        )
        .await;
    window.sees("them in the history", "[...document.querySelectorAll('aside ol li')].filter((it) => it.textContent.includes('attached')).length === 2").await;
    window.asks("document.querySelector('aside ol').scrollIntoView()").await;
    window.pictured("attached-history").await;

    // Large, and back to where one was.
    window.asks("document.querySelector('aside .small').focus()").await;
    window.presses(Key::Enter).await;
    window.sees("it large", "document.querySelector('dialog .large')?.clientWidth > 500").await;
    window.pictured("attached-large").await;
    window.presses(Key::Escape).await;
    window.sees("the small one", "document.activeElement.className.includes('small')").await;

    let copy = window.made.laptop.at("copy of the statement.pdf");
    window.asks("[...document.querySelectorAll('aside .does button')].find((it) => it.title && it.ariaLabel?.includes('statement.pdf')).click()").await;
    window.display().answers(copy.to_str().unwrap()).await;
    window
        .sees("that it is saved", "document.querySelector('.notice .said')?.textContent.includes('not encrypted')")
        .await;
    assert_eq!(fs::read(&copy).unwrap(), fs::read(&statement).unwrap());

    // Attaching can be taken back, and done again.
    window.asks("document.querySelector('aside .read').focus()").await;
    window.chord(&[Key::Control], 'z').await;
    window.lists_files(&["Flip chart 2.png"]).await;
    window.chord(&[Key::Control, Key::Shift], 'z').await;
    window.lists_files(&["Flip chart 2.png", "statement.pdf"]).await;

    // Erasing says that it cannot be, and begins on what keeps it.
    window.asks("[...document.querySelectorAll('aside .erase')].find((it) => it.ariaLabel?.includes('statement.pdf')).click()").await;
    window.sees("the question", "document.activeElement.textContent === 'Keep it'").await;
    window.is_accessible().await;
    window.pictured("attached-erase").await;
    window.presses(Key::Tab).await;
    window.presses(Key::Enter).await;
    window.lists_files(&["Flip chart 2.png"]).await;
    window.locks().await;
    window.unlocks().await;
    window.goes_to_the_list().await;
    window.asks("document.querySelector('[role=listbox]').focus()").await;
    window.presses(Key::Home).await;
    window.presses(Key::Enter).await;
    window.lists_files(&["Flip chart 2.png"]).await;
}

#[tokio::test]
async fn what_cannot_be_attached_is_said_and_nothing_is_half_done() {
    let window = Window::inside(Made::sample()).await;
    window.opens_one_without_files().await;
    let film = window.made.laptop.at("film.mov");
    fs::File::create(&film).unwrap().set_len(26_000_000).unwrap();
    window.attaches(film.to_str().unwrap()).await;
    window.sees("why not", "document.querySelector('aside [role=alert]')?.textContent.includes('at most 25 MB')").await;
    window.lists_files(&[]).await;
    window.pictured("attached-too-large").await;
}

#[tokio::test]
async fn a_contribution_is_found_by_its_file_by_day_by_night_and_from_right_to_left() {
    let window = Window::inside(Made::sample()).await;
    window.opens_one_without_files().await;
    let photo = window.made.laptop.at("Flipchart Nordhausen 2.png");
    fs::write(&photo, window.picture().await).unwrap();
    window.attaches(photo.to_str().unwrap()).await;
    window.lists_files(&["Flipchart Nordhausen 2.png"]).await;

    window.searches("nordha").await;
    window
        .sees("where it was found", "document.querySelector('[role=option] .via')?.textContent.includes('Nordhausen')")
        .await;
    window.sees("the only one", "document.querySelectorAll('[role=option]').length === 1").await;
    window.is_accessible().await;
    window.pictured("attached-found").await;
    window.searches("").await;
    window.sees("all of them", "document.querySelectorAll('[role=option]').length > 5").await;

    // Those with files, and nothing else.
    window.chooses("select[aria-label='Attached files']", "with").await;
    window.sees("the only one", "document.querySelectorAll('[role=option]').length === 1").await;
    window.is_accessible().await;
    window.pictured("attached-filtered").await;
    window.chooses("select[aria-label='Attached files']", "without").await;
    window
        .sees(
            "all the others",
            "document.querySelectorAll('[role=option]').length > 5 && !document.querySelector('[role=option] .files')",
        )
        .await;
    window.chooses("select[aria-label='Attached files']", "").await;
    window.sees("it again", "document.querySelector('[role=option] .files')").await;

    window.asks("document.documentElement.dataset.theme = 'dark'").await;
    window.pictured("attached-dark").await;
    window.speaks("ar").await;
    window.sees("it again", "document.querySelector('[role=option] .files')").await;
    window.fits().await;
    window.pictured("attached-arabic").await;
    window.is_sized(1000, 700).await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("attached-arabic-1000").await;
}

#[tokio::test]
async fn a_statement_dropped_on_an_open_contribution_is_attached() {
    let window = Window::inside(Made::sample()).await;
    window.opens_one_without_files().await;
    let statement = window.made.laptop.at("statement.pdf");
    fs::write(&statement, "%PDF-1.7 They kept our passports.").unwrap();
    window.display().drops(&statement).await;
    window.lists_files(&["statement.pdf"]).await;
}
