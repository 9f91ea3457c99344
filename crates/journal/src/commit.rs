//! A commit: one action of one person on one device. Nothing in it can be erased, so no words stand in it.

use std::collections::HashSet;
use std::sync::Arc;

use anteroom_model::field::{Field, Kind};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, PersonId, RecordId};
use sha2::{Digest as _, Sha256};

use crate::decision::{self, Decision};
use crate::deed::Deed;
use crate::encoding::{Malformed, Reader, Writer};

/// Stands before the bytes of a commit in its hash and its signature.
pub const PREFIX: &[u8] = b"anteroom/1/commit";

/// The keys that every commit has: 0 to 3 and 5 to 9.
const NEEDED: u32 = 0b11_1110_1111;

const RECORD_PREFIX: &[u8] = b"anteroom/1/record";

/// The format that this version writes, and the newest that it reads.
pub const FORMAT: u64 = 1;

/// One use, so that no two commits of a device are alike and no record id can be foreseen.
pub type Nonce = [u8; 16];

/// The keyed fingerprint of an imported row: it stays when the row is erased, so that the row does not come back.
pub type Mark = [u8; 16];

/// What a commit says of one revision: everything but its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionMeta {
    pub record: RecordId,
    pub kind: Kind,
    pub digest: Digest,
    /// The record's heads that the editor saw. None: it creates the record, or claims to.
    pub parents: Vec<Digest>,
    /// The fields it sets, rising.
    pub fields: Arc<[Field]>,
    pub mark: Option<Mark>,
    /// The record that a new one is a part of, and goes with.
    pub whole: Option<RecordId>,
}

/// Lists of fields, each held once: most rows of an import set the same ones.
#[derive(Debug, Default)]
pub(crate) struct FieldLists {
    known: HashSet<Arc<[Field]>>,
    last: Arc<[Field]>,
}

impl FieldLists {
    pub(crate) fn shared(&mut self, fields: &[Field]) -> Arc<[Field]> {
        if *self.last != *fields {
            self.last = self.known.get(fields).map_or_else(|| fields.into(), Arc::clone);
            self.known.insert(Arc::clone(&self.last));
        }
        Arc::clone(&self.last)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// All zeros in the founding commit, whose hash it is.
    pub consultation: ConsultationId,
    pub device: DeviceId,
    pub seq: u64,
    /// The hash of the device's previous commit; none for its first, and for each of the recovery sheet's.
    pub prev: Option<Digest>,
    /// Who is said to have been typing. What counts is the device's certificate.
    pub author: PersonId,
    /// Milliseconds since 1970, UTC, by the device's clock.
    pub time: i64,
    pub deed: Deed,
    /// To how much it was done: rows, contributions.
    pub count: u64,
    pub nonce: Nonce,
    /// The commit that this one takes back.
    pub undoes: Option<Digest>,
    pub revisions: Vec<RevisionMeta>,
    pub erases: Vec<RecordId>,
    pub decisions: Vec<Decision>,
    /// The public key of the recovery sheet; in the founding commit alone.
    pub root: Option<DeviceId>,
}

/// The id of the record that a commit creates in its revision number `place`.
pub fn record_id(consultation: &ConsultationId, device: &DeviceId, nonce: &Nonce, place: u32) -> RecordId {
    record_ids(consultation, device, nonce)(place)
}

/// The ids of all records that a commit may create, by the place of the revision: what they share is hashed once.
pub(crate) fn record_ids(
    consultation: &ConsultationId,
    device: &DeviceId,
    nonce: &Nonce,
) -> impl Fn(u32) -> RecordId + use<> {
    let begun =
        Sha256::new().chain_update(RECORD_PREFIX).chain_update(consultation).chain_update(device).chain_update(nonce);
    move |place| RecordId::from_hash(&begun.clone().chain_update(place.to_be_bytes()).finalize().into())
}

pub fn hash(bytes: &[u8]) -> Digest {
    Digest(Sha256::new().chain_update(PREFIX).chain_update(bytes).finalize().into())
}

impl Commit {
    pub fn is_founding(&self) -> bool {
        self.consultation == ConsultationId::default()
    }

