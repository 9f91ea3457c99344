//! The rule of the round is made stricter in the middle of it: for all of the round, or for what is recorded from now on.
//! Nothing here makes one looser.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::permission::{AttributionRule, Ranked};
use anteroom_model::value::{Fields, Value};
use anteroom_store::Edit;
use serde::Deserialize;

use super::room::Room;
use super::view::{RoomView, room_view};
use crate::desk::Desk;
use crate::error::AppError;

/// A stricter rule.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tighten {
    pub rule: AttributionRule,
    /// For all of the round, what is recorded already included; otherwise for what is recorded from now on, until the round
    /// closes.
    pub whole_round: bool,
}

/// Makes the rule of the round that is open here stricter.
///
/// # Errors
/// `no-round`, `only-stricter`, or what the store refuses.
pub async fn tighten(desk: &Desk, asked: &Tighten) -> Result<RoomView, AppError> {
    let structure = desk.structure().await?;
    let mut room = Room::running(desk).await?;
    let segment = room.segment(&structure)?;
    let now = if asked.whole_round { segment.rule } else { room.rule(segment) };
    if asked.rule >= now {
        return Err(AppError::new("only-stricter", &[]));
    }
    if asked.whole_round {
        let fields = Fields::from([(field::RULE, Value::Int(asked.rule.rank()))]);
        desk.commit(Deed::STRUCTURE, vec![Edit::Set { record: segment.record, fields }]).await?;
    } else {
        room.rule = Some(asked.rule);
        room.keep(desk).await?;
    }
    room_view(desk, &*desk.structure().await?, &room)
}
