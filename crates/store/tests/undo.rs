//! Undo and redo against the stack of the textbook, over long random sequences, in the real store.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod laptop;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Basis, Consent, Permission, Ranked as _};
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Progress, Query, Returning, Store, StoreError, Taken, Undoable};
use laptop::{Laptop, does, is_sound, said, tags};

/// What a person sees of each contribution, but for its permissions.
type Seen = BTreeMap<RecordId, (String, String, BTreeSet<String>)>;

/// The stack of the textbook: what was seen before and after each action.
#[derive(Default)]
struct Textbook {
    now: Seen,
    done: Vec<(Deed, Seen)>,
    undone: Vec<(Deed, Seen)>,
}

impl Textbook {
    fn acts(&mut self, deed: Deed, then: Seen) {
        self.done.push((deed, std::mem::replace(&mut self.now, then)));
        self.undone.clear();
    }

    fn undoes(&mut self) -> Option<Deed> {
        let (deed, before) = self.done.pop()?;
        self.undone.push((deed, std::mem::replace(&mut self.now, before)));
        Some(deed)
    }

    fn redoes(&mut self) -> Option<Deed> {
        let (deed, after) = self.undone.pop()?;
        self.done.push((deed, std::mem::replace(&mut self.now, after)));
        Some(deed)
    }
}

async fn sees(store: &Store, all: &[RecordId]) -> (Seen, BTreeMap<RecordId, i64>) {
    let (mut seen, mut quotes) = (Seen::new(), BTreeMap::new());
    for id in all {
        if let Some(it) = store.contribution(*id).await.unwrap() {
            seen.insert(*id, (it.text, it.state, it.nodes.into_iter().collect()));
            quotes.insert(*id, it.permissions.quote.consent.rank());
        }
    }
    (seen, quotes)
}

/// One of a few small changes of one record, or none where it would change nothing.
fn change(seen: &mut Seen, record: RecordId, pick: u32, number: u32) -> Option<(Deed, Fields)> {
    let (text, state, nodes) = seen.get_mut(&record)?;
    let node = format!("n{}", number % 3);
    Some(match pick % 4 {
        0 => {
            *text = format!("wording {number}");
            (Deed::EDIT, Fields::from([(field::TEXT, text.as_str().into())]))
        }
        1 => {
            let other = ["accepted", "set-aside"].into_iter().find(|it| it != state)?;
            other.clone_into(state);
            (Deed::EDIT, Fields::from([(field::STATE, other.into())]))
        }
        2 => nodes.insert(node.clone()).then(|| (Deed::TAG, tags(&[&node], &[])))?,
        _ => nodes.remove(&node).then(|| (Deed::TAG, tags(&[], &[&node])))?,
    })
}

/// The same numbers for the same seed (xorshift).
struct Random(u32);

impl Random {
    fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }
}

async fn one_long_sequence(seed: u32) {
    let laptop = Laptop::new();
    let (mut store, _) = laptop.founds().await;
    let mut random = Random(seed);
    let mut textbook = Textbook::default();
    let mut all: Vec<RecordId> = Vec::new();
    for step in 0..150 {
        let (_, before) = sees(&store, &all).await;
        let mut takes = false;
        let pick = random.next();
        match pick % 10 {
            0 | 1 => {
                let text = format!("said {step}");
                let id = does(&store, Deed::RECORD, vec![said(&text)]).await.created[0];
                all.push(id);
                let mut then = textbook.now.clone();
                then.insert(id, (text, String::new(), BTreeSet::new()));
                textbook.acts(Deed::RECORD, then);
            }
            2..=4 => {
                let mut then = textbook.now.clone();
                // Of one record, or of all in one action.
                let some: Vec<RecordId> = if random.next().is_multiple_of(3) {
                    then.keys().copied().collect()
                } else {
                    then.keys().nth(random.next() as usize % then.len().max(1)).copied().into_iter().collect()
                };
                let pick = random.next();
                let changes: Vec<_> =
                    some.into_iter().filter_map(|id| Some((id, change(&mut then, id, pick, step)?))).collect();
                let Some((_, (deed, _))) = changes.first() else { continue };
                let deed = *deed;
                let edits = changes.into_iter().map(|(record, (_, fields))| Edit::Set { record, fields }).collect();
                does(&store, deed, edits).await;
                textbook.acts(deed, then);
            }
            5 => {
                let Some(record) = textbook.now.keys().next().copied() else { continue };
                let consent = Consent::ALL[random.next() as usize % 3];
                if before[&record] == consent.rank() {
                    continue;
                }
                let basis = Some(Basis::Form);
                let fields = Fields::from([(field::QUOTE, Permission { consent, basis }.to_value())]);
                does(&store, Deed::PERMISSION, vec![Edit::Set { record, fields }]).await;
                textbook.acts(Deed::PERMISSION, textbook.now.clone());
            }
            6..=8 => {
                takes = true;
                let undone = store.undo(5_000, store.person()).await.unwrap();
                assert_eq!(undone.map(|undone| undone.deed), textbook.undoes(), "seed {seed}, step {step}");
            }
            _ => {
                takes = true;
                let redone = store.redo(5_000, store.person()).await.unwrap();
                assert_eq!(redone.map(|redone| redone.deed), textbook.redoes(), "seed {seed}, step {step}");
            }
        }
        let (shown, after) = sees(&store, &all).await;
        assert_eq!(shown, textbook.now, "seed {seed}, step {step}");
        if takes {
            let loosened = after.iter().any(|(id, rank)| before.get(id).is_some_and(|before| rank < before));
            assert!(!loosened, "seed {seed}, step {step}: neither undo nor redo loosens a permission");
        }
        let Undoable { undo, redo } = store.undoable().await.unwrap();
        let deed = |taken: Option<Taken>| taken.map(|taken| taken.deed);
        assert_eq!(deed(undo), textbook.done.last().map(|(deed, _)| *deed), "seed {seed}, step {step}");
        assert_eq!(deed(redo), textbook.undone.last().map(|(deed, _)| *deed), "seed {seed}, step {step}");
        if step % 40 == 39 {
            // What can be taken back is known from the journal alone.
            store.close().await.unwrap();
            store = laptop.opens().await;
        }
    }
    is_sound(&store).await;
}

