//! A laptop is cut off: somebody left, it was lost or stolen, or it is the founder's, whom only the recovery sheet comes before.

use anteroom_store::{CutOff, LetIn, RecoveryWords};
use serde::{Deserialize, Serialize};

use super::merge::came;
use super::names::Names;
use crate::desk::Desk;
use crate::error::AppError;

/// How a laptop is suspended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Suspension {
    pub device: String,
    /// What it did from this moment on does not count; none: what comes from now on. Milliseconds since 1970, UTC.
    pub since: Option<i64>,
    /// A stolen laptop: what does not count is refused, and what it erased is asked for again.
    pub refuses_all: bool,
    /// The laptops that it let in since then and that stay, let in by whoever suspends it. None named: all of them, unless
    /// it was stolen.
    pub keeps: Option<Vec<String>>,
}

/// Cuts a laptop off. With `sheet`, the words of the recovery sheet, it is the sheet that says so: it comes before the founder
/// and every organiser, and may be typed on any laptop that takes part. Says the names of the other laptops that fell with it.
///
/// # Errors
/// `unknown-member`, `several-members`, `not-oneself`, `not-allowed`, `wrong-recovery-words`.
pub async fn suspend(
    desk: &Desk,
    suspension: &Suspension,
    sheet: Option<&RecoveryWords>,
) -> Result<Vec<String>, AppError> {
    let names = Names::read(desk).await?;
    let known = names.meant(&suspension.device)?;
    if known.is_own {
        return Err(AppError::new("not-oneself", &[]));
    }
    let Suspension { since, refuses_all, .. } = *suspension;
    let keeps = match &suspension.keeps {
        Some(kept) => kept.iter().map(|it| Ok(names.meant(it)?.device)).collect::<Result<_, AppError>>()?,
        // Whom a thief let in falls with the laptop; whom a member let in who only left stays.
        None if refuses_all => Vec::new(),
        None => desk.store().let_in_since(known.device, since).await?.into_iter().map(|it| it.device).collect(),
    };
    let cut_off = CutOff { since, refuses_all, keeps };
    desk.store().suspend(known.device, &cut_off, sheet, desk.person(), desk.now()).await?;
    came(desk);
    let took_part = names.known.iter().filter(|other| other.device != known.device && !other.roles.is_none());
    let after = desk.store().known().await?;
    let fell = took_part.filter(|other| after.iter().any(|it| it.device == other.device && it.roles.is_none()));
    Ok(fell.map(|other| names.spoken(&other.device)).collect())
}

/// The same by an organiser's own right, as a window asks for it.
///
/// # Errors
/// As `suspend`.
pub async fn suspend_by_oneself(desk: &Desk, suspension: &Suspension) -> Result<(), AppError> {
    suspend(desk, suspension, None).await?;
    Ok(())
}

/// A laptop that another one let in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LetInView {
    pub device: String,
    pub name: String,
    /// The names of those that stand and fall with it.
    pub with: Vec<String>,
}

/// The laptops that a laptop let in since a moment, and that fall with it unless they are kept.
///
/// # Errors
/// `unknown-member`, `several-members`.
pub async fn let_in_since(desk: &Desk, suspension: &Suspension) -> Result<Vec<LetInView>, AppError> {
    let names = Names::read(desk).await?;
    let let_in = desk.store().let_in_since(names.meant(&suspension.device)?.device, suspension.since).await?;
    let shown = let_in.iter().map(|LetIn { device, with }| LetInView {
        device: device.to_string(),
        name: names.spoken(device),
        with: with.iter().map(|it| names.spoken(it)).collect(),
    });
    Ok(shown.collect())
}

/// Lets this laptop in by the recovery sheet, in every role: nobody has confirmed it, or it was suspended.
///
/// # Errors
/// `wrong-recovery-words`, or what the disk refuses.
pub async fn let_in_by_sheet(desk: &Desk, sheet: &RecoveryWords) -> Result<(), AppError> {
    desk.store().let_in_by_sheet(sheet, desk.now()).await?;
    came(desk);
    Ok(())
}
