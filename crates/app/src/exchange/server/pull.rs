//! Takes in what a shared server gives, page by page: what is not signed, not sealed as it should be, or not the words that
//! were meant is left there.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_hub::{CommitKey, ContentsKey, Cursor, Hub, HubError, Pulled, Unopened};
use anteroom_journal::check::SignedCommit;
use anteroom_journal::contents::{self, Contents};
use anteroom_model::field;
use anteroom_model::ids::{Digest, RecordId};
use anteroom_model::value::Value;
use anteroom_store::{A_PIECE, Merged, Progress, Served};

use super::keys::keep_keys;
use super::{Keys, key, named, noticed, unless_called_off};
use crate::changes::Topic;
use crate::desk::Desk;
use crate::error::AppError;

/// No attached file that a laptop takes is larger.
pub(super) const LARGEST_FILE: i64 = 256 << 20;

/// How many words that had not come along are asked for on one visit.
const ASKED: i64 = 2000;

/// One visit, as far as taking in goes.
pub(super) struct Pull<'p> {
    pub(super) desk: &'p Desk,
    pub(super) hub: &'p mut Hub,
    pub(super) keys: Keys,
    pub(super) at: i64,
    pub(super) steps: &'p dyn Progress,
    /// The report so far, and where it stands.
    pub(super) report: Option<(i64, Merged)>,
    /// What could not be opened, or comes from a laptop that nobody has let in.
    pub(super) left: BTreeSet<CommitKey>,
    pub(super) noticed: BTreeSet<&'static str>,
}

