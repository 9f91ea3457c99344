//! A round, taken down speaker by speaker.

use anteroom_app::capture::{
    self, Composed, EndTurn, OpenRound, Permit, PutRight, RecordInTurn, Recorded, SayPresence, Speaking,
};
use anteroom_app::consultations;
use anteroom_app::consultations::Steps;
use anteroom_app::contributions;
use anteroom_app::desk::Desk;
use anteroom_app::model::permission::{AttributionRule, Basis, Consent, Permission, Wording};
use anteroom_app::model::view::ContributionRow;
use anteroom_app::programme::{self, NewRound};
use anteroom_app::undo;

use crate::laptop::{Laptop, round};

pub(crate) async fn opened(desk: &Desk) -> String {
    opened_under(desk, AttributionRule::ChathamHouse).await
}

pub(crate) async fn opened_under(desk: &Desk, rule: AttributionRule) -> String {
    round(desk, "Second round", rule).await;
    let id = capture::stands(desk).await.unwrap().rounds[0].id.clone();
    let view = capture::open_round(desk, &OpenRound { round: id.clone(), minutes_ago: 0 }).await.unwrap();
    assert_eq!(view.room.unwrap().number, 1);
    id
}

pub(crate) fn typed(text: &str) -> Composed {
    Composed { text: text.to_owned(), ..Composed::default() }
}

pub(crate) async fn records(desk: &Desk, text: &str) -> ContributionRow {
    enters(desk, typed(text), false).await.row.unwrap()
}

pub(crate) async fn enters(desk: &Desk, composed: Composed, next: bool) -> Recorded {
    capture::record(desk, &RecordInTurn { composed, next }).await.unwrap()
}

pub(crate) fn of(group: &str) -> Speaking {
    Speaking { groups: vec![group.to_owned()], ..Speaking::default() }
}

#[tokio::test]
async fn each_speaker_has_a_turn_and_a_number_and_what_they_said_hangs_on_it() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::speaking(&desk, &of("Trade unions")).await.unwrap();
    let one = records(&desk, "Seasonal workers tell us the permit is tied to one employer.").await;
    let composed = Composed {
        kind: Some("challenge".into()),
        nodes: vec!["gcm:objective:6".into()],
        ..typed("Inspectors come once a year, and they announce it.")
    };
    let two = enters(&desk, composed, true).await;
    assert_eq!((two.room.number, two.room.groups.len(), two.room.recorded.len()), (2, 0, 0));
    let two = two.row.unwrap();
    let three = records(&desk, "Nobody told the workers that the hotline exists.").await;
    let labels = |row: &ContributionRow| row.groups.iter().map(|group| group.label.clone()).collect::<Vec<_>>();
    assert_eq!((labels(&one), labels(&two), labels(&three)), (vec!["Trade unions".into()], labels(&one), vec![]));
    assert_eq!(
        (one.speaker.as_str(), two.speaker.as_str(), three.speaker.as_str()),
        ("Speaker 1", "Speaker 1", "Speaker 2")
    );
    assert_eq!((two.kind.unwrap().label.as_str(), two.nodes.len()), ("Challenge", 1));
    assert_eq!(one.wording, Wording::Paraphrase);
    let interventions = capture::interventions(&desk).await.unwrap();
    assert_eq!(interventions.len(), 2, "a turn holds any number of contributions");
    assert_eq!(capture::stands(&desk).await.unwrap().total, 3);
}

#[tokio::test]
async fn nothing_is_recorded_of_who_says_nothing_and_their_number_is_given_on() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    let next = enters(&desk, typed("  "), true).await;
    assert_eq!((next.row, next.room.number), (None, 1));
    assert!(capture::interventions(&desk).await.unwrap().is_empty());
    let empty = RecordInTurn { composed: typed(" \n"), next: false };
    assert_eq!(capture::record(&desk, &empty).await.unwrap_err().code, "empty-text");
}

