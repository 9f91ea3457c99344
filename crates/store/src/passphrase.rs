//! Other ways in: another passphrase, a PIN with this computer's keyring; and everything encrypted anew.

use std::fs;

use crate::database;
use crate::error::StoreError;
use crate::folder::{self, contents, sync_folder};
use crate::keys::{FileKeys, Keys};
use crate::secret::{Key, Passphrase};
use crate::store::{DEVICE, Store};

impl Store {
    /// Gives the consultation another passphrase. The recovery sheet stays as it is.
    ///
    /// # Errors
    /// `EmptyPassphrase`, or what the disk refuses; the old passphrase holds then.
    pub async fn change_passphrase(&mut self, new: &Passphrase) -> Result<(), StoreError> {
        Keys::read(&self.folder)?.changed(&self.keys, new)?.write(&self.folder)
    }

    /// Somebody may know the old passphrase: gives the consultation another one, encrypts everything under a new key,
    /// and closes it. Cut short at any moment, it opens with the new passphrase or, before anything was changed, the old.
    ///
    /// # Errors
    /// `EmptyPassphrase`, or what the disk refuses.
    pub async fn re_key(self, new: &Passphrase) -> Result<(), StoreError> {
        let (file, old) = (self.folder.clone(), self.keys.clone());
        let slots = Keys::read(&file)?;
        let next = Key::random()?;
        let both = FileKeys { next: Some(next.clone()), ..old.clone() };
        let (mut home, device, _lock) = self.close_keeping_lock().await?;
        slots.changed(&both, new)?.write(&file)?;
        let part = file.join("contents.part");
        let anew = encrypt_into(&file, &part, &old, &next).await;
        if anew.is_err() {
            fs::remove_file(&part).ok();
            // Under the new passphrase, which is known to work; nothing was encrypted anew.
            slots.changed(&old, new)?.write(&file)?;
            return anew;
        }
        home.seal_anew(&device, next.derive(DEVICE))?;
        let settled = FileKeys { current: next, next: None, ..old };
        slots.changed(&settled, new)?.write(&file)
    }

    /// Lets this computer's keyring open the consultation, together with a PIN.
    ///
    /// # Errors
    /// `ShortPin`, `Keyring`, or what the disk refuses.
    pub async fn remember(&self, pin: &Passphrase) -> Result<(), StoreError> {
        Keys::read(&self.folder)?.with_keyring(&self.keys, pin)?.write(&self.folder)
    }

    /// Takes that back.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn forget(&self) -> Result<(), StoreError> {
        Keys::read(&self.folder)?.without_keyring(&self.keys).write(&self.folder)
    }

    /// Whether this computer's keyring can open the consultation in this folder, together with a PIN.
    ///
    /// # Errors
    /// Where the folder is no consultation, or its keys are damaged.
    pub fn is_remembered(file: &std::path::Path) -> Result<bool, StoreError> {
        folder::look(file)?;
        Ok(Keys::read(file)?.has_keyring())
    }
}

/// A copy of the contents under another key takes the place of the contents.
async fn encrypt_into(
    file: &std::path::Path,
    part: &std::path::Path,
    old: &FileKeys,
    next: &Key,
) -> Result<(), StoreError> {
    fs::copy(contents(file), part)?;
    database::encrypt_anew(file, part, old.consultation, &old.current, next).await?;
    fs::File::open(part)?.sync_all()?;
    fs::rename(part, contents(file))?;
    // SQLite's own files beside the old contents hold nothing: it was closed, and its log brought in.
    for ending in ["db-wal", "db-shm"] {
        fs::remove_file(contents(file).with_extension(ending)).ok();
    }
    Ok(sync_folder(file)?)
}
