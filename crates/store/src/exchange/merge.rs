//! Takes in what another laptop handed over: everything is checked, and all of it is taken in, or nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anteroom_handover::{Head, Identity, Key};
use anteroom_journal::check::{Refusal, SignedCommit, check_contents, sets_what_it_names};
use anteroom_journal::commit::Commit;
use anteroom_journal::contents;
use anteroom_journal::decision::{Decision, Ruling};
use anteroom_journal::proof::Claim;
use anteroom_journal::standing::{Changes, Fate, Header, Status, Wait};
use anteroom_model::field;
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, RecordId};
use sqlx::SqliteConnection;
use tokio::task::JoinHandle;

use super::ahead::{Ahead, Beginning, Parts, damaged, next};
use super::attached::Attached;
use super::clocks::{Clocks, FIVE_MINUTES};
use super::lacking;
use super::parts::{self, Part, Unproved, Words};
use super::proofs::Proofs;
use super::report::{self, Merged, RefusedPart, Waits};
use super::stranger::{self, Waiting};
use super::{anew, identity, peer};
use crate::busy::on_a_thread;
use crate::database;
use crate::derive::each_contents;
use crate::draft::Forgetting;
use crate::error::StoreError;
use crate::fill::{self, Statements};
use crate::journal::Journal;
use crate::progress::{Counted, Progress, Silent};
use crate::revision;
use crate::store::{Store, Writing};
use crate::write::{self, Coming, OnTheWay, insert_commit, work_out};

/// How many commits one statement writes: each is bound three times.
const AT_ONCE: usize = 200;

type Reading = JoinHandle<Result<(Vec<SignedCommit>, Vec<Claim>), Refusal>>;

impl Store {
    /// Takes in a hand-over file, whole or not at all; then whatever waited for what it brought. The first report is of the
    /// file itself. `at` is now, in milliseconds since 1970.
    ///
    /// # Errors
    /// `HandOver`, `OtherConsultation`, `Journal`, `TooMuchWaits`, `DiskFull`, …; nothing is changed then.
    pub async fn merge(&self, file: &Path, at: i64, progress: &dyn Progress) -> Result<Vec<Merged>, StoreError> {
        self.merge_before(None, file, at, progress).await
    }

    /// The same, where another file may follow: that one is read already while this one is written to the disk.
    ///
    /// # Errors
    /// As `merge`: what is wrong with the other one is told when its turn comes.
    pub async fn merge_before(
        &self,
        next: Option<&Path>,
        file: &Path,
        at: i64,
        progress: &dyn Progress,
    ) -> Result<Vec<Merged>, StoreError> {
        let mut writing = self.writing().await?;
        let begun = writing.ahead.take().and_then(|ahead| ahead.of(file));
        let mut reports = vec![match again(&mut writing, file, at).await? {
            Some(merged) => merged,
            None => merge_one(&mut writing, &self.folder, (file, next), begun, at, progress).await?,
        }];
        reports.extend(stranger::take_in_confirmed(&mut writing, &self.folder, at).await?);
        Ok(reports)
    }

    /// Lets go of the file that was to come next, where it does not.
    pub async fn nothing_follows(&self) -> Result<(), StoreError> {
        self.writing().await?.ahead = None;
        Ok(())
    }
}

/// A file that was taken in before, byte for byte, and of which everything is here: it need not be opened.
async fn again(writing: &mut Writing, file: &Path, at: i64) -> Result<Option<Merged>, StoreError> {
    let file = file.to_owned();
    let hash = on_a_thread(move || parts::hash(&file)).await??;
    let Some(before) = report::of_file(&mut writing.connection, &hash).await? else { return Ok(None) };
    let (connection, journal) = writing.both().await?;
    let lacks_commits = journal.standing.missing_commits().into_iter().collect();
    let Merged { from, name, made_at, .. } = before;
    let mut merged = Merged { from, name, made_at, lacks_commits, ..Merged::default() };
    if made_at > at + FIVE_MINUTES {
        merged.ahead.push((from, made_at - at));
    }
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *connection).await?;
    let kept = async {
        peer::came_again(connection, &from, made_at, at).await?;
        report::keep(connection, &merged, at, None).await?;
        Ok::<_, StoreError>(sqlx::query("COMMIT").execute(&mut *connection).await?)
    };
    if let Err(error) = kept.await {
        sqlx::query("ROLLBACK").execute(connection).await.ok();
        return Err(error);
    }
    Ok(Some(merged))
}

