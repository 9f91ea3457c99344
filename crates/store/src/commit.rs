//! One action becomes one commit and one transaction, durable before it is acknowledged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anteroom_journal::commit::{Commit, Mark, record_id};
use anteroom_journal::contents::{Contents, Salt};
use anteroom_journal::deed::Deed;
use anteroom_journal::draft::{Draft, Heading, Signed};
use anteroom_journal::resolve::RecordState;
use anteroom_journal::standing::{Fate, Header, Status, Wait};
use anteroom_model::field::{self, Class, Kind};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, RecordId};
use anteroom_model::reference::reference;
use anteroom_model::value::{Fields, Value};
use sqlx::SqliteConnection;

use crate::action::{Action, Committed, Edit, Founding, fill_in_all};
use crate::busy::on_a_thread;
use crate::database;
use crate::derive::{held, shown, shown_new, state};
use crate::error::StoreError;
use crate::home::Device;
use crate::journal::Journal;
use crate::progress::{Progress, Silent};
use crate::store::{Store, Writing};
use crate::tables::{self, Shown, Statements};

impl Store {
    /// Does one action: durable when this returns.
    ///
    /// # Errors
    /// `NotAllowed`, `Erased`, `UnknownRecord`, `DiskFull`, or what the disk refuses; nothing is changed then.
    pub async fn commit(&self, action: Action) -> Result<Committed, StoreError> {
        self.commit_with(action, &Silent).await
    }

    /// The same for a large action: tells how far it is, and can be called off until it is done.
    ///
    /// # Errors
    /// `Cancelled`, and as `commit`.
    pub async fn commit_with(&self, action: Action, progress: &dyn Progress) -> Result<Committed, StoreError> {
        let mut writing = self.writing().await?;
        commit(&mut writing, action, progress).await
    }
}

pub(crate) async fn commit(
    writing: &mut Writing,
    action: Action,
    progress: &dyn Progress,
) -> Result<Committed, StoreError> {
    let (key, consultation, device) = (writing.device.key.clone(), writing.consultation, writing.device.id());
    let (connection, journal) = writing.both().await?;
    let mut nonce = [0; 16];
    getrandom::fill(&mut nonce)?;
    let heading = Heading {
        consultation,
        device,
        seq: journal.seq,
        prev: journal.tip,
        author: action.author,
        time: action.time,
        deed: action.deed,
        nonce,
        undoes: action.undoes,
    };
    let states = states_of(connection, journal, &action.edits).await?;
    let (draft, created) = draft(heading, action.edits, &states, Some((&journal.code, journal.contributions)))?;
    if draft.is_empty() && action.undoes.is_none() {
        return Ok(Committed::default());
    }
    // The way to another thread and back costs more than signing a few revisions.
    let signed =
        if created.len() < A_STEP { draft.sign(&key)? } else { on_a_thread(move || draft.sign(&key)).await?? };
    let hash = signed.hash;
    write(writing, Written::own(signed), progress).await?;
    Ok(Committed { hash, created })
}

/// What stands now in the records that an action changes.
async fn states_of(
    connection: &mut SqliteConnection,
    journal: &Journal,
    edits: &[Edit],
) -> Result<BTreeMap<RecordId, RecordState>, StoreError> {
    let named: BTreeSet<RecordId> = edits
        .iter()
        .filter_map(|edit| if let Edit::Set { record, .. } = edit { Some(*record) } else { None })
        .collect();
    let all: Vec<RecordId> = named.iter().flat_map(|record| journal.standing.twins(*record)).collect();
    let held = held(connection, &all).await?;
    let mut states = BTreeMap::new();
    for record in named {
        if journal.standing.fate(&record) != Fate::Shown {
            return Err(StoreError::Erased);
        }
        let (_, state) = state(&journal.standing, record, &journal.device, &held).ok_or(StoreError::UnknownRecord)?;
        states.insert(record, state);
    }
    Ok(states)
}

