//! What a laptop can be asked to do: one line of JSON each, so that secrets stand in no argument and no environment.

use std::path::PathBuf;

use anteroom_app::contributions::RecordContribution;
use anteroom_app::model::view::FindContributions;
use serde::{Deserialize, Serialize};

/// One thing that the person at the laptop does. The program answers it with one line, once it is done.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Request {
    Create {
        file: PathBuf,
        passphrase: String,
    },
    Sample {
        file: PathBuf,
        passphrase: String,
    },
    Open {
        file: PathBuf,
        with: With,
    },
    Close,
    ChangePassphrase {
        file: PathBuf,
        with: With,
        new: String,
        anew: bool,
    },
    Record(RecordContribution),
    Speaker {
        name: String,
        organisation: Option<String>,
    },
    Import {
        table: PathBuf,
    },
    Find(FindContributions),
    Show {
        id: String,
    },
    Correct {
        id: String,
        text: String,
    },
    Tag {
        id: String,
        nodes: Vec<String>,
    },
    Erase {
        ids: Vec<String>,
    },
    Undo,
    /// Takes in a hand-over file. Where `ends_at` is given the program ends at once when it tells of that step, counted from 0.
    Merge {
        file: PathBuf,
        ends_at: Option<u64>,
    },
    /// Lets in a laptop that waits, by its id.
    Approve {
        device: String,
    },
    Strangers,
    Verify,
    Rebuild,
    Dump,
    Overview,
    Programme,
    Filters,
    Group {
        name: String,
    },
    NewBrief {
        roundtable: String,
        title: String,
    },
    WriteBrief {
        brief: String,
        text: String,
        cite: Vec<String>,
    },
    Briefs,
    ExportBrief {
        brief: String,
        audience: String,
        to: PathBuf,
    },
    Remember {
        pin: String,
    },
    /// All of them at the same time.
    AtOnce(Vec<Request>),
    /// What the public types print of themselves when somebody debugs.
    DebugOutput {
        passphrase: String,
        recovery: String,
    },
}

/// What opens a consultation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum With {
    Passphrase(String),
    Recovery(String),
    /// With what the keyring holds, which on a computer for tests is nothing.
    Pin(String),
}

/// Why something was refused, as the program says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    pub code: String,
    pub message: String,
    pub details: Vec<String>,
}

impl Refused {
    /// One sentence that a person can read: it begins and ends as one, and no library speaks through it.
    pub fn is_plain(&self) -> bool {
        is_plain(&self.message)
    }
}

/// Whether a line is one sentence that a person can read.
pub fn is_plain(sentence: &str) -> bool {
    let begins = sentence.chars().next().is_some_and(|first| first.is_uppercase() || first == '“');
    let foreign = ["sqlite3", "sqlx", "panicked", "os error", "Error {", "Some(", "::"];
    begins
        && sentence.trim_end().ends_with(['.', '?', '!', ')'])
        && !sentence.trim_end().contains('\n')
        && !foreign.iter().any(|word| sentence.contains(word))
}

pub fn said(text: &str) -> Request {
    Request::Record(RecordContribution { text: text.to_owned(), ..RecordContribution::default() })
}

/// All contributions, or those with these words.
pub fn find(words: &str) -> Request {
    Request::Find(FindContributions { words: words.to_owned(), limit: 1_000_000, ..FindContributions::default() })
}
