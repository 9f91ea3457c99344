//! Why the store refuses or fails, in plain words; never with a key, a passphrase or a word of a contribution.

use std::io;
use std::path::PathBuf;

use anteroom_handover::HandoverError;
use anteroom_journal::check::Refusal;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("The passphrase is wrong.")]
    WrongPassphrase,
    #[error("These are not the words of this consultation's recovery sheet.")]
    WrongRecoveryWords,
    #[error("These are not the twelve words of a recovery sheet: one is misspelled, missing or in another place.")]
    NotRecoveryWords,
    #[error("The PIN is wrong, or this computer's keyring no longer holds this consultation's key.")]
    WrongPin,
    #[error("This computer's keyring cannot be used: {0}.")]
    Keyring(String),
    #[error("There is nothing at “{}”.", .0.display())]
    NotThere(PathBuf),
    #[error("“{}” exists already.", .0.display())]
    ExistsAlready(PathBuf),
    #[error("“{}” is not a consultation of Anteroom's.", .0.display())]
    NotAConsultation(PathBuf),
    #[error("The file “keys” is missing from “{}”. Without it nothing in the folder can be read: restore it from a backup.", .0.display())]
    KeysMissing(PathBuf),
    #[error("The file “keys” is damaged. Restore it from a backup.")]
    KeysDamaged,
    #[error("The file “keys” belongs to another consultation than “contents.db”.")]
    KeysOfAnother,
    #[error("The file “contents.db” is missing from “{}”. Restore it from a backup.", .0.display())]
    ContentsMissing(PathBuf),
    #[error("The file “contents.db” is empty. Restore it from a backup.")]
    ContentsEmpty,
    #[error("The file “contents.db” has been cut short. Restore it from a backup.")]
    ContentsCut,
    #[error("The file “contents.db” is damaged. Restore it from a backup.")]
    ContentsDamaged,
    #[error("This consultation was written by a newer version of Anteroom. Please update this one first.")]
    Newer,
    #[error("This consultation is open elsewhere: in another window, or by another program.")]
    OpenElsewhere,
    #[error("“{}” was not closed the last time. Open it and close it first.", .0.display())]
    NotClosed(PathBuf),
    #[error("The disk is full. What was not acknowledged was not recorded; everything before is there.")]
    DiskFull,
    #[error("This place cannot be written to: “{}”.", .0.display())]
    ReadOnly(PathBuf),
    #[error("This consultation's folder cannot be written to.")]
    NotWritable,
    #[error("The disk does not answer as it should: {0}.")]
    Disk(io::ErrorKind),
    #[error("The database does not answer as it should (SQLite code {0}).")]
    Database(String),
    #[error("The key of this computer for the consultation is damaged. Open it with the recovery sheet.")]
    DeviceKeyDamaged,
    #[error("{0}")]
    Journal(#[from] Refusal),
    #[error("The role of this computer does not allow this.")]
    NotAllowed,
    #[error("An organiser has suspended this computer: it adds nothing to the consultation any more.")]
    Suspended,
    #[error("{0}")]
    HandOver(#[from] HandoverError),
    #[error("This file belongs to another consultation.")]
    OtherConsultation,
    #[error("No such laptop takes part here.")]
    UnknownMember,
    #[error("There is no organiser yet whose laptop files could be sealed to.")]
    NobodyToSealTo,
    #[error("This invitation was not given out from here, or somebody has joined with it already.")]
    UnknownInvitation,
    #[error("This computer takes part in this consultation already: open the consultation that is on it.")]
    TakesPartAlready,
    #[error("This file holds only a part of the consultation. Ask for a whole one.")]
    NotTheWhole,
    #[error(
        "On this computer nobody has accepted an invitation that this file could follow, or the passphrase is another."
    )]
    NothingAccepted,
    #[error(
        "Organisers can help on this laptop where its passphrase is forgotten. Begin again if that is as it should be."
    )]
    HelpUntold,
    #[error("Too much waits from laptops that nobody has confirmed. Accept or refuse some of it first.")]
    TooMuchWaits,
    #[error("A file attached to a contribution is not what was attached.")]
    AttachedDiffers,
    #[error("This was erased; nothing of it can be changed.")]
    Erased,
    #[error("There is no such record in this consultation.")]
    UnknownRecord,
    #[error("Cancelled. Nothing was recorded.")]
    Cancelled,
    #[error("This system gives no random numbers; nothing was done.")]
    NoRandomness,
    #[error("The passphrase is empty.")]
    EmptyPassphrase,
    #[error("The PIN is too short: it needs at least four characters.")]
    ShortPin,
    #[error("It is closed and everything is in it, but the backup could not be written: {0}.")]
    NotBackedUp(std::io::ErrorKind),
    #[error("It is closed and everything is in it, but the backup could not be read back: older ones were kept.")]
    BackupDamaged,
}

