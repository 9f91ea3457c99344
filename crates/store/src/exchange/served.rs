//! What goes to a shared server, and what comes from it. How it is sealed, and where it goes, is nothing to the store.

use std::collections::BTreeSet;
use std::path::Path;

use anteroom_handover::Head;
use anteroom_journal::check::{SignedCommit, check};
use anteroom_journal::contents;
use anteroom_journal::decision::Place;
use anteroom_journal::vector::Vector;
use anteroom_model::field;
use anteroom_model::ids::{DeviceId, Digest, RecordId};
use ed25519_dalek::Signer as _;
use tokio::sync::mpsc::channel;

use super::merge::{CameBy, merge_parts};
use super::parts::{self, Part};
use super::report::Merged;
use super::selection::Selection;
use super::stranger;
use crate::error::StoreError;
use crate::progress::Progress;
use crate::revision;
use crate::store::Store;

/// Where a commit stands: its device, its number there, and its hash.
pub type Named = (DeviceId, u64, Digest);

/// A commit as it goes to others.
#[derive(Clone, Debug)]
pub struct Passed {
    /// In which row it stands here.
    pub row: i64,
    pub named: Named,
    pub bytes: Vec<u8>,
    pub signature: [u8; 64],
    /// Whether it tells of keys under which everything else is sealed.
    pub tells_of_keys: bool,
}

/// A row of `commits`: its number, hash, bytes and signature.
type Stored = (i64, Vec<u8>, Vec<u8>, Vec<u8>);

/// Words, by the record and the revision that name them.
pub type Words = (RecordId, Digest, Vec<u8>);

/// An attached file, piece by piece.
pub type FilePieces = (RecordId, Vec<Vec<u8>>);

/// What goes along with commits.
#[derive(Clone, Debug, Default)]
pub struct Along {
    pub words: Vec<Words>,
    pub files: Vec<FilePieces>,
}

/// What a server gave.
#[derive(Debug, Default)]
pub struct Served {
    pub commits: Vec<SignedCommit>,
    pub words: Vec<(RecordId, Vec<u8>)>,
    pub files: Vec<FilePieces>,
}

impl Served {
    /// Adds a commit, if it is one: what is none, or was not signed, is left where it is. Of a key that has several rows
    /// any may be the good one.
    pub fn add(&mut self, named: &Named, bytes: Vec<u8>, signature: [u8; 64]) -> bool {
        let Ok(commit) = check(bytes, signature) else { return false };
        let is_meant = (commit.commit.device, commit.commit.seq, commit.hash) == *named;
        if is_meant {
            self.commits.push(commit);
        }
        is_meant
    }

    /// Adds an attached file, if its pieces are what was attached. `digest`: what was signed of it.
    pub fn add_file(&mut self, record: RecordId, digest: &[u8], pieces: Vec<Vec<u8>>) -> bool {
        let mut hasher = blake3::Hasher::new();
        for piece in &pieces {
            hasher.update(piece);
        }
        // Several revisions may describe it: the first whose bytes are there is enough.
        let is_whole = hasher.finalize().as_bytes().as_slice() == digest;
        let is_first = self.files.iter().all(|(known, _)| *known != record);
        if is_whole && is_first {
            self.files.push((record, pieces));
        }
        is_whole
    }
}

