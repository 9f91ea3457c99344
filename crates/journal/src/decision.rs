//! Decisions on members, series and erasures: they stand in the commit itself and cannot be erased.
//!
//! Each names the decisions on the same matter that its author saw. Of those that none follows, the most careful holds:
//! the fewest roles, the refusal before the approval.

use anteroom_model::ids::{DeviceId, Digest, PersonId};

use crate::encoding::{Malformed, Reader, Writer};

/// A set of roles. Bits of a newer version are kept and give nothing here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Roles(pub u32);

impl Roles {
    pub const NONE: Self = Self(0);
    /// Adds contributions and edits her own.
    pub const FACILITATOR: Self = Self(1);
    /// Does everything.
    pub const ORGANISER: Self = Self(2);
    /// Writes briefs and consolidations, tags anything.
    pub const RAPPORTEUR: Self = Self(4);
    /// Reads.
    pub const OBSERVER: Self = Self(8);
    pub const ALL: Self = Self(15);

    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both sets hold.
    #[must_use]
    pub const fn shared(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub const fn has_any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    pub const fn is_none(self) -> bool {
        self.0 & Self::ALL.0 == 0
    }
}

/// A decision, by the commit in which it stands and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecisionId {
    pub commit: Digest,
    pub place: u32,
}

/// A commit by its place in a series: the place still says something where the commit itself has been lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub seq: u64,
    pub hash: Digest,
}

/// What a device's commits may do, after a certain commit of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub device: DeviceId,
    /// The last commit that this leaves alone; `None`: it holds from the start.
    pub after: Option<Place>,
    /// None at all: a suspension.
    pub roles: Roles,
    pub person: PersonId,
    /// What waits because of this is refused, and what it erased is asked for again: a stolen laptop.
    pub refuses_all: bool,
    /// What the device's hand-over files are sealed to.
    pub recipient: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruling {
    Certificate(Certificate),
    /// A branch of a forked series, by its first commit.
    Branch {
        first: Digest,
        approve: bool,
    },
    /// One commit that waits.
    Commit {
        hash: Digest,
        approve: bool,
    },
    /// A commit that nobody has any more: what follows it counts without it.
    Lost {
        missing: Digest,
        approve: bool,
    },
    /// What a commit erased beyond the limit is to be deleted everywhere.
    Erasures {
        commit: Digest,
        approve: bool,
    },
    /// Of a newer version.
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub ruling: Ruling,
    /// The decisions on the same matter that were heads when this was taken.
    pub saw: Vec<DecisionId>,
}

const CERTIFICATE: u64 = 1;
const BRANCH: u64 = 2;
const COMMIT: u64 = 3;
const LOST: u64 = 4;
const ERASURES: u64 = 5;

/// The longest text that may stand for a recipient.
const LONGEST_RECIPIENT: usize = 4096;

impl Ruling {
    /// What every kind but the certificate consists of.
    fn plain(&self) -> Option<(u64, Digest, bool)> {
        match *self {
            Self::Branch { first, approve } => Some((BRANCH, first, approve)),
            Self::Commit { hash, approve } => Some((COMMIT, hash, approve)),
            Self::Lost { missing, approve } => Some((LOST, missing, approve)),
            Self::Erasures { commit, approve } => Some((ERASURES, commit, approve)),
            Self::Certificate(_) | Self::Unknown => None,
        }
    }
}

/// Keys: 0 kind, 1 what it is about, 2 approve, 3 saw, 4 after, 5 roles, 6 person, 7 refuses all, 8 recipient.
pub(crate) fn write(decision: &Decision, writer: &mut Writer) {
    let saw = usize::from(!decision.saw.is_empty());
    if let Some((kind, about, approve)) = decision.ruling.plain() {
        writer.map(3 + saw);
        writer.uint(0);
        writer.uint(kind);
        writer.uint(1);
        writer.bytes(&about.0);
        writer.uint(2);
        writer.bool(approve);
        write_saw(&decision.saw, writer);
    } else if let Ruling::Certificate(certificate) = &decision.ruling {
        let options = [certificate.after.is_some(), certificate.refuses_all, certificate.recipient.is_some()];
        writer.map(4 + saw + options.into_iter().filter(|option| *option).count());
        writer.uint(0);
        writer.uint(CERTIFICATE);
        writer.uint(1);
        writer.bytes(&certificate.device.0);
        write_saw(&decision.saw, writer);
        if let Some(after) = certificate.after {
            writer.uint(4);
            writer.list(2);
            writer.uint(after.seq);
            writer.bytes(&after.hash.0);
        }
        writer.uint(5);
        writer.uint(certificate.roles.0.into());
        writer.uint(6);
        writer.bytes(&certificate.person.0);
        if certificate.refuses_all {
            writer.uint(7);
            writer.bool(true);
        }
        if let Some(recipient) = &certificate.recipient {
            writer.uint(8);
            writer.text(recipient);
        }
    }
}

