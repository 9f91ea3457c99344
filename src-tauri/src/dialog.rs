//! Dialogs of the system. Every path comes from one of them, never from the page.

use std::path::{Path, PathBuf};

use anteroom_app::AppError;
use rfd::{AsyncFileDialog, FileHandle};
use tauri::Manager;

use crate::room::{Room, refused};

/// A kind of file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind<'a> {
    /// As the dialog calls it.
    pub(crate) name: &'a str,
    /// Without the dot.
    pub(crate) ending: &'a str,
}

/// Asks for a folder; `None` where the dialog was closed.
pub(crate) async fn folder(room: &Room, beside: Option<PathBuf>) -> Result<Option<PathBuf>, AppError> {
    Ok(ask(room, AsyncFileDialog::new(), beside, AsyncFileDialog::pick_folder).await?.as_ref().map(path))
}

/// Asks for a file to read, of a kind that has one of these endings; any where there are none. `None` where the dialog was
/// closed.
pub(crate) async fn open(room: &Room, name: &str, endings: &[&str]) -> Result<Option<PathBuf>, AppError> {
    let dialog = AsyncFileDialog::new();
    let dialog = if endings.is_empty() { dialog } else { dialog.add_filter(name, endings) };
    Ok(ask(room, dialog, None, AsyncFileDialog::pick_file).await?.as_ref().map(path))
}

/// Asks where to write a file; `None` where the dialog was closed. Its name is proposed from a title; its ending is the
/// kind's. Whoever chooses one that is there has been asked whether it may be replaced.
pub(crate) async fn save(room: &Room, title: &str, kind: Kind<'_>) -> Result<Option<PathBuf>, AppError> {
    let mut proposed = format!("{}.{}", file_name(title), kind.ending);
    let mut beside = None;
    loop {
        let dialog = AsyncFileDialog::new().set_file_name(&proposed).add_filter(kind.name, &[kind.ending]);
        let Some(chosen) = ask(room, dialog, beside, AsyncFileDialog::save_file).await? else { return Ok(None) };
        let (chosen, file) = (path(&chosen), with_ending(path(&chosen), kind.ending));
        // The system asked about the name that was typed, not about the one with its ending.
        if file == chosen || !file.is_file() {
            return Ok(Some(file));
        }
        proposed = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        beside = file.parent().map(Path::to_owned);
    }
}

/// Asks for files to read, of any kind; none where the dialog was closed.
pub(crate) async fn open_several(room: &Room) -> Result<Vec<PathBuf>, AppError> {
    let files = ask(room, AsyncFileDialog::new(), None, AsyncFileDialog::pick_files).await?;
    Ok(files.iter().flatten().map(|file| file.path().to_owned()).collect())
}

/// Asks where to write a file that has a name; `None` where the dialog was closed.
pub(crate) async fn save_as(room: &Room, name: &str) -> Result<Option<PathBuf>, AppError> {
    let dialog = AsyncFileDialog::new().set_file_name(file_name(name));
    Ok(ask(room, dialog, None, AsyncFileDialog::save_file).await?.as_ref().map(path))
}

fn path(file: &FileHandle) -> PathBuf {
    file.path().to_owned()
}

/// A title as a file can be called on every system.
fn file_name(title: &str) -> String {
    let forbidden = |letter: char| letter.is_control() || r#"/\:*?"<>|"#.contains(letter);
    let name: String = title.chars().map(|letter| if forbidden(letter) { ' ' } else { letter }).take(80).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() { "anteroom".to_owned() } else { name.to_owned() }
}

fn with_ending(file: PathBuf, ending: &str) -> PathBuf {
    if file.extension().is_some_and(|known| known.eq_ignore_ascii_case(ending)) {
        return file;
    }
    let mut name = file.into_os_string();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// A dialog belongs to the window's own thread; its answer is waited for here.
async fn ask<Asking, Chosen>(
    room: &Room,
    mut dialog: AsyncFileDialog,
    beside: Option<PathBuf>,
    how: impl FnOnce(AsyncFileDialog) -> Asking + Send + 'static,
) -> Result<Option<Chosen>, AppError>
where
    Asking: Future<Output = Option<Chosen>> + Send + 'static,
    Chosen: Send + 'static,
{
    let (answer, chosen) = tokio::sync::oneshot::channel();
    let app = room.app.clone();
    let asked = room.app.run_on_main_thread(move || {
        if let Some(window) = crate::page::window(&app) {
            dialog = dialog.set_parent(&window);
        }
        // What was used last says nothing about where this is to be.
        if let Some(folder) = beside.or_else(|| app.path().home_dir().ok()) {
            dialog = dialog.set_directory(folder);
        }
        let asking = how(dialog);
        tauri::async_runtime::spawn(async move { answer.send(asking.await) });
    });
    asked.map_err(|error| refused("no-dialog", &format!("The dialog could not open: {error}.")))?;
    Ok(chosen.await.ok().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        for (title, name) in [
            ("2. Borders: rights/duties?", "2. Borders rights duties"),
            ("UNECE regional review", "UNECE regional review"),
            (" ... ", "anteroom"),
            ("مذكرة", "مذكرة"),
        ] {
            assert_eq!(file_name(title), name);
        }
        assert!(file_name(&"x".repeat(500)).len() < 100);
    }

    #[test]
    fn an_ending_is_added_where_it_lacks() {
        assert_eq!(with_ending("/x/a.b".into(), "docx"), Path::new("/x/a.b.docx"));
        assert_eq!(with_ending("/x/a.Docx".into(), "docx"), Path::new("/x/a.Docx"));
    }
}
