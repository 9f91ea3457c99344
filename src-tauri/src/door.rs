//! Before a consultation is open: which one it is to be, and the ways in. Paths come from the command line, from a dialog of
//! the system, or from what was opened here before, never from the page.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use anteroom_app::consultations::Steps;
use anteroom_app::model::view::OverviewView;
use anteroom_app::{AppError, Disk, Passphrase, Unlock, consultations, disk, exchange, sample, say};
use serde::Serialize;
use tauri::Manager;
use tauri::async_runtime::block_on;

use crate::backups;
use crate::dialog::{self, Kind};
use crate::handed;
use crate::recent::Recent;
use crate::room::{Room, Secret, on_a_thread, refused};

/// What stands before the page.
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Threshold {
    /// The name of the chosen folder, without its ending; empty while none is chosen.
    pub(crate) name: String,
    /// Where it lies.
    pub(crate) place: String,
    pub(crate) open: bool,
    /// Whether this computer's keyring opens it, together with a PIN.
    pub(crate) has_pin: bool,
    /// Whether an organiser can help where its passphrase is forgotten.
    pub(crate) helped: bool,
    /// What is chosen is a backup, and this the name of what it is one of; nothing where it is none.
    pub(crate) backup_of: Option<String>,
    /// Where that one is still, of what was opened on this computer; empty where it is not known to be anywhere.
    pub(crate) still_at: String,
    /// Whether a copy is written each time it is closed.
    pub(crate) is_copied: bool,
    /// Whether nobody has shown yet that the recovery sheet can be read.
    pub(crate) sheet_unread: bool,
    /// Whether the system encrypts the disk on which it lies; nothing where it does not say.
    pub(crate) disk_encrypted: Option<bool>,
    /// The last opened first.
    pub(crate) recent: Vec<RecentView>,
}

/// A consultation that was opened on this computer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct RecentView {
    pub(crate) name: String,
    pub(crate) place: String,
    /// Milliseconds since 1970, UTC.
    pub(crate) opened_at: i64,
    /// Whether it is still where it was.
    pub(crate) there: bool,
}

pub(crate) async fn threshold(room: &Room) -> Result<Threshold, AppError> {
    let file = room.file().unwrap_or_default();
    let recents = room.recents();
    let (name, place) = shown(&file);
    let recent = recents.all().iter().map(|recent| {
        let (name, place) = shown(&recent.file);
        RecentView { name, place, opened_at: recent.opened_at, there: recent.file.is_dir() }
    });
    let is_backup = room.is_backup.load(Ordering::Relaxed);
    let still = |it: &&Recent| {
        is_backup && it.file != file && !backups::is_copy(room, &it.file) && consultations::is_same(&it.file, &file)
    };
    let still_at = recents.all().iter().find(still).map(|it| it.file.display().to_string());
    Ok(Threshold {
        backup_of: is_backup.then(|| consultations::copied_name(&name).to_owned()),
        still_at: still_at.unwrap_or_default(),
        is_copied: backups::place(room).is_some() || backups::is_own(room, &file),
        name,
        place,
        open: room.is_open().await,
        has_pin: consultations::is_remembered(&file).unwrap_or(false),
        helped: exchange::can_be_helped(&file).unwrap_or(false),
        sheet_unread: recents.of(&file).is_some_and(|recent| recent.sheet_unread),
        disk_encrypted: match disk(&file) {
            Disk::Encrypted => Some(true),
            Disk::Open => Some(false),
            Disk::Unknown => None,
        },
        recent: recent.collect(),
    })
}

/// A folder's name without its ending, and where it lies.
fn shown(file: &Path) -> (String, String) {
    let said = |path: Option<&Path>| path.map(|path| path.display().to_string()).unwrap_or_default();
    (said(file.file_stem().map(Path::new)), said(file.parent()))
}

/// Asks in a dialog of the system; whoever closes it leaves everything as it was. What is no consultation is said to be none
/// before anybody types a passphrase for it.
///
/// # Errors
/// `not-a-consultation`, or what is wrong with its keys.
pub(crate) async fn choose(room: &Room) -> Result<Threshold, AppError> {
    let beside = room.file().ok().and_then(|file| file.parent().map(Path::to_owned));
    if let Some(folder) = dialog::folder(room, beside).await? {
        consultations::is_remembered(&folder)?;
        room.choose(Some(folder)).await;
    }
    threshold(room).await
}

