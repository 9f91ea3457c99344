//! The text that is being typed, with what was said about it so far.

use anteroom_insight::language::guess;
use anteroom_store::Settling;
use serde::{Deserialize, Serialize};

use super::room::{COMPOSER, Room, TakenUp, written};
use super::view::Kept;
use crate::contributions::LONGEST;
use crate::desk::Desk;
use crate::error::AppError;

/// What stands in the composer. Kind, objectives and word for word hold for this text alone.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Composed {
    pub text: String,
    /// Key.
    pub kind: Option<String>,
    /// Keys.
    pub nodes: Vec<String>,
    pub verbatim: bool,
}

impl std::fmt::Debug for Composed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Composed").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}

impl Composed {
    /// Whether there is a word in it.
    pub(super) fn has_words(&self) -> bool {
        !self.text.trim().is_empty()
    }
}

/// Keeps what is half typed, so that it is there after a crash; says when, and in which language it seems to be. An empty
/// text is not kept.
///
/// # Errors
/// `text-too-long`, or what the disk refuses.
pub async fn keep_draft(desk: &Desk, composed: &Composed) -> Result<Kept, AppError> {
    not_too_long(&composed.text)?;
    let at = desk.now();
    let mut settling = if *composed == Composed::default() {
        Settling { kept: Vec::new(), gone: vec![COMPOSER.to_owned()] }
    } else {
        Settling { kept: vec![written(COMPOSER.to_owned(), composed, at)], gone: Vec::new() }
    };
    if !composed.has_words()
        && let Some(mut room) = Room::read(desk).await?
        && room.taken_up.as_ref().is_some_and(|taken| *taken != TakenUp::default())
    {
        // What is typed next are other words than those that were taken up.
        room.taken_up = Some(TakenUp::default());
        settling.kept.push(room.draft(at));
    }
    desk.store().settle(settling).await?;
    Ok(Kept { at, language: guess(&composed.text).map(str::to_owned) })
}

pub(super) fn not_too_long(text: &str) -> Result<(), AppError> {
    if text.len() <= LONGEST {
        return Ok(());
    }
    let (bytes, most) = (text.len().to_string(), LONGEST.to_string());
    Err(AppError::new("text-too-long", &[("bytes", &bytes), ("most", &most)]))
}
