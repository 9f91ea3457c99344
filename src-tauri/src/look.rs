//! How the window looks, as a person left it. Kept in the program's own folder, because the web view keeps nothing.

use std::fs;
use std::path::PathBuf;

use anteroom_app::AppError;
use serde::{Deserialize, Serialize};
use tauri::Manager;

use crate::room::{Room, refused};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    Light,
    Dark,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Look {
    pub(crate) theme: Theme,
    /// BCP 47; empty: as the system has it.
    pub(crate) language: String,
}

fn file(room: &Room) -> Result<PathBuf, AppError> {
    let folder = room.app.path().app_config_dir();
    let folder = folder.map_err(|error| refused("cannot-keep-look", &format!("There is no folder for settings: {error}.")))?;
    Ok(folder.join("look.json"))
}

/// What cannot be read was never kept: the window looks as the system does.
pub(crate) async fn look(room: &Room) -> Result<Look, AppError> {
    let kept = fs::read(file(room)?).ok();
    Ok(kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
}

pub(crate) async fn keep(room: &Room, look: Look) -> Result<Look, AppError> {
    let failed = |why: String| refused("cannot-keep-look", &format!("The setting could not be kept: {why}."));
    let file = file(room)?;
    let bytes = serde_json::to_vec(&look).map_err(|error| failed(error.to_string()))?;
    let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(&file, bytes)).map_err(|error| failed(error.to_string()))?;
    Ok(look)
}
