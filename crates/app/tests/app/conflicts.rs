//! What was changed on two laptops: told side by side, settled, parted, taken back; and what a brief makes of it.

use anteroom_app::briefs;
use anteroom_app::conflicts::{self, ConflictView, Settlement, Split};
use anteroom_app::contributions::{self, Correction, RecordContribution, Translate};
use anteroom_app::desk::{Desk, now};
use anteroom_app::model::field::{self, Field};
use anteroom_app::model::release::Audience;
use anteroom_app::model::value::Value;
use anteroom_app::model::view::FindContributions;
use anteroom_app::model::view_brief::{AskRelease, RewriteParagraph};
use anteroom_app::{attachments, check, consultations, plan, undo};

use crate::laptop::{Laptop, brief, cleared, finds, records, said, words_of, writes};
use crate::second::Second;

const OURS: &str = "They took our passports.";
const THEIRS: &str = "They kept all our passports.";

/// A desk at a consultation, and somebody elsewhere who has all that is in it.
struct Two {
    laptop: Laptop,
    second: Second,
}

impl Two {
    async fn begin(desk: Desk, laptop: Laptop) -> (Desk, Self) {
        consultations::close(desk).await.unwrap();
        let second = Second::joins(&laptop.path("one.anteroom"), &laptop.home(), "correct horse", now()).await;
        let desk = laptop.opens(&laptop.path("one.anteroom")).await;
        (desk, Self { laptop, second })
    }

    /// Somebody elsewhere sets it to something else at the same time.
    async fn disagrees(&self, desk: Desk, record: &str, field: Field, value: &str) -> Desk {
        self.disagrees_with(desk, record, field, value.into()).await
    }

    async fn disagrees_with(&self, desk: Desk, record: &str, field: Field, value: Value) -> Desk {
        consultations::close(desk).await.unwrap();
        let (file, home) = (self.laptop.path("one.anteroom"), self.laptop.home());
        self.second.sets(record.parse().unwrap(), field, value, now()).await;
        let merged = self.second.hands_over_to(&file, &home, "correct horse", now()).await;
        assert!(merged.is_news);
        self.laptop.opens(&file).await
    }
}

async fn rewords(desk: &Desk, id: &str, text: &str) {
    let correction = Correction { text: Some(text.to_owned()), ..Correction::default() };
    contributions::correct(desk, id, correction).await.unwrap();
}

/// A contribution of this kind, worded anew on both sides.
async fn reworded(request: RecordContribution) -> (Desk, Two, String) {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let id = records(&desk, request).await.id;
    let (desk, two) = Two::begin(desk, laptop).await;
    rewords(&desk, &id, OURS).await;
    let desk = two.disagrees(desk, &id, field::TEXT, THEIRS).await;
    (desk, two, id)
}

async fn only(desk: &Desk) -> ConflictView {
    let mut conflicts = conflicts::conflicts(desk).await.unwrap();
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    conflicts.remove(0)
}

fn values(conflict: &ConflictView) -> Vec<&str> {
    let mut values: Vec<_> = conflict.values.iter().map(|value| value.value.as_str()).collect();
    values.sort_unstable();
    values
}

#[tokio::test]
async fn a_conflict_is_told_with_who_and_when_and_what_stood_there_before() {
    let (desk, _two, id) = Box::pin(reworded(said("They kept our passports."))).await;
    let conflict = only(&desk).await;
    assert_eq!(
        (conflict.record.as_str(), conflict.kind.as_str(), conflict.field.as_str()),
        (&*id, "contribution", "text")
    );
    assert_eq!((conflict.kind_name.as_str(), conflict.field_name.as_str()), ("Contribution", "wording"));
    assert_eq!(values(&conflict), [THEIRS, OURS]);
    assert_eq!(conflict.before.unwrap().value, "They kept our passports.");
    let who = |text: &str| conflict.values.iter().find(|value| value.value == text).unwrap().by[0].clone();
    assert!(who(OURS).here && !who(THEIRS).here);
    assert_eq!((who(OURS).who.as_str(), who(THEIRS).who.as_str()), ("this laptop", "another laptop"));
    assert_eq!(plan::waiting(&desk).await.unwrap().conflicts, 1);
    let marked = finds(&desk, FindContributions { conflicts: true, ..FindContributions::default() }).await;
    assert_eq!((marked.len(), marked[0].conflicts.as_slice()), (1, &["text".to_owned()][..]));
}

