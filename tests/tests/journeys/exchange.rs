//! Two laptops: in the evening an organiser takes in a table's file and lets it in; and somebody who is invited begins with
//! everything.

use std::fs;

use anteroom_tests::laptop::PASSPHRASE;
use serde_json::Value;

use crate::consultation::Made;
use crate::window::Window;

/// A file on a stick: where one laptop wrote it, the other reads it.
pub(crate) fn stick(made: &Made, name: &str) -> String {
    made.laptop.at(name).to_str().unwrap().to_owned()
}

/// The organiser's pack, and the words that open it.
pub(crate) fn packs(ana: &Made) -> (String, String) {
    let pack = stick(ana, "tables.pack");
    let packed = ana.says(&["pack", ana.laptop.file().to_str().unwrap(), "--to", &pack]);
    (pack, packed["words"].as_str().unwrap().to_owned())
}

/// A table that began from the pack on the command line.
pub(crate) fn table(pack: &str, words: &str) -> Made {
    table_called("Table 7", pack, words)
}

pub(crate) fn table_called(name: &str, pack: &str, words: &str) -> Made {
    let table = Made::nothing();
    let file = table.laptop.file();
    let args = ["start", pack, file.to_str().unwrap(), "--name", name];
    let started = table.laptop.types_with(PASSPHRASE, &args, |command| {
        command.env("ANTEROOM_CODE", words);
    });
    assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
    table
}

/// Somebody who was invited and has everything, by the command line.
pub(crate) fn invited(made: &Made, name: &str, role: &str) -> Made {
    let other = Made::nothing();
    let [invitation, acceptance, all] = ["x.invitation", "x.acceptance", "x.handover"].map(|file| stick(made, file));
    made.does("invite", &["--name", name, "--role", role, "--to", &invitation]);
    other.says(&["join", &invitation, "--name", name, "--to", &acceptance]);
    made.does("admit", &[&acceptance]);
    made.does("bundle", &["--to", &all, "--for", name, "--whole"]);
    other.does("merge", &[&all]);
    // The next one writes files of the same names.
    for file in [invitation, acceptance, all] {
        fs::remove_file(file).unwrap();
    }
    other
}

impl Window {
    /// From the welcome to what one is asked who was given this file.
    pub(crate) async fn joins_with(&self, file: &str) {
        self.clicks_on("Join a consultation").await;
        self.clicks_on("Choose the file").await;
        self.display().opens(file).await;
        self.sees("what is asked", "document.querySelector('form input')").await;
    }

    pub(crate) async fn shows_words(&self, words: &Value) {
        let words = words.as_str().unwrap();
        self.sees("the check words", &format!("document.querySelector('main').textContent.includes('{words}')")).await;
    }
}

#[tokio::test]
async fn an_organiser_takes_in_the_file_of_a_table_and_lets_it_in() {
    let ana = Made::with_a_round();
    let (pack, words) = packs(&ana);
    let seven = table(&pack, &words);
    for text in ["They kept our passports.", "We were not asked."] {
        seven.does("record", &["--text", text]);
    }
    let file = stick(&seven, "table 7.handover");
    seven.does("bundle", &["--to", &file]);
    let own_words = seven.says(&["members", seven.laptop.file().to_str().unwrap()])["ownWords"].clone();

    let window = Window::before(ana).await;
    window.unlocks().await;
    window.goes_to("/exchange").await;
    window.sees("who takes part", "document.querySelector('tbody tr')").await;
    window.is_accessible().await;
    window.pictured("exchange-empty").await;
    window.clicks_on("Take in files").await;
    window.display().opens(&file).await;
    window.sees("who waits", "document.querySelector('#exchange-strangers')").await;
    window.shows_words(&own_words).await;
    window.sees("how many", "/2\\W* notes from \\W*Table 7/.test(document.querySelector('main').textContent)").await;
    window.is_accessible().await;
    window.fits().await;
    window.pictured("exchange-waiting").await;
    window.speaks("ar").await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("exchange-waiting-arabic").await;
    window.speaks("en").await;
    window.clicks_on("Accept").await;
    window.sees("nobody waits", "!document.querySelector('#exchange-strangers')").await;
    window
        .sees("a member", "[...document.querySelectorAll('tbody th')].some((it) => it.textContent.includes('Table 7'))")
        .await;
    window.is_sized(1000, 700).await;
    window.fits().await;
    window.pictured("exchange-members-small").await;
    window.asks("document.documentElement.dataset.theme = 'dark'").await;
    window.is_accessible().await;
    window.pictured("exchange-members-dark").await;
    window.goes_to("/contributions").await;
    window.sees("both notes", "document.querySelectorAll('[role=option] bdi').length >= 2").await;
}

