//! A device's connection to the shared server of its consultation.

use anteroom_model::ids::{ConsultationId, DeviceId};
use sqlx::{Connection as _, Executor as _, PgConnection, Row as _};

use crate::address::Address;
use crate::admin::{applied, newest};
use crate::error::HubError;
use crate::key::HubKey;
use crate::patience::answer;
use crate::row::id;

/// Everything is asked for by its key, a page at a time. Of a table that has just been filled PostgreSQL knows too little to
/// see that, and would sort all of it for each page.
const BY_KEY: &str =
    "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";

/// The server, as one device of one consultation may use it. After an error of the network, or where a call was given
/// up before it answered, it is connected anew, and everything goes on where it stopped.
pub struct Hub {
    pub(crate) connection: PgConnection,
    pub(crate) consultation: ConsultationId,
    pub(crate) device: DeviceId,
    /// The number of the login, which stands beside everything it brings.
    pub(crate) number: i64,
    pub(crate) server: [u8; 16],
    pub(crate) channel: String,
}

impl std::fmt::Debug for Hub {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hub({:?}, {:?})", self.consultation, self.device)
    }
}

impl Hub {
    /// # Errors
    /// `NoTls`, `NotTrusted`, `Unreachable`, `LoginRefused`, `NotSetUp`, `Older`, `Newer`, and `LoginOfAnother` where the
    /// login is not that of this device in this consultation.
    pub async fn connect(
        address: &Address,
        consultation: ConsultationId,
        device: DeviceId,
        key: &HubKey,
    ) -> Result<Self, HubError> {
        let mut connection = address.connect().await?;
        match applied(&mut connection).await? {
            None => return Err(HubError::NotSetUp),
            Some(version) if version < newest() => return Err(HubError::Older),
            Some(version) if version > newest() => return Err(HubError::Newer),
            Some(_) => {}
        }
        let login = answer(
            sqlx::query(
                "SELECT anteroom.consultation() AS consultation, anteroom.device() AS device, anteroom.number() AS number,
                     server.id AS server FROM anteroom.server",
            )
            .fetch_one(&mut connection),
        )
        .await?;
        let Some(number) = login.try_get::<Option<i64>, _>("number")? else { return Err(HubError::LoginRefused) };
        if id(&login, "consultation")? != consultation.0 || id(&login, "device")? != device.0 {
            return Err(HubError::LoginOfAnother);
        }
        let server = id(&login, "server")?;
        answer(connection.execute(BY_KEY)).await?;
        Ok(Self { connection, consultation, device, number, server, channel: key.channel() })
    }
    /// Takes leave of the server.
    ///
    /// # Errors
    /// Where it is gone already.
    pub async fn close(self) -> Result<(), HubError> {
        answer(self.connection.close()).await
    }
}
