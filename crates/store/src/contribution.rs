//! A contribution as it stands now, ready to be shown.

use anteroom_model::field::Field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Permissions, Wording};
use anteroom_model::value::Value;

/// What was said, in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translation {
    /// BCP 47.
    pub language: String,
    pub text: String,
    /// `draft` or `reviewed`.
    pub status: String,
}

/// A file attached to a contribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    pub id: RecordId,
    pub name: String,
}

/// A translation, or the name of an attached file, in which the words asked for stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundIn {
    /// BCP 47; empty of the name of a file.
    pub language: String,
    pub text: String,
    pub is_file_name: bool,
    /// What matched, as `[from, to)` in UTF-16 code units of `text`.
    pub highlights: Vec<(u32, u32)>,
}

/// One thing that was said or submitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contribution {
    pub id: RecordId,
    /// The short reference, `K7F-18`.
    pub reference: String,
    /// Unicode NFC, in its own language.
    pub text: String,
    /// What matched the words asked for, as `[from, to)` in UTF-16 code units of `text`.
    pub highlights: Vec<(u32, u32)>,
    /// The translation, or the name of a file, that holds more of the words asked for than `text` does.
    pub found_in: Option<FoundIn>,
    /// BCP 47; `und` where nobody knows.
    pub language: String,
    /// Key of its kind; empty while that is to be tidied up.
    pub kind: String,
    /// Keys of groups, sorted.
    pub groups: Vec<String>,
    /// Keys of nodes, sorted.
    pub nodes: Vec<String>,
    pub permissions: Permissions,
    pub wording: Wording,
    /// Its own rule: the one of the segment it was recorded in.
    pub rule: AttributionRule,
    pub state: String,
    pub segment: Option<RecordId>,
    /// Every segment it has been in: the strictest of their rules holds.
    pub segments_been: Vec<RecordId>,
    pub speaker: Option<RecordId>,
    pub turn: Option<RecordId>,
    pub source: String,
    /// Milliseconds since 1970, UTC.
    pub recorded_at: i64,
    pub said_at: Option<i64>,
    /// To which question of its segment, counted from 1.
    pub question: Option<i64>,
    /// By language.
    pub translations: Vec<Translation>,
    /// What is attached to it, the first one first.
    pub files: Vec<File>,
    /// Fields that were changed on two sides.
    pub conflicts: Vec<Field>,
    /// Their values that stand against each other; only where one contribution is asked for.
    pub standing_against: Vec<(Field, Vec<Value>)>,
}
