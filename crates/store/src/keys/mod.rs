//! The file `keys`: the consultation's key, sealed once for each way in. docs/file-format.md, section 2.
//!
//! It tells a wrong passphrase from a foreign or damaged file, which the database alone cannot.

mod file;
mod keyring;
mod slot;

use std::path::Path;

use anteroom_journal::encoding::{Reader, Writer};
use anteroom_model::ids::{ConsultationId, DeviceId};
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::secret::{Key, Passphrase, RecoveryWords, Unlock};
use slot::Slot;

pub(crate) use file::NAME;

/// The consultation's key, and while everything is being encrypted anew the one that comes after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileKeys {
    pub(crate) consultation: ConsultationId,
    pub(crate) current: Key,
    pub(crate) next: Option<Key>,
}

impl FileKeys {
    /// Keys: 0 consultation, 1 current, 2 next.
    fn encode(&self) -> Zeroizing<Vec<u8>> {
        let mut writer = Writer::default();
        writer.map(if self.next.is_some() { 3 } else { 2 });
        writer.uint(0);
        writer.bytes(&self.consultation.0);
        writer.uint(1);
        writer.bytes(self.current.bytes());
        if let Some(next) = &self.next {
            writer.uint(2);
            writer.bytes(next.bytes());
        }
        Zeroizing::new(writer.into_bytes())
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let (mut consultation, mut current, mut next) = (None, None, None);
        let mut entries = reader.map().ok()?;
        while let Some(key) = entries.next(&mut reader).ok()? {
            match key {
                0 => consultation = Some(ConsultationId(reader.fixed().ok()?)),
                1 => current = Some(Key::from(reader.fixed().ok()?)),
                2 => next = Some(Key::from(reader.fixed().ok()?)),
                _ => reader.skip().ok()?,
            }
        }
        reader.finish().ok()?;
        Some(Self { consultation: consultation?, current: current?, next })
    }
}

/// The slots of a consultation, as they stand in the file.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    pub(crate) consultation: ConsultationId,
    slots: Vec<Slot>,
    /// Over the slots, under the consultation's key.
    mac: [u8; 32],
}

impl Keys {
    /// The keys of a new consultation: a slot for the passphrase, one for the recovery sheet.
    pub(crate) fn new(keys: &FileKeys, passphrase: &Passphrase, recovery: &RecoveryWords) -> Result<Self, StoreError> {
        let slots = vec![Slot::passphrase(keys, passphrase)?, Slot::recovery(keys, recovery)?];
        Ok(Self::with(keys, slots))
    }

    /// The keys of a consultation that began elsewhere: its recovery sheet is not here.
    pub(crate) fn of_passphrase(keys: &FileKeys, passphrase: &Passphrase) -> Result<Self, StoreError> {
        Ok(Self::with(keys, vec![Slot::passphrase(keys, passphrase)?]))
    }

    fn with(keys: &FileKeys, slots: Vec<Slot>) -> Self {
        let mac = file::mac(keys, &slots);
        Self { consultation: keys.consultation, slots, mac }
    }

    /// Reads the file of a consultation's folder.
    ///
    /// # Errors
    /// `KeysMissing`, `NotAConsultation`, `KeysDamaged`, `Newer`.
    pub(crate) fn read(folder: &Path) -> Result<Self, StoreError> {
        file::read(folder)
    }

