//! What this computer's own keyring holds for a consultation: half of a key, of no use without the PIN.

use keyring::Entry;
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::secret::Key;

/// The name of the program in the keyring.
const SERVICE: &str = "org.anteroom";

fn entry(name: &[u8; 16]) -> Result<Entry, StoreError> {
    let spelled = uuid::Uuid::from_bytes(*name).to_string();
    Entry::new(SERVICE, &spelled).map_err(|error| refused(&error))
}

/// The keyring's own words can hold what it was given; only the kind of failure is told.
fn refused(error: &keyring::Error) -> StoreError {
    let why = match error {
        keyring::Error::NoStorageAccess(_) => "it is locked or does not answer",
        keyring::Error::NoDefaultStore => "there is none",
        _ => "it refuses",
    };
    StoreError::Keyring(why.to_owned())
}

pub(super) fn keep(name: &[u8; 16], half: &Key) -> Result<(), StoreError> {
    entry(name)?.set_secret(half.bytes()).map_err(|error| refused(&error))
}

/// What is held under this name; `None` where nothing is.
pub(super) fn held(name: &[u8; 16]) -> Result<Option<Key>, StoreError> {
    match entry(name)?.get_secret() {
        Ok(secret) => {
            let secret = Zeroizing::new(secret);
            Ok(<[u8; 32]>::try_from(secret.as_slice()).ok().map(Key::from))
        }
        Err(keyring::Error::NoEntry) => Ok(None),
        Err(error) => Err(refused(&error)),
    }
}

/// What is gone already need not be let go.
pub(super) fn forget(name: &[u8; 16]) {
    if let Ok(entry) = entry(name) {
        entry.delete_credential().ok();
    }
}
