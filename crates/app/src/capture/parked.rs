//! When two speak at once: a draft is parked with its speaker, another one begins, and the first is taken up again.

use anteroom_journal::deed::Deed;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::AttributionRule;
use anteroom_store::{Draft, Settling};
use serde::{Deserialize, Serialize};

use super::composed::Composed;
use super::record::Said;
use super::room::{COMPOSER, Intervention, PARKED, Room, TakenUp, read, written};
use super::taken_back::was_parked;
use super::tighten::stricter_since;
use super::view::{CaptureView, stands};
use crate::desk::Desk;
use crate::error::AppError;

/// A parked draft, with who was speaking.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct ParkedDraft {
    /// The name of its draft.
    #[serde(skip)]
    pub(super) name: String,
    pub(super) round: RecordId,
    pub(super) question: u32,
    /// A stricter rule than the round's.
    pub(super) rule: Option<AttributionRule>,
    /// Milliseconds since 1970, UTC.
    pub(super) at: i64,
    pub(super) now: Intervention,
    pub(super) composed: Composed,
    /// As what its words were recorded before, and taken back.
    pub(super) once: Vec<RecordId>,
}

/// All that are parked, the oldest first.
pub(super) fn all_parked(drafts: &[Draft]) -> Vec<ParkedDraft> {
    let parked = drafts.iter().filter(|draft| draft.name.starts_with(PARKED));
    parked.filter_map(|draft| Some(ParkedDraft { name: draft.name.clone(), ..read(draft)? })).collect()
}

async fn named(desk: &Desk, name: &str) -> Result<ParkedDraft, AppError> {
    let gone = || AppError::new("unknown-draft", &[]);
    let draft = desk.store().draft(name).await?.filter(|draft| draft.name.starts_with(PARKED)).ok_or_else(gone)?;
    Ok(ParkedDraft { name: draft.name.clone(), ..read(&draft).ok_or_else(gone)? })
}

/// Puts what stands in the composer aside, with who is speaking.
pub(super) fn put_aside(room: &mut Room, composed: Composed, at: i64) -> Draft {
    let parked = aside(room, composed, at);
    written(parked.name.clone(), &parked, at)
}

/// What stands in the composer, as it would be parked.
pub(super) fn aside(room: &mut Room, composed: Composed, at: i64) -> ParkedDraft {
    room.parked += 1;
    ParkedDraft {
        // Numbers begin anew with each round, and what is parked may outlast one.
        name: format!("{PARKED}{at}-{}", room.parked),
        round: room.round,
        question: room.question,
        rule: room.stricter(),
        at,
        now: room.now.clone(),
        composed,
        once: room.taken_up.take().unwrap_or_default().once,
    }
}

/// Parks what stands in the composer; somebody else is speaking. Who spoke before a draft was taken up speaks again.
///
/// # Errors
/// `no-round`, `empty-text`.
pub async fn park(desk: &Desk, composed: &Composed) -> Result<CaptureView, AppError> {
    let structure = desk.structure().await?;
    let mut room = Room::running(desk).await?;
    if !composed.has_words() {
        return Err(AppError::new("empty-text", &[]));
    }
    let now = desk.now();
    let parked = put_aside(&mut room, composed.clone(), now);
    if let Some(before) = room.back_to.take() {
        room.now = before;
    } else {
        let number = room.take_number();
        room.now = Intervention::begins(number, now, room.segment(&structure)?);
    }
    desk.store().settle(Settling { kept: vec![parked, room.draft(now)], gone: vec![COMPOSER.to_owned()] }).await?;
    stands(desk).await
}

/// A parked draft is to be taken up; what stands in the composer is parked in its stead.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Resume {
    pub name: String,
    pub composed: Composed,
}

/// Takes a parked draft up in the round it belongs to: its speaker speaks until it is recorded.
///
/// # Errors
/// `no-round`, `unknown-draft`, `parked-elsewhere`.
pub async fn resume(desk: &Desk, asked: &Resume) -> Result<CaptureView, AppError> {
    let mut room = Room::running(desk).await?;
    let parked = named(desk, &asked.name).await?;
    if parked.round != room.round {
        return Err(AppError::new("parked-elsewhere", &[]));
    }
    let now = desk.now();
    let mut kept = Vec::new();
    if asked.composed.has_words() {
        kept.push(put_aside(&mut room, asked.composed.clone(), now));
    }
    if room.back_to.is_none() && room.now.number != parked.now.number {
        room.back_to = Some(room.now.clone());
    }
    room.now = parked.now;
    room.taken_up = Some(TakenUp { once: parked.once, rule: parked.rule });
    kept.push(written(COMPOSER.to_owned(), &parked.composed, now));
    kept.push(room.draft(now));
    desk.store().settle(Settling { kept, gone: vec![parked.name] }).await?;
    stands(desk).await
}

/// Records a parked draft as it is, in the round and for the speaker it belongs to. The round may be closed.
///
/// # Errors
/// `unknown-draft`, `unknown-round`, or what recording refuses; it stays parked then.
pub async fn record_parked(desk: &Desk, name: &str) -> Result<CaptureView, AppError> {
    let structure = desk.structure().await?;
    let mut parked = named(desk, name).await?;
    parked.now.settle_with_journal(desk).await?;
    let segment = structure.segment(&parked.round.to_string())?;
    // What was tightened since holds for it, too: it is recorded only now.
    let rule = parked.rule.into_iter().chain(stricter_since(desk, parked.round).await?).min();
    let room =
        Room { round: parked.round, question: parked.question, rule, now: parked.now.clone(), ..Room::default() };
    let mut said = Said::default();
    said.contribution(&structure, segment, &room, &parked.composed)?;
    said.ends(&room, parked.at);
    let (place, now) = (said.places.contribution, desk.now());
    let settle = move |created: &[RecordId]| {
        let gone = vec![parked.name.clone()];
        let id = place.and_then(|place| created.get(place)).copied();
        Settling { kept: id.map(|id| was_parked(parked, id, now)).into_iter().collect(), gone }
    };
    desk.commit_settling(Deed::RECORD, said.edits, Box::new(settle)).await?;
    stands(desk).await
}
