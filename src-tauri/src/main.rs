//! The window: each command is one line into `app`. Nothing is decided here but what a window alone can decide.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod attached;
mod backups;
#[cfg(test)]
mod client;
mod closing;
mod commands;
mod dialog;
mod door;
mod drawing;
mod founding;
mod handed;
mod look;
mod page;
mod prelude;
mod printing;
mod recent;
mod room;
mod screen;
mod serving;
mod settings;
mod sheet;
mod tables;
mod watch;
mod ways_out;
mod work;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::Ordering;

use tauri::webview::NewWindowResponse;
use tauri::{Manager, RunEvent, Url, WebviewWindowBuilder, WindowEvent};

use room::Room;

/// A proxy that nobody but the system itself could be: a click on a link looks up and greets its host before `is_ours` is
/// asked, and that too would tell something.
const NOBODY: &str = "http://127.0.0.1:1";

fn main() -> ExitCode {
    drawing::as_the_computer_can();
    anteroom_app::forbid_core_dumps();
    let mut arguments = std::env::args_os().skip(1);
    let file = arguments.next().map(PathBuf::from);
    if arguments.next().is_some() {
        tell("Usage: anteroom-window [FILE]. FILE is a consultation's folder.");
        return ExitCode::from(2);
    }
    match run(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("The window could not open: {error}."));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "there is no window yet to say it in")]
fn tell(sentence: &str) {
    eprintln!("{sentence}");
}

fn run(file: Option<PathBuf>) -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .invoke_handler(commands::handler())
        .setup(move |app| {
            app.manage(Room::new(app.handle().clone(), file));
            page::open(app.handle())?;
            watch::begin(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| match event {
        RunEvent::WindowEvent { label, event: WindowEvent::Destroyed, .. }
            if page::is_window(&label) && page::window(app).is_none() =>
        {
            screen::close(app);
        }
        RunEvent::Exit => {
            let room = app.state::<Room>();
            // Nobody is left to be told; what was committed is safe in any case.
            room.leaving.store(true, Ordering::Relaxed);
            tauri::async_runtime::block_on(async {
                room.lock().await;
                room.closing.is_over().await;
            });
        }
        _ => {}
    });
    Ok(())
}

/// A window that shows our own page and nothing else, and leaves nothing behind.
pub(crate) fn kept_to_itself<M: Manager<tauri::Wry>>(
    window: WebviewWindowBuilder<'_, tauri::Wry, M>,
) -> Result<WebviewWindowBuilder<'_, tauri::Wry, M>, Box<dyn std::error::Error>> {
    let window = window
        .incognito(!is_driven())
        .zoom_hotkeys_enabled(true)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    if cfg!(all(target_os = "linux", feature = "custom-protocol")) {
        return Ok(window.proxy_url(NOBODY.parse()?));
    }
    Ok(window)
}

/// Whether a test drives the window, which a private one does not allow. Only a window that was built to be can be.
pub(crate) fn is_driven() -> bool {
    cfg!(any(debug_assertions, feature = "driven")) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// Whether the page stays inside the program: a content security policy does not stop `location = …`.
fn is_ours(url: &Url) -> bool {
    let development = cfg!(not(feature = "custom-protocol")) && url.host_str() == Some("localhost");
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost") || development,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_but_to_its_own_page() {
        for ours in ["tauri://localhost/", "http://tauri.localhost/index.html"] {
            assert!(is_ours(&ours.parse().unwrap()), "{ours}");
        }
        for other in [
            "https://example.org/",
            "http://tauri.localhost.example.org/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!is_ours(&other.parse().unwrap()), "{other}");
        }
    }
}
