//! What the window is about: the chosen consultation, open or not, and the language in which it is spoken of.

use std::fmt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use anteroom_app::consultations::Steps;
use anteroom_app::desk::{Desk, now};
use anteroom_app::model::view::OverviewView;
use anteroom_app::{AppError, Passphrase, RecoveryWords, Unlock, capture, consultations, programme};
use serde::{Deserialize, Deserializer};
use tauri::async_runtime::{block_on, spawn_blocking};
use tauri::{AppHandle, Emitter, Manager};
use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::attached::Dropped;
use crate::backups;
use crate::closing::Closing;
use crate::handed::Handed;
use crate::look::Look;
use crate::page::{self, Blank};
use crate::recent::Recents;
use crate::serving::{self, Serving};
use crate::settings;
use crate::tables::Tables;
use crate::watch::Touched;
use crate::work::Work;

/// The event that tells what may read differently now: a list of topics.
pub(crate) const CHANGED: &str = "changed";

/// The name of the file of what was opened before.
const RECENTS: &str = "recent.json";

/// What the window holds.
#[derive(Debug)]
pub(crate) struct Room {
    pub(crate) app: AppHandle,
    file: Mutex<Option<PathBuf>>,
    /// Whether what is chosen is a backup: a consultation is made of it before it is opened.
    pub(crate) is_backup: AtomicBool,
    /// BCP 47, as the page has said it.
    language: Mutex<String>,
    desk: RwLock<Option<Desk>>,
    pub(crate) work: Work,
    pub(crate) tables: Tables,
    pub(crate) dropped: Dropped,
    pub(crate) handed: Handed,
    pub(crate) serving: Serving,
    /// Where a new or a restored consultation is to be, and its recovery sheet until it was read back.
    pub(crate) place: Mutex<Option<PathBuf>>,
    pub(crate) sheet: Mutex<Option<RecoveryWords>>,
    /// Whether the room screen shows nothing.
    pub(crate) hidden: AtomicBool,
    /// How the window looks, once the page has asked.
    pub(crate) look: Mutex<Option<Look>>,
    pub(crate) touched: Touched,
    pub(crate) closing: Closing,
    pub(crate) blank: Blank,
    /// Whether the window goes as soon as the consultation is closed.
    pub(crate) leaving: AtomicBool,
}

/// A passphrase, a PIN or the words of a recovery sheet on their way in: never printed, and overwritten where they are
/// dropped.
pub(crate) struct Secret(pub(crate) Passphrase);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|typed| Self(Passphrase::new(typed)))
    }
}

