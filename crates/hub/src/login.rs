//! Who may come in: one login for each device, made and dropped by whoever looks after the server.

use std::fmt;

use anteroom_model::ids::{ConsultationId, DeviceId};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sqlx::postgres::PgRow;
use sqlx::{AssertSqlSafe, Executor as _, PgConnection, Row as _};
use zeroize::Zeroizing;

use crate::admin::Admin;
use crate::error::HubError;
use crate::patience::answer;
use crate::row::id;
use crate::scram;

/// How a device comes in. Its name is random, its password 32 random bytes; neither is ever shown by accident.
#[derive(Clone)]
pub struct Login {
    pub name: String,
    pub password: Zeroizing<String>,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(…)")
    }
}

/// A login as the server lists it. Times are milliseconds since 1970, by the server's clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginEntry {
    /// What `pushed_by` of a row names.
    pub number: i64,
    pub name: String,
    pub consultation: ConsultationId,
    pub device: DeviceId,
    pub added_at: i64,
    pub dropped_at: Option<i64>,
}

impl Login {
    fn random() -> Result<Self, HubError> {
        let (mut name, mut password) = ([0; 8], Zeroizing::new([0; 32]));
        getrandom::fill(&mut name)?;
        getrandom::fill(password.as_mut_slice())?;
        Ok(Self {
            name: format!("anteroom_{:016x}", u64::from_be_bytes(name)),
            password: Zeroizing::new(URL_SAFE_NO_PAD.encode(password.as_slice())),
        })
    }
}

impl Admin {
    /// Makes a login for a device. One that it had before is dropped: a device that lost its password gets another.
    ///
    /// # Errors
    /// `NotSetUp`, `NotItsOwner`, or what the server refuses.
    pub async fn add_login(&mut self, consultation: &ConsultationId, device: &DeviceId) -> Result<Login, HubError> {
        self.drop_login(consultation, device).await?;
        let login = Login::random()?;
        let verifier = scram::verifier(&login.password)?;
        // Neither the name nor a verifier holds a character that ends a quotation.
        let name = &login.name;
        let role = format!(
            "CREATE ROLE {name} LOGIN CONNECTION LIMIT 8 PASSWORD '{verifier}' IN ROLE anteroom_device;
             ALTER ROLE {name} SET statement_timeout = '120s';
             ALTER ROLE {name} SET lock_timeout = '30s';
             ALTER ROLE {name} SET idle_in_transaction_session_timeout = '60s';"
        );
        let mut making = self.begin().await?;
        answer(making.execute(AssertSqlSafe(role))).await?;
        as_owner(&mut making).await?;
        let insert = sqlx::query("INSERT INTO anteroom.login (name, consultation, device) VALUES ($1, $2, $3)")
            .bind(name)
            .bind(&consultation.0[..])
            .bind(&device.0[..]);
        answer(insert.execute(&mut *making)).await?;
        answer(making.commit()).await?;
        Ok(login)
    }

    /// Lets a device in no longer, and ends what it has open. Whether there was a login.
    ///
    /// # Errors
    /// `NotSetUp`, `NotItsOwner`, or what the server refuses.
    pub async fn drop_login(&mut self, consultation: &ConsultationId, device: &DeviceId) -> Result<bool, HubError> {
        let mut dropping = self.begin().await?;
        as_owner(&mut dropping).await?;
        let update = sqlx::query(
            "UPDATE anteroom.login SET dropped_at = now()
             WHERE consultation = $1 AND device = $2 AND dropped_at IS NULL RETURNING name",
        )
        .bind(&consultation.0[..])
        .bind(&device.0[..]);
        let names: Vec<String> = answer(update.fetch_all(&mut *dropping))
            .await?
            .iter()
            .map(|row| row.try_get("name"))
            .collect::<Result<_, _>>()?;
        answer(dropping.execute("RESET ROLE")).await?;
        for name in names.iter().filter(|name| is_ours(name)) {
            answer(dropping.execute(AssertSqlSafe(format!("ALTER ROLE {name} NOLOGIN")))).await?;
        }
        // From here on nothing of the consultation is seen or taken from this login, however long its session lasts.
        answer(dropping.commit()).await?;
        for name in names.iter().filter(|name| is_ours(name)) {
            self.remove_role(name).await?;
        }
        Ok(!names.is_empty())
    }

    /// All logins, those that were dropped too, in the order in which they were made.
    ///
    /// # Errors
    /// `NotSetUp`, `NotItsOwner`, or what the server refuses.
    pub async fn logins(&mut self) -> Result<Vec<LoginEntry>, HubError> {
        let mut reading = self.begin().await?;
        as_owner(&mut reading).await?;
        let rows = answer(
            sqlx::query(
                "SELECT number, name, consultation, device, (extract(epoch FROM added_at) * 1000)::bigint AS added_at,
                     (extract(epoch FROM dropped_at) * 1000)::bigint AS dropped_at
                 FROM anteroom.login ORDER BY number",
            )
            .fetch_all(&mut *reading),
        )
        .await?;
        answer(reading.commit()).await?;
        rows.iter().map(entry).collect()
    }

    /// Ends the sessions of a role and removes it, with whatever it may have made.
    async fn remove_role(&mut self, name: &str) -> Result<(), HubError> {
        let end = format!(
            "DO $$ BEGIN IF NOT pg_catalog.pg_has_role('{name}', 'USAGE') THEN
                 EXECUTE pg_catalog.format('GRANT {name} TO %I', current_user);
             END IF; END $$;
             SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE usename = '{name}';
             DROP OWNED BY {name};
             DROP ROLE {name};"
        );
        answer(self.connection().execute(AssertSqlSafe(end))).await?;
        Ok(())
    }
}

/// Until the transaction ends: who owns the tables sees the list of logins, and whoever set them up may be that.
async fn as_owner(connection: &mut PgConnection) -> Result<(), HubError> {
    match answer(connection.execute("SET LOCAL ROLE anteroom_owner")).await {
        Ok(_) => Ok(()),
        Err(HubError::NotAllowed) => Err(HubError::NotItsOwner),
        // There is no such role.
        Err(HubError::Database(code)) if code == "22023" => Err(HubError::NotSetUp),
        Err(other) => Err(other),
    }
}

/// Only such names are ever put into a statement.
fn is_ours(name: &str) -> bool {
    name.strip_prefix("anteroom_")
        .is_some_and(|digits| digits.len() == 16 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn entry(row: &PgRow) -> Result<LoginEntry, HubError> {
    Ok(LoginEntry {
        number: row.try_get("number")?,
        name: row.try_get("name")?,
        consultation: ConsultationId(id(row, "consultation")?),
        device: DeviceId(id(row, "device")?),
        added_at: row.try_get("added_at")?,
        dropped_at: row.try_get("dropped_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_tells_nothing_and_is_never_printed() {
        let (one, other) = (Login::random().unwrap(), Login::random().unwrap());
        assert!(is_ours(&one.name) && one.name != other.name);
        assert_eq!(one.password.len(), 43, "32 bytes");
        assert!(!format!("{one:?}").contains(one.password.as_str()));
        assert!(!is_ours("anteroom_owner") && !is_ours("anteroom_0000000000000000; DROP"));
    }
}
