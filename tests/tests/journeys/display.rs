//! A desktop of its own for a window: a display, so that keys for a dialog of the system go where that dialog is, and the
//! bus on which a desktop says that somebody leaves.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::Instant;

use anteroom_tests::driver::PATIENCE;

#[derive(Debug)]
pub(crate) struct Display {
    server: Child,
    name: String,
    bus: Child,
    address: String,
    sources: Mutex<Vec<Child>>,
}

impl Display {
    pub(crate) fn own() -> Self {
        // No key repeats itself: on a busy machine one is let go late, and would answer the next dialog too. Nor does the display
        // begin anew when its last program goes, as xdotool does: a window that starts in that moment would be turned away.
        let screen = ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-r", "-noreset"];
        let (server, number) = told("Xvfb", &screen);
        let (bus, address) = told("dbus-daemon", &["--session", "--print-address", "--nofork", "--nopidfile"]);
        Self { server, name: format!(":{number}"), bus, address, sources: Mutex::default() }
    }

    /// What a program is told, so that it stands here. The bus of the session is that of the system too.
    pub(crate) fn desktop(&self) -> Vec<(&str, &str)> {
        let bus = ["DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"].map(|name| (name, self.address.as_str()));
        [vec![("DISPLAY", self.name.as_str())], bus.to_vec()].concat()
    }

    /// Says something on the bus, as a desktop does.
    pub(crate) fn signals(&self, interface: &str, member: &str, body: &[&str]) {
        let sent = Command::new("dbus-send")
            .arg(format!("--bus={}", self.address))
            .args(["--type=signal", "/org/freedesktop/login1", &format!("{interface}.{member}")])
            .args(body)
            .status();
        assert!(sent.unwrap().success(), "{member} is sent");
    }

