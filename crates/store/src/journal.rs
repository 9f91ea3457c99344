//! The journal of an open consultation: what counts, and where this computer's own series stands. Read when first needed.

use std::sync::Arc;

use anteroom_journal::commit::Commit;
use anteroom_journal::standing::{Header, Standing};
use anteroom_journal::undo::Stack;
use anteroom_model::field;
use anteroom_model::ids::{ConsultationId, DeviceId, Digest};
use anteroom_model::reference::series_code;
use sha2::{Digest as _, Sha256};
use sqlx::SqliteConnection;

use crate::error::StoreError;
use crate::exchange::own_keys;
use crate::revision;

/// What counts, and this computer's place in it.
#[derive(Debug)]
pub(crate) struct Journal {
    pub(crate) standing: Standing,
    pub(crate) device: DeviceId,
    /// The last commit of this computer's series.
    pub(crate) tip: Option<Digest>,
    /// The number of its next commit.
    pub(crate) seq: u64,
    /// How many contributions it ever made, erased ones too: a short reference is never given twice.
    pub(crate) contributions: u64,
    /// The letters of its short references.
    pub(crate) code: String,
    /// What this computer can take back and do again.
    pub(crate) stack: Stack,
    /// No contribution stands behind this place.
    pub(crate) last_place: i64,
    /// No commit stands behind this row.
    pub(crate) last_row: u64,
}

/// The row of the founding commit, where it is the first.
pub(crate) const FIRST_ROW: u64 = 1;

impl Journal {
    /// Reads all commits. They were checked when they came in; `verify` checks them again.
    ///
    /// # Errors
    /// `ContentsDamaged`, `KeysOfAnother`, or what the disk refuses.
    pub(crate) async fn read(
        connection: &mut SqliteConnection,
        consultation: ConsultationId,
        device: DeviceId,
        last_signed: Option<Digest>,
    ) -> Result<Self, StoreError> {
        let own_keys = own_keys(&mut *connection).await?;
        let rows: Vec<(i64, Vec<u8>, Vec<u8>)> =
            sqlx::query_as("SELECT row, hash, bytes FROM commits ORDER BY row").fetch_all(&mut *connection).await?;
        let mut headers = Vec::with_capacity(rows.len());
        for (row, hash, bytes) in rows {
            headers.push(header(row, &hash, &bytes)?);
        }
        // Damage may have taken a commit and left its words: their rows are not given again.
        let (last_words,): (i64,) =
            sqlx::query_as("SELECT coalesce(max(row), 0) FROM revision").fetch_one(&mut *connection).await?;
        let last_row = headers.last().map_or(0, |last| last.kept_at).max(revision::commit_of(last_words));
        let founding = headers.iter().position(|header| header.commit.is_founding() && header.hash.0 == consultation.0);
        let founding = headers.swap_remove(founding.ok_or(StoreError::ContentsDamaged)?);
        let mut standing = Standing::new(founding);
        standing.take_in(headers);
        standing.wrote_before_as(own_keys);
        let (last_place,): (i64,) =
            sqlx::query_as("SELECT coalesce(max(row), 0) FROM contribution").fetch_one(connection).await?;
        Ok(Self { last_place, last_row, ..Self::new(standing, device, last_signed) })
    }

    /// Of a consultation in which nothing stands but its founding commit, in the first row.
    pub(crate) fn new(standing: Standing, device: DeviceId, last_signed: Option<Digest>) -> Self {
        let tips = standing.tips(&device);
        let tip = tips.iter().find(|tip| Some(tip.hash) == last_signed).or(tips.first()).copied();
        let own = standing.headers().map(|(_, commit)| commit).filter(|commit| commit.device == device);
        let contributions = own.map(made_contributions).sum();
        Self {
            tip: tip.map(|tip| tip.hash),
            seq: tip.map_or(0, |tip| tip.seq + 1),
            stack: Stack::of(&standing, &device),
            standing,
            device,
            contributions,
            code: series_code(&Sha256::digest(device).into()),
            last_place: 0,
            last_row: FIRST_ROW,
        }
    }

    /// The row of the next commit.
    pub(crate) fn next_row(&mut self) -> u64 {
        self.last_row += 1;
        self.last_row
    }

    /// Goes on from a commit that this computer has just made.
    pub(crate) fn went_on(&mut self, hash: Digest, commit: &Commit) {
        self.tip = Some(hash);
        self.seq = commit.seq + 1;
        self.contributions += made_contributions(commit);
        self.stack.follow(hash, commit);
    }
}

pub(crate) fn header(row: i64, hash: &[u8], bytes: &[u8]) -> Result<Header, StoreError> {
    let hash = Digest::try_from(hash).map_err(|_| StoreError::ContentsDamaged)?;
    let commit = Commit::decode(bytes).map_err(|_| StoreError::ContentsDamaged)?;
    Ok(Header { hash, commit: Arc::new(commit), kept_at: row.unsigned_abs() })
}

pub(crate) fn made_contributions(commit: &Commit) -> u64 {
    let new =
        commit.revisions.iter().filter(|revision| revision.kind == field::CONTRIBUTION && revision.parents.is_empty());
    new.count() as u64
}
