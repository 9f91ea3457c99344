//! How the server stands: what it has of each device, when that came, and who brought it.

use anteroom_model::ids::DeviceId;
use sqlx::Row as _;

use crate::error::HubError;
use crate::hub::Hub;
use crate::patience::answer;
use crate::row::{CommitKey, commit_key, count, id};

/// What the server holds of a consultation. Times are milliseconds since 1970, by the server's clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// As PostgreSQL says it.
    pub version: String,
    pub devices: Vec<DeviceStatus>,
    pub commits: u64,
    /// Of contents, how many rows; an attached file has several.
    pub contents: u64,
    /// Of both, as they are sealed.
    pub bytes: u64,
}

/// What the server holds of one device's series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceStatus {
    pub device: DeviceId,
    /// Whether it may come in.
    pub has_login: bool,
    pub newest: Option<Newest>,
    pub commits: u64,
    pub bytes: u64,
    /// When it last said what it has seen.
    pub seen_at: Option<i64>,
}

/// The newest commit of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newest {
    pub commit: CommitKey,
    pub pushed_at: i64,
    /// The device that brought it.
    pub pushed_by: DeviceId,
}

impl Hub {
    /// # Errors
    /// What the server refuses.
    pub async fn status(&mut self) -> Result<Status, HubError> {
        let rows = answer(
            sqlx::query(
                "WITH held AS (
                     SELECT device, count(*) AS commits, sum(octet_length(sealed))::bigint AS bytes
                     FROM anteroom.commits WHERE consultation = $1 GROUP BY device
                 ),
                 known AS (
                     SELECT device, bool_or(dropped_at IS NULL) AS has_login
                     FROM anteroom.login WHERE consultation = $1 GROUP BY device
                 )
                 SELECT device, coalesce(known.has_login, false) AS has_login,
                     coalesce(held.commits, 0) AS commits, coalesce(held.bytes, 0) AS bytes,
                     newest.seq, newest.hash, newest.pushed_by, newest.pushed_at,
                     (SELECT (extract(epoch FROM posted_at) * 1000)::bigint FROM anteroom.heads
                      WHERE heads.consultation = $1 AND heads.device = one.device
                      ORDER BY position DESC LIMIT 1) AS seen_at
                 FROM (SELECT device FROM held UNION SELECT device FROM known) AS one
                 LEFT JOIN held USING (device) LEFT JOIN known USING (device)
                 LEFT JOIN LATERAL (
                     SELECT commits.seq, commits.hash, login.device AS pushed_by,
                         (extract(epoch FROM commits.pushed_at) * 1000)::bigint AS pushed_at
                     FROM anteroom.commits JOIN anteroom.login ON login.number = commits.pushed_by
                     WHERE commits.consultation = $1 AND commits.device = one.device
                     ORDER BY commits.seq DESC, commits.hash, commits.arrival LIMIT 1
                 ) AS newest ON true
                 ORDER BY device",
            )
            .bind(&self.consultation.0[..])
            .fetch_all(&mut self.connection),
        )
        .await?;
        let devices: Vec<_> = rows.iter().map(device).collect::<Result<_, HubError>>()?;
        let rest = answer(
            sqlx::query(
                "SELECT current_setting('server_version') AS version, count(*) AS contents,
                     coalesce(sum(octet_length(sealed)), 0)::bigint AS bytes
                 FROM anteroom.contents WHERE consultation = $1",
            )
            .bind(&self.consultation.0[..])
            .fetch_one(&mut self.connection),
        )
        .await?;
        Ok(Status {
            version: rest.try_get("version")?,
            commits: devices.iter().map(|device| device.commits).sum(),
            contents: count(rest.try_get("contents")?)?,
            bytes: count(rest.try_get("bytes")?)? + devices.iter().map(|device| device.bytes).sum::<u64>(),
            devices,
        })
    }
}

fn device(row: &sqlx::postgres::PgRow) -> Result<DeviceStatus, HubError> {
    let newest = match row.try_get::<Option<i64>, _>("seq")? {
        None => None,
        Some(_) => Some(Newest {
            commit: commit_key(row)?,
            pushed_at: row.try_get("pushed_at")?,
            pushed_by: DeviceId(id(row, "pushed_by")?),
        }),
    };
    Ok(DeviceStatus {
        device: DeviceId(id(row, "device")?),
        has_login: row.try_get("has_login")?,
        newest,
        commits: count(row.try_get("commits")?)?,
        bytes: count(row.try_get("bytes")?)?,
        seen_at: row.try_get("seen_at")?,
    })
}
