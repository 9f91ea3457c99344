//! This computer's own keys, outside every consultation's folder: a folder alone cannot sign.
//!
//! For each consultation two files: the signing key, sealed under a key that comes from the consultation's own; and the
//! hash of the last commit it signed. A folder that lacks that commit is a copy or a restored backup: going on with the
//! series there would sign two commits with one number, so a new key is made and a new series begun.

use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anteroom_handover::Identity;
use anteroom_journal::encoding::{Malformed, Reader, Writer};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, PersonId};
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use ed25519_dalek::SigningKey;
use zeroize::{Zeroize as _, Zeroizing};

use crate::error::StoreError;
use crate::folder::{parent, sync_folder};
use crate::secret::Key;

/// Where this computer keeps its keys: `ANTEROOM_HOME`, or the place that the system has for such things.
///
/// # Errors
/// Where the system names no such place.
pub fn folder() -> Result<PathBuf, StoreError> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let ours = set("ANTEROOM_HOME");
    let system = || {
        if cfg!(target_os = "windows") {
            set("APPDATA").map(|folder| folder.join("Anteroom"))
        } else if cfg!(target_os = "macos") {
            set("HOME").map(|folder| folder.join("Library/Application Support/Anteroom"))
        } else {
            let share = set("XDG_DATA_HOME").or_else(|| set("HOME").map(|folder| folder.join(".local/share")));
            share.map(|folder| folder.join("anteroom"))
        }
    };
    ours.or_else(system).ok_or(StoreError::Disk(io::ErrorKind::NotFound))
}

/// What this computer signs with in one consultation, and for whom.
#[derive(Clone)]
pub(crate) struct Device {
    pub(crate) key: SigningKey,
    pub(crate) person: PersonId,
}

impl std::fmt::Debug for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Device").field("id", &self.id()).finish_non_exhaustive()
    }
}

impl Device {
    /// # Errors
    /// `NoRandomness`.
    pub(crate) fn random(person: Option<PersonId>) -> Result<Self, StoreError> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *seed)?;
        let mut id = [0; 16];
        getrandom::fill(&mut id)?;
        let person = person.unwrap_or(PersonId(id));
        Ok(Self { key: SigningKey::from_bytes(&seed), person })
    }

    pub(crate) fn id(&self) -> DeviceId {
        DeviceId(self.key.verifying_key().to_bytes())
    }

    fn encode(&self) -> Zeroizing<Vec<u8>> {
        let mut writer = Writer::default();
        let mut seed = self.key.to_bytes();
        writer.map(2);
        writer.uint(0);
        writer.bytes(&seed);
        writer.uint(1);
        writer.bytes(&self.person.0);
        seed.zeroize();
        Zeroizing::new(writer.into_bytes())
    }

    fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        let mut entries = reader.map()?;
        let (mut key, mut person) = (None, None);
        while let Some(number) = entries.next(&mut reader)? {
            match number {
                0 => key = Some(SigningKey::from_bytes(&Zeroizing::new(reader.fixed()?))),
                1 => person = Some(PersonId(reader.fixed()?)),
                _ => reader.skip()?,
            }
        }
        Ok(Self { key: key.ok_or(Malformed::Unexpected)?, person: person.ok_or(Malformed::Unexpected)? })
    }
}

/// This computer's place for one consultation.
#[derive(Debug)]
pub(crate) struct Home {
    key_file: PathBuf,
    tip_file: PathBuf,
    consultation: ConsultationId,
    sealing: Key,
    /// Kept open, because it is written after each commit.
    tip: Option<File>,
}

const MAGIC: &[u8] = b"anteroom device\n";

