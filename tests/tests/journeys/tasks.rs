//! What an organiser does about laptops in the evening: each in at most three steps, and without a word that only a programmer
//! would understand.

use anteroom_tests::laptop::copy_folder;

use crate::consultation::Made;
use crate::exchange::{packs, stick, table_called};
use crate::window::Window;

const MOST: usize = 3;

/// Words of how it is made, in none of which anybody thinks who sits at a table.
const INNER: &str = "/\\b(commit|revision|series|fork|hash|signature|certificate|device|epoch|vector|peer|merge|journal|key|digest|sync)s?\\b/i";

/// One task, step by step.
struct Task<'w> {
    window: &'w Window,
    what: &'static str,
    steps: usize,
}

impl<'w> Task<'w> {
    fn begin(window: &'w Window, what: &'static str) -> Self {
        Self { window, what, steps: 0 }
    }

    async fn clicks_on(&mut self, words: &str) {
        self.window.clicks_on(words).await;
        self.steps += 1;
    }

    /// Takes in a file: one step, with its dialog.
    async fn takes_in(&mut self, file: &str) {
        self.clicks_on("Take in files").await;
        self.window.display().opens(file).await;
        self.window.sees("what came", "document.querySelector('#exchange-taken')").await;
        self.is_plain().await;
    }

    async fn is_plain(&self) {
        let said =
            self.window.asks(&format!("document.querySelector('main').innerText.match({INNER})?.[0] ?? ''")).await;
        assert_eq!(said, "", "{}: a word of how it is made", self.what);
    }

    async fn ends(self, seen: &str) {
        self.window.sees(self.what, seen).await;
        self.is_plain().await;
        assert!(self.steps <= MOST, "{}: {} steps", self.what, self.steps);
    }
}

/// A file of a table with one note.
fn brings(table: &Made, note: &str) -> String {
    table.does("record", &["--text", note]);
    let file = stick(table, "table.handover");
    table.does("bundle", &["--to", &file]);
    file
}

/// Whether a row of the members' table says this of a laptop.
pub(crate) fn row(name: &str, state: &str) -> String {
    format!(
        "[...document.querySelectorAll('tbody tr')].some((row) => row.cells[0].innerText.includes('{name}') && \
         row.cells[1].innerText.includes('{state}'))"
    )
}

#[tokio::test]
async fn an_evening_with_tables_takes_three_steps_at_most_for_each() {
    let ana = Made::with_a_round();
    let (pack, words) = packs(&ana);
    let [seven, eight, again, stranger] =
        ["Table 7", "Table 8", "Table 7", "Nobody we know"].map(|name| table_called(name, &pack, &words));
    let window = Window::before(ana).await;
    window.unlocks().await;
    window.goes_to("/exchange").await;

    let mut admits = Task::begin(&window, "a table is let in");
    admits.takes_in(&brings(&eight, "What Table 8 noted.")).await;
    admits.clicks_on("Accept").await;
    admits.ends(&row("Table 8", "Facilitator")).await;

    // The day begins between the two files, so that one of them is of the day before.
    window.asks("(() => { const at = Date.now(); Date.prototype.setHours = () => at; })()").await;
    let mut admits = Task::begin(&window, "another table is let in");
    admits.takes_in(&brings(&seven, "What was noted before the laptop was lost.")).await;
    admits.clicks_on("Accept").await;
    admits.ends(&row("Table 7", "Facilitator")).await;

    let mut chases = Task::begin(&window, "a table is missing, and brings its file");
    window.sees("who is missing", "document.querySelector('.awaited').innerText.includes('Table 8')").await;
    window.pictured_day_and_night("task-missing").await;
    chases.takes_in(&brings(&eight, "What came late.")).await;
    chases.ends("!document.querySelector('.awaited')").await;

    let mut replaces = Task::begin(&window, "a lost laptop is replaced");
    replaces.takes_in(&brings(&again, "What was noted on the other laptop.")).await;
    let lost = "[...document.querySelectorAll('select option')].find((it) => it.value.startsWith('for:') && it.text.includes('Table 7'))?.value";
    let lost = window.sees("the lost laptop", lost).await;
    window.pictured_day_and_night("task-replace").await;
    window.chooses("section select", lost.as_str().unwrap()).await;
    replaces.steps += 1;
    replaces.clicks_on("Accept").await;
    replaces.ends(&format!("{} && {}", row("Table 7", "suspended"), row("Table 7", "Facilitator"))).await;

    let mut refuses = Task::begin(&window, "a stranger is refused");
    refuses.takes_in(&brings(&stranger, "What nobody wants.")).await;
    refuses.clicks_on("Refuse").await;
    refuses.ends("!document.querySelector('#exchange-strangers')").await;

    window.goes_to("/contributions").await;
    let notes = ["Table 8 noted", "laptop was lost", "came late", "on the other laptop"];
    for note in notes {
        window.sees(note, &format!("document.querySelector('main').innerText.includes('{note}')")).await;
    }
    assert_eq!(window.asks("document.querySelector('main').innerText.includes('nobody wants')").await, false);
}

#[tokio::test]
async fn what_follows_entries_that_nobody_has_any_more_counts_once_an_organiser_gives_them_up() {
    let ana = Made::with_a_round();
    let (pack, words) = packs(&ana);
    let seven = table_called("Table 7", &pack, &words);
    let file = brings(&seven, "The first note.");
    ana.does("merge", &[&file]);
    ana.does("approve", &["Table 7"]);
    // An old state of her laptop comes back, after she said that she has the second note; then the table's laptop is lost.
    let before = ana.laptop.at("before.anteroom");
    copy_folder(&ana.laptop.file(), &before);
    let file = brings(&seven, "The second note.");
    ana.does("merge", &[&file]);
    let back = stick(&ana, "back.handover");
    ana.does("bundle", &["--to", &back]);
    seven.does("merge", &[&back]);
    let file = brings(&seven, "The third note.");
    std::fs::remove_dir_all(ana.laptop.file()).unwrap();
    copy_folder(&before, &ana.laptop.file());

    let window = Window::before(ana).await;
    window.unlocks().await;
    window.goes_to("/exchange").await;
    let mut gives_up = Task::begin(&window, "what is missing is given up");
    gives_up.takes_in(&file).await;
    let gap = "document.querySelector('main').innerText.includes('Earlier entries of this laptop are missing')";
    window.sees("that entries are missing", gap).await;
    window.pictured_day_and_night("task-gap").await;
    window.goes_to("/contributions").await;
    let shows = |note: &str| format!("document.querySelector('main').innerText.includes('{note}')");
    window.sees("the first note", &shows("The first note.")).await;
    assert_eq!(window.asks(&shows("The third note.")).await, false, "it waits for what is missing");
    window.goes_to("/exchange").await;
    window.clicks("tbody button[aria-label*='Table 7']").await;
    gives_up.steps += 1;
    window.sees("what it means", "/no stick has them/.test(document.querySelector('dialog').innerText)").await;
    window.pictured_day_and_night("task-give-up").await;
    gives_up.clicks_on("Count what follows without it").await;
    gives_up.ends(&format!("!document.querySelector('dialog') && !({gap})")).await;
    window.goes_to("/contributions").await;
    window.sees("the third note", &shows("The third note.")).await;
    assert_eq!(window.asks(&shows("The second note.")).await, false, "nobody has it any more");
}
