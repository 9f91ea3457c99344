//! A passphrase is forgotten: the table saves a file before the locked consultation, an organiser says twelve words, and it
//! goes on. Whoever joins is told beforehand that this is possible.

use crate::consultation::Made;
use crate::exchange::stick;
use crate::window::Window;

const SPOKEN: &str = "[...document.querySelectorAll('dialog ol li')].map((it) => it.textContent).join(' ')";

impl Window {
    async fn is_said(&self, words: &str) {
        self.sees(words, &format!("document.body.textContent.includes('{words}')")).await;
    }

    async fn spoken(&self) -> String {
        self.sees("the words", SPOKEN).await.as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn who_forgot_a_passphrase_is_helped_by_an_organiser() {
    let ana = Window::before(Made::with_a_round()).await;
    ana.unlocks().await;
    ana.goes_to("/exchange").await;
    ana.clicks_on("Event pack").await;
    ana.clicks("dialog input[type=checkbox]").await;
    ana.sees("that it is allowed", "document.querySelector('dialog input[type=checkbox]').checked").await;
    ana.pictured_day_and_night("help-allowed").await;
    ana.clicks_on("Save the file").await;
    let pack = stick(&ana.made, "tables.pack");
    ana.display().answers(&pack).await;
    let words = ana.spoken().await;
    ana.clicks_on("I have noted the words").await;

    let seven = Window::welcoming(Made::nothing()).await;
    seven.joins_with(&pack).await;
    seven.fills("#join-words", &words).await;
    seven.clicks("#join-name").await;
    seven.is_said("an organiser can help").await;
    seven.types("Table 7").await;
    seven.fills("#new-passphrase", "nine wild geese going").await;
    seven.fills("#new-passphrase-again", "nine wild geese going").await;
    seven.clicks_on("Choose a place").await;
    let place = stick(&seven.made, "Table 7.anteroom");
    seven.display().answers(&place).await;
    seven.sees("the place", "document.querySelectorAll('.place bdi')[1].textContent !== ''").await;
    seven.pictured_day_and_night("help-declared").await;
    seven.clicks_on("Begin").await;
    seven.sees("the consultation", "document.querySelector('nav')").await;

    seven.locks().await;
    seven.clicks_on("The passphrase is forgotten").await;
    seven.is_said("Save a file for an organiser").await;
    seven.pictured_day_and_night("help-door").await;
    seven.clicks_on("Save a file for an organiser").await;
    let letter = stick(&seven.made, "Table 7.forgotten");
    seven.display().answers(&letter).await;
    seven.is_said("The file is saved").await;

    ana.clicks_on("Forgotten passphrase").await;
    ana.clicks_on("Choose the file").await;
    ana.display().opens(&letter).await;
    let said = ana.spoken().await;
    assert_eq!(said.split(' ').count(), 12);
    ana.pictured_day_and_night("help-words").await;
    ana.clicks_on("Done").await;

    seven.fills("#passphrase", &said).await;
    seven.clicks_on("Unlock").await;
    seven.is_said("these words no longer open it").await;
    seven.pictured_day_and_night("help-new-passphrase").await;
    seven.fills("#new-passphrase", "ten tame geese staying").await;
    seven.fills("#new-passphrase-again", "ten tame geese staying").await;
    seven.clicks_on("Change the passphrase").await;
    seven.sees("no dialog", "!document.querySelector('dialog')").await;
    seven.speaks("ar").await;
    seven.locks().await;
    seven.fits().await;
    seven.pictured("help-door-arabic").await;
    seven.types("ten tame geese staying").await;
    seven.presses(fantoccini::key::Key::Enter).await;
    seven.sees("the inside", "document.querySelector('nav [aria-current=page]')").await;
}
