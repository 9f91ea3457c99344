//! Recording in a turn: the words, and with the first of them the speaker and the turn, in one action.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Ranked, Wording};
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Settling, made};
use serde::Deserialize;

use super::composed::Composed;
use super::ends::known_end;
use super::parked::aside;
use super::room::{COMPOSER, Intervention, Room};
use super::taken_back::was_parked;
use super::view::{Recorded, room_view};
use crate::contributions::{self, NewContribution, RecordContribution, set_permissions};
use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::say;
use crate::speakers;
use crate::structure::{Segment, Structure};

/// What stands in the composer is to be recorded.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecordInTurn {
    pub composed: Composed,
    /// Whether somebody else speaks from now on. Then nothing need stand there.
    pub next: bool,
}

/// Records what stands in the composer, under what holds for who is speaking; then, if so asked, the next one speaks.
///
/// # Errors
/// `no-round`, `empty-text`, `text-too-long`, `unknown-…`, `not-allowed`, or what the store refuses.
pub async fn record(desk: &Desk, asked: &RecordInTurn) -> Result<Recorded, AppError> {
    let structure = desk.structure().await?;
    let mut room = Room::running(desk).await?;
    let segment = room.segment(&structure)?.clone();
    room.now.settle_with_journal(desk).await?;
    let mut said = Said::default();
    if asked.composed.has_words() || !asked.next {
        said.contribution(&structure, &segment, &room, &asked.composed)?;
    }
    let now = desk.now();
    let heard = said.places.contribution.is_some();
    if asked.next {
        let end = if heard { Some(now) } else { known_end(desk, &room.now, now).await? };
        if let Some(at) = end {
            said.ends(&room, at);
        }
    } else if heard && room.back_to.is_some() {
        // What was parked is finished, and whoever spoke before goes on.
        said.now_ends(&room, now);
    }
    let places = said.places;
    let next = asked.next;
    let settle = {
        let mut room = room.clone();
        move |created: &[RecordId]| {
            // What was parked is parked again if this is taken back.
            let parked = room.taken_up.is_some().then(|| aside(&mut room, Composed::default(), now));
            let id = places.fill_in(&mut room.now, created);
            moves_on(&mut room, id.is_some(), next, now, &segment);
            let was = parked.zip(id).map(|(parked, id)| was_parked(parked, id, now));
            Settling { kept: was.into_iter().chain([room.draft(now)]).collect(), gone: vec![COMPOSER.to_owned()] }
        }
    };
    let committed = desk.commit_settling(Deed::RECORD, said.edits, Box::new(settle)).await?;
    let row = match places.contribution.and_then(|place| committed.created.get(place)) {
        Some(id) => Some(contributions::row(desk, &id.to_string()).await?),
        None => None,
    };
    let room = Room::running(desk).await?;
    Ok(Recorded { row, room: room_view(desk, &structure, &room)? })
}

/// Who speaks after something was recorded: the same one, whoever spoke before a parked draft was taken up, or the next.
fn moves_on(room: &mut Room, recorded: bool, next: bool, at: i64, segment: &Segment) {
    if next {
        room.back_to = None;
        room.go_on(at, segment);
    } else if recorded && let Some(before) = room.back_to.take() {
        room.now = before;
    }
}

/// The edits of one recording.
#[derive(Default)]
pub(super) struct Said {
    pub(super) edits: Vec<Edit>,
    pub(super) places: Places,
    /// Where in `edits` the turn is made.
    turn_made: Option<usize>,
}

/// Where among the new records each one stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Places {
    speaker: Option<usize>,
    turn: Option<usize>,
    pub(super) contribution: Option<usize>,
}

impl Places {
    /// Puts the ids of what was made into the intervention it was made for, and says the contribution's.
    pub(super) fn fill_in(self, now: &mut Intervention, created: &[RecordId]) -> Option<RecordId> {
        let made = |place: Option<usize>| place.and_then(|place| created.get(place)).copied();
        now.speaker = made(self.speaker).or(now.speaker);
        now.turn = made(self.turn).or(now.turn);
        let id = made(self.contribution);
        now.recorded.extend(id);
        id
    }
}

impl Said {
    fn create(&mut self, kind: field::Kind, fields: Fields) -> usize {
        self.edits.push(Edit::Create { kind, fields, mark: None });
        self.edits.len() - 1
    }

