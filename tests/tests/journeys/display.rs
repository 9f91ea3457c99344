//! A display of its own for a window whose dialogs of the system are to be used: keys go where that window is, and nowhere
//! else.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use anteroom_tests::driver::PATIENCE;

#[derive(Debug)]
pub(crate) struct Display {
    child: Child,
    name: String,
}

impl Display {
    pub(crate) fn own() -> Self {
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts: scripts/packages.sh window tests installs it");
        let mut number = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb says which display it is");
        Self { child, name: format!(":{}", number.trim()) }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    fn xdotool(&self, args: &[&str]) -> Option<String> {
        let told = Command::new("xdotool").args(args).env("DISPLAY", &self.name).output();
        let told = told.expect("xdotool runs: scripts/packages.sh tests installs it");
        told.status.success().then(|| String::from_utf8_lossy(&told.stdout).trim().to_owned())
    }

    /// The windows that stand there, by number, each with its name.
    fn windows(&self) -> Vec<(String, String)> {
        let numbers = self.xdotool(&["search", "--onlyvisible", "--name", "."]).unwrap_or_default();
        let name = |number: &str| self.xdotool(&["getwindowname", number]).unwrap_or_default();
        numbers.lines().map(|number| (number.to_owned(), name(number))).collect()
    }

    /// Waits for a dialog of the system.
    async fn dialog(&self) -> String {
        let start = Instant::now();
        loop {
            let windows = self.windows();
            if let Some((number, _)) = windows.iter().find(|(_, name)| name != "Anteroom" && !name.is_empty()) {
                return number.clone();
            }
            assert!(start.elapsed() < PATIENCE, "a dialog opens; there are {windows:?}");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }

    /// Answers the dialog that opens with this path, by the keyboard, and waits until it is gone.
    pub(crate) async fn answers(&self, path: &str) {
        let dialog = self.dialog().await;
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        // The name that is proposed is chosen as a whole: what is typed takes its place.
        self.xdotool(&["key", "--clearmodifiers", "ctrl+a"]);
        self.xdotool(&["type", "--delay", "2", path]);
        self.xdotool(&["key", "Return"]);
        self.is_closed(&dialog).await;
    }

    /// Closes the dialog that opens without an answer.
    pub(crate) async fn answers_nothing(&self) {
        let dialog = self.dialog().await;
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        self.xdotool(&["key", "Escape"]);
        self.is_closed(&dialog).await;
    }

    async fn is_closed(&self, dialog: &str) {
        let start = Instant::now();
        while self.windows().iter().any(|(number, _)| number == dialog) {
            assert!(start.elapsed() < PATIENCE, "the dialog closes");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
