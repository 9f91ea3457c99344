//! Setting up a shared server. Whoever does it looks after the database; he sees no word, and needs no consultation.

use sqlx::migrate::Migrator;
use sqlx::{Connection as _, Executor as _, PgConnection, Postgres, Row as _, Transaction};

use crate::address::Address;
use crate::error::HubError;
use crate::patience::answer;

/// The oldest PostgreSQL in which nobody may make tables in `public` unasked.
const OLDEST: i32 = 15_00_00;

static TABLES: Migrator = sqlx::migrate!("../../migrations/hub");

/// What setting up found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetUp {
    New,
    /// An older version of Anteroom's tables was there, and is now of this one.
    Updated,
    Already,
}

/// Whoever looks after the server: owns its database, and makes and drops logins.
pub struct Admin {
    connection: PgConnection,
}

impl std::fmt::Debug for Admin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Admin")
    }
}

impl Admin {
    /// # Errors
    /// `NoLogin`, and whatever keeps one from getting in.
    pub async fn connect(address: &Address) -> Result<Self, HubError> {
        Ok(Self { connection: address.connect().await? })
    }

    /// Makes the tables, or brings them up to date. A second time changes nothing and says so.
    ///
    /// # Errors
    /// `TooOld`, `NotItsOwner`, `Newer`.
    pub async fn init(&mut self) -> Result<SetUp, HubError> {
        let version = answer(
            sqlx::query(
                "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name",
            )
            .fetch_one(&mut self.connection),
        )
        .await?;
        recent_enough(version.try_get("number")?, version.try_get("name")?)?;
        if !self.is_owner().await? {
            return Err(HubError::NotItsOwner);
        }
        let before = applied(&mut self.connection).await?;
        answer(self.connection.execute(include_str!("roles.sql"))).await.map_err(not_its_owner)?;
        answer(self.connection.execute("SET ROLE anteroom_owner")).await.map_err(not_its_owner)?;
        let made = self.make_tables().await;
        answer(self.connection.execute("RESET ROLE")).await?;
        made?;
        let after = applied(&mut self.connection).await?;
        Ok(match before {
            None => SetUp::New,
            Some(before) if Some(before) == after => SetUp::Already,
            Some(_) => SetUp::Updated,
        })
    }

    async fn make_tables(&mut self) -> Result<(), HubError> {
        let mut tables = Migrator::with_migrations(TABLES.iter().cloned().collect());
        tables.dangerous_set_table_name("anteroom._migrations");
        Ok(tables.run(&mut self.connection).await?)
    }

    async fn is_owner(&mut self) -> Result<bool, HubError> {
        let owner = answer(
            sqlx::query(
                "SELECT pg_has_role(datdba, 'USAGE')
                     AND (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) AS may
                 FROM pg_database WHERE datname = current_database()",
            )
            .fetch_one(&mut self.connection),
        )
        .await?;
        Ok(owner.try_get("may")?)
    }

    pub(crate) async fn begin(&mut self) -> Result<Transaction<'_, Postgres>, HubError> {
        answer(self.connection.begin()).await
    }

    pub(crate) fn connection(&mut self) -> &mut PgConnection {
        &mut self.connection
    }
}

/// The newest of the tables' versions that is there; `None` where nothing is.
pub(crate) async fn applied(connection: &mut PgConnection) -> Result<Option<i64>, HubError> {
    let there = answer(
        sqlx::query("SELECT to_regclass('anteroom._migrations') IS NOT NULL AS there").fetch_one(&mut *connection),
    )
    .await?;
    if !there.try_get::<bool, _>("there")? {
        return Ok(None);
    }
    let newest = sqlx::query("SELECT max(version) AS newest FROM anteroom._migrations WHERE success");
    Ok(answer(newest.fetch_one(connection)).await?.try_get("newest")?)
}

/// The version that this program makes.
pub(crate) fn newest() -> i64 {
    TABLES.iter().map(|migration| migration.version).max().unwrap_or_default()
}

fn recent_enough(number: i32, name: String) -> Result<(), HubError> {
    if number < OLDEST { Err(HubError::TooOld(name)) } else { Ok(()) }
}

fn not_its_owner(error: HubError) -> HubError {
    match error {
        HubError::NotAllowed => HubError::NotItsOwner,
        other => other,
    }
}

#[test]
fn a_postgresql_older_than_15_is_refused_by_name() {
    assert!(recent_enough(15_00_04, "15.4".to_owned()).is_ok());
    let refused = recent_enough(14_00_19, "14.19".to_owned()).unwrap_err();
    assert_eq!(refused.to_string(), "PostgreSQL 15 or newer is needed; this is version 14.19.");
}
