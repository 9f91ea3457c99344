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

/// Words to be asked for, so many at most. Where there are more, each time they begin elsewhere: so all have their turn, also
/// where nobody has the first ones.
///
/// # Errors
/// `ContentsDamaged`, or what the disk refuses.
pub(super) async fn read(connection: &mut SqliteConnection, limit: i64) -> Result<Vec<(RecordId, Digest)>, StoreError> {
    let mut start = [0; 16];
    getrandom::fill(&mut start)?;
    let rows: Vec<(Vec<u8>, Vec<u8>)> = sqlx::query_as(
        "SELECT record, digest FROM (SELECT * FROM lacking WHERE record >= ?1 ORDER BY record, digest LIMIT ?2)
         UNION ALL
         SELECT record, digest FROM (SELECT * FROM lacking WHERE record < ?1 ORDER BY record, digest LIMIT ?2)
         LIMIT ?2",
    )
    .bind(start.as_slice())
    .bind(limit)
    .fetch_all(connection)
    .await?;
    let read = rows
        .iter()
        .map(|(record, digest)| Ok((RecordId::try_from(record.as_slice())?, Digest::try_from(digest.as_slice())?)));
    read.collect::<Result<_, anteroom_model::ids::NotAnId>>().map_err(|_| StoreError::ContentsDamaged)
}

/// The words of one record that are asked for.
///
/// # Errors
/// `ContentsDamaged`, or what the disk refuses.
pub(crate) async fn of(connection: &mut SqliteConnection, record: &RecordId) -> Result<BTreeSet<Digest>, StoreError> {
    let rows: Vec<(Vec<u8>,)> = sqlx::query_as("SELECT digest FROM lacking WHERE record = ?")
        .bind(record.0.as_slice())
        .fetch_all(connection)
        .await?;
    let read = rows.iter().map(|(digest,)| Digest::try_from(digest.as_slice()));
    read.collect::<Result<_, _>>().map_err(|_| StoreError::ContentsDamaged)
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
    each_contents(connection, standing, &shown, |record, bytes| {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Founding;
    use crate::secret::Passphrase;
    use crate::store::Store;

    #[tokio::test]
    async fn all_have_their_turn_where_there_are_more_than_can_be_asked_for() {
        let place = tempfile::tempdir().unwrap();
        let (file, home) = (place.path().join("x.anteroom"), place.path().join("home"));
        let founding = Founding { time: 1, edits: Vec::new() };
        let (store, _) = Store::create(&file, &home, &Passphrase::new("x".into()), founding).await.unwrap();
        let all: BTreeSet<_> = (0..8_u8).map(|at| (RecordId([at * 32; 16]), Digest([at; 32]))).collect();
        let mut writing = store.writing().await.unwrap();
        let connection = &mut writing.connection;
        note(connection, &all.iter().copied().collect::<Vec<_>>()).await.unwrap();
        let whole = read(connection, 8).await.unwrap();
        assert_eq!((whole.len(), whole.into_iter().collect::<BTreeSet<_>>()), (8, all.clone()));
        let mut seen = BTreeSet::new();
        for _ in 0..400 {
            let some = read(connection, 2).await.unwrap();
            assert_eq!(some.len(), 2);
            seen.extend(some);
        }
        assert_eq!(seen, all);
    }
}
