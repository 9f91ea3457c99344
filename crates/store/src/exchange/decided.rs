//! What organisers decide: who takes part and in which roles, and what becomes of what waits.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_journal::decision::{Certificate, Place, Roles, Ruling};
use anteroom_journal::deed::Deed;
use anteroom_journal::standing::{LetIn, Matter, Standing, Status, Wait};
use anteroom_model::ids::{DeviceId, Digest, PersonId, RecordId};

use super::hand_over::own_roles;
use super::peer::{Peer, peers};
use super::report::Merged;
use super::{hand_over, stranger};
use crate::action::{Action, Edit};
use crate::commit::commit_deciding;
use crate::draft::Settling;
use crate::error::StoreError;
use crate::progress::Silent;
use crate::secret::RecoveryWords;
use crate::sheet;
use crate::store::{Store, Writing};

/// Whom an organiser lets in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admitted {
    pub device: DeviceId,
    pub roles: Roles,
    pub person: PersonId,
    /// What its files are sealed to.
    pub recipient: Option<String>,
}

/// How a device is cut off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CutOff {
    /// What it did from then on does not count, by its own clock; `None`: what comes from now on.
    pub since: Option<i64>,
    /// Whether what does not count is refused: a stolen laptop. What it erased is asked for again then.
    pub refuses_all: bool,
    /// Of those that it let in since then, whoever stays: whoever cuts it off lets them in instead. The others fall with it.
    pub keeps: Vec<DeviceId>,
}

/// Records that a device erased beyond its limit, in one action: hidden, and kept until somebody confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unconfirmed {
    pub commit: Digest,
    pub device: DeviceId,
    pub count: u64,
    /// Whether this computer can be the second one, if it is an organiser's.
    pub can_confirm: bool,
}

impl Store {
    /// Lets a device in, or changes its roles; then takes in what waited from it.
    ///
    /// # Errors
    /// `NotAllowed`, or what the disk refuses.
    pub async fn admit(
        &self,
        admitted: Admitted,
        edits: Vec<Edit>,
        author: PersonId,
        at: i64,
    ) -> Result<Vec<Merged>, StoreError> {
        self.lets_in(admitted, None, edits, author, at).await
    }

    /// Lets a device in, in place of a lost one of the same person, which adds nothing from now on: both or neither.
    ///
    /// # Errors
    /// As `admit`; `UnknownMember`.
    pub async fn admit_instead_of(
        &self,
        lost: DeviceId,
        admitted: Admitted,
        author: PersonId,
        at: i64,
    ) -> Result<Vec<Merged>, StoreError> {
        self.lets_in(admitted, Some(lost), Vec::new(), author, at).await
    }

    async fn lets_in(
        &self,
        admitted: Admitted,
        lost: Option<DeviceId>,
        edits: Vec<Edit>,
        author: PersonId,
        at: i64,
    ) -> Result<Vec<Merged>, StoreError> {
        let mut writing = self.writing().await?;
        hand_over::announce(&mut writing, at).await?;
        let Admitted { device, roles, person, recipient } = admitted;
        let mut rulings = match lost {
            Some(lost) => {
                let (connection, journal) = writing.both().await?;
                let peers = peers(connection).await?;
                cutting_off(&journal.standing, &peers, &lost, &CutOff { refuses_all: true, ..CutOff::default() })?
            }
            None => Vec::new(),
        };
        let (_, journal) = writing.both().await?;
        let begin = journal.standing.begin_of(&device, roles);
        rulings.extend(begin.after.into_iter().map(|after| {
            let recipient = recipient.clone();
            Ruling::Certificate(Certificate { device, after, roles, person, refuses_all: false, recipient })
        }));
        rulings.extend(begin.left.into_iter().map(|hash| Ruling::Commit { hash, approve: true }));
        decide(&mut writing, rulings, edits, author, at).await?;
        sqlx::query("DELETE FROM refused WHERE device = ?")
            .bind(device.0.as_slice())
            .execute(&mut *writing.connection)
            .await?;
        stranger::take_in_confirmed(&mut writing, &self.folder, at).await
    }

