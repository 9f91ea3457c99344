//! Files from and for other laptops. Their places come from dialogs of the system or from a drop, never from the page.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anteroom_app::consultations::Steps;
use anteroom_app::desk::now;
use anteroom_app::exchange::{self, AcceptanceView, HandOverInput, HelpView, Joined, PackView};
use anteroom_app::model::view::OverviewView;
use anteroom_app::model::view_exchange::{HandedOverView, MergeView, Role};
use anteroom_app::{AppError, consultations, programme, say};
use serde::{Deserialize, Serialize};
use tauri::async_runtime::block_on;
use tauri::{AppHandle, Emitter, Manager};

use crate::dialog::{self, Kind};
use crate::room::{Room, Secret, inside, on_a_thread, put, refused};

const HAND_OVER: &str = "handover";
const PACK: &str = "pack";
const INVITATION: &str = "invitation";
const ACCEPTANCE: &str = "acceptance";
pub(crate) const FORGOTTEN: &str = "forgotten";

/// The event that tells of hand-over files that were dropped on the window: how many.
const DROPPED: &str = "hand-overs-dropped";

/// What a person chose or dropped, until it is used.
#[derive(Debug, Default)]
pub(crate) struct Handed {
    dropped: Mutex<Vec<PathBuf>>,
    /// An event pack, an invitation or a first file, chosen before a consultation is there.
    chosen: Mutex<Option<PathBuf>>,
    acceptance: Mutex<Option<PathBuf>>,
    /// What came of the files that were taken in last, each by its name.
    came: Mutex<Vec<(String, Result<MergeView, AppError>)>>,
}

impl Handed {
    pub(crate) fn forget(&self) {
        put(&self.dropped, Vec::new());
        put(&self.acceptance, None);
        put(&self.came, Vec::new());
    }
}

/// What came of one file.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TakenIn {
    /// The file's name.
    pub(crate) file: String,
    /// `None`: it was refused, and nothing of it was taken in.
    pub(crate) report: Option<MergeView>,
    pub(crate) refusal: String,
}

/// Whether all of these are hand-over files, by their names.
pub(crate) fn may_be(files: &[PathBuf]) -> bool {
    let is_one = |file: &PathBuf| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(HAND_OVER));
    !files.is_empty() && files.iter().all(is_one)
}

/// Takes hand-over files that were dropped on the window, and tells the page.
pub(crate) fn dropped(app: &AppHandle, files: Vec<PathBuf>) {
    let count = files.len();
    put(&app.state::<Room>().handed.dropped, files);
    // A page that is gone needs not be told.
    app.emit(DROPPED, count).ok();
}

/// Lets a person choose hand-over files and takes them in, each whole or not at all.
pub(crate) async fn take_in(room: &Room, steps: &Steps) -> Result<Vec<TakenIn>, AppError> {
    let files = dialog::open_several(room).await?;
    take_in_all(room, &files, steps).await
}

/// The same for those that were dropped on the window.
pub(crate) async fn take_in_dropped(room: &Room, steps: &Steps) -> Result<Vec<TakenIn>, AppError> {
    let files = std::mem::take(&mut *room.handed.dropped.lock().unwrap_or_else(PoisonError::into_inner));
    take_in_all(room, &files, steps).await
}

async fn take_in_all(room: &Room, files: &[PathBuf], steps: &Steps) -> Result<Vec<TakenIn>, AppError> {
    let mut came = Vec::new();
    for (place, file) in files.iter().enumerate() {
        let next = files.get(place + 1).map(PathBuf::as_path);
        let merged = exchange::merge(&*room.desk().await?, file, next, steps).await;
        if merged.as_ref().is_err_and(|refusal| refusal.code == "cancelled") {
            break;
        }
        came.push((file.file_name().unwrap_or_default().to_string_lossy().into_owned(), merged));
    }
    put(&room.handed.came, came.clone());
    Ok(came.into_iter().map(|(file, merged)| taken_in(room, file, merged)).collect())
}

