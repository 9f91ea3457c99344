//! The bare limit: the same database, the same words, and nothing of ours around them.

use std::path::Path;
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, QueryBuilder, Sqlite, SqliteConnection};

use crate::Done;
use crate::measured::Times;

pub(crate) async fn open(file: &Path) -> Done<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .pragma("key", "\"x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'\"")
        .pragma("cache_size", "-32768")
        .pragma("secure_delete", "ON")
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    Ok(options.connect().await?)
}

const TABLE: &str = "CREATE TABLE said (row INTEGER PRIMARY KEY, id BLOB NOT NULL, reference TEXT NOT NULL, text TEXT NOT NULL,
    language TEXT NOT NULL, kind TEXT NOT NULL, groups TEXT NOT NULL, nodes TEXT NOT NULL, share INTEGER NOT NULL, quote INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL, said_at INTEGER NOT NULL, signed BLOB NOT NULL) STRICT;";
const INDEXES: &str = "CREATE UNIQUE INDEX i1 ON said (id);
    CREATE INDEX i2 ON said (recorded_at, language, kind, share, quote);
    CREATE INDEX i3 ON said (reference); CREATE INDEX i4 ON said (said_at);
    CREATE INDEX i5 ON said (groups); CREATE INDEX i6 ON said (nodes);";
const WORDS: &str = "CREATE VIRTUAL TABLE found USING fts5 (words, content = '', tokenize = 'ascii', prefix = '1 2');
    INSERT INTO found (found, rank) VALUES ('secure-delete', 1), ('crisismerge', 32), ('automerge', 16), ('hashsize', 8388608);";

/// Inserts all rows in one transaction and says how long that took, durable.
pub(crate) async fn insert(file: &Path, texts: &[String], folded: &[String], with_indexes: bool) -> Done<Duration> {
    let mut connection = open(file).await?;
    sqlx::raw_sql(TABLE).execute(&mut connection).await?;
    if with_indexes {
        sqlx::raw_sql(INDEXES).execute(&mut connection).await?;
    }
    sqlx::raw_sql(WORDS).execute(&mut connection).await?;
    let began = Instant::now();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await?;
    for (at, (texts, folded)) in texts.chunks(200).zip(folded.chunks(200)).enumerate() {
        let first = (at * 200) as i64 + 1;
        let mut into = QueryBuilder::<Sqlite>::new("INSERT INTO said ");
        into.push_values((first..).zip(texts), |mut bind, (row, text)| {
            let id = id(row);
            bind.push_bind(row)
                .push_bind(id.to_vec())
                .push_bind(format!("K7F-{row}"))
                .push_bind(text.as_str())
                .push_bind("en");
            bind.push_bind("gcm:kind:challenge")
                .push_bind("[\"trade-unions\"]")
                .push_bind("[\"gcm:objective:6\"]")
                .push_bind(16_i64);
            bind.push_bind(16_i64)
                .push_bind(1_604_916_000_000_i64)
                .push_bind(1_604_916_000_000_i64 + row)
                .push_bind(vec![7_u8; 64]);
        });
        into.build().execute(&mut connection).await?;
        let mut into = QueryBuilder::<Sqlite>::new("INSERT INTO found (rowid, words) ");
        into.push_values((first..).zip(folded), |mut bind, (row, line)| {
            bind.push_bind(row).push_bind(line.as_str());
        });
        into.build().execute(&mut connection).await?;
    }
    sqlx::query("COMMIT").execute(&mut connection).await?;
    let took = began.elapsed();
    sqlx::Connection::close(connection).await?;
    Ok(took)
}

/// Sixteen bytes in no order.
fn id(row: i64) -> [u8; 16] {
    let mixed = (row as u128).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
    mixed.to_be_bytes()
}

/// One durable transaction after the other.
pub(crate) async fn transactions(file: &Path, text: &str, count: usize) -> Done<Times> {
    let mut connection = open(file).await?;
    sqlx::raw_sql("CREATE TABLE alone (row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
        .execute(&mut connection)
        .await?;
    let mut times = Times::default();
    for _ in 0..count {
        let began = Instant::now();
        sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await?;
        sqlx::query("INSERT INTO alone (text) VALUES (?)").bind(text).execute(&mut connection).await?;
        sqlx::query("COMMIT").execute(&mut connection).await?;
        times.add(began.elapsed());
    }
    Ok(times)
}

/// FTS5 alone: the row numbers of the fifty that match best.
pub(crate) async fn matches(connection: &mut SqliteConnection, matching: &str) -> Done<Duration> {
    let began = Instant::now();
    let rows: Vec<(i64,)> =
        sqlx::query_as("SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank, rowid DESC LIMIT 50")
            .bind(matching)
            .fetch_all(connection)
            .await?;
    let took = began.elapsed();
    std::hint::black_box(rows);
    Ok(took)
}
