//! Proves that a consultation is what was signed, and that what is read of it is what the journal says.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use anteroom_journal::check::{Refusal, SignedCommit, check, check_contents};
use anteroom_journal::contents;
use anteroom_journal::standing::{Fate, Header, Standing};
use anteroom_model::ids::{DeviceId, Digest, RecordId};
use sqlx::{FromRow, Row as _, SqliteConnection};

use crate::attachment;
use crate::busy::{on_a_thread, on_all_cores};
use crate::derive::{Held, each_contents, files, hold, shown, state, with_parts};
use crate::error::StoreError;
use crate::exchange::{lacking_of, own_keys};
use crate::problem::Problem;
use crate::progress::Progress;
use crate::store::Store;
use crate::tables::{ContributionRow, OtherRow, Shown, searched};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    pub ok: bool,
    pub commits: u64,
    /// Revisions whose words are held.
    pub revisions: u64,
    /// Records that are shown.
    pub records: u64,
    /// Revisions whose words are not here, and files of others whose bytes are not: they did not come along, or nobody has
    /// them any more. No damage.
    pub lacking: u64,
    pub lacking_files: u64,
    /// How many of the records are contributions.
    pub contributions: u64,
    /// Whether the journal is as it was signed, and only what is read of it is not: `rebuild` mends that.
    pub is_mended_by_rebuilding: bool,
    /// The first hundred.
    pub problems: Vec<Problem>,
}

/// More than so many say no more than these.
const MOST_PROBLEMS: usize = 100;

/// How many records are compared at a time.
const A_BATCH: usize = 1000;

impl Verification {
    fn found(&mut self, problem: Problem) {
        let others = self.problems.is_empty() || self.is_mended_by_rebuilding;
        self.is_mended_by_rebuilding = others && problem.is_mended_by_rebuilding();
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }
}

impl Store {
    /// Proves every page, chain, signature and digest, and that the read tables equal the journal.
    ///
    /// # Errors
    /// `Cancelled`, or where the database cannot be read at all. What else is wrong stands in the answer.
    pub async fn verify(&self, progress: &dyn Progress) -> Result<Verification, StoreError> {
        let (device, last_signed) = {
            let writing = self.writing().await?;
            (writing.device.id(), writing.home.last_signed())
        };
        let mut connection = self.reader().await?;
        let mut found = Verification::default();
        look_at_pages(&mut connection, &mut found).await?;
        if !found.problems.is_empty() {
            // What cannot be read cannot be compared.
            return Ok(found);
        }
        lay_out_index(&mut connection).await?;
        // All of it from one moment.
        sqlx::query("BEGIN").execute(&mut *connection).await?;
        let compared =
            compare(&mut connection, Digest(self.consultation().0), device, last_signed, &mut found, progress).await;
        sqlx::query("COMMIT").execute(&mut *connection).await?;
        match compared {
            Err(StoreError::ContentsDamaged) => found.found(Problem::PartUnreadable),
            other => other?,
        }
        found.ok = found.problems.is_empty();
        Ok(found)
    }
}

/// What SQLite and SQLCipher say of their own pages; each row is a problem, or `ok`.
const OWN_PROOFS: [&str; 5] = [
    "PRAGMA cipher_integrity_check",
    "BEGIN",
    // FTS5 looks whether somebody has written since only where its table is read: the check alone would hold what it
    // knew of an earlier moment against the index of this one.
    "SELECT 'ok' FROM contribution_words LIMIT 1",
    "PRAGMA quick_check",
    "COMMIT",
];

/// Every page against its own code of authentication, and the structure of the database.
async fn look_at_pages(connection: &mut SqliteConnection, found: &mut Verification) -> Result<(), StoreError> {
    for statement in OWN_PROOFS {
        match sqlx::query(statement).fetch_all(&mut *connection).await {
            Ok(rows) => {
                for row in rows {
                    // Pages and trees by number: no words.
                    let problem: String = row.try_get(0).unwrap_or_default();
                    if problem != "ok" {
                        found.found(Problem::Page(problem));
                    }
                }
            }
            Err(error) => match StoreError::from(error) {
                StoreError::ContentsDamaged => {
                    found.found(Problem::PagesUnreadable);
                }
                other => {
                    sqlx::query("ROLLBACK").execute(&mut *connection).await.ok();
                    return Err(other);
                }
            },
        }
    }
    Ok(())
}

