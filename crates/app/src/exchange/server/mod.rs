//! The shared server, through which laptops with a network exchange what others exchange by files.

mod keys;
mod logins;
mod noticed;
mod pull;
mod push;
mod visit;

pub use logins::{Access, Logins, add_logins, drop_login, set_up};
pub use visit::{Line, Visit, forget, server, status, sync};

use std::time::Duration;

use anteroom_hub::{CommitKey, HubError, HubKey, Seals};
use anteroom_store::{Named, Progress};
use tokio::sync::MutexGuard;

use crate::consultations::Steps;
use crate::desk::Desk;
use crate::error::AppError;

/// With what this computer reads and writes on the server.
struct Keys {
    names: HubKey,
    /// Opens what was sealed under any key that is known here.
    opening: Seals,
    /// Seals under the key that holds now; none where no organiser has given one yet.
    sealing: Option<Seals>,
    /// Seals what tells of keys, for all who ever had the consultation.
    founding: Seals,
}

/// How long somebody who calls off waits for a network that says nothing.
const AT_MOST: Duration = Duration::from_millis(100);

/// What the server answers, unless it is called off before.
///
/// # Errors
/// `cancelled`, or what the server refuses.
fn unless_called_off<T>(
    steps: &dyn Progress,
    asking: impl Future<Output = Result<T, HubError>>,
) -> impl Future<Output = Result<T, AppError>> {
    // What speaks to a server holds much: whoever waits for it is not to carry that along.
    let mut asking = Box::pin(asking);
    async move {
        loop {
            if steps.is_cancelled() {
                return Err(HubError::Cancelled.into());
            }
            if let Ok(answer) = tokio::time::timeout(AT_MOST, &mut asking).await {
                return Ok(answer?);
            }
        }
    }
}

/// One visit at a time: whoever comes meanwhile waits for its end.
async fn alone<'d>(desk: &'d Desk, steps: &Steps) -> Result<MutexGuard<'d, ()>, AppError> {
    loop {
        steps.check()?;
        if let Ok(alone) = tokio::time::timeout(AT_MOST, desk.visiting.lock()).await {
            return Ok(alone);
        }
    }
}

fn key((device, seq, hash): &Named) -> CommitKey {
    CommitKey { device: *device, seq: *seq, hash: *hash }
}

fn named(key: &CommitKey) -> Named {
    (key.device, key.seq, key.hash)
}

impl From<HubError> for AppError {
    fn from(error: HubError) -> Self {
        let about = match &error {
            HubError::UnknownOption(option) => Some(("name", option.clone())),
            HubError::Authority(path) => Some(("path", path.display().to_string())),
            HubError::TooOld(version) => Some(("version", version.clone())),
            HubError::Database(code) => Some(("why", code.clone())),
            _ => None,
        };
        let args: Vec<_> = about.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refusal = Self::new(error.code(), &args);
        match error {
            HubError::NotTrusted(why) => refusal.because(match why {
                "it was made for another name" => "why-other-name",
                "its time is over" => "why-time-over",
                "its time has not begun; is this computer's clock right?" => "why-time-not-begun",
                "nobody known has signed it" => "why-signed-by-nobody",
                _ => "why-not-verified",
            }),
            HubError::Unreachable(kind) => refusal.because(match kind {
                std::io::ErrorKind::ConnectionRefused => "why-nobody-answers",
                std::io::ErrorKind::TimedOut => "why-timed-out",
                _ => "why-no-connection",
            }),
            _ => refusal,
        }
    }
}
