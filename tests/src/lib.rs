//! What the tests of whole programs share: laptops that are programs of their own, and what is asked of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says where")]

pub mod disk;
pub mod driver;
pub mod laptop;
pub mod needle;
pub mod programs;
pub mod request;
pub mod strace;
pub mod trace;

/// Says what a failed test needs to be told of: nothing is printed where it passes.
#[expect(clippy::print_stderr, reason = "the test harness catches it")]
pub fn tell(line: &str) {
    eprintln!("{line}");
}
