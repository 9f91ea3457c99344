//! When an intervention ended. Whoever goes on while somebody is speaking ends it now; where nothing was heard of it for a
//! while (the computer slept, the round is closed on another day), nobody knows, and the list that tidies up asks.

use std::collections::BTreeMap;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::Edit;
use serde::Deserialize;

use super::again::speaker_of;
use super::room::{COMPOSER, Intervention};
use super::tidy::tidy;
use super::view::{OpenTurnView, TidyView};
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{Structure, is_put_away, number, text, texts, unknown};

/// Nobody speaks for so long without a word of it being typed, in milliseconds.
const HEARD_OF: i64 = 30 * 60_000;

/// When it ended, if it is being ended at `at`; `None` where nothing was heard of it for so long that nobody knows.
pub(super) async fn known_end(desk: &Desk, now: &Intervention, at: i64) -> Result<Option<i64>, AppError> {
    let mut heard = now.began;
    for id in &now.recorded {
        heard = heard.max(desk.store().contribution(*id).await?.map_or(0, |row| row.recorded_at));
    }
    heard = heard.max(desk.store().draft(COMPOSER).await?.map_or(0, |draft| draft.at));
    Ok(ended(heard, at))
}

/// What is ended at `at` and was last heard of at `heard`.
fn ended(heard: i64, at: i64) -> Option<i64> {
    (at - heard <= HEARD_OF).then_some(at)
}

/// The turns of a round that have no end, as they began.
pub(super) async fn without_end(
    desk: &Desk,
    structure: &Structure,
    round: RecordId,
) -> Result<Vec<OpenTurnView>, AppError> {
    let said: BTreeMap<_, _> =
        desk.store().said_in_turns(round).await?.into_iter().map(|said| (said.turn, said)).collect();
    let mut turns = desk.store().records(field::TURN).await?;
    turns.retain(|turn| {
        turn.fields.get(&field::SEGMENT_OF).and_then(Value::record) == Some(round) && !is_put_away(turn)
    });
    let began: Vec<_> = turns.iter().filter_map(|turn| number(turn, field::STARTS)).collect();
    let mut views = Vec::new();
    for turn in turns.iter().filter(|turn| number(turn, field::ENDS).is_none()) {
        let starts = number(turn, field::STARTS).unwrap_or_default();
        // Of somebody who withdrew nobody is asked.
        let Some(speaker) = speaker_of(desk, turn).await? else { continue };
        let said = said.get(&turn.id);
        views.push(OpenTurnView {
            turn: turn.id.to_string(),
            speaker: text(&speaker, field::NAME),
            groups: texts(&speaker, field::GROUPS).iter().map(|key| structure.group_label(key)).collect(),
            began: starts,
            recorded: said.map_or(0, |said| said.times),
            last: said.map(|said| said.last).filter(|last| *last >= starts),
            next: began.iter().copied().filter(|other| *other > starts).min(),
        });
    }
    views.sort_by_key(|view| view.began);
    Ok(views)
}

/// When a turn ended.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EndTurn {
    /// Its id.
    pub turn: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
}

/// Says when a turn ended.
///
/// # Errors
/// `unknown-speaker`, `ends-before-it-began`, `ends-later-than-now`.
pub async fn end_turn(desk: &Desk, asked: &EndTurn) -> Result<TidyView, AppError> {
    let unknown = || unknown("unknown-speaker", &asked.turn, std::iter::empty());
    let id: RecordId = asked.turn.parse().map_err(|_| unknown())?;
    let turn = desk.store().record(id).await?.filter(|turn| turn.kind == field::TURN).ok_or_else(unknown)?;
    if number(&turn, field::STARTS).is_some_and(|starts| asked.at < starts) {
        return Err(AppError::new("ends-before-it-began", &[]));
    }
    if asked.at > desk.now() {
        return Err(AppError::new("ends-later-than-now", &[]));
    }
    let fields = Fields::from([(field::ENDS, Value::Int(asked.at))]);
    desk.commit(Deed::EDIT, vec![Edit::Set { record: id, fields }]).await?;
    tidy(desk).await
}

#[test]
fn what_is_closed_on_another_day_did_not_end_then() {
    let said = 1_762_700_000_000;
    assert_eq!(ended(said, said + 5 * 60_000), Some(said + 5 * 60_000));
    assert_eq!(ended(said, said + 15 * 3_600_000), None, "the computer slept");
}
