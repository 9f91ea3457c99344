//! What a facilitator notes for themselves: apart from what people said, in no list, no search and no brief.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Draft, Edit, Settling};

use super::composed::not_too_long;
use super::room::{NOTE, Room};
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
    let edits = vec![Edit::Create { kind: field::REMARK, fields, mark: None }];
    let settle = |_: &[_]| Settling { kept: Vec::new(), gone: vec![NOTE.to_owned()] };
    desk.commit_settling(Deed::RECORD, edits, Box::new(settle)).await?;
    stands(desk).await
}

/// Keeps a note that is half typed. An empty one is not kept.
///
/// # Errors
/// `text-too-long`, or what the disk refuses.
pub async fn keep_note(desk: &Desk, text: &str) -> Result<(), AppError> {
    not_too_long(text)?;
    let settling = if text.trim().is_empty() {
        Settling { kept: Vec::new(), gone: vec![NOTE.to_owned()] }
    } else {
        let draft = Draft { name: NOTE.to_owned(), words: text.to_owned(), at: desk.now() };
        Settling { kept: vec![draft], gone: Vec::new() }
    };
    Ok(desk.store().settle(settling).await?)
}
