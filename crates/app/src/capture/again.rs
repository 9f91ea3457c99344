//! What was recorded for the wrong speaker, group, question or round is given to the right one. It never loosens anything:
//! of two speakers' answers and two rounds' rules the stricter holds.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Contribution, Edit, Record, Settling};
use serde::Deserialize;

use super::permit::tightest;
use super::record::Said;
use super::room::{Intervention, Room};
use super::view::{CaptureView, InterventionView, stands};
use crate::contributions::{self, set_permissions};
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{Structure, is_put_away, number, read_permissions, text, texts, unknown};

/// To whom or to what contributions are to be given; what is empty stays as it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reassign {
    /// Ids.
    pub contributions: Vec<String>,
    /// The turn of somebody who spoke; `new` for somebody who has not been noted yet.
    pub turn: Option<String>,
    /// Labels or keys, in the place of those that stand there.
    pub groups: Option<Vec<String>>,
    /// Counted from 1; 0: none.
    pub question: Option<u32>,
    /// The id of a round.
    pub round: Option<String>,
}

/// Somebody who has not been noted yet.
const NEW: &str = "new";

/// Those who spoke in the round, the last one first.
///
/// # Errors
/// `no-round`.
pub async fn interventions(desk: &Desk) -> Result<Vec<InterventionView>, AppError> {
    let structure = desk.structure().await?;
    let room = Room::running(desk).await?;
    let mut views = Vec::new();
    for turn in desk.store().records(field::TURN).await? {
        if turn.fields.get(&field::SEGMENT_OF).and_then(Value::record) != Some(room.round) || is_put_away(&turn) {
            continue;
        }
        // Who withdrew is nobody's speaker any more.
        let Some(speaker) = speaker_of(desk, &turn).await? else { continue };
        views.push(InterventionView {
            turn: turn.id.to_string(),
            speaker: text(&speaker, field::NAME),
            groups: texts(&speaker, field::GROUPS).iter().map(|key| structure.group_label(key)).collect(),
            began: number(&turn, field::STARTS).unwrap_or_default(),
        });
    }
    views.sort_by_key(|view| std::cmp::Reverse(view.began));
    Ok(views)
}

pub(super) async fn speaker_of(desk: &Desk, turn: &Record) -> Result<Option<Record>, AppError> {
    match turn.fields.get(&field::SPEAKER_OF).and_then(Value::record) {
        Some(id) => Ok(desk.store().record(id).await?),
        None => Ok(None),
    }
}

/// Gives contributions to another speaker, group, question or round, in one action.
///
/// # Errors
/// `no-round`, `unknown-contribution`, `unknown-speaker`, `unknown-group`, `unknown-round`.
pub async fn reassign(desk: &Desk, asked: &Reassign) -> Result<CaptureView, AppError> {
    let structure = desk.structure().await?;
    let mut room = Room::running(desk).await?;
    room.now.settle_with_journal(desk).await?;
    let mut rows = Vec::with_capacity(asked.contributions.len());
    for id in &asked.contributions {
        rows.push(contributions::one(desk, id).await?);
    }
    let mut said = Said::default();
    let to = match asked.turn.as_deref() {
        Some(NEW) => Some(somebody_new(&structure, &mut room, &rows, asked, &mut said)?),
        Some(turn) => Some(somebody_known(desk, turn).await?),
        None => None,
    };
    for row in &rows {
        let fields = fields_of(&structure, row, asked, to.as_ref())?;
        if !fields.is_empty() {
            said.edits.push(Edit::Set { record: row.id, fields });
        }
    }
    let moved: Vec<RecordId> = rows.iter().map(|row| row.id).collect();
    if to.is_some() {
        room.now.recorded.retain(|id| !moved.contains(id));
    }
    let draft = room.draft(desk.now());
    let settle = move |_: &[RecordId]| Settling { kept: vec![draft], gone: Vec::new() };
    desk.commit_settling(Deed::EDIT, said.edits, Box::new(settle)).await?;
    stands(desk).await
}

/// Whose words they were.
struct To {
    speaker: Value,
    turn: Value,
    groups: Vec<String>,
    permissions: anteroom_model::permission::Permissions,
}

async fn somebody_known(desk: &Desk, asked: &str) -> Result<To, AppError> {
    let unknown = || unknown("unknown-speaker", asked, std::iter::empty());
    let id: RecordId = asked.parse().map_err(|_| unknown())?;
    let turn = desk.store().record(id).await?.filter(|turn| turn.kind == field::TURN).ok_or_else(unknown)?;
    let speaker = speaker_of(desk, &turn).await?.ok_or_else(unknown)?;
    Ok(To {
        speaker: speaker.id.into(),
        turn: turn.id.into(),
        groups: texts(&speaker, field::GROUPS),
        permissions: read_permissions(&turn),
    })
}

/// A speaker and a turn of their own, from when the first of these words was recorded.
fn somebody_new(
    structure: &Structure,
    room: &mut Room,
    rows: &[Contribution],
    asked: &Reassign,
    said: &mut Said,
) -> Result<To, AppError> {
    let segment = room.segment(structure)?.clone();
    let began = rows.iter().map(|row| row.recorded_at).min().unwrap_or(room.now.began);
    let mut theirs = Intervention::begins(room.take_number(), began, &segment);
    theirs.groups = groups_of(structure, asked)?.unwrap_or_default();
    let (speaker, turn) = said.turn(structure, &segment, &theirs, None);
    // They were speaking until the last of it was typed.
    said.turn_ends(rows.iter().map(|row| row.recorded_at).max().unwrap_or(began));
    Ok(To { speaker, turn, groups: theirs.groups, permissions: segment.permissions })
}

fn groups_of(structure: &Structure, asked: &Reassign) -> Result<Option<Vec<String>>, AppError> {
    let Some(groups) = &asked.groups else { return Ok(None) };
    groups.iter().map(|group| Ok(structure.group(group)?.key.clone())).collect::<Result<_, AppError>>().map(Some)
}

fn fields_of(structure: &Structure, row: &Contribution, asked: &Reassign, to: Option<&To>) -> Result<Fields, AppError> {
    let mut fields = Fields::new();
    let mut groups = groups_of(structure, asked)?;
    if let Some(to) = to {
        fields.insert(field::SPEAKER_OF, to.speaker.clone());
        fields.insert(field::TURN_OF, to.turn.clone());
        groups = groups.or_else(|| Some(to.groups.clone()));
        let tight = tightest(row.permissions, to.permissions);
        if tight != row.permissions {
            set_permissions(&mut fields, tight);
        }
    }
    if let Some(groups) = groups {
        let gone = row.groups.iter().filter(|group| !groups.contains(group)).cloned().map(Value::from);
        fields.insert(field::GROUPS, Value::set(groups.iter().cloned().map(Value::from), gone.collect::<Vec<_>>()));
    }
    fields.extend(contributions::place(structure, row, asked.round.as_deref(), asked.question)?);
    Ok(fields)
}
