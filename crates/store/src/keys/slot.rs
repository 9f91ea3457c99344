//! One way in: the consultation's key, sealed under something that a person has.

use anteroom_handover::Forgotten;
use anteroom_journal::encoding::{Malformed, Reader, Writer};
use anteroom_model::ids::{ConsultationId, DeviceId};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use crypto_box::aead::OsRng;
use crypto_box::{PublicKey, SecretKey};
use zeroize::Zeroizing;

use super::{FileKeys, keyring};
use crate::error::StoreError;
use crate::secret::{Key, Passphrase, RecoveryWords, Unlock, derive};

const PASSPHRASE: u64 = 1;
const RECOVERY: u64 = 2;
const KEYRING: u64 = 3;
const HELPED: u64 = 4;

/// What Argon2id is asked for: memory in KiB, passes, lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cost {
    memory: u32,
    passes: u32,
    lanes: u32,
}

const COST: Cost = Cost { memory: 64 << 10, passes: 3, lanes: 4 };

impl Cost {
    /// Less would be too easily guessed; more would hang whoever opens a file that a stranger made.
    fn is_within_bounds(self) -> bool {
        (64 << 10..=1 << 20).contains(&self.memory) && (3..=16).contains(&self.passes) && (4..=16).contains(&self.lanes)
    }
}

/// Something sealed under a key that Argon2id makes of what a person types.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    cost: Cost,
    salt: [u8; 16],
    nonce: [u8; 24],
    sealed: Vec<u8>,
}

#[derive(Clone, Debug)]
pub(super) enum Slot {
    Passphrase(Typed),
    /// Sealed to a key of which the recovery sheet holds the other half: it can be sealed anew without the sheet.
    Recovery {
        public: [u8; 32],
        sealed: Vec<u8>,
    },
    /// `name` says under which name the computer's keyring holds the other half.
    Keyring {
        name: [u8; 16],
        typed: Typed,
    },
    /// Opened like the recovery sheet's, by words that nobody on this computer knows: `letter` is sealed to the organisers,
    /// who can say them. They give no right to sign.
    Helped {
        public: [u8; 32],
        sealed: Vec<u8>,
        letter: Vec<u8>,
    },
    /// Of a newer version: kept as it is.
    Unknown(Vec<u8>),
}

impl Slot {
    pub(super) fn passphrase(keys: &FileKeys, passphrase: &Passphrase) -> Result<Self, StoreError> {
        if passphrase.is_empty() {
            return Err(StoreError::EmptyPassphrase);
        }
        Typed::seal(keys, PASSPHRASE, passphrase, &[]).map(Self::Passphrase)
    }

    pub(super) fn recovery(keys: &FileKeys, words: &RecoveryWords) -> Result<Self, StoreError> {
        Self::recovery_for(keys, *half_of(words).public_key().as_bytes())
    }

    pub(super) fn recovery_for(keys: &FileKeys, public: [u8; 32]) -> Result<Self, StoreError> {
        Ok(Self::Recovery { public, sealed: seal_to(keys, public)? })
    }

    /// Draws words for these organisers, by which they can help where the passphrase of this device is forgotten.
    pub(super) fn helped(keys: &FileKeys, device: DeviceId, organisers: &[String]) -> Result<Self, StoreError> {
        let words = RecoveryWords::random()?;
        let bits = Zeroizing::new(*words.bits());
        let letter = Forgotten { consultation: keys.consultation, device, words: bits }.seal(organisers)?;
        Self::helped_for(keys, *half_of(&words).public_key().as_bytes(), letter)
    }

    pub(super) fn helped_for(keys: &FileKeys, public: [u8; 32], letter: Vec<u8>) -> Result<Self, StoreError> {
        Ok(Self::Helped { public, sealed: seal_to(keys, public)?, letter })
    }

    pub(super) fn keyring(keys: &FileKeys, pin: &Passphrase) -> Result<Self, StoreError> {
        const SHORTEST: usize = 4;
        if pin.bytes().len() < SHORTEST {
            return Err(StoreError::ShortPin);
        }
        let mut name = [0; 16];
        getrandom::fill(&mut name)?;
        let half = Key::random()?;
        keyring::keep(&name, &half)?;
        Ok(Self::Keyring { name, typed: Typed::seal(keys, KEYRING, pin, half.bytes())? })
    }

