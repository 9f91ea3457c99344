//! How long the shared server may take: a network that went away says nothing.

use std::time::Duration;

use tokio::time::timeout;

use crate::error::HubError;

/// One page, over a slow line.
pub(crate) const FOR_A_PAGE: Duration = Duration::from_mins(2);

/// # Errors
/// `TooSlow`, or what `work` says.
pub(crate) async fn within<T>(
    limit: Duration,
    work: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, HubError> {
    timeout(limit, work).await.map_err(|_| HubError::TooSlow)?.map_err(HubError::from)
}

/// # Errors
/// `TooSlow`, or what `work` says.
pub(crate) async fn answer<T>(work: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, HubError> {
    within(FOR_A_PAGE, work).await
}

/// Work that keeps a core busy stands beside what waits for the network.
///
/// # Errors
/// `Cancelled`, where the work itself broke down.
pub(crate) async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, HubError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| HubError::Cancelled)
}
