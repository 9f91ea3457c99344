//! The release check: the only way from a brief to something that leaves.
//!
//! Writers accept `ReleasedBrief`, and only `check` makes one.

mod aloud;
mod cells;
mod check;
mod draft;
mod names;
mod released;
mod table;

pub use aloud::{Aloud, Masked, aloud};
pub use cells::Cell;
pub use check::{Refusal, Stop, check};
pub use draft::{Cited, DraftBrief, DraftPiece, DraftSection, DraftStatement, Names};
pub use names::places_of_name;
pub use released::{AnnexEntry, BriefWords, ReleasedBrief, ReleasedParagraph, ReleasedSection, Run};
pub use table::{AUDIENCES, Answer, Audience, FORMS, Form, Naming, answer, naming};