/// Puts the commit together. `numbering` gives contributions their short references: the series' code, and how many it
/// has made.
fn draft(
    heading: Heading,
    edits: Vec<Edit>,
    states: &BTreeMap<RecordId, RecordState>,
    numbering: Option<(&str, u64)>,
) -> Result<(Draft, Vec<RecordId>), StoreError> {
    let Heading { consultation, device, nonce, .. } = heading;
    let mut ids = BTreeMap::new();
    let mut place = 0_u32;
    for (at, edit) in (0_u32..).zip(&edits) {
        match edit {
            Edit::Create { .. } => {
                ids.insert(at, record_id(&consultation, &device, &nonce, place));
                place += 1;
            }
            Edit::Set { record, fields } => place += u32::from(!changed(fields, states.get(record)).is_empty()),
            Edit::Erase(_) => {}
        }
    }
    let mut salts = Salts::default();
    let mut draft = Draft::new(heading);
    let mut created = Vec::with_capacity(ids.len());
    let mut number = numbering.map_or(0, |(_, made)| made);
    for edit in edits {
        match edit {
            Edit::Create { kind, mut fields, mark } => {
                fill_in_all(&mut fields, &ids);
                if let (field::CONTRIBUTION, Some((code, _))) = (kind, numbering) {
                    number += 1;
                    fields.insert(field::REFERENCE, reference(code, number).into());
                }
                created.push(draft.create(kind, &fields, &salts.next()?, mark));
            }
            Edit::Set { record, mut fields } => {
                fill_in_all(&mut fields, &ids);
                let state = states.get(&record).ok_or(StoreError::UnknownRecord)?;
                let fields = changed(&fields, Some(state));
                if !fields.is_empty() {
                    let kind = state.kind.ok_or(StoreError::UnknownRecord)?;
                    draft.edit(record, kind, state.heads.clone(), &fields, &salts.next()?);
                }
            }
            Edit::Erase(record) => draft.erase(record),
        }
    }
    Ok((draft, created))
}

/// Salts, drawn many at a time: one call to the system for each would cost more than the salt.
#[derive(Default)]
struct Salts {
    drawn: Vec<Salt>,
}

impl Salts {
    fn next(&mut self) -> Result<Salt, StoreError> {
        if let Some(salt) = self.drawn.pop() {
            return Ok(salt);
        }
        let mut bytes = [0; 64 * 32];
        getrandom::fill(&mut bytes)?;
        let (salts, _) = bytes.as_chunks::<32>();
        self.drawn.extend_from_slice(salts);
        self.drawn.pop().ok_or(StoreError::NoRandomness)
    }
}

/// Those of `fields` that say something new: what stands there already is not said again, unless something stands
/// against it.
fn changed(fields: &Fields, state: Option<&RecordState>) -> Fields {
    let Some(state) = state else { return fields.clone() };
    let mut changed = Fields::new();
    for (field, value) in fields {
        let known = state.fields.get(field);
        let settled =
            known.is_some_and(|known| known.heads.len() < 2 && known.shadow.is_empty() && known.missing.is_empty());
        if field.class() == Class::Set {
            if let Some(value) = news_for_set(value, state.value(*field)) {
                changed.insert(*field, value);
            }
        } else if !settled || state.value(*field) != Some(value) {
            changed.insert(*field, value.clone());
        }
    }
    changed
}

/// The elements that are added and not there, or taken away and there.
fn news_for_set(value: &Value, now: Option<&Value>) -> Option<Value> {
    let there = |element: &Value| now.and_then(Value::list).unwrap_or_default().contains(element);
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    for (element, present) in value.elements() {
        if present != there(element) {
            if present { &mut added } else { &mut removed }.push(element.clone());
        }
    }
    (!added.is_empty() || !removed.is_empty()).then(|| Value::set(added, removed))
}

