//! The real program, run the way a script runs it: every command, every refusal, every exit code.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attachments;
mod briefs;
mod commands;
mod computer;
mod exchange;
mod imports;
mod secrets;
mod usage;
mod wrong;
