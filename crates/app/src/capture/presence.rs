//! Who is in the room, and who of them has not been heard. Absent is not silent.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Heard, Record};
use serde::Deserialize;

use super::room::Room;
use super::view::{GroupPresence, PresenceView};
use crate::desk::Desk;
use crate::error::AppError;
use crate::programme::{self, PRESENCES};
use crate::structure::{Structure, is_put_away, number, text};

/// The places in `PRESENCES`.
const IN_THE_ROOM: i64 = 2;
const SPOKE: i64 = 3;

/// How a group or an organisation is there.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SayPresence {
    /// The key of a group, or a name.
    pub who: String,
    /// One of `not-expected`, `expected`, `in-the-room`, `spoke`.
    pub is: String,
}

/// Says how somebody is there, in the round that is open.
///
/// # Errors
/// `no-round`, `unknown-group`, `unknown-presence`.
pub async fn say_presence(desk: &Desk, asked: &SayPresence) -> Result<PresenceView, AppError> {
    let room = Room::running(desk).await?;
    programme::set_presence(desk, &room.round.to_string(), &asked.who, &asked.is).await?;
    presence(desk).await
}

/// How each group is there, in the round that was opened last. Whoever was heard spoke, whatever was noted.
///
/// # Errors
/// What the store refuses.
pub async fn presence(desk: &Desk) -> Result<PresenceView, AppError> {
    let structure = desk.structure().await?;
    let Some(room) = Room::read(desk).await? else { return Ok(PresenceView::default()) };
    let noted = said(desk, room.round).await?;
    let noted = noted.values().any(|record| number(record, field::PRESENT).is_some_and(|is| is >= IN_THE_ROOM));
    Ok(PresenceView { noted, groups: groups(desk, &structure, room.round).await? })
}

/// The groups that are in the room and have not been heard, as they are called.
pub(super) async fn not_heard(desk: &Desk, structure: &Structure, round: RecordId) -> Result<Vec<String>, AppError> {
    let groups = groups(desk, structure, round).await?;
    let silent = groups.into_iter().filter(|group| PRESENCES.get(IN_THE_ROOM as usize) == Some(&group.is.as_str()));
    Ok(silent.map(|group| group.group.label).collect())
}

async fn groups(desk: &Desk, structure: &Structure, round: RecordId) -> Result<Vec<GroupPresence>, AppError> {
    let said = said(desk, round).await?;
    let heard = heard(&desk.store().heard(round).await?);
    let mut organisations: BTreeMap<&str, u32> = BTreeMap::new();
    for (who, record) in &said {
        let known = who.parse::<RecordId>().ok().and_then(|id| structure.organisations.get(&id));
        if number(record, field::PRESENT).is_some_and(|is| is >= IN_THE_ROOM) {
            for group in known.map(|known| known.groups.as_slice()).unwrap_or_default() {
                *organisations.entry(group).or_default() += 1;
            }
        }
    }
    let in_use = structure.groups.iter().filter(|group| group.in_use);
    let view = in_use.map(|group| {
        let noted = said.get(&group.key).and_then(|record| number(record, field::PRESENT)).unwrap_or_default();
        let heard = heard.get(&group.key).map_or(0, BTreeSet::len);
        let is = if heard > 0 { SPOKE } else { noted };
        let is = usize::try_from(is).ok().and_then(|is| PRESENCES.get(is)).copied().unwrap_or("not-expected");
        GroupPresence {
            group: structure.group_label(&group.key),
            is: is.to_owned(),
            organisations: organisations.get(group.key.as_str()).copied().unwrap_or_default(),
            heard: u32::try_from(heard).unwrap_or(u32::MAX),
        }
    });
    Ok(view.collect())
}

/// The speakers who were heard of each group.
fn heard(alike: &[Heard]) -> BTreeMap<String, BTreeSet<Option<RecordId>>> {
    let mut heard: BTreeMap<String, BTreeSet<_>> = BTreeMap::new();
    for some in alike {
        for group in &some.groups {
            heard.entry(group.clone()).or_default().insert(some.speaker);
        }
    }
    heard
}

/// What was noted in a round, by whom it is about.
async fn said(desk: &Desk, round: RecordId) -> Result<BTreeMap<String, Record>, AppError> {
    let records = desk.store().records(field::PRESENCE).await?;
    let here = records.into_iter().filter(|record| {
        record.fields.get(&field::SEGMENT_OF).and_then(Value::record) == Some(round) && !is_put_away(record)
    });
    Ok(here.map(|record| (text(&record, field::WHO), record)).collect())
}

/// What says of every group that was heard that it spoke.
pub(super) async fn spoke(desk: &Desk, round: RecordId) -> Result<Vec<Edit>, AppError> {
    let said = said(desk, round).await?;
    let mut edits = Vec::new();
    for group in heard(&desk.store().heard(round).await?).into_keys() {
        let present = (field::PRESENT, Value::Int(SPOKE));
        match said.get(&group) {
            Some(record) if number(record, field::PRESENT) == Some(SPOKE) => {}
            Some(record) => edits.push(Edit::Set { record: record.id, fields: Fields::from([present]) }),
            None => {
                let fields = Fields::from([(field::SEGMENT_OF, round.into()), (field::WHO, group.into()), present]);
                edits.push(Edit::Create { kind: field::PRESENCE, fields, mark: None });
            }
        }
    }
    Ok(edits)
}
