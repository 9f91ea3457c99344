//! What happened in a consultation: revisions, commits, series, decisions, and what counts of them.
//!
//! Pure: no database, no clock, no randomness, no files. Salts, nonces and times are passed in, so that the same calls
//! give the same bytes on every laptop.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod check;
pub mod commit;
pub mod contents;
pub mod copy;
pub mod decision;
pub mod deed;
pub mod draft;
pub mod encoding;
pub mod proof;
pub mod resolve;
pub mod standing;
pub mod undo;
pub mod vector;