#[tokio::test]
async fn taking_the_first_words_back_takes_their_speaker_back_and_the_round_goes_on() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    records(&desk, "A slip of the key.").await;
    assert_eq!(undo::undo(&desk).await.unwrap().deed, "record");
    assert!(capture::interventions(&desk).await.unwrap().is_empty());
    let again = records(&desk, "What was meant.").await;
    assert_eq!(again.speaker, "Speaker 1");
    let view = capture::stands(&desk).await.unwrap();
    assert_eq!((view.total, view.room.unwrap().recorded), (1, vec![again.id]));
    assert_eq!(capture::interventions(&desk).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_group_that_is_noted_late_is_put_on_what_its_speaker_said_before() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    let early = records(&desk, "The permit office opens two mornings a week.").await;
    let speaking = Speaking { organisation: "Harbour Workers".into(), ..of("Trade unions") };
    let room = capture::speaking(&desk, &speaking).await.unwrap();
    assert_eq!(room.organisation, "Harbour Workers");
    let row = contributions::show(&desk, &early.id).await.unwrap().row;
    assert_eq!((row.groups.len(), row.organisation.as_str()), (1, "Harbour Workers"));
    enters(&desk, typed(""), true).await;
    // Who is known by their organisation is known by its groups.
    let speaking = Speaking { organisation: "harbour workers".into(), ..Speaking::default() };
    let room = capture::speaking(&desk, &speaking).await.unwrap();
    assert_eq!(room.groups[0].label, "Trade unions");
    let row = records(&desk, "And only for those who come twice.").await;
    assert_eq!((row.speaker.as_str(), row.organisation.as_str()), ("Speaker 2", "Harbour Workers"));
}

#[tokio::test]
async fn what_is_heard_through_an_interpreter_is_not_word_for_word() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    let verbatim = |text: &str| Composed { verbatim: true, ..typed(text) };
    let heard = enters(&desk, verbatim("They kept our passports."), false).await.row.unwrap();
    assert_eq!(heard.wording, Wording::Verbatim);
    let speaking = Speaking { interpreted: true, language: "ar".into(), ..Speaking::default() };
    capture::speaking(&desk, &speaking).await.unwrap();
    let heard = enters(&desk, verbatim("نحتاج إلى معلومات واضحة بلغتنا."), true).await;
    let row = heard.row.unwrap();
    assert_eq!((row.wording, row.language.as_str()), (Wording::Interpreted, "ar"));
    assert_eq!(
        (heard.room.interpreted, heard.room.language.as_str()),
        (false, ""),
        "the next one speaks for themselves"
    );
}

#[tokio::test]
async fn what_is_allowed_is_copied_as_it_stands_and_a_change_holds_for_what_follows() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    let before = records(&desk, "Before.").await;
    assert_eq!(before.permissions.quote, Permission::given(Basis::Announcement), "as the round was told");
    let refuses = Permit { share: Consent::Given, quote: Consent::Refused, ..Permit::default() };
    let room = capture::permit(&desk, &refuses).await.unwrap();
    assert_eq!(room.permissions.share, Permission::given(Basis::Announcement), "sharing rests on what was announced");
    let after = records(&desk, "After.").await;
    let quote = async |row: &ContributionRow| contributions::show(&desk, &row.id).await.unwrap().row.permissions.quote;
    assert_eq!(quote(&before).await.consent, Consent::Given);
    assert_eq!(quote(&after).await.consent, Consent::Refused);
    capture::permit(&desk, &Permit { also_before: true, ..refuses.clone() }).await.unwrap();
    assert_eq!(quote(&before).await.consent, Consent::Refused, "also the one before");
    // Asked again, and answered otherwise: that rests on the answer.
    let agrees = Permit { quote: Consent::Given, basis: Some(Basis::Form), also_before: true, ..refuses };
    capture::permit(&desk, &agrees).await.unwrap();
    assert_eq!(
        (quote(&before).await, quote(&after).await),
        (Permission::given(Basis::Form), Permission::given(Basis::Form))
    );
    let next = enters(&desk, typed(""), true).await;
    assert_eq!(next.room.permissions.quote, Permission::given(Basis::Announcement), "the next one was told the same");
}

