//! Two laptops change the same field without knowing of each other: all values stay, somebody settles them, and an undo
//! lets them stand again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use std::path::Path;

use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_model::field::{self, Field, Kind};
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Action, Conflict, Edit, HandOver, Names, Query, Silent, Since, Store};
use laptop::{Laptop, does, finds, is_sound, said, tags, typed};

/// Two organisers, each with a laptop.
struct Two {
    ana: Store,
    ben: Store,
    place: tempfile::TempDir,
    _laptops: [Laptop; 2],
}

impl Two {
    async fn begin() -> Self {
        let (founder, other) = (Laptop::new(), Laptop::new());
        let (ana, _) = founder.founds().await;
        let invitation = ana.invite("Ben", Roles::ALL, false, 10_000).await.unwrap();
        let joined = Store::join(&other.home(), &invitation, "Ben", &typed("of Ben"), false).unwrap();
        let invited = ana.accepted(&joined.acceptance).await.unwrap();
        ana.admit(invited.admitted.clone(), Vec::new(), ana.person(), 10_000).await.unwrap();
        ana.use_invitation(&invited).await.unwrap();
        let place = tempfile::tempdir().unwrap();
        let file = hands(&ana, place.path()).await;
        let begun = Store::begin_invited(&file, &other.file(), &other.home(), &typed("of Ben"), 10_000, &Silent).await;
        Self { ana, ben: begun.unwrap().0, place, _laptops: [founder, other] }
    }

    /// Each takes in what the other has.
    async fn exchange(&self) {
        for (from, to) in [(&self.ana, &self.ben), (&self.ben, &self.ana)] {
            let file = hands(from, self.place.path()).await;
            to.merge(&file, 10_000, &Silent).await.unwrap();
        }
        assert_eq!(self.ana.dump().await.unwrap(), self.ben.dump().await.unwrap());
    }

    /// Ana makes it, Ben has it too.
    async fn both_have(&self, edit: Edit) -> RecordId {
        let record = does(&self.ana, Deed::RECORD, vec![edit]).await.created[0];
        self.exchange().await;
        record
    }

    /// Each sets the field to something else, then they exchange.
    async fn disagree(&self, record: RecordId, field: Field, ana: &str, ben: &str) {
        sets(&self.ana, record, field, ana, 3_000).await;
        sets(&self.ben, record, field, ben, 4_000).await;
        self.exchange().await;
    }

    async fn is_sound(&self) {
        is_sound(&self.ana).await;
        is_sound(&self.ben).await;
    }
}

async fn hands(from: &Store, place: &Path) -> std::path::PathBuf {
    let file = place.join("x.handover");
    let what = HandOver {
        to: Vec::new(),
        since: Since::LastExchange,
        names: Names::LeftOut,
        name: "one of two".into(),
        at: 10_000,
    };
    from.hand_over(&file, what, &Silent).await.unwrap();
    file
}

async fn sets(store: &Store, record: RecordId, field: Field, value: &str, time: i64) {
    let edits = vec![Edit::Set { record, fields: Fields::from([(field, value.into())]) }];
    store.commit(Action { deed: Deed::EDIT, time, author: store.person(), undoes: None, edits }).await.unwrap();
}

fn texts(conflict: &Conflict) -> Vec<&str> {
    conflict.values.iter().filter_map(|said| said.value.text()).collect()
}

async fn only(store: &Store) -> Conflict {
    let mut conflicts = store.conflicts().await.unwrap();
    assert_eq!((conflicts.len(), store.count_conflicts().await.unwrap()), (1, 1));
    conflicts.remove(0)
}

fn of_kind(kind: Kind, name: &str) -> Edit {
    Edit::Create { kind, fields: Fields::from([(field::NAME, name.into())]), mark: None }
}

#[tokio::test]
async fn each_value_is_told_with_who_set_it_and_with_what_stood_there_before() {
    let two = Two::begin().await;
    let record = two.both_have(said("They kept our passports.")).await;
    two.both_have(said("Nobody disagrees on this.")).await;
    two.disagree(record, field::TEXT, "They took our passports.", "They kept all our passports.").await;
    for store in [&two.ana, &two.ben] {
        let conflict = only(store).await;
        assert_eq!((conflict.record, conflict.kind, conflict.field), (record, field::CONTRIBUTION, field::TEXT));
        assert_eq!(texts(&conflict), ["They kept all our passports.", "They took our passports."]);
        assert_eq!(conflict.before.unwrap().value, Value::from("They kept our passports."));
        let by = conflict.values.iter().map(|said| (said.author, said.at)).collect::<Vec<_>>();
        assert_eq!(by, [(two.ben.person(), 4_000), (two.ana.person(), 3_000)]);
        assert_ne!(conflict.values[0].device, conflict.values[1].device);
        assert_eq!(store.conflicts_of(record).await.unwrap().len(), 1);
        let found = store.find(&Query { conflicts: true, ..Query::default() }, 0, 10).await.unwrap();
        assert_eq!((found.total, found.rows[0].id), (1, record));
    }
    two.is_sound().await;
}