/// Takes in a file that is sealed to this computer.
pub(super) async fn merge(
    writing: &mut Writing,
    folder: &Path,
    file: &Path,
    at: i64,
    progress: &dyn Progress,
) -> Result<Merged, StoreError> {
    merge_one(writing, folder, (file, None), None, at, progress).await
}

/// The same before a next one. `begun`: what has been read of it already.
async fn merge_one(
    writing: &mut Writing,
    folder: &Path,
    (file, next): (&Path, Option<&Path>),
    begun: Option<Box<Beginning>>,
    at: i64,
    progress: &dyn Progress,
) -> Result<Merged, StoreError> {
    let own = identity::own(&mut writing.connection).await?;
    let recipients = own.iter().map(Identity::recipient).collect();
    let begun = match begun {
        Some(begun) => begun,
        None => Box::new(Beginning::of(parts::read(file, Key::Own(own))?).await?),
    };
    // It holds much while it waits: whoever waits for it is not to carry that along.
    Box::pin(merge_begun(writing, CameBy::File { folder, file, next }, begun, Some(recipients), at, progress)).await
}

/// Where something comes from.
pub(super) enum CameBy<'s> {
    /// A file from another laptop, the one that comes after it, and the consultation's folder, where files of strangers wait.
    File { folder: &'s Path, file: &'s Path, next: Option<&'s Path> },
    /// A shared server: what one device put there spoils nothing of the others', and strangers wait there. `report`: the one
    /// that this goes on with.
    Server { report: Option<Box<(i64, Merged)>> },
}

/// The same for what is being read already. `recipients`: one of whom it must be meant for.
pub(super) async fn merge_parts(
    writing: &mut Writing,
    came_by: CameBy<'_>,
    parts: Parts,
    recipients: Option<Vec<String>>,
    at: i64,
    progress: &dyn Progress,
) -> Result<Merged, StoreError> {
    let begun = Box::new(Beginning::of(parts).await?);
    // It holds much while it waits: whoever waits for it is not to carry that along.
    Box::pin(merge_begun(writing, came_by, begun, recipients, at, progress)).await
}

/// The same for what has begun to be read.
async fn merge_begun(
    writing: &mut Writing,
    came_by: CameBy<'_>,
    begun: Box<Beginning>,
    recipients: Option<Vec<String>>,
    at: i64,
    progress: &dyn Progress,
) -> Result<Merged, StoreError> {
    let (consultation, own, forgetting) = (writing.consultation, writing.device.id(), writing.forgetting);
    let taken_in = async {
        let journal = writing.take_journal().await?;
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *writing.connection).await?;
        let mut merge = Merge::new(&mut writing.connection, journal, own, at, progress, forgetting);
        let (merged, erased) = merge.take_in(came_by, begun, consultation, recipients).await?;
        Ok::<_, StoreError>((merged, erased, merge.journal, merge.ahead))
    };
    let (merged, erased) = match taken_in.await {
        Ok((merged, erased, journal, ahead)) => {
            writing.journal = Some(journal);
            // What waited and comes in between does not put an end to it.
            if ahead.is_some() {
                writing.ahead = ahead;
            }
            (merged, erased)
        }
        Err(error) => {
            writing.ahead = None;
            sqlx::query("ROLLBACK").execute(&mut *writing.connection).await.ok();
            return Err(error);
        }
    };
    if merged.is_cloned {
        // What came is taken in whatever becomes of this, and no entry is signed before it is done.
        anew::settle(writing).await.ok();
    }
    if erased {
        database::checkpoint(&mut writing.connection).await?;
    }
    Ok(merged)
}

/// A file that is being taken in.
struct Merge<'m> {
    connection: &'m mut SqliteConnection,
    /// It goes back where nothing goes wrong.
    journal: Journal,
    own: DeviceId,
    at: i64,
    progress: &'m dyn Progress,
    /// What becomes of what is half typed here where something is erased.
    forgetting: Forgetting,
    merged: Merged,
    /// New commits, until they are entered.
    headers: Vec<Header>,
    /// The last of them have not been written yet: that is done while what counts is worked out.
    unwritten: Statements,
    /// Of each new commit, the number of its first revision among all new ones.
    numbers: HashMap<Digest, usize>,
    /// Which of the new revisions have come.
    came: Vec<bool>,
    /// Records to be worked out at the end.
    dirty: BTreeSet<RecordId>,
    /// Those of which a part came that stands alone.
    wholes: BTreeSet<RecordId>,
    refused: BTreeMap<(&'static str, &'static str, Option<DeviceId>), u64>,
    /// Whose clocks are off.
    clocks: Box<Clocks>,
    /// Whether the file holds commits of strangers, and their words with them.
    is_set_apart: bool,
    /// Whether it comes from a server: words that are not what somebody said they are are left there, and harm nobody else.
    is_served: bool,
    /// What is erased, hidden or shown again by it.
    fates: Vec<(RecordId, Fate)>,
    done: u64,
    on_the_way: OnTheWay,
    ahead: Option<Ahead>,
}