#[tokio::test]
async fn one_of_them_is_taken_or_something_else_is_written_and_each_is_taken_back() {
    let (desk, _two, id) = Box::pin(reworded(said("They kept our passports."))).await;
    let revision = |conflict: &ConflictView, text: &str| {
        conflict.values.iter().find(|value| value.value == text).unwrap().revision.clone()
    };
    for text in [OURS, THEIRS, "They kept most of our passports."] {
        let conflict = only(&desk).await;
        let by = match text {
            OURS => Settlement::Take(revision(&conflict, OURS)),
            THEIRS => Settlement::Take(revision(&conflict, THEIRS)[..8].to_uppercase()),
            other => Settlement::Value(format!("  {other}\n")),
        };
        conflicts::settle(&desk, &conflict.reference, "text", &by).await.unwrap();
        assert_eq!(contributions::show(&desk, &id).await.unwrap().row.text, text);
        assert!(conflicts::conflicts(&desk).await.unwrap().is_empty());
        let again = conflicts::settle(&desk, &id, "text", &by).await.unwrap_err();
        assert_eq!(again.code, "settled-already");
        assert_eq!(undo::undo(&desk).await.unwrap().deed, "settle");
        assert_eq!(values(&only(&desk).await), [THEIRS, OURS], "{text}");
    }
    undo::redo(&desk).await.unwrap();
    assert!(conflicts::conflicts(&desk).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_is_no_conflict_or_no_version_of_it_changes_nothing() {
    let (desk, _two, id) = Box::pin(reworded(said("They kept our passports."))).await;
    let before = only(&desk).await;
    let tried =
        async |id: &str, field: &str, by: Settlement| conflicts::settle(&desk, id, field, &by).await.unwrap_err().code;
    let take = |revision: &str| Settlement::Take(revision.to_owned());
    assert_eq!(tried(&id, "text", take("00")).await, "not-one-of-them");
    assert_eq!(tried(&id, "text", take("")).await, "not-one-of-them");
    assert_eq!(tried(&id, "text", take(&before.before.clone().unwrap().revision)).await, "not-one-of-them");
    assert_eq!(tried(&id, "text", Settlement::Value(" ".to_owned())).await, "empty-text");
    assert_eq!(tried(&id, "language", take("abcdef")).await, "settled-already");
    assert_eq!(tried(&id, "colour", take("abcdef")).await, "unknown-conflict");
    assert_eq!(tried(&id, "nonsense", take("abcdef")).await, "unknown-conflict");
    assert_eq!(tried("K7F-9999", "text", take("abcdef")).await, "unknown-conflict");
    assert_eq!(only(&desk).await, before);
}

#[tokio::test]
async fn each_wording_becomes_a_contribution_with_all_that_the_first_has() {
    let request = RecordContribution {
        groups: vec!["Trade unions".to_owned()],
        nodes: vec!["6".to_owned()],
        kind: Some("challenge".to_owned()),
        quote: Some(anteroom_app::model::permission::Consent::Refused),
        ..cleared("They kept our passports.")
    };
    let (desk, _two, id) = Box::pin(reworded(request)).await;
    let first = contributions::show(&desk, &id).await.unwrap();
    let take = only(&desk).await.values.iter().find(|value| value.value == OURS).unwrap().revision.clone();
    let made = conflicts::split(&desk, &Split { record: id.clone(), take: Some(take) }).await.unwrap();
    assert_eq!(made.len(), 1);
    assert!(conflicts::conflicts(&desk).await.unwrap().is_empty());
    assert_eq!(contributions::show(&desk, &id).await.unwrap().row.text, OURS);
    let second = contributions::show(&desk, &made[0]).await.unwrap();
    assert_eq!(second.row.text, THEIRS);
    assert_ne!(second.row.reference, first.row.reference);
    assert_eq!(
        (&second.row.groups, &second.row.nodes, &second.row.kind),
        (&first.row.groups, &first.row.nodes, &first.row.kind)
    );
    assert_eq!(
        (second.row.permissions, second.row.wording, second.rule),
        (first.row.permissions, first.row.wording, first.rule)
    );
    assert_eq!(second.row.said_at, Some(first.row.recorded_at));
    assert_eq!(undo::undo(&desk).await.unwrap().deed, "settle");
    assert_eq!(values(&only(&desk).await), [THEIRS, OURS]);
    assert_eq!(finds(&desk, FindContributions::default()).await.len(), 1, "one undo takes all of it back");
}

fn in_language(language: &str, text: &str) -> Value {
    Value::List(vec![language.into(), text.into(), "draft".into()])
}

async fn translates(desk: &Desk, id: &str, language: &str, text: &str) {
    let asked = Translate { id: id.to_owned(), language: language.into(), text: text.into(), reviewed: false };
    contributions::translate(desk, &asked).await.unwrap();
}

/// The languages into which a contribution is translated, and the files that are attached to it.
async fn keeps(desk: &Desk, asked: &str) -> (Vec<String>, Vec<String>) {
    let view = contributions::show(desk, asked).await.unwrap();
    let mut languages: Vec<_> = view.translations.into_iter().map(|it| it.language).collect();
    languages.sort();
    (languages, view.attachments.into_iter().map(|it| it.name).collect())
}

fn kept(languages: &[&str], files: &[&str]) -> (Vec<String>, Vec<String>) {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    (owned(languages), owned(files))
}

#[tokio::test]
async fn each_wording_that_is_parted_keeps_its_own_translations_and_all_files() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let id = records(&desk, said("They kept our passports.")).await.id;
    // Of what stood there before, nobody knows whether it says the one or the other.
    translates(&desk, &id, "fr", "Ils gardaient nos passeports.").await;
    attachments::attach(&desk, &id, &[laptop.writes("before.txt", "a list of names")]).await.unwrap();
    let (desk, two) = Two::begin(desk, laptop).await;
    rewords(&desk, &id, OURS).await;
    translates(&desk, &id, "es", "Tomaron nuestros pasaportes.").await;
    let since = vec![7; 300_000];
    let photo = two.laptop.path("since.bin");
    std::fs::write(&photo, &since).unwrap();
    attachments::attach(&desk, &id, &[photo]).await.unwrap();
    consultations::close(desk).await.unwrap();
    two.second.sets(id.parse().unwrap(), field::TEXT, THEIRS, now()).await;
    let desk = two.laptop.opens(&two.laptop.path("one.anteroom")).await;
    let theirs = Value::set([in_language("de", "Sie behielten alle Pässe.")], []);
    let desk = two.disagrees_with(desk, &id, field::TRANSLATIONS, theirs).await;
    // Whoever translates now has both before them.
    translates(&desk, &id, "ru", "Они забрали паспорта.").await;
    assert_eq!(keeps(&desk, &id).await, kept(&["de", "es", "fr", "ru"], &["before.txt", "since.bin"]));

    let take = only(&desk).await.values.iter().find(|value| value.value == OURS).unwrap().revision.clone();
    let made = conflicts::split(&desk, &Split { record: id.clone(), take: Some(take) }).await.unwrap();
    assert_eq!(keeps(&desk, &id).await, kept(&["es", "fr", "ru"], &["before.txt", "since.bin"]));
    assert_eq!(keeps(&desk, &made[0]).await, kept(&["de", "fr", "ru"], &["before.txt", "since.bin"]));
    let files = contributions::show(&desk, &made[0]).await.unwrap().attachments;
    let to = two.laptop.path("saved.bin");
    attachments::save(&desk, &files[1].id, &to).await.unwrap();
    assert_eq!((std::fs::read(&to).unwrap(), files[0].media_type.as_str()), (since, "application/octet-stream"));
    contributions::erase(&desk, std::slice::from_ref(&id)).await.unwrap();
    assert_eq!(keeps(&desk, &made[0]).await, kept(&["de", "fr", "ru"], &["before.txt", "since.bin"]), "it has its own");
    let found = check::verify(&desk, &consultations::Steps::silent()).await.unwrap();
    assert!(found.ok, "{:?}", found.problems);
}

#[tokio::test]
async fn what_was_parted_is_one_again_with_all_it_had() {
    let (desk, two, id) = Box::pin(reworded(said("They kept our passports."))).await;
    attachments::attach(&desk, &id, &[two.laptop.writes("a.txt", "a")]).await.unwrap();
    let desk = two.disagrees_with(desk, &id, field::TRANSLATIONS, Value::set([in_language("de", "Pässe")], [])).await;
    let take = only(&desk).await.values.iter().find(|value| value.value == OURS).unwrap().revision.clone();
    let made = conflicts::split(&desk, &Split { record: id.clone(), take: Some(take) }).await.unwrap();
    assert_eq!(keeps(&desk, &id).await, kept(&[], &["a.txt"]));
    undo::undo(&desk).await.unwrap();
    assert_eq!(keeps(&desk, &id).await, kept(&["de"], &["a.txt"]));
    assert_eq!(values(&only(&desk).await), [THEIRS, OURS]);
    undo::redo(&desk).await.unwrap();
    assert_eq!(
        (keeps(&desk, &id).await, keeps(&desk, &made[0]).await),
        (kept(&[], &["a.txt"]), kept(&["de"], &["a.txt"]))
    );
}

#[tokio::test]
async fn what_was_parted_and_joined_again_goes_with_what_it_was_parted_from() {
    let (desk, _two, id) = Box::pin(reworded(said("They kept our passports."))).await;
    conflicts::split(&desk, &Split { record: id.clone(), take: None }).await.unwrap();
    undo::undo(&desk).await.unwrap();
    contributions::erase(&desk, std::slice::from_ref(&id)).await.unwrap();
    let dump = consultations::dump(&desk).await.unwrap();
    assert!(!dump.contains(OURS) && !dump.contains(THEIRS), "neither wording is held");
    assert_eq!(undo::redo(&desk).await.unwrap_err().code, "nothing-to-redo");
}

#[tokio::test]
async fn a_choice_is_settled_by_a_word_and_told_as_people_say_it() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let id = records(&desk, RecordContribution { kind: Some("challenge".to_owned()), ..said("Passports.") }).await.id;
    let (desk, two) = Two::begin(desk, laptop).await;
    let kind = Correction { kind: Some("pledge".to_owned()), ..Correction::default() };
    contributions::correct(&desk, &id, kind).await.unwrap();
    let desk = two.disagrees(desk, &id, field::KIND_KEY, "gcm:kind:progress").await;
    let conflict = only(&desk).await;
    assert_eq!((conflict.field.as_str(), conflict.about.as_str()), ("kind", "Passports."));
    assert_eq!(values(&conflict), ["Pledge", "Progress"]);
    assert!(!conflict.can_split && !conflict.can_write);
    let wrong = Settlement::Value("nothing of the sort".to_owned());
    assert_eq!(conflicts::settle(&desk, &id, "kind", &wrong).await.unwrap_err().code, "unknown-kind");
    conflicts::settle(&desk, &id, "kind", &Settlement::Value("challenge".to_owned())).await.unwrap();
    assert_eq!(contributions::show(&desk, &id).await.unwrap().row.kind.unwrap().label, "Challenge");
}

