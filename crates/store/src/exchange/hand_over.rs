//! Writes what other laptops lack into a file that is sealed to them.

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anteroom_handover::{Code, HandoverError, Head, Piece, Sealed, Writer};
use anteroom_journal::decision::{Certificate, Roles, Ruling};
use anteroom_journal::deed::Deed;
use anteroom_journal::standing::Standing;
use anteroom_journal::vector::Vector;
use anteroom_model::ids::{DeviceId, Digest, RecordId};
use ed25519_dalek::SigningKey;
use sqlx::{Connection as _, QueryBuilder, Sqlite, SqliteConnection};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::selection::{Row, Selection, is_structure};
use super::{identity, lacking, peer, server};
use crate::action::Action;
use crate::commit::commit_deciding;
use crate::draft::Settling;
use crate::error::StoreError;
use crate::folder::{parent, sync_folder};
use crate::progress::{Progress, Silent};
use crate::revision;
use crate::store::{Store, Writing};

/// How much of it goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// What the others did not have when their last file was made.
    LastExchange,
    Whole,
}

/// Whether names and contacts go along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    LeftOut,
    Along,
}

/// What is to be handed over.
#[derive(Clone, Debug)]
pub struct HandOver {
    /// For whom; empty: for everybody who can be sealed to.
    pub to: Vec<DeviceId>,
    pub since: Since,
    pub names: Names,
    /// By what name this computer goes.
    pub name: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
}

/// What was handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedOver {
    pub to: Vec<DeviceId>,
    pub commits: u64,
    /// Contributions that stand in these commits.
    pub contributions: u64,
    /// Bytes of the file.
    pub size: u64,
}

/// How many commits are read at a time, and how many that are asked for by name.
const AT_ONCE: i64 = 200;

/// How many missing words are asked for in one file.
const MOST_ASKED: i64 = 10_000;

impl Store {
    /// Writes a hand-over file to `file`, in the place of what stood there: whole, or not at all.
    ///
    /// # Errors
    /// `UnknownMember`, `NobodyToSealTo`, `Suspended`, `DiskFull`, …
    pub async fn hand_over(
        &self,
        file: &Path,
        what: HandOver,
        progress: &dyn Progress,
    ) -> Result<HandedOver, StoreError> {
        let known = self.known().await?;
        let can = |device: &&super::Known| !device.is_own && device.recipient.is_some() && device.is_confirmed;
        let to: Vec<_> = if what.to.is_empty() {
            known.iter().filter(can).filter(|it| !it.roles.is_none()).collect()
        } else {
            let found = what.to.iter().map(|device| known.iter().filter(can).find(|it| it.device == *device));
            found.collect::<Option<_>>().ok_or(StoreError::UnknownMember)?
        };
        let recipients: BTreeSet<String> = to.iter().filter_map(|it| it.recipient.clone()).collect();
        let recipients: Vec<String> = recipients.into_iter().collect();
        if recipients.is_empty() {
            return Err(StoreError::NobodyToSealTo);
        }
        let devices: Vec<DeviceId> = to.iter().map(|it| it.device).collect();
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        // Who left may be told so in a file; what was stolen is given nothing, even where it is named.
        if devices.iter().any(|device| is_stolen(&journal.standing, device)) {
            return Err(StoreError::UnknownMember);
        }
        announce(&mut writing, what.at).await?;
        let head = head(&mut writing, &what.name, what.at, recipients.clone()).await?;
        let peers = peer::peers(&mut writing.connection).await?;
        let key = writing.device.key.clone();
        let (connection, journal) = writing.both().await?;
        // Of two laptops with one key nobody knows which will read it, and what the other had says nothing of this one.
        let two = open_forks(&journal.standing);
        let of_peers: Option<Vec<_>> =
            devices.iter().map(|device| peers.get(device).filter(|_| !two.contains(device))).collect();
        let of_peers = of_peers.filter(|_| what.since == Since::LastExchange);
        let choice = match of_peers {
            Some(of_peers) => {
                let vectors: Vec<&Vector> = of_peers.iter().map(|peer| &peer.vector).collect();
                let asked = of_peers.iter().flat_map(|peer| &peer.lacking).map(|(record, _)| *record).collect();
                Choice::since(&journal.standing, &vectors, asked)
            }
            None => Choice::Whole,
        };
        let selection = Selection::new(what.names == Names::Along, false);
        let going = Going::begin(connection, &journal.standing, choice, selection, &head).await?;
        drop(writing);
        let sealing = Sealing::begin(file, To::These(recipients), head, key);
        let mut handed = self.write(going, sealing, progress).await?;
        handed.to = devices;
        Ok(handed)
    }

