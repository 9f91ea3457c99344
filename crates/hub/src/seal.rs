//! What makes a row unreadable to the server: padded to a power of two, sealed under the key of an epoch, bound to its place.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZero;
use std::thread;

use anteroom_model::ids::ConsultationId;
use chacha20poly1305::aead::AeadInOut as _;
use chacha20poly1305::{KeyInit as _, Tag, XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize as _, Zeroizing};

use crate::error::HubError;
use crate::key::derive;
use crate::row::{Plain, RowKey, Sealed, Unopened};

/// The fewest bytes of a row.
pub const SMALLEST: usize = 256;

const PREFIX: &[u8] = b"anteroom/1/hub-row";
const NONCE: usize = 24;
const TAG: usize = 16;
/// The length of what is sealed, before it; what is behind it is padding.
const LENGTH: usize = 4;

/// Which key sealed a row: the number of its epoch, and behind it 32 bits that come from the key. Two organisers can begin
/// an epoch of the same number at once, and their rows are told from each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Epoch(pub(crate) u64);

impl Epoch {
    pub fn number(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// As the server keeps it: the same bits, with a sign.
    pub(crate) fn stored(self) -> i64 {
        self.0 as i64
    }

    pub(crate) fn from_stored(stored: i64) -> Self {
        Self(stored as u64)
    }
}

impl fmt::Debug for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Epoch({}, {:08x})", self.number(), self.0 as u32)
    }
}

/// The keys of the epochs that this device knows. The newest seals, any opens.
#[derive(Clone)]
pub struct Seals {
    consultation: ConsultationId,
    ciphers: BTreeMap<Epoch, XChaCha20Poly1305>,
}

impl fmt::Debug for Seals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seals({:?})", self.ciphers.keys())
    }
}

impl Seals {
    pub fn new(consultation: ConsultationId) -> Self {
        Self { consultation, ciphers: BTreeMap::new() }
    }

    /// Adds the key of an epoch. Epochs are numbered as they follow each other.
    pub fn add(&mut self, number: u32, key: &[u8; 32]) -> Epoch {
        let mut tag = derive(key, "anteroom/1/hub-epoch");
        let mut rows = derive(key, "anteroom/1/hub-rows");
        let tail = u32::from_be_bytes([tag[0], tag[1], tag[2], tag[3]]);
        let epoch = Epoch(u64::from(number) << 32 | u64::from(tail));
        self.ciphers.insert(epoch, XChaCha20Poly1305::new(&rows.into()));
        tag.zeroize();
        rows.zeroize();
        epoch
    }

    /// The epoch under which rows are sealed now.
    pub fn newest(&self) -> Option<Epoch> {
        self.ciphers.last_key_value().map(|(epoch, _)| *epoch)
    }

    pub fn consultation(&self) -> ConsultationId {
        self.consultation
    }

    /// Seals rows under the newest epoch, on all cores.
    ///
    /// # Errors
    /// `NoEpoch`, `NoRandomness`, `TooLarge`.
    pub fn seal<K: RowKey>(&self, rows: &[Plain<K>]) -> Result<Vec<Sealed<K>>, HubError> {
        self.seal_under(self.newest().ok_or(HubError::NoEpoch)?, rows)
    }

    /// Seals rows under a given epoch: what tells of a new one goes under the one before it, which all who stay can open.
    ///
    /// # Errors
    /// `NoEpoch`, where its key is not here; `NoRandomness`, `TooLarge`.
    pub fn seal_under<K: RowKey>(&self, epoch: Epoch, rows: &[Plain<K>]) -> Result<Vec<Sealed<K>>, HubError> {
        let cipher = self.ciphers.get(&epoch).ok_or(HubError::NoEpoch)?;
        let mut nonces = vec![0; rows.len() * NONCE];
        getrandom::fill(&mut nonces)?;
        let numbered: Vec<_> = rows.iter().zip(nonces.chunks_exact(NONCE)).collect();
        on_all_cores(&numbered, |(row, nonce)| {
            let associated = self.associated(epoch, &row.key);
            let bytes = seal(cipher, nonce, &associated, &row.bytes).ok_or(HubError::TooLarge)?;
            Ok(Sealed { key: row.key, epoch, bytes })
        })
        .into_iter()
        .collect()
    }