#[tokio::test]
async fn somebody_is_invited_accepts_and_begins_with_everything() {
    let ana = Made::with_a_round();
    ana.does("record", &["--text", "They kept our passports."]);
    let ana = Window::before(ana).await;
    ana.unlocks().await;
    ana.goes_to("/exchange").await;
    ana.sees("who takes part", "document.querySelector('tbody tr')").await;
    ana.clicks_on("Invite").await;
    ana.fills("#invite-name", "Bea").await;
    ana.is_accessible().await;
    ana.pictured_day_and_night("invite").await;
    ana.clicks_on("Save the file").await;
    let invitation = stick(&ana.made, "bea.invitation");
    ana.display().answers(&invitation).await;
    ana.sees("no dialog", "!document.querySelector('dialog')").await;

    let bea = Window::welcoming(Made::nothing()).await;
    bea.joins_with(&invitation).await;
    bea.fills("#join-name", "Beatrice").await;
    bea.fills("#new-passphrase", "nine wild geese going").await;
    bea.fills("#new-passphrase-again", "nine wild geese going").await;
    bea.clicks_on("Accept, and save the answer").await;
    let acceptance = stick(&bea.made, "bea.acceptance");
    bea.display().answers(&acceptance).await;
    bea.sees("the check words", "document.querySelectorAll('dd').length === 2").await;
    bea.is_accessible().await;
    bea.fits().await;
    bea.pictured_day_and_night("invite-accepted").await;
    let own = bea.asks("document.querySelectorAll('dd')[1].innerText.trim()").await;

    ana.clicks_on("Invite").await;
    ana.clicks_on("An acceptance came back").await;
    ana.display().opens(&acceptance).await;
    let shown = format!("document.querySelector('dialog').innerText.includes('{}')", own.as_str().unwrap());
    ana.sees("the words that stand on her screen", &shown).await;
    ana.is_accessible().await;
    ana.pictured_day_and_night("invite-acceptance").await;
    ana.clicks_on("Accept").await;
    ana.sees("a member", "[...document.querySelectorAll('tbody tr')].some((row) => row.innerText.includes('Bea') && row.innerText.includes('Rapporteur'))").await;
    ana.clicks_on("Hand over").await;
    ana.clicks_on("Save the file").await;
    let first = stick(&ana.made, "first.handover");
    ana.display().answers(&first).await;
    ana.sees("that it is ready", "document.querySelector('dialog').innerText.includes('The file is ready')").await;
    ana.clicks_on("Done").await;

    bea.clicks_on("Choose the file").await;
    bea.display().opens(&first).await;
    bea.sees("what is asked", "document.querySelector('#join-passphrase')").await;
    bea.fills("#join-passphrase", "nine wild geese coming").await;
    bea.clicks_on("Choose a place").await;
    let place = bea.made.laptop.at("Ours.anteroom");
    bea.display().answers(place.to_str().unwrap()).await;
    bea.sees("the place", "document.querySelectorAll('.place bdi')[1].textContent !== ''").await;
    bea.clicks_on("Begin").await;
    assert!(bea.complains().await.contains("the passphrase is another"), "a wrong passphrase is told");
    assert!(!place.exists(), "nothing is left behind");
    bea.fills("#join-passphrase", "nine wild geese going").await;
    bea.clicks_on("Begin").await;
    bea.sees("the consultation", "document.querySelector('nav')").await;
    bea.goes_to("/contributions").await;
    bea.sees("what was said", "document.querySelector('main').innerText.includes('They kept our passports.')").await;
}
