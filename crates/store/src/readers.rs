//! The connections that read. They never write, and leave the write-ahead log to the writer.

use std::ops::{Deref, DerefMut};
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, SqliteConnection};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard, Semaphore, SemaphorePermit};
use tokio::time::timeout;

use crate::closing::{self, Open};
use crate::database;
use crate::error::StoreError;

/// How many may read at once.
const READERS: usize = 3;

/// How long somebody waits for others who read.
const PATIENCE: Duration = Duration::from_secs(10);

/// A few connections, each lent to one at a time and opened when it is first needed. Whoever lets go of one gives it back in
/// that moment: the pool of sqlx does so in a task of its own, which whoever closes would have to wait for.
#[derive(Debug)]
pub(crate) struct Readers {
    options: SqliteConnectOptions,
    lent: [Mutex<Option<Open>>; READERS],
    /// As many as nobody has.
    free: Semaphore,
}

/// A connection that was lent.
pub(crate) struct Reader<'r> {
    connection: MappedMutexGuard<'r, SqliteConnection>,
    /// Given back after the connection.
    _free: SemaphorePermit<'r>,
}

impl Deref for Reader<'_> {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.connection
    }
}

impl DerefMut for Reader<'_> {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
}

impl Readers {
    pub(crate) fn new(options: SqliteConnectOptions) -> Self {
        Self { options, lent: Default::default(), free: Semaphore::new(READERS) }
    }

    /// # Errors
    /// What the disk refuses; that others read for too long.
    pub(crate) async fn lend(&self) -> Result<Reader<'_>, StoreError> {
        let waited = timeout(PATIENCE, self.free.acquire()).await;
        let free = waited.ok().and_then(Result::ok).ok_or(sqlx::Error::PoolTimedOut)?;
        // One of them is nobody's, but may be given back just where was looked already.
        let mut reader = loop {
            match self.lent.iter().find_map(|reader| reader.try_lock().ok()) {
                Some(reader) => break reader,
                None => tokio::task::yield_now().await,
            }
        };
        let opened = match reader.take() {
            Some(opened) => opened,
            None => closing::connection(self.options.connect().await?),
        };
        let connection = MutexGuard::map(reader, |reader| &mut **reader.insert(opened));
        Ok(Reader { connection, _free: free })
    }

    /// Closes them all. Nobody reads any more.
    pub(crate) async fn close(self: Box<Self>) {
        for reader in self.lent {
            if let Some(opened) = reader.into_inner() {
                // It has nothing to write.
                database::close(opened).await.ok();
            }
        }
    }
}
