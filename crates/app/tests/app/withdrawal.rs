//! A speaker withdraws: told beforehand how far it reaches, done once, marked where something rested on it.

use anteroom_app::consultations::{self, Steps};
use anteroom_app::desk::Desk;
use anteroom_app::imports::{self, Mapping};
use anteroom_app::model::permission::{AttributionRule, Consent};
use anteroom_app::model::view::{ContributionRow, FindContributions};
use anteroom_app::model::view_brief::ParagraphView;
use anteroom_app::withdrawal::{self, Withdraw};
use anteroom_app::{briefs, contributions, pairs, undo};

use crate::laptop::{Laptop, brief, finds, round, speaks, writes};

const FIRST: &str = "They kept our passports in a drawer.";
const SECOND: &str = "Nobody was paid for eleven months.";
const OTHER: &str = "The inspectors speak none of our languages.";

/// One speaker's two contributions and another one's, with a brief that rests on all three.
async fn spoken(laptop: &Laptop) -> (Desk, [ContributionRow; 3], String) {
    let desk = laptop.founds("gcm").await;
    round(&desk, "First round", AttributionRule::OnTheRecord).await;
    let first = speaks(&desk, "First round", "Harbour Workers", "Trade unions", FIRST).await;
    let second = speaks(&desk, "First round", "Harbour Workers", "Trade unions", SECOND).await;
    let other = speaks(&desk, "First round", "Press Room", "Media", OTHER).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Documents are withheld.", &[&first]).await.unwrap();
    writes(&desk, &brief, "Work goes unpaid and unseen.", &[&second, &other]).await.unwrap();
    (desk, [first, second, other], brief)
}

async fn paragraphs(desk: &Desk, brief: &str) -> Vec<ParagraphView> {
    let shown = briefs::show(desk, brief).await.unwrap();
    let all = shown.sections.into_iter().flat_map(|section| section.paragraphs);
    all.filter(|paragraph| paragraph.number.is_some()).collect()
}

fn words(contribution: &ContributionRow, all: bool) -> Withdraw {
    Withdraw { contribution: contribution.id.clone(), all, permission: None }
}

#[tokio::test]
async fn it_is_said_beforehand_how_far_it_reaches() {
    let laptop = Laptop::new();
    let (desk, [first, second, other], _) = Box::pin(spoken(&laptop)).await;
    let view = withdrawal::withdrawing(&desk, &first.reference).await.unwrap();
    assert_eq!((view.organisation.as_str(), view.this.contributions, view.this.beyond), ("Harbour Workers", 1, 0));
    let numbers = |resting: &[briefs::Resting]| resting.iter().flat_map(|it| it.paragraphs.clone()).collect::<Vec<_>>();
    assert_eq!(numbers(&view.this.resting), [1]);
    let all = view.all.unwrap();
    assert_eq!((all.contributions, numbers(&all.resting)), (2, vec![1, 2]));

    pairs::accept(&desk, &second.id, &other.id).await.unwrap();
    let view = withdrawal::withdrawing(&desk, &second.id).await.unwrap();
    assert_eq!((view.this.contributions, view.this.doubles.as_slice()), (2, &[other.reference.clone()][..]));
}

#[tokio::test]
async fn all_that_a_speaker_said_goes_and_the_paragraphs_say_what_they_lack() {
    let laptop = Laptop::new();
    let (desk, [first, _, other], brief) = Box::pin(spoken(&laptop)).await;
    let withdrawn = withdrawal::withdraw_said(&desk, &words(&first, true)).await.unwrap();
    assert_eq!((withdrawn.contributions, withdrawn.waits), (2, 0));
    let left: Vec<_> = finds(&desk, FindContributions::default()).await.into_iter().map(|row| row.id).collect();
    assert_eq!(left, [other.id]);
    let shown = paragraphs(&desk, &brief).await;
    assert_eq!((shown[0].gone, shown[0].lacks_evidence), (1, true), "it rests on nothing any more");
    assert_eq!((shown[1].gone, shown[1].lacks_evidence), (1, false), "it rests on less");
    undo::undo(&desk).await.ok();
    assert_eq!(finds(&desk, FindContributions::default()).await.len(), 1, "no undo brings it back");
}

