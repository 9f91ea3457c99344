//! One function for each thing a person does; the only thing that a shell calls. Nothing here knows a terminal or a window.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod attachments;
pub mod briefs;
pub mod capture;
pub mod changes;
pub mod check;
pub mod conflicts;
pub mod consultations;
pub mod contributions;
pub mod desk;
mod error;
pub mod exchange;
mod files;
mod framework;
pub mod imports;
mod messages;
mod names;
pub mod pairs;
pub mod plan;
pub mod programme;
pub mod sample;
pub mod speakers;
mod structure;
pub mod suggest;
pub mod undo;
pub mod withdrawal;

pub use anteroom_model as model;
pub use anteroom_store::{Disk, Passphrase, RecoveryWords, Unlock, disk, forbid_core_dumps};
pub use error::AppError;
pub use messages::{languages, say};