    /// Writes an event pack: what a table needs to begin, and nothing that anybody said. `helps`: whether it declares that
    /// organisers can help where a passphrase is forgotten.
    ///
    /// # Errors
    /// `NotAllowed` for who is no organiser, or what the disk refuses.
    pub async fn pack(
        &self,
        file: &Path,
        code: &Code,
        name: &str,
        helps: bool,
        at: i64,
        progress: &dyn Progress,
    ) -> Result<HandedOver, StoreError> {
        let mut writing = self.writing().await?;
        if !own_roles(&mut writing).await?.has_any(Roles::ORGANISER) {
            return Err(StoreError::NotAllowed);
        }
        announce(&mut writing, at).await?;
        // Whoever has no login yet has nothing to compare it with.
        let head = Head { helps, server_seen: Vec::new(), ..head(&mut writing, name, at, Vec::new()).await? };
        let key = writing.device.key.clone();
        let (connection, journal) = writing.both().await?;
        let choice = Choice::Some { commits: structural(&journal.standing), asked: BTreeSet::new() };
        let selection = Selection::new(false, true);
        let going = Going::begin(connection, &journal.standing, choice, selection, &head).await?;
        drop(writing);
        let sealing = Sealing::begin(file, To::WhoeverKnows(code.clone()), head, key);
        self.write(going, sealing, progress).await
    }

    /// Reads what goes along, a piece at a time, while others record: nobody waits for it longer than for one piece. Commits
    /// and words are only ever added to, so what stood there when it began is still the same; what is erased meanwhile
    /// stays here.
    async fn write(
        &self,
        mut going: Going,
        mut sealing: Sealing,
        progress: &dyn Progress,
    ) -> Result<HandedOver, StoreError> {
        let mut done = 0;
        let mut told = |count: usize| {
            done += count as u64;
            // How much there is, is known at the end alone.
            progress.step(done, 0);
            if progress.is_cancelled() { Err(StoreError::Cancelled) } else { Ok(()) }
        };
        told(0)?;
        match std::mem::replace(&mut going.choice, Choice::Whole) {
            Choice::Whole => {
                let mut after = 0;
                loop {
                    let rows = going.commits_after(&mut *self.reader().await?, after).await?;
                    let Some((last, ..)) = rows.last() else { break };
                    after = *last;
                    told(rows.len())?;
                    sealing
                        .put(rows.into_iter().map(|(_, bytes, signature)| signed(bytes, &signature)).collect())
                        .await?;
                }
                let mut after = 0;
                loop {
                    let rows = going.selection.next(&mut *self.reader().await?, after).await?;
                    let Some((last, ..)) = rows.last() else { break };
                    after = *last;
                    told(rows.len())?;
                    sealing.put(self.may_leave(&mut going, rows).await?).await?;
                }
            }
            Choice::Some { commits, asked } => {
                let mut records = asked;
                for some in commits.chunks(AT_ONCE as usize) {
                    let found = commits_of(&mut *self.reader().await?, some).await?;
                    told(some.len())?;
                    sealing.put(found).await?;
                    let mut writing = self.writing().await?;
                    let (_, journal) = writing.both().await?;
                    for revision in
                        some.iter().filter_map(|hash| journal.standing.commit(hash)).flat_map(|it| &it.revisions)
                    {
                        records.extend(journal.standing.twins(revision.record));
                    }
                }
                for some in self.rows_with_parts(records).await?.chunks(AT_ONCE as usize) {
                    told(some.len())?;
                    let rows = going.selection.at(&mut *self.reader().await?, some).await?;
                    sealing.put(self.may_leave(&mut going, rows).await?).await?;
                }
            }
        }
        for record in going.selection.attachments() {
            // At once: half a file would be refused.
            let mut reader = self.reader().await?;
            let mut reading = reader.begin().await?;
            let mut place = 0_u32;
            while let Some((bytes,)) =
                sqlx::query_as::<_, (Vec<u8>,)>("SELECT bytes FROM attachment WHERE record = ? AND place = ?")
                    .bind(record.0.as_slice())
                    .bind(i64::from(place))
                    .fetch_optional(&mut *reading)
                    .await?
            {
                sealing.put(vec![Piece::Attached { record: *record, place, bytes }]).await?;
                place += 1;
            }
            reading.rollback().await?;
            told(1)?;
        }
        let size = sealing.finish().await?;
        let Going { commits, contributions, .. } = going;
        Ok(HandedOver { to: Vec::new(), commits, contributions, size })
    }

