//! Several laptops at one consultation, each with its own command line: invited, admitted, and handing files over both ways.

use std::fs;
use std::process::Output;

use anteroom_tests::laptop::{Laptop, PASSPHRASE};
use serde_json::Value;

/// A laptop that takes part.
pub(crate) struct Member {
    pub(crate) laptop: Laptop,
    pub(crate) name: &'static str,
}

const INVITATION: &str = "x.invitation";
const ACCEPTANCE: &str = "x.acceptance";
const HAND_OVER: &str = "x.handover";

impl Member {
    /// Founds a consultation of one round.
    pub(crate) fn founds(name: &'static str) -> Self {
        let founder = Self { laptop: Laptop::default(), name };
        founder.does("new", &["--framework", "gcm", "--name", "Regional review"]);
        let session = founder.does("programme show", &[])["sessions"][0]["id"].as_str().unwrap().to_owned();
        founder.does("programme round", &["First round", "--session", &session]);
        founder
    }

    /// Invites somebody in a role, who begins with everything.
    pub(crate) fn invites(&self, name: &'static str, role: &str) -> Self {
        let other = Self { laptop: Laptop::default(), name };
        self.does("invite", &["--name", name, "--role", role, "--to", &self.at(INVITATION)]);
        self.carries(INVITATION, &other);
        other.answers(&["join", &other.at(INVITATION), "--name", name, "--to", &other.at(ACCEPTANCE)]);
        other.carries(ACCEPTANCE, self);
        self.does("admit", &[&self.at(ACCEPTANCE)]);
        self.does("bundle", &["--to", &self.at(HAND_OVER), "--for", name, "--whole"]);
        self.carries(HAND_OVER, &other);
        other.does("merge", &[&other.at(HAND_OVER)]);
        other
    }

    /// Hands over what the other lacks, who takes it in; says the report.
    pub(crate) fn hands_to(&self, other: &Self) -> Value {
        self.does("bundle", &["--to", &self.at(HAND_OVER)]);
        self.carries(HAND_OVER, other);
        other.does("merge", &[&other.at(HAND_OVER)])
    }

    fn carries(&self, file: &str, to: &Self) {
        fs::copy(self.at(file), to.at(file)).unwrap();
        fs::remove_file(self.at(file)).unwrap();
    }

    fn at(&self, file: &str) -> String {
        self.laptop.at(file).to_str().unwrap().to_owned()
    }

    pub(crate) fn file(&self) -> String {
        self.laptop.file().to_str().unwrap().to_owned()
    }

    /// What `verb FILE args…` answers.
    pub(crate) fn does(&self, verb: &str, args: &[&str]) -> Value {
        self.answers(&self.words(verb, args).iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The sentence with which it is refused.
    pub(crate) fn is_refused(&self, verb: &str, args: &[&str]) -> String {
        let words = self.words(verb, args);
        let answer = self.types(&words.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(answer.status.code(), Some(1), "{words:?}");
        String::from_utf8(answer.stderr).unwrap()
    }

    fn words(&self, verb: &str, args: &[&str]) -> Vec<String> {
        let verb = verb.split(' ').map(str::to_owned);
        verb.chain([self.file()]).chain(args.iter().map(|word| (*word).to_owned())).collect()
    }

    fn answers(&self, words: &[&str]) -> Value {
        let answer = self.types(&[words, &["--json"]].concat());
        assert!(answer.status.success(), "{}, {words:?}: {}", self.name, String::from_utf8_lossy(&answer.stderr));
        serde_json::from_slice(&answer.stdout).unwrap_or_default()
    }

    fn types(&self, words: &[&str]) -> Output {
        self.laptop.types(PASSPHRASE, words)
    }

    /// Records, and says the id.
    pub(crate) fn records(&self, text: &str, more: &[&str]) -> String {
        let recorded = self.does("record", &[&["--text", text, "--round", "First round"], more].concat());
        recorded["id"].as_str().unwrap().to_owned()
    }

    /// Imports what speakers said, a row each.
    pub(crate) fn imports(&self, rows: &[(String, &str)]) {
        let lines: Vec<String> = rows.iter().map(|(text, speaker)| format!("{text},{speaker}")).collect();
        let table = format!("text,speaker\n{}\n", lines.join("\n"));
        fs::write(self.at("rows.csv"), table).unwrap();
        let imported = self.does("import", &[&self.at("rows.csv"), "--text", "text", "--speaker", "column:speaker"]);
        assert_eq!(imported["recorded"], rows.len());
    }

    /// The texts that are listed.
    pub(crate) fn lists(&self) -> Vec<String> {
        let rows = self.does("list", &["--limit", "10000"]);
        let mut texts: Vec<_> =
            rows.as_array().unwrap().iter().map(|row| row["text"].as_str().unwrap().to_owned()).collect();
        texts.sort();
        texts
    }

    pub(crate) fn dump(&self) -> String {
        let answer = self.types(&["dump", &self.file()]);
        assert!(answer.status.success());
        String::from_utf8(answer.stdout).unwrap()
    }

    pub(crate) fn is_sound(&self) {
        self.does("verify", &[]);
    }
}

/// Everybody hands to everybody, until nothing is news.
pub(crate) fn all_hand_over(members: &[&Member]) {
    for _ in 0..2 {
        for (at, one) in members.iter().enumerate() {
            for (_, other) in members.iter().enumerate().filter(|(other, _)| *other != at) {
                one.hands_to(other);
            }
        }
    }
}

/// All have the same, and can prove it.
pub(crate) fn all_agree(members: &[&Member]) {
    let first = members[0].dump();
    for member in members {
        assert_eq!(member.dump(), first, "{} has what {} has", member.name, members[0].name);
        member.is_sound();
    }
}
