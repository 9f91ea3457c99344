//! What happens to laptops: they are cloned, restored from a backup, or stop in the middle of something.

use std::collections::BTreeSet;

use anteroom_journal::decision::Place;
use anteroom_model::field::CONTRIBUTION;
use anteroom_model::ids::{Digest, RecordId};

use crate::history::{History, pick};
use crate::schedule::Step;
use crate::world::{Act, said};

/// What a disk holds.
#[derive(Clone)]
pub(crate) struct Disk {
    commits: BTreeSet<Digest>,
    words: BTreeSet<(RecordId, Digest)>,
}

pub(crate) struct Backup {
    of: usize,
    disk: Disk,
    tip: Option<Place>,
}

impl History {
    /// All that the last merge and the last commit that were finished have left.
    fn disk(&self, who: usize) -> Disk {
        let copy = &self.w.laptops[who].copy;
        Disk { commits: copy.standing().headers().map(|(hash, _)| *hash).collect(), words: copy.held().collect() }
    }

    /// Both go on, and sometimes one hears of the other at once.
    pub(crate) fn clone_laptop(&mut self, step: Step) {
        if self.w.laptops.len() >= 8 {
            return;
        }
        self.cloned = true;
        self.met.insert("clone");
        let clone = self.w.clone_laptop(step.who);
        if step.how.is_multiple_of(2) {
            self.w.create(step.who);
            self.w.create(clone);
            self.exchange(clone, step.who);
        }
    }

    /// A virtual machine that was copied while it ran draws the same numbers twice.
    pub(crate) fn use_nonce_twice(&mut self, step: Step) {
        let Step { who, which, how, more, .. } = step;
        let device = self.w.device(who);
        let twin = (0..self.w.laptops.len()).find(|it| *it != who && self.w.device(*it) == device);
        let Some(twin) = twin else { return };
        let clock = self.w.clock;
        let mark = |at: usize| at.is_multiple_of(2).then_some([more as u8 % 3; 16]);
        let one = self.w.create_marked(who, CONTRIBUTION, said("t0", 0), mark(how));
        self.w.clock = clock;
        let other = self.w.create_marked(twin, CONTRIBUTION, said("t1", 1), mark(which));
        if one == other {
            self.met.insert("nonce used twice");
        }
    }

    pub(crate) fn back_up(&mut self, step: Step) {
        let backup = Backup { of: step.who, disk: self.disk(step.who), tip: self.w.laptops[step.who].tip };
        self.backups.push(backup);
    }

    /// The file of a laptop is as it was; where its key remembers a later commit, it begins a new series.
    pub(crate) fn restore(&mut self, step: Step) {
        let who = step.who;
        let Some(backup) = self.backups.iter().rfind(|it| it.of == who) else { return };
        let (disk, tip) = (backup.disk.clone(), backup.tip);
        let gone = self.disk(who);
        self.lost_commits.extend(gone.commits.difference(&disk.commits));
        self.lost_words.extend(gone.words.difference(&disk.words));
        self.lost_words.extend(&self.w.laptops[who].deleted);
        self.met.insert("restored backup");
        let copy = self.w.read(&disk.commits, &disk.words);
        if self.w.laptops[who].signed != tip.map(|tip| tip.hash) {
            let new = self.w.add_stranger(self.w.laptops[who].owner);
            self.w.laptops.swap_remove(who);
            assert_eq!(new, self.w.laptops.len());
        }
        let laptop = &mut self.w.laptops[who];
        // What it has deleted since the backup, the backup holds.
        laptop.deleted.clear();
        (laptop.held, laptop.copy) = (copy.held().collect(), copy);
    }

    /// It stops in the middle of a merge: the disk has nothing of it, and everything from before.
    pub(crate) fn crash_in_merge(&mut self, step: Step) {
        let Step { who, which, how, more, .. } = step;
        let from = which % self.w.laptops.len();
        let file = match pick(&(0..self.files.len()).collect::<Vec<_>>(), which) {
            Some(at) if how.is_multiple_of(2) => self.files[at].clone(),
            _ => self.file(from, who, how, more),
        };
        let (disk, before) = (self.disk(who), self.w.laptops[who].copy.dump());
        let (commits, words) = self.open(&file);
        let report = self.w.laptops[who].copy.take_in(commits, words).unwrap();
        self.reread(who, &disk, &before);
        if !report.is_empty() {
            self.met.insert("crash in the middle of a merge");
        }
        if how % 4 < 2 {
            self.merge(who, &file);
        }
    }

    /// It stops before what was done has reached the disk, and so before anybody was told that it had.
    pub(crate) fn crash_in_writing(&mut self, step: Step) {
        let Step { who, which, how, .. } = step;
        let (disk, before) = (self.disk(who), self.w.laptops[who].copy.dump());
        let mut act = Act { creates: vec![(CONTRIBUTION, said("never kept", 0), None)], ..Act::default() };
        if how.is_multiple_of(2) {
            act.erases.extend(pick(&self.shown(who), which));
        }
        let (commit, words) = self.w.prepare(who, &act).split();
        self.w.laptops[who].copy.take_in(vec![commit], words).unwrap();
        self.reread(who, &disk, &before);
        self.met.insert("crash in the middle of writing");
    }

    fn reread(&mut self, who: usize, disk: &Disk, before: &str) {
        let copy = self.w.read(&disk.commits, &disk.words);
        assert_eq!(copy.dump(), before, "read again from the disk it is another");
        assert!(copy.held().eq(disk.words.iter().copied()), "read again from the disk it holds other words");
        self.w.laptops[who].copy = copy;
    }
}