#[tokio::test]
async fn any_sequence_of_actions_undos_and_redos_goes_as_in_the_textbook() {
    for seed in 1..=6 {
        one_long_sequence(seed).await;
    }
}

#[tokio::test]
async fn a_refusal_stays_and_everything_beside_it_goes_back_and_comes_again() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let id = laptop::records(&store, "words").await;
    let refused = Permission { consent: Consent::Refused, basis: None }.to_value();
    let fields = Fields::from([(field::QUOTE, refused), (field::STATE, Value::from("accepted"))]);
    does(&store, Deed::PERMISSION, vec![Edit::Set { record: id, fields }]).await;
    let now = async || {
        let it = store.contribution(id).await.unwrap().unwrap();
        (it.state, it.permissions.quote.consent)
    };
    let undone = store.undo(3_000, store.person()).await.unwrap().unwrap();
    assert_eq!((undone.records, undone.left_out.len()), (1, 1));
    assert_eq!(now().await, (String::new(), Consent::Refused));
    let redone = store.redo(3_001, store.person()).await.unwrap().unwrap();
    assert_eq!((redone.deed, redone.records), (Deed::PERMISSION, 1));
    assert_eq!(now().await, ("accepted".to_owned(), Consent::Refused));
}

/// Calls the work off at a step; keeps what it was told.
struct StopsAt {
    step: usize,
    told: Mutex<Vec<(u64, u64)>>,
}

impl StopsAt {
    fn step(step: usize) -> Self {
        Self { step, told: Mutex::default() }
    }

    fn told(&self) -> Vec<(u64, u64)> {
        self.told.lock().unwrap().clone()
    }
}

impl Progress for StopsAt {
    fn step(&self, done: u64, of: u64) {
        self.told.lock().unwrap().push((done, of));
    }

    fn is_cancelled(&self) -> bool {
        self.told.lock().unwrap().len() >= self.step
    }
}

#[tokio::test]
async fn taking_many_back_tells_how_far_it_is_and_leaves_nothing_behind_when_it_is_called_off() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let words = (0..2_500).map(|number| said(&format!("Number {number}"))).collect();
    let created = does(&store, Deed::IMPORT, words).await.created;
    let tagged = |record: RecordId| Edit::Set { record, fields: tags(&["a"], &[]) };
    does(&store, Deed::TAG, created.iter().copied().map(tagged).collect()).await;
    let with_tag = async || {
        let query = Query { nodes: vec!["a".into()], ..Query::default() };
        store.find(&query, 0, 0).await.unwrap().total
    };
    let mut step = 1;
    loop {
        let progress = StopsAt::step(step);
        let undone = store.undo_with(5_000, store.person(), Returning::NONE, &progress).await;
        let told = progress.told();
        assert!(told.is_sorted(), "it never goes back: {told:?}");
        assert!(told.iter().all(|(done, of)| done <= of && *of == told[0].1), "of the same whole: {told:?}");
        match undone {
            Err(StoreError::Cancelled) => assert_eq!(with_tag().await, 2_500, "called off at step {step}"),
            undone => {
                assert_eq!(undone.unwrap().unwrap().records, 2_500);
                assert_eq!(told.last().unwrap().0, told.last().unwrap().1, "it tells of its end: {told:?}");
                break;
            }
        }
        step += 1;
    }
    assert!(step > 4, "it can be called off on the way: {step}");
    assert_eq!(with_tag().await, 0);
    assert!(matches!(
        store.redo_with(5_001, store.person(), Returning::NONE, &StopsAt::step(3)).await,
        Err(StoreError::Cancelled)
    ));
    assert_eq!(with_tag().await, 0);
    assert_eq!(store.redo(5_002, store.person()).await.unwrap().unwrap().records, 2_500, "it can still be done again");
    assert_eq!(with_tag().await, 2_500);
    is_sound(&store).await;
}