    /// From now on, or from an earlier moment on, a device adds nothing. With the words of the recovery sheet it is the sheet
    /// that says so, whoever types them.
    ///
    /// # Errors
    /// `UnknownMember`, `NotAllowed`, `WrongRecoveryWords`, or what the disk refuses.
    pub async fn suspend(
        &self,
        device: DeviceId,
        cut_off: &CutOff,
        sheet: Option<&RecoveryWords>,
        author: PersonId,
        at: i64,
    ) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let peers = peers(connection).await?;
        let rulings = cutting_off(&journal.standing, &peers, &device, cut_off)?;
        match sheet {
            Some(words) => sheet::decide(&mut writing, words, rulings, at).await,
            None => decide(&mut writing, rulings, Vec::new(), author, at).await,
        }
    }

    /// The devices that a device let in since a moment, by its own clock, and that fall with it unless somebody keeps them;
    /// with each, those that it let in itself.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn let_in_since(&self, device: DeviceId, since: Option<i64>) -> Result<Vec<LetIn>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let standing = &journal.standing;
        Ok(standing.let_in_within(&device, &standing.cut_since(&device, since)))
    }

    /// Approves or refuses what waits: a device's commits that its roles do not allow, branches of a series that has
    /// forked. With `branch`, the first commit of one, that branch alone, also where it was decided otherwise before. Says
    /// how many there were.
    ///
    /// # Errors
    /// `NotAllowed`, or what the disk refuses.
    pub async fn rule(
        &self,
        device: DeviceId,
        branch: Option<Digest>,
        approve: bool,
        author: PersonId,
        at: i64,
    ) -> Result<u64, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let mut rulings = waiting(&journal.standing, &device, branch, approve);
        let count = rulings.len() as u64;
        if approve {
            rulings.extend(no_further(&journal.standing, &device, &rulings));
        }
        if count > 0 {
            decide(&mut writing, rulings, Vec::new(), author, at).await?;
        }
        Ok(count)
    }

    /// Declares commits lost that nobody has any more: what follows them counts without them. Says how many there were.
    ///
    /// # Errors
    /// `NotAllowed`, or what the disk refuses.
    pub async fn give_up(&self, device: DeviceId, author: PersonId, at: i64) -> Result<u64, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let standing = &journal.standing;
        let of_device = |first: &Digest| standing.commit(first).is_some_and(|commit| commit.device == device);
        let waits = |first: &Digest| standing.status(first) == Some(Status::Waits(Wait::Gap));
        let gaps = standing.behind_gaps().into_iter().filter(|(first, _)| of_device(first) && waits(first));
        let mut rulings: Vec<Ruling> = gaps.map(|(_, missing)| Ruling::Lost { missing, approve: true }).collect();
        let count = rulings.len() as u64;
        rulings.extend(no_further(standing, &device, &rulings));
        if count > 0 {
            decide(&mut writing, rulings, Vec::new(), author, at).await?;
        }
        Ok(count)
    }

    /// The commits whose erasures reach beyond what one device may erase, and that nobody has confirmed yet.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn unconfirmed_erasures(&self) -> Result<Vec<Unconfirmed>, StoreError> {
        let mut writing = self.writing().await?;
        let own = writing.device.id();
        let (_, journal) = writing.both().await?;
        let standing = &journal.standing;
        let mut counts = BTreeMap::<Digest, u64>::new();
        for (commit, _) in standing.unconfirmed_records() {
            *counts.entry(commit).or_default() += 1;
        }
        let counted = counts.into_iter().filter_map(|(commit, count)| {
            let device = standing.commit(&commit)?.device;
            Some(Unconfirmed { commit, device, count, can_confirm: standing.can_second(&own, &device) })
        });
        Ok(counted.collect())
    }

    /// Those of these records that this computer may erase in its roles.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn may_erase(&self, records: &BTreeSet<RecordId>) -> Result<BTreeSet<RecordId>, StoreError> {
        let mut writing = self.writing().await?;
        let is_organiser = own_roles(&mut writing).await?.has_any(Roles::ORGANISER);
        let device = writing.device.id();
        let (_, journal) = writing.both().await?;
        let may = |record: &&RecordId| is_organiser || journal.standing.is_own(&device, record);
        Ok(records.iter().filter(may).copied().collect())
    }

    /// Confirms what erased beyond the limit, which is deleted at once. Or refuses it, whole: an erasure that nobody confirms
    /// would stay hidden. What is still held of it is shown again, and what is not is asked for.
    ///
    /// # Errors
    /// `NotAllowed`, or what the disk refuses.
    pub async fn rule_on_erasures(
        &self,
        commits: &[Digest],
        approve: bool,
        author: PersonId,
        at: i64,
    ) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        let ruling = |commit: &Digest| {
            let commit = *commit;
            if approve { Ruling::Erasures { commit, approve } } else { Ruling::Commit { hash: commit, approve } }
        };
        decide(&mut writing, commits.iter().map(ruling).collect(), Vec::new(), author, at).await
    }
}

