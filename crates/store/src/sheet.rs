//! What the recovery sheet decides. Its key stands outside every series: each of its commits stands alone, never waits, and
//! comes before every laptop. So a stolen, lost or cloned founder's laptop is survived.

use anteroom_journal::decision::{Certificate, Roles, Ruling};
use anteroom_journal::deed::Deed;
use anteroom_journal::draft::{Draft, Heading};
use anteroom_model::ids::{DeviceId, Digest, PersonId};
use ed25519_dalek::SigningKey;

use crate::error::StoreError;
use crate::progress::{Counted, Silent};
use crate::secret::{RecoveryWords, derive};
use crate::store::{Store, Writing};
use crate::write::{Written, write};

/// The key that the recovery sheet signs with.
fn root_key(words: &RecoveryWords) -> SigningKey {
    SigningKey::from_bytes(derive(words.bits(), "anteroom/1/root").bytes())
}

/// By what the founding names the recovery sheet.
pub(crate) fn root(words: &RecoveryWords) -> DeviceId {
    DeviceId(root_key(words).verifying_key().to_bytes())
}

impl Store {
    /// Lets this computer in in every role, as whose it is: it has joined, and nobody has confirmed it, or it was suspended.
    ///
    /// # Errors
    /// `WrongRecoveryWords`, or what the disk refuses.
    pub async fn let_in_by_sheet(&self, words: &RecoveryWords, at: i64) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        let device = writing.device.id();
        let claimed = writing.device.person;
        let (_, journal) = writing.both().await?;
        let person = journal.standing.person(&device).unwrap_or(claimed);
        admit(&mut writing, words, person, at).await
    }
}

/// Lets in this computer, which holds a copy of what the founder's held, as the founder's. Words that an organiser said open
/// the file too, and give no right.
pub(crate) async fn admit_founders(writing: &mut Writing, words: &RecoveryWords) -> Result<(), StoreError> {
    let (_, journal) = writing.both().await?;
    let founder = journal.standing.person(&journal.standing.founder()).unwrap_or_default();
    match admit(writing, words, founder, now()).await {
        Err(StoreError::WrongRecoveryWords) => return Ok(()),
        admitted => admitted?,
    }
    writing.device.person = founder;
    let device = writing.device.clone();
    let last = writing.home.last_signed();
    writing.home.keep(&device)?;
    last.map_or(Ok(()), |last: Digest| Ok(writing.home.note_signed(last)?))
}

async fn admit(writing: &mut Writing, words: &RecoveryWords, person: PersonId, at: i64) -> Result<(), StoreError> {
    let device = writing.device.id();
    let recipient = Some(crate::exchange::recipient(&mut writing.connection).await?);
    let certificate = Certificate { device, after: None, roles: Roles::ALL, person, refuses_all: false, recipient };
    decide(writing, words, vec![Ruling::Certificate(certificate)], at).await
}

/// Writes what the recovery sheet decides.
///
/// # Errors
/// `WrongRecoveryWords`, where this consultation was not founded with them; or what the disk refuses.
pub(crate) async fn decide(
    writing: &mut Writing,
    words: &RecoveryWords,
    rulings: Vec<Ruling>,
    at: i64,
) -> Result<(), StoreError> {
    let (consultation, device) = (writing.consultation, root(words));
    let (_, journal) = writing.both().await?;
    if device != journal.standing.root() {
        return Err(StoreError::WrongRecoveryWords);
    }
    let mut nonce = [0; 16];
    getrandom::fill(&mut nonce)?;
    let mut draft = Draft::new(Heading {
        consultation,
        device,
        seq: 0,
        prev: None,
        author: journal.standing.person(&journal.standing.founder()).unwrap_or_default(),
        time: at,
        deed: Deed::MEMBERS,
        nonce,
        undoes: None,
    });
    for ruling in rulings {
        draft.decide(journal.standing.deciding(ruling));
    }
    let signed = draft.sign(&root_key(words))?;
    write(writing, Written::of_the_sheet(signed), &mut Counted::new(&Silent, 0)).await
}

/// The clock, for what nobody but the program itself does.
fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
