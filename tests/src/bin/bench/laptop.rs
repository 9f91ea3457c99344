//! Another laptop: a process of its own, with its own keys, that does one thing after the other and prints how long each took.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anteroom_app::Unlock;
use anteroom_app::consultations::{self, Days, Steps};
use anteroom_app::contributions::{self, RecordContribution};
use anteroom_app::desk::Desk;
use anteroom_app::exchange::{self, Admission, HandOverInput};
use anteroom_app::model::view::FindContributions;
use serde::Deserialize;

use crate::steps::{passphrase, say, take_in};
use crate::{Done, machine};

/// What one thing took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Took {
    pub(crate) seconds: f64,
    /// Of all cores together.
    pub(crate) processor: f64,
}

/// What a laptop printed: what each thing took, and the most memory that its process ever held, in MiB.
pub(crate) struct Did {
    pub(crate) took: Vec<Took>,
    pub(crate) peak: u64,
}

/// A laptop: where its keys lie, and its consultation.
#[derive(Clone)]
pub(crate) struct Laptop {
    place: PathBuf,
}

impl Laptop {
    pub(crate) fn at(place: PathBuf) -> Self {
        Self { place }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.place.join(name)
    }

    /// The same laptop once more, as it is now.
    pub(crate) fn copy(&self, to: PathBuf) -> Done<Self> {
        let done = Command::new("cp").arg("--recursive").arg(&self.place).arg(&to).status()?;
        if !done.success() {
            return Err("A laptop could not be copied.".into());
        }
        // Nothing that is measured is to wait for the copy to be on the disk.
        rustix::fs::sync();
        Ok(Self::at(to))
    }

    /// Nothing of it is left.
    pub(crate) fn goes(self) -> Done {
        Ok(std::fs::remove_dir_all(self.place)?)
    }

    /// Does something, and says what it took.
    pub(crate) fn does<'a>(&self, what: &str, with: impl IntoIterator<Item = &'a Path>) -> Done<Did> {
        std::fs::create_dir_all(&self.place)?;
        let child = Command::new(std::env::current_exe()?)
            .args(["laptop", what])
            .arg(self.path("one.anteroom"))
            .args(with)
            .env("ANTEROOM_HOME", self.path("home"))
            .output()?;
        let printed = String::from_utf8_lossy(&child.stdout).into_owned();
        if !child.status.success() {
            return Err(format!("A laptop did not come to its end: {printed}").into());
        }
        let mut did = Did { took: Vec::new(), peak: 0 };
        for line in printed.lines() {
            match line.split(' ').collect::<Vec<_>>().as_slice() {
                ["took", seconds, processor] => {
                    did.took.push(Took { seconds: seconds.parse()?, processor: processor.parse()? });
                }
                ["peak", peak] => did.peak = peak.parse()?,
                _ => return Err(format!("A laptop said something else: {line}").into()),
            }
        }
        Ok(did)
    }
}

/// What the laptop's process does. Each thing that is timed is printed as it is done.
pub(crate) async fn does(what: &str, file: &Path, with: &[PathBuf]) -> Done {
    let open = async || consultations::open(file, &Unlock::Passphrase(passphrase())).await;
    let desk = match (what, with) {
        ("found", []) => consultations::create(file, "gcm", "Measured", Days::default(), &passphrase()).await?.0,
        ("start", [pack, name]) => {
            let (words, name) = (std::fs::read_to_string(words_of(pack))?, name.to_string_lossy());
            exchange::start(pack, &words, file, &name, &passphrase(), false, &Steps::silent()).await?
        }
        _ => open().await?,
    };
    match (what, with) {
        ("found" | "start", _) => {}
        ("pack", [to]) => {
            let made = exchange::pack(&desk, to, &Steps::silent()).await?;
            std::fs::write(words_of(to), made.words)?;
        }
        ("admit", names) => {
            for name in names {
                let device = name.to_string_lossy().into_owned();
                exchange::approve(&desk, &Admission { device, ..Admission::default() }).await?;
            }
        }
        ("import", tables) => {
            for table in tables {
                let began = Began::now();
                take_in(&desk, table, None).await?;
                began.done();
            }
        }
        ("record", [table]) => {
            let began = Began::now();
            record(&desk, table).await?;
            began.done();
        }
        ("tag", []) => {
            let began = Began::now();
            tag(&desk).await?;
            began.done();
        }
        ("hand-over" | "hand-over-whole", [to]) => {
            let began = Began::now();
            let input = HandOverInput { whole: what == "hand-over-whole", ..HandOverInput::default() };
            exchange::hand_over(&desk, to, &input, &Steps::silent()).await?;
            began.done();
        }
        // The first time is that of reading the journal, once for as long as it is open.
        ("merge", bundles) => {
            let began = Began::now();
            exchange::reports(&desk, 1).await?;
            began.done();
            for (place, bundle) in bundles.iter().enumerate() {
                let began = Began::now();
                let next = bundles.get(place + 1).map(PathBuf::as_path);
                exchange::merge(&desk, bundle, next, &Steps::silent()).await?;
                began.done();
            }
        }
        _ => return Err(format!("A laptop cannot {what}.").into()),
    }
    consultations::close(desk).await?;
    say(&format!("peak {}", machine::peak_memory()));
    Ok(())
}

/// What a program is doing, while it is doing it.
struct Began {
    at: Instant,
    processor: f64,
}

impl Began {
    fn now() -> Self {
        Self { processor: machine::processor(), at: Instant::now() }
    }

    fn done(self) {
        let seconds = self.at.elapsed().as_secs_f64();
        say(&format!("took {seconds} {}", machine::processor() - self.processor));
    }
}

fn words_of(pack: &Path) -> PathBuf {
    pack.with_extension("words")
}

#[derive(Deserialize)]
struct Row {
    words: String,
    language: String,
    group: String,
    kind: String,
    objective: String,
}

/// Records the rows of a table one by one, as somebody does who types.
async fn record(desk: &Desk, table: &Path) -> Done {
    for row in csv::Reader::from_path(table)?.deserialize() {
        let Row { words, language, group, kind, objective } = row?;
        let said = RecordContribution {
            text: words,
            language: Some(language),
            groups: vec![group],
            kind: Some(kind),
            nodes: vec![objective],
            ..RecordContribution::default()
        };
        contributions::record(desk, said).await?;
    }
    Ok(())
}

/// How many tags a contribution has that was tagged.
pub(crate) const TAGS: u32 = 8;

/// Gives each contribution its tags, each in an action of its own.
async fn tag(desk: &Desk) -> Done {
    let asked = FindContributions { limit: 1_000_000, ..FindContributions::default() };
    for (at, row) in (0_u32..).zip(contributions::find(desk, &asked).await?.rows) {
        let nodes: Vec<String> = (0..TAGS).map(|tag| ((at * 5 + tag) % 23 + 1).to_string()).collect();
        contributions::tag(desk, &row.id, &nodes).await?;
    }
    Ok(())
}
