//! What the contributions show. Pure functions: nothing here reads a file, a clock or a database.

pub mod alike;
pub mod language;
pub mod nearest;
pub mod suggest;
pub mod voices;
