//! What a record is now: a pure function of its revisions, the same in the store and in memory.

mod descent;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anteroom_model::field::{Class, Field, Kind};
use anteroom_model::ids::{Digest, RecordId};
use anteroom_model::value::{Fields, Value};

use crate::commit::Mark;
use descent::Descent;

/// What holds of a protective field whose words are lacking.
pub const MOST_PROTECTIVE: Value = Value::Int(i64::MAX);

/// What a revision adds, by the standing of its commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    Counts,
    /// It does not count, but some laptop that knew less could have counted it: what it tightened stays tight.
    Could,
    Neither,
}

/// A revision as the journal knows it, with its contents if they are held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionSeen {
    pub digest: Digest,
    pub record: RecordId,
    pub kind: Kind,
    pub commit: Digest,
    pub time: i64,
    pub parents: Vec<Digest>,
    pub fields: Arc<[Field]>,
    pub mark: Option<Mark>,
    pub weight: Weight,
    pub contents: Option<Fields>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordState {
    pub kind: Option<Kind>,
    /// Whether any revision counts.
    pub live: bool,
    /// What a next edit names as its parents.
    pub heads: Vec<Digest>,
    /// Revisions that others descend from and that no commit here names.
    pub lacking: Vec<Digest>,
    pub fields: BTreeMap<Field, FieldState>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldState {
    /// Of a set: the sorted list of the elements present. `None`: nobody here holds the words.
    pub value: Option<Value>,
    /// The revisions that count, set the field and are not followed by another that sets it.
    pub heads: Vec<Digest>,
    /// Revisions of commits that were cut off, still holding a protective field tight.
    pub shadow: Vec<Digest>,
    /// All different values of the heads, where there is more than one and a person must settle it.
    pub conflict: Vec<Value>,
    /// Revisions whose words would matter here and are not held.
    pub missing: Vec<Digest>,
}

impl FieldState {
    /// Whether its value is known and nothing stands against it.
    pub fn stands_alone(&self) -> bool {
        self.conflict.is_empty() && self.missing.is_empty() && self.value.is_some()
    }
}

impl RecordState {
    pub fn value(&self, field: Field) -> Option<&Value> {
        self.fields.get(&field)?.value.as_ref()
    }
}

/// How protective a value is. What this version cannot read is taken to be most protective.
pub fn rank(value: &Value) -> i64 {
    value.rank().unwrap_or(i64::MAX)
}

/// Works out the state of one record; of twins, from the revisions of all of them together.
pub fn resolve(revisions: &[RevisionSeen]) -> RecordState {
    let descent = Descent::of(revisions);
    let seen = descent.revisions();
    let live: Vec<usize> = with_weight(seen, Weight::Counts);
    let shadow: Vec<usize> = with_weight(seen, Weight::Could);
    let mut state = RecordState {
        kind: seen.iter().min_by_key(|seen| (seen.weight, !seen.parents.is_empty(), seen.digest)).map(|seen| seen.kind),
        live: !live.is_empty(),
        heads: names(seen, &descent.heads(&live)),
        lacking: descent.lacking(&live),
        fields: BTreeMap::new(),
    };
    let fields: BTreeSet<Field> = live.iter().chain(&shadow).flat_map(|at| seen[*at].fields.iter().copied()).collect();
    for field in fields {
        let setters = that_set(field, seen, &live);
        let tight = if field.class() == Class::Protective {
            descent.not_followed_by(&that_set(field, seen, &shadow), &setters)
        } else {
            Vec::new()
        };
        if setters.is_empty() && tight.is_empty() {
            continue;
        }
        let heads = descent.heads(&setters);
        let mut known = match field.class() {
            Class::Plain => plain(field, seen, &heads),
            Class::Position => latest(field, seen, &heads),
            Class::Protective => {
                let all: Vec<usize> = heads.iter().chain(&tight).copied().collect();
                protective(field, seen, &all, descent.lacks_before(&live, &setters))
            }
            Class::Set => set(field, &descent, &setters),
        };
        known.heads = names(seen, &heads);
        known.shadow = names(seen, &tight);
        state.fields.insert(field, known);
    }
    state
}

/// Where what a record says comes from: made once for all that is asked of it, because it may have very many revisions.
#[derive(Debug)]
pub struct Origins<'a>(Descent<'a>);

impl<'a> Origins<'a> {
    pub fn of(revisions: &'a [RevisionSeen]) -> Self {
        Self(Descent::of(revisions))
    }

    /// What a field held before revisions came to stand against each other in it: of those that set it, count, are held and
    /// that all of `against` follow, the nearest.
    pub fn before(&self, field: Field, against: &[Digest]) -> Option<Digest> {
        let Self(descent) = self;
        let seen = descent.revisions();
        let against: BTreeSet<&Digest> = against.iter().collect();
        let against: Vec<usize> = (0..seen.len()).filter(|at| against.contains(&seen[*at].digest)).collect();
        let held = |at: &usize| seen[*at].weight == Weight::Counts && said(field, seen[*at]).is_some();
        let common: Vec<usize> = descent.before_all(&against).into_iter().filter(held).collect();
        let nearest = descent.heads(&common).into_iter().max_by_key(|at| (seen[*at].time, seen[*at].digest));
        nearest.map(|at| seen[at].digest)
    }

