//! The shared server on loopback, beside bare inserts of the same bytes into the same server.

use std::time::Instant;

use anteroom_hub::{Address, Admin, CommitKey, ContentsKey, Cursor, Hub, HubKey, Login, PAGE, Plain, Sealed, Seals};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, RecordId};
use sqlx::postgres::{PgConnectOptions, PgConnection, PgSslMode};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Executor as _};

use crate::Done;
use crate::measured::{Line, Report};

#[expect(
    clippy::unwrap_used,
    clippy::expect_used,
    dead_code,
    unreachable_pub,
    reason = "the tests' own server, which may fail loudly"
)]
#[path = "../../../../crates/hub/tests/hub/cluster.rs"]
mod cluster;

use cluster::Cluster;

const TURNS: usize = 3;

/// What a commit of one contribution and its words take, on average.
const COMMIT: usize = 380;
const WORDS: usize = 300;

const CONSULTATION: ConsultationId = ConsultationId([7; 32]);
const ONE: DeviceId = DeviceId([1; 32]);
const OTHER: DeviceId = DeviceId([2; 32]);

/// So many commits of one contribution each, with their words.
struct Rows {
    commits: Vec<Plain<CommitKey>>,
    words: Vec<Plain<ContentsKey>>,
}

impl Rows {
    fn new(count: usize, key: &HubKey) -> Self {
        let (mut commits, mut words) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for seq in 0..count as u64 {
            let hash = Digest(mixed(seq));
            commits.push(Plain { key: CommitKey { device: ONE, seq, hash }, bytes: vec![7; COMMIT] });
            words.push(Plain { key: key.contents(&RecordId([1; 16]), &hash), bytes: vec![7; WORDS] });
        }
        Self { commits, words }
    }
}

/// Bytes in no order.
fn mixed(number: u64) -> [u8; 32] {
    let (mut bytes, mut state) = ([0; 32], number);
    for part in bytes.chunks_exact_mut(8) {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        part.copy_from_slice(&(mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB).to_be_bytes());
    }
    bytes
}

fn seals() -> Seals {
    let mut seals = Seals::new(CONSULTATION);
    seals.add(1, &[7; 32]);
    seals
}

/// A database that was set up as people set one up, and the logins of two devices.
struct Database {
    address: Address,
    one: Login,
    other: Login,
    keeper: PgConnection,
}

impl Database {
    async fn set_up(cluster: &Cluster, name: &str) -> Done<Self> {
        let keeper = async |database: &str| {
            let options: PgConnectOptions = cluster.superuser(database).parse()?;
            options.ssl_mode(PgSslMode::VerifyFull).connect().await
        };
        let mut first = keeper("postgres").await?;
        let role = "DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'looks_after') THEN
                    CREATE ROLE looks_after LOGIN CREATEROLE PASSWORD 'looks-after-it';
                END IF;
            END $$";
        first.execute(role).await?;
        first.execute(AssertSqlSafe(format!("CREATE DATABASE {name} OWNER looks_after"))).await?;
        let own = cluster.address(name).replace("://", "://looks_after:looks-after-it@");
        let mut admin = Admin::connect(&Address::parse(&own)?).await?;
        admin.init().await?;
        let (one, other) = (admin.add_login(&CONSULTATION, &ONE).await?, admin.add_login(&CONSULTATION, &OTHER).await?);
        Ok(Self { address: Address::parse(&cluster.address(name))?, one, other, keeper: keeper(name).await? })
    }

    async fn connect(&self, login: &Login, device: DeviceId, key: &HubKey) -> Done<Hub> {
        Ok(Hub::connect(&self.address.clone().with_login(login), CONSULTATION, device, key).await?)
    }

    /// The same bytes, sealed before, as many at a time, into a table with a key and nothing else.
    async fn bare(&mut self, sealed: &Both) -> Done<f64> {
        self.keeper
            .execute("CREATE TABLE public.bare (id bytea PRIMARY KEY, epoch bigint NOT NULL, sealed bytea NOT NULL)")
            .await?;
        let began = Instant::now();
        self.insert(&sealed.commits, |row| &row.key.hash.0).await?;
        self.insert(&sealed.words, |row| &row.key.0).await?;
        let took = began.elapsed().as_secs_f64();
        self.keeper.execute("DROP TABLE public.bare").await?;
        Ok(took)
    }

