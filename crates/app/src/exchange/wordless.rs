//! Contributions that belong here and of which no words are.

use serde::Serialize;

use super::names::Names;
use crate::desk::Desk;
use crate::error::AppError;

/// A contribution of which nothing but that it was made is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WordlessView {
    pub id: String,
    /// Who made it, and on which laptop.
    pub who: String,
    pub device: String,
    /// Milliseconds since 1970, UTC, by the clock there.
    pub recorded_at: i64,
}

/// The last moment that a `Date` of a web view can say, in milliseconds since 1970.
const LAST_MOMENT: i64 = 8_640_000_000_000_000;

/// All of them, the oldest first: nobody has brought their words, or they may not be passed on.
///
/// # Errors
/// What the store refuses.
pub async fn wordless(desk: &Desk) -> Result<Vec<WordlessView>, AppError> {
    let found = desk.store().wordless().await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let names = Names::read(desk).await?;
    let view = |it: anteroom_store::Wordless| WordlessView {
        id: it.id.to_string(),
        who: names.spoken(&it.device),
        device: it.device.to_string(),
        recorded_at: it.recorded_at.clamp(-LAST_MOMENT, LAST_MOMENT),
    };
    Ok(found.into_iter().map(view).collect())
}
