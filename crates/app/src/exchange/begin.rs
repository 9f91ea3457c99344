//! How another laptop begins: from an event pack, or by an invitation.

use std::path::Path;

use anteroom_handover::Code;
use anteroom_journal::deed::Deed;
use anteroom_store::{Passphrase, Store, StoreError, home};
use serde::Serialize;

use super::check_words;
use super::members::member;
use crate::consultations::{LANGUAGE, Steps};
use crate::desk::{Desk, now};
use crate::error::AppError;
use crate::files::{self, write_whole};
use crate::structure::tidy_name;

/// Opens an event pack on a laptop that records under this name from then on. `told_of_help`: whether whoever chose the
/// passphrase was told that organisers can help where it is forgotten.
///
/// # Errors
/// `wrong-code`, `help-untold`, `torn`, `exists-already`, `takes-part-already`, `empty-name`, …; nothing is left behind then.
pub async fn start(
    pack: &Path,
    words: &str,
    file: &Path,
    name: &str,
    passphrase: &Passphrase,
    told_of_help: bool,
    steps: &Steps,
) -> Result<Desk, AppError> {
    let name = tidy_name(name)?;
    let code = Code::read(words).map_err(StoreError::from)?;
    let (store, _) = Store::start(pack, &code, file, &home::folder()?, passphrase, told_of_help, now(), steps).await?;
    let desk = Desk::new(store, now, LANGUAGE);
    let person = desk.store().person();
    desk.commit(Deed::STRUCTURE, vec![member(&name, person)]).await?;
    Ok(desk)
}

/// What joining gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Joined {
    pub consultation: String,
    pub device: String,
    /// The four words that the organiser should read too: of this laptop, and of the consultation.
    pub own_words: String,
    pub consultation_words: String,
}

/// Accepts an invitation: the acceptance goes to the organiser, and the passphrase will open what comes back.
///
/// # Errors
/// `not-a-hand-over`, `help-untold`, `takes-part-already`, `empty-name`, `empty-passphrase`, or what the disk refuses.
pub fn join(
    invitation: &Path,
    name: &str,
    to: &Path,
    passphrase: &Passphrase,
    told_of_help: bool,
) -> Result<Joined, AppError> {
    let name = tidy_name(name)?;
    let joined = Store::join(&home::folder()?, &files::read(invitation)?, &name, passphrase, told_of_help)?;
    write_whole(to, &joined.acceptance)?;
    Ok(Joined {
        consultation: joined.consultation.to_string(),
        device: joined.device.to_string(),
        own_words: check_words(&joined.device.0)?,
        consultation_words: check_words(&joined.consultation.0)?,
    })
}

/// Makes the consultation of an accepted invitation, from the first file that came for it.
///
/// # Errors
/// `nothing-accepted`, `torn`, `exists-already`, …; nothing is left behind then.
pub async fn begin_invited(
    first: &Path,
    file: &Path,
    passphrase: &Passphrase,
    steps: &Steps,
) -> Result<(Desk, anteroom_model::view_exchange::MergeView), AppError> {
    let at = now();
    let (store, merged) = Store::begin_invited(first, file, &home::folder()?, passphrase, at, steps).await?;
    let desk = Desk::new(store, now, LANGUAGE);
    let told = super::merge::told(&desk, vec![merged], at).await?;
    Ok((desk, told))
}
