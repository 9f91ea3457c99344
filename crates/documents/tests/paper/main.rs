//! Briefs and sheets as their readers get them: opened in LibreOffice, read by pandoc, unpacked.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod package;
mod read_by_others;
mod samples;
mod tools;
