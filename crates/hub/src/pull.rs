//! Fetching rows that are asked for by name, a page at a time.

use sqlx::Row as _;

use crate::error::HubError;
use crate::hub::Hub;
use crate::patience::answer;
use crate::push::{PAGE, PAGE_BYTES};
use crate::row::{CommitKey, ContentsKey, Pulled, RowKey, opened, sealed};
use crate::seal::Seals;

/// A page of what was asked for.
#[derive(Debug)]
pub struct Page<K> {
    /// What the server has, in the order asked. A key has several rows where several logins brought it.
    pub rows: Vec<Pulled<K>>,
    /// How many of the keys, from the first on, are answered by this. The others are asked for again.
    pub asked: usize,
}

impl Hub {
    /// Fetches commits. What the server lacks is lacking in the answer.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn pull(&mut self, seals: &Seals, keys: &[CommitKey]) -> Result<Page<CommitKey>, HubError> {
        let keys = &keys[..keys.len().min(PAGE)];
        let rows = answer(
            sqlx::query(
                "SELECT place, pushed_by, epoch, sealed FROM (
                     SELECT asked.place, pushed_by, epoch, sealed,
                         sum(octet_length(sealed)) OVER (ORDER BY asked.place) AS bytes
                     FROM unnest($2::bytea[], $3::bigint[], $4::bytea[]) WITH ORDINALITY
                         AS asked (device, seq, hash, place)
                     LEFT JOIN anteroom.commits ON consultation = $1 AND commits.device = asked.device
                         AND commits.seq = asked.seq AND commits.hash = asked.hash
                 ) AS page
                 WHERE place = 1 OR bytes IS NULL OR bytes <= $5 ORDER BY place, pushed_by",
            )
            .bind(&self.consultation.0[..])
            .bind(keys.iter().map(|key| &key.device.0[..]).collect::<Vec<_>>())
            .bind(seqs(keys))
            .bind(keys.iter().map(|key| &key.hash.0[..]).collect::<Vec<_>>())
            .bind(PAGE_BYTES as i64)
            .fetch_all(&mut self.connection),
        )
        .await?;
        page(seals, keys, &rows).await
    }

    /// Fetches contents. What the server lacks, because it was erased or never brought, is lacking in the answer.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn take_contents(&mut self, seals: &Seals, keys: &[ContentsKey]) -> Result<Page<ContentsKey>, HubError> {
        let keys = &keys[..keys.len().min(PAGE)];
        let rows = answer(
            sqlx::query(
                "SELECT place, pushed_by, epoch, sealed FROM (
                     SELECT asked.place, pushed_by, epoch, sealed,
                         sum(octet_length(sealed)) OVER (ORDER BY asked.place) AS bytes
                     FROM unnest($2::bytea[]) WITH ORDINALITY AS asked (digest, place)
                     LEFT JOIN anteroom.contents ON consultation = $1 AND contents.digest = asked.digest
                 ) AS page
                 WHERE place = 1 OR bytes IS NULL OR bytes <= $3 ORDER BY place, pushed_by",
            )
            .bind(&self.consultation.0[..])
            .bind(keys.iter().map(|key| &key.0[..]).collect::<Vec<_>>())
            .bind(PAGE_BYTES as i64)
            .fetch_all(&mut self.connection),
        )
        .await?;
        page(seals, keys, &rows).await
    }

    /// Which of these commits the server lacks, in the order given.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn lacking_commits(&mut self, keys: &[CommitKey]) -> Result<Vec<CommitKey>, HubError> {
        let mut lacking = Vec::new();
        for keys in keys.chunks(PAGE) {
            let rows = answer(
                sqlx::query(
                    "SELECT asked.place FROM unnest($2::bytea[], $3::bigint[], $4::bytea[]) WITH ORDINALITY
                         AS asked (device, seq, hash, place)
                     WHERE NOT EXISTS (SELECT FROM anteroom.commits WHERE consultation = $1
                         AND commits.device = asked.device AND commits.seq = asked.seq AND commits.hash = asked.hash)
                     ORDER BY asked.place",
                )
                .bind(&self.consultation.0[..])
                .bind(keys.iter().map(|key| &key.device.0[..]).collect::<Vec<_>>())
                .bind(seqs(keys))
                .bind(keys.iter().map(|key| &key.hash.0[..]).collect::<Vec<_>>())
                .fetch_all(&mut self.connection),
            )
            .await?;
            for row in &rows {
                lacking.push(keys[place(row, keys.len())?]);
            }
        }
        Ok(lacking)
    }
}

/// No series is so long that its numbers do not fit.
pub(crate) fn seqs(keys: &[CommitKey]) -> Vec<i64> {
    keys.iter().map(|key| i64::try_from(key.seq).unwrap_or(i64::MAX)).collect()
}

/// Which of the keys that were asked for a row answers.
pub(crate) fn place(row: &sqlx::postgres::PgRow, keys: usize) -> Result<usize, HubError> {
    let place = usize::try_from(row.try_get::<i64, _>("place")?).map_err(|_| HubError::Nonsense)?;
    if (1..=keys).contains(&place) { Ok(place - 1) } else { Err(HubError::Nonsense) }
}

async fn page<K: RowKey>(seals: &Seals, keys: &[K], rows: &[sqlx::postgres::PgRow]) -> Result<Page<K>, HubError> {
    let (mut found, mut asked) = (Vec::new(), 0);
    for row in rows {
        let at = place(row, keys.len())?;
        asked = asked.max(at + 1);
        if row.try_get::<Option<i64>, _>("pushed_by")?.is_some() {
            found.push(sealed(row, keys[at])?);
        }
    }
    Ok(Page { rows: opened(seals, found).await?, asked })
}
