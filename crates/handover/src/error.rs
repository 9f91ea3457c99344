//! Why a file from elsewhere is not read, in plain words; never with anything that stands in it.

use std::io;

use anteroom_journal::check::Refusal;
use anteroom_journal::encoding::Malformed;

#[derive(Debug, thiserror::Error)]
pub enum HandoverError {
    #[error("This is no file that Anteroom hands over.")]
    NotOurs,
    #[error("This file was written by a newer version of Anteroom. Please update this one first.")]
    Newer,
    #[error("This file is for somebody else: this laptop cannot open it.")]
    NotForThisLaptop,
    #[error("These are not the six words of this event pack.")]
    WrongCode,
    #[error("The copy is torn: the file ends too early. Copy it again from where it was made.")]
    Torn,
    #[error("The file was damaged on its way. Copy it again from where it was made.")]
    Damaged,
    #[error("The file was changed after it was signed.")]
    NotSigned,
    #[error("The file holds far more than its size can: it is none that Anteroom writes.")]
    Bomb,
    #[error("{0}")]
    Entry(#[from] Refusal),
    #[error("The disk does not answer as it should: {0}.")]
    Disk(io::ErrorKind),
    #[error("This system gives no random numbers; nothing was done.")]
    NoRandomness,
}

impl HandoverError {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotOurs => "not-a-hand-over",
            Self::Newer => "newer-hand-over",
            Self::NotForThisLaptop => "not-for-this-laptop",
            Self::WrongCode => "wrong-code",
            Self::Torn => "torn",
            Self::Damaged => "damaged-hand-over",
            Self::NotSigned => "changed-after-signing",
            Self::Bomb => "bomb",
            Self::Entry(refusal) => refusal.code(),
            Self::Disk(_) => "disk",
            Self::NoRandomness => "no-randomness",
        }
    }
}

impl From<Malformed> for HandoverError {
    fn from(_: Malformed) -> Self {
        Self::Damaged
    }
}

impl From<getrandom::Error> for HandoverError {
    fn from(_: getrandom::Error) -> Self {
        Self::NoRandomness
    }
}

/// What reading says: an end that comes too early is a torn copy, and what does not authenticate is damaged.
impl From<io::Error> for HandoverError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::Torn,
            // What age, zstd and UTF-8 say of bytes that are not what was written.
            io::ErrorKind::InvalidData | io::ErrorKind::Other => Self::Damaged,
            kind => Self::Disk(kind),
        }
    }
}
