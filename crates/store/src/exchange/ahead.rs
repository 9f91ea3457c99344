//! The beginning of what another laptop handed over. That of the file which comes next is read, and its signatures are proved,
//! while the file before it is written to the disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anteroom_handover::{Head, Identity, Key};
use anteroom_journal::check::SignedCommit;
use anteroom_journal::standing::Standing;
use tokio::sync::mpsc::Receiver;
use tokio::time::timeout;

use super::parts::{self, Part, Unproved};
use super::proofs::Proofs;
use crate::busy::on_a_thread;
use crate::error::StoreError;

/// What is read of a file, as it comes.
pub(super) type Parts = Receiver<Result<Part, StoreError>>;

/// Of more commits, or more bytes, the rest is read when their turn comes.
const FAR_ENOUGH: usize = 10_000;
const BYTES_ENOUGH: usize = 32 << 20;

/// How long it takes at most until whoever reads ahead notices that nobody waits for it.
const A_MOMENT: Duration = Duration::from_millis(20);

/// What has been read so far, and what follows.
pub(super) struct Beginning {
    pub(super) head: Box<Head>,
    /// Those that were not here; `proofs` has what they claim.
    pub(super) commits: Vec<SignedCommit>,
    pub(super) proofs: Proofs,
    /// What comes behind them.
    pub(super) part: Part,
    pub(super) parts: Parts,
}

impl Beginning {
    /// # Errors
    /// What is wrong with it.
    pub(super) async fn of(mut parts: Parts) -> Result<Self, StoreError> {
        let Part::Head(head) = next(&mut parts).await? else { return Err(damaged()) };
        let part = next(&mut parts).await?;
        Ok(Self::behind(head, part, parts))
    }

    fn behind(head: Box<Head>, part: Part, parts: Parts) -> Self {
        Self { head, commits: Vec::new(), proofs: Proofs::begin(), part, parts }
    }

    /// Reads the commits, until it is told that it is over; then the rest is read in its turn.
    async fn read_on(&mut self, standing: &Standing, is_over: &(dyn Fn() -> bool + Sync)) -> Result<(), StoreError> {
        let (mut count, mut bytes) = (0, 0);
        while let Part::Commits(commits) = &self.part {
            count += commits.len();
            bytes += commits.iter().map(Unproved::len).sum::<usize>();
            if count > FAR_ENOUGH || bytes > BYTES_ENOUGH || is_over() {
                break;
            }
            let Some(behind) = next_until(&mut self.parts, is_over).await else { break };
            let Part::Commits(mut commits) = std::mem::replace(&mut self.part, behind?) else { break };
            commits.retain(|commit| !standing.knows(&commit.hash));
            let (read, claims) = on_a_thread(move || parts::read_commits(commits)).await??;
            self.proofs.of(claims).await?;
            self.commits.extend(read);
        }
        Ok(())
    }
}

/// The beginning of a file whose turn has not come.
pub(crate) struct Ahead {
    file: PathBuf,
    looks: Looks,
    beginning: Box<Beginning>,
}

/// What tells a file from one that took its place.
type Looks = (u64, SystemTime);

fn looks(file: &Path) -> Option<Looks> {
    let seen = fs::metadata(file).ok()?;
    Some((seen.len(), seen.modified().ok()?))
}

impl std::fmt::Debug for Ahead {
    /// Nothing of what was read.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ahead").finish_non_exhaustive()
    }
}

impl Ahead {
    /// Reads ahead in a file until it is told that it is over. Where something is wrong with it there is nothing: that is told
    /// when its turn comes.
    pub(super) async fn read(
        file: &Path,
        own: Vec<Identity>,
        standing: &Standing,
        is_over: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        let looks = looks(file)?;
        let mut parts = parts::read(file, Key::Own(own)).ok()?;
        let Part::Head(head) = next_until(&mut parts, is_over).await?.ok()? else { return None };
        let part = next_until(&mut parts, is_over).await?.ok()?;
        let mut beginning = Box::new(Beginning::behind(head, part, parts));
        beginning.read_on(standing, is_over).await.ok()?;
        Some(Self { file: file.to_owned(), looks, beginning })
    }

    /// What was read, where it is of this file and no other took its place.
    pub(super) fn of(self, file: &Path) -> Option<Box<Beginning>> {
        (self.file == file && looks(file) == Some(self.looks)).then_some(self.beginning)
    }
}

/// `None`: it is over, and nothing has come.
async fn next_until(parts: &mut Parts, is_over: &(dyn Fn() -> bool + Sync)) -> Option<Result<Part, StoreError>> {
    loop {
        match timeout(A_MOMENT, next(parts)).await {
            Ok(part) => return Some(part),
            Err(_) if is_over() => return None,
            Err(_) => {}
        }
    }
}

/// # Errors
/// What is wrong with what follows.
pub(super) async fn next(parts: &mut Parts) -> Result<Part, StoreError> {
    // The thread says what went wrong, unless it broke down itself.
    parts.recv().await.unwrap_or_else(|| Err(damaged()))
}

pub(super) fn damaged() -> StoreError {
    anteroom_handover::HandoverError::Damaged.into()
}
