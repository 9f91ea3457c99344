//! An open consultation: made, opened, closed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anteroom_journal::draft::Signed;
use anteroom_journal::standing::{Header, Standing};
use anteroom_model::ids::{ConsultationId, PersonId};
use sqlx::{Connection as _, QueryBuilder, Sqlite, SqliteConnection};
use tokio::sync::{Mutex, MutexGuard};

use crate::action::Founding;
use crate::backup::OLDER_COPIES;
use crate::busy::on_a_thread;
use crate::closing::Open;
use crate::commit;
use crate::database;
use crate::doubles::{IN_LIST, as_list};
use crate::draft::{Forgetting, Settling};
use crate::error::StoreError;
use crate::exchange::Ahead;
use crate::fill;
use crate::folder;
use crate::home::{Device, Home};
use crate::journal::{FIRST_ROW, Journal};
use crate::keys::{FileKeys, Keys};
use crate::lock::Lock;
use crate::progress::{Counted, Progress, Silent};
use crate::readers::{Reader, Readers};
use crate::secret::{Passphrase, RecoveryWords, Unlock};
use crate::sheet;
use crate::write::{Written, write};

/// An open consultation.
#[derive(Debug)]
pub struct Store {
    pub(crate) folder: PathBuf,
    pub(crate) keys: FileKeys,
    /// The ways in.
    pub(crate) slots: std::sync::Mutex<Keys>,
    person: PersonId,
    readers: Box<Readers>,
    writing: Mutex<Writing>,
    lock: Lock,
}

/// What one at a time may touch.
#[derive(Debug)]
pub(crate) struct Writing {
    pub(crate) connection: Open,
    pub(crate) consultation: ConsultationId,
    pub(crate) device: Device,
    pub(crate) home: Home,
    /// Read when first needed; thrown away where something went wrong, because the database alone knows then.
    pub(crate) journal: Option<Journal>,
    /// What has been read of a file that is to be taken in next.
    pub(crate) ahead: Option<Ahead>,
    /// What becomes of what is half typed where something is erased.
    pub(crate) forgetting: Forgetting,
}

impl Writing {
    pub(crate) fn new(
        connection: Open,
        consultation: ConsultationId,
        device: Device,
        home: Home,
        journal: Option<Journal>,
    ) -> Self {
        Self { connection, consultation, device, home, journal, ahead: None, forgetting: |_, _| Settling::default() }
    }

    /// The connection, and the journal read from it.
    pub(crate) async fn both(&mut self) -> Result<(&mut SqliteConnection, &mut Journal), StoreError> {
        let journal = self.take_journal().await?;
        Ok((&mut self.connection, self.journal.insert(journal)))
    }

    /// The journal, for whoever puts it back where nothing went wrong: the database alone knows otherwise.
    pub(crate) async fn take_journal(&mut self) -> Result<Journal, StoreError> {
        match self.journal.take() {
            Some(journal) => Ok(journal),
            None => {
                Journal::read(&mut self.connection, self.consultation, self.device.id(), self.home.last_signed()).await
            }
        }
    }
}

/// What is left of a consultation that was closed; nobody else opens it as long as this is there.
pub(crate) struct Closed {
    pub(crate) home: Home,
    pub(crate) device: Device,
    /// Whether words were erased that older copies may have.
    pub(crate) erased: bool,
    _lock: Lock,
}

/// What each key that comes from the consultation's is for.
pub(crate) const DEVICE: &str = "anteroom/1/device";

impl Store {
    /// Makes a consultation in the folder `file`, which must not be there, and says the words of its recovery sheet.
    /// `home` is where this computer keeps its keys.
    ///
    /// # Errors
    /// `ExistsAlready`, `ReadOnly`, `EmptyPassphrase`, or what the disk refuses; nothing is left behind then.
    pub async fn create(
        file: &Path,
        home: &Path,
        passphrase: &Passphrase,
        founding: Founding,
    ) -> Result<(Self, RecoveryWords), StoreError> {
        if passphrase.is_empty() {
            return Err(StoreError::EmptyPassphrase);
        }
        folder::make(file)?;
        match Self::found(file, home, passphrase, founding).await {
            Ok(made) => Ok(made),
            Err(error) => {
                // It was made a moment ago, and holds nothing but what failed.
                std::fs::remove_dir_all(file).ok();
                Err(error)
            }
        }
    }

