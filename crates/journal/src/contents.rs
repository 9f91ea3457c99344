//! The contents of a revision: what it sets, and a salt. They can be erased; their digest stays in the commit.

use anteroom_model::field::Field;
use anteroom_model::ids::Digest;
use anteroom_model::value::Fields;
use sha2::{Digest as _, Sha256};

use crate::encoding::{Malformed, Reader, Writer};

/// Stands before the bytes of contents in their digest.
pub const PREFIX: &[u8] = b"anteroom/1/revision";

/// The most bytes that one revision may hold. Files are attachments, not contents.
pub const LARGEST: usize = 1 << 20;

/// What makes the digest say nothing about words that could be guessed.
pub type Salt = [u8; 32];

/// What one revision sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    pub salt: Salt,
    pub fields: Fields,
}

/// The bytes that are stored, passed on and hashed.
pub fn encode(salt: &Salt, fields: &Fields) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.map(2);
    writer.uint(0);
    writer.bytes(salt);
    writer.uint(1);
    writer.map(fields.len());
    for (field, value) in fields {
        writer.uint(field.0.into());
        writer.value(value);
    }
    writer.into_bytes()
}

pub fn digest(bytes: &[u8]) -> Digest {
    Digest(Sha256::new().chain_update(PREFIX).chain_update(bytes).finalize().into())
}

impl Contents {
    pub fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() > LARGEST {
            return Err(Malformed::TooLarge);
        }
        let mut reader = Reader::new(bytes);
        let (mut salt, mut fields) = (None, None);
        let mut entries = reader.map()?;
        while let Some(key) = entries.next(&mut reader)? {
            match key {
                0 => salt = Some(reader.fixed()?),
                1 => fields = Some(read_fields(&mut reader)?),
                _ => reader.skip()?,
            }
        }
        reader.finish()?;
        Ok(Self { salt: salt.ok_or(Malformed::Unexpected)?, fields: fields.ok_or(Malformed::Unexpected)? })
    }
}

fn read_fields(reader: &mut Reader<'_>) -> Result<Fields, Malformed> {
    let (mut entries, mut fields) = (reader.map()?, Fields::new());
    while let Some(key) = entries.next(reader)? {
        let field = Field(u32::try_from(key).map_err(|_| Malformed::TooLarge)?);
        fields.insert(field, reader.value()?);
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use anteroom_model::field::{TAGS, TEXT};
    use anteroom_model::value::Value;
    use proptest::prelude::*;

    use super::*;

    fn said() -> Fields {
        Fields::from([(TEXT, "We were not asked.".into()), (TAGS, Value::set(["gcm:objective:6".into()], []))])
    }

    #[test]
    fn contents_read_back_and_keep_their_digest() {
        let bytes = encode(&[7; 32], &said());
        let read = Contents::decode(&bytes).unwrap();
        assert_eq!(read, Contents { salt: [7; 32], fields: said() });
        assert_eq!(encode(&read.salt, &read.fields), bytes);
        assert_ne!(digest(&bytes), digest(&encode(&[8; 32], &said())), "the salt is in the digest");
    }

    #[test]
    fn contents_without_a_salt_or_of_excessive_size_are_refused() {
        assert_eq!(Contents::decode(&[0xa1, 1, 0xa0]), Err(Malformed::Unexpected));
        assert_eq!(Contents::decode(&vec![0; LARGEST + 1]), Err(Malformed::TooLarge));
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            if let Ok(read) = Contents::decode(&bytes) {
                prop_assert_eq!(Contents::decode(&encode(&read.salt, &read.fields)), Ok(read));
            }
        }

        #[test]
        fn one_changed_byte_changes_the_digest_or_the_reading(at in 0_usize..60, by in 1_u8..) {
            let bytes = encode(&[7; 32], &said());
            let mut other = bytes.clone();
            other[at] ^= by;
            prop_assert_ne!(digest(&other), digest(&bytes));
        }
    }
}
