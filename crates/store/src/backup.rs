//! A copy of the closed consultation in another folder: the last few are kept, and after an erasure only the newest. A copy
//! is read back whole before an older one goes.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use anteroom_model::ids::ConsultationId;

use crate::busy::on_a_thread;
use crate::database;
use crate::error::StoreError;
use crate::folder::{self, CONTENTS, contents, sync_folder};
use crate::keys::{self, Keys};
use crate::lock::Lock;
use crate::progress::{Progress, Silent};
use crate::secret::Unlock;
use crate::store::Store;

/// How many copies of one consultation are kept.
const KEPT: usize = 7;
const ENDING: &str = ".anteroom";
/// Not yet whole.
const PART: &str = ".anteroom-part";
/// How much is copied between two steps.
const A_PIECE: usize = 4 << 20;

impl Store {
    /// Closes it and copies it into the folder `to`, under its own name and `time`, which sorts as times do. The copy is
    /// read back; only then, of the copies there the newest seven stay. Where words were erased since the last copy, only
    /// this one stays: an older one still has them.
    ///
    /// `progress` hears how many bytes are written and read back. A copy is not called off: closing waits for it.
    ///
    /// # Errors
    /// What closing refuses, and then nothing is copied; where it is closed, `NotBackedUp` if the copy could not be written
    /// and `BackupDamaged` if it could not be read back. Older copies are as they were then.
    pub async fn close_and_back_up(
        self,
        to: &Path,
        time: &str,
        progress: impl Progress + 'static,
    ) -> Result<PathBuf, StoreError> {
        let (file, to, keys) = (self.folder.clone(), to.to_owned(), self.keys.clone());
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let closed = self.close_keeping_lock().await?;
        let copied = async {
            let (from, beside, called) = (file.clone(), to.clone(), format!("{name} {time}"));
            let part = on_a_thread(move || copy(&from, &beside, &called, &progress)).await?;
            let part = part.map_err(|error| StoreError::NotBackedUp(error.kind()))?;
            if closed.erased {
                // Whoever restores it has nothing to take away.
                database::has_done(&part, keys.consultation, &keys.current, OLDER_COPIES).await?;
            }
            let is_whole = Keys::read(&part).is_ok_and(|read| read.consultation == keys.consultation)
                && database::is_whole(&part, keys.consultation, &keys.current).await;
            if !is_whole {
                fs::remove_dir_all(&part).ok();
                return Err(StoreError::BackupDamaged);
            }
            let copied = part.with_extension(&ENDING[1..]);
            let renamed = fs::rename(&part, &copied).and_then(|()| sync_folder(&to));
            renamed.map_err(|error| {
                fs::remove_dir_all(&part).ok();
                StoreError::NotBackedUp(error.kind())
            })?;
            Ok(copied)
        };
        let copied = copied.await?;
        let (kept, consultation) = (if closed.erased { 1 } else { KEPT }, keys.consultation);
        let called = format!("{name} {time}{ENDING}");
        // What is left of older ones is no reason to say that there is no copy: the next one takes it away.
        let removed = on_a_thread(move || remove_older(&to, &name, &called, consultation, kept)).await?;
        if closed.erased && removed.is_ok() {
            database::has_done(&file, consultation, &keys.current, OLDER_COPIES).await.ok();
        }
        Ok(copied)
    }
}

impl Store {
    /// Which consultation a folder holds, as its keys say to everybody.
    ///
    /// # Errors
    /// `NotThere`, `KeysDamaged`, …
    pub fn which(folder: &Path) -> Result<ConsultationId, StoreError> {
        folder::look(folder)?;
        Ok(Keys::read(folder)?.consultation)
    }

