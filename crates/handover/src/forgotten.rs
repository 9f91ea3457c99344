//! A laptop whose passphrase was forgotten: the letter by which an organiser can say the words that open it.

use std::fmt;

use anteroom_journal::encoding::{Malformed, Reader, Writer};
use anteroom_model::ids::{ConsultationId, DeviceId};
use zeroize::Zeroizing;

use crate::error::HandoverError;
use crate::identity::Identity;
use crate::letter::begun;
use crate::sealed::{open_sealed, seal_to};

const FORGOTTEN: &[u8] = b"anteroom forgotten 1\n";

/// What lies beside a laptop's other ways in, sealed to the organisers.
#[derive(Clone, PartialEq, Eq)]
pub struct Forgotten {
    pub consultation: ConsultationId,
    /// Which laptop the words open.
    pub device: DeviceId,
    /// 128 bits, said as twelve words.
    pub words: Zeroizing<[u8; 16]>,
}

impl fmt::Debug for Forgotten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Forgotten").field("device", &self.device).finish_non_exhaustive()
    }
}

impl Forgotten {
    /// # Errors
    /// `Damaged`, where one of `to` is no recipient or there are none.
    pub fn seal(&self, to: &[String]) -> Result<Vec<u8>, HandoverError> {
        Ok([FORGOTTEN, &seal_to(to, &self.encode())?].concat())
    }

    /// Keys: 0 consultation, 1 device, 2 words.
    fn encode(&self) -> Zeroizing<Vec<u8>> {
        let mut writer = Writer::default();
        writer.map(3);
        writer.uint(0);
        writer.bytes(&self.consultation.0);
        writer.uint(1);
        writer.bytes(&self.device.0);
        writer.uint(2);
        writer.bytes(&*self.words);
        Zeroizing::new(writer.into_bytes())
    }

    /// Opens it with any of an organiser's keys.
    ///
    /// # Errors
    /// `NotOurs`, `Newer`, `NotForThisLaptop`, `Damaged`.
    pub fn open(letter: &[u8], identities: &[Identity]) -> Result<Self, HandoverError> {
        let bytes = open_sealed(begun(letter, FORGOTTEN)?, identities)?;
        Ok(Self::decode(&bytes)?)
    }

    fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        let (mut consultation, mut device, mut words) = (None, None, None);
        let mut entries = reader.map()?;
        while let Some(key) = entries.next(&mut reader)? {
            match key {
                0 => consultation = Some(ConsultationId(reader.fixed()?)),
                1 => device = Some(DeviceId(reader.fixed()?)),
                2 => words = Some(Zeroizing::new(reader.fixed()?)),
                _ => reader.skip()?,
            }
        }
        reader.finish()?;
        let (Some(consultation), Some(device), Some(words)) = (consultation, device, words) else {
            return Err(Malformed::Unexpected);
        };
        Ok(Self { consultation, device, words })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn forgotten() -> Forgotten {
        Forgotten {
            consultation: ConsultationId([1; 32]),
            device: DeviceId([2; 32]),
            words: Zeroizing::new([0xa7; 16]),
        }
    }

    #[test]
    fn every_organiser_opens_it_and_nobody_else() {
        let (one, other, stranger) = (Identity::random(), Identity::random(), Identity::random());
        let letter = forgotten().seal(&[one.recipient(), other.recipient()]).unwrap();
        assert_eq!(Forgotten::open(&letter, &[one]).unwrap(), forgotten());
        assert_eq!(Forgotten::open(&letter, &[stranger.clone(), other]).unwrap(), forgotten());
        assert!(matches!(Forgotten::open(&letter, &[stranger]), Err(HandoverError::NotForThisLaptop)));
        assert!(forgotten().seal(&[]).is_err(), "sealed to nobody, it would help nobody");
    }

    #[test]
    fn cut_or_changed_it_says_no_other_words() {
        let organiser = Identity::random();
        let letter = forgotten().seal(&[organiser.recipient()]).unwrap();
        for at in 0..letter.len() {
            assert!(Forgotten::open(&letter[..at], std::slice::from_ref(&organiser)).is_err(), "cut to {at}");
            let mut other = letter.clone();
            other[at] ^= 0x20;
            assert!(Forgotten::open(&other, std::slice::from_ref(&organiser)).map_or(true, |it| it == forgotten()));
        }
    }

    /// What can be read is written as it was read, but for keys that are not known here.
    fn reads_back(bytes: &[u8]) {
        if let Ok(read) = Forgotten::decode(bytes) {
            assert_eq!(Forgotten::decode(&read.encode()), Ok(read));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            reads_back(&bytes);
        }

        #[test]
        fn no_change_of_a_byte_makes_reading_panic(at in 0_usize..400, by in 1_u8..) {
            let mut bytes = forgotten().encode().to_vec();
            let length = bytes.len();
            bytes[at % length] ^= by;
            reads_back(&bytes);
        }
    }

    #[test]
    fn its_words_are_never_printed() {
        assert!(!format!("{:?}", forgotten()).contains("167"), "{:?}", forgotten());
    }
}
