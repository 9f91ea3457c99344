//! Who was heard in a segment, counted without reading a word.

use anteroom_model::ids::RecordId;

use crate::error::StoreError;
use crate::store::Store;

/// Contributions of one segment that are alike in who spoke, for which groups, in which language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    pub speaker: Option<RecordId>,
    /// Keys of groups, sorted.
    pub groups: Vec<String>,
    pub language: String,
    /// How many contributions.
    pub times: u32,
}

impl Store {
    /// Who was heard in a segment, and how often.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn heard(&self, segment: RecordId) -> Result<Vec<Heard>, StoreError> {
        let mut connection = self.reader().await?;
        let rows: Vec<(Option<Vec<u8>>, String, String, i64)> = sqlx::query_as(
            "SELECT speaker, groups, language, count(*) FROM contribution WHERE segment = ? GROUP BY speaker, groups, language",
        )
        .bind(segment.0.as_slice())
        .fetch_all(&mut *connection)
        .await?;
        rows.into_iter().map(heard).collect()
    }
}

fn heard((speaker, groups, language, times): (Option<Vec<u8>>, String, String, i64)) -> Result<Heard, StoreError> {
    let speaker = speaker.as_deref().map(RecordId::try_from).transpose().map_err(|_| StoreError::ContentsDamaged)?;
    let groups = serde_json::from_str(&groups).map_err(|_| StoreError::ContentsDamaged)?;
    Ok(Heard { speaker, groups, language, times: u32::try_from(times).unwrap_or(u32::MAX) })
}
