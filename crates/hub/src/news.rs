//! What has come since one last looked, in the order in which the server took it in.

use anteroom_model::ids::Digest;
use sqlx::Row as _;

use crate::error::HubError;
use crate::hub::Hub;
use crate::memory::Cursor;
use crate::patience::answer;
use crate::push::{PAGE, PAGE_BYTES};
use crate::row::{CommitKey, Pulled, commit_key, id, opened, sealed};
use crate::seal::Seals;

/// A page of news.
#[derive(Debug)]
pub struct News {
    /// What arrived, in that order. It may hold what is known already.
    pub commits: Vec<Pulled<CommitKey>>,
    /// Where to go on, once these are taken in.
    pub cursor: Cursor,
    /// Whether there was more than goes into a page.
    pub more: bool,
}

impl Hub {
    /// Fetches the page of commits behind `cursor`.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn news(&mut self, seals: &Seals, cursor: Cursor) -> Result<News, HubError> {
        let rows = answer(
            sqlx::query(
                "SELECT device, seq, hash, pushed_by, epoch, arrival, sealed, total > count(*) OVER () AS more FROM (
                     SELECT page.*, sum(octet_length(sealed)) OVER (ORDER BY arrival) AS bytes,
                         row_number() OVER (ORDER BY arrival) AS place, count(*) OVER () AS total
                     FROM (SELECT * FROM anteroom.commits WHERE consultation = $1 AND arrival > $2
                           ORDER BY arrival LIMIT $3) AS page
                 ) AS page
                 WHERE place = 1 OR (place < $3 AND bytes <= $4) ORDER BY arrival",
            )
            .bind(&self.consultation.0[..])
            .bind(cursor.arrival)
            .bind(PAGE as i64 + 1)
            .bind(PAGE_BYTES as i64)
            .fetch_all(&mut self.connection),
        )
        .await?;
        let Some(last) = rows.last() else { return Ok(News { commits: Vec::new(), cursor, more: false }) };
        let cursor = Cursor { arrival: last.try_get("arrival")?, hash: Digest(id(last, "hash")?) };
        let more = last.try_get("more")?;
        let found = rows.iter().map(|row| sealed(row, commit_key(row)?)).collect::<Result<_, _>>()?;
        Ok(News { commits: opened(seals, found).await?, cursor, more })
    }

    /// Whether what was read up to `cursor` is still there: a server that was restored may have given the same numbers to
    /// other rows.
    ///
    /// # Errors
    /// What the server refuses.
    pub(crate) async fn holds(&mut self, cursor: Cursor) -> Result<bool, HubError> {
        if cursor == Cursor::default() {
            return Ok(true);
        }
        let found = sqlx::query(
            "SELECT EXISTS (SELECT FROM anteroom.commits WHERE consultation = $1 AND arrival = $2 AND hash = $3) AS there",
        )
        .bind(&self.consultation.0[..])
        .bind(cursor.arrival)
        .bind(&cursor.hash.0[..]);
        Ok(answer(found.fetch_one(&mut self.connection)).await?.try_get("there")?)
    }
}
