//! Laptops, in memory, that record, decide and hand over: what the stories and the random histories are played on.

#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of the world")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use anteroom_journal::check::{SignedCommit, check};
use anteroom_journal::commit::Mark;
use anteroom_journal::copy::{Copy, Report, Words};
use anteroom_journal::decision::{Certificate, Decision, Place, Roles, Ruling};
use anteroom_journal::deed::Deed;
use anteroom_journal::draft::{Draft, Heading, Signed};
use anteroom_journal::resolve::RecordState;
use anteroom_journal::standing::{Fate, Header, Matter, Standing, Status, scratch};
use anteroom_journal::undo::{Plan, Restored, Stack, plan};
use anteroom_model::field::{CONSULTATION, CONTRIBUTION, Field, Kind, NAME, ORDER, QUOTE, STATEMENT, TAGS, TEXT};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, PersonId, RecordId};
use anteroom_model::value::{Fields, Value};
use ed25519_dalek::SigningKey;

pub const F: usize = 0;
pub const A: usize = 1;
pub const B: usize = 2;
pub const C: usize = 3;
pub const D: usize = 4;
pub const T: usize = 5;

/// One action, before it is signed.
#[derive(Clone, Default)]
pub struct Act {
    pub creates: Vec<(Kind, Fields, Option<Mark>)>,
    /// Records that are parts of another.
    pub parts: Vec<(RecordId, Kind, Fields)>,
    pub edits: Vec<(RecordId, Kind, Vec<Digest>, Fields)>,
    pub erases: Vec<RecordId>,
    pub decisions: Vec<Decision>,
    pub undoes: Option<Digest>,
}

pub struct Laptop {
    pub key: SigningKey,
    pub device: DeviceId,
    /// Whose it is, by number.
    pub owner: u8,
    /// By how much its clock is wrong.
    pub skew: i64,
    pub copy: Copy,
    /// The last commit of its own series in its file.
    pub tip: Option<Place>,
    /// The last commit that its key remembers to have signed.
    pub signed: Option<Digest>,
    /// Words that it holds.
    pub held: BTreeSet<(RecordId, Digest)>,
    /// Words that it has deleted.
    pub deleted: BTreeSet<(RecordId, Digest)>,
}

pub struct World {
    pub laptops: Vec<Laptop>,
    pub root: SigningKey,
    pub founding: SignedCommit,
    pub all: BTreeMap<Digest, SignedCommit>,
    pub archive: BTreeMap<(RecordId, Digest), Vec<u8>>,
    /// Words that were kept on the laptop on which they were written.
    pub kept: BTreeSet<(RecordId, Digest)>,
    pub clock: i64,
    /// How many keys there are: laptops that were given a new one come after the six.
    pub keys: u8,
    /// Whether every merge is compared with the plain reading.
    pub compares: bool,
}

pub fn person(number: u8) -> PersonId {
    PersonId([number; 16])
}

fn key(number: u8) -> SigningKey {
    static FIRST: OnceLock<Vec<SigningKey>> = OnceLock::new();
    let made = |number: u8| SigningKey::from_bytes(&[number.wrapping_add(1); 32]);
    let first = FIRST.get_or_init(|| (0..8).map(made).collect());
    first.get(usize::from(number)).cloned().unwrap_or_else(|| made(number))
}

/// What all worlds begin with.
fn founding() -> &'static (SignedCommit, Vec<Words>) {
    static FOUNDING: OnceLock<(SignedCommit, Vec<Words>)> = OnceLock::new();
    FOUNDING.get_or_init(|| {
        let heading = Heading {
            consultation: ConsultationId::default(),
            device: device(&key(0)),
            seq: 0,
            prev: None,
            author: person(0),
            time: 0,
            deed: Deed::FOUND,
            nonce: [0; 16],
            undoes: None,
        };
        let mut draft = Draft::new(heading);
        draft.found(device(&root()));
        draft.create(CONSULTATION, &Fields::from([(NAME, "Consultation".into())]), &[0; 32], None);
        for (number, roles) in
            [(1, Roles::ORGANISER), (2, Roles::ORGANISER), (3, Roles::FACILITATOR), (4, Roles::RAPPORTEUR)]
        {
            let ruling = certificate(device(&key(number)), roles, None, false, number);
            draft.decide(Decision { ruling, saw: Vec::new() });
        }
        draft.sign(&key(0)).unwrap().split()
    })
}

