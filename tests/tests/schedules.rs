//! Random schedules over real consultations: encrypted files, sealed hand-over files, merges that are called off, laptops
//! whose clocks are wrong. What the simulator proves of the rules is proved here of what is on the disk, fewer times.
//!
//! `ANTEROOM_FILES` says how many schedules, `ANTEROOM_SEED` which one, or with which to begin.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use anteroom_handover::{Code, HandoverError};
use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::{DeviceId, RecordId};
use anteroom_model::permission::{Basis, Consent, Permission};
use anteroom_model::value::{Fields, Value};
use anteroom_store::{
    Action, Admitted, CutOff, Edit, Founding, HandOver, Names, Passphrase, Progress, Silent, Since, Store, StoreError,
    Unlock,
};
use fastrand::Rng;
use tempfile::TempDir;

/// How many are played where nobody says otherwise, of how many steps each.
const SCHEDULES: u64 = 20;
const STEPS: usize = 100;

/// Who takes part: the founder, a second organiser, and two tables that are let in late.
const NAMES: [&str; 4] = ["Ana", "Ben", "Table 7", "Table 8"];
const FOUNDER: usize = 0;
const SECOND: usize = 1;
const CUT_OFF: usize = 3;

/// Of how many contributions more is said than that they were.
const FEW: usize = 8;

/// An hour, in milliseconds.
const HOUR: i64 = 3_600_000;

fn number(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery staple".to_owned())
}

fn file(place: &Path) -> PathBuf {
    place.join("review.anteroom")
}

fn home(place: &Path) -> PathBuf {
    place.join("home")
}

/// Everybody's laptop before anything was said: nobody but the founder and the second organiser is confirmed.
async fn begun() -> Vec<TempDir> {
    let places: Vec<TempDir> = NAMES.iter().map(|_| tempfile::tempdir().unwrap()).collect();
    let consultation = Fields::from([(field::NAME, "Regional review".into())]);
    let edits = vec![Edit::Create { kind: field::CONSULTATION, fields: consultation, mark: None }];
    let founding = Founding { time: HOUR, edits };
    let (ana, _) = {
        let place = places[FOUNDER].path();
        Store::create(&file(place), &home(place), &passphrase(), founding).await.unwrap()
    };
    let (pack, code) = (places[FOUNDER].path().join("x.pack"), Code::random().unwrap());
    ana.pack(&pack, &code, NAMES[FOUNDER], false, HOUR, &Silent).await.unwrap();
    for (at, place) in places.iter().enumerate().skip(1) {
        let place = place.path();
        let (store, _) =
            Store::start(&pack, &code, &file(place), &home(place), &passphrase(), false, HOUR, &Silent).await.unwrap();
        if at == SECOND {
            let first = place.join("first");
            store.hand_over(&first, everything(at, HOUR), &Silent).await.unwrap();
            ana.merge(&first, HOUR, &Silent).await.unwrap();
            admits(&ana, Roles::ORGANISER.and(Roles::RAPPORTEUR), HOUR).await;
            let all = place.join("all");
            ana.hand_over(&all, everything(FOUNDER, HOUR), &Silent).await.unwrap();
            store.merge(&all, HOUR, &Silent).await.unwrap();
        }
        store.close().await.unwrap();
    }
    ana.close().await.unwrap();
    places
}

fn everything(from: usize, at: i64) -> HandOver {
    HandOver { to: Vec::new(), since: Since::LastExchange, names: Names::LeftOut, name: NAMES[from].into(), at }
}