/// The founding commit, which is signed before there is anything to write it into.
pub(crate) fn found(device: &Device, root: DeviceId, founding: Founding) -> Result<Signed, StoreError> {
    let mut nonce = [0; 16];
    getrandom::fill(&mut nonce)?;
    let heading = Heading {
        consultation: ConsultationId::default(),
        device: device.id(),
        seq: 0,
        prev: None,
        author: device.person,
        time: founding.time,
        deed: Deed::FOUND,
        nonce,
        undoes: None,
    };
    let (mut draft, _) = draft(heading, founding.edits, &BTreeMap::new(), None)?;
    draft.found(root);
    Ok(draft.sign(&device.key)?)
}

/// A signed commit on its way into the database.
pub(crate) struct Written {
    signed: Signed,
    /// Whether the journal in memory has it already.
    is_founding: bool,
    /// Whether it stands in this computer's own series.
    is_own: bool,
}

impl Written {
    fn own(signed: Signed) -> Self {
        Self { signed, is_founding: false, is_own: true }
    }

    pub(crate) fn founding(signed: Signed) -> Self {
        Self { signed, is_founding: true, is_own: true }
    }

    /// One that the recovery sheet signed.
    pub(crate) fn of_the_sheet(signed: Signed) -> Self {
        Self { signed, is_founding: false, is_own: false }
    }
}

/// Writes the commit and all that is read of it, in one transaction; durable when this returns.
pub(crate) async fn write(writing: &mut Writing, written: Written, progress: &dyn Progress) -> Result<(), StoreError> {
    let written = write_or_nothing(writing, written, progress).await;
    if written.is_err() {
        // What stands in memory may be ahead of the database: the database alone knows.
        writing.journal = None;
        sqlx::query("ROLLBACK").execute(&mut writing.connection).await.ok();
    }
    written
}

async fn write_or_nothing(writing: &mut Writing, written: Written, progress: &dyn Progress) -> Result<(), StoreError> {
    let Written { signed, is_founding, is_own } = written;
    let Signed { commit, bytes, hash, signature, contents } = signed;
    let commit = Arc::new(commit);
    let (connection, journal) = writing.both().await?;
    let changes = if is_founding {
        let records = commit.revisions.iter().map(|revision| revision.record).collect();
        anteroom_journal::standing::Changes { records, ..Default::default() }
    } else {
        journal.standing.take_in([Header { hash, commit: Arc::clone(&commit) }])
    };
    match journal.standing.status(&hash) {
        Some(Status::Waits(Wait::Role) | Status::Refused) | None => return Err(StoreError::NotAllowed),
        // Recording never waits: a computer that nobody has admitted yet keeps what it records, and shows it here.
        Some(Status::Counts | Status::Waits(_)) => {}
    }
    let mut others = changes.records;
    let erased: Vec<RecordId> =
        changes.fates.iter().filter(|(_, fate)| *fate == Fate::Erased).map(|(record, _)| *record).collect();
    let first = first_place(connection, journal, commit.time).await?;
    journal.last_place = journal.last_place.max(first + contents.len() as i64);
    let mut coming = coming(journal, &commit, contents, &mut others);
    let alone = others.is_empty() && erased.is_empty() && coming.len() < FEW;
    let mut statements = if alone { Statements::in_one() } else { Statements::new() };
    statements.begin("BEGIN IMMEDIATE", true);
    insert_commit(hash, bytes, signature, &mut statements);
    if alone {
        write_statements(coming, commit.time, first, &mut statements)?;
        statements.begin("COMMIT", true);
        statements.run(connection).await?;
    } else {
        statements.run(connection).await?;
        write_coming(connection, &mut coming, commit.time, first, progress).await?;
        forget(connection, &erased).await?;
        work_out(connection, journal, others.into_iter().collect()).await?;
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled);
        }
        sqlx::query("COMMIT").execute(&mut *connection).await?;
    }
    if is_own {
        journal.went_on(hash, &commit);
        // It is in the database, which is what counts; an older note is no harm.
        writing.home.note_signed(hash).ok();
    }
    if !erased.is_empty() {
        database::checkpoint(&mut writing.connection).await?;
    }
    Ok(())
}