fn root() -> SigningKey {
    SigningKey::from_bytes(&[200; 32])
}

pub fn device(key: &SigningKey) -> DeviceId {
    DeviceId(key.verifying_key().to_bytes())
}

pub fn quote(rank: i64) -> Fields {
    Fields::from([(QUOTE, rank.into())])
}

pub fn text(words: &str) -> Fields {
    Fields::from([(TEXT, words.into())])
}

pub fn tag(element: &str, present: bool) -> Fields {
    let (added, removed) = if present { (Some(element.into()), None) } else { (None, Some(element.into())) };
    Fields::from([(TAGS, Value::set(added, removed))])
}

pub fn said(words: &str, rank: i64) -> Fields {
    Fields::from([(TEXT, words.into()), (QUOTE, rank.into()), (ORDER, 0.into())])
}

fn fresh(founding: &SignedCommit) -> Copy {
    Copy::new(founding.clone()).unwrap()
}

impl World {
    /// A founder, two organisers, a facilitator, a rapporteur, and a laptop that has only the event pack. Two of them have
    /// clocks that are wrong.
    pub fn new() -> Self {
        let mut world = Self::of(&[F, A, B, C, D, T]);
        (world.laptops[B].skew, world.laptops[D].skew) = (40, -40);
        world
    }

    /// Some of the six, the founder first.
    pub fn of(cast: &[usize]) -> Self {
        let (founding, words) = founding().clone();
        let mut world = Self {
            laptops: Vec::new(),
            root: root(),
            all: BTreeMap::from([(founding.hash, founding.clone())]),
            archive: words.iter().map(|(record, digest, bytes)| ((*record, *digest), bytes.clone())).collect(),
            founding,
            kept: words.iter().map(|(record, digest, _)| (*record, *digest)).collect(),
            clock: 0,
            keys: 6,
            compares: true,
        };
        for owner in cast {
            let at = world.add_laptop(*owner as u8, *owner as u8);
            world.receive(at, Vec::new(), words.clone());
        }
        world.laptops[F].tip = Some(Place { seq: 0, hash: world.founding.hash });
        world.laptops[F].signed = Some(world.founding.hash);
        world
    }

    fn add_laptop(&mut self, number: u8, owner: u8) -> usize {
        let key = key(number);
        let (device, copy) = (device(&key), fresh(&self.founding));
        let (held, deleted) = (BTreeSet::new(), BTreeSet::new());
        self.laptops.push(Laptop { key, device, owner, skew: 0, copy, tip: None, signed: None, held, deleted });
        self.laptops.len() - 1
    }

    /// A laptop with a key that nobody knows yet.
    pub fn add_stranger(&mut self, owner: u8) -> usize {
        self.keys += 1;
        let at = self.add_laptop(self.keys - 1, owner);
        let words = self.founding.commit.revisions.iter().map(|it| (it.record, it.digest));
        let words = words.map(|name| (name.0, name.1, self.archive[&name].clone())).collect();
        self.receive(at, Vec::new(), words);
        at
    }

    pub fn device(&self, who: usize) -> DeviceId {
        self.laptops[who].device
    }

    pub fn standing(&self, who: usize) -> &Standing {
        self.laptops[who].copy.standing()
    }

    pub fn tip(&self, who: usize) -> Place {
        self.laptops[who].tip.unwrap()
    }

