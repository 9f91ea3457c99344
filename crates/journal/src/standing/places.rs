//! Tables of records that keep none of their ids: those stand in the commits already, and a large consultation has a million.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

use anteroom_model::field::Kind;
use anteroom_model::ids::RecordId;
use hashbrown::HashTable;

use super::Known;
use crate::commit::{Mark, RevisionMeta};

/// A commit, and the place of a revision in it.
pub(super) type Place = (u32, u32);

fn revision(commits: &[Known], (at, place): Place) -> &RevisionMeta {
    &commits[at as usize].commit.revisions[place as usize]
}

/// In which revision each record was made.
#[derive(Debug, Default)]
pub(super) struct Creations {
    places: HashTable<Place>,
    /// Strangers choose ids: they are not to know where one comes to stand.
    hasher: RandomState,
}

impl Creations {
    pub(super) fn get(&self, commits: &[Known], record: &RecordId) -> Option<(usize, u32)> {
        let is_it = |place: &Place| revision(commits, *place).record == *record;
        self.places.find(self.hasher.hash_one(record), is_it).map(|(at, place)| (*at as usize, *place))
    }

    /// Says in which revision it stood as made before.
    pub(super) fn insert(&mut self, commits: &[Known], record: RecordId, made: (usize, u32)) -> Option<(usize, u32)> {
        let made = (made.0 as u32, made.1);
        let hash = self.hasher.hash_one(record);
        if let Some(known) = self.places.find_mut(hash, |place| revision(commits, *place).record == record) {
            let (at, place) = std::mem::replace(known, made);
            return Some((at as usize, place));
        }
        let hasher = &self.hasher;
        self.places.insert_unique(hash, made, |place| hasher.hash_one(revision(commits, *place).record));
        None
    }

    pub(super) fn records<'s>(&'s self, commits: &'s [Known]) -> impl Iterator<Item = RecordId> + 's {
        self.places.iter().map(|place| revision(commits, *place).record)
    }
}

/// A row of a table that was imported, by its fingerprint.
pub(super) type Row = (Kind, Mark);

/// The records made from each row, by commits that count and by others. Nearly always it is one.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// The rows of one record: where it was made.
    single: HashTable<Place>,
    several: HashMap<Row, Vec<RecordId>>,
    hasher: RandomState,
}

fn is_of(commits: &[Known], place: Place, (kind, mark): Row) -> bool {
    let made = revision(commits, place);
    made.kind == kind && made.mark == Some(mark)
}

impl Rows {
    pub(super) fn records<'s>(&'s self, commits: &'s [Known], row: &Row) -> &'s [RecordId] {
        if let Some(records) = self.several.get(row) {
            return records;
        }
        let single = self.single.find(self.hasher.hash_one(row), |place| is_of(commits, *place, *row));
        single.map_or(&[], |place| std::slice::from_ref(&revision(commits, *place).record))
    }

    /// Notes a record that was made from a row. Where it is not the only one, all of them.
    pub(super) fn add(&mut self, commits: &[Known], row: Row, record: RecordId, made: (usize, u32)) -> &[RecordId] {
        let hash = self.hasher.hash_one(row);
        if !self.several.contains_key(&row) {
            let Ok(other) = self.single.find_entry(hash, |place| is_of(commits, *place, row)) else {
                let hasher = &self.hasher;
                let row_of = |place: &Place| {
                    let made = revision(commits, *place);
                    hasher.hash_one((made.kind, made.mark.unwrap_or_default()))
                };
                self.single.insert_unique(hash, (made.0 as u32, made.1), row_of);
                return &[];
            };
            let (other, _) = other.remove();
            self.several.insert(row, vec![revision(commits, other).record]);
        }
        let records = self.several.entry(row).or_default();
        if !records.contains(&record) {
            records.push(record);
        }
        records
    }

    pub(super) fn remove(&mut self, commits: &[Known], row: &Row, record: RecordId) {
        if let Some(records) = self.several.get_mut(row) {
            records.retain(|it| *it != record);
        } else if let Ok(single) = self.single.find_entry(self.hasher.hash_one(row), |place| {
            is_of(commits, *place, *row) && revision(commits, *place).record == record
        }) {
            single.remove();
        }
    }
}