impl<'m> Merge<'m> {
    fn new(
        connection: &'m mut SqliteConnection,
        journal: Journal,
        own: DeviceId,
        at: i64,
        progress: &'m dyn Progress,
        forgetting: Forgetting,
    ) -> Self {
        Self {
            connection,
            journal,
            own,
            at,
            progress,
            forgetting,
            merged: Merged::default(),
            headers: Vec::new(),
            unwritten: Statements::default(),
            numbers: HashMap::new(),
            came: Vec::new(),
            dirty: BTreeSet::new(),
            wholes: BTreeSet::new(),
            refused: BTreeMap::new(),
            clocks: Box::default(),
            is_set_apart: false,
            is_served: false,
            fates: Vec::new(),
            done: 0,
            on_the_way: OnTheWay::default(),
            ahead: None,
        }
    }

    /// The report, and whether anything was erased.
    async fn take_in(
        &mut self,
        came_by: CameBy<'_>,
        begun: Box<Beginning>,
        consultation: ConsultationId,
        recipients: Option<Vec<String>>,
    ) -> Result<(Merged, bool), StoreError> {
        let Beginning { head, mut commits, mut proofs, mut part, mut parts } = *begun;
        self.is_served = matches!(came_by, CameBy::Server { .. });
        if head.consultation != consultation {
            return Err(StoreError::OtherConsultation);
        }
        if recipients.is_some_and(|own| !head.recipients.iter().any(|recipient| own.contains(recipient))) {
            // Somebody to whom it was sealed has sealed it anew: the sender did not mean it for us.
            return Err(anteroom_handover::HandoverError::NotForThisLaptop.into());
        }
        if let Part::Proved(proved) = part {
            commits = proved;
            part = next(&mut parts).await?;
        }
        // Since they were read, some may have come another way.
        commits.retain(|commit| !self.journal.standing.knows(&commit.hash));
        self.step(commits.len() as u64)?;
        self.keep_commits(commits, consultation).await?;
        let mut reading = None;
        while let Part::Commits(commits) = part {
            let before = reading.replace(self.read_commits(commits)?);
            self.note_commits(before, &mut proofs, consultation).await?;
            part = next(&mut parts).await?;
        }
        self.note_commits(reading, &mut proofs, consultation).await?;
        let strangers = self.set_strangers_apart(&head).await?;
        let (erased, is_cloned) = self.enter_commits().await?;
        let mut attached = Attached::default();
        let read = loop {
            proofs.hold().await?;
            match part {
                Part::Contents(contents) => self.contents(contents).await?,
                Part::Attached(pieces) => {
                    // Their words say what they are.
                    self.write_all().await?;
                    for (record, place, bytes) in pieces {
                        self.step(1)?;
                        attached.put(self.connection, &self.journal.standing, record, place, bytes).await?;
                    }
                }
                Part::Files(files) => {
                    self.write_all().await?;
                    for (record, pieces) in files {
                        self.step(1)?;
                        let standing = &self.journal.standing;
                        if !Attached::put_whole(self.connection, standing, record, pieces).await? {
                            *self.refused.entry(("words", "unnamed", None)).or_default() += 1;
                        }
                    }
                }
                Part::End(hash) => break hash,
                Part::Head(_) | Part::Commits(_) | Part::Proved(_) => return Err(damaged()),
            }
            part = next(&mut parts).await?;
        };
        attached.finish()?;
        self.write_all().await?;
        if is_cloned {
            anew::owe(self.connection).await?;
        }
        // From here on it is more than rows of a transaction that may still be taken back.
        proofs.end().await?;
        if !self.fates.is_empty() {
            report::forget_files(self.connection).await?;
        }
        write::forget(self.connection, &self.journal.standing, &erased, self.forgetting).await?;
        self.note_lacking(&erased).await?;
        self.show().await?;
        let mut following = None;
        let merged = match came_by {
            CameBy::File { folder, file, next } => {
                following = next;
                let is_strange = strangers.iter().any(|waiting| waiting.device == head.sender);
                self.waits(strangers, folder, file).await?;
                self.tell(&head, is_cloned);
                // What a stranger says of itself waits in the file: it may be much.
                if !is_strange {
                    peer::note(self.connection, &head, self.at).await?;
                }
                let merged = std::mem::take(&mut self.merged);
                let is_all_here =
                    merged.refused.is_empty() && !self.is_set_apart && !merged.is_cloned && self.fates.is_empty();
                report::keep(self.connection, &merged, self.at, is_all_here.then_some(&read)).await?;
                merged
            }
            CameBy::Server { report } => {
                self.merged.strangers = strangers.iter().map(|waiting| waiting.device).collect();
                self.tell(&head, is_cloned);
                let merged = std::mem::take(&mut self.merged);
                report::go_on(self.connection, report, merged, self.at).await?
            }
        };
        self.commit(following).await?;
        Ok((merged, !erased.is_empty()))
    }

