//! A laptop is stolen: what it did since then is refused, whom it let in is kept or falls with it, and where it is the
//! founder's, the recovery sheet ends what it decides.

use crate::consultation::Made;
use crate::exchange::{invited, packs, stick, table_called};
use crate::tasks::row;
use crate::window::Window;

const STOLEN: &str = "dialog label:not(:has(bdi)) input[type=checkbox]";

/// A table that `made` lets in, with one note; everything by the command line.
fn lets_in(made: &Made, name: &str) {
    let (pack, words) = packs(made);
    let table = table_called(name, &pack, &words);
    table.does("record", &["--text", &format!("What {name} noted.")]);
    let file = stick(&table, "table.handover");
    table.does("bundle", &["--to", &file]);
    made.does("merge", &[&file]);
    made.does("approve", &[name]);
    std::fs::remove_file(pack).unwrap();
}

fn hands(from: &Made, to: &Made) {
    let file = stick(from, "back.handover");
    from.does("bundle", &["--to", &file]);
    to.does("merge", &[&file]);
    std::fs::remove_file(file).unwrap();
}

impl Window {
    async fn is_about_to_suspend(&self, name: &str) {
        self.goes_to("/exchange").await;
        let button = format!("tbody button[aria-label*='{name}']");
        self.sees("who takes part", &format!("document.querySelector(\"{button}\")")).await;
        self.clicks(&button).await;
        self.clicks_on("Suspend").await;
        self.sees("what that means", "document.querySelector('dialog input[name=when]')").await;
    }

    async fn shows(&self, note: &str) -> bool {
        self.asks(&format!("document.querySelector('main').innerText.includes('{note}')")).await == true
    }
}

#[tokio::test]
async fn what_a_stolen_laptop_did_since_a_day_is_refused_and_whom_it_let_in_is_kept() {
    let (ana, _) = Made::founded();
    let bea = invited(&ana, "Bea", "organiser");
    bea.does("record", &["--text", "What the thief wrote."]);
    for name in ["Table 7", "Table 8"] {
        lets_in(&bea, name);
    }
    let carl = invited(&bea, "Carl", "organiser");
    lets_in(&carl, "Table 9");
    hands(&bea, &ana);
    hands(&carl, &ana);
    let window = Window::before(ana).await;
    window.unlocks().await;
    window.is_about_to_suspend("Bea").await;
    window.is_accessible().await;
    assert!(!window.shows("It let these in").await, "from now on nobody falls");
    window.clicks("dialog input[name=when]:not([data-first])").await;
    window.fills("dialog .moment", "yesterday").await;
    window
        .sees("that this is no date", "document.querySelector('dialog .warn')?.innerText.includes('not a date')")
        .await;
    window.clicks("dialog .stop").await;
    window.fills("dialog .moment", "9.11.2025 10:30").await;
    let names = "[...document.querySelectorAll('dialog bdi')].map((it) => it.innerText).join()";
    window.sees("whom it let in", &format!("{names} === 'Carl,Table 7,Table 8'")).await;
    let with = "document.querySelector('dialog label:has(bdi) .hint')?.innerText";
    window.sees("who stands and falls with him", &format!("{with}.includes('Table 9')")).await;
    let ticked = "[...document.querySelectorAll('dialog label:has(bdi) input')].map((it) => it.checked).join()";
    window.sees("that they stay", &format!("{ticked} === 'true,true,true'")).await;
    window.clicks(STOLEN).await;
    window.sees("that whom a thief let in falls", &format!("{ticked} === 'false,false,false'")).await;
    window.clicks("dialog label:has(bdi):nth-of-type(2) input").await;
    window.sees("that one stays", &format!("{ticked} === 'false,true,false'")).await;
    window.pictured_day_and_night("stolen").await;
    window.fits().await;
    window.clicks("dialog .stop").await;
    window.sees("that she is suspended", &row("Bea", "suspended")).await;
    window.sees("who stays", &row("Table 7", "Facilitator")).await;
    for (falls, role) in [("Table 8", "Facilitator"), ("Carl", "Organiser"), ("Table 9", "Facilitator")] {
        assert_eq!(window.asks(&row(falls, role)).await, false, "{falls} fell with it");
    }
    window.goes_to("/contributions").await;
    let noted = "document.querySelector('main').innerText.includes('What Table 7 noted')";
    window.sees("what the table noted", noted).await;
    assert!(!window.shows("What the thief wrote").await);
    for table in ["Table 8", "Table 9"] {
        assert!(!window.shows(&format!("What {table} noted")).await, "it waits until the table is let in again");
    }
}