    /// The words, and what they hang on where that is not there yet.
    pub(super) fn contribution(
        &mut self,
        structure: &Structure,
        segment: &Segment,
        room: &Room,
        composed: &Composed,
    ) -> Result<(), AppError> {
        let now = &room.now;
        let request = RecordContribution {
            text: composed.text.clone(),
            groups: now.groups.clone(),
            kind: composed.kind.clone(),
            language: now.language.clone(),
            nodes: composed.nodes.clone(),
            segment: Some(segment.record.to_string()),
            // Who hears through an interpreter does not hear the words themselves.
            wording: Some(match (now.interpreted, composed.verbatim) {
                (true, _) => Wording::Interpreted,
                (false, true) => Wording::Verbatim,
                (false, false) => Wording::Paraphrase,
            }),
            ..RecordContribution::default()
        };
        let NewContribution(mut fields) = NewContribution::read(request, structure)?;
        let language = fields.get(&field::LANGUAGE).cloned();
        let (speaker, turn) = self.turn(structure, segment, now, language);
        for field in [field::SHARE, field::QUOTE, field::NAME_ORGANISATION, field::NAME_PERSON] {
            fields.remove(&field);
        }
        set_permissions(&mut fields, now.permissions);
        fields.insert(field::RULE, Value::Int(room.rule(segment).rank()));
        fields.insert(field::SPEAKER_OF, speaker);
        fields.insert(field::TURN_OF, turn);
        if room.question > 0 {
            fields.insert(field::QUESTION, Value::Int(i64::from(room.question)));
        }
        self.places.contribution = Some(self.create(field::CONTRIBUTION, fields));
        Ok(())
    }

    /// The speaker and the turn: those that are there, or made in this action.
    pub(super) fn turn(
        &mut self,
        structure: &Structure,
        segment: &Segment,
        now: &Intervention,
        language: Option<Value>,
    ) -> (Value, Value) {
        let speaker = now.speaker.map_or_else(|| self.speaker(structure, now), Value::from);
        let turn = now.turn.map_or_else(|| self.new_turn(segment, now, &speaker, language), Value::from);
        (speaker, turn)
    }

    fn speaker(&mut self, structure: &Structure, now: &Intervention) -> Value {
        let name = say(&structure.language, "speaker-numbered", &[("number", &now.number.to_string())]);
        let mut fields = Fields::from([(field::NAME, name.into())]);
        if !now.groups.is_empty() {
            fields.insert(field::GROUPS, Value::set(now.groups.iter().cloned().map(Value::from), []));
        }
        if let Some(organisation) = speakers::organisation(structure, &now.organisation, &now.groups, &mut self.edits) {
            fields.insert(field::ORGANISATION_OF, organisation);
        }
        let place = self.create(field::SPEAKER, fields);
        self.places.speaker = Some(place);
        made(place as u32)
    }

    fn new_turn(&mut self, segment: &Segment, now: &Intervention, speaker: &Value, language: Option<Value>) -> Value {
        let mut fields = Fields::from([
            (field::SEGMENT_OF, segment.record.into()),
            (field::SPEAKER_OF, speaker.clone()),
            (field::STARTS, Value::Int(now.began)),
        ]);
        fields.extend(language.map(|language| (field::LANGUAGE, language)));
        set_permissions(&mut fields, now.permissions);
        let place = self.create(field::TURN, fields);
        self.turn_made = Some(place);
        self.places.turn = Some(place);
        made(place as u32)
    }

    /// The turn is over, and with it the one that waited for a parked draft.
    pub(super) fn ends(&mut self, room: &Room, at: i64) {
        self.now_ends(room, at);
        let before = room.back_to.as_ref().and_then(|before| before.turn);
        self.edits.extend(before.filter(|turn| room.now.turn != Some(*turn)).map(|turn| ends(turn, at)));
    }

    /// The turn is over. Of one that is made in this action the end stands in what makes it.
    fn now_ends(&mut self, room: &Room, at: i64) {
        if !self.turn_ends(at) {
            self.edits.extend(room.now.turn.map(|turn| ends(turn, at)));
        }
    }

    /// The turn that is made in this action is over; `false` where none is.
    pub(super) fn turn_ends(&mut self, at: i64) -> bool {
        let made = self.turn_made.and_then(|place| self.edits.get_mut(place));
        let Some(Edit::Create { fields, .. }) = made else { return false };
        fields.insert(field::ENDS, Value::Int(at));
        true
    }
}

/// A turn that is there already ends.
fn ends(turn: RecordId, at: i64) -> Edit {
    Edit::Set { record: turn, fields: Fields::from([(field::ENDS, Value::Int(at))]) }
}
