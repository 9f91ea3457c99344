//! What must hold once everything has reached everybody.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_journal::copy::Copy;
use anteroom_journal::standing::{ERASURE_LIMIT, Fate, Status};
use anteroom_model::ids::{DeviceId, RecordId};
use fastrand::Rng;
use memchr::memmem;

use crate::history::History;
use crate::{reading, rights, world};

impl History {
    pub(crate) fn check_rest(&mut self, rng: &mut Rng, judges: bool) {
        self.sides.clear();
        self.w.deliver_all();
        self.old_files_bring_nothing(rng);
        self.all_agree();
        self.nothing_is_missing();
        self.nothing_erased_is_present();
        let copy = &self.w.laptops[0].copy;
        reading::compare(copy);
        erasures_hold(copy);
        rights::compare(copy);
        if judges {
            world::compare(copy);
            self.any_order_gives_the_same(rng);
        }
    }

    fn all_agree(&self) {
        let dump = self.w.laptops[0].copy.dump();
        for laptop in &self.w.laptops {
            assert!(laptop.copy.dump() == dump, "two copies differ: {}", difference(&dump, &laptop.copy.dump()));
        }
    }

    /// What is merged again changes nothing and is no news. A file that was forgotten somewhere may hold what a disk that
    /// is gone had, or words that somebody decided to bring back; then all get that, and agree again.
    fn old_files_bring_nothing(&mut self, rng: &mut Rng) {
        let mut news = false;
        for file in std::mem::take(&mut self.files) {
            let to = rng.usize(..self.w.laptops.len());
            let known = self.w.standing(to);
            let lost = file.commits.iter().any(|hash| self.lost_commits.contains(hash) && !known.knows(hash))
                || file.words.iter().any(|name| self.lost_words.contains(name));
            let report = self.merge(to, &file);
            assert!(report.is_empty() || lost || self.brought_back, "an old file brings news: {report:?}");
            news |= !report.is_empty();
        }
        if news {
            self.w.deliver_all();
        }
        let whole = self.file(0, 0, 4, 0);
        let before = self.w.laptops[1].copy.dump();
        for to in 1..self.w.laptops.len() {
            let report = self.merge(to, &whole);
            assert!(report.is_empty(), "merging it again is reported as news: {report:?}");
        }
        assert_eq!(self.w.laptops[1].copy.dump(), before, "merging it again changes something");
    }

    fn nothing_is_missing(&self) {
        let first = &self.w.laptops[0].copy;
        let standing = first.standing();
        for hash in self.w.all.keys().filter(|hash| !self.lost_commits.contains(hash)) {
            assert!(standing.knows(hash), "a commit has reached nobody");
        }
        if !self.cloned {
            assert!(standing.branches().is_empty(), "an honest laptop forked");
        }
        let deleted: BTreeSet<_> = self.w.laptops.iter().flat_map(|laptop| &laptop.deleted).collect();
        for laptop in self.w.laptops.iter().filter(|_| !self.brought_back) {
            let back = laptop.deleted.iter().find(|(record, digest)| laptop.copy.words(record, digest).is_some());
            assert_eq!(back, None, "erased words came back without anybody having decided so");
        }
        let wanted = self.w.archive.keys().filter(|(record, _)| standing.wants(record));
        for (record, digest) in wanted.filter(|(record, digest)| standing.revision(record, digest).next().is_some()) {
            let name = &(*record, *digest);
            let held = first.words(record, digest).is_some();
            let elsewhere = self.w.laptops.iter().any(|it| it.copy.words(record, digest).is_some());
            assert_eq!(held, elsewhere, "words are held by one copy and lacking in another");
            let excused = deleted.contains(name) || self.lost_words.contains(name) || !self.w.kept.contains(name);
            assert!(held || excused, "acknowledged words are held by nobody");
        }
        for laptop in &self.w.laptops {
            for (hash, _) in laptop.copy.standing().headers() {
                assert_eq!(laptop.copy.signed(hash).as_ref(), self.w.all.get(hash), "a commit is passed on as it came");
            }
            for (record, digest) in laptop.copy.held() {
                let bytes = self.w.archive.get(&(record, digest)).map(Vec::as_slice);
                assert_eq!(laptop.copy.words(&record, &digest), bytes, "words are passed on as they came");
            }
        }
    }

    /// Neither in any copy nor anywhere in a hand-over file that is written now.
    fn nothing_erased_is_present(&self) {
        let standing = self.w.standing(0);
        let erased = self.w.archive.iter().filter(|((record, _), _)| standing.fate(record) == Fate::Erased);
        let erased: Vec<_> = erased.collect();
        for (who, laptop) in self.w.laptops.iter().enumerate().filter(|_| !erased.is_empty()) {
            let (commits, words) = self.open(&self.file(who, who, 4, 0));
            let commits = commits.iter().map(|it| &*it.bytes);
            let bytes = commits.chain(words.iter().map(|(_, _, bytes)| &**bytes)).collect::<Vec<_>>().concat();
            for ((record, digest), contents) in &erased {
                assert_eq!(laptop.copy.words(record, digest), None, "erased words are held");
                assert_eq!(memmem::find(&bytes, contents), None, "erased words are handed over");
            }
        }
    }

    /// The same commits in any order and in any portions, on a new copy.
    fn any_order_gives_the_same(&self, rng: &mut Rng) {
        let first = &self.w.laptops[0].copy;
        let mut commits: Vec<_> = first.standing().headers().map(|(hash, _)| self.w.all[hash].clone()).collect();
        commits.sort_unstable_by_key(|it| it.hash);
        rng.shuffle(&mut commits);
        let mut copy = Copy::new(self.w.founding.clone()).unwrap();
        while !commits.is_empty() {
            let portion = commits.split_off(commits.len() - rng.usize(1..=commits.len().min(5)));
            copy.take_in(portion, Vec::new()).unwrap();
            world::compare(&copy);
        }
        assert_eq!(copy.dump_state(), first.dump_state(), "another order gives another state");
        let words = first.held().map(|(record, digest)| (record, digest, self.w.archive[&(record, digest)].clone()));
        copy.take_in(Vec::new(), words.collect()).unwrap();
        assert_eq!(copy.dump().lines().count(), first.dump().lines().count());
    }
}

/// An erasure that counts, of a device that has not erased too much, wins against everything.
fn erasures_hold(copy: &Copy) {
    let standing = copy.standing();
    let mut by_device: BTreeMap<DeviceId, BTreeSet<RecordId>> = BTreeMap::new();
    let counting = standing.headers().filter(|(hash, _)| standing.status(hash) == Some(Status::Counts));
    for (_, commit) in counting.filter(|(_, commit)| !commit.erases.is_empty()) {
        by_device.entry(commit.device).or_default().extend(&commit.erases);
    }
    for (device, records) in by_device {
        for record in records.iter().filter(|_| records.len() <= ERASURE_LIMIT || device == standing.root()) {
            assert_eq!(standing.fate(record), Fate::Erased, "an erasure that counts is without effect");
        }
    }
}

/// The first lines in which two dumps differ.
fn difference(one: &str, other: &str) -> String {
    let here: BTreeSet<&str> = one.lines().collect();
    let there: BTreeSet<&str> = other.lines().collect();
    let only = |in_this: &BTreeSet<&str>, not_in: &BTreeSet<&str>| {
        in_this.difference(not_in).take(3).map(|line| (*line).to_owned()).collect::<Vec<_>>()
    };
    format!("{:#?} and {:#?}", only(&here, &there), only(&there, &here))
}
