//! The real program, run the way a script runs it: every command, every refusal, every exit code.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attachments;
mod briefs;
#[expect(dead_code, unreachable_pub, reason = "the hub's own tests use the rest")]
#[path = "../../../hub/tests/hub/cluster.rs"]
mod cluster;
mod commands;
mod computer;
mod conflicts;
mod exchange;
mod forgotten;
mod forks;
mod gaps;
mod imports;
mod observer;
mod pairs;
mod reports;
#[path = "../../../store/tests/laptop/second.rs"]
mod second;
mod secrets;
mod server;
mod sheet;
mod stolen;
mod usage;
mod ways;
mod wrong;
