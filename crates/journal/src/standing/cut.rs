//! Where new roles of a device begin, and what falls with a device that is cut off. A series that has forked or that has a gap
//! is cut at each of its ends: a certificate holds behind the commit that it names, on its branch, and by number beyond gaps.

use std::collections::{BTreeSet, HashMap, HashSet};

use anteroom_model::ids::{DeviceId, Digest, PersonId, RecordId};

use super::authority::Admission;
use super::rules::{self, Entry, Matter, Status, Wait};
use super::{Known, Standing};
use crate::commit::Commit;
use crate::decision::{Certificate, Decision, Place, Roles, Ruling};

/// Of more ends that wait for their branch or their gap, the rest is cut off once somebody approves them.
const MOST_HELD_UP: usize = 100;

/// Where a device is cut off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// The last commits that are left alone; `None`: from the start.
    pub after: BTreeSet<Option<Place>>,
    /// What is good and counts, or waits for its branch or its gap alone, although it lies behind one of these: to be approved
    /// by itself.
    pub left: Vec<Digest>,
    /// What was approved by itself before and is not good.
    pub taken: Vec<Digest>,
}

/// A device that another one let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetIn {
    pub device: DeviceId,
    /// Who stays if it stays, and falls if it falls: those whom it let in itself, and so on.
    pub with: Vec<DeviceId>,
}

/// How far a series is good, on the way to one of its commits.
#[derive(Clone, Copy, Default)]
struct Passed {
    last: Option<Place>,
    is_over: bool,
}

/// What an organiser decided after she was cut off, whoever of those she let in stays.
pub(super) struct Without<'a> {
    device: &'a DeviceId,
    cut: &'a Cut,
    keeps: &'a [DeviceId],
}

impl Without<'_> {
    pub(super) fn leaves_out(&self, standing: &Standing, at: usize, decision: &Decision) -> bool {
        let keeps = |device: &DeviceId| self.keeps.contains(device);
        let is_kept = matches!(&decision.ruling, Ruling::Certificate(it) if keeps(&it.device) && !it.roles.is_none());
        !is_kept && standing.commits[at].commit.device == *self.device && standing.is_cut(at, self.cut)
    }
}

impl Standing {
    /// The last commits of a device, the first of them first: several, where its series has forked or has gaps.
    fn ends_of(&self, device: &DeviceId) -> Vec<&Known> {
        let ends = self.ends.get(device).into_iter().flatten();
        let mut ends: Vec<&Known> = ends.map(|at| &self.commits[*at]).collect();
        ends.sort_unstable_by_key(|known| place(known));
        ends
    }

    /// The roles in which a device goes on, whichever of its ends it follows.
    pub fn present_roles(&self, device: &DeviceId) -> Roles {
        self.present_roles_by(device, &self.authority.valid)
    }

    fn present_roles_by(&self, device: &DeviceId, of: &HashSet<usize>) -> Roles {
        let ends = self.ends_of(device).into_iter().map(|known| self.roles_after(device, Some(&known.hash), of));
        ends.reduce(Roles::shared).unwrap_or_else(|| self.roles_after(device, None, of))
    }

    /// The roles in which a device would make its next commit, after `tip`, by the decisions in `of`.
    pub(super) fn roles_after(&self, device: &DeviceId, tip: Option<&Digest>, of: &HashSet<usize>) -> Roles {
        if *device == self.root {
            return Roles::ALL;
        }
        let holding = self.holding_after(device, tip, of);
        if holding.is_empty() {
            return if *device == self.founder { Roles::ALL } else { Roles::NONE };
        }
        holding.into_iter().fold(Roles::ALL, |roles, certificate| roles.shared(certificate.roles))
    }

    /// The certificates by which a device would make its next commit, after `tip`.
    fn holding_after(&self, device: &DeviceId, tip: Option<&Digest>, of: &HashSet<usize>) -> Vec<&Certificate> {
        let at = tip.and_then(|tip| self.by_hash.get(tip)).copied();
        let covers =
            |after: &Place| Some(after.hash) == tip.copied() || at.is_some_and(|at| self.comes_after(at, after));
        let about = self.by_matter.get(&Matter::Device(*device)).into_iter().flatten().copied();
        let covering = about.filter(|number| of.contains(number)).filter(|number| {
            self.certificate(*number).is_some_and(|certificate| certificate.after.as_ref().is_none_or(covers))
        });
        self.heads(&covering.collect::<Vec<_>>()).into_iter().filter_map(|number| self.certificate(number)).collect()
    }

