//! The long way in: an invitation that an organiser gives to somebody, and the acceptance that comes back.

use anteroom_journal::encoding::{Malformed, Reader, Writer};
use anteroom_model::ids::{ConsultationId, DeviceId, PersonId};
use ed25519_dalek::{Signer as _, SigningKey};

use crate::error::HandoverError;
use crate::identity::{Identity, is_recipient};
use crate::reader::verify;
use crate::sealed::{open_sealed, seal_to};

const INVITATION: &[u8] = b"anteroom invitation 1\n";
const ACCEPTANCE: &[u8] = b"anteroom acceptance 1\n";
/// Stands before what an acceptance's device signs.
const PREFIX: &[u8] = b"anteroom/1/acceptance";

/// No letter is larger.
const LARGEST: usize = 16 << 10;
const LONGEST_NAME: usize = 400;

/// An invitation. Nothing in it is secret: whose it is and what it gives stands in the organiser's consultation alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub consultation: ConsultationId,
    /// By which the organiser finds out what was meant.
    pub id: [u8; 16],
    /// What the acceptance is sealed to.
    pub recipient: String,
    /// Whether organisers can help where a passphrase is forgotten: who joins is told so before choosing one.
    pub helps: bool,
}

impl Invitation {
    /// Keys: 0 consultation, 1 id, 2 recipient, 3 that organisers can help.
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.map(3 + usize::from(self.helps));
        writer.uint(0);
        writer.bytes(&self.consultation.0);
        writer.uint(1);
        writer.bytes(&self.id);
        writer.uint(2);
        writer.text(&self.recipient);
        if self.helps {
            writer.uint(3);
            writer.bool(true);
        }
        [INVITATION, &writer.into_bytes()].concat()
    }

    /// # Errors
    /// `NotOurs`, `Newer`, `Damaged`.
    pub fn decode(bytes: &[u8]) -> Result<Self, HandoverError> {
        let mut reader = Reader::new(begun(bytes, INVITATION)?);
        let (mut consultation, mut id, mut recipient, mut helps) = (None, None, None, false);
        let mut entries = reader.map()?;
        while let Some(key) = entries.next(&mut reader)? {
            match key {
                0 => consultation = Some(ConsultationId(reader.fixed()?)),
                1 => id = Some(reader.fixed()?),
                2 => recipient = Some(reader.text()?.to_owned()),
                3 => helps = reader.bool()?,
                _ => reader.skip()?,
            }
        }
        reader.finish()?;
        let recipient = recipient.filter(|it| is_recipient(it)).ok_or(HandoverError::Damaged)?;
        let (Some(consultation), Some(id)) = (consultation, id) else { return Err(HandoverError::Damaged) };
        Ok(Self { consultation, id, recipient, helps })
    }
}

/// What comes back: who joins, with which laptop. Signed by that laptop, sealed to the organiser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    pub consultation: ConsultationId,
    pub invitation: [u8; 16],
    pub device: DeviceId,
    pub person: PersonId,
    /// What files for this laptop are sealed to.
    pub recipient: String,
    pub name: String,
}

impl Acceptance {
    /// Keys: 0 consultation, 1 invitation, 2 device, 3 person, 4 recipient, 5 name.
    fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.map(6);
        writer.uint(0);
        writer.bytes(&self.consultation.0);
        writer.uint(1);
        writer.bytes(&self.invitation);
        writer.uint(2);
        writer.bytes(&self.device.0);
        writer.uint(3);
        writer.bytes(&self.person.0);
        writer.uint(4);
        writer.text(&self.recipient);
        writer.uint(5);
        writer.text(&self.name);
        writer.into_bytes()
    }

    fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        let (mut consultation, mut invitation, mut device, mut person) = (None, None, None, None);
        let (mut recipient, mut name) = (None, None);
        let mut entries = reader.map()?;
        while let Some(key) = entries.next(&mut reader)? {
            match key {
                0 => consultation = Some(ConsultationId(reader.fixed()?)),
                1 => invitation = Some(reader.fixed()?),
                2 => device = Some(DeviceId(reader.fixed()?)),
                3 => person = Some(PersonId(reader.fixed()?)),
                4 => recipient = Some(reader.text()?.to_owned()),
                5 => name = Some(reader.text()?.to_owned()),
                _ => reader.skip()?,
            }
        }
        reader.finish()?;
        let all = (consultation, invitation, device, person, recipient, name);
        let (Some(consultation), Some(invitation), Some(device), Some(person), Some(recipient), Some(name)) = all
        else {
            return Err(Malformed::Unexpected);
        };
        Ok(Self { consultation, invitation, device, person, recipient, name })
    }

    /// Signs it with the joining laptop's key, and seals it to whoever invited.
    ///
    /// # Errors
    /// `Damaged`, where `to` is no recipient.
    pub fn seal(&self, key: &SigningKey, to: &str) -> Result<Vec<u8>, HandoverError> {
        let bytes = self.encode();
        let signature = key.sign(&[PREFIX, &bytes].concat()).to_bytes();
        Ok([ACCEPTANCE, &seal_to(&[to.to_owned()], &[&signature[..], &bytes].concat())?].concat())
    }

    /// Opens it with any of the organiser's keys, and checks that the laptop has signed it.
    ///
    /// # Errors
    /// `NotOurs`, `Newer`, `NotForThisLaptop`, `Damaged`, `NotSigned`.
    pub fn open(bytes: &[u8], identities: &[Identity]) -> Result<Self, HandoverError> {
        let bytes = open_sealed(begun(bytes, ACCEPTANCE)?, identities)?;
        let (signature, bytes) = bytes.split_first_chunk::<64>().ok_or(HandoverError::Damaged)?;
        let acceptance = Self::decode(bytes)?;
        verify(&acceptance.device, &[PREFIX, bytes].concat(), signature)?;
        if acceptance.name.len() > LONGEST_NAME || !is_recipient(&acceptance.recipient) {
            return Err(HandoverError::Damaged);
        }
        Ok(acceptance)
    }
}