pub(super) async fn decide(
    writing: &mut Writing,
    rulings: Vec<Ruling>,
    edits: Vec<Edit>,
    author: PersonId,
    at: i64,
) -> Result<(), StoreError> {
    let action = Action { deed: Deed::MEMBERS, time: at, author, undoes: None, edits };
    commit_deciding(writing, action, rulings, Box::new(|_| Settling::default()), &Silent).await?;
    Ok(())
}

/// What cuts a device off, and lets in again those that it let in since then and that stay. To what their files are sealed,
/// they or somebody else must have said: a thief would name a key of his own.
fn cutting_off(
    standing: &Standing,
    peers: &BTreeMap<DeviceId, Peer>,
    device: &DeviceId,
    cut_off: &CutOff,
) -> Result<Vec<Ruling>, StoreError> {
    let person = standing.person(device).ok_or(StoreError::UnknownMember)?;
    let cut = standing.cut_since(device, cut_off.since);
    let recipient = standing.certificates_of(device).into_iter().find_map(|(_, it)| it.recipient.clone());
    let refuses_all = cut_off.refuses_all;
    let suspension = |after: &Option<Place>| {
        let recipient = recipient.clone();
        let (device, after) = (*device, *after);
        Ruling::Certificate(Certificate { device, after, roles: Roles::NONE, person, refuses_all, recipient })
    };
    let mut rulings: Vec<Ruling> = cut.after.iter().map(suspension).collect();
    rulings.extend(cut.left.iter().map(|hash| Ruling::Commit { hash: *hash, approve: true }));
    if refuses_all {
        rulings.extend(cut.taken.iter().map(|hash| Ruling::Commit { hash: *hash, approve: false }));
    }
    let given = standing.given_within(device, &cut).into_iter();
    rulings.extend(given.filter(|given| cut_off.keeps.contains(&given.device)).map(|given| {
        let said = || peers.get(&given.device).map(|peer| peer.recipient.clone());
        let beside = || standing.recipient_beside(&given.device, device, &cut);
        let recipient = if refuses_all { said().or_else(beside) } else { given.recipient.clone() };
        Ruling::Certificate(Certificate { recipient, ..given.clone() })
    }));
    Ok(rulings)
}