fn taken_in(room: &Room, file: String, merged: Result<MergeView, AppError>) -> TakenIn {
    match merged {
        Ok(report) => TakenIn { file, report: Some(report), refusal: String::new() },
        Err(refusal) => TakenIn { file, report: None, refusal: room.says(refusal).message },
    }
}

/// What came of the files that were taken in last, in the language that is spoken now.
pub(crate) async fn what_came(room: &Room) -> Result<Vec<TakenIn>, AppError> {
    let desk = room.desk().await?;
    let mut told = Vec::new();
    for (file, merged) in inside(&room.handed.came) {
        let merged = match merged {
            Ok(report) => Ok(exchange::told_again(&desk, report).await?),
            Err(refusal) => Err(refusal),
        };
        told.push(taken_in(room, file, merged));
    }
    Ok(told)
}

/// Writes a hand-over file where a person says; `None` where nobody says where.
pub(crate) async fn save(room: &Room, input: HandOverInput, steps: &Steps) -> Result<Option<HandedOverView>, AppError> {
    let Some(to) = place(room, HAND_OVER, "dialog-hand-over").await? else { return Ok(None) };
    exchange::hand_over(&*room.desk().await?, &to, &input, steps).await.map(Some)
}

/// Writes an event pack where a person says; `None` where nobody says where.
pub(crate) async fn save_pack(room: &Room, steps: &Steps) -> Result<Option<PackView>, AppError> {
    let Some(to) = place(room, PACK, "dialog-pack").await? else { return Ok(None) };
    exchange::pack(&*room.desk().await?, &to, steps).await.map(Some)
}

/// Whom an organiser invites.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Invite {
    pub(crate) name: String,
    pub(crate) roles: Vec<Role>,
}

/// Writes an invitation where a person says; says whether it was.
pub(crate) async fn save_invitation(room: &Room, input: Invite) -> Result<bool, AppError> {
    let Some(to) = place(room, INVITATION, "dialog-invitation").await? else { return Ok(false) };
    exchange::invite(&*room.desk().await?, &input.name, &input.roles, &to).await?;
    Ok(true)
}

/// Asks where a file of this kind is to be, and proposes the consultation's name and today for it.
async fn place(room: &Room, ending: &str, kind: &str) -> Result<Option<PathBuf>, AppError> {
    let (name, language) = {
        let desk = room.desk().await?;
        (programme::overview(&desk).await?.name, desk.language())
    };
    let day = consultations::day(now());
    dialog::save(room, &format!("{name} {day}"), Kind { name: &say(&language, kind, &[]), ending }).await
}

/// Lets a person choose an acceptance, and says who it is; `None` where the dialog was closed.
pub(crate) async fn choose_acceptance(room: &Room) -> Result<Option<AcceptanceView>, AppError> {
    let kind = say(&room.desk().await?.language(), "dialog-acceptance", &[]);
    let Some(file) = dialog::open(room, &kind, &[ACCEPTANCE]).await? else { return Ok(None) };
    let seen = exchange::open_acceptance(&*room.desk().await?, &file).await?;
    put(&room.handed.acceptance, Some(file));
    Ok(Some(seen))
}

/// Lets in whoever accepted.
pub(crate) async fn admit(room: &Room) -> Result<AcceptanceView, AppError> {
    let file = inside(&room.handed.acceptance).ok_or_else(nothing_chosen)?;
    exchange::admit(&*room.desk().await?, &file).await
}

fn nothing_chosen() -> AppError {
    refused("nothing-chosen", "Nothing is chosen.")
}

/// Lets a person choose an event pack, an invitation or a first file, before a consultation is there. Says its name; empty
/// where the dialog was closed and none was chosen before.
pub(crate) async fn choose_beginning(room: &Room) -> Result<String, AppError> {
    let kind = say(&room.language(), "dialog-beginning", &[]);
    if let Some(file) = dialog::open(room, &kind, &[PACK, INVITATION, HAND_OVER]).await? {
        put(&room.handed.chosen, Some(file));
    }
    let name = |file: PathBuf| file.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(inside(&room.handed.chosen).and_then(name).unwrap_or_default())
}

