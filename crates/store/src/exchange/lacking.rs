//! Words that an entry here names, that are wanted, and that are not here: they are asked for by name.

use std::collections::BTreeSet;

use anteroom_journal::contents;
use anteroom_journal::standing::{Fate, Standing};
use anteroom_model::ids::{Digest, RecordId};
use sqlx::SqliteConnection;

use crate::derive::each_contents;
use crate::error::StoreError;

const AT_ONCE: usize = 200;

/// Notes what is to be asked for.
///
/// # Errors
/// What the disk refuses.
pub(super) async fn note(connection: &mut SqliteConnection, lacking: &[(RecordId, Digest)]) -> Result<(), StoreError> {
    for some in lacking.chunks(AT_ONCE) {
        let mut insert = sqlx::QueryBuilder::new("INSERT OR IGNORE INTO lacking (record, digest) ");
        insert.push_values(some, |mut bind, (record, digest)| {
            bind.push_bind(record.0.to_vec()).push_bind(digest.0.to_vec());
        });
        insert.build().execute(&mut *connection).await?;
    }
    Ok(())
}

/// What was erased and is shown again, because whoever erased it had no right to: asks for the words that went.
///
/// # Errors
/// `ContentsDamaged`, or what the disk refuses.
pub(crate) async fn ask_again(
    connection: &mut SqliteConnection,
    standing: &Standing,
    fates: &[(RecordId, Fate)],
) -> Result<(), StoreError> {
    let shown: Vec<RecordId> =
        fates.iter().filter(|(_, fate)| *fate == Fate::Shown).map(|(record, _)| *record).collect();
    let mut here: BTreeSet<(RecordId, Digest)> = BTreeSet::new();
    each_contents(connection, &shown, |record, bytes| {
        here.insert((record, contents::digest(&bytes)));
        Ok(())
    })
    .await?;
    let named = shown.iter().flat_map(|record| standing.revisions(*record, None));
    let named = named.map(|revision| (revision.record, revision.digest));
    let lacking: BTreeSet<(RecordId, Digest)> =
        named.filter(|it| standing.wants(&it.0) && !here.contains(it)).collect();
    note(connection, &lacking.into_iter().collect::<Vec<_>>()).await
}