    /// Opens rows in their order, on all cores.
    pub fn open<K: RowKey>(&self, rows: &[Sealed<K>]) -> Vec<Result<Zeroizing<Vec<u8>>, Unopened>> {
        on_all_cores(rows, |row| {
            let cipher = self.ciphers.get(&row.epoch).ok_or(Unopened::UnknownEpoch(row.epoch.number()))?;
            let associated = self.associated(row.epoch, &row.key);
            open(cipher, &associated, &row.bytes).ok_or(Unopened::Damaged)
        })
    }

    fn associated<K: RowKey>(&self, epoch: Epoch, key: &K) -> Vec<u8> {
        [PREFIX, &self.consultation.0, &epoch.0.to_be_bytes(), &key.associated()].concat()
    }
}

/// How long the row of so many bytes is.
pub(crate) fn padded(bytes: usize) -> usize {
    (NONCE + LENGTH + bytes + TAG).next_power_of_two().max(SMALLEST)
}

/// nonce ‖ sealed(length ‖ bytes ‖ zeros) ‖ tag, a power of two in all. `None` where that would be too much.
fn seal(cipher: &XChaCha20Poly1305, nonce: &[u8], associated: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(bytes.len()).ok()?;
    let padded = padded(bytes.len());
    let mut row = Vec::with_capacity(padded);
    row.extend_from_slice(nonce);
    row.extend_from_slice(&length.to_be_bytes());
    row.extend_from_slice(bytes);
    row.resize(padded - TAG, 0);
    let nonce = XNonce::try_from(nonce).ok()?;
    let tag = cipher.encrypt_inout_detached(&nonce, associated, (&mut row[NONCE..]).into()).ok()?;
    row.extend_from_slice(&tag);
    Some(row)
}

fn open(cipher: &XChaCha20Poly1305, associated: &[u8], row: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, rest) = row.split_first_chunk::<NONCE>()?;
    let (sealed, tag) = rest.split_last_chunk::<TAG>()?;
    let mut opened = Zeroizing::new(sealed.to_vec());
    let tag = Tag::from(*tag);
    cipher.decrypt_inout_detached(&XNonce::from(*nonce), associated, opened.as_mut_slice().into(), &tag).ok()?;
    let length = u32::from_be_bytes(*opened.first_chunk::<LENGTH>()?) as usize;
    if length > opened.len() - LENGTH {
        return None;
    }
    opened.truncate(LENGTH + length);
    opened.drain(..LENGTH);
    Some(opened)
}

/// Few rows are done before a thread has begun.
const WORTH_A_THREAD: usize = 256;

