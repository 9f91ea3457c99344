//! Bringing rows to the server, a page at a time. Each page is there whole or not at all, so whoever was interrupted goes on
//! with what the server still lacks.

use anteroom_model::ids::Digest;
use sqlx::Row as _;
use sqlx::postgres::PgRow;

use crate::error::HubError;
use crate::hub::Hub;
use crate::memory::Cursor;
use crate::patience::{answer, on_a_thread};
use crate::row::{CommitKey, ContentsKey, Plain, RowKey, Sealed, count, id};
use crate::seal::{Seals, padded};

/// The most rows of a page.
pub const PAGE: usize = 4000;

/// The most bytes of a page, unless a single row has more.
pub(crate) const PAGE_BYTES: usize = 4 << 20;

/// A page that is new, as nearly every page is. To look first whether each row is there already costs half as much again, so
/// that is done only where this was refused.
macro_rules! commits {
    ($otherwise:literal) => {
        concat!(
            "WITH put AS (
                 INSERT INTO anteroom.commits (consultation, device, seq, hash, pushed_by, epoch, sealed)
                 SELECT $1, page.device, page.seq, page.hash, $2, page.epoch, page.sealed
                 FROM unnest($3::bytea[], $4::bigint[], $5::bytea[], $6::bigint[], $7::bytea[])
                     AS page (device, seq, hash, epoch, sealed) ",
            $otherwise,
            " RETURNING arrival, hash
             ),
             whole AS (SELECT count(*) AS new, min(arrival) AS earliest, max(arrival) AS latest FROM put)
             SELECT whole.new, whole.earliest, whole.latest, put.hash FROM whole JOIN put ON put.arrival = whole.latest"
        )
    };
}

macro_rules! contents {
    ($otherwise:literal) => {
        concat!(
            "WITH put AS (
                 INSERT INTO anteroom.contents (consultation, digest, pushed_by, epoch, sealed)
                 SELECT $1, page.digest, $2, page.epoch, page.sealed
                 FROM unnest($3::bytea[], $4::bigint[], $5::bytea[]) AS page (digest, epoch, sealed) ",
            $otherwise,
            " RETURNING digest
             )
             SELECT count(*) AS new FROM put"
        )
    };
}

const COMMITS: &str = commits!("");
const COMMITS_BUT_THOSE: &str = commits!("ON CONFLICT (consultation, device, seq, hash, pushed_by) DO NOTHING");
const CONTENTS: &str = contents!("");
const CONTENTS_BUT_THOSE: &str = contents!("ON CONFLICT (consultation, digest, pushed_by) DO NOTHING");

/// What a push brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pushed {
    /// How many rows the server did not have from this login before.
    pub new: u64,
    /// From and to which arrival each page went; no row of another lies between.
    spans: Vec<(i64, Cursor)>,
}

impl Hub {
    /// Brings commits, the older ones first, and tells whoever listens. While the server takes one page the next is sealed.
    ///
    /// # Errors
    /// `NoEpoch`, `TooLarge`, or what the server refuses: pages before that are there.
    pub async fn push(&mut self, seals: &Seals, commits: Vec<Plain<CommitKey>>) -> Result<Pushed, HubError> {
        let mut pushed = Pushed::default();
        let mut pages = pages(commits, |row| padded(row.bytes.len())).into_iter();
        let mut next = pages.next().map(|page| sealing(seals, page));
        while let Some(sealed) = next {
            let sealed = sealed.await?;
            next = pages.next().map(|page| sealing(seals, page));
            self.push_page(&sealed, &mut pushed).await?;
        }
        self.tell(pushed.new).await?;
        Ok(pushed)
    }

    /// Brings commits that were sealed under an epoch of one's choice, see `Seals::seal_under`.
    ///
    /// # Errors
    /// As `push`.
    pub async fn push_sealed(&mut self, commits: Vec<Sealed<CommitKey>>) -> Result<Pushed, HubError> {
        let mut pushed = Pushed::default();
        for page in pages(commits, |row| row.bytes.len()) {
            self.push_page(&page, &mut pushed).await?;
        }
        self.tell(pushed.new).await?;
        Ok(pushed)
    }

    /// Brings contents. How many the server did not have from this login before.
    ///
    /// # Errors
    /// As `push`.
    pub async fn put_contents(&mut self, seals: &Seals, contents: Vec<Plain<ContentsKey>>) -> Result<u64, HubError> {
        let mut new = 0;
        let mut pages = pages(contents, |row| padded(row.bytes.len())).into_iter();
        let mut next = pages.next().map(|page| sealing(seals, page));
        while let Some(sealed) = next {
            let sealed = sealed.await?;
            next = pages.next().map(|page| sealing(seals, page));
            new += self.put_page(&sealed).await?;
        }
        self.tell(new).await?;
        Ok(new)
    }

    /// Brings contents that were sealed under an epoch of one's choice, see `Seals::seal_under`.
    ///
    /// # Errors
    /// As `push`.
    pub async fn put_sealed(&mut self, contents: Vec<Sealed<ContentsKey>>) -> Result<u64, HubError> {
        let mut new = 0;
        for page in pages(contents, |row| row.bytes.len()) {
            new += self.put_page(&page).await?;
        }
        self.tell(new).await?;
        Ok(new)
    }

