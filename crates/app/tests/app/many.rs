//! One action on many contributions.

use std::sync::{Arc, Mutex};

use anteroom_app::consultations::Steps;
use anteroom_app::contributions::{self, Becomes, ChangeMany, Changed, NewAnswer, Selected};
use anteroom_app::desk::Desk;
use anteroom_app::imports::{self, Mapping};
use anteroom_app::model::permission::{Basis, Consent, Permission};
use anteroom_app::model::view::FindContributions;
use anteroom_app::{AppError, undo};

use crate::laptop::{Laptop, cleared, finds, records, said};

async fn changes(desk: &Desk, selected: Selected, becomes: Becomes) -> Result<u32, AppError> {
    Ok(contributions::change(desk, &ChangeMany { selected, becomes }, &Steps::silent()).await?.changed)
}

fn these(ids: &[&str]) -> Selected {
    Selected { all_of: None, ids: ids.iter().map(|id| (*id).to_owned()).collect() }
}

fn all_with(words: &str, but: &[&str]) -> Selected {
    let question = FindContributions { words: words.to_owned(), ..FindContributions::default() };
    Selected { all_of: Some(question), ..these(but) }
}

fn answer(question: &str, consent: Consent, basis: Option<Basis>) -> Becomes {
    Becomes { answer: Some(NewAnswer { question: question.to_owned(), consent, basis }), ..Becomes::default() }
}

async fn tagged(desk: &Desk, node: &str) -> usize {
    finds(desk, FindContributions { node: Some(node.to_owned()), ..FindContributions::default() }).await.len()
}

/// Rows by the thousand, each about a harbour or about a mine.
async fn many(laptop: &Laptop, desk: &Desk, rows: usize) {
    let lines = (0..rows).map(|row| format!("Row {row} about {}.\n", if row % 2 == 0 { "harbours" } else { "mines" }));
    let table = laptop.writes("many.csv", &std::iter::once("text\n".to_owned()).chain(lines).collect::<String>());
    let mapping = Mapping { text: Some("text".into()), language: Some("en".into()), ..Mapping::default() };
    imports::import(desk, &table, mapping, &Steps::silent()).await.unwrap();
}

#[tokio::test]
async fn all_that_a_question_finds_are_changed_but_those_left_out() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    many(&laptop, &desk, 50).await;
    let asked = FindContributions { words: "harbours".into(), ..FindContributions::default() };
    let but = finds(&desk, asked).await[3].clone();
    let becomes = Becomes { tag: vec!["6".into(), "b".into()], ..Becomes::default() };
    assert_eq!(changes(&desk, all_with("harbours", &[&but.id]), becomes).await.unwrap(), 24);
    assert_eq!((tagged(&desk, "6").await, tagged(&desk, "b").await), (24, 24));
    assert!(contributions::show(&desk, &but.id).await.unwrap().row.nodes.is_empty(), "it was left out");

    let becomes = Becomes {
        untag: vec!["6".into()],
        state: Some("accepted".into()),
        kind: Some("Challenge".into()),
        add_groups: vec!["Media".into()],
        ..Becomes::default()
    };
    assert_eq!(changes(&desk, all_with("harbours", &[&but.reference]), becomes).await.unwrap(), 24);
    assert_eq!((tagged(&desk, "6").await, tagged(&desk, "b").await), (0, 24));
    let accepted = FindContributions {
        state: Some("accepted".into()),
        kind: Some("Challenge".into()),
        group: Some("Media".into()),
        ..FindContributions::default()
    };
    assert_eq!(finds(&desk, accepted.clone()).await.len(), 24);
    let undone = undo::undo(&desk).await.unwrap();
    assert_eq!((undone.deed.as_str(), undone.records), ("edit", 24), "one action, one undo");
    assert_eq!(finds(&desk, accepted.clone()).await.len(), 0);
    assert_eq!(tagged(&desk, "6").await, 24);
    undo::redo(&desk).await.unwrap();
    assert_eq!(finds(&desk, accepted).await.len(), 24);
    let no_more = Becomes { kind: Some(String::new()), remove_groups: vec!["Media".into()], ..Becomes::default() };
    changes(&desk, all_with("", &[]), no_more).await.unwrap();
    let rows = finds(&desk, FindContributions::default()).await;
    assert!(rows.iter().all(|row| row.kind.is_none() && row.groups.is_empty()));
    let found = anteroom_app::check::verify(&desk, &Steps::silent()).await.unwrap();
    assert!(found.ok, "{:?}", found.problems);
}

