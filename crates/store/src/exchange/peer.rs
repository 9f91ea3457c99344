//! What is known of other devices: who they are by the decisions that count, and what came from them last.

use std::collections::BTreeMap;

use anteroom_handover::Head;
use anteroom_journal::commit::Commit;
use anteroom_journal::decision::Roles;
use anteroom_journal::standing::{Standing, Status, Wait};
use anteroom_journal::vector::Vector;
use anteroom_model::ids::{DeviceId, Digest, PersonId, RecordId};
use sqlx::SqliteConnection;

use crate::error::StoreError;
use crate::store::Store;

/// A device that takes part.
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub device: DeviceId,
    /// To whom it belongs; of one that nobody has confirmed, or that fell with who let it in, whose it was said to be.
    pub person: Option<PersonId>,
    /// In which roles it goes on. None: suspended, or not confirmed yet.
    pub roles: Roles,
    pub is_founder: bool,
    /// Whether it is an organiser's and stands before this computer: what it decides goes on counting whatever this one says.
    pub stands_before: bool,
    /// Whether it is this computer.
    pub is_own: bool,
    /// Whether an organiser, the founding or the recovery sheet has ever let it in.
    pub is_confirmed: bool,
    /// Its commits that are here, and how many of them wait.
    pub commits: u64,
    pub waiting: u64,
    /// The contributions among what it made.
    pub contributions: u64,
    /// When it last did something, by its clock, of what is here. Milliseconds since 1970, UTC.
    pub newest: Option<i64>,
    /// When its last file came, by the clock here.
    pub came_at: Option<i64>,
    /// By what name it went in its last file.
    pub name: String,
    /// What files for it are sealed to.
    pub recipient: Option<String>,
    /// Where it has forked, because two laptops have signed with its key: what each of them wrote since.
    pub branches: Vec<Branch>,
    /// How often something of it waits for what nobody has brought yet.
    pub gaps: u64,
}

/// What was written on one branch of a series that has forked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Its first commit, by which it is named.
    pub first: Digest,
    /// What an organiser decided; `None`: nobody has yet.
    pub decided: Option<bool>,
    /// The commits on it that are here, and the contributions among what they made.
    pub commits: u64,
    pub contributions: u64,
    /// When the first and the newest of them were made, by the clock there. Milliseconds since 1970, UTC.
    pub begun: i64,
    pub newest: i64,
}

impl Branch {
    fn of(first: Digest, decided: Option<bool>) -> Self {
        Self { first, decided, commits: 0, contributions: 0, begun: i64::MAX, newest: i64::MIN }
    }

    fn count(&mut self, commit: &Commit) {
        self.commits += 1;
        self.contributions += crate::journal::made_contributions(commit);
        self.begun = self.begun.min(commit.time);
        self.newest = self.newest.max(commit.time);
    }
}

/// What came with the newest file of a device.
#[derive(Clone, Debug)]
pub(crate) struct Peer {
    pub(crate) came_at: i64,
    pub(crate) vector: Vector,
    pub(crate) lacking: Vec<(RecordId, Digest)>,
    pub(crate) recipient: String,
    pub(crate) name: String,
    pub(crate) person: PersonId,
}

type Row = (Vec<u8>, i64, Vec<u8>, Vec<u8>, String, String, Vec<u8>);

/// # Errors
/// `ContentsDamaged`, or what the disk refuses.
pub(crate) async fn peers(connection: &mut SqliteConnection) -> Result<BTreeMap<DeviceId, Peer>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as("SELECT device, came_at, vector, lacking, recipient, name, person FROM peer")
        .fetch_all(connection)
        .await?;
    let damaged = |_| StoreError::ContentsDamaged;
    let read = rows.into_iter().map(|(device, came_at, vector, lacking, recipient, name, person)| {
        let peer = Peer {
            came_at,
            vector: Vector::decode(&vector).map_err(|_| StoreError::ContentsDamaged)?,
            lacking: lacking
                .chunks_exact(48)
                .map(|it| Ok((RecordId::try_from(&it[..16])?, Digest::try_from(&it[16..])?)))
                .collect::<Result<_, _>>()
                .map_err(damaged)?,
            recipient,
            name,
            person: PersonId::try_from(person.as_slice()).map_err(damaged)?,
        };
        Ok((DeviceId::try_from(device.as_slice()).map_err(damaged)?, peer))
    });
    read.collect()
}

