//! What a merge brought: for the screen, for the history, and as text. Without a word of a contribution.

use anteroom_model::ids::{DeviceId, Digest, RecordId};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::error::StoreError;
use crate::store::Store;

/// What one merge brought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// From which device.
    pub from: DeviceId,
    /// By what name it went.
    pub name: String,
    /// When the file was made, by the sender's clock. Milliseconds since 1970, UTC.
    pub made_at: i64,
    /// Entries that were not here.
    pub commits: u64,
    /// Contributions that are shown for the first time.
    pub new: u64,
    /// Contributions of which something else was said.
    pub changed: u64,
    /// Contributions in which something stands against something else now.
    pub conflicts: Vec<RecordId>,
    /// Contributions that were erased, or are hidden until somebody decides.
    pub erased: u64,
    pub hidden: u64,
    /// What waits for an organiser, and why.
    pub waiting: Vec<Waits>,
    /// Laptops that nobody has confirmed, and how many contributions wait with them.
    pub strangers: Vec<DeviceId>,
    /// What was not taken in.
    pub refused: Vec<RefusedPart>,
    /// Entries that others name and that are not here.
    pub lacks_commits: Vec<Digest>,
    /// Revisions whose words are not here.
    pub lacks_words: u64,
    /// Devices whose clock is ahead of ours, by so many milliseconds.
    pub ahead: Vec<(DeviceId, i64)>,
    /// Devices whose clock is behind ours, by so many milliseconds at least.
    #[serde(default)]
    pub behind: Vec<(DeviceId, i64)>,
    /// Devices whose clock went back by so many milliseconds from one of their entries to the next.
    #[serde(default)]
    pub put_back: Vec<(DeviceId, i64)>,
    /// Whether this computer's own series is being continued elsewhere.
    pub is_cloned: bool,
    /// Whether anything is other than before.
    pub is_news: bool,
}

/// Entries of one device that wait for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    pub device: DeviceId,
    /// `role`, `no-member`, `fork` or `gap`.
    pub why: String,
    pub commits: u64,
    pub contributions: u64,
}

/// Something that was not taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedPart {
    /// `entries` or `words`.
    pub what: String,
    /// `refused`: an organiser said so; `erased`; `unnamed`: no entry names it.
    pub why: String,
    pub count: u64,
    pub device: Option<DeviceId>,
}

/// A report as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// Milliseconds since 1970, UTC, by the clock here.
    pub at: i64,
    pub merged: Merged,
}

/// Keeps a report. `all_of`: the hash of a file of which everything is here.
///
/// # Errors
/// What the disk refuses.
pub(super) async fn keep(
    connection: &mut SqliteConnection,
    merged: &Merged,
    at: i64,
    all_of: Option<&blake3::Hash>,
) -> Result<(), StoreError> {
    // Numbers, ids and names always make JSON.
    let report = serde_json::to_string(merged).unwrap_or_default();
    sqlx::query("INSERT INTO merge_report (came_at, device, report, file) VALUES (?, ?, ?, ?)")
        .bind(at)
        .bind(merged.from.0.as_slice())
        .bind(report)
        .bind(all_of.map(|hash| hash.as_bytes().to_vec()))
        .execute(connection)
        .await?;
    Ok(())
}

/// Keeps what came with a later page of the same visit to a server as one report, and gives it.
///
/// # Errors
/// What the disk refuses.
pub(super) async fn go_on(
    connection: &mut SqliteConnection,
    before: Option<Box<(i64, Merged)>>,
    page: Merged,
    at: i64,
) -> Result<Merged, StoreError> {
    let Some((row, mut merged)) = before.map(|before| *before) else {
        keep(connection, &page, at, None).await?;
        return Ok(page);
    };
    merged.add(page);
    sqlx::query("UPDATE merge_report SET report = ? WHERE row = ?")
        // Numbers, ids and names always make JSON.
        .bind(serde_json::to_string(&merged).unwrap_or_default())
        .bind(row)
        .execute(connection)
        .await?;
    Ok(merged)
}

impl Merged {
    /// Goes on with what came later.
    pub fn add(&mut self, later: Self) {
        self.commits += later.commits;
        self.new += later.new;
        self.changed += later.changed;
        self.conflicts.extend(later.conflicts);
        self.erased += later.erased;
        self.hidden += later.hidden;
        self.waiting.extend(later.waiting);
        self.strangers.extend(later.strangers);
        self.refused.extend(later.refused);
        self.lacks_words += later.lacks_words;
        self.lacks_commits = later.lacks_commits;
        self.ahead.extend(later.ahead);
        self.behind.extend(later.behind);
        self.put_back.extend(later.put_back);
        self.is_cloned |= later.is_cloned;
        self.is_news |= later.is_news;
    }
}

/// The report of a file that was taken in before and of which everything is here.
///
/// # Errors
/// What the disk refuses.
pub(super) async fn of_file(
    connection: &mut SqliteConnection,
    hash: &blake3::Hash,
) -> Result<Option<Merged>, StoreError> {
    let found: Option<(String,)> =
        sqlx::query_as("SELECT report FROM merge_report WHERE file = ? ORDER BY row DESC LIMIT 1")
            .bind(hash.as_bytes().to_vec())
            .fetch_optional(connection)
            .await?;
    Ok(found.and_then(|(report,)| serde_json::from_str(&report).ok()))
}

/// From now on every file is read again: words that it holds may be lacking.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn forget_files(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query("UPDATE merge_report SET file = NULL WHERE file IS NOT NULL").execute(connection).await?;
    Ok(())
}

impl Store {
    /// The reports of the newest merges, the newest first.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn reports(&self, limit: u32) -> Result<Vec<Came>, StoreError> {
        let mut connection = self.reader().await?;
        let rows: Vec<(i64, String)> =
            sqlx::query_as("SELECT came_at, report FROM merge_report ORDER BY row DESC LIMIT ?")
                .bind(limit)
                .fetch_all(&mut *connection)
                .await?;
        // One that a newer version wrote otherwise is left out.
        let read = |(at, report): (i64, String)| Some(Came { at, merged: serde_json::from_str(&report).ok()? });
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// The reports of what came at one moment: the first is of a file itself, the others of what had waited for it.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn reports_of(&self, at: i64) -> Result<Vec<Merged>, StoreError> {
        let mut connection = self.reader().await?;
        let rows: Vec<(String,)> = sqlx::query_as("SELECT report FROM merge_report WHERE came_at = ? ORDER BY row")
            .bind(at)
            .fetch_all(&mut *connection)
            .await?;
        Ok(rows.into_iter().filter_map(|(report,)| serde_json::from_str(&report).ok()).collect())
    }
}
