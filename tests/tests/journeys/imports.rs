//! A table comes in: chosen in a dialog of the system, laid out, counted, recorded in one action, taken back in one.

use std::fs;
use std::path::Path;

use fantoccini::key::Key;

use crate::consultation::Made;
use crate::window::Window;

const POLIS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/documents/fixtures/polis/american-assembly.bowling-green.csv");

impl Window {
    async fn chooses_table(&self, table: &Path) {
        self.clicks(".title .all").await;
        self.display().opens(table.to_str().unwrap()).await;
        self.sees("the table", "location.pathname === '/import' && document.querySelector('main form select')").await;
    }

    /// Waits until every row was looked at, and says what will become of them.
    async fn counts(&self) -> String {
        let counted = "document.querySelector('.counts b') && \
            document.querySelector('.counts').textContent.replace(/[\\u2066-\\u2069]/g, '').trim().replace(/\\s+/g, ' ')";
        self.sees("the counts", counted).await.as_str().unwrap().to_owned()
    }

    /// Maps something by the list under this label.
    async fn means(&self, label: &str, value: &str) {
        let id = format!(
            "[...document.querySelectorAll('form label')].find((label) => label.textContent === '{label}').htmlFor"
        );
        let id = self.asks(&id).await;
        self.chooses(&format!("#{}", id.as_str().unwrap()), value).await;
    }
}

#[tokio::test]
async fn a_real_table_is_laid_out_counted_imported_and_taken_back_in_one() {
    let window = Window::inside(Made::sample()).await;
    window.clicks(".title .all").await;
    window.display().answers_nothing().await;
    assert_eq!(window.asks("location.pathname").await, "/contributions", "whoever closes the dialog stays");

    window.chooses_table(Path::new(POLIS)).await;
    assert_eq!(window.counts().await, "896 new contributions");
    assert!(window.reads("main header p").await.starts_with("896 rows, written in UTF-8"));
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("import").await;
    window.asks("document.documentElement.dataset.theme = 'dark'").await;
    window.is_accessible().await;
    window.pictured("import-dark").await;
    window.asks("document.documentElement.dataset.theme = 'light'").await;
    window.speaks("ar").await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("import-arabic").await;
    window.speaks("en").await;
    window.means("Stakeholder group", "column:author-id").await;
    window.sees("refusals", "document.querySelector('.refused .why')").await;
    let counts = window.counts().await;
    assert!(counts.starts_with("Nothing new to record") && counts.contains("896 rows refused"), "{counts}");
    window.is_accessible().await;
    window.pictured("import-refused").await;
    window.means("Stakeholder group", "").await;
    window.means("Quoting", "given").await;
    assert_eq!(window.counts().await, "896 new contributions");
    assert_eq!(window.asks("document.querySelector('footer .first').ariaDisabled").await, "true", "it lacks a basis");
    window.chooses("#import-basis", "announcement").await;
    window.counts().await;
    window.chord(&[Key::Control], char::from(Key::Enter)).await;
    window
        .sees("the list", "location.pathname === '/contributions' && document.querySelector('[role=option] bdi')")
        .await;
    let all = |count: &str| {
        format!(
            "document.querySelector('.title p')?.textContent.replace(/[\\u2066-\\u2069]/g, '').trim().startsWith('{count} contributions')"
        )
    };
    window.sees("all of them", &all("1,170")).await;
    assert!(window.reads(".notice .said").await.starts_with("896 contributions imported."));
    window.pictured("import-done").await;
    window.asks("document.querySelector('[role=listbox]').focus()").await;
    window.chord(&[Key::Control], 'z').await;
    window.sees("as it was", &all("274")).await;
}

