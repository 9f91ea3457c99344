//! Who was heard in a segment, counted without reading a word.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::doubles::Doubles;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::Value;
use sqlx::SqliteConnection;

use crate::doubles::{IN_LIST, as_list, doubles};
use crate::error::StoreError;
use crate::store::Store;
use crate::tables::decode_fields;

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

    /// Who was heard in a segment, and how often. What two people noted of the same words was said once: by whom one of
    /// them knows to be of an organisation, for the groups that any of them noted.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn heard(&self, segment: RecordId) -> Result<Vec<Heard>, StoreError> {
        let mut connection = self.reader().await?;
        // Both are read from the same moment.
        sqlx::query("BEGIN").execute(&mut *connection).await?;
        let heard = heard_once(&mut connection, segment).await;
        sqlx::query("COMMIT").execute(&mut *connection).await?;
        heard
    }
}

/// A note of a pair: its id, speaker, groups and language.
type Row = (Vec<u8>, Option<Vec<u8>>, String, String);

async fn heard_once(connection: &mut SqliteConnection, segment: RecordId) -> Result<Vec<Heard>, StoreError> {
    let doubles = doubles(connection).await?;
    let paired = as_list(doubles.paired());
    let (from, to) = IN_LIST;
    let single = format!(
        "SELECT speaker, groups, language, count(*) FROM contribution WHERE segment = ? AND id NOT IN {from}?{to} \
         GROUP BY speaker, groups, language"
    );
    let rows: Vec<(Option<Vec<u8>>, String, String, i64)> = sqlx::query_as(sqlx::AssertSqlSafe(single))
        .bind(segment.0.as_slice())
        .bind(&paired)
        .fetch_all(&mut *connection)
        .await?;
    let mut all: Vec<Heard> = rows.into_iter().map(heard).collect::<Result<_, _>>()?;
    if !doubles.is_empty() {
        let of_pairs = format!(
            "SELECT id, speaker, groups, language FROM contribution WHERE segment = ? AND id IN {from}?{to} ORDER BY row"
        );
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(of_pairs))
            .bind(segment.0.as_slice())
            .bind(&paired)
            .fetch_all(&mut *connection)
            .await?;
        let mut notes = Vec::with_capacity(rows.len());
        for (id, speaker, groups, language) in rows {
            let id = RecordId::try_from(id.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
            notes.push((id, heard((speaker, groups, language, 1))?));
        }
        all.extend(once(connection, &doubles, notes).await?);
    }
    Ok(all)
}

/// Of notes of the same words, one.
async fn once(
    connection: &mut SqliteConnection,
    doubles: &Doubles,
    notes: Vec<(RecordId, Heard)>,
) -> Result<Vec<Heard>, StoreError> {
    let mut voices: BTreeMap<RecordId, Vec<Heard>> = BTreeMap::new();
    for (id, note) in notes {
        voices.entry(doubles.voice(id)).or_default().push(note);
    }
    let mut heard = Vec::with_capacity(voices.len());
    for notes in voices.into_values() {
        let speakers: Vec<RecordId> = notes.iter().filter_map(|note| note.speaker).collect();
        let mut speaker = speakers.first().copied();
        if speakers.iter().any(|id| Some(*id) != speaker) {
            for id in speakers {
                if has_organisation(connection, id).await? {
                    speaker = Some(id);
                    break;
                }
            }
        }
        let groups: BTreeSet<String> = notes.iter().flat_map(|note| note.groups.iter().cloned()).collect();
        let language = notes.into_iter().next().map(|note| note.language).unwrap_or_default();
        heard.push(Heard { speaker, groups: groups.into_iter().collect(), language, times: 1 });
    }
    Ok(heard)
}

/// Whether it is known for which organisation somebody spoke.
async fn has_organisation(connection: &mut SqliteConnection, speaker: RecordId) -> Result<bool, StoreError> {
    let row: Option<(Vec<u8>,)> = sqlx::query_as("SELECT fields FROM record WHERE id = ?")
        .bind(speaker.0.as_slice())
        .fetch_optional(connection)
        .await?;
    let fields = row.map(|(fields,)| decode_fields(&fields)).transpose()?.unwrap_or_default();
    Ok(fields.get(&field::ORGANISATION_OF).and_then(Value::record).is_some())
}

fn heard((speaker, groups, language, times): (Option<Vec<u8>>, String, String, i64)) -> Result<Heard, StoreError> {
    let speaker = speaker.as_deref().map(RecordId::try_from).transpose().map_err(|_| StoreError::ContentsDamaged)?;
    let groups = serde_json::from_str(&groups).map_err(|_| StoreError::ContentsDamaged)?;
    Ok(Heard { speaker, groups, language, times: u32::try_from(times).unwrap_or(u32::MAX) })
}
