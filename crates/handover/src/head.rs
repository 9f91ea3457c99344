//! The head of a hand-over file: from whom, for whom, and what the sender has and lacks.

use anteroom_journal::encoding::{Malformed, Reader, Writer};
use anteroom_journal::vector::Vector;
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, PersonId, RecordId};

/// Stands before the digest that the sender signs.
pub(crate) const PREFIX: &[u8] = b"anteroom/1/hand-over";

/// The most that is told of what was seen of a shared server, in bytes. What is longer is dropped: the file is worth more.
const LONGEST_SEEN: usize = 400;

/// The longest name that is taken along.
const LONGEST_NAME: usize = 400;

/// More laptops than a file can be sealed to: what says to whom it is has room for fewer.
const MOST_RECIPIENTS: usize = 4000;

/// What a hand-over file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub consultation: ConsultationId,
    /// Whose signature the file bears.
    pub sender: DeviceId,
    /// To whom it was sealed. Empty in an event pack, which is for whoever knows its words.
    pub recipients: Vec<String>,
    /// What the sender has.
    pub vector: Vector,
    /// Counts the sender's files.
    pub number: u64,
    /// Milliseconds since 1970, UTC, by the sender's clock.
    pub made_at: i64,
    /// What the sender's own files are to be sealed to.
    pub recipient: String,
    /// By what name the sender goes; empty where nobody said.
    pub name: String,
    /// To whom the sending device belongs.
    pub person: PersonId,
    /// Words that the sender knows of and lacks.
    pub lacks_words: Vec<(RecordId, Digest)>,
    /// In an event pack: whether organisers can help where a passphrase is forgotten.
    pub helps: bool,
    /// What the sender saw last of the shared server, as whoever speaks to it writes it down; empty: nothing. Who is shown
    /// something else there knows that the server tells two laptops different things.
    pub server_seen: Vec<u8>,
}

impl Head {
    /// Keys: 0 consultation, 1 sender, 2 recipients, 3 vector, 4 number, 5 made at, 6 recipient, 7 name, 8 person,
    /// 10 lacks words, 11 that organisers can help, 12 what was seen of the server. Which commits it lacks, the vector says; 9 named them once.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.map(10 + usize::from(self.helps) + usize::from(!self.server_seen.is_empty()));
        writer.uint(0);
        writer.bytes(&self.consultation.0);
        writer.uint(1);
        writer.bytes(&self.sender.0);
        writer.uint(2);
        writer.list(self.recipients.len());
        for recipient in &self.recipients {
            writer.text(recipient);
        }
        writer.uint(3);
        writer.bytes(&self.vector.encode());
        writer.uint(4);
        writer.uint(self.number);
        writer.uint(5);
        writer.int(self.made_at);
        writer.uint(6);
        writer.text(&self.recipient);
        writer.uint(7);
        writer.text(&self.name);
        writer.uint(8);
        writer.bytes(&self.person.0);
        writer.uint(10);
        writer.list(self.lacks_words.len());
        for (record, digest) in &self.lacks_words {
            writer.list(2);
            writer.bytes(&record.0);
            writer.bytes(&digest.0);
        }
        if self.helps {
            writer.uint(11);
            writer.bool(true);
        }
        if !self.server_seen.is_empty() {
            writer.uint(12);
            writer.bytes(&self.server_seen);
        }
        writer.into_bytes()
    }

    /// Keys of a newer version are passed over.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        let mut entries = reader.map()?;
        let mut head = Self::default();
        let mut seen = 0_u16;
        while let Some(key) = entries.next(&mut reader)? {
            if (0..=8).contains(&key) {
                seen |= 1 << key;
            }
            match key {
                0 => head.consultation = ConsultationId(reader.fixed()?),
                1 => head.sender = DeviceId(reader.fixed()?),
                2 => head.recipients = recipients(&mut reader)?,
                3 => head.vector = Vector::decode(reader.bytes()?)?,
                4 => head.number = reader.uint()?,
                5 => head.made_at = reader.int()?,
                6 => reader.text()?.clone_into(&mut head.recipient),
                7 => reader.text()?.clone_into(&mut head.name),
                8 => head.person = PersonId(reader.fixed()?),
                10 => head.lacks_words = list(&mut reader, words)?,
                11 => head.helps = reader.bool()?,
                12 => {
                    let seen = reader.bytes()?;
                    if seen.len() <= LONGEST_SEEN {
                        head.server_seen = seen.to_vec();
                    }
                }
                _ => reader.skip()?,
            }
        }
        reader.finish()?;
        if head.name.len() > LONGEST_NAME {
            return Err(Malformed::TooLarge);
        }
        if seen == 0b1_1111_1111 { Ok(head) } else { Err(Malformed::Unexpected) }
    }
}

