//! The read tables: how rows get into them and out again. Bulk work takes slices.
//!
//! What only adds many rows says `OR FAIL`: where one is refused, the whole transaction is taken back, and never that statement
//! alone. For each statement that could be, SQLite notes a way back, and has the search index put on the disk, as a piece to be
//! merged with the others later, what it had gathered by then.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::ids::RecordId;
use sqlx::{FromRow, QueryBuilder, Row as _, Sqlite, SqliteConnection};

use crate::error::StoreError;
use crate::tables::{ContributionRow, OtherRow, keys, searched};
use crate::write::Worked;

/// The columns, in the order in which they are written.
const COLUMNS: &str = "row, id, reference, text, language, kind, groups, nodes, share, quote, name_organisation, \
    name_person, wording, rule, state, segment, segments_been, speaker, turn, source, recorded_at, said_at, conflicts, \
    question, translations, files, doubles";

/// How many rows one statement writes: as many as SQLite takes parameters for.
const AT_ONCE: usize = 200;

/// The same for the words of contributions: the search index says no `OR FAIL`.
const WORDS_AT_ONCE: usize = 1000;

/// Statements that write rows, ready to be run one after the other. Putting them together takes as long as running them,
/// so the next ones are put together meanwhile.
#[derive(Default)]
pub(crate) struct Statements {
    ready: Vec<(QueryBuilder<Sqlite>, bool)>,
    in_one: bool,
}

impl Statements {
    /// Statements that are handed to the database in one piece: for few rows, the way there and back takes longest.
    pub(crate) fn in_one() -> Self {
        Self { ready: Vec::new(), in_one: true }
    }

    /// Begins the next statement. `again`: one of the same shape will come.
    pub(crate) fn begin(&mut self, begins: &str, again: bool) -> &mut QueryBuilder<Sqlite> {
        match self.ready.len() {
            count if count > 0 && self.in_one => {
                let (sql, _) = &mut self.ready[count - 1];
                sql.push("; ").push(begins)
            }
            count => {
                self.ready.push((QueryBuilder::new(begins), again || self.in_one));
                &mut self.ready[count].0
            }
        }
    }

    /// # Errors
    /// What the disk refuses.
    pub(crate) async fn run(self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        for (mut sql, again) in self.ready {
            sql.build().persistent(again).execute(&mut *connection).await?;
        }
        Ok(())
    }
}

/// Cuts a list into pieces of at most `AT_ONCE`, without copying what is in it.
fn pieces<T>(mut list: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    std::iter::from_fn(move || {
        if list.is_empty() {
            return None;
        }
        let rest = list.split_off(list.len().min(AT_ONCE));
        Some(std::mem::replace(&mut list, rest))
    })
}

/// Puts the contents of revisions in, each in its row.
pub(crate) fn insert_revisions(contents: Vec<(i64, RecordId, Vec<u8>)>, into: &mut Statements) {
    for contents in pieces(contents) {
        let sql = into.begin("INSERT OR FAIL INTO revision (row, record, bytes) ", is_usual(&contents));
        sql.push_values(contents, |mut bind, (row, record, bytes)| {
            bind.push_bind(row).push_bind(record.0.to_vec()).push_bind(bytes);
        });
    }
}

/// Whether statements for a list of this length are worth keeping: those for one row, and those for a full piece.
fn is_usual<T>(list: &[T]) -> bool {
    matches!(list.len(), 1 | AT_ONCE | WORDS_AT_ONCE)
}

/// So many low bits of a row's number count the contributions recorded in one millisecond.
const COUNTING: u32 = 21;

/// The first place for what was recorded at this time.
pub(crate) fn first_of(recorded_at: i64) -> i64 {
    recorded_at.clamp(0, (i64::MAX >> COUNTING) - 1) << COUNTING
}

/// Where the next contribution recorded at this time belongs: rows are numbered by the time of recording, so that the
/// table, the search and a list are all in one order, whatever order they came in.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn next_place(connection: &mut SqliteConnection, recorded_at: i64) -> Result<i64, StoreError> {
    let first = first_of(recorded_at);
    let end = first + (1 << COUNTING);
    let last = sqlx::query_as("SELECT max(row) FROM contribution WHERE row >= ? AND row < ?").bind(first).bind(end);
    let (last,): (Option<i64>,) = last.fetch_one(connection).await?;
    Ok(last.map_or(first, |last| last + 1))
}

