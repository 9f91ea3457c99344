//! The rule of the round is made stricter in the middle of it: for all of the round, or for what is recorded from now on.
//! Nothing here makes one looser. What holds from now on is kept beside the room, under the round's own name: it outlasts
//! the round's being left, and no undo reaches it. Only a looser rule that is chosen for the round in the programme ends it.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Ranked};
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Settling};
use serde::Deserialize;

use super::room::{Room, SINCE, read, written};
use super::view::{RoomView, room_view};
use crate::desk::Desk;
use crate::error::AppError;

/// A stricter rule.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tighten {
    pub rule: AttributionRule,
    /// For all of the round, what is recorded already included; otherwise for what is recorded in it from now on, also when
    /// it is opened anew.
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
        let at = desk.now();
        let kept = vec![written(since(room.round), &asked.rule, at), room.draft(at)];
        desk.store().settle(Settling { kept, gone: Vec::new() }).await?;
    }
    room_view(desk, &*desk.structure().await?, &room)
}

/// Under which name it is kept what holds from now on in a round.
fn since(round: RecordId) -> String {
    format!("{SINCE}{round}")
}

/// The stricter rule that somebody said in a round for what is recorded from then on.
pub(super) async fn stricter_since(desk: &Desk, round: RecordId) -> Result<Option<AttributionRule>, AppError> {
    Ok(desk.store().draft(&since(round)).await?.and_then(|draft| read(&draft)))
}

/// What becomes of a stricter rule when a looser one is chosen for the round in the programme: nothing holds beside it.
pub(crate) async fn loosened(desk: &Desk, round: RecordId) -> Result<Settling, AppError> {
    let mut settling = Settling { kept: Vec::new(), gone: vec![since(round)] };
    if let Some(mut room) = Room::read(desk).await?.filter(|room| room.round == round) {
        room.rule = None;
        settling.kept.push(room.draft(desk.now()));
    }
    Ok(settling)
}
