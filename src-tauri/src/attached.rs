//! Files that a person attaches to a contribution, and takes out again. Their places come from dialogs of the system or from
//! a drop, never from the page.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use anteroom_app::{AppError, attachments};
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, WindowEvent};

use crate::room::Room;
use crate::{dialog, handed, tables};

/// Lets a person choose files and attaches them; says how many, none where the dialog was closed.
pub(crate) async fn attach(room: &Room, contribution: String) -> Result<u32, AppError> {
    let files = dialog::open_several(room).await?;
    attachments::attach(&*room.desk().await?, &contribution, &files).await
}

/// The files that were dropped on the window last, until they are attached or others are dropped.
#[derive(Debug, Default)]
pub(crate) struct Dropped(Mutex<Vec<PathBuf>>);

/// The event that tells of files that were dropped on the window: how many.
const DROPPED: &str = "files-dropped";

/// Takes what was dropped on the window: one table is to be imported, hand-over files to be taken in, anything else to be attached to what is open.
pub(crate) fn dropped(app: &AppHandle, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else { return };
    if let [file] = paths.as_slice()
        && tables::may_be_one(file)
    {
        return tables::dropped(app, file);
    }
    if handed::may_be(paths) {
        return handed::dropped(app, paths.clone());
    }
    app.state::<Room>().dropped.keep(paths.clone());
    // A page that is gone needs not be told.
    app.emit(DROPPED, paths.len()).ok();
}

impl Dropped {
    fn keep(&self, files: Vec<PathBuf>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = files;
    }

    pub(crate) fn forget(&self) {
        self.keep(Vec::new());
    }

    fn take(&self) -> Vec<PathBuf> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Attaches the files that were dropped on the window last; says how many.
pub(crate) async fn attach_dropped(room: &Room, contribution: String) -> Result<u32, AppError> {
    let files = room.dropped.take();
    attachments::attach(&*room.desk().await?, &contribution, &files).await
}

/// Writes an attached file where a person says; `false` where nobody says where.
pub(crate) async fn save(room: &Room, attachment: String) -> Result<bool, AppError> {
    let name = attachments::name(&*room.desk().await?, &attachment).await?;
    let Some(to) = dialog::save_as(room, &name).await? else { return Ok(false) };
    attachments::save(&*room.desk().await?, &attachment, &to).await?;
    Ok(true)
}
