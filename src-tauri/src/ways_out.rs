//! What leaves the window as a file. Its place comes from a dialog of the system, never from the page; whether it may leave
//! is decided by the release check, before the dialog and again behind it.

use std::path::PathBuf;

use anteroom_app::model::release::AUDIENCES;
use anteroom_app::model::view_brief::AskRelease;
use anteroom_app::{AppError, briefs};
use tauri::Manager;

use crate::prelude::ExportedBrief;
use crate::room::{Room, refused};

/// Asks where a file is to lie; `None` where nobody wants it.
async fn asks_where(room: &Room, name: String, kind: &str, ending: &'static str) -> Result<Option<PathBuf>, AppError> {
    let (answer, chosen) = tokio::sync::oneshot::channel();
    let app = room.app.clone();
    let kind = kind.to_owned();
    let asked = room.app.run_on_main_thread(move || {
        let mut dialog = rfd::AsyncFileDialog::new().set_file_name(name).add_filter(kind, &[ending]);
        if let Some(window) = app.get_webview_window("main") {
            dialog = dialog.set_parent(&window);
        }
        let place = dialog.save_file();
        tauri::async_runtime::spawn(async move { answer.send(place.await) });
    });
    asked.map_err(|error| refused("no-dialog", &format!("The dialog could not open: {error}.")))?;
    let Ok(Some(place)) = chosen.await else { return Ok(None) };
    let place = place.path().to_owned();
    let is_so = place.extension().is_some_and(|known| known.eq_ignore_ascii_case(ending));
    Ok(Some(if is_so {
        place
    } else {
        PathBuf::from([place.as_os_str(), format!(".{ending}").as_ref()].join("".as_ref()))
    }))
}

/// Writes a brief for an audience where a person says; `None` where nobody says where.
pub(crate) async fn export_brief(room: &Room, input: AskRelease) -> Result<Option<ExportedBrief>, AppError> {
    let word = AUDIENCES.iter().find(|(audience, _)| *audience == input.audience).map_or("", |(_, word)| word);
    let title = {
        let desk = room.desk().await?;
        briefs::may_leave(&desk, &input.brief, word).await?
    };
    let Some(place) = asks_where(room, file_name(&title), "DOCX", "docx").await? else { return Ok(None) };
    briefs::export(&*room.desk().await?, &input.brief, word, &place).await.map(Some)
}

/// A title as the name of a file that every system takes.
fn file_name(title: &str) -> String {
    let forbidden =
        |letter: char| letter.is_control() || matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let name: String = title.chars().map(|letter| if forbidden(letter) { ' ' } else { letter }).take(80).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.trim_matches('.').trim();
    format!("{}.docx", if name.is_empty() { "brief" } else { name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        assert_eq!(file_name("2. Borders: rights/duties?"), "2. Borders rights duties.docx");
        assert_eq!(file_name(" ... "), "brief.docx");
        assert_eq!(file_name("مذكرة"), "مذكرة.docx");
        assert!(file_name(&"x".repeat(500)).len() < 100);
    }
}
