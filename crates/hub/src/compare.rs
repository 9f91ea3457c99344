//! What the server has and we lack, and the other way round: a digest of each series first, of its blocks where two series
//! differ, and the names of commits only where two blocks do.

use std::collections::BTreeMap;

use anteroom_model::ids::{DeviceId, Digest};
use sha2::{Digest as _, Sha256};
use sqlx::Row as _;

use crate::error::HubError;
use crate::heads::Noticed;
use crate::hub::Hub;
use crate::memory::Memory;
use crate::patience::answer;
use crate::row::{CommitKey, commit_key, count, id};

/// How many numbers of a series are one block.
const BLOCK: u64 = 1024;

/// How many blocks are listed with one question.
const AT_ONCE: usize = 16;

/// How a device and the server differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// To be pushed, in the order of each series.
    pub server_lacks: Vec<CommitKey>,
    /// To be pulled, in the order of each series.
    pub we_lack: Vec<CommitKey>,
    /// How many commits the server has: to be remembered as `Memory::counted`.
    pub counted: u64,
    /// `LostRows`, where it had more before.
    pub noticed: Option<Noticed>,
}

/// A block of a series: the device, and its numbers divided by `BLOCK`.
type Block = (DeviceId, u64);

/// How many there are, and a digest over their names.
type Summary = (u64, Digest);

impl Hub {
    /// Compares all that the server has with all that we have, in whatever order `ours` is. This reads every name there: it is
    /// for the first visit, now and then, and after something was noticed; in between `news` does.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn compare(&mut self, memory: &Memory, mut ours: Vec<CommitKey>) -> Result<Difference, HubError> {
        ours.sort_unstable();
        ours.dedup();
        let summaries = self.series().await?;
        let ours_summed = series(&ours);
        let counted = summaries.values().map(|(rows, _)| rows).sum();
        let mut difference = Difference { counted, ..Difference::default() };
        if counted < memory.counted && memory.server == Some(self.server) {
            difference.noticed = Some(Noticed::LostRows { had: memory.counted, has: counted });
        }
        let differs = |device: &DeviceId| ours_summed.get(device) != summaries.get(device);
        let others: Vec<_> = summaries.keys().filter(|device| differs(device)).copied().collect();
        ours.retain(|key| differs(&key.device));
        let theirs_summed = self.blocks(&others).await?;
        let ours_summed = blocks(&ours);
        let differs = |block: &Block| ours_summed.get(block) != theirs_summed.get(block);
        let listed: Vec<_> = theirs_summed.keys().filter(|block| differs(block)).copied().collect();
        ours.retain(|key| differs(&block_of(key)));
        let mut theirs = Vec::new();
        for blocks in listed.chunks(AT_ONCE) {
            theirs.extend(self.list(blocks).await?);
        }
        theirs.sort_unstable();
        difference.server_lacks = without(&ours, &theirs);
        difference.we_lack = without(&theirs, &ours);
        Ok(difference)
    }

    async fn series(&mut self) -> Result<BTreeMap<DeviceId, Summary>, HubError> {
        let rows = answer(
            sqlx::query(
                "WITH named AS (SELECT DISTINCT device, seq, hash FROM anteroom.commits WHERE consultation = $1),
                 blocks AS (
                     SELECT device, seq / $2 AS block, count(*) AS named,
                         sha256(string_agg(int8send(seq) || hash, ''::bytea ORDER BY seq, hash)) AS digest
                     FROM named GROUP BY device, seq / $2
                 )
                 SELECT device, sum(named)::bigint AS named, sha256(string_agg(digest, ''::bytea ORDER BY block)) AS digest
                 FROM blocks GROUP BY device",
            )
            .bind(&self.consultation.0[..])
            .bind(BLOCK as i64)
            .fetch_all(&mut self.connection),
        )
        .await?;
        rows.iter().map(|row| Ok((DeviceId(id(row, "device")?), summary(row)?))).collect()
    }

    async fn blocks(&mut self, devices: &[DeviceId]) -> Result<BTreeMap<Block, Summary>, HubError> {
        if devices.is_empty() {
            return Ok(BTreeMap::new());
        }
        let rows = answer(
            sqlx::query(
                "SELECT device, seq / $2 AS block, count(*) AS named,
                     sha256(string_agg(int8send(seq) || hash, ''::bytea ORDER BY seq, hash)) AS digest
                 FROM (SELECT DISTINCT device, seq, hash FROM anteroom.commits
                       WHERE consultation = $1 AND device = ANY ($3)) AS named
                 GROUP BY device, seq / $2",
            )
            .bind(&self.consultation.0[..])
            .bind(BLOCK as i64)
            .bind(devices.iter().map(|device| &device.0[..]).collect::<Vec<_>>())
            .fetch_all(&mut self.connection),
        )
        .await?;
        rows.iter()
            .map(|row| {
                let block = count(row.try_get("block")?)?;
                Ok(((DeviceId(id(row, "device")?), block), summary(row)?))
            })
            .collect()
    }

    async fn list(&mut self, blocks: &[Block]) -> Result<Vec<CommitKey>, HubError> {
        // The bounds are reckoned here: a policy on rows keeps PostgreSQL from finding them by an expression of its own.
        let rows = answer(
            sqlx::query(
                "SELECT DISTINCT commits.device, seq, hash
                 FROM unnest($2::bytea[], $3::bigint[], $4::bigint[]) AS listed (device, first, last)
                 JOIN anteroom.commits ON consultation = $1 AND commits.device = listed.device
                     AND seq >= listed.first AND seq <= listed.last",
            )
            .bind(&self.consultation.0[..])
            .bind(blocks.iter().map(|(device, _)| &device.0[..]).collect::<Vec<_>>())
            .bind(blocks.iter().map(|(_, block)| (block * BLOCK) as i64).collect::<Vec<_>>())
            .bind(blocks.iter().map(|(_, block)| (block * BLOCK + (BLOCK - 1)) as i64).collect::<Vec<_>>())
            .fetch_all(&mut self.connection),
        )
        .await?;
        rows.iter().map(commit_key).collect()
    }
}

fn summary(row: &sqlx::postgres::PgRow) -> Result<Summary, HubError> {
    Ok((count(row.try_get("named")?)?, Digest(id(row, "digest")?)))
}

fn block_of(key: &CommitKey) -> Block {
    (key.device, key.seq / BLOCK)
}

/// Of keys in their order. As the server does it.
fn blocks(keys: &[CommitKey]) -> BTreeMap<Block, Summary> {
    keys.chunk_by(|one, other| block_of(one) == block_of(other))
        .map(|chunk| {
            let mut digest = Sha256::new();
            for key in chunk {
                digest.update(key.seq.to_be_bytes());
                digest.update(key.hash);
            }
            (block_of(&chunk[0]), (chunk.len() as u64, Digest(digest.finalize().into())))
        })
        .collect()
}

fn series(keys: &[CommitKey]) -> BTreeMap<DeviceId, Summary> {
    let mut series: BTreeMap<DeviceId, (u64, Sha256)> = BTreeMap::new();
    for ((device, _), (named, digest)) in blocks(keys) {
        let (rows, whole) = series.entry(device).or_default();
        *rows += named;
        whole.update(digest);
    }
    series.into_iter().map(|(device, (rows, whole))| (device, (rows, Digest(whole.finalize().into())))).collect()
}

/// What is in the first and not in the second; both in order.
fn without(from: &[CommitKey], those: &[CommitKey]) -> Vec<CommitKey> {
    from.iter().filter(|key| those.binary_search(key).is_err()).copied().collect()
}
