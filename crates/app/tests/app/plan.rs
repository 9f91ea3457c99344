//! The programme is laid out, put in order and corrected, and each step can be taken back.

use anteroom_app::capture::{self, Composed, OpenRound};
use anteroom_app::consultations::{self, Days};
use anteroom_app::contributions::RecordContribution;
use anteroom_app::desk::Desk;
use anteroom_app::model::permission::{AttributionRule, Basis, Consent};
use anteroom_app::model::view::FindContributions;
use anteroom_app::plan::{self, Addition, Expectation, PlanChange, PlanMove, PlanView};
use anteroom_app::{programme, undo};

use crate::laptop::{Laptop, finds, records, said};

async fn adds(desk: &Desk, what: &str, parent: &str, name: &str) -> String {
    let new = Addition { what: what.into(), parent: parent.into(), name: name.into() };
    plan::add(desk, &new).await.unwrap()
}

async fn laid_out(desk: &Desk) -> PlanView {
    plan::show(desk).await.unwrap()
}

/// A stage, a session and two rounds beside what the framework proposes.
async fn with_two_rounds() -> (Laptop, Desk, [String; 4]) {
    let laptop = Laptop::new();
    let desk = laptop.founds("sdg").await;
    let stage = adds(&desk, "stage", "", "Consultation of 9 November").await;
    let session = adds(&desk, "session", &stage, "Roundtable 1").await;
    let first = adds(&desk, "round", &session, "First round").await;
    let second = adds(&desk, "round", &session, "Second round").await;
    (laptop, desk, [stage, session, first, second])
}

fn names(view: &PlanView, stage: &str) -> Vec<String> {
    let stage = view.stages.iter().find(|it| it.id == stage).unwrap();
    stage.sessions.iter().flat_map(|session| &session.rounds).map(|round| round.name.clone()).collect()
}

#[tokio::test]
async fn a_new_round_is_as_protective_as_can_be_until_somebody_says_otherwise() {
    let (_laptop, desk, [stage, .., second]) = with_two_rounds().await;
    let view = laid_out(&desk).await;
    let round = &view.stages.iter().find(|it| it.id == stage).unwrap().sessions[0].rounds[1];
    assert_eq!((round.id.as_str(), round.rule), (second.as_str(), AttributionRule::ChathamHouse));
    assert_eq!(round.permissions.quote.consent, Consent::NotAsked);
    assert_eq!(round.basis, Some(Basis::Announcement));
}

#[tokio::test]
async fn everything_of_a_round_can_be_put_right_and_taken_back() {
    let (_laptop, desk, [stage, _, first, _]) = with_two_rounds().await;
    let before = laid_out(&desk).await;
    let change = PlanChange {
        id: first.clone(),
        name: Some("  Opening round ".into()),
        questions: Some(vec!["What hinders you?".into(), "  ".into()]),
        time_limit: Some(180),
        rule: Some(AttributionRule::OrganisationOnly),
        quote: Some(Consent::Given),
        ..PlanChange::default()
    };
    plan::change(&desk, &change).await.unwrap();
    let after = laid_out(&desk).await;
    let round = after.stages.iter().find(|it| it.id == stage).unwrap().sessions[0].rounds[0].clone();
    assert_eq!((round.name.as_str(), round.time_limit), ("Opening round", Some(180)));
    assert_eq!(round.questions, ["What hinders you?"], "an empty question asks nothing");
    assert_eq!(round.permissions.quote.consent, Consent::Given);
    assert_eq!(round.permissions.quote.basis, Some(Basis::Announcement), "an answer rests on something");

    let undone = undo::undo(&desk).await.unwrap();
    let then = laid_out(&desk).await;
    assert_eq!(names(&then, &stage), names(&before, &stage));
    let round = &then.stages.iter().find(|it| it.id == stage).unwrap().sessions[0].rounds[0];
    assert_eq!(round.rule, AttributionRule::ChathamHouse, "an undo may make a rule stricter, {undone:?}");

    plan::change(&desk, &PlanChange { id: first.clone(), time_limit: Some(60), ..PlanChange::default() })
        .await
        .unwrap();
    plan::change(&desk, &PlanChange { id: first, time_limit: Some(0), ..PlanChange::default() }).await.unwrap();
    let then = laid_out(&desk).await;
    assert_eq!(then.stages.iter().find(|it| it.id == stage).unwrap().sessions[0].rounds[0].time_limit, None);
}