/// Of a device that was cut off, or lost some roles, before what these rulings open was known: what keeps it to that there, too.
/// What was written there so far is approved, what comes next is not.
fn no_further(standing: &Standing, device: &DeviceId, rulings: &[Ruling]) -> Vec<Ruling> {
    let approved = rulings.iter().filter_map(|ruling| match ruling {
        Ruling::Branch { first, approve: true } => Some(Matter::Branch(*first)),
        Ruling::Lost { missing, approve: true } => Some(Matter::Lost(*missing)),
        _ => None,
    });
    let opened = standing.opened_by(device, &approved.collect::<Vec<_>>());
    let holding = standing.certificates_of(device);
    let kept = opened.into_iter().filter_map(|(end, roles)| {
        let like = holding.iter().find(|(_, it)| it.roles == roles).or_else(|| holding.first())?.1;
        Some(Ruling::Certificate(Certificate { after: Some(end), roles, ..like.clone() }))
    });
    kept.collect()
}

/// What an organiser would have to decide so that all that waits of a device, or of one branch of it, counts, or never does.
fn waiting(standing: &Standing, device: &DeviceId, branch: Option<Digest>, approve: bool) -> Vec<Ruling> {
    let own = |commit: &Digest| standing.commit(commit).is_some_and(|commit| commit.device == *device);
    let open = |first: &Digest, decided: Option<bool>| match branch {
        Some(branch) => branch == *first && decided != Some(approve),
        None => decided.is_none(),
    };
    let branches = standing.branches().into_iter().filter(|(first, decided)| own(first) && open(first, *decided));
    let mut rulings: Vec<Ruling> = branches.map(|(first, _)| Ruling::Branch { first, approve }).collect();
    if branch.is_some() && !approve {
        // A refused branch takes all on it along; what is said of each commit would outlive a change of mind.
        return rulings;
    }
    let mut commits: Vec<(u64, Digest)> = standing
        .headers()
        .filter(|(hash, commit)| commit.device == *device && matches!(standing.status(hash), Some(Status::Waits(_))))
        .filter(|(hash, _)| !matches!(standing.status(hash), Some(Status::Waits(Wait::Fork | Wait::Gap))))
        .filter(|(hash, _)| branch.is_none() || standing.branch_of(hash) == branch)
        .map(|(hash, commit)| (commit.seq, *hash))
        .collect();
    commits.sort_unstable();
    rulings.extend(commits.into_iter().map(|(_, hash)| Ruling::Commit { hash, approve }));
    rulings
}

#[cfg(test)]
mod tests {
    use anteroom_handover::Code;
    use anteroom_model::field;
    use anteroom_model::value::Fields;

    use super::super::stranger::Stranger;
    use super::*;
    use crate::action::Founding;
    use crate::exchange::{HandOver, Names, Since};
    use crate::progress::Silent;
    use crate::secret::{Passphrase, Unlock};