impl Home {
    /// `sealing` comes from the consultation's own key.
    pub(crate) fn of(folder: &Path, consultation: ConsultationId, sealing: Key) -> Self {
        let file = |ending: &str| folder.join(format!("{consultation}.{ending}"));
        Self { key_file: file("key"), tip_file: file("tip"), consultation, sealing, tip: None }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.sealing.bytes().into())
    }

    /// What this computer signs with here; `None` where it never did.
    ///
    /// # Errors
    /// `DeviceKeyDamaged`, or what the disk refuses.
    pub(crate) fn device(&self) -> Result<Option<Device>, StoreError> {
        let bytes = match fs::read(&self.key_file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
            Ok(bytes) => bytes,
        };
        let opened = self.unsealed(&bytes)?;
        Device::decode(&opened).map(Some).map_err(|_| StoreError::DeviceKeyDamaged)
    }

    /// Whether this computer takes part in the consultation already.
    pub(crate) fn is_taken(&self) -> bool {
        self.key_file.exists()
    }

    /// What opens the first file for somebody who was invited: kept here until there is a consultation to keep it in.
    ///
    /// # Errors
    /// `DeviceKeyDamaged`, or what the disk refuses.
    pub(crate) fn identity(&self) -> Result<Option<Identity>, StoreError> {
        let bytes = match fs::read(self.identity_file()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
            Ok(bytes) => bytes,
        };
        let opened = self.unsealed(&bytes)?;
        let spelled = std::str::from_utf8(&opened).map_err(|_| StoreError::DeviceKeyDamaged)?;
        Identity::read(spelled).map(Some).map_err(|_| StoreError::DeviceKeyDamaged)
    }

    /// # Errors
    /// What the disk refuses.
    pub(crate) fn keep_identity(&self, identity: &Identity) -> Result<(), StoreError> {
        let sealed = self.sealed(identity.spelled().as_bytes())?;
        let mut file = File::create(self.identity_file())?;
        file.write_all(&sealed)?;
        Ok(file.sync_all()?)
    }

    pub(crate) fn forget_identity(&self) {
        // What cannot be removed opens nothing without the consultation's key.
        fs::remove_file(self.identity_file()).ok();
    }

    fn identity_file(&self) -> PathBuf {
        self.key_file.with_extension("identity")
    }

    fn sealed(&self, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut nonce = [0; 24];
        getrandom::fill(&mut nonce)?;
        let payload = Payload { msg: bytes, aad: &self.consultation.0 };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| StoreError::DeviceKeyDamaged)?;
        Ok([MAGIC, &nonce, &sealed].concat())
    }

    fn unsealed(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let damaged = || StoreError::DeviceKeyDamaged;
        let (nonce, sealed) =
            bytes.strip_prefix(MAGIC).and_then(|rest| rest.split_first_chunk::<24>()).ok_or_else(damaged)?;
        let payload = Payload { msg: sealed, aad: &self.consultation.0 };
        self.cipher().decrypt(&XNonce::from(*nonce), payload).map(Zeroizing::new).map_err(|_| damaged())
    }

    /// Keeps what this computer signs with, durably.
    ///
    /// # Errors
    /// What the disk refuses; what was kept before stays then.
    pub(crate) fn keep(&mut self, device: &Device) -> Result<(), StoreError> {
        let folder = self.key_file.parent().unwrap_or_else(|| Path::new("."));
        make_private(folder)?;
        let bytes = self.sealed(&device.encode())?;
        let part = self.key_file.with_extension("part");
        File::create(&part).and_then(|mut file| file.write_all(&bytes).and_then(|()| file.sync_all()))?;
        self.tip = None;
        match fs::remove_file(&self.tip_file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        fs::rename(&part, &self.key_file)?;
        Ok(sync_folder(folder)?)
    }

    /// Lets go of everything that was kept for a consultation that came to nothing.
    pub(crate) fn forget(&mut self) {
        self.tip = None;
        // What cannot be removed opens nothing.
        fs::remove_file(&self.key_file).ok();
        fs::remove_file(&self.tip_file).ok();
        fs::remove_file(self.key_file.with_extension("part")).ok();
    }

    /// The last commit that this computer signed here; `None` where that is not known.
    pub(crate) fn last_signed(&self) -> Option<Digest> {
        let bytes = fs::read(&self.tip_file).ok()?;
        Digest::try_from(bytes.as_slice()).ok()
    }

    /// Notes the last commit signed. After a power cut an older one may stand here, which a folder never lacks.
    ///
    /// # Errors
    /// What the disk refuses.
    pub(crate) fn note_signed(&mut self, commit: Digest) -> io::Result<()> {
        let file = match self.tip.take() {
            Some(file) => file,
            None => OpenOptions::new().create(true).truncate(false).write(true).open(&self.tip_file)?,
        };
        write_at_start(&file, &commit.0)?;
        self.tip = Some(file);
        Ok(())
    }

    /// Makes what was noted last.
    ///
    /// # Errors
    /// What the disk refuses.
    pub(crate) fn settle(&mut self) -> io::Result<()> {
        self.tip.take().map_or(Ok(()), |file| file.sync_all())
    }

    /// Seals the device's key anew, after the consultation's key has changed.
    ///
    /// # Errors
    /// What the disk refuses.
    pub(crate) fn seal_anew(&mut self, device: &Device, sealing: Key) -> Result<(), StoreError> {
        self.sealing = sealing;
        let last = self.last_signed();
        self.keep(device)?;
        last.map_or(Ok(()), |last| Ok(self.note_signed(last)?))
    }
}

fn write_at_start(mut file: &File, bytes: &[u8]) -> io::Result<()> {
    use std::io::{Seek, SeekFrom};
    file.seek(SeekFrom::Start(0))?;
    file.write_all(bytes)
}

/// Makes a folder that others on this computer cannot read, and those it lies in; it lasts when this returns.
fn make_private(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let parent = parent(folder);
    make_private(parent)?;
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    match builder.create(folder) {
        // Another program was quicker.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
        other => other?,
    }
    sync_folder(parent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_kept_for_its_consultation_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (consultation, sealing) = (ConsultationId([3; 32]), Key::from([4; 32]));
        let mut home = Home::of(&folder.path().join("new"), consultation, sealing.clone());
        assert!(home.device().unwrap().is_none());
        let device = Device::random(None).unwrap();
        home.keep(&device).unwrap();
        home.note_signed(Digest([8; 32])).unwrap();
        home.settle().unwrap();
        let again = Home::of(&folder.path().join("new"), consultation, sealing);
        let read = again.device().unwrap().unwrap();
        assert_eq!((read.id(), read.person), (device.id(), device.person));
        assert_eq!(again.last_signed(), Some(Digest([8; 32])));
        let stranger = Home::of(&folder.path().join("new"), consultation, Key::from([5; 32]));
        assert!(
            matches!(stranger.device(), Err(StoreError::DeviceKeyDamaged)),
            "without the consultation's key it is of no use"
        );
    }

    #[test]
    fn a_torn_device_file_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let mut home = Home::of(folder.path(), ConsultationId([3; 32]), Key::from([4; 32]));
        home.keep(&Device::random(None).unwrap()).unwrap();
        let bytes = fs::read(&home.key_file).unwrap();
        for length in 0..bytes.len() {
            fs::write(&home.key_file, &bytes[..length]).unwrap();
            assert!(matches!(home.device(), Err(StoreError::DeviceKeyDamaged)), "cut to {length}");
        }
    }
}
