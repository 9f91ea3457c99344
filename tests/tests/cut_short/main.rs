//! The program is ended in the middle of taking in what others handed over: at each step that it tells of, and at calls to the
//! system all the way through. All of it is there or nothing, and taking it in again completes it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[expect(dead_code, reason = "the stories use the rest")]
#[path = "../stories/raw.rs"]
mod raw;
mod scene;

use std::collections::BTreeMap;
use std::fs;

use anteroom_tests::laptop::{Laptop, PASSPHRASE, Running, text};
use anteroom_tests::needle::{Needle, found};
use anteroom_tests::request::{Request, With};
use anteroom_tests::strace::{ended_inside_a_commit, numbers_between_answers};
use anteroom_tests::tell;
use raw::Robbed;
use scene::{ERASED, KEPT, Scene, handed};
use serde_json::Value;

/// When the program ends.
#[derive(Clone, Copy, Debug)]
enum End {
    /// When it tells of this step.
    Step(u64),
    /// At the so manyth call of this name.
    At(&'static str, u32),
}

/// What an undisturbed laptop shows before and after.
struct Undisturbed {
    before: String,
    after: String,
    steps: u64,
    /// Every call that concerns the disk, from when it opens to when it has answered.
    trace: String,
}

/// Where the ends fell.
#[derive(Debug, Default)]
struct Fell {
    /// While it was being taken in: it was asked for and never answered.
    within: u32,
    /// Of these, between two writes of its transaction.
    between_writes: u32,
    /// Of these, those after which nothing of it was there, and those after which all was.
    nothing: u32,
    all: u32,
    /// The file had come, and what waited for it had not.
    first: u32,
}

fn merge(laptop: &Laptop, ends_at: Option<u64>) -> Request {
    Request::Merge { file: handed(laptop), ends_at }
}

fn open(laptop: &Laptop) -> Request {
    Request::Open { file: laptop.file(), with: With::Passphrase(PASSPHRASE.into()) }
}

impl Undisturbed {
    fn of(scene: &Scene) -> Self {
        let laptop = scene.again();
        let mut running = laptop.opens();
        let before = running.dump();
        let merged = running.does(merge(&laptop, None));
        let after = running.dump();
        running.is_sound();
        running.closes();
        let laptop = scene.again();
        let trace = laptop.at("trace");
        let mut running = laptop.is_watched(&trace);
        running.does(open(&laptop));
        running.does(merge(&laptop, None));
        drop(running);
        let trace = fs::read_to_string(trace).unwrap();
        Self { before, after, steps: merged["steps"].as_u64().unwrap(), trace }
    }