    /// Writes the file: whole, or the one before it stays.
    ///
    /// # Errors
    /// What the disk refuses.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), StoreError> {
        file::write(folder, self)
    }

    /// Opens the consultation's key.
    ///
    /// # Errors
    /// `WrongPassphrase`, `WrongRecoveryWords`, `WrongPin`; `KeysDamaged` where somebody changed the list of slots.
    pub(crate) fn open(&self, unlock: &Unlock) -> Result<FileKeys, StoreError> {
        let wrong = match unlock {
            Unlock::Passphrase(_) => StoreError::WrongPassphrase,
            Unlock::Recovery(_) => StoreError::WrongRecoveryWords,
            Unlock::Keyring(_) => StoreError::WrongPin,
        };
        let mut opened = None;
        for slot in &self.slots {
            opened = slot.open(self.consultation, unlock)?;
            if opened.is_some() {
                break;
            }
        }
        let keys = opened.ok_or(wrong)?;
        if keys.consultation == self.consultation && file::mac(&keys, &self.slots) == self.mac {
            Ok(keys)
        } else {
            Err(StoreError::KeysDamaged)
        }
    }

    /// Writes `new` in the place of these. What the keyring holds for a slot that is no more is let go only then: where
    /// writing fails, everything opens as before.
    ///
    /// # Errors
    /// What the disk refuses.
    pub(crate) fn give_way(&self, new: &Self, folder: &Path) -> Result<(), StoreError> {
        new.write(folder)?;
        let kept = |slot: &&Slot| !new.slots.iter().any(|other| other.is_same_keyring(slot));
        self.slots.iter().filter(kept).for_each(Slot::forget);
        Ok(())
    }

    /// The same slots for `keys`, with another passphrase. The recovery sheet and what organisers hold stay as they are; the
    /// keyring's slot goes, because it was given under the passphrase that is no more.
    pub(crate) fn changed(&self, keys: &FileKeys, passphrase: &Passphrase) -> Result<Self, StoreError> {
        let mut slots = vec![Slot::passphrase(keys, passphrase)?];
        for slot in &self.slots {
            match slot {
                Slot::Recovery { public, .. } => slots.push(Slot::recovery_for(keys, *public)?),
                Slot::Helped { public, letter, .. } => slots.push(Slot::helped_for(keys, *public, letter.clone())?),
                Slot::Keyring { .. } | Slot::Passphrase { .. } => {}
                Slot::Unknown(_) => slots.push(slot.clone()),
            }
        }
        Ok(Self::with(keys, slots))
    }

    /// Lets these organisers help where the passphrase is forgotten on `device`, with words that are drawn now; those drawn
    /// before open nothing any more.
    pub(crate) fn with_help(
        &self,
        keys: &FileKeys,
        device: DeviceId,
        organisers: &[String],
    ) -> Result<Self, StoreError> {
        let mut slots = self.without_help(keys).slots;
        slots.push(Slot::helped(keys, device, organisers)?);
        Ok(Self::with(keys, slots))
    }

    /// Lets nobody help any more.
    pub(crate) fn without_help(&self, keys: &FileKeys) -> Self {
        let others = self.slots.iter().filter(|slot| !matches!(slot, Slot::Helped { .. }));
        Self::with(keys, others.cloned().collect())
    }

    /// What an organiser needs to help; `None` where the consultation did not allow it when this computer joined.
    pub(crate) fn letter(&self) -> Option<&[u8]> {
        self.slots.iter().find_map(|slot| match slot {
            Slot::Helped { letter, .. } => Some(letter.as_slice()),
            _ => None,
        })
    }

    /// Adds a slot that this computer's keyring opens, together with a PIN; one that was there is replaced.
    ///
    /// # Errors
    /// `ShortPin`, `Keyring`.
    pub(crate) fn with_keyring(&self, keys: &FileKeys, pin: &Passphrase) -> Result<Self, StoreError> {
        let mut slots = self.without_keyring_slots();
        slots.push(Slot::keyring(keys, pin)?);
        Ok(Self::with(keys, slots))
    }

    /// Takes the keyring's slot away.
    pub(crate) fn without_keyring(&self, keys: &FileKeys) -> Self {
        Self::with(keys, self.without_keyring_slots())
    }

    fn without_keyring_slots(&self) -> Vec<Slot> {
        self.slots.iter().filter(|slot| !matches!(slot, Slot::Keyring { .. })).cloned().collect()
    }

    pub(crate) fn has_keyring(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot, Slot::Keyring { .. }))
    }
}

#[cfg(test)]
mod tests {
    use anteroom_handover::{Forgotten, Identity};

    use super::*;

    fn keys() -> FileKeys {
        FileKeys { consultation: ConsultationId([3; 32]), current: Key::from([5; 32]), next: None }
    }

    fn typed(text: &str) -> Passphrase {
        Passphrase::new(text.to_owned())
    }

