//! The shared server: a PostgreSQL database that passes sealed commits and contents between the laptops of a consultation.
//!
//! It knows nothing of what the rows say, and trusts the server with nothing but passing them on: what it reads is opened,
//! bound to its place, and checked again by whoever takes it in. It never deletes what it was not told to erase.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod address;
mod admin;
mod compare;
mod contents;
mod error;
#[cfg(fuzzing)]
pub mod fuzzing;
mod head;
mod heads;
mod hub;
mod key;
mod listen;
mod login;
mod memory;
mod news;
mod patience;
mod pull;
mod push;
mod row;
mod scram;
mod seal;
mod status;

pub use address::Address;
pub use admin::{Admin, SetUp};
pub use compare::Difference;
pub use contents::Erasure;
pub use error::HubError;
pub use head::Head;
pub use heads::{Looked, Noticed};
pub use hub::Hub;
pub use key::{HubKey, of_founding};
pub use listen::{Listener, Woken};
pub use login::{Login, LoginEntry};
pub use memory::{Cursor, Memory, Witness};
pub use news::News;
pub use pull::Page;
pub use push::{PAGE, Pushed};
pub use row::{CommitKey, ContentsKey, Plain, Pulled, RowKey, Sealed, Unopened};
pub use seal::{Epoch, SMALLEST, Seals};
pub use status::{DeviceStatus, Newest, Status};
