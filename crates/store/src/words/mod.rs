//! What is looked for in texts: how it is read, and where it stands in what was found.

mod asked;
mod highlight;

pub(crate) use asked::{Asked, Term};
pub(crate) use highlight::matched;
