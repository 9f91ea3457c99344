//! A place that is no consultation, is closed to writing or is full: the window says what happened, what was kept and what to do
//! now, and goes on as soon as it can.

use std::fs;

use anteroom_tests::disk::{Disk, among_own_mounts, names};
use fantoccini::key::Key;

use crate::consultation::Made;
use crate::damaged::says;
use crate::window::Window;

/// Runs a journey where it may mount disks that go with it. `name` is its own.
fn with_disks(name: &str, journey: impl Future<Output = ()>) {
    among_own_mounts(&format!("disks::{name}"), || {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(journey);
    });
}

impl Window {
    async fn hears_of_trouble(&self) -> String {
        let said = "document.querySelector('.notice.urgent [role=alert]')?.textContent.trim()";
        self.sees("what went wrong", said).await.as_str().unwrap().to_owned()
    }
}

#[test]
fn a_full_disk_keeps_what_was_recorded_and_takes_the_words_once_there_is_room() {
    with_disks("a_full_disk_keeps_what_was_recorded_and_takes_the_words_once_there_is_room", async {
        let made = Made::with_a_round();
        let disk = Disk::of(16, made.laptop.at("shown"));
        let window = Window::on(made).await;
        window.opens_the_round().await;
        window.types("They kept our passports.").await;
        window.presses(Key::Enter).await;
        window.has_recorded(1).await;

        // More than what is still free in files that are there already.
        let words = "Overtime is paid late. ".repeat(8_000);
        disk.is_full();
        window.asks(&format!("document.execCommand('insertText', false, {words:?})")).await;
        window.presses(Key::Enter).await;
        let told = window.hears_of_trouble().await;
        says(&told, &["The disk is full", "Everything recorded before is there", "Make some room"]);
        window.has_recorded(1).await;
        let kept = "document.querySelector('textarea').value.length";
        assert_eq!(window.asks(kept).await, words.len(), "the words still stand there");
        window.is_accessible().await;
        window.pictured("disk-full").await;

        disk.has_room();
        window.presses(Key::Enter).await;
        window.has_recorded(2).await;
        window.sees("room for the next", &format!("{kept} === 0")).await;
    });
}

#[test]
fn a_consultation_on_a_place_closed_to_writing_stays_shut_until_it_can_be_written_to() {
    with_disks("a_consultation_on_a_place_closed_to_writing_stays_shut_until_it_can_be_written_to", async {
        let made = Made::sample();
        let disk = Disk::of(64, made.laptop.at("shown"));
        let shown = made.shown();
        let before = names(&shown);
        let window = Window::before(made).await;
        disk.is_locked();
        let told = window.stays_shut().await;
        says(&told, &["cannot be written to", "Nothing was changed", "copy it to a place that can"]);
        assert_eq!(names(&shown), before);
        window.is_accessible().await;
        window.fits().await;
        window.pictured("disk-read-only").await;

        disk.is_unlocked();
        window.asks("document.querySelector('#passphrase').select()").await;
        window.comes_in().await;
    });
}

#[tokio::test]
async fn a_folder_that_is_no_consultation_is_said_to_be_none_and_left_alone() {
    let made = Made::nothing();
    let folder = made.laptop.at("Holiday");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("beach.txt"), "sand").unwrap();
    let window = Window::welcoming(made).await;
    window.clicks_on("Choose a folder").await;
    window.display().opens(folder.to_str().unwrap()).await;
    let said = "[...document.querySelectorAll('[role=alert]')].map((it) => it.textContent).join(' ').trim()";
    let told = window.sees("what it is not", said).await;
    says(told.as_str().unwrap(), &["not a consultation", "Nothing in it was changed", "ends in “.anteroom”"]);
    assert_eq!(names(&folder), ["beach.txt"]);
    window.is_accessible().await;
    window.fits().await;
    window.pictured("folder-no-consultation").await;
}