async fn compare(
    connection: &mut SqliteConnection,
    founding: Digest,
    device: DeviceId,
    last_signed: Option<Digest>,
    found: &mut Verification,
    progress: &dyn Progress,
) -> Result<(), StoreError> {
    let standing = commits(connection, founding, found).await?;
    let Some(mut standing) = standing else { return Ok(()) };
    standing.wrote_before_as(own_keys(connection).await?);
    // What others lack, or did not hand over, is asked for; what this computer made is here.
    for (first, missing) in standing.behind_gaps() {
        if standing.commit(&first).is_some_and(|commit| commit.device == device) {
            found.found(Problem::EntryMissing(missing));
        }
    }
    if let Some(last) = last_signed.filter(|last| !standing.knows(last)) {
        found.found(Problem::OwnEntryMissing(last));
    }
    records(connection, &standing, device, found, progress).await?;
    let attached = attachment::look(connection, &standing, &device).await?;
    found.lacking_files = attached.lacking;
    for problem in attached.wrong {
        found.found(problem);
    }
    search(connection, found, progress).await?;
    lists(connection, found).await
}

/// Every commit by its hash, its form and its signature, on all cores.
async fn commits(
    connection: &mut SqliteConnection,
    founding: Digest,
    found: &mut Verification,
) -> Result<Option<Standing>, StoreError> {
    let rows: Vec<Stored> =
        sqlx::query_as("SELECT row, hash, bytes, signature FROM commits ORDER BY row").fetch_all(connection).await?;
    found.commits = rows.len() as u64;
    let checked = on_a_thread(move || check_all(rows)).await?;
    let mut headers = Vec::new();
    for (row, hash, checked) in checked {
        match checked {
            Ok(signed) if Digest::try_from(hash.as_slice()) == Ok(signed.hash) => {
                let (hash, commit) = (signed.hash, Arc::new(signed.commit));
                headers.push(Header { hash, commit, kept_at: row.unsigned_abs() });
            }
            Ok(_) => found.found(Problem::EntryUnderAnotherHash),
            Err(refusal) => found.found(Problem::Entry(refusal)),
        }
    }
    let Some(at) = headers.iter().position(|header| header.hash == founding) else {
        found.found(Problem::FoundingMissing);
        return Ok(None);
    };
    let mut standing = Standing::new(headers.swap_remove(at));
    if headers.iter().any(|header| header.commit.consultation.0 != founding.0) {
        found.found(Problem::Entry(Refusal::OtherConsultation));
        headers.retain(|header| header.commit.consultation.0 == founding.0);
    }
    standing.take_in(headers);
    Ok(Some(standing))
}

/// A commit as it is stored: its row, its hash, its bytes and its signature.
type Stored = (i64, Vec<u8>, Vec<u8>, Vec<u8>);

/// Its row, its hash, and what it says.
type Checked = (i64, Vec<u8>, Result<SignedCommit, Refusal>);

fn check_all(rows: Vec<Stored>) -> Vec<Checked> {
    let one = |(row, hash, bytes, signature): Stored| {
        let signature = <[u8; 64]>::try_from(signature.as_slice()).map_err(|_| Refusal::Signature);
        (row, hash, signature.and_then(|signature| check(bytes, signature)))
    };
    // What broke down leaves its commits out, and every one that follows them is told as missing.
    on_all_cores(rows, |rows| rows.into_iter().map(one).collect::<Vec<_>>()).into_iter().flatten().flatten().collect()
}

