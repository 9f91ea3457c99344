//! How much still waits to be tidied up.

use crate::error::StoreError;
use crate::store::Store;

/// How many contributions lack something that only the text's recording did not wait for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub without_group: u32,
    pub without_node: u32,
    pub without_segment: u32,
}

impl Store {
    /// # Errors
    /// What the disk refuses.
    pub async fn waiting(&self) -> Result<Waiting, StoreError> {
        let mut connection = self.reader().await?;
        // By what is there rather than by what is not: an index knows the first.
        let (all, grouped, tagged, placed): (i64, i64, i64, i64) = sqlx::query_as(
            "SELECT (SELECT count(*) FROM contribution),
                    (SELECT count(DISTINCT contribution) FROM contribution_group),
                    (SELECT count(DISTINCT contribution) FROM contribution_node),
                    (SELECT count(*) FROM contribution WHERE segment IS NOT NULL)",
        )
        .fetch_one(&mut *connection)
        .await?;
        let count = |count: i64| u32::try_from(count).unwrap_or(0);
        Ok(Waiting {
            without_group: count(all - grouped),
            without_node: count(all - tagged),
            without_segment: count(all - placed),
        })
    }
}
