//! A window at the edge of a display from which files are dragged, as from a file manager: `drag_source X FILE…`. Whoever
//! starts it ends it.

use std::process::ExitCode;

use gtk::prelude::*;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let Some(x) = args.next().and_then(|x| x.parse().ok()) else { return ExitCode::FAILURE };
    if gtk::init().is_err() {
        return ExitCode::FAILURE;
    }
    let uris: Vec<String> =
        args.filter_map(|file| gtk::glib::filename_to_uri(file, None).ok()).map(|uri| uri.to_string()).collect();
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("Files");
    window.set_default_size(160, 120);
    window.move_(x, 0);
    let target = gtk::TargetEntry::new("text/uri-list", gtk::TargetFlags::OTHER_APP, 0);
    window.drag_source_set(gtk::gdk::ModifierType::BUTTON1_MASK, &[target], gtk::gdk::DragAction::COPY);
    window.connect_drag_data_get(move |_, _, data, _, _| {
        let uris: Vec<&str> = uris.iter().map(String::as_str).collect();
        data.set_uris(&uris);
    });
    window.show_all();
    gtk::main();
    ExitCode::SUCCESS
}
