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
