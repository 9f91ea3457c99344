//! The rule of a round in the middle of it: it may become stricter, for all of it or from now on, and never looser.

use anteroom_app::capture::{self, Tighten};
use anteroom_app::contributions;
use anteroom_app::desk::Desk;
use anteroom_app::model::permission::AttributionRule::{self, ChathamHouse, OnTheRecord, OrganisationOnly};
use anteroom_app::undo;

use crate::capture::{enters, opened_under, records, typed};
use crate::laptop::Laptop;

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
