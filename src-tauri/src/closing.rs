//! Closing takes as long as a copy of the consultation does: how far that is, and what was not well, for whichever page
//! stands then. Somebody who closes the window sees it until it is done.

use std::pin::pin;
use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};

use anteroom_app::AppError;
use anteroom_app::consultations::Steps;
use tauri::{AppHandle, Manager, WindowEvent};
use tokio::sync::{MutexGuard, watch};

use crate::room::{Room, put};
use crate::{page, watch as watching};

/// How the closing of a consultation goes.
#[derive(Debug)]
pub(crate) struct Closing {
    /// Held while one closes.
    under_way: tokio::sync::Mutex<()>,
    /// How many steps are done, and of how many.
    step: watch::Sender<(u64, u64)>,
    /// What the last one had to say, until somebody was told.
    said: Mutex<Option<AppError>>,
}

impl Default for Closing {
    fn default() -> Self {
        Self { under_way: tokio::sync::Mutex::default(), step: watch::Sender::new((0, 0)), said: Mutex::default() }
    }
}

impl Closing {
    /// One begins; it is over when the guard is dropped.
    pub(crate) async fn begins(&self) -> MutexGuard<'_, ()> {
        let under_way = self.under_way.lock().await;
        self.step.send_replace((0, 0));
        put(&self.said, None);
        under_way
    }

    /// Tells whoever follows.
    pub(crate) fn steps(&self) -> Steps {
        let step = self.step.clone();
        Steps::telling(move |done, of| {
            step.send_replace((done, of));
        })
    }

    /// What was not well.
    pub(crate) fn ended(&self, with: Option<AppError>) {
        put(&self.said, with);
    }

    /// Waits until nothing is being closed.
    pub(crate) async fn is_over(&self) {
        drop(self.under_way.lock().await);
    }

    /// Tells `steps` how far it is, until `end`.
    pub(crate) async fn followed(&self, steps: &Steps, end: impl Future<Output = ()>) {
        let mut step = self.step.subscribe();
        let mut end = pin!(end);
        loop {
            tokio::select! {
                () = &mut end => return,
                Ok(()) = step.changed() => {
                    let (done, of) = *step.borrow_and_update();
                    steps.tell(done, of);
                }
            }
        }
    }
}

/// Waits until the consultation that is being closed is closed.
///
/// # Errors
/// What was not well about it, once.
pub(crate) async fn closed(room: &Room, steps: &Steps) -> Result<(), AppError> {
    room.closing.followed(steps, room.closing.is_over()).await;
    room.closing.said.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(()), Err)
}

/// Somebody closes the window: what is half typed is kept, and the consultation closed, before it goes.
pub(crate) fn asked(app: &AppHandle, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    if app.state::<Room>().may_be_open() {
        api.prevent_close();
        tauri::async_runtime::spawn(leave(app.clone()));
    }
}

async fn leave(app: AppHandle) {
    let room = app.state::<Room>();
    room.leaving.store(true, Ordering::Relaxed);
    watching::lock(&app).await;
    room.closing.is_over().await;
    let is_well = room.closing.said.lock().unwrap_or_else(PoisonError::into_inner).is_none();
    if is_well {
        if let Some(window) = page::window(&app) {
            window.destroy().ok();
        }
        return;
    }
    // Somebody has to hear of it: the window stays, before its door.
    room.leaving.store(false, Ordering::Relaxed);
    page::anew(&app).await;
}