    fn heading(&mut self, device: DeviceId, tip: Option<Place>, at: usize) -> Heading {
        self.clock += 1;
        let mut nonce = [0; 16];
        nonce[..8].copy_from_slice(&self.clock.to_be_bytes());
        let Laptop { owner, skew, .. } = &self.laptops[at];
        Heading {
            consultation: ConsultationId(self.founding.hash.0),
            device,
            seq: tip.map_or(0, |tip| tip.seq + 1),
            prev: tip.map(|tip| tip.hash),
            author: person(*owner),
            time: self.clock + skew,
            deed: Deed::EDIT,
            nonce,
            undoes: None,
        }
    }

    fn sign(&mut self, heading: Heading, act: &Act, key: &SigningKey) -> Signed {
        let mut draft = Draft::new(heading);
        let mut salt = [0; 32];
        salt[..8].copy_from_slice(&self.clock.to_be_bytes());
        let mut next_salt = || {
            salt[9] = salt[9].wrapping_add(1);
            salt
        };
        for (kind, fields, mark) in &act.creates {
            draft.create(*kind, fields, &next_salt(), *mark);
        }
        for (whole, kind, fields) in &act.parts {
            draft.create_part(*whole, *kind, fields, &next_salt());
        }
        for (record, kind, parents, fields) in &act.edits {
            draft.edit(*record, *kind, parents.clone(), fields, &next_salt());
        }
        act.erases.iter().for_each(|record| draft.erase(*record));
        act.decisions.iter().for_each(|decision| draft.decide(decision.clone()));
        draft.sign(key).unwrap()
    }

    /// One thing that is done on one laptop, before any disk has it.
    pub fn prepare(&mut self, who: usize, act: &Act) -> Signed {
        let (device, tip, key) = (self.laptops[who].device, self.laptops[who].tip, self.laptops[who].key.clone());
        let heading = Heading { undoes: act.undoes, ..self.heading(device, tip, who) };
        self.sign(heading, act, &key)
    }

    /// Does one thing on one laptop.
    pub fn act(&mut self, who: usize, act: &Act) -> SignedCommit {
        let signed = self.prepare(who, act);
        self.acknowledge(who, signed)
    }

    /// What was done on a laptop is on its disk.
    pub fn acknowledge(&mut self, who: usize, signed: Signed) -> SignedCommit {
        let place = Place { seq: signed.commit.seq, hash: signed.hash };
        self.laptops[who].tip = Some(place);
        self.laptops[who].signed = Some(place.hash);
        self.publish(who, signed)
    }

    /// Does one thing with the recovery sheet, at one laptop.
    pub fn act_as_root(&mut self, at: usize, act: &Act) -> SignedCommit {
        let key = self.root.clone();
        let heading = self.heading(device(&key), None, at);
        let signed = self.sign(heading, act, &key);
        self.publish(at, signed)
    }

    fn publish(&mut self, at: usize, signed: Signed) -> SignedCommit {
        let (commit, words) = signed.split();
        assert_eq!(check(commit.bytes.clone(), commit.signature).as_ref(), Ok(&commit));
        self.all.insert(commit.hash, commit.clone());
        self.archive.extend(words.iter().map(|(record, digest, bytes)| ((*record, *digest), bytes.clone())));
        let names: Vec<_> = words.iter().map(|(record, digest, _)| (*record, *digest)).collect();
        self.receive(at, vec![commit.clone()], words);
        self.kept.extend(names.into_iter().filter(|name| self.laptops[at].held.contains(name)));
        commit
    }

