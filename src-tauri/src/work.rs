//! Work that takes its time: what it tells the page on the way, and how the page calls it off.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use anteroom_app::AppError;
use anteroom_app::consultations::Steps;
use serde::Serialize;
use tauri::ipc::Channel;

use crate::room::Room;

/// How far some work is.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Step {
    pub(crate) done: u64,
    pub(crate) of: u64,
}

/// What is under way, by the channel that it tells the page through.
#[derive(Debug, Default)]
pub(crate) struct Work(Mutex<BTreeMap<u32, Steps>>);

/// One piece of work that is under way until this is dropped.
#[derive(Debug)]
pub(crate) struct UnderWay<'w> {
    work: &'w Work,
    id: u32,
    pub(crate) steps: Steps,
}

impl Work {
    pub(crate) fn begins(&self, told: Channel<Step>) -> UnderWay<'_> {
        let id = told.id();
        let steps = Steps::telling(move |done, of| {
            // A page that is gone needs not be told.
            told.send(Step { done, of }).ok();
        });
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id, steps.clone());
        UnderWay { work: self, id, steps }
    }

    fn call_off(&self, id: u32) {
        if let Some(steps) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id) {
            steps.cancel();
        }
    }

    /// Calls all of it off: nothing may keep a consultation from being locked.
    pub(crate) fn call_all_off(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).values().for_each(Steps::cancel);
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.work.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
    }
}

/// Calls work off, by the number of its channel. What is done by then stays done.
pub(crate) async fn call_off(room: &Room, id: u32) -> Result<(), AppError> {
    room.work.call_off(id);
    Ok(())
}
