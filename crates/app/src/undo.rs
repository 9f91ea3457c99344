//! Taking back the last action, in a new one, and doing it again.

use anteroom_store as store;
use serde::{Deserialize, Serialize};

use crate::capture::RETURNING;
use crate::changes::Topic;
use crate::consultations::Steps;
use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::say;

/// What was taken back or done again, and what was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Undone {
    /// A code of the action: `record`, `tag`, `import`, …
    pub deed: String,
    /// How many contributions; where it is about none, how many records.
    pub records: u32,
    /// How many drafts are parked again.
    pub parked: u32,
    /// A sentence for each thing that stays as it is.
    pub left_out: Vec<String>,
}

/// An action, by its code and the number of contributions it touched; where it touched none, of records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Taken {
    /// `record`, `tag`, `import`, …; empty where a newer version did it.
    pub deed: String,
    pub records: u32,
}

/// What undo and redo would do now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Undoable {
    pub undo: Option<Taken>,
    pub redo: Option<Taken>,
}

/// Takes back the last action of this device that holds. Permissions are never loosened, erased words never brought back;
/// what was left out is said.
///
/// # Errors
/// `nothing-to-undo`.
pub async fn undo(desk: &Desk) -> Result<Undone, AppError> {
    undo_with(desk, &Steps::silent()).await
}

/// The same, for an action that may have been a large one: tells how far it is, and can be called off until it is done.
///
/// # Errors
/// `cancelled`, and as `undo`.
pub async fn undo_with(desk: &Desk, steps: &Steps) -> Result<Undone, AppError> {
    let undone = desk.store().undo_with(desk.now(), desk.person(), RETURNING, steps).await?;
    Ok(told(desk, &undone.ok_or_else(|| AppError::new("nothing-to-undo", &[]))?))
}

/// Does again what was taken back last, by the same rules. Whatever is done anew ends what could be done again.
///
/// # Errors
/// `nothing-to-redo`.
pub async fn redo(desk: &Desk) -> Result<Undone, AppError> {
    redo_with(desk, &Steps::silent()).await
}

/// The same, as `undo_with`.
///
/// # Errors
/// `cancelled`, and as `redo`.
pub async fn redo_with(desk: &Desk, steps: &Steps) -> Result<Undone, AppError> {
    let undone = desk.store().redo_with(desk.now(), desk.person(), RETURNING, steps).await?;
    Ok(told(desk, &undone.ok_or_else(|| AppError::new("nothing-to-redo", &[]))?))
}

/// What undo and redo would do now.
///
/// # Errors
/// What the store refuses.
pub async fn undoable(desk: &Desk) -> Result<Undoable, AppError> {
    let store::Undoable { undo, redo } = desk.store().undoable().await?;
    let taken = |taken: store::Taken| Taken { deed: code(taken.deed), records: taken.records };
    Ok(Undoable { undo: undo.map(taken), redo: redo.map(taken) })
}

fn told(desk: &Desk, undone: &store::Undone) -> Undone {
    desk.structure_changed();
    desk.changed(&Topic::ALL.into());
    let mut left_out: Vec<_> = undone.left_out.iter().map(|why| say(&desk.language(), why.message(), &[])).collect();
    left_out.sort();
    left_out.dedup();
    Undone { deed: code(undone.deed), records: undone.records, parked: undone.drafts, left_out }
}

fn code(deed: anteroom_journal::deed::Deed) -> String {
    deed.name().unwrap_or("").to_lowercase()
}
