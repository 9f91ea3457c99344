//! Another laptop signs with this one's key: from then on this one signs with a key of its own.

use sqlx::SqliteConnection;

use super::identity;
use crate::error::StoreError;
use crate::home::Device;
use crate::store::Writing;

/// The duty to go on under another key. It is written with the entries that show the double: whatever ends the program in
/// between, it is done before an entry is signed again.
const ANEW: &str = "anew";

/// # Errors
/// What the disk refuses.
pub(super) async fn owe(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query("INSERT OR IGNORE INTO duty (name) VALUES (?)").bind(ANEW).execute(connection).await?;
    Ok(())
}

/// Goes on under another key where that is owed.
///
/// # Errors
/// What the disk refuses; it is still to be done then.
pub(crate) async fn settle(writing: &mut Writing) -> Result<(), StoreError> {
    let owed: Option<(String,)> = sqlx::query_as("SELECT name FROM duty WHERE name = ?")
        .bind(ANEW)
        .fetch_optional(&mut *writing.connection)
        .await?;
    if owed.is_none() {
        return Ok(());
    }
    let device = Device::random(Some(writing.device.person))?;
    identity::note_key(&mut writing.connection, &writing.device.id()).await?;
    identity::note_key(&mut writing.connection, &device.id()).await?;
    writing.home.keep(&device)?;
    writing.device = device;
    writing.journal = None;
    identity::renew(&mut writing.connection).await?;
    sqlx::query("DELETE FROM duty WHERE name = ?").bind(ANEW).execute(&mut *writing.connection).await?;
    Ok(())
}
