//! Which action of a device undo takes back next, and which undo redo takes back: followed commit by commit.

use anteroom_model::ids::{DeviceId, Digest};

use super::TakenBack;
use crate::commit::Commit;
use crate::deed::Deed;
use crate::standing::{Standing, Status};

/// The actions of one device in the order in which they are taken back and done again.
///
/// Undo takes back an action, redo takes back that undo; an undo after it takes back the action again. A new action ends
/// what could be done again. What sets nothing (an erasure, a decision) is on neither pile: it cannot be taken back. Nor can
/// what a laptop does by itself for the shared server; nobody notices it, and it ends nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stack {
    /// Actions that hold, the last one on top.
    done: Vec<Digest>,
    /// Actions that were taken back, each with the undo that did, the last one on top.
    undone: Vec<(Digest, Digest)>,
    /// Every undo and redo with what it takes back, in the order of the series.
    pairs: Vec<(Digest, Digest)>,
}

/// What stands on top of a pile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// The action itself, by which a person knows it.
    pub action: Digest,
    /// The commit to take back: the action, or its undo.
    pub takes_back: Digest,
}

impl Stack {
    /// Of all that a device has done so far.
    pub fn of(standing: &Standing, device: &DeviceId) -> Self {
        let own = standing.headers().filter(|(_, commit)| commit.device == *device);
        let mut series: Vec<_> = own.filter(|(hash, _)| standing.status(hash) != Some(Status::Refused)).collect();
        series.sort_unstable_by_key(|(hash, commit)| (commit.seq, **hash));
        let mut stack = Self::default();
        for (hash, commit) in series {
            stack.follow(*hash, commit);
        }
        stack
    }

    /// Goes on with the device's next commit.
    pub fn follow(&mut self, hash: Digest, commit: &Commit) {
        let Some(taken_back) = commit.undoes else {
            if commit.is_founding() || commit.deed == Deed::SERVER {
                return;
            }
            self.undone.clear();
            if !commit.revisions.is_empty() {
                self.done.push(hash);
            }
            return;
        };
        self.pairs.push((taken_back, hash));
        if let Some(at) = self.undone.iter().rposition(|(_, undo)| *undo == taken_back) {
            let (action, _) = self.undone.remove(at);
            self.done.push(action);
        } else if let Some(at) = self.done.iter().rposition(|action| *action == taken_back) {
            self.done.remove(at);
            self.undone.push((taken_back, hash));
        }
    }

    /// What undo takes back: the last action for which `can` still holds.
    pub fn undo(&self, can: impl Fn(&Digest) -> bool) -> Option<Next> {
        let action = self.done.iter().rev().copied().find(|action| can(action))?;
        Some(Next { action, takes_back: action })
    }

    /// What redo takes back: the last undo of an action for which `can` still holds.
    pub fn redo(&self, can: impl Fn(&Digest) -> bool) -> Option<Next> {
        let (action, takes_back) = self.undone.iter().rev().copied().find(|(action, _)| can(action))?;
        Some(Next { action, takes_back })
    }

    /// Which commits are taken back so far. An undo that was itself taken back takes nothing back.
    pub fn taken_back(&self) -> TakenBack {
        let mut taken_back = TakenBack::new();
        for (undone, by) in self.pairs.iter().rev() {
            if !taken_back.contains_key(by) {
                taken_back.entry(*undone).or_insert(*by);
            }
        }
        taken_back
    }
}

#[cfg(test)]
mod tests {
    use anteroom_model::field::{CONTRIBUTION, TEXT};
    use anteroom_model::ids::{ConsultationId, PersonId, RecordId};
    use anteroom_model::value::Fields;
    use ed25519_dalek::SigningKey;

    use super::*;
    use crate::draft::{Draft, Heading};

    /// One device at work.
    #[derive(Default)]
    struct Series {
        stack: Stack,
        seq: u64,
    }

    impl Series {
        fn does(&mut self, undoes: Option<Digest>, sets: bool) -> Digest {
            self.does_so(Deed::EDIT, undoes, sets)
        }

        fn does_so(&mut self, deed: Deed, undoes: Option<Digest>, sets: bool) -> Digest {
            self.seq += 1;
            let mut draft = Draft::new(Heading {
                consultation: ConsultationId([1; 32]),
                device: DeviceId(SigningKey::from_bytes(&[7; 32]).verifying_key().to_bytes()),
                seq: self.seq,
                prev: Some(Digest([3; 32])),
                author: PersonId([4; 16]),
                time: 5,
                deed,
                nonce: [u8::try_from(self.seq).unwrap(); 16],
                undoes,
            });
            if sets {
                draft.create(CONTRIBUTION, &Fields::from([(TEXT, "words".into())]), &[0; 32], None);
            } else {
                draft.erase(RecordId([6; 16]));
            }
            let signed = draft.sign(&SigningKey::from_bytes(&[7; 32])).unwrap();
            self.stack.follow(signed.hash, &signed.commit);
            signed.hash
        }

        fn acts(&mut self) -> Digest {
            self.does(None, true)
        }

        fn undoes(&mut self) -> Digest {
            let next = self.stack.undo(|_| true).unwrap();
            self.does(Some(next.takes_back), true)
        }

        fn redoes(&mut self) -> Digest {
            let next = self.stack.redo(|_| true).unwrap();
            self.does(Some(next.takes_back), true)
        }

        fn next(&self) -> (Option<Digest>, Option<Digest>) {
            let action = |next: Option<Next>| next.map(|next| next.action);
            (action(self.stack.undo(|_| true)), action(self.stack.redo(|_| true)))
        }
    }

    #[test]
    fn what_is_taken_back_last_is_done_again_first() {
        let mut series = Series::default();
        let [one, two] = [series.acts(), series.acts()];
        assert_eq!(series.next(), (Some(two), None));
        let first = series.undoes();
        let second = series.undoes();
        assert_eq!(series.next(), (None, Some(one)));
        assert_eq!(series.stack.taken_back(), [(two, first), (one, second)].into());
        let redo = series.redoes();
        assert_eq!(series.next(), (Some(one), Some(two)));
        assert_eq!(series.stack.taken_back(), [(two, first), (second, redo)].into());
        let again = series.undoes();
        assert_eq!(series.next(), (None, Some(one)), "what was done again is taken back like anything else");
        assert_eq!(series.stack.taken_back(), [(two, first), (second, redo), (one, again)].into());
    }

    #[test]
    fn what_a_laptop_does_by_itself_is_not_taken_back_and_ends_nothing() {
        let mut series = Series::default();
        let (first, second) = (series.acts(), series.acts());
        series.undoes();
        series.does_so(Deed::SERVER, None, true);
        assert_eq!(series.next(), (Some(first), Some(second)));
    }

    #[test]
    fn a_new_action_ends_what_could_be_done_again() {
        let mut series = Series::default();
        series.acts();
        series.undoes();
        let new = series.acts();
        assert_eq!(series.next(), (Some(new), None));
        series.undoes();
        assert_eq!(series.next(), (None, Some(new)));
    }

    #[test]
    fn what_cannot_be_taken_back_is_passed_over() {
        let mut series = Series::default();
        let [kept, gone] = [series.acts(), series.acts()];
        series.does(None, false);
        assert_eq!(series.next(), (Some(gone), None));
        assert_eq!(series.stack.undo(|action| *action != gone).unwrap().action, kept);
        let undo = series.does(Some(kept), true);
        assert_eq!(series.next(), (Some(gone), Some(kept)));
        assert_eq!(series.stack.redo(|_| true).unwrap().takes_back, undo);
    }
}
