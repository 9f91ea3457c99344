//! What happens to people and their consultations over days and several laptops, told through the app.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod at_once;
mod backups;
mod day;
mod import_again;
mod lost_laptop;
mod pairs;
mod passphrases;
mod second_signature;
mod several;
mod withdrawal;
