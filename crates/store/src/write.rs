//! A signed commit on its way into the database: the commit, the words, and every row that is read of what it touched, in one
//! transaction.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use anteroom_journal::commit::{Commit, Mark};
use anteroom_journal::contents::Contents;
use anteroom_journal::decision::Roles;
use anteroom_journal::draft::Signed;
use anteroom_journal::standing::{Fate, Header, Standing, Status, Wait};
use anteroom_model::field::Kind;
use anteroom_model::ids::{Digest, RecordId};
use anteroom_model::value::Fields;
use sqlx::SqliteConnection;
use tokio::task::JoinHandle;

use crate::attachment;
use crate::database;
use crate::derive::{files, held, shown, shown_new, state, with_parts};
use crate::draft::{self, Forgetting, Settling};
use crate::error::StoreError;
use crate::fill::{self, Statements};
use crate::journal::{FIRST_ROW, Journal};
use crate::progress::Counted;
use crate::put_away::FOLLOW;
use crate::revision;
use crate::store::Writing;
use crate::tables::Shown;

/// A signed commit on its way into the database.
pub(crate) struct Written {
    signed: Signed,
    /// Whether the journal in memory has it already.
    is_founding: bool,
    /// Whether it stands in this computer's own series.
    is_own: bool,
    /// What becomes of drafts with it.
    settling: Settling,
    /// The bytes of files that it attaches.
    attached: Vec<(RecordId, Vec<u8>)>,
}

impl Written {
    pub(crate) fn own(signed: Signed, settling: Settling, attached: Vec<(RecordId, Vec<u8>)>) -> Self {
        Self { signed, is_founding: false, is_own: true, settling, attached }
    }

    pub(crate) fn founding(signed: Signed) -> Self {
        Self { signed, is_founding: true, is_own: true, settling: Settling::default(), attached: Vec::new() }
    }

    /// One that the recovery sheet signed.
    pub(crate) fn of_the_sheet(signed: Signed) -> Self {
        Self { signed, is_founding: false, is_own: false, settling: Settling::default(), attached: Vec::new() }
    }
}

/// Writes the commit and all that is read of it, in one transaction; durable when this returns.
pub(crate) async fn write(
    writing: &mut Writing,
    written: Written,
    counted: &mut Counted<'_>,
) -> Result<(), StoreError> {
    let written = write_or_nothing(writing, written, counted).await;
    if written.is_err() {
        // What stands in memory may be ahead of the database: the database alone knows.
        writing.journal = None;
        sqlx::query("ROLLBACK").execute(&mut *writing.connection).await.ok();
    }
    written
}

