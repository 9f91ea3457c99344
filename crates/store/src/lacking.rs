//! What was said in a round and lacks something: the list that is walked when the round closes.

use anteroom_model::ids::RecordId;

use crate::contribution::Contribution;
use crate::error::StoreError;
use crate::store::Store;
use crate::tables::ContributionRow;

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
}
