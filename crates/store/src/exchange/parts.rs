//! Reads a file on a thread of its own, and proves signatures on all cores, while the database writes what came before.

use std::fs::File;
use std::io;
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anteroom_handover::{Head, Key, Piece, Reader};
use anteroom_journal::check::{Checking, Refusal, SignedCommit};
use anteroom_journal::{commit, contents};
use anteroom_model::ids::{Digest, RecordId};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::error::StoreError;

/// What is read of a file, in this order.
pub(super) enum Part {
    Head(Box<Head>),
    /// Nothing of them is proved yet.
    Commits(Vec<Unproved>),
    /// Proved already.
    Proved(Vec<SignedCommit>),
    /// Their digests are worked out, and nothing else is known of them.
    Contents(Vec<(RecordId, Digest, Vec<u8>)>),
    Attached(Vec<(RecordId, u32, Vec<u8>)>),
    /// Whole files, each in its pieces.
    Files(Vec<(RecordId, Vec<Vec<u8>>)>),
    /// It is signed, and ends where it should; with the BLAKE3 of all its bytes.
    End(blake3::Hash),
}

/// A commit as it came, under the hash that comes out of its bytes.
pub(super) struct Unproved {
    pub(super) hash: Digest,
    bytes: Vec<u8>,
    signature: [u8; 64],
}

/// How many pieces are handed on together, and at how many bytes at the latest.
const TOGETHER: usize = 4000;
const BYTES: usize = 8 << 20;

/// What has been read and not yet been written waits at most in so many parts.
const AHEAD: usize = 2;

/// Begins to read; what goes wrong comes as the last thing.
pub(super) fn read(file: &Path, key: Key) -> Result<Receiver<Result<Part, StoreError>>, StoreError> {
    let file = File::open(file)?;
    let (into, parts) = channel(AHEAD);
    tokio::task::spawn_blocking(move || {
        if let Err(Some(error)) = hand_on(file, &key, &into) {
            into.blocking_send(Err(error)).ok();
        }
    });
    Ok(parts)
}

/// `None`: nobody listens any more.
struct Stopped(Option<StoreError>);

fn hand_on(file: File, key: &Key, into: &Sender<Result<Part, StoreError>>) -> Result<(), Option<StoreError>> {
    hand_on_all(file, key, into).map_err(|Stopped(error)| error)
}

impl<E: Into<StoreError>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self(Some(error.into()))
    }
}

fn hand_on_all(file: File, key: &Key, into: &Sender<Result<Part, StoreError>>) -> Result<(), Stopped> {
    let length = file.metadata().map_err(StoreError::from)?.len();
    let read = Arc::new(Mutex::new(blake3::Hasher::new()));
    let mut reader = Reader::open(Hashed { file, read: Arc::clone(&read) }, length, key)?;
    let give = |part: Part| into.blocking_send(Ok(part)).map_err(|_| Stopped(None));
    give(Part::Head(Box::new(reader.head().clone())))?;
    let mut gathered = Gathered::default();
    while let Some(piece) = reader.next_piece()? {
        for part in gathered.add(piece) {
            give(part)?;
        }
    }
    for part in gathered.rest() {
        give(part)?;
    }
    drop(reader);
    let read = read.lock().unwrap_or_else(PoisonError::into_inner).finalize();
    give(Part::End(read))
}

/// A file of which everything that is read is hashed: the file may be another one by the time that it has been read.
struct Hashed {
    file: File,
    read: Arc<Mutex<blake3::Hasher>>,
}

impl io::Read for Hashed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(into)?;
        self.read.lock().unwrap_or_else(PoisonError::into_inner).update(&into[..count]);
        Ok(count)
    }
}

/// The same hash of a file that nobody has read yet.
pub(super) fn hash(file: &Path) -> io::Result<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(file)?)?;
    Ok(hasher.finalize())
}

/// Pieces that have not been handed on yet. Those of an earlier section go before the next begins.
#[derive(Default)]
struct Gathered {
    commits: Vec<Unproved>,
    contents: Vec<(RecordId, Digest, Vec<u8>)>,
    attached: Vec<(RecordId, u32, Vec<u8>)>,
    bytes: usize,
}

impl Gathered {
    fn add(&mut self, piece: Piece) -> Vec<Part> {
        match piece {
            Piece::Commit { signature, bytes } => {
                self.bytes += bytes.len();
                self.commits.push(Unproved { hash: commit::hash(&bytes), bytes, signature });
            }
            Piece::Contents { record, bytes } => {
                self.bytes += bytes.len();
                self.contents.push((record, contents::digest(&bytes), bytes));
            }
            Piece::Attached { record, place, bytes } => {
                self.bytes += bytes.len();
                self.attached.push((record, place, bytes));
            }
        }
        let count = self.commits.len() + self.contents.len() + self.attached.len();
        if count >= TOGETHER || self.bytes >= BYTES { self.rest() } else { Vec::new() }
    }

    fn rest(&mut self) -> Vec<Part> {
        let Self { commits, contents, attached, .. } = std::mem::take(self);
        let mut parts = Vec::new();
        if !commits.is_empty() {
            parts.push(Part::Commits(commits));
        }
        if !contents.is_empty() {
            parts.push(Part::Contents(contents));
        }
        if !attached.is_empty() {
            parts.push(Part::Attached(attached));
        }
        parts
    }
}

/// Proves commits: their form and their signatures, on all cores. Strictly, each by itself: a check of many at once may accept
/// what strict ones refuse, and laptops would disagree.
pub(super) fn prove(commits: Vec<Unproved>) -> Result<Vec<SignedCommit>, Refusal> {
    let one_by_one = |some: Vec<Unproved>| {
        let mut checking = Checking::default();
        some.into_iter().map(|Unproved { bytes, signature, .. }| checking.check(bytes, signature)).collect()
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let each = commits.len().div_ceil(threads);
    if threads == 1 || commits.len() < 100 {
        return one_by_one(commits);
    }
    let mut shares = Vec::new();
    let mut rest = commits;
    while rest.len() > each {
        let after = rest.split_off(each);
        shares.push(std::mem::replace(&mut rest, after));
    }
    shares.push(rest);
    thread::scope(|scope| {
        let running: Vec<_> = shares.into_iter().map(|share| scope.spawn(move || one_by_one(share))).collect();
        let mut checked: Vec<SignedCommit> = Vec::new();
        for thread in running {
            // A thread that broke down has proved nothing.
            let share: Result<Vec<SignedCommit>, Refusal> = thread.join().unwrap_or(Err(Refusal::Signature));
            checked.extend(share?);
        }
        Ok(checked)
    })
}
