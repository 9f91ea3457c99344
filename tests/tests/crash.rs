//! The program is ended a hundred times and more, at any moment and inside commits. Whatever it had acknowledged is there,
//! nothing is half there, and people go on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use anteroom_tests::laptop::{Laptop, PASSPHRASE, Running, rows, text};
use anteroom_tests::request::{Request, With, find, said};
use anteroom_tests::strace::ended_inside_a_commit;
use anteroom_tests::tell;
use fastrand::Rng;

/// What a consultation holds: words, and the id where it was said.
type Known = BTreeMap<String, Option<String>>;

/// One action.
#[derive(Clone, Debug)]
enum Step {
    Record(String),
    Import(Vec<String>),
    Correct { id: String, from: String, to: String },
    Erase { id: String, text: String },
}

impl Step {
    /// What is there after it.
    fn after(&self, mut known: Known, id: Option<String>) -> Known {
        match self {
            Self::Record(text) => drop(known.insert(text.clone(), id)),
            Self::Import(rows) => known.extend(rows.iter().map(|row| (row.clone(), None))),
            Self::Correct { id, from, to } => {
                known.remove(from);
                known.insert(to.clone(), Some(id.clone()));
            }
            Self::Erase { text, .. } => drop(known.remove(text)),
        }
        known
    }
}

/// When the program ends.
#[derive(Clone, Copy, Debug)]
enum End {
    /// At the so manyth call of this name: between any two writes of one commit.
    At(&'static str, u32),
    /// After so many milliseconds.
    After(u64),
}

impl End {
    fn any(random: &mut Rng) -> Self {
        match random.u32(0..10) {
            0..5 => Self::At("pwrite64", random.u32(1..400)),
            5 => Self::At("fsync", random.u32(1..16)),
            6 => Self::At("write", random.u32(1..40)),
            7 => Self::At("ftruncate", random.u32(1..4)),
            _ => Self::After(random.u64(0..500)),
        }
    }
}

/// A consultation whose program is ended again and again.
struct Ordeal {
    laptop: Laptop,
    random: Rng,
    known: Known,
    /// Numbers the words, so that no two are alike.
    said: u32,
    ended: u32,
    inside_commits: u32,
}

impl Ordeal {
    fn new(seed: u64) -> Self {
        tell(&format!("seed {seed}"));
        let laptop = Laptop::default();
        let (mut running, _) = laptop.founds();
        running.closes();
        Self { laptop, random: Rng::with_seed(seed), known: Known::new(), said: 0, ended: 0, inside_commits: 0 }
    }

    /// Lets people work until the program has been ended so many times.
    fn goes_through(&mut self, ends: u32) {
        let until = self.ended + ends;
        while self.ended < until {
            let end = End::any(&mut self.random);
            let pending = self.works_until(end);
            self.is_whole(pending.as_ref(), &format!("end {} ({end:?}), at {pending:?}", self.ended));
        }
    }

    /// Opens the consultation and does one thing after another until the program is ended; says what was being done.
    fn works_until(&mut self, end: End) -> Option<Step> {
        let trace = self.laptop.at("trace");
        let mut running = match end {
            End::At(call, n) => self.laptop.ends_at(call, n, &trace),
            End::After(_) => self.laptop.starts(),
        };
        let clock = if let End::After(milliseconds) = end {
            let kill = running.killer();
            Some(thread::spawn(move || {
                thread::sleep(Duration::from_millis(milliseconds));
                kill();
            }))
        } else {
            None
        };
        let pending = self.works(&mut running);
        drop(running);
        if let Some(clock) = clock {
            clock.join().unwrap();
        }
        match pending {
            Ok(()) => None,
            Err(pending) => {
                self.ended += 1;
                self.inside_commits += u32::from(matches!(end, End::At(..)) && ended_inside_a_commit(&trace));
                pending
            }
        }
    }

    /// # Errors
    /// What was asked last, where the program ended before it answered.
    fn works(&mut self, running: &mut Running) -> Result<(), Option<Step>> {
        let open = Request::Open { file: self.laptop.file(), with: With::Passphrase(PASSPHRASE.into()) };
        running.tries(&open).ok_or(None)?.expect("it opens");
        for _ in 0..8 {
            let step = self.next();
            let request = self.request(&step);
            let answer = running.tries(&request).ok_or(Some(step.clone()))?.expect("it is recorded");
            let id = answer["id"].as_str().map(str::to_owned);
            self.known = step.after(std::mem::take(&mut self.known), id);
        }
        running.tries(&Request::Close).ok_or(None)?.expect("it closes");
        Ok(())
    }

    fn next(&mut self) -> Step {
        let known: Vec<_> = self.known.iter().filter_map(|(text, id)| Some((text.clone(), id.clone()?))).collect();
        let one = self.random.choice(known);
        match (self.random.u32(0..10), one) {
            (0..2, Some((from, id))) => Step::Correct { id, from, to: self.words() },
            (2, Some((text, id))) => Step::Erase { id, text },
            (3..6, _) => {
                let rows = if self.random.u32(0..60) == 0 { 1_100 } else { self.random.usize(2..24) };
                Step::Import((0..rows).map(|_| self.words()).collect())
            }
            _ => Step::Record(self.words()),
        }
    }