    /// Has a keyring from now on, unlocked, as after somebody logged in. It keeps its files in `place`, and ends with the bus.
    pub(crate) fn has_a_keyring(&self, place: &Path) {
        let mut command = Command::new("gnome-keyring-daemon");
        command.args(["--unlock", "--components=secrets"]).stdin(Stdio::piped()).stdout(Stdio::null());
        command.envs(["HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"].map(|name| (name, place))).envs(self.desktop());
        let mut daemon = command.spawn().expect("gnome-keyring runs: scripts/packages.sh tests installs it");
        daemon.stdin.take().unwrap().write_all("the keyring’s own".as_bytes()).unwrap();
        assert!(daemon.wait().unwrap().success(), "the keyring is open");
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

    /// Waits until a window of this name stands there, and turns to it.
    pub(crate) async fn is_shown(&self, name: &str) {
        let start = Instant::now();
        loop {
            if let Some((number, _)) = self.windows().iter().find(|(_, called)| called == name) {
                self.xdotool(&["windowfocus", "--sync", number]);
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{name} is shown");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }

    /// Whether one window of this name stands there.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.windows().iter().filter(|(_, called)| called == name).count() == 1
    }

    /// Presses keys where the focus is.
    pub(crate) fn presses(&self, keys: &str) {
        self.xdotool(&["key", "--clearmodifiers", keys]);
    }

    pub(crate) fn types(&self, words: &str) {
        self.xdotool(&["type", "--delay", "2", words]);
    }

    /// Waits for a dialog of the system.
    async fn dialog(&self) -> String {
        let start = Instant::now();
        loop {
            let windows = self.windows();
            if let Some((number, _)) =
                windows.iter().find(|(_, name)| name != "Anteroom" && name != "Files" && !name.is_empty())
            {
                return number.clone();
            }
            assert!(start.elapsed() < PATIENCE, "a dialog opens; there are {windows:?}");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }

    /// Types a path into the dialog that has the focus.
    fn names(&self, path: &str) {
        // The name that is proposed is chosen as a whole: what is typed takes its place.
        self.xdotool(&["key", "--clearmodifiers", "ctrl+a"]);
        self.xdotool(&["type", "--delay", "2", path]);
        // What the dialog would complete it with is declined, in the line and in the list that opened below: Enter would take it.
        self.xdotool(&["key", "--clearmodifiers", "Delete", "Right"]);
    }

    /// Answers the dialog that opens with this path, by the keyboard, and waits until it is gone.
    pub(crate) async fn answers(&self, path: &str) {
        let dialog = self.dialog().await;
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        self.names(path);
        self.is_closed_by(&dialog, "Return").await;
    }

    /// The same for a dialog that asks for a file to read or a folder: it has a place to type a path only once it is asked for, and
    /// passes over Enter while it looks up what could be meant.
    pub(crate) async fn opens(&self, path: &str) {
        let dialog = self.dialog().await;
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        self.xdotool(&["key", "--clearmodifiers", "ctrl+l"]);
        self.names(path);
        self.is_closed_by(&dialog, "Return").await;
    }

    /// Chooses all files of a folder in the dialog that opens for several: goes to the folder by its path, then into the list,
    /// where a row has to be clicked before the keys go there.
    pub(crate) async fn opens_all_in(&self, folder: &str) {
        let dialog = self.dialog().await;
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        self.xdotool(&["key", "--clearmodifiers", "ctrl+l"]);
        self.names(&format!("{folder}/"));
        self.xdotool(&["key", "--clearmodifiers", "Return"]);
        let geometry = self.xdotool(&["getwindowgeometry", "--shell", &dialog]).unwrap_or_default();
        let side = |name: &str| {
            let found =
                geometry.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('=')?.parse::<u32>().ok());
            found.unwrap_or_default()
        };
        let [x, y] = [side("WIDTH") * 3 / 5, side("HEIGHT") / 2].map(|at| at.to_string());
        let start = Instant::now();
        while self.is_open(&dialog) {
            assert!(start.elapsed() < PATIENCE, "the dialog closes");
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            self.xdotool(&["mousemove", "--window", &dialog, &x, &y, "click", "1"]);
            self.xdotool(&["key", "--clearmodifiers", "ctrl+a"]);
            self.xdotool(&["key", "--clearmodifiers", "Return"]);
        }
    }

    /// Prints to a file, which is what the dialog of the system offers where there is no printer.
    pub(crate) async fn prints(&self) {
        let dialog = self.dialog().await;
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        let start = Instant::now();
        self.xdotool(&["key", "Tab"]);
        // Its list is filled after it opened.
        while self.is_open(&dialog) {
            assert!(start.elapsed() < PATIENCE, "the dialog prints");
            self.xdotool(&["key", "--window", &dialog, "Home", "Return"]);
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
    }

    /// Closes the dialog that opens without an answer.
    pub(crate) async fn answers_nothing(&self) {
        let dialog = self.dialog().await;
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        self.is_closed_by(&dialog, "Escape").await;
    }

    /// Drags a file from another program into the middle of the window, and lets it go there.
    pub(crate) async fn drops(&self, file: &Path) {
        self.drops_all(&[file]).await;
    }

    /// The same for several at once.
    pub(crate) async fn drops_all(&self, files: &[impl AsRef<OsStr>]) {
        let source = Command::new(env!("CARGO_BIN_EXE_drag_source"))
            .arg("1400")
            .args(files)
            .envs(self.desktop())
            .spawn()
            .expect("the source of the drag starts");
        let start = Instant::now();
        while !self.windows().iter().any(|(_, name)| name == "Files") {
            assert!(start.elapsed() < PATIENCE, "the source of the drag stands");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let to = |x: u32, y: u32| self.xdotool(&["mousemove", &x.to_string(), &y.to_string()]);
        to(1480, 60);
        self.xdotool(&["mousedown", "1"]);
        // As a hand moves: the window is asked on the way whether it takes what is coming, and has to answer.
        for step in 1..=30 {
            to(1480 - step * 28, 60 + step * 11);
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        for wobble in 0..10 {
            to(640 + wobble % 2, 390);
            tokio::time::sleep(std::time::Duration::from_millis(30)).await;
        }
        self.xdotool(&["mouseup", "1"]);
        // It hands the file over after this: it ends with the display.
        self.sources.lock().unwrap().push(source);
    }

    /// Ends the programs from which something was dragged, once it has come.
    pub(crate) fn ends_what_was_dragged_from(&self) {
        for mut source in self.sources.lock().unwrap().drain(..) {
            source.kill().ok();
            source.wait().ok();
        }
    }

    fn is_open(&self, dialog: &str) -> bool {
        self.windows().iter().any(|(number, _)| number == dialog)
    }

    /// Presses a key in a dialog until it is gone: one that has only just opened may pass over the first.
    async fn is_closed_by(&self, dialog: &str, key: &str) {
        let start = Instant::now();
        while self.is_open(dialog) {
            assert!(start.elapsed() < PATIENCE, "the dialog closes");
            self.xdotool(&["key", "--window", dialog, key]);
            // Where the dialog went before the key was let go, it would be held down for all that open after it.
            self.xdotool(&["keyup", key]);
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
    }
}

/// Starts a program and reads the first line that it says.
fn told(program: &str, args: &[&str]) -> (Child, String) {
    let child = Command::new(program).args(args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = child.unwrap_or_else(|error| {
        panic!("{program} does not start ({error}): scripts/packages.sh window tests installs it.")
    });
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(!line.trim().is_empty(), "{program} says where it is");
    (child, line.trim().to_owned())
}

impl Drop for Display {
    fn drop(&mut self) {
        self.ends_what_was_dragged_from();
        for child in [&mut self.server, &mut self.bus] {
            child.kill().ok();
            child.wait().ok();
        }
    }
}
