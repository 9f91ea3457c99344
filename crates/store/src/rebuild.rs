//! The read tables, made anew from the journal.

use anteroom_journal::contents;
use anteroom_model::ids::RecordId;
use sqlx::Connection as _;

use crate::derive::{files, held, shown, state, with_parts};
use crate::error::StoreError;
use crate::fill::{self, Statements};
use crate::progress::Progress;
use crate::revision;
use crate::store::{Store, Writing};
use crate::tables::Shown;

/// How many records are worked out at a time.
const A_BATCH: usize = 1000;

impl Store {
    /// Makes the read tables anew and says how many records are shown.
    ///
    /// # Errors
    /// `Cancelled`, or what the disk refuses; the tables are as they were then.
    pub async fn rebuild(&self, progress: &dyn Progress) -> Result<u64, StoreError> {
        let mut writing = self.writing().await?;
        // What stands in memory is made anew too.
        writing.journal = None;
        let rebuilt = rebuild(&mut writing, progress).await;
        if rebuilt.is_err() {
            sqlx::query("ROLLBACK").execute(&mut *writing.connection).await.ok();
        }
        rebuilt
    }
}

/// A version that reads more of the journal than the one before makes the tables anew when it first opens them.
///
/// # Errors
/// `Cancelled`, or what the disk refuses; it is still to be done then.
pub(crate) async fn settle(writing: &mut Writing, progress: &dyn Progress) -> Result<(), StoreError> {
    if owes(writing, "rebuild").await? {
        rebuild(writing, progress).await?;
        sqlx::query("DELETE FROM duty WHERE name = 'rebuild'").execute(&mut *writing.connection).await?;
    }
    Ok(())
}

/// Where an earlier version wrote it last, gives the words of revisions the rows that their commits say.
///
/// # Errors
/// What the disk refuses; it is still to be done then.
pub(crate) async fn settle_numbers(writing: &mut Writing) -> Result<(), StoreError> {
    if owes(writing, "number").await? { number(writing).await } else { Ok(()) }
}

async fn owes(writing: &mut Writing, duty: &str) -> Result<bool, StoreError> {
    let owed: Option<(String,)> = sqlx::query_as("SELECT name FROM duty WHERE name = ?")
        .bind(duty)
        .fetch_optional(&mut *writing.connection)
        .await?;
    Ok(owed.is_some())
}

/// Rows below nought stand in the order in which they came.
async fn number(writing: &mut Writing) -> Result<(), StoreError> {
    let (connection, journal) = writing.both().await?;
    let mut transaction = connection.begin().await?;
    let mut after = i64::MIN;
    loop {
        let rows: Vec<(i64, Vec<u8>, Vec<u8>)> =
            sqlx::query_as("SELECT row, record, bytes FROM revision WHERE row > ? AND row < 0 ORDER BY row LIMIT ?")
                .bind(after)
                .bind(A_BATCH as i64)
                .fetch_all(&mut *transaction)
                .await?;
        let Some((last, ..)) = rows.last() else { break };
        after = *last;
        for (row, record, bytes) in rows {
            let record = RecordId::try_from(record.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
            let digest = contents::digest(&bytes);
            // Words that no commit names stay where only a check and an erasure look for them.
            let Some((hash, _, place)) = journal.standing.named_by(&record, &digest) else { continue };
            let commit = journal.standing.kept_at(hash).unwrap_or_default();
            // The same words may have come twice.
            sqlx::query("UPDATE OR REPLACE revision SET row = ? WHERE row = ?")
                .bind(revision::row(commit, place))
                .bind(row)
                .execute(&mut *transaction)
                .await?;
        }
    }
    sqlx::query("DELETE FROM duty WHERE name = 'number'").execute(&mut *transaction).await?;
    Ok(transaction.commit().await?)
}

async fn rebuild(writing: &mut Writing, progress: &dyn Progress) -> Result<u64, StoreError> {
    let (connection, journal) = writing.both().await?;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *connection).await?;
    fill::empty(connection).await?;
    let records = in_order_of_creation(&journal.standing);
    let of = records.len() as u64;
    let (mut count, mut done) = (0, 0);
    for some in records.chunks(A_BATCH) {
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled);
        }
        let held = held(connection, &journal.standing, &with_parts(&journal.standing, some.iter().copied())).await?;
        let (mut contributions, mut others) = (Vec::new(), Vec::new());
        for record in some {
            let files = files(&journal.standing, *record, &journal.device, &held);
            match state(&journal.standing, *record, &journal.device, &held)
                .and_then(|(seen, state)| shown(*record, &seen, &state, &files))
            {
                Some(Shown::Contribution(row)) => contributions.push(*row),
                Some(Shown::Other(row)) => others.push(row),
                None => {}
            }
        }
        count += (contributions.len() + others.len()) as u64;
        let contributions = fill::placed(connection, contributions).await?;
        let mut statements = Statements::default();
        fill::insert_contributions(contributions, &mut statements);
        fill::put_others(others, &mut statements);
        statements.run(connection).await?;
        done += some.len() as u64;
        progress.step(done, of);
    }
    fill::settle(connection).await?;
    sqlx::query("COMMIT").execute(&mut *connection).await?;
    Ok(count)
}

