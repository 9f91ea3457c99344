//! The real program, run the way a script runs it: every command, every refusal, every exit code.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attachments;
mod briefs;
mod commands;
mod computer;
mod conflicts;
mod exchange;
mod imports;
mod pairs;
#[path = "../../../store/tests/laptop/second.rs"]
mod second;
mod secrets;
mod usage;
mod wrong;