    /// Makes a consultation in the folder `file` out of a copy, which is read whole first: every page against its code and
    /// all pages against each other. The copy stays as it is.
    ///
    /// # Errors
    /// `WrongPassphrase`, …, as for opening; `OpenElsewhere` and `NotClosed` for a folder that is no copy and in use, or was;
    /// `ContentsDamaged`; `ExistsAlready`, also within the copy itself; `NotThere`. Nothing is left behind then.
    pub async fn restore(copied: &Path, file: &Path, unlock: &Unlock) -> Result<(), StoreError> {
        folder::look(copied)?;
        let _alone = match copied.join("lock").exists().then(|| Lock::take(copied)) {
            // Where nothing can be written, nobody has it open.
            None | Some(Err(StoreError::ReadOnly(_))) => None,
            Some(taken) => Some(taken?),
        };
        if fs::metadata(copied.join("contents.db-wal")).is_ok_and(|log| log.len() > 0) {
            return Err(StoreError::NotClosed(copied.to_owned()));
        }
        let slots = Keys::read(copied)?;
        folder::look_at_contents(copied, slots.consultation)?;
        let keys = {
            let unlock = unlock.clone();
            on_a_thread(move || slots.open(&unlock)).await??
        };
        let is_whole = database::is_whole(copied, keys.consultation, &keys.current).await;
        let is_next = match &keys.next {
            Some(next) => database::is_whole(copied, keys.consultation, next).await,
            None => false,
        };
        if !is_whole && !is_next {
            return Err(StoreError::ContentsDamaged);
        }
        if file.exists() || folder::parent(file).canonicalize().is_ok_and(|place| lies_in(&place, copied)) {
            return Err(StoreError::ExistsAlready(file.to_owned()));
        }
        if !folder::parent(file).is_dir() {
            return Err(StoreError::NotThere(folder::parent(file).to_owned()));
        }
        let (from, name) = (copied.to_owned(), file.file_name().unwrap_or_default().to_string_lossy().into_owned());
        let beside = folder::parent(file).to_owned();
        let part = on_a_thread(move || copy(&from, &beside, &name, &Silent)).await??;
        fs::rename(&part, file).and_then(|()| sync_folder(folder::parent(file))).inspect_err(|_| {
            fs::remove_dir_all(&part).ok();
        })?;
        Ok(())
    }
}

/// The duty to remove copies that still have erased words.
pub(crate) const OLDER_COPIES: &str = "older-copies";

/// Copies the folder under another name that says that it is not yet read back; nothing is left where it cannot.
fn copy(file: &Path, to: &Path, name: &str, progress: &dyn Progress) -> io::Result<PathBuf> {
    fs::create_dir_all(to)?;
    let part = to.join(format!("{name}{PART}"));
    let written = || {
        if part.exists() {
            fs::remove_dir_all(&part)?;
        }
        fs::create_dir(&part)?;
        fs::copy(file.join(keys::NAME), part.join(keys::NAME))?;
        File::open(part.join(keys::NAME))?.sync_all()?;
        let (mut from, mut into) = (File::open(contents(file))?, File::create_new(part.join(CONTENTS))?);
        let (mut done, of) = (0, from.metadata()?.len());
        let mut piece = vec![0; A_PIECE];
        loop {
            // Reading it back takes about as long again.
            progress.step(done, of.saturating_mul(2));
            let read = from.read(&mut piece)?;
            if read == 0 {
                break;
            }
            into.write_all(&piece[..read])?;
            done += read as u64;
        }
        into.sync_all()?;
        sync_folder(&part)
    };
    written().inspect_err(|_| drop(fs::remove_dir_all(&part)))?;
    Ok(part)
}

fn lies_in(place: &Path, folder: &Path) -> bool {
    folder.canonicalize().is_ok_and(|folder| place.starts_with(folder))
}

/// A name with any digits: copies differ in nothing else.
fn shape(name: &str) -> String {
    name.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect()
}