/// Every revision's words against what was signed, and every row against what the journal says.
async fn records(
    connection: &mut SqliteConnection,
    standing: &Standing,
    device: DeviceId,
    found: &mut Verification,
    progress: &dyn Progress,
) -> Result<(), StoreError> {
    let all: Vec<RecordId> = standing.records().into_iter().collect();

    let (strangers,): (i64,) = sqlx::query_as("SELECT count(*) FROM revision").fetch_one(&mut *connection).await?;
    let (mut named, of) = (0, all.len() as u64);
    let mut expected_rows = (0_u64, 0_u64);
    for (at, some) in all.chunks(A_BATCH).enumerate() {
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled);
        }
        let read = with_parts(standing, some.iter().copied()).into_iter().collect();
        let held = words(connection, standing, (some, &device), &read, found, &mut named).await?;
        let rows = rows(connection, some).await?;
        for record in some {
            let files = files(standing, *record, &device, &held);
            let expected = state(standing, *record, &device, &held)
                .and_then(|(seen, state)| shown(*record, &seen, &state, &files));
            match &expected {
                Some(Shown::Contribution(_)) => expected_rows.0 += 1,
                Some(Shown::Other(_)) => expected_rows.1 += 1,
                None => {}
            }
            if rows.get(record) != expected.as_ref() {
                found.found(Problem::RecordReadWrongly(*record));
            }
        }
        progress.step(((at + 1) * A_BATCH).min(all.len()) as u64, of);
    }
    found.revisions = named;
    found.records = expected_rows.0 + expected_rows.1;
    found.contributions = expected_rows.0;
    if strangers.unsigned_abs() != named {
        found.found(Problem::WordsOfNobody);
    }
    let (contributions, places, others): (i64, i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM contribution), (SELECT count(*) FROM contribution_at),
                (SELECT count(*) FROM record)",
    )
    .fetch_one(connection)
    .await?;
    let rows = (contributions.unsigned_abs(), others.unsigned_abs());
    if rows != expected_rows || places != contributions {
        found.found(Problem::RowsOfNobody);
    }

    Ok(())
}

/// The contents held of some records, each checked against the commit that names it.
async fn words(
    connection: &mut SqliteConnection,
    standing: &Standing,
    (some, device): (&[RecordId], &DeviceId),
    read: &BTreeSet<RecordId>,
    found: &mut Verification,
    named: &mut u64,
) -> Result<Held, StoreError> {
    let mut held = Held::new();
    let ids: Vec<RecordId> = read.iter().copied().collect();
    let own: HashSet<&RecordId> = some.iter().collect();
    each_contents(connection, standing, &ids, |record, bytes| {
        let digest = contents::digest(&bytes);
        let is_named = standing.revision(&record, &digest).any(|revision| check_contents(revision, &bytes).is_ok());
        let is_erased = standing.fate(&record) == Fate::Erased;
        if own.contains(&record) {
            *named += u64::from(is_named);
            if !is_named {
                found.found(Problem::WordsNotSigned(record));
            }
            if is_erased {
                found.found(Problem::WordsOfErased(record));
            }
        }
        if is_named {
            hold(&mut held, record, &bytes)?;
        }
        Ok(())
    })
    .await?;
    for record in some.iter().filter(|record| standing.fate(record) == Fate::Shown) {
        let revisions = standing.revisions(*record, None);
        let missing = revisions.iter().filter(|it| !held.contains_key(&(it.record, it.digest)));
        let is_own = |commit: &Digest| standing.commit(commit).is_some_and(|commit| commit.device == *device);
        let (own, others): (Vec<_>, Vec<_>) = missing.partition(|revision| is_own(&revision.commit));
        found.lacking += others.len() as u64;
        // What went with an erasure that counts no more is asked for again, also what was said here.
        let asked = if own.is_empty() { BTreeSet::new() } else { lacking_of(connection, record).await? };
        let missed = own.iter().filter(|revision| !asked.contains(&revision.digest)).count();
        found.lacking += (own.len() - missed) as u64;
        if missed > 0 {
            found.found(Problem::WordsMissing(*record));
        }
    }
    Ok(held)
}

