//! What a person does, as it is handed to the store: one action, one commit.

use std::collections::BTreeMap;

use anteroom_journal::commit::Mark;
use anteroom_journal::deed::Deed;
use anteroom_model::field::Kind;
use anteroom_model::ids::{Digest, PersonId, RecordId};
use anteroom_model::value::{Fields, Value};

/// One action of one person.
#[derive(Debug)]
pub struct Action {
    pub deed: Deed,
    /// Milliseconds since 1970, UTC.
    pub time: i64,
    /// Who is typing.
    pub author: PersonId,
    /// The commit that this one takes back.
    pub undoes: Option<Digest>,
    pub edits: Vec<Edit>,
}

/// One change within an action. No record is changed twice in one action, but by an undo: see `Beside`.
#[derive(Debug)]
pub enum Edit {
    /// A new record; a contribution also gets its short reference. `mark` is the fingerprint of an imported row.
    Create { kind: Kind, fields: Fields, mark: Option<Mark> },
    /// Sets fields of a record. A set field names only what is added and what is taken away.
    Set { record: RecordId, fields: Fields },
    /// Sets fields of a record beside other edits of the same action, whatever stands there: what stood against each other
    /// before does so again. Only what takes an action back does this.
    Beside { record: RecordId, fields: Fields },
    /// Attaches a file to a contribution: a new record that goes with it. Its size and its digest are worked out here.
    Attach { to: Whole, fields: Fields, bytes: Vec<u8> },
    /// Erases a record for good.
    Erase(RecordId),
}

/// To what a file is attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// A contribution that is there.
    There(RecordId),
    /// The one that the edit of this place in the same action makes.
    Made(u32),
}

/// What a new consultation begins with.
#[derive(Debug)]
pub struct Founding {
    /// Milliseconds since 1970, UTC.
    pub time: i64,
    pub edits: Vec<Edit>,
}

/// What an action left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Committed {
    /// The commit's hash; all zeros where nothing was to be done.
    pub hash: Digest,
    /// Ids of the new records, in the order of their edits.
    pub created: Vec<RecordId>,
    /// How many records that were there read differently now.
    pub changed: u32,
}

/// How bytes begin that stand for what is made in the same action. No record holds bytes that begin so: ids, keys
/// and digests are longer, and begin as chance has it.
const MADE: &[u8; 8] = b"\0made in";

/// Stands for the id of the record that edit number `place` of the same action makes.
pub fn made(place: u32) -> Value {
    Value::Bytes([MADE.as_slice(), &place.to_be_bytes()].concat())
}

/// The same, spelled as text.
pub fn made_text(place: u32) -> Value {
    Value::Bytes([MADE.as_slice(), &place.to_be_bytes(), b"t"].concat())
}

/// The place that bytes stand for, and whether its id is to be spelled as text.
fn stands_for(bytes: &[u8]) -> Option<(u32, bool)> {
    let (place, rest) = bytes.strip_prefix(MADE)?.split_first_chunk::<4>()?;
    matches!(rest, b"" | b"t").then(|| (u32::from_be_bytes(*place), !rest.is_empty()))
}

/// Puts the ids of new records where `made` stands for them in any of these fields.
pub(crate) fn fill_in_all(fields: &mut Fields, ids: &BTreeMap<u32, RecordId>) {
    for value in fields.values_mut() {
        fill_in(value, ids);
    }
}

/// Puts the ids of new records where `made` stands for them. `ids` are by the place of the edit.
fn fill_in(value: &mut Value, ids: &BTreeMap<u32, RecordId>) {
    match value {
        Value::List(items) => {
            for item in items {
                fill_in(item, ids);
            }
        }
        Value::Map(entries) => {
            for item in entries.values_mut() {
                fill_in(item, ids);
            }
        }
        Value::Bytes(bytes) => {
            if let Some((place, as_text)) = stands_for(bytes) {
                let id = ids.get(&place).copied().unwrap_or_default();
                *value = if as_text { id.to_string().into() } else { id.into() };
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_in_the_same_action_gets_its_id_wherever_it_stands() {
        let id = RecordId([7; 16]);
        let ids = BTreeMap::from([(3, id)]);
        let mut value = Value::List(vec![made(3), Value::set([made_text(3)], []), "as it is".into()]);
        fill_in(&mut value, &ids);
        assert_eq!(value, Value::List(vec![id.into(), Value::set([id.to_string().into()], []), "as it is".into()]));
    }
}
