//! Figures, and the page that shows them.

use std::fmt::Write as _;
use std::time::Duration;

/// Times of one thing done many times.
#[derive(Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// The time that so many in a hundred stay within, in milliseconds.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let at = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
        sorted.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    }
}

/// One line of the page.
pub(crate) struct Line {
    pub(crate) what: &'static str,
    pub(crate) reach: &'static str,
    pub(crate) seen: String,
    pub(crate) reached: bool,
    pub(crate) beside: String,
}

pub(crate) struct Report {
    machine: String,
    lines: Vec<Line>,
}

impl Report {
    pub(crate) fn new(machine: String) -> Self {
        Self { machine, lines: Vec::new() }
    }

    pub(crate) fn line(&mut self, line: Line) {
        crate::steps::say(&format!("{}: {} ({})", line.what, line.seen, line.beside));
        self.lines.push(line);
    }

    pub(crate) fn page(&self) -> String {
        let mut page = String::from(
            "# Benchmarks\n\nWritten by `make bench`. A ratio compares with a bare limit measured in the same run, on the same disk; milliseconds are those of the machine below. The code is `tests/src/bin/bench`.\n\n",
        );
        // Writing to a String does not fail.
        let _ = writeln!(page, "Seen on: {}.\n", self.machine);
        page.push_str("| what | to reach | seen | | beside it |\n| --- | --- | --- | --- | --- |\n");
        for Line { what, reach, seen, reached, beside } in &self.lines {
            let _ = writeln!(
                page,
                "| {what} | {reach} | {seen} | {} | {beside} |",
                if *reached { "reached" } else { "**not reached**" }
            );
        }
        page.push_str(METHOD);
        page
    }
}

const METHOD: &str = "
## How
- **Rows.** 100,000 contributions in Arabic, Chinese, English, French, Russian and Spanish, put together from sentences of the sample; each with a group, a kind, an objective, a language and a date in its columns.
- **Import.** From the CSV on disk to durable: read, validated, fingerprinted, digested, signed, encrypted, listed, searchable; one commit, one transaction. In a process of its own, whose peak memory is read at its end. The best of five, against the best of five.
- **The bare insert beside it.** The same rows, already in memory, with prepared statements of 200 rows, in one transaction into an SQLCipher table with the same columns, as many indexes (six: one unique on random ids, one over all filters, two on single columns, and two lists of keys) and FTS5 with the same settings over the same folded words. The other one: one table and FTS5, nothing else.
- **Recording.** `app::contributions::record` into the consultation of 100,000, from the call to the answer, after which the contribution is on the disk. Beside it one `INSERT` of the same text into an SQLCipher table in a transaction of its own, with the same journal mode and the same sync.
- **Search.** Beginnings of words as they are typed, from the first letter on, in six languages, in a warm process: `app::contributions::find`, best match first as the window asks (of one or two letters the newest), with the count of all that fits, the first 50 rows, their labels and highlights. Beside it FTS5 alone, asked for the row numbers of the 50 that fit best.
- **Proposals.** `app::suggest::suggest` for texts of the table, one after the other, in a warm process.
- **The window.** Built as a release is, with the feature `driven`, which lets WebKit's driver in and changes nothing else; 1280 × 800, on a display that nobody sees and that has no graphics card, so that everything is drawn by the processor. Beside it an empty window: the same Tauri, a page of one word. Ours leaves the imitation of a graphics card alone where there is none, and an empty window does not: so it is measured a second time, told to do the same, and both ratios are given. Each is started in turn, the first time of each left out. *Start*: from the program's first instruction to the page's first painting of something that can be read. *To the list*: from Enter behind the passphrase by way of the first screen, which is left as soon as it stands. *Memory*: the proportional share (PSS) of all its processes, two seconds after. *Key press to painted*: from the time that the event bears to the task behind the frame in which what it changed stands. In the composer each key is sent when the one before it has been painted, and the same letters are typed into the bare field of the empty window drawn alike. *Frames*: the time from one to the next while the display turns the wheel over it, slowly and fast, forth and back, and while End and Home are pressed in turn; a frame has blank rows where a row in view has no words yet or no row stands.
- **From laptop to laptop.** An organiser and twenty laptops that began from an event pack and were let in, each in a process of its own with its own keys. `app::exchange::merge` into the open consultation, from the call to the answer, with its report; opening and closing are not in it, and reading the journal for the first time is told beside it. Several files are taken in as the window does it: while one is written to the disk, the next one begins to be read. Each file is checked whole: the sender's signature, every commit's, every digest. Rows and texts are those of the import; what is recorded one by one is recorded by `app::contributions::record`, a commit and a signature each. The best of three, each into a fresh copy. *Tagged*: a table of half of them on each side, and then each contribution given eight objectives in an action of its own. *Again*: byte for byte the same files. *Against file size*: the middle of five files of 1,000 each, from five laptops, one after the other into the same consultation, whose other contributions were imported in tables; the three sizes in turn, three times, each into a fresh copy that is on the disk, and the best of each. *Memory*: the most that the process ever held, from its start to its end.
- **The shared server.** PostgreSQL of the tests' own, over TLS, syncing to the disk. `hub` seals and brings 100,000 commits of 380 bytes and their words of 300, and another device fetches and opens them, commits in the order of arrival and words by name; beside it the same sealed bytes in as large pages into a table with a key and nothing else. The best of three.
- **Opening.** From the passphrase to the overview, what a list can be narrowed by, and the first 50 rows, less what deriving the key takes.
";