impl Store {
    /// Takes in a page of what a server gave: in one transaction. `report`: the row of the report that this goes on with.
    /// Gives the row, what is new by this page, and whether entries of laptops were left out that nobody has let in.
    ///
    /// # Errors
    /// `DiskFull`, `Cancelled`, …; nothing of the page is taken in then.
    pub async fn take_in_served(
        &self,
        served: Served,
        report: Option<(i64, Merged)>,
        at: i64,
        progress: &dyn Progress,
    ) -> Result<(i64, Merged), StoreError> {
        let mut writing = self.writing().await?;
        let (give, parts) = channel(4);
        let head = Head {
            consultation: writing.consultation,
            sender: writing.device.id(),
            recipients: Vec::new(),
            vector: Vector::default(),
            number: 0,
            made_at: at,
            recipient: String::new(),
            name: String::new(),
            person: writing.device.person,
            lacks_words: Vec::new(),
            helps: false,
            server_seen: Vec::new(),
        };
        let consultation = writing.consultation;
        let of_ours = |it: &SignedCommit| it.commit.consultation == consultation || it.hash.0 == consultation.0;
        let commits = served.commits.into_iter().filter(of_ours).collect();
        let words = served.words.into_iter().map(|(record, bytes)| parts::Words::of(record, bytes)).collect();
        let all = [Part::Head(Box::new(head)), Part::Proved(commits), Part::Contents(words), Part::Files(served.files)];
        let giving = async move {
            for part in all.into_iter().chain([Part::End(blake3::hash(&[]))]) {
                // Where nobody listens any more, they say why.
                give.send(Ok(part)).await.ok();
            }
        };
        let row = report.as_ref().map(|(row, _)| *row);
        let came_by = CameBy::Server { report: report.map(Box::new) };
        let merging = Box::pin(merge_parts(&mut writing, came_by, parts, None, at, progress));
        let (merged, ()) = tokio::join!(merging, giving);
        let merged = merged?;
        let row = match row {
            Some(row) => row,
            None => {
                sqlx::query_as::<_, (i64,)>("SELECT max(row) FROM merge_report")
                    .fetch_one(&mut *writing.connection)
                    .await?
                    .0
            }
        };
        Ok((row, merged))
    }