    pub fn receive(&mut self, to: usize, commits: Vec<SignedCommit>, words: Vec<Words>) -> Report {
        let compares = self.compares;
        let laptop = &mut self.laptops[to];
        let before = compares.then(|| states(&laptop.copy));
        let came: Vec<_> = words.iter().map(|(record, digest, _)| (*record, *digest)).collect();
        let report = laptop.copy.take_in(commits, words).unwrap();
        let Laptop { copy, held, deleted, .. } = laptop;
        let holds = |(record, digest): &(RecordId, Digest)| copy.words(record, digest).is_some();
        if report.deleted > 0 {
            let gone: BTreeSet<_> = held.iter().copied().filter(|name| !holds(name)).collect();
            let erased = |(record, _): &(RecordId, Digest)| copy.standing().fate(record) == Fate::Erased;
            assert!(gone.iter().all(erased), "words are gone that nobody has erased");
            held.retain(|name| !gone.contains(name));
            deleted.extend(gone);
        }
        held.extend(came.into_iter().filter(holds));
        if let Some(before) = before {
            compare(&laptop.copy);
            says_what_changed(&report, &before, &states(&laptop.copy));
        }
        report
    }

    /// `to` gets from `from` what it lacks, by version vector, and is given the words it asks for.
    pub fn exchange(&mut self, from: usize, to: usize) -> Report {
        let (giver, taker) = (&self.laptops[from].copy, &self.laptops[to].copy);
        let lacking = giver.lacking_for(&taker.vector());
        let commits: Vec<_> = lacking.iter().map(|hash| giver.signed(hash).unwrap()).collect();
        let mut asked = taker.missing().contents;
        asked.extend(commits.iter().flat_map(|it| &it.commit.revisions).map(|it| (it.record, it.digest)));
        let words = asked
            .iter()
            .filter_map(|(record, digest)| giver.words(record, digest).map(|bytes| (*record, *digest, bytes.to_vec())));
        let words: Vec<Words> = words.collect();
        let nothing = commits.is_empty() && words.is_empty();
        let report = if nothing { Report::default() } else { self.receive(to, commits, words) };
        let (giver, taker) = (&self.laptops[from].copy, &self.laptops[to].copy);
        assert!(giver.standing().headers().all(|(hash, _)| taker.standing().knows(hash)), "a vector lost commits");
        report
    }

    pub fn give(&mut self, from: usize, to: &[usize]) {
        for to in to {
            self.exchange(from, *to);
        }
    }

    /// A laptop is copied, key and all.
    pub fn clone_laptop(&mut self, who: usize) -> usize {
        let of = &self.laptops[who];
        let copy = self.read(&of.copy.standing().headers().map(|(hash, _)| *hash).collect(), &of.held);
        let Laptop { key, device, owner, skew, tip, signed, held, deleted, .. } = of;
        let (key, held, deleted) = (key.clone(), held.clone(), deleted.clone());
        let (device, owner, skew, tip, signed) = (*device, *owner, *skew, *tip, *signed);
        self.laptops.push(Laptop { key, device, owner, skew, copy, tip, signed, held, deleted });
        self.laptops.len() - 1
    }

    /// A copy as it comes from a disk that holds these commits and words. What erases comes last: a disk keeps words that
    /// are only hidden, and whoever has none does not take them in.
    pub fn read(&self, commits: &BTreeSet<Digest>, words: &BTreeSet<(RecordId, Digest)>) -> Copy {
        let mut copy = fresh(&self.founding);
        let commits = commits.iter().map(|hash| self.all[hash].clone());
        let (keeping, erasing): (Vec<_>, Vec<_>) = commits.partition(|it| it.commit.erases.is_empty());
        assert!(erasing.iter().all(|it| it.commit.revisions.is_empty()), "its words would come too late");
        let words = words.iter().map(|name| (name.0, name.1, self.archive[name].clone())).collect();
        copy.take_in(keeping, words).unwrap();
        copy.take_in(erasing, Vec::new()).unwrap();
        copy
    }

    pub fn create_of(&mut self, who: usize, kind: Kind, fields: Fields) -> RecordId {
        self.create_marked(who, kind, fields, None)
    }

