//! Other ways in: another passphrase, a PIN with this computer's keyring; and everything encrypted anew.

use std::fs;
use std::sync::PoisonError;

use crate::busy::on_a_thread;
use crate::database;
use crate::error::StoreError;
use crate::folder::{self, PART, contents, sync_folder};
use crate::keys::{FileKeys, Keys};
use crate::secret::{Key, Passphrase, Unlock};
use crate::store::{DEVICE, Store};

/// The steps of a change of the key, in their order: between any two of them the power may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// A copy is encrypted; `keys` holds the old key and the new one, under the new passphrase.
    Announced,
    Encrypted,
    /// This computer's own key is sealed under the new one.
    Sealed,
    Settled,
}

impl Store {
    /// Gives the consultation another passphrase. The recovery sheet stays as it is; what organisers could help with so far
    /// opens nothing any more, and those who are organisers now can help.
    ///
    /// # Errors
    /// `EmptyPassphrase`, or what the disk refuses; the old passphrase holds then.
    pub async fn change_passphrase(&self, new: &Passphrase) -> Result<(), StoreError> {
        let (renewed, new) = (self.with_help_renewed(&self.slots()).await?, new.clone());
        self.changes_slots(move |_, keys| renewed.changed(keys, &new)).await
    }

    /// The ways in, as they were when the consultation was opened and as they were changed since. Whoever else can write into
    /// the folder could have added one to the file meanwhile.
    fn slots(&self) -> Keys {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn changes_slots(
        &self,
        change: impl FnOnce(&Keys, &FileKeys) -> Result<Keys, StoreError> + Send + 'static,
    ) -> Result<(), StoreError> {
        let (folder, keys, before) = (self.folder.clone(), self.keys.clone(), self.slots());
        let changed = on_a_thread(move || {
            let changed = change(&before, &keys)?;
            before.give_way(&changed, &folder)?;
            Ok::<_, StoreError>(changed)
        });
        *self.slots.lock().unwrap_or_else(PoisonError::into_inner) = changed.await??;
        Ok(())
    }

    /// Somebody may know the old passphrase: gives the consultation another one, encrypts everything under a new key,
    /// and closes it. Cut short at any moment, it opens with the new passphrase or, before anything was changed, the old.
    ///
    /// # Errors
    /// `EmptyPassphrase`, or what the disk refuses; the old passphrase holds then.
    pub async fn re_key(self, new: &Passphrase) -> Result<(), StoreError> {
        self.re_key_up_to(Step::Settled, new).await
    }

    async fn re_key_up_to(self, last: Step, new: &Passphrase) -> Result<(), StoreError> {
        let (file, old) = (self.folder.clone(), self.keys.clone());
        let slots = self.slots();
        let renewed = self.with_help_renewed(&slots).await?;
        let next = Key::random()?;
        let both = renewed.changed(&FileKeys { next: Some(next.clone()), ..old.clone() }, new)?;
        let mut closed = self.close_keeping_lock().await?;
        let part = file.join(PART);
        // The large work first: where there is no room for it, the old passphrase still holds.
        let prepared = encrypt_into(&file, &part, &old, &next).await.and_then(|()| both.write(&file));
        if let Err(error) = prepared {
            fs::remove_file(&part).ok();
            return Err(error);
        }
        if last == Step::Announced {
            return Ok(());
        }
        if let Err(error) = fs::rename(&part, contents(&file)) {
            fs::remove_file(&part).ok();
            slots.write(&file)?;
            return Err(error.into());
        }
        // SQLite's own files beside the old contents hold nothing: it was closed, and its log brought in.
        for ending in ["db-wal", "db-shm"] {
            fs::remove_file(contents(&file).with_extension(ending)).ok();
        }
        sync_folder(&file)?;
        if last == Step::Encrypted {
            return Ok(());
        }
        closed.home.seal_anew(&closed.device, next.derive(DEVICE))?;
        if last == Step::Sealed {
            return Ok(());
        }
        let settled = renewed.changed(&FileKeys { current: next, next: None, ..old }, new)?;
        slots.give_way(&settled, &file)
    }

    /// Lets this computer's keyring open the consultation, together with a PIN.
    ///
    /// # Errors
    /// `ShortPin`, `Keyring`, or what the disk refuses.
    pub async fn remember(&self, pin: &Passphrase) -> Result<(), StoreError> {
        let pin = pin.clone();
        self.changes_slots(move |slots, keys| slots.with_keyring(keys, &pin)).await
    }

    /// Takes that back.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn forget(&self) -> Result<(), StoreError> {
        self.changes_slots(|slots, keys| Ok(slots.without_keyring(keys))).await
    }

