//! The rule of a round in the middle of it: it may become stricter, for all of it or from now on, and never looser.

use anteroom_app::capture::{self, Composed, OpenRound, Resume, Tighten};
use anteroom_app::contributions;
use anteroom_app::desk::Desk;
use anteroom_app::model::permission::AttributionRule::{self, ChathamHouse, OnTheRecord, OrganisationOnly};
use anteroom_app::plan::{self, PlanChange};
use anteroom_app::undo;

use crate::capture::{enters, opened_under, records, typed};
use crate::laptop::{Laptop, round};

async fn rule_of(desk: &Desk, id: &str) -> AttributionRule {
    contributions::show(desk, id).await.unwrap().rule
}

fn from_now_on(rule: AttributionRule) -> Tighten {
    Tighten { rule, whole_round: false }
}

#[tokio::test]
async fn tightened_from_now_on_what_was_said_before_keeps_the_rule_it_was_said_under() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened_under(&desk, OnTheRecord).await;
    let before = records(&desk, "On the record.").await;
    let parked = capture::park(&desk, &typed("Half of a")).await.unwrap().parked[0].name.clone();
    let room = capture::tighten(&desk, &from_now_on(OrganisationOnly)).await.unwrap();
    assert_eq!((room.rule, room.round_rule), (OrganisationOnly, OnTheRecord));
    let after = records(&desk, "Only the organisation.").await;
    enters(&desk, typed(""), true).await;
    let next = records(&desk, "The next one, too.").await;
    assert_eq!(rule_of(&desk, &before.id).await, OnTheRecord);
    assert_eq!(rule_of(&desk, &after.id).await, OrganisationOnly);
    assert_eq!(rule_of(&desk, &next.id).await, OrganisationOnly, "it outlasts the speaker");
    let view = capture::record_parked(&desk, &parked).await.unwrap();
    assert_eq!(rule_of(&desk, &view.recorded[0].id).await, OrganisationOnly, "what was parked is recorded only now");
    for looser in [OnTheRecord, OrganisationOnly] {
        assert_eq!(capture::tighten(&desk, &from_now_on(looser)).await.unwrap_err().code, "only-stricter");
    }
    drop(desk);
    let desk = laptop.opens(&laptop.path("one.anteroom")).await;
    assert_eq!(capture::stands(&desk).await.unwrap().room.unwrap().rule, OrganisationOnly, "after a crash, too");
}

#[tokio::test]
async fn tightened_for_the_whole_round_it_holds_for_what_was_said_before_and_no_undo_loosens_it() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened_under(&desk, OnTheRecord).await;
    let before = records(&desk, "On the record, I thought.").await;
    let asked = Tighten { rule: ChathamHouse, whole_round: true };
    let room = capture::tighten(&desk, &asked).await.unwrap();
    assert_eq!((room.rule, room.round_rule, room.small), (ChathamHouse, ChathamHouse, 3));
    assert_eq!(rule_of(&desk, &before.id).await, ChathamHouse);
    let undone = undo::undo(&desk).await;
    assert_eq!(rule_of(&desk, &before.id).await, ChathamHouse, "{undone:?}");
    assert_eq!(capture::tighten(&desk, &asked).await.unwrap_err().code, "only-stricter");
}

async fn leaves(desk: &Desk) {
    capture::close_round(desk, &Composed::default()).await.unwrap();
    capture::leave_round(desk).await.unwrap();
}

/// The rule in a round that is opened, and the round's own.
async fn opens(desk: &Desk, id: &str) -> (AttributionRule, AttributionRule) {
    let asked = OpenRound { round: id.to_owned(), minutes_ago: 0 };
    let room = capture::open_round(desk, &asked).await.unwrap().room.unwrap();
    (room.rule, room.round_rule)
}

#[tokio::test]
async fn tightened_from_now_on_it_holds_in_the_round_that_is_left_and_opened_anew_and_in_no_other() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let id = opened_under(&desk, OnTheRecord).await;
    let parked = capture::park(&desk, &typed("Half of a")).await.unwrap().parked[0].name.clone();
    capture::tighten(&desk, &from_now_on(OrganisationOnly)).await.unwrap();
    let taken_back = records(&desk, "All that was said under it.").await;
    undo::undo(&desk).await.unwrap();
    assert!(contributions::show(&desk, &taken_back.id).await.is_err());
    leaves(&desk).await;
    let view = capture::record_parked(&desk, &parked).await.unwrap();
    assert_eq!(view.parked.len(), 0);
    assert_eq!(opens(&desk, &id).await, (OrganisationOnly, OnTheRecord));
    let rows = capture::stands(&desk).await.unwrap().recorded;
    assert_eq!(rule_of(&desk, &rows[0].id).await, OrganisationOnly, "what was parked is recorded only now");
    let after = records(&desk, "Only the organisation.").await;
    assert_eq!(rule_of(&desk, &after.id).await, OrganisationOnly);
    leaves(&desk).await;
    round(&desk, "Another round", OnTheRecord).await;
    let rounds = capture::stands(&desk).await.unwrap().rounds;
    let other = rounds.iter().find(|round| round.id != id).unwrap();
    assert_eq!(opens(&desk, &other.id).await, (OnTheRecord, OnTheRecord));
}