#[tokio::test]
async fn an_undo_never_loosens_a_rule() {
    let (_laptop, desk, [stage, _, first, _]) = with_two_rounds().await;
    let rule = |rule| PlanChange { id: first.clone(), rule: Some(rule), ..PlanChange::default() };
    plan::change(&desk, &rule(AttributionRule::OnTheRecord)).await.unwrap();
    plan::change(&desk, &rule(AttributionRule::ChathamHouse)).await.unwrap();
    let undone = undo::undo(&desk).await.unwrap();
    assert!(!undone.left_out.is_empty(), "and says so");
    let view = laid_out(&desk).await;
    let round = &view.stages.iter().find(|it| it.id == stage).unwrap().sessions[0].rounds[0];
    assert_eq!(round.rule, AttributionRule::ChathamHouse);
}

#[tokio::test]
async fn what_is_moved_changes_places_with_its_neighbour() {
    let (_laptop, desk, [stage, _, first, second]) = with_two_rounds().await;
    plan::shift(&desk, &PlanMove { id: second.clone(), up: true }).await.unwrap();
    assert_eq!(names(&laid_out(&desk).await, &stage), ["Second round", "First round"]);
    plan::shift(&desk, &PlanMove { id: second, up: true }).await.unwrap();
    assert_eq!(names(&laid_out(&desk).await, &stage), ["Second round", "First round"], "above the first is no place");
    plan::shift(&desk, &PlanMove { id: first, up: true }).await.unwrap();
    undo::undo(&desk).await.unwrap();
    assert_eq!(names(&laid_out(&desk).await, &stage), ["Second round", "First round"]);
}

#[tokio::test]
async fn a_session_takes_its_rounds_along_unless_something_was_said_there() {
    let (_laptop, desk, [stage, session, first, _]) = with_two_rounds().await;
    let row =
        records(&desk, anteroom_app::contributions::RecordContribution { segment: Some(first), ..said("Heard.") })
            .await;
    let refused = plan::put_away(&desk, &session).await.unwrap_err();
    assert_eq!(refused.code, "holds-contributions");
    assert_eq!(names(&laid_out(&desk).await, &stage).len(), 2);

    anteroom_app::contributions::erase(&desk, &[row.id]).await.unwrap();
    plan::put_away(&desk, &session).await.unwrap();
    assert_eq!(names(&laid_out(&desk).await, &stage), Vec::<String>::new());
    assert!(programme::filters(&desk).await.unwrap().sessions.iter().all(|it| it.id != session));
    undo::undo(&desk).await.unwrap();
    assert_eq!(names(&laid_out(&desk).await, &stage).len(), 2);
}

#[tokio::test]
async fn who_is_expected_is_said_at_once_and_whoever_was_seen_stays_seen() {
    let (_laptop, desk, [stage, _, first, _]) = with_two_rounds().await;
    let groups: Vec<_> = laid_out(&desk).await.groups.iter().take(3).map(|group| group.key.clone()).collect();
    let expect = async |groups: &[String]| {
        plan::expect(&desk, &Expectation { round: first.clone(), groups: groups.to_vec() }).await.unwrap();
        laid_out(&desk).await.stages.iter().find(|it| it.id == stage).unwrap().sessions[0].rounds[0].expected.clone()
    };
    let sorted = |mut keys: Vec<String>| {
        keys.sort();
        keys
    };
    assert_eq!(sorted(expect(&groups).await), sorted(groups.clone()));
    programme::set_presence(&desk, &first, &groups[0], "spoke").await.unwrap();
    assert_eq!(expect(&groups[1..2]).await.len(), 2, "the one who spoke and the one who is expected");
    let said = programme::show(&desk).await.unwrap().presence;
    assert!(said.iter().any(|presence| presence.is == "spoke"));
}

#[tokio::test]
async fn only_parts_of_the_programme_are_changed_here() {
    let (_laptop, desk, _) = with_two_rounds().await;
    let row = records(&desk, said("Not a part.")).await;
    for asked in [row.id.as_str(), "nobody", ""] {
        let change = PlanChange { id: asked.into(), name: Some("x".into()), ..PlanChange::default() };
        assert_eq!(plan::change(&desk, &change).await.unwrap_err().code, "unknown-part");
        assert_eq!(plan::put_away(&desk, asked).await.unwrap_err().code, "unknown-part");
    }
    let own = laid_out(&desk).await.id;
    assert_eq!(plan::put_away(&desk, &own).await.unwrap_err().code, "unknown-part", "the consultation itself stays");
}

