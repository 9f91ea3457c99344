//! The rules by which a commit counts: who may write what, and how organisers are ordered.

use anteroom_model::field::{self, APART, DOUBLES, Kind, TAGS};
use anteroom_model::ids::{DeviceId, Digest, RecordId};

use crate::commit::Commit;
use crate::decision::{Decision, Roles, Ruling};

/// Whether a commit counts, and if not, what it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Counts,
    Refused,
    Waits(Wait),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wait {
    /// It does what its device's roles do not allow.
    Role,
    /// Its device has no role, or none any more.
    NoMember,
    /// Its series has forked: two laptops have signed with one key.
    Fork,
    /// A commit before it has not arrived.
    Gap,
}

/// What becomes of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    #[default]
    Shown,
    /// Somebody erased it who has been cut off since: shown and asked for nowhere, until an organiser decides.
    Hidden,
    /// Erased beyond the limit for one device: hidden, and kept until a second organiser confirms.
    Unconfirmed,
    /// Its contents are deleted and taken in no more.
    Erased,
}

/// How many records of others one device may erase before a second organiser is asked.
pub const ERASURE_LIMIT: usize = 50;

/// What a decision is about. Only decisions on the same matter follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    Device(DeviceId),
    Branch(Digest),
    Commit(Digest),
    Lost(Digest),
    Erasures(Digest),
}

impl Matter {
    pub fn of(decision: &Decision) -> Option<Self> {
        Some(match &decision.ruling {
            Ruling::Certificate(certificate) => Self::Device(certificate.device),
            Ruling::Branch { first, .. } => Self::Branch(*first),
            Ruling::Commit { hash, .. } => Self::Commit(*hash),
            Ruling::Lost { missing, .. } => Self::Lost(*missing),
            Ruling::Erasures { commit, .. } => Self::Erasures(*commit),
            Ruling::Unknown => return None,
        })
    }
}

/// A run of commits in which each follows the one before: a device's, a branch of it, or one of the recovery sheet's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    Root(Digest),
    Device(DeviceId),
    /// By its first commit.
    Branch(Digest),
}

/// Where a commit's series stopped being one contiguous run, and what an organiser must have said for it to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) first: Digest,
    /// Others follow the same commit.
    pub(super) fork: bool,
    /// What it follows is not here.
    pub(super) lost: Option<Digest>,
}

impl Entry {
    /// What an organiser must have approved, in the order in which it is asked.
    pub(super) fn needs(&self) -> impl Iterator<Item = (Matter, Wait)> {
        let lost = self.lost.map(|missing| (Matter::Lost(missing), Wait::Gap));
        lost.into_iter().chain(self.branch().map(|branch| (branch, Wait::Fork)))
    }

    /// The branch that begins here, if the series forked.
    pub(super) fn branch(&self) -> Option<Matter> {
        self.fork.then_some(Matter::Branch(self.first))
    }
}

/// The place of an organiser in the order of admission: how many certificates lie between, and where they stand.
/// The recovery sheet is first, the founder second.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank(i32, Vec<(u64, Digest)>);

impl Rank {
    pub(super) const ROOT: Self = Self(-1, Vec::new());
    pub(super) const FOUNDER: Self = Self(0, Vec::new());

    /// The place of whom a commit of this rank's line admits.
    pub(super) fn admitting(&self, seq: u64, hash: Digest) -> Self {
        let mut through = self.1.clone();
        through.push((seq, hash));
        Self(self.0 + 1, through)
    }
}

/// Who may write records of a kind, their own ones. Of a kind that only a newer version knows: whoever records.
pub fn writers(kind: Kind) -> Roles {
    const RECORDING: Roles = Roles::FACILITATOR.and(Roles::RAPPORTEUR);
    match kind {
        field::ORGANISATION
        | field::SPEAKER
        | field::TURN
        | field::CONTRIBUTION
        | field::PRESENCE
        | field::IDENTITY
        | field::ATTACHMENT => Roles::FACILITATOR,
        field::BRIEF | field::SECTION | field::STATEMENT | field::MATERIAL => Roles::RAPPORTEUR,
        field::MEMBER => RECORDING.and(Roles::OBSERVER),
        field::CONSULTATION
        | field::FRAMEWORK
        | field::LEVEL
        | field::NODE
        | field::CONTRIBUTION_KIND
        | field::GROUP
        | field::STAGE
        | field::SESSION
        | field::SEGMENT
        | field::EPOCH
        | field::LOGIN => Roles::ORGANISER,
        _ => RECORDING,
    }
}

/// What a rapporteur may say of contributions that others recorded: what they are about, and which of them are one.
const OF_OTHERS: [field::Field; 3] = [TAGS, DOUBLES, APART];

/// Whether all of a commit lies within these roles. `owns`: its device's person created the record.
pub(super) fn within(commit: &Commit, roles: Roles, owns: impl Fn(&RecordId) -> bool) -> bool {
    if roles.has_any(Roles::ORGANISER) {
        return true;
    }
    if roles.is_none() || !commit.decisions.is_empty() {
        return false;
    }
    let writes = commit.revisions.iter().all(|revision| {
        let of_others =
            || revision.fields.iter().all(|field| OF_OTHERS.contains(field)) && !revision.parents.is_empty();
        writers(revision.kind).has_any(roles) && owns(&revision.record)
            || roles.has_any(Roles::RAPPORTEUR) && of_others()
    });
    writes
        && (commit.erases.is_empty() || roles.has_any(Roles::FACILITATOR.and(Roles::RAPPORTEUR)))
        && commit.erases.iter().all(owns)
}
