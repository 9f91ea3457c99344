//! When two speak at once, when somebody does not want it written down, when it was somebody else.

use anteroom_app::capture::{self, Composed, DoNotKeep, Permit, Reassign, Resume, Speaking};
use anteroom_app::consultations;
use anteroom_app::contributions;
use anteroom_app::desk::Desk;
use anteroom_app::model::permission::{Basis, Consent};
use anteroom_app::undo;
use anteroom_app::withdrawal::{self, Withdraw};

use crate::capture::{enters, of, opened, records, typed};
use crate::laptop::{Laptop, finds_words};

#[tokio::test]
async fn a_parked_draft_waits_with_its_speaker_and_whoever_spoke_goes_on_after_it() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::speaking(&desk, &of("Trade unions")).await.unwrap();
    let view = capture::park(&desk, &typed("The permit office opens two mornings a week, and")).await.unwrap();
    let room = view.room.unwrap();
    assert_eq!((room.number, view.composed, view.parked[0].number), (2, Composed::default(), 1));
    capture::speaking(&desk, &of("Media")).await.unwrap();
    assert_eq!(records(&desk, "I was interrupting.").await.speaker, "Speaker 2");
    let asked = Resume { name: view.parked[0].name.clone(), composed: Composed::default() };
    let view = capture::resume(&desk, &asked).await.unwrap();
    let room = view.room.unwrap();
    assert_eq!((room.number, room.back_to, view.parked.len()), (1, 2, 0));
    let finished = enters(&desk, typed(&(view.composed.text + " only for those who come twice.")), false).await;
    let row = finished.row.unwrap();
    assert_eq!((row.speaker.as_str(), row.groups[0].label.as_str()), ("Speaker 1", "Trade unions"));
    assert_eq!((finished.room.number, finished.room.groups[0].label.as_str()), (2, "Media"));
    assert_eq!(records(&desk, "As I said.").await.speaker, "Speaker 2");
    assert_eq!(capture::tidy(&desk).await.unwrap().open.len(), 1, "whose draft is finished has ended");
    assert_eq!(capture::interventions(&desk).await.unwrap().len(), 2);
    let gone = capture::resume(&desk, &asked).await.unwrap_err();
    assert_eq!(gone.code, "unknown-draft");
}

#[tokio::test]
async fn two_drafts_change_places_without_a_word_lost() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    let view = capture::park(&desk, &typed("First half")).await.unwrap();
    let asked = Resume { name: view.parked[0].name.clone(), composed: typed("Second half") };
    let view = capture::resume(&desk, &asked).await.unwrap();
    assert_eq!((view.composed.text.as_str(), view.parked[0].text.as_str()), ("First half", "Second half"));
    assert_eq!(view.parked[0].number, 2);
}

#[tokio::test]
async fn what_is_half_typed_of_a_speaker_who_withdraws_goes_and_the_round_goes_on() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::speaking(&desk, &Speaking { organisation: "Harbour Workers".into(), ..of("Trade unions") }).await.unwrap();
    let said = records(&desk, "They kept our passports.").await;
    capture::park(&desk, &typed("And they")).await.unwrap();
    capture::record_parked(&desk, &last_parked(&desk).await).await.unwrap();
    undo::undo(&desk).await.unwrap();
    capture::park(&desk, &typed("Somebody else began")).await.unwrap();
    let turn = capture::interventions(&desk).await.unwrap()[0].turn.clone();
    capture::speaking(&desk, &Speaking { again: Some(turn), ..Speaking::default() }).await.unwrap();
    capture::keep_draft(&desk, &typed("They also kept")).await.unwrap();
    assert_eq!(lies(&desk).await, lie(&["And they", "Somebody else began"], &["They kept our passports."]));

    let all = Withdraw { contribution: said.id, all: true, permission: None };
    withdrawal::withdraw_said(&desk, &all).await.unwrap();
    let view = capture::stands(&desk).await.unwrap();
    assert_eq!(lies(&desk).await, lie(&["Somebody else began"], &[]), "what others said waits as before");
    let room = view.room.unwrap();
    assert_eq!((view.composed, room.groups.len(), room.organisation.as_str()), (Composed::default(), 0, ""));
    assert!(capture::interventions(&desk).await.unwrap().is_empty(), "nothing can be given to who withdrew");
    assert!(capture::tidy(&desk).await.unwrap().open.is_empty());
    assert!(!consultations::dump(&desk).await.unwrap().contains("\"Speaker 1\""), "nor does anybody go by the name");
    let next = records(&desk, "I go on.").await;
    assert_eq!((next.speaker.as_str(), next.organisation.as_str()), ("Speaker 1", ""), "as somebody new");
}

