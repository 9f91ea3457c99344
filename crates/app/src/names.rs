//! Who did something, by the name that members go by here.

use std::collections::BTreeMap;

use anteroom_model::field;
use anteroom_model::ids::PersonId;
use anteroom_model::value::Value;

use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::say;
use crate::structure::{is_put_away, text};

/// The names of members: read once for all that is told.
pub(crate) struct Who<'a> {
    names: BTreeMap<PersonId, String>,
    desk: &'a Desk,
}

impl<'a> Who<'a> {
    pub(crate) async fn read(desk: &'a Desk) -> Result<Self, AppError> {
        let mut names = BTreeMap::new();
        for member in desk.store().records(field::MEMBER).await?.iter().filter(|member| !is_put_away(member)) {
            let person = member.fields.get(&field::PERSON_OF).and_then(Value::bytes);
            if let Some(person) = person.and_then(|bytes| PersonId::try_from(bytes).ok()) {
                names.insert(person, text(member, field::NAME));
            }
        }
        Ok(Self { names, desk })
    }

    /// A person's name, where they have one here.
    pub(crate) fn name(&self, author: PersonId) -> Option<String> {
        self.names.get(&author).filter(|name| !name.is_empty()).cloned()
    }

    /// A person's name; of somebody nameless, on which laptop it was done.
    pub(crate) fn named(&self, author: PersonId, is_own: bool) -> String {
        let nameless = if is_own { "conflict-this-laptop" } else { "conflict-another-laptop" };
        self.name(author).unwrap_or_else(|| say(&self.desk.language(), nameless, &[]))
    }
}
