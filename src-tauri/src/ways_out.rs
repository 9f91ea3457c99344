//! What leaves the window as a file. Its place comes from a dialog of the system, never from the page; whether it may leave
//! is decided by the release check, before the dialog and again behind it.

use anteroom_app::model::release::AUDIENCES;
use anteroom_app::model::view_brief::AskRelease;
use anteroom_app::{AppError, briefs};

use crate::dialog::{self, Kind};
use crate::prelude::ExportedBrief;
use crate::room::Room;

/// Writes a brief for an audience where a person says; `None` where nobody says where.
pub(crate) async fn export_brief(room: &Room, input: AskRelease) -> Result<Option<ExportedBrief>, AppError> {
    let word = AUDIENCES.iter().find(|(audience, _)| *audience == input.audience).map_or("", |(_, word)| word);
    let title = {
        let desk = room.desk().await?;
        briefs::may_leave(&desk, &input.brief, word).await?
    };
    let Some(place) = dialog::save(room, &title, Kind { name: "DOCX", ending: "docx" }).await? else { return Ok(None) };
    briefs::export(&*room.desk().await?, &input.brief, word, &place).await.map(Some)
}
