//! What long work tells while it is under way, and how it is called off.

/// Hears of a long piece of work, step by step.
pub trait Progress: Send + Sync {
    /// So many steps are done, of so many.
    fn step(&self, done: u64, of: u64);

    /// Whether somebody called the work off. It then stops at the next step and leaves nothing behind.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Nobody listens.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl Progress for Silent {
    fn step(&self, _: u64, _: u64) {}
}