fn write_saw(saw: &[DecisionId], writer: &mut Writer) {
    if saw.is_empty() {
        return;
    }
    writer.uint(3);
    writer.list(saw.len());
    for id in saw {
        writer.list(2);
        writer.bytes(&id.commit.0);
        writer.uint(id.place.into());
    }
}

pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Decision, Malformed> {
    let mut entries = reader.map()?;
    if entries.next(reader)? != Some(0) {
        return Err(Malformed::Unexpected);
    }
    let kind = reader.uint()?;
    if !(CERTIFICATE..=ERASURES).contains(&kind) {
        while entries.next(reader)?.is_some() {
            reader.skip()?;
        }
        return Ok(Decision { ruling: Ruling::Unknown, saw: Vec::new() });
    }
    let (mut about, mut approve, mut saw, mut after) = (None, None, Vec::new(), None);
    let (mut roles, mut person, mut refuses_all, mut recipient) = (None, None, false, None);
    while let Some(key) = entries.next(reader)? {
        match key {
            1 => about = Some(reader.fixed()?),
            2 => approve = Some(reader.bool()?),
            3 => saw = read_saw(reader)?,
            4 => after = Some(read_place(reader)?),
            5 => roles = Some(Roles(u32::try_from(reader.uint()?).map_err(|_| Malformed::TooLarge)?)),
            6 => person = Some(PersonId(reader.fixed()?)),
            7 => refuses_all = reader.bool()?,
            8 => recipient = Some(read_recipient(reader)?),
            _ => reader.skip()?,
        }
    }
    let about = about.ok_or(Malformed::Unexpected)?;
    if kind == CERTIFICATE {
        let (roles, person) = (roles.ok_or(Malformed::Unexpected)?, person.ok_or(Malformed::Unexpected)?);
        let device = DeviceId(about);
        let ruling = Ruling::Certificate(Certificate { device, after, roles, person, refuses_all, recipient });
        return Ok(Decision { ruling, saw });
    }
    let (about, approve) = (Digest(about), approve.ok_or(Malformed::Unexpected)?);
    let ruling = match kind {
        BRANCH => Ruling::Branch { first: about, approve },
        COMMIT => Ruling::Commit { hash: about, approve },
        LOST => Ruling::Lost { missing: about, approve },
        _ => Ruling::Erasures { commit: about, approve },
    };
    Ok(Decision { ruling, saw })
}

fn read_saw(reader: &mut Reader<'_>) -> Result<Vec<DecisionId>, Malformed> {
    let length = reader.list()?;
    (0..length)
        .map(|_| {
            if reader.list()? != 2 {
                return Err(Malformed::Unexpected);
            }
            let commit = Digest(reader.fixed()?);
            Ok(DecisionId { commit, place: u32::try_from(reader.uint()?).map_err(|_| Malformed::TooLarge)? })
        })
        .collect()
}

fn read_place(reader: &mut Reader<'_>) -> Result<Place, Malformed> {
    if reader.list()? != 2 {
        return Err(Malformed::Unexpected);
    }
    Ok(Place { seq: reader.uint()?, hash: Digest(reader.fixed()?) })
}

fn read_recipient(reader: &mut Reader<'_>) -> Result<String, Malformed> {
    let text = reader.text()?;
    if text.len() > LONGEST_RECIPIENT { Err(Malformed::TooLarge) } else { Ok(text.to_owned()) }
}
