//! Files from laptops that nobody has confirmed: they wait beside the consultation, sealed as they came, one line each.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use anteroom_handover::Head;
use anteroom_journal::standing::Header;
use anteroom_model::ids::{DeviceId, Digest, PersonId};
use sqlx::{FromRow, SqliteConnection};

use super::merge::merge;
use super::report::Merged;
use crate::error::StoreError;
use crate::folder::sync_folder;
use crate::journal::made_contributions;
use crate::progress::Silent;
use crate::store::{Store, Writing};

/// What waits of one laptop at most, and from how many laptops.
const MOST_BYTES: i64 = 50 << 20;
const MOST_NOTES: i64 = 5000;
const MOST_DEVICES: usize = 200;

const FOLDER: &str = "waiting";

/// A laptop that nobody has confirmed, and what waits with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranger {
    pub device: DeviceId,
    /// What it says of itself; nobody has proved it.
    pub name: String,
    pub person: PersonId,
    pub recipient: String,
    /// Contributions.
    pub notes: u64,
    /// When its newest file came.
    pub came_at: i64,
}

/// What a file holds of one such laptop.
pub(super) struct Waiting {
    pub(super) device: DeviceId,
    name: String,
    person: PersonId,
    recipient: String,
    notes: u64,
    commits: u64,
    first: u64,
    tip: Digest,
    hashes: Vec<Digest>,
}

/// What came of keeping them.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) waiting: Vec<DeviceId>,
    pub(super) refused: Vec<DeviceId>,
    pub(super) is_news: bool,
}

/// What commits of such laptops amount to, by laptop. Only of the sender it is known by what name it goes.
pub(super) fn of(commits: &[Header], strangers: BTreeSet<DeviceId>, head: &Head) -> Vec<Waiting> {
    let of_device = |device: DeviceId| {
        let mut own: Vec<&Header> = commits.iter().filter(|header| header.commit.device == device).collect();
        own.sort_by_key(|header| header.commit.seq);
        let notes: u64 = own.iter().map(|header| made_contributions(&header.commit)).sum();
        let erased: u64 = own.iter().map(|header| header.commit.erases.len() as u64).sum();
        let is_sender = device == head.sender;
        Waiting {
            device,
            name: if is_sender { head.name.clone() } else { String::new() },
            person: if is_sender { head.person } else { own.first().map_or(head.person, |it| it.commit.author) },
            recipient: if is_sender { head.recipient.clone() } else { String::new() },
            notes: notes.saturating_sub(erased),
            commits: own.len() as u64,
            first: own.first().map_or(0, |header| header.commit.seq),
            tip: own.last().map_or_else(Digest::default, |header| header.hash),
            hashes: own.iter().map(|header| header.hash).collect(),
        }
    };
    strangers.into_iter().map(of_device).collect()
}

/// Keeps a file that holds something of such laptops. What it holds more than an earlier one of the same laptop does,
/// takes the earlier one's place.
///
/// # Errors
/// `TooMuchWaits`, or what the disk refuses.
pub(super) async fn keep(
    connection: &mut SqliteConnection,
    strangers: Vec<Waiting>,
    folder: &Path,
    file: &Path,
    at: i64,
) -> Result<Kept, StoreError> {
    let mut kept = Kept::default();
    if strangers.is_empty() {
        return Ok(kept);
    }
    let size = i64::try_from(fs::metadata(file)?.len()).unwrap_or(i64::MAX);
    let name = name_of(file)?;
    for one in strangers {
        if is_refused(connection, &one.device).await? {
            kept.refused.push(one.device);
            continue;
        }
        let before: Vec<Row> = sqlx::query_as("SELECT * FROM stranger WHERE device = ?")
            .bind(one.device.0.as_slice())
            .fetch_all(&mut *connection)
            .await?;
        kept.waiting.push(one.device);
        if before.iter().any(|row| row.file == name) {
            continue;
        }
        kept.is_news = true;
        let (within, others): (Vec<&Row>, Vec<&Row>) = before.iter().partition(|row| one.has_all_of(row));
        for row in within {
            sqlx::query("DELETE FROM stranger WHERE file = ? AND device = ?")
                .bind(&row.file)
                .bind(&row.device)
                .execute(&mut *connection)
                .await?;
        }
        let notes = i64::try_from(one.notes).unwrap_or(i64::MAX);
        let total = others.iter().fold((size, notes), |(size, notes), row| (size + row.size, notes + row.notes));
        if total.0 > MOST_BYTES || total.1 > MOST_NOTES {
            return Err(StoreError::TooMuchWaits);
        }
        one.write(connection, &name, size, at).await?;
    }
    let (devices,): (i64,) =
        sqlx::query_as("SELECT count(DISTINCT device) FROM stranger").fetch_one(&mut *connection).await?;
    if usize::try_from(devices).unwrap_or(usize::MAX) > MOST_DEVICES {
        return Err(StoreError::TooMuchWaits);
    }
    if kept.is_news {
        copy(file, &folder.join(FOLDER), &name)?;
    }
    Ok(kept)
}

impl Waiting {
    /// Whether everything that waits in an earlier file stands in this one too.
    fn has_all_of(&self, row: &Row) -> bool {
        let tip = Digest::try_from(row.tip.as_slice());
        if row.commits == 0 {
            return true;
        }
        row.first >= i64::try_from(self.first).unwrap_or(i64::MAX) && tip.is_ok_and(|tip| self.hashes.contains(&tip))
    }

