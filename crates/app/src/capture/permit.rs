//! What the speaker allows, also in the middle of a turn: it holds for what follows, and, if so wished, for what was
//! recorded of the turn before. Each contribution keeps what held when it was recorded.

use anteroom_journal::deed::Deed;
use anteroom_model::field::{self, Field};
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Basis, Consent, Permission, Permissions};
use anteroom_model::value::Fields;
use anteroom_store::{Edit, Settling};
use serde::Deserialize;

use super::room::Room;
use super::view::{RoomView, room_view};
use crate::desk::Desk;
use crate::error::AppError;

/// What the speaker answers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Permit {
    pub share: Consent,
    pub quote: Consent,
    pub name_organisation: Consent,
    pub name_person: Consent,
    /// What a new answer rests on; in person where it is not said.
    pub basis: Option<Basis>,
    /// Whether it holds for what was recorded of this turn before, too.
    pub also_before: bool,
}

/// Where the answer to a question stands among all.
type Answer = fn(&mut Permissions) -> &mut Permission;

/// The questions, as they stand in a record.
const QUESTIONS: [(Field, Answer); 4] = [
    (field::SHARE, |all| &mut all.share),
    (field::QUOTE, |all| &mut all.quote),
    (field::NAME_ORGANISATION, |all| &mut all.name_organisation),
    (field::NAME_PERSON, |all| &mut all.name_person),
];

/// Of each answer the more protective one.
pub(super) fn tightest(mut one: Permissions, mut other: Permissions) -> Permissions {
    for (_, question) in QUESTIONS {
        if question(&mut other).consent < question(&mut one).consent {
            *question(&mut one) = *question(&mut other);
        }
    }
    one
}

/// The answers that differ, as fields.
fn changed(mut from: Permissions, mut to: Permissions) -> Fields {
    let differ = QUESTIONS.into_iter().filter_map(|(field, question)| {
        let answer = *question(&mut to);
        (answer != *question(&mut from)).then(|| (field, answer.to_value()))
    });
    differ.collect()
}

/// Says what may be done with the speaker's words from now on.
///
/// # Errors
/// `no-round`, or what the store refuses.
pub async fn permit(desk: &Desk, asked: &Permit) -> Result<RoomView, AppError> {
    let structure = desk.structure().await?;
    let mut room = Room::running(desk).await?;
    room.now.settle_with_journal(desk).await?;
    let before = room.now.permissions;
    let answered = [asked.share, asked.quote, asked.name_organisation, asked.name_person];
    for ((_, question), consent) in QUESTIONS.into_iter().zip(answered) {
        let answer = question(&mut room.now.permissions);
        // What was announced stays so; a new answer has a basis of its own.
        if answer.consent != consent {
            let basis = (consent != Consent::NotAsked).then(|| asked.basis.unwrap_or(Basis::InPerson));
            *answer = Permission { consent, basis };
        }
    }
    let mut edits = Vec::new();
    let fields = changed(before, room.now.permissions);
    if let Some(turn) = room.now.turn.filter(|_| !fields.is_empty()) {
        edits.push(Edit::Set { record: turn, fields });
    }
    if asked.also_before {
        for id in &room.now.recorded {
            let Some(row) = desk.store().contribution(*id).await? else { continue };
            let fields = changed(row.permissions, room.now.permissions);
            if !fields.is_empty() {
                edits.push(Edit::Set { record: *id, fields });
            }
        }
    }
    let draft = room.draft(desk.now());
    let settle = move |_: &[RecordId]| Settling { kept: vec![draft], gone: Vec::new() };
    desk.commit_settling(Deed::PERMISSION, edits, Box::new(settle)).await?;
    room_view(desk, &structure, &room)
}