/// Where contributions recorded at these times belong, in the order in which they are here. `last`: behind it none stands
/// yet, which is told onwards.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn places(
    connection: &mut SqliteConnection,
    times: &[i64],
    last: &mut i64,
) -> Result<Vec<i64>, StoreError> {
    let mut next: BTreeMap<i64, i64> = BTreeMap::new();
    let asked: BTreeSet<i64> = times.iter().map(|time| first_of(*time)).collect();
    let asked: Vec<i64> = asked.into_iter().collect();
    // What is later than all that is there needs no look into the table.
    for some in asked.iter().filter(|first| **first <= *last).copied().collect::<Vec<_>>().chunks(AT_ONCE) {
        let mut select = QueryBuilder::<Sqlite>::new("WITH asked (first) AS (");
        select.push_values(some, |mut bind, first| {
            bind.push_bind(*first);
        });
        select.push(
            ") SELECT first, (SELECT max(row) FROM contribution WHERE row >= first AND row < first + 2097152) FROM asked",
        );
        let found: Vec<(i64, Option<i64>)> =
            select.build_query_as().persistent(is_usual(some)).fetch_all(&mut *connection).await?;
        next.extend(found.into_iter().filter_map(|(first, taken)| Some((first, taken? + 1))));
    }
    let mut places = Vec::with_capacity(times.len());
    for time in times {
        let first = first_of(*time);
        let place = next.get(&first).copied().unwrap_or(first);
        next.insert(first, place + 1);
        *last = (*last).max(place);
        places.push(place);
    }
    Ok(places)
}

/// Gives each contribution its place; all of the same time stand behind each other, in the order in which they are here.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn placed(
    connection: &mut SqliteConnection,
    rows: Vec<ContributionRow>,
) -> Result<Vec<(i64, ContributionRow)>, StoreError> {
    let times: Vec<i64> = rows.iter().map(|row| row.recorded_at).collect();
    let places = places(connection, &times, &mut i64::MAX.clone()).await?;
    Ok(places.into_iter().zip(rows).collect())
}

/// Puts new contributions in, each in its place. None of them is there yet.
pub(crate) fn insert_contributions(rows: Vec<(i64, ContributionRow)>, into: &mut Statements) {
    for rows in rows.chunks(WORDS_AT_ONCE) {
        let sql = into.begin("INSERT INTO contribution_words (rowid, words) ", is_usual(rows));
        sql.push_values(rows, |mut bind, (place, row)| {
            bind.push_bind(*place).push_bind(searched(&row.text, &row.translations, &row.files));
        });
    }
    for rows in pieces(rows) {
        let again = is_usual(&rows);
        let mut ids: Vec<(Vec<u8>, i64)> = rows.iter().map(|(place, row)| (row.id.clone(), *place)).collect();
        ids.sort_unstable();
        let sql = into.begin("INSERT OR FAIL INTO contribution_place_new (id, row) ", again);
        sql.push_values(ids, |mut bind, (id, place)| {
            bind.push_bind(id).push_bind(place);
        });
        list("contribution_group", rows.iter().map(|(place, row)| (*place, row.groups.as_str())), into);
        list("contribution_node", rows.iter().map(|(place, row)| (*place, row.nodes.as_str())), into);
        write_rows("INSERT OR FAIL INTO", rows, into);
    }
}

/// `verb` is `INSERT OR FAIL INTO`, or what replaces.
fn write_rows(verb: &str, rows: Vec<(i64, ContributionRow)>, into: &mut Statements) {
    if rows.is_empty() {
        return;
    }
    let sql = into.begin(verb, is_usual(&rows));
    sql.push(" contribution (").push(COLUMNS).push(") ");
    sql.push_values(rows, |mut bind, (place, row)| {
        bind.push_bind(place).push_bind(row.id).push_bind(row.reference).push_bind(row.text);
        bind.push_bind(row.language).push_bind(row.kind).push_bind(row.groups).push_bind(row.nodes);
        bind.push_bind(row.share).push_bind(row.quote).push_bind(row.name_organisation);
        bind.push_bind(row.name_person).push_bind(row.wording).push_bind(row.rule).push_bind(row.state);
        bind.push_bind(row.segment).push_bind(row.segments_been).push_bind(row.speaker).push_bind(row.turn);
        bind.push_bind(row.source).push_bind(row.recorded_at).push_bind(row.said_at).push_bind(row.conflicts);
        bind.push_bind(row.question).push_bind(row.translations).push_bind(row.files).push_bind(row.doubles);
    });
}

