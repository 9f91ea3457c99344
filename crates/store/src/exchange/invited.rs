//! The long way in: an invitation is given out, somebody accepts it on another laptop, an organiser lets them in.

use std::fs;
use std::path::{Path, PathBuf};

use anteroom_handover::{Acceptance, Identity, Invitation};
use anteroom_journal::decision::Roles;
use anteroom_model::ids::{ConsultationId, DeviceId};

use super::decided::Admitted;
use super::{hand_over, identity};
use crate::error::StoreError;
use crate::home::{Device, Home};
use crate::keys::{FileKeys, Keys};
use crate::secret::{Key, Passphrase, Unlock};
use crate::store::{DEVICE, Store};

/// Who accepted an invitation that was given out here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    pub invitation: [u8; 16],
    /// By what name they were invited, and what they call themselves.
    pub name: String,
    pub own_name: String,
    pub admitted: Admitted,
}

/// What joining leaves on the joining laptop, until the first file for it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    pub consultation: ConsultationId,
    pub device: DeviceId,
    /// The acceptance, to be given to the organiser.
    pub acceptance: Vec<u8>,
}

impl Store {
    /// An invitation in these roles for somebody whom the organiser calls `name`. `helps`: whether it declares that organisers
    /// can help where a passphrase is forgotten.
    ///
    /// # Errors
    /// `NotAllowed`, or what the disk refuses.
    pub async fn invite(&self, name: &str, roles: Roles, helps: bool, at: i64) -> Result<Vec<u8>, StoreError> {
        let mut writing = self.writing().await?;
        if !hand_over::own_roles(&mut writing).await?.has_any(Roles::ORGANISER) {
            return Err(StoreError::NotAllowed);
        }
        hand_over::announce(&mut writing, at).await?;
        let mut id = [0; 16];
        getrandom::fill(&mut id)?;
        let recipient = identity::recipient(&mut writing.connection).await?;
        sqlx::query("INSERT INTO invitation (id, name, roles, made_at) VALUES (?, ?, ?, ?)")
            .bind(id.as_slice())
            .bind(name)
            .bind(i64::from(roles.0))
            .bind(at)
            .execute(&mut *writing.connection)
            .await?;
        Ok(Invitation { consultation: self.consultation(), id, recipient, helps }.encode())
    }

    /// Reads an acceptance: who it is, and in which roles they were invited.
    ///
    /// # Errors
    /// `HandOver`, `OtherConsultation`, `UnknownInvitation`.
    pub async fn accepted(&self, acceptance: &[u8]) -> Result<Invited, StoreError> {
        let mut writing = self.writing().await?;
        let own = identity::own(&mut writing.connection).await?;
        let read = Acceptance::open(acceptance, &own)?;
        if read.consultation != self.consultation() {
            return Err(StoreError::OtherConsultation);
        }
        let found: Option<(String, i64, Option<Vec<u8>>)> =
            sqlx::query_as("SELECT name, roles, device FROM invitation WHERE id = ?")
                .bind(read.invitation.as_slice())
                .fetch_optional(&mut *writing.connection)
                .await?;
        let (name, roles, device) = found.ok_or(StoreError::UnknownInvitation)?;
        // The same laptop may be let in again; nobody else by the same invitation.
        if device.is_some_and(|device| device != read.device.0) {
            return Err(StoreError::UnknownInvitation);
        }
        let roles = Roles(u32::try_from(roles).map_err(|_| StoreError::ContentsDamaged)?);
        let Acceptance { invitation, device, person, recipient, name: own_name, .. } = read;
        Ok(Invited {
            invitation,
            name,
            own_name,
            admitted: Admitted { device, roles, person, recipient: Some(recipient) },
        })
    }

    /// Notes that an invitation has been used.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn use_invitation(&self, invited: &Invited) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        sqlx::query("UPDATE invitation SET device = ? WHERE id = ?")
            .bind(invited.admitted.device.0.as_slice())
            .bind(invited.invitation.as_slice())
            .execute(&mut *writing.connection)
            .await?;
        Ok(())
    }

    /// Accepts an invitation on this laptop: makes its keys, and keeps them under the passphrase that its file will have.
    ///
    /// # Errors
    /// `HandOver`, `HelpUntold`, `TakesPartAlready`, `EmptyPassphrase`, or what the disk refuses.
    pub fn join(
        home: &Path,
        invitation: &[u8],
        name: &str,
        passphrase: &Passphrase,
        told_of_help: bool,
    ) -> Result<Joined, StoreError> {
        if passphrase.is_empty() {
            return Err(StoreError::EmptyPassphrase);
        }
        let Invitation { consultation, id, recipient, helps } = Invitation::decode(invitation)?;
        if helps && !told_of_help {
            return Err(StoreError::HelpUntold);
        }
        let keys = FileKeys { consultation, current: Key::random()?, next: None };
        let mut place = Home::of(home, consultation, keys.current.derive(DEVICE));
        if place.is_taken() {
            return Err(StoreError::TakesPartAlready);
        }
        let (device, own) = (Device::random(None)?, Identity::random());
        let acceptance = Acceptance {
            consultation,
            invitation: id,
            device: device.id(),
            person: device.person,
            recipient: own.recipient(),
            name: name.to_owned(),
        };
        let acceptance = acceptance.seal(&device.key, &recipient)?;
        place.keep(&device)?;
        place.keep_identity(&own)?;
        let joining = joining(home, consultation);
        fs::create_dir_all(&joining)?;
        if helps {
            fs::write(joining.join(HELPS), [])?;
        }
        Keys::of_passphrase(&keys, passphrase)?.write(&joining)?;
        Ok(Joined { consultation, device: device.id(), acceptance })
    }
}

fn joining(home: &Path, consultation: ConsultationId) -> PathBuf {
    home.join(format!("{consultation}.{JOINING}"))
}

const JOINING: &str = "joining";

/// Lies in it where the invitation declared that organisers can help. Who they are, the first file says: whoever carried the
/// invitation could have written anybody into it.
const HELPS: &str = "helps";

/// What was made when somebody joined, for the file that may follow.
pub(super) struct Joining {
    pub(super) slots: Keys,
    pub(super) helps: bool,
    pub(super) keys: FileKeys,
    pub(super) device: Device,
    pub(super) identity: Identity,
    place: PathBuf,
}

impl Joining {
    /// All that this passphrase opens.
    ///
    /// # Errors
    /// What the disk refuses.
    pub(super) fn all(home: &Path, passphrase: &Passphrase) -> Result<Vec<Self>, StoreError> {
        let mut all = Vec::new();
        let Ok(entries) = fs::read_dir(home) else { return Ok(all) };
        for entry in entries {
            let place = entry?.path();
            if place.extension().is_none_or(|ending| ending != JOINING) {
                continue;
            }
            let Ok(slots) = Keys::read(&place) else { continue };
            let Ok(keys) = slots.open(&Unlock::Passphrase(passphrase.clone())) else { continue };
            let kept = Home::of(home, keys.consultation, keys.current.derive(DEVICE));
            if let (Some(device), Some(identity)) = (kept.device()?, kept.identity()?) {
                let helps = place.join(HELPS).exists();
                all.push(Self { slots, helps, keys, device, identity, place });
            }
        }
        Ok(all)
    }

    /// The file is there: what was kept for it beside it goes.
    pub(super) fn is_done(&self, home: &Path) {
        // What stays opens nothing that the file does not have.
        fs::remove_dir_all(&self.place).ok();
        Home::of(home, self.keys.consultation, self.keys.current.derive(DEVICE)).forget_identity();
    }
}