/// All records, as they would have come in one after the other.
fn in_order_of_creation(standing: &anteroom_journal::standing::Standing) -> Vec<RecordId> {
    let mut commits: Vec<_> = standing.headers().collect();
    commits.sort_by_key(|(hash, commit)| (commit.time, commit.device, commit.seq, **hash));
    let mut seen = std::collections::HashSet::new();
    commits
        .iter()
        .flat_map(|(_, commit)| &commit.revisions)
        .map(|revision| revision.record)
        .filter(|record| seen.insert(*record))
        .collect()
}

#[cfg(test)]
mod tests {
    use anteroom_journal::deed::Deed;
    use anteroom_model::field;
    use anteroom_model::ids::RecordId;
    use anteroom_model::value::{Fields, Value};
    use tempfile::TempDir;

    use crate::error::StoreError;
    use crate::{Action, Edit, Founding, Passphrase, Progress, Query, Store, Unlock};

    /// Somebody who does not wait.
    struct CalledOff;

    impl Progress for CalledOff {
        fn step(&self, _: u64, _: u64) {}

        fn is_cancelled(&self) -> bool {
            true
        }
    }

    async fn made() -> (TempDir, Store) {
        let place = tempfile::tempdir().unwrap();
        let (file, home) = (place.path().join("x.anteroom"), place.path().join("home"));
        let founding = Founding { time: 1, edits: Vec::new() };
        let (store, _) = Store::create(&file, &home, &Passphrase::new("x".into()), founding).await.unwrap();
        (place, store)
    }

    async fn opened(place: &TempDir, progress: &dyn Progress) -> Result<Store, StoreError> {
        let (file, home) = (place.path().join("x.anteroom"), place.path().join("home"));
        Store::open_telling(&file, &home, &Unlock::Passphrase(Passphrase::new("x".into())), progress).await
    }

