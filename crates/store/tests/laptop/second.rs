//! A second laptop, for the tests of what stands above the store: it takes part, changes something, and hands that over.

use std::path::Path;

use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_model::field::{self, Field};
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Action, Edit, HandOver, Merged, Names, Passphrase, Silent, Since, Store, Unlock};

pub(crate) struct Second {
    store: Store,
    place: tempfile::TempDir,
}

fn typed(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned())
}

async fn first(file: &Path, home: &Path, passphrase: &str) -> Store {
    Box::pin(Store::open(file, home, &Unlock::Passphrase(typed(passphrase)))).await.unwrap()
}

async fn hands(from: &Store, place: &Path, at: i64) -> std::path::PathBuf {
    let file = place.join("x.handover");
    let what =
        HandOver { to: Vec::new(), since: Since::LastExchange, names: Names::LeftOut, name: "one of two".into(), at };
    from.hand_over(&file, what, &Silent).await.unwrap();
    file
}

impl Second {
    /// Begins with all that stands in a consultation that nobody has open, whose organiser takes it in as another one.
    pub(crate) async fn joins(file: &Path, home: &Path, passphrase: &str, at: i64) -> Self {
        let place = tempfile::tempdir().unwrap();
        let ana = first(file, home, passphrase).await;
        let invitation = ana.invite("Ben", Roles::ALL, false, at).await.unwrap();
        let own = place.path().join("home");
        let joined = Store::join(&own, &invitation, "Ben", &typed("of Ben"), false).unwrap();
        let invited = ana.accepted(&joined.acceptance).await.unwrap();
        Box::pin(ana.admit(invited.admitted.clone(), Vec::new(), ana.person(), at)).await.unwrap();
        ana.use_invitation(&invited).await.unwrap();
        let handed = hands(&ana, place.path(), at).await;
        ana.close().await.unwrap();
        let ben = place.path().join("ben.anteroom");
        let begun = Box::pin(Store::begin_invited(&handed, &ben, &own, &typed("of Ben"), at, &Silent)).await;
        Self { store: begun.unwrap().0, place }
    }

    pub(crate) async fn sets(&self, record: RecordId, field: Field, value: impl Into<Value>, at: i64) {
        let edits = vec![Edit::Set { record, fields: Fields::from([(field, value.into())]) }];
        let author = self.store.person();
        self.store.commit(Action { deed: Deed::EDIT, time: at, author, undoes: None, edits }).await.unwrap();
    }

    /// Notes something, in a round where one is named.
    pub(crate) async fn notes(&self, text: &str, round: Option<RecordId>, at: i64) -> RecordId {
        let mut fields = Fields::from([(field::TEXT, text.into())]);
        fields.extend(round.map(|round| (field::SEGMENT_OF, round.into())));
        let edits = vec![Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }];
        let author = self.store.person();
        let action = Action { deed: Deed::RECORD, time: at, author, undoes: None, edits };
        self.store.commit(action).await.unwrap().created[0]
    }

    /// What it has goes into the first one, which nobody has open.
    pub(crate) async fn hands_over_to(&self, file: &Path, home: &Path, passphrase: &str, at: i64) -> Merged {
        let handed = hands(&self.store, self.place.path(), at).await;
        let ana = first(file, home, passphrase).await;
        let merged = Box::pin(ana.merge(&handed, at, &Silent)).await.unwrap().remove(0);
        ana.close().await.unwrap();
        merged
    }
}