    /// The consultation's key, where this slot is opened by `unlock`; `None` where it is another slot's.
    pub(super) fn open(&self, consultation: ConsultationId, unlock: &Unlock) -> Result<Option<FileKeys>, StoreError> {
        let opened = match (self, unlock) {
            (Self::Passphrase(typed), Unlock::Passphrase(passphrase)) => {
                typed.open(consultation, PASSPHRASE, passphrase, &[])?
            }
            (Self::Recovery { sealed, .. } | Self::Helped { sealed, .. }, Unlock::Recovery(words)) => {
                half_of(words).unseal(sealed).ok().map(Zeroizing::new)
            }
            (Self::Keyring { name, typed }, Unlock::Keyring(pin)) => match keyring::held(name)? {
                Some(half) => typed.open(consultation, KEYRING, pin, half.bytes())?,
                None => None,
            },
            _ => None,
        };
        Ok(opened.and_then(|bytes| FileKeys::decode(&bytes)))
    }

    /// Whether both are opened by the same thing in the keyring.
    pub(super) fn is_same_keyring(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Keyring { name, .. }, Self::Keyring { name: known, .. }) if name == known)
    }

    /// Lets go what the computer's keyring holds for this slot.
    pub(super) fn forget(&self) {
        if let Self::Keyring { name, .. } = self {
            keyring::forget(name);
        }
    }

    /// Keys: 0 kind, 1 memory, 2 passes, 3 lanes, 4 salt, 5 nonce, 6 sealed, 7 public, 8 name, 9 letter.
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        match self {
            Self::Passphrase(typed) => {
                writer.map(7);
                typed.write(PASSPHRASE, &mut writer);
            }
            Self::Keyring { name, typed } => {
                writer.map(8);
                typed.write(KEYRING, &mut writer);
                writer.uint(8);
                writer.bytes(name);
            }
            Self::Recovery { public, sealed } => {
                writer.map(3);
                write_boxed(RECOVERY, public, sealed, &mut writer);
            }
            Self::Helped { public, sealed, letter } => {
                writer.map(4);
                write_boxed(HELPED, public, sealed, &mut writer);
                writer.uint(9);
                writer.bytes(letter);
            }
            Self::Unknown(bytes) => return bytes.clone(),
        }
        writer.into_bytes()
    }

    pub(super) fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        let mut entries = reader.map()?;
        if entries.next(&mut reader)? != Some(0) {
            return Err(Malformed::Unexpected);
        }
        let kind = reader.uint()?;
        let mut cost = Cost { memory: 0, passes: 0, lanes: 0 };
        let (mut salt, mut nonce, mut sealed, mut public) = (None, None, None, None);
        let (mut name, mut letter) = (None, None);
        while let Some(key) = entries.next(&mut reader)? {
            match key {
                1..=3 => {
                    let number = u32::try_from(reader.uint()?).map_err(|_| Malformed::TooLarge)?;
                    *[&mut cost.memory, &mut cost.passes, &mut cost.lanes][key as usize - 1] = number;
                }
                4 => salt = Some(reader.fixed()?),
                5 => nonce = Some(reader.fixed()?),
                6 => sealed = Some(reader.bytes()?.to_vec()),
                7 => public = Some(reader.fixed()?),
                8 => name = Some(reader.fixed()?),
                9 => letter = Some(reader.bytes()?.to_vec()),
                _ => reader.skip()?,
            }
        }
        reader.finish()?;
        let missing = Malformed::Unexpected;
        let typed = |sealed: Option<Vec<u8>>| {
            if !cost.is_within_bounds() {
                return Err(Malformed::TooLarge);
            }
            Ok(Typed { cost, salt: salt.ok_or(missing)?, nonce: nonce.ok_or(missing)?, sealed: sealed.ok_or(missing)? })
        };
        Ok(match kind {
            PASSPHRASE => Self::Passphrase(typed(sealed)?),
            RECOVERY => Self::Recovery { public: public.ok_or(missing)?, sealed: sealed.ok_or(missing)? },
            HELPED => Self::Helped {
                public: public.ok_or(missing)?,
                sealed: sealed.ok_or(missing)?,
                letter: letter.ok_or(missing)?,
            },
            KEYRING => Self::Keyring { name: name.ok_or(missing)?, typed: typed(sealed)? },
            _ => Self::Unknown(bytes.to_vec()),
        })
    }
}

/// A sealed box with the consultation's key.
fn seal_to(keys: &FileKeys, public: [u8; 32]) -> Result<Vec<u8>, StoreError> {
    PublicKey::from(public).seal(&mut OsRng, &keys.encode()).map_err(|_| StoreError::NoRandomness)
}

