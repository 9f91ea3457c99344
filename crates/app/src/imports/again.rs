//! A row whose import was taken back comes in again: the same record, as the row reads now. A second record beside it would
//! be its twin, and as hidden as the first.

use std::collections::BTreeSet;

use anteroom_model::field::{self, Class, Field};
use anteroom_model::permission::{Consent, Permission};
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Record};

/// The record as it was left, made what the row says now. Its reference stays, and so does every round it has been in.
pub(super) fn brought_back(before: &Record, row: &Fields) -> Edit {
    let mut fields = Fields::from([(field::PUT_AWAY, false.into())]);
    let all: BTreeSet<Field> = before.fields.keys().chain(row.keys()).copied().collect();
    for of in all {
        let (was, is) = (before.fields.get(&of), row.get(&of));
        if let Some(value) = value(of, was, is) {
            fields.insert(of, value);
        }
    }
    Edit::Set { record: before.id, fields }
}

/// `None`: it stays as it was.
fn value(of: Field, was: Option<&Value>, is: Option<&Value>) -> Option<Value> {
    match of.class() {
        Class::Position => None,
        Class::Set => elements(of, was, is),
        Class::Protective => protection(of, was, is),
        Class::Plain if of == field::PUT_AWAY => None,
        Class::Plain => Some(is.cloned().unwrap_or(Value::Null)),
    }
}

fn elements(of: Field, was: Option<&Value>, is: Option<&Value>) -> Option<Value> {
    let was: BTreeSet<&Value> = was.and_then(Value::list).unwrap_or_default().iter().collect();
    let is: BTreeSet<&Value> =
        is.into_iter().flat_map(Value::elements).filter_map(|(element, there)| there.then_some(element)).collect();
    let added: Vec<_> = is.difference(&was).map(|element| (*element).clone()).collect();
    let removed = was.difference(&is).map(|element| (*element).clone());
    let removed: Vec<_> = if of == field::SEGMENTS_BEEN { Vec::new() } else { removed.collect() };
    (!added.is_empty() || !removed.is_empty()).then(|| Value::set(added, removed))
}

/// What is given rests on its basis, so it may be given anew; nothing else becomes less protective than it was.
fn protection(of: Field, was: Option<&Value>, is: Option<&Value>) -> Option<Value> {
    if [field::SHARE, field::QUOTE, field::NAME_ORGANISATION, field::NAME_PERSON].contains(&of) {
        let (was, is) = (Permission::read(was), is.map_or_else(Permission::default, |is| Permission::read(Some(is))));
        let stays = was.consent == Consent::Refused && is.consent == Consent::NotAsked;
        return (!stays && was != is).then(|| is.to_value());
    }
    let (was, is) = (was.and_then(Value::int), is.and_then(Value::int));
    is.filter(|is| was.is_none_or(|was| *is > was)).map(Value::Int)
}
