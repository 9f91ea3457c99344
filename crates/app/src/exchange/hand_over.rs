//! What goes out: hand-over files, event packs, invitations.

use std::path::Path;

use anteroom_handover::Code;
use anteroom_model::view_exchange::{HandedOverView, Role};
use anteroom_store::{HandOver, HandedOver, Names as Along, Since};
use serde::{Deserialize, Serialize};

use super::is_real;
use super::members::roles;
use super::names::Names;
use crate::consultations::Steps;
use crate::desk::Desk;
use crate::error::AppError;
use crate::files::write_whole;
use crate::structure::tidy_name;

/// What is to be handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HandOverInput {
    /// Names or ids; none: everybody who takes part.
    pub to: Vec<String>,
    /// All of it, also what the others have.
    pub whole: bool,
    /// Names and contacts too.
    pub names: bool,
}

/// An event pack that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackView {
    /// The six words that open it. They are kept nowhere.
    pub words: String,
    /// The four words by which tables know that it is this consultation.
    pub check_words: String,
    pub size: u32,
}

/// Writes a hand-over file.
///
/// # Errors
/// `illustration-alone`, `unknown-member`, `nobody-to-seal-to`, or what the disk refuses; nothing is left behind then.
pub async fn hand_over(
    desk: &Desk,
    file: &Path,
    input: &HandOverInput,
    steps: &Steps,
) -> Result<HandedOverView, AppError> {
    is_real(desk).await?;
    let names = Names::read(desk).await?;
    let to = input.to.iter().map(|asked| Ok(names.meant(asked)?.device)).collect::<Result<Vec<_>, AppError>>()?;
    let what = HandOver {
        to,
        since: if input.whole { Since::Whole } else { Since::LastExchange },
        names: if input.names { Along::Along } else { Along::LeftOut },
        name: own_name(desk, &names),
        at: desk.now(),
    };
    let HandedOver { to, commits, contributions, size } = desk.store().hand_over(file, what, steps).await?;
    Ok(HandedOverView {
        to: to.iter().map(|device| names.spoken(device)).collect(),
        commits: commits as u32,
        contributions: contributions as u32,
        size: u32::try_from(size).unwrap_or(u32::MAX),
    })
}

pub(super) fn own_name(desk: &Desk, names: &Names) -> String {
    names.of_person(&desk.store().person()).unwrap_or_default().to_owned()
}

/// Writes an event pack for all tables, and says the words that open it.
///
/// # Errors
/// `illustration-alone`, `not-allowed`, or what the disk refuses; nothing is left behind then.
pub async fn pack(desk: &Desk, file: &Path, steps: &Steps) -> Result<PackView, AppError> {
    is_real(desk).await?;
    let names = Names::read(desk).await?;
    let code = Code::random().map_err(anteroom_store::StoreError::from)?;
    let helps = desk.structure().await?.consultation.helps;
    let made = desk.store().pack(file, &code, &own_name(desk, &names), helps, desk.now(), steps).await?;
    let check_words = super::check_words(&desk.store().consultation().0)?;
    Ok(PackView { words: code.words().to_owned(), check_words, size: u32::try_from(made.size).unwrap_or(u32::MAX) })
}

/// Writes an invitation in these roles, for somebody who needs what is there on their own laptop.
///
/// # Errors
/// `illustration-alone`, `not-allowed`, `no-role`, or what the disk refuses.
pub async fn invite(desk: &Desk, name: &str, asked: &[Role], to: &Path) -> Result<(), AppError> {
    is_real(desk).await?;
    if asked.is_empty() {
        return Err(AppError::new("no-role", &[]));
    }
    let helps = desk.structure().await?.consultation.helps;
    let invitation = desk.store().invite(&tidy_name(name)?, roles(asked), helps, desk.now()).await?;
    write_whole(to, &invitation)
}
