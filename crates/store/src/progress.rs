//! What long work tells while it is under way, and how it is called off.

use crate::error::StoreError;

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

/// The steps of a piece of work before which others were done.
pub(crate) struct After<'p> {
    pub(crate) progress: &'p dyn Progress,
    pub(crate) done: u64,
}

impl Progress for After<'_> {
    fn step(&self, done: u64, of: u64) {
        self.progress.step(self.done + done, self.done + of);
    }

    fn is_cancelled(&self) -> bool {
        self.progress.is_cancelled()
    }
}

/// One piece of work whose parts are told as one.
pub(crate) struct Counted<'p> {
    progress: &'p dyn Progress,
    done: u64,
    of: u64,
}

impl<'p> Counted<'p> {
    /// `of`: how many steps all parts have together.
    pub(crate) fn new(progress: &'p dyn Progress, of: usize) -> Self {
        Self { progress, done: 0, of: of as u64 }
    }

    /// Tells of so many more steps.
    ///
    /// # Errors
    /// `Cancelled`.
    pub(crate) fn went(&mut self, steps: usize) -> Result<(), StoreError> {
        self.done = self.of.min(self.done + steps as u64);
        self.progress.step(self.done, self.of);
        if self.progress.is_cancelled() { Err(StoreError::Cancelled) } else { Ok(()) }
    }
}