/// The entries of a list of keys, in the order of its table, so that its pages are written once.
fn list<'r>(table: &str, rows: impl Iterator<Item = (i64, &'r str)>, into: &mut Statements) {
    enter(table, rows.flat_map(|(place, list)| keys(list).into_iter().map(move |key| (key, place))).collect(), into);
}

fn enter(table: &str, mut entries: Vec<(String, i64)>, into: &mut Statements) {
    entries.sort_unstable();
    for entries in pieces(entries) {
        let sql = into.begin("INSERT OR IGNORE INTO ", is_usual(&entries));
        sql.push(table).push(" (key, contribution) ");
        sql.push_values(entries, |mut bind, (key, place)| {
            bind.push_bind(key).push_bind(place);
        });
    }
}

/// Takes a contribution out of the tables and of the search, and says where it stood.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn take_out_contribution(
    connection: &mut SqliteConnection,
    id: RecordId,
) -> Result<Option<i64>, StoreError> {
    let found = sqlx::query(
        "SELECT row, text, translations, files, groups, nodes FROM contribution
         WHERE row IN (SELECT row FROM contribution_at WHERE id = ?)",
    );
    let Some(found) = found.bind(id.0.as_slice()).fetch_optional(&mut *connection).await? else { return Ok(None) };
    let (row, text): (i64, String) = (found.try_get("row")?, found.try_get("text")?);
    let (translations, files): (String, String) = (found.try_get("translations")?, found.try_get("files")?);
    let words =
        sqlx::query("INSERT INTO contribution_words (contribution_words, rowid, words) VALUES ('delete', ?, ?)");
    words.bind(row).bind(searched(&text, &translations, &files)).execute(&mut *connection).await?;
    for (table, column) in [("contribution_group", "groups"), ("contribution_node", "nodes")] {
        let keys: String = found.try_get(column)?;
        let mut delete = QueryBuilder::<Sqlite>::new("DELETE FROM ");
        delete
            .push(table)
            .push(" WHERE key IN (SELECT value FROM json_each(")
            .push_bind(keys)
            .push(")) AND contribution = ")
            .push_bind(row);
        delete.build().execute(&mut *connection).await?;
    }
    sqlx::query("DELETE FROM contribution WHERE row = ?").bind(row).execute(&mut *connection).await?;
    for statement in ["DELETE FROM contribution_place WHERE id = ?", "DELETE FROM contribution_place_new WHERE id = ?"]
    {
        sqlx::query(statement).bind(id.0.as_slice()).execute(&mut *connection).await?;
    }
    Ok(Some(row))
}

/// Shows contributions as they are now, each in the place where it stood. What did not change is not written again: an
/// action on many rows mostly leaves their words alone.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn put_contributions(
    connection: &mut SqliteConnection,
    rows: Vec<ContributionRow>,
    worked: &mut Worked,
) -> Result<(), StoreError> {
    for rows in pieces(rows) {
        let mut there = stood(connection, &rows).await?;
        let (mut known, mut new) = (Vec::new(), Vec::new());
        for row in rows {
            match there.remove(&row.id) {
                Some(before) => known.push((before, row)),
                None => new.push(row),
            }
        }
        (worked.new, worked.changed) = (worked.new + new.len() as u64, worked.changed + known.len() as u64);
        let grown = known.iter().filter(|(before, row)| keys_of(&row.conflicts) > keys_of(&before.conflicts));
        let grown = grown.map(|(_, row)| row).chain(new.iter().filter(|row| keys_of(&row.conflicts) > 0));
        worked.conflicts.extend(grown.filter_map(|row| RecordId::try_from(row.id.as_slice()).ok()));
        let mut statements = if known.len() + new.len() == 1 { Statements::in_one() } else { Statements::default() };
        replace_contributions(known, &mut statements);
        let new = placed(connection, new).await?;
        insert_contributions(new, &mut statements);
        statements.run(connection).await?;
    }
    Ok(())
}

/// What stands of a contribution outside its own row.
#[derive(FromRow)]
struct Stood {
    id: Vec<u8>,
    #[sqlx(rename = "row")]
    place: i64,
    text: String,
    translations: String,
    files: String,
    groups: String,
    nodes: String,
    conflicts: String,
}

/// How many entries a list has, as it stands in a column.
fn keys_of(list: &str) -> usize {
    if list == "[]" { 0 } else { list.matches(',').count() + 1 }
}

