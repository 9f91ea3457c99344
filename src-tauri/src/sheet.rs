//! What somebody who has the recovery sheet can do in an open consultation.

use anteroom_app::exchange::{self, Suspension};
use anteroom_app::{AppError, RecoveryWords};
use serde::Deserialize;

use crate::room::{Room, Secret};

/// A laptop that the sheet cuts off.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BySheet {
    pub(crate) suspension: Suspension,
    #[cfg_attr(test, ts(as = "String"))]
    pub(crate) words: Secret,
}

/// Cuts a laptop off, be it the founder's.
///
/// # Errors
/// `not-recovery-words`, or as `exchange::suspend`.
pub(crate) async fn suspend(room: &Room, input: BySheet) -> Result<(), AppError> {
    let BySheet { suspension, words } = input;
    exchange::suspend(&*room.desk().await?, &suspension, Some(&read(&words)?)).await?;
    Ok(())
}

/// Lets this laptop in.
///
/// # Errors
/// `not-recovery-words`, or as `exchange::let_in_by_sheet`.
pub(crate) async fn let_in(room: &Room, words: Secret) -> Result<(), AppError> {
    exchange::let_in_by_sheet(&*room.desk().await?, &read(&words)?).await
}

fn read(Secret(words): &Secret) -> Result<RecoveryWords, AppError> {
    Ok(RecoveryWords::read(words.spelled())?)
}
