//! What still waits to be tidied up: how much of it there is, and what it is in the round that closes.

use anteroom_model::ids::RecordId;

use crate::contribution::Contribution;
use crate::error::StoreError;
use crate::store::Store;
use crate::tables::ContributionRow;

/// How many contributions lack something that only the text's recording did not wait for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub without_group: u32,
    pub without_node: u32,
    pub without_segment: u32,
}

impl Store {
    /// Contributions of a segment without a group or without a tag, as they were recorded.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn lacking(&self, segment: RecordId) -> Result<Vec<Contribution>, StoreError> {
        let mut connection = self.reader().await?;
        let rows: Vec<ContributionRow> = sqlx::query_as(
            "SELECT * FROM contribution WHERE segment = ? AND (groups = '[]' OR nodes = '[]') ORDER BY row",
        )
        .bind(segment.0.as_slice())
        .fetch_all(&mut *connection)
        .await?;
        Ok(rows.into_iter().map(Contribution::from).collect())
    }

    /// How much waits in all rounds together.
    ///
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
