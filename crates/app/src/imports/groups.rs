//! Groups that a table names and the consultation does not have: what becomes of each, and of the rows that name it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anteroom_insight::nearest::nearest;
use anteroom_model::value::Fields;
use anteroom_model::view::Labelled;
use anteroom_store::Edit;
use serde::{Deserialize, Serialize};

use anteroom_documents::table::Row;
use anteroom_model::field;

use super::mapping::{Columns, several, value};
use crate::error::AppError;
use crate::programme::new_group;
use crate::structure::{Structure, text_of, tidy_name};

/// What becomes of a name that no group of the consultation has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum UnknownGroup {
    /// Rows that name it are refused.
    #[default]
    Refuse,
    /// It becomes a group of the consultation, in the same action.
    Add,
    /// It is left out; a row that names no other group waits in tidy-up for one.
    LeaveOut,
    /// It means this group, by its label or id.
    Means(String),
}

/// A name of a group that the consultation does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MetGroup {
    /// As it was met first.
    pub name: String,
    /// So many rows name it.
    pub rows: u32,
    /// The groups that come nearest.
    pub nearest: Vec<Labelled>,
}

/// So many of those that come near are told.
const NEAR: usize = 3;

/// The names that rows were found to have and the consultation not.
#[derive(Debug, Default)]
pub(super) struct Met {
    /// By the name without regard to case: as it was met first, and in how many rows.
    names: HashMap<String, (String, u32)>,
}

impl Met {
    pub(super) fn add(&mut self, row: &Row, columns: &Columns, structure: &Structure) {
        let named = value(&columns.group, row);
        let mut here = BTreeSet::new();
        for name in several(named).filter(|name| !structure.has_group(name)) {
            let folded = folded(name);
            if here.insert(folded.clone()) {
                self.names.entry(folded).or_insert_with(|| (name.to_owned(), 0)).1 += 1;
            }
        }
    }

    /// The same, as a person sees it: those that most rows name first.
    pub(super) fn told(&self, structure: &Structure) -> Vec<MetGroup> {
        let mut all: Vec<_> = self.names.values().collect();
        all.sort_unstable_by(|(one, rows), (other, more)| (more, one).cmp(&(rows, other)));
        let told = |(name, rows): &(String, u32)| MetGroup { name: name.clone(), rows: *rows, nearest: Vec::new() };
        let mut told: Vec<_> = all.into_iter().map(told).collect();
        for met in told.iter_mut().take(super::look::TOLD) {
            met.nearest = near(&met.name, structure);
        }
        told
    }
}

/// Only groups that are in use: nobody takes a name for one that is no longer offered.
fn near(name: &str, structure: &Structure) -> Vec<Labelled> {
    let groups: Vec<_> = structure.groups.iter().filter(|group| group.in_use).collect();
    let labels: Vec<_> = groups.iter().map(|group| structure.label(&group.name)).collect();
    let found = nearest(name, labels.iter().map(String::as_str), NEAR);
    let key_of = |label: &str| groups.iter().zip(&labels).find(|(_, known)| *known == label);
    found.into_iter().filter_map(|label| key_of(label).map(|(group, _)| structure.group_label(&group.key))).collect()
}

/// What was said of names that are not known.
#[derive(Debug, Default)]
pub(super) struct Decided {
    each: BTreeMap<String, UnknownGroup>,
    others: UnknownGroup,
}

impl Decided {
    pub(super) fn new(each: BTreeMap<String, UnknownGroup>, others: UnknownGroup) -> Self {
        Self { each: each.into_iter().map(|(name, becomes)| (folded(&name), becomes)).collect(), others }
    }

    fn of(&self, folded: &str) -> &UnknownGroup {
        self.each.get(folded).unwrap_or(&self.others)
    }

    /// The names of groups as they are to be looked up.
    pub(super) fn read<'a>(&'a self, names: impl Iterator<Item = &'a str>, structure: &Structure) -> Vec<String> {
        let becomes = |name: &'a str| {
            if structure.has_group(name) {
                return Some(name);
            }
            match self.of(&folded(name)) {
                // What is added is known by now; what could not be is refused by its name.
                UnknownGroup::Refuse | UnknownGroup::Add => Some(name),
                UnknownGroup::LeaveOut => None,
                UnknownGroup::Means(group) => Some(group.as_str()),
            }
        };
        names.filter_map(becomes).map(str::to_owned).collect()
    }
}

/// The groups that an import adds where a row needs them.
#[derive(Debug, Default)]
pub(super) struct Added {
    /// What is recorded of each, by its key.
    groups: HashMap<String, Fields>,
}

impl Added {
    /// The structure as it will be, and what it then has more.
    ///
    /// # Errors
    /// `no-randomness`.
    pub(super) fn to(structure: &Structure, met: &Met, decided: &Decided) -> Result<(Structure, Self), AppError> {
        let mut names: Vec<_> = met.names.iter().filter(|(name, _)| *decided.of(name) == UnknownGroup::Add).collect();
        names.sort_unstable();
        let mut added = Self::default();
        let mut new = Vec::new();
        for (_, (name, _)) in names.into_iter().filter(|(_, (name, _))| tidy_name(name).is_ok()) {
            let fields = new_group(name, structure.groups.len() + new.len())?;
            let key = text_of(&fields, field::KEY);
            new.push((key.clone(), text_of(&fields, field::NAME)));
            added.groups.insert(key, fields);
        }
        Ok((structure.with_groups(new), added))
    }

    /// What makes the groups that a row names and nothing made yet.
    pub(super) fn make(&mut self, row: &Fields) -> Vec<Edit> {
        let groups = super::look::keys(row, field::GROUPS);
        let new = groups.filter_map(|key| self.groups.remove(key));
        new.map(|fields| Edit::Create { kind: field::GROUP, fields, mark: None }).collect()
    }
}

/// As names are compared.
fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}
