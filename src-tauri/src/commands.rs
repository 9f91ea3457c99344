//! The handlers, made from the one list of commands.

use anteroom_app::AppError;
use anteroom_app::model::view::{ContributionView, FiltersView, FindContributions, FoundView, OverviewView};
use tauri::State;

use crate::look::Look;
use crate::room::{Room, Threshold, Unlocking};
use crate::{asked, look, room};

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($($input:ty)?) -> $output:ty = $path:path;)*) => {
        $(
            $(#[$doc])*
            #[tauri::command]
            async fn $name(room: State<'_, Room>, $(input: $input)?) -> Result<$output, AppError> {
                $path(&room $(, std::convert::identity::<$input>(input))?).await
            }
        )*

        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}
include!("../commands.in");