/// Below so many revisions, a commit is handed to the database in one piece.
const FEW: usize = 20;

/// Where the contributions of a commit belong. What is later than all that is there needs no look into the table.
async fn first_place(connection: &mut SqliteConnection, journal: &Journal, time: i64) -> Result<i64, StoreError> {
    let first = tables::first_of(time);
    if first > journal.last_place { Ok(first) } else { tables::next_place(connection, time).await }
}

fn insert_commit(hash: Digest, bytes: Vec<u8>, signature: [u8; 64], into: &mut Statements) {
    let sql = into.begin("INSERT INTO commits (hash, bytes, signature) ", true);
    sql.push_values([(hash, bytes, signature)], |mut bind, (hash, bytes, signature)| {
        bind.push_bind(hash.0.to_vec()).push_bind(bytes).push_bind(signature.to_vec());
    });
}

/// A revision on its way into the tables.
struct Coming {
    record: RecordId,
    kind: Kind,
    bytes: Vec<u8>,
    /// Whether it made a record of which nothing else is known: what is read of it comes from this revision alone.
    stands_alone: bool,
}

/// The revisions of a commit. The records that it just made are taken out of `others`.
fn coming(
    journal: &Journal,
    commit: &Commit,
    contents: Vec<(RecordId, Digest, Vec<u8>)>,
    others: &mut BTreeSet<RecordId>,
) -> Vec<Coming> {
    let coming = contents.into_iter().enumerate().map(|(at, (record, _, bytes))| {
        let revision = &commit.revisions[at];
        let stands_alone = stands_alone(journal, commit, at, revision.mark);
        if stands_alone {
            others.remove(&record);
        }
        Coming { record, kind: revision.kind, bytes, stands_alone }
    });
    coming.collect()
}

/// Whether a revision made a record of which nothing else is known.
fn stands_alone(journal: &Journal, commit: &Commit, at: usize, mark: Option<Mark>) -> bool {
    let record = commit.revisions[at].record;
    commit.creates(at)
        && (mark.is_none() || journal.standing.twins(record).len() == 1)
        && journal.standing.fate(&record) == Fate::Shown
}

/// How many revisions are made ready while the ones before them are written.
const A_STEP: usize = 1000;

/// Writes the revisions of a commit, and what is read of the records that it just made.
async fn write_coming(
    connection: &mut SqliteConnection,
    coming: &mut Vec<Coming>,
    time: i64,
    mut place: i64,
    progress: &dyn Progress,
) -> Result<(), StoreError> {
    let of = coming.len();
    let mut done = of.min(A_STEP);
    let mut rest = std::mem::take(coming).into_iter();
    let mut ready = Statements::new();
    write_statements(rest.by_ref().take(A_STEP).collect(), time, place, &mut ready)?;
    loop {
        place += A_STEP as i64;
        let next: Vec<Coming> = rest.by_ref().take(A_STEP).collect();
        let (count, first) = (next.len(), place);
        let meanwhile = (count > 0).then(|| {
            tokio::task::spawn_blocking(move || {
                let mut statements = Statements::new();
                write_statements(next, time, first, &mut statements).map(|()| statements)
            })
        });
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled);
        }
        ready.run(connection).await?;
        progress.step(done as u64, of as u64);
        done += count;
        let Some(meanwhile) = meanwhile else { return Ok(()) };
        ready = meanwhile.await.map_err(|_| StoreError::Cancelled)??;
    }
}

