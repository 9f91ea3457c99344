//! What a server did that an honest one, which lost nothing, never does: kept by its name, said in a sentence.

use anteroom_hub::Noticed;
use anteroom_model::ids::DeviceId;

use crate::desk::Desk;
use crate::error::AppError;
use crate::exchange::names::Names;
use crate::messages::{isolated, say};

/// By what name it is kept.
pub(super) fn name(noticed: &Noticed) -> &'static str {
    match noticed {
        Noticed::AnotherServer => "server-is-another",
        Noticed::WentBack { .. } => "server-went-back",
        Noticed::AnotherHistory { .. } => "server-shows-another-history",
        Noticed::LostRows { .. } => "server-lost-rows",
        Noticed::BrokenChain { .. } => "server-broke-chain",
        Noticed::FalseHead { .. } => "server-has-false-head",
        Noticed::Withholds { .. } => "server-withholds",
    }
}

/// Rows that do not open although their key is here.
pub(super) const DAMAGED: &str = "server-rows-damaged";

/// Whether the server may have lost something by it, so that everything is brought again.
pub(super) fn has_lost(name: &str) -> bool {
    matches!(name, "server-is-another" | "server-went-back" | "server-shows-another-history" | "server-lost-rows")
}

/// What is kept where a laptop's file says that it was shown another history: this, a blank, and whose file it was. It may be
/// made up, so it is never more than that laptop's word.
const TOLD_BY: &str = "server-showed-another-history";

/// By what name it is kept that the file of this laptop says so.
pub(super) fn told_by(device: &DeviceId) -> String {
    format!("{TOLD_BY} {device}")
}

fn who_told(name: &str) -> Option<DeviceId> {
    name.strip_prefix(TOLD_BY)?.trim_start().parse().ok()
}

/// As a person reads it; nothing for what a newer version kept.
///
/// # Errors
/// What the store refuses.
pub(super) async fn sentences(kept: &[String], desk: &Desk) -> Result<Vec<String>, AppError> {
    const ALL: [&str; 8] = [
        "server-is-another",
        "server-went-back",
        "server-shows-another-history",
        "server-lost-rows",
        "server-broke-chain",
        "server-has-false-head",
        "server-withholds",
        DAMAGED,
    ];
    let language = desk.language();
    let known = ALL.iter().filter(|known| kept.iter().any(|name| name == *known));
    let mut sentences: Vec<String> = known.map(|name| say(&language, name, &[])).collect();
    let told_by: Vec<DeviceId> = kept.iter().filter_map(|name| who_told(name)).collect();
    if !told_by.is_empty() {
        let names = Names::read(desk).await?;
        let mut names: Vec<String> = told_by.iter().map(|device| names.spoken(device)).collect();
        names.sort();
        // Two laptops of one name are told alike.
        names.dedup();
        let told = names.iter().map(|name| say(&language, TOLD_BY, &[("name", &isolated(&language, name))]));
        sentences.extend(told);
    }
    Ok(sentences)
}
