//! A round is opened and closed here. Closing ends the turns that are open, and says of every group that was heard that it
//! spoke.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Settling};
use serde::Deserialize;

use super::composed::Composed;
use super::ends::known_end;
use super::parked::{all_parked, put_aside};
use super::presence::spoke;
use super::room::{COMPOSER, Intervention, ROOM, Room, first_number};
use super::tidy::tidy;
use super::tighten::stricter_since;
use super::view::{CaptureView, TidyView, stands};
use crate::desk::Desk;
use crate::error::AppError;

/// A round is to be opened.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OpenRound {
    /// Its id.
    pub round: String,
    /// So many minutes ago, where somebody comes late to take it down.
    pub minutes_ago: u32,
}

/// When the round that is open here was opened, in milliseconds since 1970; `None` where none is. As long as one is, the
/// consultation is not to lock by itself.
///
/// # Errors
/// What the disk refuses.
pub async fn is_running(desk: &Desk) -> Result<Option<i64>, AppError> {
    Ok(Room::read(desk).await?.filter(|room| room.closed.is_none()).map(|room| room.opened))
}

/// Opens a round: the first speaker has the floor.
///
/// # Errors
/// `unknown-round`, `round-open` where another one is open.
pub async fn open_round(desk: &Desk, asked: &OpenRound) -> Result<CaptureView, AppError> {
    let structure = desk.structure().await?;
    let segment = structure.segment(&asked.round)?;
    if Room::read(desk).await?.is_some_and(|room| room.closed.is_none()) {
        return Err(AppError::new("round-open", &[]));
    }
    let opened = desk.now() - i64::from(asked.minutes_ago) * 60_000;
    let mut room = Room {
        round: segment.record,
        opened,
        question: u32::from(!segment.questions.is_empty()),
        next: first_number(desk, segment.record).await?,
        rule: stricter_since(desk, segment.record).await?,
        ..Room::default()
    };
    room.now = Intervention::begins(room.take_number(), opened, segment);
    room.keep(desk).await?;
    stands(desk).await
}

/// The next question is asked: what is recorded from now on answers this one. Counted from 1; 0: none.
///
/// # Errors
/// `no-round`.
pub async fn ask(desk: &Desk, question: &u32) -> Result<CaptureView, AppError> {
    let structure = desk.structure().await?;
    let mut room = Room::running(desk).await?;
    let most = room.segment(&structure)?.questions.len();
    room.question = (*question).min(u32::try_from(most).unwrap_or(u32::MAX));
    room.keep(desk).await?;
    stands(desk).await
}

/// The speaker begins only now. A turn that is in the journal begins later, too.
///
/// # Errors
/// `no-round`, or what the store refuses.
pub async fn restart_clock(desk: &Desk) -> Result<CaptureView, AppError> {
    let mut room = Room::running(desk).await?;
    let now = desk.now();
    room.now.settle_with_journal(desk).await?;
    room.now.began = now;
    let edits =
        room.now.turn.map(|turn| Edit::Set { record: turn, fields: Fields::from([(field::STARTS, Value::Int(now))]) });
    let settle = move |_: &[_]| Settling { kept: vec![room.draft(now)], gone: Vec::new() };
    desk.commit_settling(Deed::EDIT, edits.into_iter().collect(), Box::new(settle)).await?;
    stands(desk).await
}

/// Closes the round, and says what lacks something. What still stands in the composer is parked, and on that list.
///
/// # Errors
/// `no-round`, or what the store refuses; the round is open then.
pub async fn close_round(desk: &Desk, composed: &Composed) -> Result<TidyView, AppError> {
    let mut room = Room::running(desk).await?;
    let now = desk.now();
    room.now.settle_with_journal(desk).await?;
    let mut ends = Vec::new();
    if let Some(at) = known_end(desk, &room.now, now).await? {
        let over = [Some(&room.now), room.back_to.as_ref()].into_iter().flatten();
        ends.extend(over.filter_map(|intervention| Some((intervention.turn?, at))));
    }
    for parked in all_parked(&desk.store().drafts().await?).into_iter().filter(|parked| parked.round == room.round) {
        if let Some(turn) = parked.now.turn
            && desk.store().record(turn).await?.is_some_and(|record| !record.fields.contains_key(&field::ENDS))
        {
            ends.push((turn, parked.at));
        }
    }
    ends.sort_unstable();
    ends.dedup_by_key(|(turn, _)| *turn);
    let mut edits: Vec<_> = ends
        .into_iter()
        .map(|(turn, at)| Edit::Set { record: turn, fields: Fields::from([(field::ENDS, Value::Int(at))]) })
        .collect();
    edits.extend(spoke(desk, room.round).await?);
    let mut kept = Vec::new();
    if composed.has_words() {
        kept.push(put_aside(&mut room, composed.clone(), now));
    }
    room.closed = Some(now);
    kept.push(room.draft(now));
    let settle = move |_: &[_]| Settling { kept, gone: vec![COMPOSER.to_owned()] };
    desk.commit_settling(Deed::PRESENCE, edits, Box::new(settle)).await?;
    tidy(desk).await
}

/// Opens the round that was closed last once more: whoever spoke has the floor again.
///
/// # Errors
/// `no-round`, or what the disk refuses.
pub async fn reopen_round(desk: &Desk) -> Result<CaptureView, AppError> {
    let mut room = Room::read(desk).await?.ok_or_else(|| AppError::new("no-round", &[]))?;
    room.closed = None;
    room.keep(desk).await?;
    stands(desk).await
}

/// The list is done with: another round can be opened. What is parked stays.
///
/// # Errors
/// What the disk refuses.
pub async fn leave_round(desk: &Desk) -> Result<CaptureView, AppError> {
    desk.store().settle(Settling { kept: Vec::new(), gone: vec![ROOM.to_owned(), COMPOSER.to_owned()] }).await?;
    stands(desk).await
}