    /// The ids of the records that it may create, by the place of the revision.
    pub(crate) fn ids(&self) -> impl Fn(u32) -> RecordId + use<> {
        record_ids(&self.consultation, &self.device, &self.nonce)
    }

    /// Whether the revision at `place` made its record: its id can only have come out of this commit.
    pub fn creates(&self, place: usize) -> bool {
        let Some(revision) = self.revisions.get(place) else { return false };
        revision.parents.is_empty() && u32::try_from(place).is_ok_and(|place| self.ids()(place) == revision.record)
    }

    /// The bytes that are hashed and signed, behind their prefix.
    ///
    /// Keys: 0 format, 1 consultation, 2 device, 3 seq, 4 prev, 5 author, 6 time, 7 deed, 8 count, 9 nonce, 10 undoes,
    /// 11 revisions, 12 erases, 13 decisions, 14 root. What is empty is left out.
    pub(crate) fn encode_behind_prefix(&self) -> Vec<u8> {
        let room = 250 + self.revisions.len() * 110 + self.erases.len() * 17 + self.decisions.len() * 250;
        let mut writer = Writer::behind(PREFIX, room);
        let options = [
            self.prev.is_some(),
            self.undoes.is_some(),
            !self.revisions.is_empty(),
            !self.erases.is_empty(),
            !self.decisions.is_empty(),
            self.root.is_some(),
        ];
        writer.map(9 + options.into_iter().filter(|option| *option).count());
        writer.uint(0);
        writer.uint(FORMAT);
        writer.uint(1);
        writer.bytes(&self.consultation.0);
        writer.uint(2);
        writer.bytes(&self.device.0);
        writer.uint(3);
        writer.uint(self.seq);
        if let Some(prev) = &self.prev {
            writer.uint(4);
            writer.bytes(&prev.0);
        }
        writer.uint(5);
        writer.bytes(&self.author.0);
        writer.uint(6);
        writer.int(self.time);
        writer.uint(7);
        writer.uint(self.deed.0.into());
        writer.uint(8);
        writer.uint(self.count);
        writer.uint(9);
        writer.bytes(&self.nonce);
        if let Some(undoes) = &self.undoes {
            writer.uint(10);
            writer.bytes(&undoes.0);
        }
        write_list(11, &self.revisions, &mut writer, RevisionMeta::write);
        write_list(12, &self.erases, &mut writer, |record, writer| writer.bytes(&record.0));
        write_list(13, &self.decisions, &mut writer, decision::write);
        if let Some(root) = &self.root {
            writer.uint(14);
            writer.bytes(&root.0);
        }
        writer.into_bytes()
    }

    /// Reads a commit that has been checked before. Keys of a newer version are passed over: they stay in the bytes.
    pub fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        let mut entries = reader.map()?;
        let mut commit = Self::empty();
        let mut seen = 0_u32;
        while let Some(key) = entries.next(&mut reader)? {
            if (0..=14).contains(&key) {
                seen |= 1 << key;
            }
            match key {
                0 if reader.uint()? == FORMAT => {}
                0 => return Err(Malformed::Unknown),
                1 => commit.consultation = ConsultationId(reader.fixed()?),
                2 => commit.device = DeviceId(reader.fixed()?),
                3 => commit.seq = reader.uint()?,
                4 => commit.prev = Some(Digest(reader.fixed()?)),
                5 => commit.author = PersonId(reader.fixed()?),
                6 => commit.time = reader.int()?,
                7 => commit.deed = Deed(u16::try_from(reader.uint()?).map_err(|_| Malformed::TooLarge)?),
                8 => commit.count = reader.uint()?,
                9 => commit.nonce = reader.fixed()?,
                10 => commit.undoes = Some(Digest(reader.fixed()?)),
                11 => commit.revisions = read_revisions(&mut reader)?,
                12 => commit.erases = read_list(&mut reader, |reader| Ok(RecordId(reader.fixed()?)))?,
                13 => commit.decisions = read_list(&mut reader, decision::read)?,
                14 => commit.root = Some(DeviceId(reader.fixed()?)),
                _ => reader.skip()?,
            }
        }
        reader.finish()?;
        if seen & NEEDED == NEEDED { Ok(commit) } else { Err(Malformed::Unexpected) }
    }