    async fn insert<K>(&mut self, rows: &[Sealed<K>], id: impl Fn(&Sealed<K>) -> &[u8; 32]) -> Done {
        for page in rows.chunks(PAGE) {
            sqlx::query("INSERT INTO public.bare SELECT id, 1, sealed FROM unnest($1::bytea[], $2::bytea[]) AS page (id, sealed)")
                .bind(page.iter().map(|row| &id(row)[..]).collect::<Vec<_>>())
                .bind(page.iter().map(|row| row.bytes.as_slice()).collect::<Vec<_>>())
                .execute(&mut self.keeper)
                .await?;
        }
        Ok(())
    }
}

struct Both {
    commits: Vec<Sealed<CommitKey>>,
    words: Vec<Sealed<ContentsKey>>,
}

/// Everything to the server, sealed on the way.
async fn push(hub: &mut Hub, rows: &Rows) -> Done<f64> {
    let (commits, words) = (rows.commits.clone(), rows.words.clone());
    let began = Instant::now();
    let pushed = hub.push(&seals(), commits).await?;
    let put = hub.put_contents(&seals(), words).await?;
    if (pushed.new, put) != (rows.commits.len() as u64, rows.words.len() as u64) {
        return Err("The server had some of it already.".into());
    }
    Ok(began.elapsed().as_secs_f64())
}

/// Everything from the server, opened on the way: the commits as they arrived, then the words by name.
async fn pull(hub: &mut Hub, rows: &Rows) -> Done<f64> {
    let keys: Vec<ContentsKey> = rows.words.iter().map(|row| row.key).collect();
    let began = Instant::now();
    let (mut cursor, mut commits) = (Cursor::default(), 0);
    loop {
        let page = hub.news(&seals(), cursor).await?;
        cursor = page.cursor;
        commits += page.commits.iter().filter(|row| row.opened.is_ok()).count();
        if !page.more {
            break;
        }
    }
    let (mut asked, mut words) = (0, 0);
    while asked < keys.len() {
        let page = hub.take_contents(&seals(), &keys[asked..]).await?;
        asked += page.asked;
        words += page.rows.iter().filter(|row| row.opened.is_ok()).count();
    }
    if (commits, words) != (rows.commits.len(), rows.words.len()) {
        return Err(format!("{commits} commits and {words} words came back.").into());
    }
    Ok(began.elapsed().as_secs_f64())
}

/// The best of three turns each, one beside the other.
pub(crate) async fn measure(count: usize, report: &mut Report) -> Done {
    let cluster = Cluster::begin_with("log_statement = 'none'");
    let key = HubKey::from([7; 32]);
    let rows = Rows::new(count, &key);
    let sealed = Both { commits: seals().seal(&rows.commits)?, words: seals().seal(&rows.words)? };
    let (mut bare, mut pushed, mut pulled) = (f64::MAX, f64::MAX, f64::MAX);
    for turn in 0..TURNS {
        let mut database = Database::set_up(&cluster, &format!("measured_{turn}")).await?;
        bare = bare.min(database.bare(&sealed).await?);
        pushed = pushed.min(push(&mut database.connect(&database.one, ONE, &key).await?, &rows).await?);
        pulled = pulled.min(pull(&mut database.connect(&database.other, OTHER, &key).await?, &rows).await?);
        crate::steps::say(&format!("  bare {bare:.2} s, push {pushed:.2} s, pull {pulled:.2} s"));
    }
    let (push, pull) = (bare / pushed, bare / pulled);
    report.line(Line {
        what: "shared server on loopback: push, and pull, 100,000 commits of one contribution each with their words, against bare batched inserts of the same bytes",
        reach: "at least 0.5 of their rate",
        seen: format!("push {push:.2}, pull {pull:.2}"),
        reached: push >= 0.5 && pull >= 0.5,
        beside: format!("{pushed:.1} s and {pulled:.1} s against {bare:.1} s; {count} commits"),
    });
    Ok(())
}
