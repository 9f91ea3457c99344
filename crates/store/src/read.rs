//! Reading one record, or all of a kind; and what happened to a contribution.

use std::collections::{BTreeMap, HashMap};

use anteroom_journal::commit::{Commit, Mark};
use anteroom_journal::deed::Deed;
use anteroom_journal::standing::Fate;
use anteroom_model::field::{self, Field, Kind};
use anteroom_model::ids::{DeviceId, Digest, PersonId, RecordId};
use anteroom_model::value::{Fields, Value};

use crate::contribution::Contribution;
use crate::derive::{Held, held, seen, state, with_parts};
use crate::error::StoreError;
use crate::journal::Journal;
use crate::store::Store;
use crate::tables::{ContributionRow, decode_fields, read_numbers, read_row};

/// A record that is not a contribution, as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub id: RecordId,
    pub kind: Kind,
    /// Current values; of a set field the sorted list of the elements present.
    pub fields: Fields,
    /// Fields that were changed on two sides.
    pub conflicts: Vec<Field>,
}

/// As a row of the table holds it: id, kind, fields, conflicts.
type Row = (Vec<u8>, i64, Vec<u8>, String);

/// One change of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Milliseconds since 1970, UTC, by the clock of the device that made it.
    pub at: i64,
    /// Who is said to have been typing.
    pub author: PersonId,
    /// On which device it was done.
    pub device: DeviceId,
    pub deed: Deed,
    pub field: Field,
    /// What stood there before. Of a set field always `None`: what changed stands in `to`.
    pub from: Option<Value>,
    /// What was set; of a set field what was added and taken away.
    pub to: Option<Value>,
}

impl Store {
    /// All records of a kind that are shown, by id.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn records(&self, kind: Kind) -> Result<Vec<Record>, StoreError> {
        let mut connection = self.reader().await?;
        let rows: Vec<Row> =
            sqlx::query_as("SELECT id, kind, fields, conflicts FROM record WHERE kind = ? ORDER BY id")
                .bind(i64::from(kind.0))
                .fetch_all(&mut *connection)
                .await?;
        rows.into_iter().map(record).collect()
    }

    /// Which devices made these records.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn creators(
        &self,
        records: impl Iterator<Item = RecordId> + Send,
    ) -> Result<BTreeMap<RecordId, DeviceId>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        Ok(records.filter_map(|record| Some((record, journal.standing.creator(&record)?))).collect())
    }

    /// A record that is not a contribution; `None` where it is not shown.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn record(&self, id: RecordId) -> Result<Option<Record>, StoreError> {
        let mut connection = self.reader().await?;
        let row: Option<Row> = sqlx::query_as("SELECT id, kind, fields, conflicts FROM record WHERE id = ?")
            .bind(id.0.as_slice())
            .fetch_optional(&mut *connection)
            .await?;
        row.map(record).transpose()
    }

    /// A contribution, with the values that stand against each other; `None` where it is not shown.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn contribution(&self, id: RecordId) -> Result<Option<Contribution>, StoreError> {
        let mut connection = self.reader().await?;
        let row = sqlx::query("SELECT * FROM contribution WHERE row IN (SELECT row FROM contribution_at WHERE id = ?)")
            .bind(id.0.as_slice())
            .fetch_optional(&mut *connection)
            .await?;
        drop(connection);
        let Some(row) = row else { return Ok(None) };
        self.with_conflicts(read_row(&row)?).await.map(Some)
    }

    /// The contribution of this short reference; `None` where none is shown.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn contribution_by_reference(&self, reference: &str) -> Result<Option<Contribution>, StoreError> {
        let mut connection = self.reader().await?;
        let row = sqlx::query("SELECT * FROM contribution WHERE reference = ?")
            .bind(reference)
            .fetch_optional(&mut *connection)
            .await?;
        drop(connection);
        let Some(row) = row else { return Ok(None) };
        self.with_conflicts(read_row(&row)?).await.map(Some)
    }

    async fn with_conflicts(&self, row: ContributionRow) -> Result<Contribution, StoreError> {
        let mut contribution = Contribution::from(row);
        if contribution.conflicts.is_empty() {
            return Ok(contribution);
        }
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let held = held(connection, &journal.standing, &journal.standing.twins(contribution.id)).await?;
        if let Some((_, state)) = state(&journal.standing, contribution.id, &journal.device, &held) {
            let conflicts = state.fields.iter().filter(|(_, known)| !known.conflict.is_empty());
            contribution.standing_against = conflicts.map(|(field, known)| (*field, known.conflict.clone())).collect();
        }
        Ok(contribution)
    }

    /// What a field of a record holds now; of a set the sorted list of the elements present.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn value_of(&self, record: RecordId, field: Field) -> Result<Option<Value>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let held = held(connection, &journal.standing, &journal.standing.twins(record)).await?;
        let state = state(&journal.standing, record, &journal.device, &held).map(|(_, state)| state);
        Ok(state.and_then(|state| state.value(field).cloned()))
    }

    /// A revision that sets a field as it is now; `None` where there is none, or several stand against each other.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn revision_of(&self, record: RecordId, field: Field) -> Result<Option<Digest>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let held = held(connection, &journal.standing, &journal.standing.twins(record)).await?;
        let state = state(&journal.standing, record, &journal.device, &held).map(|(_, state)| state);
        let known = state.as_ref().and_then(|state| state.fields.get(&field)).filter(|known| known.stands_alone());
        Ok(known.and_then(|known| known.heads.first().copied()))
    }

    /// Whether what a revision set is what stands in a field now, and nothing stands against it. Another revision may have
    /// set the same since.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn still_stands(&self, record: RecordId, field: Field, revision: &Digest) -> Result<bool, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let held = held(connection, &journal.standing, &journal.standing.twins(record)).await?;
        let Some((seen, state)) = state(&journal.standing, record, &journal.device, &held) else { return Ok(false) };
        let set = seen.iter().find(|it| it.digest == *revision).and_then(|it| it.contents.as_ref()?.get(&field));
        let known = state.fields.get(&field).filter(|known| known.stands_alone());
        Ok(set.is_some() && known.is_some_and(|known| known.value.as_ref() == set))
    }

    /// Every change of a record, oldest first. That a file was attached to it is a change of `ATTACHED_TO`, from or to the
    /// file's name; of an erased one the name is gone.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn history(&self, record: RecordId) -> Result<Vec<Change>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let held = held(connection, &journal.standing, &with_parts(&journal.standing, [record])).await?;
        let Some((mut seen, _)) = state(&journal.standing, record, &journal.device, &held) else {
            return Ok(Vec::new());
        };
        // Whoever followed stands behind, whatever the clocks said.
        let number = |commit: &Digest| journal.standing.commit(commit).map_or(0, |commit| commit.seq);
        seen.sort_by_key(|revision| (revision.time, number(&revision.commit), revision.digest));
        let mut values = Fields::new();
        let mut changes = Vec::new();
        for revision in &seen {
            let Some(commit) = journal.standing.commit(&revision.commit) else { continue };
            for (field, to) in revision.contents.iter().flatten() {
                let from = if field.class() == field::Class::Set { None } else { values.insert(*field, to.clone()) };
                changes.push(Change {
                    at: revision.time,
                    author: commit.author,
                    device: commit.device,
                    deed: commit.deed,
                    field: *field,
                    from,
                    to: Some(to.clone()),
                });
            }
        }
        for part in journal.standing.parts(record) {
            changes.extend(of_a_file(journal, part, &held));
        }
        changes.sort_by_key(|change| change.at);
        Ok(changes)
    }

    /// Which of these fingerprints belong to rows that were imported here before, erased ones too; beside each the
    /// contribution as it was left, where its import was taken back and it can come again.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn rows_known(&self, marks: &[Mark]) -> Result<HashMap<Mark, Option<Record>>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let of_mark = |mark: &Mark| journal.standing.of_mark(field::CONTRIBUTION, mark, Some(&journal.device));
        let mut known: HashMap<Mark, Option<Record>> = HashMap::new();
        let mut hidden = Vec::new();
        for (mark, id) in marks.iter().filter_map(|mark| Some((*mark, of_mark(mark)?))) {
            known.insert(mark, None);
            let shown: Option<(i64,)> = sqlx::query_as("SELECT row FROM contribution_at WHERE id = ?")
                .bind(id.0.as_slice())
                .fetch_optional(&mut *connection)
                .await?;
            if shown.is_none() {
                hidden.push((mark, id));
            }
        }
        let twins: Vec<RecordId> = hidden.iter().flat_map(|(_, id)| journal.standing.twins(*id)).collect();
        let held = held(connection, &journal.standing, &twins).await?;
        for (mark, id) in hidden {
            let Some((_, state)) = state(&journal.standing, id, &journal.device, &held) else { continue };
            if state.value(field::PUT_AWAY).and_then(Value::bool) != Some(true) {
                continue;
            }
            let fields = state.fields.keys().filter_map(|field| Some((*field, state.value(*field)?.clone())));
            known.insert(
                mark,
                Some(Record { id, kind: field::CONTRIBUTION, fields: fields.collect(), conflicts: Vec::new() }),
            );
        }
        Ok(known)
    }
}

