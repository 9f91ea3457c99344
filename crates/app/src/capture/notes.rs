//! What a facilitator notes for themselves: apart from what people said, in no list, no search and no brief.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::value::{Fields, Value};

use super::room::Room;
use super::view::{CaptureView, stands};
use crate::contributions::tidy;
use crate::desk::Desk;
use crate::error::AppError;

/// Keeps a note beside the round that is open.
///
/// # Errors
/// `no-round`, `empty-text`, `text-too-long`.
pub async fn note(desk: &Desk, text: &str) -> Result<CaptureView, AppError> {
    let room = Room::running(desk).await?;
    let fields = Fields::from([
        (field::SEGMENT_OF, room.round.into()),
        (field::NOTE, tidy(text)?.into()),
        (field::STARTS, Value::Int(desk.now())),
    ]);
    desk.create(Deed::RECORD, field::REMARK, fields).await?;
    stands(desk).await
}