/// What writes these revisions, and the rows of those that stand alone, from `first` on.
fn write_statements(coming: Vec<Coming>, time: i64, first: i64, into: &mut Statements) -> Result<(), StoreError> {
    let (mut revisions, mut contributions, mut rest) = (Vec::with_capacity(coming.len()), Vec::new(), Vec::new());
    for (place, Coming { record, kind, bytes, stands_alone }) in (first..).zip(coming) {
        if stands_alone {
            let fields = Contents::decode(&bytes).map_err(|_| StoreError::ContentsDamaged)?.fields;
            match shown_new(record, kind, time, fields) {
                Some(Shown::Contribution(row)) => contributions.push((place, *row)),
                Some(Shown::Other(row)) => rest.push(row),
                None => {}
            }
        }
        revisions.push((record, bytes));
    }
    tables::insert_revisions(revisions, into);
    tables::insert_contributions(contributions, into);
    tables::put_others(rest, into);
    Ok(())
}

/// Deletes the words of erased records, of all their revisions.
async fn forget(connection: &mut SqliteConnection, erased: &[RecordId]) -> Result<(), StoreError> {
    for record in erased {
        sqlx::query("DELETE FROM revision WHERE record = ?")
            .bind(record.0.as_slice())
            .execute(&mut *connection)
            .await?;
    }
    if !erased.is_empty() {
        sqlx::query("INSERT OR IGNORE INTO duty (name) VALUES ('vacuum')").execute(&mut *connection).await?;
    }
    Ok(())
}

/// How many records are worked out at a time.
const A_BATCH: usize = 2000;

/// Works out again what is read of these records.
pub(crate) async fn work_out(
    connection: &mut SqliteConnection,
    journal: &Journal,
    records: Vec<RecordId>,
) -> Result<(), StoreError> {
    for some in records.chunks(A_BATCH) {
        let ids: BTreeSet<RecordId> =
            some.iter().flat_map(|record| [*record, journal.standing.alias(*record)]).collect();
        let twins: Vec<RecordId> = ids.iter().flat_map(|record| journal.standing.twins(*record)).collect();
        let held = held(connection, &twins).await?;
        for record in ids {
            let now = state(&journal.standing, record, &journal.device, &held);
            match now.and_then(|(seen, state)| shown(record, &seen, &state)) {
                Some(Shown::Contribution(row)) => tables::put_contribution(connection, record, *row).await?,
                Some(Shown::Other(row)) => {
                    let mut statements = Statements::in_one();
                    tables::put_others(vec![row], &mut statements);
                    statements.run(connection).await?;
                }
                None => tables::take_out(connection, record).await?,
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use anteroom_journal::resolve::FieldState;
    use anteroom_model::field::Field;

    use super::*;

    fn stands(field: Field, value: Value, heads: usize) -> RecordState {
        let known = FieldState { value: Some(value), heads: vec![Digest([1; 32]); heads], ..FieldState::default() };
        RecordState { fields: BTreeMap::from([(field, known)]), live: true, ..RecordState::default() }
    }

    #[test]
    fn what_stands_there_already_is_not_said_again() {
        let state = stands(field::STATE, "accepted".into(), 1);
        assert!(changed(&Fields::from([(field::STATE, "accepted".into())]), Some(&state)).is_empty());
        assert_eq!(changed(&Fields::from([(field::STATE, "set-aside".into())]), Some(&state)).len(), 1);
        let conflict = stands(field::STATE, "accepted".into(), 2);
        assert_eq!(
            changed(&Fields::from([(field::STATE, "accepted".into())]), Some(&conflict)).len(),
            1,
            "it settles the conflict"
        );
    }

    #[test]
    fn a_tag_that_is_there_is_not_added_again() {
        let state = stands(field::TAGS, Value::List(vec!["a".into(), "b".into()]), 2);
        let tags = |added: &[&str], removed: &[&str]| {
            let values = |keys: &[&str]| keys.iter().map(|key| Value::from(*key)).collect::<Vec<_>>();
            Fields::from([(field::TAGS, Value::set(values(added), values(removed)))])
        };
        assert!(changed(&tags(&["a"], &["z"]), Some(&state)).is_empty());
        assert_eq!(changed(&tags(&["a", "c"], &["b"]), Some(&state)), tags(&["c"], &["b"]));
    }
}
