//! Taking an action back: what a new commit sets so that the old one decides nothing any more.
//!
//! It restores only what the old commit still decides, loosens no protection, brings no erased words back, and says what
//! it leaves as it is. An undo of an undo is a redo, by the same rules.

mod stack;

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::field::{Class, Field, Kind, PUT_AWAY, SEGMENTS_BEEN};
use anteroom_model::ids::{Digest, RecordId};
use anteroom_model::permission::never_set;
use anteroom_model::value::{Fields, Value};

use crate::check::MOST_BESIDE;
use crate::resolve::{FieldState, MOST_PROTECTIVE, RecordState, RevisionSeen, Weight, heads_of, rank, resolve};

pub use stack::{Next, Stack};

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
    /// What stood against `fields`: each in a revision of its own that none of the others has seen.
    pub against: Vec<Fields>,
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
        let (mut fields, mut against) = (Fields::new(), Vec::new());
        let mut kind = None;
        for revision in seen.iter().filter(|it| it.commit == *undone && it.record == *record) {
            kind = Some(revision.kind);
            let made = told.made_by(revision) || told.brought_back_by(revision);
            let taken = if made { told.put_away() } else { told.restored(revision) };
            for (field, taken) in taken {
                match taken {
                    Ok(value) => {
                        told.stood_against(field, &value, &mut against);
                        fields.insert(field, value);
                    }
                    Err(why) => drop(left_out.insert(why)),
                }
            }
        }
        if let Some(kind) = kind
            && !fields.is_empty()
        {
            edits.push(Restored { record: *record, kind, parents: told.now.heads.clone(), fields, against });
        }
    }
    Plan { edits, left_out: left_out.into_iter().collect() }
}

/// A record, told four times.
struct Told<'a> {
    undone: &'a Digest,
    now: RecordState,
    /// What made it has been taken back already.
    unmade: bool,
    /// Without what has been taken back already: who decides what.
    deciding: Vec<RevisionSeen>,
    still: RecordState,
    /// Without the commit that is being taken back, too.
    before: RecordState,
    /// Without that commit alone. What was taken back may hold a protection tight all the same, because no undo loosens one.
    tight: RecordState,
}

type Taken = (Field, Result<Value, LeftOut>);

impl<'a> Told<'a> {
    fn of(seen: &[RevisionSeen], undone: &'a Digest, passed_over: &BTreeSet<&Digest>) -> Self {
        let now = resolve(seen);
        let deciding = without(seen, |commit| passed_over.contains(commit));
        let before = resolve(&without(&deciding, |commit| commit == undone));
        let (still, tight) = if deciding == seen {
            (now.clone(), before.clone())
        } else {
            (resolve(&deciding), resolve(&without(seen, |commit| commit == undone)))
        };
        let unmade = seen.iter().any(|it| it.parents.is_empty() && passed_over.contains(&it.commit));
        Self { undone, now, unmade, deciding, still, before, tight }
    }

    /// Whether a revision made its record. An edit of a record of which nothing counts yet has seen no parents either.
    fn made_by(&self, revision: &RevisionSeen) -> bool {
        let another = |it: &RevisionSeen| it.record == revision.record && it.digest != revision.digest;
        revision.parents.is_empty() && !self.deciding.iter().any(|it| another(it) && it.parents.is_empty())
    }

    /// Whether a revision brought its record back, after what had made it was taken back.
    fn brought_back_by(&self, revision: &RevisionSeen) -> bool {
        let said = revision.contents.as_ref().and_then(|contents| contents.get(&PUT_AWAY));
        self.unmade && said.is_some_and(|said| said.bool() != Some(true))
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
        let before = match (before, self.tight.fields.get(&field)) {
            (Ok(before), Some(known)) if field.class() == Class::Protective => {
                former(known).map(|tight| if rank(&tight) > rank(&before) { tight } else { before })
            }
            (before, _) => before,
        };
        let against = |state: &RecordState| state.fields.get(&field).map(|known| known.conflict.clone());
        let is_as_before = against(&self.now).unwrap_or_default() == against(&self.before).unwrap_or_default();
        match before {
            Ok(before) if now == Some(&before) && is_as_before => None,
            Ok(before) if field.class() == Class::Protective && now.is_some_and(|now| rank(&before) < rank(now)) => {
                Some(Err(LeftOut::Permission))
            }
            before => Some(before),
        }
    }