    async fn found(
        file: &Path,
        home: &Path,
        passphrase: &Passphrase,
        founding: Founding,
    ) -> Result<(Self, RecoveryWords), StoreError> {
        let lock = Lock::take(file)?;
        let recovery = RecoveryWords::random()?;
        let device = Device::random(None)?;
        let root = sheet::root(&recovery);
        let signed = commit::found(&device, root, founding)?;
        let consultation = ConsultationId(signed.hash.0);
        let keys = FileKeys { consultation, current: crate::secret::Key::random()?, next: None };
        let place = || Home::of(home, consultation, keys.current.derive(DEVICE));
        let made = async {
            let writing = begin(file, place(), &keys, device, signed).await?;
            // Last, so that what opens is whole: cut short before this, the folder is none that could be opened.
            let slots = Keys::new(&keys, passphrase, &recovery)?;
            slots.write(file)?;
            Ok((writing, slots))
        };
        let (writing, slots) = made.await.inspect_err(|_: &StoreError| place().forget())?;
        Ok((Self::with(file, keys, slots, writing, lock), recovery))
    }

    /// Opens the consultation in the folder `file`.
    ///
    /// # Errors
    /// Everything that `StoreError` lists for folders, keys and contents.
    pub async fn open(file: &Path, home: &Path, unlock: &Unlock) -> Result<Self, StoreError> {
        Self::open_telling(file, home, unlock, &Silent).await
    }

    /// The same, telling how far it is where an earlier version wrote it last and what is read is made anew.
    ///
    /// # Errors
    /// As `open`; `Cancelled`, and it is as it was.
    pub async fn open_telling(
        file: &Path,
        home: &Path,
        unlock: &Unlock,
        progress: &dyn Progress,
    ) -> Result<Self, StoreError> {
        folder::look(file)?;
        let slots = Keys::read(file)?;
        folder::look_at_contents(file, slots.consultation)?;
        let lock = Lock::take(file)?;
        let keys = {
            let (slots, unlock) = (slots.clone(), unlock.clone());
            on_a_thread(move || slots.open(&unlock)).await??
        };
        folder::tidy(file);
        let (consultation, before) = (keys.consultation, keys.clone());
        let (mut connection, keys, slots) = open_contents(file, keys, slots, unlock).await?;
        database::checkpoint(&mut connection).await?;
        let mut home = home_of(home, &keys, before)?;
        let known = device_of(&mut connection, &home).await?;
        let (device, is_new) = match known {
            Some(device) => (device, false),
            // It is a copy, or a restored backup: another key, for the same person.
            None => (Device::random(home.device()?.map(|before| before.person))?, true),
        };
        if is_new {
            if let Some(before) = home.device()? {
                crate::exchange::note_key(&mut connection, &before.id()).await?;
            }
            home.keep(&device)?;
            crate::exchange::renew_identity(&mut connection).await?;
        } else {
            crate::exchange::ensure_identity(&mut connection).await?;
        }
        crate::exchange::note_key(&mut connection, &device.id()).await?;
        let mut writing = Writing::new(connection, consultation, device, home, None);
        // Where it cannot be done yet everything can be read, and no entry is signed before it is.
        crate::exchange::settle_key(&mut writing).await.ok();
        crate::rebuild::settle_numbers(&mut writing).await?;
        if let Unlock::Recovery(words) = unlock
            && crate::exchange::own_roles(&mut writing).await?.is_none()
        {
            sheet::admit_founders(&mut writing, words).await?;
        }
        crate::rebuild::settle(&mut writing, progress).await?;
        Ok(Self::with(file, keys, slots, writing, lock))
    }

