//! What happens to people and their consultations over days and several laptops, told through the app.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod at_once;
mod backups;
#[expect(dead_code, unreachable_pub, reason = "the hub's own tests use the rest")]
#[path = "../../../crates/hub/tests/hub/cluster.rs"]
mod cluster;
mod day;
mod import_again;
mod lost_laptop;
mod on_whose_laptop;
mod pairs;
mod passphrases;
mod planted;
mod raw;
mod second_signature;
mod several;
mod withdrawal;
mod wordless;
