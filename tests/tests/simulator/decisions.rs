//! What is decided, by whoever thinks that she may: admissions, suspensions, approvals, confirmations, the recovery sheet.

use std::collections::BTreeSet;

use anteroom_journal::decision::{Place, Roles, Ruling};
use anteroom_journal::standing::{Status, Wait};
use anteroom_model::ids::{DeviceId, Digest};

use crate::history::{History, pick};
use crate::schedule::Step;
use crate::world::{Act, C, certificate};

/// What one device is given; often more than the others would.
fn some_roles(how: usize) -> Roles {
    match how % 8 {
        1 => Roles::FACILITATOR,
        2 => Roles::ORGANISER,
        3 => Roles::RAPPORTEUR,
        4 => Roles::FACILITATOR.and(Roles::RAPPORTEUR),
        5 => Roles::OBSERVER,
        _ => Roles::NONE,
    }
}

impl History {
    /// About whom: seldom the founder.
    fn about(&self, which: usize) -> (DeviceId, u8) {
        let at = which % self.w.laptops.len();
        let at = if at == 0 && !which.is_multiple_of(5) { 1 } else { at };
        (self.w.device(at), self.w.laptops[at].owner)
    }

    fn places(&self, who: usize, device: &DeviceId) -> Vec<Place> {
        let theirs = self.w.standing(who).headers().filter(|(_, commit)| commit.device == *device);
        let mut places: Vec<Place> = theirs.map(|(hash, commit)| Place { seq: commit.seq, hash: *hash }).collect();
        places.sort_unstable();
        places
    }

    /// From the start, or after one of the device's commits, the last one rather than any other.
    fn good_until(&self, who: usize, device: &DeviceId, more: usize) -> Option<Place> {
        let places = self.places(who, device);
        match more % (places.len() + 2) {
            0 => None,
            at => places.get(at - 1).or(places.last()).copied(),
        }
    }

    pub(crate) fn member(&mut self, step: Step) {
        let Step { who, which, how, more, .. } = step;
        let (device, owner) = self.about(which);
        let after = self.good_until(who, &device, more);
        let owner = if more.is_multiple_of(7) { C as u8 } else { owner };
        self.w.decide(who, certificate(device, some_roles(how), after, false, owner));
    }

    /// A stolen laptop.
    pub(crate) fn refuse_all(&mut self, step: Step) {
        let (device, owner) = self.about(step.which);
        let after = self.good_until(step.who, &device, step.more);
        self.brought_back = true;
        self.w.decide(step.who, certificate(device, Roles::NONE, after, true, owner));
    }

    /// Somebody suspended is let in again.
    pub(crate) fn readmit(&mut self, step: Step) {
        let Step { who, which, how, more, .. } = step;
        let standing = self.w.standing(who);
        let suspended =
            |device: &DeviceId| standing.person(device).is_some() && standing.present_roles(device).is_none();
        let suspended: Vec<DeviceId> = standing.devices().into_iter().filter(suspended).collect();
        let Some(device) = pick(&suspended, which) else { return };
        let owner = standing.person(&device).map_or(0, |person| person.0[0]);
        let after = if more.is_multiple_of(2) { None } else { self.good_until(who, &device, more) };
        let roles = if how.is_multiple_of(2) { Roles::FACILITATOR } else { Roles::ORGANISER };
        self.w.decide(who, certificate(device, roles, after, false, owner));
        self.met.insert("readmission");
    }

    /// An organiser is suspended, and those whom she let in are let in by who suspends her.
    pub(crate) fn take_over(&mut self, step: Step) {
        let Step { who, which, how, more, .. } = step;
        let standing = self.w.standing(who);
        let counting = standing.valid_decisions();
        let admitting: BTreeSet<DeviceId> = counting
            .iter()
            .filter_map(|id| standing.commit(&id.commit))
            .map(|commit| commit.device)
            .filter(|device| *device != standing.founder() && *device != standing.root())
            .collect();
        let admitting: Vec<DeviceId> = admitting.into_iter().collect();
        let Some(device) = pick(&admitting, which) else { return };
        let owner = standing.person(&device).map_or(0, |person| person.0[0]);
        let refuses_all = how.is_multiple_of(3);
        let since = if more.is_multiple_of(2) { None } else { self.time_of_one(who, &device, more) };
        let cut = standing.cut_since(&device, since);
        let mut rulings: Vec<Ruling> =
            cut.after.iter().map(|after| certificate(device, Roles::NONE, *after, refuses_all, owner)).collect();
        rulings.extend(cut.left.iter().map(|hash| Ruling::Commit { hash: *hash, approve: true }));
        let given = standing.given_within(&device, &cut).into_iter().cloned().map(Ruling::Certificate);
        let own = rulings.len();
        rulings.extend(given);
        if rulings.len() > own {
            self.met.insert("takeover of admissions");
        }
        if cut.after.len() > 1 {
            self.met.insert("a forked laptop cut off");
        }
        self.brought_back |= refuses_all;
        let decisions = rulings.into_iter().map(|ruling| self.w.seeing(who, ruling)).collect();
        let hash = self.w.act(who, &Act { decisions, ..Act::default() }).hash;
        let standing = self.w.standing(who);
        if standing.valid_decisions().iter().any(|id| id.commit == hash) {
            for tip in standing.tips(&device) {
                let roles = standing.roles_of(&device, Some(&tip.hash));
                assert!(roles.is_none(), "whoever is cut off goes on on one of its branches");
            }
        }
    }