#[tokio::test]
async fn an_edit_that_has_seen_all_settles_it_also_with_the_value_that_stands_in() {
    let two = Two::begin().await;
    for settled in ["They kept all our passports.", "They took our passports.", "They kept passports."] {
        let record = two.both_have(said("They kept our passports.")).await;
        two.disagree(record, field::TEXT, "They took our passports.", "They kept all our passports.").await;
        sets(&two.ana, record, field::TEXT, settled, 5_000).await;
        assert!(two.ana.conflicts().await.unwrap().is_empty(), "{settled}");
        two.exchange().await;
        assert!(two.ben.conflicts().await.unwrap().is_empty(), "{settled}");
        assert_eq!(two.ben.contribution(record).await.unwrap().unwrap().text, settled);
    }
    two.is_sound().await;
}

#[tokio::test]
async fn an_undo_lets_all_values_stand_again_and_a_redo_settles_it_again() {
    let two = Two::begin().await;
    for settled in ["They kept all our passports.", "They took our passports.", "They kept passports."] {
        let record = two.both_have(said("They kept our passports.")).await;
        two.disagree(record, field::TEXT, "They took our passports.", "They kept all our passports.").await;
        let stood = only(&two.ana).await;
        sets(&two.ana, record, field::TEXT, settled, 5_000).await;
        two.ana.undo(6_000, two.ana.person()).await.unwrap().unwrap();
        two.exchange().await;
        for store in [&two.ana, &two.ben] {
            let conflict = only(store).await;
            let by = |conflict: &Conflict| {
                let mut by: Vec<_> = conflict
                    .values
                    .iter()
                    .map(|said| (said.value.clone(), said.author, said.device, said.at))
                    .collect();
                by.sort();
                by
            };
            assert_eq!(by(&conflict), by(&stood), "each is whose it was");
            assert_eq!(conflict.before.unwrap().value, Value::from("They kept our passports."));
        }
        two.ana.redo(7_000, two.ana.person()).await.unwrap().unwrap();
        two.exchange().await;
        assert!(two.ben.conflicts().await.unwrap().is_empty());
        assert_eq!(two.ben.contribution(record).await.unwrap().unwrap().text, settled);
    }
    two.is_sound().await;
}

#[tokio::test]
async fn records_of_every_kind_can_stand_in_conflict() {
    let two = Two::begin().await;
    let stage = two.both_have(of_kind(field::STAGE, "Regional")).await;
    two.disagree(stage, field::NAME, "Regional consultation", "Regional round").await;
    let conflict = only(&two.ana).await;
    assert_eq!((conflict.record, conflict.kind, conflict.field), (stage, field::STAGE, field::NAME));
    assert_eq!(two.ana.record(stage).await.unwrap().unwrap().conflicts, [field::NAME]);
    two.ana.rebuild(&Silent).await.unwrap();
    assert_eq!(only(&two.ana).await, conflict);
    two.is_sound().await;
    let away = Fields::from([(field::PUT_AWAY, true.into())]);
    does(&two.ana, Deed::STRUCTURE, vec![Edit::Set { record: stage, fields: away }]).await;
    assert!(two.ana.conflicts().await.unwrap().is_empty(), "of what is put away nobody has to settle anything");
    assert_eq!(two.ana.count_conflicts().await.unwrap(), 0);
    two.is_sound().await;
}

#[tokio::test]
async fn tags_of_both_are_no_conflict_and_several_fields_are_settled_one_by_one() {
    let two = Two::begin().await;
    let record = two.both_have(said("They kept our passports.")).await;
    let tag = |tag: &str| vec![Edit::Set { record, fields: tags(&[tag], &[]) }];
    does(&two.ana, Deed::TAG, tag("gcm:objective:6")).await;
    does(&two.ben, Deed::TAG, tag("gcm:objective:10")).await;
    two.disagree(record, field::TEXT, "One.", "Two.").await;
    two.disagree(record, field::LANGUAGE, "fr", "es").await;
    let fields: Vec<Field> = two.ana.conflicts().await.unwrap().iter().map(|conflict| conflict.field).collect();
    assert_eq!(fields, [field::LANGUAGE, field::TEXT]);
    sets(&two.ana, record, field::TEXT, "One.", 5_000).await;
    assert_eq!(only(&two.ana).await.field, field::LANGUAGE);
    assert_eq!(finds(&two.ana, "One").await, ["One."]);
    two.is_sound().await;
}

#[tokio::test]
async fn what_a_record_holds_can_be_set_in_a_new_one() {
    let two = Two::begin().await;
    let record = two.both_have(said("They kept our passports.")).await;
    does(&two.ana, Deed::TAG, vec![Edit::Set { record, fields: tags(&["gcm:objective:6"], &[]) }]).await;
    let fields = two.ana.fields_of(record).await.unwrap();
    let made = does(&two.ana, Deed::SETTLE, vec![Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }]).await;
    let copy = two.ana.contribution(made.created[0]).await.unwrap().unwrap();
    assert_eq!(
        (copy.text.as_str(), copy.nodes.as_slice()),
        ("They kept our passports.", &["gcm:objective:6".to_owned()][..])
    );
    assert_ne!(copy.reference, "");
    is_sound(&two.ana).await;
}
