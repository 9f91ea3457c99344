//! How this computer and a shared server stand: what is remembered of it between two visits, and with which keys.

use anteroom_handover::{Identity, open_sealed, seal_to};
use anteroom_model::ids::{DeviceId, Digest, NotAnId, RecordId};
use sqlx::SqliteConnection;
use zeroize::Zeroizing;

use super::{identity, lacking};
use crate::error::StoreError;
use crate::store::Store;

/// What is remembered of the shared server.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    /// Without who logs in.
    pub address: String,
    /// The certificate of the authority that signed the server's, where the system does not know it. PEM.
    pub authority: Option<String>,
    pub login: String,
    pub password: Zeroizing<String>,
    /// What was seen there, as whoever speaks to it writes it down.
    pub memory: Vec<u8>,
    /// Up to which row here all commits are there.
    pub pushed: i64,
    /// The number of the last erasure there that was looked at.
    pub erasures: i64,
    /// Whether everything is to be compared on the next visit.
    pub compares: bool,
    /// Milliseconds since 1970, UTC; 0: never.
    pub compared_at: i64,
    pub synced_at: Option<i64>,
    /// What it did that an honest server does not, each by its name.
    pub noticed: Vec<String>,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Server {
    /// One that was never visited.
    pub fn new(address: String, authority: Option<String>, login: String, password: Zeroizing<String>) -> Self {
        Self {
            address,
            authority,
            login,
            password,
            memory: Vec::new(),
            pushed: 0,
            erasures: 0,
            compares: false,
            compared_at: 0,
            synced_at: None,
            noticed: Vec::new(),
        }
    }
}

/// The key of an epoch, and its number.
pub type EpochKey = (u32, Zeroizing<[u8; 32]>);

type Row = (String, Option<String>, String, String, Vec<u8>, i64, i64, bool, i64, Option<i64>, String);

/// What was seen of the shared server, as whoever speaks to it wrote it down; empty: nothing.
pub(super) async fn seen(connection: &mut SqliteConnection) -> Result<Vec<u8>, StoreError> {
    let seen: Option<(Vec<u8>,)> = sqlx::query_as("SELECT memory FROM server").fetch_optional(connection).await?;
    Ok(seen.map(|(seen,)| seen).unwrap_or_default())
}

