//! Work that keeps a core busy, or waits for another program, stands beside what waits for the disk.

use crate::error::StoreError;

/// # Errors
/// Where the work itself broke down.
pub(crate) async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| StoreError::Cancelled)
}