#[tokio::test]
async fn what_holds_from_now_on_ends_where_the_programme_loosens_the_rule_of_the_round() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let id = opened_under(&desk, OnTheRecord).await;
    capture::tighten(&desk, &from_now_on(ChathamHouse)).await.unwrap();
    let strict = records(&desk, "Under the Chatham House Rule.").await;
    let chooses = |rule| PlanChange { id: id.clone(), rule: Some(rule), ..PlanChange::default() };
    let room = async || capture::stands(&desk).await.unwrap().room.unwrap().rule;
    plan::change(&desk, &chooses(OrganisationOnly)).await.unwrap();
    assert_eq!(room().await, ChathamHouse, "a stricter one for the round loosens nothing");
    plan::change(&desk, &chooses(OnTheRecord)).await.unwrap();
    assert_eq!(room().await, OnTheRecord);
    assert_eq!(rule_of(&desk, &strict.id).await, ChathamHouse, "what was said under it keeps it");
    leaves(&desk).await;
    assert_eq!(opens(&desk, &id).await, (OnTheRecord, OnTheRecord));
}

#[tokio::test]
async fn what_was_parked_under_a_stricter_rule_is_finished_under_it_and_what_follows_is_not() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let id = opened_under(&desk, OrganisationOnly).await;
    capture::tighten(&desk, &from_now_on(ChathamHouse)).await.unwrap();
    let parked = capture::park(&desk, &typed("In confidence, half of")).await.unwrap().parked.remove(0);
    plan::change(&desk, &PlanChange { id, rule: Some(OnTheRecord), ..PlanChange::default() }).await.unwrap();
    let asked = Resume { name: parked.name, composed: typed("Aloud, half of") };
    let view = capture::resume(&desk, &asked).await.unwrap();
    assert_eq!(view.room.unwrap().rule, ChathamHouse, "and it is seen");
    let aloud = view.parked[0].name.clone();
    // Parked once more, and taken up again, it is still what it was.
    let again = capture::park(&desk, &view.composed).await.unwrap().parked.remove(1).name;
    let asked = Resume { name: again, composed: Composed::default() };
    capture::resume(&desk, &asked).await.unwrap();
    let kept = records(&desk, "In confidence, half of a day.").await;
    assert_eq!(rule_of(&desk, &kept.id).await, ChathamHouse);
    assert_eq!(capture::stands(&desk).await.unwrap().room.unwrap().rule, OnTheRecord);
    capture::resume(&desk, &Resume { name: aloud, composed: Composed::default() }).await.unwrap();
    let other = records(&desk, "Aloud, half of a day.").await;
    assert_eq!(rule_of(&desk, &other.id).await, OnTheRecord);
}

#[tokio::test]
async fn a_draft_is_finished_in_the_round_it_belongs_to_and_under_no_other_rule() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let id = opened_under(&desk, ChathamHouse).await;
    capture::park(&desk, &typed("In confidence, half of")).await.unwrap();
    leaves(&desk).await;
    round(&desk, "Another round", OnTheRecord).await;
    let rounds = capture::stands(&desk).await.unwrap().rounds;
    let other = rounds.iter().find(|round| round.id != id).unwrap();
    opens(&desk, &other.id).await;
    let parked = capture::stands(&desk).await.unwrap().parked.remove(0);
    assert_eq!(parked.elsewhere, "Second round");
    let asked = Resume { name: parked.name, composed: Composed::default() };
    assert_eq!(capture::resume(&desk, &asked).await.unwrap_err().code, "parked-elsewhere");
    assert_eq!(capture::stands(&desk).await.unwrap().parked.len(), 1, "it waits as it was");
    leaves(&desk).await;
    opens(&desk, &id).await;
    assert_eq!(capture::resume(&desk, &asked).await.unwrap().composed, typed("In confidence, half of"));
}
