//! A new consultation is made in the window, with dialogs of the system, and its recovery sheet opens it again.

use std::fs;
use std::process::Command;

use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::Value;

use crate::consultation::Made;
use crate::window::Window;

const PASSPHRASE: &str = "nine wild geese going";

impl Window {
    pub(crate) async fn clicks_on(&self, words: &str) {
        let button = format!("//button[contains(normalize-space(.), \"{words}\")]");
        let found = self.client.wait().for_element(Locator::XPath(&button)).await;
        found.unwrap_or_else(|error| panic!("no button “{words}”: {error}")).click().await.unwrap();
    }

    pub(crate) async fn fills(&self, css: &str, words: &str) {
        self.clicks(css).await;
        self.chord(&[Key::Control], 'a').await;
        self.types(words).await;
    }

    /// What is said to be wrong, once something is.
    pub(crate) async fn complains(&self) -> String {
        let said = "[...document.querySelectorAll('[role=alert]')].map((it) => it.textContent).join(' ').trim()";
        self.sees("a complaint", said).await.as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn a_consultation_is_founded_and_its_recovery_sheet_read_back_and_used() {
    let made = Made::nothing();
    let directories = made.laptop.home().join("XDG_CONFIG_HOME");
    fs::create_dir_all(&directories).unwrap();
    let documents = format!("XDG_DOCUMENTS_DIR=\"{}\"\n", made.laptop.place().display());
    fs::write(directories.join("user-dirs.dirs"), documents).unwrap();
    let window = Window::welcoming(made).await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("welcome").await;

    window.clicks_on("New consultation").await;
    window.sees("the form", "document.activeElement.id === 'found-name'").await;
    window.types("Regional review, 2026").await;
    window.clicks_on("Create the consultation").await;
    assert!(window.complains().await.contains("Too short"), "what is missing is said");
    window.fills("#found-starts", "10.11.2026").await;
    window.fills("#found-ends", "9.11.2026").await;
    window
        .sees("the days in order", "/before the first/.test(document.querySelector('#found-days').textContent)")
        .await;
    window.fills("#found-ends", "32.11.2026").await;
    window.sees("no such day", "/not a date/.test(document.querySelector('#found-days').textContent)").await;
    window.fills("#found-ends", "11 November 2026").await;
    window.fills("#new-passphrase", PASSPHRASE).await;
    window.fills("#new-passphrase-again", "nine wild geese gone").await;
    window.clicks_on("Create the consultation").await;
    assert!(window.complains().await.contains("not the same"));
    window.fills("#new-passphrase-again", PASSPHRASE).await;
    window.is_accessible().await;

    window.clicks_on("Choose a place").await;
    window.display().answers_nothing().await;
    window.clicks_on("Create the consultation").await;
    assert!(window.complains().await.contains("where it is to be kept"), "a closed dialog chooses nothing");
    let place = window.made.laptop.at("Regional review.anteroom");
    window.clicks_on("Choose a place").await;
    window.display().answers(place.to_str().unwrap()).await;
    window
        .sees("the place", "document.querySelector('.place bdi').textContent.endsWith('Regional review.anteroom')")
        .await;
    window.pictured("founding").await;
    let outside = "[...document.querySelectorAll('main, main button')].map((it) => it.getBoundingClientRect())
        .some(({ bottom, width }) => bottom > innerHeight || width < 24)";
    assert_eq!(window.asks(outside).await, false, "all of it is seen, the way back too");
    assert_eq!(
        window.asks("document.querySelector('main').clientWidth === innerWidth").await,
        true,
        "it scrolls at the edge"
    );
    window.presses(Key::Escape).await;
    window.clicks_on("Back").await;
    window
        .sees("what was kept", "/What you typed is kept/.test(document.querySelector('.way')?.textContent ?? '')")
        .await;
    window.is_accessible().await;
    window.pictured("welcome-begun").await;
    window.clicks_on("New consultation").await;
    window.sees("the form", "document.activeElement.id === 'found-name'").await;
    let typed = window.asks("[...document.querySelectorAll('form input:not([type=radio])')].map((it) => it.value)");
    let days = ["Regional review, 2026", "10.11.2026", "11 November 2026", "", ""];
    assert_eq!(typed.await, Value::from(days.to_vec()), "nothing is lost but the passphrase");
    assert!(window.reads(".place bdi").await.ends_with("Regional review.anteroom"));
    window.fills("#new-passphrase", PASSPHRASE).await;
    window.fills("#new-passphrase-again", PASSPHRASE).await;
    window.clicks_on("Create the consultation").await;

    window.sees("the sheet", "document.querySelectorAll('dialog li').length === 12").await;
    let words = window.asks("[...document.querySelectorAll('dialog li')].map((it) => it.textContent)").await;
    let words: Vec<_> = words.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect();
    window.is_accessible().await;
    window.pictured("recovery-sheet").await;
    let first = "document.activeElement.textContent === 'Save…' && document.activeElement.matches('.first')";
    assert_eq!(window.asks(first).await, true, "first they are kept, then read back");
    window.presses(Key::Escape).await;
    assert_eq!(window.asks("document.querySelectorAll('dialog').length").await, 1, "it is not left by a slip");

    window.clicks_on("Print…").await;
    window.display().answers_nothing().await;
    window.clicks_on("Save…").await;
    window.display().answers_nothing().await;
    let kept = "[...document.querySelectorAll('dialog .first')].map((it) => it.textContent).join()";
    assert_eq!(window.asks(kept).await, "Save…", "what was called off keeps nothing");
    let kept = window.reads("dialog .kept").await;
    assert!(kept.contains("not encrypted") && !kept.contains("Printed"), "{kept}");
    window.clicks_on("Later").await;
    assert!(window.complains().await.contains("never shown again"), "whoever has nothing in hand is asked");
    window.sees("the safe answer", "document.activeElement.textContent === 'Stay'").await;
    window.is_accessible().await;
    window.pictured("recovery-sheet-later").await;
    window.presses(Key::Enter).await;
    window
        .sees(
            "the words",
            "document.querySelectorAll('dialog li').length === 12 && document.activeElement.textContent === 'Save…'",
        )
        .await;

    // The ending that nobody typed must not hit a file that nobody was asked about.
    let before = window.made.laptop.at("sheet.txt");
    fs::write(&before, "something else").unwrap();
    // With two that begin alike the dialog has nothing to complete the name with.
    fs::write(window.made.laptop.at("sheet of last year.txt"), "").unwrap();
    window.clicks_on("Save…").await;
    window.display().answers(before.with_extension("").to_str().unwrap()).await;
    window.display().answers_nothing().await;
    assert_eq!(fs::read_to_string(&before).unwrap(), "something else", "it is asked again, by its whole name");
    let saved = window.made.laptop.at("on paper.txt");
    window.clicks_on("Save…").await;
    window.display().answers(saved.with_extension("").to_str().unwrap()).await;
    let paper = loop {
        match fs::read_to_string(&saved) {
            Ok(paper) if !paper.is_empty() => break paper,
            _ => tokio::task::yield_now().await,
        }
    };
    window
        .sees(
            "the name",
            "/on paper.txt.*not encrypted.*stick/.test(document.querySelector('dialog .kept').textContent)",
        )
        .await;
    assert!(
        words.iter().all(|word| paper.contains(word.as_str())) && paper.contains("Regional review, 2026"),
        "{paper}"
    );

    // The dialog of the system prints into a file where it knows no printer, and into no folder.
    let printed = window.made.laptop.at("output.pdf");
    fs::create_dir(&printed).unwrap();
    window.clicks_on("Print…").await;
    window.display().prints().await;
    assert!(window.complains().await.contains("Printing failed"), "what the printer says is heard");
    assert!(!window.reads("dialog .kept").await.contains("Printed"));
    fs::remove_dir(&printed).unwrap();
    window.clicks_on("Print…").await;
    window.display().prints().await;
    window.sees("that it is printed", "/Printed/.test(document.querySelector('dialog .kept').textContent)").await;
    window.is_accessible().await;
    window.pictured("recovery-sheet-printed").await;
    let sheet = loop {
        let read = Command::new("pdftotext").arg("-layout").arg(&printed).arg("-").output().unwrap();
        if read.status.success() {
            break String::from_utf8(read.stdout).unwrap();
        }
        tokio::task::yield_now().await;
    };
    assert!(words.iter().all(|word| sheet.contains(word.as_str())), "{sheet}");
    assert!(!sheet.contains("Print…") && !sheet.contains("Save…"), "nothing else is on the paper: {sheet}");

    window.clicks_on("I have them on paper").await;
    window.sees("no word", "!document.querySelector('dialog li')").await;
    let asked = window
        .asks("[...document.querySelectorAll('dialog label')].map((it) => Number(it.textContent.match(/\\d+/)[0]))");
    let asked: Vec<usize> =
        asked.await.as_array().unwrap().iter().map(|at| usize::try_from(at.as_u64().unwrap()).unwrap()).collect();
    window.types("wrong").await;
    window.presses(Key::Enter).await;
    assert!(window.complains().await.contains("another"));
    window.is_accessible().await;
    for (place, at) in asked.iter().enumerate() {
        window.fills(&format!("dialog label:nth-of-type({}) input", place + 1), &words[at - 1]).await;
    }
    window.presses(Key::Enter).await;
    window.sees("the overview", "!document.querySelector('dialog') && document.querySelector('main h3')").await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("overview-new").await;
    window.chord(&[Key::Alt], '5').await;
    window
        .sees("the days", "[...document.querySelectorAll('.editor input')].some((it) => it.value === '2026-11-11')")
        .await;
    let page = window.asks("document.documentElement.outerHTML").await;
    assert!(!words.iter().all(|word| page.as_str().unwrap().contains(word.as_str())), "the words are gone");

    window.locks().await;
    window.clicks_on("Use the printed recovery sheet").await;
    window.sees("room for words", "document.activeElement.matches('textarea')").await;
    window.types("twelve words of no sheet at all").await;
    window.presses(Key::Enter).await;
    assert!(window.complains().await.contains("not twelve words"));
    window.is_accessible().await;
    window.pictured("recovery").await;
    window.fills("#passphrase", &words.join(" ").to_uppercase()).await;
    window.presses(Key::Enter).await;
    window.sees("another passphrase", "document.querySelector('dialog #new-passphrase')").await;
    window.is_accessible().await;
    window.pictured("new-passphrase").await;
    window.fills("#new-passphrase", "ten grey geese landing").await;
    window.fills("#new-passphrase-again", "ten grey geese landing").await;
    window.presses(Key::Enter).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;

    window.locks().await;
    window.types(PASSPHRASE).await;
    window.presses(Key::Enter).await;
    assert!(window.complains().await.contains("does not open"), "the old one opens nothing any more");
    window.fills("#passphrase", "ten grey geese landing").await;
    window.presses(Key::Enter).await;
    window.sees("the inside", "document.querySelector('nav [aria-current=page]')").await;

    window.locks().await;
    window.clicks_on("Back").await;
    window.sees("the welcome", "document.querySelector('.recent')").await;
    assert_eq!(window.asks("document.querySelector('.recent b').textContent").await, "Regional review");
    window.pictured("welcome-again").await;
    window.clicks(".recent + button").await;
    window.sees("none", "!document.querySelector('.recent')").await;
    assert!(place.is_dir(), "the folder stays");
}

#[tokio::test]
async fn the_door_is_whole_by_night_and_from_right_to_left_in_any_window() {
    let window = Window::welcoming(Made::nothing()).await;
    let sizes = [(1280, 800), (1000, 700)];
    let looks = async |name: &str| {
        for (width, height) in sizes {
            window.is_sized(width, height).await;
            window.fits().await;
            window.is_accessible().await;
            window.pictured(&format!("{name}-{width}")).await;
        }
    };
    let founding = async || {
        window.clicks("#welcome-begin + button").await;
        window.sees("the form", "document.activeElement.id === 'found-name'").await;
    };
    looks("door-welcome-light").await;
    founding().await;
    looks("door-founding-light").await;
    window.clicks("main > button").await;
    window.sees("the welcome", "document.querySelector('#welcome-begin')").await;
    window.opens_its_look().await;
    for key in [Key::Home, Key::Down, Key::Down] {
        window.presses(key).await;
    }
    window.sees("dark", "document.documentElement.dataset.theme === 'dark'").await;
    window.presses(Key::Escape).await;
    window.sees("no dialog", "!document.querySelector('dialog')").await;
    looks("door-welcome-dark").await;
    window.speaks("ar").await;
    looks("door-welcome-arabic").await;
    founding().await;
    looks("door-founding-arabic").await;

    window.types("المراجعة الإقليمية 2026").await;
    window.fills("#found-starts", "٩/١١/٢٠٢٦").await;
    window.fills("#found-ends", "8.11.2026").await;
    window.fills("#new-passphrase", PASSPHRASE).await;
    window.fills("#new-passphrase-again", PASSPHRASE).await;
    window.clicks(".place button").await;
    window.display().answers(window.made.laptop.at("review.anteroom").to_str().unwrap()).await;
    window.sees("the place", "document.querySelector('.place bdi').textContent.endsWith('review.anteroom')").await;
    window.clicks("form .first").await;
    window.sees("what is wrong", "document.querySelector('#found-days[role=alert]')").await;
    looks("door-founding-wrong-arabic").await;
    assert!(!window.made.laptop.at("review.anteroom").exists(), "nothing is created");
    window.fills("#found-ends", "11 نوفمبر 2026").await;
    window.clicks("form .first").await;
    window.sees("the sheet", "document.querySelectorAll('dialog li').length === 12").await;
    looks("door-sheet-arabic").await;
    window.clicks("dialog footer button:last-child").await;
    window.sees("the words asked for", "document.activeElement.matches('dialog input')").await;
    looks("door-sheet-back-arabic").await;
    window.locks().await;
    let begins =
        "['h1 bdi', '.place bdi'].map((it) => Math.round(document.querySelector(it).getBoundingClientRect().right))";
    let begins = window.asks(begins).await;
    assert_eq!(begins[0], begins[1], "a Latin name begins its line where the window does");
    looks("door-unlock-arabic").await;
}

#[tokio::test]
async fn preparing_the_example_tells_how_far_it_is_and_can_be_called_off() {
    let window = Window::welcoming(Made::nothing()).await;
    window.calls_off_what_is_long().await;
    window.clicks_on("Look at an example").await;
    let again = "window.shownOnce && !document.querySelector('.progress') && document.querySelector('.ways')";
    window.sees("the welcome as it was", again).await;
    window.clicks_on("Look at an example").await;
    window.sees("how far it is", "document.querySelector('.progress progress')?.value > 0").await;
    window.is_accessible().await;
    window.pictured("welcome-preparing").await;
    window.sees("the example", "document.querySelector('[role=note]')?.textContent.includes('Illustration')").await;
}

#[tokio::test]
async fn the_example_and_a_practice_session_open_by_one_press_and_say_what_they_are() {
    let window = Window::welcoming(Made::nothing()).await;
    window.clicks_on("Practise for five minutes").await;
    window.sees("a mark", "document.querySelector('[role=note]')?.textContent.includes('Practice')").await;
    window.sees("the first step", "document.querySelector('[role=status] b')?.textContent.includes('0')").await;
    window.is_accessible().await;
    window.clicks("main .first").await;
    let step = |done: u32| format!("document.querySelector('progress')?.value === {done}");
    window.sees("one step", &step(1)).await;
    window.sees("room for words", "document.activeElement.matches('textarea')").await;
    window.types("Nobody told us the office had moved.").await;
    window.presses(Key::Enter).await;
    window.sees("two steps", &step(2)).await;
    window.types("They tell everybody now.").await;
    window.chord(&[Key::Control], '1').await;
    window.presses(Key::Enter).await;
    window.sees("three steps", &step(3)).await;
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("practice").await;
    window.locks().await;
    window.clicks_on("Back").await;
    window.clicks_on("Look at an example").await;
    window.sees("a mark", "document.querySelector('[role=note]')?.textContent.includes('Illustration')").await;
    let told = window.sees("the overview", "document.querySelector('dl dd')?.textContent").await;
    assert_ne!(told, Value::from("0"));
    window.is_accessible().await;
    window.pictured("overview").await;
    window.is_sized(1000, 700).await;
    window.is_all_in_view().await;
    window.pictured("overview-1000").await;
}