    /// Has everything written to the disk, and reads ahead meanwhile, and no longer: nobody is to wait for that.
    async fn commit(&mut self, next: Option<&Path>) -> Result<(), StoreError> {
        // Who could read none of it reads nothing ahead.
        let own = if next.is_some() { identity::own(self.connection).await.unwrap_or_default() } else { Vec::new() };
        let is_written = AtomicBool::new(false);
        let is_over = || is_written.load(Ordering::Relaxed) || self.progress.is_cancelled();
        let written = async {
            let written = sqlx::query("COMMIT").execute(&mut *self.connection).await;
            is_written.store(true, Ordering::Relaxed);
            written
        };
        let ahead = async {
            match next {
                Some(file) => Ahead::read(file, own, &self.journal.standing, &is_over).await,
                None => None,
            }
        };
        let (written, ahead) = tokio::join!(written, ahead);
        written?;
        self.ahead = ahead;
        Ok(())
    }

    fn step(&mut self, count: u64) -> Result<(), StoreError> {
        self.done += count;
        // How much will come is known at the end alone.
        self.progress.step(self.done, 0);
        if self.progress.is_cancelled() { Err(StoreError::Cancelled) } else { Ok(()) }
    }

    /// Begins to read the commits that are not here yet. What is here was proved when it came, byte for byte.
    fn read_commits(&mut self, mut commits: Vec<Unproved>) -> Result<Reading, StoreError> {
        self.step(commits.len() as u64)?;
        commits.retain(|commit| !self.journal.standing.knows(&commit.hash));
        Ok(tokio::task::spawn_blocking(move || parts::read_commits(commits)))
    }

    /// Waits until they are read, and keeps them while they are proved.
    async fn note_commits(
        &mut self,
        reading: Option<Reading>,
        proofs: &mut Proofs,
        consultation: ConsultationId,
    ) -> Result<(), StoreError> {
        let Some(reading) = reading else { return Ok(()) };
        let (commits, claims) = reading.await.map_err(|_| StoreError::Cancelled)??;
        proofs.of(claims).await?;
        self.keep_commits(commits, consultation).await
    }