    fn empty() -> Self {
        Self {
            consultation: ConsultationId::default(),
            device: DeviceId::default(),
            seq: 0,
            prev: None,
            author: PersonId::default(),
            time: 0,
            deed: Deed(0),
            count: 0,
            nonce: Nonce::default(),
            undoes: None,
            revisions: Vec::new(),
            erases: Vec::new(),
            decisions: Vec::new(),
            root: None,
        }
    }
}

impl RevisionMeta {
    /// The record that this one is a part of. What was imported from a row is none: its twins would go with it, and a copied
    /// fingerprint gives no rights.
    pub fn is_part_of(&self) -> Option<RecordId> {
        self.whole.filter(|_| self.mark.is_none())
    }

    /// Keys: 0 record, 1 kind, 2 digest, 3 parents, 4 fields, 5 mark, 6 whole.
    fn write(&self, writer: &mut Writer) {
        let options = [!self.parents.is_empty(), !self.fields.is_empty(), self.mark.is_some(), self.whole.is_some()];
        writer.map(3 + options.into_iter().filter(|option| *option).count());
        writer.uint(0);
        writer.bytes(&self.record.0);
        writer.uint(1);
        writer.uint(self.kind.0.into());
        writer.uint(2);
        writer.bytes(&self.digest.0);
        write_list(3, &self.parents, writer, |parent, writer| writer.bytes(&parent.0));
        write_list(4, &self.fields, writer, |field, writer| writer.uint(field.0.into()));
        if let Some(mark) = &self.mark {
            writer.uint(5);
            writer.bytes(mark);
        }
        if let Some(whole) = &self.whole {
            writer.uint(6);
            writer.bytes(&whole.0);
        }
    }

    fn read(reader: &mut Reader<'_>, lists: &mut FieldLists) -> Result<Self, Malformed> {
        let (mut record, mut kind, mut digest, mut mark, mut whole) = (None, None, None, None, None);
        let (mut parents, mut fields) = (Vec::new(), Arc::default());
        let mut entries = reader.map()?;
        while let Some(key) = entries.next(reader)? {
            match key {
                0 => record = Some(RecordId(reader.fixed()?)),
                1 => kind = Some(Kind(u16::try_from(reader.uint()?).map_err(|_| Malformed::TooLarge)?)),
                2 => digest = Some(Digest(reader.fixed()?)),
                3 => parents = read_list(reader, |reader| Ok(Digest(reader.fixed()?)))?,
                4 => fields = lists.shared(&read_list(reader, read_field)?),
                5 => mark = Some(reader.fixed()?),
                6 => whole = Some(RecordId(reader.fixed()?)),
                _ => reader.skip()?,
            }
        }
        let (Some(record), Some(kind), Some(digest)) = (record, kind, digest) else {
            return Err(Malformed::Unexpected);
        };
        Ok(Self { record, kind, digest, parents, fields, mark, whole })
    }
}

fn read_revisions(reader: &mut Reader<'_>) -> Result<Vec<RevisionMeta>, Malformed> {
    let mut lists = FieldLists::default();
    read_list(reader, |reader| RevisionMeta::read(reader, &mut lists))
}

fn read_field(reader: &mut Reader<'_>) -> Result<Field, Malformed> {
    u32::try_from(reader.uint()?).map(Field).map_err(|_| Malformed::TooLarge)
}

fn write_list<T>(key: u64, items: &[T], writer: &mut Writer, mut write: impl FnMut(&T, &mut Writer)) {
    if items.is_empty() {
        return;
    }
    writer.uint(key);
    writer.list(items.len());
    for item in items {
        write(item, writer);
    }
}

fn read_list<T>(
    reader: &mut Reader<'_>,
    mut read: impl FnMut(&mut Reader<'_>) -> Result<T, Malformed>,
) -> Result<Vec<T>, Malformed> {
    let length = reader.list()?;
    if length == 0 {
        return Err(Malformed::Unexpected); // what is empty is left out: one spelling
    }
    // Room for all of a list at once, but never for more than twice the bytes that are there.
    let mut items = Vec::with_capacity(length.min(reader.left() * 2 / size_of::<T>().max(1)));
    for _ in 0..length {
        items.push(read(reader)?);
    }
    Ok(items)
}
