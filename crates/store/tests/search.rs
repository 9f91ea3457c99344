//! Finding what was said, in the six languages of the United Nations and beyond.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laptop;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Basis, Consent, Permission};
use anteroom_model::value::{Fields, Value};
use anteroom_model::view::Sort;
use anteroom_store::{Edit, Query, Store};
use laptop::*;

const SAID: [&str; 8] = [
    "Seasonal workers were charged recruitment fees.",
    "Les travailleurs saisonniers ont payé des frais de recrutement élevés.",
    "Los trabajadores de temporada pagaron cuotas de contratación.",
    "С сезонных рабочих брали плату за трудоустройство. Ещё они боялись.",
    "دَفَعَ العُمّالُ المَوْسِمِيّونَ رُسومَ تَوظيف.",
    "农民工被收取了招聘费。",
    "Recruitment agencies kept our passports for months.",
    "ฉันกลัวนายจ้าง",
];

async fn day(laptop: &Laptop) -> Store {
    let (store, _) = laptop.founds().await;
    for text in SAID {
        records(&store, text).await;
    }
    store
}

#[tokio::test]
async fn words_are_found_in_every_language() {
    let laptop = Laptop::new();
    let store = day(&laptop).await;
    for (typed, expected) in [
        ("recruitment", vec![0, 6]),
        ("RECRUTEMENT eleves", vec![1]),
        ("contratacion", vec![2]),
        ("еще", vec![3]),
        ("Ещё боялись", vec![3]),
        ("العمال", vec![4]),
        ("رسوم توظيف", vec![4]),
        ("民工", vec![5]),
        ("招聘费", vec![5]),
        ("工农", vec![]),
        ("กลัว", vec![7]),
        ("recru", vec![0, 1, 6]),
        ("recru* agencies", vec![6]),
        ("\"kept our passports\"", vec![6]),
        ("\"our kept\"", vec![]),
        ("recruitment -fees", vec![6]),
        ("-recruitment -农", vec![1, 2, 3, 4, 7]),
        ("*", vec![0, 1, 2, 3, 4, 5, 6, 7]),
        ("' OR 1=1 --", vec![]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(|at: usize| SAID[at]).collect();
        assert_eq!(finds(&store, typed).await, expected, "{typed}");
    }
}

#[tokio::test]
async fn what_was_worded_anew_is_found_by_its_new_words_alone() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let id = records(&store, "frist wording").await;
    does(
        &store,
        Deed::EDIT,
        vec![Edit::Set { record: id, fields: Fields::from([(field::TEXT, "first wording".into())]) }],
    )
    .await;
    assert!(finds(&store, "frist").await.is_empty());
    assert_eq!(finds(&store, "first").await, ["first wording"]);
    is_sound(&store).await;
}

#[tokio::test]
async fn filters_narrow_and_go_together() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let segment = RecordId([7; 16]);
    let quotable = Permission::given(Basis::Form).to_value();
    let unions = Value::set(["unions".into()], []);
    does(
        &store,
        Deed::RECORD,
        vec![
            said_with(
                "one",
                [
                    (field::SEGMENT_OF, segment.into()),
                    (field::QUOTE, quotable.clone()),
                    (field::GROUPS, unions.clone()),
                ],
            ),
            said_with("two", [(field::KIND_KEY, "gcm:kind:challenge".into()), (field::GROUPS, unions)]),
            said_with(
                "three",
                [
                    (field::LANGUAGE, "fr".into()),
                    (field::STATE, "accepted".into()),
                    (field::TAGS, Value::set(["a".into(), "b".into()], [])),
                ],
            ),
        ],
    )
    .await;
    let finds = async |query: Query| {
        let found = store.find(&query, 0, 10).await.unwrap();
        assert_eq!(found.total as usize, found.rows.len());
        found.rows.into_iter().rev().map(|row| row.text).collect::<Vec<_>>()
    };
    let base = Query::default;
    assert_eq!(finds(Query { segments: Some(vec![segment]), ..base() }).await, ["one"]);
    assert!(finds(Query { segments: Some(Vec::new()), ..base() }).await.is_empty());
    assert_eq!(finds(Query { permission: Some((field::QUOTE, Consent::Given)), ..base() }).await, ["one"]);
    assert_eq!(finds(Query { permission: Some((field::QUOTE, Consent::NotAsked)), ..base() }).await, ["two", "three"]);
    assert_eq!(finds(Query { groups: vec!["unions".into()], ..base() }).await, ["one", "two"]);
    assert_eq!(finds(Query { groups: vec!["unions".into()], words: "tw".into(), ..base() }).await, ["two"]);
    assert_eq!(finds(Query { nodes: vec!["b".into(), "z".into()], ..base() }).await, ["three"]);
    assert_eq!(finds(Query { kinds: vec!["gcm:kind:challenge".into()], ..base() }).await, ["two"]);
    assert_eq!(
        finds(Query { languages: vec!["fr".into()], states: vec!["accepted".into()], ..base() }).await,
        ["three"]
    );
    assert_eq!(store.languages().await.unwrap(), ["en", "fr"]);
}

