//! What a person does in the real window, by mouse and by keyboard, and what the window refuses to do.
//!
//! Xvfb is wanted, and WebKitWebDriver. Each journey leaves pictures in `target/journeys`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attachments;
mod backups;
mod briefs;
mod briefs_look;
mod came;
mod capture;
mod capture_mess;
#[expect(dead_code, unreachable_pub, reason = "the hub's own tests use the rest")]
#[path = "../../../crates/hub/tests/hub/cluster.rs"]
mod cluster;
mod conflicts;
mod consultation;
mod damaged;
mod days;
mod detail;
mod disks;
mod display;
mod door;
mod exchange;
mod filters;
mod focus;
mod forgotten;
mod founding;
mod imports;
mod keyboard;
mod keys;
mod list;
mod locking;
mod look;
mod many;
mod members;
mod pack;
mod pairs;
mod palette;
mod programme;
mod screens;
mod search;
#[path = "../../../crates/store/tests/laptop/second.rs"]
mod second;
mod seen;
mod server;
mod signatures;
mod stolen;
mod tasks;
mod twenty;
mod typed_here;
mod walls;
mod window;
mod withdrawal;
mod words;
