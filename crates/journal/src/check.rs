//! What a stranger's commit must pass before anything else looks at it.

use anteroom_model::field::Field;
use anteroom_model::ids::{DeviceId, Digest};
use anteroom_model::value::Fields;

use crate::commit::{self, Commit, FORMAT, RevisionMeta};
use crate::contents;
use crate::encoding::{Malformed, Reader};
use crate::proof::{Claim, Proving};

/// The most bytes of one commit: some 500,000 rows of an import.
pub const LARGEST: usize = 64 << 20;
/// The most heads that an edit may have seen.
pub const MOST_PARENTS: usize = 1000;
/// The most revisions of one record that an undo writes beside each other.
pub const MOST_BESIDE: usize = 100;
/// The most fields of one revision.
pub const MOST_FIELDS: usize = 1000;

/// A commit with the signature of its device. Whether it counts is another question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCommit {
    pub commit: Commit,
    /// As they were signed; passed on as they are.
    pub bytes: Vec<u8>,
    pub hash: Digest,
    pub signature: [u8; 64],
}

/// Why a commit, or contents, are not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("This was written by a newer version of Anteroom. Please update this one first.")]
    Newer,
    #[error("An entry is damaged: {0}.")]
    Malformed(#[from] Malformed),
    #[error("An entry is larger than any that Anteroom writes.")]
    TooLarge,
    #[error("An entry contradicts itself: {0}.")]
    Contradicts(&'static str),
    #[error("An entry's signature does not match: it was changed after it was signed.")]
    Signature,
    #[error("An entry belongs to another consultation.")]
    OtherConsultation,
    #[error("The words of an entry do not match what was signed.")]
    Contents,
}

impl Refusal {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Newer => "newer_format",
            Self::Malformed(_) => "malformed",
            Self::TooLarge => "too_large",
            Self::Contradicts(_) => "contradicts_itself",
            Self::Signature => "signature",
            Self::OtherConsultation => "other_consultation",
            Self::Contents => "contents",
        }
    }
}

/// Checks the format, the form, the sizes and the signature of a commit.
///
/// A revision without parents whose id does not come out of this commit is let through: it only claims to have created
/// the record, and `Commit::creates` says no.
pub fn check(bytes: Vec<u8>, signature: [u8; 64]) -> Result<SignedCommit, Refusal> {
    let (commit, claim) = read(bytes, signature)?;
    Proving::default().prove(&claim)?;
    Ok(commit)
}

/// Checks all but the signature, which is left to be proved.
///
/// # Errors
/// `Newer`, `Malformed`, `TooLarge`, `Contradicts`.
pub fn read(bytes: Vec<u8>, signature: [u8; 64]) -> Result<(SignedCommit, Claim), Refusal> {
    if bytes.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    format(&bytes)?;
    let commit = Commit::decode(&bytes)?;
    check_form(&commit)?;
    let mut message = Vec::with_capacity(commit::PREFIX.len() + bytes.len());
    message.extend_from_slice(commit::PREFIX);
    message.extend_from_slice(&bytes);
    let claim = Claim::new(commit.device, message, signature);
    let hash = commit::hash(&bytes);
    Ok((SignedCommit { commit, bytes, hash, signature }, claim))
}

/// The bytes of contents belong to the digest that a commit names, and set the fields that it names.
pub fn check_contents(revision: &RevisionMeta, bytes: &[u8]) -> Result<contents::Contents, Refusal> {
    if bytes.len() > contents::LARGEST {
        return Err(Refusal::TooLarge);
    }
    if contents::digest(bytes) != revision.digest {
        return Err(Refusal::Contents);
    }
    let read = contents::Contents::decode(bytes)?;
    if sets_what_it_names(revision, &read.fields) { Ok(read) } else { Err(Refusal::Contents) }
}

/// Whether these are the fields that a revision names.
pub fn sets_what_it_names(revision: &RevisionMeta, fields: &Fields) -> bool {
    fields.keys().eq(&*revision.fields)
}

fn format(bytes: &[u8]) -> Result<(), Refusal> {
    let mut reader = Reader::new(bytes);
    let mut entries = reader.map()?;
    if entries.next(&mut reader)? != Some(0) {
        return Err(Malformed::Unexpected.into());
    }
    match reader.uint()? {
        FORMAT => Ok(()),
        0 => Err(Malformed::Unexpected.into()),
        _ => Err(Refusal::Newer),
    }
}

