//! Stages, sessions, rounds, groups, and who was there.

use anteroom_app::model::permission::AttributionRule;
use anteroom_app::model::view::FindContributions;
use anteroom_app::programme::{self, NewRound};
use anteroom_app::{speakers, undo};

use crate::laptop::{Laptop, finds, records, round, said};

#[tokio::test]
async fn presence_said_again_is_said_anew() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    round(&desk, "First", AttributionRule::OnTheRecord).await;
    speakers::known_as(&desk, "Ana", Some("Harbour Workers"), &["Trade unions".into()]).await.unwrap();
    programme::set_presence(&desk, "First", "Media", "expected").await.unwrap();
    programme::set_presence(&desk, "first", "harbour workers", "in-the-room").await.unwrap();
    programme::set_presence(&desk, "First", "Media", "spoke").await.unwrap();
    let said = async || {
        let presence = programme::show(&desk).await.unwrap().presence;
        presence.into_iter().map(|row| format!("{}: {} {}", row.round, row.who, row.is)).collect::<Vec<_>>()
    };
    assert_eq!(said().await, ["First: Harbour Workers in-the-room", "First: Media spoke"]);
    undo::undo(&desk).await.unwrap();
    assert_eq!(said().await[1], "First: Media expected");
    let near = programme::set_presence(&desk, "First", "Harbor Workers", "spoke").await.unwrap_err();
    assert_eq!(near.code, "unknown-group");
    assert!(near.message.contains("Harbour Workers"), "{}", near.message);
    assert_eq!(programme::set_presence(&desk, "Fifth", "Media", "spoke").await.unwrap_err().code, "unknown-round");
    assert_eq!(programme::set_presence(&desk, "First", "Media", "asleep").await.unwrap_err().code, "unknown-presence");
}

#[tokio::test]
async fn stages_sessions_rounds_and_groups_are_added_and_named() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let before = programme::show(&desk).await.unwrap();
    programme::add_stage(&desk, "Follow-up").await.unwrap();
    let session = programme::add_session(&desk, "follow-up", "Plenary").await.unwrap();
    let new = NewRound { session, name: "Opening".into(), questions: vec!["What now?".into()], ..NewRound::default() };
    programme::add_round(&desk, new).await.unwrap();
    programme::add_group(&desk, "Seafarers").await.unwrap();
    let after = programme::show(&desk).await.unwrap();
    assert_eq!(after.stages.len(), before.stages.len() + 1);
    let plenary = after.sessions.iter().find(|session| session.name == "Plenary").unwrap();
    assert_eq!((plenary.stage.as_str(), plenary.rounds[0].label.as_str()), ("Follow-up", "Opening"));
    assert!(after.groups.iter().any(|group| group.label == "Seafarers"));
    let unknown = programme::add_session(&desk, "Follow up!", "x").await.unwrap_err();
    assert_eq!(unknown.code, "unknown-stage");
    assert!(unknown.message.contains("Follow-up"), "{}", unknown.message);
    assert_eq!(programme::add_group(&desk, " ").await.unwrap_err().code, "empty-name");
    assert_eq!(programme::add_stage(&desk, &"x".repeat(5000)).await.unwrap_err().code, "name-too-long");
    undo::undo(&desk).await.unwrap();
    assert!(programme::show(&desk).await.unwrap().groups.iter().all(|group| group.label != "Seafarers"));
}

#[tokio::test]
async fn a_session_lists_what_was_said_in_its_rounds() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    round(&desk, "First", AttributionRule::OnTheRecord).await;
    let request = anteroom_app::contributions::RecordContribution { segment: Some("First".into()), ..said("Here.") };
    records(&desk, request).await;
    records(&desk, said("Elsewhere.")).await;
    let sessions = programme::show(&desk).await.unwrap().sessions;
    let within = |id: &str| FindContributions { session: Some(id.to_owned()), ..FindContributions::default() };
    assert_eq!(finds(&desk, within(&sessions[0].id)).await.len(), 1);
    assert_eq!(finds(&desk, within(&sessions[1].id)).await.len(), 0, "a session without rounds lists nothing");
}