/// The words of what is parked and of what is recorded, the oldest first.
async fn lies(desk: &Desk) -> (Vec<String>, Vec<String>) {
    let view = capture::stands(desk).await.unwrap();
    let mut recorded: Vec<_> = view.recorded.into_iter().map(|row| row.text).collect();
    recorded.reverse();
    (view.parked.into_iter().map(|parked| parked.text).collect(), recorded)
}

fn lie(parked: &[&str], recorded: &[&str]) -> (Vec<String>, Vec<String>) {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    (owned(parked), owned(recorded))
}

/// The name of what is parked last.
async fn last_parked(desk: &Desk) -> String {
    capture::stands(desk).await.unwrap().parked.pop().unwrap().name
}

#[tokio::test]
async fn a_parked_draft_that_was_recorded_is_parked_again_by_undo_and_recorded_by_redo() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::speaking(&desk, &of("Media")).await.unwrap();
    let whole = Composed {
        kind: Some("gcm:kind:challenge".into()),
        nodes: vec!["gcm:objective:6".into()],
        verbatim: true,
        ..typed("They kept our passports.")
    };
    capture::park(&desk, &whole).await.unwrap();
    capture::record_parked(&desk, &last_parked(&desk).await).await.unwrap();
    for _ in 0..2 {
        assert_eq!(lies(&desk).await, lie(&[], &["They kept our passports."]));
        let undone = undo::undo(&desk).await.unwrap();
        assert_eq!((undone.deed.as_str(), undone.parked), ("record", 1));
        assert_eq!(lies(&desk).await, lie(&["They kept our passports."], &[]));
        assert_eq!(undo::redo(&desk).await.unwrap().parked, 0);
    }
    undo::undo(&desk).await.unwrap();
    // Nobody closes it.
    drop(desk);
    let desk = laptop.opens(&laptop.path("one.anteroom")).await;
    let view = capture::stands(&desk).await.unwrap();
    assert_eq!((view.parked[0].number, view.parked[0].groups[0].label.as_str()), (1, "Media"));
    // Something new ends what could be done again: the words wait where they are.
    records(&desk, "Meanwhile.").await;
    assert_eq!(undo::redo(&desk).await.unwrap_err().code, "nothing-to-redo");
    assert_eq!(lies(&desk).await, lie(&["They kept our passports."], &["Meanwhile."]));
    let resume = Resume { name: last_parked(&desk).await, composed: Composed::default() };
    assert_eq!(capture::resume(&desk, &resume).await.unwrap().composed, whole, "as it was parked");
    let row = records(&desk, "They kept our passports for a year.").await;
    assert_eq!((row.speaker.as_str(), row.groups[0].label.as_str()), ("Speaker 1", "Media"));
    undo::undo(&desk).await.unwrap();
    assert_eq!(lies(&desk).await, lie(&["They kept our passports for a year."], &["Meanwhile."]), "nor is it lost now");
    capture::record_parked(&desk, &last_parked(&desk).await).await.unwrap();
    assert_eq!(lies(&desk).await, lie(&[], &["Meanwhile.", "They kept our passports for a year."]));
}

#[tokio::test]
async fn what_was_changed_since_it_was_parked_again_outlasts_redo() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::park(&desk, &typed("One half")).await.unwrap();
    capture::record_parked(&desk, &last_parked(&desk).await).await.unwrap();
    undo::undo(&desk).await.unwrap();
    let resume = Resume { name: last_parked(&desk).await, composed: typed("Of another") };
    capture::resume(&desk, &resume).await.unwrap();
    assert_eq!(lies(&desk).await, lie(&["Of another"], &[]));
    capture::park(&desk, &typed("One half and the other")).await.unwrap();
    undo::redo(&desk).await.unwrap();
    assert_eq!(lies(&desk).await, lie(&["Of another", "One half and the other"], &["One half"]));
    // What is shown is not let go of with the draft that it once was.
    capture::do_not_keep(&desk, &DoNotKeep::Parked(last_parked(&desk).await)).await.unwrap();
    assert_eq!(lies(&desk).await, lie(&["Of another"], &["One half"]));
}

