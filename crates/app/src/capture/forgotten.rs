//! What is half typed of what somebody said, or as what it was recorded before, goes where that is erased, here or elsewhere;
//! so does all that is parked of a speaker who withdrew, and who spoke is nobody's any more.

use std::collections::BTreeSet;

use anteroom_model::ids::RecordId;
use anteroom_store::{Draft, Settling};

use super::parked::all_parked;
use super::room::{COMPOSER, Intervention, ROOM, Room, read, written};

/// What becomes of drafts when these records are erased.
pub(crate) fn forgetting(drafts: &[Draft], erased: &BTreeSet<RecordId>) -> Settling {
    let is_theirs = |now: &Intervention| now.speaker.is_some_and(|speaker| erased.contains(&speaker));
    let was_recorded = |once: &[RecordId]| once.iter().any(|id| erased.contains(id));
    let mut settling = Settling::default();
    let parked = all_parked(drafts).into_iter();
    settling.gone.extend(parked.filter(|it| is_theirs(&it.now) || was_recorded(&it.once)).map(|it| it.name));
    let Some((draft, mut room)) = drafts.iter().find(|it| it.name == ROOM).and_then(|it| Some((it, read::<Room>(it)?)))
    else {
        return settling;
    };
    let before = room.clone();
    if is_theirs(&room.now) || room.taken_up.as_ref().is_some_and(|taken| was_recorded(&taken.once)) {
        settling.gone.push(COMPOSER.to_owned());
        room.taken_up = None;
    }
    if is_theirs(&room.now) {
        let Intervention { number, began, permissions, .. } = room.now;
        room.now = Intervention { number, began, permissions, ..Intervention::default() };
    }
    room.back_to = room.back_to.filter(|before| !is_theirs(before));
    if room != before {
        settling.kept.push(written(ROOM.to_owned(), &room, draft.at));
    }
    settling
}
