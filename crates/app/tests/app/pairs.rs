//! Two people note the same words: what counts it counts it once, three are one as well as two, and what is erased leaves the
//! other alone.

use anteroom_app::desk::{Desk, now};
use anteroom_app::model::doubles::PairState;
use anteroom_app::model::field;
use anteroom_app::model::ids::RecordId;
use anteroom_app::model::permission::AttributionRule;
use anteroom_app::model::value::Value;
use anteroom_app::model::view::{ContributionRow, FindContributions};
use anteroom_app::pairs::{self, AskPairs, PairView};
use anteroom_app::{briefs, consultations, contributions, plan, programme, undo};

use crate::laptop::{Laptop, brief, finds, records, round, said, speaks, writes};
use crate::second::Second;

const OURS: &str = "Recruitment agencies keep our passports until the whole debt is paid back.";
const THEIRS: &str = "recruitment agencies keep passports until the debt is paid";
const THIRD: &str = "The recruitment agencies keep our passports until all of the debt is paid.";

/// A round with something said in it, and what others note of it meanwhile: all of it is here.
async fn at_one_table(laptop: &Laptop, theirs: &[&str]) -> (Desk, ContributionRow, Vec<RecordId>) {
    let desk = laptop.founds("gcm").await;
    round(&desk, "First round", AttributionRule::OnTheRecord).await;
    let ours = speaks(&desk, "First round", "Harbour Workers", "Trade unions", OURS).await;
    let segment = programme::show(&desk).await.unwrap().sessions[0].rounds[0].key.parse().unwrap();
    consultations::close(desk).await.unwrap();
    let (file, home) = (laptop.path("one.anteroom"), laptop.home());
    let mut noted = Vec::new();
    for text in theirs {
        let second = Second::joins(&file, &home, "correct horse", now()).await;
        noted.push(second.notes(text, Some(segment), now() + 60_000).await);
        second.hands_over_to(&file, &home, "correct horse", now()).await;
    }
    (laptop.opens(&file).await, ours, noted)
}

async fn of(desk: &Desk, which: &str) -> Vec<PairView> {
    pairs::pairs(desk, &AskPairs { which: which.to_owned(), ..AskPairs::default() }).await.unwrap().pairs
}

/// How many things were said, by the overview, by the round and by the list.
async fn counted(desk: &Desk) -> (u32, u32, u32) {
    let overview = programme::overview(desk).await.unwrap();
    let plan = plan::show(desk).await.unwrap();
    let rounds = plan.stages.iter().flat_map(|stage| &stage.sessions).flat_map(|session| &session.rounds);
    let found =
        contributions::find(desk, &FindContributions { limit: 100, ..FindContributions::default() }).await.unwrap();
    assert_eq!(found.rows.len() as u32, found.total, "each wording stays in the list");
    (overview.contributions, rounds.map(|round| round.contributions).sum(), found.total - found.doubles)
}

#[tokio::test]
async fn a_pair_counts_once_everywhere_and_both_wordings_stay() {
    let laptop = Laptop::new();
    let (desk, ours, theirs) = Box::pin(at_one_table(&laptop, &[THEIRS])).await;
    assert_eq!(counted(&desk).await, (2, 2, 2));
    let open = of(&desk, "open").await;
    assert_eq!((open.len(), open[0].state, open[0].minutes), (1, PairState::Proposed, Some(1)));
    assert_eq!((open[0].one.here, open[0].other.here), (true, false));
    assert_eq!(pairs::count_pairs(&desk).await.unwrap(), 1);

    let theirs = theirs[0].to_string();
    pairs::accept(&desk, &theirs, &ours.reference).await.unwrap();
    assert_eq!(counted(&desk).await, (1, 1, 1));
    assert_eq!(pairs::count_pairs(&desk).await.unwrap(), 0);
    let rows = finds(&desk, FindContributions::default()).await;
    assert!(rows.iter().all(|row| row.doubles.len() == 1), "{rows:?}");
    let view = contributions::show(&desk, &theirs).await.unwrap();
    assert_eq!((view.row.text.as_str(), view.row.doubles.as_slice()), (THEIRS, &[ours.reference.clone()][..]));
    let only_ours = FindContributions { words: "whole".to_owned(), limit: 9, ..FindContributions::default() };
    let found = contributions::find(&desk, &only_ours).await.unwrap();
    assert_eq!((found.total, found.doubles), (1, 0), "where one of them fits, it counts");

    assert_eq!(undo::undo(&desk).await.unwrap().deed, "consolidate");
    assert_eq!(counted(&desk).await, (2, 2, 2));
    undo::redo(&desk).await.unwrap();
    assert_eq!(counted(&desk).await, (1, 1, 1));
    pairs::part(&desk, &ours.id, &theirs).await.unwrap();
    assert_eq!(counted(&desk).await, (2, 2, 2));
    assert_eq!(of(&desk, "refused").await.len(), 1, "what was parted is proposed no more");
}