    /// Whether this way in opens the consultation in this folder; its contents are not looked at.
    ///
    /// # Errors
    /// `WrongPassphrase`, `WrongRecoveryWords`, `WrongPin`, or what is wrong with the folder and its keys.
    pub fn is_opened_by(file: &std::path::Path, unlock: &Unlock) -> Result<(), StoreError> {
        folder::look(file)?;
        Keys::read(file)?.open(unlock).map(drop)
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

/// Makes a durable copy of the contents under another key.
async fn encrypt_into(
    file: &std::path::Path,
    part: &std::path::Path,
    old: &FileKeys,
    next: &Key,
) -> Result<(), StoreError> {
    fs::copy(contents(file), part)?;
    database::encrypt_anew(file, part, old.consultation, &old.current, next).await?;
    Ok(fs::File::open(part)?.sync_all()?)
}

#[cfg(test)]
mod tests {
    use anteroom_handover::Identity;
    use anteroom_journal::deed::Deed;
    use anteroom_model::field;
    use anteroom_model::ids::DeviceId;
    use anteroom_model::value::Fields;

    use super::*;
    use crate::action::{Action, Edit, Founding};
    use crate::progress::Silent;

    async fn records(store: &Store, text: &str) {
        let fields = Fields::from([(field::TEXT, text.into())]);
        let edits = vec![Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }];
        store
            .commit(Action { deed: Deed::RECORD, time: 2, author: store.person(), undoes: None, edits })
            .await
            .unwrap();
    }

    #[tokio::test]
    async fn a_change_of_key_cut_short_at_any_step_opens_with_the_new_passphrase() {
        for step in [Step::Announced, Step::Encrypted, Step::Sealed, Step::Settled] {
            let place = tempfile::tempdir().unwrap();
            let (file, home) = (place.path().join("x.anteroom"), place.path().join("home"));
            let (old, new) = (Passphrase::new("old".into()), Passphrase::new("new".into()));
            let (store, sheet) =
                Store::create(&file, &home, &old, Founding { time: 1, edits: Vec::new() }).await.unwrap();
            records(&store, "kept").await;
            store.re_key_up_to(step, &new).await.unwrap();
            let by_sheet = Store::open(&file, &home, &Unlock::Recovery(sheet)).await.unwrap();
            by_sheet.close().await.unwrap();
            for time in 0..2 {
                let store = Store::open(&file, &home, &Unlock::Passphrase(new.clone())).await.unwrap();
                records(&store, "and went on").await;
                let found = store.verify(&Silent).await.unwrap();
                assert!(found.ok && found.records == 2 + time, "{step:?}: {found:?}");
                assert_eq!(found.commits, found.records + 1, "no second series was begun");
                store.close().await.unwrap();
            }
            assert!(Store::open(&file, &home, &Unlock::Passphrase(old)).await.is_err());
        }
    }

    #[tokio::test]
    async fn a_way_in_that_somebody_slips_into_the_file_is_gone_with_the_next_passphrase() {
        let place = tempfile::tempdir().unwrap();
        let (file, home) = (place.path().join("x.anteroom"), place.path().join("home"));
        let (old, new) = (Passphrase::new("old".into()), Passphrase::new("new".into()));
        let (store, _) = Store::create(&file, &home, &old, Founding { time: 1, edits: Vec::new() }).await.unwrap();
        let theirs = Identity::random();
        // Without the key they cannot say that it belongs there; with the next passphrase this computer would.
        let other = FileKeys { current: Key::random().unwrap(), ..store.keys.clone() };
        let device = DeviceId([7; 32]);
        Keys::read(&file).unwrap().with_help(&other, device, &[theirs.recipient()]).unwrap().write(&file).unwrap();
        store.change_passphrase(&new).await.unwrap();
        assert!(Keys::read(&file).unwrap().letter().is_none());
        store.close().await.unwrap();
        Store::open(&file, &home, &Unlock::Passphrase(new)).await.unwrap().close().await.unwrap();
    }

    #[tokio::test]
    async fn a_consultation_of_a_newer_version_is_refused() {
        let place = tempfile::tempdir().unwrap();
        let (file, home, typed) =
            (place.path().join("x.anteroom"), place.path().join("home"), Passphrase::new("x".into()));
        let (store, _) = Store::create(&file, &home, &typed, Founding { time: 1, edits: Vec::new() }).await.unwrap();
        sqlx::query("INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', 1, x'00', 1)")
            .execute(&mut *store.writing().await.unwrap().connection)
            .await
            .unwrap();
        store.close().await.unwrap();
        assert!(matches!(Store::open(&file, &home, &Unlock::Passphrase(typed)).await, Err(StoreError::Newer)));
    }
}