    /// Takes in what waited here from laptops that have been let in meanwhile.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn take_in_waiting(&self, at: i64) -> Result<Vec<Merged>, StoreError> {
        let folder: &Path = &self.folder;
        stranger::take_in_confirmed(&mut *self.writing().await?, folder, at).await
    }

    /// Of these commits, the ones that are not here.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn lacks(&self, commits: &[Named]) -> Result<Vec<Named>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        Ok(commits.iter().filter(|(_, _, hash)| !journal.standing.knows(hash)).copied().collect())
    }

    /// Whether words of this record are wanted here.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn wanted(&self, records: &[RecordId]) -> Result<BTreeSet<RecordId>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        Ok(records.iter().filter(|record| journal.standing.wants(record)).copied().collect())
    }

    /// The commits behind a row, in the order in which they came here, at most `limit`.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn commits_behind(&self, row: i64, limit: u32) -> Result<Vec<Passed>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let rows: Vec<Stored> =
            sqlx::query_as("SELECT row, hash, bytes, signature FROM commits WHERE row > ? ORDER BY row LIMIT ?")
                .bind(row)
                .bind(limit)
                .fetch_all(connection)
                .await?;
        let read = rows.into_iter().map(|(row, hash, bytes, signature)| {
            let hash = Digest::try_from(hash.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
            let commit = journal.standing.commit(&hash).ok_or(StoreError::ContentsDamaged)?;
            let signature = signature.try_into().map_err(|_| StoreError::ContentsDamaged)?;
            let tells_of_keys = commit.revisions.iter().any(|revision| revision.kind == field::EPOCH);
            Ok(Passed { row, named: (commit.device, commit.seq, hash), bytes, signature, tells_of_keys })
        });
        read.collect()
    }

    /// The words that may leave of all that these commits touch, and the files.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn along_with(&self, commits: &[Digest]) -> Result<Along, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let standing = &journal.standing;
        let mut records = BTreeSet::new();
        for hash in commits {
            let revisions = standing.commit(hash).into_iter().flat_map(|commit| &commit.revisions);
            records.extend(revisions.flat_map(|revision| standing.twins(revision.record)));
        }
        // A part of what is now known may be known for longer.
        let parts: Vec<RecordId> = records.iter().flat_map(|record| standing.parts(*record)).collect();
        records.extend(parts);
        let records: Vec<RecordId> = records.into_iter().collect();
        let mut selection = Selection::everything();
        let mut along = Along::default();
        for some in revision::rows(standing, &records).chunks(200) {
            let rows = selection.at(connection, some).await?;
            along.words.extend(named(selection.chosen(connection, standing, rows).await?));
        }
        for record in selection.attachments() {
            along.files.push((*record, pieces(connection, *record).await?));
        }
        Ok(along)
    }

    /// Those of these records that tell of keys, and of nothing else.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn tells_of_keys(
        &self,
        records: impl Iterator<Item = RecordId> + Send,
    ) -> Result<BTreeSet<RecordId>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        Ok(records.filter(|record| journal.standing.kind_of(record) == Some(field::EPOCH)).collect())
    }

    /// All words that may leave, a page at a time: those behind `after`, and up to where they reach; `None` behind the last.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn all_words(&self, after: i64) -> Result<Option<(i64, Along)>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let mut selection = Selection::everything();
        let rows = selection.next(connection, after).await?;
        let Some((last, ..)) = rows.last() else { return Ok(None) };
        let last = *last;
        let words = selection.chosen(connection, &journal.standing, rows).await?;
        let mut along = Along { words: named(words), files: Vec::new() };
        for record in selection.attachments() {
            along.files.push((*record, pieces(connection, *record).await?));
        }
        Ok(Some((last, along)))
    }

    /// The names of all commits that are here.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn all_commits(&self) -> Result<Vec<Named>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        Ok(journal.standing.headers().map(|(hash, commit)| (commit.device, commit.seq, *hash)).collect())
    }

    /// The ends of all series that are here.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn ends(&self) -> Result<Vec<Named>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let standing = &journal.standing;
        let of =
            |device: DeviceId| standing.tips(&device).into_iter().map(move |Place { seq, hash }| (device, seq, hash));
        Ok(standing.devices().into_iter().flat_map(of).collect())
    }

    /// All revisions whose words were erased, by their records; with `untold`, only those of which the server has not been
    /// told.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn erased_words(&self, untold: bool) -> Result<Vec<(RecordId, Vec<Digest>)>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let told: BTreeSet<RecordId> =
            if untold { Self::told_gone(connection).await?.into_iter().collect() } else { BTreeSet::new() };
        Ok(journal.standing.erased().filter(|(record, _)| !told.contains(record)).collect())
    }

    /// Signs with this computer's key. What is signed stands behind a prefix that no commit has.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn signing(&self) -> Result<impl Fn(&[u8]) -> [u8; 64] + Send + Sync + use<>, StoreError> {
        let key = self.writing().await?.device.key.clone();
        Ok(move |bytes: &[u8]| key.sign(bytes).to_bytes())
    }

    /// This computer's key, as others know it.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn device(&self) -> Result<DeviceId, StoreError> {
        Ok(self.writing().await?.device.id())
    }

    /// The founding commit as it was signed.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn founding(&self) -> Result<(Vec<u8>, [u8; 64]), StoreError> {
        let mut connection = self.reader().await?;
        let (bytes, signature): (Vec<u8>, Vec<u8>) =
            sqlx::query_as("SELECT bytes, signature FROM commits WHERE hash = ?")
                .bind(self.consultation().0.as_slice())
                .fetch_one(&mut *connection)
                .await?;
        Ok((bytes, signature.try_into().map_err(|_| StoreError::ContentsDamaged)?))
    }
}

fn named(words: Vec<(RecordId, Vec<u8>)>) -> Vec<Words> {
    words.into_iter().map(|(record, bytes)| (record, contents::digest(&bytes), bytes)).collect()
}

async fn pieces(connection: &mut sqlx::SqliteConnection, record: RecordId) -> Result<Vec<Vec<u8>>, StoreError> {
    let rows: Vec<(Vec<u8>,)> = sqlx::query_as("SELECT bytes FROM attachment WHERE record = ? ORDER BY place")
        .bind(record.0.as_slice())
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(|(bytes,)| bytes).collect())
}
