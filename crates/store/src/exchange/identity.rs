//! What opens the files that are sealed to this computer, and under which keys it has written. Both lie inside the
//! consultation, encrypted with it.

use anteroom_handover::Identity;
use anteroom_model::ids::DeviceId;
use sqlx::SqliteConnection;
use zeroize::Zeroizing;

use crate::error::StoreError;

/// All that open files for this computer, the newest first: that one is announced.
///
/// # Errors
/// `ContentsDamaged`, or what the disk refuses.
pub(crate) async fn own(connection: &mut SqliteConnection) -> Result<Vec<Identity>, StoreError> {
    let rows: Vec<(String,)> =
        sqlx::query_as("SELECT secret FROM identity ORDER BY row DESC").fetch_all(connection).await?;
    let read = rows.into_iter().map(|(spelled,)| Identity::read(&Zeroizing::new(spelled)));
    read.collect::<Result<_, _>>().map_err(|_| StoreError::ContentsDamaged)
}

/// What is announced, made where there is none yet.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn ensure(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    if own(connection).await?.is_empty() { renew(connection).await } else { Ok(()) }
}

/// A new one, for a computer that begins a new series: the old ones still open what was sealed before.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn renew(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    keep(connection, &Identity::random()).await
}

/// # Errors
/// What the disk refuses.
pub(crate) async fn keep(connection: &mut SqliteConnection, identity: &Identity) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO identity (secret) VALUES (?)")
        .bind(identity.spelled().as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// What others seal to, for this computer.
///
/// # Errors
/// `ContentsDamaged`, or what the disk refuses.
pub(crate) async fn recipient(connection: &mut SqliteConnection) -> Result<String, StoreError> {
    Ok(own(connection).await?.first().ok_or(StoreError::ContentsDamaged)?.recipient())
}

/// Notes under which key this folder is written to.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn note_key(connection: &mut SqliteConnection, device: &DeviceId) -> Result<(), StoreError> {
    sqlx::query("INSERT OR IGNORE INTO own_key (device) VALUES (?)")
        .bind(device.0.as_slice())
        .execute(connection)
        .await?;
    Ok(())
}

/// All keys under which it ever was.
///
/// # Errors
/// `ContentsDamaged`, or what the disk refuses.
pub(crate) async fn keys(connection: &mut SqliteConnection) -> Result<Vec<DeviceId>, StoreError> {
    let rows: Vec<(Vec<u8>,)> = sqlx::query_as("SELECT device FROM own_key").fetch_all(connection).await?;
    let read = rows.into_iter().map(|(device,)| DeviceId::try_from(device.as_slice()));
    read.collect::<Result<_, _>>().map_err(|_| StoreError::ContentsDamaged)
}