impl Store {
    /// The shared server that this computer visits; `None` where there is none.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn server(&self) -> Result<Option<Server>, StoreError> {
        let mut connection = self.reader().await?;
        let row: Option<Row> = sqlx::query_as(
            "SELECT address, authority, login, password, memory, pushed, erasures, compares, compared_at, synced_at, noticed
             FROM server",
        )
        .fetch_optional(&mut *connection)
        .await?;
        Ok(row.map(|row| {
            let (
                address,
                authority,
                login,
                password,
                memory,
                pushed,
                erasures,
                compares,
                compared_at,
                synced_at,
                noticed,
            ) = row;
            // What a newer version noticed otherwise is left out.
            let noticed = serde_json::from_str(&noticed).unwrap_or_default();
            let password = Zeroizing::new(password);
            Server {
                address,
                authority,
                login,
                password,
                memory,
                pushed,
                erasures,
                compares,
                compared_at,
                synced_at,
                noticed,
            }
        }))
    }

    /// Remembers it.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn keep_server(&self, server: &Server) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        sqlx::query(
            "INSERT OR REPLACE INTO server (only, address, authority, login, password, memory, pushed, erasures, compares,
                 compared_at, synced_at, noticed) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&server.address)
        .bind(&server.authority)
        .bind(&server.login)
        .bind(server.password.as_str())
        .bind(&server.memory)
        .bind(server.pushed)
        .bind(server.erasures)
        .bind(server.compares)
        .bind(server.compared_at)
        .bind(server.synced_at)
        // Names always make JSON.
        .bind(serde_json::to_string(&server.noticed).unwrap_or_default())
        .execute(&mut *writing.connection)
        .await?;
        Ok(())
    }

    /// What other laptops saw of a shared server when their last files left, as they wrote it down, until it was compared.
    /// Only of those that take part now: whoever is cut off or was not let in yet could make it up and be nobody.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn seen_by_others(&self) -> Result<Vec<(DeviceId, Vec<u8>)>, StoreError> {
        let rows: Vec<(Vec<u8>, Vec<u8>)> =
            sqlx::query_as("SELECT device, server_seen FROM peer WHERE server_seen <> x'' ORDER BY device")
                .fetch_all(&mut *self.reader().await?)
                .await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let known = self.known().await?;
        let takes_part = |device: &DeviceId| known.iter().any(|it| it.device == *device && !it.roles.is_none());
        let read = rows.into_iter().map(|(device, seen)| Ok((DeviceId::try_from(device.as_slice())?, seen)));
        let read = read.collect::<Result<Vec<_>, _>>().map_err(|_: NotAnId| StoreError::ContentsDamaged)?;
        Ok(read.into_iter().filter(|(device, _)| takes_part(device)).collect())
    }

    /// What this laptop saw was compared with what is there.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn has_compared(&self, device: &DeviceId, seen: &[u8]) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        let forget = "UPDATE peer SET server_seen = x'' WHERE device = ? AND server_seen = ?";
        sqlx::query(forget).bind(device.0.as_slice()).bind(seen).execute(&mut *writing.connection).await?;
        Ok(())
    }

    /// Visits it no longer. What came from it stays, and so do the keys: other laptops may know it still.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn forget_server(&self) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        sqlx::query("DELETE FROM server").execute(&mut *writing.connection).await?;
        sqlx::query("DELETE FROM server_gone").execute(&mut *writing.connection).await?;
        Ok(())
    }

    /// The keys of epochs that were ever opened here, the older ones first.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn epoch_keys(&self) -> Result<Vec<EpochKey>, StoreError> {
        let mut connection = self.reader().await?;
        let rows: Vec<(u32, Vec<u8>)> = sqlx::query_as("SELECT number, key FROM server_key ORDER BY number, key")
            .fetch_all(&mut *connection)
            .await?;
        let read = rows.into_iter().map(|(number, key)| {
            let key = Zeroizing::new(key);
            let key = key.as_slice().try_into().map_err(|_| StoreError::ContentsDamaged)?;
            Ok((number, Zeroizing::new(key)))
        });
        read.collect()
    }

    /// Keeps the keys of epochs.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn keep_epoch_keys(&self, keys: &[EpochKey]) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        for (number, key) in keys {
            sqlx::query("INSERT OR IGNORE INTO server_key (number, key) VALUES (?, ?)")
                .bind(*number)
                .bind(key.as_slice())
                .execute(&mut *writing.connection)
                .await?;
        }
        Ok(())
    }

    /// Opens what was sealed to this computer; `None` where it was sealed to others.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn unseal(&self, sealed: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let own: Vec<Identity> = identity::own(&mut *self.reader().await?).await?;
        Ok(open_sealed(sealed, &own).ok())
    }

    /// Seals to other computers, or to this one.
    ///
    /// # Errors
    /// `HandOver`, where one of these is no recipient.
    pub fn seal(to: &[String], bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
        Ok(seal_to(to, bytes)?)
    }

    /// Which of these erased records the server has not been told of.
    ///
    /// # Errors
    /// What the disk refuses.
    pub(super) async fn told_gone(connection: &mut SqliteConnection) -> Result<Vec<RecordId>, StoreError> {
        let rows: Vec<(Vec<u8>,)> = sqlx::query_as("SELECT record FROM server_gone").fetch_all(connection).await?;
        let read = rows.iter().map(|(record,)| RecordId::try_from(record.as_slice()));
        read.collect::<Result<_, _>>().map_err(|_| StoreError::ContentsDamaged)
    }

    /// Notes that the server was told to erase the words of these.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn server_erased(&self, records: &[RecordId]) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        for record in records {
            sqlx::query("INSERT OR IGNORE INTO server_gone (record) VALUES (?)")
                .bind(record.0.as_slice())
                .execute(&mut *writing.connection)
                .await?;
        }
        Ok(())
    }

    /// The server may have again what it was told to erase.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn server_forgot(&self) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        sqlx::query("DELETE FROM server_gone").execute(&mut *writing.connection).await?;
        Ok(())
    }

    /// Words that are wanted here and are not: so many of them at most, others each time where there are more.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn lacking_words(&self, limit: i64) -> Result<Vec<(RecordId, Digest)>, StoreError> {
        lacking::read(&mut *self.reader().await?, limit).await
    }
}