    async fn write(&self, connection: &mut SqliteConnection, file: &str, size: i64, at: i64) -> Result<(), StoreError> {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        sqlx::query(
            "INSERT INTO stranger (file, device, name, person, recipient, notes, commits, first, tip, size, came_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(file)
        .bind(self.device.0.as_slice())
        .bind(&self.name)
        .bind(self.person.0.as_slice())
        .bind(&self.recipient)
        .bind(number(self.notes))
        .bind(number(self.commits))
        .bind(number(self.first))
        .bind(self.tip.0.as_slice())
        .bind(size)
        .bind(at)
        .execute(connection)
        .await?;
        Ok(())
    }
}

#[derive(FromRow)]
struct Row {
    file: String,
    device: Vec<u8>,
    name: String,
    person: Vec<u8>,
    recipient: String,
    notes: i64,
    commits: i64,
    first: i64,
    tip: Vec<u8>,
    size: i64,
    came_at: i64,
}

/// A name that is the same for the same bytes.
fn name_of(file: &Path) -> Result<String, StoreError> {
    let mut hasher = blake3::Hasher::new();
    io::copy(&mut File::open(file)?, &mut hasher)?;
    Ok(hasher.finalize().to_hex()[..32].to_owned())
}

/// Copies a file whole, or not at all.
fn copy(file: &Path, into: &Path, name: &str) -> Result<(), StoreError> {
    fs::create_dir_all(into)?;
    let (part, whole) = (into.join(format!("{name}.part")), into.join(name));
    if whole.exists() {
        return Ok(());
    }
    let copied =
        fs::copy(file, &part).and_then(|_| File::open(&part)?.sync_all()).and_then(|()| fs::rename(&part, &whole));
    copied.inspect_err(|_| drop(fs::remove_file(&part)))?;
    Ok(sync_folder(into)?)
}

async fn is_refused(connection: &mut SqliteConnection, device: &DeviceId) -> Result<bool, StoreError> {
    let found: Option<(i64,)> = sqlx::query_as("SELECT at FROM refused WHERE device = ?")
        .bind(device.0.as_slice())
        .fetch_optional(connection)
        .await?;
    Ok(found.is_some())
}

async fn rows(connection: &mut SqliteConnection) -> Result<Vec<Row>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM stranger ORDER BY came_at, file").fetch_all(connection).await?)
}

/// Takes in what waited from laptops that somebody has confirmed by now.
///
/// # Errors
/// What the disk refuses. A file that cannot be read any more is let go of, and says so.
pub(super) async fn take_in_confirmed(
    writing: &mut Writing,
    folder: &Path,
    at: i64,
) -> Result<Vec<Merged>, StoreError> {
    let mut reports = Vec::new();
    loop {
        let all = rows(&mut writing.connection).await?;
        let (_, journal) = writing.both().await?;
        let is_confirmed = |row: &&Row| {
            DeviceId::try_from(row.device.as_slice()).is_ok_and(|device| journal.standing.person(&device).is_some())
        };
        let Some(row) = all.iter().find(is_confirmed) else { break };
        let file = folder.join(FOLDER).join(&row.file);
        let merged = merge(writing, folder, &file, at, &Silent).await;
        sqlx::query("DELETE FROM stranger WHERE file = ? AND device = ?")
            .bind(&row.file)
            .bind(&row.device)
            .execute(&mut *writing.connection)
            .await?;
        reports.push(merged?);
    }
    tidy(&mut writing.connection, folder).await?;
    Ok(reports)
}

/// Removes files for which nobody waits any more.
async fn tidy(connection: &mut SqliteConnection, folder: &Path) -> Result<(), StoreError> {
    let wanted = rows(connection).await?;
    let Ok(entries) = fs::read_dir(folder.join(FOLDER)) else { return Ok(()) };
    for entry in entries.flatten() {
        if !wanted.iter().any(|row| *row.file == *entry.file_name()) {
            // What stays is read by nobody.
            fs::remove_file(entry.path()).ok();
        }
    }
    Ok(())
}

impl Store {
    /// The laptops that nobody has confirmed and from which something waits, the first that came first.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn strangers(&self) -> Result<Vec<Stranger>, StoreError> {
        let mut connection = self.reader().await?;
        let damaged = |_| StoreError::ContentsDamaged;
        let mut strangers: Vec<Stranger> = Vec::new();
        for row in rows(&mut connection).await? {
            let device = DeviceId::try_from(row.device.as_slice()).map_err(damaged)?;
            let notes = row.notes.unsigned_abs();
            match strangers.iter_mut().find(|stranger| stranger.device == device) {
                Some(known) => {
                    known.notes += notes;
                    (known.name, known.recipient, known.came_at) = (row.name, row.recipient, row.came_at);
                }
                None => strangers.push(Stranger {
                    device,
                    name: row.name,
                    person: PersonId::try_from(row.person.as_slice()).map_err(damaged)?,
                    recipient: row.recipient,
                    notes,
                    came_at: row.came_at,
                }),
            }
        }
        Ok(strangers)
    }

    /// Lets go of what waits from a laptop, and of whatever comes from it later.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn refuse(&self, devices: &[DeviceId], at: i64) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        for device in devices {
            sqlx::query("INSERT OR IGNORE INTO refused (device, at) VALUES (?, ?)")
                .bind(device.0.as_slice())
                .bind(at)
                .execute(&mut *writing.connection)
                .await?;
            sqlx::query("DELETE FROM stranger WHERE device = ?")
                .bind(device.0.as_slice())
                .execute(&mut *writing.connection)
                .await?;
        }
        tidy(&mut writing.connection, &self.folder).await
    }
}
