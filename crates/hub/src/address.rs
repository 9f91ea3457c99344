//! Where a shared server is, and who logs in there. What asks for less than verified TLS is no address.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use sqlx::ConnectOptions as _;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgSslMode};
use url::Url;
use zeroize::Zeroizing;

use crate::error::HubError;
use crate::login::Login;
use crate::patience::within;

/// How long a server may take to let somebody in.
const TO_CONNECT: Duration = Duration::from_secs(20);

const PORT: u16 = 5432;

/// The address of a shared server. Its password is never shown.
#[derive(Clone)]
pub struct Address {
    host: String,
    port: u16,
    database: String,
    user: String,
    password: Option<Zeroizing<String>>,
    authority: Option<Authority>,
}

/// By whose certificate a server is known.
#[derive(Clone)]
enum Authority {
    File(PathBuf),
    Pem(String),
}

impl Address {
    /// Reads `postgres://USER:PASSWORD@HOST:PORT/DATABASE?sslrootcert=FILE`; all but host and database may be lacking.
    /// Where no password stands there, `PGPASSWORD` in the environment is one.
    ///
    /// # Errors
    /// `NotAnAddress`; `LessThanVerified` for any `sslmode` but `verify-full`; `UnknownOption` for what could lead elsewhere.
    pub fn parse(url: &str) -> Result<Self, HubError> {
        let url = Url::parse(url).map_err(|_| HubError::NotAnAddress)?;
        if !matches!(url.scheme(), "postgres" | "postgresql") || url.fragment().is_some() {
            return Err(HubError::NotAnAddress);
        }
        let host = decoded(url.host_str().unwrap_or_default())?;
        // An address of IPv6 stands in brackets in a URL, and without them everywhere else.
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let database = decoded(url.path().trim_start_matches('/'))?;
        // What begins with a slash would be a socket, which has no TLS.
        if host.is_empty() || host.starts_with('/') || database.is_empty() || database.contains('/') {
            return Err(HubError::NotAnAddress);
        }
        let mut address = Self {
            host,
            port: url.port().unwrap_or(PORT),
            database,
            user: decoded(url.username())?,
            password: url.password().map(decoded).transpose()?.map(Zeroizing::new),
            authority: None,
        };
        for (key, value) in url.query_pairs() {
            match (&*key, &*value) {
                ("sslmode", "verify-full") | ("sslrootcert", "system") => {}
                ("sslmode", _) => return Err(HubError::LessThanVerified),
                ("sslrootcert", file) => address.authority = Some(Authority::File(PathBuf::from(file))),
                (other, _) => return Err(HubError::UnknownOption(other.to_owned())),
            }
        }
        Ok(address)
    }

    /// The same server, known by the certificate of an authority of its own beside those that the system knows. PEM.
    #[must_use]
    pub fn with_authority(mut self, pem: String) -> Self {
        self.authority = Some(Authority::Pem(pem));
        self
    }

    /// The same server, for somebody else.
    #[must_use]
    pub fn with_login(mut self, login: &Login) -> Self {
        self.user.clone_from(&login.name);
        self.password = Some(login.password.clone());
        self
    }

    /// The same server, for the same person with this password.
    #[must_use]
    pub fn with_password(mut self, password: &str) -> Self {
        self.password = Some(Zeroizing::new(password.to_owned()));
        self
    }

    /// The same server, for nobody yet: what may be shown, and passed on.
    #[must_use]
    pub fn without_login(mut self) -> Self {
        self.user.clear();
        self.password = None;
        self
    }

    /// The certificate of the authority by which the server is known, where the address names one. PEM.
    ///
    /// # Errors
    /// `Authority`.
    pub fn authority(&self) -> Result<Option<String>, HubError> {
        match &self.authority {
            None => Ok(None),
            Some(Authority::Pem(pem)) => Ok(Some(pem.clone())),
            Some(Authority::File(file)) => {
                const BEGINS: &str = "-----BEGIN CERTIFICATE-----";
                let pem = std::fs::read_to_string(file).ok().filter(|pem| pem.contains(BEGINS));
                pem.ok_or_else(|| HubError::Authority(file.clone())).map(Some)
            }
        }
    }