    /// Where new roles of a device begin. Where some are taken away, what was done in them goes on counting; where they grow,
    /// or a suspension ends, they hold from where those began that they follow, so that what waited since then counts.
    pub fn begin_of(&self, device: &DeviceId, roles: Roles) -> Cut {
        let ends = self.ends_of(device);
        let takes_some = |end: &&Known| {
            let before = self.roles_of(device, Some(&end.hash));
            before.shared(roles) != before
        };
        if ends.iter().any(takes_some) {
            let after = ends.into_iter().map(|end| Some(place(end))).collect();
            let own = self.by_device.get(device).into_iter().flatten().copied();
            let outside = own.filter(|at| !self.lies_within(&self.commits[*at].hash, roles));
            return self.leaving(Cut { after, ..Cut::default() }, outside.collect());
        }
        let holding = |end: &Known| self.holding_after(device, Some(&end.hash), &self.authority.valid);
        let after = ends.into_iter().map(|end| holding(end).into_iter().map(|it| it.after).min().flatten());
        Cut { after: from_the_earliest(after.collect()), ..Cut::default() }
    }

    /// The ends of a device that an approval of these matters opens and at which it would go on in more roles than it was given
    /// last, because nobody knew of them when some were taken away; and the roles that it was given last.
    pub fn opened_by(&self, device: &DeviceId, approved: &[Matter]) -> Vec<(Place, Roles)> {
        let last = self.certificates_of(device).into_iter().map(|(_, certificate)| certificate.roles);
        let Some(last) = last.reduce(Roles::shared) else { return Vec::new() };
        let is_opened = |end: &Known| {
            let mut needs = end.label.path.iter().flat_map(Entry::needs);
            needs.any(|(matter, _)| approved.contains(&matter))
        };
        let ends = self.ends_of(device).into_iter().filter(|end| is_opened(end));
        let more = ends.filter(|end| {
            let roles = self.roles_of(device, Some(&end.hash));
            roles.shared(last) != roles
        });
        more.map(|end| (place(end), last)).collect()
    }

    /// Where a device is cut off from a moment on, by its own clock; `None`: now.
    pub fn cut_since(&self, device: &DeviceId, since: Option<i64>) -> Cut {
        let mut passed = HashMap::new();
        let mut after: BTreeSet<Option<Place>> =
            self.ends_to_cut(device).into_iter().map(|end| self.good_until(end, since, &mut passed)).collect();
        if *device == self.founder && after.len() > 1 {
            // Her series has one beginning: another one does not take along what she decided.
            after.remove(&None);
        }
        let is_approved =
            |at: usize| self.decided(&self.authority.valid, Matter::Commit(self.commits[at].hash)) == Some(true);
        let (over, good): (Vec<_>, Vec<_>) = passed.into_iter().partition(|(_, passed)| passed.is_over);
        let taken = over.into_iter().map(|(at, _)| at).filter(|at| is_approved(*at)).collect();
        let cut = Cut { after: from_the_earliest(after), taken: self.in_order(taken), left: Vec::new() };
        self.leaving(cut, good.into_iter().map(|(at, _)| at).collect())
    }

    /// All ends that count or could be approved; of a laptop that was made to fork very often, all of the former.
    fn ends_to_cut(&self, device: &DeviceId) -> Vec<usize> {
        let all = self.ends.get(device).into_iter().flatten().copied();
        let (open, mut held_up): (Vec<_>, Vec<_>) = all.partition(|end| {
            let mut needs = self.commits[*end].label.path.iter().flat_map(Entry::needs);
            needs.all(|(matter, _)| self.decided(&self.authority.valid, matter) == Some(true))
        });
        held_up.truncate(MOST_HELD_UP);
        open.into_iter().chain(held_up).collect()
    }

    /// The same cut, with those of these that it would take along.
    fn leaving(&self, cut: Cut, mut good: Vec<usize>) -> Cut {
        good.retain(|at| self.commits[*at].hash != self.founding && self.is_cut(*at, &cut) && self.would_count(*at));
        Cut { left: self.in_order(good), ..cut }
    }

    /// Whether a commit counts, or will as soon as its branch is approved or its gap is closed.
    fn would_count(&self, at: usize) -> bool {
        let Known { commit, status, .. } = &self.commits[at];
        let own = |record: &RecordId| self.owns(&commit.device, record);
        match status {
            Status::Counts => true,
            Status::Waits(Wait::Fork | Wait::Gap) => {
                rules::within(commit, self.roles(at, &self.authority.valid).0, own)
            }
            _ => false,
        }
    }

