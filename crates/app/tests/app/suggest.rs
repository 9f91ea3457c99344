//! Objectives proposed for a text: what they rest on, and how often they are right.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anteroom_app::contributions::RecordContribution;
use anteroom_app::desk::Desk;
use anteroom_app::model::view::FindContributions;
use anteroom_app::suggest::{SuggestObjectives, Suggestion, suggest};
use serde::Deserialize;

use crate::laptop::{Laptop, finds, records, said};

async fn suggests(desk: &Desk, text: &str, language: &str) -> Vec<Suggestion> {
    suggest(desk, &SuggestObjectives { text: text.to_owned(), language: language.to_owned() }).await.unwrap()
}

fn marks(suggestions: &[Suggestion]) -> Vec<&str> {
    suggestions.iter().map(|suggestion| suggestion.node.mark.as_str()).collect()
}

#[tokio::test]
async fn each_framework_proposes_its_own_nodes_in_six_languages() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    for (language, text) in [
        ("en", "The foreman keeps our passports and pays no wages."),
        ("fr", "Le patron garde nos passeports et ne paie aucun salaire."),
        ("es", "El patrón guarda nuestros pasaportes y no paga ningún salario."),
        ("ru", "Работодатель держит наши паспорта и не платит зарплату."),
        ("ar", "صاحب العمل يحتفظ بجوازاتنا ولا يدفع لنا أجورنا وبجواز زوجتي"),
        ("zh", "老板扣着我们的护照，不发工资。"),
    ] {
        let proposed = suggests(&desk, text, language).await;
        assert!(marks(&proposed).contains(&"4") && marks(&proposed).contains(&"6"), "{language}: {proposed:?}");
    }
    let text = "The foreman keeps our passports and pays no wages to anybody who asks for them.";
    for unknown in ["", "und"] {
        assert_eq!(suggests(&desk, text, unknown).await, suggests(&desk, text, "en").await, "it is guessed");
    }
    assert_eq!(marks(&suggests(&desk, "Wir haben seit Mai kein Wasser.", "de").await), [] as [&str; 0]);

    let laptop = Laptop::new();
    let desk = laptop.founds("sdg").await;
    let proposed = suggests(&desk, "We have had no drinking water since May, and the latrines are closed.", "en").await;
    assert_eq!(marks(&proposed), ["6"]);
    assert_eq!(proposed[0].node.level, "goal");
}

#[tokio::test]
async fn what_is_proposed_is_not_applied() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let text = "The foreman keeps our passports.";
    records(&desk, RecordContribution { language: Some("en".to_owned()), ..said(text) }).await;
    assert!(!suggests(&desk, text, "en").await.is_empty());
    assert!(finds(&desk, FindContributions::default()).await[0].nodes.is_empty());
}

#[tokio::test]
async fn the_frameworks_own_words_are_told_from_ours() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let proposed = suggests(&desk, "Consular assistance came too late.", "en").await;
    assert_eq!((marks(&proposed), proposed[0].ours), (vec!["14"], false));
    let proposed = suggests(&desk, "The embassy did not answer.", "en").await;
    assert_eq!((marks(&proposed), proposed[0].ours), (vec!["14"], true));
}

#[derive(Deserialize)]
struct Framework {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    key: String,
    #[serde(default)]
    members: Vec<String>,
}

