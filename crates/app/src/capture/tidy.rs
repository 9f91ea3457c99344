//! The list that is walked when a round closes: what lacks a group, an objective or an end, and what is parked.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Query};
use serde::Deserialize;

use super::ends::without_end;
use super::parked::all_parked;
use super::room::Room;
use super::view::{TidyView, parked_view, session_of};
use crate::contributions::{self, Labels};
use crate::desk::Desk;
use crate::error::AppError;

/// What is to be added to a contribution.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PutRight {
    /// Its id.
    pub contribution: String,
    /// Labels or keys.
    pub groups: Vec<String>,
    /// Ids, numbers, letters.
    pub nodes: Vec<String>,
}

/// What lacks something in the round that was opened last.
///
/// # Errors
/// `no-round`, or what the store refuses.
pub async fn tidy(desk: &Desk) -> Result<TidyView, AppError> {
    let structure = desk.structure().await?;
    let room = Room::read(desk).await?.ok_or_else(|| AppError::new("no-round", &[]))?;
    let segment = room.segment(&structure)?;
    let query = Query { segments: Some(vec![room.round]), ..Query::default() };
    let rows = desk.store().lacking(room.round).await?;
    let labels = Labels::read(desk, &structure, &rows).await?;
    let parked = all_parked(&desk.store().drafts().await?);
    Ok(TidyView {
        round: structure.label(&segment.name),
        session: session_of(&structure, segment),
        recorded: desk.store().find(&query, 0, 0).await?.total,
        lacking: rows.iter().map(|row| labels.row(row)).collect(),
        open: without_end(desk, &structure, room.round).await?,
        closed: room.closed,
        parked: parked.iter().map(|parked| parked_view(&structure, parked, Some(&room))).collect(),
    })
}

/// Adds what a contribution lacked.
///
/// # Errors
/// `unknown-contribution`, `unknown-group`, `unknown-node`.
pub async fn put_right(desk: &Desk, asked: &PutRight) -> Result<TidyView, AppError> {
    let structure = desk.structure().await?;
    let contribution = contributions::one(desk, &asked.contribution).await?;
    let groups = asked.groups.iter().map(|group| Ok(Value::from(structure.group(group)?.key.as_str())));
    let nodes = asked.nodes.iter().map(|node| Ok(Value::from(structure.node(node)?.key.as_str())));
    let (groups, nodes) = (groups.collect::<Result<Vec<_>, AppError>>()?, nodes.collect::<Result<Vec<_>, AppError>>()?);
    let mut fields = Fields::new();
    for (field, added) in [(field::GROUPS, groups), (field::TAGS, nodes)] {
        if !added.is_empty() {
            fields.insert(field, Value::set(added, []));
        }
    }
    if !fields.is_empty() {
        desk.commit(Deed::TAG, vec![Edit::Set { record: contribution.id, fields }]).await?;
    }
    tidy(desk).await
}
