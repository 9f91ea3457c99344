//! A new consultation, and what guards it: its recovery sheet, its passphrase, the PIN of this computer.

use std::io::Write as _;
use std::path::Path;

use anteroom_app::consultations::{Days, FrameworkView};
use anteroom_app::desk::now;
use anteroom_app::{AppError, Unlock, consultations, programme, say};
use serde::{Deserialize, Serialize};
use tauri::async_runtime::block_on;

use crate::dialog::{self, Kind};
use crate::page;
use crate::printing::{self, Printed};
use crate::room::{Room, Secret, inside, on_a_thread, put, refused};

/// What a new consultation begins with.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct NewConsultation {
    pub(crate) name: String,
    pub(crate) framework: String,
    /// Midnight of the first and the last day, milliseconds since 1970, UTC, as far as they are known.
    pub(crate) starts: Option<i64>,
    pub(crate) ends: Option<i64>,
    #[cfg_attr(test, ts(as = "String"))]
    pub(crate) passphrase: Secret,
}

/// The words that open a consultation when its passphrase is lost, and which of them are to be read back, from 1.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SheetView {
    pub(crate) words: Vec<String>,
    pub(crate) asked: Vec<u32>,
}

/// The frameworks there are.
pub(crate) async fn frameworks(room: &Room) -> Result<Vec<FrameworkView>, AppError> {
    consultations::frameworks(&room.language())
}

/// Asks where a new or a restored consultation of this name is to be. Says the place; empty where the dialog was closed.
pub(crate) async fn choose_place(room: &Room, name: String) -> Result<String, AppError> {
    if let Some(file) = dialog::save(room, &name, Kind { name: "Anteroom", ending: "anteroom" }).await? {
        put(&room.place, Some(file));
    }
    Ok(inside(&room.place).map(|file| file.display().to_string()).unwrap_or_default())
}

/// Makes the consultation where it was chosen to be, and shows its recovery sheet.
pub(crate) async fn found(room: &Room, new: NewConsultation) -> Result<SheetView, AppError> {
    let file = inside(&room.place).ok_or_else(|| refused("no-place", "No place is chosen."))?;
    let (made, NewConsultation { name, framework, starts, ends, passphrase: Secret(passphrase) }) = (file.clone(), new);
    let making = move || block_on(consultations::create(&made, &framework, &name, Days { starts, ends }, &passphrase));
    let sheet = room.make(file.clone(), making).await?;
    put(&room.place, None);
    put(&room.sheet, Some(sheet));
    room.remember(&room.recents().opened(&file, now()).with_sheet(&file, true));
    shown(room)
}

/// The recovery sheet, until it has been read back or the consultation is closed.
pub(crate) async fn sheet(room: &Room) -> Result<Option<SheetView>, AppError> {
    inside(&room.sheet).is_some().then(|| shown(room)).transpose()
}

fn shown(room: &Room) -> Result<SheetView, AppError> {
    let words = inside(&room.sheet).ok_or_else(gone)?.words();
    let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
    Ok(SheetView { words, asked: ASKED.to_vec() })
}

/// One word near the beginning, one in the middle, one at the end: whoever has these has copied all.
const ASKED: [u32; 3] = [2, 7, 12];

fn gone() -> AppError {
    refused("sheet-gone", "The recovery sheet is no longer shown.")
}

/// Whether these are the words asked for; then the sheet is not shown any more.
pub(crate) async fn read_back(room: &Room, typed: Vec<String>) -> Result<bool, AppError> {
    let words = inside(&room.sheet).ok_or_else(gone)?.words();
    let words: Vec<_> = words.split(' ').collect();
    let asked = ASKED.iter().filter_map(|at| words.get(*at as usize - 1));
    let right =
        typed.len() == ASKED.len() && asked.zip(&typed).all(|(word, typed)| typed.trim().eq_ignore_ascii_case(word));
    if right {
        settle(room)?;
    }
    Ok(right)
}

fn settle(room: &Room) -> Result<(), AppError> {
    put(&room.sheet, None);
    room.remember(&room.recents().with_sheet(&room.file()?, false));
    Ok(())
}

/// Writes the sheet where a person chooses, to be printed there. Says under which name; none where the dialog was closed.
pub(crate) async fn save_sheet(room: &Room) -> Result<Option<String>, AppError> {
    let SheetView { words, .. } = shown(room)?;
    let name = programme::overview(&*room.desk().await?).await?.name;
    let language = room.language();
    let title = say(&language, "sheet-file", &[("name", &name)]);
    let Some(file) = dialog::save(room, &title, Kind { name: "Text", ending: "txt" }).await? else {
        return Ok(None);
    };
    let name_of_file = file.file_name().map(|name| name.to_string_lossy().into_owned());
    let numbered: Vec<_> = words.iter().enumerate().map(|(at, word)| format!("{:>2}. {word}", at + 1)).collect();
    let text = say(&language, "recovery-sheet-text", &[("name", &name), ("words", &numbered.join("\n"))]);
    let failed = |error: std::io::Error| refused("disk", &format!("The sheet could not be written: {error}."));
    on_a_thread(move || write_for_oneself(&file, &text).map_err(failed)).await?;
    Ok(name_of_file)
}

/// Writes what no other user of this computer is to read, in place of what may have been there.
fn write_for_oneself(file: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    #[cfg(unix)]
    {
        let mine = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        // A stick knows no owners; there is nothing to take from anyone then.
        file.set_permissions(mine).ok();
    }
    file.write_all(text.as_bytes())
}

/// Prints what stands on the page: its rules for paper show the sheet and nothing else.
pub(crate) async fn print_sheet(room: &Room) -> Result<Printed, AppError> {
    shown(room)?;
    let Some(window) = page::window(&room.app) else { return Ok(Printed::CalledOff) };
    printing::print(&window).await
}

/// Whether these words open the chosen consultation: for a sheet that was put away unread.
///
/// # Errors
/// `wrong-recovery-words`, `not-recovery-words`.
pub(crate) async fn check_sheet(room: &Room, Secret(words): Secret) -> Result<(), AppError> {
    let (file, unlock) = (room.file()?, Unlock::recovery(&words)?);
    on_a_thread(move || consultations::is_opened_by(&file, &unlock)).await?;
    settle(room)
}

/// Gives the open consultation another passphrase; the recovery sheet stays as it is.
pub(crate) async fn renew(room: &Room, Secret(new): Secret) -> Result<(), AppError> {
    consultations::renew(&*room.desk().await?, &new).await
}

/// Lets this computer's keyring open it, together with a PIN.
pub(crate) async fn set_pin(room: &Room, Secret(pin): Secret) -> Result<(), AppError> {
    consultations::remember(&*room.desk().await?, &pin).await
}

/// Takes that back.
pub(crate) async fn forget_pin(room: &Room) -> Result<(), AppError> {
    consultations::forget(&*room.desk().await?).await
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn nobody_else_reads_what_takes_the_place_of_a_file_that_all_could_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sheet.txt");
        fs::write(&file, "something that was longer than the twelve words").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        write_for_oneself(&file, "twelve words").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "twelve words");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
