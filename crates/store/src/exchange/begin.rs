//! A consultation begins on another laptop: from an event pack, or from the first file for somebody who was invited.

use std::path::Path;
use std::sync::Arc;

use anteroom_handover::{Code, HandoverError, Identity, Key};
use anteroom_journal::check::SignedCommit;
use anteroom_journal::standing::{Header, Standing};
use anteroom_model::ids::ConsultationId;

use super::invited::Joining;
use super::merge::{CameBy, merge_parts};
use super::parts::{self, Part};
use super::proofs;
use super::report::Merged;
use super::{help, identity, stranger};
use crate::database;
use crate::error::StoreError;
use crate::fill::Statements;
use crate::folder;
use crate::home::{Device, Home};
use crate::journal::{FIRST_ROW, Journal};
use crate::keys::{FileKeys, Keys};
use crate::lock::Lock;
use crate::progress::Progress;
use crate::secret::Passphrase;
use crate::store::{DEVICE, Store, Writing};
use crate::write::insert_commit;

impl Store {
    /// Opens an event pack on a new laptop: makes the consultation in the folder `file`, under a passphrase of its own.
    /// `told_of_help`: whether whoever chose it was told that organisers can help where it is forgotten.
    ///
    /// # Errors
    /// `HelpUntold`, where that is so and nobody was told; `HandOver` (the wrong words, a torn copy), `ExistsAlready`,
    /// `TakesPartAlready`, …; nothing is left behind then.
    #[expect(clippy::too_many_arguments, reason = "each is said by whoever begins, or by where she sits")]
    pub async fn start(
        pack: &Path,
        code: &Code,
        file: &Path,
        home: &Path,
        passphrase: &Passphrase,
        told_of_help: bool,
        at: i64,
        progress: &dyn Progress,
    ) -> Result<(Self, Merged), StoreError> {
        if passphrase.is_empty() {
            return Err(StoreError::EmptyPassphrase);
        }
        let key = Key::Spoken(code.clone());
        let (founding, helps) = founding_of(pack, key.clone()).await?;
        if helps && !told_of_help {
            return Err(StoreError::HelpUntold);
        }
        let keys = FileKeys {
            consultation: ConsultationId(founding.hash.0),
            current: crate::secret::Key::random()?,
            next: None,
        };
        if Home::of(home, keys.consultation, keys.current.derive(DEVICE)).is_taken() {
            return Err(StoreError::TakesPartAlready);
        }
        let slots = Keys::of_passphrase(&keys, passphrase)?;
        let new = New { keys, slots, helps, device: Device::random(None)?, identity: Identity::random(), founding };
        new.begin(file, home, Source { file: pack, key, recipients: None, at, progress }).await
    }

    /// Whether an event pack declares that organisers can help where a passphrase is forgotten.
    ///
    /// # Errors
    /// `HandOver`: the wrong words, a torn copy.
    pub async fn pack_declares_help(pack: &Path, code: &Code) -> Result<bool, StoreError> {
        Ok(founding_of(pack, Key::Spoken(code.clone())).await?.1)
    }

    /// Makes the consultation of an accepted invitation in the folder `file`, from the first file that came for it.
    ///
    /// # Errors
    /// `NothingAccepted` where none was accepted here under this passphrase that the file is for; `HandOver`, …; nothing is
    /// left behind then.
    pub async fn begin_invited(
        first: &Path,
        file: &Path,
        home: &Path,
        passphrase: &Passphrase,
        at: i64,
        progress: &dyn Progress,
    ) -> Result<(Self, Merged), StoreError> {
        for joining in Joining::all(home, passphrase)? {
            let key = Key::Own(vec![joining.identity.clone()]);
            let (founding, _) = match founding_of(first, key.clone()).await {
                Err(StoreError::HandOver(HandoverError::NotForThisLaptop)) => continue,
                other => other?,
            };
            if founding.hash.0 != joining.keys.consultation.0 {
                return Err(StoreError::OtherConsultation);
            }
            let new = New {
                keys: joining.keys.clone(),
                slots: joining.slots.clone(),
                helps: joining.helps,
                device: joining.device.clone(),
                identity: joining.identity.clone(),
                founding,
            };
            let recipients = Some(vec![joining.identity.recipient()]);
            let made = new.begin(file, home, Source { file: first, key, recipients, at, progress }).await?;
            joining.is_done(home);
            return Ok(made);
        }
        Err(StoreError::NothingAccepted)
    }
}

