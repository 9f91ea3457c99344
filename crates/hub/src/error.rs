//! Why the shared server refuses or cannot be used, in plain words; never with a password, a key or a word of a contribution.

use std::io;
use std::path::PathBuf;

/// What the function that erases raises where one login erases too much at once.
const TOO_MANY_ERASURES: &str = "AN001";

#[derive(Debug, thiserror::Error)]
pub enum HubError {
    #[error("This is not the address of a shared server. It looks like this: postgres://server.example.org/anteroom.")]
    NotAnAddress,
    #[error("The address of the shared server says “{0}”, which is not understood.")]
    UnknownOption(String),
    #[error(
        "The address asks for less than a verified connection. Anteroom speaks to a shared server only over TLS, with its certificate verified."
    )]
    LessThanVerified,
    #[error("The address names nobody to log in as.")]
    NoLogin,
    #[error("The certificate of the authority cannot be read from “{}”.", .0.display())]
    Authority(PathBuf),
    #[error("The shared server does not speak TLS. Nothing was sent to it.")]
    NoTls,
    #[error("The shared server's certificate is not to be trusted: {0}. Nothing was sent to it.")]
    NotTrusted(&'static str),
    #[error("The shared server cannot be reached: {0}.")]
    Unreachable(io::ErrorKind),
    #[error("The shared server takes too long to answer.")]
    TooSlow,
    #[error("The shared server does not let this login in: it was dropped, or its password is another one.")]
    LoginRefused,
    #[error("The shared server has no database of this name.")]
    NoDatabase,
    #[error("Too many are connected to the shared server at the moment.")]
    Crowded,
    #[error("PostgreSQL 15 or newer is needed; this is version {0}.")]
    TooOld(String),
    #[error("This database holds no shared server of Anteroom's yet: it has to be set up first.")]
    NotSetUp,
    #[error("This shared server was set up by a newer version of Anteroom. Please update this one first.")]
    Newer,
    #[error(
        "This shared server was set up by an older version of Anteroom: whoever looks after it has to set it up again, which keeps everything."
    )]
    Older,
    #[error("To set up a shared server, the database has to be one's own, and one must be allowed to make logins.")]
    NotItsOwner,
    #[error("This login belongs to another consultation, or to another device.")]
    LoginOfAnother,
    #[error("The shared server does not allow this.")]
    NotAllowed,
    #[error("Too much was erased on the shared server within one hour; the rest has to wait.")]
    TooManyErasures,
    #[error("Another device keeps the shared server busy.")]
    Busy,
    #[error("The disk of the shared server is full.")]
    DiskFull,
    #[error("An entry is larger than a shared server takes.")]
    TooLarge,
    #[error("The shared server answers with something that it was never given.")]
    Nonsense,
    #[error("The shared server does not answer as it should (PostgreSQL code {0}).")]
    Database(String),
    #[error("There is no key yet under which anything could be sealed for the shared server.")]
    NoEpoch,
    #[error("This system gives no random numbers; nothing was done.")]
    NoRandomness,
    #[error("Cancelled.")]
    Cancelled,
}

impl HubError {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAnAddress => "not-an-address",
            Self::UnknownOption(_) => "unknown-option",
            Self::LessThanVerified => "less-than-verified",
            Self::NoLogin => "no-login",
            Self::Authority(_) => "authority",
            Self::NoTls => "no-tls",
            Self::NotTrusted(_) => "not-trusted",
            Self::Unreachable(_) => "unreachable",
            Self::TooSlow => "too-slow",
            Self::LoginRefused => "login-refused",
            Self::NoDatabase => "no-database",
            Self::Crowded => "crowded",
            Self::TooOld(_) => "too-old",
            Self::NotSetUp => "not-set-up",
            Self::Newer => "newer-server",
            Self::Older => "older-server",
            Self::NotItsOwner => "not-its-owner",
            Self::LoginOfAnother => "login-of-another",
            Self::NotAllowed => "server-does-not-allow",
            Self::TooManyErasures => "too-many-erasures",
            Self::Busy => "server-busy",
            Self::DiskFull => "server-disk-full",
            Self::TooLarge => "too-large-for-server",
            Self::Nonsense => "nonsense",
            Self::Database(_) => "server-database",
            Self::NoEpoch => "no-epoch",
            Self::NoRandomness => "no-randomness",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether trying again later may do, with nothing changed: offline, a full house, a restart.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::TooSlow | Self::Crowded | Self::Busy | Self::TooManyErasures)
    }
}

impl From<getrandom::Error> for HubError {
    fn from(_: getrandom::Error) -> Self {
        Self::NoRandomness
    }
}

/// PostgreSQL's own words are left out: they can name what was sent with a statement.
impl From<sqlx::Error> for HubError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::Io(error) => of_connection(&error),
            sqlx::Error::Tls(error) => {
                let said = error.to_string();
                if said.contains("does not support TLS") { Self::NoTls } else { Self::NotTrusted(distrust(&said)) }
            }
            sqlx::Error::Database(error) => of_database(&error.code().unwrap_or_default()),
            sqlx::Error::PoolTimedOut => Self::TooSlow,
            sqlx::Error::PoolClosed => Self::Unreachable(io::ErrorKind::NotConnected),
            sqlx::Error::RowNotFound | sqlx::Error::Decode(_) | sqlx::Error::ColumnDecode { .. } => Self::Nonsense,
            _ => Self::Database("unknown".to_owned()),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for HubError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        use sqlx::migrate::MigrateError::{Execute, ExecuteMigration, VersionMissing, VersionTooNew};
        match error {
            Execute(error) | ExecuteMigration(error, _) => error.into(),
            VersionMissing(_) | VersionTooNew(..) => Self::Newer,
            _ => Self::Nonsense,
        }
    }
}

/// What TLS refuses comes as invalid data of the connection.
fn of_connection(error: &io::Error) -> HubError {
    match error.kind() {
        io::ErrorKind::InvalidData => HubError::NotTrusted(distrust(&error.to_string())),
        kind => HubError::Unreachable(kind),
    }
}

fn distrust(said: &str) -> &'static str {
    if said.contains("NotValidForName") || said.contains("not valid for name") {
        "it was made for another name"
    } else if said.contains("Expired") || said.contains("expired") {
        "its time is over"
    } else if said.contains("NotValidYet") || said.contains("not valid yet") {
        "its time has not begun; is this computer's clock right?"
    } else if said.contains("UnknownIssuer") {
        "nobody known has signed it"
    } else {
        "it cannot be verified"
    }
}

fn of_database(code: &str) -> HubError {
    match code {
        TOO_MANY_ERASURES => HubError::TooManyErasures,
        "28000" | "28P01" => HubError::LoginRefused,
        "3D000" => HubError::NoDatabase,
        "53300" => HubError::Crowded,
        "42501" => HubError::NotAllowed,
        "42P01" | "3F000" | "42883" => HubError::NotSetUp,
        "55P03" | "40P01" => HubError::Busy,
        "57014" | "25P03" => HubError::TooSlow,
        "53100" => HubError::DiskFull,
        "23514" => HubError::TooLarge,
        "57P01" | "57P02" | "57P03" => HubError::Unreachable(io::ErrorKind::ConnectionAborted),
        other => HubError::Database(other.to_owned()),
    }
}