#[tokio::test]
async fn what_was_taken_back_goes_too_and_no_redo_brings_it_again() {
    let laptop = Laptop::new();
    let (desk, [first, _, other], _) = Box::pin(spoken(&laptop)).await;
    let taken_back = "They counted us at night, twice.";
    speaks(&desk, "First round", "Harbour Workers", "Trade unions", taken_back).await;
    assert_eq!(undo::undo(&desk).await.unwrap().deed, "record");
    let words = async || consultations::dump(&desk).await.unwrap().contains(taken_back);
    assert!(words().await, "a redo could bring it back");
    let view = withdrawal::withdrawing(&desk, &first.id).await.unwrap();
    assert_eq!(view.all.unwrap().contributions, 2, "what nobody sees is not counted");
    let withdrawn = withdrawal::withdraw_said(&desk, &self::words(&first, true)).await.unwrap();
    assert_eq!((withdrawn.contributions, words().await), (2, false));
    assert_eq!(undo::redo(&desk).await.unwrap_err().code, "nothing-to-redo");
    undo::undo(&desk).await.ok();
    let left: Vec<_> = finds(&desk, FindContributions::default()).await.into_iter().map(|row| row.id).collect();
    assert_eq!((left, words().await), (vec![other.id], false));
}

#[tokio::test]
async fn of_an_import_that_was_taken_back_only_the_rows_of_others_come_again() {
    let laptop = Laptop::new();
    let (desk, [first, ..], _) = Box::pin(spoken(&laptop)).await;
    let table =
        laptop.writes("t.csv", "text,who\nThey locked the gate.,Speaker of Harbour Workers\nThe bus is late.,B\n");
    let mapping = || Mapping { text: Some("text".into()), speaker: Some("column:who".into()), ..Mapping::default() };
    imports::import(&desk, &table, mapping(), &Steps::silent()).await.unwrap();
    undo::undo(&desk).await.unwrap();
    withdrawal::withdraw_said(&desk, &words(&first, true)).await.unwrap();
    assert!(!consultations::dump(&desk).await.unwrap().contains("locked the gate"));
    let again = imports::import(&desk, &table, mapping(), &Steps::silent()).await.unwrap();
    assert_eq!((again.recorded, again.already), (1, 1));
}

#[tokio::test]
async fn the_words_go_whoever_wrote_them_down() {
    let laptop = Laptop::new();
    let (desk, [first, second, other], _) = Box::pin(spoken(&laptop)).await;
    pairs::accept(&desk, &first.id, &other.id).await.unwrap();
    assert_eq!(withdrawal::withdraw_said(&desk, &words(&first, false)).await.unwrap().contributions, 2);
    let left: Vec<_> = finds(&desk, FindContributions::default()).await.into_iter().map(|row| row.id).collect();
    assert_eq!(left, [second.id]);
}

#[tokio::test]
async fn a_permission_alone_is_taken_back_and_no_undo_gives_it_again() {
    let laptop = Laptop::new();
    let (desk, [first, second, other], _) = Box::pin(spoken(&laptop)).await;
    let quote = |contribution: &ContributionRow, all| Withdraw {
        permission: Some("quote".to_owned()),
        ..words(contribution, all)
    };
    assert_eq!(withdrawal::withdraw_said(&desk, &quote(&first, true)).await.unwrap().contributions, 2);
    undo::undo(&desk).await.unwrap();
    let answers =
        async |row: &ContributionRow| contributions::show(&desk, &row.id).await.unwrap().row.permissions.quote.consent;
    assert_eq!((answers(&first).await, answers(&second).await), (Consent::Refused, Consent::Refused));
    assert_ne!(answers(&other).await, Consent::Refused);
    assert_eq!(finds(&desk, FindContributions::default()).await.len(), 3, "the words stay");
    let unknown = Withdraw { permission: Some("sing".to_owned()), ..words(&first, false) };
    assert_eq!(withdrawal::withdraw_said(&desk, &unknown).await.unwrap_err().code, "unknown-permission");
}
