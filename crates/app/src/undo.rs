//! Taking back the last action, in a new one.

use serde::Serialize;

use crate::changes::Topic;
use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::say;

/// What was taken back, and what was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Undone {
    /// A code of what was taken back: `record`, `tag`, `import`, …
    pub deed: String,
    pub records: u32,
    /// A sentence for each thing that stays as it is.
    pub left_out: Vec<String>,
}

/// Takes back the last action of this device that is not taken back yet. Permissions are never loosened, erased words
/// never brought back; what was left out is said.
///
/// # Errors
/// `nothing-to-undo`.
pub async fn last(desk: &Desk) -> Result<Undone, AppError> {
    let undone = desk.store().undo_last(desk.now(), desk.person()).await?;
    let undone = undone.ok_or_else(|| AppError::new("nothing-to-undo", &[]))?;
    desk.structure_changed();
    desk.changed(&Topic::ALL.into());
    let mut left_out: Vec<_> = undone.left_out.iter().map(|why| say(&desk.language(), why.message(), &[])).collect();
    left_out.sort();
    left_out.dedup();
    Ok(Undone { deed: undone.deed.name().unwrap_or("").to_lowercase(), records: undone.records, left_out })
}
