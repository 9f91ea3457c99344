//! Hand-over files: written for somebody by what was last heard of them, or whole, or in part; lost, doubled, reordered,
//! kept on a stick for weeks; and what cannot get through while the laptops are apart.

use std::collections::BTreeSet;

use anteroom_journal::check::SignedCommit;
use anteroom_journal::copy::{Report, Words};
use anteroom_model::ids::{Digest, RecordId};

use crate::history::{History, pick};
use crate::schedule::Step;

/// What lies in a file, by name: the bytes are those that were signed.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) from: usize,
    pub(crate) commits: Vec<Digest>,
    pub(crate) words: Vec<(RecordId, Digest)>,
}

impl History {
    pub(crate) fn open(&self, file: &File) -> (Vec<SignedCommit>, Vec<Words>) {
        let commits = file.commits.iter().map(|hash| self.w.all[hash].clone()).collect();
        let words = file.words.iter().map(|name| (name.0, name.1, self.w.archive[name].clone())).collect();
        (commits, words)
    }

    pub(crate) fn merge(&mut self, to: usize, file: &File) -> Report {
        let (commits, words) = self.open(file);
        self.w.receive(to, commits, words)
    }

    /// All that a laptop has, or has of what `to` lacked when it was last heard of; or only some series, only the newest,
    /// only some of the words.
    pub(crate) fn file(&self, who: usize, to: usize, how: usize, more: usize) -> File {
        let copy = &self.w.laptops[who].copy;
        let heard = self.heard.get(&(who, to)).filter(|_| how.is_multiple_of(4));
        let mut commits = copy.lacking_for(&heard.cloned().unwrap_or_default());
        match how % 4 {
            1 => {
                let devices: Vec<_> = copy.standing().devices().into_iter().collect();
                let at = |hash: &Digest| {
                    let of = copy.standing().commit(hash).map(|commit| commit.device);
                    devices.iter().position(|device| Some(*device) == of)
                };
                commits.retain(|hash| at(hash).is_some_and(|at| more >> at & 1 == 1));
            }
            2 => drop(commits.drain(..more % (commits.len() + 1))),
            _ => {}
        }
        let named: BTreeSet<_> = commits
            .iter()
            .filter_map(|hash| copy.standing().commit(hash))
            .flat_map(|commit| commit.revisions.iter().map(|it| (it.record, it.digest)))
            .collect();
        let mut words: Vec<_> = copy.held().filter(|name| named.contains(name)).collect();
        if how % 8 == 3 {
            let mut at = 0;
            words.retain(|_| {
                at += 1;
                more >> (at % 5) & 1 == 1
            });
        }
        File { from: who, commits, words }
    }

    pub(crate) fn hand_over(&mut self, step: Step) {
        let Step { who, which, how, more, .. } = step;
        let to = which % self.w.laptops.len();
        if how.is_multiple_of(8) && self.reaches(who, to) {
            self.exchange(who, to);
            return;
        }
        let file = self.file(who, to, how, more);
        if self.reaches(who, to) {
            self.merge(to, &file);
        }
        self.files.push(file);
    }

    /// A file that is not taken anywhere yet.
    pub(crate) fn write_file(&mut self, step: Step) {
        let Step { who, which, how, more, .. } = step;
        let file = self.file(who, which % self.w.laptops.len(), how, more);
        self.files.push(file);
    }

    /// Some file, in some order, which stays on its stick and may come again.
    pub(crate) fn deliver(&mut self, step: Step) {
        let Step { who, which, how, .. } = step;
        let reaching: Vec<usize> = (0..self.files.len()).filter(|at| self.reaches(self.files[*at].from, who)).collect();
        let Some(at) = pick(&reaching, which) else { return };
        let mut file = self.files[at].clone();
        match how % 3 {
            0 => file.commits.reverse(),
            1 => {
                let middle = file.commits.len() / 2;
                file.commits.rotate_left(middle);
                let twice = file.commits.clone();
                file.commits.extend(twice);
            }
            _ => {}
        }
        self.merge(who, &file);
        let again = how.is_multiple_of(4).then(|| self.merge(who, &file));
        assert!(again.is_none_or(|report| report.is_empty()), "the same file twice is reported as news");
        if how.is_multiple_of(4) {
            self.met.insert("doubled file");
        }
    }

    pub(crate) fn lose(&mut self, step: Step) {
        if !self.files.is_empty() {
            self.files.swap_remove(step.which % self.files.len());
            self.met.insert("lost file");
        }
    }

    /// One laptop asks another: by version vector, and for the words it lacks.
    pub(crate) fn exchange(&mut self, from: usize, to: usize) {
        let lacked = !self.w.laptops[to].copy.missing().contents.is_empty();
        let report = self.w.exchange(from, to);
        if lacked && report.words > 0 && report.new_commits.is_empty() {
            self.met.insert("words asked for by name");
        }
        let vector = self.w.laptops[to].copy.vector();
        self.heard.insert((from, to), vector);
    }

    /// An evening: everybody hands over to one, and some take back what she has.
    pub(crate) fn everybody(&mut self, step: Step) {
        let Step { who, which, .. } = step;
        for from in (0..self.w.laptops.len()).filter(|from| self.reaches(*from, who)).collect::<Vec<_>>() {
            self.exchange(from, who);
        }
        for to in (0..self.w.laptops.len()).filter(|to| self.reaches(who, *to)).collect::<Vec<_>>() {
            if which >> (to % 6) & 1 == 1 {
                self.exchange(who, to);
            }
        }
    }

    /// From now on only those on one side reach each other.
    pub(crate) fn part(&mut self, step: Step) {
        self.sides = (0..self.w.laptops.len()).map(|at| step.more >> (at % 6) & 1).collect();
        if self.sides.contains(&0) && self.sides.contains(&1) {
            self.met.insert("partition");
        }
    }
}
