//! The canonical dump: the state, then the words held. It can be compared between laptops.

use anteroom_journal::check::SignedCommit;
use anteroom_journal::commit::Commit;
use anteroom_journal::contents;
use anteroom_journal::copy::Copy;
use anteroom_model::ids::{Digest, RecordId};

use crate::error::StoreError;
use crate::store::Store;

impl Store {
    /// The canonical dump.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn dump(&self) -> Result<String, StoreError> {
        let mut connection = self.reader().await?;
        let rows: Vec<(Vec<u8>, Vec<u8>, Vec<u8>)> =
            sqlx::query_as("SELECT hash, bytes, signature FROM commits ORDER BY row")
                .fetch_all(&mut *connection)
                .await?;
        let mut commits = rows.into_iter().map(signed).collect::<Result<Vec<_>, _>>()?;
        let founding = commits.iter().position(|signed| signed.commit.is_founding());
        let founding = commits.swap_remove(founding.ok_or(StoreError::ContentsDamaged)?);
        let rows: Vec<(Vec<u8>, Vec<u8>)> =
            sqlx::query_as("SELECT record, bytes FROM revision").fetch_all(&mut *connection).await?;
        drop(connection);
        let mut words = Vec::with_capacity(rows.len());
        for (record, bytes) in rows {
            let record = RecordId::try_from(record.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
            words.push((record, contents::digest(&bytes), bytes));
        }
        let mut copy = Copy::new(founding)?;
        copy.take_in(commits, words)?;
        Ok(copy.dump())
    }
}

fn signed((hash, bytes, signature): (Vec<u8>, Vec<u8>, Vec<u8>)) -> Result<SignedCommit, StoreError> {
    let damaged = StoreError::ContentsDamaged;
    let commit = Commit::decode(&bytes).map_err(|_| StoreError::ContentsDamaged)?;
    let hash = Digest::try_from(hash.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
    let signature = signature.as_slice().try_into().map_err(|_| damaged)?;
    Ok(SignedCommit { commit, bytes, hash, signature })
}
