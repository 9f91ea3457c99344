//! What each field of a record must say, in the plainest reading of docs/file-format.md, section 9: followed from the
//! commits and the words held, without any of the code that works it out.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_journal::copy::Copy;
use anteroom_journal::resolve::{FieldState, MOST_PROTECTIVE, RecordState, RevisionSeen, Weight, rank};
use anteroom_model::field::{Class, Field};
use anteroom_model::ids::Digest;
use anteroom_model::value::Value;

/// All that is shown says what it must.
pub(crate) fn compare(copy: &Copy) {
    for (record, state) in copy.states() {
        let revisions = copy.seen(*record, None);
        Reading::of(&revisions).compare(state);
    }
}

/// The revisions of one record, and all that each of them follows.
struct Reading<'a> {
    seen: BTreeMap<Digest, &'a RevisionSeen>,
    follows: BTreeMap<Digest, BTreeSet<Digest>>,
}

impl<'a> Reading<'a> {
    fn of(revisions: &'a [RevisionSeen]) -> Self {
        let mut seen: BTreeMap<Digest, &RevisionSeen> = BTreeMap::new();
        for revision in revisions {
            let best = seen.entry(revision.digest).or_insert(revision);
            if (revision.weight, revision.commit) < (best.weight, best.commit) {
                *best = revision;
            }
        }
        let follows = seen.keys().map(|digest| (*digest, before(&seen, *digest))).collect();
        Self { seen, follows }
    }

    fn with(&self, weight: Weight, field: Option<Field>) -> BTreeSet<Digest> {
        let fits = |it: &&&RevisionSeen| it.weight == weight && field.is_none_or(|field| it.fields.contains(&field));
        self.seen.values().filter(fits).map(|it| it.digest).collect()
    }

    /// Those of `these` that none of `others` follows.
    fn unfollowed(&self, these: &BTreeSet<Digest>, others: &BTreeSet<Digest>) -> Vec<Digest> {
        let followed = |one: &Digest| others.iter().any(|other| other != one && self.follows[other].contains(one));
        these.iter().filter(|one| !followed(one)).copied().collect()
    }

    fn said(&self, digest: &Digest, field: Field) -> Option<&Value> {
        self.seen[digest].contents.as_ref()?.get(&field)
    }

    fn compare(&self, state: &RecordState) {
        let live = self.with(Weight::Counts, None);
        assert_eq!(state.live, !live.is_empty());
        assert_eq!(state.heads, self.unfollowed(&live, &live), "the heads of a record");
        let fields: BTreeSet<Field> = self.seen.values().flat_map(|it| it.fields.iter().copied()).collect();
        for field in fields {
            let setters = self.with(Weight::Counts, Some(field));
            let heads = self.unfollowed(&setters, &setters);
            let shadow = self.unfollowed(&self.with(Weight::Could, Some(field)), &setters);
            let shadow = if field.class() == Class::Protective { shadow } else { Vec::new() };
            let Some(known) = state.fields.get(&field) else {
                assert!(setters.is_empty() && shadow.is_empty(), "{field:?} was set and has no value");
                continue;
            };
            assert_eq!((&known.heads, &known.shadow), (&heads, &shadow), "the heads of {field:?}");
            let held = |among: &[Digest]| -> Vec<(i64, Digest, Value)> {
                let held = among.iter().filter_map(|it| Some((self.seen[it].time, *it, self.said(it, field)?.clone())));
                held.collect()
            };
            match field.class() {
                Class::Plain | Class::Position => compare_latest(field, held(&heads), known),
                Class::Protective => {
                    let all = [heads, shadow].concat();
                    let lacks = !known.missing.is_empty() || !state.lacking.is_empty();
                    compare_tightest(&held(&all), all.len(), lacks, known);
                }
                Class::Set => self.compare_set(field, &setters, known),
            }
        }
    }

    fn compare_set(&self, field: Field, setters: &BTreeSet<Digest>, known: &FieldState) {
        let mut registers: BTreeMap<&Value, BTreeMap<Digest, bool>> = BTreeMap::new();
        for setter in setters {
            for (element, present) in self.said(setter, field).into_iter().flat_map(Value::elements) {
                registers.entry(element).or_default().insert(*setter, present);
            }
        }
        let present = registers.into_iter().filter(|(_, register)| {
            let wrote = register.keys().copied().collect();
            self.unfollowed(&wrote, &wrote).iter().any(|head| register[head])
        });
        let present = present.map(|(element, _)| element.clone()).collect();
        assert_eq!(known.value, Some(Value::List(present)), "the elements of {field:?}");
    }
}

/// What was seen by whoever wrote this, directly or through others, be it counted or not.
fn before(seen: &BTreeMap<Digest, &RevisionSeen>, digest: Digest) -> BTreeSet<Digest> {
    let (mut before, mut todo) = (BTreeSet::new(), vec![digest]);
    while let Some(next) = todo.pop() {
        let parents = seen.get(&next).into_iter().flat_map(|it| &it.parents);
        todo.extend(parents.filter(|parent| before.insert(**parent)));
    }
    before
}

fn compare_latest(field: Field, mut held: Vec<(i64, Digest, Value)>, known: &FieldState) {
    held.sort_unstable();
    assert_eq!(known.value, held.last().map(|(_, _, value)| value.clone()), "the latest stands in for {field:?}");
    let different: BTreeSet<Value> = held.into_iter().map(|(_, _, value)| value).collect();
    let conflict: Vec<Value> = different.into_iter().collect();
    let conflict = if conflict.len() > 1 && field.class() == Class::Plain { conflict } else { Vec::new() };
    assert_eq!(known.conflict, conflict, "what is in conflict in {field:?}");
}

/// No merge loosens what any of them holds tight.
fn compare_tightest(held: &[(i64, Digest, Value)], of: usize, lacks: bool, known: &FieldState) {
    let tightest = held.iter().map(|(_, _, value)| rank(value)).max().unwrap_or(i64::MAX);
    let value = known.value.as_ref().expect("a protective field always says something");
    if held.len() < of {
        assert_eq!(value, &MOST_PROTECTIVE);
    } else if lacks {
        assert!(rank(value) >= tightest);
    } else {
        assert_eq!(rank(value), tightest, "the most protective holds");
    }
}
