//! The room as it stands on this computer: which round, who speaks. Kept as a draft; the journal has the turns.

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Permissions};
use anteroom_store::{Draft, Settling};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::parked::all_parked;
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{Segment, Structure, is_put_away};

/// The names under which drafts are kept.
pub(super) const ROOM: &str = "room";
pub(super) const TYPING: &str = "typing";
pub(super) const COMPOSER: &str = "composer";
pub(super) const NOTE: &str = "note";
pub(super) const PARKED: &str = "parked-";
pub(super) const RECORDED: &str = "recorded";
pub(super) const SINCE: &str = "rule-";

/// A round that somebody opened here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Room {
    pub(super) round: RecordId,
    /// Milliseconds since 1970, UTC.
    pub(super) opened: i64,
    pub(super) closed: Option<i64>,
    /// Which of its questions, counted from 1; 0: none.
    pub(super) question: u32,
    /// The number of the speaker who comes next.
    pub(super) next: u32,
    /// A stricter rule than the round's, for what is recorded from now on.
    pub(super) rule: Option<AttributionRule>,
    /// How many drafts were parked so far.
    pub(super) parked: u32,
    pub(super) now: Intervention,
    /// Who was speaking when a parked draft was taken up: they speak again once it is recorded.
    pub(super) back_to: Option<Intervention>,
    /// Where what stands in the composer was parked.
    pub(super) taken_up: Option<TakenUp>,
}

/// A parked draft that was taken up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct TakenUp {
    /// As what its words were recorded before, and taken back.
    pub(super) once: Vec<RecordId>,
    /// The rule under which it was said: whatever the round's is by now, a looser one does not hold for it.
    pub(super) rule: Option<AttributionRule>,
}

/// One speaker's time, also before anything of it is recorded. Holds until the next speaker.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Intervention {
    /// The how manieth speaker of the round.
    pub(super) number: u32,
    /// Milliseconds since 1970, UTC.
    pub(super) began: i64,
    /// Once something was recorded.
    pub(super) turn: Option<RecordId>,
    pub(super) speaker: Option<RecordId>,
    /// Keys.
    pub(super) groups: Vec<String>,
    /// By name; it may be one that nobody has heard of yet.
    pub(super) organisation: String,
    /// Where it is not to be guessed.
    pub(super) language: Option<String>,
    pub(super) interpreted: bool,
    pub(super) permissions: Permissions,
    /// What was recorded of it, in this order.
    pub(super) recorded: Vec<RecordId>,
}

impl Intervention {
    /// Somebody begins to speak: what was announced to the round holds.
    pub(super) fn begins(number: u32, began: i64, segment: &Segment) -> Self {
        Self { number, began, permissions: segment.permissions, ..Self::default() }
    }

    /// Whether nobody has said anything about it yet.
    pub(super) fn is_untouched(&self) -> bool {
        self.turn.is_none() && self.groups.is_empty() && self.organisation.is_empty() && self.speaker.is_none()
    }

    /// Forgets what is not shown any more, because its recording was taken back.
    pub(super) async fn settle_with_journal(&mut self, desk: &Desk) -> Result<(), AppError> {
        for kept in [&mut self.turn, &mut self.speaker] {
            if let Some(id) = *kept
                && desk.store().record(id).await?.is_none_or(|record| is_put_away(&record))
            {
                *kept = None;
            }
        }
        let mut shown = Vec::with_capacity(self.recorded.len());
        for id in &self.recorded {
            if desk.store().contribution(*id).await?.is_some() {
                shown.push(*id);
            }
        }
        self.recorded = shown;
        Ok(())
    }
}

impl Room {
    pub(super) async fn read(desk: &Desk) -> Result<Option<Self>, AppError> {
        Ok(desk.store().draft(ROOM).await?.and_then(|draft| read(&draft)))
    }

    /// The round that is open here.
    ///
    /// # Errors
    /// `no-round`.
    pub(super) async fn running(desk: &Desk) -> Result<Self, AppError> {
        let room = Self::read(desk).await?.filter(|room| room.closed.is_none());
        room.ok_or_else(|| AppError::new("no-round", &[]))
    }

    pub(super) fn draft(&self, at: i64) -> Draft {
        written(ROOM.to_owned(), self, at)
    }

    pub(super) async fn keep(&self, desk: &Desk) -> Result<(), AppError> {
        Ok(desk.store().settle(Settling { kept: vec![self.draft(desk.now())], gone: Vec::new() }).await?)
    }

    pub(super) fn segment<'s>(&self, structure: &'s Structure) -> Result<&'s Segment, AppError> {
        structure.segment(&self.round.to_string())
    }

    /// The rule under which something is recorded now: the strictest of the round's, of what was said since, and of what
    /// held when it was parked.
    pub(super) fn rule(&self, segment: &Segment) -> AttributionRule {
        self.stricter().map_or(segment.rule, |rule| rule.min(segment.rule))
    }

    /// The rule beside the round's own that what stands in the composer was said under.
    pub(super) fn stricter(&self) -> Option<AttributionRule> {
        self.rule.into_iter().chain(self.taken_up.as_ref().and_then(|taken| taken.rule)).min()
    }

    /// The next one begins to speak. Who said nothing and is nobody yet gives their number on.
    pub(super) fn go_on(&mut self, at: i64, segment: &Segment) {
        let number = if self.now.is_untouched() { self.now.number } else { self.take_number() };
        self.now = Intervention::begins(number, at, segment);
    }

    pub(super) fn take_number(&mut self) -> u32 {
        let number = self.next.max(1);
        self.next = number + 1;
        number
    }
}

/// What is under way on this computer.
#[derive(Debug, Default)]
pub(crate) struct Open {
    /// The round that was opened here, by its name.
    pub(crate) round: Option<String>,
    /// Whether it is over, and is being tidied up.
    pub(crate) closed: bool,
    /// How many drafts were put aside.
    pub(crate) parked: u32,
}

/// What is under way here.
///
/// # Errors
/// What the store refuses.
pub(crate) async fn open(desk: &Desk) -> Result<Open, AppError> {
    let parked = all_parked(&desk.store().drafts().await?).len() as u32;
    let Some(room) = Room::read(desk).await? else { return Ok(Open { parked, ..Open::default() }) };
    let structure = desk.structure().await?;
    // A round that is gone meanwhile is not open any more.
    let round = room.segment(&structure).ok().map(|segment| structure.label(&segment.name));
    Ok(Open { round, closed: room.closed.is_some(), parked })
}

/// The number of the first speaker who is new in a round: behind all whose turns are there.
pub(super) async fn first_number(desk: &Desk, round: RecordId) -> Result<u32, AppError> {
    let turns = desk.store().records(field::TURN).await?;
    let here = turns.iter().filter(|turn| {
        turn.fields.get(&field::SEGMENT_OF).and_then(anteroom_model::value::Value::record) == Some(round)
            && !is_put_away(turn)
    });
    Ok(u32::try_from(here.count()).unwrap_or(u32::MAX - 1) + 1)
}

/// What stands in a draft; what a newer version wrote and this one cannot read is left alone.
pub(super) fn read<T: DeserializeOwned>(draft: &Draft) -> Option<T> {
    serde_json::from_str(&draft.words).ok()
}

pub(super) fn written(name: String, what: &impl Serialize, at: i64) -> Draft {
    // Texts, numbers and lists of them are always JSON.
    Draft { name, words: serde_json::to_string(what).unwrap_or_default(), at }
}