fn write_boxed(kind: u64, public: &[u8; 32], sealed: &[u8], writer: &mut Writer) {
    writer.uint(0);
    writer.uint(kind);
    writer.uint(6);
    writer.bytes(sealed);
    writer.uint(7);
    writer.bytes(public);
}

/// The sheet's half of the key pair of its slot.
fn half_of(words: &RecoveryWords) -> SecretKey {
    SecretKey::from(*derive(words.bits(), "anteroom/1/recovery-slot").bytes())
}

impl Typed {
    /// Seals `keys` under what was typed and, where there is one, a second secret.
    fn seal(keys: &FileKeys, kind: u64, typed: &Passphrase, second: &[u8]) -> Result<Self, StoreError> {
        let (mut salt, mut nonce) = ([0; 16], [0; 24]);
        getrandom::fill(&mut salt)?;
        getrandom::fill(&mut nonce)?;
        let mut slot = Self { cost: COST, salt, nonce, sealed: Vec::new() };
        let data = slot.associated_data(keys.consultation, kind);
        let cipher = slot.cipher(typed, second).ok_or(StoreError::KeysDamaged)?;
        let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: &keys.encode(), aad: &data });
        slot.sealed = sealed.map_err(|_| StoreError::KeysDamaged)?;
        Ok(slot)
    }

    fn open(
        &self,
        consultation: ConsultationId,
        kind: u64,
        typed: &Passphrase,
        second: &[u8],
    ) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let data = self.associated_data(consultation, kind);
        let cipher = self.cipher(typed, second).ok_or(StoreError::KeysDamaged)?;
        let opened = cipher.decrypt(&XNonce::from(self.nonce), Payload { msg: &self.sealed, aad: &data });
        Ok(opened.ok().map(Zeroizing::new))
    }

    fn cipher(&self, typed: &Passphrase, second: &[u8]) -> Option<XChaCha20Poly1305> {
        let Cost { memory, passes, lanes } = self.cost;
        let argon2 =
            Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(memory, passes, lanes, Some(32)).ok()?);
        let mut stretched = Zeroizing::new([0; 32]);
        argon2.hash_password_into(typed.bytes(), &self.salt, &mut *stretched).ok()?;
        let both = Zeroizing::new([stretched.as_slice(), second].concat());
        let key = derive(&both, "anteroom/1/slot-key");
        Some(XChaCha20Poly1305::new(key.bytes().into()))
    }

    /// Kind, version and cost cannot be changed without the slot refusing to open.
    fn associated_data(&self, consultation: ConsultationId, kind: u64) -> Vec<u8> {
        let mut writer = Writer::behind(b"anteroom/1/slot", 80);
        writer.bytes(&consultation.0);
        writer.uint(kind);
        writer.uint(self.cost.memory.into());
        writer.uint(self.cost.passes.into());
        writer.uint(self.cost.lanes.into());
        writer.into_bytes()
    }

    fn write(&self, kind: u64, writer: &mut Writer) {
        writer.uint(0);
        writer.uint(kind);
        for (key, number) in [(1, self.cost.memory), (2, self.cost.passes), (3, self.cost.lanes)] {
            writer.uint(key);
            writer.uint(number.into());
        }
        writer.uint(4);
        writer.bytes(&self.salt);
        writer.uint(5);
        writer.bytes(&self.nonce);
        writer.uint(6);
        writer.bytes(&self.sealed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_outside_fixed_bounds_are_refused() {
        let keys = FileKeys { consultation: ConsultationId([3; 32]), current: Key::from([5; 32]), next: None };
        let mut typed = Typed::seal(&keys, PASSPHRASE, &Passphrase::new("x".into()), &[]).unwrap();
        for cost in [
            Cost { memory: 8, ..COST },
            Cost { memory: 4 << 20, ..COST },
            Cost { passes: 1, ..COST },
            Cost { passes: 1000, ..COST },
            Cost { lanes: 1, ..COST },
        ] {
            typed.cost = cost;
            assert!(Slot::decode(&Slot::Passphrase(typed.clone()).encode()).is_err(), "{cost:?}");
        }
    }

    #[test]
    fn a_slot_of_a_newer_version_is_kept_as_it_is() {
        let mut writer = Writer::default();
        writer.map(2);
        writer.uint(0);
        writer.uint(9);
        writer.uint(40);
        writer.text("what it will be");
        let bytes = writer.into_bytes();
        assert_eq!(Slot::decode(&bytes).unwrap().encode(), bytes);
    }
}