#[tokio::test]
async fn the_name_of_a_stage_can_stand_in_conflict() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let new = plan::Addition { what: "stage".to_owned(), name: "Regional".to_owned(), ..plan::Addition::default() };
    let stage = plan::add(&desk, &new).await.unwrap();
    let (desk, two) = Two::begin(desk, laptop).await;
    let change =
        plan::PlanChange { id: stage.clone(), name: Some("First table".to_owned()), ..plan::PlanChange::default() };
    plan::change(&desk, &change).await.unwrap();
    let desk = two.disagrees(desk, &stage, field::NAME, "Table one").await;
    let conflict = only(&desk).await;
    assert_eq!((conflict.kind.as_str(), conflict.field.as_str()), ("stage", "name"));
    assert_eq!(values(&conflict), ["First table", "Table one"]);
    conflicts::settle(&desk, &stage, "name", &Settlement::Value("Table 1".to_owned())).await.unwrap();
    assert!(plan::show(&desk).await.unwrap().stages.iter().any(|it| it.id == stage && it.name == "Table 1"));
}

async fn stops(desk: &Desk, brief: &str) -> Vec<String> {
    let asked = AskRelease { brief: brief.to_owned(), audience: Audience::Public };
    briefs::release(desk, &asked).await.unwrap().stops.into_iter().map(|stop| stop.stop).collect()
}