    /// Whatever stood against `value` before the commit settled it stands against it again.
    fn stood_against(&self, field: Field, value: &Value, against: &mut Vec<Fields>) {
        let stood = self.before.fields.get(&field).map(|known| known.conflict.as_slice()).unwrap_or_default();
        // No more than one commit holds beside each other: what is left out stays in the history.
        for (at, other) in stood.iter().filter(|other| *other != value).take(MOST_BESIDE - 1).enumerate() {
            if against.len() <= at {
                against.push(Fields::new());
            }
            against[at].insert(field, other.clone());
        }
    }

    /// The elements on which it still has the last word, as they were.
    fn elements(&self, field: Field, revision: &RevisionSeen) -> Vec<Taken> {
        let Some(said) = revision.contents.as_ref().and_then(|contents| contents.get(&field)) else {
            return vec![(field, Err(LeftOut::Erased))];
        };
        let (now, before) = (present(&self.now, field), present(&self.before, field));
        let (mut added, mut removed, mut taken) = (Vec::new(), Vec::new(), Vec::new());
        for (element, is) in said.elements().filter(|(element, said)| now.contains(element) == *said) {
            if !self.decides(&heads_of(&self.deciding, field, element)) {
                taken.push((field, Err(LeftOut::ChangedSince)));
            } else if is && !before.contains(&element) && field == SEGMENTS_BEEN {
                // The strictest rule of all the rounds it has been in holds: none of them is forgotten.
                taken.push((field, Err(LeftOut::Permission)));
            } else if is != before.contains(&element) {
                let restored = if is { &mut removed } else { &mut added };
                restored.push(element.clone());
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

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use anteroom_model::field::{CONTRIBUTION, ORDER, QUOTE, RULE, SMALL, TAGS, TEXT};
    use anteroom_model::permission::{Basis, Permission};

    use super::*;
    use crate::resolve::Origins;

    const RECORD: RecordId = RecordId([1; 16]);

    fn digest(number: u8) -> Digest {
        Digest([number; 32])
    }

    /// The revision that commit `number` wrote, knowing those of `parents`.
    fn wrote(number: u8, parents: &[u8], field: Field, value: impl Into<Value>) -> RevisionSeen {
        RevisionSeen {
            digest: digest(number),
            record: RECORD,
            kind: CONTRIBUTION,
            commit: digest(number),
            time: number.into(),
            parents: parents.iter().map(|it| digest(*it)).collect(),
            fields: [field].into(),
            mark: None,
            weight: Weight::Counts,
            contents: Some(Fields::from([(field, value.into())])),
        }
    }

    fn tagged(number: u8, parents: &[u8], added: &[&str], removed: &[&str]) -> RevisionSeen {
        let values = |names: &[&str]| names.iter().map(|name| Value::from(*name)).collect::<Vec<_>>();
        wrote(number, parents, TAGS, Value::set(values(added), values(removed)))
    }

    fn undo_after(number: u8, taken_back: &TakenBack, seen: &[RevisionSeen]) -> (Fields, Vec<LeftOut>) {
        let mut plan = plan(&digest(number), taken_back, &[(RECORD, seen.to_vec())], |_| false);
        assert!(plan.edits.len() <= 1);
        (plan.edits.pop().map(|edit| edit.fields).unwrap_or_default(), plan.left_out)
    }

    fn undo(number: u8, seen: &[RevisionSeen]) -> (Fields, Vec<LeftOut>) {
        undo_after(number, &TakenBack::new(), seen)
    }

    fn sets(field: Field, value: impl Into<Value>) -> (Fields, Vec<LeftOut>) {
        (Fields::from([(field, value.into())]), Vec::new())
    }

    fn leaves(why: LeftOut) -> (Fields, Vec<LeftOut>) {
        (Fields::new(), vec![why])
    }

    #[test]
    fn what_it_set_is_again_what_it_was() {
        let seen = [wrote(1, &[], TEXT, "one"), wrote(2, &[1], TEXT, "two")];
        assert_eq!(undo(2, &seen), sets(TEXT, "one"));
        let edits = plan(&digest(2), &TakenBack::new(), &[(RECORD, seen.to_vec())], |_| false).edits;
        assert_eq!((edits[0].parents.clone(), edits[0].kind), (vec![digest(2)], CONTRIBUTION));
        let seen = [wrote(1, &[], ORDER, 1), wrote(2, &[1], ORDER, 2)];
        assert_eq!(undo(2, &seen), sets(ORDER, 1));
        let seen = [wrote(1, &[], TEXT, "one"), wrote(2, &[1], TEXT, "one")];
        assert_eq!(undo(2, &seen), (Fields::new(), Vec::new()), "it changed nothing");
    }

    #[test]
    fn an_undo_lets_no_more_values_stand_than_one_commit_holds() {
        for stood in [MOST_BESIDE, MOST_BESIDE + 1] {
            let heads: Vec<u8> = (2..).take(stood).collect();
            let wordings = heads.iter().map(|number| wrote(*number, &[1], TEXT, format!("wording {number}")));
            let mut seen: Vec<RevisionSeen> = [wrote(1, &[], TEXT, "one")].into_iter().chain(wordings).collect();
            seen.push(wrote(200, &heads, TEXT, "settled"));
            let edit = plan(&digest(200), &TakenBack::new(), &[(RECORD, seen)], |_| false).edits.remove(0);
            let mut values: BTreeSet<&Fields> = edit.against.iter().collect();
            values.insert(&edit.fields);
            assert_eq!((edit.against.len(), values.len()), (MOST_BESIDE - 1, MOST_BESIDE), "{stood}: each once");
            let known = |fields: &&&Fields| fields.values().all(|value| *value != Value::from("settled"));
            assert_eq!(values.iter().filter(known).count(), MOST_BESIDE, "none of them is what settled it");
        }
    }

    #[test]
    fn what_somebody_set_since_or_at_the_same_time_stays() {
        let [one, two] = [wrote(1, &[], TEXT, "one"), wrote(2, &[1], TEXT, "two")];
        let since = wrote(3, &[2], TEXT, "three");
        let beside = wrote(3, &[1], TEXT, "three");
        let elsewhere = wrote(3, &[2], ORDER, 3);
        assert_eq!(undo(2, &[one.clone(), two.clone(), since]), leaves(LeftOut::ChangedSince));
        assert_eq!(undo(2, &[one.clone(), two.clone(), beside]), leaves(LeftOut::ChangedSince));
        assert_eq!(undo(2, &[one, two, elsewhere]), sets(TEXT, "one"));
    }

    #[test]
    fn a_conflict_that_was_settled_stands_again() {
        let [one, two, three] =
            [wrote(1, &[], TEXT, "one"), wrote(2, &[1], TEXT, "two"), wrote(3, &[1], TEXT, "three")];
        for settled in ["three", "two", "a third"] {
            let seen = [one.clone(), two.clone(), three.clone(), wrote(4, &[2, 3], TEXT, settled)];
            let edit = plan(&digest(4), &TakenBack::new(), &[(RECORD, seen.to_vec())], |_| false).edits.remove(0);
            assert_eq!(edit.fields, Fields::from([(TEXT, "three".into())]), "the later one stands in");
            assert_eq!(edit.against, [Fields::from([(TEXT, "two".into())])]);
            let again = [wrote(5, &[4], TEXT, "three"), wrote(6, &[4], TEXT, "two")];
            let mut undone = [seen.as_slice(), again.as_slice()].concat();
            undone[5].commit = digest(5);
            assert_eq!(resolve(&undone).fields[&TEXT].conflict.len(), 2);
            let again =
                Origins::of(&undone).said_by(TEXT, &digest(6), |commit| [digest(4), digest(5)].contains(commit));
            assert_eq!(again, digest(2), "it is whose it was");
            assert_eq!(Origins::of(&undone).before(TEXT, &[digest(2), digest(3)]), Some(digest(1)));
            let taken_back = TakenBack::from([(digest(4), digest(5))]);
            let redone = plan(&digest(5), &taken_back, &[(RECORD, undone)], |_| false).edits.remove(0);
            assert_eq!((redone.fields, redone.against), (Fields::from([(TEXT, settled.into())]), Vec::new()));
        }
    }

    #[test]
    fn what_was_never_set_is_null_again() {
        let seen = [wrote(1, &[], TEXT, "one"), wrote(2, &[1], ORDER, 2)];
        assert_eq!(undo(2, &seen), sets(ORDER, Value::Null));
    }

    #[test]
    fn a_permission_is_tightened_again_and_never_loosened() {
        let given = Permission::given(Basis::InPerson).to_value();
        let asked = |before: Option<i64>, after: Value| {
            let made = before.map_or_else(|| wrote(1, &[], TEXT, "one"), |before| wrote(1, &[], QUOTE, before));
            undo(2, &[made, wrote(2, &[1], QUOTE, after)])
        };
        assert_eq!(asked(Some(2), given.clone()), sets(QUOTE, 2));
        assert_eq!(asked(Some(0), 2.into()), leaves(LeftOut::Permission));
        assert_eq!(asked(Some(0), given.clone()), sets(QUOTE, 0), "as protective as before, on the former basis");
        assert_eq!(
            asked(None, given),
            sets(QUOTE, Permission::default().to_value()),
            "not asked is tighter than given"
        );
        assert_eq!(asked(None, 2.into()), leaves(LeftOut::Permission), "not asked is looser than refused");
        let rule = [wrote(1, &[], RULE, 0), wrote(2, &[1], RULE, 1)];
        assert_eq!(undo(2, &rule), leaves(LeftOut::Permission));
    }

    #[test]
    fn a_loosening_that_is_taken_back_is_as_tight_again_as_it_was() {
        let given = |basis| Permission::given(basis).to_value();
        let mut seen = vec![wrote(1, &[], QUOTE, given(Basis::Form)), wrote(2, &[1], QUOTE, 2)];
        assert_eq!(undo(2, &seen), leaves(LeftOut::Permission), "refused stays refused");
        let taken_back = TakenBack::from([(digest(2), digest(3))]);
        seen.push(wrote(4, &[2], QUOTE, given(Basis::Clearance)));
        assert_eq!(undo_after(4, &taken_back, &seen), sets(QUOTE, 2), "and not what it was before that");
    }

    #[test]
    fn a_protection_that_another_laptop_has_added_is_not_undone_with_it() {
        // Cut off since, it still holds the field tight.
        let shadow = RevisionSeen { weight: Weight::Could, ..wrote(3, &[2], QUOTE, 2) };
        let seen = [wrote(1, &[], QUOTE, 1), wrote(2, &[1], QUOTE, 0), shadow];
        let (fields, _) = undo(2, &seen);
        assert!(fields.get(&QUOTE).is_none_or(|value| rank(value) >= 2));
    }

    #[test]
    fn where_nothing_was_and_nothing_can_stand_for_it_it_stays() {
        let seen = [wrote(1, &[], TEXT, "one"), wrote(2, &[1], SMALL, 5)];
        assert_eq!(undo(2, &seen), leaves(LeftOut::NothingBefore));
    }

    #[test]
    fn of_a_set_each_element_is_taken_back_by_itself() {
        let seen = [tagged(1, &[], &["a"], &[]), tagged(2, &[1], &["b", "c"], &["a"]), tagged(3, &[2], &[], &["c"])];
        let taken = Value::set(["a".into()], ["b".into()]);
        assert_eq!(undo(2, &seen), sets(TAGS, taken), "c is gone already");
        let again = tagged(4, &[3], &["b"], &[]);
        let seen = [seen.as_slice(), from_ref(&again)].concat();
        let (fields, left_out) = undo(2, &seen);
        assert_eq!(fields, Fields::from([(TAGS, Value::set(["a".into()], []))]));
        assert_eq!(left_out, [LeftOut::ChangedSince], "somebody has said b again");
    }

    #[test]
    fn the_rounds_that_a_contribution_has_been_in_are_never_forgotten() {
        let round = |number: u8| Value::from(RecordId([number; 16]));
        let seen = [
            wrote(1, &[], SEGMENTS_BEEN, Value::set([round(1)], [])),
            wrote(2, &[1], SEGMENTS_BEEN, Value::set([round(2)], [])),
        ];
        assert_eq!(undo(2, &seen), leaves(LeftOut::Permission));
    }

    #[test]
    fn what_it_made_is_put_away_unless_somebody_has_worked_on_it() {
        let made = wrote(1, &[], TEXT, "one");
        assert_eq!(undo(1, from_ref(&made)), sets(PUT_AWAY, true));
        let tagged = tagged(2, &[1], &["a"], &[]);
        assert_eq!(undo(1, &[made.clone(), tagged.clone()]), leaves(LeftOut::ChangedSince));
        let refused = RevisionSeen { weight: Weight::Neither, ..tagged };
        assert_eq!(undo(1, &[made.clone(), refused]), sets(PUT_AWAY, true));
        assert_eq!(undo(1, &[made.clone(), wrote(2, &[1], PUT_AWAY, true)]), (Fields::new(), Vec::new()));
        // An edit of something of which nothing counts yet has seen nothing before it, and made nothing.
        let waits = RevisionSeen { weight: Weight::Neither, ..made };
        assert_eq!(undo(2, &[waits, wrote(2, &[], TEXT, "two")]), sets(TEXT, Value::Null));
    }

    #[test]
    fn what_was_brought_back_is_put_away_again() {
        let made = wrote(1, &[], TEXT, "one");
        let (away, back) = (wrote(2, &[1], PUT_AWAY, true), wrote(3, &[2], PUT_AWAY, false));
        let taken_back = TakenBack::from([(digest(1), digest(2))]);
        let seen = [made, away, back];
        assert_eq!(undo_after(3, &taken_back, &seen), sets(PUT_AWAY, true));
        let since = wrote(4, &[3], TEXT, "two");
        let again = [&seen[..], &[wrote(4, &[3], PUT_AWAY, true)]].concat();
        let after = TakenBack::from([(digest(1), digest(2)), (digest(3), digest(4))]);
        assert_eq!(undo_after(4, &after, &again), sets(PUT_AWAY, false), "and is brought back once more");
        let seen = [&seen[..], from_ref(&since)].concat();
        assert_eq!(undo_after(3, &taken_back, &seen), leaves(LeftOut::ChangedSince));
    }

    #[test]
    fn erased_words_do_not_come_back() {
        let seen = [wrote(1, &[], TEXT, "one"), wrote(2, &[1], TEXT, "two")];
        let plan = plan(&digest(2), &TakenBack::new(), &[(RECORD, seen.to_vec())], |record| *record == RECORD);
        assert_eq!(plan, Plan { edits: Vec::new(), left_out: vec![LeftOut::Erased] });
        for field in [TEXT, QUOTE] {
            let lacking = RevisionSeen { contents: None, ..wrote(1, &[], field, 0) };
            assert_eq!(undo(2, &[lacking, wrote(2, &[1], field, 1)]), leaves(LeftOut::Erased));
        }
    }

    #[test]
    fn one_action_after_the_other_is_taken_back_and_done_again() {
        let mut seen = vec![wrote(1, &[], TEXT, "one"), wrote(2, &[1], TEXT, "two"), wrote(3, &[2], TEXT, "three")];
        let mut taken_back = TakenBack::new();
        let mut then = |undone: u8, by: u8, taken_back: &TakenBack| {
            let (fields, left_out) = undo_after(undone, taken_back, &seen);
            assert_eq!(left_out, []);
            let (field, value) = fields.into_iter().next().unwrap();
            seen.push(wrote(by, &[by - 1], field, value.clone()));
            value
        };
        assert_eq!(then(3, 4, &taken_back), "two".into());
        taken_back.insert(digest(3), digest(4));
        assert_eq!(then(2, 5, &taken_back), "one".into());
        taken_back.insert(digest(2), digest(5));
        assert_eq!(then(1, 6, &taken_back), true.into(), "the record itself is put away");
        taken_back.insert(digest(1), digest(6));
        // And again, the other way.
        assert_eq!(then(6, 7, &taken_back), Value::Null);
        taken_back.remove(&digest(1));
        taken_back.insert(digest(6), digest(7));
        assert_eq!(then(5, 8, &taken_back), "two".into());
    }

    #[test]
    fn each_reason_has_its_sentence() {
        let all = [LeftOut::ChangedSince, LeftOut::Permission, LeftOut::Erased, LeftOut::NothingBefore];
        let names: BTreeSet<_> = all.into_iter().map(LeftOut::message).collect();
        assert_eq!(names.len(), all.len());
    }
}
