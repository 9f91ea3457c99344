//! Brings to a shared server what it lacks, and erases there what was erased: words first, then the commits that name them.

use std::collections::BTreeSet;

use anteroom_hub::{CommitKey, ContentsKey, Epoch, Hub, HubError, Plain, Pushed, Seals};
use anteroom_model::ids::{Digest, RecordId};
use anteroom_store::{A_PIECE, Along, Passed, Progress, Store, Words};

use super::pull::LARGEST_FILE;
use super::{Keys, key, unless_called_off};
use crate::error::AppError;

/// How many commits are looked at together.
const AT_ONCE: u32 = 2000;

/// How many pieces of files go together.
const PIECES: usize = 64;

/// No attached file has more pieces.
const MOST_PIECES: u64 = LARGEST_FILE as u64 / A_PIECE as u64 + 1;

/// What was brought.
#[derive(Default)]
pub(super) struct Brought {
    /// Up to which row here all is there.
    pub(super) row: i64,
    pub(super) commits: u64,
    pub(super) pushed: Vec<Pushed>,
}

/// Brings the next page of what came here behind a row; `None` where there is no more.
pub(super) async fn bring(
    store: &Store,
    hub: &mut Hub,
    keys: &Keys,
    row: i64,
    steps: &dyn Progress,
) -> Result<Option<Brought>, AppError> {
    let page = store.commits_behind(row, AT_ONCE).await?;
    let Some(row) = page.last().map(|it| it.row) else { return Ok(None) };
    let mut brought = Brought { row, ..Brought::default() };
    let names: Vec<CommitKey> = page.iter().map(|it| key(&it.named)).collect();
    let lacking = unless_called_off(steps, hub.lacking_commits(&names)).await?;
    let lacking: BTreeSet<CommitKey> = lacking.into_iter().collect();
    let page: Vec<Passed> = page.into_iter().filter(|it| lacking.contains(&key(&it.named))).collect();
    if page.is_empty() {
        return Ok(Some(brought));
    }
    let hashes: Vec<Digest> = page.iter().map(|it| it.named.2).collect();
    let Along { words, files } = store.along_with(&hashes).await?;
    // What tells of keys is for those who do not have them yet; everything else is not for who has left.
    let telling_words = store.tells_of_keys(words.iter().map(|(record, ..)| *record)).await?;
    let (telling, others): (Vec<Words>, Vec<Words>) =
        words.into_iter().partition(|(record, ..)| telling_words.contains(record));
    put(hub, keys, Along { words: telling, files: Vec::new() }, under(Some(&keys.founding))?, steps).await?;
    if !others.is_empty() || !files.is_empty() {
        put(hub, keys, Along { words: others, files }, under(keys.sealing.as_ref())?, steps).await?;
    }
    let (telling, others): (Vec<Passed>, Vec<Passed>) = page.into_iter().partition(|it| it.tells_of_keys);
    for (commits, seals) in [(telling, Some(&keys.founding)), (others, keys.sealing.as_ref())] {
        if commits.is_empty() {
            continue;
        }
        let (seals, epoch) = under(seals)?;
        let rows: Vec<_> = commits
            .into_iter()
            .map(|it| Plain { key: key(&it.named), bytes: [&it.signature[..], &it.bytes].concat() })
            .collect();
        brought.commits += rows.len() as u64;
        brought.pushed.push(unless_called_off(steps, hub.push_sealed(seals.seal_under(epoch, &rows)?)).await?);
    }
    Ok(Some(brought))
}

/// With what and under which epoch something is sealed.
fn under(seals: Option<&Seals>) -> Result<(&Seals, Epoch), HubError> {
    let seals = seals.ok_or(HubError::NoEpoch)?;
    Ok((seals, seals.newest().ok_or(HubError::NoEpoch)?))
}

