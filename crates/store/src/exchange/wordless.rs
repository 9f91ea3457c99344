//! Contributions that belong here and of which no words are: nobody has brought them, or they may not be passed on. No list
//! shows them; so that nobody takes them for never made, they can be asked for.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_journal::resolve::RevisionSeen;
use anteroom_model::field;
use anteroom_model::ids::{DeviceId, Digest, RecordId};
use anteroom_model::value::Value;

use crate::derive::{held, state};
use crate::error::StoreError;
use crate::store::Store;

/// What is known of such a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wordless {
    pub id: RecordId,
    /// The device that made it.
    pub device: DeviceId,
    /// By the clock there. Milliseconds since 1970, UTC.
    pub recorded_at: i64,
}

impl Store {
    /// All of them, the oldest first.
    ///
    /// # Errors
    /// `ContentsDamaged`, or what the disk refuses.
    pub async fn wordless(&self) -> Result<Vec<Wordless>, StoreError> {
        let mut writing = self.writing().await?;
        let rows: Vec<(Vec<u8>, Vec<u8>)> =
            sqlx::query_as("SELECT record, digest FROM lacking").fetch_all(&mut *writing.connection).await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let lacking = by_record(&rows)?;
        let (connection, journal) = writing.both().await?;
        let standing = &journal.standing;
        let asked = lacking.keys().copied().filter(|record| standing.kind_of(record) == Some(field::CONTRIBUTION));
        let asked: Vec<RecordId> = asked.collect();
        // Where nothing is here that could say it, nothing has to be read: so it is with most of what nobody has brought.
        let is_here = |it: &RevisionSeen| !lacking.get(&it.record).is_some_and(|digests| digests.contains(&it.digest));
        let says = |it: &RevisionSeen| it.fields.contains(&field::TEXT) || it.fields.contains(&field::PUT_AWAY);
        let is_told = |record: &&RecordId| {
            standing.revisions(**record, Some(&journal.device)).iter().any(|it| says(it) && is_here(it))
        };
        let twins: Vec<RecordId> = asked.iter().filter(is_told).flat_map(|record| standing.twins(*record)).collect();
        let held = held(connection, standing, &twins).await?;
        let mut wordless = Vec::new();
        for id in asked {
            let Some((seen, state)) = state(standing, id, &journal.device, &held) else { continue };
            let is_away = state.value(field::PUT_AWAY).and_then(Value::bool).unwrap_or(false);
            let has_none =
                state.fields.get(&field::TEXT).is_some_and(|it| it.value.is_none() && !it.missing.is_empty());
            if has_none
                && !is_away
                && let Some(device) = standing.creator(&id)
            {
                let recorded_at = seen.iter().map(|revision| revision.time).min().unwrap_or_default();
                wordless.push(Wordless { id, device, recorded_at });
            }
        }
        wordless.sort_unstable_by_key(|it| (it.recorded_at, it.id));
        Ok(wordless)
    }
}

fn by_record(rows: &[(Vec<u8>, Vec<u8>)]) -> Result<BTreeMap<RecordId, BTreeSet<Digest>>, StoreError> {
    let mut lacking: BTreeMap<RecordId, BTreeSet<Digest>> = BTreeMap::new();
    for (record, digest) in rows {
        let record = RecordId::try_from(record.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
        let digest = Digest::try_from(digest.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
        lacking.entry(record).or_default().insert(digest);
    }
    Ok(lacking)
}
