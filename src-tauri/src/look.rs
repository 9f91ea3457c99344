//! How the window looks and which keys it goes by, as a person left it. Kept in the program's own folder, because the web view
//! keeps nothing.

use std::collections::BTreeMap;

use anteroom_app::AppError;
use serde::{Deserialize, Serialize};

use crate::room::{Room, inside, put};
use crate::settings;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    Light,
    Dark,
}

/// How large everything in the window is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) enum TextSize {
    Small,
    #[default]
    Normal,
    Large,
    Largest,
}

impl TextSize {
    fn zoom(self) -> f64 {
        match self {
            Self::Small => 0.9,
            Self::Normal => 1.0,
            Self::Large => 1.15,
            Self::Largest => 1.35,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Look {
    pub(crate) theme: Theme,
    /// BCP 47; empty: as the system has it.
    pub(crate) language: String,
    pub(crate) text_size: TextSize,
    /// After how many seconds without a touch the consultation locks; 0: never.
    pub(crate) lock_after: u32,
    /// The keys that were chosen, by the name of the action; an empty one: it has none. The page knows the others.
    pub(crate) keys: BTreeMap<String, String>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            language: String::new(),
            text_size: TextSize::default(),
            lock_after: 10 * 60,
            keys: BTreeMap::new(),
        }
    }
}

/// The name of its file.
const KEPT: &str = "look.json";

pub(crate) async fn look(room: &Room) -> Result<Look, AppError> {
    let kept: Look = settings::read(room, KEPT);
    show(room, &kept);
    put(&room.look, Some(kept.clone()));
    Ok(kept)
}

/// As it was last shown; the usual one before anything was.
pub(crate) fn kept(room: &Room) -> Look {
    inside(&room.look).unwrap_or_default()
}

/// What the page cannot do by itself.
fn show(room: &Room, look: &Look) {
    if let Some(window) = crate::page::window(&room.app) {
        // The window is as large as it was then; everything in it can still be read.
        window.set_zoom(look.text_size.zoom()).ok();
    }
}

pub(crate) async fn keep(room: &Room, look: Look) -> Result<Look, AppError> {
    show(room, &look);
    put(&room.look, Some(look.clone()));
    settings::keep(room, KEPT, &look)?;
    Ok(look)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_back_and_what_cannot_be_read_is_as_the_system_has_it() {
        let dark = Look {
            theme: Theme::Dark,
            language: "ar".to_owned(),
            text_size: TextSize::Large,
            lock_after: 60,
            keys: BTreeMap::from([("park".to_owned(), "ctrl+shift+f".to_owned())]),
        };
        let read = |kept: &[u8]| serde_json::from_slice::<Look>(kept);
        assert_eq!(read(&serde_json::to_vec(&dark).unwrap()).unwrap(), dark);
        assert_eq!(
            read(br#"{"theme":"light","of-a-newer-version":1}"#).unwrap(),
            Look { theme: Theme::Light, ..Look::default() }
        );
        for damaged in [&b""[..], b"{\"theme\":\"da", b"\xff", br#"{"theme":"plaid"}"#] {
            assert!(read(damaged).is_err(), "and then it looks as the system does");
        }
    }
}