/// What stands behind the first line.
pub(crate) fn begun<'a>(bytes: &'a [u8], expected: &[u8]) -> Result<&'a [u8], HandoverError> {
    if bytes.len() > LARGEST {
        return Err(HandoverError::NotOurs);
    }
    let mut rest = bytes;
    crate::reader::magic(&mut rest, expected)?;
    Ok(rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn accepted(recipient: &Identity) -> (SigningKey, Acceptance) {
        let key = SigningKey::from_bytes(&[7; 32]);
        let device = DeviceId(key.verifying_key().to_bytes());
        let acceptance = Acceptance {
            consultation: ConsultationId([1; 32]),
            invitation: [2; 16],
            device,
            person: PersonId([3; 16]),
            recipient: recipient.recipient(),
            name: "Amal".to_owned(),
        };
        (key, acceptance)
    }

    #[test]
    fn an_invitation_reads_back_and_no_cut_or_changed_one_does_so_silently() {
        let organiser = Identity::random();
        let invitation = Invitation {
            consultation: ConsultationId([1; 32]),
            id: [2; 16],
            recipient: organiser.recipient(),
            helps: true,
        };
        let helpless = Invitation { helps: false, ..invitation.clone() };
        assert_eq!(Invitation::decode(&helpless.encode()).unwrap(), helpless);
        let bytes = invitation.encode();
        assert_eq!(Invitation::decode(&bytes).unwrap(), invitation);
        for length in 0..bytes.len() {
            assert!(Invitation::decode(&bytes[..length]).is_err(), "cut to {length}");
        }
        let newer = [b"anteroom invitation 2\n", &bytes[22..]].concat();
        assert!(matches!(Invitation::decode(&newer), Err(HandoverError::Newer)));
        assert!(matches!(Invitation::decode(b"Dear all,\n"), Err(HandoverError::NotOurs)));
    }

    /// What can be read is written as it was read, but for keys that are not known here.
    fn reads_back(bytes: &[u8]) {
        if let Ok(read) = Acceptance::decode(bytes) {
            assert_eq!(Acceptance::decode(&read.encode()), Ok(read));
        }
        assert!(Invitation::decode(bytes).is_err(), "it does not begin as one");
        if let Ok(read) = Invitation::decode(&[INVITATION, bytes].concat()) {
            assert_eq!(Invitation::decode(&read.encode()).ok(), Some(read));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            reads_back(&bytes);
        }

        #[test]
        fn no_change_of_a_byte_makes_reading_panic(at in 0_usize..400, by in 1_u8..) {
            let recipient = Identity::random().recipient();
            let invitation = Invitation { consultation: ConsultationId([1; 32]), id: [2; 16], recipient, helps: true };
            for mut bytes in [accepted(&Identity::random()).1.encode(), invitation.encode()[INVITATION.len()..].to_vec()] {
                let length = bytes.len();
                bytes[at % length] ^= by;
                reads_back(&bytes);
            }
        }
    }

    #[test]
    fn an_acceptance_is_read_by_whom_it_was_sealed_to_and_by_nobody_else() {
        let (organiser, joining) = (Identity::random(), Identity::random());
        let (key, acceptance) = accepted(&joining);
        let bytes = acceptance.seal(&key, &organiser.recipient()).unwrap();
        assert_eq!(Acceptance::open(&bytes, &[joining.clone(), organiser]).unwrap(), acceptance);
        assert!(matches!(Acceptance::open(&bytes, &[joining]), Err(HandoverError::NotForThisLaptop)));
    }

    #[test]
    fn an_acceptance_for_another_laptops_key_is_refused() {
        let organiser = Identity::random();
        let (_, acceptance) = accepted(&organiser);
        let bytes = acceptance.seal(&SigningKey::from_bytes(&[8; 32]), &organiser.recipient()).unwrap();
        assert!(matches!(Acceptance::open(&bytes, &[organiser]), Err(HandoverError::NotSigned)));
    }

    #[test]
    fn an_acceptance_that_was_cut_or_changed_is_refused() {
        let organiser = Identity::random();
        let (key, acceptance) = accepted(&organiser);
        let bytes = acceptance.seal(&key, &organiser.recipient()).unwrap();
        for at in 0..bytes.len() {
            assert!(Acceptance::open(&bytes[..at], std::slice::from_ref(&organiser)).is_err(), "cut to {at}");
            let mut other = bytes.clone();
            other[at] ^= 0x20;
            assert!(Acceptance::open(&other, std::slice::from_ref(&organiser)).is_err(), "changed at {at}");
        }
    }
}