    /// # Errors
    /// `NoLogin`, `Authority`.
    pub(crate) fn options(&self) -> Result<PgConnectOptions, HubError> {
        if self.user.is_empty() {
            return Err(HubError::NoLogin);
        }
        let mut options = PgConnectOptions::new_without_pgpass()
            .host(&self.host)
            .port(self.port)
            .database(&self.database)
            .username(&self.user)
            .application_name("anteroom")
            .extra_float_digits(None)
            .ssl_mode(PgSslMode::VerifyFull);
        if let Some(password) = &self.password {
            options = options.password(password);
        }
        if let Some(pem) = self.authority()? {
            options = options.ssl_root_cert_from_pem(pem.into_bytes());
        }
        // sqlx would log statements, and with them a verifier of a password.
        Ok(options.disable_statement_logging())
    }

    /// # Errors
    /// As `options`, and whatever the server refuses.
    pub(crate) async fn connect(&self) -> Result<PgConnection, HubError> {
        let options = self.options()?;
        within(TO_CONNECT, options.connect()).await
    }
}

fn decoded(part: &str) -> Result<String, HubError> {
    let text = percent_decode_str(part).decode_utf8().map_err(|_| HubError::NotAnAddress)?;
    if text.contains('\0') { Err(HubError::NotAnAddress) } else { Ok(text.into_owned()) }
}

/// As it may be shown: the server and its database, nobody's name and no password.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        match self.port {
            PORT => write!(f, "postgres://{host}/{}", self.database),
            port => write!(f, "postgres://{host}:{port}/{}", self.database),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_for_less_than_verified_tls_is_refused() {
        for mode in ["disable", "allow", "prefer", "require", "verify-ca", "VERIFY-FULL", ""] {
            let url = format!("postgres://server.example.org/anteroom?sslmode={mode}");
            assert!(matches!(Address::parse(&url), Err(HubError::LessThanVerified)), "{mode}");
        }
        assert!(Address::parse("postgres://server.example.org/anteroom?sslmode=verify-full").is_ok());
    }

    #[test]
    fn what_could_lead_past_tls_or_elsewhere_is_refused() {
        for url in [
            "postgres://%2Fvar%2Frun%2Fpostgresql/anteroom",
            "postgres:///anteroom",
            "postgres://server.example.org",
            "mysql://server.example.org/anteroom",
            "anteroom",
        ] {
            assert!(matches!(Address::parse(url), Err(HubError::NotAnAddress)), "{url}");
        }
        for option in ["host=%2Ftmp", "options=-csearch_path%3Dx", "password=secret", "hostaddr=10.0.0.1"] {
            let refused = Address::parse(&format!("postgres://server.example.org/anteroom?{option}")).unwrap_err();
            assert!(matches!(refused, HubError::UnknownOption(_)), "{option}");
            assert!(!refused.to_string().contains("secret"), "only the name of the option is told");
        }
    }

    #[test]
    fn an_address_shows_neither_who_logs_in_nor_the_password() {
        let address = Address::parse("postgres://somebody:s%3Acret@[::1]:6000/anteroom").unwrap();
        assert_eq!(address.to_string(), "postgres://[::1]:6000/anteroom");
        assert_eq!(address.password.as_deref().map(String::as_str), Some("s:cret"));
        let shown = format!("{address} {address:?} {:?}", address.clone().without_login());
        assert!(!shown.contains("cret") && !shown.contains("somebody"));
    }

    #[test]
    fn nobody_is_not_connected_and_an_authority_has_to_be_there() {
        let address = Address::parse("postgres://server.example.org/anteroom?sslrootcert=/nowhere/ca.pem").unwrap();
        assert!(matches!(address.options(), Err(HubError::NoLogin)));
        let login = Login { name: "anteroom_1".into(), password: Zeroizing::new("secret".into()) };
        assert!(matches!(address.with_login(&login).options(), Err(HubError::Authority(_))));
    }
}
