//! What a field can hold. Few shapes, no floats, one spelling each: digests rest on the bytes.

use std::collections::BTreeMap;

use crate::field::Field;
use crate::ids::RecordId;

/// One value, as CBOR knows it, without floats and with whole-number keys only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
    List(Vec<Value>),
    Map(BTreeMap<i64, Value>),
}

/// What one revision sets, field by field.
///
/// A `Set` field holds a list of `[element, present]` pairs, sorted by element: only what this revision adds or removes.
/// A `Protective` field holds a whole number, or a list that begins with one: its rank, higher more protective.
pub type Fields = BTreeMap<Field, Value>;

impl Value {
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn int(&self) -> Option<i64> {
        if let Self::Int(number) = self { Some(*number) } else { None }
    }

    pub fn bool(&self) -> Option<bool> {
        if let Self::Bool(answer) = self { Some(*answer) } else { None }
    }

    pub fn bytes(&self) -> Option<&[u8]> {
        if let Self::Bytes(bytes) = self { Some(bytes) } else { None }
    }

    pub fn list(&self) -> Option<&[Value]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    pub fn record(&self) -> Option<RecordId> {
        RecordId::try_from(self.bytes()?).ok()
    }

    /// The rank of a protective value: higher is more protective. `None` where the value has no rank.
    pub fn rank(&self) -> Option<i64> {
        match self {
            Self::Int(rank) => Some(*rank),
            Self::List(items) => items.first().and_then(Self::int),
            _ => None,
        }
    }

    /// What a revision of a set field says: these elements added, those removed.
    pub fn set(added: impl IntoIterator<Item = Value>, removed: impl IntoIterator<Item = Value>) -> Self {
        let mut elements: BTreeMap<Value, bool> = removed.into_iter().map(|element| (element, false)).collect();
        elements.extend(added.into_iter().map(|element| (element, true)));
        Self::List(
            elements.into_iter().map(|(element, present)| Self::List(vec![element, Self::Bool(present)])).collect(),
        )
    }

    /// Reads what `set` wrote. Empty where the value is no such list.
    pub fn elements(&self) -> impl Iterator<Item = (&Value, bool)> {
        self.list().unwrap_or_default().iter().filter_map(|pair| match pair.list()? {
            [element, present] => Some((element, present.bool()?)),
            _ => None,
        })
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Value {
    fn from(answer: bool) -> Self {
        Self::Bool(answer)
    }
}

impl From<RecordId> for Value {
    fn from(id: RecordId) -> Self {
        Self::Bytes(id.0.to_vec())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_lists_each_element_once_and_adding_wins() {
        let value = Value::set(["b".into(), "a".into()], ["a".into(), "c".into()]);
        let read: Vec<_> = value.elements().map(|(element, present)| (element.text().unwrap_or(""), present)).collect();
        assert_eq!(read, [("a", true), ("b", true), ("c", false)]);
    }
}
