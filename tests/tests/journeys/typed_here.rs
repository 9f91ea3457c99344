//! Who typed stands in a history, and on whose laptop where it was not their own.

use fantoccini::key::Key;

use crate::capture::IN_THE_TEXT;
use crate::consultation::Made;
use crate::window::Window;

#[tokio::test]
async fn a_history_says_on_whose_laptop_somebody_else_typed() {
    let window = Window::on(Made::with_a_round()).await;
    window.opens_the_round().await;
    window.chord(&[Key::Control, Key::Shift], 'y').await;
    window.sees("a list", "document.activeElement.matches('[role=combobox]')").await;
    window.types("Gus").await;
    window.presses(Key::Enter).await;
    window.sees("the text", IN_THE_TEXT).await;
    window.types("They kept our passports.").await;
    window.presses(Key::Enter).await;
    window.has_recorded(1).await;
    window.goes_to_the_list().await;
    window.asks("document.querySelector('[role=option] .said').click()").await;
    let told =
        "[...document.querySelectorAll('aside ol li')].map((it) => it.innerText.replace(/[\\u2066-\\u2069]/g, ''))";
    let gus = format!("{told}.some((it) => it.startsWith('Gus recorded') && it.includes('typed on: '))");
    window.sees("who typed, and where", &gus).await;
    window.asks("document.querySelector('aside ol').scrollIntoView()").await;
    window.is_accessible().await;
    window.pictured_day_and_night("typed-here").await;
    window.speaks("ar").await;
    window.sees("the laptop", "document.querySelector('aside ol').innerText.includes('كُتب على: ')").await;
    window.asks("document.querySelector('aside ol').scrollIntoView()").await;
    window.fits().await;
    window.pictured("typed-here-arabic").await;
}
