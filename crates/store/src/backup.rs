//! A copy of the closed consultation in another folder: the last few are kept, and after an erasure only the newest.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anteroom_model::ids::ConsultationId;

use crate::busy::on_a_thread;
use crate::error::StoreError;
use crate::folder::{CONTENTS, sync_folder};
use crate::keys::{self, Keys};
use crate::store::Store;

/// How many copies of one consultation are kept.
const KEPT: usize = 7;
const ENDING: &str = ".anteroom";
/// Not yet whole.
const PART: &str = ".anteroom-part";

impl Store {
    /// Closes it and copies it into the folder `to`, under its own name and `time`, which sorts as times do. Of the copies
    /// there the newest seven stay; where words were erased since it was opened, only this one: an older copy still has
    /// them.
    ///
    /// # Errors
    /// What closing refuses, and then nothing is copied; `NotBackedUp` where it is closed, but the copy could not be
    /// written. Older copies are as they were then.
    pub async fn close_and_back_up(self, to: &Path, time: &str) -> Result<PathBuf, StoreError> {
        let (file, to, consultation) = (self.folder.clone(), to.to_owned(), self.consultation());
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let time = time.to_owned();
        let closed = self.close_keeping_lock().await?;
        let kept = if closed.erased { 1 } else { KEPT };
        on_a_thread(move || {
            let copied = copy(&file, &to, &format!("{name} {time}"));
            let copied = copied.map_err(|error| StoreError::NotBackedUp(error.kind()))?;
            // What is left of older ones is no reason to say that there is no copy.
            remove_older(&to, &format!("{name} "), consultation, kept).ok();
            Ok(copied)
        })
        .await?
    }
}

/// Copies the folder under another name, whole or not at all.
fn copy(file: &Path, to: &Path, name: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(to)?;
    let (part, copied) = (to.join(format!("{name}{PART}")), to.join(format!("{name}{ENDING}")));
    let written = || {
        if part.exists() {
            fs::remove_dir_all(&part)?;
        }
        fs::create_dir(&part)?;
        for name in [CONTENTS, keys::NAME] {
            fs::copy(file.join(name), part.join(name))?;
            File::open(part.join(name))?.sync_all()?;
        }
        sync_folder(&part)?;
        fs::rename(&part, &copied)?;
        sync_folder(to)
    };
    written().inspect_err(|_| drop(fs::remove_dir_all(&part)))?;
    Ok(copied)
}

/// Removes copies of this consultation but the newest. What goes by such a name and is of another one stays.
fn remove_older(to: &Path, name: &str, consultation: ConsultationId, kept: usize) -> io::Result<()> {
    let mut copies: Vec<_> = fs::read_dir(to)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let called = path.file_name().unwrap_or_default().to_string_lossy();
            called.starts_with(name) && called.ends_with(ENDING)
        })
        .filter(|path| Keys::read(path).is_ok_and(|keys| keys.consultation == consultation))
        .collect();
    copies.sort();
    let older = copies.len().saturating_sub(kept);
    for copy in copies.drain(..older) {
        fs::remove_dir_all(copy)?;
    }
    sync_folder(to)
}

#[cfg(test)]
mod tests {
    use anteroom_journal::deed::Deed;
    use anteroom_model::field;
    use anteroom_model::value::Fields;

    use super::*;
    use crate::action::{Action, Edit, Founding};
    use crate::secret::{Passphrase, Unlock};

    struct Laptop(tempfile::TempDir);

    impl Laptop {
        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        async fn founds(&self, name: &str) -> Store {
            let founding = Founding { time: 1, edits: Vec::new() };
            Store::create(&self.path(name), &self.path("home"), &passphrase(), founding).await.unwrap().0
        }

        async fn opens(&self, file: &Path) -> Store {
            Store::open(file, &self.path("home"), &Unlock::Passphrase(passphrase())).await.unwrap()
        }

        fn copies(&self) -> Vec<String> {
            let entries = fs::read_dir(self.path("copies")).unwrap();
            let mut names: Vec<_> =
                entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            names
        }
    }

    fn passphrase() -> Passphrase {
        Passphrase::new("correct horse".into())
    }

    async fn does(store: &Store, deed: Deed, edit: Edit) -> Vec<anteroom_model::ids::RecordId> {
        let action = Action { deed, time: 2, author: store.person(), undoes: None, edits: vec![edit] };
        store.commit(action).await.unwrap().created
    }

    fn said(text: &str) -> Edit {
        Edit::Create { kind: field::CONTRIBUTION, fields: Fields::from([(field::TEXT, text.into())]), mark: None }
    }

    #[tokio::test]
    async fn a_copy_opens_and_has_every_word_and_only_the_newest_few_are_kept() {
        let laptop = Laptop(tempfile::tempdir().unwrap());
        let file = laptop.path("review.anteroom");
        let mut store = laptop.founds("review.anteroom").await;
        let stranger = laptop.founds("review 1.anteroom").await;
        stranger.close_and_back_up(&laptop.path("copies"), "0").await.unwrap();
        for time in 1..=9 {
            does(&store, Deed::RECORD, said("They kept our passports.")).await;
            store.close_and_back_up(&laptop.path("copies"), &format!("2026-11-0{time}")).await.unwrap();
            store = laptop.opens(&file).await;
        }
        let copies = laptop.copies();
        assert_eq!(copies.len(), KEPT + 1, "{copies:?}");
        assert_eq!(copies[0], "review 1 0.anteroom", "what belongs to another consultation stays");
        assert_eq!(copies[KEPT], "review 2026-11-09.anteroom");
        store.close().await.unwrap();
        let copy = laptop.opens(&laptop.path("copies").join(&copies[KEPT])).await;
        assert_eq!(copy.find(&crate::find::Query::default(), 0, 20).await.unwrap().total, 9);
        copy.close().await.unwrap();
    }

    #[tokio::test]
    async fn after_an_erasure_no_older_copy_keeps_the_words() {
        let laptop = Laptop(tempfile::tempdir().unwrap());
        let store = laptop.founds("review.anteroom").await;
        let made = does(&store, Deed::RECORD, said("They kept our passports.")).await;
        store.close_and_back_up(&laptop.path("copies"), "2026-11-01").await.unwrap();
        let store = laptop.opens(&laptop.path("review.anteroom")).await;
        does(&store, Deed::ERASE, Edit::Erase(made[0])).await;
        store.close_and_back_up(&laptop.path("copies"), "2026-11-02").await.unwrap();
        assert_eq!(laptop.copies(), ["review 2026-11-02.anteroom"]);
    }

    #[tokio::test]
    async fn where_no_copy_can_be_written_it_is_closed_all_the_same_and_says_so() {
        let laptop = Laptop(tempfile::tempdir().unwrap());
        fs::write(laptop.path("copies"), b"a file is in the way").unwrap();
        let store = laptop.founds("review.anteroom").await;
        let failed = store.close_and_back_up(&laptop.path("copies"), "2026-11-01").await.unwrap_err();
        assert!(matches!(failed, StoreError::NotBackedUp(_)), "{failed:?}");
        laptop.opens(&laptop.path("review.anteroom")).await.close().await.unwrap();
    }
}
