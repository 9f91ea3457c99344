//! How the page is drawn. Where a computer has no graphics card, WebKit lets the processor imitate one, and draws each frame
//! twice: once into tiles, and once through the imitation. There, the page is drawn by the processor alone.

/// Without it, the page is drawn by the processor; whoever starts the program may set it too.
#[cfg(target_os = "linux")]
const ALONE: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// To be called before anything else, while there is but one thread: what WebKit settles when it starts, it reads from the
/// environment. A setting of the web view comes too late, and the page's process gets the imitation ready for nothing.
#[cfg(target_os = "linux")]
pub(crate) fn as_the_computer_can() {
    if !linux::has_card(std::path::Path::new("/dev")) {
        // Where it cannot be set, the page is drawn twice, and as well.
        glib::setenv(ALONE, "1", false).ok();
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn as_the_computer_can() {}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::path::Path;

    /// Drivers that draw without the kernel's own interface for it: NVIDIA's, Windows' for the Linux inside it, and Arm's.
    const OTHERS: [&str; 3] = ["nvidiactl", "dxg", "mali0"];

    /// Whether anything among the devices can draw. A screen alone (`card0`) cannot.
    pub(super) fn has_card(devices: &Path) -> bool {
        let nodes = fs::read_dir(devices.join("dri")).into_iter().flatten().flatten();
        nodes.map(|node| node.file_name()).any(|name| name.to_string_lossy().starts_with("renderD"))
            || OTHERS.iter().any(|other| devices.join(other).exists())
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn what_can_draw_is_a_card_and_what_only_shows_is_none() {
            let devices = tempfile::tempdir().unwrap();
            assert!(!has_card(devices.path()), "nothing is there");
            fs::create_dir(devices.path().join("dri")).unwrap();
            fs::write(devices.path().join("dri/card0"), "").unwrap();
            assert!(!has_card(devices.path()), "a screen alone");
            fs::write(devices.path().join("dri/renderD128"), "").unwrap();
            assert!(has_card(devices.path()), "a card");
            fs::remove_dir_all(devices.path().join("dri")).unwrap();
            fs::write(devices.path().join("nvidiactl"), "").unwrap();
            assert!(has_card(devices.path()), "a card with a driver of its own");
        }
    }
}
