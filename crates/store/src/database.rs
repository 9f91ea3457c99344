//! The encrypted database: one connection that writes, a few that read.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use anteroom_model::ids::ConsultationId;
use scopeguard::ScopeGuard;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use tokio::sync::OnceCell;
use zeroize::Zeroizing;

use crate::closing::{self, Open};
use crate::error::StoreError;
use crate::folder::{contents, salt};
use crate::readers::Readers;
use crate::secret::Key;

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/store");

/// How long a statement waits for another to finish.
const PATIENCE: Duration = Duration::from_secs(10);

fn options(folder: &Path, consultation: ConsultationId, key: &Key) -> SqliteConnectOptions {
    let key = key.derive("anteroom/1/contents");
    let mut spelled = Zeroizing::new(String::with_capacity(110));
    spelled.push_str("\"x'");
    for byte in key.bytes().iter().chain(&salt(consultation)) {
        // Writing to a String does not fail.
        let _ = write!(spelled, "{byte:02x}");
    }
    spelled.push_str("'\"");
    SqliteConnectOptions::new()
        .filename(contents(folder))
        .create_if_missing(false)
        // At debug, sqlx would print every statement, the key among them.
        .disable_statement_logging()
        .pragma("key", spelled.to_string())
        .pragma("temp_store", "MEMORY")
        .pragma("secure_delete", "ON")
        .busy_timeout(PATIENCE)
        .foreign_keys(false)
}

/// SQLCipher would print what it meets to standard error, where people read one sentence of ours. Its level is one for the
/// whole program, and has to be set before the first page is read.
async fn quiet() -> Result<(), StoreError> {
    static QUIET: OnceCell<()> = OnceCell::const_new();
    let set = async || {
        let mut connection = SqliteConnectOptions::new().in_memory(true).disable_statement_logging().connect().await?;
        sqlx::query("PRAGMA cipher_log_level = NONE").execute(&mut connection).await?;
        Ok(connection.close().await?)
    };
    QUIET.get_or_try_init(set).await.copied()
}

/// Opens the connection that writes, and brings the tables up to this version.
///
/// # Errors
/// `ContentsDamaged` (also where the key is another's), `Newer`, or what the disk refuses.
pub(crate) async fn writer(
    folder: &Path,
    consultation: ConsultationId,
    key: &Key,
    is_new: bool,
) -> Result<Open, StoreError> {
    quiet().await?;
    let options = options(folder, consultation, key)
        .create_if_missing(is_new)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("cache_size", "-32768")
        // In pages: a person who records waits for a checkpoint one time in a hundred, not one in twenty.
        .pragma("wal_autocheckpoint", "4000");
    match prepare(options).await {
        Err(StoreError::ContentsDamaged) => Err(cut_or_damaged(folder, consultation, key).await),
        other => other,
    }
}

async fn prepare(options: SqliteConnectOptions) -> Result<Open, StoreError> {
    let mut connection = closing::connection(options.connect().await?);
    probe(&mut connection).await?;
    MIGRATIONS.run(&mut *connection).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) | MigrateError::VersionMismatch(_) => {
            StoreError::Newer
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        _ => StoreError::ContentsDamaged,
    })?;
    Ok(connection)
}

/// A wrong key seems to connect: only a read tells.
async fn probe(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query("SELECT count(*) FROM sqlite_master").execute(connection).await?;
    Ok(())
}

/// Why the contents cannot be read: where every page that is there can be authenticated, it is the others that are gone.
async fn cut_or_damaged(folder: &Path, consultation: ConsultationId, key: &Key) -> StoreError {
    let Ok(connection) = options(folder, consultation, key).connect().await else {
        return StoreError::ContentsDamaged;
    };
    let mut connection = closing::connection(connection);
    let damaged_pages = sqlx::query("PRAGMA cipher_integrity_check").fetch_all(&mut *connection).await;
    if damaged_pages.is_ok_and(|pages| pages.is_empty()) {
        StoreError::ContentsCut
    } else {
        StoreError::ContentsDamaged
    }
}

/// Whether every page of a closed database that nobody has open is there, is its own, and hangs together with the others.
pub(crate) async fn is_whole(folder: &Path, consultation: ConsultationId, key: &Key) -> bool {
    let looked_at = async {
        // A copy is looked at without a trace: no log and no index beside it.
        let options = options(folder, consultation, key).immutable(true).read_only(true);
        let mut connection = closing::connection(options.connect().await?);
        probe(&mut connection).await?;
        let foreign = sqlx::query("PRAGMA cipher_integrity_check").fetch_all(&mut *connection).await?;
        let (said,): (String,) = sqlx::query_as("PRAGMA quick_check(1)").fetch_one(&mut *connection).await?;
        close(connection).await?;
        Ok::<_, StoreError>(foreign.is_empty() && said == "ok")
    };
    looked_at.await.unwrap_or(false)
}

/// Notes in a closed database that something is done that was to be done for it.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn has_done(
    folder: &Path,
    consultation: ConsultationId,
    key: &Key,
    duty: &str,
) -> Result<(), StoreError> {
    let mut connection = writer(folder, consultation, key, false).await?;
    sqlx::query("DELETE FROM duty WHERE name = ?").bind(duty).execute(&mut *connection).await?;
    checkpoint(&mut connection).await?;
    close(connection).await
}

/// Those that read.
pub(crate) fn readers(folder: &Path, consultation: ConsultationId, key: &Key) -> Box<Readers> {
    let options = options(folder, consultation, key).pragma("query_only", "ON").pragma("wal_autocheckpoint", "0");
    Box::new(Readers::new(options))
}

/// # Errors
/// What the disk refuses.
pub(crate) async fn close(connection: Open) -> Result<(), StoreError> {
    Ok(ScopeGuard::into_inner(connection).close().await?)
}

/// Brings all that was written into the one file, and leaves nothing in the write-ahead log.
///
/// # Errors
/// What the disk refuses; `OpenElsewhere` where somebody reads for longer than this waits.
pub(crate) async fn checkpoint(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let (busy, _, _): (i64, i64, i64) = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(connection).await?;
    if busy == 0 { Ok(()) } else { Err(StoreError::OpenElsewhere) }
}

/// Encrypts the file anew. Nobody else may have it open, and nothing may stand in the write-ahead log.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn encrypt_anew(
    folder: &Path,
    file: &Path,
    consultation: ConsultationId,
    from: &Key,
    to: &Key,
) -> Result<(), StoreError> {
    let opening = options(folder, consultation, from)
        .filename(file)
        .journal_mode(SqliteJournalMode::Delete)
        .synchronous(SqliteSynchronous::Full);
    let mut connection = closing::connection(opening.connect().await?);
    probe(&mut connection).await?;
    let key = to.derive("anteroom/1/contents");
    let mut statement = Zeroizing::new(String::with_capacity(130));
    statement.push_str("PRAGMA rekey = \"x'");
    for byte in key.bytes().iter().chain(&salt(consultation)) {
        let _ = write!(statement, "{byte:02x}");
    }
    statement.push_str("'\"");
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_string())).execute(&mut *connection).await?;
    close(connection).await
}
