//! The pieces of which a hand-over file consists, one after the other: what they hold, and how large they may be.

use anteroom_journal::check;
use anteroom_journal::contents;
use anteroom_model::ids::RecordId;

use crate::error::HandoverError;

/// One piece of a hand-over file, behind its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A commit as it was signed. It has not been checked.
    Commit { signature: [u8; 64], bytes: Vec<u8> },
    /// The contents of one revision. Whether a commit names them is not known here.
    Contents { record: RecordId, bytes: Vec<u8> },
    /// A part of an attached file, from place 0 on.
    Attached { record: RecordId, place: u32, bytes: Vec<u8> },
}

pub(crate) const HEAD: u8 = 1;
pub(crate) const COMMIT: u8 = 2;
pub(crate) const CONTENTS: u8 = 3;
pub(crate) const ATTACHED: u8 = 4;
pub(crate) const END: u8 = 5;

const LARGEST_HEAD: usize = 64 << 20;
const LARGEST_ATTACHED: usize = 1 << 20;

/// The most bytes that a piece of this kind may have; `None`: there is no such kind.
pub(crate) fn largest(kind: u8) -> Option<usize> {
    match kind {
        HEAD => Some(LARGEST_HEAD),
        COMMIT => Some(check::LARGEST + 64),
        CONTENTS => Some(contents::LARGEST + 16),
        ATTACHED => Some(LARGEST_ATTACHED),
        END => Some(64),
        _ => None,
    }
}

impl Piece {
    pub(crate) fn kind(&self) -> u8 {
        match self {
            Self::Commit { .. } => COMMIT,
            Self::Contents { .. } => CONTENTS,
            Self::Attached { .. } => ATTACHED,
        }
    }

    /// What stands before the bytes, and the bytes.
    pub(crate) fn parts(&self) -> (Vec<u8>, &[u8]) {
        match self {
            Self::Commit { signature, bytes } => (signature.to_vec(), bytes),
            Self::Contents { record, bytes } => (record.0.to_vec(), bytes),
            Self::Attached { record, place, bytes } => {
                ([record.0.as_slice(), place.to_be_bytes().as_slice()].concat(), bytes)
            }
        }
    }

    pub(crate) fn read(kind: u8, mut bytes: Vec<u8>) -> Result<Self, HandoverError> {
        match kind {
            COMMIT => {
                let signature = *bytes.first_chunk().ok_or(HandoverError::Damaged)?;
                bytes.drain(..64);
                Ok(Self::Commit { signature, bytes })
            }
            CONTENTS => {
                let record = RecordId(*bytes.first_chunk().ok_or(HandoverError::Damaged)?);
                bytes.drain(..16);
                Ok(Self::Contents { record, bytes })
            }
            ATTACHED => {
                let record = RecordId(*bytes.first_chunk().ok_or(HandoverError::Damaged)?);
                let place = *bytes[16..].first_chunk().ok_or(HandoverError::Damaged)?;
                bytes.drain(..20);
                Ok(Self::Attached { record, place: u32::from_be_bytes(place), bytes })
            }
            _ => Err(HandoverError::Damaged),
        }
    }
}