fn recipients(reader: &mut Reader<'_>) -> Result<Vec<String>, Malformed> {
    let length = reader.list()?;
    if length > MOST_RECIPIENTS {
        return Err(Malformed::TooLarge);
    }
    (0..length).map(|_| Ok(reader.text()?.to_owned())).collect()
}

fn words(reader: &mut Reader<'_>) -> Result<(RecordId, Digest), Malformed> {
    if reader.list()? != 2 {
        return Err(Malformed::Unexpected);
    }
    Ok((RecordId(reader.fixed()?), Digest(reader.fixed()?)))
}

fn list<T>(
    reader: &mut Reader<'_>,
    mut read: impl FnMut(&mut Reader<'_>) -> Result<T, Malformed>,
) -> Result<Vec<T>, Malformed> {
    let length = reader.list()?;
    (0..length).map(|_| read(reader)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(crate) fn head() -> Head {
        Head {
            consultation: ConsultationId([1; 32]),
            sender: DeviceId([2; 32]),
            recipients: vec!["age1example".to_owned()],
            vector: Vector { ends: vec![vec![Digest([3; 32]), Digest([4; 32])]], gaps: [Digest([5; 32])].into() },
            number: 7,
            made_at: -1,
            recipient: "age1own".to_owned(),
            name: "Table 7 🙂".to_owned(),
            person: PersonId([6; 16]),
            lacks_words: vec![(RecordId([8; 16]), Digest([9; 32]))],
            helps: true,
            server_seen: vec![7; 100],
        }
    }

    #[test]
    fn a_head_reads_back() {
        assert_eq!(Head::decode(&head().encode()), Ok(head()));
        let helpless = Head { helps: false, ..head() };
        assert_eq!(Head::decode(&helpless.encode()), Ok(helpless));
    }

    /// What can be read is written as it was read, but for keys that are not known here.
    fn reads_back(bytes: &[u8]) {
        if let Ok(read) = Head::decode(bytes) {
            assert_eq!(Head::decode(&read.encode()), Ok(read));
        }
    }

    #[test]
    fn a_head_for_more_laptops_than_a_file_can_be_sealed_to_is_refused() {
        let to = |count: usize| Head { recipients: vec![String::new(); count], ..head() };
        assert_eq!(Head::decode(&to(MOST_RECIPIENTS).encode()), Ok(to(MOST_RECIPIENTS)));
        assert_eq!(Head::decode(&to(MOST_RECIPIENTS + 1).encode()), Err(Malformed::TooLarge));
    }

    #[test]
    fn what_tells_too_much_of_a_server_is_read_without_it() {
        let tells = |length: usize| Head { server_seen: vec![7; length], ..head() };
        assert_eq!(Head::decode(&tells(LONGEST_SEEN).encode()), Ok(tells(LONGEST_SEEN)));
        assert_eq!(Head::decode(&tells(LONGEST_SEEN + 1).encode()), Ok(tells(0)));
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            reads_back(&bytes);
        }

        #[test]
        fn no_change_of_a_byte_makes_reading_panic(at in 0_usize..400, by in 1_u8..) {
            let mut bytes = head().encode();
            let length = bytes.len();
            bytes[at % length] ^= by;
            reads_back(&bytes);
        }
    }
}