#[tokio::test]
async fn refused_rows_are_saved_with_their_reasons_and_what_is_called_off_leaves_nothing() {
    let window = Window::inside(Made::sample()).await;
    let table = window.made.laptop.at("Tischnotizen 7.csv");
    // As a spreadsheet saves it: semicolons, no Unicode.
    let rows = b"Comment;Group;Date\nSie behielten unsere P\xe4sse.;Trade unions;9.11.2020\nNiemand kam.;Nobodies;\n;Media;\nTrop tard.;;hier\n";
    fs::write(&table, rows).unwrap();
    window.chooses_table(&table).await;
    let counts = window.counts().await;
    assert_eq!(
        counts,
        "One new contribution 3 rows refused".replace("contribution 3", "contribution · 3").replace(" · ", " ")
    );
    assert!(window.reads("main header p").await.contains("windows-1252"), "{}", window.reads("main header p").await);
    window.sees("its letters", "document.querySelector('.said').textContent === 'Sie behielten unsere Pässe.'").await;
    window.pictured("import-sheet").await;
    window.is_sized(1000, 700).await;
    window.fits().await;
    window.is_accessible().await;
    window.pictured("import-1000").await;
    window.is_sized(640, 480).await;
    window.fits().await;
    window.pictured("import-640").await;
    window.is_sized(1280, 800).await;

    let refused = window.made.laptop.at("refused.csv");
    window.asks("[...document.querySelectorAll('footer button')][0].click()").await;
    window.display().answers(refused.to_str().unwrap()).await;
    window
        .sees(
            "that it is saved",
            "document.querySelector('.notice .said').textContent.includes('refused rows are saved')",
        )
        .await;
    let saved = fs::read_to_string(&refused).unwrap();
    assert!(saved.contains("Nobodies") && saved.contains("hier") && !saved.contains("Pässe"), "{saved}");
    assert_eq!(saved.lines().count(), 4, "{saved}");

    window.clicks("footer .first").await;
    window
        .sees("what became of them", "document.querySelector('.counts')?.textContent.includes('recorded before')")
        .await;
    let counts = window.counts().await;
    assert!(counts.starts_with("Nothing new to record") && counts.contains("one recorded before"), "{counts}");
    window.pictured("import-again").await;
}

/// What is chosen for a name that no group has.
fn fate_of(name: &str) -> String {
    format!(
        "(() => {{ const label = [...document.querySelectorAll('form section label')]
            .find((label) => label.textContent.includes('{name}')); return label && document.getElementById(label.htmlFor).value }})()"
    )
}

impl Window {
    /// Says what becomes of a name that no group has.
    async fn decides(&self, name: &str, fate: &str) {
        let id = format!(
            "[...document.querySelectorAll('form section label')].find((label) => label.textContent.includes('{name}')).htmlFor"
        );
        let id = self.asks(&id).await;
        self.chooses(&format!("[id='{}']", id.as_str().unwrap()), fate).await;
    }

    async fn opens_the_palette_for(&self, words: &str) {
        self.chord(&[Key::Control], 'k').await;
        self.sees("the palette", "document.activeElement.matches('dialog[open] input')").await;
        self.types(words).await;
    }
}

#[tokio::test]
async fn groups_that_are_not_known_are_added_taken_for_another_or_left_out_and_one_undo_takes_all_back() {
    let window = Window::inside(Made::sample()).await;
    let table = window.made.laptop.at("Tischnotizen.csv");
    let rows = "text;Which stakeholder group do you speak for?;when\nThey kept our passports.;Nobodies;2020-11-09\nNobody came.;nobodies;9.11.2020 10:30\n\
        Too late.;Medla;\nAnd one more.;Strangers;\n";
    fs::write(&table, rows).unwrap();
    window.chooses_table(&table).await;
    window.means("Text", "column:text").await;
    window.means("Stakeholder group", "column:Which stakeholder group do you speak for?").await;
    window.means("When it was said", "column:when").await;
    window.sees("the names", &format!("{} === 'refuse'", fate_of("Nobodies"))).await;
    assert!(window.counts().await.starts_with("Nothing new to record"));
    assert!(!window.reads("main").await.contains('–'), "nothing near is no dash");
    window.is_accessible().await;
    window.fits().await;
    window.pictured("import-unknown").await;

    window.decides("Nobodies", "add").await;
    window
        .sees(
            "two",
            "document.querySelector('.counts b')?.textContent.replace(/[\\u2066-\\u2069]/g, '').startsWith('2 new')",
        )
        .await;
    window.decides("Medla", "leaveOut").await;
    window
        .sees(
            "three",
            "document.querySelector('.counts b')?.textContent.replace(/[\\u2066-\\u2069]/g, '').startsWith('3 new')",
        )
        .await;
    let media =
        "[...document.querySelectorAll('form section option')].find((one) => one.textContent === 'Media').value";
    let media = window.asks(media).await;
    window.decides("Strangers", media.as_str().unwrap()).await;
    assert_eq!(window.counts().await, "4 new contributions");
    window.sees("its name", "document.querySelector('.facts').textContent.includes('Nobodies')").await;
    let facts = window.asks("[...document.querySelectorAll('.facts')].map((one) => one.innerText).join('|')").await;
    assert!(
        !facts.as_str().unwrap().contains("00:00")
            && !facts.as_str().unwrap().contains("12:00")
            && facts.as_str().unwrap().contains("10:30"),
        "{facts}"
    );
    window.is_accessible().await;
    window.pictured("import-decided").await;
    window.asks("document.documentElement.dataset.theme = 'dark'").await;
    window.is_accessible().await;
    window.pictured("import-decided-dark").await;
    window.asks("document.documentElement.dataset.theme = 'light'").await;
    window.speaks("ar").await;
    window.is_accessible().await;
    window.pictured("import-decided-arabic").await;
    window.speaks("en").await;
    window.is_sized(1000, 700).await;
    window.fits().await;
    window.pictured("import-decided-1000").await;
    window.is_sized(1280, 800).await;

    window.clicks("footer .first").await;
    window
        .sees("the list", "location.pathname === '/contributions' && document.querySelector('[role=option] bdi')")
        .await;
    let all = |count: &str| {
        format!(
            "document.querySelector('.title p')?.textContent.replace(/[\\u2066-\\u2069]/g, '').trim().startsWith('{count} contributions')"
        )
    };
    window.sees("four more", &all("278")).await;
    let listed = "[...document.querySelectorAll('[role=option]')].map((one) => one.innerText).find((one) => one.includes('They kept our passports.') && one.includes('Nobodies'))";
    let listed = window.sees("the new group", listed).await;
    assert!(!listed.as_str().unwrap().contains(":00"), "the hour is not known: {listed}");
    window.pictured("import-list").await;
    window.asks("document.querySelector('[role=listbox]').focus()").await;
    window.chord(&[Key::Control], 'z').await;
    window.sees("as it was", &all("274")).await;

    // The group went with them.
    window.chooses_table(&table).await;
    window.means("Text", "column:text").await;
    window.means("Stakeholder group", "column:Which stakeholder group do you speak for?").await;
    window.sees("it is unknown again", &format!("{} === 'refuse'", fate_of("Nobodies"))).await;
    window.decides("All ", "leaveOut").await;
    assert_eq!(window.counts().await, "4 new contributions");
}