    /// Passes over what this device has just brought itself, so that it is not fetched again: only where nothing of another
    /// came between.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn pass_over(&mut self, cursor: Cursor, pushed: &Pushed) -> Result<Cursor, HubError> {
        let mut reached = cursor;
        for (from, to) in &pushed.spans {
            let between = answer(
                sqlx::query(
                    "SELECT EXISTS (SELECT FROM anteroom.commits
                     WHERE consultation = $1 AND arrival > $2 AND arrival < $3) AS others",
                )
                .bind(&self.consultation.0[..])
                .bind(reached.arrival)
                .bind(from)
                .fetch_one(&mut self.connection),
            )
            .await?;
            if between.try_get("others")? {
                break;
            }
            if to.arrival > reached.arrival {
                reached = *to;
            }
        }
        Ok(reached)
    }

    async fn push_page(&mut self, page: &[Sealed<CommitKey>], pushed: &mut Pushed) -> Result<(), HubError> {
        let seqs: Vec<i64> = page
            .iter()
            .map(|row| i64::try_from(row.key.seq))
            .collect::<Result<_, _>>()
            .map_err(|_| HubError::TooLarge)?;
        let mut put = self.insert_commits(COMMITS, page, &seqs).await;
        if is_there_already(&put) {
            put = self.insert_commits(COMMITS_BUT_THOSE, page, &seqs).await;
        }
        if let Some(put) = put? {
            pushed.new += count(put.try_get("new")?)?;
            let last = Cursor { arrival: put.try_get("latest")?, hash: Digest(id(&put, "hash")?) };
            pushed.spans.push((put.try_get("earliest")?, last));
        }
        Ok(())
    }

    /// What came of it; nothing where nothing was new.
    async fn insert_commits(
        &mut self,
        statement: &'static str,
        page: &[Sealed<CommitKey>],
        seqs: &[i64],
    ) -> Result<Option<PgRow>, HubError> {
        answer(
            sqlx::query(statement)
                .bind(&self.consultation.0[..])
                .bind(self.number)
                .bind(page.iter().map(|row| &row.key.device.0[..]).collect::<Vec<_>>())
                .bind(seqs)
                .bind(page.iter().map(|row| &row.key.hash.0[..]).collect::<Vec<_>>())
                .bind(page.iter().map(|row| row.epoch.stored()).collect::<Vec<_>>())
                .bind(page.iter().map(|row| row.bytes.as_slice()).collect::<Vec<_>>())
                .fetch_optional(&mut self.connection),
        )
        .await
    }

    async fn put_page(&mut self, page: &[Sealed<ContentsKey>]) -> Result<u64, HubError> {
        let mut put = self.insert_contents(CONTENTS, page).await;
        if is_there_already(&put) {
            put = self.insert_contents(CONTENTS_BUT_THOSE, page).await;
        }
        put
    }

    async fn insert_contents(
        &mut self,
        statement: &'static str,
        page: &[Sealed<ContentsKey>],
    ) -> Result<u64, HubError> {
        let put = answer(
            sqlx::query(statement)
                .bind(&self.consultation.0[..])
                .bind(self.number)
                .bind(page.iter().map(|row| &row.key.0[..]).collect::<Vec<_>>())
                .bind(page.iter().map(|row| row.epoch.stored()).collect::<Vec<_>>())
                .bind(page.iter().map(|row| row.bytes.as_slice()).collect::<Vec<_>>())
                .fetch_one(&mut self.connection),
        )
        .await?;
        count(put.try_get("new")?)
    }

    /// Wakes whoever listens, where something is new.
    async fn tell(&mut self, new: u64) -> Result<(), HubError> {
        if new > 0 {
            let notify = sqlx::query("SELECT pg_notify($1, '')").bind(&self.channel);
            answer(notify.execute(&mut self.connection)).await?;
        }
        Ok(())
    }
}

/// Whether the page was refused because this login has brought one of its rows before.
fn is_there_already<T>(put: &Result<T, HubError>) -> bool {
    matches!(put, Err(HubError::Database(code)) if code == "23505")
}

/// Begins to seal a page on a thread, without waiting for it.
fn sealing<K: RowKey>(
    seals: &Seals,
    page: Vec<Plain<K>>,
) -> impl Future<Output = Result<Vec<Sealed<K>>, HubError>> + Send + use<K> {
    let seals = seals.clone();
    let begun = tokio::spawn(on_a_thread(move || seals.seal(&page)));
    async move { begun.await.map_err(|_| HubError::Cancelled)?? }
}

/// Rows in pages, none too large.
pub(crate) fn pages<T>(rows: Vec<T>, size: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    let (mut pages, mut page, mut bytes) = (Vec::new(), Vec::new(), 0);
    for row in rows {
        let more = size(&row);
        if page.len() == PAGE || (!page.is_empty() && bytes + more > PAGE_BYTES) {
            pages.push(std::mem::take(&mut page));
            bytes = 0;
        }
        bytes += more;
        page.push(row);
    }
    if !page.is_empty() {
        pages.push(page);
    }
    pages
}

#[test]
fn a_page_holds_so_many_rows_and_bytes_and_at_least_one_row() {
    let sizes = |rows: Vec<usize>| pages(rows, |row| *row).iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(sizes(vec![1; PAGE + 1]), [PAGE, 1]);
    assert_eq!(sizes(vec![PAGE_BYTES * 2, 1, PAGE_BYTES, 1]), [1, 1, 1, 1]);
    assert_eq!(sizes(vec![]), [0; 0]);
}