#[tokio::test]
async fn a_paragraph_that_cites_both_rests_on_one_organisation() {
    let laptop = Laptop::new();
    let (desk, ours, theirs) = Box::pin(at_one_table(&laptop, &[THEIRS])).await;
    let theirs = contributions::show(&desk, &theirs[0].to_string()).await.unwrap().row;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Passports are kept until debts are paid.", &[&ours, &theirs]).await.unwrap();
    let organisations = async || {
        let shown = briefs::show(&desk, &brief).await.unwrap();
        let paragraphs = shown.sections.iter().flat_map(|section| &section.paragraphs);
        let (organisations, evidence): (Vec<_>, Vec<_>) =
            paragraphs.map(|paragraph| (paragraph.organisations, paragraph.evidence.len())).unzip();
        (organisations.iter().sum::<u32>(), evidence.iter().sum::<usize>())
    };
    assert_eq!(organisations().await, (2, 2));
    pairs::accept(&desk, &ours.id, &theirs.id).await.unwrap();
    assert_eq!(organisations().await, (1, 2), "both wordings are evidence, of one voice");
}

#[tokio::test]
async fn three_who_noted_it_are_one_and_whoever_leaves_leaves_the_others_together() {
    let laptop = Laptop::new();
    let (desk, ours, theirs) = Box::pin(at_one_table(&laptop, &[THEIRS, THIRD])).await;
    let [second, third] = [theirs[0].to_string(), theirs[1].to_string()];
    assert_eq!(of(&desk, "open").await.len(), 3);
    pairs::accept(&desk, &ours.id, &second).await.unwrap();
    assert_eq!(of(&desk, "open").await.len(), 2);
    pairs::accept(&desk, &second, &third).await.unwrap();
    assert_eq!((of(&desk, "open").await.len(), counted(&desk).await.0), (0, 1), "the third follows from the two");
    assert!(of(&desk, "accepted").await.iter().all(|pair| pair.with.len() == 1));

    pairs::part(&desk, &ours.id, &second).await.unwrap();
    assert_eq!(counted(&desk).await.0, 2, "the other two stay one");
    let shown = contributions::show(&desk, &third).await.unwrap().row;
    assert_eq!(shown.doubles, std::slice::from_ref(&ours.reference));
    let against = pairs::accept(&desk, &second, &third).await.unwrap_err();
    assert_eq!(against.code, "pair-said-otherwise");
    assert!(against.message.contains(&ours.reference), "{}", against.message);
    assert_eq!(of(&desk, "open").await.len(), 0, "nothing is proposed that would be refused");
}

#[tokio::test]
async fn what_is_erased_leaves_the_other_alone_and_no_word_in_the_pair() {
    let laptop = Laptop::new();
    let (desk, ours, theirs) = Box::pin(at_one_table(&laptop, &[THEIRS])).await;
    pairs::accept(&desk, &ours.id, &theirs[0].to_string()).await.unwrap();
    contributions::erase(&desk, &[theirs[0].to_string()]).await.unwrap();
    assert_eq!(counted(&desk).await, (1, 1, 1));
    assert_eq!(pairs::all(&desk).await.unwrap(), []);
    assert!(contributions::show(&desk, &ours.id).await.unwrap().row.doubles.is_empty());
}

#[tokio::test]
async fn two_laptops_that_say_different_things_are_asked_again_and_meanwhile_it_counts_as_two() {
    let laptop = Laptop::new();
    let (desk, ours, theirs) = Box::pin(at_one_table(&laptop, &[THEIRS])).await;
    consultations::close(desk).await.unwrap();
    let (file, home) = (laptop.path("one.anteroom"), laptop.home());
    let second = Second::joins(&file, &home, "correct horse", now()).await;
    let desk = laptop.opens(&file).await;
    let ours_id: RecordId = ours.id.parse().unwrap();
    pairs::accept(&desk, &ours.id, &theirs[0].to_string()).await.unwrap();
    consultations::close(desk).await.unwrap();
    let (one, other) = (ours_id.min(theirs[0]), ours_id.max(theirs[0]));
    second.sets(one, field::APART, Value::set([other.into()], []), now()).await;
    second.hands_over_to(&file, &home, "correct horse", now()).await;
    let desk = laptop.opens(&file).await;
    let open = of(&desk, "open").await;
    assert_eq!((open.len(), open[0].state), (1, PairState::Contested));
    assert_eq!(counted(&desk).await, (2, 2, 2), "nobody's voice is hidden before it is settled");
    pairs::accept(&desk, &ours.id, &theirs[0].to_string()).await.unwrap();
    assert_eq!((of(&desk, "open").await.len(), counted(&desk).await.0), (0, 1));
    undo::undo(&desk).await.unwrap();
    assert_eq!(of(&desk, "open").await[0].state, PairState::Contested);
    pairs::refuse(&desk, &ours.id, &theirs[0].to_string()).await.unwrap();
    assert_eq!((of(&desk, "refused").await.len(), counted(&desk).await.0), (1, 2));
}

#[tokio::test]
async fn what_is_said_of_no_pair_is_refused() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let one = records(&desk, said(OURS)).await;
    let other = records(&desk, said(THEIRS)).await;
    assert_eq!(pairs::all(&desk).await.unwrap(), [], "one laptop notes nothing twice by itself");
    let code = async |which: &str| {
        let asked = AskPairs { which: which.to_owned(), ..AskPairs::default() };
        pairs::pairs(&desk, &asked).await.unwrap_err().code
    };
    assert_eq!(code("all").await, "unknown-state");
    assert_eq!(pairs::accept(&desk, &one.id, &one.reference).await.unwrap_err().code, "pair-of-one");
    assert_eq!(pairs::part(&desk, &one.id, &other.id).await.unwrap_err().code, "pair-not-paired");
    pairs::accept(&desk, &one.id, &other.id).await.unwrap();
    assert_eq!(counted(&desk).await.0, 1, "a person may say so of any two");
}