#[tokio::test]
async fn a_brief_shows_what_stands_in_conflict_and_prints_no_words_of_it() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, cleared("They kept our passports.")).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Documents were withheld.", &[&row]).await.unwrap();
    let (desk, two) = Two::begin(desk, laptop).await;
    rewords(&desk, &row.id, OURS).await;
    let desk = two.disagrees(desk, &row.id, field::TEXT, THEIRS).await;
    let shown = briefs::show(&desk, &brief).await.unwrap();
    let paragraph =
        shown.sections.iter().flat_map(|section| &section.paragraphs).find(|it| it.number.is_some()).unwrap();
    assert_eq!(paragraph.evidence[0].row.as_ref().unwrap().conflicts, ["text"], "the evidence is marked");
    let asked = AskRelease { brief: brief.clone(), audience: Audience::Public };
    let release = briefs::release(&desk, &asked).await.unwrap();
    assert!(release.warnings.iter().any(|warning| warning.warning == "evidence-conflict"), "{:?}", release.warnings);
    let document = two.laptop.path("x.docx");
    briefs::export(&desk, &brief, "public", &document).await.unwrap();
    let words = words_of(&document);
    assert!(words.contains("worded in two ways, not settled yet"), "{words}");
    assert!(!words.contains("passports"), "{words}");

    briefs::rewrite(
        &desk,
        &RewriteParagraph {
            paragraph: paragraph.id.clone(), text: "One said “They took our passports”.".to_owned()
        },
    )
    .await
    .unwrap();
    assert_eq!(stops(&desk, &brief).await, ["quotation-unknown"], "of two wordings neither can be quoted");
    let conflict = only(&desk).await;
    let ours = conflict.values.iter().find(|value| value.value == OURS).unwrap();
    conflicts::settle(&desk, &row.id, "text", &Settlement::Take(ours.revision.clone())).await.unwrap();
    briefs::rewrite(
        &desk,
        &RewriteParagraph {
            paragraph: paragraph.id.clone(), text: "One said: “They took our passports”.".to_owned()
        },
    )
    .await
    .unwrap();
    assert!(stops(&desk, &brief).await.is_empty());
}

