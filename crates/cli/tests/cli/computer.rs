//! A computer of its own for each test: a temporary folder, keys in it, and the program.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "canary-passphrase-7391";

pub(crate) struct Computer {
    folder: TempDir,
}

/// What the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ended {
    /// What it printed, where it did what it was asked to.
    pub(crate) fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// The one sentence, where it refused.
    pub(crate) fn refused(self) -> String {
        assert_eq!(self.code, 1, "{self:?}");
        assert_eq!(self.err.lines().count(), 1, "one sentence: {}", self.err);
        let sentence = self.err.trim_end().to_owned();
        assert!(sentence.ends_with(['.', '–']) || sentence.contains(". "), "a sentence: {sentence}");
        sentence
    }

    pub(crate) fn wrong_usage(self) {
        assert_eq!(self.code, 2, "{self:?}");
        assert!(!self.err.is_empty() && self.out.is_empty(), "{self:?}");
    }
}

impl Computer {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn writes(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        fs::write(self.path(name), bytes).unwrap();
        self.path(name)
    }

    /// The program with these arguments, in the computer's folder, with the passphrase in the environment.
    pub(crate) fn command(&self, arguments: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
        command.args(arguments).current_dir(self.folder.path());
        command.env("ANTEROOM_HOME", self.path("home")).env("ANTEROOM_PASSPHRASE", PASSPHRASE);
        // No keyring of whoever runs the tests is ever asked.
        command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        command
    }

    pub(crate) fn runs(&self, arguments: &[impl AsRef<OsStr>]) -> Ended {
        self.command(arguments).output().unwrap().into()
    }

    /// The same with `--json`, read.
    pub(crate) fn json(&self, arguments: &[impl AsRef<OsStr>]) -> Value {
        let mut with_json: Vec<&OsStr> = arguments.iter().map(AsRef::as_ref).collect();
        // In front of what stands behind `--`.
        with_json.insert(1, OsStr::new("--json"));
        let said = self.runs(&with_json).done();
        assert_eq!(said.lines().count(), 1, "one line of JSON: {said}");
        serde_json::from_str(&said).unwrap()
    }

    /// A consultation with nothing in it.
    pub(crate) fn founds(&self) -> &'static str {
        self.runs(&["new", "x.anteroom", "--framework", "gcm", "--name", "Our words"]).done();
        "x.anteroom"
    }

    /// The id of something that was recorded.
    pub(crate) fn records(&self, arguments: &[&str]) -> String {
        let recorded = self.json(&[&["record", "x.anteroom"], arguments].concat());
        recorded["id"].as_str().unwrap().to_owned()
    }

    pub(crate) fn lists(&self, arguments: &[&str]) -> Vec<Value> {
        self.json(&[&["list", "x.anteroom"], arguments].concat()).as_array().unwrap().clone()
    }
}

/// A copy of a whole folder.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (entry, to) = entry.map(|entry| (entry.path(), to.join(entry.file_name()))).unwrap();
        if entry.is_dir() {
            copy(&entry, &to);
        } else {
            fs::copy(&entry, &to).unwrap();
        }
    }
}

/// The keys of a JSON object, sorted.
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}
