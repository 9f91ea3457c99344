//! What may have been noted twice, as it was found last: kept until something else is noted.

use std::collections::BTreeMap;
use std::sync::Arc;

use anteroom_insight::alike::{Alike, Note, alike};
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::Value;

use crate::contributions::is_whole_day;
use crate::desk::Desk;
use crate::error::AppError;

/// What is alike, and when each of it was noted.
#[derive(Debug, Default)]
pub(crate) struct Alikes {
    pub(crate) pairs: Vec<Alike>,
    pub(crate) noted: BTreeMap<RecordId, (i64, bool)>,
}

/// When something was noted, and whether only the day of it is known.
pub(crate) fn moment(recorded_at: i64, said_at: Option<i64>) -> (i64, bool) {
    said_at.map_or((recorded_at, false), |at| (at, is_whole_day(at)))
}

/// Looks through all contributions, where more than one computer noted any.
///
/// # Errors
/// What the store refuses.
pub(crate) async fn find(desk: &Desk) -> Result<Arc<Alikes>, AppError> {
    let near = desk.store().noted_by_several().await?;
    if near.is_empty() {
        return Ok(Arc::default());
    }
    let speakers = desk.store().records(field::SPEAKER).await?;
    let organisations: BTreeMap<RecordId, RecordId> = speakers
        .iter()
        .filter_map(|speaker| Some((speaker.id, speaker.fields.get(&field::ORGANISATION_OF).and_then(Value::record)?)))
        .collect();
    let notes: Vec<Note<'_>> = near
        .iter()
        .map(|near| {
            let (at, is_day) = moment(near.recorded_at, near.said_at);
            Note {
                id: near.id,
                series: &near.series,
                round: near.segment,
                at,
                is_day,
                organisation: near.speaker.and_then(|speaker| organisations.get(&speaker).copied()),
                text: &near.text,
            }
        })
        .collect();
    let pairs = alike(&notes);
    let when: BTreeMap<RecordId, (i64, bool)> =
        near.iter().map(|near| (near.id, moment(near.recorded_at, near.said_at))).collect();
    let named = pairs.iter().flat_map(|it| [it.one, it.other]);
    let at = named.filter_map(|id| Some((id, *when.get(&id)?))).collect();
    Ok(Arc::new(Alikes { pairs, noted: at }))
}
