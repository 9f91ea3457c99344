//! What is half made of a contribution: a correction or a translation that nobody has given yet. It is kept in the
//! consultation like anything half typed, until it is given or let go; where the words are erased, it goes with them.

use std::iter;

use anteroom_model::ids::RecordId;
use anteroom_model::view::{HalfMade, HalfView};
use anteroom_store::{Contribution, Draft, Settling};
use serde::{Deserialize, Serialize};

use super::{LONGEST, language_tag, one};
use crate::desk::Desk;
use crate::error::AppError;

/// Which half-made thing of which contribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AskHalf {
    pub id: String,
    pub what: HalfMade,
    /// The language of a translation that is there already and is being changed; empty for anything else.
    pub language: String,
}

/// The same, with how it stands.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Half {
    pub id: String,
    pub what: HalfMade,
    /// The language of a translation that is there already and is being changed; empty for anything else.
    pub language: String,
    /// As whoever asks for it writes it down; empty where nothing is to be kept.
    pub words: String,
}

impl std::fmt::Debug for Half {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Half").field("id", &self.id).field("what", &self.what).finish_non_exhaustive()
    }
}

/// What is half made; empty where nothing is.
///
/// # Errors
/// `unknown-contribution`, `unknown-language`.
pub async fn half(desk: &Desk, asked: &AskHalf) -> Result<String, AppError> {
    let id = one(desk, &asked.id).await?.id;
    let kept = desk.store().draft(&name(asked.what, &asked.language, id)?).await?;
    Ok(kept.map(|draft| draft.words).unwrap_or_default())
}

/// Keeps it as it stands; where nothing stands there any more, because it was given or typed back, it is no longer kept.
///
/// # Errors
/// `unknown-contribution`, `unknown-language`, `text-too-long`.
pub async fn keep_half(desk: &Desk, half: &Half) -> Result<(), AppError> {
    // Beside the text stand a language, a speaker and the signs of whoever writes it down.
    if half.words.len() > 2 * LONGEST {
        let (bytes, most) = (half.words.len().to_string(), LONGEST.to_string());
        return Err(AppError::new("text-too-long", &[("bytes", &bytes), ("most", &most)]));
    }
    let name = name(half.what, &half.language, one(desk, &half.id).await?.id)?;
    let mut settling = Settling::default();
    if half.words.is_empty() {
        settling.gone.push(name);
    } else {
        settling.kept.push(Draft { name, words: half.words.clone(), at: desk.now() });
    }
    Ok(desk.store().settle(settling).await?)
}

/// Lets go of what nobody wants any more: its words are nowhere else, and leave the log at once.
///
/// # Errors
/// `unknown-contribution`, `unknown-language`.
pub async fn let_go_half(desk: &Desk, asked: &AskHalf) -> Result<(), AppError> {
    let name = name(asked.what, &asked.language, one(desk, &asked.id).await?.id)?;
    Ok(desk.store().wipe(Settling { kept: Vec::new(), gone: vec![name] }).await?)
}

/// What is half made of a contribution.
///
/// # Errors
/// What the store refuses.
pub(super) async fn halves(desk: &Desk, contribution: &Contribution) -> Result<Vec<HalfView>, AppError> {
    let there = contribution.translations.iter().map(|it| it.language.as_str());
    let translations = iter::once("").chain(there).map(|language| (HalfMade::Translation, language));
    let mut halves = Vec::new();
    for (what, language) in iter::once((HalfMade::Correction, "")).chain(translations) {
        if desk.store().draft(&name(what, language, contribution.id)?).await?.is_some() {
            halves.push(HalfView { what, language: language.to_owned() });
        }
    }
    Ok(halves)
}

fn name(what: HalfMade, language: &str, id: RecordId) -> Result<String, AppError> {
    let what = match what {
        HalfMade::Correction => "correction",
        HalfMade::Translation => "translation",
    };
    if language.is_empty() {
        return Ok(Draft::about(what, id));
    }
    Ok(Draft::about(&format!("{what}/{}", language_tag(language)?), id))
}