fn on_all_cores<T: Sync, R: Send>(rows: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    if cores == 1 || rows.len() < WORTH_A_THREAD {
        return rows.iter().map(work).collect();
    }
    let work = &work;
    thread::scope(|scope| {
        let share = rows.len().div_ceil(cores);
        let others: Vec<_> = rows
            .chunks(share)
            .map(|chunk| (chunk, scope.spawn(move || chunk.iter().map(work).collect::<Vec<_>>())))
            .collect();
        // A thread that broke down leaves its rows to this one, where it can be seen why.
        others
            .into_iter()
            .flat_map(|(chunk, other)| other.join().unwrap_or_else(|_| chunk.iter().map(work).collect()))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use anteroom_model::ids::{DeviceId, Digest};
    use proptest::prelude::*;

    use super::*;
    use crate::row::{CommitKey, ContentsKey};

    fn key(seq: u64) -> CommitKey {
        CommitKey { device: DeviceId([1; 32]), seq, hash: Digest([2; 32]) }
    }

    fn seals() -> Seals {
        let mut seals = Seals::new(ConsultationId([9; 32]));
        seals.add(1, &[7; 32]);
        seals
    }

    fn sealed(seals: &Seals, bytes: &[u8]) -> Sealed<CommitKey> {
        seals.seal(&[Plain { key: key(0), bytes: bytes.to_vec() }]).unwrap().remove(0)
    }

    proptest! {
        #[test]
        fn what_nobody_sealed_does_not_open(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let seals = seals();
            let epoch = seals.newest().unwrap();
            let opened = seals.open(&[Sealed { key: key(0), epoch, bytes }]).remove(0);
            prop_assert_eq!(opened, Err(Unopened::Damaged));
        }
    }

    #[test]
    fn a_row_opens_again_and_its_length_tells_little() {
        let seals = seals();
        for length in [0, 1, 212, 213, 468, 5000] {
            let bytes = vec![5; length];
            let row = sealed(&seals, &bytes);
            assert!(row.bytes.len().is_power_of_two() && row.bytes.len() >= SMALLEST, "{length}");
            assert_eq!(*seals.open(&[row]).remove(0).unwrap(), bytes, "{length}");
        }
        assert_eq!(sealed(&seals, &[5; 212]).bytes.len(), 256, "so much goes into the smallest row");
        assert_eq!(sealed(&seals, &[5; 213]).bytes.len(), 512);
    }

    #[test]
    fn a_row_in_another_place_or_of_another_consultation_does_not_open() {
        let seals = seals();
        let row = sealed(&seals, b"commit");
        let elsewhere = Sealed { key: key(1), ..row.clone() };
        assert_eq!(seals.open(&[elsewhere]).remove(0), Err(Unopened::Damaged));
        let mut another = Seals::new(ConsultationId([8; 32]));
        another.add(1, &[7; 32]);
        assert_eq!(another.open(std::slice::from_ref(&row)).remove(0), Err(Unopened::Damaged));
        let words = Sealed { key: ContentsKey([2; 32]), epoch: row.epoch, bytes: row.bytes };
        assert_eq!(seals.open(&[words]).remove(0), Err(Unopened::Damaged));
    }

    #[test]
    fn every_changed_bit_and_every_cut_is_noticed() {
        let seals = seals();
        let row = sealed(&seals, b"commit");
        let changed: Vec<_> = (0..row.bytes.len())
            .map(|at| {
                let mut other = row.clone();
                other.bytes[at] ^= 1;
                other
            })
            .collect();
        assert!(seals.open(&changed).iter().all(|opened| *opened == Err(Unopened::Damaged)));
        let cut: Vec<_> =
            (0..row.bytes.len()).map(|at| Sealed { bytes: row.bytes[..at].to_vec(), ..row.clone() }).collect();
        assert!(seals.open(&cut).iter().all(|opened| *opened == Err(Unopened::Damaged)));
    }

    #[test]
    fn the_newest_epoch_seals_any_opens_and_an_unknown_one_is_named() {
        let mut seals = seals();
        let old = sealed(&seals, b"before");
        let former = seals.clone();
        seals.add(2, &[6; 32]);
        let new = sealed(&seals, b"after");
        assert_eq!(new.epoch.number(), 2);
        let opened = seals.open(&[old.clone(), new.clone()]);
        assert_eq!(opened[0].as_deref().unwrap(), b"before");
        assert_eq!(opened[1].as_deref().unwrap(), b"after");
        assert_eq!(former.open(&[new]).remove(0), Err(Unopened::UnknownEpoch(2)));
        assert!(matches!(
            Seals::new(ConsultationId([9; 32])).seal(&[Plain { key: key(0), bytes: vec![] }]),
            Err(HubError::NoEpoch)
        ));
    }

    #[test]
    fn two_epochs_of_one_number_are_told_apart() {
        let (mut ours, mut theirs) = (seals(), seals());
        let first = ours.add(2, &[6; 32]);
        let second = theirs.add(2, &[5; 32]);
        assert_ne!(first, second);
        let row = theirs.seal_under(second, &[Plain { key: key(0), bytes: b"theirs".to_vec() }]).unwrap();
        assert_eq!(ours.open(&row).remove(0), Err(Unopened::UnknownEpoch(2)));
        ours.add(2, &[5; 32]);
        assert_eq!(ours.open(&row).remove(0).unwrap().as_slice(), b"theirs");
    }

    #[test]
    fn many_rows_keep_their_order_on_all_cores() {
        let seals = seals();
        let rows: Vec<_> =
            (0..2000_u64).map(|seq| Plain { key: key(seq), bytes: seq.to_be_bytes().to_vec() }).collect();
        let sealed = seals.seal(&rows).unwrap();
        for (row, opened) in rows.iter().zip(seals.open(&sealed)) {
            assert_eq!(opened.unwrap().as_slice(), row.bytes);
        }
    }
}