    /// When a device made one of its commits, by its own clock.
    fn time_of_one(&self, who: usize, device: &DeviceId, which: usize) -> Option<i64> {
        let place = pick(&self.places(who, device), which)?;
        self.w.standing(who).commit(&place.hash).map(|commit| commit.time)
    }

    pub(crate) fn rule(&mut self, step: Step) {
        let waits = |it| matches!(it, Status::Refused | Status::Waits(Wait::Role | Wait::NoMember));
        if let Some(hash) = pick(&self.with_status(step.who, waits), step.which) {
            let approve = !step.how.is_multiple_of(3);
            self.brought_back |= !approve;
            self.w.decide(step.who, Ruling::Commit { hash, approve });
        }
    }

    pub(crate) fn branch(&mut self, step: Step) {
        let branches: Vec<Digest> = self.w.standing(step.who).branches().into_keys().collect();
        if let Some(first) = pick(&branches, step.which) {
            let approve = !step.how.is_multiple_of(4);
            // What a refused branch had erased is shown again.
            self.brought_back |= !approve;
            self.w.decide(step.who, Ruling::Branch { first, approve });
        }
    }

    pub(crate) fn declare_lost(&mut self, step: Step) {
        let missing: Vec<Digest> = self.w.standing(step.who).missing_commits().into_iter().collect();
        if let Some(missing) = pick(&missing, step.which) {
            self.w.decide(step.who, Ruling::Lost { missing, approve: !step.how.is_multiple_of(4) });
        }
    }

    fn erasing(&self, who: usize) -> Vec<Digest> {
        let erasing = self.w.standing(who).headers().filter(|(_, commit)| commit.erases.len() > 1);
        let erasing: BTreeSet<Digest> = erasing.map(|(hash, _)| *hash).collect();
        erasing.into_iter().collect()
    }

    /// Somebody confirms; or whoever erased too much lets somebody in, who does.
    pub(crate) fn confirm(&mut self, step: Step) {
        let friend = step.which % self.w.laptops.len();
        if step.how % 4 == 1 && friend > 0 && friend != step.who {
            self.erase_many(Step { which: 0, how: 0, ..step });
            let (commit, owner) = (self.w.tip(step.who).hash, self.w.laptops[friend].owner);
            self.w.decide(step.who, certificate(self.w.device(friend), Roles::ORGANISER, None, false, owner));
            self.exchange(step.who, friend);
            self.w.decide(friend, Ruling::Erasures { commit, approve: true });
            return;
        }
        let Some(commit) = pick(&self.erasing(step.who), step.which) else { return };
        if step.how % 4 == 2 {
            self.brought_back = true;
            self.w.decide(step.who, Ruling::Commit { hash: commit, approve: false });
        } else {
            self.w.decide(step.who, Ruling::Erasures { commit, approve: !step.how.is_multiple_of(4) });
        }
    }

    /// The recovery sheet admits, suspends, approves, confirms, and erases without a limit.
    pub(crate) fn use_sheet(&mut self, step: Step) {
        let Step { who, which, how, more, .. } = step;
        let (device, owner) = self.about(which);
        let waiting = self.with_status(who, |it| it != Status::Counts);
        let mut act = Act::default();
        let ruling = match how % 6 {
            3 => pick(&self.erasing(who), which).map(|commit| Ruling::Erasures { commit, approve: true }),
            4 => pick(&waiting, which).map(|hash| Ruling::Commit { hash, approve: true }),
            5 => {
                act.erases = self.shown(who);
                None
            }
            at => {
                let roles = [Roles::NONE, Roles::ORGANISER, Roles::FACILITATOR][at];
                let after = if more.is_multiple_of(3) { self.good_until(who, &device, more) } else { None };
                Some(certificate(device, roles, after, false, owner))
            }
        };
        act.decisions = ruling.into_iter().map(|ruling| self.w.seeing(who, ruling)).collect();
        self.w.act_as_root(who, &act);
        self.met.insert("recovery sheet");
    }
}
