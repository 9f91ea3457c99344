//! What a person does, over a real store in a temporary folder.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attachments;
mod briefs;
mod capture;
mod capture_mess;
mod capture_rule;
mod conflicts;
mod contributions;
mod frameworks;
mod imports;
mod laptop;
mod many;
mod pairs;
mod plan;
mod programme;
mod release;
mod sample;
#[path = "../../../store/tests/laptop/second.rs"]
mod second;
mod suggest;
mod withdrawal;