    async fn records(store: &Store, text: &str) {
        let fields = Fields::from([(field::TEXT, text.into())]);
        let edits = vec![Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }];
        let action = Action { deed: Deed::RECORD, time: 2, author: store.person(), undoes: None, edits };
        store.commit(action).await.unwrap();
    }

    async fn takes_in(into: &Store, from: &Store, file: &std::path::Path) {
        let what = HandOver { to: vec![], since: Since::Whole, names: Names::LeftOut, name: "Table 7".into(), at: 3 };
        from.hand_over(file, what, &Silent).await.unwrap();
        into.merge(file, 3, &Silent).await.unwrap();
    }

    #[tokio::test]
    async fn what_follows_entries_that_nobody_has_counts_once_they_are_given_up() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        let typed = Passphrase::new("x".into());
        let founding = Founding { time: 1, edits: Vec::new() };
        let (ana, _) = Store::create(&at("ana.anteroom"), &at("home"), &typed, founding).await.unwrap();
        let code = Code::random().unwrap();
        ana.pack(&at("x.pack"), &code, "Ana", false, 1, &Silent).await.unwrap();
        let begun =
            Store::start(&at("x.pack"), &code, &at("7.anteroom"), &at("other"), &typed, false, 1, &Silent).await;
        let (seven, _) = begun.unwrap();
        records(&seven, "before").await;
        takes_in(&ana, &seven, &at("first")).await;
        let stranger = ana.strangers().await.unwrap().remove(0);
        let (device, person) = (stranger.device, stranger.person);
        let admitted = Admitted { device, roles: Roles::FACILITATOR, person, recipient: Some(stranger.recipient) };
        ana.admit(admitted, Vec::new(), ana.person(), 3).await.unwrap();
        records(&seven, "lost").await;
        records(&seven, "after").await;
        // The disk of the table loses one entry, and no other laptop has it.
        let lost = "DELETE FROM commits WHERE row = (SELECT max(row) - 1 FROM commits)";
        sqlx::query(lost).execute(&mut *seven.writing().await.unwrap().connection).await.unwrap();
        seven.close().await.unwrap();
        let seven = Store::open(&at("7.anteroom"), &at("other"), &Unlock::Passphrase(typed)).await.unwrap();
        takes_in(&ana, &seven, &at("second")).await;
        let count = async || ana.find(&crate::Query::default(), 0, 0).await.unwrap().total;
        let gaps = async || ana.counted().await.unwrap().into_iter().find(|it| it.device == device).unwrap().gaps;
        assert_eq!((count().await, gaps().await), (1, 1), "what follows waits");
        assert_eq!(ana.give_up(device, ana.person(), 4).await.unwrap(), 1);
        assert_eq!(count().await, 2);
        assert_eq!(ana.give_up(device, ana.person(), 5).await.unwrap(), 0, "there is nothing left to give up");
        assert!(ana.verify(&Silent).await.unwrap().ok);
    }

    #[tokio::test]
    async fn files_for_whoever_stays_are_not_sealed_to_a_key_that_a_thief_named() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        let typed = Passphrase::new("x".into());
        let founding = Founding { time: 1, edits: Vec::new() };
        let (ana, _) = Store::create(&at("ana.anteroom"), &at("home"), &typed, founding).await.unwrap();
        let code = Code::random().unwrap();
        ana.pack(&at("x.pack"), &code, "Ana", false, 1, &Silent).await.unwrap();
        let begins = async |pack: &str, name: &str| {
            let (file, home) = (at(&format!("{name}.anteroom")), at(&format!("home of {name}")));
            Store::start(&at(pack), &code, &file, &home, &typed, false, 1, &Silent).await.unwrap().0
        };
        let admits = async |who: &Store, roles: Roles, recipient: Option<String>| {
            let Stranger { device, person, recipient: said, .. } = who.strangers().await.unwrap().remove(0);
            let admitted = Admitted { device, roles, person, recipient: recipient.or(Some(said)) };
            who.admit(admitted, Vec::new(), who.person(), 3).await.unwrap();
            device
        };
        let bea = begins("x.pack", "bea").await;
        records(&bea, "said by Bea").await;
        takes_in(&ana, &bea, &at("first")).await;
        let thief = admits(&ana, Roles::ORGANISER, None).await;
        takes_in(&bea, &ana, &at("second")).await;
        bea.pack(&at("y.pack"), &code, "Bea", false, 3, &Silent).await.unwrap();
        let seven = begins("y.pack", "7").await;
        records(&seven, "said at the table").await;
        takes_in(&bea, &seven, &at("third")).await;
        let thiefs = anteroom_handover::Identity::random().recipient();
        let device = admits(&bea, Roles::FACILITATOR, Some(thiefs.clone())).await;
        takes_in(&ana, &bea, &at("fourth")).await;
        let known = async || ana.known().await.unwrap().into_iter().find(|it| it.device == device).unwrap();
        assert_eq!(known().await.recipient, Some(thiefs));
        let cut_off = CutOff { since: Some(0), refuses_all: true, keeps: vec![device] };
        ana.suspend(thief, &cut_off, None, ana.person(), 4).await.unwrap();
        let kept = known().await;
        assert_eq!((kept.roles, kept.recipient), (Roles::FACILITATOR, None), "nobody else has said to what");
        takes_in(&ana, &seven, &at("fifth")).await;
        assert!(known().await.recipient.is_some(), "the laptop says it itself with its next file");
    }
}