    /// Those of these words that may leave, by what counts at this moment.
    async fn may_leave(&self, going: &mut Going, rows: Vec<Row>) -> Result<Vec<Piece>, StoreError> {
        let mut writing = self.writing().await?;
        let (connection, journal) = writing.both().await?;
        let words = going.selection.chosen(connection, &journal.standing, rows).await?;
        Ok(words.into_iter().map(|(record, bytes)| Piece::Contents { record, bytes }).collect())
    }

    /// Where the words of these records stand, and of their parts: a part of what is now known may be known for longer.
    async fn rows_with_parts(&self, mut records: BTreeSet<RecordId>) -> Result<Vec<i64>, StoreError> {
        let mut writing = self.writing().await?;
        let (_, journal) = writing.both().await?;
        let parts: Vec<RecordId> = records.iter().flat_map(|record| journal.standing.parts(*record)).collect();
        records.extend(parts);
        Ok(revision::rows(&journal.standing, &records.into_iter().collect::<Vec<_>>()))
    }
}

impl Store {
    /// The roles in which this computer goes on.
    ///
    /// # Errors
    /// What the disk refuses.
    pub async fn own_roles(&self) -> Result<Roles, StoreError> {
        own_roles(&mut *self.writing().await?).await
    }
}

/// The roles in which this computer goes on.
pub(crate) async fn own_roles(writing: &mut Writing) -> Result<Roles, StoreError> {
    let own = writing.device.id();
    let (_, journal) = writing.both().await?;
    Ok(journal.standing.roles_of(&own, journal.tip.as_ref()))
}

/// Whether a device was cut off as one that is in wrong hands.
fn is_stolen(standing: &Standing, device: &DeviceId) -> bool {
    standing.certificates_of(device).iter().any(|(_, it)| it.roles.is_none() && it.refuses_all)
}

/// The devices whose series has forked, where nobody has decided yet on what was written since.
fn open_forks(standing: &Standing) -> BTreeSet<DeviceId> {
    let open = standing.branches().into_iter().filter(|(_, decided)| decided.is_none());
    open.filter_map(|(first, _)| standing.commit(&first).map(|commit| commit.device)).collect()
}

/// An organiser's files can be sealed to her only if a certificate says to what: where none does, she says it herself.
pub(super) async fn announce(writing: &mut Writing, at: i64) -> Result<(), StoreError> {
    let roles = own_roles(writing).await?;
    if !roles.has_any(Roles::ORGANISER) {
        return Ok(());
    }
    let own = writing.device.id();
    let recipient = identity::recipient(&mut writing.connection).await?;
    let person = writing.device.person;
    let (_, journal) = writing.both().await?;
    let said = journal.standing.certificates_of(&own);
    if said.iter().any(|(_, certificate)| certificate.recipient.as_ref() == Some(&recipient)) {
        return Ok(());
    }
    let after = said.iter().find_map(|(_, certificate)| certificate.after);
    let certificate = Certificate { device: own, after, roles, person, refuses_all: false, recipient: Some(recipient) };
    let action = Action { deed: Deed::MEMBERS, time: at, author: person, undoes: None, edits: Vec::new() };
    let settle = Box::new(|_: &[RecordId]| Settling::default());
    commit_deciding(writing, action, vec![Ruling::Certificate(certificate)], settle, &Silent).await?;
    Ok(())
}