#[tokio::test]
async fn a_parked_draft_that_is_let_go_of_is_nowhere_though_it_was_recorded_once() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    let holds = async |desk: &Desk| consultations::dump(desk).await.unwrap().contains("zqsecret");
    let parks_again = async || {
        capture::park(&desk, &typed("zqsecret")).await.unwrap();
        capture::record_parked(&desk, &last_parked(&desk).await).await.unwrap();
        undo::undo(&desk).await.unwrap();
        assert!(holds(&desk).await, "what is taken back is still in the journal");
        last_parked(&desk).await
    };
    let name = parks_again().await;
    capture::do_not_keep(&desk, &DoNotKeep::Parked(name)).await.unwrap();
    assert!(!holds(&desk).await);
    assert_eq!(undo::redo(&desk).await.unwrap_err().code, "nothing-to-redo");
    // Taken up first.
    let resume = Resume { name: parks_again().await, composed: Composed::default() };
    capture::resume(&desk, &resume).await.unwrap();
    capture::do_not_keep(&desk, &DoNotKeep::Composed).await.unwrap();
    assert!(!holds(&desk).await);
    // Recorded anew first, and taken back again.
    let name = parks_again().await;
    let view = capture::record_parked(&desk, &name).await.unwrap();
    capture::do_not_keep(&desk, &DoNotKeep::Recorded(view.recorded[0].id.clone())).await.unwrap();
    assert!(!holds(&desk).await);
    assert_eq!(lies(&desk).await, lie(&[], &[]));
}

#[tokio::test]
async fn what_was_tightened_after_a_parked_draft_was_recorded_holds_when_it_is_parked_again() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::park(&desk, &typed("They kept our passports.")).await.unwrap();
    let view = capture::record_parked(&desk, &last_parked(&desk).await).await.unwrap();
    let ids = [view.recorded[0].id.clone()];
    assert_eq!(view.recorded[0].permissions.share.consent, Consent::Given);
    contributions::set_permission(&desk, &ids, "share:refused", Basis::InPerson).await.unwrap();
    undo::undo(&desk).await.unwrap();
    assert_eq!(undo::undo(&desk).await.unwrap().deed, "record");
    let view = capture::record_parked(&desk, &last_parked(&desk).await).await.unwrap();
    assert_eq!(view.recorded[0].permissions.share.consent, Consent::Refused);
}

#[tokio::test]
async fn what_is_not_to_be_kept_is_nowhere_and_no_undo_brings_it_back() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::keep_draft(&desk, &typed("My name is zqunsaid")).await.unwrap();
    assert!(capture::do_not_keep(&desk, &DoNotKeep::Composed).await.unwrap().composed.text.is_empty());
    let view = capture::park(&desk, &typed("zqparked")).await.unwrap();
    let parked = DoNotKeep::Parked(view.parked[0].name.clone());
    assert!(capture::do_not_keep(&desk, &parked).await.unwrap().parked.is_empty());
    let no_draft = DoNotKeep::Parked("room".into());
    assert_eq!(capture::do_not_keep(&desk, &no_draft).await.unwrap_err().code, "unknown-draft");
    let kept = records(&desk, "What stays.").await;
    let row = records(&desk, "They came for zqnobody at night.").await;
    let view = capture::do_not_keep(&desk, &DoNotKeep::Recorded(row.id.clone())).await.unwrap();
    assert_eq!((view.total, view.recorded[0].id.clone()), (1, kept.id.clone()));
    assert_eq!(view.room.unwrap().recorded, [kept.id], "it is none of the turn's any more");
    undo::undo(&desk).await.unwrap();
    assert_eq!(finds_words(&desk, "zqnobody").await, 0);
    assert_eq!(contributions::show(&desk, &row.id).await.unwrap_err().code, "unknown-contribution");
}

#[tokio::test]
async fn the_last_ones_are_given_to_whoever_said_them_and_nothing_is_loosened() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::speaking(&desk, &of("Media")).await.unwrap();
    let refuses = Permit { share: Consent::Given, quote: Consent::Refused, ..Permit::default() };
    capture::permit(&desk, &refuses).await.unwrap();
    records(&desk, "Of the first.").await;
    enters(&desk, typed(""), true).await;
    let (one, two) = (records(&desk, "Of the first again.").await, records(&desk, "Of a third.").await);
    let turns = capture::interventions(&desk).await.unwrap();
    let first = turns.iter().find(|turn| turn.speaker == "Speaker 1").unwrap().turn.clone();
    let asked = Reassign { contributions: vec![one.id.clone()], turn: Some(first), ..Reassign::default() };
    capture::reassign(&desk, &asked).await.unwrap();
    let shown = async |id: &str| contributions::show(&desk, id).await.unwrap().row;
    let row = shown(&one.id).await;
    assert_eq!((row.speaker.as_str(), row.groups[0].label.as_str()), ("Speaker 1", "Media"));
    assert_eq!(row.permissions.quote.consent, Consent::Refused, "the first speaker's no holds for it");
    let asked = Reassign {
        contributions: vec![two.id.clone()],
        turn: Some("new".into()),
        groups: Some(vec!["Academia".into()]),
        ..Reassign::default()
    };
    capture::reassign(&desk, &asked).await.unwrap();
    let row = shown(&two.id).await;
    assert_eq!((row.speaker.as_str(), row.groups[0].label.as_str()), ("Speaker 3", "Academia"));
    assert_eq!(undo::undo(&desk).await.unwrap().deed, "edit");
    assert_eq!(shown(&two.id).await.speaker, "Speaker 2", "one undo");
    // The one who refused has the better of it in the other direction, too.
    let second = capture::interventions(&desk).await.unwrap();
    let second = second.iter().find(|turn| turn.speaker == "Speaker 2").unwrap().turn.clone();
    let asked = Reassign { contributions: vec![one.id.clone()], turn: Some(second), ..Reassign::default() };
    capture::reassign(&desk, &asked).await.unwrap();
    assert_eq!(shown(&one.id).await.permissions.quote.consent, Consent::Refused);
}