    /// Keeps commits as they were signed.
    async fn keep_commits(
        &mut self,
        commits: Vec<SignedCommit>,
        consultation: ConsultationId,
    ) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        for SignedCommit { commit, bytes, hash, signature } in commits {
            let is_founding = hash.0 == consultation.0;
            if commit.consultation != consultation && !is_founding {
                return Err(Refusal::OtherConsultation.into());
            }
            if self.numbers.contains_key(&hash) {
                continue;
            }
            self.numbers.insert(hash, self.came.len());
            self.came.resize(self.came.len() + commit.revisions.len(), false);
            let row = self.journal.next_row();
            self.headers.push(Header { hash, commit: Arc::new(commit), kept_at: row });
            rows.push((row, hash, bytes, signature));
        }
        let mut statements = Statements::default();
        while !rows.is_empty() {
            let rest = rows.split_off(rows.len().min(AT_ONCE));
            insert_commits(std::mem::replace(&mut rows, rest), &mut statements);
        }
        std::mem::replace(&mut self.unwritten, statements).run(self.connection).await
    }

    /// Takes out again what comes from laptops for which nobody vouches: it waits outside.
    async fn set_strangers_apart(&mut self, head: &Head) -> Result<Vec<Waiting>, StoreError> {
        let standing = &self.journal.standing;
        let commits = self.headers.iter().map(|header| &*header.commit);
        let mut strangers = standing.strangers(&commits);
        // A certificate may come with the same file.
        let names = |commit: &Commit, sender: &DeviceId| {
            let certifies =
                |it: &Decision| matches!(&it.ruling, Ruling::Certificate(certificate) if certificate.device == *sender);
            commit.device == *sender || commit.decisions.iter().any(certifies)
        };
        let is_vouched_for =
            |sender: &DeviceId| standing.knows_device(sender) || commits.clone().any(|commit| names(commit, sender));
        // Whoever has recorded nothing yet may be let in all the same.
        if head.sender != self.own && !is_vouched_for(&head.sender) {
            strangers.insert(head.sender);
        }
        if strangers.is_empty() {
            return Ok(Vec::new());
        }
        let (apart, known): (Vec<Header>, Vec<Header>) =
            std::mem::take(&mut self.headers).into_iter().partition(|header| strangers.contains(&header.commit.device));
        self.headers = known;
        std::mem::take(&mut self.unwritten).run(self.connection).await?;
        for header in &apart {
            self.numbers.remove(&header.hash);
            sqlx::query("DELETE FROM commits WHERE row = ?")
                .bind(header.kept_at as i64)
                .execute(&mut *self.connection)
                .await?;
        }
        self.is_set_apart = true;
        Ok(stranger::of(&apart, strangers, head))
    }

    /// What counts, now that all commits are here. Says whose words are to go, and whether this computer has a double.
    async fn enter_commits(&mut self) -> Result<(Vec<RecordId>, bool), StoreError> {
        let headers = std::mem::take(&mut self.headers);
        self.merged.commits = headers.len() as u64;
        let is_cloned = headers.iter().any(|header| header.commit.device == self.own);
        let Changes { records, statuses, fates } = self.take_in_while_writing(headers).await?;
        *self.clocks = Clocks::of(self.numbers.keys(), &self.journal.standing, &self.own, self.at);
        self.dirty = records;
        self.note_statuses(&statuses);
        let standing = &self.journal.standing;
        let is_contribution = |record: &RecordId| standing.kind_of(record) == Some(field::CONTRIBUTION);
        for (record, fate) in &fates {
            match fate {
                Fate::Erased if is_contribution(record) => self.merged.erased += 1,
                Fate::Hidden | Fate::Unconfirmed if is_contribution(record) => self.merged.hidden += 1,
                _ => {}
            }
        }
        self.merged.is_news = self.merged.commits > 0;
        let erased = fates.iter().filter(|(_, fate)| *fate == Fate::Erased).map(|(record, _)| *record).collect();
        self.fates = fates;
        Ok((erased, is_cloned))
    }

    async fn take_in_while_writing(&mut self, headers: Vec<Header>) -> Result<Changes, StoreError> {
        let mut standing = std::mem::take(&mut self.journal.standing);
        let taking_in = on_a_thread(move || {
            let changes = standing.take_in(headers);
            (standing, changes)
        });
        let (written, taken_in) = tokio::join!(std::mem::take(&mut self.unwritten).run(self.connection), taking_in);
        written?;
        let (standing, changes) = taken_in?;
        self.journal.standing = standing;
        Ok(changes)
    }

    fn note_statuses(&mut self, statuses: &[(Digest, Status)]) {
        let mut waiting: BTreeMap<(DeviceId, &str), (u64, u64)> = BTreeMap::new();
        for (hash, status) in statuses {
            let Some(commit) = self.journal.standing.commit(hash) else { continue };
            match status {
                Status::Counts => {}
                Status::Refused => *self.refused.entry(("entries", "refused", Some(commit.device))).or_default() += 1,
                Status::Waits(_) if commit.device == self.own => {}
                Status::Waits(wait) => {
                    let (commits, contributions) = waiting.entry((commit.device, why(*wait))).or_default();
                    *commits += 1;
                    *contributions += crate::journal::made_contributions(commit);
                }
            }
        }
        let told = waiting.into_iter().map(|((device, why), (commits, contributions))| Waits {
            device,
            why: why.to_owned(),
            commits,
            contributions,
        });
        self.merged.waiting = told.collect();
    }

    /// Words, as they come: those that a commit here names, that say what it says they say, and that nobody has erased.
    async fn contents(&mut self, words: Vec<Words>) -> Result<(), StoreError> {
        self.step(words.len() as u64)?;
        let (mut coming, mut known) = (Vec::with_capacity(words.len()), BTreeMap::new());
        for Words { record, digest, bytes, fields } in words {
            let standing = &self.journal.standing;
            let Some((hash, commit, place)) = standing.named_by(&record, &digest) else {
                if self.is_set_apart {
                    continue;
                }
                *self.refused.entry(("words", "unnamed", None)).or_default() += 1;
                continue;
            };
            let revision = &commit.revisions[place];
            let row = revision::row(standing.kept_at(hash).unwrap_or_default(), place);
            let holds = match &fields {
                Some(fields) => sets_what_it_names(revision, fields),
                None => check_contents(revision, &bytes).is_ok(),
            };
            if !holds {
                if self.is_served {
                    *self.refused.entry(("words", "unnamed", Some(commit.device))).or_default() += 1;
                    continue;
                }
                return Err(Refusal::Contents.into());
            }
            if !standing.wants(&record) {
                *self.refused.entry(("words", "erased", None)).or_default() += 1;
                continue;
            }
            let (kind, time) = (revision.kind, commit.time);
            let mut came = Coming { row, record, kind, time, bytes, fields, stands_alone: false };
            let Some(number) = self.numbers.get(hash) else {
                known.insert((record, digest), came);
                continue;
            };
            if std::mem::replace(&mut self.came[number + place], true) {
                continue;
            }
            came.stands_alone = standing.status(hash) == Some(Status::Counts)
                && standing.is_untouched(&record)
                && (revision.mark.is_none() || standing.twins(record).len() == 1);
            if came.stands_alone {
                // What is read of a contribution names its files, and it may have been written before they came.
                self.wholes.extend(standing.whole_of(&record));
                self.dirty.remove(&record);
                self.merged.new += u64::from(revision.kind == field::CONTRIBUTION);
            }
            coming.push(came);
        }
        if !known.is_empty() {
            self.write_all().await?;
            self.words_of_known(known, &mut coming).await?;
        }
        let is_placed = |it: &Coming| it.stands_alone && it.kind == field::CONTRIBUTION;
        let times: Vec<i64> = coming.iter().filter(|it| is_placed(it)).map(|it| it.time).collect();
        if times.iter().any(|time| fill::first_of(*time) <= self.journal.last_place) {
            // What stands there already is asked of the table.
            self.write_all().await?;
        }
        let mut places = fill::places(self.connection, &times, &mut self.journal.last_place).await?.into_iter();
        let coming = coming.into_iter().map(|it| (if is_placed(&it) { places.next().unwrap_or(0) } else { 0 }, it));
        self.on_the_way.take(self.connection, coming, &mut Counted::new(&Silent, 0)).await
    }

    /// Writes what is still on its way.
    async fn write_all(&mut self) -> Result<(), StoreError> {
        self.on_the_way.write(self.connection, 0, &mut Counted::new(&Silent, 0)).await
    }

    /// Words of commits that were here before: those that had not come along then.
    async fn words_of_known(
        &mut self,
        mut known: BTreeMap<(RecordId, Digest), Coming>,
        coming: &mut Vec<Coming>,
    ) -> Result<(), StoreError> {
        let records: BTreeSet<RecordId> = known.keys().map(|(record, _)| *record).collect();
        let records: Vec<RecordId> = records.into_iter().collect();
        each_contents(self.connection, &self.journal.standing, &records, |record, bytes| {
            known.remove(&(record, contents::digest(&bytes)));
            Ok(())
        })
        .await?;
        for ((record, digest), came) in known {
            sqlx::query("DELETE FROM lacking WHERE record = ? AND digest = ?")
                .bind(record.0.as_slice())
                .bind(digest.0.as_slice())
                .execute(&mut *self.connection)
                .await?;
            self.merged.is_news = true;
            self.dirty.insert(record);
            coming.push(came);
        }
        Ok(())
    }

    /// Notes which words did not come along, to ask for them by name.
    async fn note_lacking(&mut self, erased: &[RecordId]) -> Result<(), StoreError> {
        let standing = &self.journal.standing;
        let mut lacking: Vec<(RecordId, Digest)> = Vec::new();
        for (hash, number) in &self.numbers {
            let Some(commit) = standing.commit(hash) else { continue };
            let revisions = commit.revisions.iter().zip(&self.came[*number..]);
            let missing = revisions.filter(|(revision, came)| !**came && standing.wants(&revision.record));
            lacking.extend(missing.map(|(revision, _)| (revision.record, revision.digest)));
        }
        self.merged.lacks_words = lacking.len() as u64;
        lacking::note(self.connection, &lacking).await?;
        lacking::ask_again(self.connection, standing, &self.fates).await?;
        for record in erased {
            sqlx::query("DELETE FROM lacking WHERE record = ?")
                .bind(record.0.as_slice())
                .execute(&mut *self.connection)
                .await?;
        }
        self.merged.lacks_commits = standing.missing_commits().into_iter().collect();
        Ok(())
    }

    /// Works out again what is read of all that was touched and is not simply new.
    async fn show(&mut self) -> Result<(), StoreError> {
        // Those that are counted as new are not changed as well.
        let is_counted = |whole: &RecordId| {
            let seen = self.journal.standing.revisions(*whole, None);
            !self.dirty.contains(whole) && seen.iter().all(|revision| self.numbers.contains_key(&revision.commit))
        };
        let counted = self.wholes.iter().filter(|whole| is_counted(whole)).count() as u64;
        self.dirty.append(&mut self.wholes);
        let wholes: Vec<RecordId> =
            self.dirty.iter().filter_map(|record| self.journal.standing.whole_of(record)).collect();
        self.dirty.extend(wholes);
        let records: Vec<RecordId> = std::mem::take(&mut self.dirty).into_iter().collect();
        let worked = work_out(self.connection, &self.journal, records, &mut Counted::new(&Silent, 0)).await?;
        self.merged.new += worked.new;
        self.merged.changed = worked.changed.saturating_sub(counted);
        self.merged.conflicts = worked.conflicts;
        let (last,): (i64,) =
            sqlx::query_as("SELECT coalesce(max(row), 0) FROM contribution").fetch_one(&mut *self.connection).await?;
        self.journal.last_place = last;
        Ok(())
    }

    /// What comes from laptops that nobody has confirmed waits beside the consultation.
    async fn waits(&mut self, strangers: Vec<Waiting>, folder: &Path, file: &Path) -> Result<(), StoreError> {
        let kept = stranger::keep(self.connection, strangers, folder, file, self.at).await?;
        self.merged.is_news |= kept.is_news;
        self.merged.strangers = kept.waiting;
        for device in kept.refused {
            *self.refused.entry(("entries", "refused", Some(device))).or_default() += 1;
        }
        Ok(())
    }

    fn tell(&mut self, head: &Head, is_cloned: bool) {
        self.merged.from = head.sender;
        self.merged.name.clone_from(&head.name);
        self.merged.made_at = head.made_at;
        self.merged.is_cloned = is_cloned;
        let mut clocks = std::mem::take(&mut self.clocks);
        clocks.and_of(head, &self.journal.standing, &self.own, self.at);
        self.merged.ahead = clocks.ahead.into_iter().collect();
        self.merged.behind = clocks.behind.into_iter().collect();
        self.merged.put_back = clocks.put_back.into_iter().collect();
        let refused = std::mem::take(&mut self.refused).into_iter();
        let told = refused.map(|((what, why, device), count)| RefusedPart {
            what: what.to_owned(),
            why: why.to_owned(),
            count,
            device,
        });
        self.merged.refused = told.collect();
    }
}

fn insert_commits(rows: Vec<(u64, Digest, Vec<u8>, [u8; 64])>, into: &mut Statements) {
    if let [_] = rows.as_slice() {
        for (row, hash, bytes, signature) in rows {
            insert_commit(row, hash, bytes, signature, into);
        }
        return;
    }
    let sql = into.begin("INSERT OR FAIL INTO commits (row, hash, bytes, signature) ", rows.len() == AT_ONCE);
    sql.push_values(rows, |mut bind, (row, hash, bytes, signature)| {
        bind.push_bind(row as i64).push_bind(hash.0.to_vec()).push_bind(bytes).push_bind(signature.to_vec());
    });
}

fn why(wait: Wait) -> &'static str {
    match wait {
        Wait::Role => "role",
        Wait::NoMember => "no-member",
        Wait::Fork => "fork",
        Wait::Gap => "gap",
    }
}
