//! Double notes: which contributions are one, and what must be read of all of them to see which might be.

use std::collections::BTreeSet;

use anteroom_model::doubles::{Doubles, Pair};
use anteroom_model::ids::{PersonId, RecordId};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use crate::error::StoreError;
use crate::store::Store;
use crate::tables::read_doubles;

/// What tells whether a contribution was noted twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    pub id: RecordId,
    /// The letters of the series that recorded it, from its short reference: one computer's.
    pub series: String,
    pub segment: Option<RecordId>,
    pub speaker: Option<RecordId>,
    /// Milliseconds since 1970, UTC, by the clock of its computer.
    pub recorded_at: i64,
    pub said_at: Option<i64>,
    pub text: String,
}

/// Who noted something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noted {
    pub author: PersonId,
    /// Whether it was on this computer.
    pub is_own: bool,
}

/// As a row of the query holds it.
type Row = (Vec<u8>, String, Option<Vec<u8>>, Option<Vec<u8>>, i64, Option<i64>, String);

impl Store {
    /// Which contributions are one, and which are not.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn doubles(&self) -> Result<Doubles, StoreError> {
        let mut connection = self.reader().await?;
        doubles(&mut connection).await
    }

    /// Who noted each of these, and on which computer.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn noted_by(&self, contributions: &[RecordId]) -> Result<Vec<(RecordId, Noted)>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let mut noted = Vec::with_capacity(contributions.len());
        for id in contributions {
            let seen = journal.standing.revisions(*id, Some(&journal.device));
            let made = seen.iter().find(|revision| revision.record == *id && revision.parents.is_empty());
            if let Some(commit) = made.and_then(|made| journal.standing.commit(&made.commit)) {
                noted.push((*id, Noted { author: commit.author, is_own: commit.device == journal.device }));
            }
        }
        Ok(noted)
    }

    /// When each of these was recorded and said, of those that are there.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn times_of(
        &self,
        contributions: &BTreeSet<RecordId>,
    ) -> Result<Vec<(RecordId, i64, Option<i64>)>, StoreError> {
        if contributions.is_empty() {
            return Ok(Vec::new());
        }
        let mut connection = self.reader().await?;
        let mut select = QueryBuilder::<Sqlite>::new(
            "SELECT id, recorded_at, said_at FROM contribution WHERE row IN (SELECT row FROM contribution_at WHERE id IN ",
        );
        select.push(IN_LIST.0).push_bind(as_list(contributions.iter().copied())).push(IN_LIST.1).push(")");
        let rows: Vec<(Vec<u8>, i64, Option<i64>)> = select.build_query_as().fetch_all(&mut *connection).await?;
        let read = |(id, recorded_at, said_at): (Vec<u8>, i64, Option<i64>)| {
            let id = RecordId::try_from(id.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
            Ok((id, recorded_at, said_at))
        };
        rows.into_iter().map(read).collect()
    }

    /// All contributions, where more than one computer has recorded any; otherwise none was noted twice.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn noted_by_several(&self) -> Result<Vec<Near>, StoreError> {
        let mut connection = self.reader().await?;
        // The least and the greatest of what an index has in order.
        let (least, greatest): (Option<String>, Option<String>) = sqlx::query_as(
            "SELECT (SELECT min(reference) FROM contribution), (SELECT max(reference) FROM contribution)",
        )
        .fetch_one(&mut *connection)
        .await?;
        let several = least.as_deref().map(series_of) != greatest.as_deref().map(series_of);
        if !several {
            return Ok(Vec::new());
        }
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, reference, segment, speaker, recorded_at, said_at, text FROM contribution ORDER BY row",
        )
        .fetch_all(&mut *connection)
        .await?;
        rows.into_iter().map(near).collect()
    }
}

fn near((id, reference, segment, speaker, recorded_at, said_at, text): Row) -> Result<Near, StoreError> {
    let record = |bytes: Vec<u8>| RecordId::try_from(bytes.as_slice()).map_err(|_| StoreError::ContentsDamaged);
    Ok(Near {
        id: record(id)?,
        series: series_of(&reference).to_owned(),
        segment: segment.map(record).transpose()?,
        speaker: speaker.map(record).transpose()?,
        recorded_at,
        said_at,
        text,
    })
}

fn series_of(reference: &str) -> &str {
    reference.split_once('-').map_or(reference, |(series, _)| series)
}

pub(crate) async fn doubles(connection: &mut SqliteConnection) -> Result<Doubles, StoreError> {
    let rows: Vec<(Vec<u8>, String)> = sqlx::query_as(
        "SELECT id, doubles FROM contribution INDEXED BY contribution_with_doubles WHERE doubles <> '[]'",
    )
    .fetch_all(connection)
    .await?;
    let mut said = Vec::new();
    for (id, column) in rows {
        let id = RecordId::try_from(id.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
        said.extend(read_doubles(&column).into_iter().filter_map(|(other, state)| Some((Pair::of(id, other)?, state))));
    }
    Ok(Doubles::new(said))
}

/// Ids as a statement takes any number of them: JSON, to be read by `IN_LIST`.
pub(crate) fn as_list(ids: impl IntoIterator<Item = RecordId>) -> String {
    let spelled: Vec<String> = ids.into_iter().map(hex).collect();
    serde_json::to_string(&spelled).unwrap_or_default()
}

/// The ids of such a list.
pub(crate) const IN_LIST: (&str, &str) = ("(SELECT unhex(value) FROM json_each(", "))");

fn hex(id: RecordId) -> String {
    use std::fmt::Write as _;
    let mut spelled = String::with_capacity(32);
    for byte in id.0 {
        // Writing into a text does not fail.
        write!(spelled, "{byte:02x}").ok();
    }
    spelled
}
