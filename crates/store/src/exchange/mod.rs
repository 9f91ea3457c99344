//! What goes to other laptops and what comes from them: hand-over files, event packs, members, and who is let in.

mod ahead;
mod anew;
mod attached;
mod begin;
mod clocks;
mod decided;
mod hand_over;
mod help;
mod identity;
mod invited;
mod lacking;
mod merge;
mod parts;
mod peer;
mod proofs;
mod report;
mod selection;
mod served;
mod server;
mod stranger;
mod wordless;

pub(crate) use ahead::Ahead;
pub(crate) use anew::settle as settle_key;
pub use decided::{Admitted, CutOff, Unconfirmed};
pub(crate) use hand_over::own_roles;
pub use hand_over::{HandOver, HandedOver, Names, Since};
pub(crate) use identity::{ensure as ensure_identity, keys as own_keys, note_key, recipient, renew as renew_identity};
pub use invited::{Invited, Joined};
pub(crate) use lacking::{ask_again, of as lacking_of};
pub use peer::{Branch, Known};
pub(crate) use report::forget_files;
pub use report::{Came, Merged, RefusedPart, Waits};
pub use served::{Along, FilePieces, Named, Passed, Served, Words};
pub use server::{EpochKey, Server};
pub use stranger::Stranger;
pub use wordless::Wordless;
