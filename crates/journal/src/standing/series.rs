//! Series: who follows whom, where a series has forked, and what lies behind a gap.

use std::collections::{BTreeSet, HashSet};

use anteroom_model::ids::{DeviceId, Digest};

use super::rules::{Entry, Line};
use super::{Known, Standing};
use crate::decision::Place;

/// Where a commit stands in the series of its device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) line: Line,
    /// The forks and gaps on the way to it, first to last.
    pub(super) path: Vec<Entry>,
    /// Where the contiguous run to which it belongs begins, if that is not the beginning of its series.
    pub(super) island: Option<u64>,
}

impl Default for Label {
    fn default() -> Self {
        Self { line: Line::Device(DeviceId::default()), path: Vec::new(), island: None }
    }
}

impl Standing {
    /// The commit before this one, if it is here and is what it should be.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let commit = &self.commits[at].commit;
        let before = *self.by_hash.get(&commit.prev?)?;
        let other = &self.commits[before].commit;
        (other.device == commit.device && other.seq.checked_add(1) == Some(commit.seq)).then_some(before)
    }

    /// The commits that follow this one, as they should.
    fn after(&self, at: usize) -> impl Iterator<Item = usize> {
        let Known { hash, commit, .. } = &self.commits[at];
        let named = self.following.get(&(commit.device, Some(*hash))).into_iter().flatten().copied();
        named.filter(move |next| self.before(*next) == Some(at))
    }

    /// Notes which ends and gaps a new commit makes and closes.
    pub(super) fn place_between(&mut self, at: usize) {
        let Known { hash, commit, .. } = &self.commits[at];
        let (device, hash, prev) = (commit.device, *hash, commit.prev);
        let ends = self.ends.entry(device).or_default();
        if let Some(before) = prev.and_then(|prev| self.by_hash.get(&prev)) {
            ends.remove(before);
        }
        if let Some(following) = self.following.get(&(device, Some(hash))) {
            let closed = following.iter().copied().filter(|next| self.before(*next) == Some(at));
            for next in closed.collect::<Vec<_>>() {
                self.behind_gaps.remove(&next);
            }
        } else {
            ends.insert(at);
        }
        if prev.is_some() && self.before(at).is_none() {
            self.behind_gaps.insert(at);
        }
    }

    /// Finds the place of new commits; returns them and all whose place is another now.
    pub(super) fn label_series(&mut self, new: &HashSet<usize>) -> BTreeSet<usize> {
        let mut changed: BTreeSet<usize> = new.clone().into_iter().collect();
        let mut in_order: Vec<usize> = changed.iter().copied().collect();
        in_order.sort_unstable_by_key(|at| self.commits[*at].commit.seq);
        let mut unsettled: BTreeSet<DeviceId> = BTreeSet::new();
        let mut placed: HashSet<usize> = HashSet::new();
        for at in in_order {
            let device = self.commits[at].commit.device;
            match self.simply_follows(at, new, &placed) {
                _ if unsettled.contains(&device) => {}
                Some(label) => {
                    self.commits[at].label = label;
                    placed.insert(at);
                }
                None => {
                    unsettled.insert(device);
                }
            }
        }
        for device in unsettled {
            self.relabel(device, &mut changed);
        }
        changed
    }

    /// The ordinary case: one more commit at the end of a series.
    fn simply_follows(&self, at: usize, new: &HashSet<usize>, placed: &HashSet<usize>) -> Option<Label> {
        let before = self.before(at)?;
        let settled = !new.contains(&before) || placed.contains(&before);
        let alone = self.after(before).count() == 1 && self.after(at).all(|next| new.contains(&next));
        (settled && alone).then(|| self.commits[before].label.clone())
    }

    fn relabel(&mut self, device: DeviceId, changed: &mut BTreeSet<usize>) {
        let all = self.by_device.get(&device).cloned().unwrap_or_default();
        let mut todo: Vec<(usize, Label)> = Vec::new();
        for at in all {
            if self.before(at).is_none() {
                todo.push((at, self.first_of_run(at)));
            }
        }
        while let Some((at, label)) = todo.pop() {
            let following: Vec<usize> = self.after(at).collect();
            for next in &following {
                let mut label = label.clone();
                if following.len() > 1 {
                    let first = self.commits[*next].hash;
                    label.path.push(Entry { first, fork: true, lost: None });
                    label.line = Line::Branch(first);
                }
                todo.push((*next, label));
            }
            if self.commits[at].label != label {
                self.commits[at].label = label;
                changed.insert(at);
            }
        }
    }

    fn first_of_run(&self, at: usize) -> Label {
        let Known { hash, commit, .. } = &self.commits[at];
        let base = Label { line: Line::Device(commit.device), ..Label::default() };
        if *hash == self.founding {
            return base;
        }
        if self.is_root(at) {
            return Label { line: Line::Root(*hash), ..base };
        }
        let beside = self.following.get(&(commit.device, commit.prev)).into_iter().flatten();
        let fork = beside.filter(|other| self.before(**other).is_none()).count() > 1;
        match commit.prev {
            // The founder's series begins with the founding commit, and with no other.
            None if commit.device == self.founder => {
                let path = vec![Entry { first: *hash, fork: true, lost: None }];
                Label { line: Line::Branch(*hash), path, island: Some(0) }
            }
            None if !fork => base,
            None => {
                let path = vec![Entry { first: *hash, fork, lost: None }];
                Label { line: Line::Branch(*hash), path, island: None }
            }
            lost => {
                let path = vec![Entry { first: *hash, fork, lost }];
                Label { line: Line::Branch(*hash), path, island: Some(commit.seq) }
            }
        }
    }

    /// Whether a commit comes after this place in its series. Behind a gap the number alone must do.
    pub(super) fn comes_after(&self, at: usize, place: &Place) -> bool {
        let Known { commit, label, .. } = &self.commits[at];
        if label.island.is_some_and(|start| place.seq < start) {
            return true;
        }
        let Some(anchor) = self.by_hash.get(&place.hash).map(|anchor| &self.commits[*anchor]) else { return false };
        if anchor.commit.device != commit.device || anchor.commit.seq >= commit.seq {
            return false;
        }
        match anchor.label.line {
            line if line == label.line => true,
            Line::Device(_) => label.island.is_none(),
            Line::Branch(first) => label.path.iter().any(|entry| entry.first == first),
            Line::Root(_) => false,
        }
    }

    /// The line from which a branch parts.
    pub(super) fn parts_from(&self, first: &Digest) -> Option<Line> {
        let at = *self.by_hash.get(first)?;
        let device = Line::Device(self.commits[at].commit.device);
        Some(self.before(at).map_or(device, |before| self.commits[before].label.line))
    }
}
