//! Two laptops: a table begins from an event pack and records within a minute; in the evening an organiser takes in its file
//! and lets it in.

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

impl Window {
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
async fn a_table_opens_the_event_pack_and_records_within_a_minute() {
    let ana = Made::with_a_round();
    let (pack, words) = packs(&ana);
    let window = Window::welcoming(Made::nothing()).await;
    window.clicks_on("Join a consultation").await;
    window.clicks_on("Choose the file").await;
    window.display().opens(&pack).await;
    window.sees("the words are asked for", "document.querySelector('#join-words')").await;
    window.is_accessible().await;
    window.clicks("#join-words").await;
    window.types("abacus abdomen abdominal abide abiding ability").await;
    window.clicks("#join-name").await;
    window.types("Table 7").await;
    window.clicks("#new-passphrase").await;
    window.types("nine wild geese going").await;
    window.clicks("#new-passphrase-again").await;
    window.types("nine wild geese going").await;
    window.clicks_on("Choose a place").await;
    let place = window.made.laptop.at("Table 7.anteroom");
    window.display().answers(place.to_str().unwrap()).await;
    window
        .sees("the place", "document.querySelectorAll('.place bdi')[1].textContent.endsWith('Table 7.anteroom')")
        .await;
    window.pictured("join").await;
    window.clicks_on("Begin").await;
    assert!(window.complains().await.contains("not the six words"));
    assert!(!place.exists(), "nothing is left behind");
    window.fills("#join-words", &words).await;
    window.clicks_on("Begin").await;
    window.sees("the consultation", "document.querySelector('nav')").await;
    window.goes_to("/exchange").await;
    window
        .sees(
            "that it is not confirmed",
            "/Table 7.*not yet confirmed/.test(document.querySelector('#exchange-own').textContent)",
        )
        .await;
    window.is_accessible().await;
    window.pictured("exchange-unconfirmed").await;
    window.goes_to("/capture").await;
    window.sees("the round", "document.querySelector('main form button')").await;
}
