//! Many laptops, one truth: random schedules of all that may happen to a consultation, each from one seed. Once everything
//! has been delivered all copies are the same byte for byte, nothing acknowledged is missing, and nothing erased is present.
//!
//! `ANTEROOM_SCHEDULES` says how many, `ANTEROOM_SEED` which one, or with which to begin.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod accidents;
mod decisions;
mod handover;
mod history;
mod look;
mod newer;
mod reading;
mod records;
mod rest;
mod rights;
mod run;
mod schedule;
#[path = "../../../crates/journal/tests/world/mod.rs"]
mod world;

use std::collections::BTreeSet;

/// How many are played where nobody says otherwise.
const SCHEDULES: u64 = 10_000;

fn number(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

#[test]
fn all_copies_agree_after_any_schedule() {
    let seed = number("ANTEROOM_SEED");
    let count = number("ANTEROOM_SCHEDULES").unwrap_or(if seed.is_some() { 1 } else { SCHEDULES });
    let first = seed.unwrap_or_default();
    let met = run::all(first..first.saturating_add(count));
    if count >= SCHEDULES {
        assert_eq!(met, look::EVENTS.iter().copied().collect::<BTreeSet<_>>(), "what the schedules must bring about");
    }
}