    fn in_order(&self, mut commits: Vec<usize>) -> Vec<Digest> {
        commits.sort_unstable_by_key(|at| place(&self.commits[*at]));
        commits.into_iter().map(|at| self.commits[at].hash).collect()
    }

    /// The last commit on the way to an end before any that was made at this moment or later. Of a run behind a gap that was
    /// made later as a whole: what it follows, though that is not here.
    fn good_until(&self, end: usize, since: Option<i64>, passed: &mut HashMap<usize, Passed>) -> Option<Place> {
        let mut way = Vec::new();
        let mut before = Passed::default();
        let mut next = Some(end);
        while let Some(at) = next {
            if let Some(known) = passed.get(&at) {
                before = *known;
                break;
            }
            way.push(at);
            next = self.before(at);
            if next.is_none() {
                let Commit { seq, prev, .. } = &*self.commits[at].commit;
                before.last = prev.map(|hash| Place { seq: seq.saturating_sub(1), hash });
            }
        }
        for at in way.into_iter().rev() {
            let known = &self.commits[at];
            before.is_over |= since.is_some_and(|since| known.commit.time >= since);
            if !before.is_over {
                before.last = Some(place(known));
            }
            passed.insert(at, before);
        }
        before.last
    }

    fn is_cut(&self, at: usize, cut: &Cut) -> bool {
        cut.after.iter().any(|after| after.as_ref().is_none_or(|after| self.comes_after(at, after)))
    }

    /// The certificates that hold and that a device gave where it is cut off.
    pub fn given_within(&self, device: &DeviceId, cut: &Cut) -> Vec<&Certificate> {
        let is_within = |commit: &Digest| {
            let at = self.by_hash.get(commit).filter(|at| self.commits[**at].commit.device == *device);
            at.is_some_and(|at| self.is_cut(*at, cut))
        };
        let others = self.devices().into_iter().filter(|other| other != device);
        let holding = others.flat_map(|other| self.certificates_of(&other));
        let within = holding.filter(|(id, certificate)| is_within(&id.commit) && !certificate.roles.is_none());
        within.map(|(_, certificate)| certificate).collect()
    }

    /// To what files for a device are sealed, by whatever does not come from where another one is cut off.
    pub fn recipient_beside(&self, of: &DeviceId, device: &DeviceId, cut: &Cut) -> Option<String> {
        let about = self.by_matter.get(&Matter::Device(*of)).into_iter().flatten();
        let beside = about.filter(|number| self.authority.valid.contains(number)).filter(|number| {
            let by = self.decisions[**number].by;
            self.commits[by].commit.device != *device || !self.is_cut(by, cut)
        });
        beside.rev().find_map(|number| self.certificate(*number)?.recipient.clone())
    }

    /// To whom a device belonged by a certificate that counts no longer: whoever gave it was cut off.
    pub fn person_once(&self, device: &DeviceId) -> Option<PersonId> {
        let once = self.authority.could_persons.get(device)?;
        let says = self.ends_of(device).last().map(|known| known.commit.author);
        says.filter(|says| once.contains(says)).or_else(|| once.first().copied())
    }

    /// The devices that a device let in where it is cut off, each with those that stand and fall with it.
    pub fn let_in_within(&self, device: &DeviceId, cut: &Cut) -> Vec<LetIn> {
        let direct: BTreeSet<DeviceId> = self.given_within(device, cut).into_iter().map(|given| given.device).collect();
        let falling = |keeps: &[DeviceId]| {
            let (left, ..) = Admission::new(self, Some(Without { device, cut, keeps })).run();
            let others = self.devices().into_iter().filter(|other| other != device && !direct.contains(other));
            let falls = |other: &DeviceId| self.present_roles_by(other, &left).is_none();
            others.filter(|other| !self.present_roles(other).is_none() && falls(other)).collect::<BTreeSet<_>>()
        };
        let all = falling(&[]);
        let let_in = direct.iter().map(|kept| {
            let still = falling(std::slice::from_ref(kept));
            LetIn { device: *kept, with: all.difference(&still).copied().collect() }
        });
        let_in.collect()
    }
}

fn place(known: &Known) -> Place {
    Place { seq: known.commit.seq, hash: known.hash }
}

/// What holds from the start leaves nothing for the others to say.
fn from_the_earliest(places: BTreeSet<Option<Place>>) -> BTreeSet<Option<Place>> {
    if places.is_empty() || places.contains(&None) { BTreeSet::from([None]) } else { places }
}
