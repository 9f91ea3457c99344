//! "Do not write that down." What stands in the composer or is parked leaves no trace; what was recorded is erased. Neither
//! can be undone; a shell says so beforehand.

use anteroom_store::Settling;
use serde::Deserialize;

use super::parked::ParkedDraft;
use super::room::{COMPOSER, PARKED, Room, read};
use super::taken_back::put_away;
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
    let mut settling = Settling::default();
    let once = match what {
        DoNotKeep::Composed => {
            settling.gone.push(COMPOSER.to_owned());
            let mut room = Room::read(desk).await?;
            let once = room.as_mut().and_then(|room| room.taken_up.take());
            settling.kept.extend(room.filter(|_| once.is_some()).map(|room| room.draft(desk.now())));
            once.unwrap_or_default().once
        }
        DoNotKeep::Parked(name) if name.starts_with(PARKED) => {
            settling.gone.push(name.clone());
            desk.store().draft(name).await?.and_then(|draft| read::<ParkedDraft>(&draft)).unwrap_or_default().once
        }
        DoNotKeep::Parked(_) => return Err(AppError::new("unknown-draft", &[])),
        DoNotKeep::Recorded(id) => {
            contributions::erase(desk, std::slice::from_ref(id)).await?;
            return stands(desk).await;
        }
    };
    // The same words were recorded, and taken back: there they go, too.
    let once = put_away(desk, once).await?;
    contributions::erase_all(desk, once).await?;
    desk.store().wipe(settling).await?;
    desk.changed(&[Topic::Drafts].into());
    stands(desk).await
}
