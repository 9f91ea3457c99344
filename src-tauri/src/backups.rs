//! Where copies of a consultation go when it is closed. Chosen in a dialog of the system, and kept in the program's own
//! folder.

use std::path::{Path, PathBuf};

use anteroom_app::AppError;
use serde::{Deserialize, Serialize};
use tauri::Manager;
use tokio::fs;

use crate::dialog;
use crate::room::{Room, refused};

#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    place: Option<PathBuf>,
}

fn file(room: &Room) -> Result<PathBuf, AppError> {
    let folder = room.app.path().app_config_dir();
    let folder = folder.map_err(|error| refused("disk", &format!("There is no folder for settings: {error}.")))?;
    Ok(folder.join("backups.json"))
}

/// The folder for copies; `None` where nobody wants any. What cannot be read was never kept.
pub(crate) async fn place(room: &Room) -> Option<PathBuf> {
    let kept = fs::read(file(room).ok()?).await.unwrap_or_default();
    serde_json::from_slice::<Kept>(&kept).unwrap_or_default().place
}

async fn keep(room: &Room, place: Option<PathBuf>) -> Result<String, AppError> {
    let failed = |why: String| refused("cannot-keep-look", &format!("The setting could not be kept: {why}."));
    let file = file(room)?;
    let kept = serde_json::to_vec(&Kept { place }).map_err(|error| failed(error.to_string()))?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).await.map_err(|error| failed(error.to_string()))?;
    }
    fs::write(file, kept).await.map_err(|error| failed(error.to_string()))?;
    backups(room).await
}

/// Where copies go, to be shown; empty where nobody wants any.
pub(crate) async fn backups(room: &Room) -> Result<String, AppError> {
    Ok(place(room).await.map(|place| place.display().to_string()).unwrap_or_default())
}

/// Asks where copies are to go; whoever closes the dialog leaves everything as it was.
pub(crate) async fn choose_backups(room: &Room) -> Result<String, AppError> {
    let beside = place(room).await;
    match dialog::folder(room, beside).await? {
        Some(folder) => keep(room, Some(folder)).await,
        None => backups(room).await,
    }
}

/// From now on none are made. Those that are there stay.
pub(crate) async fn no_backups(room: &Room) -> Result<String, AppError> {
    keep(room, None).await
}

/// Whether this consultation is copied: what shows or trains something is not.
pub(crate) fn is_own(room: &Room, consultation: &Path) -> bool {
    room.app.path().app_data_dir().is_ok_and(|folder| consultation.starts_with(folder))
}
