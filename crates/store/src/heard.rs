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

/// What was recorded in one turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidInTurn {
    pub turn: RecordId,
    /// How many contributions.
    pub times: u32,
    /// When the last was recorded: milliseconds since 1970, UTC.
    pub last: i64,
}

impl Store {
    /// What was recorded in each turn of a segment.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn said_in_turns(&self, segment: RecordId) -> Result<Vec<SaidInTurn>, StoreError> {
        let mut connection = self.reader().await?;
        let rows: Vec<(Vec<u8>, i64, i64)> = sqlx::query_as(
            "SELECT turn, count(*), max(recorded_at) FROM contribution WHERE segment = ? AND turn IS NOT NULL GROUP BY turn",
        )
        .bind(segment.0.as_slice())
        .fetch_all(&mut *connection)
        .await?;
        let said = |(turn, times, last): (Vec<u8>, i64, i64)| {
            let turn = RecordId::try_from(turn.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
            Ok(SaidInTurn { turn, times: u32::try_from(times).unwrap_or(u32::MAX), last })
        };
        rows.into_iter().map(said).collect()
    }

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
