//! Double notes: contributions that two people wrote down of the same words. Both wordings stay; what they say counts once.
//!
//! Whatever counts what was said, or who said it, asks here which contributions are one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::ids::RecordId;

/// What people said of two contributions that might be one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PairState {
    /// Nobody has said anything: they are alike.
    #[default]
    Proposed,
    /// They are one, and count once.
    Accepted,
    /// They are two.
    Refused,
    /// One laptop said this, another one that, neither knowing of the other. They count as two until somebody settles it: no
    /// voice is hidden that somebody holds for a second one.
    Contested,
}

impl PairState {
    /// What it is where it was said that they are one, and where it was said that they are two.
    pub const fn of(one: bool, two: bool) -> Self {
        match (one, two) {
            (false, false) => Self::Proposed,
            (true, false) => Self::Accepted,
            (false, true) => Self::Refused,
            (true, true) => Self::Contested,
        }
    }
}

/// Two contributions, the one with the smaller id first: whoever pairs them, and in whatever order, it is the same pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    first: RecordId,
    second: RecordId,
}

impl Pair {
    /// `None`: nothing is a double of itself.
    pub fn of(one: RecordId, other: RecordId) -> Option<Self> {
        (one != other).then(|| Self { first: one.min(other), second: one.max(other) })
    }

    /// The one whose record says what they are.
    pub const fn first(self) -> RecordId {
        self.first
    }

    pub const fn second(self) -> RecordId {
        self.second
    }

    pub const fn both(self) -> [RecordId; 2] {
        [self.first, self.second]
    }
}

/// What was said of all pairs, and so which contributions are one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubles {
    said: BTreeMap<Pair, PairState>,
    /// By contribution, the smallest id among those that it is one with: only of those that are paired.
    voices: BTreeMap<RecordId, RecordId>,
}

impl Doubles {
    pub fn new(said: impl IntoIterator<Item = (Pair, PairState)>) -> Self {
        let said: BTreeMap<Pair, PairState> =
            said.into_iter().filter(|(_, state)| *state != PairState::Proposed).collect();
        let voices = joined(said.iter().filter(|(_, state)| **state == PairState::Accepted).map(|(pair, _)| *pair));
        Self { said, voices }
    }

    /// What was said of each pair, `Proposed` of none.
    pub fn said(&self) -> impl Iterator<Item = (Pair, PairState)> {
        self.said.iter().map(|(pair, state)| (*pair, *state))
    }

    /// What was said of a pair.
    pub fn state(&self, pair: Pair) -> PairState {
        self.said.get(&pair).copied().unwrap_or_default()
    }

    /// Whether no contribution is one with another.
    pub fn is_empty(&self) -> bool {
        self.voices.is_empty()
    }

    /// All contributions that are one with others.
    pub fn paired(&self) -> impl Iterator<Item = RecordId> {
        self.voices.keys().copied()
    }

    /// By what everything is known that is one with this contribution: the same for all of them.
    pub fn voice(&self, contribution: RecordId) -> RecordId {
        self.voices.get(&contribution).copied().unwrap_or(contribution)
    }

    /// Whether these are one, directly or through others.
    pub fn are_one(&self, one: RecordId, other: RecordId) -> bool {
        self.voice(one) == self.voice(other)
    }

    /// Those that are one with a contribution, without itself.
    pub fn with(&self, contribution: RecordId) -> Vec<RecordId> {
        let Some(voice) = self.voices.get(&contribution) else { return Vec::new() };
        let same = self.voices.iter().filter(|(id, of)| *of == voice && **id != contribution);
        same.map(|(id, _)| *id).collect()
    }

    /// By how many more these contributions are than what they say: of each that is noted twice, one counts.
    pub fn beyond_once(&self, contributions: impl IntoIterator<Item = RecordId>) -> u32 {
        let mut known = BTreeSet::new();
        let paired = contributions.into_iter().filter_map(|id| self.voices.get(&id));
        paired.filter(|voice| !known.insert(**voice)).count() as u32
    }
}

/// The smallest id of each group of pairs that hang together, by contribution.
fn joined(pairs: impl Iterator<Item = Pair>) -> BTreeMap<RecordId, RecordId> {
    let mut beside: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
    for Pair { first, second } in pairs {
        beside.entry(first).or_default().push(second);
        beside.entry(second).or_default().push(first);
    }
    let mut voices = BTreeMap::new();
    // From the smallest on: whoever is reached first gives its id to all that hang together with it.
    for smallest in beside.keys() {
        let mut reached = vec![*smallest];
        while let Some(id) = reached.pop() {
            if voices.contains_key(&id) {
                continue;
            }
            voices.insert(id, *smallest);
            reached.extend(beside.get(&id).into_iter().flatten());
        }
    }
    voices
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u8) -> RecordId {
        RecordId([number; 16])
    }

    fn pair(one: u8, other: u8) -> Pair {
        Pair::of(id(one), id(other)).unwrap()
    }

    fn accepted(pairs: &[(u8, u8)]) -> Doubles {
        Doubles::new(pairs.iter().map(|(one, other)| (pair(*one, *other), PairState::Accepted)))
    }

    #[test]
    fn a_pair_is_the_same_whoever_is_named_first() {
        assert_eq!(pair(2, 1), pair(1, 2));
        assert_eq!(Pair::of(id(1), id(1)), None);
    }

    #[test]
    fn what_is_noted_twice_counts_once() {
        let doubles = accepted(&[(1, 2)]);
        assert_eq!(doubles.beyond_once([id(1), id(2), id(3)]), 1);
        assert_eq!(doubles.beyond_once([id(2), id(3)]), 0, "one of them alone counts");
        assert_eq!((doubles.with(id(2)), doubles.with(id(3))), (vec![id(1)], vec![]));
    }

    #[test]
    fn three_note_takers_wrote_down_one_thing() {
        let doubles = accepted(&[(5, 2), (2, 7), (3, 4)]);
        assert_eq!(doubles.beyond_once([id(2), id(5), id(7), id(3), id(4)]), 3);
        assert!(doubles.are_one(id(5), id(7)) && !doubles.are_one(id(5), id(3)));
        assert_eq!(doubles.with(id(7)), vec![id(2), id(5)]);
    }

    #[test]
    fn what_is_not_settled_counts_as_two() {
        let doubles = Doubles::new([
            (pair(1, 2), PairState::Contested),
            (pair(3, 4), PairState::Refused),
            (pair(5, 6), PairState::Proposed),
        ]);
        assert!(doubles.is_empty());
        assert_eq!(doubles.beyond_once((1..=6).map(id)), 0);
        assert_eq!((doubles.said().count(), doubles.state(pair(5, 6))), (2, PairState::Proposed));
    }
}