    /// Each step, and for each of these calls so many moments spread over all of them.
    fn ends(&self, calls: &[(&'static str, u32)]) -> Vec<End> {
        let mut ends: Vec<End> = (0..self.steps).map(End::Step).collect();
        for (call, most) in calls {
            let numbers = numbers_between_answers(&self.trace, call, 1).expect(call);
            let (first, count) = (numbers.start(), numbers.end() - numbers.start() + 1);
            let moments = count.min(*most);
            ends.extend((0..moments).map(|at| End::At(call, first + at * count / moments)));
        }
        ends
    }
}

/// Opens, asks for this and ends on the way; whether it ended before it had answered, and between two writes.
fn ends_within(laptop: &Laptop, end: End, request: impl Fn(Option<u64>) -> Request) -> (bool, bool) {
    let trace = laptop.at("trace");
    let (mut running, ends_at) = match end {
        End::Step(step) => (laptop.starts(), Some(step)),
        End::At(call, n) => (laptop.ends_at(call, n, &trace), None),
    };
    let is_open = running.tries(&open(laptop)).is_some();
    let is_answered = is_open && running.tries(&request(ends_at)).is_some();
    drop(running);
    let is_between = matches!(end, End::At(..)) && ended_inside_a_commit(&trace);
    (is_open && !is_answered, is_between)
}

fn finds_what_was_there(running: &mut Running) {
    assert_eq!(running.finds_sorted("\"recorded before\""), KEPT);
}

/// Ends at all these moments; `first`: what is there where what waited for the file has not come yet; `and_then` looks at each laptop that went on, with nobody at it.
fn ends_at_each(scene: &Scene, calls: &[(&'static str, u32)], first: Option<&str>, and_then: impl Fn(&Laptop)) -> Fell {
    let undisturbed = Undisturbed::of(scene);
    let mut fell = Fell::default();
    for end in undisturbed.ends(calls) {
        let laptop = scene.again();
        let (is_within, is_between) = ends_within(&laptop, end, |ends_at| merge(&laptop, ends_at));
        let mut running = laptop.opens();
        running.is_sound();
        finds_what_was_there(&mut running);
        let dump = running.dump();
        let (is_nothing, is_all) = (dump == undisturbed.before, dump == undisturbed.after);
        let is_first = first == Some(dump.as_str());
        assert!(is_nothing || is_all || is_first, "{end:?}: a part of it is there");
        fell.within += u32::from(is_within);
        fell.between_writes += u32::from(is_within && is_between);
        fell.nothing += u32::from(is_within && is_nothing);
        fell.all += u32::from(is_within && is_all && !is_nothing);
        fell.first += u32::from(is_within && is_first);
        running.does(merge(&laptop, None));
        assert!(running.dump() == undisturbed.after, "{end:?}: taking it in again completes it");
        running.closes();
        and_then(&laptop);
    }
    tell(&format!("{} steps; {fell:?}", undisturbed.steps));
    fell
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_organiser_recorded_comes_whole_or_not_at_all() {
    let scene = Box::pin(Scene::much()).await;
    let fell = ends_at_each(&scene, &[("pwrite64", 12), ("fsync", 4)], None, |_| {});
    assert!(fell.within >= 16 && fell.between_writes >= 8 && fell.nothing >= 16, "{fell:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_are_erased_go_everywhere_or_nowhere() {
    let scene = Box::pin(Scene::erasure()).await;
    let needle = [Needle::words("what was erased", ERASED, &[])];
    let fell = ends_at_each(&scene, &[("pwrite64", 12), ("fsync", 4), ("ftruncate", 2)], None, |laptop| {
        let pages = Robbed::of(laptop).pages();
        assert!(found(&needle, &pages).is_empty(), "it is on no page");
    });
    assert!(fell.within >= 12 && fell.between_writes >= 4 && fell.nothing >= 4 && fell.all >= 1, "{fell:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_is_there_whole_or_not_at_all() {
    let scene = Box::pin(Scene::of_a_stranger()).await;
    let calls = [("pwrite64", 6), ("fsync", 6), ("rename", 1), ("copy_file_range", 2)];
    let fell = ends_at_each(&scene, &calls, None, |laptop| {
        let mut running = laptop.opens();
        assert_eq!(waiting(&mut running).len(), 1);
        running.closes();
        assert_eq!(fs::read_dir(laptop.file().join("waiting")).unwrap().count(), 1, "one file waits, and is whole");
        let mut running = laptop.opens();
        let device = text(&waiting(&mut running)[0]["device"]);
        running.does(Request::Approve { device });
        assert_eq!(running.finds("\"held back\"").len(), 500);
        running.is_sound();
    });
    assert!(fell.within >= 8, "{fell:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_let_in_elsewhere_brings_all_that_waited_or_nothing_of_it() {
    let scene = Box::pin(Scene::of_a_certificate()).await;
    let first = Box::pin(scene.without_what_waits()).await;
    let calls = [("pwrite64", 16), ("fsync", 4), ("unlink", 1)];
    let fell = ends_at_each(&scene, &calls, Some(&first), |laptop| {
        let mut running = laptop.opens();
        assert_eq!(running.finds("\"held back\"").len(), 500);
        assert!(waiting(&mut running).is_empty(), "nobody waits any more");
    });
    assert!(fell.within >= 12 && fell.between_writes >= 4 && fell.first >= 1, "{fell:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_approved_brings_all_that_waited_or_nothing_of_it() {
    let scene = Box::pin(Scene::that_waits()).await;
    let laptop = scene.again();
    let trace = laptop.at("trace");
    let mut running = laptop.opens();
    let device = text(&waiting(&mut running)[0]["device"]);
    running.closes();
    let approve = |_| Request::Approve { device: device.clone() };
    let mut running = laptop.is_watched(&trace);
    running.does(open(&laptop));
    running.does(approve(None));
    drop(running);
    let trace = fs::read_to_string(trace).unwrap();
    let undisturbed = Undisturbed { before: String::new(), after: String::new(), steps: 0, trace };
    let (mut within, mut between_writes, mut found) = (0, 0, BTreeMap::new());
    for end in undisturbed.ends(&[("pwrite64", 16), ("fsync", 6), ("unlink", 1)]) {
        let laptop = scene.again();
        let (is_within, is_between) = ends_within(&laptop, end, approve);
        within += u32::from(is_within);
        between_writes += u32::from(is_between);
        let mut running = laptop.opens();
        running.is_sound();
        finds_what_was_there(&mut running);
        let count = running.finds("unpaid").len();
        assert!(count == 0 || count == 1000, "{end:?}: a part of it is there: {count}");
        *found.entry(count).or_insert(0) += u32::from(is_within);
        if !waiting(&mut running).is_empty() {
            running.does(approve(None));
        }
        assert_eq!((running.finds("unpaid").len(), waiting(&mut running).len()), (1000, 0), "{end:?}");
        running.is_sound();
    }
    tell(&format!("{within} within, {between_writes} between writes; found by then: {found:?}"));
    assert!(within >= 12 && between_writes >= 4 && found.get(&0).is_some_and(|count| *count >= 4), "{found:?}");
}

/// Whoever waits to be let in.
fn waiting(running: &mut Running) -> Vec<Value> {
    running.does(Request::Strangers).as_array().unwrap().clone()
}
