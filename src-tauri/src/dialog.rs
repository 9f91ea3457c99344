//! Dialogs of the system. Every path comes from one of them, never from the page.

use std::path::{Path, PathBuf};

use anteroom_app::{AppError, say};
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
    one(room, Asked { folder: beside, ..Asked::of(What::Folder) }).await
}

/// Asks for a file to read, of a kind that has one of these endings; any where there are none. `None` where the dialog was
/// closed.
pub(crate) async fn open(room: &Room, name: &str, endings: &[&str]) -> Result<Option<PathBuf>, AppError> {
    let endings = endings.iter().map(|&ending| ending.to_owned()).collect();
    one(room, Asked { kind: name.to_owned(), endings, ..Asked::of(What::File) }).await
}

/// Asks where to write a file; `None` where the dialog was closed. Its name is proposed from a title; its ending is the
/// kind's. Whoever chooses one that is there has been asked whether it may be replaced.
pub(crate) async fn save(room: &Room, title: &str, kind: Kind<'_>) -> Result<Option<PathBuf>, AppError> {
    let mut name = format!("{}.{}", file_name(title), kind.ending);
    let mut folder = None;
    loop {
        let endings = vec![kind.ending.to_owned()];
        let asked = Asked { kind: kind.name.to_owned(), endings, name, folder, ..Asked::of(What::Place) };
        let Some(chosen) = one(room, asked).await? else { return Ok(None) };
        let file = with_ending(chosen.clone(), kind.ending);
        // The system asked about the name that was typed, not about the one with its ending.
        if file == chosen || !file.is_file() {
            return Ok(Some(file));
        }
        name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        folder = file.parent().map(Path::to_owned);
    }
}

/// Asks for files to read, of any kind; none where the dialog was closed.
pub(crate) async fn open_several(room: &Room) -> Result<Vec<PathBuf>, AppError> {
    ask(room, Asked::of(What::Files)).await
}

/// Asks where to write a file that has a name; `None` where the dialog was closed.
pub(crate) async fn save_as(room: &Room, name: &str) -> Result<Option<PathBuf>, AppError> {
    one(room, Asked { name: file_name(name), ..Asked::of(What::Place) }).await
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

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Folder,
    File,
    Files,
    /// Where a file is to be written.
    Place,
}

/// A question to a person, as a dialog of the system puts it.
#[derive(Debug)]
struct Asked {
    what: What,
    /// What the dialog is called.
    title: String,
    /// What the kind of file is called that has one of the endings; any file may be chosen where there are none.
    kind: String,
    endings: Vec<String>,
    /// The name that is proposed; none where it is empty.
    name: String,
    /// Where it begins.
    folder: Option<PathBuf>,
}

impl Asked {
    fn of(what: What) -> Self {
        let (title, kind, name) = Default::default();
        Self { what, title, kind, endings: Vec::new(), name, folder: None }
    }
}

async fn one(room: &Room, asked: Asked) -> Result<Option<PathBuf>, AppError> {
    Ok(ask(room, asked).await?.into_iter().next())
}

/// A dialog belongs to the window's own thread; its answer is waited for here. Nothing where it was closed.
async fn ask(room: &Room, mut asked: Asked) -> Result<Vec<PathBuf>, AppError> {
    let language = room.language();
    asked.title = match asked.what {
        What::Folder => say(&language, "dialog-folder", &[]),
        What::File => say(&language, "dialog-file", &[]),
        What::Files => say(&language, "dialog-files", &[]),
        What::Place => say(&language, "dialog-place", &[]),
    };
    // What was used last says nothing about where this is to be.
    asked.folder = asked.folder.or_else(|| room.app.path().home_dir().ok());
    let (answer, chosen) = tokio::sync::oneshot::channel();
    let app = room.app.clone();
    let shown = room.app.run_on_main_thread(move || {
        system::show(crate::page::window(&app).as_ref(), &asked, move |files| _ = answer.send(files));
    });
    shown.map_err(|error| refused("no-dialog", &format!("The dialog could not open: {error}.")))?;
    Ok(chosen.await.unwrap_or_default())
}

/// GTK is asked itself, on the one thread that may speak to it.
#[cfg(target_os = "linux")]
mod system {
    use std::cell::Cell;
    use std::path::PathBuf;

    use gtk::prelude::{FileChooserExt as _, NativeDialogExt as _};
    use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType};
    use tauri::WebviewWindow;

    use super::{Asked, What};

    pub(super) fn show(window: Option<&WebviewWindow>, asked: &Asked, answer: impl FnOnce(Vec<PathBuf>) + 'static) {
        let action = match asked.what {
            What::Folder => FileChooserAction::SelectFolder,
            What::File | What::Files => FileChooserAction::Open,
            What::Place => FileChooserAction::Save,
        };
        let parent = window.and_then(|window| window.gtk_window().ok());
        let dialog = FileChooserNative::new(Some(&asked.title), parent.as_ref(), action, None, None);
        dialog.set_modal(true);
        dialog.set_select_multiple(asked.what == What::Files);
        dialog.set_do_overwrite_confirmation(true);
        if !asked.endings.is_empty() {
            let filter = FileFilter::new();
            filter.set_name(Some(&asked.kind));
            asked.endings.iter().for_each(|ending| filter.add_pattern(&format!("*.{ending}")));
            dialog.add_filter(filter);
        }
        if let Some(folder) = &asked.folder {
            dialog.set_current_folder(folder);
        }
        if asked.what == What::Place {
            dialog.set_current_name(&asked.name);
        }
        // Nobody else holds it while it stands there.
        let held = Cell::new(Some((dialog.clone(), answer)));
        dialog.connect_response(move |_, response| {
            let Some((dialog, answer)) = held.take() else { return };
            answer(if response == ResponseType::Accept { dialog.filenames() } else { Vec::new() });
            dialog.destroy();
        });
        dialog.show();
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::path::PathBuf;

    use rfd::{AsyncFileDialog, FileHandle};
    use tauri::WebviewWindow;

    use super::{Asked, What};

    pub(super) fn show(
        window: Option<&WebviewWindow>,
        asked: Asked,
        answer: impl FnOnce(Vec<PathBuf>) + Send + 'static,
    ) {
        let mut dialog = AsyncFileDialog::new().set_title(&asked.title);
        if let Some(window) = window {
            dialog = dialog.set_parent(window);
        }
        if !asked.endings.is_empty() {
            dialog = dialog.add_filter(&asked.kind, &asked.endings);
        }
        if let Some(folder) = &asked.folder {
            dialog = dialog.set_directory(folder);
        }
        if !asked.name.is_empty() {
            dialog = dialog.set_file_name(&asked.name);
        }
        let path = |file: &FileHandle| file.path().to_owned();
        match asked.what {
            What::Folder => {
                answers(dialog.pick_folder(), move |file| answer(file.as_ref().map(path).into_iter().collect()))
            }
            What::File => {
                answers(dialog.pick_file(), move |file| answer(file.as_ref().map(path).into_iter().collect()))
            }
            What::Place => {
                answers(dialog.save_file(), move |file| answer(file.as_ref().map(path).into_iter().collect()))
            }
            What::Files => answers(dialog.pick_files(), move |files| {
                answer(files.iter().flatten().map(path).collect());
            }),
        }
    }

    fn answers<Chosen: 'static>(
        asking: impl Future<Output = Chosen> + Send + 'static,
        heard: impl FnOnce(Chosen) + Send + 'static,
    ) {
        tauri::async_runtime::spawn(async move { heard(asking.await) });
    }
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
