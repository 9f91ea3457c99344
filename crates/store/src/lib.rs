//! The encrypted consultation on disk: a folder with its keys, its journal, and what is read of it.
//!
//! One action is one commit is one transaction, durable before it is acknowledged. Nothing above this crate knows SQL.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod action;
mod attachment;
mod backup;
mod busy;
mod closing;
mod commit;
mod conflicts;
mod contribution;
mod database;
mod derive;
mod disk;
mod doubles;
mod draft;
mod dump;
mod error;
mod exchange;
mod fill;
mod find;
mod folder;
mod heard;
pub mod home;
mod journal;
mod keys;
mod lock;
mod passphrase;
mod problem;
mod progress;
mod put_away;
#[cfg(test)]
mod raw;
mod read;
mod readers;
mod rebuild;
mod revision;
mod secret;
mod sheet;
mod store;
mod tables;
mod undo;
mod verify;
mod waiting;
mod words;
mod write;

pub use action::{Action, Committed, Edit, Founding, Whole, made, made_text};
pub use anteroom_journal::standing::LetIn;
pub use anteroom_journal::undo::LeftOut;
pub use attachment::A_PIECE;
pub use conflicts::{Conflict, Said};
pub use contribution::{Contribution, File, FoundIn, Translation};
pub use disk::{Disk, disk};
pub use doubles::{Near, Noted};
pub use draft::{Draft, Forgetting, Settle, Settling};
pub use error::StoreError;
pub use exchange::{
    Admitted, Along, Branch, Came, CutOff, EpochKey, FilePieces, HandOver, HandedOver, Invited, Joined, Known, Merged,
    Named, Names, Passed, RefusedPart, Served, Server, Since, Stranger, Unconfirmed, Waits, Wordless, Words,
};
pub use find::{Found, Query, Without};
pub use heard::{Heard, SaidInTurn};
pub use problem::Problem;
pub use progress::{Progress, Silent};
pub use read::{Change, Record};
pub use secret::{Passphrase, RecoveryWords, Unlock, forbid_core_dumps};
pub use store::Store;
pub use undo::{Returning, Taken, Turned, Undoable, Undone};
pub use verify::Verification;
pub use waiting::Waiting;