/// The founding commit, with which every file begins that somebody new can begin from, and whether it declares that
/// organisers can help.
async fn founding_of(file: &Path, key: Key) -> Result<(SignedCommit, bool), StoreError> {
    let mut parts = parts::read(file, key)?;
    let (mut consultation, mut helps) = (None, false);
    while let Some(part) = parts.recv().await {
        match part? {
            Part::Head(head) => (consultation, helps) = (Some(head.consultation), head.helps),
            Part::Commits(commits) => {
                let founding = commits.into_iter().filter(|it| Some(it.hash.0) == consultation.map(|it| it.0));
                let (mut founding, claims) = parts::read_commits(founding.take(1).collect())?;
                proofs::prove(claims)?;
                let founding = founding.pop().filter(|it| it.commit.is_founding()).ok_or(StoreError::NotTheWhole)?;
                return Ok((founding, helps));
            }
            _ => break,
        }
    }
    Err(StoreError::NotTheWhole)
}

/// A consultation that is being made from what others handed over.
struct New {
    keys: FileKeys,
    slots: Keys,
    /// Whether organisers are to be able to help, as was declared to whoever begins.
    helps: bool,
    device: Device,
    identity: Identity,
    founding: SignedCommit,
}

/// What it is made from.
struct Source<'a> {
    file: &'a Path,
    key: Key,
    /// One of whom it must be meant for.
    recipients: Option<Vec<String>>,
    at: i64,
    progress: &'a dyn Progress,
}

impl New {
    async fn begin(self, file: &Path, home: &Path, from: Source<'_>) -> Result<(Store, Merged), StoreError> {
        folder::make(file)?;
        let made = Box::pin(self.fill(file, home, from)).await;
        if made.is_err() {
            // It was made a moment ago, and holds nothing but what failed.
            std::fs::remove_dir_all(file).ok();
        }
        made
    }

    async fn fill(self, file: &Path, home: &Path, from: Source<'_>) -> Result<(Store, Merged), StoreError> {
        let Source { file: from, key, recipients, at, progress } = from;
        let Self { keys, slots, helps, device, identity: own, founding } = self;
        let consultation = keys.consultation;
        let lock = Lock::take(file)?;
        let mut place = Home::of(home, consultation, keys.current.derive(DEVICE));
        let is_new = !place.is_taken();
        if is_new {
            place.keep(&device)?;
        }
        let mut connection = database::writer(file, consultation, &keys.current, true).await?;
        let filled = async {
            identity::keep(&mut connection, &own).await?;
            identity::note_key(&mut connection, &device.id()).await?;
            let SignedCommit { commit, bytes, hash, signature } = founding;
            let mut statements = Statements::in_one();
            insert_commit(FIRST_ROW, hash, bytes, signature, &mut statements);
            statements.run(&mut connection).await?;
            let standing = Standing::new(Header { hash, commit: Arc::new(commit), kept_at: FIRST_ROW });
            Ok::<_, StoreError>(Journal::new(standing, device.id(), None))
        };
        let journal = filled.await;
        let mut writing = Writing::new(connection, consultation, device, place, None);
        let made = async {
            writing.journal = Some(journal?);
            let parts = parts::read(from, key)?;
            let came_by = CameBy::File { folder: file, file: from, next: None };
            let merged = merge_parts(&mut writing, came_by, parts, recipients, at, progress).await?;
            stranger::take_in_confirmed(&mut writing, file, at).await?;
            database::checkpoint(&mut writing.connection).await?;
            let slots = if helps { help::allow(&slots, &keys, &mut writing).await? } else { slots };
            // Last, so that what opens is whole: cut short before this, the folder is none that could be opened.
            slots.write(file)?;
            Ok::<_, StoreError>((merged, slots))
        };
        match made.await {
            Ok((merged, slots)) => Ok((Store::with(file, keys, slots, writing, lock), merged)),
            Err(error) => {
                if is_new {
                    writing.home.forget();
                }
                // What is still open would stand in the way of removing it.
                database::close(writing.connection).await.ok();
                Err(error)
            }
        }
    }
}