#[tokio::test]
async fn of_those_selected_only_the_ones_that_read_differently_now_count() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let first = records(&desk, said("They kept our passports.")).await;
    let other = records(&desk, said("Nobody asked us.")).await;
    contributions::tag(&desk, &first.id, &["6".into()]).await.unwrap();
    let tag = ChangeMany {
        selected: these(&[&first.id, &other.id]),
        becomes: Becomes { tag: vec!["6".into()], ..Becomes::default() },
    };
    let says = async || contributions::change(&desk, &tag, &Steps::silent()).await.unwrap();
    assert_eq!(says().await, Changed { selected: 2, changed: 1 });
    assert_eq!(undo::undoable(&desk).await.unwrap().undo.unwrap().records, 1, "undo speaks of the same");
    assert_eq!(says().await, Changed { selected: 2, changed: 0 });
}

#[tokio::test]
async fn what_loosens_a_permission_names_what_it_rests_on() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let open = records(&desk, cleared("They kept our passports.")).await;
    let other = records(&desk, said("Nobody asked us.")).await;
    let both = || these(&[&open.id, &other.id]);
    let quote = async |id: &str| contributions::show(&desk, id).await.unwrap().row.permissions.quote;

    let given = || answer("quote", Consent::Given, None);
    assert_eq!(changes(&desk, both(), given()).await.unwrap_err().code, "basis-needed");
    assert_eq!(quote(&other.id).await, Permission::default(), "nothing was changed");
    changes(&desk, both(), answer("quote", Consent::NotAsked, None)).await.unwrap();
    changes(&desk, both(), answer("quote", Consent::Refused, None)).await.unwrap();
    assert_eq!(quote(&open.id).await.consent, Consent::Refused, "tightening needs no reason");
    let not_asked = |basis| answer("quote", Consent::NotAsked, basis);
    assert_eq!(changes(&desk, both(), not_asked(None)).await.unwrap_err().code, "basis-needed", "that loosens too");
    changes(&desk, both(), not_asked(Some(Basis::InPerson))).await.unwrap();
    changes(&desk, both(), answer("quote", Consent::Given, Some(Basis::Clearance))).await.unwrap();
    assert_eq!(quote(&other.id).await, Permission::given(Basis::Clearance));
    let sing = answer("sing", Consent::Given, Some(Basis::Clearance));
    assert_eq!(changes(&desk, both(), sing).await.unwrap_err().code, "unknown-permission");
}

#[tokio::test]
async fn a_large_change_tells_how_far_it_is_and_leaves_nothing_behind_when_it_is_called_off() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    many(&laptop, &desk, 5_000).await;
    let heard = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&heard);
    let steps = Steps::telling(move |done, of| told.lock().unwrap().push((done, of)));
    let tag =
        ChangeMany { selected: all_with("", &[]), becomes: Becomes { tag: vec!["6".into()], ..Becomes::default() } };
    assert_eq!(contributions::change(&desk, &tag, &steps).await.unwrap().changed, 5_000);
    let heard = heard.lock().unwrap().clone();
    assert!(heard.len() > 5 && heard.is_sorted(), "it goes on and never back: {heard:?}");
    assert!(heard.iter().all(|(_, of)| *of == 15_000) && heard.last().unwrap().0 == 15_000, "to the end: {heard:?}");

    let page = FindContributions { node: Some("7".into()), limit: 1, ..FindContributions::default() };
    for at in [1, heard.len() / 2, heard.len() - 1] {
        let count = Arc::new(Mutex::new((0, None::<Steps>)));
        let calls = Arc::clone(&count);
        let steps = Steps::telling(move |_, _| {
            let mut calls = calls.lock().unwrap();
            calls.0 += 1;
            if let (true, Some(steps)) = (calls.0 == at, &calls.1) {
                steps.cancel();
            }
        });
        count.lock().unwrap().1 = Some(steps.clone());
        let tag = ChangeMany { becomes: Becomes { tag: vec!["7".into()], ..Becomes::default() }, ..tag.clone() };
        assert_eq!(contributions::change(&desk, &tag, &steps).await.unwrap_err().code, "cancelled", "at step {at}");
        assert_eq!(contributions::find(&desk, &page).await.unwrap().total, 0, "nothing is left of it");
    }
    let found = anteroom_app::check::verify(&desk, &Steps::silent()).await.unwrap();
    assert!(found.ok, "{:?}", found.problems);
    assert_eq!(undo::undo(&desk).await.unwrap().records, 5_000);
}

#[tokio::test]
async fn what_lies_between_two_rows_of_a_list_is_picked_out_in_its_order() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    many(&laptop, &desk, 300).await;
    for words in ["", "mines"] {
        let asked = FindContributions { words: words.into(), offset: 20, limit: 100, ..FindContributions::default() };
        let rows = contributions::find(&desk, &asked).await.unwrap().rows;
        let ids: Vec<String> = rows.into_iter().map(|row| row.id).collect();
        assert_eq!(contributions::stretch(&desk, &asked).await.unwrap(), ids);
    }
}
