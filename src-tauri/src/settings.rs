//! What the program itself remembers from one time to the next, each in a small file in its own folder. What cannot be read
//! was never kept.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anteroom_app::AppError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tauri::Manager;

use crate::room::{Room, refused};

fn place(room: &Room, name: &str) -> Result<PathBuf, AppError> {
    let folder = room.app.path().app_config_dir().map_err(|error| failed(&error.to_string()))?;
    Ok(folder.join(name))
}

fn failed(why: &str) -> AppError {
    refused("cannot-keep-look", &format!("The setting could not be kept: {why}."))
}

pub(crate) fn read<T: DeserializeOwned + Default>(room: &Room, name: &str) -> T {
    place(room, name).map(|place| read_from(&place)).unwrap_or_default()
}

/// # Errors
/// `cannot-keep-look`; what was kept before is as it was then.
pub(crate) fn keep<T: Serialize>(room: &Room, name: &str, kept: &T) -> Result<(), AppError> {
    keep_in(&place(room, name)?, kept).map_err(|error| failed(&error.to_string()))
}

fn read_from<T: DeserializeOwned + Default>(place: &Path) -> T {
    serde_json::from_slice(&fs::read(place).unwrap_or_default()).unwrap_or_default()
}

fn keep_in<T: Serialize>(place: &Path, kept: &T) -> io::Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    let part = place.with_extension("part");
    let mut file = File::create(&part)?;
    file.write_all(&serde_json::to_vec(kept)?)?;
    file.sync_all()?;
    fs::rename(part, place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_back_and_what_is_damaged_was_never_kept() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("config/numbers.json");
        assert!(read_from::<Vec<u32>>(&place).is_empty());
        keep_in(&place, &[1, 2]).unwrap();
        assert_eq!(read_from::<Vec<u32>>(&place), vec![1, 2]);
        fs::write(&place, b"[1,").unwrap();
        assert!(read_from::<Vec<u32>>(&place).is_empty());
        assert!(keep_in(&folder.path().join("config/numbers.json/x.json"), &[1]).is_err(), "a file is no folder");
    }
}