/// What is inside, whoever held it before.
pub(crate) fn inside<T: Clone>(held: &Mutex<T>) -> T {
    held.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

pub(crate) fn put<T>(held: &Mutex<T>, new: T) {
    *held.lock().unwrap_or_else(PoisonError::into_inner) = new;
}

/// A refusal of the window itself. The page says it in the person's language, by its code.
pub(crate) fn refused(code: &str, message: &str) -> AppError {
    AppError::of_the_shell(code, message)
}

impl Room {
    pub(crate) fn new(app: AppHandle, file: Option<PathBuf>) -> Self {
        let room = Self {
            app,
            file: Mutex::new(None),
            is_backup: AtomicBool::new(false),
            language: Mutex::new("en".to_owned()),
            desk: RwLock::new(None),
            hidden: AtomicBool::new(false),
            work: Work::default(),
            tables: Tables::default(),
            dropped: Dropped::default(),
            handed: Handed::default(),
            serving: Serving::default(),
            place: Mutex::new(None),
            sheet: Mutex::new(None),
            look: Mutex::new(None),
            touched: Touched::default(),
            closing: Closing::default(),
            blank: Blank::default(),
            leaving: AtomicBool::new(false),
        };
        room.stands_before(file, false);
        room
    }

    /// The folder of the chosen consultation.
    ///
    /// # Errors
    /// `nothing-chosen`.
    pub(crate) fn file(&self) -> Result<PathBuf, AppError> {
        inside(&self.file).ok_or_else(|| refused("nothing-chosen", "No consultation is chosen."))
    }

    /// Chooses another consultation, or none; what was open is closed.
    pub(crate) async fn choose(&self, file: Option<PathBuf>) {
        self.lock().await;
        self.stands_before(file, false);
    }

    /// Chooses a backup: a consultation is made of it before anything is opened.
    pub(crate) async fn choose_backup(&self, folder: PathBuf) {
        self.lock().await;
        self.stands_before(Some(folder), true);
    }

    fn stands_before(&self, file: Option<PathBuf>, is_backup: bool) {
        let is_backup = is_backup || file.as_ref().is_some_and(|file| backups::is_copy(self, file));
        if self.is_backup.swap(is_backup, Ordering::Relaxed) || is_backup {
            // A place that was chosen for another consultation is none for one that is restored.
            put(&self.place, None);
        }
        put(&self.file, file);
    }

    pub(crate) fn language(&self) -> String {
        inside(&self.language)
    }

    /// A refusal in the language of the page.
    pub(crate) fn says(&self, refusal: AppError) -> AppError {
        refusal.said_in(&self.language())
    }

    pub(crate) fn recents(&self) -> Recents {
        settings::read(self, RECENTS)
    }

    /// Whether it is kept decides nothing but what is offered the next time.
    pub(crate) fn remember(&self, recents: &Recents) {
        settings::keep(self, RECENTS, recents).ok();
    }

    /// The open consultation.
    ///
    /// # Errors
    /// `locked`.
    pub(crate) async fn desk(&self) -> Result<RwLockReadGuard<'_, Desk>, AppError> {
        RwLockReadGuard::try_map(self.desk.read().await, Option::as_ref)
            .map_err(|_| refused("locked", "The consultation is locked."))
    }

    pub(crate) async fn is_open(&self) -> bool {
        self.desk.read().await.is_some()
    }

    /// Whether it is open, or is just being opened or closed.
    pub(crate) fn may_be_open(&self) -> bool {
        self.desk.try_read().map_or(true, |desk| desk.is_some())
    }

    /// Opens the chosen consultation, unless it is open.
    pub(crate) async fn open(&self, unlock: Unlock, steps: &Steps) -> Result<OverviewView, AppError> {
        self.closing.is_over().await;
        let place = self.desk.write().await;
        if place.is_none() {
            if self.is_backup.load(Ordering::Relaxed) {
                self.restore(&unlock).await?;
            }
            let file = self.file()?;
            let (opened, steps) = (file.clone(), steps.clone());
            let desk = on_a_thread(move || block_on(consultations::open_telling(&opened, &unlock, &steps))).await?;
            capture::goes_on_typing(&desk).await?;
            self.sit_down(place, desk);
            self.remember(&self.recents().opened(&file, now()));
        }
        programme::overview(&*self.desk().await?).await
    }

    /// Makes a consultation of the chosen backup, where a person has said, and chooses it instead.
    async fn restore(&self, unlock: &Unlock) -> Result<(), AppError> {
        let to = inside(&self.place).ok_or_else(|| refused("no-place", "No place is chosen."))?;
        let (from, made, unlock) = (self.file()?, to.clone(), unlock.clone());
        on_a_thread(move || block_on(consultations::restore(&from, &made, &unlock))).await?;
        self.stands_before(Some(to), false);
        Ok(())
    }

    /// Makes a consultation and sits down at it. `making` is the work, and may take long.
    pub(crate) async fn make<Made: Send + 'static>(
        &self,
        file: PathBuf,
        making: impl FnOnce() -> Result<(Desk, Made), AppError> + Send + 'static,
    ) -> Result<Made, AppError> {
        self.lock().await;
        let place = self.desk.write().await;
        let (desk, made) = on_a_thread(making).await?;
        put(&self.file, Some(file));
        self.sit_down(place, desk);
        Ok(made)
    }

    /// A consultation that has just been opened speaks as the page does, and tells the page what changes.
    fn sit_down(&self, mut place: RwLockWriteGuard<'_, Option<Desk>>, desk: Desk) {
        desk.speak(&self.language());
        let app = self.app.clone();
        desk.listen(move |topics| {
            // A page that is gone needs not be told.
            app.emit(CHANGED, topics).ok();
            app.state::<Self>().serving.is_told();
        });
        *place = Some(desk);
        drop(place);
        serving::begins(&self.app);
        self.touched.now();
    }

    /// Calls off what takes long, waits for the questions that are under way, ends the page, then closes. What is not well
    /// about it is told to the page that asks (`closing::closed`).
    pub(crate) async fn lock(&self) {
        crate::screen::close(&self.app);
        self.work.call_all_off();
        self.tables.forget();
        self.dropped.forget();
        self.handed.forget();
        self.serving.ends();
        put(&self.sheet, None);
        let mut place = self.desk.write().await;
        let Some(desk) = place.take() else { return };
        let closing = self.closing.begins().await;
        drop(place);
        if !self.leaving.load(Ordering::Relaxed) {
            page::anew(&self.app).await;
        }
        let copies = self.file().ok().filter(|file| !backups::is_own(self, file)).and_then(|_| backups::place(self));
        let steps = self.closing.steps();
        let closed = on_a_thread(move || match copies {
            Some(copies) => block_on(consultations::close_and_back_up(desk, &copies, &steps)),
            None => block_on(consultations::close(desk)),
        })
        .await;
        self.closing.ended(closed.err());
        drop(closing);
    }
}

/// On a thread of its own: to make a key of a passphrase takes long on purpose.
pub(crate) async fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    let done = spawn_blocking(work).await;
    done.map_err(|error| refused("not-done", &format!("It could not be done: {error}.")))?
}

/// Says in which language labels are to be read.
pub(crate) async fn speak(room: &Room, language: String) -> Result<(), AppError> {
    put(&room.language, language.clone());
    if let Some(desk) = room.desk.read().await.as_ref() {
        desk.speak(&language);
    }
    Ok(())
}
