//! One action becomes one commit: what says nothing new is left out, new records get their ids, and it is signed.

use std::collections::BTreeMap;

use anteroom_journal::commit::{Mark, record_id};
use anteroom_journal::contents::Salt;
use anteroom_journal::decision::Ruling;
use anteroom_journal::deed::Deed;
use anteroom_journal::draft::{Draft, Heading, Signed};
use anteroom_journal::resolve::RecordState;
use anteroom_journal::standing::Fate;
use anteroom_model::field::{self, Class, Kind};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest, RecordId};
use anteroom_model::reference::reference;
use anteroom_model::value::{Fields, Value};
use sqlx::SqliteConnection;

use crate::action::{Action, Committed, Edit, Founding, Whole, fill_in_all};
use crate::attachment;
use crate::busy::on_a_thread;
use crate::derive::{Held, held, state};
use crate::draft::{Settle, Settling};
use crate::error::StoreError;
use crate::exchange::settle_key;
use crate::home::Device;
use crate::journal::Journal;
use crate::progress::{Counted, Progress, Silent};
use crate::store::{Store, Writing};
use crate::write::{A_STEP, Written, write};

impl Store {
    /// Does one action: durable when this returns.
    ///
    /// # Errors
    /// `NotAllowed`, `Erased`, `UnknownRecord`, `DiskFull`, or what the disk refuses; nothing is changed then.
    pub async fn commit(&self, action: Action) -> Result<Committed, StoreError> {
        self.commit_with(action, &Silent).await
    }

    /// The same for a large action: tells how far it is, and can be called off until it is done.
    ///
    /// # Errors
    /// `Cancelled`, and as `commit`.
    pub async fn commit_with(&self, action: Action, progress: &dyn Progress) -> Result<Committed, StoreError> {
        let mut writing = self.writing().await?;
        commit(&mut writing, action, progress).await
    }

    /// The same, and what becomes of drafts with it: both happen, or neither.
    ///
    /// # Errors
    /// As `commit`.
    pub async fn commit_settling(&self, action: Action, settle: Settle) -> Result<Committed, StoreError> {
        let mut writing = self.writing().await?;
        commit_settling(&mut writing, action, settle, &Silent).await
    }
}

pub(crate) async fn commit(
    writing: &mut Writing,
    action: Action,
    progress: &dyn Progress,
) -> Result<Committed, StoreError> {
    commit_settling(writing, action, Box::new(|_| Settling::default()), progress).await
}

pub(crate) async fn commit_settling(
    writing: &mut Writing,
    action: Action,
    settle: Settle,
    progress: &dyn Progress,
) -> Result<Committed, StoreError> {
    commit_deciding(writing, action, Vec::new(), settle, progress).await
}

/// One action, with decisions that stand in its commit.
pub(crate) async fn commit_deciding(
    writing: &mut Writing,
    action: Action,
    rulings: Vec<Ruling>,
    settle: Settle,
    progress: &dyn Progress,
) -> Result<Committed, StoreError> {
    settle_key(writing).await?;
    let (key, consultation, device) = (writing.device.key.clone(), writing.consultation, writing.device.id());
    let (connection, journal) = writing.both().await?;
    let mut nonce = [0; 16];
    getrandom::fill(&mut nonce)?;
    let heading = Heading {
        consultation,
        device,
        seq: journal.seq,
        prev: journal.tip,
        author: action.author,
        time: action.time,
        deed: action.deed,
        nonce,
        undoes: action.undoes,
    };
    let sets = action.edits.iter().filter(|edit| matches!(edit, Edit::Set { .. } | Edit::Beside { .. })).count();
    // What is changed is read, written and shown anew; what is new is written.
    let mut counted = Counted::new(progress, action.edits.len() + 2 * sets);
    let edits = make_ready(connection, journal, action.edits, &mut counted).await?;
    let changed = edits.iter().filter(|(_, edit)| matches!(edit, Ready::Set { .. })).count() as u32;
    let Drafted { mut draft, created, attached } = draft(heading, edits, Some((&journal.code, journal.contributions)))?;
    for ruling in rulings {
        draft.decide(journal.standing.deciding(ruling));
    }
    let settling = settle(&created);
    if draft.is_empty() && action.undoes.is_none() {
        if !settling.is_empty() {
            crate::draft::settle(connection, settling).await?;
        }
        return Ok(Committed::default());
    }
    // The way to another thread and back costs more than signing a few revisions.
    let signed =
        if created.len() < A_STEP { draft.sign(&key)? } else { on_a_thread(move || draft.sign(&key)).await?? };
    let hash = signed.hash;
    write(writing, Written::own(signed, settling, attached), &mut counted).await?;
    Ok(Committed { hash, created, changed })
}

/// An edit that stands beside what it changes.
enum Ready {
    Create { kind: Kind, fields: Fields, mark: Option<Mark> },
    Set { record: RecordId, kind: Kind, heads: Vec<Digest>, fields: Fields },
    Attach { to: Whole, fields: Fields, bytes: Vec<u8> },
    Erase(RecordId),
}

