//! What drives the real window: WebKit's own driver, and the keys that a person presses.

use std::ffi::OsStr;
use std::fs;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::error::NewSessionError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process_group};
use serde_json::json;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Nothing on a screen may take longer; a busy machine may.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What drives the window, and with it the window: both end where this is dropped, after a panic too.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts a window's program, which keeps all it keeps in `home`. `desktop` says where, if not on the desktop of all.
    pub async fn opens(home: &Path, desktop: &[(&str, &str)], program: &Path, args: &[&OsStr]) -> (Self, Client) {
        let args: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
        let options = json!({ "binary": program, "args": args });
        let start = Instant::now();
        loop {
            let mut driver = Self::start(home, desktop);
            if !driver.listens().await {
                continue;
            }
            let capabilities = [("webkitgtk:browserOptions".to_owned(), options.clone())].into_iter().collect();
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let at = format!("http://127.0.0.1:{}", driver.port);
            let opening = timeout(3 * PATIENCE, builder.capabilities(capabilities).connect(&at));
            match opening.await.expect("the window opens in time") {
                Ok(client) => return (driver, client),
                // The driver hung up before it began anything: that says nothing of the window.
                Err(NewSessionError::FailedC(_)) if start.elapsed() < PATIENCE => {}
                Err(error) => panic!("the window opens: {error:?}"),
            }
        }
    }

    fn start(home: &Path, desktop: &[(&str, &str)]) -> Self {
        assert!(
            desktop.iter().any(|(name, _)| *name == "DISPLAY") || std::env::var_os("DISPLAY").is_some(),
            "There is no display for the window: run this under xvfb-run, as make test and make bench do."
        );
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("ANTEROOM_HOME", home)
            .envs(["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"].map(|name| (name, home.join(name))))
            .envs([("LC_ALL", "C.UTF-8"), ("TZ", "UTC"), ("GTK_THEME", "Adwaita"), ("NO_AT_BRIDGE", "1")])
            .envs(desktop.iter().copied())
            .env_remove("RUST_LOG")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0);
        let child = command.spawn().unwrap_or_else(|error| {
            panic!("WebKitWebDriver does not start ({error}): scripts/packages.sh window tests installs it.")
        });
        Self { child, port }
    }

    /// The process that drives; the window is one that it began.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until it listens; `false` where it ended instead, because somebody else has taken the port.
    async fn listens(&mut self) -> bool {
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
            if self.child.try_wait().unwrap().is_some() {
                return false;
            }
            assert!(start.elapsed() < PATIENCE, "WebKitWebDriver listens");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        true
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            kill_process_group(group, Signal::KILL).ok();
        }
        self.child.wait().ok();
    }
}

/// A process and all that it began, and what those began, with their names.
pub fn processes(id: u32) -> Vec<(u32, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        // ID (NAME) STATE PARENT …; one that ended meanwhile has none.
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else { continue };
        let (begin, end) = (stat.find('(').unwrap(), stat.rfind(')').unwrap());
        let mut behind = stat[end + 2..].split(' ');
        let (state, parent): (&str, u32) = (behind.next().unwrap(), behind.next().unwrap().parse().unwrap());
        if state != "Z" {
            let id: u32 = stat[..begin].trim().parse().unwrap();
            all.push((id, parent, stat[begin + 1..end].to_owned()));
        }
    }
    let mut ours: Vec<_> =
        all.iter().filter(|(known, ..)| *known == id).map(|(id, _, name)| (*id, name.clone())).collect();
    let mut at = 0;
    while let Some((id, _)) = ours.get(at).cloned() {
        ours.extend(all.iter().filter(|(_, parent, _)| *parent == id).map(|(id, _, name)| (*id, name.clone())));
        at += 1;
    }
    ours
}

/// Those of them in which pages run.
pub fn pages(id: u32) -> Vec<u32> {
    processes(id).into_iter().filter(|(_, name)| name.starts_with("WebKitWebProc")).map(|(id, _)| id).collect()
}

/// A key while others are held.
pub fn chord(held: &[Key], key: char) -> KeyActions {
    let held: Vec<char> = held.iter().map(|key| char::from(*key)).collect();
    let down = held.iter().chain([&key]).map(|&value| KeyAction::Down { value });
    let up = [&key].into_iter().chain(held.iter().rev()).map(|&value| KeyAction::Up { value });
    keys(down.chain(up))
}

/// Letters, one after the other.
pub fn typed(words: &str) -> KeyActions {
    keys(words.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]))
}

fn keys(actions: impl Iterator<Item = KeyAction>) -> KeyActions {
    actions.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then)
}
