//! Files attached to contributions: their bytes, in pieces beside the journal, which holds their names and digests.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_journal::standing::{Fate, Standing};
use anteroom_model::field;
use anteroom_model::ids::{DeviceId, RecordId};
use anteroom_model::value::{Fields, Value};
use sqlx::SqliteConnection;

use crate::derive::held;
use crate::error::StoreError;
use crate::problem::Problem;
use crate::store::Store;

/// How many bytes a piece of an attached file has; the last may have fewer.
pub const A_PIECE: usize = 256 * 1024;

/// What the journal says of a file beside its name: how long it is, and its BLAKE3 digest.
pub(crate) fn described(bytes: &[u8]) -> Fields {
    Fields::from([
        (field::SIZE, Value::Int(i64::try_from(bytes.len()).unwrap_or(i64::MAX))),
        (field::CONTENT_DIGEST, Value::Bytes(blake3::hash(bytes).as_bytes().to_vec())),
    ])
}

impl Store {
    /// The bytes of an attached file; `None` where it is not shown here.
    ///
    /// # Errors
    /// `ContentsDamaged` where they are not what was attached, or what the disk refuses.
    pub async fn attached(&self, id: RecordId) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(record) = self.record(id).await?.filter(|record| record.kind == field::ATTACHMENT) else {
            return Ok(None);
        };
        let mut connection = self.reader().await?;
        let pieces: Vec<(Vec<u8>,)> = sqlx::query_as("SELECT bytes FROM attachment WHERE record = ? ORDER BY place")
            .bind(id.0.as_slice())
            .fetch_all(&mut *connection)
            .await?;
        let bytes = pieces.into_iter().flat_map(|(piece,)| piece).collect::<Vec<u8>>();
        let digest = record.fields.get(&field::CONTENT_DIGEST);
        let is_whole = digest == Some(&Value::Bytes(blake3::hash(&bytes).as_bytes().to_vec()));
        if is_whole { Ok(Some(bytes)) } else { Err(StoreError::ContentsDamaged) }
    }
}

/// Writes the bytes of new attachments.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    attached: &[(RecordId, Vec<u8>)],
) -> Result<(), StoreError> {
    for (record, bytes) in attached {
        for (place, piece) in (0_i64..).zip(bytes.chunks(A_PIECE)) {
            sqlx::query("INSERT INTO attachment (record, place, bytes) VALUES (?, ?, ?)")
                .bind(record.0.as_slice())
                .bind(place)
                .bind(piece)
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(())
}

/// Deletes the bytes of an erased attachment.
pub(crate) async fn forget(connection: &mut SqliteConnection, record: RecordId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM attachment WHERE record = ?").bind(record.0.as_slice()).execute(connection).await?;
    Ok(())
}

/// How the attached files here stand.
pub(crate) struct Looked {
    /// Bytes that are not what was attached, and those of nobody's.
    pub(crate) wrong: Vec<Problem>,
    /// How many that another device attached are not here at all: a file may come without them.
    pub(crate) lacking: u64,
}

/// Compares the bytes of attached files with what was signed. `own`: the device that writes here.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn look(
    connection: &mut SqliteConnection,
    standing: &Standing,
    own: &DeviceId,
) -> Result<Looked, StoreError> {
    let records: Vec<(Vec<u8>,)> =
        sqlx::query_as("SELECT DISTINCT record FROM attachment ORDER BY record").fetch_all(&mut *connection).await?;
    let here = records.iter().map(|(record,)| RecordId::try_from(record.as_slice()));
    let here: BTreeSet<RecordId> = here.collect::<Result<_, _>>().map_err(|_| StoreError::ContentsDamaged)?;
    let expected = digests(connection, standing).await?;
    let (mut wrong, mut lacking) = (Vec::new(), 0);
    for (record, digest) in &expected {
        let mut hasher = blake3::Hasher::new();
        let mut place = 0_i64;
        while let Some((piece,)) =
            sqlx::query_as::<_, (Vec<u8>,)>("SELECT bytes FROM attachment WHERE record = ? AND place = ?")
                .bind(record.0.as_slice())
                .bind(place)
                .fetch_optional(&mut *connection)
                .await?
        {
            hasher.update(&piece);
            place += 1;
        }
        if hasher.finalize().as_bytes().as_slice() == digest.as_slice() {
            continue;
        }
        if !here.contains(record) && standing.creator(record) != Some(*own) {
            lacking += 1;
        } else {
            wrong.push(Problem::FileNotAttached(*record));
        }
    }
    wrong.extend(here.iter().filter(|record| !expected.contains_key(record)).copied().map(Problem::FileOfNobody));
    Ok(Looked { wrong, lacking })
}

/// The digests of all attachments whose words are held and that are not erased.
async fn digests(
    connection: &mut SqliteConnection,
    standing: &Standing,
) -> Result<BTreeMap<RecordId, Vec<u8>>, StoreError> {
    let attachments: Vec<RecordId> = standing
        .records()
        .into_iter()
        .filter(|record| standing.fate(record) != Fate::Erased)
        .filter(|record| standing.revisions(*record, None).iter().any(|it| it.kind == field::ATTACHMENT))
        .collect();
    let held = held(connection, standing, &attachments).await?;
    let named = held.into_iter().filter_map(|((record, _), fields)| match fields.get(&field::CONTENT_DIGEST) {
        Some(Value::Bytes(digest)) => Some((record, digest.clone())),
        _ => None,
    });
    Ok(named.collect())
}

#[cfg(test)]
mod tests {
    use anteroom_journal::deed::Deed;

    use super::*;
    use crate::action::{Action, Edit, Founding, Whole};
    use crate::progress::Silent;
    use crate::secret::Passphrase;

    #[tokio::test]
    async fn verifying_tells_of_a_file_that_is_not_what_was_attached_and_of_bytes_that_are_nobodys() {
        let place = tempfile::tempdir().unwrap();
        let (file, home) = (place.path().join("x.anteroom"), place.path().join("home"));
        let founding = Founding { time: 1, edits: Vec::new() };
        let (store, _) = Store::create(&file, &home, &Passphrase::new("x".into()), founding).await.unwrap();
        let does = async |deed, edit| {
            let action = Action { deed, time: 2, author: store.person(), undoes: None, edits: vec![edit] };
            store.commit(action).await.unwrap().created[0]
        };
        let create = Edit::Create { kind: field::CONTRIBUTION, fields: Fields::new(), mark: None };
        let to = does(Deed::RECORD, create).await;
        let bytes = vec![7; A_PIECE + 5];
        let made = does(Deed::ATTACH, Edit::Attach { to: Whole::There(to), fields: Fields::new(), bytes }).await;
        let problems = async || store.verify(&Silent).await.unwrap().problems;
        assert_eq!(problems().await, Vec::new());
        let stranger = RecordId(*b"sixteen strange!");
        for (damage, problem) in [
            ("UPDATE attachment SET bytes = x'00' WHERE place = 1", Problem::FileNotAttached(made)),
            ("DELETE FROM attachment WHERE place = 1", Problem::FileNotAttached(made)),
            ("UPDATE attachment SET record = CAST('sixteen strange!' AS BLOB)", Problem::FileOfNobody(stranger)),
        ] {
            sqlx::query(damage).execute(&mut *store.writing().await.unwrap().connection).await.unwrap();
            let problems = problems().await;
            assert!(problems.contains(&problem), "{problems:?}");
            assert!(matches!(store.attached(made).await, Err(StoreError::ContentsDamaged)));
        }
    }
}
