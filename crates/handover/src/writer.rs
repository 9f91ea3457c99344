//! Writing a hand-over file: pieces are compressed, sealed and written as they come; the signature stands at the end.

use std::io::{self, Write};

use age::stream::StreamWriter;
use ed25519_dalek::{Signer as _, SigningKey};
use sha2::{Digest as _, Sha256};

use crate::error::HandoverError;
use crate::head::{Head, PREFIX};
use crate::padding::padded;
use crate::piece::{END, HEAD, Piece};
use crate::words::Code;

/// A hand-over file begins so; a version that reads it otherwise writes another number.
pub(crate) const HAND_OVER: &[u8] = b"anteroom hand-over 1\n";
/// An event pack begins so.
pub(crate) const PACK: &[u8] = b"anteroom event pack 1\n";

/// The work that opening a pack takes: 2^16 rounds of scrypt; no more is accepted.
pub(crate) const WORK: u8 = 16;

/// Quick, and nearly as small as it gets: digests and salts do not compress.
const LEVEL: i32 = 3;

/// What a file is sealed to.
#[derive(Debug)]
pub enum Sealed<'a> {
    To(&'a [String]),
    /// An event pack, for whoever knows its words.
    Under(&'a Code),
}

/// A hand-over file that is being written.
pub struct Writer<W: Write> {
    compressed: zstd::Encoder<'static, Counting<StreamWriter<W>>>,
    digest: Sha256,
    key: SigningKey,
}

impl<W: Write> std::fmt::Debug for Writer<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Writer(…)")
    }
}

impl<W: Write> Writer<W> {
    /// Begins a file with its head, which `key` will sign.
    ///
    /// # Errors
    /// `Damaged` where something in `to` is no recipient, or what the disk refuses.
    pub fn begin(mut into: W, to: &Sealed<'_>, head: &Head, key: SigningKey) -> Result<Self, HandoverError> {
        let sealing = match to {
            Sealed::To(recipients) => {
                into.write_all(HAND_OVER)?;
                let read = recipients.iter().map(|it| it.parse::<age::x25519::Recipient>());
                let read: Vec<_> = read.collect::<Result<_, _>>().map_err(|_| HandoverError::Damaged)?;
                age::Encryptor::with_recipients(read.iter().map(|it| it as &dyn age::Recipient))
            }
            Sealed::Under(code) => {
                into.write_all(PACK)?;
                let mut recipient = age::scrypt::Recipient::new(code.words().to_owned().into());
                recipient.set_work_factor(WORK);
                age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
            }
        };
        let sealing = sealing.map_err(|_| HandoverError::Damaged)?.wrap_output(into)?;
        let mut compressed = zstd::Encoder::new(Counting { inner: sealing, written: 0 }, LEVEL)?;
        // What was cut or changed is told by age already.
        compressed.include_checksum(false)?;
        let mut writer = Self { compressed, digest: Sha256::new(), key };
        writer.write(HEAD, &[], &head.encode())?;
        Ok(writer)
    }

    /// One piece. Commits come first, then contents, then attached files.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn put(&mut self, piece: &Piece) -> Result<(), HandoverError> {
        let (before, bytes) = piece.parts();
        self.write(piece.kind(), &before, bytes)
    }

    fn write(&mut self, kind: u8, before: &[u8], bytes: &[u8]) -> Result<(), HandoverError> {
        // No piece is larger than a u32 counts.
        let length = ((before.len() + bytes.len()) as u32).to_be_bytes();
        for part in [[kind].as_slice(), &length, before, bytes] {
            self.compressed.write_all(part)?;
            self.digest.update(part);
        }
        Ok(())
    }

    /// Signs all of it, pads it, and gives back what it was written into.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn finish(mut self) -> Result<W, HandoverError> {
        let signed = [PREFIX, &self.digest.clone().finalize()].concat();
        let signature = self.key.sign(&signed).to_bytes();
        self.write(END, &[], &signature)?;
        let mut counting = self.compressed.finish()?;
        let mut left = padded(counting.written) - counting.written;
        let zeros = [0; 4096];
        while left > 0 {
            let some = left.min(zeros.len() as u64) as usize;
            counting.inner.write_all(&zeros[..some])?;
            left -= some as u64;
        }
        Ok(counting.inner.finish()?)
    }
}

/// Counts what goes through.
struct Counting<W> {
    inner: W,
    written: u64,
}

impl<W: Write> Write for Counting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(bytes)?;
        self.written += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