    async fn records(store: &Store, text: &str) -> RecordId {
        let fields = Fields::from([(field::TEXT, text.into())]);
        let edits = vec![Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }];
        let action = Action { deed: Deed::RECORD, time: 2, author: store.person(), undoes: None, edits };
        store.commit(action).await.unwrap().created[0]
    }

    async fn does(store: &Store, statement: &'static str) {
        sqlx::query(statement).execute(&mut *store.writing().await.unwrap().connection).await.unwrap();
    }

    #[tokio::test]
    async fn after_damage_no_row_is_given_twice_and_words_that_are_erased_go_wherever_they_stand() {
        let (place, store) = made().await;
        records(&store, "Our passports.").await;
        does(&store, "DELETE FROM commits WHERE row = (SELECT max(row) FROM commits)").await;
        store.close().await.unwrap();
        let store = opened(&place, &crate::Silent).await.unwrap();
        let wages = records(&store, "Our wages.").await;

        does(&store, "INSERT INTO revision (row, record, bytes) SELECT row << 10, record, bytes FROM revision").await;
        let edits = vec![Edit::Erase(wages)];
        let action = Action { deed: Deed::ERASE, time: 3, author: store.person(), undoes: None, edits };
        store.commit(action).await.unwrap();
        store.close().await.unwrap();
        let store = opened(&place, &crate::Silent).await.unwrap();
        let (left,): (i64,) = sqlx::query_as("SELECT count(*) FROM revision WHERE record = ?")
            .bind(wages.0.as_slice())
            .fetch_one(&mut *store.writing().await.unwrap().connection)
            .await
            .unwrap();
        assert_eq!(left, 0);
    }

    #[tokio::test]
    async fn words_that_stood_in_the_order_in_which_they_came_are_found_by_their_commits() {
        let (place, store) = made().await;
        let said = |text: &str| Fields::from([(field::TEXT, text.into())]);
        let action = |deed, edits| Action { deed, time: 2, author: store.person(), undoes: None, edits };
        let both = ["Our passports.", "Our wages."].map(|text| {
            let fields = said(text);
            Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }
        });
        let made = store.commit(action(Deed::RECORD, Vec::from(both))).await.unwrap().created;
        let edit = Edit::Set { record: made[1], fields: said("Our unpaid wages.") };
        store.commit(action(Deed::EDIT, vec![edit])).await.unwrap();
        let numbered = "SELECT group_concat(row) FROM (SELECT row FROM revision ORDER BY row)";
        let rows = async |store: &Store| -> (String,) {
            sqlx::query_as(numbered).fetch_one(&mut *store.writing().await.unwrap().connection).await.unwrap()
        };
        let (before, dump) = (rows(&store).await, store.dump().await.unwrap());
        for statement in ["UPDATE revision SET row = row % 16777213 - 99999999", "INSERT INTO duty VALUES ('number')"] {
            does(&store, statement).await;
        }
        store.close().await.unwrap();
        let store = opened(&place, &crate::Silent).await.unwrap();
        assert_eq!(rows(&store).await, before);
        assert_eq!(store.dump().await.unwrap(), dump);
        let found = store.verify(&crate::Silent).await.unwrap();
        assert!(found.ok && found.revisions == 3, "{found:?}");
        let query = Query { words: "unpaid".into(), ..Query::default() };
        assert_eq!(store.find(&query, 0, 10).await.unwrap().total, 1);
    }

    #[tokio::test]
    async fn ids_are_found_among_the_new_ones_and_among_all_others_and_go_from_both() {
        let (place, store) = made().await;
        let [one, two] = [records(&store, "Our passports.").await, records(&store, "Our wages.").await];
        store.close().await.unwrap();
        let store = opened(&place, &crate::Silent).await.unwrap();
        let three = records(&store, "Our names.").await;
        let counts = async || -> (i64, i64) {
            let counts =
                "SELECT (SELECT count(*) FROM contribution_place), (SELECT count(*) FROM contribution_place_new)";
            sqlx::query_as(counts).fetch_one(&mut *store.writing().await.unwrap().connection).await.unwrap()
        };
        assert_eq!(counts().await, (2, 1), "closing has put those of before with all others");
        for id in [one, two, three] {
            assert!(store.contribution(id).await.unwrap().is_some());
        }
        let edits = vec![Edit::Erase(one), Edit::Erase(three)];
        let action = Action { deed: Deed::ERASE, time: 3, author: store.person(), undoes: None, edits };
        store.commit(action).await.unwrap();
        assert_eq!(counts().await, (1, 0));
        assert!(store.contribution(three).await.unwrap().is_none() && store.contribution(two).await.unwrap().is_some());
        assert!(store.verify(&crate::Silent).await.unwrap().ok);
        does(&store, "DELETE FROM contribution_place").await;
        let found = store.verify(&crate::Silent).await.unwrap();
        assert!(!found.ok && found.is_mended_by_rebuilding, "{found:?}");
        store.rebuild(&crate::Silent).await.unwrap();
        assert!(store.verify(&crate::Silent).await.unwrap().ok && store.contribution(two).await.unwrap().is_some());
    }

    #[tokio::test]
    async fn what_an_older_version_did_not_read_is_there_when_it_is_opened() {
        let (place, store) = made().await;
        let french = Value::List(vec!["fr".into(), "Nos passeports.".into(), "draft".into()]);
        let fields =
            Fields::from([(field::TEXT, "Our passports.".into()), (field::TRANSLATIONS, Value::set([french], []))]);
        let edits = vec![Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }];
        store
            .commit(Action { deed: Deed::RECORD, time: 2, author: store.person(), undoes: None, edits })
            .await
            .unwrap();
        let older = [
            "UPDATE contribution SET translations = '[]'",
            "INSERT INTO contribution_words (contribution_words) VALUES ('delete-all')",
            "INSERT INTO duty (name) VALUES ('rebuild')",
        ];
        for statement in older {
            does(&store, statement).await;
        }
        let found = store.verify(&crate::Silent).await.unwrap();
        assert!(!found.ok && found.is_mended_by_rebuilding, "the journal itself is well: {found:?}");
        store.close().await.unwrap();
        let called_off = opened(&place, &CalledOff).await;
        assert!(matches!(called_off, Err(StoreError::Cancelled)), "it tells, and is called off");
        for _ in 0..2 {
            let store = opened(&place, &crate::Silent).await.unwrap();
            let query = Query { words: "passeports".into(), ..Query::default() };
            assert_eq!(store.find(&query, 0, 10).await.unwrap().total, 1);
            assert!(store.verify(&crate::Silent).await.unwrap().ok);
            store.close().await.unwrap();
        }
        let store = opened(&place, &crate::Silent).await.unwrap();
        for statement in ["UPDATE contribution SET translations = '[]'", "UPDATE revision SET bytes = x'80'"] {
            does(&store, statement).await;
        }
        let found = store.verify(&crate::Silent).await.unwrap();
        assert!(
            !found.ok && !found.is_mended_by_rebuilding,
            "words that nobody signed are mended by nothing: {found:?}"
        );
    }
}
