//! What a check of a consultation can find wrong. None of it holds a word of a contribution.

use anteroom_journal::check::Refusal;
use anteroom_model::ids::{Digest, RecordId};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// What SQLite or SQLCipher says of a page or a tree, by number.
    Page(String),
    PagesUnreadable,
    PartUnreadable,
    /// Others follow this entry.
    EntryMissing(Digest),
    /// This computer signed this entry.
    OwnEntryMissing(Digest),
    FoundingMissing,
    EntryUnderAnotherHash,
    Entry(Refusal),
    RecordReadWrongly(RecordId),
    WordsNotSigned(RecordId),
    WordsOfErased(RecordId),
    WordsMissing(RecordId),
    WordsOfNobody,
    RowsOfNobody,
    FileNotAttached(RecordId),
    FileOfNobody(RecordId),
    SearchWrong,
    GroupsWrong,
    NodesWrong,
}

impl Problem {
    /// Whether only what is read of the journal is wrong, which can be made anew from it.
    pub(crate) fn is_mended_by_rebuilding(&self) -> bool {
        matches!(
            self,
            Self::RecordReadWrongly(_) | Self::RowsOfNobody | Self::SearchWrong | Self::GroupsWrong | Self::NodesWrong
        )
    }
}