    /// The revision in which somebody last said what `head` says: where an undo has let a value stand once more, neither the
    /// undo nor what it took back. `passes_over` says which commits those are.
    pub fn said_by(&self, field: Field, head: &Digest, passes_over: impl Fn(&Digest) -> bool) -> Digest {
        let Self(descent) = self;
        let seen = descent.revisions();
        let first = seen.partition_point(|seen| seen.digest < *head);
        let of_it: Vec<usize> = (first..seen.len()).take_while(|at| seen[*at].digest == *head).collect();
        let Some(first) = of_it.first().filter(|at| passes_over(&seen[**at].commit)) else { return *head };
        let value = said(field, seen[*first]);
        let alike = |at: &usize| {
            seen[*at].weight == Weight::Counts
                && said(field, seen[*at]) == value
                && value.is_some()
                && !passes_over(&seen[*at].commit)
        };
        let before = descent.before_all(&of_it).into_iter().filter(alike);
        before.max_by_key(|at| (seen[*at].time, seen[*at].digest)).map_or(*head, |at| seen[at].digest)
    }
}

/// The revisions that count and have the last word on one element of a set.
pub(crate) fn heads_of(revisions: &[RevisionSeen], field: Field, element: &Value) -> Vec<Digest> {
    let descent = Descent::of(revisions);
    let seen = descent.revisions();
    let names_it = |at: &usize| said(field, seen[*at]).is_some_and(|said| said.elements().any(|(it, _)| it == element));
    let setters: Vec<usize> = with_weight(seen, Weight::Counts).into_iter().filter(names_it).collect();
    names(seen, &descent.heads(&setters))
}

/// Whether whoever added an element of a set last had `earlier` before them, or set it with that.
pub fn is_said_after(revisions: &[RevisionSeen], field: Field, element: &Value, earlier: &Digest) -> bool {
    let heads = heads_of(revisions, field, element);
    let descent = Descent::of(revisions);
    let seen = descent.revisions();
    let adds = |at: &usize| said(field, seen[*at]).is_some_and(|said| said.elements().any(|it| it == (element, true)));
    let mut adding = (0..seen.len()).filter(|at| heads.contains(&seen[*at].digest)).filter(adds);
    adding.any(|at| {
        seen[at].digest == *earlier || descent.before_all(&[at]).iter().any(|before| seen[*before].digest == *earlier)
    })
}

fn with_weight(seen: &[&RevisionSeen], weight: Weight) -> Vec<usize> {
    (0..seen.len()).filter(|at| seen[*at].weight == weight).collect()
}

fn that_set(field: Field, seen: &[&RevisionSeen], among: &[usize]) -> Vec<usize> {
    among.iter().copied().filter(|at| seen[*at].fields.contains(&field)).collect()
}

fn names(seen: &[&RevisionSeen], at: &[usize]) -> Vec<Digest> {
    at.iter().map(|at| seen[*at].digest).collect()
}

fn said(field: Field, revision: &RevisionSeen) -> Option<&Value> {
    revision.contents.as_ref()?.get(&field)
}

fn missing(field: Field, seen: &[&RevisionSeen], among: &[usize]) -> Vec<Digest> {
    among.iter().filter(|at| said(field, seen[**at]).is_none()).map(|at| seen[*at].digest).collect()
}

/// Times order what is shown, and nothing else: the latest stands in.
fn latest(field: Field, seen: &[&RevisionSeen], heads: &[usize]) -> FieldState {
    let held =
        heads.iter().filter_map(|at| said(field, seen[*at]).map(|value| (seen[*at].time, seen[*at].digest, value)));
    let value = held.max_by_key(|(time, digest, _)| (*time, *digest)).map(|(_, _, value)| value.clone());
    FieldState { value, missing: missing(field, seen, heads), ..FieldState::default() }
}

fn plain(field: Field, seen: &[&RevisionSeen], heads: &[usize]) -> FieldState {
    let different: BTreeSet<&Value> = heads.iter().filter_map(|at| said(field, seen[*at])).collect();
    let conflict = if different.len() > 1 { different.into_iter().cloned().collect() } else { Vec::new() };
    FieldState { conflict, ..latest(field, seen, heads) }
}

fn protective(field: Field, seen: &[&RevisionSeen], all: &[usize], lacks: bool) -> FieldState {
    let missing = missing(field, seen, all);
    let held =
        all.iter().filter_map(|at| said(field, seen[*at]).map(|value| (seen[*at].time, seen[*at].digest, value)));
    let tightest = held.max_by_key(|(time, digest, value)| (rank(value), *time, *digest)).map(|(_, _, value)| value);
    let value = tightest.filter(|_| missing.is_empty() && !lacks).cloned().unwrap_or(MOST_PROTECTIVE);
    FieldState { value: Some(value), missing, ..FieldState::default() }
}

/// One register for each element: it is there if any of its own heads added it.
fn set(field: Field, descent: &Descent<'_>, setters: &[usize]) -> FieldState {
    let seen = descent.revisions();
    let mut registers: BTreeMap<&Value, Vec<(usize, bool)>> = BTreeMap::new();
    for at in setters {
        for (element, present) in said(field, seen[*at]).into_iter().flat_map(Value::elements) {
            registers.entry(element).or_default().push((*at, present));
        }
    }
    let is_present = |register: &[(usize, bool)]| {
        let wrote: Vec<usize> = register.iter().map(|(at, _)| *at).collect();
        let heads = descent.heads(&wrote);
        register.iter().any(|(at, present)| *present && heads.contains(at))
    };
    let present = registers.into_iter().filter(|(_, register)| is_present(register));
    let value = Value::List(present.map(|(element, _)| element.clone()).collect());
    FieldState { value: Some(value), missing: missing(field, seen, setters), ..FieldState::default() }
}
