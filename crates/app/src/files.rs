//! Files that a person asked for: whole, or not there.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::error::{AppError, of_system};

/// Writes `bytes` beside `to`, makes them durable, and only then gives them the name, which is made durable too.
///
/// # Errors
/// `cannot-write`, with what the system said; nothing is left behind then.
pub(crate) fn write_whole(to: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let failed = |error: std::io::Error| {
        AppError::new("cannot-write", &[("path", &to.display().to_string())]).because(of_system(error.kind()))
    };
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = to.with_file_name(name);
    let written = File::create(&part).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    written.and_then(|()| fs::rename(&part, to)).map_err(|error| {
        // What cannot be removed was not written either.
        fs::remove_file(&part).ok();
        failed(error)
    })?;
    sync_folder_of(to).map_err(failed)
}

/// Makes a new name last. Only Unix lets a folder be synced.
fn sync_folder_of(file: &Path) -> std::io::Result<()> {
    if cfg!(unix) {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Reads a file that a person named.
///
/// # Errors
/// `cannot-read`, with what the system said.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, AppError> {
    fs::read(file).map_err(|error| cannot_read(file, &error))
}

pub(crate) fn cannot_read(file: &Path, error: &std::io::Error) -> AppError {
    AppError::new("cannot-read", &[("path", &file.display().to_string())]).because(of_system(error.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("brief.docx");
        write_whole(&to, b"one").unwrap();
        write_whole(&to, b"two").unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"two");
        assert_eq!(write_whole(&folder.path().join("nowhere/brief.docx"), b"x").unwrap_err().code, "cannot-write");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left behind");
    }
}