/// What became of a file, as a change of what it is attached to.
fn of_a_file(journal: &Journal, file: RecordId, held: &Held) -> Vec<Change> {
    let standing = &journal.standing;
    let seen = seen(standing, file, &journal.device, held);
    if !seen.iter().any(|revision| revision.kind == field::ATTACHMENT) {
        return Vec::new();
    }
    let said = seen.iter().find_map(|revision| revision.contents.as_ref()?.get(&field::NAME));
    let name = said.cloned().unwrap_or_else(|| Value::from(""));
    let change = |commit: &Commit, is_there: bool| Change {
        at: commit.time,
        author: commit.author,
        device: commit.device,
        deed: commit.deed,
        field: field::ATTACHED_TO,
        from: (!is_there).then(|| name.clone()),
        to: is_there.then(|| name.clone()),
    };
    let mut changes = Vec::new();
    for revision in &seen {
        let Some(commit) = standing.commit(&revision.commit) else { continue };
        let put_away = revision.contents.as_ref().and_then(|fields| fields.get(&field::PUT_AWAY));
        if revision.parents.is_empty() {
            changes.push(change(commit, true));
        } else if let Some(put_away) = put_away {
            changes.push(change(commit, put_away.bool() != Some(true)));
        }
    }
    if standing.fate(&file) == Fate::Erased {
        let erasing = standing.erased_by(&file);
        changes.extend(erasing.iter().filter_map(|commit| Some(change(standing.commit(commit)?, false))));
    }
    changes
}

fn record((id, kind, fields, conflicts): Row) -> Result<Record, StoreError> {
    let id = RecordId::try_from(id.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
    let kind = u16::try_from(kind).map_err(|_| StoreError::ContentsDamaged)?;
    let conflicts = read_numbers(&conflicts);
    Ok(Record { id, kind: Kind(kind), fields: decode_fields(&fields)?, conflicts })
}
