//! Where copies of a consultation go when it is closed. Chosen in a dialog of the system, and kept in the program's own
//! folder.

use std::path::{Path, PathBuf};

use anteroom_app::{AppError, consultations};
use serde::{Deserialize, Serialize};
use tauri::Manager;

use crate::dialog;
use crate::room::Room;
use crate::settings;

#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    place: Option<PathBuf>,
}

/// The name of its file.
const KEPT: &str = "backups.json";

/// The folder for copies; `None` where nobody wants any.
pub(crate) fn place(room: &Room) -> Option<PathBuf> {
    settings::read::<Kept>(room, KEPT).place
}

async fn keep(room: &Room, place: Option<PathBuf>) -> Result<String, AppError> {
    settings::keep(room, KEPT, &Kept { place })?;
    backups(room).await
}

/// Where copies go, to be shown; empty where nobody wants any.
pub(crate) async fn backups(room: &Room) -> Result<String, AppError> {
    Ok(place(room).map(|place| place.display().to_string()).unwrap_or_default())
}

/// Asks where copies are to go; whoever closes the dialog leaves everything as it was.
pub(crate) async fn choose_backups(room: &Room) -> Result<String, AppError> {
    let beside = place(room);
    match dialog::folder(room, beside).await? {
        Some(folder) => keep(room, Some(folder)).await,
        None => backups(room).await,
    }
}

/// From now on none are made. Those that are there stay.
pub(crate) async fn no_backups(room: &Room) -> Result<String, AppError> {
    keep(room, None).await
}

/// Whether a folder is one of the copies: what would be recorded in it goes with it when newer copies take its place.
pub(crate) fn is_copy(room: &Room, folder: &Path) -> bool {
    let name = folder.file_stem().unwrap_or_default().to_string_lossy();
    let beside = folder.parent().and_then(|parent| parent.canonicalize().ok());
    consultations::copied_name(&name) != name
        && place(room).and_then(|place| place.canonicalize().ok()).is_some_and(|place| beside == Some(place))
}

/// Whether this consultation is copied: what shows or trains something is not.
pub(crate) fn is_own(room: &Room, consultation: &Path) -> bool {
    room.app.path().app_data_dir().is_ok_and(|folder| consultation.starts_with(folder))
}
