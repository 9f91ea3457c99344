//! The room screen: a second window for the projector. It may ask for the question, the clock and who has not been heard,
//! never for a word that anybody said.

use std::sync::atomic::Ordering;

use anteroom_app::capture::{RoomScreenView, room_screen};

use anteroom_app::{AppError, changes::Topic, say};
use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager, WebviewUrl, WebviewWindowBuilder};

use crate::room::{CHANGED, Room, refused};
use crate::{is_driven, kept_to_itself};

/// The window's label, which its capability names.
const LABEL: &str = "screen";

/// What the projector shows.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ScreenView {
    /// None while no round is open.
    pub(crate) room: Option<RoomScreenView>,
    /// Whether nothing is to be seen.
    pub(crate) hidden: bool,
}

/// Opens the room screen; everything on it shows.
fn show(room: &Room) -> Result<bool, AppError> {
    room.hidden.store(false, Ordering::Relaxed);
    let failed = |error: String| refused("no-screen", &format!("The room screen could not open: {error}."));
    let window = WebviewWindowBuilder::new(&room.app, LABEL, WebviewUrl::App("room".into()))
        .title(say(&room.language(), "screen-title", &[]))
        .inner_size(1280.0, 720.0)
        .focused(false);
    // What answers the page's address is given once to whatever shares its data: a private window shares none, and would be
    // answered by nobody. Nothing is kept there.
    let window = match room.app.path().app_cache_dir() {
        Ok(folder) if !is_driven() => window.data_directory(folder.join("screen")),
        _ => window,
    };
    let window = kept_to_itself(window).map_err(|error| failed(error.to_string()))?;
    window.build().map_err(|error| failed(error.to_string()))?;
    Ok(true)
}

/// Hides everything on it, or shows it again; where there is no room screen, one opens.
pub(crate) async fn hide(room: &Room) -> Result<bool, AppError> {
    if room.app.get_webview_window(LABEL).is_none() {
        return show(room);
    }
    let was_hidden = room.hidden.fetch_xor(true, Ordering::Relaxed);
    tell(room);
    Ok(was_hidden)
}

/// Closes it, because somebody wants it gone or the round is over; says whether it stood.
pub(crate) async fn shut(room: &Room) -> Result<bool, AppError> {
    let stood = room.app.get_webview_window(LABEL).is_some();
    close(&room.app);
    Ok(stood)
}

/// What it shows now.
pub(crate) async fn view(room: &Room) -> Result<ScreenView, AppError> {
    let hidden = room.hidden.load(Ordering::Relaxed);
    let Ok(desk) = room.desk().await else { return Ok(ScreenView { room: None, hidden }) };
    let shown = match room_screen(&desk).await {
        Ok(shown) => Some(shown),
        Err(refusal) if refusal.code == "no-round" => None,
        Err(refusal) => return Err(refusal),
    };
    Ok(ScreenView { room: shown, hidden })
}

/// Closes it: nothing of the consultation stays on a wall when the window has gone or is locked.
pub(crate) fn close(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        window.destroy().ok();
    }
}

fn tell(room: &Room) {
    // A page that is gone needs not be told.
    room.app.emit(CHANGED, [Topic::Presence]).ok();
}
