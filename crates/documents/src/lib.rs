//! Paper in and out: tables that are read, sheets and briefs that are written. Knows no consultation and no file system.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod brief;
mod lines;
pub mod refused;
pub mod sheet;
pub mod table;