#[tokio::test]
async fn who_speaks_again_keeps_their_name_and_their_no() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::speaking(&desk, &of("Media")).await.unwrap();
    let refuses =
        Permit { share: Consent::Given, quote: Consent::Refused, basis: Some(Basis::InPerson), ..Permit::default() };
    capture::permit(&desk, &refuses).await.unwrap();
    records(&desk, "First.").await;
    enters(&desk, typed(""), true).await;
    let turn = capture::interventions(&desk).await.unwrap()[0].turn.clone();
    let again = Speaking { again: Some(turn), ..Speaking::default() };
    let room = capture::speaking(&desk, &again).await.unwrap();
    assert_eq!((room.number, room.groups[0].label.as_str()), (1, "Media"));
    assert_eq!(room.permissions.quote.consent, Consent::Refused);
    let row = enters(&desk, typed("Again."), true).await;
    assert_eq!(row.row.unwrap().speaker, "Speaker 1");
    assert_eq!(row.room.number, 2, "the number that nobody had is the next one's");
    assert_eq!(capture::interventions(&desk).await.unwrap().len(), 2, "in a turn of their own");
}

#[tokio::test]
async fn whoever_types_is_named_and_notes_are_no_contributions() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    let typing = capture::hand_over(&desk, "Note-taker 2").await.unwrap();
    assert_eq!(typing.now.label, "Note-taker 2");
    let row = records(&desk, "Typed by another.").await;
    let history = contributions::show(&desk, &row.id).await.unwrap().history;
    assert!(history.iter().all(|change| change.who == "Note-taker 2"), "{history:?}");
    capture::hand_over(&desk, "Note-taker 1").await.unwrap();
    let back = capture::hand_over(&desk, "note-taker 2").await.unwrap();
    assert_eq!((back.known.len(), back.now.label.as_str()), (3, "Note-taker 2"), "a name is known once");
    // Locked and unlocked: whoever was typing goes on, and the window shows that nobody said so.
    assert!(!back.carried);
    drop(desk);
    let desk = laptop.opens(&laptop.path("one.anteroom")).await;
    assert_eq!(capture::typing(&desk).await.unwrap().now.label, "", "another program asks nobody's hands");
    capture::goes_on_typing(&desk).await.unwrap();
    let carried = capture::typing(&desk).await.unwrap();
    assert_eq!((carried.now.label.as_str(), carried.carried), ("Note-taker 2", true));
    assert!(!capture::hand_over(&desk, "Note-taker 2").await.unwrap().carried, "now somebody said so");
    let owner = capture::hand_over(&desk, "").await.unwrap();
    assert_eq!((owner.now.label.as_str(), owner.known[0] == owner.now, owner.carried), ("", true, false));
    let view = capture::note(&desk, "Ask the chair for the list zqlist").await.unwrap();
    assert_eq!((view.remarks.len(), view.total), (1, 1));
    assert_eq!(finds_words(&desk, "zqlist").await, 0);
}

#[tokio::test]
async fn a_half_typed_note_is_there_after_a_crash_and_gone_once_it_is_kept() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::keep_note(&desk, "Ask the chair for").await.unwrap();
    drop(desk);
    let desk = laptop.opens(&laptop.path("one.anteroom")).await;
    assert_eq!(capture::stands(&desk).await.unwrap().noting, "Ask the chair for");
    capture::keep_note(&desk, " ").await.unwrap();
    assert_eq!(capture::stands(&desk).await.unwrap().noting, "");
    capture::keep_note(&desk, "Ask the chair for the").await.unwrap();
    let view = capture::note(&desk, "Ask the chair for the list").await.unwrap();
    assert_eq!((view.noting.as_str(), view.remarks.len()), ("", 1));
    let long = "a".repeat(2_000_000);
    assert_eq!(capture::keep_note(&desk, &long).await.unwrap_err().code, "text-too-long");
}
