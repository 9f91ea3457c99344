//! Laptops, in memory, that record, decide and hand over: what the stories and the random histories are played on.

#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of the world")]

use std::collections::{BTreeMap, BTreeSet};

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
    pub copy: Copy,
    /// The last commit of its own series in its file.
    pub tip: Option<Place>,
    /// The last commit that its key remembers to have signed.
    pub signed: Option<Digest>,
    /// Words that it has deleted.
    pub deleted: BTreeSet<(RecordId, Digest)>,
}

pub struct World {
    pub laptops: Vec<Laptop>,
    pub root: SigningKey,
    pub founding: SignedCommit,
    pub all: BTreeMap<Digest, SignedCommit>,
    pub archive: BTreeMap<(RecordId, Digest), Vec<u8>>,
    pub clock: i64,
    pub keys: u8,
    /// Whether every merge is compared with the plain reading.
    pub compares: bool,
}

pub fn person(number: u8) -> PersonId {
    PersonId([number; 16])
}

fn key(number: u8) -> SigningKey {
    SigningKey::from_bytes(&[number.wrapping_add(1); 32])
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
    /// A founder, two organisers, a facilitator, a rapporteur, and a laptop that has only the event pack.
    pub fn new() -> Self {
        let root = SigningKey::from_bytes(&[200; 32]);
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
        draft.found(device(&root));
        draft.create(CONSULTATION, &Fields::from([(NAME, "Consultation".into())]), &[0; 32], None);
        for (number, roles) in
            [(1, Roles::ORGANISER), (2, Roles::ORGANISER), (3, Roles::FACILITATOR), (4, Roles::RAPPORTEUR)]
        {
            let ruling = certificate(device(&key(number)), roles, None, false, number);
            draft.decide(Decision { ruling, saw: Vec::new() });
        }
        let (founding, words) = draft.sign(&key(0)).unwrap().split();
        let mut world = Self {
            laptops: Vec::new(),
            root,
            all: BTreeMap::from([(founding.hash, founding.clone())]),
            archive: words.iter().map(|(record, digest, bytes)| ((*record, *digest), bytes.clone())).collect(),
            founding,
            clock: 0,
            keys: 0,
            compares: true,
        };
        for _ in 0..6 {
            let at = world.add_laptop();
            world.laptops[at].copy.take_in(Vec::new(), words.clone()).unwrap();
        }
        world.laptops[F].tip = Some(Place { seq: 0, hash: world.founding.hash });
        world.laptops[F].signed = Some(world.founding.hash);
        world
    }

    pub fn add_laptop(&mut self) -> usize {
        let key = key(self.keys);
        self.keys += 1;
        let copy = fresh(&self.founding);
        let (device, deleted) = (device(&key), BTreeSet::new());
        self.laptops.push(Laptop { key, device, copy, tip: None, signed: None, deleted });
        self.laptops.len() - 1
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

    fn heading(&mut self, device: DeviceId, tip: Option<Place>, author: usize) -> Heading {
        self.clock += 1;
        let mut nonce = [0; 16];
        nonce[..8].copy_from_slice(&self.clock.to_be_bytes());
        // Two laptops have clocks that are wrong.
        let skew = if author == B {
            40
        } else if author == D {
            -40
        } else {
            0
        };
        Heading {
            consultation: ConsultationId(self.founding.hash.0),
            device,
            seq: tip.map_or(0, |tip| tip.seq + 1),
            prev: tip.map(|tip| tip.hash),
            author: person(author as u8),
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

    /// Does one thing on one laptop.
    pub fn act(&mut self, who: usize, act: &Act) -> SignedCommit {
        let (device, tip, key) = (self.laptops[who].device, self.laptops[who].tip, self.laptops[who].key.clone());
        let heading = Heading { undoes: act.undoes, ..self.heading(device, tip, who) };
        let signed = self.sign(heading, act, &key);
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
        self.receive(at, vec![commit.clone()], words);
        commit
    }

    pub fn receive(&mut self, to: usize, commits: Vec<SignedCommit>, words: Vec<Words>) -> Report {
        let compares = self.compares;
        let laptop = &mut self.laptops[to];
        let before: BTreeSet<_> = laptop.copy.held().collect();
        let report = laptop.copy.take_in(commits, words).unwrap();
        let after: BTreeSet<_> = laptop.copy.held().collect();
        laptop.deleted.extend(before.difference(&after));
        if compares {
            compare(&laptop.copy);
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
        let words = words.collect();
        let report = self.receive(to, commits, words);
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
        let mut copy = fresh(&self.founding);
        let of = &self.laptops[who];
        let commits = of.copy.standing().headers().map(|(hash, _)| of.copy.signed(hash).unwrap()).collect();
        let held = of.copy.held();
        let words = held.map(|(record, digest)| (record, digest, of.copy.words(&record, &digest).unwrap().to_vec()));
        copy.take_in(commits, words.collect()).unwrap();
        let Laptop { key, device, tip, signed, deleted, .. } = of;
        let (key, device, tip, signed, deleted) = (key.clone(), *device, *tip, *signed, deleted.clone());
        self.laptops.push(Laptop { key, device, copy, tip, signed, deleted });
        self.laptops.len() - 1
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

    /// Everything reaches everybody.
    pub fn deliver_all(&mut self) {
        for _ in 0..12 {
            let before = self.holdings();
            for at in 1..self.laptops.len() {
                self.exchange(at - 1, at);
            }
            for at in (1..self.laptops.len()).rev() {
                self.exchange(at, at - 1);
            }
            if self.holdings() == before {
                return;
            }
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

/// The quick way and the plain reading agree.
pub fn compare(copy: &Copy) {
    let headers: Vec<Header> = copy
        .standing()
        .headers()
        .map(|(hash, commit)| Header { hash: *hash, commit: std::sync::Arc::new(commit.clone()) })
        .collect();
    assert_eq!(copy.standing().judgement(), scratch::judge(&headers));
    let erased = |(record, _): &(RecordId, Digest)| copy.standing().fate(record) == Fate::Erased;
    assert!(!copy.held().any(|name| erased(&name)), "erased words are held");
}