    pub(crate) fn with(file: &Path, keys: FileKeys, slots: Keys, writing: Writing, lock: Lock) -> Self {
        let readers = database::readers(file, keys.consultation, &keys.current);
        let person = writing.device.person;
        let slots = std::sync::Mutex::new(slots);
        Self { folder: file.to_owned(), keys, slots, person, readers, writing: Mutex::new(writing), lock }
    }

    /// Closes it: everything is in one file again, and after an erasure no page of it holds an erased word.
    ///
    /// # Errors
    /// What the disk refuses; what was acknowledged is there all the same.
    pub async fn close(self) -> Result<(), StoreError> {
        self.close_keeping_lock().await.map(drop)
    }

    /// Takes back its making, where what was to be in it did not come about: nothing of it is left.
    pub async fn discard(self) {
        self.readers.close().await;
        let Writing { connection, mut home, .. } = self.writing.into_inner();
        // However it closes, nobody will open it.
        database::close(connection).await.ok();
        home.forget();
        std::fs::remove_dir_all(&self.folder).ok();
    }

    /// Closes it, and keeps others from opening it as long as the lock is held.
    pub(crate) async fn close_keeping_lock(self) -> Result<Closed, StoreError> {
        self.readers.close().await;
        let mut writing = Box::new(self.writing.into_inner());
        writing.home.settle()?;
        // Where the disk refuses it, they stay where they are until the next time.
        settle_places(&mut writing.connection).await.ok();
        let erased = Box::pin(settle_duties(&mut writing)).await?;
        let Writing { mut connection, home, device, .. } = *writing;
        database::checkpoint(&mut connection).await?;
        database::close(connection).await?;
        Ok(Closed { home, device, erased, _lock: self.lock })
    }

    /// From now on whatever is erased takes this along of what is half typed.
    #[must_use]
    pub fn forgetting(mut self, forgetting: Forgetting) -> Self {
        self.writing.get_mut().forgetting = forgetting;
        self
    }

    /// Its id: the hash of its founding commit.
    pub fn consultation(&self) -> ConsultationId {
        self.keys.consultation
    }

    /// To whom this computer belongs here.
    pub fn person(&self) -> PersonId {
        self.person
    }

    pub(crate) async fn reader(&self) -> Result<Reader<'_>, StoreError> {
        self.readers.lend().await
    }

    pub(crate) async fn writing(&self) -> Result<MutexGuard<'_, Writing>, StoreError> {
        Ok(self.writing.lock().await)
    }
}

/// Writes the founding commit into a database of its own.
async fn begin(
    file: &Path,
    mut home: Home,
    keys: &FileKeys,
    device: Device,
    signed: Signed,
) -> Result<Writing, StoreError> {
    home.keep(&device)?;
    let consultation = keys.consultation;
    let mut connection = database::writer(file, consultation, &keys.current, true).await?;
    crate::exchange::ensure_identity(&mut connection).await?;
    crate::exchange::note_key(&mut connection, &device.id()).await?;
    let standing =
        Standing::new(Header { hash: signed.hash, commit: Arc::new(signed.commit.clone()), kept_at: FIRST_ROW });
    let journal = Some(Journal::new(standing, device.id(), None));
    let mut writing = Writing::new(connection, consultation, device, home, journal);
    let mut written = write(&mut writing, Written::founding(signed), &mut Counted::new(&Silent, 0)).await;
    if written.is_ok() {
        // So that there is room to close it, too.
        written = database::checkpoint(&mut writing.connection).await;
    }
    match written {
        Ok(()) => Ok(writing),
        Err(error) => {
            // What is still open would stand in the way of removing it.
            database::close(writing.connection).await.ok();
            Err(error)
        }
    }
}

