//! The beginning of what another laptop handed over. That of the file which comes next is read, and its signatures are proved,
//! while the file before it is written to the disk.

use std::path::{Path, PathBuf};

use anteroom_handover::{Head, Identity, Key};
use anteroom_journal::check::SignedCommit;
use anteroom_journal::standing::Standing;
use tokio::sync::mpsc::Receiver;

use super::parts::{self, Part};
use super::proofs::Proofs;
use crate::busy::on_a_thread;
use crate::error::StoreError;

/// What is read of a file, as it comes.
pub(super) type Parts = Receiver<Result<Part, StoreError>>;

/// Of more commits than this the rest is read when their turn comes.
const FAR_ENOUGH: usize = 10_000;

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
        Ok(Self { head, commits: Vec::new(), proofs: Proofs::begin(), part, parts })
    }

    async fn read_on(&mut self, standing: &Standing) -> Result<(), StoreError> {
        while matches!(self.part, Part::Commits(_)) && self.commits.len() < FAR_ENOUGH {
            let behind = next(&mut self.parts).await?;
            let Part::Commits(mut commits) = std::mem::replace(&mut self.part, behind) else { break };
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
    beginning: Box<Beginning>,
}

impl std::fmt::Debug for Ahead {
    /// Nothing of what was read.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ahead").finish_non_exhaustive()
    }
}

impl Ahead {
    /// Reads ahead in a file. Where something is wrong with it there is nothing: that is told when its turn comes.
    pub(super) async fn read(file: &Path, own: Vec<Identity>, standing: &Standing) -> Option<Self> {
        let mut beginning = Box::new(Beginning::of(parts::read(file, Key::Own(own)).ok()?).await.ok()?);
        beginning.read_on(standing).await.ok()?;
        Some(Self { file: file.to_owned(), beginning })
    }

    /// What was read, where it is of this file.
    pub(super) fn of(self, file: &Path) -> Option<Box<Beginning>> {
        (self.file == file).then_some(self.beginning)
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
