//! What a consultation is: types, ids, validation, permission rules. No I/O, no clock, no randomness.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[macro_use]
mod views;

pub mod doubles;
pub mod field;
pub mod folding;
pub mod ids;
pub mod permission;
pub mod quoted;
pub mod reference;
pub mod release;
pub mod statement;
pub mod value;
pub mod view;
pub mod view_brief;
pub mod view_exchange;
pub mod words;
