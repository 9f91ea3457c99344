//! The rows of a shared server: how they are named, and what is in them before they are sealed and after they were opened.

use std::fmt;

use anteroom_model::ids::{DeviceId, Digest};
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use zeroize::Zeroizing;

use crate::error::HubError;
use crate::patience::on_a_thread;
use crate::seal::{Epoch, Seals};

/// How a commit is named on the server, in the order of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommitKey {
    pub device: DeviceId,
    pub seq: u64,
    pub hash: Digest,
}

/// How contents are named on the server: a code over their record and their revision, see `HubKey`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentsKey(pub [u8; 32]);

impl fmt::Debug for ContentsKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentsKey({})", Digest(self.0))
    }
}

/// What names a row of either table.
pub trait RowKey: Copy + Send + Sync + 'static {
    /// What stands behind the consultation and the epoch in the associated data of the row. Of one length for each table.
    fn associated(&self) -> Vec<u8>;
}

impl RowKey for CommitKey {
    fn associated(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(73);
        bytes.push(b'c');
        bytes.extend_from_slice(&self.device.0);
        bytes.extend_from_slice(&self.seq.to_be_bytes());
        bytes.extend_from_slice(&self.hash.0);
        bytes
    }
}

impl RowKey for ContentsKey {
    fn associated(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(33);
        bytes.push(b'w');
        bytes.extend_from_slice(&self.0);
        bytes
    }
}

/// A row before it is sealed. What its bytes say is nothing to the hub.
#[derive(Clone)]
pub struct Plain<K> {
    pub key: K,
    pub bytes: Vec<u8>,
}

impl<K: fmt::Debug> fmt::Debug for Plain<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Plain({:?}, {} bytes)", self.key, self.bytes.len())
    }
}

/// A row as the server holds it.
#[derive(Clone, Debug)]
pub struct Sealed<K> {
    pub key: K,
    pub epoch: Epoch,
    pub bytes: Vec<u8>,
}

/// A row of the server, opened or not. Where a key has several rows, any of them may be the good one.
pub struct Pulled<K> {
    pub key: K,
    /// The number of the login that put it there, see `Status`.
    pub pushed_by: i64,
    pub opened: Result<Zeroizing<Vec<u8>>, Unopened>,
}

impl<K: fmt::Debug> fmt::Debug for Pulled<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let opened = self.opened.as_ref().map(|bytes| bytes.len());
        write!(f, "Pulled({:?}, by {}, {opened:?})", self.key, self.pushed_by)
    }
}

/// Why a row does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    #[error("This was sealed in epoch {0}, whose key this device does not have.")]
    UnknownEpoch(u32),
    #[error("This is not what was sealed: it was changed, or put in another's place.")]
    Damaged,
}

/// # Errors
/// `Nonsense`, where the server gives anything but an id.
pub(crate) fn id<const N: usize>(row: &PgRow, column: &str) -> Result<[u8; N], HubError> {
    row.try_get::<&[u8], _>(column)?.try_into().map_err(|_| HubError::Nonsense)
}

/// # Errors
/// `Nonsense`, where it is less than nothing.
pub(crate) fn count(number: i64) -> Result<u64, HubError> {
    u64::try_from(number).map_err(|_| HubError::Nonsense)
}

/// # Errors
/// As `id`.
pub(crate) fn commit_key(row: &PgRow) -> Result<CommitKey, HubError> {
    let seq = count(row.try_get("seq")?)?;
    Ok(CommitKey { device: DeviceId(id(row, "device")?), seq, hash: Digest(id(row, "hash")?) })
}

/// The row, and which login put it there.
///
/// # Errors
/// `Nonsense`.
pub(crate) fn sealed<K>(row: &PgRow, key: K) -> Result<(i64, Sealed<K>), HubError> {
    let epoch = Epoch::from_stored(row.try_get("epoch")?);
    Ok((row.try_get("pushed_by")?, Sealed { key, epoch, bytes: row.try_get("sealed")? }))
}

/// Opens what came, on a thread of its own.
///
/// # Errors
/// `Cancelled`.
pub(crate) async fn opened<K: RowKey>(seals: &Seals, rows: Vec<(i64, Sealed<K>)>) -> Result<Vec<Pulled<K>>, HubError> {
    let seals = seals.clone();
    on_a_thread(move || {
        let (by, rows): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let opened = seals.open(&rows);
        let pulled = by.into_iter().zip(rows).zip(opened);
        pulled.map(|((pushed_by, row), opened)| Pulled { key: row.key, pushed_by, opened }).collect()
    })
    .await
}
