//! What a consultation is: types, ids, validation, permission rules. No I/O, no clock, no randomness.

pub mod field;
pub mod ids;
pub mod permission;
pub mod reference;
pub mod value;
pub mod view;
