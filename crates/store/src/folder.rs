//! The folder of a consultation: what lies in it, and what is wrong with one that is none.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anteroom_model::ids::ConsultationId;
use sha2::{Digest as _, Sha256};

use crate::error::StoreError;
use crate::keys;

pub(crate) const CONTENTS: &str = "contents.db";

/// The contents while they are encrypted anew.
pub(crate) const PART: &str = "contents.part";

/// SQLCipher's page size in this format.
pub(crate) const PAGE: u64 = 4096;

pub(crate) fn contents(folder: &Path) -> PathBuf {
    folder.join(CONTENTS)
}

/// The first 16 bytes of `contents.db`: they say which consultation it belongs to, and nothing else.
pub(crate) fn salt(consultation: ConsultationId) -> [u8; 16] {
    let digest = Sha256::new().chain_update(b"anteroom/1/salt").chain_update(consultation).finalize();
    std::array::from_fn(|at| digest[at])
}

/// Makes the folder, which must not be there yet.
///
/// # Errors
/// `ExistsAlready`, `ReadOnly`.
pub(crate) fn make(folder: &Path) -> Result<(), StoreError> {
    fs::create_dir(folder).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => StoreError::ExistsAlready(folder.to_owned()),
        io::ErrorKind::NotFound => StoreError::NotThere(parent(folder).to_owned()),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly(parent(folder).to_owned())
        }
        _ => error.into(),
    })?;
    Ok(sync_folder(parent(folder))?)
}

/// Where a folder lies.
pub(crate) fn parent(folder: &Path) -> &Path {
    folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Looks whether this is the folder of a consultation, before any key is there.
///
/// # Errors
/// `NotThere`, `NotAConsultation`, `KeysMissing`.
pub(crate) fn look(folder: &Path) -> Result<(), StoreError> {
    let found = match fs::metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(StoreError::NotThere(folder.to_owned())),
        Err(error) => return Err(error.into()),
        Ok(found) => found,
    };
    let has = |name: &str| folder.join(name).exists();
    match (found.is_dir(), has(keys::NAME), has(CONTENTS)) {
        (true, true, _) => Ok(()),
        (true, false, true) => Err(StoreError::KeysMissing(folder.to_owned())),
        _ => Err(StoreError::NotAConsultation(folder.to_owned())),
    }
}

/// Looks at `contents.db` from outside.
///
/// # Errors
/// `ContentsMissing`, `ContentsEmpty`, `ContentsCut`, `KeysOfAnother`.
pub(crate) fn look_at_contents(folder: &Path, consultation: ConsultationId) -> Result<(), StoreError> {
    let mut file = match File::open(contents(folder)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(StoreError::ContentsMissing(folder.to_owned()));
        }
        Err(error) => return Err(error.into()),
        Ok(file) => file,
    };
    let length = file.metadata()?.len();
    if length == 0 {
        return Err(StoreError::ContentsEmpty);
    }
    if length < PAGE || length % PAGE != 0 {
        return Err(StoreError::ContentsCut);
    }
    let mut first = [0; 16];
    file.read_exact(&mut first)?;
    if first == salt(consultation) {
        return Ok(());
    }
    // Every consultation has a salt of its own. What begins with nothing but zeros was torn, not exchanged.
    Err(if first == [0; 16] { StoreError::ContentsDamaged } else { StoreError::KeysOfAnother })
}

/// Removes what a change of the key left behind that was cut short: no erasure would reach it.
pub(crate) fn tidy(folder: &Path) {
    for name in [PART, "contents.part-journal", "keys.part"] {
        fs::remove_file(folder.join(name)).ok();
    }
}

/// Makes what was created or renamed in a folder last.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        File::open(folder)?.sync_all()
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(())
    }
}
