//! Contributions that belong here and of which no words are.

use anteroom_store::Wordless;
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

/// How many there are, and the newest of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SomeWordlessView {
    pub count: u32,
    /// The newest first.
    pub newest: Vec<WordlessView>,
}

/// More than these are counted, and not named on a screen.
const NAMED: usize = 50;

/// The last moment that a `Date` of a web view can say, in milliseconds since 1970.
const LAST_MOMENT: i64 = 8_640_000_000_000_000;

/// All of them, the oldest first: nobody has brought their words, or they may not be passed on.
///
/// # Errors
/// What the store refuses.
pub async fn wordless(desk: &Desk) -> Result<Vec<WordlessView>, AppError> {
    views(desk, desk.store().wordless().await?).await
}

/// As many of them as a screen names, and how many there are.
///
/// # Errors
/// What the store refuses.
pub async fn newest_wordless(desk: &Desk) -> Result<SomeWordlessView, AppError> {
    let found = desk.store().wordless().await?;
    let count = found.len() as u32;
    let newest = found.into_iter().rev().take(NAMED).collect();
    Ok(SomeWordlessView { count, newest: views(desk, newest).await? })
}

async fn views(desk: &Desk, found: Vec<Wordless>) -> Result<Vec<WordlessView>, AppError> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let names = Names::read(desk).await?;
    let view = |it: Wordless| WordlessView {
        id: it.id.to_string(),
        who: names.spoken(&it.device),
        device: it.device.to_string(),
        recorded_at: it.recorded_at.clamp(-LAST_MOMENT, LAST_MOMENT),
    };
    Ok(found.into_iter().map(view).collect())
}
