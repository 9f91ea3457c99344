//! Contents on the server: which of them it lacks, and how they go.

use anteroom_model::ids::DeviceId;
use sqlx::Row as _;

use crate::error::HubError;
use crate::hub::Hub;
use crate::patience::answer;
use crate::pull::place;
use crate::push::PAGE;
use crate::row::{ContentsKey, count, id};

/// How many rows one call erases.
const AT_ONCE: usize = 1000;

/// What one device erased at one time, as the server logged it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Rising as erasures were made.
    pub number: i64,
    pub device: DeviceId,
    /// Milliseconds since 1970, by the server's clock.
    pub erased_at: i64,
    pub contents: Vec<ContentsKey>,
}

impl Hub {
    /// Which of these contents the server lacks, in the order given.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn lacking_contents(&mut self, keys: &[ContentsKey]) -> Result<Vec<ContentsKey>, HubError> {
        let mut lacking = Vec::new();
        for keys in keys.chunks(PAGE) {
            let rows = answer(
                sqlx::query(
                    "SELECT asked.place FROM unnest($2::bytea[]) WITH ORDINALITY AS asked (digest, place)
                     WHERE NOT EXISTS (SELECT FROM anteroom.contents
                         WHERE consultation = $1 AND contents.digest = asked.digest)
                     ORDER BY asked.place",
                )
                .bind(&self.consultation.0[..])
                .bind(keys.iter().map(|key| &key.0[..]).collect::<Vec<_>>())
                .fetch_all(&mut self.connection),
            )
            .await?;
            for row in &rows {
                lacking.push(keys[place(row, keys.len())?]);
            }
        }
        Ok(lacking)
    }

    /// Erases contents, whoever brought them. How many rows went: what is not there is passed over, so that whoever was
    /// interrupted asks for the same again.
    ///
    /// # Errors
    /// `TooManyErasures`, from where on nothing more of these went; or what the server refuses.
    pub async fn erase(&mut self, keys: &[ContentsKey]) -> Result<u64, HubError> {
        let mut gone = 0;
        for keys in keys.chunks(AT_ONCE) {
            let row = answer(
                sqlx::query("SELECT anteroom.erase($1, $2) AS gone")
                    .bind(&self.consultation.0[..])
                    .bind(keys.iter().map(|key| &key.0[..]).collect::<Vec<_>>())
                    .fetch_one(&mut self.connection),
            )
            .await?;
            gone += count(row.try_get("gone")?)?;
        }
        Ok(gone)
    }

    /// The erasures behind number `after`, the older ones first; 0 gives all.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn erasures(&mut self, after: i64) -> Result<Vec<Erasure>, HubError> {
        let rows = answer(
            sqlx::query(
                "SELECT number, device, (extract(epoch FROM erased_at) * 1000)::bigint AS erased_at, digests
                 FROM anteroom.erasures WHERE consultation = $1 AND number > $2 ORDER BY number",
            )
            .bind(&self.consultation.0[..])
            .bind(after)
            .fetch_all(&mut self.connection),
        )
        .await?;
        rows.iter()
            .map(|row| {
                let digests: Vec<Vec<u8>> = row.try_get("digests")?;
                let contents = digests.into_iter().map(|digest| digest.try_into().map(ContentsKey));
                Ok(Erasure {
                    number: row.try_get("number")?,
                    device: DeviceId(id(row, "device")?),
                    erased_at: row.try_get("erased_at")?,
                    contents: contents.collect::<Result<_, _>>().map_err(|_| HubError::Nonsense)?,
                })
            })
            .collect()
    }
}