/// How many edits are compared with what stands there at a time.
const A_BATCH: usize = 2000;

/// Looks up what the edits change, and leaves out what says nothing new. Each keeps its place among the edits.
async fn make_ready(
    connection: &mut SqliteConnection,
    journal: &Journal,
    edits: Vec<Edit>,
    counted: &mut Counted<'_>,
) -> Result<Vec<(u32, Ready)>, StoreError> {
    let mut ready = Vec::with_capacity(edits.len());
    let mut edits = (0_u32..).zip(edits).peekable();
    while edits.peek().is_some() {
        let some: Vec<(u32, Edit)> = edits.by_ref().take(A_BATCH).collect();
        let named: Vec<RecordId> = some.iter().filter_map(|(_, edit)| changes(edit)).collect();
        let twins: Vec<RecordId> = named.iter().flat_map(|record| journal.standing.twins(*record)).collect();
        let held = held(connection, &journal.standing, &twins).await?;
        for (at, edit) in some {
            let edit = match edit {
                Edit::Create { kind, fields, mark } => Some(Ready::Create { kind, fields, mark }),
                Edit::Attach { to, fields, bytes } => {
                    if let Whole::There(to) = to
                        && journal.standing.fate(&to) != Fate::Shown
                    {
                        return Err(StoreError::Erased);
                    }
                    Some(Ready::Attach { to, fields, bytes })
                }
                Edit::Erase(record) => Some(Ready::Erase(record)),
                Edit::Set { record, fields } => compared(journal, record, &held, |state| changed(&fields, state))?,
                Edit::Beside { record, fields } => compared(journal, record, &held, |_| fields)?,
            };
            ready.extend(edit.map(|edit| (at, edit)));
        }
        if !named.is_empty() {
            counted.went(named.len())?;
        }
    }
    Ok(ready)
}

fn changes(edit: &Edit) -> Option<RecordId> {
    if let Edit::Set { record, .. } | Edit::Beside { record, .. } = edit { Some(*record) } else { None }
}

/// `None`: everything stands there as it is to stand.
fn compared(
    journal: &Journal,
    record: RecordId,
    held: &Held,
    news: impl FnOnce(&RecordState) -> Fields,
) -> Result<Option<Ready>, StoreError> {
    if journal.standing.fate(&record) != Fate::Shown {
        return Err(StoreError::Erased);
    }
    let (_, state) = state(&journal.standing, record, &journal.device, held).ok_or(StoreError::UnknownRecord)?;
    let fields = news(&state);
    if fields.is_empty() {
        return Ok(None);
    }
    let kind = state.kind.ok_or(StoreError::UnknownRecord)?;
    Ok(Some(Ready::Set { record, kind, heads: state.heads, fields }))
}

/// A commit put together, the records that it makes, and the bytes of those that are attached files.
struct Drafted {
    draft: Draft,
    created: Vec<RecordId>,
    attached: Vec<(RecordId, Vec<u8>)>,
}

/// Puts the commit together. `numbering` gives contributions their short references: the series' code, and how many it
/// has made.
fn draft(heading: Heading, edits: Vec<(u32, Ready)>, numbering: Option<(&str, u64)>) -> Result<Drafted, StoreError> {
    let Heading { consultation, device, nonce, .. } = heading;
    let revisions = edits.iter().filter(|(_, edit)| !matches!(edit, Ready::Erase(_)));
    let ids: BTreeMap<u32, RecordId> = (0_u32..)
        .zip(revisions)
        .filter(|(_, (_, edit))| matches!(edit, Ready::Create { .. } | Ready::Attach { .. }))
        .map(|(place, (at, _))| (*at, record_id(&consultation, &device, &nonce, place)))
        .collect();
    let mut salts = Salts::default();
    let mut draft = Draft::new(heading);
    let (mut created, mut attached) = (Vec::with_capacity(ids.len()), Vec::new());
    let mut number = numbering.map_or(0, |(_, made)| made);
    for (_, edit) in edits {
        match edit {
            Ready::Create { kind, mut fields, mark } => {
                fill_in_all(&mut fields, &ids);
                if let (field::CONTRIBUTION, Some((code, _))) = (kind, numbering) {
                    number += 1;
                    fields.insert(field::REFERENCE, reference(code, number).into());
                }
                created.push(draft.create(kind, &fields, &salts.next()?, mark));
            }
            Ready::Set { record, kind, heads, mut fields } => {
                fill_in_all(&mut fields, &ids);
                draft.edit(record, kind, heads, &fields, &salts.next()?);
            }
            Ready::Attach { to, mut fields, bytes } => {
                let to = match to {
                    Whole::There(to) => to,
                    Whole::Made(at) => *ids.get(&at).ok_or(StoreError::UnknownRecord)?,
                };
                fields.insert(field::ATTACHED_TO, to.into());
                fields.append(&mut attachment::described(&bytes));
                let record = draft.create_part(to, field::ATTACHMENT, &fields, &salts.next()?);
                created.push(record);
                attached.push((record, bytes));
            }
            Ready::Erase(record) => draft.erase(record),
        }
    }
    Ok(Drafted { draft, created, attached })
}

