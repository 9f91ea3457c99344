//! The shared server against a real PostgreSQL: what passes through it, who gets in, and what is noticed of it.

#![allow(unreachable_pub, reason = "other tests take in the cluster by its path")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where")]

mod cluster;
mod contents;
mod door;
mod exchange;
mod honesty;
mod house;
mod order;
mod privileges;
mod secrecy;
mod setup;
mod speed;
