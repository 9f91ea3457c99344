//! By what names people and laptops go, and how somebody who types one finds the laptop that is meant.

use std::collections::BTreeMap;

use anteroom_journal::decision::Roles;
use anteroom_model::field;
use anteroom_model::ids::{DeviceId, PersonId, RecordId};
use anteroom_model::value::Value;
use anteroom_store::Known;

use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::say;
use crate::structure::{is_put_away, text};

/// The names that are known here.
pub(crate) struct Names {
    /// Which record says it, and what.
    by_person: BTreeMap<PersonId, (RecordId, String)>,
    pub(super) known: Vec<Known>,
    language: String,
}

impl Names {
    pub(crate) async fn read(desk: &Desk) -> Result<Self, AppError> {
        Self::with(desk, desk.store().known().await?).await
    }

    /// The same, with what each laptop made counted.
    pub(super) async fn counted(desk: &Desk) -> Result<Self, AppError> {
        Self::with(desk, desk.store().counted().await?).await
    }

    async fn with(desk: &Desk, known: Vec<Known>) -> Result<Self, AppError> {
        let records = desk.store().records(field::MEMBER).await?;
        let made_by = desk.store().creators(records.iter().map(|record| record.id)).await?;
        let named = records.iter().filter(|record| !is_put_away(record)).filter_map(|record| {
            let person = PersonId::try_from(record.fields.get(&field::PERSON_OF).and_then(Value::bytes)?).ok()?;
            may_name(&known, made_by.get(&record.id)?, &person)
                .then(|| (person, (record.id, text(record, field::NAME))))
        });
        let by_person = named.filter(|(_, (_, name))| !name.is_empty()).collect();
        Ok(Self { by_person, known, language: desk.language() })
    }

    pub(crate) fn of_person(&self, person: &PersonId) -> Option<&str> {
        self.by_person.get(person).map(|(_, name)| name.as_str())
    }

    /// The record that says a person's name.
    pub(super) fn record_of(&self, person: &PersonId) -> Option<RecordId> {
        self.by_person.get(person).map(|(record, _)| *record)
    }

    /// The name that stands in the consultation for whom a laptop belongs to.
    pub(super) fn known_name(&self, device: &DeviceId) -> Option<&str> {
        let known = self.known.iter().find(|known| known.device == *device && known.is_confirmed)?;
        self.of_person(&known.person?)
    }

    /// The name of whom a laptop belongs to; empty where nobody said.
    pub(super) fn name(&self, known: &Known) -> String {
        let of_person = known.person.and_then(|person| self.of_person(&person));
        of_person.unwrap_or(known.name.as_str()).to_owned()
    }

    /// The same for whoever reads a sentence with it: there is always something to read.
    pub(super) fn spoken(&self, device: &DeviceId) -> String {
        let Some(known) = self.known.iter().find(|known| known.device == *device) else {
            return say(&self.language, "a-laptop", &[("id", &short(device))]);
        };
        match self.name(known) {
            name if !name.is_empty() => name,
            _ if known.is_own => say(&self.language, "this-laptop", &[]),
            _ if known.is_founder => say(&self.language, "the-founder", &[]),
            _ => say(&self.language, "a-laptop", &[("id", &short(device))]),
        }
    }

    /// On whose laptop somebody typed; empty where it was their own.
    pub(crate) fn elsewhere(&self, author: &PersonId, device: &DeviceId) -> String {
        let is_own = self.known.iter().any(|known| known.device == *device && known.person == Some(*author));
        if is_own { String::new() } else { self.spoken(device) }
    }

    /// Whether what this computer says of a person's name is believed, here and elsewhere.
    pub(super) fn may_call(&self, person: &PersonId) -> bool {
        let own = self.known.iter().find(|known| known.is_own);
        own.is_none_or(|own| may_name(&self.known, &own.device, person))
    }

    /// The laptop that is meant by its name, its id, or how its id begins.
    ///
    /// # Errors
    /// `unknown-member`, `several-members`.
    pub(super) fn meant(&self, asked: &str) -> Result<&Known, AppError> {
        let asked = asked.trim();
        let wanted = asked.to_lowercase();
        let by_name = self.known.iter().filter(|known| !asked.is_empty() && self.name(known).to_lowercase() == wanted);
        let by_name: Vec<&Known> = by_name.collect();
        let found = match by_name.as_slice() {
            [] => self.known.iter().filter(|known| begins(&known.device, &wanted)).collect(),
            _ => by_name,
        };
        one(&found, asked, |known| short(&known.device))
    }
}

/// Whether what a laptop says of a person's name is believed: of oneself, of others by an organiser, and of somebody who has no
/// laptop by anybody. Otherwise one table could go by the name of another.
fn may_name(known: &[Known], made_by: &DeviceId, person: &PersonId) -> bool {
    // What nobody has confirmed yet is shown on its own laptop alone.
    let Some(maker) = known.iter().find(|known| known.device == *made_by && known.person.is_some()) else {
        return true;
    };
    let organises = maker.is_founder || maker.roles.has_any(Roles::ORGANISER);
    organises || maker.person == Some(*person) || known.iter().all(|known| known.person != Some(*person))
}

/// Enough of an id to tell one laptop from another.
pub(super) fn short(device: &DeviceId) -> String {
    device.to_string()[..12].to_owned()
}

/// Whether an id begins with these letters, of which there are enough.
pub(super) fn begins(device: &DeviceId, wanted: &str) -> bool {
    wanted.len() >= 6 && device.to_string().starts_with(wanted)
}

/// The one that is meant.
///
/// # Errors
/// `unknown-member`, `several-members`.
pub(super) fn one<'k, T>(found: &[&'k T], asked: &str, id: impl Fn(&T) -> String) -> Result<&'k T, AppError> {
    match found {
        [one] => Ok(one),
        [] => Err(AppError::new("unknown-member", &[("name", asked)])),
        several => {
            let ids: Vec<String> = several.iter().map(|it| id(it)).collect();
            Err(AppError::new("several-members", &[("name", asked), ("ids", &ids.join(", "))]))
        }
    }
}
