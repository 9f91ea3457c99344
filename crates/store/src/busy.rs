//! Work that keeps a core busy, or waits for another program, stands beside what waits for the disk.

use std::num::NonZero;
use std::thread;

use crate::error::StoreError;

/// Fewer are done sooner than shared out.
const WORTH_SHARING: usize = 100;

/// # Errors
/// Where the work itself broke down.
pub(crate) async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| StoreError::Cancelled)
}

/// Shares a list out among all cores. Gives what each made of its share, in order; `None` where that broke down.
pub(crate) fn on_all_cores<T: Send, Made: Send>(
    mut all: Vec<T>,
    one_by_one: impl Fn(Vec<T>) -> Made + Sync,
) -> Vec<Option<Made>> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    if threads == 1 || all.len() < WORTH_SHARING {
        return vec![Some(one_by_one(all))];
    }
    let each = all.len().div_ceil(threads);
    let mut shares = Vec::new();
    while !all.is_empty() {
        let rest = all.split_off(each.min(all.len()));
        shares.push(std::mem::replace(&mut all, rest));
    }
    let one_by_one = &one_by_one;
    thread::scope(|scope| {
        let running: Vec<_> = shares.into_iter().map(|share| scope.spawn(move || one_by_one(share))).collect();
        running.into_iter().map(|thread| thread.join().ok()).collect()
    })
}
