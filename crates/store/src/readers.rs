//! The connections that read. They never write, and leave the write-ahead log to the writer.

use std::sync::atomic::{AtomicUsize, Ordering};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, SqliteConnection};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

use crate::closing::{self, Open};
use crate::database;
use crate::error::StoreError;

/// How many may read at once.
const READERS: usize = 3;

/// A few connections, each lent to one at a time and opened when it is first needed. Whoever lets go of one gives it back in
/// that moment: the pool of sqlx does so in a task of its own, which whoever closes would have to wait for.
#[derive(Debug)]
pub(crate) struct Readers {
    options: SqliteConnectOptions,
    lent: [Mutex<Option<Open>>; READERS],
    /// Whose turn it is to be waited for.
    next: AtomicUsize,
}

pub(crate) type Reader<'r> = MappedMutexGuard<'r, SqliteConnection>;

impl Readers {
    pub(crate) fn new(options: SqliteConnectOptions) -> Self {
        Self { options, lent: Default::default(), next: AtomicUsize::new(0) }
    }

    /// # Errors
    /// What the disk refuses.
    pub(crate) async fn lend(&self) -> Result<Reader<'_>, StoreError> {
        let free = self.lent.iter().find_map(|reader| reader.try_lock().ok());
        let mut reader = match free {
            Some(reader) => reader,
            None => self.lent[self.next.fetch_add(1, Ordering::Relaxed) % READERS].lock().await,
        };
        let opened = match reader.take() {
            Some(opened) => opened,
            None => closing::connection(self.options.connect().await?),
        };
        Ok(MutexGuard::map(reader, |reader| &mut **reader.insert(opened)))
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
