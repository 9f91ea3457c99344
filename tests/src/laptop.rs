//! A laptop of the tests: a program of its own with its own keys, asked one thing after another.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex};

use serde_json::Value;

use crate::programs::built;
use crate::request::{Refused, Request, With, find, said};

pub const PASSPHRASE: &str = "correct horse battery staple";

/// A computer on which people work: a place for files, and its own keys.
#[derive(Debug)]
pub struct Laptop {
    place: tempfile::TempDir,
}

impl Default for Laptop {
    fn default() -> Self {
        Self { place: tempfile::tempdir().unwrap() }
    }
}

impl Laptop {
    /// A place on this computer.
    pub fn at(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    pub fn place(&self) -> &Path {
        self.place.path()
    }

    /// Where it keeps its keys.
    pub fn home(&self) -> PathBuf {
        self.at("home")
    }

    /// The consultation's folder.
    pub fn file(&self) -> PathBuf {
        self.at("review.anteroom")
    }

    /// Writes a table whose first column holds the words, and says where.
    pub fn table<'a>(&self, name: &str, rows: impl IntoIterator<Item = &'a str>) -> PathBuf {
        let to = self.at(name);
        let mut table = csv::Writer::from_path(&to).unwrap();
        table.write_record(["text"]).unwrap();
        rows.into_iter().for_each(|row| table.write_record([row]).unwrap());
        table.flush().unwrap();
        to
    }

    /// The command that starts this laptop's program, behind the words of another one that runs it.
    pub fn command(&self, before: &[&str]) -> Command {
        let program = built("laptop");
        let mut command = match before {
            [] => Command::new(program),
            [first, others @ ..] => {
                let mut command = Command::new(first);
                command.args(others).arg(program);
                command
            }
        };
        command.env("ANTEROOM_HOME", self.home()).env_remove("RUST_LOG");
        command
    }

    pub fn starts(&self) -> Running {
        Running::start(self.command(&[]))
    }

    /// Starts, and opens the consultation.
    pub fn opens(&self) -> Running {
        let mut running = self.starts();
        running.opens(&self.file(), PASSPHRASE);
        running
    }

    /// Starts, and founds a consultation: says the words of its recovery sheet.
    pub fn founds(&self) -> (Running, String) {
        let mut running = self.starts();
        let words = running.founds(&self.file());
        (running, words)
    }
}

/// Copies a folder as people do: file by file, and what lies below it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let copy = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &copy);
        } else {
            fs::copy(entry.path(), copy).unwrap();
        }
    }
}

/// The laptop's program while it runs.
#[derive(Debug)]
pub struct Running {
    child: Arc<Mutex<Child>>,
    asking: Option<ChildStdin>,
    answering: BufReader<ChildStdout>,
}

impl Running {
    pub fn start(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (asking, answering) = (child.stdin.take(), BufReader::new(child.stdout.take().unwrap()));
        Self { child: Arc::new(Mutex::new(child)), asking, answering }
    }

    pub fn id(&self) -> u32 {
        self.child.lock().unwrap().id()
    }

    /// Ends it at once, from another thread too.
    pub fn killer(&self) -> impl FnOnce() + Send + 'static {
        let child = Arc::clone(&self.child);
        move || child.lock().unwrap().kill().unwrap()
    }

    /// Ends it at once, as a pulled plug does.
    pub fn is_killed(self) {
        self.killer()();
    }

    /// Asks, and waits for the answer; `None` where the program is gone.
    pub fn tries(&mut self, request: &Request) -> Option<Result<Value, Refused>> {
        let mut line = serde_json::to_string(request).unwrap();
        line.push('\n');
        self.asking.as_mut()?.write_all(line.as_bytes()).ok()?;
        let mut answer = String::new();
        self.answering.read_line(&mut answer).ok()?;
        // Half a line was never acknowledged.
        let mut answer: BTreeMap<String, Value> =
            answer.ends_with('\n').then(|| serde_json::from_str(&answer).unwrap())?;
        Some(match answer.remove("refused") {
            Some(refused) => Err(serde_json::from_value(refused).unwrap()),
            None => Ok(answer.remove("done").unwrap()),
        })
    }

    #[expect(clippy::needless_pass_by_value, reason = "what is asked is said where it is asked")]
    pub fn does(&mut self, request: Request) -> Value {
        self.tries(&request).expect("the program goes on").unwrap_or_else(|refused| panic!("refused: {refused:?}"))
    }

    #[expect(clippy::needless_pass_by_value, reason = "what is asked is said where it is asked")]
    pub fn is_refused(&mut self, request: Request) -> Refused {
        let answer = self.tries(&request).expect("the program goes on");
        answer.expect_err("this is refused")
    }

    pub fn opens(&mut self, file: &Path, passphrase: &str) {
        self.does(Request::Open { file: file.to_owned(), with: With::Passphrase(passphrase.to_owned()) });
    }

    /// Founds a consultation, and says the words of its recovery sheet.
    pub fn founds(&mut self, file: &Path) -> String {
        let made = self.does(Request::Create { file: file.to_owned(), passphrase: PASSPHRASE.to_owned() });
        text(&made["recovery"])
    }

    /// Records, and says the id.
    pub fn records(&mut self, words: &str) -> String {
        text(&self.does(said(words))["id"])
    }

    /// What is found, in the order of a list.
    pub fn finds(&mut self, words: &str) -> Vec<String> {
        rows(&self.does(find(words))).into_iter().map(|(_, text)| text).collect()
    }

    /// The same without an order.
    pub fn finds_sorted(&mut self, words: &str) -> Vec<String> {
        let mut found = self.finds(words);
        found.sort();
        found
    }

    pub fn imports(&mut self, table: &Path) -> (u64, u64) {
        let report = self.does(Request::Import { table: table.to_owned() });
        assert_eq!(report["refused"], 0, "every row can be recorded");
        (report["recorded"].as_u64().unwrap(), report["already"].as_u64().unwrap())
    }

    /// Everything can be proved.
    pub fn is_sound(&mut self) -> Value {
        let found = self.does(Request::Verify);
        assert_eq!(found["ok"], true, "{found}");
        found
    }

    pub fn closes(&mut self) {
        self.does(Request::Close);
    }

    pub fn dump(&mut self) -> String {
        text(&self.does(Request::Dump))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Nobody asks any more: it ends. Where something runs it, that ends with it.
        self.asking = None;
        self.child.lock().unwrap().wait().ok();
    }
}

/// What is text, as text.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The rows of a list: id and words.
pub fn rows(found: &Value) -> Vec<(String, String)> {
    let rows = found["rows"].as_array().unwrap();
    rows.iter().map(|row| (text(&row["id"]), text(&row["text"]))).collect()
}
