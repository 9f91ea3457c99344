//! Tells Tauri which commands there are, so that every other one is refused, and which page stands in the window.

use std::path::Path;
use std::{env, fs};

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($($input:ty)?) -> $output:ty $(, $long:ident)? $(= $of_window:path)? $(=> $of_app:path)?;)*) => {
        const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}
include!("commands.in");

/// Ctrl and +, -, 0: a page that cannot be made larger cannot be read by everyone.
const ENLARGE: &str = "core:webview:allow-set-webview-zoom";

/// What changed is told by an event.
const HEAR: &str = "core:event:allow-listen";
const HEAR_NO_MORE: &str = "core:event:allow-unlisten";

/// All that the projector may ask: never a word that anybody said.
const ON_THE_SCREEN: &[&str] = &["look", "speak", "room_screen", "hide_room_screen", "close_room_screen"];

/// Where `npm run build` puts the web UI.
const PAGE: &str = "../ui/build";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=commands.in");
    println!("cargo:rerun-if-changed={PAGE}");
    if !Path::new(PAGE).join("index.html").exists() {
        // The rest of the workspace can be built and checked without Node.
        println!("cargo:warning=The web UI is not built, so the window will be empty: npm --prefix ui run build");
        fs::create_dir_all(PAGE)?;
    }

    let folder = Path::new(&env::var("OUT_DIR")?).join("capabilities");
    fs::create_dir_all(&folder)?;
    let window = ("window", "What the page may ask for", r#""main", "main-again""#, COMMANDS);
    let screen = ("screen", "What the projector may ask for", r#""screen""#, ON_THE_SCREEN);
    for (identifier, description, labels, commands) in [window, screen] {
        let ours = commands.iter().map(|name| format!("allow-{}", name.replace('_', "-")));
        let granted: Vec<_> = ours
            .chain([ENLARGE, HEAR, HEAR_NO_MORE].map(str::to_owned))
            .map(|permission| format!("\"{permission}\""))
            .collect();
        let capability = format!(
            r#"{{ "identifier": "{identifier}", "description": "{description}", "windows": [{labels}], "permissions": [{}] }}"#,
            granted.join(", ")
        );
        fs::write(folder.join(format!("{identifier}.json")), capability)?;
    }
    let files: &'static str = Box::leak(folder.join("*.json").display().to_string().into_boxed_str());

    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest).capabilities_path_pattern(files))?;
    Ok(())
}