    pub fn create_marked(&mut self, who: usize, kind: Kind, fields: Fields, mark: Option<Mark>) -> RecordId {
        let commit = self.act(who, &Act { creates: vec![(kind, fields, mark)], ..Act::default() });
        commit.commit.revisions[0].record
    }

    pub fn create_part(&mut self, who: usize, whole: RecordId, words: &str) -> RecordId {
        let parts = vec![(whole, CONTRIBUTION, said(words, 0))];
        let commit = self.act(who, &Act { parts, ..Act::default() });
        commit.commit.revisions[0].record
    }

    pub fn create(&mut self, who: usize) -> RecordId {
        let kind = if who == D { STATEMENT } else { CONTRIBUTION };
        self.create_of(who, kind, said("words", 0))
    }

    /// Edits what the laptop shows, its own waiting work included.
    pub fn edit(&mut self, who: usize, edits: &[(RecordId, Fields)]) -> SignedCommit {
        let copy = &self.laptops[who].copy;
        let device = self.laptops[who].device;
        let edit = |(record, fields): &(RecordId, Fields)| {
            let state = copy.state_beside(*record, &device);
            (*record, state.kind.unwrap_or(CONTRIBUTION), state.heads, fields.clone())
        };
        let edits = edits.iter().map(edit).collect();
        self.act(who, &Act { edits, ..Act::default() })
    }

    /// What taking back a commit of this laptop comes to, as its person sees it.
    pub fn plan_undo(&self, who: usize, undone: &Digest) -> Plan {
        let (copy, device) = (&self.laptops[who].copy, self.device(who));
        let commit = copy.standing().commit(undone).unwrap();
        let touched: BTreeSet<RecordId> =
            commit.revisions.iter().map(|it| it.record).chain(commit.erases.iter().copied()).collect();
        let records: Vec<_> = touched.into_iter().map(|record| (record, copy.seen(record, Some(&device)))).collect();
        let taken_back = Stack::of(copy.standing(), &device).taken_back();
        plan(undone, &taken_back, &records, |record| copy.standing().fate(record) != Fate::Shown)
    }

    pub fn undo(&mut self, who: usize, undone: &Digest) -> (Plan, Option<SignedCommit>) {
        let plan = self.plan_undo(who, undone);
        let each = |it: &Restored| {
            let revisions = it.against.iter().chain([&it.fields]);
            revisions.map(|fields| (it.record, it.kind, it.parents.clone(), fields.clone())).collect::<Vec<_>>()
        };
        let edits: Vec<_> = plan.edits.iter().flat_map(each).collect();
        let act = Act { edits, undoes: Some(*undone), ..Act::default() };
        let commit = (!plan.edits.is_empty()).then(|| self.act(who, &act));
        (plan, commit)
    }

    pub fn erase(&mut self, who: usize, records: &[RecordId]) -> SignedCommit {
        self.act(who, &Act { erases: records.to_vec(), ..Act::default() })
    }

    /// A decision that has seen all others on the same matter.
    pub fn seeing(&self, who: usize, ruling: Ruling) -> Decision {
        let mut decision = Decision { ruling, saw: Vec::new() };
        let matter = Matter::of(&decision).unwrap();
        decision.saw = self.standing(who).decision_heads(matter);
        decision
    }

    pub fn decide(&mut self, who: usize, ruling: Ruling) -> SignedCommit {
        let decision = self.seeing(who, ruling);
        self.act(who, &Act { decisions: vec![decision], ..Act::default() })
    }

    pub fn roles(&mut self, who: usize, of: usize, roles: Roles, after: Option<Place>) -> SignedCommit {
        let ruling = certificate(self.device(of), roles, after, false, of as u8);
        self.decide(who, ruling)
    }

    pub fn refuse_all(&mut self, who: usize, of: usize, after: Option<Place>) -> SignedCommit {
        let ruling = certificate(self.device(of), Roles::NONE, after, true, of as u8);
        self.decide(who, ruling)
    }

