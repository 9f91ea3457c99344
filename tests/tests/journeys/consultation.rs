//! The consultations that the journeys are about: made once by the command line, copied for each window.

use std::path::PathBuf;
use std::sync::LazyLock;

use anteroom_tests::laptop::{Laptop, PASSPHRASE, copy_folder};
use serde_json::Value;

/// How many rows the long list has.
pub(crate) const MANY: usize = 4_000;

static SAMPLE: LazyLock<Made> = LazyLock::new(|| Made::by(|made| drop(made.says(&["sample", made.path()]))));

static ROUND: LazyLock<Made> = LazyLock::new(|| {
    Made::by(|made| {
        made.says(&["new", made.path(), "--framework", "gcm", "--name", "UNECE regional review"]);
        let programme = made.says(&["programme", "show", made.path()]);
        let session = programme["sessions"][0]["id"].as_str().unwrap();
        let question = "What stands between migrant workers and decent work, and what has begun to move?";
        let more = ["--question", question, "--question", "What should States commit to?", "--limit", "180"];
        made.says(
            &[&["programme", "round", made.path(), "Second round", "--session", session], more.as_slice()].concat(),
        );
    })
});

static LONG: LazyLock<Made> = LazyLock::new(|| Made::with_rows(MANY));

static LONGEST: LazyLock<Made> = LazyLock::new(|| Made::with_rows(20_000));

/// A consultation on a laptop of its own, which the command line asks; the window asks a copy.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) laptop: Laptop,
    file: PathBuf,
}

impl Made {
    fn by(begin: impl FnOnce(&Self)) -> Self {
        let laptop = Laptop::default();
        let made = Self { file: laptop.file(), laptop };
        begin(&made);
        made
    }

    fn with_rows(count: usize) -> Self {
        Self::by(|made| {
            made.says(&["new", made.path(), "--framework", "gcm", "--name", "Long list"]);
            let rows: Vec<_> =
                (1..=count).map(|row| format!("Row {row} of many, each with words of its own.")).collect();
            let table = made.laptop.table("many.csv", rows.iter().map(String::as_str));
            made.says(&["import", made.path(), table.to_str().unwrap(), "--text", "text"]);
        })
    }

    /// The invented consultation that Anteroom comes with.
    pub(crate) fn sample() -> Self {
        SAMPLE.copied()
    }

    /// A laptop on which nothing was opened yet.
    pub(crate) fn nothing() -> Self {
        Self::by(|_| ())
    }

    /// Nothing said yet, and one round to say it in.
    pub(crate) fn with_a_round() -> Self {
        ROUND.copied()
    }

    /// One that was founded a moment ago, and the words of its recovery sheet.
    pub(crate) fn founded() -> (Self, String) {
        let mut sheet = String::new();
        let made = Self::by(|made| {
            let said = made.says(&["new", made.path(), "--framework", "gcm", "--name", "UNECE regional review"]);
            said["recovery"].as_str().unwrap().clone_into(&mut sheet);
        });
        (made, sheet)
    }

    /// A second round, held on the record.
    pub(crate) fn adds_a_round_on_the_record(&self) {
        let programme = self.says(&["programme", "show", self.path()]);
        let session = programme["sessions"][0]["id"].as_str().unwrap();
        let rule = ["--rule", "on-the-record", "--basis", "announcement"];
        self.says(
            &[&["programme", "round", self.path(), "Third round", "--session", session], rule.as_slice()].concat(),
        );
    }

    /// Several thousand rows.
    pub(crate) fn long() -> Self {
        LONG.copied()
    }

    /// So many that a change of all takes its time.
    pub(crate) fn longest() -> Self {
        LONGEST.copied()
    }

    fn copied(&self) -> Self {
        Self::by(|copy| {
            copy_folder(&self.file, &copy.file);
            copy_folder(&self.laptop.home(), &copy.laptop.home());
        })
    }

    /// What the window opens: a copy, because what stands open in a window cannot be asked by the command line.
    pub(crate) fn shown(&self) -> PathBuf {
        let shown = self.laptop.at("shown").join("review.anteroom");
        if !shown.exists() {
            copy_folder(&self.file, &shown);
        }
        shown
    }

    pub(crate) fn path(&self) -> &str {
        self.file.to_str().unwrap()
    }

    /// What the command line answers.
    pub(crate) fn says(&self, args: &[&str]) -> Value {
        let answer = self.laptop.types(PASSPHRASE, &[args, &["--json"]].concat());
        assert!(answer.status.success(), "{args:?}: {}", String::from_utf8_lossy(&answer.stderr));
        serde_json::from_slice(&answer.stdout).unwrap_or_default()
    }

    /// The rows that `anteroom list` finds, all of them.
    pub(crate) fn lists(&self, args: &[&str]) -> Vec<Value> {
        let found = self.says(&[&["list", self.path(), "--limit", "100000"], args].concat());
        found.as_array().expect("a list is an array").clone()
    }

    /// One contribution as `anteroom show` has it.
    pub(crate) fn shows(&self, reference: &str) -> Value {
        self.says(&["show", self.path(), reference])
    }

    /// Does something to the consultation's file: `verb FILE args…`.
    pub(crate) fn does(&self, verb: &str, args: &[&str]) {
        self.says(&[&[verb, self.path()], args].concat());
    }
}