    fn words(&mut self) -> String {
        self.said += 1;
        let length = self.random.usize(1..20);
        format!("{} seasonal workers, 季节工, عمّال موسميون; {}", self.said, "hours unpaid ".repeat(length))
            .trim()
            .to_owned()
    }

    fn request(&self, step: &Step) -> Request {
        match step.clone() {
            Step::Record(text) => said(&text),
            Step::Import(rows) => {
                Request::Import { table: self.laptop.table("rows.csv", rows.iter().map(String::as_str)) }
            }
            Step::Correct { id, to, .. } => Request::Correct { id, text: to },
            Step::Erase { id, .. } => Request::Erase { ids: vec![id] },
        }
    }

    /// Everything acknowledged is there and can be proved, `pending` is there as a whole or not at all, and people go on.
    fn is_whole(&mut self, pending: Option<&Step>, when: &str) {
        tell(when);
        let mut running = self.laptop.opens();
        running.is_sound();
        let found: BTreeMap<_, _> =
            rows(&running.does(find(""))).into_iter().map(|(id, text)| (text, Some(id))).collect();
        let is_there = |known: &Known| {
            known.len() == found.len()
                && known.iter().all(|(text, id)| found.get(text).is_some_and(|there| id.is_none() || there == id))
        };
        let with_pending = pending.map(|step| step.after(self.known.clone(), None));
        if !is_there(&self.known) && !with_pending.is_some_and(|known| is_there(&known)) {
            let lost: Vec<_> = self.known.keys().filter(|text| !found.contains_key(*text)).collect();
            let strange: Vec<_> = found.keys().filter(|text| !self.known.contains_key(*text)).collect();
            panic!("{when}: {} are there; lost: {lost:#?}; nobody was told of: {strange:#?}", found.len());
        }
        self.known = found;
        let words = self.words();
        let id = running.records(&words);
        self.known.insert(words, Some(id));
        // What is left open leaves its write-ahead log to whoever comes next.
        if self.random.bool() { running.closes() } else { running.is_killed() }
    }
}

/// Ends one consultation so many times, and sees that a good part of the ends fell inside a commit.
fn goes_on_after(ends: u32, seed: u64) {
    let mut ordeal = Ordeal::new(seed);
    ordeal.goes_through(ends);
    let Ordeal { inside_commits, ended, .. } = ordeal;
    tell(&format!("{inside_commits} of {ended} ends fell between the writes of a commit"));
    assert!(inside_commits * 4 >= ended, "only {inside_commits} of {ended} ends fell between the writes of a commit");
}

#[test]
fn one_consultation_ended_thirty_times_keeps_whatever_was_acknowledged() {
    goes_on_after(30, 20_201_109);
}

#[test]
fn another_ended_thirty_times_keeps_whatever_was_acknowledged() {
    goes_on_after(30, 19_900_702);
}

#[test]
fn ten_fresh_consultations_ended_four_times_each_keep_whatever_was_acknowledged() {
    for seed in 0..10 {
        Ordeal::new(seed).goes_through(4);
    }
}

#[test]
fn a_consultation_whose_making_is_cut_short_opens_or_is_refused_plainly() {
    let ends =
        [("fsync", 1..12, 1), ("rename", 1..3, 1), ("mkdir", 1..3, 1), ("pwrite64", 1..80, 9), ("unlink", 1..2, 1)];
    let mut refused = 0;
    for (call, numbers, by) in ends {
        for n in numbers.step_by(by) {
            let laptop = Laptop::default();
            let mut running = laptop.ends_at(call, n, &laptop.at("trace"));
            let made = running.tries(&Request::Create { file: laptop.file(), passphrase: PASSPHRASE.into() });
            drop(running);
            let mut running = laptop.starts();
            let open = Request::Open { file: laptop.file(), with: With::Passphrase(PASSPHRASE.into()) };
            match (made, running.tries(&open).unwrap()) {
                (_, Ok(_)) => {
                    running.is_sound();
                    running.records("It can be written on.");
                }
                (None, Err(error)) => {
                    refused += 1;
                    assert!(error.is_plain(), "{call} {n}: {error:?}");
                }
                (Some(_), Err(error)) => panic!("{call} {n}: it was acknowledged, and cannot be opened: {error:?}"),
            }
            running.founds(&laptop.at("another.anteroom"));
            running.records("Nothing stands in the way of another one.");
        }
    }
    assert!(refused > 0, "no end fell into the making");
}

#[test]
fn an_end_is_seen_to_fall_inside_a_commit() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    running.closes();
    let trace = laptop.at("trace");
    // Some of them fall between two writes, others between two commits.
    let inside: Vec<_> = (10..40)
        .step_by(3)
        .map(|n| {
            let mut running = laptop.ends_at("pwrite64", n, &trace);
            let open = Request::Open { file: laptop.file(), with: With::Passphrase(PASSPHRASE.into()) };
            running.tries(&open).and_then(|_| running.tries(&said("words")));
            drop(running);
            ended_inside_a_commit(&trace)
        })
        .collect();
    assert!(inside.contains(&true), "{inside:?}");
    let mut running = laptop.ends_at("pwrite64", 60_000, &trace);
    running.opens(&laptop.file(), PASSPHRASE);
    let id = running.records("kept");
    drop(running);
    assert!(!ended_inside_a_commit(&trace), "what was acknowledged was durable");
    assert_eq!(text(&laptop.opens().does(Request::Show { id })["row"]["text"]), "kept");
}
