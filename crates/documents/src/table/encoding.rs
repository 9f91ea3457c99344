//! Which encoding a file is in, and its text as a stream of UTF-8.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a file is looked at to tell what it is.
const SAMPLE: usize = 64 * 1024;

/// So many bytes beyond ASCII tell an encoding; more take seconds and tell nothing new.
const ENOUGH: usize = 16 * 1024;

/// The text of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'f> {
    bytes: &'f [u8],
    encoding: &'static Encoding,
}

/// The beginning of a text, in UTF-8.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) text: Vec<u8>,
    /// Whether this is all of it.
    pub(super) whole: bool,
}

impl<'f> Text<'f> {
    pub(super) fn of(file: &'f [u8]) -> Self {
        match Encoding::for_bom(file) {
            Some((encoding, mark)) => Self { bytes: &file[mark..], encoding },
            None => Self { bytes: file, encoding: detect(file) },
        }
    }

    /// The encoding's usual name.
    pub(super) fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// The text in UTF-8, from its beginning. Bytes that are no UTF-8 stay as they are; in other encodings they become �.
    pub(super) fn chunks(&self) -> Chunks<'f> {
        let decoder = (self.encoding != UTF_8).then(|| self.encoding.new_decoder_without_bom_handling());
        Chunks { rest: self.bytes, decoder }
    }

    pub(super) fn sample(&self) -> Sample {
        let mut text = vec![0; SAMPLE];
        let mut chunks = self.chunks();
        let mut length = 0;
        // A decoder wants room for one more character.
        while length + 8 < SAMPLE {
            match chunks.fill(&mut text[length..]) {
                0 => break,
                more => length += more,
            }
        }
        text.truncate(length);
        Sample { text, whole: chunks.rest.is_empty() }
    }

    /// Whether `cells` show that some bytes were no text. In UTF-8, � may have been written on purpose.
    pub(super) fn is_damaged(&self, cells: &str) -> bool {
        self.encoding != UTF_8 && cells.contains('\u{fffd}')
    }
}

fn detect(file: &[u8]) -> &'static Encoding {
    if let Some(encoding) = utf16_without_mark(file) {
        return encoding;
    }
    if std::str::from_utf8(file).is_ok() || is_damaged_utf8(file) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut foreign = 0;
    for chunk in file.chunks(SAMPLE) {
        // Not said to be the last: a letter cut off at the end must not rule its encoding out.
        detector.feed(chunk, false);
        foreign += chunk.iter().filter(|byte| !byte.is_ascii()).count();
        if foreign >= ENOUGH {
            break;
        }
    }
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 without its mark shows in its line of column names: every other byte is NUL.
fn utf16_without_mark(file: &[u8]) -> Option<&'static Encoding> {
    let head = &file[..file.len().min(1024)];
    let nuls = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    match head.len() / 2 {
        0..4 => None,
        half if even == 0 && odd * 2 > half => Some(UTF_16LE),
        half if odd == 0 && even * 2 > half => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-8 of which a few bytes were lost, by a cut in mid-letter, say: far more whole letters than broken ones.
fn is_damaged_utf8(file: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_u64, 0_u64);
    for chunk in file.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count() as u64;
        broken += u64::from(!chunk.invalid().is_empty());
    }
    whole >= broken * 4
}

/// A text as it is decoded.
pub(super) struct Chunks<'f> {
    rest: &'f [u8],
    /// None for UTF-8.
    decoder: Option<Decoder>,
}

impl std::fmt::Debug for Chunks<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Chunks").field("bytes_left", &self.rest.len()).finish_non_exhaustive()
    }
}

impl Chunks<'_> {
    /// Fills `room`, of eight bytes at least, and says how far; nothing is left once it says 0.
    pub(super) fn fill(&mut self, room: &mut [u8]) -> usize {
        let (read, written) = match &mut self.decoder {
            None => {
                let length = self.rest.len().min(room.len());
                room[..length].copy_from_slice(&self.rest[..length]);
                (length, length)
            }
            Some(_) if self.rest.is_empty() => (0, 0),
            Some(decoder) => {
                let (_, read, written, _) = decoder.decode_to_utf8(self.rest, room, true);
                (read, written)
            }
        };
        self.rest = &self.rest[read..];
        written
    }
}

impl Read for Chunks<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        Ok(self.fill(room))
    }
}