    #[test]
    fn the_passphrase_and_the_sheet_open_and_nothing_else() {
        let sheet = RecoveryWords::random().unwrap();
        let made = Keys::new(&keys(), &typed("correct horse"), &sheet).unwrap();
        let folder = tempfile::tempdir().unwrap();
        made.write(folder.path()).unwrap();
        let read = Keys::read(folder.path()).unwrap();
        assert_eq!(read.open(&Unlock::Passphrase(typed("correct horse"))).unwrap(), keys());
        assert_eq!(read.open(&Unlock::Recovery(sheet)).unwrap(), keys());
        assert!(matches!(read.open(&Unlock::Passphrase(typed("correct  horse"))), Err(StoreError::WrongPassphrase)));
        let other = Unlock::Recovery(RecoveryWords::random().unwrap());
        assert!(matches!(read.open(&other), Err(StoreError::WrongRecoveryWords)));
    }

    #[test]
    fn a_changed_passphrase_leaves_the_sheet_as_it_is() {
        let sheet = RecoveryWords::random().unwrap();
        let made = Keys::new(&keys(), &typed("old"), &sheet).unwrap();
        let after = FileKeys { next: Some(Key::from([6; 32])), ..keys() };
        let changed = made.changed(&after, &typed("new")).unwrap();
        assert!(matches!(changed.open(&Unlock::Passphrase(typed("old"))), Err(StoreError::WrongPassphrase)));
        assert_eq!(changed.open(&Unlock::Passphrase(typed("new"))).unwrap(), after);
        assert_eq!(changed.open(&Unlock::Recovery(sheet)).unwrap(), after);
    }

    #[test]
    fn an_organiser_says_words_that_open_it_and_new_ones_end_the_old() {
        let organiser = Identity::random();
        let said = |keys: &Keys| {
            let letter = keys.letter().unwrap();
            let told = Forgotten::open(letter, std::slice::from_ref(&organiser)).unwrap();
            assert_eq!(told.device, DeviceId([9; 32]));
            RecoveryWords::of(*told.words)
        };
        let made = Keys::of_passphrase(&keys(), &typed("forgotten")).unwrap();
        assert!(made.letter().is_none(), "nobody can help unless it was declared");
        let helped = made.with_help(&keys(), DeviceId([9; 32]), &[organiser.recipient()]).unwrap();
        let folder = tempfile::tempdir().unwrap();
        helped.write(folder.path()).unwrap();
        let read = Keys::read(folder.path()).unwrap();
        let words = said(&read);
        assert_eq!(read.open(&Unlock::Recovery(words.clone())).unwrap(), keys());
        let after = FileKeys { next: Some(Key::from([6; 32])), ..keys() };
        let changed = read.changed(&after, &typed("new")).unwrap();
        assert_eq!(changed.open(&Unlock::Recovery(words.clone())).unwrap(), after);
        let anew = changed.with_help(&after, DeviceId([9; 32]), &[organiser.recipient()]).unwrap();
        assert!(matches!(anew.open(&Unlock::Recovery(words)), Err(StoreError::WrongRecoveryWords)));
        assert_eq!(anew.open(&Unlock::Recovery(said(&anew))).unwrap(), after);
        let alone = anew.without_help(&after);
        assert!(alone.letter().is_none());
        assert!(matches!(alone.open(&Unlock::Recovery(said(&anew))), Err(StoreError::WrongRecoveryWords)));
    }

    #[test]
    fn a_list_of_slots_that_somebody_changed_is_refused() {
        let sheet = RecoveryWords::random().unwrap();
        let mut made = Keys::new(&keys(), &typed("mine"), &sheet).unwrap();
        made.slots.push(Slot::passphrase(&keys(), &typed("slipped in")).unwrap());
        assert!(matches!(made.open(&Unlock::Passphrase(typed("mine"))), Err(StoreError::KeysDamaged)));
    }

    #[test]
    fn every_damaged_byte_of_the_file_is_noticed() {
        let made = Keys::new(&keys(), &typed("mine"), &RecoveryWords::random().unwrap()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        made.write(folder.path()).unwrap();
        let file = folder.path().join(NAME);
        let whole = std::fs::read(&file).unwrap();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            std::fs::write(&file, &bytes).unwrap();
            assert!(
                matches!(Keys::read(folder.path()), Err(StoreError::KeysDamaged | StoreError::Newer)),
                "byte {at} of the file"
            );
        }
        for length in 0..whole.len() {
            std::fs::write(&file, &whole[..length]).unwrap();
            assert!(matches!(Keys::read(folder.path()), Err(StoreError::KeysDamaged)), "cut to {length} bytes");
        }
    }
}
