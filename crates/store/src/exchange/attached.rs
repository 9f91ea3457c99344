//! Attached files as they come: in order, each compared with the digest that was signed.

use anteroom_journal::standing::Standing;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::Value;
use sqlx::SqliteConnection;

use crate::derive::held;
use crate::error::StoreError;

/// The file that is coming.
#[derive(Default)]
pub(super) struct Attached {
    current: Option<Coming>,
}

struct Coming {
    record: RecordId,
    next: u32,
    hasher: blake3::Hasher,
    /// The digest that was signed; `None`: it is not wanted, or here already.
    expected: Option<Vec<u8>>,
}

impl Attached {
    /// One piece.
    ///
    /// # Errors
    /// `AttachedDiffers`, or what the disk refuses.
    pub(super) async fn put(
        &mut self,
        connection: &mut SqliteConnection,
        standing: &Standing,
        record: RecordId,
        place: u32,
        bytes: Vec<u8>,
    ) -> Result<(), StoreError> {
        if self.current.as_ref().is_none_or(|current| current.record != record) {
            self.check()?;
            let expected = expected(connection, standing, record).await?;
            self.current = Some(Coming { record, next: 0, hasher: blake3::Hasher::new(), expected });
        }
        let Some(current) = &mut self.current else { return Ok(()) };
        if current.expected.is_none() {
            return Ok(());
        }
        if place != current.next {
            return Err(StoreError::AttachedDiffers);
        }
        current.next += 1;
        current.hasher.update(&bytes);
        sqlx::query("INSERT INTO attachment (record, place, bytes) VALUES (?, ?, ?)")
            .bind(record.0.as_slice())
            .bind(i64::from(place))
            .bind(bytes)
            .execute(connection)
            .await?;
        Ok(())
    }

    /// A whole file from a server: taken in where it is wanted, lacking, and what was signed; otherwise left where it is.
    ///
    /// # Errors
    /// What the disk refuses.
    pub(super) async fn put_whole(
        connection: &mut SqliteConnection,
        standing: &Standing,
        record: RecordId,
        pieces: Vec<Vec<u8>>,
    ) -> Result<bool, StoreError> {
        let mut hasher = blake3::Hasher::new();
        for piece in &pieces {
            hasher.update(piece);
        }
        let Some(expected) = expected(connection, standing, record).await? else { return Ok(true) };
        if hasher.finalize().as_bytes().as_slice() != expected {
            return Ok(false);
        }
        for (place, piece) in (0_i64..).zip(pieces) {
            sqlx::query("INSERT INTO attachment (record, place, bytes) VALUES (?, ?, ?)")
                .bind(record.0.as_slice())
                .bind(place)
                .bind(piece)
                .execute(&mut *connection)
                .await?;
        }
        Ok(true)
    }

    /// Nothing more comes.
    ///
    /// # Errors
    /// `AttachedDiffers`.
    pub(super) fn finish(mut self) -> Result<(), StoreError> {
        self.check()
    }

    fn check(&mut self) -> Result<(), StoreError> {
        let Some(Coming { hasher, expected: Some(expected), .. }) = self.current.take() else { return Ok(()) };
        if hasher.finalize().as_bytes().as_slice() == expected { Ok(()) } else { Err(StoreError::AttachedDiffers) }
    }
}

/// The digest of a file that is wanted and not here yet.
async fn expected(
    connection: &mut SqliteConnection,
    standing: &Standing,
    record: RecordId,
) -> Result<Option<Vec<u8>>, StoreError> {
    if standing.kind_of(&record) != Some(field::ATTACHMENT) || !standing.wants(&record) {
        return Ok(None);
    }
    let here: Option<(i64,)> = sqlx::query_as("SELECT place FROM attachment WHERE record = ? LIMIT 1")
        .bind(record.0.as_slice())
        .fetch_optional(&mut *connection)
        .await?;
    if here.is_some() {
        return Ok(None);
    }
    let said = held(connection, standing, &[record]).await?.into_values();
    let mut digests = said.filter_map(|fields| match fields.get(&field::CONTENT_DIGEST) {
        Some(Value::Bytes(digest)) => Some(digest.clone()),
        _ => None,
    });
    Ok(digests.next())
}
