//! Who is speaking: groups, organisation, language, through an interpreter or not. Holds until the next speaker.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Settling};
use serde::Deserialize;

use super::ends::known_end;
use super::room::{Intervention, Room};
use super::view::{RoomView, room_view};
use crate::contributions::language_tag;
use crate::desk::Desk;
use crate::error::AppError;
use crate::speakers;
use crate::structure::{Structure, text, texts, tidy_name, unknown};

/// What is said about who is speaking; all of it, each time.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Speaking {
    /// Labels or keys.
    pub groups: Vec<String>,
    /// By name; empty where nobody noted it.
    pub organisation: String,
    /// BCP 47; empty where it is to be guessed.
    pub language: String,
    pub interpreted: bool,
    /// The turn of somebody who speaks again.
    pub again: Option<String>,
}

/// Says who is speaking. Where something of theirs is recorded already, it is put right with it: their groups and their
/// organisation, and a group on what had none.
///
/// # Errors
/// `no-round`, `unknown-group`, `unknown-language`, `name-too-long`, `unknown-speaker`.
pub async fn speaking(desk: &Desk, asked: &Speaking) -> Result<RoomView, AppError> {
    let structure = desk.structure().await?;
    let mut room = Room::running(desk).await?;
    room.now.settle_with_journal(desk).await?;
    let edits = if let Some(turn) = asked.again.as_deref() {
        takes_the_floor_again(desk, &structure, &mut room, turn).await?
    } else {
        let before = room.now.clone();
        describe(&structure, &mut room.now, asked)?;
        put_right(desk, &structure, &before, &room.now).await?
    };
    let now = desk.now();
    let draft = room.draft(now);
    let settle = move |_: &[RecordId]| Settling { kept: vec![draft], gone: Vec::new() };
    desk.commit_settling(Deed::EDIT, edits, Box::new(settle)).await?;
    let structure = desk.structure().await?;
    room_view(desk, &structure, &room)
}

fn describe(structure: &Structure, now: &mut Intervention, asked: &Speaking) -> Result<(), AppError> {
    now.groups =
        asked.groups.iter().map(|group| Ok(structure.group(group)?.key.clone())).collect::<Result<_, AppError>>()?;
    let organisation = asked.organisation.trim();
    now.organisation = if organisation.is_empty() { String::new() } else { tidy_name(organisation)? };
    if now.groups.is_empty() {
        let folded = now.organisation.to_lowercase();
        let known = structure.organisations.values().find(|known| known.name.to_lowercase() == folded);
        now.groups = known.map(|known| known.groups.clone()).unwrap_or_default();
    }
    let language = asked.language.trim();
    now.language = if language.is_empty() { None } else { Some(language_tag(language)?) };
    now.interpreted = asked.interpreted;
    Ok(())
}

/// Somebody who spoke before goes on in a turn of their own. What they allowed then is not asked anew: what was announced
/// to the round holds, and whatever was tighter than that.
async fn takes_the_floor_again(
    desk: &Desk,
    structure: &Structure,
    room: &mut Room,
    turn: &str,
) -> Result<Vec<Edit>, AppError> {
    let unknown = || unknown("unknown-speaker", turn, std::iter::empty());
    let id: RecordId = turn.parse().map_err(|_| unknown())?;
    let turn = desk.store().record(id).await?.ok_or_else(unknown)?;
    let speaker = turn.fields.get(&field::SPEAKER_OF).and_then(Value::record).ok_or_else(unknown)?;
    let record = desk.store().record(speaker).await?.ok_or_else(unknown)?;
    let at = desk.now();
    let end = known_end(desk, &room.now, at).await?;
    let ended = room.now.turn.zip(end);
    let ended =
        ended.map(|(turn, at)| Edit::Set { record: turn, fields: Fields::from([(field::ENDS, Value::Int(at))]) });
    if room.now.is_untouched() && room.now.number + 1 == room.next {
        // Nobody had this number yet.
        room.next = room.now.number;
    }
    let segment = room.segment(structure)?.clone();
    let now = &mut room.now;
    *now = Intervention::begins(now.number, at, &segment);
    now.speaker = Some(speaker);
    now.groups = texts(&record, field::GROUPS);
    let organisation = record.fields.get(&field::ORGANISATION_OF).and_then(Value::record);
    now.organisation = organisation
        .and_then(|id| structure.organisations.get(&id))
        .map(|organisation| organisation.name.clone())
        .unwrap_or_default();
    let name = text(&record, field::NAME);
    if let Some(number) = name.rsplit(' ').next().and_then(|number| number.parse().ok()) {
        now.number = number;
    }
    let before = crate::structure::read_permissions(&turn);
    now.permissions = super::permit::tightest(now.permissions, before);
    Ok(ended.into_iter().collect())
}

/// What is recorded already and says less, or something else, about the speaker.
async fn put_right(
    desk: &Desk,
    structure: &Structure,
    before: &Intervention,
    now: &Intervention,
) -> Result<Vec<Edit>, AppError> {
    let Some(speaker) = now.speaker else { return Ok(Vec::new()) };
    let mut edits = Vec::new();
    let mut fields = Fields::new();
    if before.groups != now.groups {
        let gone = before.groups.iter().filter(|group| !now.groups.contains(group)).cloned().map(Value::from);
        fields.insert(field::GROUPS, Value::set(now.groups.iter().cloned().map(Value::from), gone.collect::<Vec<_>>()));
        for id in &now.recorded {
            if desk.store().contribution(*id).await?.is_some_and(|row| row.groups.is_empty()) && !now.groups.is_empty()
            {
                let groups = Value::set(now.groups.iter().cloned().map(Value::from), []);
                edits.push(Edit::Set { record: *id, fields: Fields::from([(field::GROUPS, groups)]) });
            }
        }
    }
    if before.organisation != now.organisation {
        // What is made stands first, so that its place is the one that stands for it.
        let mut made = Vec::new();
        let organisation = speakers::organisation(structure, &now.organisation, &now.groups, &mut made);
        made.append(&mut edits);
        edits = made;
        fields.insert(field::ORGANISATION_OF, organisation.unwrap_or(Value::Null));
    }
    if !fields.is_empty() {
        edits.push(Edit::Set { record: speaker, fields });
    }
    Ok(edits)
}