impl Pull<'_> {
    /// Takes in the next page behind `cursor`: how far that is, and whether there is more.
    pub(super) async fn news(&mut self, cursor: Cursor) -> Result<(Cursor, bool), AppError> {
        let news = unless_called_off(self.steps, self.hub.news(&self.keys.opening, cursor)).await?;
        // A server that gives the same again and again is asked no further.
        if news.more && news.cursor == cursor {
            return Err(HubError::Nonsense.into());
        }
        self.take_in(news.commits).await?;
        Ok((news.cursor, news.more))
    }

    /// Fetches these by name.
    pub(super) async fn these(&mut self, mut keys: &[CommitKey]) -> Result<(), AppError> {
        while !keys.is_empty() {
            let page = unless_called_off(self.steps, self.hub.pull(&self.keys.opening, keys)).await?;
            self.take_in(page.rows).await?;
            keys = &keys[page.asked.clamp(1, keys.len())..];
        }
        Ok(())
    }

    /// Once more what could not be opened before a key came, or before a laptop was let in.
    pub(super) async fn again(&mut self) -> Result<(), AppError> {
        let left: Vec<CommitKey> = std::mem::take(&mut self.left).into_iter().collect();
        self.these(&left).await
    }

    /// Words that commits here name and that had not come along.
    pub(super) async fn lacking_words(&mut self) -> Result<(), AppError> {
        let lacking = self.desk.store().lacking_words(ASKED).await?;
        let asked = lacking.into_iter().map(|it| (self.keys.names.contents(&it.0, &it.1), it)).collect();
        let words = self.words(asked).await?;
        if words.is_empty() {
            return Ok(());
        }
        let words = words.into_iter().map(|(record, _, bytes)| (record, bytes)).collect();
        self.keep(Served { words, ..Served::default() }).await
    }

    async fn take_in(&mut self, rows: Vec<Pulled<CommitKey>>) -> Result<(), AppError> {
        let asked: Vec<_> = rows.iter().map(|row| named(&row.key)).collect();
        let lacking: BTreeSet<CommitKey> = self.desk.store().lacks(&asked).await?.iter().map(key).collect();
        let (mut served, mut have) = (Served::default(), BTreeSet::new());
        for row in rows.into_iter().filter(|row| lacking.contains(&row.key)) {
            if have.contains(&row.key) {
                continue;
            }
            match row.opened.as_ref().map(|bytes| bytes.split_first_chunk::<64>()) {
                Ok(Some((signature, bytes))) if served.add(&named(&row.key), bytes.to_vec(), *signature) => {
                    have.insert(row.key);
                }
                Err(Unopened::UnknownEpoch(_)) => _ = self.left.insert(row.key),
                // Whoever has a login can have put it there: it is told, and asked for no more.
                _ => _ = self.noticed.insert(noticed::DAMAGED),
            }
        }
        self.left.retain(|left| !have.contains(left));
        if served.commits.is_empty() {
            return Ok(());
        }
        self.along(&mut served).await?;
        let tells_of_keys =
            served.commits.iter().any(|it| it.commit.revisions.iter().any(|it| it.kind == field::EPOCH));
        self.keep(served).await?;
        let still = self.desk.store().lacks(&have.iter().map(named).collect::<Vec<_>>()).await?;
        self.left.extend(still.iter().map(key));
        if tells_of_keys {
            self.keys = Keys::read(self.desk).await?;
        }
        Ok(())
    }

    /// The words of what came, and the files.
    async fn along(&mut self, served: &mut Served) -> Result<(), AppError> {
        let revisions = |commits: &[SignedCommit]| -> Vec<_> {
            commits.iter().flat_map(|it| it.commit.revisions.iter().map(|it| (it.record, it.digest, it.kind))).collect()
        };
        let revisions = revisions(&served.commits);
        let records: Vec<RecordId> = revisions.iter().map(|(record, ..)| *record).collect();
        let wanted = self.desk.store().wanted(&records).await?;
        let asked = revisions.iter().filter(|(record, ..)| wanted.contains(record));
        let asked: BTreeMap<_, _> =
            asked.map(|(record, digest, _)| (self.keys.names.contents(record, digest), (*record, *digest))).collect();
        let words = self.words(asked).await?;
        let of_kind = |wanted| -> BTreeSet<RecordId> {
            revisions.iter().filter(|(.., kind)| *kind == wanted).map(|(record, ..)| *record).collect()
        };
        // A key opens what was sealed under it, whatever becomes of the commit that brought it: what that commit follows may
        // be sealed under it, too.
        let telling = of_kind(field::EPOCH);
        for (_, _, bytes) in words.iter().filter(|(record, ..)| telling.contains(record)) {
            keep_keys(self.desk.store(), bytes).await?;
        }
        let files = of_kind(field::ATTACHMENT);
        for (record, _, bytes) in words.iter().filter(|(record, ..)| files.contains(record)) {
            self.file(*record, bytes, served).await?;
        }
        served.words = words.into_iter().map(|(record, _, bytes)| (record, bytes)).collect();
        Ok(())
    }

    async fn words(
        &mut self,
        asked: BTreeMap<ContentsKey, (RecordId, Digest)>,
    ) -> Result<Vec<(RecordId, Digest, Vec<u8>)>, AppError> {
        let keys: Vec<ContentsKey> = asked.keys().copied().collect();
        let (mut words, mut have) = (Vec::with_capacity(keys.len()), BTreeSet::new());
        for row in self.contents(&keys).await? {
            let (Some((record, digest)), Ok(bytes)) = (asked.get(&row.key), row.opened) else { continue };
            if contents::digest(&bytes) == *digest && have.insert(row.key) {
                words.push((*record, *digest, bytes.to_vec()));
            }
        }
        Ok(words)
    }

    async fn contents(&mut self, mut keys: &[ContentsKey]) -> Result<Vec<Pulled<ContentsKey>>, AppError> {
        let mut rows = Vec::new();
        while !keys.is_empty() {
            let page = unless_called_off(self.steps, self.hub.take_contents(&self.keys.opening, keys)).await?;
            rows.extend(page.rows);
            keys = &keys[page.asked.clamp(1, keys.len())..];
        }
        Ok(rows)
    }

    /// An attached file, if all of its pieces are there.
    async fn file(&mut self, record: RecordId, described: &[u8], served: &mut Served) -> Result<(), AppError> {
        let Ok(said) = Contents::decode(described) else { return Ok(()) };
        let size = said.fields.get(&field::SIZE).and_then(Value::int).filter(|size| (0..=LARGEST_FILE).contains(size));
        let digest = said.fields.get(&field::CONTENT_DIGEST).and_then(Value::bytes);
        let (Some(size), Some(digest)) = (size, digest) else { return Ok(()) };
        let count = (size as u64).div_ceil(A_PIECE as u64);
        let keys: Vec<ContentsKey> = (0..count).map(|place| self.keys.names.piece(&record, place)).collect();
        let mut found: BTreeMap<ContentsKey, Vec<u8>> = BTreeMap::new();
        for row in self.contents(&keys).await? {
            if let Ok(bytes) = row.opened {
                found.entry(row.key).or_insert_with(|| bytes.to_vec());
            }
        }
        let pieces: Option<Vec<Vec<u8>>> = keys.iter().map(|key| found.remove(key)).collect();
        if let Some(pieces) = pieces {
            served.add_file(record, digest, pieces);
        }
        Ok(())
    }

    async fn keep(&mut self, served: Served) -> Result<(), AppError> {
        let report = self.report.take();
        let (row, merged) = self.desk.store().take_in_served(served, report, self.at, self.steps).await?;
        let (is_news, is_cloned) = (merged.is_news, merged.is_cloned);
        self.report = Some((row, merged));
        if is_news {
            self.desk.structure_changed();
            self.desk.changed(&Topic::ALL.into());
        }
        // From now on this laptop signs with another key, for which there is no login.
        if is_cloned { Err(AppError::new("login-of-another", &[])) } else { Ok(()) }
    }
}
