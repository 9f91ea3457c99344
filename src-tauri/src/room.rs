//! The consultation that the window is about: chosen, unlocked, locked. Its path comes from the command line or from a
//! dialog of the system, never from the page.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anteroom_app::desk::Desk;
use anteroom_app::model::view::OverviewView;
use anteroom_app::{AppError, Passphrase, Unlock, consultations, programme};
use serde::{Deserialize, Deserializer, Serialize};
use tauri::async_runtime::{block_on, spawn_blocking};
use tauri::{AppHandle, Emitter, Manager};
use tokio::sync::{RwLock, RwLockReadGuard};

use crate::work::Work;

/// The event that tells what may read differently now: a list of topics.
const CHANGED: &str = "changed";

/// What the window holds.
#[derive(Debug)]
pub(crate) struct Room {
    pub(crate) app: AppHandle,
    file: Mutex<Option<PathBuf>>,
    /// BCP 47, as the page has said it.
    language: Mutex<String>,
    desk: RwLock<Option<Desk>>,
    pub(crate) work: Work,
}

/// What stands before the page.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Threshold {
    /// The name of the chosen folder, without its ending; empty while none is chosen.
    pub(crate) name: String,
    /// Where it lies.
    pub(crate) place: String,
    pub(crate) open: bool,
}

/// The passphrase, on its way in: never printed, and overwritten where it is dropped.
pub(crate) struct Unlocking(Passphrase);

impl fmt::Debug for Unlocking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unlocking(…)")
    }
}

impl<'de> Deserialize<'de> for Unlocking {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|typed| Self(Passphrase::new(typed)))
    }
}

impl Room {
    pub(crate) fn new(app: AppHandle, file: Option<PathBuf>) -> Self {
        Self {
            app,
            file: Mutex::new(file),
            language: Mutex::new("en".to_owned()),
            desk: RwLock::new(None),
            work: Work::default(),
        }
    }

    fn file(&self) -> Option<PathBuf> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn language(&self) -> String {
        self.language.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A refusal in the language of the page.
    pub(crate) fn says(&self, refusal: AppError) -> AppError {
        refusal.said_in(&self.language())
    }

    /// A consultation that has just been opened: it speaks as the page does, and tells the page what changes.
    fn furnished(&self, desk: Desk) -> Desk {
        desk.speak(&self.language());
        let app = self.app.clone();
        desk.listen(move |topics| {
            // A page that is gone needs not be told.
            app.emit(CHANGED, topics).ok();
        });
        desk
    }

    /// The open consultation.
    ///
    /// # Errors
    /// `locked`.
    pub(crate) async fn desk(&self) -> Result<RwLockReadGuard<'_, Desk>, AppError> {
        RwLockReadGuard::try_map(self.desk.read().await, Option::as_ref)
            .map_err(|_| refused("locked", "The consultation is locked."))
    }
}

/// A refusal of the window itself. The page says it in the person's language, by its code.
pub(crate) fn refused(code: &str, message: &str) -> AppError {
    AppError::of_the_shell(code, message)
}

pub(crate) async fn threshold(room: &Room) -> Result<Threshold, AppError> {
    let file = room.file().unwrap_or_default();
    let shown = |path: Option<&Path>| path.map(|path| path.display().to_string()).unwrap_or_default();
    Ok(Threshold {
        name: shown(file.file_stem().map(Path::new)),
        place: shown(file.parent()),
        open: room.desk.read().await.is_some(),
    })
}

/// Asks in a dialog of the system; whoever closes it leaves everything as it was.
pub(crate) async fn choose(room: &Room) -> Result<Threshold, AppError> {
    let (answer, chosen) = tokio::sync::oneshot::channel();
    let app = room.app.clone();
    let beside = room.file().and_then(|file| file.parent().map(Path::to_owned));
    let asked = room.app.run_on_main_thread(move || {
        let mut dialog = rfd::AsyncFileDialog::new();
        if let Some(window) = app.get_webview_window("main") {
            dialog = dialog.set_parent(&window);
        }
        if let Some(folder) = beside {
            dialog = dialog.set_directory(folder);
        }
        let folder = dialog.pick_folder();
        tauri::async_runtime::spawn(async move { answer.send(folder.await) });
    });
    asked.map_err(|error| refused("no-dialog", &format!("The dialog could not open: {error}.")))?;
    if let Ok(Some(folder)) = chosen.await {
        lock(room).await?;
        *room.file.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder.path().to_owned());
    }
    threshold(room).await
}

pub(crate) async fn unlock(room: &Room, Unlocking(passphrase): Unlocking) -> Result<OverviewView, AppError> {
    let file = room.file().ok_or_else(|| refused("nothing-chosen", "No consultation is chosen."))?;
    let mut place = room.desk.write().await;
    if place.is_none() {
        // On a thread of its own: to make a key of a passphrase takes long on purpose.
        let opening = move || block_on(consultations::open(&file, &Unlock::Passphrase(passphrase)));
        let opened = spawn_blocking(opening).await;
        let desk = opened.map_err(|error| refused("not-opened", &format!("It could not be opened: {error}.")))??;
        *place = Some(room.furnished(desk));
    }
    drop(place);
    programme::overview(&*room.desk().await?).await
}

/// Says in which language labels are to be read.
pub(crate) async fn speak(room: &Room, language: String) -> Result<(), AppError> {
    language.clone_into(&mut room.language.lock().unwrap_or_else(PoisonError::into_inner));
    if let Some(desk) = room.desk.read().await.as_ref() {
        desk.speak(&language);
    }
    Ok(())
}

/// Calls off what takes long, waits for the questions that are under way, then closes.
pub(crate) async fn lock(room: &Room) -> Result<Threshold, AppError> {
    room.work.call_all_off();
    let desk = room.desk.write().await.take();
    if let Some(desk) = desk {
        consultations::close(desk).await?;
    }
    threshold(room).await
}