/// Whether what was chosen declares that organisers can help where a passphrase is forgotten. `words`: those of an event pack.
/// A first file declares nothing: its invitation did.
pub(crate) async fn declares_help(room: &Room, Secret(words): Secret) -> Result<bool, AppError> {
    let file = inside(&room.handed.chosen).ok_or_else(nothing_chosen)?;
    if is_pack(&file) {
        return on_a_thread(move || block_on(exchange::declares_help(&file, words.spelled()))).await;
    }
    let is_invitation = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(INVITATION));
    if is_invitation { exchange::invitation_declares_help(&file) } else { Ok(false) }
}

/// Lets an organiser choose what somebody wrote who forgot a passphrase, and says the words that open that laptop; `None`
/// where the dialog was closed.
pub(crate) async fn help(room: &Room) -> Result<Option<HelpView>, AppError> {
    let kind = say(&room.desk().await?.language(), "dialog-forgotten", &[]);
    let Some(letter) = dialog::open(room, &kind, &[FORGOTTEN]).await? else { return Ok(None) };
    exchange::help(&*room.desk().await?, &letter).await.map(Some)
}

/// What a table begins with.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Start {
    /// The six words that were said aloud; none for the first file of somebody who was invited.
    #[cfg_attr(test, ts(as = "String"))]
    pub(crate) words: Secret,
    pub(crate) name: String,
    #[cfg_attr(test, ts(as = "String"))]
    pub(crate) passphrase: Secret,
    /// Whether she was told that organisers can help where it is forgotten.
    pub(crate) told_of_help: bool,
}

/// Opens the chosen event pack, or the first file for somebody who was invited, where the consultation was chosen to be.
pub(crate) async fn start(room: &Room, input: Start, steps: &Steps) -> Result<OverviewView, AppError> {
    let pack = inside(&room.handed.chosen).ok_or_else(nothing_chosen)?;
    let file = inside(&room.place).ok_or_else(|| refused("no-place", "No place is chosen."))?;
    let Start { words: Secret(words), name, passphrase: Secret(passphrase), told_of_help } = input;
    // Sitting down calls off whatever is under way, this too: so it tells how far it is, and is not called off.
    let (made, told) = (file.clone(), steps.clone());
    let steps = Steps::telling(move |done, of| told.tell(done, of));
    let making = move || {
        block_on(async {
            if is_pack(&pack) {
                let desk =
                    exchange::start(&pack, words.spelled(), &made, &name, &passphrase, told_of_help, &steps).await?;
                Ok((desk, ()))
            } else {
                let (desk, _) = exchange::begin_invited(&pack, &made, &passphrase, &steps).await?;
                Ok((desk, ()))
            }
        })
    };
    room.make(file.clone(), making).await?;
    put(&room.place, None);
    put(&room.handed.chosen, None);
    room.remember(&room.recents().opened(&file, now()));
    programme::overview(&*room.desk().await?).await
}

fn is_pack(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(PACK))
}

/// Who accepts an invitation.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Accept {
    pub(crate) name: String,
    #[cfg_attr(test, ts(as = "String"))]
    pub(crate) passphrase: Secret,
    pub(crate) told_of_help: bool,
}

/// Accepts the chosen invitation, and writes the acceptance where a person says; `None` where nobody says where.
pub(crate) async fn accept(room: &Room, input: Accept) -> Result<Option<Joined>, AppError> {
    let invitation = inside(&room.handed.chosen).ok_or_else(nothing_chosen)?;
    let kind = say(&room.language(), "dialog-acceptance", &[]);
    let Accept { name, passphrase: Secret(passphrase), told_of_help } = input;
    let Some(to) = dialog::save(room, &name, Kind { name: &kind, ending: ACCEPTANCE }).await? else { return Ok(None) };
    let joined = on_a_thread(move || exchange::join(&invitation, &name, &to, &passphrase, told_of_help)).await?;
    put(&room.handed.chosen, None);
    Ok(Some(joined))
}
