//! Taking an action back: what a new commit sets so that the old one decides nothing any more.
//!
//! It restores only what the old commit still decides, loosens no protection, brings no erased words back, and says what
//! it leaves as it is. An undo of an undo is a redo, by the same rules.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::field::{Class, Field, Kind, PUT_AWAY, SEGMENTS_BEEN};
use anteroom_model::ids::{DeviceId, Digest, RecordId};
use anteroom_model::permission::never_set;
use anteroom_model::value::{Fields, Value};

use crate::resolve::{FieldState, MOST_PROTECTIVE, RecordState, RevisionSeen, Weight, heads_of, rank, resolve};
use crate::standing::{Standing, Status};

/// Why something stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// Somebody has set it since, or at the same time.
    ChangedSince,
    /// It would have loosened a permission or a rule.
    Permission,
    /// It is erased, or the words that were there before are not held.
    Erased,
    /// Nothing was there before, and nothing else can stand for it.
    NothingBefore,
}

impl LeftOut {
    /// The name of the sentence that says it.
    pub fn message(self) -> &'static str {
        match self {
            Self::ChangedSince => "undo-changed-since",
            Self::Permission => "undo-permission",
            Self::Erased => "undo-erased",
            Self::NothingBefore => "undo-nothing-before",
        }
    }
}

/// What one record is to be set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    pub record: RecordId,
    pub kind: Kind,
    /// The heads that were seen.
    pub parents: Vec<Digest>,
    pub fields: Fields,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order of the records that were asked about.
    pub edits: Vec<Restored>,
    /// Each reason once.
    pub left_out: Vec<LeftOut>,
}

/// The commits of a device that another commit of it has taken back, each with that other. An undo that was itself taken
/// back takes nothing back.
pub type TakenBack = BTreeMap<Digest, Digest>;

impl Standing {
    /// Which of its commits a device has taken back so far, by commits that count or wait.
    pub fn taken_back(&self, device: &DeviceId) -> TakenBack {
        let of_it = self.headers().filter(|(_, commit)| commit.device == *device);
        let mut series: Vec<_> = of_it.filter(|(hash, _)| self.status(hash) != Some(Status::Refused)).collect();
        series.sort_unstable_by_key(|(hash, commit)| std::cmp::Reverse((commit.seq, **hash)));
        let mut taken_back = TakenBack::new();
        for (hash, commit) in series {
            if let Some(undone) = commit.undoes
                && !taken_back.contains_key(hash)
            {
                taken_back.entry(undone).or_insert(*hash);
            }
        }
        taken_back
    }
}

/// How `undone` is taken back in `records`: those that it touched or erased, each with all its revisions and their
/// contents. `taken_back` is what its device has taken back before: that and its undo are passed over as if neither had
/// been, so that one action after the other can be taken back. `erased` says what is not simply shown any more.
pub fn plan(
    undone: &Digest,
    taken_back: &TakenBack,
    records: &[(RecordId, Vec<RevisionSeen>)],
    erased: impl Fn(&RecordId) -> bool,
) -> Plan {
    let pairs = taken_back.iter().filter(|(one, other)| *one != undone && *other != undone);
    let passed_over: BTreeSet<&Digest> = pairs.flat_map(|(one, other)| [one, other]).collect();
    let mut left_out = BTreeSet::new();
    let mut edits = Vec::new();
    for (record, seen) in records {
        if erased(record) {
            left_out.insert(LeftOut::Erased);
            continue;
        }
        let told = Told::of(seen, undone, &passed_over);
        let mut fields = Fields::new();
        let mut kind = None;
        for revision in seen.iter().filter(|it| it.commit == *undone && it.record == *record) {
            kind = Some(revision.kind);
            let taken = if told.made_by(revision) { told.put_away() } else { told.restored(revision) };
            for (field, taken) in taken {
                match taken {
                    Ok(value) => drop(fields.insert(field, value)),
                    Err(why) => drop(left_out.insert(why)),
                }
            }
        }
        if let Some(kind) = kind
            && !fields.is_empty()
        {
            edits.push(Restored { record: *record, kind, parents: told.now.heads.clone(), fields });
        }
    }
    Plan { edits, left_out: left_out.into_iter().collect() }
}

/// A record, told three times.
struct Told<'a> {
    undone: &'a Digest,
    now: RecordState,
    /// Without what has been taken back already: who decides what.
    deciding: Vec<RevisionSeen>,
    still: RecordState,
    /// Without the commit that is being taken back, too.
    before: RecordState,
}

type Taken = (Field, Result<Value, LeftOut>);

