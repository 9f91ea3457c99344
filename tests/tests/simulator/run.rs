//! Plays schedules on all cores, and cuts down the first that fails to what it fails by.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::num::NonZero;
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;

use fastrand::Rng;

use crate::history::History;
use crate::schedule::Schedule;

/// Of so many schedules one is compared with the plainest reading of the rules at its end, and one after every merge.
const JUDGED: u64 = 16;
const WATCHED: u64 = 64;

type Met = BTreeSet<&'static str>;

/// Plays all of them; says what has come about in those that were looked at.
pub(crate) fn all(seeds: Range<u64>) -> Met {
    let (next, failed) = (AtomicU64::new(seeds.start), AtomicU64::new(u64::MAX));
    let met = Mutex::new(Met::new());
    let play_on = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end || failed.load(Ordering::Relaxed) < seed {
                return;
            }
            match quietly(&Schedule::of(seed)) {
                Ok(news) => met.lock().unwrap_or_else(PoisonError::into_inner).extend(news),
                Err(_) => drop(failed.fetch_min(seed, Ordering::Relaxed)),
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(play_on);
        }
    });
    let seed = failed.into_inner();
    assert!(seed == u64::MAX, "{}", report(seed, &seeds));
    met.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn play(schedule: &Schedule) -> Met {
    let mut history = History::begin(schedule);
    let judges = schedule.seed.is_multiple_of(JUDGED);
    history.looks = judges;
    history.w.compares = schedule.seed.is_multiple_of(WATCHED);
    for step in &schedule.steps {
        history.step(*step);
    }
    history.check_rest(&mut Rng::with_seed(!schedule.seed), judges);
    history.met
}

thread_local! {
    /// What the schedule that is being played on this thread failed by.
    static FAILURE: RefCell<Option<String>> = const { RefCell::new(None) };
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Plays one; where it fails, says where and why instead of printing it.
fn quietly(schedule: &Schedule) -> Result<Met, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if QUIET.get() {
                FAILURE.set(Some(info.to_string()));
            } else {
                usual(info);
            }
        }));
    });
    QUIET.set(true);
    let played = panic::catch_unwind(AssertUnwindSafe(|| play(schedule)));
    QUIET.set(false);
    played.map_err(|_| FAILURE.take().unwrap_or_default())
}

fn report(seed: u64, seeds: &Range<u64>) -> String {
    let schedule = Schedule::of(seed);
    let Err(failure) = quietly(&schedule) else {
        return format!("the schedule of seed {seed} failed, and played again it does not: it is not one");
    };
    let shortest = cut_down(&schedule, &failure);
    let failure = quietly(&shortest).err().unwrap_or(failure);
    let steps: Vec<String> = shortest.steps.iter().map(|step| format!("  {step:?}")).collect();
    let steps = steps.join("\n");
    let Schedule { cast, skews, second, .. } = shortest;
    let after = seed - seeds.start;
    format!(
        "after {after} schedules, seed {seed}:\n{failure}\n\nIts shortest part that fails, of {cast:?} with clocks off by {skews:?}, \
         second laptop of {second:?}:\n{steps}\n\nPlay it again: ANTEROOM_SEED={seed} cargo test -p anteroom-tests --test simulator"
    )
}

/// Leaves out what makes no difference to where it fails, halves first, then steps.
fn cut_down(schedule: &Schedule, failure: &str) -> Schedule {
    let place = |failure: &str| failure.lines().next().map(str::to_owned);
    let mut shortest = schedule.clone();
    let mut length = shortest.steps.len() / 2;
    while length > 0 {
        let mut at = 0;
        while at < shortest.steps.len() {
            let mut shorter = shortest.clone();
            shorter.steps.drain(at..(at + length).min(shortest.steps.len()));
            if quietly(&shorter).is_err_and(|other| place(&other) == place(failure)) {
                shortest = shorter;
            } else {
                at += length;
            }
        }
        length /= 2;
    }
    shortest
}
