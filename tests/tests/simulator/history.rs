//! A schedule as it is played: the laptops, the files on their way, and what must be remembered to judge the end.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_journal::standing::Status;
use anteroom_journal::vector::Vector;
use anteroom_model::ids::{DeviceId, Digest, RecordId};

use crate::accidents::Backup;
use crate::handover::File;
use crate::schedule::{Schedule, Step, What};
use crate::world::World;

pub(crate) struct History {
    pub(crate) w: World,
    pub(crate) files: Vec<File>,
    /// The newest vector of the second that the first has seen.
    pub(crate) heard: BTreeMap<(usize, usize), Vector>,
    /// On which side of a partition each laptop is.
    pub(crate) sides: Vec<usize>,
    pub(crate) backups: Vec<Backup>,
    /// Records that were made as parts of another.
    pub(crate) parts: BTreeSet<RecordId>,
    pub(crate) cloned: bool,
    /// Somebody decided that something erased may come back.
    pub(crate) brought_back: bool,
    /// A disk that is gone held these.
    pub(crate) lost_commits: BTreeSet<Digest>,
    pub(crate) lost_words: BTreeSet<(RecordId, Digest)>,
    /// Whether each moment is looked at for what the schedules must bring about.
    pub(crate) looks: bool,
    pub(crate) met: BTreeSet<&'static str>,
}

impl History {
    pub(crate) fn begin(schedule: &Schedule) -> Self {
        let mut w = World::of(&schedule.cast);
        w.compares = false;
        for (laptop, skew) in w.laptops.iter_mut().zip(&schedule.skews) {
            laptop.skew = *skew;
        }
        if let Some(whose) = schedule.second {
            let owner = w.laptops[whose].owner;
            w.add_stranger(owner);
        }
        Self {
            w,
            files: Vec::new(),
            heard: BTreeMap::new(),
            sides: Vec::new(),
            backups: Vec::new(),
            parts: BTreeSet::new(),
            cloned: false,
            brought_back: false,
            lost_commits: BTreeSet::new(),
            lost_words: BTreeSet::new(),
            looks: false,
            met: BTreeSet::new(),
        }
    }

    pub(crate) fn step(&mut self, step: Step) {
        let step = Step { who: step.who % self.w.laptops.len(), ..step };
        match step.what {
            What::Create => self.create(step),
            What::Attach => self.attach(step),
            What::Import => self.import(step),
            What::Edit => self.edit(step, 1),
            What::EditTwo => self.edit(step, 2),
            What::Permit => self.permit(step),
            What::ClaimCreation => self.claim_creation(step),
            What::Newer => self.write_newer(step),
            What::Erase => self.erase(step),
            What::EraseMany => self.erase_many(step),
            What::TakeBack => self.take_back(step),
            What::Undo => self.undo(step),
            What::Member => self.member(step),
            What::RefuseAll => self.refuse_all(step),
            What::Readmit => self.readmit(step),
            What::TakeOver => self.take_over(step),
            What::Rule => self.rule(step),
            What::Branch => self.branch(step),
            What::Lost => self.declare_lost(step),
            What::Confirm => self.confirm(step),
            What::Sheet => self.use_sheet(step),
            What::HandOver => self.hand_over(step),
            What::HandOverNewest => self.hand_over(Step { how: 2, ..step }),
            What::Write => self.write_file(step),
            What::Deliver => self.deliver(step),
            What::Lose => self.lose(step),
            What::Everybody => self.everybody(step),
            What::Part => self.part(step),
            What::Meet => self.sides.clear(),
            What::Clone => self.clone_laptop(step),
            What::SameNonce => self.use_nonce_twice(step),
            What::BackUp => self.back_up(step),
            What::Restore => self.restore(step),
            What::CrashInMerge => self.crash_in_merge(step),
            What::CrashInWriting => self.crash_in_writing(step),
        }
        if self.looks {
            self.look(step.who);
        }
    }

    /// What the person at a laptop sees, her own waiting work included.
    pub(crate) fn shown(&self, who: usize) -> Vec<RecordId> {
        let (copy, device) = (&self.w.laptops[who].copy, self.w.device(who));
        copy.states().map(|(record, _)| *record).filter(|it| copy.state_beside(*it, &device).live).collect()
    }

    pub(crate) fn with_status(&self, who: usize, fits: impl Fn(Status) -> bool) -> Vec<Digest> {
        let statuses = self.w.standing(who).statuses();
        statuses.into_iter().filter(|(_, status)| fits(*status)).map(|(hash, _)| hash).collect()
    }

    /// The devices of the laptops that there are.
    pub(crate) fn devices(&self) -> Vec<DeviceId> {
        let all: BTreeSet<DeviceId> = self.w.laptops.iter().map(|laptop| laptop.device).collect();
        all.into_iter().collect()
    }

    /// Whether files get from one to the other.
    pub(crate) fn reaches(&self, from: usize, to: usize) -> bool {
        let side = |who: usize| self.sides.get(who).copied().unwrap_or_default();
        from != to && side(from) == side(to)
    }
}

/// One of these; none where there are none.
pub(crate) fn pick<T: Copy>(from: &[T], which: usize) -> Option<T> {
    from.get(which % from.len().max(1)).copied()
}
