//! Where a passphrase was forgotten: what organisers can do for a laptop, if the consultation says so.

use std::path::Path;

use anteroom_handover::{Code, Invitation};
use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Store, StoreError};
use serde::Serialize;

use super::check_words;
use super::names::Names;
use crate::desk::Desk;
use crate::error::AppError;
use crate::files::{self, write_whole};

/// Whether organisers can help where a passphrase is forgotten, on laptops that join from now on.
///
/// # Errors
/// What the store refuses.
pub async fn helps(desk: &Desk) -> Result<bool, AppError> {
    Ok(desk.structure().await?.consultation.helps)
}

/// Says whether organisers can. Laptops that have joined stay as they were declared.
///
/// # Errors
/// `not-allowed`.
pub async fn allow_help(desk: &Desk, allowed: &bool) -> Result<bool, AppError> {
    if helps(desk).await? != *allowed {
        let record = desk.store().records(field::CONSULTATION).await?.first().map(|record| record.id);
        let record = record.ok_or(StoreError::ContentsDamaged)?;
        let fields = Fields::from([(field::HELP, Value::Int(i64::from(!*allowed)))]);
        desk.commit(Deed::STRUCTURE, vec![Edit::Set { record, fields }]).await?;
    }
    helps(desk).await
}

/// Whether an event pack, which these words open, declares that organisers can help.
///
/// # Errors
/// `wrong-code`, `torn`, `not-a-hand-over`, …
pub async fn declares_help(pack: &Path, words: &str) -> Result<bool, AppError> {
    let code = Code::read(words).map_err(StoreError::from)?;
    Ok(Store::pack_declares_help(pack, &code).await?)
}

/// Whether an invitation declares it.
///
/// # Errors
/// `not-a-hand-over`, …
pub fn invitation_declares_help(invitation: &Path) -> Result<bool, AppError> {
    Ok(Invitation::decode(&files::read(invitation)?).map_err(StoreError::from)?.helps)
}

/// Whether an organiser can help whoever forgot the passphrase of the consultation in this folder.
///
/// # Errors
/// Where the folder is no consultation, or its keys are damaged.
pub fn can_be_helped(file: &Path) -> Result<bool, AppError> {
    Ok(Store::letter_for_help(file)?.is_some())
}

/// Writes what an organiser needs to help whoever forgot the passphrase of the consultation in the folder `file`.
///
/// # Errors
/// `nobody-can-help`, or what the disk refuses.
pub fn save_letter(file: &Path, to: &Path) -> Result<(), AppError> {
    let letter = Store::letter_for_help(file)?.ok_or_else(|| AppError::new("nobody-can-help", &[]))?;
    write_whole(to, &letter)
}

/// The words that open a laptop whose passphrase was forgotten.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HelpView {
    /// By what name the laptop goes here; empty where nothing ever came from it.
    pub name: String,
    pub check_words: String,
    /// Twelve words, to be said to whoever sits before it.
    pub words: String,
}

impl std::fmt::Debug for HelpView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HelpView").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Reads what somebody wrote who forgot a passphrase.
///
/// # Errors
/// `not-allowed`, `not-for-this-laptop`, `other_consultation`, `not-a-hand-over`, …
pub async fn help(desk: &Desk, letter: &Path) -> Result<HelpView, AppError> {
    let (device, words) = desk.store().help(&files::read(letter)?).await?;
    let names = Names::read(desk).await?;
    let known = names.known.iter().find(|known| known.device == device);
    Ok(HelpView {
        name: known.map(|known| names.name(known)).unwrap_or_default(),
        check_words: check_words(&device.0)?,
        words: words.words(),
    })
}
