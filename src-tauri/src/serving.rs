//! The shared server in the background: it is visited when something was done here, when it says that something is new there,
//! and now and then. Nobody waits for it, and locking calls it off.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anteroom_app::AppError;
use anteroom_app::consultations::Steps;
use anteroom_app::exchange::{self, Access, Line, Logins, Visit};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Emitter, Manager};
use tokio::sync::Notify;

use crate::dialog;
use crate::room::{Room, Secret, inside, put};

/// The event that tells how it stands with the server: a `ServerState`.
const TOLD: &str = "server";

/// What is done in one go goes in one visit.
const A_MOMENT: Duration = Duration::from_secs(2);
/// When a visit went well, the next one without a cause comes after so long.
const NOW_AND_THEN: Duration = Duration::from_mins(10);
/// After one that did not, it is tried again after so long, then after twice as long, and so on up to `NOW_AND_THEN`.
const SOON: Duration = Duration::from_secs(5);

/// How it stands with the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ServerState {
    /// Whether this laptop goes there at all.
    pub(crate) is_visited: bool,
    pub(crate) is_there_now: bool,
    /// When it was last there to the end. Milliseconds since 1970, UTC.
    pub(crate) synced_at: Option<i64>,
    /// Why the last visit failed, as a sentence; empty where it went well.
    pub(crate) trouble: String,
    /// Whether the server did something that an honest one does not.
    pub(crate) has_noticed: bool,
}

/// The visits of the consultation that is open.
#[derive(Debug, Default)]
pub(crate) struct Serving {
    state: Mutex<ServerState>,
    /// Something was done here.
    done: Arc<Notify>,
    running: Mutex<Option<Running>>,
    /// The certificate that a person chose, until it is used. PEM.
    authority: Mutex<Option<String>>,
}

#[derive(Debug)]
struct Running {
    steps: Steps,
    stop: Arc<Notify>,
}

impl Serving {
    /// Something was done here, that others may want to know.
    pub(crate) fn is_told(&self) {
        self.done.notify_one();
    }

    /// Calls the visits off: the one that is under way ends at its next step.
    pub(crate) fn ends(&self) {
        if let Some(running) = self.running.lock().unwrap_or_else(PoisonError::into_inner).take() {
            running.steps.cancel();
            running.stop.notify_one();
        }
        put(&self.state, ServerState::default());
        put(&self.authority, None);
    }
}

fn tell(app: &AppHandle, change: impl FnOnce(&mut ServerState)) {
    let serving = &app.state::<Room>().serving;
    let mut state = serving.state.lock().unwrap_or_else(PoisonError::into_inner);
    change(&mut state);
    // A page that is gone needs not be told.
    app.emit(TOLD, state.clone()).ok();
}

/// Begins to visit the server of the consultation that is open, if it has one, unless that has begun.
pub(crate) fn begins(app: &AppHandle) {
    let serving = &app.state::<Room>().serving;
    let mut running = serving.running.lock().unwrap_or_else(PoisonError::into_inner);
    if running.is_some() {
        serving.done.notify_one();
        return;
    }
    let (steps, stop) = (Steps::silent(), Arc::new(Notify::new()));
    *running = Some(Running { steps: steps.clone(), stop: Arc::clone(&stop) });
    let (app, done) = (app.clone(), Arc::clone(&serving.done));
    tauri::async_runtime::spawn(async move { goes_on(&app, &steps, &stop, &done).await });
}

