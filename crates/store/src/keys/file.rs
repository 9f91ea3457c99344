//! How the slots lie in the file.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anteroom_journal::encoding::{Malformed, Reader, Writer};
use anteroom_model::ids::ConsultationId;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

use super::slot::Slot;
use super::{FileKeys, Keys};
use crate::error::StoreError;
use crate::folder::sync_folder;

pub(crate) const NAME: &str = "keys";

/// Stands at the beginning, so that the file is known for what it is.
const MAGIC: &[u8] = b"anteroom keys\n";

/// The format that this version writes, and the newest that it reads.
const FORMAT: u64 = 1;

/// More is no file of keys.
const LARGEST: u64 = 64 << 10;

/// Keys: 0 format, 1 consultation, 2 slots, 3 mac. Behind it the SHA-256 of all that stands before.
fn encode(keys: &Keys) -> Vec<u8> {
    let mut writer = Writer::behind(MAGIC, 1024);
    writer.map(4);
    writer.uint(0);
    writer.uint(FORMAT);
    writer.uint(1);
    writer.bytes(&keys.consultation.0);
    writer.uint(2);
    write_slots(&mut writer, &keys.slots);
    writer.uint(3);
    writer.bytes(&keys.mac);
    let mut bytes = writer.into_bytes();
    let digest = Sha256::digest(&bytes);
    bytes.extend_from_slice(&digest);
    bytes
}

pub(super) fn write(folder: &Path, keys: &Keys) -> Result<(), StoreError> {
    let bytes = encode(keys);
    let (part, whole) = (folder.join("keys.part"), folder.join(NAME));
    let written = File::create(&part).and_then(|mut file| file.write_all(&bytes).and_then(|()| file.sync_all()));
    written.and_then(|()| fs::rename(&part, &whole)).inspect_err(|_| {
        // What cannot be removed was not written either.
        fs::remove_file(&part).ok();
    })?;
    Ok(sync_folder(folder)?)
}

fn write_slots(writer: &mut Writer, slots: &[Slot]) {
    writer.list(slots.len());
    for slot in slots {
        writer.bytes(&slot.encode());
    }
}

/// HMAC-SHA-256 over the slots, under a key that comes from the consultation's.
pub(super) fn mac(keys: &FileKeys, slots: &[Slot]) -> [u8; 32] {
    let mut writer = Writer::default();
    writer.bytes(&keys.consultation.0);
    write_slots(&mut writer, slots);
    let key = keys.current.derive("anteroom/1/slots");
    // A key of any length makes an HMAC.
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(key.bytes()) else { return [0; 32] };
    mac.chain_update(writer.into_bytes()).finalize().into_bytes().into()
}

pub(super) fn read(folder: &Path) -> Result<Keys, StoreError> {
    let file = folder.join(NAME);
    match fs::metadata(&file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::KeysMissing(folder.to_owned()));
        }
        Err(error) => return Err(error.into()),
        Ok(found) if !found.is_file() || found.len() > LARGEST => return Err(StoreError::KeysDamaged),
        Ok(_) => {}
    }
    let bytes = fs::read(&file)?;
    let (body, digest) = bytes.split_last_chunk::<32>().ok_or(StoreError::KeysDamaged)?;
    if Sha256::digest(body).as_slice() != digest {
        return Err(StoreError::KeysDamaged);
    }
    let body = body.strip_prefix(MAGIC).ok_or(StoreError::KeysDamaged)?;
    decode(body).map_err(|error| if error == Malformed::Unknown { StoreError::Newer } else { StoreError::KeysDamaged })
}

fn decode(bytes: &[u8]) -> Result<Keys, Malformed> {
    let mut reader = Reader::new(bytes);
    let mut entries = reader.map()?;
    if entries.next(&mut reader)? != Some(0) {
        return Err(Malformed::Unexpected);
    }
    if reader.uint()? != FORMAT {
        return Err(Malformed::Unknown);
    }
    let (mut consultation, mut slots, mut mac) = (None, Vec::new(), None);
    while let Some(key) = entries.next(&mut reader)? {
        match key {
            1 => consultation = Some(ConsultationId(reader.fixed()?)),
            2 => {
                for _ in 0..reader.list()? {
                    slots.push(Slot::decode(reader.bytes()?)?);
                }
            }
            3 => mac = Some(reader.fixed()?),
            _ => reader.skip()?,
        }
    }
    reader.finish()?;
    let consultation = consultation.ok_or(Malformed::Unexpected)?;
    Ok(Keys { consultation, slots, mac: mac.ok_or(Malformed::Unexpected)? })
}

#[cfg(test)]
mod tests {
    use anteroom_handover::Identity;
    use anteroom_model::ids::DeviceId;
    use proptest::prelude::*;

    use super::*;
    use crate::secret::{Key, Passphrase, RecoveryWords};

    /// What stands between the first line and the digest, with a slot of each kind that needs no keyring.
    fn body() -> Vec<u8> {
        let of = FileKeys { consultation: ConsultationId([3; 32]), current: Key::from([5; 32]), next: None };
        let sheet = RecoveryWords::random().unwrap();
        let mut keys = Keys::new(&of, &Passphrase::new("correct horse".to_owned()), &sheet).unwrap();
        keys.slots.push(Slot::helped(&of, DeviceId([7; 32]), &[Identity::random().recipient()]).unwrap());
        keys.slots.push(Slot::Unknown(vec![0xa1, 0x00, 0x09]));
        let bytes = encode(&keys);
        bytes[MAGIC.len()..bytes.len() - 32].to_vec()
    }

    /// What can be read is written as it was read, but for keys that are not known here.
    fn reads_back(bytes: &[u8]) {
        let body = |keys: &Keys| {
            let bytes = encode(keys);
            bytes[MAGIC.len()..bytes.len() - 32].to_vec()
        };
        if let Ok(read) = decode(bytes) {
            let written = body(&read);
            let again = decode(&written).unwrap();
            assert_eq!(body(&again), written);
        }
    }

    #[test]
    fn what_is_written_is_read_and_written_the_same() {
        let body = body();
        let bytes = encode(&decode(&body).unwrap());
        assert_eq!(bytes[MAGIC.len()..bytes.len() - 32], body);
    }

    #[test]
    fn no_change_of_a_byte_makes_reading_panic() {
        let body = body();
        for at in 0..body.len() {
            for bit in 0..8 {
                let mut changed = body.clone();
                changed[at] ^= 1 << bit;
                reads_back(&changed);
            }
            reads_back(&body[..at]);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            reads_back(&bytes);
            reads_back(&[&[0xa4, 0, 1], &*bytes].concat());
            let _ = Slot::decode(&bytes).map(|slot| Slot::decode(&slot.encode()).unwrap());
        }
    }
}