#[tokio::test]
async fn pages_follow_each_other_in_the_order_asked_for() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    // More than the store looks up one by one, so that both ways of reading a page are taken.
    let texts: Vec<String> =
        (0..2500).map(|number| format!("row {number} {}", if number % 100 == 0 { "rare" } else { "common" })).collect();
    does(&store, Deed::IMPORT, texts.iter().map(|text| said(text)).collect()).await;
    for (words, sort) in [
        ("row", Sort::Newest),
        ("", Sort::Oldest),
        ("common", Sort::Newest),
        ("rare", Sort::Newest),
        ("rare", Sort::Oldest),
        ("", Sort::Reference),
    ] {
        let query = Query { words: words.into(), sort, ..Query::default() };
        let mut expected: Vec<&String> = texts.iter().filter(|text| text.contains(words)).collect();
        if sort == Sort::Newest {
            expected.reverse();
        }
        let mut seen = Vec::new();
        while let found = store.find(&query, seen.len() as u32, 400).await.unwrap()
            && !found.rows.is_empty()
        {
            assert_eq!(found.total as usize, expected.len());
            seen.extend(found.rows.into_iter().map(|row| row.text));
        }
        assert!(seen.iter().eq(expected), "{words} {sort:?}");
    }
    let relevant = Query { words: "rare".into(), sort: Sort::Relevance, ..Query::default() };
    assert_eq!(store.find(&relevant, 0, 100).await.unwrap().rows.len(), 25);
    is_sound(&store).await;
}

fn translated(into: &[(&str, &str)], no_longer: &[(&str, &str)]) -> Fields {
    let values = |them: &[(&str, &str)]| {
        let value =
            |(language, text): &(&str, &str)| Value::List(vec![(*language).into(), (*text).into(), "draft".into()]);
        them.iter().map(value).collect::<Vec<_>>()
    };
    Fields::from([(field::TRANSLATIONS, Value::set(values(into), values(no_longer)))])
}

async fn found_in(store: &Store, words: &str) -> Vec<Option<(String, Vec<(u32, u32)>)>> {
    let query = Query { words: words.into(), ..Query::default() };
    let rows = store.find(&query, 0, 10).await.unwrap().rows;
    rows.into_iter().map(|row| row.found_in.map(|it| (it.language, it.highlights))).collect()
}

const FRENCH: &str = "Ils ont gardé nos passeports.";
const GERMAN: &str = "Sie behielten unsere Ausweise.";

#[tokio::test]
async fn what_was_said_is_found_by_its_translations_too_and_where_is_told() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    let id = records(&store, "They kept our passports.").await;
    records(&store, "They kept nothing.").await;
    let sets = async |fields| drop(does(&store, Deed::EDIT, vec![Edit::Set { record: id, fields }]).await);
    sets(translated(&[("fr", FRENCH), ("de", GERMAN)], &[])).await;
    assert_eq!(found_in(&store, "passeports").await, [Some(("fr".into(), vec![(18, 28)]))]);
    assert_eq!(
        found_in(&store, "gardé unsere ").await,
        [Some(("de".into(), vec![(14, 20)]))],
        "the first that holds most"
    );
    assert_eq!(found_in(&store, "kept passports").await, [None], "its own words come first");
    assert_eq!(found_in(&store, "kept gardé").await, [None], "and where no other text holds more");
    assert_eq!(found_in(&store, "kept -passeports").await, [None]);
    assert_eq!(finds(&store, "kept -passeports").await, ["They kept nothing."]);
    assert!(finds(&store, "\"passports Sie\"").await.is_empty(), "no phrase goes from one text into the next");
    assert!(finds(&store, "\"Ausweise Ils\"").await.is_empty());
    is_sound(&store).await;

    sets(translated(&[("fr", "Nos papiers.")], &[("fr", FRENCH), ("de", GERMAN)])).await;
    assert!(finds(&store, "passeports").await.is_empty(), "what was worded anew is found by its new words alone");
    assert!(finds(&store, "Ausweise").await.is_empty());
    assert_eq!(finds(&store, "papiers").await.len(), 1);
    is_sound(&store).await;
    store.undo(3_000, store.person()).await.unwrap();
    assert_eq!(finds(&store, "Ausweise").await.len(), 1);
    store.rebuild(&anteroom_store::Silent).await.unwrap();
    assert_eq!(finds(&store, "passeports").await.len(), 1, "rebuilding knows them");
    is_sound(&store).await;

    does(&store, Deed::ERASE, vec![Edit::Erase(id)]).await;
    for words in ["passeports", "Ausweise", "papiers", "passports"] {
        assert!(finds(&store, words).await.is_empty(), "{words}");
    }
    is_sound(&store).await;
}

#[tokio::test]
async fn the_best_match_stands_first_and_of_equals_the_newest_however_the_list_is_narrowed() {
    let laptop = Laptop::new();
    let (store, _) = laptop.founds().await;
    // All of one length: what says the word more often is the better match. Each is there twice, in either language.
    let text = |times: usize, which: &str| format!("{}{}{which}", "fees ".repeat(times), "work ".repeat(40 - times));
    let (mut edits, mut best) = (Vec::new(), Vec::new());
    for times in 1..=40 {
        for which in ["former", "latter"] {
            let language = if times % 2 == 0 { "fr" } else { "en" };
            edits.push(said_with(&text(times, which), [(field::LANGUAGE, language.into())]));
        }
        best.extend([text(times, "former"), text(times, "latter")]);
    }
    does(&store, Deed::IMPORT, edits).await;
    best.reverse();
    for languages in [vec![], vec!["fr".to_owned()]] {
        let expected: Vec<_> =
            best.iter().filter(|text| languages.is_empty() || text.matches("fees").count() % 2 == 0).cloned().collect();
        let query = Query { words: "fe".into(), sort: Sort::Relevance, languages, ..Query::default() };
        let mut seen = Vec::new();
        while let found = store.find(&query, seen.len() as u32, 15).await.unwrap()
            && !found.rows.is_empty()
        {
            assert_eq!(found.total as usize, expected.len());
            seen.extend(found.rows.into_iter().map(|row| row.text));
        }
        assert_eq!(seen, expected);
    }
}