async fn head(writing: &mut Writing, name: &str, at: i64, recipients: Vec<String>) -> Result<Head, StoreError> {
    let recipient = identity::recipient(&mut writing.connection).await?;
    let (consultation, device, person) = (writing.consultation, writing.device.id(), writing.device.person);
    let (connection, journal) = writing.both().await?;
    let (number,): (i64,) =
        sqlx::query_as("SELECT coalesce(max(number), 0) + 1 FROM handed_over").fetch_one(&mut *connection).await?;
    let lacks_words = lacking::read(connection, MOST_ASKED).await?;
    let server_seen = server::seen(connection).await?;
    Ok(Head {
        consultation,
        sender: device,
        recipients,
        vector: journal.standing.vector(),
        number: number.unsigned_abs(),
        made_at: at,
        recipient,
        name: name.to_owned(),
        person,
        lacks_words,
        helps: false,
        server_seen,
    })
}

async fn note(connection: &mut SqliteConnection, head: &Head) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO handed_over (number, made_at) VALUES (?, ?)")
        .bind(i64::try_from(head.number).unwrap_or(i64::MAX))
        .bind(head.made_at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Which commits go along.
enum Choice {
    Whole,
    Some {
        commits: Vec<Digest>,
        /// Records whose words somebody lacks.
        asked: BTreeSet<RecordId>,
    },
}

impl Choice {
    /// What any of those with these vectors lacks.
    fn since(standing: &Standing, vectors: &[&Vector], asked: BTreeSet<RecordId>) -> Self {
        let mut known = BTreeSet::new();
        let mut commits = Vec::new();
        for vector in vectors {
            commits.extend(standing.lacking_for(vector).into_iter().filter(|hash| known.insert(*hash)));
        }
        Self::Some { commits, asked }
    }
}

/// The series of organisers and of the recovery sheet, each up to the last commit that decided something or said how the
/// consultation is laid out.
fn structural(standing: &Standing) -> Vec<Digest> {
    let mut needed: Vec<(DeviceId, u64)> = Vec::new();
    for (hash, commit) in standing.headers() {
        let lays_out = commit.revisions.iter().any(|revision| is_structure(revision.kind));
        let counts = standing.status(hash) == Some(anteroom_journal::standing::Status::Counts);
        if counts && (lays_out || !commit.decisions.is_empty()) {
            needed.push((commit.device, commit.seq));
        }
    }
    let is_needed = |device: &DeviceId, seq: u64| needed.iter().any(|(of, last)| of == device && seq <= *last);
    let mut commits: Vec<_> = standing.headers().filter(|(_, commit)| is_needed(&commit.device, commit.seq)).collect();
    commits.sort_unstable_by_key(|(hash, commit)| (!commit.is_founding(), commit.device, commit.seq, **hash));
    commits.into_iter().map(|(hash, _)| *hash).collect()
}

/// What goes along, decided in one moment.
struct Going {
    choice: Choice,
    selection: Selection,
    /// The last commit that stood there then.
    last: i64,
    commits: u64,
    contributions: u64,
}

impl Going {
    async fn begin(
        connection: &mut SqliteConnection,
        standing: &Standing,
        choice: Choice,
        mut selection: Selection,
        head: &Head,
    ) -> Result<Self, StoreError> {
        let (last, last_words): (i64, i64) = sqlx::query_as(
            "SELECT (SELECT coalesce(max(row), 0) FROM commits), (SELECT coalesce(max(row), 0) FROM revision)",
        )
        .fetch_one(&mut *connection)
        .await?;
        selection.last = last_words;
        let made = |hash: &Digest| standing.commit(hash).map_or(0, crate::journal::made_contributions);
        let (commits, contributions) = match &choice {
            Choice::Whole => {
                let made = standing.headers().map(|(_, commit)| crate::journal::made_contributions(commit));
                (standing.headers().count(), made.sum())
            }
            Choice::Some { commits, .. } => (commits.len(), commits.iter().map(made).sum()),
        };
        note(connection, head).await?;
        Ok(Self { choice, selection, last, commits: commits as u64, contributions })
    }

    async fn commits_after(
        &self,
        connection: &mut SqliteConnection,
        after: i64,
    ) -> Result<Vec<(i64, Vec<u8>, Vec<u8>)>, StoreError> {
        let select = "SELECT row, bytes, signature FROM commits WHERE row > ? AND row <= ? ORDER BY row LIMIT ?";
        Ok(sqlx::query_as(select).bind(after).bind(self.last).bind(AT_ONCE).fetch_all(connection).await?)
    }
}

/// Commits, in the order in which they are named.
async fn commits_of(connection: &mut SqliteConnection, hashes: &[Digest]) -> Result<Vec<Piece>, StoreError> {
    let mut select = QueryBuilder::<Sqlite>::new("SELECT hash, bytes, signature FROM commits WHERE hash IN (");
    let mut names = select.separated(", ");
    for hash in hashes {
        names.push_bind(hash.0.as_slice());
    }
    select.push(")");
    let rows: Vec<(Vec<u8>, Vec<u8>, Vec<u8>)> =
        select.build_query_as().persistent(hashes.len() == AT_ONCE as usize).fetch_all(connection).await?;
    let mut found: HashMap<Vec<u8>, Piece> =
        rows.into_iter().map(|(hash, bytes, signature)| (hash, signed(bytes, &signature))).collect();
    let in_order = hashes.iter().map(|hash| found.remove(hash.0.as_slice()).ok_or(StoreError::ContentsDamaged));
    in_order.collect()
}

fn signed(bytes: Vec<u8>, signature: &[u8]) -> Piece {
    // What is stored was signed with 64 bytes; any other signature would be refused wherever it comes.
    Piece::Commit { signature: signature.try_into().unwrap_or([0; 64]), bytes }
}

enum To {
    These(Vec<String>),
    WhoeverKnows(Code),
}

/// Seals on a thread of its own what is read meanwhile. What is not finished leaves nothing.
struct Sealing {
    into: Sender<Vec<Piece>>,
    done: tokio::task::JoinHandle<Result<u64, HandoverError>>,
}

impl Sealing {
    fn begin(file: &Path, to: To, head: Head, key: SigningKey) -> Self {
        let (into, mut pieces) = channel(4);
        let part = Part::of(file);
        let done = tokio::task::spawn_blocking(move || seal(&part, &to, &head, key, &mut pieces));
        Self { into, done }
    }

    async fn put(&mut self, pieces: Vec<Piece>) -> Result<(), StoreError> {
        // Nothing of them may leave; an empty one would say that nothing more comes.
        if pieces.is_empty() {
            return Ok(());
        }
        if self.into.send(pieces).await.is_ok() {
            return Ok(());
        }
        // The other end is gone, and says why.
        match (&mut self.done).await {
            Ok(Err(error)) => Err(error.into()),
            _ => Err(StoreError::Cancelled),
        }
    }

    async fn finish(self) -> Result<u64, StoreError> {
        // An empty one says that nothing more comes: where the sender only goes away, nothing is left.
        self.into.send(Vec::new()).await.ok();
        drop(self.into);
        Ok(self.done.await.map_err(|_| StoreError::Cancelled)??)
    }
}

fn seal(
    part: &Part,
    to: &To,
    head: &Head,
    key: SigningKey,
    pieces: &mut Receiver<Vec<Piece>>,
) -> Result<u64, HandoverError> {
    let sealed = match to {
        To::These(recipients) => Sealed::To(recipients),
        To::WhoeverKnows(code) => Sealed::Under(code),
    };
    let mut writer = Writer::begin(BufWriter::with_capacity(1 << 20, part.open()?), &sealed, head, key)?;
    while let Some(some) = pieces.blocking_recv() {
        if some.is_empty() {
            let file = writer.finish()?.into_inner().map_err(|error| HandoverError::from(error.into_error()))?;
            return part.becomes_whole(&file);
        }
        for piece in &some {
            writer.put(piece)?;
        }
    }
    Err(HandoverError::Torn)
}

/// The file under another name, until it is whole; it goes where it is not.
struct Part {
    part: PathBuf,
    whole: PathBuf,
}

impl Part {
    fn of(file: &Path) -> Self {
        let mut name = file.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        Self { part: file.with_file_name(name), whole: file.to_owned() }
    }

    fn open(&self) -> Result<File, HandoverError> {
        Ok(File::create(&self.part)?)
    }

    fn becomes_whole(&self, file: &File) -> Result<u64, HandoverError> {
        file.sync_all()?;
        let size = file.metadata()?.len();
        fs::rename(&self.part, &self.whole)?;
        sync_folder(parent(&self.whole))?;
        Ok(size)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Renamed by now, unless something went wrong.
        fs::remove_file(&self.part).ok();
    }
}