/// Brings words and files, as far as the server lacks them.
async fn put(
    hub: &mut Hub,
    keys: &Keys,
    along: Along,
    (seals, epoch): (&Seals, Epoch),
    steps: &dyn Progress,
) -> Result<(), AppError> {
    let mut rows: Vec<Plain<ContentsKey>> = Vec::new();
    let names: Vec<ContentsKey> =
        along.words.iter().map(|(record, digest, _)| keys.names.contents(record, digest)).collect();
    let mut lacking: BTreeSet<ContentsKey> =
        unless_called_off(steps, hub.lacking_contents(&names)).await?.into_iter().collect();
    for ((_, _, bytes), name) in along.words.into_iter().zip(names) {
        if lacking.remove(&name) {
            rows.push(Plain { key: name, bytes });
        }
    }
    unless_called_off(steps, hub.put_sealed(seals.seal_under(epoch, &rows)?)).await?;
    for (record, pieces) in along.files {
        let names: Vec<ContentsKey> = (0..pieces.len() as u64).map(|place| keys.names.piece(&record, place)).collect();
        let lacking: BTreeSet<ContentsKey> =
            unless_called_off(steps, hub.lacking_contents(&names)).await?.into_iter().collect();
        let pieces: Vec<_> = names.into_iter().zip(pieces).filter(|(name, _)| lacking.contains(name)).collect();
        for some in pieces.chunks(PIECES) {
            let rows: Vec<_> = some.iter().map(|(key, bytes)| Plain { key: *key, bytes: bytes.clone() }).collect();
            unless_called_off(steps, hub.put_sealed(seals.seal_under(epoch, &rows)?)).await?;
        }
    }
    Ok(())
}

/// Erases on the server the words of what was erased here, and of which it was not told; what is over the limit of an hour
/// waits for the next visit.
pub(super) async fn erase(store: &Store, hub: &mut Hub, keys: &Keys, steps: &dyn Progress) -> Result<(), AppError> {
    for (record, digests) in store.erased_words(true).await? {
        let names: Vec<ContentsKey> = digests.iter().map(|digest| keys.names.contents(&record, digest)).collect();
        let pieces = pieces_there(hub, keys, &record, steps).await?;
        match unless_called_off(steps, hub.erase(&[names, pieces].concat())).await {
            Ok(_) => store.server_erased(&[record]).await?,
            Err(error) if error.code == HubError::TooManyErasures.code() => break,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The pieces of an attached file that are on the server: how many it had is not known any more.
async fn pieces_there(
    hub: &mut Hub,
    keys: &Keys,
    record: &RecordId,
    steps: &dyn Progress,
) -> Result<Vec<ContentsKey>, AppError> {
    let mut there = Vec::new();
    loop {
        let from = there.len() as u64;
        if from > MOST_PIECES {
            return Err(HubError::Nonsense.into());
        }
        let names: Vec<ContentsKey> = (from..from + 16).map(|place| keys.names.piece(record, place)).collect();
        let lacking: BTreeSet<ContentsKey> =
            unless_called_off(steps, hub.lacking_contents(&names)).await?.into_iter().collect();
        there.extend(names.iter().take_while(|name| !lacking.contains(name)));
        if !lacking.is_empty() {
            return Ok(there);
        }
    }
}

/// Puts back what others erased on the server and no erasure here explains. Up to which erasure all was looked at.
pub(super) async fn put_back(
    store: &Store,
    hub: &mut Hub,
    keys: &Keys,
    after: i64,
    steps: &dyn Progress,
) -> Result<i64, AppError> {
    let erasures = unless_called_off(steps, hub.erasures(after)).await?;
    let Some(last) = erasures.last().map(|it| it.number) else { return Ok(after) };
    let mut unexplained: BTreeSet<ContentsKey> = erasures.into_iter().flat_map(|it| it.contents).collect();
    for (record, digests) in store.erased_words(false).await? {
        for digest in digests {
            unexplained.remove(&keys.names.contents(&record, &digest));
        }
    }
    if unexplained.is_empty() {
        return Ok(last);
    }
    // Without a key it is for a later visit.
    let Some(sealing) = &keys.sealing else { return Ok(after) };
    let epoch = sealing.newest().ok_or(HubError::NoEpoch)?;
    let mut row = 0;
    while let Some((reached, along)) = store.all_words(row).await? {
        row = reached;
        put(hub, keys, along, (sealing, epoch), steps).await?;
    }
    Ok(last)
}