    pub fn status(&self, at: usize, hash: &Digest) -> Status {
        self.standing(at).status(hash).unwrap()
    }

    pub fn tip_status(&self, at: usize, of: usize) -> Status {
        self.status(at, &self.tip(of).hash)
    }

    pub fn fate(&self, at: usize, record: &RecordId) -> Fate {
        self.standing(at).fate(record)
    }

    pub fn state(&self, at: usize, record: &RecordId) -> &RecordState {
        self.laptops[at].copy.state(record).unwrap()
    }

    pub fn value(&self, at: usize, record: &RecordId, field: Field) -> Option<Value> {
        self.laptops[at].copy.state(record)?.value(field).cloned()
    }

    pub fn holds(&self, at: usize, record: &RecordId) -> bool {
        self.laptops[at].copy.held().any(|(held, _)| held == *record)
    }

    /// Each of these makes a first commit, known to all.
    pub fn all_begin(&mut self, who: &[usize]) {
        for at in who {
            self.create(*at);
        }
        for at in who {
            for to in 0..self.laptops.len() {
                if to != *at {
                    self.exchange(*at, to);
                }
            }
        }
    }

    /// Everything reaches everybody: by way of one, until nothing moves any more.
    pub fn deliver_all(&mut self) {
        let mut before = self.holdings();
        for _ in 0..12 {
            for at in 1..self.laptops.len() {
                self.exchange(at, 0);
            }
            for at in 1..self.laptops.len() {
                self.exchange(0, at);
            }
            let after = self.holdings();
            if after == before {
                return;
            }
            before = after;
        }
        panic!("exchange never comes to rest");
    }

    fn holdings(&self) -> Vec<(usize, usize)> {
        self.laptops.iter().map(|it| (it.copy.standing().headers().count(), it.copy.held().count())).collect()
    }
}

pub fn certificate(device: DeviceId, roles: Roles, after: Option<Place>, refuses_all: bool, owner: u8) -> Ruling {
    Ruling::Certificate(Certificate { device, after, roles, person: person(owner), refuses_all, recipient: None })
}

fn states(copy: &Copy) -> BTreeMap<RecordId, RecordState> {
    copy.states().filter(|(_, state)| state.live).map(|(record, state)| (*record, state.clone())).collect()
}

/// A report names every record that is shown otherwise than before, and no other.
fn says_what_changed(
    report: &Report,
    before: &BTreeMap<RecordId, RecordState>,
    after: &BTreeMap<RecordId, RecordState>,
) {
    let new: BTreeSet<_> = after.keys().filter(|record| !before.contains_key(record)).collect();
    let gone: BTreeSet<_> = before.keys().filter(|record| !after.contains_key(record)).collect();
    let changed: BTreeSet<_> = after
        .iter()
        .filter(|(record, state)| before.get(record).is_some_and(|it| it != *state))
        .map(|it| it.0)
        .collect();
    assert_eq!(report.new_records.iter().collect::<BTreeSet<_>>(), new, "what a report calls new");
    assert_eq!(report.changed_records.iter().collect::<BTreeSet<_>>(), changed, "what a report calls changed");
    assert_eq!(report.gone.iter().map(|(record, _)| record).collect::<BTreeSet<_>>(), gone, "what a report calls gone");
}

/// The quick way and the plain reading agree.
pub fn compare(copy: &Copy) {
    let headers: Vec<Header> = copy
        .standing()
        .headers()
        .map(|(hash, commit)| Header { hash: *hash, commit: std::sync::Arc::new(commit.clone()), kept_at: 0 })
        .collect();
    assert_eq!(copy.standing().judgement(), scratch::judge(&headers));
    let erased = |(record, _): &(RecordId, Digest)| copy.standing().fate(record) == Fate::Erased;
    assert!(!copy.held().any(|name| erased(&name)), "erased words are held");
}
