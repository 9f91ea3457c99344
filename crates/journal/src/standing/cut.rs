//! Where new roles of a device begin, and what falls with a device that is cut off. A series that has forked is cut on each
//! of its branches: a certificate reaches no branch but its own.

use std::collections::{BTreeSet, HashSet};

use anteroom_model::ids::{DeviceId, Digest};

use super::authority::Admission;
use super::rules::Matter;
use super::{Known, Standing};
use crate::decision::{Certificate, Decision, Place, Roles, Ruling};

/// Where a device is cut off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// The last commits that are left alone; `None`: from the start.
    pub after: BTreeSet<Option<Place>>,
    /// Branches of which nothing is left, by their first commits.
    pub branches: BTreeSet<Digest>,
}

/// A device that another one let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetIn {
    pub device: DeviceId,
    /// Who stays if it stays, and falls if it falls: those whom it let in itself, and so on.
    pub with: Vec<DeviceId>,
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
    /// The last commits of a device: of each branch, where its series has forked; else one, whatever gaps it has.
    fn last_of_branches(&self, device: &DeviceId) -> Vec<&Known> {
        let own = self.by_device.get(device).into_iter().flatten().map(|at| &self.commits[*at]);
        let has_forked = own.clone().any(|known| known.label.path.iter().any(|entry| entry.fork));
        let mut ends: Vec<&Known> = self.ends.get(device).into_iter().flatten().map(|at| &self.commits[*at]).collect();
        ends.sort_unstable_by_key(|known| place(known));
        // An end before a gap is none: what fills the gap comes after it.
        if !has_forked && ends.len() > 1 {
            ends.drain(..ends.len() - 1);
        }
        ends
    }

    /// The roles in which a device goes on: on each of its branches.
    pub fn present_roles(&self, device: &DeviceId) -> Roles {
        self.present_roles_by(device, &self.authority.valid)
    }

    fn present_roles_by(&self, device: &DeviceId, of: &HashSet<usize>) -> Roles {
        let ends =
            self.last_of_branches(device).into_iter().map(|known| self.roles_after(device, Some(&known.hash), of));
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

    /// The last commits that new roles of a device leave alone. Where some are taken away, what was done in them goes on
    /// counting; where they grow, or a suspension ends, they hold from where those began that they follow, so that what waited
    /// since then counts.
    pub fn left_alone_by(&self, device: &DeviceId, roles: Roles) -> BTreeSet<Option<Place>> {
        let ends = self.last_of_branches(device).into_iter().map(|end| {
            let holding = self.holding_after(device, Some(&end.hash), &self.authority.valid);
            let before = self.roles_of(device, Some(&end.hash));
            let takes_none = before.shared(roles) == before;
            if takes_none { holding.iter().map(|it| it.after).min().flatten() } else { Some(place(end)) }
        });
        from_the_earliest(ends.collect())
    }

    /// Where a device is cut off from a moment on, by its own clock; `None`: now.
    pub fn cut_since(&self, device: &DeviceId, since: Option<i64>) -> Cut {
        let mut cut = Cut::default();
        let ends = self.last_of_branches(device);
        let last: Vec<Option<&Known>> = ends.iter().map(|end| self.last_before(end, since)).collect();
        for (end, last_good) in ends.iter().zip(&last) {
            let (own, good) = (forks(end), last_good.map(|known| forks(known)).unwrap_or_default());
            // A certificate from before the fork on would reach what is good on another branch.
            let another_is_good =
                || last.iter().flatten().any(|it| forks(it).len() > good.len() && forks(it).starts_with(&good));
            match own.get(good.len()) {
                Some(first) if another_is_good() => drop(cut.branches.insert(*first)),
                _ => drop(cut.after.insert(last_good.map(|known| place(known)))),
            }
        }
        if ends.is_empty() {
            cut.after.insert(None);
        }
        cut.after = from_the_earliest(cut.after);
        cut
    }

    /// The last commit on the way to an end before any that was made at this moment or later.
    fn last_before<'a>(&'a self, end: &'a Known, since: Option<i64>) -> Option<&'a Known> {
        let Some(since) = since else { return Some(end) };
        let path = forks(end);
        let own = self.by_device.get(&end.commit.device).into_iter().flatten().map(|at| &self.commits[*at]);
        let way: Vec<&Known> = own.filter(|known| path.starts_with(&forks(known))).collect();
        let late = way.iter().filter(|known| known.commit.time >= since).map(|known| known.commit.seq).min();
        let good = way.into_iter().filter(|known| late.is_none_or(|late| known.commit.seq < late));
        good.max_by_key(|known| place(known))
    }

    fn is_cut(&self, at: usize, cut: &Cut) -> bool {
        cut.after.iter().any(|after| after.as_ref().is_none_or(|after| self.comes_after(at, after)))
            || self.commits[at].label.path.iter().any(|entry| cut.branches.contains(&entry.first))
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

/// The branches on the way to a commit, by their first commits.
fn forks(known: &Known) -> Vec<Digest> {
    known.label.path.iter().filter(|entry| entry.fork).map(|entry| entry.first).collect()
}

/// What holds from the start leaves nothing for the others to say.
fn from_the_earliest(places: BTreeSet<Option<Place>>) -> BTreeSet<Option<Place>> {
    if places.is_empty() || places.contains(&None) { BTreeSet::from([None]) } else { places }
}
