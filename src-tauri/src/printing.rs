//! Printing what stands on the page, and what became of it.

use anteroom_app::AppError;
use serde::Serialize;
use tauri::WebviewWindow;

use crate::room::refused;

/// What became of a page that was to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) enum Printed {
    /// The printer has it, or the file that was chosen instead.
    Done,
    /// The dialog was closed.
    CalledOff,
    /// The system does not tell: only a person can see whether there is a paper.
    NotTold,
}

fn failed(error: impl std::fmt::Display) -> AppError {
    refused("not-printed", &format!("Printing failed: {error}."))
}

/// Asks where to print what stands on the page, and waits until the printer has it.
///
/// # Errors
/// `not-printed`.
#[cfg(target_os = "linux")]
pub(crate) async fn print(window: &WebviewWindow) -> Result<Printed, AppError> {
    let (tell, told) = tokio::sync::oneshot::channel();
    let parent = window.clone();
    let asked = window.with_webview(move |view| {
        operation::run(&view.inner(), parent.gtk_window().ok().as_ref(), tell);
    });
    asked.map_err(failed)?;
    // A page that ends meanwhile takes its printing along, and nobody hears how it went.
    told.await.unwrap_or(Ok(Printed::NotTold)).map_err(failed)
}

/// Asks where to print what stands on the page.
///
/// # Errors
/// `not-printed`.
#[cfg(not(target_os = "linux"))]
pub(crate) async fn print(window: &WebviewWindow) -> Result<Printed, AppError> {
    window.print().map_err(failed)?;
    Ok(Printed::NotTold)
}

/// WebKitGTK tells what its dialog was answered, and later whether the printing went well.
#[cfg(target_os = "linux")]
mod operation {
    use std::cell::Cell;
    use std::rc::Rc;

    use glib::object::IsA;
    use tokio::sync::oneshot::Sender;
    use webkit2gtk::{PrintOperation, PrintOperationExt as _, PrintOperationResponse, WebView};

    use super::Printed;

    type Told = Result<Printed, String>;

    pub(super) fn run(view: &WebView, parent: Option<&impl IsA<gtk::Window>>, tell: Sender<Told>) {
        let tell = Rc::new(Cell::new(Some(tell)));
        // What failed is said to have finished, too: what is heard first holds.
        let say = |tell: &Cell<Option<Sender<Told>>>, told: Told| tell.take().map(|tell| tell.send(told));
        let operation = PrintOperation::new(view);
        let telling = Rc::clone(&tell);
        operation.connect_failed(move |_, error| _ = say(&telling, Err(error.message().to_owned())));
        let telling = Rc::clone(&tell);
        operation.connect_finished(move |_| _ = say(&telling, Ok(Printed::Done)));
        if operation.run_dialog(parent) != PrintOperationResponse::Print {
            say(&tell, Ok(Printed::CalledOff));
        }
    }
}
