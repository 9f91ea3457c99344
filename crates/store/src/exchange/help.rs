//! Where a passphrase was forgotten: an organiser can say words that open the laptop, if the consultation declared so when it
//! joined. They open what is on it and give no right.

use std::path::Path;

use anteroom_handover::Forgotten;
use anteroom_journal::decision::Roles;
use anteroom_model::ids::DeviceId;

use super::{hand_over, identity};
use crate::error::StoreError;
use crate::folder;
use crate::keys::{FileKeys, Keys};
use crate::secret::RecoveryWords;
use crate::store::{Store, Writing};

impl Store {
    /// What an organiser needs to help whoever forgot the passphrase of the consultation in this folder; its contents are not
    /// looked at. `None` where nobody can.
    ///
    /// # Errors
    /// Where the folder is no consultation, or its keys are damaged.
    pub fn letter_for_help(file: &Path) -> Result<Option<Vec<u8>>, StoreError> {
        folder::look(file)?;
        Ok(Keys::read(file)?.letter().map(<[u8]>::to_vec))
    }

    /// Which laptop such a letter is of, and the words that open it.
    ///
    /// # Errors
    /// `NotAllowed` for who is no organiser; `HandOver`, `OtherConsultation`.
    pub async fn help(&self, letter: &[u8]) -> Result<(DeviceId, RecoveryWords), StoreError> {
        let mut writing = self.writing().await?;
        if !hand_over::own_roles(&mut writing).await?.has_any(Roles::ORGANISER) {
            return Err(StoreError::NotAllowed);
        }
        let own = identity::own(&mut writing.connection).await?;
        let Forgotten { consultation, device, words } = Forgotten::open(letter, &own)?;
        if consultation != self.consultation() {
            return Err(StoreError::OtherConsultation);
        }
        Ok((device, RecoveryWords::of(*words)))
    }

    /// These slots with new words for those who are organisers now, where organisers could help before. Where there is no
    /// other organiser, nobody can any more: what was said aloud before opens nothing.
    pub(crate) async fn with_help_renewed(&self, slots: &Keys) -> Result<Keys, StoreError> {
        if slots.letter().is_none() {
            return Ok(slots.clone());
        }
        allow(slots, &self.keys, &mut *self.writing().await?).await
    }
}

/// A letter to more of them would be too long to be one.
const MOST: usize = 32;

/// These slots with words by which the organisers can help, the first of whom is the founder; without, where none of them can
/// be sealed to.
pub(super) async fn allow(slots: &Keys, keys: &FileKeys, writing: &mut Writing) -> Result<Keys, StoreError> {
    let own = writing.device.id();
    let (_, journal) = writing.both().await?;
    let standing = &journal.standing;
    let is_organiser = |device: &DeviceId| standing.present_roles(device).has_any(Roles::ORGANISER);
    let mut others: Vec<DeviceId> =
        standing.devices().into_iter().filter(|device| *device != own && is_organiser(device)).collect();
    others.sort_by_key(|device| *device != standing.founder());
    let recipient = |device| standing.certificates_of(device).into_iter().find_map(|(_, it)| it.recipient.clone());
    let organisers: Vec<String> = others.iter().filter_map(recipient).take(MOST).collect();
    if organisers.is_empty() { Ok(slots.without_help(keys)) } else { slots.with_help(keys, own, &organisers) }
}