#[tokio::test]
async fn a_stolen_founders_laptop_is_ended_by_the_recovery_sheet() {
    let (ana, sheet) = Made::founded();
    ana.does("record", &["--text", "What the founder heard."]);
    let window = Window::before(invited(&ana, "Bea", "organiser")).await;
    window.unlocks().await;
    window.is_about_to_suspend("the founder").await;
    window.sees("what only the sheet ends", "document.querySelector('dialog #sheet-words')").await;
    window.clicks(STOLEN).await;
    window.fills("#sheet-words", "twelve words of no sheet at all").await;
    let told = "document.querySelector('dialog [role=alert]')?.innerText";
    window.clicks("dialog .stop").await;
    window.sees("why not", &format!("{told}?.includes('not twelve words')")).await;
    let other = format!("{}about", "abandon ".repeat(11));
    window.fills("#sheet-words", &other).await;
    window.clicks("dialog .stop").await;
    window.sees("that they are of another one", &format!("{told}?.includes('do not open this consultation')")).await;
    window.pictured_day_and_night("stolen-founder-wrong").await;
    window.fits().await;
    window.is_accessible().await;
    assert_eq!(window.asks("document.querySelector('#sheet-words').value").await, other, "what was typed stands there");
    assert_eq!(
        window.asks("document.querySelector('.notice .said').innerText").await,
        "",
        "it is told where it is typed"
    );
    assert_eq!(window.asks(&row("the founder", "suspended")).await, false);
    window.fills("#sheet-words", &sheet).await;
    window.pictured_day_and_night("stolen-founder").await;
    window.is_accessible().await;
    window.clicks("dialog .stop").await;
    window.sees("that it is suspended", &row("the founder", "suspended")).await;
    window.goes_to("/contributions").await;
    window
        .sees("what it had recorded", "document.querySelector('main').innerText.includes('What the founder heard')")
        .await;

    // What it decides from now on, nobody hears of: neither what it records, nor whom it lets in.
    let (pack, words) = packs(&ana);
    let mole = table_called("Mole", &pack, &words);
    ana.does("record", &["--text", "A false testimony."]);
    let from_mole = stick(&mole, "mole.handover");
    mole.does("bundle", &["--to", &from_mole]);
    ana.does("merge", &[&from_mole]);
    ana.does("approve", &["Mole"]);
    hands(&ana, &mole);
    mole.does("record", &["--text", "Another one."]);
    let from_mole = stick(&mole, "more.handover");
    mole.does("bundle", &["--to", &from_mole]);
    window.goes_to("/exchange").await;
    window.clicks_on("Take in files").await;
    window.display().opens(&from_mole).await;
    window.sees("what came", "document.querySelector('.reports li:not(.bad)')").await;
    assert_eq!(window.asks("document.querySelector('.reports .bad')").await, serde_json::Value::Null);
    window.pictured("stolen-founder-later").await;
    assert_eq!(window.asks(&row("Bea", "Organiser")).await, true);
    assert_eq!(window.asks(&row("Mole", "Facilitator")).await, false);
    window.goes_to("/contributions").await;
    window.sees("the list", "document.querySelector('main').innerText.includes('What the founder heard')").await;
    assert!(!window.shows("false testimony").await && !window.shows("Another one").await);
}

#[tokio::test]
async fn where_no_organiser_is_left_the_recovery_sheet_lets_a_laptop_in() {
    let (ana, sheet) = Made::founded();
    let (pack, words) = packs(&ana);
    let window = Window::before(table_called("Table 7", &pack, &words)).await;
    window.unlocks().await;
    window.goes_to("/exchange").await;
    window.sees("that it waits", "document.querySelector('main').innerText.includes('not yet confirmed')").await;
    window.clicks_on("Recovery sheet").await;
    window.fills("#sheet-words", "twelve words").await;
    window.clicks_on("Let this laptop in").await;
    window
        .sees("why not", "document.querySelector('dialog [role=alert]').innerText.includes('not twelve words')")
        .await;
    window.fills("#sheet-words", &sheet).await;
    window.pictured_day_and_night("recover").await;
    window.is_accessible().await;
    window.clicks_on("Let this laptop in").await;
    window.sees("that it takes part", &row("Table 7", "Organiser")).await;
    window.sees("what organisers do", "document.querySelector('.ways').innerText.includes('Invite')").await;
    window.speaks("ar").await;
    window.is_about_to_suspend_in_any_language().await;
    window.pictured("stolen-arabic").await;
    window.fits().await;
}

impl Window {
    /// The laptop that is not this one.
    async fn is_about_to_suspend_in_any_language(&self) {
        self.goes_to("/exchange").await;
        let other = "[...document.querySelectorAll('tbody tr')].findIndex((row) => !row.innerText.includes('Table 7'))";
        let other = self.sees("the founder's laptop", &format!("{other} + 1")).await;
        self.clicks(&format!("tbody tr:nth-child({other}) button:last-child")).await;
        self.clicks("dialog .stop").await;
        self.sees("what that means", "document.querySelector('dialog input[name=when]')").await;
    }
}