async fn write_or_nothing(
    writing: &mut Writing,
    written: Written,
    counted: &mut Counted<'_>,
) -> Result<(), StoreError> {
    let Written { signed, is_founding, is_own, settling, attached } = written;
    let Signed { commit, bytes, hash, signature, contents } = signed;
    let commit = Arc::new(commit);
    let forgetting = writing.forgetting;
    let (connection, journal) = writing.both().await?;
    let row = if is_founding { FIRST_ROW } else { journal.next_row() };
    let changes = if is_founding {
        let records = commit.revisions.iter().map(|revision| revision.record).collect();
        anteroom_journal::standing::Changes { records, ..Default::default() }
    } else {
        journal.standing.take_in([Header { hash, commit: Arc::clone(&commit), kept_at: row }])
    };
    is_allowed(journal, &hash)?;
    let mut others = changes.records;
    // What is read of a contribution names its files.
    let wholes: Vec<RecordId> = others.iter().filter_map(|record| journal.standing.whole_of(record)).collect();
    others.extend(wholes);
    let erased: Vec<RecordId> =
        changes.fates.iter().filter(|(_, fate)| *fate == Fate::Erased).map(|(record, _)| *record).collect();
    let first = first_place(connection, journal, commit.time).await?;
    journal.last_place = journal.last_place.max(first + contents.len() as i64);
    let coming: Vec<(i64, Coming)> = (first..).zip(coming(journal, (row, &commit), contents, &mut others)).collect();
    let has_fates = !changes.fates.is_empty();
    let alone = others.is_empty() && !has_fates && attached.is_empty() && coming.len() < FEW;
    let mut statements = if alone { Statements::in_one() } else { Statements::default() };
    statements.begin("BEGIN IMMEDIATE", true);
    insert_commit(row, hash, bytes, signature, &mut statements);
    settling.write(&mut statements);
    if alone {
        write_statements(coming, &mut statements)?;
        statements.begin("COMMIT", true);
        statements.run(connection).await?;
    } else {
        statements.run(connection).await?;
        let mut on_the_way = OnTheWay::default();
        on_the_way.take(connection, coming.into_iter(), counted).await?;
        on_the_way.write(connection, 0, counted).await?;
        attachment::insert(connection, &attached).await?;
        if has_fates {
            crate::exchange::forget_files(connection).await?;
            crate::exchange::ask_again(connection, &journal.standing, &changes.fates).await?;
        }
        forget(connection, &journal.standing, &erased, forgetting).await?;
        work_out(connection, journal, others.into_iter().collect(), counted).await?;
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
    let first = fill::first_of(time);
    if first > journal.last_place { Ok(first) } else { fill::next_place(connection, time).await }
}

/// What a computer may do here, where the command is given: every other copy asks the same when it arrives.
fn is_allowed(journal: &Journal, hash: &Digest) -> Result<(), StoreError> {
    let standing = &journal.standing;
    match standing.status(hash) {
        Some(Status::Counts | Status::Waits(Wait::Fork | Wait::Gap)) => Ok(()),
        Some(Status::Waits(Wait::NoMember)) if !standing.certificates_of(&journal.device).is_empty() => {
            Err(StoreError::Suspended)
        }
        // Recording never waits: a computer that nobody has admitted yet keeps what it records, and shows it here.
        Some(Status::Waits(Wait::NoMember)) if standing.lies_within(hash, Roles::FACILITATOR) => Ok(()),
        _ => Err(StoreError::NotAllowed),
    }
}

pub(crate) fn insert_commit(row: u64, hash: Digest, bytes: Vec<u8>, signature: [u8; 64], into: &mut Statements) {
    let sql = into.begin("INSERT INTO commits (row, hash, bytes, signature) ", true);
    sql.push_values([(hash, bytes, signature)], |mut bind, (hash, bytes, signature)| {
        bind.push_bind(row as i64).push_bind(hash.0.to_vec()).push_bind(bytes).push_bind(signature.to_vec());
    });
}

/// A revision on its way into the tables.
pub(crate) struct Coming {
    /// Where its words are to stand.
    pub(crate) row: i64,
    pub(crate) record: RecordId,
    pub(crate) kind: Kind,
    /// Of its commit.
    pub(crate) time: i64,
    pub(crate) bytes: Vec<u8>,
    /// What comes out of the bytes, where that was read already.
    pub(crate) fields: Option<Fields>,
    /// Whether it made a record of which nothing else is known: what is read of it comes from this revision alone.
    pub(crate) stands_alone: bool,
}

/// The revisions of a commit. The records that it just made are taken out of `others`.
fn coming(
    journal: &Journal,
    (row, commit): (u64, &Commit),
    contents: Vec<(RecordId, Digest, Vec<u8>)>,
    others: &mut BTreeSet<RecordId>,
) -> Vec<Coming> {
    let coming = contents.into_iter().enumerate().map(|(at, (record, _, bytes))| {
        let revision = &commit.revisions[at];
        let stands_alone = stands_alone(journal, commit, at, revision.mark);
        if stands_alone {
            others.remove(&record);
        }
        let (row, kind, time) = (revision::row(row, at), revision.kind, commit.time);
        Coming { row, record, kind, time, bytes, fields: None, stands_alone }
    });
    coming.collect()
}

/// Whether a revision made a record of which nothing else is known.
fn stands_alone(journal: &Journal, commit: &Commit, at: usize, mark: Option<Mark>) -> bool {
    let record = commit.revisions[at].record;
    commit.creates(at)
        && (mark.is_none() || journal.standing.twins(record).len() == 1)
        // What is read of a contribution names its files.
        && journal.standing.parts(record).is_empty()
        && journal.standing.fate(&record) == Fate::Shown
}

/// How many revisions are made ready while the ones before them are written; fewer at first: until then the
/// database has nothing to do.
pub(crate) const A_STEP: usize = 1000;
const AT_FIRST: usize = 200;

/// Revisions on their way into the tables, with what is read of the records that they just made: some are made ready while the
/// ones before them are written.
#[derive(Default)]
pub(crate) struct OnTheWay {
    /// Each with how many they are.
    ready: VecDeque<(usize, JoinHandle<Result<Statements, StoreError>>)>,
    /// How many made the last step.
    step: usize,
}

impl OnTheWay {
    /// Takes these along, each with its place, and writes all but the last step.
    pub(crate) async fn take(
        &mut self,
        connection: &mut SqliteConnection,
        coming: impl Iterator<Item = (i64, Coming)>,
        counted: &mut Counted<'_>,
    ) -> Result<(), StoreError> {
        let mut coming = coming.peekable();
        while coming.peek().is_some() {
            self.step = (2 * self.step).clamp(AT_FIRST, A_STEP);
            let step: Vec<(i64, Coming)> = coming.by_ref().take(self.step).collect();
            let (count, made_ready) = (step.len(), move || {
                let mut statements = Statements::default();
                write_statements(step, &mut statements).map(|()| statements)
            });
            self.ready.push_back((count, tokio::task::spawn_blocking(made_ready)));
            self.write(connection, 1, counted).await?;
        }
        Ok(())
    }

    /// Writes all but so many steps.
    pub(crate) async fn write(
        &mut self,
        connection: &mut SqliteConnection,
        but: usize,
        counted: &mut Counted<'_>,
    ) -> Result<(), StoreError> {
        while self.ready.len() > but {
            let Some((count, ready)) = self.ready.pop_front() else { break };
            ready.await.map_err(|_| StoreError::Cancelled)??.run(connection).await?;
            counted.went(count)?;
        }
        Ok(())
    }
}

/// What writes these revisions, and the rows of those that stand alone.
fn write_statements(coming: Vec<(i64, Coming)>, into: &mut Statements) -> Result<(), StoreError> {
    let (mut revisions, mut contributions, mut rest) = (Vec::with_capacity(coming.len()), Vec::new(), Vec::new());
    for (place, Coming { row, record, kind, time, bytes, fields, stands_alone }) in coming {
        if stands_alone {
            let fields = match fields {
                Some(fields) => fields,
                None => Contents::decode(&bytes).map_err(|_| StoreError::ContentsDamaged)?.fields,
            };
            match shown_new(record, kind, time, fields) {
                Some(Shown::Contribution(read)) => contributions.push((place, *read)),
                Some(Shown::Other(read)) => rest.push(read),
                None => {}
            }
        }
        revisions.push((row, record, bytes));
    }
    fill::insert_revisions(revisions, into);
    fill::insert_contributions(contributions, into);
    fill::put_others(rest, into);
    Ok(())
}

/// Deletes the words of erased records, of all their revisions, and what is half typed of them.
pub(crate) async fn forget(
    connection: &mut SqliteConnection,
    standing: &Standing,
    erased: &[RecordId],
    forgetting: Forgetting,
) -> Result<(), StoreError> {
    if erased.is_empty() {
        return Ok(());
    }
    for row in revision::rows(standing, erased) {
        sqlx::query("DELETE FROM revision WHERE row = ?").bind(row).execute(&mut *connection).await?;
    }
    for record in erased {
        attachment::forget(connection, *record).await?;
    }
    draft::forget(connection, erased, forgetting).await?;
    sqlx::query("INSERT OR IGNORE INTO duty (name) VALUES ('vacuum'), (?)").bind(FOLLOW).execute(connection).await?;
    Ok(())
}

/// How many records are worked out at a time.
const A_BATCH: usize = 2000;

/// How what is read has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Worked {
    /// Contributions that are shown for the first time.
    pub(crate) new: u64,
    /// Contributions that were shown before, and something was said of them.
    pub(crate) changed: u64,
    /// Contributions in which more stands against each other than before.
    pub(crate) conflicts: Vec<RecordId>,
}

