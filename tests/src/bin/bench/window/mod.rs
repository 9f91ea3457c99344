//! The real window as a release is built, and beside it an empty one of the same make.

mod composer;
mod memory;
mod screens;
mod starting;

use std::ffi::OsStr;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anteroom_tests::driver::{Driver, chord, typed};
use anteroom_tests::programs::built;
use fantoccini::Client;
use fantoccini::key::Key;
use serde_json::Value;

use crate::measured::{Report, Times};
use crate::{Done, steps};

/// Nothing may take longer.
const PATIENCE: Duration = Duration::from_secs(20);

const PAGE: &str = include_str!("page.js");

/// A window that stands open.
struct Open {
    client: Client,
    /// Ends with it.
    _driver: Driver,
    id: u32,
    /// When its program was started, in milliseconds since 1970.
    started: f64,
}

fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64() * 1000.0
}

/// The bench's own child: notes when it was started and which process it is, and becomes the program that is measured.
pub(crate) fn become_program(mark: &Path, program: &Path, args: &[&String]) -> Done {
    std::fs::write(mark, format!("{} {}", std::process::id(), now()))?;
    Err(Command::new(program).args(args).exec().into())
}

impl Open {
    async fn start(home: &Path, program: &str, args: &[&Path]) -> Done<Self> {
        Self::start_with(&[], home, program, args).await
    }

    /// The empty window, drawn as ours is where there is no graphics card: by the processor alone.
    async fn start_empty_alike(home: &Path) -> Done<Self> {
        Self::start_with(&[("WEBKIT_DISABLE_COMPOSITING_MODE", "1")], home, "empty-window", &[]).await
    }

    async fn start_with(set: &[(&str, &str)], home: &Path, program: &str, args: &[&Path]) -> Done<Self> {
        let mark = home.join("started");
        let this = std::env::current_exe()?;
        let program = built(program);
        let mut all: Vec<&OsStr> = vec!["start".as_ref(), mark.as_ref(), program.as_ref()];
        all.extend(args.iter().map(|arg| arg.as_os_str()));
        let (driver, client) = Driver::opens(home, set, &this, &all).await;
        let written = std::fs::read_to_string(&mark)?;
        let (id, started) = written.split_once(' ').ok_or("The window left no mark.")?;
        let open = Self { client, _driver: driver, id: id.parse()?, started: started.parse()? };
        open.client.set_window_size(1280, 800).await?;
        Ok(open)
    }

    async fn ends(self) -> Done {
        self.client.close().await?;
        Ok(())
    }

    /// What a script says, now.
    async fn asks(&self, expression: &str) -> Done<Value> {
        Ok(self.client.execute(&format!("return ({expression})"), vec![]).await?)
    }

    /// Waits until the page says something, and hands it on.
    async fn sees(&self, what: &str, expression: &str) -> Done<Value> {
        let patience = PATIENCE.as_millis();
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const until = Date.now() + {patience};
             const look = () => {{
               let seen;
               try {{ seen = ({expression}) }} catch {{ seen = null }}
               if (seen) done(seen instanceof Node ? true : seen);
               else if (Date.now() > until) done(null);
               else setTimeout(look, 5);
             }};
             look();"
        );
        let seen = self.client.execute_async(&script, vec![]).await?;
        if seen.is_null() {
            let page = self.asks("document.body.innerText.slice(0, 400)").await?;
            return Err(format!("Not seen in the window: {what}. It says: {page}").into());
        }
        Ok(seen)
    }

    /// Puts into the page what is asked of it, once.
    async fn is_watched(&self) -> Done {
        self.client.execute(&format!("if (!window.bench) {{ {PAGE} }}"), vec![]).await?;
        Ok(())
    }

    /// Goes to a screen by its place in the navigation.
    async fn goes(&self, place: &str) -> Done {
        let way = format!("document.querySelector('nav a[href=\"{place}\"]')");
        self.sees("the way", &way).await?;
        self.client.execute(&format!("{way}.click()"), vec![]).await?;
        self.sees("the screen", &format!("location.pathname === '{place}' && document.querySelector('main h1')"))
            .await?;
        Ok(())
    }

    async fn types(&self, words: &str) -> Done {
        self.client.perform_actions(typed(words)).await?;
        Ok(())
    }

    async fn presses(&self, held: &[Key], key: char) -> Done {
        self.client.perform_actions(chord(held, key)).await?;
        Ok(())
    }

    /// From now on each key is timed until `there` holds: an expression, which may speak of `focused`.
    async fn expects(&self, there: &str) -> Done {
        let script = format!("bench.expect((focused) => {{ {there} }})");
        self.client.execute(&script, vec![]).await?;
        Ok(())
    }

    /// No key is timed any more.
    async fn expects_nothing(&self) -> Done {
        self.client.execute("bench.expect(null)", vec![]).await?;
        Ok(())
    }

    /// The time that the last of `count` keys took.
    async fn timed(&self, what: &str, count: usize) -> Done<Duration> {
        let time = self.sees(what, &format!("bench.times.length >= {count} && [bench.times[{count} - 1]]")).await?;
        let milliseconds = time[0].as_f64().ok_or("The page gave no time.")?;
        Ok(Duration::from_secs_f64(milliseconds.max(0.0) / 1000.0))
    }
}

/// What is measured, and how often.
pub(crate) struct Plan {
    /// A consultation of `rows` contributions.
    pub(crate) file: PathBuf,
    /// Where its keys lie.
    pub(crate) home: PathBuf,
    pub(crate) rows: usize,
    /// What deriving the key takes, in milliseconds.
    pub(crate) key: f64,
    /// How often each window is started.
    pub(crate) starts: usize,
}

pub(crate) async fn measure(plan: &Plan, report: &mut Report) -> Done {
    starting::measure(plan, report).await?;
    let open = Open::start(&plan.home, "anteroom-window", &[&plan.file]).await?;
    open.sees("the door", "document.querySelector('#passphrase')").await?;
    open.is_watched().await?;
    unlocks(&open).await?;
    screens::scroll(&open, plan.rows, report).await?;
    screens::search(&open, report).await?;
    composer::measure(&open, plan, report).await?;
    open.ends().await
}

/// Goes from the first screen to the list as soon as there is a way, and says when that can be used.
const TO_THE_LIST: &str = "
    let gone = false;
    return () => {
        const way = document.querySelector('nav a[href=\"/contributions\"]');
        if (!gone && way) {
            gone = true;
            way.click();
        }
        return document.querySelector('[role=listbox]')?.ariaBusy !== 'true'
            && document.querySelector('[role=listbox] [role=option] .said');
    }";

/// From Enter behind the passphrase to the list: how long.
async fn unlocks(open: &Open) -> Done<Duration> {
    open.sees("the focus at the door", "document.activeElement?.id === 'passphrase'").await?;
    open.types(steps::PASSPHRASE).await?;
    open.expects(TO_THE_LIST).await?;
    open.presses(&[], char::from(Key::Enter)).await?;
    let took = open.timed("the list", 1).await?;
    open.expects_nothing().await?;
    Ok(took)
}

/// The middle one of several times, in milliseconds.
fn median(times: &Times) -> f64 {
    times.percentile(50)
}
