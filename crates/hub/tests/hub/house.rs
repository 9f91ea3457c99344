//! What the tests stand on: a database that was set up as `docs/hub.md` says, and devices with logins.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Weak};

use anteroom_hub::{Address, Admin, CommitKey, ContentsKey, Hub, HubKey, Login, Plain, Pulled, Seals, SetUp};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, RecordId};
use ed25519_dalek::{Signer as _, SigningKey};
use sha2::Digest as _;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgSslMode};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Executor as _};
use tokio::sync::Mutex;

use crate::cluster::Cluster;

/// One server for all tests that run at the same time. The last of them stops it.
static SHARED: Mutex<Weak<Cluster>> = Mutex::const_new(Weak::new());

static DATABASES: AtomicU32 = AtomicU32::new(0);

const PASSWORD: &str = "looks-after-it";

/// A database of one's own on a server, and whoever looks after it.
pub struct House {
    pub cluster: Arc<Cluster>,
    pub database: String,
    pub admin: Admin,
}

impl House {
    /// A shared server that has been set up, beside those of other tests.
    pub async fn new() -> Self {
        let mut shared = SHARED.lock().await;
        let cluster = shared.upgrade().unwrap_or_else(|| Arc::new(Cluster::begin()));
        *shared = Arc::downgrade(&cluster);
        // One after the other: the roles are of the whole server.
        Self::in_cluster(cluster).await
    }

    /// The same on a server that nobody else uses.
    pub async fn alone() -> Self {
        Self::in_cluster(Arc::new(Cluster::begin())).await
    }

    /// The same on a server as people set one up.
    pub async fn as_people_have_it() -> Self {
        Self::in_cluster(Arc::new(Cluster::begin_with("log_statement = 'none'"))).await
    }

    async fn in_cluster(cluster: Arc<Cluster>) -> Self {
        let database = empty_database(&cluster).await;
        let mut admin = Admin::connect(&admin_address(&cluster, &database)).await.unwrap();
        assert_eq!(admin.init().await.unwrap(), SetUp::New);
        Self { cluster, database, admin }
    }

    pub fn address(&self) -> Address {
        Address::parse(&self.cluster.address(&self.database)).unwrap()
    }

    /// Somebody who may do everything, as whoever has the server's disk.
    pub async fn superuser(&self) -> PgConnection {
        superuser(&self.cluster, &self.database).await
    }

    /// A new device of a consultation, with a login.
    pub async fn device(&mut self, consultation: u8) -> Device {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).unwrap();
        let signing = SigningKey::from_bytes(&seed);
        let id = DeviceId(signing.verifying_key().to_bytes());
        let consultation = ConsultationId([consultation; 32]);
        let login = self.admin.add_login(&consultation, &id).await.unwrap();
        Device {
            id,
            consultation,
            login,
            signing,
            server: self.address(),
            database: self.database.clone(),
            port: self.cluster.port(),
        }
    }
}

/// A database with nothing in it, owned by whoever will look after the shared server.
pub async fn empty_database(cluster: &Cluster) -> String {
    let database = format!("consultations_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let mut keeper = superuser(cluster, "postgres").await;
    let role = format!(
        "DO $$ BEGIN
             IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'looks_after') THEN
                 CREATE ROLE looks_after LOGIN CREATEROLE PASSWORD '{PASSWORD}';
             END IF;
         END $$"
    );
    keeper.execute(AssertSqlSafe(role)).await.unwrap();
    keeper.execute(AssertSqlSafe(format!("CREATE DATABASE {database} OWNER looks_after"))).await.unwrap();
    database
}

pub fn admin_address(cluster: &Cluster, database: &str) -> Address {
    let url = cluster.address(database).replace("://", &format!("://looks_after:{PASSWORD}@"));
    Address::parse(&url).unwrap()
}

pub async fn superuser(cluster: &Cluster, database: &str) -> PgConnection {
    let options: PgConnectOptions = cluster.superuser(database).parse().unwrap();
    options.ssl_mode(PgSslMode::VerifyFull).connect().await.unwrap()
}

/// A laptop that has a login.
pub struct Device {
    pub id: DeviceId,
    pub consultation: ConsultationId,
    pub login: Login,
    pub server: Address,
    signing: SigningKey,
    database: String,
    port: u16,
}

impl Device {
    pub async fn connect(&self) -> Hub {
        let address = self.server.clone().with_login(&self.login);
        Hub::connect(&address, self.consultation, self.id, &self.hub_key()).await.unwrap()
    }

    pub fn address(&self) -> Address {
        self.server.clone().with_login(&self.login)
    }

    /// A session in which its login does what it likes.
    pub async fn session(&self) -> PgConnection {
        PgConnectOptions::new_without_pgpass()
            .host("127.0.0.1")
            .port(self.port)
            .database(&self.database)
            .username(&self.login.name)
            .password(&self.login.password)
            .ssl_mode(PgSslMode::VerifyFull)
            .ssl_root_cert_from_pem(self.server.authority().unwrap().unwrap().into_bytes())
            .connect()
            .await
            .unwrap()
    }

    pub fn hub_key(&self) -> HubKey {
        HubKey::from(self.consultation.0)
    }

    /// With the key of the first epoch.
    pub fn seals(&self) -> Seals {
        let mut seals = Seals::new(self.consultation);
        seals.add(1, &self.consultation.0);
        seals
    }

    pub fn signs(&self) -> impl Fn(&[u8]) -> [u8; 64] {
        |bytes| self.signing.sign(bytes).to_bytes()
    }

    /// Commits of its series. What is in them is nothing to the hub.
    pub fn commits(&self, seqs: std::ops::Range<u64>) -> Vec<Plain<CommitKey>> {
        seqs.map(|seq| self.commit(seq, &format!("commit {seq}"))).collect()
    }

    pub fn commit(&self, seq: u64, says: &str) -> Plain<CommitKey> {
        let hash =
            sha2::Sha256::new().chain_update(self.id).chain_update(seq.to_be_bytes()).chain_update(says).finalize();
        Plain { key: CommitKey { device: self.id, seq, hash: Digest(hash.into()) }, bytes: says.as_bytes().to_vec() }
    }

    pub fn words(&self, record: u8, says: &str) -> Plain<ContentsKey> {
        let revision = Digest(sha2::Sha256::digest(says).into());
        Plain { key: self.hub_key().contents(&RecordId([record; 16]), &revision), bytes: says.as_bytes().to_vec() }
    }
}

pub fn keys<K: Copy>(rows: &[Plain<K>]) -> Vec<K> {
    rows.iter().map(|row| row.key).collect()
}

/// What was said in rows that all open.
pub fn said<K>(rows: &[Pulled<K>]) -> Vec<String> {
    rows.iter().map(|row| String::from_utf8(row.opened.as_ref().unwrap().to_vec()).unwrap()).collect()
}
