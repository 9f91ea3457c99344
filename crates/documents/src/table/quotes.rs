//! Whether a text ends within a quoted cell: readers of CSV take the end of the file for the closing mark and say nothing.

use super::encoding::Chunks;

/// What there is to know of a text's quotation marks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quotes {
    pub(super) ends_within: bool,
    /// Of the whole text, in bytes of UTF-8.
    pub(super) length: u64,
}

/// Where in a cell one stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Beginning,
    Plain,
    Quoted,
    /// Behind a mark that closes the cell, unless another follows at once.
    Mark,
}

impl Place {
    /// The same steps as the csv crate takes.
    fn after(self, byte: u8, delimiter: u8) -> Self {
        match (self, byte) {
            (Self::Quoted, b'"') => Self::Mark,
            (Self::Quoted, _) | (Self::Beginning | Self::Mark, b'"') => Self::Quoted,
            (_, b'\n' | b'\r') => Self::Beginning,
            (_, byte) if byte == delimiter => Self::Beginning,
            _ => Self::Plain,
        }
    }
}

pub(super) fn scan(mut chunks: Chunks<'_>, delimiter: u8) -> Quotes {
    let mut room = [0; 16 * 1024];
    let mut place = Place::Beginning;
    let mut length = 0;
    loop {
        match chunks.fill(&mut room) {
            0 => return Quotes { ends_within: place == Place::Quoted, length },
            filled => {
                place = room[..filled].iter().fold(place, |place, byte| place.after(*byte, delimiter));
                length += filled as u64;
            }
        }
    }
}
