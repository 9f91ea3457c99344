//! A framework is data: another one does as well, and no code knows one by name.

use std::fs;
use std::path::{Path, PathBuf};

use anteroom_app::briefs;
use anteroom_app::contributions::{self, RecordContribution};
use anteroom_app::model::permission::AttributionRule;
use anteroom_app::model::view::FindContributions;
use anteroom_app::programme;

use crate::laptop::{Laptop, brief, cleared, finds, records, round, words_of, writes};

#[tokio::test]
async fn the_second_framework_works_everywhere() {
    let laptop = Laptop::new();
    let desk = laptop.founds("SDG").await;
    assert_eq!(programme::overview(&desk).await.unwrap().framework, "sdg");
    round(&desk, "First", AttributionRule::OrganisationOnly).await;
    programme::set_presence(&desk, "First", "Women", "spoke").await.unwrap();
    let request = RecordContribution {
        groups: vec!["women".into()],
        kind: Some("left behind".into()),
        nodes: vec!["8".into()],
        segment: Some("First".into()),
        ..cleared("Home workers have no contracts.")
    };
    let row = records(&desk, request).await;
    assert_eq!(row.kind.as_ref().unwrap().key, "sdg:kind:left-behind");
    assert_eq!((row.nodes[0].mark.as_str(), row.nodes[0].grouping.as_str()), ("8", "3"));
    assert_eq!(
        (row.nodes[0].grouping_level.as_str(), row.nodes[0].grouping_title.as_str()),
        ("Dimension", "Prosperity"),
        "by the framework's own name"
    );
    let below = FindContributions { node: Some("sdg:dimension:prosperity".into()), ..FindContributions::default() };
    assert_eq!(finds(&desk, below).await.len(), 1, "a grouping finds what its members hold");
    contributions::tag(&desk, &row.id, &["Gender Equality".into()]).await.unwrap();
    assert_eq!(contributions::tag(&desk, &row.id, &["a".into()]).await.unwrap_err().code, "unknown-node");

    let table = laptop.writes("table.csv", "words,goal,kind\nNo water here since May,6,obstacle\n");
    let mapping = anteroom_app::imports::Mapping {
        text: Some("words".into()),
        node: Some("column:goal".into()),
        kind: Some("column:kind".into()),
        ..anteroom_app::imports::Mapping::default()
    };
    let steps = anteroom_app::consultations::Steps::silent();
    let report = anteroom_app::imports::import(&desk, &table, mapping, &steps).await.unwrap();
    assert_eq!((report.recorded, report.refused.len()), (1, 0));

    let brief = brief(&desk).await;
    writes(&desk, &brief, "One said “Home workers have no contracts”.", &[&row]).await.unwrap();
    let to = laptop.path("brief.docx");
    briefs::export(&desk, &brief, "public", &to).await.unwrap();
    let words = words_of(&to);
    assert!(words.contains("Home workers have no contracts") && words.contains("Women"), "{words}");
    let verified = anteroom_app::check::verify(&desk, &steps).await.unwrap();
    assert!(verified.ok, "{:?}", verified.problems);
}

#[tokio::test]
async fn an_unknown_framework_is_refused_with_those_there_are() {
    let laptop = Laptop::new();
    let file = laptop.path("x.anteroom");
    let (home, passphrase) = (laptop.home(), crate::laptop::passphrase());
    let refused = anteroom_app::consultations::create_with_home(
        &home,
        &file,
        "mdg",
        "Our words",
        anteroom_app::consultations::Days::default(),
        &passphrase,
    );
    let error = refused.await.unwrap_err();
    assert_eq!(error.code, "unknown-framework");
    assert!(error.message.contains("gcm, sdg"), "{}", error.message);
    assert!(!file.exists(), "nothing is left behind");
}

/// Whole files that are compiled for tests alone.
const TESTS: &[&str] = &["tests.rs", "raw.rs"];

/// Lines of code in which a framework could be known: no comments, no tests.
fn lines_of_code(file: &Path) -> Vec<String> {
    let source = fs::read_to_string(file).unwrap();
    let code = source.split("#[cfg(test)]").next().unwrap();
    let is_comment = |line: &&str| ["//", "*", "/*", "<!--"].iter().any(|mark| line.trim_start().starts_with(mark));
    code.lines().filter(|line| !is_comment(line)).map(str::to_owned).collect()
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, files);
        } else {
            files.push(path);
        }
    }
}

#[test]
fn no_code_knows_a_framework_but_the_list_of_those_that_ship() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for entry in fs::read_dir(top.join("crates")).unwrap() {
        files_below(&entry.unwrap().path().join("src"), &mut files);
    }
    files_below(&top.join("src-tauri/src"), &mut files);
    files_below(&top.join("ui/src"), &mut files);
    let is_code = |file: &&PathBuf| {
        let name = file.file_name().unwrap().to_string_lossy();
        let endings = [".rs", ".ts", ".svelte", ".css", ".html"];
        endings.iter().any(|ending| name.ends_with(ending)) && !name.contains(".test.") && !TESTS.contains(&&*name)
    };
    let code: Vec<_> = files.iter().filter(is_code).collect();
    assert!(code.len() > 100, "{} files", code.len());
    let mut knowing = Vec::new();
    for file in code {
        for line in lines_of_code(file) {
            if line.to_lowercase().contains("gcm") {
                knowing.push((file.file_name().unwrap().to_string_lossy().into_owned(), line.trim().to_owned()));
            }
        }
    }
    let [(file, line)] = knowing.as_slice() else { panic!("{knowing:#?}") };
    assert!(file == "framework.rs" && line.contains("include_str!"), "{line}");
}

#[test]
fn the_frameworks_there_are_go_by_their_names_in_each_language() {
    let english = anteroom_app::consultations::frameworks("en").unwrap();
    let french = anteroom_app::consultations::frameworks("fr").unwrap();
    assert!(english.len() > 1, "nothing in the program is made for one of them alone");
    assert!(english.iter().all(|framework| !framework.name.is_empty() && !framework.citation.is_empty()));
    assert_ne!(english, french);
}
