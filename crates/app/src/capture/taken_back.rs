//! What was recorded of a parked draft, and is taken back: it waits among the parked ones again, with its words and whoever
//! was speaking. Done again, it is recorded and not parked. Which contribution was a parked draft is kept beside the journal,
//! without a word of it: those stand in the contribution alone.

use std::collections::BTreeSet;

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Ranked, Wording};
use anteroom_store::{Draft, Record, Returning, Settling, Turned};
use serde::{Deserialize, Serialize};

use super::composed::Composed;
use super::parked::{ParkedDraft, all_parked};
use super::permit::tightest;
use super::room::{RECORDED, read, written};
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{read_permissions, text, texts};

/// What becomes of parked drafts when something is taken back or done again.
pub(crate) const RETURNING: Returning = Returning { watched, settle };

/// A parked draft that was recorded, but for its words.
#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct WasParked {
    /// Under which name it is parked again.
    name: String,
    parked: ParkedDraft,
}

/// Keeps that a contribution was a parked draft.
pub(super) fn was_parked(mut parked: ParkedDraft, id: RecordId, at: i64) -> Draft {
    parked.composed = Composed::default();
    written(Draft::about(RECORDED, id), &WasParked { name: parked.name.clone(), parked }, at)
}

fn id_of(draft: &Draft) -> Option<RecordId> {
    draft.name.strip_prefix(RECORDED)?.strip_prefix('/')?.parse().ok()
}

fn watched(drafts: &[Draft]) -> BTreeSet<RecordId> {
    drafts.iter().filter_map(id_of).collect()
}

fn settle(drafts: &[Draft], turned: &[Turned]) -> Settling {
    let mut settling = Settling::default();
    for Turned { record, is_away } in turned {
        if *is_away {
            let was = drafts.iter().find(|draft| id_of(draft) == Some(record.id));
            settling.kept.extend(was.and_then(|draft| parked_again(draft, record)));
        } else {
            // What was changed since it was parked again is another text, and stays.
            let same = |parked: &ParkedDraft| parked.once.contains(&record.id) && parked.composed == words_of(record);
            settling.gone.extend(all_parked(drafts).into_iter().filter(same).map(|parked| parked.name));
        }
    }
    settling
}

fn parked_again(draft: &Draft, record: &Record) -> Option<Draft> {
    let WasParked { name, mut parked } = read(draft)?;
    parked.composed = words_of(record);
    // What was tightened since it was recorded stays so, whatever is taken back.
    parked.now.permissions = tightest(parked.now.permissions, read_permissions(record));
    parked.rule = parked.rule.into_iter().chain([AttributionRule::read(record.fields.get(&field::RULE))]).min();
    parked.once.push(record.id);
    Some(written(name, &parked, parked.at))
}

fn words_of(record: &Record) -> Composed {
    Composed {
        text: text(record, field::TEXT),
        kind: Some(text(record, field::KIND_KEY)).filter(|kind| !kind.is_empty()),
        nodes: texts(record, field::TAGS),
        verbatim: Wording::read(record.fields.get(&field::WORDING)) == Wording::Verbatim,
    }
}

/// What has the words of contributions that are erased, too, and was taken back: as what they were recorded before, and what
/// was parted from them.
///
/// # Errors
/// What the store refuses.
pub(crate) async fn goes_with(desk: &Desk, erased: &BTreeSet<RecordId>) -> Result<BTreeSet<RecordId>, AppError> {
    let drafts = desk.store().drafts().await?;
    let was_parked = drafts.iter().filter(|draft| id_of(draft).is_some_and(|id| erased.contains(&id)));
    let once = was_parked.filter_map(read::<WasParked>).flat_map(|was| was.parked.once);
    let parted = desk.store().parted_from(erased).await?;
    let away = put_away(desk, once.chain(parted).collect::<Vec<_>>()).await?;
    // What others recorded is theirs to erase, or an organiser's: that it was taken back keeps nobody from erasing the rest.
    Ok(desk.store().may_erase(&away).await?)
}

/// Those of which nothing is shown any more, because they were taken back.
pub(super) async fn put_away(
    desk: &Desk,
    ids: impl IntoIterator<Item = RecordId>,
) -> Result<BTreeSet<RecordId>, AppError> {
    let mut away = BTreeSet::new();
    for id in ids {
        if desk.store().contribution(id).await?.is_none() {
            away.insert(id);
        }
    }
    Ok(away)
}
