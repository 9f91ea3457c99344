//! The handlers, made from the one list of commands.

use anteroom_app::AppError;
use anteroom_app::attachments;
use anteroom_app::briefs;
use anteroom_app::capture;
use anteroom_app::check;
use anteroom_app::conflicts;
use anteroom_app::consultations;
use anteroom_app::contributions;
use anteroom_app::exchange;
use anteroom_app::pairs;
use anteroom_app::plan;
use anteroom_app::programme;
use anteroom_app::suggest;
use anteroom_app::undo as taking_back;
use anteroom_app::withdrawal;
use tauri::State;
use tauri::ipc::Channel;

use crate::attached;
use crate::backups;
use crate::closing;
use crate::door;
use crate::founding;
use crate::handed;
use crate::look;
use crate::prelude::*;
use crate::room;
use crate::room::{Room, Secret};
use crate::screen;
use crate::serving;
use crate::sheet;
use crate::tables;
use crate::watch;
use crate::ways_out;
use crate::work;
use crate::work::Step;

/// Asks the window, or `app` about the consultation that is open.
macro_rules! answer {
    ($room:ident [$of_window:path] [] [$($input:ident)?] [$($steps:expr)?]) => {
        $of_window(&$room $(, $input)? $(, $steps)?).await
    };
    ($room:ident [] [$of_app:path] [$($input:ident)?] [$($steps:expr)?]) => {
        $of_app(&*$room.desk().await? $(, &$input)? $(, $steps)?).await
    };
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($($input:ty)?) -> $output:ty $(, $long:ident)? $(= $of_window:path)? $(=> $of_app:path)?;)*) => {
        $(
            command!{ $(#[$doc])* $name [$($input)?] [$output] [$($long)?] [$($of_window)?] [$($of_app)?] }
        )*

        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}

macro_rules! command {
    ($(#[$doc:meta])* $name:ident [] [$output:ty] [] $of_window:tt $of_app:tt) => {
        $(#[$doc])*
        #[tauri::command]
        async fn $name(room: State<'_, Room>) -> Result<$output, AppError> {
            let answered: Result<$output, AppError> = async { answer!(room $of_window $of_app [] []) }.await;
            answered.map_err(|refusal| room.says(refusal))
        }
    };
    ($(#[$doc:meta])* $name:ident [$input:ty] [$output:ty] [] $of_window:tt $of_app:tt) => {
        $(#[$doc])*
        #[tauri::command]
        async fn $name(room: State<'_, Room>, input: $input) -> Result<$output, AppError> {
            let answered: Result<$output, AppError> = async { answer!(room $of_window $of_app [input] []) }.await;
            answered.map_err(|refusal| room.says(refusal))
        }
    };
    ($(#[$doc:meta])* $name:ident [] [$output:ty] [long] $of_window:tt $of_app:tt) => {
        $(#[$doc])*
        #[tauri::command]
        async fn $name(room: State<'_, Room>, steps: Channel<Step>) -> Result<$output, AppError> {
            let work = room.work.begins(steps);
            let answered: Result<$output, AppError> = async { answer!(room $of_window $of_app [] [&work.steps]) }.await;
            answered.map_err(|refusal| room.says(refusal))
        }
    };
    ($(#[$doc:meta])* $name:ident [$input:ty] [$output:ty] [long] $of_window:tt $of_app:tt) => {
        $(#[$doc])*
        #[tauri::command]
        async fn $name(room: State<'_, Room>, input: $input, steps: Channel<Step>) -> Result<$output, AppError> {
            let work = room.work.begins(steps);
            let answered: Result<$output, AppError> =
                async { answer!(room $of_window $of_app [input] [&work.steps]) }.await;
            answered.map_err(|refusal| room.says(refusal))
        }
    };
}
include!("../commands.in");