async fn stood(
    connection: &mut SqliteConnection,
    rows: &[ContributionRow],
) -> Result<BTreeMap<Vec<u8>, Stood>, StoreError> {
    let mut select = QueryBuilder::<Sqlite>::new(
        "SELECT id, row, text, translations, files, groups, nodes, conflicts FROM contribution
         WHERE row IN (SELECT row FROM contribution_at WHERE id IN (",
    );
    let mut ids = select.separated(", ");
    for row in rows {
        ids.push_bind(row.id.as_slice());
    }
    select.push("))");
    let found: Vec<Stood> = select.build_query_as().persistent(is_usual(rows)).fetch_all(connection).await?;
    Ok(found.into_iter().map(|stood| (stood.id.clone(), stood)).collect())
}

fn replace_contributions(rows: Vec<(Stood, ContributionRow)>, into: &mut Statements) {
    let reworded: Vec<_> = rows
        .iter()
        .filter(|(before, row)| {
            (&before.text, &before.translations, &before.files) != (&row.text, &row.translations, &row.files)
        })
        .collect();
    if !reworded.is_empty() {
        let sql = into.begin("INSERT INTO contribution_words (contribution_words, rowid, words) ", false);
        sql.push_values(&reworded, |mut bind, (before, _)| {
            bind.push("'delete'").push_bind(before.place).push_bind(searched(
                &before.text,
                &before.translations,
                &before.files,
            ));
        });
        let sql = into.begin("INSERT INTO contribution_words (rowid, words) ", false);
        sql.push_values(&reworded, |mut bind, (before, row)| {
            bind.push_bind(before.place).push_bind(searched(&row.text, &row.translations, &row.files));
        });
    }
    let groups = rows.iter().map(|(before, row)| (before.place, before.groups.as_str(), row.groups.as_str()));
    replace_list("contribution_group", groups, into);
    let nodes = rows.iter().map(|(before, row)| (before.place, before.nodes.as_str(), row.nodes.as_str()));
    replace_list("contribution_node", nodes, into);
    write_rows("INSERT OR REPLACE INTO", rows.into_iter().map(|(before, row)| (before.place, row)).collect(), into);
}

/// Brings the entries of a list of keys from what they were to what they are.
fn replace_list<'r>(table: &str, rows: impl Iterator<Item = (i64, &'r str, &'r str)>, into: &mut Statements) {
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    for (place, before, now) in rows.filter(|(_, before, now)| before != now) {
        let (before, now) = (keys(before), keys(now));
        gone.extend(before.iter().filter(|key| !now.contains(key)).map(|key| (key.clone(), place)));
        new.extend(now.into_iter().filter(|key| !before.contains(key)).map(|key| (key, place)));
    }
    for gone in pieces(gone) {
        let sql = into.begin("DELETE FROM ", is_usual(&gone));
        sql.push(table).push(" WHERE (key, contribution) IN (");
        sql.push_values(gone, |mut bind, (key, place)| {
            bind.push_bind(key).push_bind(place);
        });
        sql.push(")");
    }
    enter(table, new, into);
}

/// Puts other records in, each in the place of what stood there under its id.
pub(crate) fn put_others(rows: Vec<OtherRow>, into: &mut Statements) {
    for rows in pieces(rows) {
        let sql = into.begin("INSERT OR REPLACE INTO record (id, kind, fields, conflicts) ", is_usual(&rows));
        sql.push_values(rows, |mut bind, row| {
            bind.push_bind(row.id.0.to_vec()).push_bind(i64::from(row.kind.0)).push_bind(row.fields);
            bind.push_bind(row.conflicts);
        });
    }
}

/// Shows a record no more. Says whether it was a contribution that was shown.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn take_out(connection: &mut SqliteConnection, id: RecordId) -> Result<bool, StoreError> {
    let stood = take_out_contribution(connection, id).await?;
    sqlx::query("DELETE FROM record WHERE id = ?").bind(id.0.as_slice()).execute(&mut *connection).await?;
    Ok(stood.is_some())
}

/// Puts the ids that are new beside all the others, in one transaction with whatever else whoever asks does.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn settle(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    for statement in [
        "INSERT INTO contribution_place (id, row) SELECT id, row FROM contribution_place_new ORDER BY id",
        "DELETE FROM contribution_place_new",
    ] {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Empties all of them.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn empty(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    for statement in [
        "DELETE FROM record",
        "DELETE FROM contribution",
        "DELETE FROM contribution_place",
        "DELETE FROM contribution_place_new",
        "DELETE FROM contribution_group",
        "DELETE FROM contribution_node",
        "INSERT INTO contribution_words (contribution_words) VALUES ('delete-all')",
    ] {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    Ok(())
}