#[derive(Deserialize)]
struct Keywords {
    framework: String,
    provenance: String,
    nodes: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_lists_are_whole_and_say_that_they_are_ours() {
    for framework in ["gcm", "sdg"] {
        let read = |name: String| fs::read_to_string(top().join("frameworks").join(name)).unwrap();
        let lists: Keywords = serde_json::from_str(&read(format!("{framework}.keywords.json"))).unwrap();
        assert_eq!(lists.framework, framework);
        assert!(lists.provenance.starts_with("Ours, not official"), "{}", lists.provenance);
        let nodes: Framework = serde_json::from_str(&read(format!("{framework}.json"))).unwrap();
        let mut keys: Vec<_> = nodes.nodes.iter().filter(|it| it.members.is_empty()).map(|it| &it.key).collect();
        keys.sort();
        assert_eq!(keys, lists.nodes.keys().collect::<Vec<_>>(), "{framework}: one list for each node");
        for (key, lists) in &lists.nodes {
            assert_eq!(lists.keys().collect::<Vec<_>>(), ["ar", "en", "es", "fr", "ru", "zh"], "{key}");
            for (language, entry) in lists.iter().flat_map(|(language, list)| list.iter().map(move |it| (language, it)))
            {
                let is_sound = entry.split(' ').all(|word| {
                    let letters = word.strip_suffix('*').unwrap_or(word);
                    !letters.is_empty() && letters.chars().all(char::is_alphanumeric)
                });
                assert!(is_sound, "{key}, {language}: “{entry}”");
            }
        }
    }
}

#[derive(Deserialize)]
struct Day {
    contributions: Vec<Said>,
}

#[derive(Deserialize)]
struct Said {
    language: String,
    text: String,
    tags: Vec<String>,
    #[serde(default)]
    illustrates: Vec<String>,
}

/// What was proposed for texts that a person has tagged, the first three of each.
#[derive(Default)]
struct Seen {
    texts: usize,
    with_any: usize,
    proposed: usize,
    right: usize,
    first_right: usize,
    one_right: usize,
}

impl Seen {
    fn line(&self, language: &str) -> String {
        let Self { texts, with_any, proposed, right, first_right, one_right } = self;
        let of = |some: usize, all: usize| some as f64 / all as f64;
        format!(
            "| {language} | {texts} | {with_any} | {:.2} | {:.2} | {:.2} |\n",
            of(*right, *proposed),
            of(*first_right, *with_any),
            of(*one_right, *texts)
        )
    }
}

/// The table of docs/suggestions.md: how often what is proposed is what a person chose.
async fn measured(desk: &Desk) -> String {
    let day: Day = serde_json::from_str(include_str!("../../sample/contributions.json")).unwrap();
    let mut seen: BTreeMap<&str, Seen> = BTreeMap::new();
    let mut letters = 0;
    for said in day.contributions.iter().filter(|said| !said.tags.is_empty()) {
        letters += usize::from(said.illustrates.iter().any(|it| it == "campaign-letter"));
        if letters > 1 && said.illustrates.iter().any(|it| it == "campaign-letter") {
            continue;
        }
        let proposed = suggests(desk, &said.text, &said.language).await;
        let right: Vec<bool> = proposed.iter().take(3).map(|it| said.tags.contains(&it.node.key)).collect();
        for language in [said.language.as_str(), "all"] {
            let seen = seen.entry(language).or_default();
            seen.texts += 1;
            seen.with_any += usize::from(!right.is_empty());
            seen.proposed += right.len();
            seen.right += right.iter().filter(|right| **right).count();
            seen.first_right += usize::from(right.first() == Some(&true));
            seen.one_right += usize::from(right.contains(&true));
        }
    }
    let mut table = String::from(
        "| language | texts | with a proposal | precision at 3 | first is right | one of three is right |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for language in ["en", "fr", "es", "ru", "ar", "zh", "all"] {
        table.push_str(&seen[language].line(language));
    }
    table
}

/// The second table: how often anything is proposed for texts about something else.
async fn measured_elsewhere(desk: &Desk) -> String {
    let folder = top().join("crates/documents/fixtures/polis");
    let mut table = String::from("| conversation | texts | with a proposal |\n| --- | --- | --- |\n");
    for name in ["american-assembly.bowling-green", "canadian-electoral-reform", "vtaiwan.uberx"] {
        let mut reader = csv::Reader::from_path(folder.join(format!("{name}.csv"))).unwrap();
        let at = reader.headers().unwrap().iter().position(|header| header == "comment-body").unwrap();
        let (mut texts, mut with_any) = (0, 0);
        for row in reader.records() {
            texts += 1;
            with_any += usize::from(!suggests(desk, &row.unwrap()[at], "").await.is_empty());
        }
        writeln!(table, "| {name} | {texts} | {with_any} |").unwrap();
    }
    table
}

#[tokio::test]
async fn the_paper_says_what_is_measured() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let paper = top().join("docs/suggestions.md");
    let mut text = fs::read_to_string(&paper).unwrap();
    for (name, table) in [("sample", measured(&desk).await), ("elsewhere", measured_elsewhere(&desk).await)] {
        let (from, to) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
        let start = text.find(&from).unwrap() + from.len();
        let end = text.find(&to).unwrap();
        if std::env::var_os("ANTEROOM_WRITE_SUGGESTIONS").is_some() {
            text.replace_range(start..end, &table);
            fs::write(&paper, &text).unwrap();
        } else {
            assert_eq!(&text[start..end], table, "ANTEROOM_WRITE_SUGGESTIONS=1 writes it anew");
        }
    }
}