#[tokio::test]
async fn what_waits_is_what_one_gets_by_counting() {
    let (_laptop, desk, [_, _, first, _]) = with_two_rounds().await;
    assert_eq!(plan::waiting(&desk).await.unwrap(), plan::WaitingView::default());
    let group = laid_out(&desk).await.groups[0].key.clone();
    let request = anteroom_app::contributions::RecordContribution {
        segment: Some(first),
        groups: vec![group],
        nodes: vec!["1".into(), "2".into()],
        ..said("Everything is known of this one.")
    };
    records(&desk, request).await;
    records(&desk, said("Nothing is known of this one.")).await;
    let waiting = plan::waiting(&desk).await.unwrap();
    assert_eq!((waiting.without_group, waiting.without_node, waiting.without_round), (1, 1, 1));
}

#[tokio::test]
async fn every_count_of_what_lacks_something_is_a_list_that_holds_exactly_those() {
    let (_laptop, desk, [.., first, _]) = with_two_rounds().await;
    let group = said("Nobody told us.");
    records(&desk, RecordContribution { segment: Some(first), ..group.clone() }).await;
    records(&desk, RecordContribution { kind: Some("other".into()), nodes: vec!["1".into()], ..group }).await;
    records(&desk, said("They came too late.")).await;
    let waiting = plan::waiting(&desk).await.unwrap();
    assert_eq!((waiting.without_group, waiting.without_node, waiting.without_round), (3, 2, 2));
    let none = || Some("-".to_owned());
    for (asked, count) in [
        (FindContributions { group: none(), ..FindContributions::default() }, waiting.without_group),
        (FindContributions { node: none(), ..FindContributions::default() }, waiting.without_node),
        (FindContributions { segment: none(), ..FindContributions::default() }, waiting.without_round),
        (FindContributions { kind: none(), ..FindContributions::default() }, 2),
        (FindContributions { node: none(), segment: none(), ..FindContributions::default() }, 1),
    ] {
        assert_eq!(finds(&desk, asked.clone()).await.len(), count as usize, "{asked:?}");
    }
}

#[tokio::test]
async fn what_is_under_way_on_this_computer_is_said() {
    let (_laptop, desk, [.., second]) = with_two_rounds().await;
    let under_way = async || {
        let waiting = plan::waiting(&desk).await.unwrap();
        (waiting.open_round, waiting.closed, waiting.parked)
    };
    assert_eq!(under_way().await, (None, false, 0));
    capture::open_round(&desk, &OpenRound { round: second, minutes_ago: 0 }).await.unwrap();
    let half = Composed { text: "Half a sentence".into(), ..Composed::default() };
    capture::park(&desk, &half).await.unwrap();
    assert_eq!(under_way().await, (Some("Second round".into()), false, 1));
    capture::close_round(&desk, &Composed::default()).await.unwrap();
    assert_eq!(under_way().await, (Some("Second round".into()), true, 1));
}

#[tokio::test]
async fn a_consultation_is_founded_with_its_days_or_not_at_all() {
    let laptop = Laptop::new();
    let (home, file, passphrase) = (laptop.home(), laptop.path("days.anteroom"), crate::laptop::passphrase());
    let founds = |starts, ends| {
        consultations::create_with_home(&home, &file, "gcm", "Our words", Days { starts, ends }, &passphrase)
    };
    assert_eq!(founds(Some(2_000), Some(1_000)).await.unwrap_err().code, "ends-before-start");
    assert!(!file.exists(), "nothing is left behind");
    let (desk, _) = founds(Some(1_000), Some(2_000)).await.unwrap();
    let view = laid_out(&desk).await;
    assert_eq!((view.starts, view.ends), (Some(1_000), Some(2_000)));
    assert_eq!(
        undo::undo(&desk).await.unwrap_err().code,
        "nothing-to-undo",
        "founding is one action, and none comes after it"
    );
}

#[tokio::test]
async fn nothing_ends_before_it_begins_and_a_round_has_its_hour() {
    let (_laptop, desk, [stage, session, first, _]) = with_two_rounds().await;
    for part in [stage, session, first.clone()] {
        let to = |starts: Option<i64>, ends: Option<i64>| PlanChange {
            id: part.clone(),
            starts,
            ends,
            ..PlanChange::default()
        };
        plan::change(&desk, &to(Some(2_000), None)).await.unwrap();
        assert_eq!(plan::change(&desk, &to(None, Some(1_000))).await.unwrap_err().code, "ends-before-start");
        plan::change(&desk, &to(None, Some(2_000))).await.unwrap();
        assert_eq!(plan::change(&desk, &to(Some(3_000), None)).await.unwrap_err().code, "ends-before-start");
        plan::change(&desk, &to(Some(3_000), Some(-1))).await.unwrap();
    }
    let rounds = capture::stands(&desk).await.unwrap().rounds;
    assert_eq!(
        rounds.iter().find(|round| round.id == first).unwrap().starts,
        Some(3_000),
        "it stands where it is opened"
    );
}