#[tokio::test]
async fn a_half_typed_text_is_there_after_a_crash_and_gone_when_it_is_recorded() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    capture::speaking(&desk, &of("Media")).await.unwrap();
    let dump = consultations::dump(&desk).await.unwrap();
    let half =
        Composed { kind: Some("gcm:kind:challenge".into()), ..typed("La détention des enfants n’a reculé que") };
    let kept = capture::keep_draft(&desk, &half).await.unwrap();
    assert_eq!(kept.language.as_deref(), Some("fr"));
    assert_eq!(consultations::dump(&desk).await.unwrap(), dump, "a draft is no part of the journal");
    // Nobody closes it.
    drop(desk);
    let desk = laptop.opens(&laptop.path("one.anteroom")).await;
    let view = capture::stands(&desk).await.unwrap();
    assert_eq!(view.composed, half);
    assert_eq!(view.room.unwrap().groups[0].label, "Media");
    assert!(anteroom_app::check::verify(&desk, &Steps::silent()).await.unwrap().ok);
    consultations::rebuild(&desk, &Steps::silent()).await.unwrap();
    assert_eq!(capture::stands(&desk).await.unwrap().composed, half, "rebuilding leaves it");
    enters(&desk, half, false).await;
    assert_eq!(capture::stands(&desk).await.unwrap().composed, Composed::default());
}

#[tokio::test]
async fn closing_ends_the_turns_says_who_spoke_and_lists_what_lacks_something() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let id = opened(&desk).await;
    assert!(capture::is_running(&desk).await.unwrap().is_some());
    capture::say_presence(&desk, &SayPresence { who: "Media".into(), is: "in-the-room".into() }).await.unwrap();
    capture::say_presence(&desk, &SayPresence { who: "Academia".into(), is: "in-the-room".into() }).await.unwrap();
    let screen = capture::room_screen(&desk).await.unwrap();
    assert_eq!(screen.not_heard.len(), 2);
    capture::speaking(&desk, &of("Media")).await.unwrap();
    let whole = Composed { nodes: vec!["6".into()], ..typed("Whole.") };
    enters(&desk, whole, false).await;
    let without_objective = records(&desk, "No objective.").await;
    enters(&desk, typed(""), true).await;
    let without_group = enters(&desk, Composed { nodes: vec!["6".into()], ..typed("No group.") }, false).await;
    assert_eq!(capture::room_screen(&desk).await.unwrap().not_heard, ["Academia"]);
    let tidy = capture::close_round(&desk, &typed("And what was not")).await.unwrap();
    assert_eq!(capture::is_running(&desk).await.unwrap(), None);
    let ids = |tidy: &capture::TidyView| tidy.lacking.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    assert_eq!((tidy.recorded, ids(&tidy)), (3, vec![without_objective.id.clone(), without_group.row.unwrap().id]));
    assert_eq!(tidy.parked[0].text, "And what was not", "what was half typed is on the list");
    let said = programme::show(&desk).await.unwrap().presence;
    let said: Vec<_> = said.iter().map(|row| format!("{} {}", row.who, row.is)).collect();
    assert_eq!(said, ["Academia in-the-room", "Media spoke"]);

    let again = capture::reopen_round(&desk).await.unwrap();
    assert_eq!(again.room.unwrap().number, 2, "closed by mistake: whoever spoke has the floor again");
    capture::close_round(&desk, &typed("")).await.unwrap();
    let put = PutRight { contribution: without_objective.id, nodes: vec!["3".into()], ..PutRight::default() };
    let tidy = capture::put_right(&desk, &put).await.unwrap();
    let put = PutRight { contribution: ids(&tidy)[0].clone(), groups: vec!["Media".into()], ..PutRight::default() };
    assert!(capture::put_right(&desk, &put).await.unwrap().lacking.is_empty());
    let view = capture::record_parked(&desk, &tidy.parked[0].name).await.unwrap();
    assert_eq!((view.parked.len(), view.total, view.recorded[0].speaker.as_str()), (0, 4, "Speaker 2"));
    let refused = capture::record(&desk, &RecordInTurn { composed: typed("Late."), next: false }).await.unwrap_err();
    assert_eq!(refused.code, "no-round", "a closed round takes nothing more");
    assert!(capture::leave_round(&desk).await.unwrap().room.is_none());
    let again = capture::open_round(&desk, &OpenRound { round: id, minutes_ago: 0 }).await.unwrap();
    assert_eq!(again.room.unwrap().number, 3, "numbers go on where they were");
}