#[tokio::test]
async fn a_quotation_stands_again_once_its_wording_is_settled_as_it_was_quoted() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, cleared(OURS)).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "One said “They took our passports”.", &[&row]).await.unwrap();
    let (desk, two) = Two::begin(desk, laptop).await;
    rewords(&desk, &row.id, "They took our passports. All of them.").await;
    let desk = two.disagrees(desk, &row.id, field::TEXT, THEIRS).await;
    assert_eq!(stops(&desk, &brief).await, ["quotation-unsettled"]);
    conflicts::settle(&desk, &row.id, "text", &Settlement::Value(OURS.to_owned())).await.unwrap();
    assert!(stops(&desk, &brief).await.is_empty(), "the same words stand there, whoever set them last");
}

#[tokio::test]
async fn a_paragraph_that_was_written_on_two_sides_shows_both_and_stops_the_brief() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, cleared("They kept our passports.")).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Documents were withheld.", &[&row]).await.unwrap();
    let paragraph = async |desk: &Desk| {
        let shown = briefs::show(desk, &brief).await.unwrap();
        let mut paragraphs = shown.sections.into_iter().flat_map(|section| section.paragraphs);
        paragraphs.find(|it| it.number.is_some()).unwrap()
    };
    let id = paragraph(&desk).await.id;
    let (desk, two) = Two::begin(desk, laptop).await;
    let text = "One said “They kept our passports”.".to_owned();
    briefs::rewrite(&desk, &RewriteParagraph { paragraph: id.clone(), text: text.clone() }).await.unwrap();
    let body = anteroom_app::model::statement::Piece::Text("Papers were withheld.".to_owned());
    let body = anteroom_app::model::statement::body_to_value(&[body]);
    let desk = two.disagrees_with(desk, &id, field::BODY, body).await;
    let shown = paragraph(&desk).await;
    let mut standing = shown.standing.clone();
    standing.sort();
    assert_eq!((standing, shown.unsettled), (vec![text.clone(), "Papers were withheld.".to_owned()], true));
    assert_eq!(stops(&desk, &brief).await, ["paragraph-unsettled"]);
    assert_eq!(values(&only(&desk).await), [text.as_str(), "Papers were withheld."]);
    let third = "In the words of one, “They kept our passports”.".to_owned();
    conflicts::settle(&desk, &id, "body", &Settlement::Value(third.clone())).await.unwrap();
    let settled = paragraph(&desk).await;
    assert_eq!((settled.text.as_str(), settled.quotations.len(), settled.unsettled), (third.as_str(), 1, false));
    assert!(stops(&desk, &brief).await.is_empty());
}
