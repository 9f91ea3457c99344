//! The page, where words stand in clear: locking ends the process that held it, and a new one begins at the same address,
//! before the door.

use std::sync::Mutex;

use tauri::webview::{PageLoadEvent, PageLoadPayload};
use tauri::window::Color;
use tauri::{AppHandle, Manager, Theme, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::look;
use crate::room::Room;
use crate::{attached, closing, kept_to_itself};

/// What the window can be called; its capability names both. Two, because where the process of a page cannot be ended, a
/// window takes the place of another.
const LABELS: [&str; 2] = ["main", "main-again"];

/// The window, apart from the room screen.
pub(crate) fn window(app: &AppHandle) -> Option<WebviewWindow> {
    LABELS.iter().find_map(|label| app.get_webview_window(label))
}

/// Whether this is the window, and not the room screen.
pub(crate) fn is_window(label: &str) -> bool {
    LABELS.contains(&label)
}

/// What the web view knows of a page that nobody has done anything in: its address. Where it went since, it keeps itself,
/// with what stood in fields.
#[derive(Debug, Default)]
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "elsewhere the web view goes"))]
pub(crate) struct Blank(Mutex<Option<Vec<u8>>>);

#[cfg(target_os = "linux")]
impl Blank {
    fn get(&self) -> Option<Vec<u8>> {
        crate::room::inside(&self.0)
    }
}

/// Opens the window.
pub(crate) fn open(app: &AppHandle) -> Result<WebviewWindow, Box<dyn std::error::Error>> {
    build(app, LABELS[0], WebviewUrl::default(), |window| window.inner_size(1280.0, 800.0))
}

type Builder<'a> = WebviewWindowBuilder<'a, tauri::Wry, AppHandle>;

fn build(
    app: &AppHandle,
    label: &str,
    url: WebviewUrl,
    placed: impl FnOnce(Builder<'_>) -> Builder<'_>,
) -> Result<WebviewWindow, Box<dyn std::error::Error>> {
    let window = WebviewWindowBuilder::new(app, label, url)
        .title("Anteroom")
        .min_inner_size(640.0, 480.0)
        .on_page_load(|window, load| loaded(&window, &load));
    let window = kept_to_itself(placed(window))?.build()?;
    let handle = app.clone();
    window.on_window_event(move |event| {
        attached::dropped(&handle, event);
        closing::asked(&handle, event);
    });
    Ok(window)
}

fn loaded(window: &WebviewWindow, load: &PageLoadPayload<'_>) {
    #[cfg(target_os = "linux")]
    if load.event() == PageLoadEvent::Finished {
        process::remember(window);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (window, load);
}

/// Ends the page and lets another one begin where it stood. When this returns, the process that held it is gone.
pub(crate) async fn anew(app: &AppHandle) {
    let Some(window) = window(app) else { return };
    // Until the new page is painted the window shows its colour, and no white in the dark.
    let [by_day, by_night] = [Color(0xfb, 0xfa, 0xf7, 0xff), Color(0x17, 0x1b, 0x1e, 0xff)];
    let is_dark = match look::kept(&app.state::<Room>()).theme {
        look::Theme::System => window.theme().is_ok_and(|theme| theme == Theme::Dark),
        look::Theme::Light => false,
        look::Theme::Dark => true,
    };
    window.set_background_color(Some(if is_dark { by_night } else { by_day })).ok();
    // A page that is driven takes its driver along, so that there a window takes its place, as on other systems.
    #[cfg(target_os = "linux")]
    if !crate::is_driven() {
        return process::anew(app, &window).await;
    }
    replaced(app, &window);
}

/// WebKitGTK lets a web view begin anew in another process.
#[cfg(target_os = "linux")]
mod process {
    use std::sync::PoisonError;

    use glib::Bytes;
    use tauri::{AppHandle, Manager, WebviewWindow};
    use webkit2gtk::{WebViewExt, WebViewSessionState};

    use crate::room::Room;

    /// Keeps what the web view knows of the first page, before anybody has done anything in it.
    pub(super) fn remember(window: &WebviewWindow) {
        let app = window.app_handle().clone();
        let asked = window.with_webview(move |view| {
            let state = view.inner().session_state().and_then(|state| state.serialize());
            let room = app.state::<Room>();
            let mut blank = room.blank.0.lock().unwrap_or_else(PoisonError::into_inner);
            if blank.is_none() {
                *blank = state.map(|state| state.to_vec());
            }
        });
        // Without it, only the list of where one was stays with the web view.
        asked.ok();
    }

    pub(super) async fn anew(app: &AppHandle, window: &WebviewWindow) {
        let blank = app.state::<Room>().blank.get();
        let (ended, end) = tokio::sync::oneshot::channel();
        let asked = window.with_webview(move |view| {
            let view = view.inner();
            let here = view.uri();
            view.terminate_web_process();
            if let Some(blank) = blank {
                view.restore_session_state(&WebViewSessionState::new(&Bytes::from_owned(blank)));
            }
            if let Some(here) = here {
                view.load_uri(&here);
            }
            ended.send(()).ok();
        });
        if asked.is_ok() {
            // Where the window has gone meanwhile, its page has too.
            end.await.ok();
        }
    }
}

/// Elsewhere no page can be taken out of its web view: a window takes the place of the one that held it.
fn replaced(app: &AppHandle, window: &WebviewWindow) {
    let Some(label) = LABELS.iter().find(|label| **label != window.label()) else { return };
    let Ok(here) = window.url() else { return };
    let mut path = here.path().trim_start_matches('/').to_owned();
    if let Some(fragment) = here.fragment() {
        path = format!("{path}#{fragment}");
    }
    let (size, place) = (window.inner_size().ok(), window.outer_position().ok());
    let scale = window.scale_factor().unwrap_or(1.0);
    let is_maximized = window.is_maximized().unwrap_or(false);
    let built = build(app, label, WebviewUrl::App(path.into()), |mut next| {
        if let Some(size) = size.map(|size| size.to_logical::<f64>(scale)) {
            next = next.inner_size(size.width, size.height);
        }
        if let Some(place) = place.map(|place| place.to_logical::<f64>(scale)) {
            next = next.position(place.x, place.y);
        }
        next.maximized(is_maximized)
    });
    // Where none could be built, rather the same process with a page that begins than a page with words.
    let done = if built.is_ok() { window.destroy() } else { window.navigate(here) };
    done.ok();
}