impl<'a> Told<'a> {
    fn of(seen: &[RevisionSeen], undone: &'a Digest, passed_over: &BTreeSet<&Digest>) -> Self {
        let now = resolve(seen);
        let deciding = without(seen, |commit| passed_over.contains(commit));
        let before = resolve(&without(&deciding, |commit| commit == undone));
        let still = if deciding == seen { now.clone() } else { resolve(&deciding) };
        Self { undone, now, deciding, still, before }
    }

    /// Whether a revision made its record. An edit of a record of which nothing counts yet has seen no parents either.
    fn made_by(&self, revision: &RevisionSeen) -> bool {
        let another = |it: &RevisionSeen| it.record == revision.record && it.digest != revision.digest;
        revision.parents.is_empty() && !self.deciding.iter().any(|it| another(it) && it.parents.is_empty())
    }

    /// Not where somebody has worked on it since.
    fn put_away(&self) -> Vec<Taken> {
        let others = |it: &RevisionSeen| it.weight == Weight::Counts && it.commit != *self.undone;
        let is_away = self.now.value(PUT_AWAY).and_then(Value::bool) == Some(true);
        match self.deciding.iter().any(others) {
            _ if is_away => Vec::new(),
            true => vec![(PUT_AWAY, Err(LeftOut::ChangedSince))],
            false => vec![(PUT_AWAY, Ok(true.into()))],
        }
    }

    fn restored(&self, revision: &RevisionSeen) -> Vec<Taken> {
        let restored = revision.fields.iter().flat_map(|field| match field.class() {
            Class::Set => self.elements(*field, revision),
            _ => self.value(*field).map(|taken| (*field, taken)).into_iter().collect(),
        });
        restored.collect()
    }

    fn decides(&self, heads: &[Digest]) -> bool {
        let of_it = |head: &Digest| self.deciding.iter().any(|it| it.digest == *head && it.commit == *self.undone);
        !heads.is_empty() && heads.iter().all(of_it)
    }

    /// `None`: it is as it was.
    fn value(&self, field: Field) -> Option<Result<Value, LeftOut>> {
        let heads = self.still.fields.get(&field).map(|known| known.heads.as_slice());
        if !self.decides(heads.unwrap_or_default()) {
            return Some(Err(LeftOut::ChangedSince));
        }
        let now = self.now.value(field);
        let before = match (self.before.fields.get(&field), field.class()) {
            (Some(known), _) => former(known),
            (None, Class::Protective) => never_set(field).ok_or(LeftOut::NothingBefore),
            (None, _) => Ok(Value::Null),
        };
        match before {
            Ok(before) if now == Some(&before) => None,
            Ok(before) if field.class() == Class::Protective && now.is_some_and(|now| rank(&before) < rank(now)) => {
                Some(Err(LeftOut::Permission))
            }
            before => Some(before),
        }
    }

    /// The elements on which it still has the last word, as they were.
    fn elements(&self, field: Field, revision: &RevisionSeen) -> Vec<Taken> {
        let Some(said) = revision.contents.as_ref().and_then(|contents| contents.get(&field)) else {
            return vec![(field, Err(LeftOut::Erased))];
        };
        let (now, before) = (present(&self.now, field), present(&self.before, field));
        let (mut added, mut removed, mut taken) = (Vec::new(), Vec::new(), Vec::new());
        for (element, _) in said.elements() {
            match (now.contains(&element), before.contains(&element)) {
                (is, was) if is == was => {}
                _ if !self.decides(&heads_of(&self.deciding, field, element)) => {
                    taken.push((field, Err(LeftOut::ChangedSince)));
                }
                // The strictest rule of all the rounds it has been in holds: none of them is forgotten.
                (true, _) if field == SEGMENTS_BEEN => taken.push((field, Err(LeftOut::Permission))),
                (true, _) => removed.push(element.clone()),
                (false, _) => added.push(element.clone()),
            }
        }
        if !added.is_empty() || !removed.is_empty() {
            taken.push((field, Ok(Value::set(added, removed))));
        }
        taken
    }
}

/// The same revisions, of which some set nothing. Descent still runs through them.
fn without(seen: &[RevisionSeen], passes_over: impl Fn(&Digest) -> bool) -> Vec<RevisionSeen> {
    let mut seen = seen.to_vec();
    for revision in seen.iter_mut().filter(|it| passes_over(&it.commit)) {
        revision.weight = Weight::Neither;
    }
    seen
}

fn former(known: &FieldState) -> Result<Value, LeftOut> {
    let value = known.value.as_ref().filter(|value| known.missing.is_empty() && **value != MOST_PROTECTIVE);
    value.cloned().ok_or(LeftOut::Erased)
}

fn present(state: &RecordState, field: Field) -> BTreeSet<&Value> {
    state.value(field).and_then(Value::list).unwrap_or_default().iter().collect()
}