/// The same for a backup, out of which a consultation is made somewhere else.
///
/// # Errors
/// As `choose`.
pub(crate) async fn choose_backup(room: &Room) -> Result<Threshold, AppError> {
    if let Some(folder) = dialog::folder(room, backups::place(room)).await? {
        consultations::is_remembered(&folder)?;
        room.choose_backup(folder).await;
    }
    threshold(room).await
}

/// Chooses one of those opened before, by its place in the list.
pub(crate) async fn pick(room: &Room, at: u32) -> Result<Threshold, AppError> {
    let file = recent(room, at)?;
    room.choose(Some(file)).await;
    threshold(room).await
}

/// Takes one off the list. Its folder stays as it is.
pub(crate) async fn forget_recent(room: &Room, at: u32) -> Result<Threshold, AppError> {
    let file = recent(room, at)?;
    room.remember(&room.recents().without(&file));
    threshold(room).await
}

fn recent(room: &Room, at: u32) -> Result<PathBuf, AppError> {
    let recents = room.recents();
    let recent = usize::try_from(at).ok().and_then(|at| recents.all().get(at));
    recent.map(|recent| recent.file.clone()).ok_or_else(|| refused("nothing-chosen", "No consultation is chosen."))
}

/// Back to where one chooses.
pub(crate) async fn leave(room: &Room) -> Result<Threshold, AppError> {
    room.choose(None).await;
    threshold(room).await
}

/// Closes it: no key and no word of it stays in memory. The page that asked is gone then, unless the window goes too.
pub(crate) async fn lock(room: &Room, steps: &Steps) -> Result<(), AppError> {
    room.closing.followed(steps, room.lock()).await;
    Ok(())
}

pub(crate) async fn unlock(room: &Room, Secret(passphrase): Secret, steps: &Steps) -> Result<OverviewView, AppError> {
    room.open(Unlock::Passphrase(passphrase), steps).await
}

pub(crate) async fn unlock_with_pin(room: &Room, Secret(pin): Secret, steps: &Steps) -> Result<OverviewView, AppError> {
    room.open(Unlock::Keyring(pin), steps).await
}

pub(crate) async fn unlock_with_sheet(
    room: &Room,
    Secret(words): Secret,
    steps: &Steps,
) -> Result<OverviewView, AppError> {
    let unlock = Unlock::recovery(&words)?;
    room.open(unlock, steps).await
}

/// The passphrase is forgotten: writes what an organiser needs to help where a person says; says whether it was written.
pub(crate) async fn ask_for_help(room: &Room) -> Result<bool, AppError> {
    let file = room.file()?;
    let kind = say(&room.language(), "dialog-forgotten", &[]);
    let kind = Kind { name: &kind, ending: handed::FORGOTTEN };
    let Some(to) = dialog::save(room, &shown(&file).0, kind).await? else { return Ok(false) };
    exchange::save_letter(&file, &to)?;
    Ok(true)
}

/// What shows the invented consultation is no secret.
fn no_secret() -> Passphrase {
    Passphrase::new("illustration only".to_owned())
}

/// Opens the consultation that shows what Anteroom does, as it was left; the first time it is written.
pub(crate) async fn sample(room: &Room, steps: &Steps) -> Result<OverviewView, AppError> {
    let file = own_folder(room)?.join("sample.anteroom");
    if !file.exists() {
        let (written, steps) = (file.clone(), steps.clone());
        on_a_thread(move || block_on(sample::write(&written, &no_secret(), &steps))).await?;
    }
    room.choose(Some(file)).await;
    room.open(Unlock::Passphrase(no_secret()), steps).await
}

/// Opens a consultation to practise in, always an empty one.
pub(crate) async fn practise(room: &Room) -> Result<OverviewView, AppError> {
    let file = own_folder(room)?.join("practice.anteroom");
    room.choose(None).await;
    let (written, language) = (file.clone(), room.language());
    on_a_thread(move || {
        if written.exists() {
            // Nobody said anything in it, and it says so on every screen.
            let old = block_on(consultations::open(&written, &Unlock::Passphrase(no_secret())))?;
            block_on(consultations::remove_illustration(old))?;
        }
        block_on(sample::practice(&written, &no_secret(), &language))
    })
    .await?;
    room.choose(Some(file)).await;
    room.open(Unlock::Passphrase(no_secret()), &Steps::silent()).await
}

/// Where the program keeps consultations of its own.
fn own_folder(room: &Room) -> Result<PathBuf, AppError> {
    let folder = room.app.path().app_data_dir();
    let folder = folder.map_err(|error| refused("disk", &format!("There is no folder for the program: {error}.")))?;
    std::fs::create_dir_all(&folder).map_err(|error| refused("disk", &format!("{error}.")))?;
    Ok(folder)
}