/// Notes what a file says of its sender, unless a newer one has come already.
///
/// # Errors
/// What the disk refuses.
pub(crate) async fn note(connection: &mut SqliteConnection, head: &Head, came_at: i64) -> Result<(), StoreError> {
    let lacking: Vec<u8> = head
        .lacks_words
        .iter()
        .flat_map(|(record, digest)| [record.0.as_slice(), digest.0.as_slice()].concat())
        .collect();
    sqlx::query(
        "INSERT INTO peer (device, number, made_at, came_at, vector, lacking, recipient, name, person, server_seen)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (device) DO UPDATE SET number = excluded.number, made_at = excluded.made_at,
             came_at = excluded.came_at, vector = excluded.vector, lacking = excluded.lacking,
             recipient = excluded.recipient, name = excluded.name, person = excluded.person,
             server_seen = excluded.server_seen
         WHERE excluded.number >= peer.number",
    )
    .bind(head.sender.0.as_slice())
    .bind(i64::try_from(head.number).unwrap_or(i64::MAX))
    .bind(head.made_at)
    .bind(came_at)
    .bind(head.vector.encode())
    .bind(lacking)
    .bind(&head.recipient)
    .bind(&head.name)
    .bind(head.person.0.as_slice())
    .bind(&head.server_seen)
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes that the newest file of a device has come once more.
///
/// # Errors
/// What the disk refuses.
pub(super) async fn came_again(
    connection: &mut SqliteConnection,
    device: &DeviceId,
    made_at: i64,
    came_at: i64,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE peer SET came_at = ? WHERE device = ? AND made_at = ?")
        .bind(came_at)
        .bind(device.0.as_slice())
        .bind(made_at)
        .execute(connection)
        .await?;
    Ok(())
}

impl Store {
    /// All devices that take part or did, with what they made counted: it goes through all commits.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn counted(&self) -> Result<Vec<Known>, StoreError> {
        let mut known = self.known().await?;
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        count(&journal.standing, &mut known);
        Ok(known)
    }

    /// Whether whoever had these ends of series had heard of all who were let in and cut off, as far as that is known here.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn knows_members(&self, ends: &[Digest]) -> Result<bool, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        Ok(journal.standing.knows_members(ends))
    }

    /// All devices that take part or did, with what is known of them here. What they made is not counted.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn known(&self) -> Result<Vec<Known>, StoreError> {
        let mut writing = self.writing().await?;
        let own = writing.device.id();
        let (connection, journal) = writing.both().await?;
        let peers = peers(connection).await?;
        let mut known = of_standing(&journal.standing, own);
        known.entry(own).or_insert_with(|| nobody_yet(own)).is_own = true;
        for (device, peer) in peers {
            let Some(known) = known.get_mut(&device) else { continue };
            known.came_at = Some(peer.came_at);
            known.name = peer.name;
            known.person = known.person.or(Some(peer.person));
            known.recipient = known.recipient.take().or(Some(peer.recipient));
        }
        if let Some(own) = known.get_mut(&own) {
            own.person = own.person.or(Some(self.person()));
        }
        Ok(known.into_values().collect())
    }
}

fn nobody_yet(device: DeviceId) -> Known {
    Known {
        device,
        person: None,
        roles: Roles::NONE,
        is_founder: false,
        stands_before: false,
        is_own: false,
        is_confirmed: false,
        commits: 0,
        waiting: 0,
        contributions: 0,
        newest: None,
        came_at: None,
        name: String::new(),
        recipient: None,
        branches: Vec::new(),
        gaps: 0,
    }
}

fn of_standing(standing: &Standing, own: DeviceId) -> BTreeMap<DeviceId, Known> {
    standing
        .devices()
        .into_iter()
        .filter(|device| *device != standing.root())
        .map(|device| {
            let recipient = standing.certificates_of(&device).into_iter().find_map(|(_, it)| it.recipient.clone());
            let person = standing.person(&device);
            let one = Known {
                person: person.or_else(|| standing.person_once(&device)),
                roles: standing.present_roles(&device),
                is_founder: device == standing.founder(),
                stands_before: standing.stands_before(&device, &own),
                is_own: device == own,
                is_confirmed: person.is_some(),
                recipient,
                ..nobody_yet(device)
            };
            (device, one)
        })
        .collect()
}

fn count(standing: &Standing, known: &mut [Known]) {
    let places: BTreeMap<DeviceId, usize> = known.iter().enumerate().map(|(at, it)| (it.device, at)).collect();
    let mut branches: BTreeMap<Digest, Branch> =
        standing.branches().into_iter().map(|(first, decided)| (first, Branch::of(first, decided))).collect();
    for (hash, commit) in standing.headers() {
        if !branches.is_empty()
            && let Some(branch) = standing.branch_of(hash).and_then(|first| branches.get_mut(&first))
        {
            branch.count(commit);
        }
        let Some(known) = places.get(&commit.device).map(|at| &mut known[*at]) else { continue };
        known.commits += 1;
        known.waiting += u64::from(matches!(standing.status(hash), Some(Status::Waits(_))));
        known.contributions += crate::journal::made_contributions(commit);
        known.newest = known.newest.max(Some(commit.time));
    }
    for (first, _) in standing.behind_gaps() {
        let device = standing.commit(&first).map(|commit| commit.device);
        let waits = standing.status(&first) == Some(Status::Waits(Wait::Gap));
        if let Some(at) = device.and_then(|device| places.get(&device)).filter(|_| waits) {
            known[*at].gaps += 1;
        }
    }
    for (first, branch) in branches {
        let device = standing.commit(&first).map(|commit| commit.device);
        if let Some(at) = device.and_then(|device| places.get(&device)) {
            known[*at].branches.push(branch);
        }
    }
    for known in known {
        known.branches.sort_by_key(|branch| (branch.begun, branch.first));
    }
}
