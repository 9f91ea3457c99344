//! A PostgreSQL server of the test's own: on loopback, with certificates made for it, stopped and removed when it is dropped.
//!
//! Includes nothing of the hub, so that other tests can take it in by its path.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use tempfile::TempDir;

/// Who sets up databases in a test; with a password, because nobody comes in without one.
const SUPERUSER: &str = "keeper";
const PASSWORD: &str = "keeper's own password";

/// How long a server may take to begin.
const TO_BEGIN: Duration = Duration::from_mins(1);

/// Runs the server until whoever started this is gone, however it went: then the standard input ends.
const UNTIL_LET_GO: &str = r#""$0" "$@" & server=$!
exec 2>/dev/null
cat >/dev/null
kill -s INT "$server"
wait "$server""#;

/// What the server says when it lets somebody in.
const READY: &str = "database system is ready to accept connections";

pub struct Cluster {
    folder: TempDir,
    port: u16,
    settings: String,
    server: Option<Child>,
}

impl Cluster {
    /// Makes a server and waits until it lets somebody in. It waits for no disk, because no power cut is tried.
    pub fn begin() -> Self {
        Self::begin_with("fsync = off")
    }

    /// The same, with settings of one's own.
    pub fn begin_with(settings: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("anteroom-hub-").tempdir_in("/tmp").unwrap();
        let user = User::of_server();
        user.owns(folder.path());
        let mut cluster = Self { folder, port: free_port(), settings: settings.to_owned(), server: None };
        cluster.make(&user);
        cluster.start();
        cluster
    }

    fn make(&self, user: &User) {
        let password = self.folder.path().join("password");
        fs::write(&password, PASSWORD).unwrap();
        user.owns(&password);
        let made = user
            .command(&program("initdb"))
            .arg("--pgdata")
            .arg(self.data())
            .args(["--username", SUPERUSER, "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C"])
            .args(["--no-sync", "--no-instructions", "--pwfile"])
            .arg(&password)
            .output()
            .unwrap();
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        fs::remove_file(password).unwrap();
        let certificates = Certificates::make("127.0.0.1");
        fs::write(self.authority(), &certificates.authority).unwrap();
        fs::write(self.folder.path().join("another.pem"), Certificates::make("127.0.0.1").authority).unwrap();
        for (name, pem) in [("server.crt", &certificates.certificate), ("server.key", &certificates.key)] {
            let file = self.data().join(name);
            fs::write(&file, pem).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
            user.owns(&file);
        }
        // Nobody comes in but over TLS and with a password.
        fs::write(self.data().join("pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n").unwrap();
        self.configure(true);
    }

    fn configure(&self, tls: bool) {
        let settings = format!(
            "listen_addresses = '127.0.0.1'\nport = {}\nunix_socket_directories = ''\nssl = {}\n\
             password_encryption = 'scram-sha-256'\nlog_statement = 'all'\nmax_connections = 60\n{}\n",
            self.port,
            if tls { "on" } else { "off" },
            self.settings,
        );
        fs::write(self.data().join("postgresql.auto.conf"), settings).unwrap();
    }

    /// Begins again, with TLS or without.
    pub fn restart(&mut self, tls: bool) {
        self.stop();
        self.configure(tls);
        self.start();
    }

    pub fn start(&mut self) {
        let mut server = User::of_server()
            .command(Path::new("/bin/sh"))
            .args(["-c", UNTIL_LET_GO])
            .arg(program("postgres"))
            .arg("-D")
            .arg(self.data())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(server.stderr.take().unwrap());
        let mut log = fs::File::create(self.log()).unwrap();
        let (tells, hears) = mpsc::channel();
        std::thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                writeln!(log, "{line}").unwrap();
                if line.contains(READY) {
                    tells.send(()).ok();
                }
            }
        });
        let ready = hears.recv_timeout(TO_BEGIN);
        self.server = Some(server);
        assert!(ready.is_ok(), "the server did not begin: {}", fs::read_to_string(self.log()).unwrap());
    }

    /// Stops it in good order: what it knew is in its files.
    pub fn stop(&mut self) {
        if let Some(mut server) = self.server.take() {
            drop(server.stdin.take());
            server.wait().unwrap();
        }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// The certificate of the authority that signed the server's.
    pub fn authority(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }

    /// The certificate of an authority that did not.
    pub fn another_authority(&self) -> PathBuf {
        self.folder.path().join("another.pem")
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What the server said, statements included.
    pub fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// A copy of the stopped server's files, to be put back.
    pub fn copy(&self) -> TempDir {
        let copy = tempfile::Builder::new().prefix("anteroom-hub-").tempdir_in("/tmp").unwrap();
        let done = Command::new("cp").arg("-a").arg(self.data()).arg(copy.path()).status().unwrap();
        assert!(done.success());
        copy
    }

    /// Puts the files of a stopped server back to what they were.
    pub fn restore(&self, copy: &TempDir) {
        fs::remove_dir_all(self.data()).unwrap();
        let done = Command::new("cp").arg("-a").arg(copy.path().join("data")).arg(self.folder.path()).status().unwrap();
        assert!(done.success());
    }

    /// The address of a database for whoever may do everything.
    pub fn superuser(&self, database: &str) -> String {
        let password = PASSWORD.replace(' ', "%20").replace('\'', "%27");
        format!(
            "postgres://{SUPERUSER}:{password}@127.0.0.1:{}/{database}?sslrootcert={}",
            self.port,
            self.authority().display()
        )
    }

    /// The address of a database, for nobody yet.
    pub fn address(&self, database: &str) -> String {
        format!("postgres://127.0.0.1:{}/{database}?sslrootcert={}", self.port, self.authority().display())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            drop(server.stdin.take());
            server.wait().ok();
        }
    }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// Debian keeps the programs of each version in a place of their own; the newest is taken.
pub fn program(name: &str) -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok()).max();
    newest.map_or_else(|| name.into(), |version| format!("/usr/lib/postgresql/{version}/bin/{name}").into())
}

/// Whom the server runs as: it refuses to run as root.
struct User(Option<(u32, u32)>);

impl User {
    fn of_server() -> Self {
        let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
        Self(is_root.then(|| {
            let users = fs::read_to_string("/etc/passwd").unwrap();
            let line = users.lines().find(|line| line.starts_with("postgres:")).expect("there is a user postgres");
            let parts: Vec<_> = line.split(':').collect();
            (parts[2].parse().unwrap(), parts[3].parse().unwrap())
        }))
    }

    fn owns(&self, path: &Path) {
        if let Self(Some((user, group))) = self {
            chown(path, Some(*user), Some(*group)).unwrap();
        }
    }

    fn command(&self, program: &Path) -> Command {
        let Self(Some((user, group))) = self else { return Command::new(program) };
        let mut command = Command::new("setpriv");
        command.args([&format!("--reuid={user}"), &format!("--regid={group}"), "--clear-groups", "--"]).arg(program);
        command.current_dir("/");
        command
    }
}

struct Certificates {
    authority: String,
    certificate: String,
    key: String,
}

impl Certificates {
    fn make(host: &str) -> Self {
        let own = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        // Another name than the server's, or some take the server's certificate for one that signed itself.
        params.distinguished_name.push(DnType::CommonName, "an authority of the test's own");
        let authority = params.self_signed(&own).unwrap().pem();
        let issuer = Issuer::new(params, own);
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::new([host.to_owned()]).unwrap().signed_by(&key, &issuer).unwrap();
        Self { authority, certificate: certificate.pem(), key: key.serialize_pem() }
    }
}
