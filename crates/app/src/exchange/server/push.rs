//! Brings to a shared server what it lacks, and erases there what was erased: words first, then the commits that name them.

use std::collections::BTreeSet;

use anteroom_hub::{CommitKey, ContentsKey, Epoch, Hub, HubError, Plain, Pushed, Seals};
use anteroom_model::ids::{Digest, RecordId};
use anteroom_store::{Along, Passed, Progress, Store};

use super::{Keys, key};
use crate::error::AppError;

/// How many commits are looked at together.
const AT_ONCE: u32 = 2000;

/// How many pieces of files go together.
const PIECES: usize = 64;

/// What was brought.
#[derive(Default)]
pub(super) struct Brought {
    pub(super) commits: u64,
    pub(super) pushed: Vec<Pushed>,
}

/// Brings what came here behind a row; `keep` notes how far, after each page.
pub(super) async fn bring(
    store: &Store,
    hub: &mut Hub,
    keys: &Keys,
    mut row: i64,
    steps: &dyn Progress,
    mut keep: impl AsyncFnMut(i64) -> Result<(), AppError>,
) -> Result<Brought, AppError> {
    let mut brought = Brought::default();
    loop {
        if steps.is_cancelled() {
            return Err(HubError::Cancelled.into());
        }
        let page = store.commits_behind(row, AT_ONCE).await?;
        let Some(last) = page.last().map(|it| it.row) else { return Ok(brought) };
        let names: Vec<CommitKey> = page.iter().map(|it| key(&it.named)).collect();
        let lacking: BTreeSet<CommitKey> = hub.lacking_commits(&names).await?.into_iter().collect();
        let page = page.into_iter().filter(|it| lacking.contains(&key(&it.named)));
        let (telling, others): (Vec<Passed>, Vec<Passed>) = page.partition(|it| it.tells_of_keys);
        // What tells of keys is for those who do not have them yet.
        let founding = keys.founding.newest().ok_or(HubError::NoEpoch)?;
        brought.add(one_page(store, hub, keys, telling, (&keys.founding, founding)).await?);
        if !others.is_empty() {
            let sealing = keys.sealing.as_ref().ok_or(HubError::NoEpoch)?;
            let epoch = sealing.newest().ok_or(HubError::NoEpoch)?;
            brought.add(one_page(store, hub, keys, others, (sealing, epoch)).await?);
        }
        row = last;
        keep(row).await?;
        steps.step(brought.commits, 0);
    }
}

impl Brought {
    fn add(&mut self, pushed: Option<(u64, Pushed)>) {
        if let Some((commits, pushed)) = pushed {
            self.commits += commits;
            self.pushed.push(pushed);
        }
    }
}

async fn one_page(
    store: &Store,
    hub: &mut Hub,
    keys: &Keys,
    commits: Vec<Passed>,
    under: (&Seals, Epoch),
) -> Result<Option<(u64, Pushed)>, AppError> {
    if commits.is_empty() {
        return Ok(None);
    }
    let hashes: Vec<Digest> = commits.iter().map(|it| it.named.2).collect();
    put(hub, keys, store.along_with(&hashes).await?, under).await?;
    let count = commits.len() as u64;
    let rows: Vec<_> = commits
        .into_iter()
        .map(|it| Plain { key: key(&it.named), bytes: [&it.signature[..], &it.bytes].concat() })
        .collect();
    Ok(Some((count, hub.push_sealed(under.0.seal_under(under.1, &rows)?).await?)))
}

/// Brings words and files, as far as the server lacks them.
async fn put(hub: &mut Hub, keys: &Keys, along: Along, (seals, epoch): (&Seals, Epoch)) -> Result<(), AppError> {
    let mut rows: Vec<Plain<ContentsKey>> = Vec::new();
    let names: Vec<ContentsKey> =
        along.words.iter().map(|(record, digest, _)| keys.names.contents(record, digest)).collect();
    let mut lacking: BTreeSet<ContentsKey> = hub.lacking_contents(&names).await?.into_iter().collect();
    for ((_, _, bytes), name) in along.words.into_iter().zip(names) {
        if lacking.remove(&name) {
            rows.push(Plain { key: name, bytes });
        }
    }
    hub.put_sealed(seals.seal_under(epoch, &rows)?).await?;
    for (record, pieces) in along.files {
        let names: Vec<ContentsKey> = (0..pieces.len() as u64).map(|place| keys.names.piece(&record, place)).collect();
        let lacking: BTreeSet<ContentsKey> = hub.lacking_contents(&names).await?.into_iter().collect();
        let pieces: Vec<_> = names.into_iter().zip(pieces).filter(|(name, _)| lacking.contains(name)).collect();
        for some in pieces.chunks(PIECES) {
            let rows: Vec<_> = some.iter().map(|(key, bytes)| Plain { key: *key, bytes: bytes.clone() }).collect();
            hub.put_sealed(seals.seal_under(epoch, &rows)?).await?;
        }
    }
    Ok(())
}

/// Erases on the server the words of what was erased here, and of which it was not told; what is over the limit of an hour
/// waits for the next visit.
pub(super) async fn erase(store: &Store, hub: &mut Hub, keys: &Keys) -> Result<u64, AppError> {
    let mut gone = 0;
    for (record, digests) in store.erased_words(true).await? {
        let names: Vec<ContentsKey> = digests.iter().map(|digest| keys.names.contents(&record, digest)).collect();
        let pieces = pieces_there(hub, keys, &record).await?;
        match hub.erase(&[names, pieces].concat()).await {
            Ok(rows) => gone += rows,
            Err(HubError::TooManyErasures) => break,
            Err(error) => return Err(error.into()),
        }
        store.server_erased(&[record]).await?;
    }
    Ok(gone)
}

/// The pieces of an attached file that are on the server: how many it had is not known any more.
async fn pieces_there(hub: &mut Hub, keys: &Keys, record: &RecordId) -> Result<Vec<ContentsKey>, AppError> {
    let mut there = Vec::new();
    loop {
        let from = there.len() as u64;
        let names: Vec<ContentsKey> = (from..from + 16).map(|place| keys.names.piece(record, place)).collect();
        let lacking: BTreeSet<ContentsKey> = hub.lacking_contents(&names).await?.into_iter().collect();
        there.extend(names.iter().take_while(|name| !lacking.contains(name)));
        if !lacking.is_empty() {
            return Ok(there);
        }
    }
}

/// Puts back what others erased on the server and no erasure here explains. Up to which erasure all was looked at.
pub(super) async fn put_back(store: &Store, hub: &mut Hub, keys: &Keys, after: i64) -> Result<i64, AppError> {
    let erasures = hub.erasures(after).await?;
    let Some(last) = erasures.last().map(|it| it.number) else { return Ok(after) };
    let mut unexplained: BTreeSet<ContentsKey> = erasures.into_iter().flat_map(|it| it.contents).collect();
    for (record, digests) in store.erased_words(false).await? {
        for digest in digests {
            unexplained.remove(&keys.names.contents(&record, &digest));
        }
    }
    let (Some(sealing), false) = (&keys.sealing, unexplained.is_empty()) else { return Ok(last) };
    let epoch = sealing.newest().ok_or(HubError::NoEpoch)?;
    let mut row = 0;
    while let Some((reached, along)) = store.all_words(row).await? {
        row = reached;
        put(hub, keys, along, (sealing, epoch)).await?;
    }
    Ok(last)
}
