//! Reads a file on a thread of its own, and proves every signature on all cores, while the database writes what came before.

use std::fs::File;
use std::num::NonZero;
use std::path::Path;
use std::thread;

use anteroom_handover::{HandoverError, Head, Key, Piece, Reader};
use anteroom_journal::check::{Refusal, SignedCommit, check};
use anteroom_journal::contents;
use anteroom_model::ids::{Digest, RecordId};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::error::StoreError;

/// What is read of a file, in this order.
pub(super) enum Part {
    Head(Box<Head>),
    /// Checked: their form, their signatures.
    Commits(Vec<SignedCommit>),
    /// Their digests are worked out, and nothing else is known of them.
    Contents(Vec<(RecordId, Digest, Vec<u8>)>),
    Attached(Vec<(RecordId, u32, Vec<u8>)>),
    /// It is signed, and ends where it should.
    End,
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
    let mut reader = Reader::open(file, length, key)?;
    let give = |part: Part| into.blocking_send(Ok(part)).map_err(|_| Stopped(None));
    give(Part::Head(Box::new(reader.head().clone())))?;
    let mut gathered = Gathered::default();
    while let Some(piece) = reader.next_piece()? {
        for part in gathered.add(piece)? {
            give(part)?;
        }
    }
    for part in gathered.rest()? {
        give(part)?;
    }
    give(Part::End)
}

/// Pieces that have not been handed on yet. Those of an earlier section go before the next begins.
#[derive(Default)]
struct Gathered {
    commits: Vec<(Vec<u8>, [u8; 64])>,
    contents: Vec<(RecordId, Digest, Vec<u8>)>,
    attached: Vec<(RecordId, u32, Vec<u8>)>,
    bytes: usize,
}

impl Gathered {
    fn add(&mut self, piece: Piece) -> Result<Vec<Part>, HandoverError> {
        match piece {
            Piece::Commit { signature, bytes } => {
                self.bytes += bytes.len();
                self.commits.push((bytes, signature));
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
        if count >= TOGETHER || self.bytes >= BYTES { self.rest() } else { Ok(Vec::new()) }
    }

    fn rest(&mut self) -> Result<Vec<Part>, HandoverError> {
        let Self { commits, contents, attached, .. } = std::mem::take(self);
        let mut parts = Vec::new();
        if !commits.is_empty() {
            parts.push(Part::Commits(check_all(commits)?));
        }
        if !contents.is_empty() {
            parts.push(Part::Contents(contents));
        }
        if !attached.is_empty() {
            parts.push(Part::Attached(attached));
        }
        Ok(parts)
    }
}

/// Strictly, each by itself: a check of many at once may accept what strict ones refuse, and laptops would disagree.
fn check_all(commits: Vec<(Vec<u8>, [u8; 64])>) -> Result<Vec<SignedCommit>, Refusal> {
    let one_by_one =
        |some: Vec<(Vec<u8>, [u8; 64])>| some.into_iter().map(|(bytes, signature)| check(bytes, signature)).collect();
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
