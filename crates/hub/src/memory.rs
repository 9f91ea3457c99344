//! What a device remembers of a shared server between two visits, so that one which lost something, goes back or shows
//! others something else is noticed.

use anteroom_journal::encoding::{Malformed, Reader, Writer};
use anteroom_model::ids::Digest;

/// How far a device has read: the last row that it took in, by its number and by what it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) arrival: i64,
    pub(crate) hash: Digest,
}

/// The newest head that a device has seen. Two devices of one honest server never hold two of one position, so handing it
/// over with a file shows whether the server tells both the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Witness {
    pub position: u64,
    pub hash: Digest,
}

/// Kept by whoever calls, with what was taken in: written after each page, and after each look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Which server it was.
    pub server: Option<[u8; 16]>,
    pub cursor: Cursor,
    /// How many commits it had at least when they were last counted.
    pub counted: u64,
    pub witness: Option<Witness>,
}

impl Memory {
    /// Keys: 0 server, 1 arrival, 2 hash of the row, 3 counted, 4 position, 5 hash of the head.
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.map(3 + usize::from(self.server.is_some()) + if self.witness.is_some() { 2 } else { 0 });
        if let Some(server) = &self.server {
            writer.uint(0);
            writer.bytes(server);
        }
        writer.uint(1);
        writer.int(self.cursor.arrival);
        writer.uint(2);
        writer.bytes(&self.cursor.hash.0);
        writer.uint(3);
        writer.uint(self.counted);
        if let Some(witness) = &self.witness {
            writer.uint(4);
            writer.uint(witness.position);
            writer.uint(5);
            writer.bytes(&witness.hash.0);
        }
        writer.into_bytes()
    }

    /// # Errors
    /// Where these bytes are no memory.
    pub fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        let (mut memory, mut position, mut hash) = (Self::default(), None, None);
        let mut entries = reader.map()?;
        while let Some(key) = entries.next(&mut reader)? {
            match key {
                0 => memory.server = Some(reader.fixed()?),
                1 => memory.cursor.arrival = reader.int()?,
                2 => memory.cursor.hash = Digest(reader.fixed()?),
                3 => memory.counted = reader.uint()?,
                4 => position = Some(reader.uint()?),
                5 => hash = Some(Digest(reader.fixed()?)),
                _ => reader.skip()?,
            }
        }
        reader.finish()?;
        memory.witness = position.zip(hash).map(|(position, hash)| Witness { position, hash });
        Ok(memory)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn full() -> Memory {
        Memory {
            server: Some([1; 16]),
            cursor: Cursor { arrival: 7, hash: Digest([2; 32]) },
            counted: 9,
            witness: Some(Witness { position: 3, hash: Digest([4; 32]) }),
        }
    }

    /// What can be read is written as it was read, but for what is left out as unknown or half there.
    fn reads_back(bytes: &[u8]) {
        if let Ok(read) = Memory::decode(bytes) {
            assert_eq!(Memory::decode(&read.encode()), Ok(read));
        }
    }

    #[test]
    fn a_memory_reads_back() {
        let empty = Memory::default();
        assert_eq!(Memory::decode(&empty.encode()), Ok(empty));
        assert_eq!(Memory::decode(&full().encode()), Ok(full()));
        assert!(Memory::decode(b"nothing").is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            reads_back(&bytes);
        }

        #[test]
        fn no_change_of_a_byte_makes_reading_panic(at in 0_usize..200, by in 1_u8..) {
            let mut bytes = full().encode();
            let length = bytes.len();
            bytes[at % length] ^= by;
            reads_back(&bytes);
        }
    }
}