impl StoreError {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "wrong-passphrase",
            Self::WrongRecoveryWords => "wrong-recovery-words",
            Self::NotRecoveryWords => "not-recovery-words",
            Self::WrongPin => "wrong-pin",
            Self::Keyring(_) => "keyring",
            Self::NotThere(_) => "not-there",
            Self::ExistsAlready(_) => "exists-already",
            Self::NotAConsultation(_) => "not-a-consultation",
            Self::KeysMissing(_) => "keys-missing",
            Self::KeysDamaged => "keys-damaged",
            Self::KeysOfAnother => "keys-of-another",
            Self::ContentsMissing(_) => "contents-missing",
            Self::ContentsEmpty => "contents-empty",
            Self::ContentsCut => "contents-cut",
            Self::ContentsDamaged => "contents-damaged",
            Self::Newer => "newer",
            Self::OpenElsewhere => "open-elsewhere",
            Self::NotClosed(_) => "not-closed",
            Self::DiskFull => "disk-full",
            Self::ReadOnly(_) | Self::NotWritable => "read-only",
            Self::Disk(_) => "disk",
            Self::Database(_) => "database",
            Self::DeviceKeyDamaged => "device-key-damaged",
            Self::Journal(refusal) => refusal.code(),
            Self::NotAllowed => "not-allowed",
            Self::Suspended => "suspended",
            Self::HandOver(refusal) => refusal.code(),
            Self::OtherConsultation => "other_consultation",
            Self::UnknownMember => "unknown-laptop",
            Self::NobodyToSealTo => "nobody-to-seal-to",
            Self::UnknownInvitation => "unknown-invitation",
            Self::TakesPartAlready => "takes-part-already",
            Self::NotTheWhole => "not-the-whole",
            Self::NothingAccepted => "nothing-accepted",
            Self::HelpUntold => "help-untold",
            Self::TooMuchWaits => "too-much-waits",
            Self::AttachedDiffers => "attached-differs",
            Self::Erased => "erased-contribution",
            Self::UnknownRecord => "unknown-record",
            Self::Cancelled => "cancelled",
            Self::NoRandomness => "no-randomness",
            Self::EmptyPassphrase => "empty-passphrase",
            Self::ShortPin => "short-pin",
            Self::NotBackedUp(_) => "not-backed-up",
            Self::BackupDamaged => "backup-damaged",
        }
    }
}

impl From<getrandom::Error> for StoreError {
    fn from(_: getrandom::Error) -> Self {
        Self::NoRandomness
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::NotWritable,
            kind => Self::Disk(kind),
        }
    }
}

/// SQLite's own words are left out: they can name what was bound to a statement.
impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        const ERROR: i64 = 1;
        const FULL: i64 = 13;
        const READONLY: i64 = 8;
        const CORRUPT: i64 = 11;
        const NOTADB: i64 = 26;
        const BUSY: i64 = 5;
        const IOERR: i64 = 10;
        const IOERR_SHMSIZE: &str = "4874";
        match error {
            sqlx::Error::Io(error) => error.into(),
            sqlx::Error::Database(error) => {
                let code = error.code().unwrap_or_default().into_owned();
                if code == IOERR_SHMSIZE {
                    // The index of the log has to grow before anything is read, and there is no room for it.
                    return Self::DiskFull;
                }
                match code.parse::<i64>().map(|code| code & 255) {
                    Ok(FULL) => Self::DiskFull,
                    Ok(READONLY) => Self::NotWritable,
                    Ok(CORRUPT | NOTADB) => Self::ContentsDamaged,
                    // What SQLite says where SQLCipher could not authenticate a page; mistakes in SQL are named.
                    Ok(ERROR) if error.message() == "SQL logic error" => Self::ContentsDamaged,
                    Ok(BUSY) => Self::OpenElsewhere,
                    Ok(IOERR) => Self::Disk(io::ErrorKind::Other),
                    _ => Self::Database(code),
                }
            }
            sqlx::Error::Decode(_) | sqlx::Error::ColumnDecode { .. } => Self::ContentsDamaged,
            other => Self::Database(kind_of(&other).to_owned()),
        }
    }
}

fn kind_of(error: &sqlx::Error) -> &'static str {
    match error {
        sqlx::Error::PoolClosed | sqlx::Error::PoolTimedOut => "closed",
        sqlx::Error::RowNotFound => "nothing found",
        _ => "unknown",
    }
}
