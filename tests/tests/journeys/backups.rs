//! A copy is written each time a consultation is locked, to a place that is chosen in a dialog of the system.

use std::fs;

use crate::consultation::Made;
use crate::window::Window;

#[tokio::test]
async fn locking_writes_a_copy_and_says_so_where_it_cannot() {
    let window = Window::before(Made::sample()).await;
    let copies = window.made.laptop.at("copies");
    fs::create_dir(&copies).unwrap();
    window.unlocks().await;
    window.chord(&[fantoccini::key::Key::Control], ',').await;
    window.sees("the settings", "document.querySelector('#settings-backups')").await;
    window.is_accessible().await;
    window.pictured("settings").await;
    window.clicks("section[aria-labelledby=settings-backups] button").await;
    window.display().opens(copies.to_str().unwrap()).await;
    window.sees("the place", "document.querySelector('.place bdi')?.textContent.endsWith('copies')").await;
    window.presses(fantoccini::key::Key::Escape).await;

    window.locks().await;
    let written: Vec<_> = fs::read_dir(&copies).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(written.len(), 1, "{written:?}");
    let mut files: Vec<_> = fs::read_dir(&written[0]).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    files.sort();
    assert_eq!(files, ["contents.db", "keys"]);

    fs::remove_dir_all(&copies).unwrap();
    fs::write(&copies, b"a stick that was pulled out").unwrap();
    window.unlocks().await;
    window.locks().await;
    let told = window.reads(".said").await;
    assert!(told.contains("everything is in it, but the backup could not be written"), "{told}");
    window.is_accessible().await;
}
