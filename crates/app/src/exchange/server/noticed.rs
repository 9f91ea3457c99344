//! What a server did that an honest one, which lost nothing, never does: kept by its name, said in a sentence.

use anteroom_hub::Noticed;

use crate::messages::say;

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

/// As a person reads it; nothing for what a newer version kept.
pub(super) fn sentences(names: &[String], language: &str) -> Vec<String> {
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
    ALL.iter().filter(|known| names.iter().any(|name| name == *known)).map(|name| say(language, name, &[])).collect()
}
