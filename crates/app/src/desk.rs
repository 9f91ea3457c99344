//! Where one person works: an open consultation, who they are, and the clock. Everything a person does goes through it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use anteroom_journal::deed::Deed;
use anteroom_model::field::{self, Kind};
use anteroom_model::ids::{PersonId, RecordId};
use anteroom_store::{Action, Committed, Edit, Progress, Settle, Silent, Store};

use crate::capture;
use crate::changes::{Listener, Topic, topics};
use crate::error::AppError;
use crate::pairs::{self, Alikes};
use crate::structure::Structure;

/// Milliseconds since 1970, UTC. Passed in, so that a test can hold time still.
pub type Clock = fn() -> i64;

/// An open consultation.
pub struct Desk {
    store: Store,
    clock: Clock,
    language: Mutex<String>,
    /// Who is typing, where it is not whom this computer belongs to.
    typing: Mutex<Typist>,
    listener: OnceLock<Listener>,
    /// Read once and thrown away by every commit that may have changed it.
    structure: Mutex<Option<Arc<Structure>>>,
    /// Held during a visit to the shared server.
    pub(crate) visiting: tokio::sync::Mutex<()>,
    /// What may have been noted twice, found last.
    alikes: Mutex<Found>,
}

/// What was found, and how often something has been noted that may make it something else.
#[derive(Debug, Default)]
struct Found {
    since: u64,
    alikes: Option<Arc<Alikes>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Typist {
    person: Option<PersonId>,
    /// Known from before the consultation was locked, and confirmed by nobody since.
    carried: bool,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("language", &self.language()).finish_non_exhaustive()
    }
}

/// The clock of this computer.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Whether an action changes what `Structure` holds.
fn touches_bones(deed: Deed, edits: &[Edit]) -> bool {
    edits.iter().any(|edit| match edit {
        Edit::Create { kind, .. } => field::BONES.contains(kind),
        Edit::Set { .. } => matches!(deed, Deed::STRUCTURE | Deed::SETTLE),
        Edit::Beside { .. } | Edit::Attach { .. } | Edit::Erase(_) => false,
    })
}

impl Desk {
    pub(crate) fn new(store: Store, clock: Clock, language: &str) -> Self {
        let language = Mutex::new(language.to_owned());
        Self {
            store: store.forgetting(capture::forgetting),
            clock,
            language,
            typing: Mutex::default(),
            listener: OnceLock::new(),
            structure: Mutex::default(),
            visiting: tokio::sync::Mutex::default(),
            alikes: Mutex::default(),
        }
    }

    /// The language in which labels are read and refusals are said. BCP 47.
    pub fn language(&self) -> String {
        self.language.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From now on labels are read in this language.
    pub fn speak(&self, language: &str) {
        language.clone_into(&mut self.language.lock().unwrap_or_else(PoisonError::into_inner));
        self.structure_changed();
    }

    /// Tells `listener` after each action what may read differently now. The first listener stays.
    pub fn listen(&self, listener: impl Fn(&BTreeSet<Topic>) + Send + Sync + 'static) {
        self.listener.set(Box::new(listener)).ok();
    }

    /// Tells whoever listens.
    pub(crate) fn changed(&self, topics: &BTreeSet<Topic>) {
        if let Some(listener) = self.listener.get()
            && !topics.is_empty()
        {
            listener(topics);
        }
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn into_store(self) -> Store {
        self.store
    }

    pub(crate) fn now(&self) -> i64 {
        (self.clock)()
    }

    /// Who is typing.
    pub(crate) fn person(&self) -> PersonId {
        let typing = *self.typing.lock().unwrap_or_else(PoisonError::into_inner);
        typing.person.unwrap_or_else(|| self.store.person())
    }

    /// From now on somebody else is typing.
    pub(crate) fn hand_over(&self, to: PersonId) {
        *self.typing.lock().unwrap_or_else(PoisonError::into_inner) = Typist { person: Some(to), carried: false };
    }

    /// Somebody goes on typing who was before the consultation was locked.
    pub(crate) fn carry_on(&self, with: PersonId) {
        *self.typing.lock().unwrap_or_else(PoisonError::into_inner) = Typist { person: Some(with), carried: true };
    }

    /// Whether who is typing is known from before the consultation was locked only.
    pub(crate) fn is_carried(&self) -> bool {
        self.typing.lock().unwrap_or_else(PoisonError::into_inner).carried
    }

    pub(crate) async fn structure(&self) -> Result<Arc<Structure>, AppError> {
        let kept = self.structure.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(structure) = kept {
            return Ok(structure);
        }
        let read = Arc::new(Structure::read(&self.store, &self.language()).await?);
        *self.structure.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&read));
        Ok(read)
    }

