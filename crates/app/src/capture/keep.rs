//! "Do not write that down." What stands in the composer or is parked leaves no trace; what was recorded is erased. Neither
//! can be undone; a shell says so beforehand.

use anteroom_store::Settling;
use serde::Deserialize;

use super::room::{COMPOSER, PARKED};
use super::view::{CaptureView, stands};
use crate::changes::Topic;
use crate::contributions;
use crate::desk::Desk;
use crate::error::AppError;

/// What is not to be kept.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum DoNotKeep {
    /// What stands in the composer.
    Composed,
    /// A parked draft, by its name.
    Parked(String),
    /// A contribution, by its id.
    Recorded(String),
}

/// Lets go of words for good.
///
/// # Errors
/// `unknown-draft`, `unknown-contribution`, or what the store refuses.
pub async fn do_not_keep(desk: &Desk, what: &DoNotKeep) -> Result<CaptureView, AppError> {
    let name = match what {
        DoNotKeep::Composed => COMPOSER,
        DoNotKeep::Parked(name) if name.starts_with(PARKED) => name,
        DoNotKeep::Parked(_) => return Err(AppError::new("unknown-draft", &[])),
        DoNotKeep::Recorded(id) => {
            contributions::erase(desk, std::slice::from_ref(id)).await?;
            return stands(desk).await;
        }
    };
    desk.store().wipe(Settling { kept: Vec::new(), gone: vec![name.to_owned()] }).await?;
    desk.changed(&[Topic::Drafts].into());
    stands(desk).await
}
