//! Which paragraphs rest on some contributions: told before these are withdrawn.

use std::collections::BTreeSet;

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use serde::{Deserialize, Serialize};

use super::opened::Opened;
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{is_put_away, text};

/// The paragraphs of one brief that rest on something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Resting {
    /// The title of the brief.
    pub brief: String,
    /// By number; of a paragraph without words there is none.
    pub paragraphs: Vec<u32>,
    /// How many of them quote it.
    pub quoting: u32,
}

/// The paragraphs that cite or quote any of these, brief by brief.
///
/// # Errors
/// What the store refuses.
pub(crate) async fn resting_on(desk: &Desk, evidence: &BTreeSet<RecordId>) -> Result<Vec<Resting>, AppError> {
    let mut all = Vec::new();
    for brief in desk.store().records(field::BRIEF).await?.into_iter().filter(|brief| !is_put_away(brief)) {
        let opened = Opened::read(desk, brief).await?;
        let mut resting = Resting { brief: text(&opened.brief, field::TITLES), ..Resting::default() };
        for (number, statement) in (1_u32..).zip(opened.numbered()) {
            let quotes = statement.quoted().any(|id| evidence.contains(&id));
            if quotes || statement.citations.iter().any(|id| evidence.contains(id)) {
                resting.paragraphs.push(number);
                resting.quoting += u32::from(quotes);
            }
        }
        if !resting.paragraphs.is_empty() {
            all.push(resting);
        }
    }
    all.sort_by(|one, other| one.brief.cmp(&other.brief));
    Ok(all)
}
