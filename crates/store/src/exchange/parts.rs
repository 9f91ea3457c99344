//! Reads a file on a thread of its own, while the database writes what came before.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_handover::{Head, Key, Piece, Reader};
use anteroom_journal::check::{self, Refusal, SignedCommit};
use anteroom_journal::commit;
use anteroom_journal::contents::{self, Contents};
use anteroom_journal::proof::Claim;
use anteroom_model::ids::{Digest, RecordId};
use anteroom_model::value::{Fields, Value};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::busy::on_all_cores;
use crate::error::StoreError;

/// What is read of a file, in this order.
pub(super) enum Part {
    Head(Box<Head>),
    /// Nothing of them is proved yet.
    Commits(Vec<Unproved>),
    /// Proved already.
    Proved(Vec<SignedCommit>),
    Contents(Vec<Words>),
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

impl Unproved {
    /// In bytes.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }
}

/// Words as they came: what comes out of their bytes is worked out, and nothing else is known of them.
pub(super) struct Words {
    pub(super) record: RecordId,
    pub(super) digest: Digest,
    pub(super) bytes: Vec<u8>,
    /// `None`: they are nothing that can be read, or so much that it is read when their turn comes.
    pub(super) fields: Option<Fields>,
}

/// What sets more values than this is not read ahead: a few bytes may be very many values, which take a hundred times as much.
const FEW_VALUES: usize = 40;

impl Words {
    pub(super) fn of(record: RecordId, bytes: Vec<u8>) -> Self {
        let fields = Contents::decode(&bytes).ok().map(|contents| contents.fields);
        let fields = fields.filter(|fields| fields.values().map(values).sum::<usize>() <= FEW_VALUES);
        Self { record, digest: contents::digest(&bytes), bytes, fields }
    }
}

fn values(value: &Value) -> usize {
    match value {
        Value::List(items) => 1 + items.iter().map(values).sum::<usize>(),
        Value::Map(entries) => 1 + entries.values().map(values).sum::<usize>(),
        _ => 1,
    }
}

/// How many pieces are handed on together, and at how many bytes at the latest; fewer at first, so that nobody waits for them.
const TOGETHER: usize = 4000;
const AT_FIRST: usize = 400;
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
    let mut gathered = Gathered::after(AT_FIRST / 2);
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
struct Gathered {
    commits: Vec<Unproved>,
    contents: Vec<Words>,
    attached: Vec<(RecordId, u32, Vec<u8>)>,
    bytes: usize,
    /// How many are handed on together next.
    together: usize,
}

impl Gathered {
    fn after(together: usize) -> Self {
        let (commits, contents, attached) = (Vec::new(), Vec::new(), Vec::new());
        Self { commits, contents, attached, bytes: 0, together: (2 * together).min(TOGETHER) }
    }

    fn add(&mut self, piece: Piece) -> Vec<Part> {
        match piece {
            Piece::Commit { signature, bytes } => {
                self.bytes += bytes.len();
                self.commits.push(Unproved { hash: commit::hash(&bytes), bytes, signature });
            }
            Piece::Contents { record, bytes } => {
                self.bytes += bytes.len();
                self.contents.push(Words::of(record, bytes));
            }
            Piece::Attached { record, place, bytes } => {
                self.bytes += bytes.len();
                self.attached.push((record, place, bytes));
            }
        }
        let count = self.commits.len() + self.contents.len() + self.attached.len();
        if count >= self.together || self.bytes >= BYTES { self.rest() } else { Vec::new() }
    }

    fn rest(&mut self) -> Vec<Part> {
        let after = Self::after(self.together);
        let Self { commits, contents, attached, .. } = std::mem::replace(self, after);
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

/// Checks all of commits but their signatures, on all cores: those are left to be proved.
pub(super) fn read_commits(commits: Vec<Unproved>) -> Result<(Vec<SignedCommit>, Vec<Claim>), Refusal> {
    let one_by_one = |some: Vec<Unproved>| -> Result<Vec<(SignedCommit, Claim)>, Refusal> {
        some.into_iter().map(|Unproved { bytes, signature, .. }| check::read(bytes, signature)).collect()
    };
    let (mut read, mut claims) = (Vec::with_capacity(commits.len()), Vec::with_capacity(commits.len()));
    for share in on_all_cores(commits, one_by_one) {
        for (commit, claim) in share.unwrap_or(Err(Refusal::Signature))? {
            read.push(commit);
            claims.push(claim);
        }
    }
    Ok((read, claims))
}
