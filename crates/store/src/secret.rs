//! Secrets as types: never printed, wiped when dropped.

use std::fmt;

use bip39::{Language, Mnemonic};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::StoreError;

macro_rules! never_printed {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}
never_printed!(Passphrase, RecoveryWords, Key);

/// What a person types to open a consultation.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Passphrase(String);

impl Passphrase {
    pub fn new(typed: String) -> Self {
        Self(typed)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// As it was typed.
    pub fn spelled(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The recovery sheet: 128 random bits as twelve words (BIP 39, English), with four bits that catch a slip.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryWords([u8; 16]);

impl RecoveryWords {
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut bits = [0; 16];
        getrandom::fill(&mut bits)?;
        Ok(Self(bits))
    }

    pub(crate) fn of(bits: [u8; 16]) -> Self {
        Self(bits)
    }

    pub(crate) fn bits(&self) -> &[u8; 16] {
        &self.0
    }

    /// The words, to be printed once.
    pub fn words(&self) -> String {
        // 128 bits always make twelve words.
        Mnemonic::from_entropy(&self.0).map_or_else(|_| String::new(), |mnemonic| mnemonic.to_string())
    }

    /// Reads the words as somebody typed them: in any case, with any blanks between.
    ///
    /// # Errors
    /// `NotRecoveryWords`, where a word is unknown, missing or in another place.
    pub fn read(typed: &str) -> Result<Self, StoreError> {
        let typed = Zeroizing::new(typed.to_lowercase());
        let tidy = Zeroizing::new(typed.split_whitespace().collect::<Vec<_>>().join(" "));
        let mnemonic =
            Mnemonic::parse_in_normalized(Language::English, &tidy).map_err(|_| StoreError::NotRecoveryWords)?;
        let entropy = Zeroizing::new(mnemonic.to_entropy());
        entropy.as_slice().try_into().map(Self).map_err(|_| StoreError::NotRecoveryWords)
    }
}

/// How somebody opens a consultation.
#[derive(Clone, Debug)]
pub enum Unlock {
    Passphrase(Passphrase),
    Recovery(RecoveryWords),
    /// The PIN, together with what this computer's keyring holds.
    Keyring(Passphrase),
}

impl Unlock {
    /// Reads the words of a recovery sheet as somebody typed them.
    ///
    /// # Errors
    /// `NotRecoveryWords`.
    pub fn recovery(typed: &Passphrase) -> Result<Self, StoreError> {
        RecoveryWords::read(&typed.0).map(Self::Recovery)
    }
}

/// 32 secret bytes.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub(crate) struct Key([u8; 32]);

impl Key {
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key for one purpose that comes from this one (HKDF-SHA-256, no salt).
    pub(crate) fn derive(&self, purpose: &str) -> Self {
        derive(&self.0, purpose)
    }
}

impl From<[u8; 32]> for Key {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// The key for one purpose that comes from secret bytes (HKDF-SHA-256, no salt).
pub(crate) fn derive(from: &[u8], purpose: &str) -> Key {
    let mut key = [0; 32];
    // 32 bytes are never too many for HKDF-SHA-256.
    hkdf::Hkdf::<sha2::Sha256>::new(None, from).expand(purpose.as_bytes(), &mut key).ok();
    Key(key)
}

/// Nothing of this process goes into a core dump.
pub fn forbid_core_dumps() {
    #[cfg(unix)]
    {
        let none = rustix::process::Rlimit { current: Some(0), maximum: Some(0) };
        // Where the system refuses, its own setting holds.
        rustix::process::setrlimit(rustix::process::Resource::Core, none).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_sheet_read_back_however_they_are_typed() {
        let sheet = RecoveryWords([0x5a; 16]);
        let words = sheet.words();
        assert_eq!(words.split(' ').count(), 12);
        assert_eq!(RecoveryWords::read(&format!("  {}\n", words.to_uppercase().replace(' ', "  \t"))).unwrap(), sheet);
    }

    #[test]
    fn a_slip_in_the_words_is_noticed() {
        let words = RecoveryWords([0x5a; 16]).words();
        let mut swapped: Vec<_> = words.split(' ').collect();
        swapped.swap(0, 5);
        for typed in ["", "abandon", &words[..words.len() - 2], &swapped.join(" ")] {
            assert!(matches!(RecoveryWords::read(typed), Err(StoreError::NotRecoveryWords)), "{typed}");
        }
    }

    #[test]
    fn no_secret_is_printed() {
        let passphrase = Passphrase::new("canary-7391".into());
        let shown = format!(
            "{passphrase:?} {:?} {:?} {:?}",
            Unlock::Passphrase(passphrase.clone()),
            RecoveryWords([9; 16]),
            Key([9; 32])
        );
        assert_eq!(shown, "Passphrase(…) Passphrase(Passphrase(…)) RecoveryWords(…) Key(…)");
    }
}
