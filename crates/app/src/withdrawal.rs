//! A speaker withdraws: what they said is erased, wherever it went.

use std::collections::BTreeSet;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::Value;
use anteroom_store::{Edit, Query};

use crate::contributions;
use crate::desk::Desk;
use crate::error::AppError;
use crate::{capture, speakers};

/// Erases one contribution, or all that a speaker said together with their name and contact. `asked`: the id or the short
/// reference of a contribution, the id or the name of a speaker. Says how many records went.
///
/// # Errors
/// `unknown-contribution`, `unknown-speaker`, `not-allowed`; nothing is changed then.
pub async fn withdraw(desk: &Desk, asked: &str) -> Result<u32, AppError> {
    match speaker(desk, asked).await? {
        Some(speaker) => withdraw_speaker(desk, speaker).await,
        None => contributions::erase(desk, &[asked.to_owned()]).await,
    }
}

/// The speaker who is meant; `None` where it is a contribution, or nothing that is known.
async fn speaker(desk: &Desk, asked: &str) -> Result<Option<RecordId>, AppError> {
    let found = speakers::named(desk, asked).await.ok();
    let speakers = desk.store().records(field::SPEAKER).await?;
    Ok(found.filter(|id| speakers.iter().any(|speaker| speaker.id == *id)))
}

/// All of what a speaker said, and who they are. Their sign stays, so that it is known that somebody spoke.
async fn withdraw_speaker(desk: &Desk, speaker: RecordId) -> Result<u32, AppError> {
    let query = Query { speaker: Some(speaker), ..Query::default() };
    let found = desk.store().find(&query, 0, u32::MAX).await?;
    let mut ids: BTreeSet<RecordId> = found.rows.into_iter().map(|row| row.id).collect();
    let once = capture::goes_with(desk, &ids).await?;
    ids.extend(once);
    let identities = desk.store().records(field::IDENTITY).await?;
    let theirs =
        identities.iter().filter(|it| it.fields.get(&field::IDENTITY_OF).and_then(Value::record) == Some(speaker));
    ids.extend(theirs.map(|identity| identity.id));
    let count = ids.len() as u32;
    if count > 0 {
        desk.commit(Deed::ERASE, ids.into_iter().map(Edit::Erase).collect()).await?;
    }
    Ok(count)
}