async fn goes_on(app: &AppHandle, steps: &Steps, stop: &Notify, done: &Notify) {
    let room = app.state::<Room>();
    let (mut line, mut pause) = (None, SOON);
    loop {
        let Ok(desk) = room.desk().await else { return };
        match exchange::server(&desk).await {
            Ok(server) if server.is_visited => tell(app, |state| {
                *state = ServerState {
                    is_visited: true,
                    is_there_now: true,
                    synced_at: server.synced_at,
                    has_noticed: !server.noticed.is_empty(),
                    trouble: std::mem::take(&mut state.trouble),
                };
            }),
            _ => {
                drop(desk);
                room.serving.ends();
                return tell(app, |state| *state = ServerState::default());
            }
        }
        let visited = exchange::sync(&desk, steps).await;
        if line.is_none() && visited.is_ok() {
            line = Line::to(&desk, steps).await.ok();
        }
        drop(desk);
        match visited {
            Ok(visit) => {
                pause = NOW_AND_THEN;
                tell(app, |state| is_back(state, &visit));
            }
            Err(refusal) if refusal.code == "cancelled" => return,
            Err(refusal) => {
                pause = if pause == NOW_AND_THEN { SOON } else { (pause * 2).min(NOW_AND_THEN) };
                line = None;
                let trouble = room.says(refusal).message;
                tell(app, |state| {
                    state.is_there_now = false;
                    state.trouble = trouble;
                });
            }
        }
        tokio::select! {
            () = stop.notified() => return,
            () = done.notified() => tokio::time::sleep(A_MOMENT).await,
            () = rings(&mut line) => tokio::time::sleep(A_MOMENT).await,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

fn is_back(state: &mut ServerState, visit: &Visit) {
    state.is_there_now = false;
    state.synced_at = Some(visit.at);
    state.has_noticed = !visit.noticed.is_empty();
    state.trouble.clear();
}

/// Until the server has news; where there is no line, nobody ever rings.
async fn rings(line: &mut Option<Line>) {
    let Some(standing) = line else { return std::future::pending().await };
    if standing.rings().await.is_err() {
        // What is wrong the next visit says.
        *line = None;
    }
}

/// How it stands with the server.
pub(crate) async fn state(room: &Room) -> Result<ServerState, AppError> {
    Ok(inside(&room.serving.state))
}

/// Where a server is, and who looks after it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Connect {
    pub(crate) address: String,
    #[cfg_attr(test, ts(type = "string"))]
    pub(crate) password: Secret,
}

/// Makes logins, and visits the server from now on.
pub(crate) async fn connect(room: &Room, connect: Connect, steps: &Steps) -> Result<Logins, AppError> {
    let authority = inside(&room.serving.authority);
    let Secret(password) = &connect.password;
    let access = Access { url: connect.address.trim(), password: Some(password.spelled()), authority };
    let logins = exchange::add_logins(&*room.desk().await?, &access, steps).await?;
    put(&room.serving.authority, None);
    begins(&room.app);
    Ok(logins)
}

/// Lets a person choose the certificate of the authority by which the server is known; says its name.
pub(crate) async fn choose_authority(room: &Room) -> Result<String, AppError> {
    let Some(file) = dialog::open(room, "PEM", &["pem", "crt", "cer"]).await? else { return Ok(String::new()) };
    let read = std::fs::read_to_string(&file).ok().filter(|pem| pem.contains("-----BEGIN CERTIFICATE-----"));
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let pem = read.ok_or_else(|| AppError::new("authority", &[("path", &name)]))?;
    put(&room.serving.authority, Some(pem));
    Ok(name)
}

/// Visits the server now, and from now on.
pub(crate) async fn visit(room: &Room, steps: &Steps) -> Result<Visit, AppError> {
    let visited = exchange::sync(&*room.desk().await?, steps).await;
    match visited {
        Ok(visit) => {
            tell(&room.app, |state| {
                state.is_visited = true;
                is_back(state, &visit);
            });
            begins(&room.app);
            Ok(visit)
        }
        Err(refusal) => Err(refusal),
    }
}

/// Visits it no longer.
pub(crate) async fn leave(room: &Room) -> Result<(), AppError> {
    room.serving.ends();
    exchange::forget_server(&*room.desk().await?).await?;
    tell(&room.app, |state| *state = ServerState::default());
    Ok(())
}
