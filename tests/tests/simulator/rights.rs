//! What must not count, in the plainest reading of docs/file-format.md, section 8: without an organiser's word no stranger,
//! no branch of a forked series, and nothing that lies outside all roles that a device was ever given.

use std::collections::BTreeMap;

use anteroom_journal::commit::Commit;
use anteroom_journal::copy::Copy;
use anteroom_journal::decision::{DecisionId, Roles, Ruling};
use anteroom_journal::standing::{Standing, Status};
use anteroom_model::field::{MEMBER, TAGS};
use anteroom_model::ids::{DeviceId, Digest, RecordId};

pub(crate) fn compare(copy: &Copy) {
    let standing = copy.standing();
    the_sheet_stands_first(standing);
    let said = Said::of(standing);
    nobody_settles_anothers_twin(copy, &said);
    let mut following: BTreeMap<(DeviceId, Option<Digest>), Vec<Digest>> = BTreeMap::new();
    for (hash, commit) in standing.headers().filter(|(_, commit)| commit.device != standing.root()) {
        following.entry((commit.device, commit.prev)).or_default().push(*hash);
        let counts = standing.status(hash) == Some(Status::Counts);
        if counts && commit.device != standing.founder() && said.approved.get(hash) != Some(&true) {
            let roles = said.given.get(&commit.device).copied().unwrap_or_default();
            assert!(
                lies_within(standing, commit, roles),
                "it lies outside all roles its device was given: {commit:#?}"
            );
        }
    }
    for hash in following.values().filter(|branches| branches.len() > 1).flatten() {
        let counts = standing.status(hash) == Some(Status::Counts);
        let founding = standing.commit(hash).is_some_and(Commit::is_founding);
        assert!(
            !counts || founding || said.approved.get(hash) == Some(&true),
            "a branch counts that nobody has approved"
        );
    }
}

/// Whom the recovery sheet has suspended from the start, and nobody has let in again who saw that, decides nothing: it
/// stands before everybody, the founder too.
fn the_sheet_stands_first(standing: &Standing) {
    let all = || standing.headers().flat_map(|(_, commit)| &commit.decisions);
    let deciding: Vec<DeviceId> =
        standing.valid_decisions().iter().filter_map(|id| Some(standing.commit(&id.commit)?.device)).collect();
    for (hash, commit) in standing.headers().filter(|(_, commit)| commit.device == standing.root()) {
        for (place, decision) in (0..).zip(&commit.decisions) {
            let id = DecisionId { commit: *hash, place };
            let followed = || all().any(|other| other.saw.contains(&id));
            if let Ruling::Certificate(it) = &decision.ruling
                && it.after.is_none()
                && !it.roles.has_any(Roles::ORGANISER)
                && !followed()
            {
                assert!(!deciding.contains(&it.device), "whom the recovery sheet has suspended decides");
            }
        }
    }
}

/// What organisers have said, taken together.
#[derive(Default)]
struct Said {
    /// Of commits, and of branches by their first.
    approved: BTreeMap<Digest, bool>,
    /// All roles that a device was ever given.
    given: BTreeMap<DeviceId, Roles>,
}

impl Said {
    fn of(standing: &Standing) -> Self {
        let mut said = Self::default();
        for id in standing.valid_decisions() {
            let commit = standing.commit(&id.commit).expect("a decision that counts is here");
            match &commit.decisions[id.place as usize].ruling {
                Ruling::Certificate(it) => {
                    let roles = said.given.entry(it.device).or_default();
                    *roles = roles.and(it.roles);
                }
                Ruling::Commit { hash, approve } | Ruling::Branch { first: hash, approve } => {
                    *said.approved.entry(*hash).or_default() |= approve;
                }
                _ => {}
            }
        }
        said
    }
}

/// Of twins, whoever may edit only one settles nothing about the words of the other.
fn nobody_settles_anothers_twin(copy: &Copy, said: &Said) {
    let standing = copy.standing();
    for (record, _) in copy.states() {
        let twins = standing.twins(*record);
        let all = if twins.len() > 1 { copy.seen(*record, None) } else { Vec::new() };
        for seen in &all {
            let Some(commit) = standing.commit(&seen.commit) else { continue };
            let organises = commit.device == standing.founder()
                || commit.device == standing.root()
                || said.given.get(&commit.device).is_some_and(|roles| roles.has_any(Roles::ORGANISER));
            let wide = organises || said.approved.get(&seen.commit) == Some(&true);
            let of_another = |it: &Digest| all.iter().any(|other| other.digest == *it && other.record != seen.record);
            let settles = seen.parents.iter().any(of_another);
            let owns_all = || twins.iter().all(|twin| owns(standing, &commit.device, twin));
            assert!(wide || !settles || owns_all(), "a copied fingerprint has given rights over another's words");
        }
    }
}

fn owns(standing: &Standing, device: &DeviceId, record: &RecordId) -> bool {
    let person = |device: &DeviceId| standing.person(device);
    standing
        .creator(record)
        .is_some_and(|creator| creator == *device || person(&creator).is_some() && person(&creator) == person(device))
}

fn lies_within(standing: &Standing, commit: &Commit, roles: Roles) -> bool {
    if roles.has_any(Roles::ORGANISER) {
        return true;
    }
    let own = |record: &RecordId| owns(standing, &commit.device, record);
    let writes = roles.has_any(Roles::FACILITATOR.and(Roles::RAPPORTEUR));
    !roles.is_none()
        && commit.decisions.is_empty()
        && commit.erases.iter().all(|record| writes && own(record))
        && commit.revisions.iter().all(|it| {
            let tags = roles.has_any(Roles::RAPPORTEUR) && *it.fields == [TAGS];
            tags || own(&it.record) && (writes || it.kind == MEMBER)
        })
}