/// Salts, drawn many at a time: one call to the system for each would cost more than the salt.
#[derive(Default)]
struct Salts {
    drawn: Vec<Salt>,
}

impl Salts {
    fn next(&mut self) -> Result<Salt, StoreError> {
        if let Some(salt) = self.drawn.pop() {
            return Ok(salt);
        }
        let mut bytes = [0; 64 * 32];
        getrandom::fill(&mut bytes)?;
        let (salts, _) = bytes.as_chunks::<32>();
        self.drawn.extend_from_slice(salts);
        self.drawn.pop().ok_or(StoreError::NoRandomness)
    }
}

/// Those of `fields` that say something new: what stands there already is not said again, unless something stands
/// against it.
fn changed(fields: &Fields, state: &RecordState) -> Fields {
    let mut changed = Fields::new();
    for (field, value) in fields {
        let known = state.fields.get(field);
        let settled =
            known.is_some_and(|known| known.heads.len() < 2 && known.shadow.is_empty() && known.missing.is_empty());
        if field.class() == Class::Set {
            if let Some(value) = news_for_set(value, state.value(*field)) {
                changed.insert(*field, value);
            }
        } else if !settled || state.value(*field) != Some(value) {
            changed.insert(*field, value.clone());
        }
    }
    changed
}

/// The elements that are added and not there, or taken away and there.
fn news_for_set(value: &Value, now: Option<&Value>) -> Option<Value> {
    let there = |element: &Value| now.and_then(Value::list).unwrap_or_default().contains(element);
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    for (element, present) in value.elements() {
        if present != there(element) {
            if present { &mut added } else { &mut removed }.push(element.clone());
        }
    }
    (!added.is_empty() || !removed.is_empty()).then(|| Value::set(added, removed))
}

/// The founding commit, which is signed before there is anything to write it into.
pub(crate) fn found(device: &Device, root: DeviceId, founding: Founding) -> Result<Signed, StoreError> {
    let mut nonce = [0; 16];
    getrandom::fill(&mut nonce)?;
    let heading = Heading {
        consultation: ConsultationId::default(),
        device: device.id(),
        seq: 0,
        prev: None,
        author: device.person,
        time: founding.time,
        deed: Deed::FOUND,
        nonce,
        undoes: None,
    };
    let edits = founding.edits.into_iter().map(|edit| match edit {
        Edit::Create { kind, fields, mark } => Ok(Ready::Create { kind, fields, mark }),
        Edit::Set { .. } | Edit::Beside { .. } | Edit::Attach { .. } | Edit::Erase(_) => Err(StoreError::UnknownRecord),
    });
    let edits: Vec<Ready> = edits.collect::<Result<_, _>>()?;
    let Drafted { mut draft, .. } = draft(heading, (0..).zip(edits).collect(), None)?;
    draft.found(root);
    Ok(draft.sign(&device.key)?)
}

#[cfg(test)]
mod tests {
    use anteroom_journal::resolve::FieldState;
    use anteroom_model::field::Field;

    use super::*;

    fn stands(field: Field, value: Value, heads: usize) -> RecordState {
        let known = FieldState { value: Some(value), heads: vec![Digest([1; 32]); heads], ..FieldState::default() };
        RecordState { fields: BTreeMap::from([(field, known)]), live: true, ..RecordState::default() }
    }

    #[test]
    fn what_stands_there_already_is_not_said_again() {
        let state = stands(field::STATE, "accepted".into(), 1);
        assert!(changed(&Fields::from([(field::STATE, "accepted".into())]), &state).is_empty());
        assert_eq!(changed(&Fields::from([(field::STATE, "set-aside".into())]), &state).len(), 1);
        let conflict = stands(field::STATE, "accepted".into(), 2);
        assert_eq!(
            changed(&Fields::from([(field::STATE, "accepted".into())]), &conflict).len(),
            1,
            "it settles the conflict"
        );
    }

    #[test]
    fn a_tag_that_is_there_is_not_added_again() {
        let state = stands(field::TAGS, Value::List(vec!["a".into(), "b".into()]), 2);
        let tags = |added: &[&str], removed: &[&str]| {
            let values = |keys: &[&str]| keys.iter().map(|key| Value::from(*key)).collect::<Vec<_>>();
            Fields::from([(field::TAGS, Value::set(values(added), values(removed)))])
        };
        assert!(changed(&tags(&["a"], &["z"]), &state).is_empty());
        assert_eq!(changed(&tags(&["a", "c"], &["b"]), &state), tags(&["c"], &["b"]));
    }
}