/// Opens the database; where everything was being encrypted anew, with whichever of the two keys it has by now.
async fn open_contents(
    file: &Path,
    keys: FileKeys,
    slots: Keys,
    unlock: &Unlock,
) -> Result<(Open, FileKeys, Keys), StoreError> {
    let first = database::writer(file, keys.consultation, &keys.current, false).await;
    let Some(next) = keys.next.clone() else { return Ok((first?, keys, slots)) };
    let (connection, key) = match first {
        Ok(connection) => (connection, keys.current),
        Err(StoreError::ContentsDamaged) => (database::writer(file, keys.consultation, &next, false).await?, next),
        Err(error) => return Err(error),
    };
    let settled = FileKeys { consultation: keys.consultation, current: key, next: None };
    let Unlock::Passphrase(passphrase) = unlock else { return Ok((connection, settled, slots)) };
    let slots = slots.changed(&settled, passphrase)?;
    slots.write(file)?;
    Ok((connection, settled, slots))
}

/// This computer's place, also where a change of the consultation's key was cut short before its own key was sealed anew.
fn home_of(folder: &Path, keys: &FileKeys, before: FileKeys) -> Result<Home, StoreError> {
    let home = Home::of(folder, keys.consultation, keys.current.derive(DEVICE));
    let Some(next) = before.next else { return Ok(home) };
    let other = if next == keys.current { before.current } else { next };
    if !matches!(home.device(), Err(StoreError::DeviceKeyDamaged)) {
        return Ok(home);
    }
    let mut home = Home::of(folder, keys.consultation, other.derive(DEVICE));
    if let Some(device) = home.device()? {
        home.seal_anew(&device, keys.current.derive(DEVICE))?;
    }
    Ok(home)
}

/// What this computer signs with here, if the folder holds all that it ever signed.
async fn device_of(connection: &mut SqliteConnection, home: &Home) -> Result<Option<Device>, StoreError> {
    let Some(device) = home.device()? else { return Ok(None) };
    let Some(last) = home.last_signed() else { return Ok(Some(device)) };
    let found: Option<(i64,)> = sqlx::query_as("SELECT row FROM commits WHERE hash = ?")
        .bind(last.0.as_slice())
        .fetch_optional(connection)
        .await?;
    Ok(found.map(|_| device))
}

/// After an erasure, copies of pages are left in the file until all of it is written anew. Says whether older copies of the
/// file elsewhere have words that were erased.
async fn settle_duties(writing: &mut Writing) -> Result<bool, StoreError> {
    let duties: Vec<(String,)> = sqlx::query_as("SELECT name FROM duty").fetch_all(&mut *writing.connection).await?;
    let owes = |duty: &str| duties.iter().any(|(name,)| name == duty);
    if owes(VACUUM) {
        forget_wherever(writing).await?;
    }
    let connection = &mut writing.connection;
    if owes(VACUUM) {
        sqlx::query("VACUUM").execute(&mut **connection).await?;
        // Until the next copy is there: however often it is closed without one.
        sqlx::query("INSERT OR IGNORE INTO duty (name) VALUES (?)")
            .bind(OLDER_COPIES)
            .execute(&mut **connection)
            .await?;
        sqlx::query("DELETE FROM duty WHERE name = ?").bind(VACUUM).execute(&mut **connection).await?;
    }
    Ok(owes(VACUUM) || owes(OLDER_COPIES))
}

/// Deletes the words of erased records in whatever row they stand: damage may have left some where no entry here says.
async fn forget_wherever(writing: &mut Writing) -> Result<(), StoreError> {
    let (connection, journal) = writing.both().await?;
    let mut delete = QueryBuilder::<Sqlite>::new("DELETE FROM revision WHERE record IN ");
    let erased = as_list(journal.standing.erased().map(|(record, _)| record));
    delete.push(IN_LIST.0).push_bind(erased).push(IN_LIST.1);
    delete.build().execute(connection).await?;
    Ok(())
}

async fn settle_places(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let mut settling = connection.begin().await?;
    fill::settle(&mut settling).await?;
    Ok(settling.commit().await?)
}

/// The duty to write the whole file anew.
const VACUUM: &str = "vacuum";
