//! Clocks that are off, as far as entries and files show it. Times order what is shown, so it is told whose cannot be trusted.

use std::collections::BTreeMap;

use anteroom_handover::Head;
use anteroom_journal::commit::Commit;
use anteroom_journal::standing::Standing;
use anteroom_model::ids::{DeviceId, Digest};

/// A clock that is off by more than this is told.
pub(super) const FIVE_MINUTES: i64 = 5 * 60 * 1000;

/// By how many milliseconds clocks are off, by device: the most that was seen of each.
#[derive(Debug, Default)]
pub(super) struct Clocks {
    /// Beyond the clock here.
    pub(super) ahead: BTreeMap<DeviceId, i64>,
    /// What was made there came later than something that was made here, and says an earlier time: it is off by as much at least.
    pub(super) behind: BTreeMap<DeviceId, i64>,
    /// Of two entries of one series the later one says an earlier time. Which of the two is right, nothing shows.
    pub(super) put_back: BTreeMap<DeviceId, i64>,
}

impl Clocks {
    /// What these entries show, all of which are known by now. `own`: the device here, by whose clock others are measured.
    pub(super) fn of<'a>(new: impl Iterator<Item = &'a Digest>, standing: &Standing, own: &DeviceId, at: i64) -> Self {
        let mut clocks = Self::default();
        for hash in new {
            let Some(commit) = standing.commit(hash) else { continue };
            note(&mut clocks.ahead, commit.device, commit.time, at);
            if let Some(before) = standing.previous(hash).and_then(|before| standing.commit(&before)) {
                note(&mut clocks.put_back, commit.device, before.time, commit.time);
            }
            if commit.device != *own
                && let Some(seen) = newest(seen_by(commit, standing), own)
            {
                note(&mut clocks.behind, commit.device, seen, commit.time);
            }
        }
        clocks
    }

    /// What a file shows besides: when it was made, and that its sender had seen what it names.
    pub(super) fn and_of(&mut self, head: &Head, standing: &Standing, own: &DeviceId, at: i64) {
        if head.sender == *own {
            return;
        }
        note(&mut self.ahead, head.sender, head.made_at, at);
        let known = head.vector.ends.iter().flatten().filter_map(|hash| standing.commit(hash));
        if let Some(seen) = newest(known, own) {
            note(&mut self.behind, head.sender, seen, head.made_at);
        }
    }
}

/// Of two times that should come in the other order.
fn note(off: &mut BTreeMap<DeviceId, i64>, device: DeviceId, late: i64, early: i64) {
    let by = late.saturating_sub(early);
    if by > FIVE_MINUTES {
        let most = off.entry(device).or_default();
        *most = by.max(*most);
    }
}

/// What whoever made a commit had before them: what it edits, and the decisions that it follows.
fn seen_by<'s>(commit: &'s Commit, standing: &'s Standing) -> impl Iterator<Item = &'s Commit> {
    let edited = commit.revisions.iter().flat_map(|revision| {
        revision.parents.iter().filter_map(|parent| standing.named_by(&revision.record, parent).map(|(_, it, _)| it))
    });
    let decided =
        commit.decisions.iter().flat_map(|decision| &decision.saw).filter_map(|id| standing.commit(&id.commit));
    edited.chain(decided)
}

/// When the newest of them was made that were made here.
fn newest<'s>(commits: impl Iterator<Item = &'s Commit>, own: &DeviceId) -> Option<i64> {
    commits.filter(|commit| commit.device == *own).map(|commit| commit.time).max()
}
