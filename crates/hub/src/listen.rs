//! Waiting until something is new, without asking again and again. What is new is not said.

use std::time::Duration;

use sqlx::Executor as _;
use sqlx::postgres::{PgListener, PgPoolOptions};
use tokio::time::timeout;

use crate::address::Address;
use crate::error::HubError;
use crate::key::HubKey;
use crate::patience::within;

/// After so long without a word it is looked whether the line still stands: a network that went away says nothing.
const QUIET: Duration = Duration::from_mins(4);

const TO_ANSWER: Duration = Duration::from_secs(20);

/// Why somebody who waited goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Woken {
    /// Somebody brought something.
    News,
    /// The line was broken, and stands again: something may have been missed.
    Again,
    /// Nothing was heard for some minutes, and the line stands.
    Quiet,
}

/// A line of its own, on which the server speaks when something is new.
pub struct Listener {
    address: Address,
    channel: String,
    line: Option<PgListener>,
}

impl std::fmt::Debug for Listener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Listener")
    }
}

impl Listener {
    /// # Errors
    /// Whatever keeps one from getting in.
    pub async fn connect(address: &Address, key: &HubKey) -> Result<Self, HubError> {
        let mut listener = Self { address: address.clone(), channel: key.channel(), line: None };
        listener.line = Some(listener.listen().await?);
        Ok(listener)
    }

    /// Waits. After an error it may be asked again, and connects anew.
    ///
    /// # Errors
    /// Where the line broke and does not stand again yet.
    pub async fn wait(&mut self) -> Result<Woken, HubError> {
        // Taken out while it is waited on: where this is given up in between, the next call begins with a new line.
        let Some(mut line) = self.line.take() else {
            self.line = Some(self.listen().await?);
            return Ok(Woken::Again);
        };
        let woken = match timeout(QUIET, line.try_recv()).await {
            Ok(Ok(Some(_))) => Woken::News,
            Ok(Ok(None) | Err(_)) => {
                self.line = Some(self.listen().await?);
                return Ok(Woken::Again);
            }
            Err(_) => {
                within(TO_ANSWER, line.execute("SELECT 1")).await?;
                Woken::Quiet
            }
        };
        // Many words at once are one.
        while line.next_buffered().is_some() {}
        self.line = Some(line);
        Ok(woken)
    }

    async fn listen(&self) -> Result<PgListener, HubError> {
        let pool = PgPoolOptions::new().max_connections(1).min_connections(0).acquire_timeout(TO_ANSWER);
        let pool = pool.connect_lazy_with(self.address.options()?);
        let mut line = within(TO_ANSWER, PgListener::connect_with(&pool)).await?;
        line.eager_reconnect(false);
        line.ignore_pool_close_event(true);
        within(TO_ANSWER, line.listen(&self.channel)).await?;
        Ok(line)
    }
}