#[tokio::test]
async fn a_late_start_counts_from_when_people_began_to_speak() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let session = programme::show(&desk).await.unwrap().sessions[0].id.clone();
    let questions = vec!["What has moved?".to_owned(), "What has not?".to_owned()];
    let new = NewRound { session, name: "First".into(), questions, time_limit: Some(180), ..NewRound::default() };
    let id = programme::add_round(&desk, new).await.unwrap();
    let view = capture::open_round(&desk, &OpenRound { round: id.clone(), minutes_ago: 10 }).await.unwrap();
    let room = view.room.unwrap();
    assert_eq!((room.opened, room.question, room.time_limit), (room.began, 1, Some(180)));
    let other = capture::open_round(&desk, &OpenRound { round: id, minutes_ago: 0 }).await.unwrap_err();
    assert_eq!(other.code, "round-open");
    let began = records(&desk, "At last.").await.recorded_at;
    assert!(began - room.began >= 600_000, "it began ten minutes ago");
    let later = capture::restart_clock(&desk).await.unwrap().room.unwrap();
    assert!(later.began - room.began >= 600_000);
    assert_eq!(capture::interventions(&desk).await.unwrap()[0].began, later.began, "the turn begins with the clock");
    let asked = capture::ask(&desk, &2).await.unwrap().room.unwrap();
    assert_eq!(asked.question, 2);
    let row = records(&desk, "To the second.").await;
    let history = contributions::show(&desk, &row.id).await.unwrap().history;
    assert!(history.iter().any(|change| change.field == "question" && change.to == "2"), "{history:?}");
    let shown = contributions::show(&desk, &row.id).await.unwrap();
    assert_eq!((shown.row.question, shown.asked.as_str()), (2, "What has not?"));
    assert_eq!(capture::ask(&desk, &9).await.unwrap().room.unwrap().question, 2, "there are two");
}

#[tokio::test]
async fn an_intervention_without_an_end_is_on_the_list_until_somebody_says_when_it_was() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    opened(&desk).await;
    let began = capture::stands(&desk).await.unwrap().room.unwrap().began;
    enters(&desk, Composed { nodes: vec!["6".into()], ..typed("Whole.") }, true).await;
    enters(&desk, typed("Of the second."), false).await;
    let tidy = capture::close_round(&desk, &typed("")).await.unwrap();
    assert_eq!(tidy.open, [], "closing ends who is speaking");
    undo::undo(&desk).await.unwrap();
    let tidy = capture::tidy(&desk).await.unwrap();
    let open = &tidy.open[0];
    assert_eq!((tidy.open.len(), open.speaker.as_str(), open.recorded, open.next), (1, "Speaker 2", 1, None));
    let last = open.last.unwrap();
    assert!(last >= open.began && open.began >= began, "{open:?}");
    for (at, code) in [(open.began - 1, "ends-before-it-began"), (last + 86_400_000, "ends-later-than-now")] {
        let refused = capture::end_turn(&desk, &EndTurn { turn: open.turn.clone(), at }).await.unwrap_err();
        assert_eq!(refused.code, code);
    }
    let tidy = capture::end_turn(&desk, &EndTurn { turn: open.turn.clone(), at: last }).await.unwrap();
    assert_eq!(tidy.open, []);
    undo::undo(&desk).await.unwrap();
    assert_eq!(capture::tidy(&desk).await.unwrap().open.len(), 1, "one undo");
}