    /// Forgets what was read of the structure: something else may hold now.
    pub(crate) fn structure_changed(&self) {
        *self.structure.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.forget_alikes();
    }

    /// What may have been noted twice: looked for again only where something was noted since.
    pub(crate) async fn alikes(&self) -> Result<Arc<Alikes>, AppError> {
        let since = {
            let found = self.alikes.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(alikes) = &found.alikes {
                return Ok(Arc::clone(alikes));
            }
            found.since
        };
        let alikes = pairs::find(self).await?;
        let mut found = self.alikes.lock().unwrap_or_else(PoisonError::into_inner);
        if found.since == since {
            found.alikes = Some(Arc::clone(&alikes));
        }
        Ok(alikes)
    }

    fn forget_alikes(&self) {
        let mut found = self.alikes.lock().unwrap_or_else(PoisonError::into_inner);
        *found = Found { since: found.since + 1, alikes: None };
    }

    /// Thrown away by whatever is noted or read differently; not by what is said of pairs.
    fn noted(&self, deed: Deed) {
        if !matches!(deed, Deed::CONSOLIDATE | Deed::BRIEF | Deed::PRESENCE | Deed::MEMBERS | Deed::SERVER) {
            self.forget_alikes();
        }
    }

    /// One action of one person: durable when this returns.
    pub(crate) async fn commit(&self, deed: Deed, edits: Vec<Edit>) -> Result<Committed, AppError> {
        self.commit_with(deed, edits, &Silent).await
    }

    /// The same for a large action: tells how far it is, and can be called off until it is done.
    pub(crate) async fn commit_with(
        &self,
        deed: Deed,
        edits: Vec<Edit>,
        progress: &dyn Progress,
    ) -> Result<Committed, AppError> {
        let (bones, topics) = (touches_bones(deed, &edits), topics(deed, &edits));
        let action = Action { deed, time: self.now(), author: self.person(), undoes: None, edits };
        let committed = self.store.commit_with(action, progress).await?;
        self.noted(deed);
        if bones {
            self.structure_changed();
        }
        self.changed(&topics);
        Ok(committed)
    }

    /// One action, and what becomes of drafts with it: both happen, or neither.
    pub(crate) async fn commit_settling(
        &self,
        deed: Deed,
        edits: Vec<Edit>,
        settle: Settle,
    ) -> Result<Committed, AppError> {
        let (bones, mut topics) = (touches_bones(deed, &edits), topics(deed, &edits));
        topics.insert(Topic::Drafts);
        let action = Action { deed, time: self.now(), author: self.person(), undoes: None, edits };
        let committed = self.store.commit_settling(action, settle).await?;
        self.noted(deed);
        if bones {
            self.structure_changed();
        }
        self.changed(&topics);
        Ok(committed)
    }

    /// One action that makes one record.
    pub(crate) async fn create(
        &self,
        deed: Deed,
        kind: Kind,
        fields: anteroom_model::value::Fields,
    ) -> Result<RecordId, AppError> {
        let committed = self.commit(deed, vec![Edit::Create { kind, fields, mark: None }]).await?;
        committed.created.first().copied().ok_or_else(|| AppError::new("not-allowed", &[]))
    }
}
