//! What has come about at any moment on any laptop: schedules that never bring a rule about prove nothing of it.

use anteroom_journal::decision::{Roles, Ruling};
use anteroom_journal::standing::{Fate, Status, Wait};
use anteroom_model::field::PUT_AWAY;

use crate::history::History;
use crate::newer;

pub(crate) const EVENTS: &[&str] = &[
    "a forked laptop cut off",
    "a person's second laptop counts",
    "approval of a branch",
    "approval of a commit",
    "attachment gone with its contribution",
    "clone",
    "conflict",
    "confirmed erasure",
    "crash in the middle of a merge",
    "crash in the middle of writing",
    "doubled file",
    "erased",
    "erasure beyond the limit",
    "fork",
    "gap",
    "gap declared lost",
    "hidden",
    "kind of a newer version",
    "late admission",
    "lost file",
    "nonce used twice",
    "observer writes",
    "outside its roles",
    "partition",
    "put away",
    "readmission",
    "recovery sheet",
    "redo",
    "refusal of a commit",
    "refused",
    "restored backup",
    "somebody else than an organiser decides",
    "suspension",
    "suspension that refuses all",
    "takeover of admissions",
    "tightened by what was cut off",
    "twins",
    "undo",
    "undo left something out",
    "undo would have loosened",
    "unknown laptop",
    "words asked for by name",
    "written by a newer version",
];

impl History {
    pub(crate) fn look(&mut self, who: usize) {
        self.look_at_commits(who);
        self.look_at_decisions(who);
        self.look_at_records(who);
    }

    fn look_at_commits(&mut self, who: usize) {
        let standing = self.w.standing(who);
        for (hash, status) in standing.statuses() {
            self.met.extend(match status {
                Status::Counts => None,
                Status::Refused => Some("refused"),
                Status::Waits(Wait::Role) => Some("outside its roles"),
                Status::Waits(Wait::NoMember) => Some("unknown laptop"),
                Status::Waits(Wait::Fork) => Some("fork"),
                Status::Waits(Wait::Gap) => Some("gap"),
            });
            let commit = standing.commit(&hash).unwrap();
            let roles = standing.roles_of(&commit.device, commit.prev.as_ref());
            if status == Status::Waits(Wait::Role) && !commit.decisions.is_empty() {
                self.met.insert("somebody else than an organiser decides");
            }
            if status == Status::Waits(Wait::Role) && roles == Roles::OBSERVER && !commit.revisions.is_empty() {
                self.met.insert("observer writes");
            }
        }
    }

    fn look_at_decisions(&mut self, who: usize) {
        let standing = self.w.standing(who);
        for id in standing.valid_decisions() {
            self.met.extend(match &standing.commit(&id.commit).unwrap().decisions[id.place as usize].ruling {
                Ruling::Certificate(it) if it.refuses_all => Some("suspension that refuses all"),
                Ruling::Certificate(it) if it.roles.is_none() => Some("suspension"),
                Ruling::Certificate(it) if standing.tips(&it.device).iter().any(|tip| tip.seq > 0) => {
                    let before = self.w.founding.commit.decisions.iter();
                    let mut before = before.map(|decision| &decision.ruling);
                    let known =
                        before.any(|ruling| matches!(ruling, Ruling::Certificate(of) if of.device == it.device));
                    (!known).then_some("late admission")
                }
                Ruling::Commit { approve: true, .. } => Some("approval of a commit"),
                Ruling::Commit { .. } => Some("refusal of a commit"),
                Ruling::Branch { approve: true, .. } => Some("approval of a branch"),
                Ruling::Lost { approve: true, .. } => Some("gap declared lost"),
                Ruling::Erasures { approve: true, .. } => Some("confirmed erasure"),
                _ => None,
            });
        }
        let persons: Vec<_> = self.devices().iter().filter_map(|device| standing.person(device)).collect();
        if persons.iter().any(|person| persons.iter().filter(|it| *it == person).count() > 1) {
            self.met.insert("a person's second laptop counts");
        }
    }

    fn look_at_records(&mut self, who: usize) {
        let copy = &self.w.laptops[who].copy;
        let standing = copy.standing();
        for record in standing.records() {
            self.met.extend(match standing.fate(&record) {
                Fate::Shown => None,
                Fate::Hidden => Some("hidden"),
                Fate::Unconfirmed => Some("erasure beyond the limit"),
                Fate::Erased => Some("erased"),
            });
            let by_itself = !standing.erased_by(&record).is_empty();
            if self.parts.contains(&record) && standing.fate(&record) == Fate::Erased && !by_itself {
                self.met.insert("attachment gone with its contribution");
            }
            if standing.alias(record) != record {
                self.met.insert("twins");
            }
        }
        for (_, state) in copy.states() {
            if state.fields.values().any(|known| !known.conflict.is_empty()) {
                self.met.insert("conflict");
            }
            if state.fields.values().any(|known| !known.shadow.is_empty()) {
                self.met.insert("tightened by what was cut off");
            }
            if state.value(PUT_AWAY) == Some(&true.into()) {
                self.met.insert("put away");
            }
            if state.kind == Some(newer::KIND) {
                self.met.insert("kind of a newer version");
            }
        }
    }
}