/// Works out again what is read of these records.
pub(crate) async fn work_out(
    connection: &mut SqliteConnection,
    journal: &Journal,
    records: Vec<RecordId>,
    counted: &mut Counted<'_>,
) -> Result<Worked, StoreError> {
    let (mut worked, mut renamed) = (Worked::default(), 0);
    for some in records.chunks(A_BATCH) {
        let ids: BTreeSet<RecordId> =
            some.iter().flat_map(|record| [*record, journal.standing.alias(*record)]).collect();
        let held = held(connection, &journal.standing, &with_parts(&journal.standing, ids.iter().copied())).await?;
        let (mut contributions, mut others) = (Vec::new(), Vec::new());
        for record in ids {
            let now = state(&journal.standing, record, &journal.device, &held);
            let files = files(&journal.standing, record, &journal.device, &held);
            match now.and_then(|(seen, state)| shown(record, &seen, &state, &files)) {
                Some(Shown::Contribution(row)) => contributions.push(*row),
                Some(Shown::Other(row)) => others.push(row),
                // Another id stands for it now: it is not new under that one.
                None if fill::take_out(connection, record).await? && journal.standing.alias(record) != record => {
                    renamed += 1;
                }
                None => {}
            }
        }
        fill::put_contributions(connection, contributions, &mut worked).await?;
        let mut statements = Statements::default();
        fill::put_others(others, &mut statements);
        statements.run(connection).await?;
        counted.went(some.len())?;
    }
    worked.new = worked.new.saturating_sub(renamed);
    worked.changed += renamed;
    Ok(worked)
}
