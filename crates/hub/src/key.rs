//! The keys of a consultation on a shared server, and what is derived from them: never printed, wiped when dropped.

use std::fmt;

use anteroom_model::ids::{Digest, RecordId};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::row::ContentsKey;

/// What all members of a consultation share: under it the server's names for contents and for the channel are made, so that
/// they tell nobody else anything. It opens nothing.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct HubKey([u8; 32]);

impl From<[u8; 32]> for HubKey {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// What only those know who ever had the consultation: it comes from its founding commit, of which the server sees nothing
/// but the hash. It gives the names of rows, and seals what tells of epochs, which is sealed to laptops once more.
///
/// The first is the hub key, the second the key of epoch 0.
pub fn of_founding(bytes: &[u8], signature: &[u8; 64]) -> (HubKey, Zeroizing<[u8; 32]>) {
    let mut secret: [u8; 32] = Sha256::new().chain_update(bytes).chain_update(signature).finalize().into();
    let keys =
        (HubKey(derive(&secret, "anteroom/1/hub-names")), Zeroizing::new(derive(&secret, "anteroom/1/hub-founding")));
    secret.zeroize();
    keys
}

impl fmt::Debug for HubKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HubKey(…)")
    }
}

impl HubKey {
    /// The name of a revision's contents: of its record and its digest.
    pub fn contents(&self, record: &RecordId, revision: &Digest) -> ContentsKey {
        ContentsKey(self.code("anteroom/1/hub-contents", &[&record.0, &revision.0]))
    }

    /// The name of one piece of an attached file: of its record and its place.
    pub fn piece(&self, record: &RecordId, place: u64) -> ContentsKey {
        ContentsKey(self.code("anteroom/1/hub-piece", &[&record.0, &place.to_be_bytes()]))
    }

    /// The channel on which the server says that something is new. Nobody else can guess it.
    pub(crate) fn channel(&self) -> String {
        use std::fmt::Write as _;
        let mut name = "anteroom_".to_owned();
        for byte in &self.code("anteroom/1/hub-channel", &[])[..20] {
            // Writing into a text does not fail.
            write!(name, "{byte:02x}").ok();
        }
        name
    }

    fn code(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut key = derive(&self.0, purpose);
        // A key of any length makes an HMAC.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key) else { return [0; 32] };
        key.zeroize();
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// HKDF-SHA-256 without salt, 32 bytes.
pub(crate) fn derive(key: &[u8; 32], purpose: &str) -> [u8; 32] {
    let mut derived = [0; 32];
    // 32 bytes are always within what HKDF gives.
    Hkdf::<Sha256>::new(None, key).expand(purpose.as_bytes(), &mut derived).ok();
    derived
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_depend_on_the_key_and_on_what_they_name() {
        let (ours, theirs) = (HubKey::from([1; 32]), HubKey::from([2; 32]));
        let (record, revision) = (RecordId([3; 16]), Digest([4; 32]));
        assert_eq!(ours.contents(&record, &revision), ours.clone().contents(&record, &revision));
        assert_ne!(ours.contents(&record, &revision), theirs.contents(&record, &revision));
        assert_ne!(ours.contents(&record, &revision), ours.contents(&record, &Digest([5; 32])));
        assert_ne!(ours.piece(&record, 0), ours.piece(&record, 1));
        assert_ne!(ours.channel(), theirs.channel());
        assert!(ours.channel().len() < 64, "PostgreSQL cuts longer names");
        assert_eq!(format!("{ours:?}"), "HubKey(…)");
    }

    #[test]
    fn whoever_has_the_founding_commit_has_the_same_keys() {
        let record = RecordId([3; 16]);
        let (names, key) = of_founding(b"founding", &[7; 64]);
        let (again, same) = of_founding(b"founding", &[7; 64]);
        assert_eq!((names.piece(&record, 0), &key), (again.piece(&record, 0), &same));
        let (other, another) = of_founding(b"founding", &[8; 64]);
        assert_ne!(names.piece(&record, 0), other.piece(&record, 0));
        assert_ne!(key, another);
    }
}