/// Removes copies of this consultation but the newest, `newest` among them. What goes by such a name and is of another one
/// stays, and so does what somebody called otherwise.
fn remove_older(to: &Path, name: &str, newest: &str, consultation: ConsultationId, kept: usize) -> io::Result<()> {
    let is_copy = |called: &str| called.starts_with(name) && shape(called) == shape(newest) && called <= newest;
    let mut copies: Vec<_> = fs::read_dir(to)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_copy(&path.file_name().unwrap_or_default().to_string_lossy()))
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
    use std::io::{Seek as _, SeekFrom};

    use anteroom_journal::deed::Deed;
    use anteroom_model::field;
    use anteroom_model::value::Fields;

    use super::*;
    use crate::action::{Action, Edit, Founding};
    use crate::progress::Silent;
    use crate::secret::{Passphrase, Unlock};

    struct Laptop(tempfile::TempDir);

    /// A disk that gives back other bytes than were written: what is copied is damaged on its way.
    struct Tears(PathBuf);

    impl Progress for Tears {
        fn step(&self, done: u64, _: u64) {
            if done > 0 {
                return;
            }
            let mut contents = File::options().write(true).open(contents(&self.0)).unwrap();
            contents.seek(SeekFrom::Start(3 * crate::folder::PAGE + 100)).unwrap();
            contents.write_all(&[0; 64]).unwrap();
        }
    }

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
        stranger.close_and_back_up(&laptop.path("copies"), "0", Silent).await.unwrap();
        for time in 1..=9 {
            does(&store, Deed::RECORD, said("They kept our passports.")).await;
            store.close_and_back_up(&laptop.path("copies"), &format!("2026-11-0{time}"), Silent).await.unwrap();
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
        store.close_and_back_up(&laptop.path("copies"), "2026-11-01", Silent).await.unwrap();
        let store = laptop.opens(&laptop.path("review.anteroom")).await;
        does(&store, Deed::ERASE, Edit::Erase(made[0])).await;
        store.close_and_back_up(&laptop.path("copies"), "2026-11-02", Silent).await.unwrap();
        assert_eq!(laptop.copies(), ["review 2026-11-02.anteroom"]);
    }

    #[tokio::test]
    async fn a_copy_that_cannot_be_read_back_takes_no_older_ones_place() {
        let laptop = Laptop(tempfile::tempdir().unwrap());
        let file = laptop.path("review.anteroom");
        let mut store = laptop.founds("review.anteroom").await;
        does(&store, Deed::RECORD, said("They kept our passports.")).await;
        for time in 1..=KEPT {
            store.close_and_back_up(&laptop.path("copies"), &format!("2026-11-0{time}"), Silent).await.unwrap();
            store = laptop.opens(&file).await;
        }
        let before = laptop.copies();
        let made = does(&store, Deed::RECORD, said("A number that nobody else may see.")).await;
        does(&store, Deed::ERASE, Edit::Erase(made[0])).await;
        let failed =
            store.close_and_back_up(&laptop.path("copies"), "2026-11-08", Tears(file.clone())).await.unwrap_err();
        assert!(matches!(failed, StoreError::BackupDamaged), "{failed:?}");
        assert_eq!(laptop.copies(), before, "nothing is left of it, and nothing else went");

        let store = laptop.opens(&laptop.path("copies").join(&before[KEPT - 1])).await;
        assert_eq!(store.find(&crate::find::Query::default(), 0, 20).await.unwrap().total, 1);
        store.close().await.unwrap();
    }

    #[tokio::test]
    async fn older_copies_with_erased_words_go_with_the_next_copy_that_succeeds() {
        let laptop = Laptop(tempfile::tempdir().unwrap());
        let file = laptop.path("review.anteroom");
        let store = laptop.founds("review.anteroom").await;
        let made = does(&store, Deed::RECORD, said("They kept our passports.")).await;
        store.close_and_back_up(&laptop.path("copies"), "2026-11-01", Silent).await.unwrap();
        let store = laptop.opens(&file).await;
        does(&store, Deed::ERASE, Edit::Erase(made[0])).await;
        // A file stands where its copy would be written.
        fs::write(laptop.path("copies").join(format!("review 2026-11-02{PART}")), b"in the way").unwrap();
        store.close_and_back_up(&laptop.path("copies"), "2026-11-02", Silent).await.unwrap_err();
        fs::remove_file(laptop.path("copies").join(format!("review 2026-11-02{PART}"))).unwrap();
        assert_eq!(laptop.copies(), ["review 2026-11-01.anteroom"]);
        let store = laptop.opens(&file).await;
        store.close_and_back_up(&laptop.path("copies"), "2026-11-03", Silent).await.unwrap();
        assert_eq!(laptop.copies(), ["review 2026-11-03.anteroom"]);
    }

    #[tokio::test]
    async fn what_was_erased_leaves_older_copies_however_often_it_is_closed_without_one() {
        let laptop = Laptop(tempfile::tempdir().unwrap());
        let file = laptop.path("review.anteroom");
        let store = laptop.founds("review.anteroom").await;
        let made = does(&store, Deed::RECORD, said("They kept our passports.")).await;
        store.close_and_back_up(&laptop.path("copies"), "2026-11-01", Silent).await.unwrap();
        let store = laptop.opens(&file).await;
        does(&store, Deed::ERASE, Edit::Erase(made[0])).await;
        store.close().await.unwrap();
        laptop.opens(&file).await.close().await.unwrap();
        for (time, copies) in [("2026-11-02", 1), ("2026-11-03", 2)] {
            laptop.opens(&file).await.close_and_back_up(&laptop.path("copies"), time, Silent).await.unwrap();
            assert_eq!(laptop.copies().len(), copies, "{:?}", laptop.copies());
        }
        assert_eq!(laptop.copies()[0], "review 2026-11-02.anteroom");
    }

    #[tokio::test]
    async fn what_somebody_restored_among_the_copies_is_no_copy() {
        let laptop = Laptop(tempfile::tempdir().unwrap());
        let file = laptop.path("review.anteroom");
        let store = laptop.founds("review.anteroom").await;
        let first = store.close_and_back_up(&laptop.path("copies"), "2026-11-01", Silent).await.unwrap();
        let names = ["review (restored).anteroom", "review restored.anteroom"];
        for name in names {
            let place = laptop.path("copies").join(name);
            Store::restore(&first, &place, &Unlock::Passphrase(passphrase())).await.unwrap();
        }
        for time in 2..=9 {
            let store = laptop.opens(&file).await;
            store.close_and_back_up(&laptop.path("copies"), &format!("2026-11-0{time}"), Silent).await.unwrap();
        }
        let copies = laptop.copies();
        assert_eq!(copies.len(), KEPT + names.len(), "{copies:?}");
        assert!(names.iter().all(|name| copies.iter().any(|copy| copy == name)), "{copies:?}");
    }

    #[tokio::test]
    async fn nothing_is_restored_from_what_is_in_use_or_was_and_nothing_into_the_copy_itself() {
        let laptop = Laptop(tempfile::tempdir().unwrap());
        let file = laptop.path("review.anteroom");
        let unlock = Unlock::Passphrase(passphrase());
        let store = laptop.founds("review.anteroom").await;
        does(&store, Deed::RECORD, said("They kept our passports.")).await;
        let restored = laptop.path("restored.anteroom");
        let refused = Store::restore(&file, &restored, &unlock).await.unwrap_err();
        assert!(matches!(refused, StoreError::OpenElsewhere), "{refused:?}");
        // As the disk has it where the program ends now.
        let ended = laptop.path("ended.anteroom");
        fs::create_dir(&ended).unwrap();
        for name in [keys::NAME, CONTENTS, "contents.db-wal"] {
            fs::copy(file.join(name), ended.join(name)).unwrap();
        }
        let refused = Store::restore(&ended, &restored, &unlock).await.unwrap_err();
        assert!(matches!(refused, StoreError::NotClosed(_)), "not all of it is in one file: {refused:?}");
        store.close().await.unwrap();
        let refused = Store::restore(&file, &file.join("in.anteroom"), &unlock).await.unwrap_err();
        assert!(matches!(refused, StoreError::ExistsAlready(_)), "{refused:?}");
        let refused = Store::restore(&file, &laptop.path("a/b.anteroom"), &unlock).await.unwrap_err();
        assert!(matches!(refused, StoreError::NotThere(_)), "{refused:?}");
        assert!(!laptop.path("a").exists());
        Store::restore(&file, &restored, &unlock).await.unwrap();
        let opened = laptop.opens(&restored).await;
        assert_eq!(opened.find(&crate::find::Query::default(), 0, 20).await.unwrap().total, 1);
    }

    #[tokio::test]
    async fn where_no_copy_can_be_written_it_is_closed_all_the_same_and_says_so() {
        let laptop = Laptop(tempfile::tempdir().unwrap());
        fs::write(laptop.path("copies"), b"a file is in the way").unwrap();
        let store = laptop.founds("review.anteroom").await;
        let failed = store.close_and_back_up(&laptop.path("copies"), "2026-11-01", Silent).await.unwrap_err();
        assert!(matches!(failed, StoreError::NotBackedUp(_)), "{failed:?}");
        laptop.opens(&laptop.path("review.anteroom")).await.close().await.unwrap();
    }
}