/// What is read of some records now.
async fn rows(
    connection: &mut SqliteConnection,
    records: &[RecordId],
) -> Result<BTreeMap<RecordId, Shown>, StoreError> {
    let mut rows = BTreeMap::new();
    for some in records.chunks(400) {
        for (from, end, is_contribution) in [
            ("contribution WHERE row IN (SELECT row FROM contribution_at WHERE id IN (", "))", true),
            ("record WHERE id IN (", ")", false),
        ] {
            let mut select = sqlx::QueryBuilder::<sqlx::Sqlite>::new("SELECT * FROM ");
            select.push(from);
            let mut ids = select.separated(", ");
            for id in some {
                ids.push_bind(id.0.as_slice());
            }
            select.push(end);
            for row in select.build().fetch_all(&mut *connection).await? {
                let id: Vec<u8> = row.try_get("id")?;
                let id = RecordId::try_from(id.as_slice()).map_err(|_| StoreError::ContentsDamaged)?;
                let read = if is_contribution {
                    Shown::Contribution(Box::new(ContributionRow::from_row(&row)?))
                } else {
                    let kind: i64 = row.try_get("kind")?;
                    let kind =
                        anteroom_model::field::Kind(u16::try_from(kind).map_err(|_| StoreError::ContentsDamaged)?);
                    let (fields, conflicts) = (row.try_get("fields")?, row.try_get("conflicts")?);
                    Shown::Other(OtherRow { id, kind, fields, conflicts })
                };
                rows.insert(id, read);
            }
        }
    }
    Ok(rows)
}

/// Lets every word of the search index be read, with the rows and places it stands in. Nothing is written to the disk.
async fn lay_out_index(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    for statement in [
        "PRAGMA query_only = OFF",
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.contribution_word USING fts5vocab (main, contribution_words, instance)",
        "PRAGMA query_only = ON",
    ] {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    Ok(())
}

/// The search finds every word of every contribution where it stands, and nothing else.
async fn search(
    connection: &mut SqliteConnection,
    found: &mut Verification,
    progress: &dyn Progress,
) -> Result<(), StoreError> {
    let digest = |row: i64, place: i64, word: &str| {
        use std::hash::{DefaultHasher, Hash as _, Hasher as _};
        let mut hasher = DefaultHasher::new();
        (row, place, word).hash(&mut hasher);
        u128::from(hasher.finish())
    };
    // Sums over all (row, place, word): the index gives them by word, the texts by row.
    let (mut in_texts, mut in_index) = (0_u128, 0_u128);
    let mut after = 0_i64;
    loop {
        let rows: Vec<(i64, String, String, String)> = sqlx::query_as(
            "SELECT row, text, translations, files FROM contribution WHERE row > ? ORDER BY row LIMIT 2000",
        )
        .bind(after)
        .fetch_all(&mut *connection)
        .await?;
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled);
        }
        let Some((last, ..)) = rows.last() else { break };
        after = *last;
        for (row, text, translations, files) in &rows {
            let searched = searched(text, translations, files);
            for (place, word) in (0_i64..).zip(searched.split(' ').filter(|word| !word.is_empty())) {
                in_texts = in_texts.wrapping_add(digest(*row, place, word));
            }
        }
    }
    let mut words = sqlx::query_as::<_, (String, i64, i64)>("SELECT term, doc, offset FROM temp.contribution_word")
        .fetch(&mut *connection);
    while let Some((word, row, place)) = futures_util::TryStreamExt::try_next(&mut words).await? {
        in_index = in_index.wrapping_add(digest(row, place, &word));
    }
    if in_texts != in_index {
        found.found(Problem::SearchWrong);
    }
    Ok(())
}

/// The lists of groups and nodes hold what the contributions say.
async fn lists(connection: &mut SqliteConnection, found: &mut Verification) -> Result<(), StoreError> {
    for (statement, problem) in [
        (
            "SELECT (SELECT count(*) FROM contribution_group),
                    (SELECT count(*) FROM contribution AS c, json_each(c.groups) AS k JOIN contribution_group AS g ON g.key = k.value AND g.contribution = c.row),
                    (SELECT count(*) FROM contribution AS c, json_each(c.groups))",
            Problem::GroupsWrong,
        ),
        (
            "SELECT (SELECT count(*) FROM contribution_node),
                    (SELECT count(*) FROM contribution AS c, json_each(c.nodes) AS k JOIN contribution_node AS g ON g.key = k.value AND g.contribution = c.row),
                    (SELECT count(*) FROM contribution AS c, json_each(c.nodes))",
            Problem::NodesWrong,
        ),
    ] {
        let (all, matching, said): (i64, i64, i64) = sqlx::query_as(statement).fetch_one(&mut *connection).await?;
        if all != matching || matching != said {
            found.found(problem);
        }
    }
    Ok(())
}