/// What must hold within one commit, whatever stands in the others.
pub(crate) fn check_form(commit: &Commit) -> Result<(), Refusal> {
    if (commit.seq == 0) != commit.prev.is_none() {
        return Err(Refusal::Contradicts("only the first of a series follows nothing"));
    }
    if commit.is_founding() != commit.root.is_some() || commit.is_founding() && commit.seq != 0 {
        return Err(Refusal::Contradicts("only the founding entry names the recovery sheet's key"));
    }
    if commit.root == Some(commit.device) || commit.device == DeviceId::default() {
        return Err(Refusal::Contradicts("its device is none"));
    }
    // Whatever keeps numbers keeps them with a sign.
    if i64::try_from(commit.seq).is_err() {
        return Err(Refusal::TooLarge);
    }
    for revision in &commit.revisions {
        if revision.parents.len() > MOST_PARENTS || revision.fields.len() > MOST_FIELDS {
            return Err(Refusal::TooLarge);
        }
        if !rising(&revision.parents) || !rising::<Field>(&revision.fields) {
            return Err(Refusal::Contradicts("a list in it is not in order"));
        }
        if revision.parents.binary_search(&revision.digest).is_ok() {
            return Err(Refusal::Contradicts("an edit follows itself"));
        }
        if revision.whole == Some(revision.record) {
            return Err(Refusal::Contradicts("a record is a part of itself"));
        }
    }
    if !rising(&commit.erases) || commit.decisions.iter().any(|decision| !rising(&decision.saw)) {
        return Err(Refusal::Contradicts("a list in it is not in order"));
    }
    check_each_record_once(commit)
}

/// No record is edited twice, but by an undo that lets values stand against each other again: then each stands in a
/// revision of its own, and none of them has seen another.
fn check_each_record_once(commit: &Commit) -> Result<(), Refusal> {
    let mut records: Vec<_> = commit.revisions.iter().map(|revision| revision.record).collect();
    records.sort_unstable();
    if rising(&records) {
        return Ok(());
    }
    let mut revisions: Vec<&RevisionMeta> = commit.revisions.iter().collect();
    revisions.sort_unstable_by_key(|revision| (revision.record, revision.digest));
    for some in revisions.chunk_by(|one, next| one.record == next.record) {
        if some.len() > MOST_BESIDE {
            return Err(Refusal::TooLarge);
        }
        let beside = |one: &RevisionMeta, next: &RevisionMeta| {
            !one.parents.is_empty() && one.parents == next.parents && one.kind == next.kind && one.digest < next.digest
        };
        if some.len() > 1 && (commit.undoes.is_none() || !some.is_sorted_by(|one, next| beside(one, next))) {
            return Err(Refusal::Contradicts("it edits the same record twice"));
        }
    }
    Ok(())
}

fn rising<T: Ord>(items: &[T]) -> bool {
    items.is_sorted_by(|one, next| one < next)
}

#[cfg(test)]
mod tests {
    use anteroom_model::field::{CONTRIBUTION, TEXT};
    use anteroom_model::ids::{ConsultationId, PersonId, RecordId};
    use anteroom_model::value::Fields;
    use ed25519_dalek::SigningKey;

    use super::*;
    use crate::deed::Deed;
    use crate::draft::{Draft, Heading};

    /// One commit with two edits of one record, after these.
    fn edits_twice(undoes: Option<Digest>, parents: [&[u8]; 2]) -> Result<(), Refusal> {
        edits(undoes, &parents)
    }

    fn edits(undoes: Option<Digest>, parents: &[&[u8]]) -> Result<(), Refusal> {
        let key = SigningKey::from_bytes(&[1; 32]);
        let mut draft = Draft::new(Heading {
            consultation: ConsultationId([1; 32]),
            device: DeviceId(key.verifying_key().to_bytes()),
            seq: 1,
            prev: Some(Digest([1; 32])),
            author: PersonId([1; 16]),
            time: 1,
            deed: Deed::UNDO,
            nonce: [0; 16],
            undoes,
        });
        for (number, parents) in parents.iter().enumerate() {
            let parents = parents.iter().map(|number| Digest([*number; 32])).collect();
            let fields = Fields::from([(TEXT, format!("number {number}").into())]);
            draft.edit(RecordId([7; 16]), CONTRIBUTION, parents, &fields, &[3; 32]);
        }
        let signed = draft.sign(&key)?;
        check(signed.bytes, signed.signature).map(drop)
    }

    #[test]
    fn a_record_is_edited_twice_only_where_an_undo_lets_values_stand_against_each_other() {
        let undone = Some(Digest([9; 32]));
        assert_eq!(edits_twice(undone, [&[5], &[5]]), Ok(()));
        for (undoes, parents) in [(None, [&[5][..], &[5]]), (undone, [&[5], &[6]]), (undone, [&[], &[]])] {
            let refused = edits_twice(undoes, parents).unwrap_err();
            assert_eq!(refused, Refusal::Contradicts("it edits the same record twice"), "{parents:?}");
        }
    }

    #[test]
    fn no_more_values_stand_beside_each_other_than_an_undo_lets() {
        let beside = |count: usize| edits(Some(Digest([9; 32])), &vec![[5].as_slice(); count]);
        assert_eq!(beside(MOST_BESIDE), Ok(()));
        assert_eq!(beside(MOST_BESIDE + 1), Err(Refusal::TooLarge));
    }
}
