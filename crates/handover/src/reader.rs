//! Reading a hand-over file, from a stranger too: nothing of it may be believed before its end has been read.

use std::io::{self, BufRead, BufReader, Read};

use age::stream::StreamReader;
use anteroom_model::ids::DeviceId;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha256};

use crate::error::HandoverError;
use crate::head::{Head, PREFIX};
use crate::identity::Identity;
use crate::padding::padded;
use crate::piece::{END, HEAD, Piece, largest};
use crate::words::Code;
use crate::writer::{HAND_OVER, PACK, WORK};

/// What a file is opened with.
#[derive(Clone, Debug)]
pub enum Key {
    Own(Vec<Identity>),
    Spoken(Code),
}

/// How many times as large as the file what is in it may be, and how much it may have in any case. Digests and salts do
/// not compress, so what Anteroom writes stays below ten times.
const MOST_TIMES: u64 = 100;
const IN_ANY_CASE: u64 = 64 << 20;

/// The memory that unpacking may take, as a power of two: what Anteroom writes needs 2^21.
const WINDOW: u32 = 24;

/// The header of an age file: what was read of the input already, and the rest.
type Input<R> = io::Chain<io::Cursor<Vec<u8>>, BufReader<R>>;
type Unsealed<R> = BufReader<Counting<StreamReader<Input<R>>>>;

/// The most bytes that say to whom a file is sealed: some thousand recipients.
const LONGEST_HEADER: u64 = 1 << 18;

/// A hand-over file that is being read.
pub struct Reader<R: Read> {
    pieces: zstd::Decoder<'static, Unsealed<R>>,
    digest: Sha256,
    head: Head,
    /// The kind of the last piece: they come in order.
    section: u8,
    /// How many bytes came out of it.
    unpacked: u64,
}

impl<R: Read> std::fmt::Debug for Reader<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reader(…)")
    }
}

impl<R: Read> Reader<R> {
    /// Opens a file of `length` bytes and reads its head.
    ///
    /// # Errors
    /// `NotOurs`, `Newer`, `NotForThisLaptop`, `WrongCode`, `Torn`, `Damaged`, or what the disk refuses.
    pub fn open(file: R, length: u64, key: &Key) -> Result<Self, HandoverError> {
        let input = BufReader::with_capacity(1 << 17, file);
        let counting = Counting { inner: unseal(input, length, key)?, read: 0 };
        let mut pieces = zstd::Decoder::new(counting)?.single_frame();
        pieces.window_log_max(WINDOW)?;
        let mut reader = Self { pieces, digest: Sha256::new(), head: Head::default(), section: HEAD, unpacked: 0 };
        match reader.frame()? {
            (HEAD, bytes) => reader.head = Head::decode(&bytes)?,
            _ => return Err(HandoverError::Damaged),
        }
        Ok(reader)
    }

    /// What the file says of itself. Not to be believed before `next_piece` has said that it is at its end.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The next piece; `None` at the end, when the sender's signature has been checked.
    ///
    /// # Errors
    /// As `open`, `NotSigned`, `Bomb`.
    pub fn next_piece(&mut self) -> Result<Option<Piece>, HandoverError> {
        let before = self.digest.clone();
        let (kind, bytes) = self.frame()?;
        if kind < self.section || kind == HEAD {
            return Err(HandoverError::Damaged);
        }
        self.section = kind;
        if kind == END {
            self.is_signed(before, &bytes)?;
            self.rest()?;
            return Ok(None);
        }
        Piece::read(kind, bytes).map(Some)
    }

    fn frame(&mut self) -> Result<(u8, Vec<u8>), HandoverError> {
        let mut before = [0; 5];
        self.pieces.read_exact(&mut before)?;
        let (kind, length) = (before[0], u32::from_be_bytes([before[1], before[2], before[3], before[4]]));
        if largest(kind).is_none_or(|most| length as usize > most) {
            return Err(HandoverError::Damaged);
        }
        // Room is made as the bytes come, never for what is only said.
        let mut bytes = Vec::new();
        let mut left = u64::from(length);
        while left > 0 {
            let some = left.min(IN_ANY_CASE / 64);
            if (&mut self.pieces).take(some).read_to_end(&mut bytes)? as u64 != some {
                return Err(HandoverError::Torn);
            }
            left -= some;
            self.unpacked += some;
            if self.unpacked > IN_ANY_CASE.max(self.pieces.get_ref().get_ref().read.saturating_mul(MOST_TIMES)) {
                return Err(HandoverError::Bomb);
            }
        }
        self.unpacked += 5;
        self.digest.update(before);
        self.digest.update(&bytes);
        Ok((kind, bytes))
    }

    fn is_signed(&self, digest: Sha256, signature: &[u8]) -> Result<(), HandoverError> {
        let signed = [PREFIX, &digest.finalize()].concat();
        let signature: &[u8; 64] = signature.try_into().map_err(|_| HandoverError::NotSigned)?;
        verify(&self.head.sender, &signed, signature)
    }