/// Lets in whoever waits.
async fn admits(by: &Store, roles: Roles, at: i64) {
    for stranger in by.strangers().await.unwrap() {
        let recipient = Some(stranger.recipient);
        let admitted = Admitted { device: stranger.device, roles, person: stranger.person, recipient };
        by.admit(admitted, Vec::new(), by.person(), at).await.unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Calls a merge off at its step of this number.
struct CalledOff(AtomicU64);

impl Progress for CalledOff {
    fn step(&self, _: u64, _: u64) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

struct Laptop {
    at: usize,
    place: TempDir,
    store: Store,
    /// By how much its clock is wrong, in milliseconds.
    skew: i64,
}

impl Laptop {
    async fn opens(place: &Path) -> Store {
        Store::open(&file(place), &home(place), &Unlock::Passphrase(passphrase())).await.unwrap()
    }
}

/// What happened, as whoever looks on from above knows it.
struct Schedule {
    seed: u64,
    rng: Rng,
    now: i64,
    laptops: Vec<Laptop>,
    /// Files on sticks that nobody has lost yet.
    sticks: Vec<PathBuf>,
    made: u64,
    /// All contributions that were acknowledged, the first one first; and all words of each.
    first: Vec<RecordId>,
    said: BTreeMap<RecordId, Vec<String>>,
    erased: BTreeSet<RecordId>,
    devices: Vec<DeviceId>,
    met: BTreeSet<&'static str>,
}

impl Schedule {
    async fn begin(seed: u64, begun: &[TempDir]) -> Self {
        let mut rng = Rng::with_seed(seed);
        let (mut laptops, mut devices) = (Vec::new(), Vec::new());
        for (at, before) in begun.iter().enumerate() {
            let place = tempfile::tempdir().unwrap();
            copy(before.path(), place.path());
            let store = Laptop::opens(place.path()).await;
            devices.push(store.device().await.unwrap());
            laptops.push(Laptop { at, place, store, skew: rng.i64(-HOUR..HOUR) });
        }
        Self {
            seed,
            rng,
            now: 2 * HOUR,
            laptops,
            sticks: Vec::new(),
            made: 0,
            first: Vec::new(),
            said: BTreeMap::new(),
            erased: BTreeSet::new(),
            devices,
            met: BTreeSet::new(),
        }
    }

    fn word(&mut self) -> String {
        self.made += 1;
        format!("w{}x{:06}", self.seed, self.made)
    }

    fn any(&mut self) -> usize {
        self.rng.usize(..self.laptops.len())
    }

    /// One of the few of which many speak.
    fn contribution(&mut self) -> Option<RecordId> {
        let known: Vec<_> = self.first.iter().copied().take(FEW).collect();
        self.rng.choice(known)
    }

    /// One action; `None` where the laptop's role does not allow it, or where there is nothing to act on any more.
    async fn does(&mut self, at: usize, deed: Deed, edit: Edit) -> Option<Vec<RecordId>> {
        let Laptop { store, skew, .. } = &self.laptops[at];
        let (time, author) = (self.now + skew, store.person());
        match store.commit(Action { deed, time, author, undoes: None, edits: vec![edit] }).await {
            Ok(committed) => Some(committed.created),
            Err(StoreError::NotAllowed | StoreError::Suspended | StoreError::Erased | StoreError::UnknownRecord) => {
                self.met.insert("refused");
                None
            }
            Err(error) => panic!("seed {}: {error:?}", self.seed),
        }
    }

    async fn step(&mut self) {
        self.now += self.rng.i64(1..90_000);
        let at = self.any();
        match self.rng.u32(..33) {
            0..=6 => {
                let text = self.word();
                let fields = Fields::from([(field::TEXT, text.clone().into()), (field::LANGUAGE, "en".into())]);
                let edit = Edit::Create { kind: field::CONTRIBUTION, fields, mark: None };
                if let Some(created) = self.does(at, Deed::RECORD, edit).await {
                    self.first.push(created[0]);
                    self.said.insert(created[0], vec![text]);
                }
            }
            7..=9 => {
                let Some(record) = self.contribution() else { return };
                let text = self.word();
                let edit = Edit::Set { record, fields: Fields::from([(field::TEXT, text.clone().into())]) };
                if self.does(at, Deed::EDIT, edit).await.is_some() {
                    self.said.entry(record).or_default().push(text);
                    self.met.insert("edited");
                }
            }
            10..=12 => {
                let Some(record) = self.contribution() else { return };
                let key = Value::from(format!("gcm:objective:{}", self.rng.u32(1..24)));
                let (added, removed) = if self.rng.bool() { (vec![key], vec![]) } else { (vec![], vec![key]) };
                let fields = Fields::from([(field::TAGS, Value::set(added, removed))]);
                self.does(at, Deed::TAG, Edit::Set { record, fields }).await;
            }
            13 => {
                let Some(record) = self.contribution() else { return };
                let consent = if self.rng.bool() { Consent::Given } else { Consent::Refused };
                let permission = Permission { consent, basis: Some(Basis::Form) };
                let fields = Fields::from([(field::QUOTE, permission.to_value())]);
                self.does(at, Deed::EDIT, Edit::Set { record, fields }).await;
            }
            14 => {
                let Some(record) = self.contribution() else { return };
                if self.does(at, Deed::ERASE, Edit::Erase(record)).await.is_some() {
                    self.erased.insert(record);
                    self.met.insert("erased");
                }
            }
            15..=17 => self.hands_over(at, Since::LastExchange).await,
            18..=23 if !self.sticks.is_empty() => {
                let stick = self.rng.usize(..self.sticks.len());
                let path = self.sticks[stick].clone();
                // It goes from hand to hand.
                for at in (at..self.laptops.len()).rev() {
                    self.takes_in(at, &path).await;
                }
                if self.rng.bool() {
                    self.sticks.swap_remove(stick);
                }
            }
            24 if !self.sticks.is_empty() => {
                let stick = self.rng.usize(..self.sticks.len());
                self.sticks.swap_remove(stick);
                self.met.insert("lost");
            }
            25 | 26 if !self.sticks.is_empty() => {
                let stick = self.rng.usize(..self.sticks.len());
                let path = self.sticks[stick].clone();
                self.is_called_off(at, &path).await;
            }
            27 => self.opens_again(at).await,
            28 | 29 => {
                let at = self.now + self.laptops[FOUNDER].skew;
                if !self.laptops[FOUNDER].store.strangers().await.unwrap().is_empty() {
                    self.met.insert("admitted");
                }
                admits(&self.laptops[FOUNDER].store, Roles::FACILITATOR, at).await;
            }
            30..=32 => self.cuts_off().await,
            _ => {}
        }
    }

    async fn hands_over(&mut self, at: usize, since: Since) {
        let Laptop { store, place, skew, .. } = &self.laptops[at];
        let path = place.path().join(format!("{}.handover", self.rng.u64(..)));
        let what = HandOver { since, ..everything(at, self.now + skew) };
        match store.hand_over(&path, what, &Silent).await {
            Ok(_) => self.sticks.push(path),
            Err(StoreError::NobodyToSealTo | StoreError::Suspended) => {}
            Err(error) => panic!("seed {}: {error:?}", self.seed),
        }
    }

    async fn takes_in(&mut self, at: usize, path: &Path) {
        let Laptop { store, skew, .. } = &self.laptops[at];
        match store.merge(path, self.now + skew, &Silent).await {
            Ok(reports) => {
                if reports.iter().any(|it| !it.conflicts.is_empty()) {
                    self.met.insert("conflict");
                }
                if reports.iter().any(|it| !it.is_news) {
                    self.met.insert("nothing new");
                }
            }
            Err(StoreError::HandOver(HandoverError::NotForThisLaptop)) => {}
            Err(error) => panic!("seed {}: {error:?}", self.seed),
        }
    }

    /// A merge that ends before its end leaves everything as it was.
    async fn is_called_off(&mut self, at: usize, path: &Path) {
        let Laptop { store, skew, .. } = &self.laptops[at];
        let before = store.dump().await.unwrap();
        let called_off = CalledOff(AtomicU64::new(self.rng.u64(1..4)));
        if let Err(StoreError::Cancelled) = store.merge(path, self.now + skew, &called_off).await {
            assert_eq!(store.dump().await.unwrap(), before, "seed {}: half of a file was taken in", self.seed);
            self.met.insert("called off");
        }
    }

    async fn opens_again(&mut self, at: usize) {
        let Laptop { place, store, skew, .. } = self.laptops.swap_remove(at);
        store.close().await.unwrap();
        let store = Laptop::opens(place.path()).await;
        self.laptops.push(Laptop { at, place, store, skew });
        self.laptops.sort_by_key(|laptop| laptop.at);
    }

    /// The second organiser suspends a table. It is let in again at the end.
    async fn cuts_off(&mut self) {
        let device = self.devices[CUT_OFF];
        let Laptop { store, skew, .. } = &self.laptops[SECOND];
        match store.suspend(device, &CutOff::default(), None, store.person(), self.now + skew).await {
            Ok(()) => _ = self.met.insert("suspended"),
            Err(StoreError::UnknownMember | StoreError::NotAllowed) => {}
            Err(error) => panic!("seed {}: {error:?}", self.seed),
        }
    }

    /// Everybody has everything from everybody, and nobody is cut off any more.
    async fn comes_to_rest(&mut self) {
        for round in 0..4 {
            self.sticks.clear();
            for at in 0..self.laptops.len() {
                self.hands_over(at, Since::Whole).await;
            }
            for path in std::mem::take(&mut self.sticks) {
                for at in 0..self.laptops.len() {
                    self.takes_in(at, &path).await;
                }
            }
            let at = self.now + self.laptops[FOUNDER].skew;
            let ana = &self.laptops[FOUNDER].store;
            admits(ana, Roles::FACILITATOR, at).await;
            let known = ana.known().await.unwrap();
            let cut_off = known.into_iter().find(|it| it.device == self.devices[CUT_OFF] && it.roles.is_none());
            if let Some(cut_off) = cut_off.filter(|it| it.is_confirmed && round < 2) {
                let (device, recipient) = (cut_off.device, cut_off.recipient);
                let person = cut_off.person.unwrap();
                let admitted = Admitted { device, roles: Roles::FACILITATOR, person, recipient };
                ana.admit(admitted, Vec::new(), ana.person(), at).await.unwrap();
            }
        }
    }

    async fn holds(&self) {
        let seed = self.seed;
        let mut dumps = Vec::new();
        for Laptop { store, .. } in &self.laptops {
            let found = store.verify(&Silent).await.unwrap();
            assert!(found.ok, "seed {seed}: {found:?}");
            dumps.push(store.dump().await.unwrap());
        }
        for (dump, name) in dumps.iter().zip(NAMES) {
            assert!(*dump == dumps[0], "seed {seed}: {name} and {} say something else", NAMES[0]);
        }
        for (record, words) in &self.said {
            let there = words.iter().filter(|word| dumps[0].contains(word.as_str())).count();
            if self.erased.contains(record) {
                assert_eq!(there, 0, "seed {seed}: words of {record} are there, which was erased");
            } else {
                assert!(there > 0, "seed {seed}: no word of {record} is there, which was acknowledged");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_consultations_agree_after_any_schedule() {
    let seed = number("ANTEROOM_SEED");
    let count = number("ANTEROOM_FILES").unwrap_or(if seed.is_some() { 1 } else { SCHEDULES });
    let first = seed.unwrap_or_default();
    let begun = begun().await;
    let mut met = BTreeSet::new();
    for seed in first..first + count {
        let mut schedule = Schedule::begin(seed, &begun).await;
        for _ in 0..STEPS {
            schedule.step().await;
        }
        schedule.comes_to_rest().await;
        schedule.holds().await;
        met.append(&mut schedule.met);
    }
    if count >= SCHEDULES {
        let wanted =
            ["admitted", "called off", "conflict", "edited", "erased", "lost", "nothing new", "refused", "suspended"];
        assert_eq!(met, BTreeSet::from(wanted), "what the schedules must bring about");
    }
}