#[tokio::test]
async fn an_import_is_found_by_what_people_call_it_and_escape_leaves_it_where_one_was() {
    let window = Window::inside(Made::sample()).await;
    window.chord(&[Key::Alt], '5').await;
    window.sees("another screen", "location.pathname === '/programme'").await;
    for word in ["csv", "excel", "table", "import"] {
        window.opens_the_palette_for(word).await;
        window
            .sees(word, "document.querySelector('dialog [role=option]')?.textContent.includes('Import a table')")
            .await;
        window.presses(Key::Escape).await;
        window.sees("it is closed", "!document.querySelector('dialog[open]')").await;
    }
    window.opens_the_palette_for("csv").await;
    window.presses(Key::Enter).await;
    window.display().opens(POLIS).await;
    window.sees("the table", "location.pathname === '/import' && document.querySelector('main form select')").await;
    window.counts().await;
    window.asks("document.querySelector('main form select').focus()").await;
    window.presses(Key::Escape).await;
    window
        .sees("the screen before", "location.pathname === '/programme' && document.activeElement.closest('main')")
        .await;
    assert_eq!(window.reads(".notice .said").await, "Import cancelled. Nothing was recorded.");
}

#[tokio::test]
async fn an_import_under_way_is_called_off_by_escape_and_leaves_nothing() {
    let window = Window::inside(Made::sample()).await;
    let table = window.made.laptop.at("many.csv");
    let rows: Vec<_> = (0..30_000).map(|row| format!("Row {row} of many rows about a harbour\n")).collect();
    fs::write(&table, format!("text\n{}", rows.concat())).unwrap();
    window.chooses_table(&table).await;
    window.means("Text", "column:text").await;
    window.means("Language", "en").await;
    assert_eq!(window.counts().await, "30,000 new contributions");
    window.clicks("footer .first").await;
    window
        .sees(
            "how far it is",
            "document.activeElement.matches('footer .work') && document.querySelector('.work progress')",
        )
        .await;
    window.presses(Key::Escape).await;
    window.sees("the button again", "document.activeElement.matches('footer .first')").await;
    assert_eq!(window.reads(".notice .said").await, "Import cancelled. Nothing was recorded.");
    assert_eq!(window.counts().await, "30,000 new contributions", "what the columns mean is still there");
    window.presses(Key::Escape).await;
    window
        .sees("the list", "location.pathname === '/contributions' && document.querySelector('[role=option] bdi')")
        .await;
    let all = "document.querySelector('.title p').textContent.replace(/[\\u2066-\\u2069]/g, '').trim().startsWith('274 contributions')";
    window.sees("as it was", all).await;
}

#[tokio::test]
async fn a_table_dropped_on_the_window_is_laid_out() {
    let window = Window::inside(Made::sample()).await;
    let table = window.made.laptop.at("Table 3.csv");
    fs::write(&table, "Comment,Group\nThey kept our passports.,Media\n").unwrap();
    window.display().drops(&table).await;
    window.sees("the table", "location.pathname === '/import' && document.querySelector('main form select')").await;
    assert!(window.reads("main h1").await.ends_with("Table 3.csv"));
}
