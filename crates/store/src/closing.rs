//! Whatever is let go of while it is open is closed all the same, and before the program ends.

use scopeguard::{ScopeGuard, guard};
use sqlx::sqlite::SqlitePool;
use sqlx::{Connection as _, SqliteConnection};
use tokio::runtime::Handle;

/// Something that is open.
pub(crate) type Open<Opened> = ScopeGuard<Opened, fn(Opened)>;

pub(crate) fn connection(opened: SqliteConnection) -> Open<SqliteConnection> {
    guard(opened, |connection| by_and_by(async { _ = connection.close().await }))
}

pub(crate) fn pool(opened: SqlitePool) -> Open<SqlitePool> {
    guard(opened, |pool| by_and_by(async move { pool.close().await }))
}

/// Nobody waits for it but the end of the runtime: at the program's end SQLCipher lets go of its memory, and whoever is still
/// closing a connection then falls over what is gone.
fn by_and_by(closing: impl Future<Output = ()> + Send + 'static) {
    if let Ok(runtime) = Handle::try_current() {
        let same = runtime.clone();
        runtime.spawn_blocking(move || same.block_on(closing));
    }
}
