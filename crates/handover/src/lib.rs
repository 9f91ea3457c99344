//! What goes from one laptop to another: hand-over files, event packs, invitations and acceptances. Sealed, signed,
//! streamed; no database, and nothing of it decides what counts.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod error;
mod forgotten;
mod head;
mod identity;
mod letter;
mod padding;
mod piece;
mod reader;
mod sealed;
mod words;
mod writer;

pub use error::HandoverError;
pub use forgotten::Forgotten;
pub use head::Head;
pub use identity::{Identity, is_recipient};
pub use letter::{Acceptance, Invitation};
pub use piece::Piece;
pub use reader::{Key, Reader};
pub use sealed::{open_sealed, seal_to};
pub use words::{Code, check_words};
pub use writer::{Sealed, Writer};
