//! A connection that is let go of while it is open is closed all the same, and is closed when the letting go is over.

use std::thread;

use scopeguard::{ScopeGuard, guard};
use sqlx::{Connection as _, SqliteConnection};

/// A connection that nobody needs to close.
pub(crate) type Open = ScopeGuard<SqliteConnection, fn(SqliteConnection)>;

/// At the program's end SQLCipher lets go of its memory, and whoever is still closing a connection then falls over what is
/// gone: so it is waited for. A thread of its own does it, because it may be a runtime's thread that lets go.
pub(crate) fn connection(opened: SqliteConnection) -> Open {
    guard(opened, |connection| {
        let closing = thread::Builder::new().spawn(move || {
            if let Ok(runtime) = tokio::runtime::Builder::new_current_thread().build() {
                runtime.block_on(connection.close()).ok();
            }
        });
        closing.ok().and_then(|closing| closing.join().ok());
    })
}