    /// Behind the end stands nothing but padding; reading it proves that the file was sealed so far.
    fn rest(&mut self) -> Result<(), HandoverError> {
        if self.pieces.read(&mut [0])? != 0 {
            return Err(HandoverError::Damaged);
        }
        let sealed = self.pieces.get_mut();
        loop {
            let some = sealed.fill_buf()?;
            if some.is_empty() {
                return Ok(());
            }
            if some.iter().any(|byte| *byte != 0) {
                return Err(HandoverError::Damaged);
            }
            let count = some.len();
            sealed.consume(count);
        }
    }
}

/// Strictly: no small-order keys, no second spelling.
pub(crate) fn verify(by: &DeviceId, signed: &[u8], signature: &[u8; 64]) -> Result<(), HandoverError> {
    let key = VerifyingKey::from_bytes(&by.0).map_err(|_| HandoverError::NotSigned)?;
    key.verify_strict(signed, &Signature::from_bytes(signature)).map_err(|_| HandoverError::NotSigned)
}

pub(crate) fn magic(input: &mut impl BufRead, expected: &[u8]) -> Result<(), HandoverError> {
    let mut line = Vec::new();
    input.take(expected.len() as u64 + 8).read_until(b'\n', &mut line)?;
    if line == expected {
        return Ok(());
    }
    // The same words with another number are of another version.
    let words = |line: &[u8]| line.iter().copied().take_while(|byte| !byte.is_ascii_digit()).collect::<Vec<_>>();
    let is_newer = line.ends_with(b"\n") && words(&line) == words(expected);
    Err(if is_newer { HandoverError::Newer } else { HandoverError::NotOurs })
}

/// Reads to whom the file is sealed, and opens it.
fn unseal<R: Read>(mut input: BufReader<R>, length: u64, key: &Key) -> Result<StreamReader<Input<R>>, HandoverError> {
    let expected = if matches!(key, Key::Own(_)) { HAND_OVER } else { PACK };
    magic(&mut input, expected)?;
    let header = header(&mut input)?;
    let before = expected.len() as u64 + header.len() as u64 + NONCE;
    let sealed = age::Decryptor::new_buffered(io::Cursor::new(header).chain(input))?;
    if !length.checked_sub(before).is_some_and(is_whole) {
        return Err(HandoverError::Torn);
    }
    let opened = match key {
        Key::Own(identities) => sealed.decrypt(identities.iter().map(|it| &it.0 as &dyn age::Identity)),
        Key::Spoken(code) => {
            let mut identity = age::scrypt::Identity::new(code.words().to_owned().into());
            identity.set_max_work_factor(WORK);
            sealed.decrypt(std::iter::once(&identity as &dyn age::Identity))
        }
    };
    opened.map_err(|error| match (error, key) {
        (age::DecryptError::NoMatchingKeys, Key::Own(_)) => HandoverError::NotForThisLaptop,
        (age::DecryptError::DecryptionFailed | age::DecryptError::KeyDecryptionFailed, Key::Spoken(_)) => {
            HandoverError::WrongCode
        }
        (error, _) => error.into(),
    })
}

/// The lines in which age says for whom a file is, with the last, which authenticates them.
fn header(input: &mut impl BufRead) -> Result<Vec<u8>, HandoverError> {
    let mut header = Vec::new();
    loop {
        let begins = header.len();
        let left = LONGEST_HEADER - header.len() as u64;
        input.take(left).read_until(b'\n', &mut header)?;
        if header.len() == begins || !header.ends_with(b"\n") {
            return Err(if header.len() as u64 == LONGEST_HEADER {
                HandoverError::Damaged
            } else {
                HandoverError::Torn
            });
        }
        if header[begins..].starts_with(b"---") {
            return Ok(header);
        }
    }
}

const NONCE: u64 = 16;
/// How age cuts what it seals, and what it adds to each piece.
const CHUNK: u64 = 64 << 10;
const TAG: u64 = 16;

/// Whether so many sealed bytes are as many as any that are written: a copy that was cut almost never is.
fn is_whole(sealed: u64) -> bool {
    let chunks = sealed.div_ceil(CHUNK + TAG);
    let length = sealed.saturating_sub(chunks * TAG);
    chunks > 0 && padded(length) == length
}

impl From<age::DecryptError> for HandoverError {
    fn from(error: age::DecryptError) -> Self {
        match error {
            age::DecryptError::Io(error) => error.into(),
            age::DecryptError::UnknownFormat => Self::Newer,
            _ => Self::Damaged,
        }
    }
}

/// Counts what goes through.
struct Counting<R> {
    inner: R,
    read: u64,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.read += count as u64;
        Ok(count)
    }
}
