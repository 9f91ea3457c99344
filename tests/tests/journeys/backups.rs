//! A copy is written each time a consultation is locked, to a place that is chosen in a dialog of the system; and whether
//! all of it is as it was signed can be asked.

use std::fs;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::{Duration, Instant};

use anteroom_tests::driver::PATIENCE;
use anteroom_tests::laptop::PASSPHRASE;
use fantoccini::key::Key;

use crate::consultation::Made;
use crate::window::Window;

#[tokio::test]
async fn locking_writes_a_copy_and_says_so_where_it_cannot() {
    let window = Window::before(Made::sample()).await;
    let copies = window.made.laptop.at("copies");
    fs::create_dir(&copies).unwrap();
    window.unlocks().await;
    window.chord(&[Key::Control], ',').await;
    window.sees("the settings", "document.querySelector('#settings-backups')").await;
    window.is_accessible().await;
    window.pictured("settings").await;
    window.clicks("section[aria-labelledby=settings-backups] button").await;
    window.display().opens(copies.to_str().unwrap()).await;
    window.sees("the place", "document.querySelector('.place bdi')?.textContent.endsWith('copies')").await;
    window.presses(Key::Escape).await;

    window.locks().await;
    let start = Instant::now();
    let written = loop {
        let written: Vec<_> = fs::read_dir(&copies).unwrap().map(|entry| entry.unwrap().path()).collect();
        // While it is written and read back, it is called otherwise.
        if matches!(written.as_slice(), [copy] if copy.extension().is_some_and(|ending| ending == "anteroom")) {
            break written;
        }
        assert!(start.elapsed() < PATIENCE, "{written:?}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    };
    let mut files: Vec<_> = fs::read_dir(&written[0]).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    files.sort();
    assert_eq!(files, ["contents.db", "keys"]);

    fs::remove_dir_all(&copies).unwrap();
    fs::write(&copies, b"a stick that was pulled out").unwrap();
    window.unlocks().await;
    window.locks().await;
    window.sees("what was not well", "document.querySelector('.said').textContent.length > 9").await;
    let told = window.reads(".said").await;
    assert!(told.contains("everything is in it, but the backup could not be written"), "{told}");
    window.is_accessible().await;
}

/// Harms a page of the file near its end: none of those that every opening reads.
fn harm(made: &Made) {
    let contents = made.shown().join("contents.db");
    let pages = fs::metadata(&contents).unwrap().len() / 4096;
    let file = fs::OpenOptions::new().write(true).open(&contents).unwrap();
    file.write_all_at(&[0; 64], (pages - 3) * 4096 + 200).unwrap();
}

/// As a person has chosen it in the settings before.
fn copies_go_to(made: &Made, copies: &Path) {
    let settings = made.laptop.home().join("XDG_CONFIG_HOME/org.anteroom.window");
    fs::create_dir_all(&settings).unwrap();
    fs::write(settings.join("backups.json"), serde_json::json!({ "place": copies }).to_string()).unwrap();
}

impl Window {
    async fn is_checked(&self) -> String {
        self.opens_the_palette().await;
        self.types("check this").await;
        self.sees("the action", "document.querySelectorAll('dialog [role=option]').length === 1").await;
        self.presses(Key::Enter).await;
        let said = "document.querySelector('dialog [role=status] p')?.textContent";
        self.sees("what was found", said).await.as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn whoever_wants_to_know_whether_all_is_as_it_was_signed_is_told() {
    let window = Window::inside(Made::sample()).await;
    let told = window.is_checked().await;
    let count = window.made.lists(&[]).len();
    let plain = told.replace(['\u{2068}', '\u{2069}'], "");
    assert!(plain.starts_with("Everything is as it was signed: ") && plain.contains(&count.to_string()), "{told}");
    window.is_accessible().await;
    window.fits().await;
    window.pictured("check").await;
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;

    window.chord(&[Key::Control], ',').await;
    window.sees("the settings", "document.querySelector('#settings-backups')").await;
    window.asks("[...document.querySelectorAll('dialog button')].find((one) => one.textContent.startsWith('Check this')).click()").await;
    window.sees("the same", "document.querySelector('dialog .well')").await;
    window.presses(Key::Escape).await;
    window.speaks("ar").await;
    window.chord(&[Key::Control], ',').await;
    window.sees("the settings", "document.querySelector('#settings-backups')").await;
    window
        .asks("document.querySelector('section[aria-labelledby=settings-backups] > .row:last-of-type button').click()")
        .await;
    window.sees("the same in Arabic", "document.querySelector('dialog .well')").await;
    window.is_accessible().await;
    window.fits().await;
    window.pictured("check-arabic").await;
}

#[tokio::test]
async fn what_is_damaged_is_said_to_be_and_takes_no_good_copys_place() {
    let made = Made::sample();
    harm(&made);
    let copies = made.laptop.at("copies");
    fs::create_dir(&copies).unwrap();
    copies_go_to(&made, &copies);
    let window = Window::before(made).await;
    window.unlocks().await;
    let told = window.is_checked().await;
    for part in ["not as", "Nothing was changed", "restore the folder from a backup"] {
        assert!(told.contains(part), "{told}");
    }
    window.is_accessible().await;
    window.fits().await;
    window.pictured("check-wrong").await;
    window.presses(Key::Escape).await;

    window.locks().await;
    let said = "document.querySelector('.said').textContent.includes('could not be read back') && document.querySelector('.said').textContent";
    let told = window.sees("what became of the copy", said).await;
    assert!(told.as_str().unwrap().contains("all older ones were kept"), "{told}");
    assert_eq!(fs::read_dir(&copies).unwrap().count(), 0, "nothing is left of it");
    window.is_accessible().await;
    window.pictured("door-copy-damaged").await;
}

#[tokio::test]
async fn a_backup_is_restored_to_another_place_and_stays_as_it_is() {
    let made = Made::sample();
    let copies = made.laptop.at("copies");
    made.does("backup", &["--to", copies.to_str().unwrap()]);
    let copy = fs::read_dir(&copies).unwrap().next().unwrap().unwrap().path();
    let files = |folder: &Path| ["contents.db", "keys"].map(|name| fs::read(folder.join(name)).unwrap());
    let (before, restored) = (files(&copy), made.laptop.at("restored.anteroom"));
    let window = Window::welcoming(made).await;
    window.is_all_in_view().await;
    window.clicks_on("Restore a backup").await;
    window.display().opens(copy.to_str().unwrap()).await;
    window.sees("the door", "document.activeElement.id === 'passphrase'").await;
    window.types(PASSPHRASE).await;
    window.presses(Key::Enter).await;
    assert!(window.complains().await.contains("where it is to be kept"), "a place is asked for first");
    window.is_accessible().await;
    window.fits().await;
    window.clicks_on("Choose a place").await;
    window.display().answers(restored.to_str().unwrap()).await;
    window
        .sees("the place", "document.querySelectorAll('.place bdi')[1]?.textContent.endsWith('restored.anteroom')")
        .await;
    window.pictured("restore").await;
    // A wrong passphrase makes nothing.
    window.fills("#passphrase", "not this one").await;
    window.presses(Key::Enter).await;
    window.sees("a refusal", "document.querySelector('.said').textContent.includes('passphrase')").await;
    assert!(!restored.exists());
    window.fills("#passphrase", PASSPHRASE).await;
    window.presses(Key::Enter).await;
    window.sees("the inside", "document.querySelector('nav [aria-current=page]')").await;
    window.goes_to_the_list().await;
    window.locks().await;
    assert!(restored.join("contents.db").exists());
    assert_eq!(files(&copy), before, "the backup stays as it is");
    let name = window.reads("h1").await;
    assert!(name.contains("restored"), "the door is that of the restored one: {name}");
}

#[tokio::test]
async fn a_folder_chosen_among_the_backups_is_restored_and_not_recorded_in() {
    let made = Made::sample();
    let copies = made.laptop.at("copies");
    made.does("backup", &["--to", copies.to_str().unwrap()]);
    let copy = fs::read_dir(&copies).unwrap().next().unwrap().unwrap().path();
    copies_go_to(&made, &copies);
    let window = Window::welcoming(made).await;
    window.speaks("ar").await;
    window.asks("document.querySelector('button.wide').click()").await;
    window.display().opens(copy.to_str().unwrap()).await;
    window.sees("the door", "document.activeElement.id === 'passphrase'").await;
    window
        .sees(
            "that it is a backup",
            "document.querySelectorAll('form').length === 1 && document.querySelector('.explained')",
        )
        .await;
    window.is_sized(800, 600).await;
    window.is_accessible().await;
    window.fits().await;
    window.pictured("restore-arabic").await;
}
