//! What a laptop opens the files with that are sealed to it: an X25519 key of age.

use std::fmt;

use age::secrecy::ExposeSecret as _;
use zeroize::Zeroizing;

use crate::error::HandoverError;

/// The secret half. It lies inside the encrypted consultation.
#[derive(Clone)]
pub struct Identity(pub(crate) age::x25519::Identity);

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(…)")
    }
}

impl Identity {
    pub fn random() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// As age spells it.
    pub fn spelled(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// # Errors
    /// `Damaged`, where it is no such spelling.
    pub fn read(spelled: &str) -> Result<Self, HandoverError> {
        spelled.parse().map(Self).map_err(|_| HandoverError::Damaged)
    }

    /// The public half: what others seal to.
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }
}

/// Whether files can be sealed to this.
pub fn is_recipient(text: &str) -> bool {
    text.parse::<age::x25519::Recipient>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_reads_back_and_is_never_printed() {
        let identity = Identity::random();
        let again = Identity::read(&identity.spelled()).unwrap();
        assert_eq!(again.recipient(), identity.recipient());
        assert!(is_recipient(&identity.recipient()) && !is_recipient(&identity.spelled()));
        assert_eq!(format!("{identity:?}"), "Identity(…)");
    }
}
