//! The sample consultation: a day to look at, with a brief that may leave and one that may not.

use std::collections::BTreeSet;
use std::fs;

use anteroom_app::briefs;
use anteroom_app::consultations::{self, Steps};
use anteroom_app::model::view::FindContributions;
use anteroom_app::{programme, sample, say};
use tokio::sync::OnceCell;

use crate::laptop::{Laptop, finds, passphrase};

/// It is written once for all tests; each opens a copy.
async fn opened() -> (Laptop, anteroom_app::desk::Desk) {
    static WRITTEN: OnceCell<Laptop> = OnceCell::const_new();
    let written = WRITTEN.get_or_init(async || {
        let laptop = Laptop::new();
        let file = laptop.path("sample.anteroom");
        sample::write_with_home(&laptop.home(), &file, &passphrase(), &Steps::silent()).await.unwrap();
        laptop
    });
    let written = written.await;
    let copy = Laptop::new();
    for folder in ["home", "sample.anteroom"] {
        fs::create_dir(copy.path(folder)).unwrap();
        for entry in fs::read_dir(written.path(folder)).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), copy.path(folder).join(entry.file_name())).unwrap();
        }
    }
    let desk = copy.opens(&copy.path("sample.anteroom")).await;
    (copy, desk)
}

#[tokio::test]
async fn the_sample_has_enough_to_look_at_and_says_what_it_is() {
    let (_laptop, desk) = opened().await;
    let rows = finds(&desk, FindContributions::default()).await;
    assert!(rows.len() >= 150, "{} contributions", rows.len());
    let languages: BTreeSet<_> = rows.iter().map(|row| row.language.as_str()).collect();
    assert!(["ar", "en", "es", "fr", "ru", "zh"].iter().all(|known| languages.contains(known)), "{languages:?}");
    let groups: BTreeSet<_> = rows.iter().flat_map(|row| &row.groups).map(|group| &group.key).collect();
    assert_eq!(groups.len(), 13);
    assert!(rows.iter().flat_map(|row| &row.groups).all(|group| group.label != group.key), "every group has a name");
    let references: BTreeSet<_> = rows.iter().map(|row| &row.reference).collect();
    assert_eq!(references.len(), rows.len(), "no reference is given twice");
    let overview = programme::overview(&desk).await.unwrap();
    assert_eq!((overview.illustration.as_str(), overview.contributions as usize), ("sample", rows.len()));
    let presence = programme::show(&desk).await.unwrap().presence;
    assert!(presence.iter().all(|row| !row.round.is_empty() && !row.is.is_empty()));
    assert!(
        presence.iter().all(|row| row.who.parse::<anteroom_app::model::ids::RecordId>().is_err()),
        "who has a name"
    );
    let verified = anteroom_app::check::verify(&desk, &Steps::silent()).await.unwrap();
    assert!(verified.ok, "{:?}", verified.problems);
}

#[tokio::test]
async fn what_was_withdrawn_is_nowhere_in_the_sample() {
    let (_laptop, desk) = opened().await;
    let said: serde_json::Value = serde_json::from_str(include_str!("../../sample/contributions.json")).unwrap();
    let withdrawn = said["contributions"].as_array().unwrap().iter().filter(|said| said["withdrawn"] == true);
    let texts: Vec<_> = withdrawn.map(|said| said["text"].as_str().unwrap()).collect();
    assert!(!texts.is_empty());
    let dump = consultations::dump(&desk).await.unwrap();
    let rows = finds(&desk, FindContributions::default()).await;
    for text in texts {
        assert!(rows.iter().all(|row| row.text != text) && !dump.contains(text), "{text}");
    }
}

#[tokio::test]
async fn one_brief_may_be_released_and_the_other_is_refused_for_what_it_states() {
    let (laptop, desk) = opened().await;
    let all = briefs::list(&desk).await.unwrap();
    let id = |title: &str| &all.iter().find(|brief| brief.title == title).unwrap().id;
    let good: serde_json::Value = serde_json::from_str(include_str!("../../sample/brief.json")).unwrap();
    let released = briefs::export(&desk, id(good["title"].as_str().unwrap()), "public", &laptop.path("a.docx")).await;
    assert!(released.unwrap().evidence > 0);

    let bad: serde_json::Value = serde_json::from_str(include_str!("../../sample/brief-problems.json")).unwrap();
    let to = laptop.path("b.docx");
    let refused = briefs::export(&desk, id(bad["title"].as_str().unwrap()), "public", &to).await.unwrap_err();
    assert_eq!(refused.code, "release-refused");
    let expected = bad["expected_refusals"].as_array().unwrap();
    assert_eq!(refused.details.len(), expected.len(), "{:#?}", refused.details);
    for (sentence, expected) in refused.details.iter().zip(expected) {
        let name = format!("stop-{}", expected["stop"].as_str().unwrap());
        let form = say("en", &name, &[("paragraph", &expected["paragraph"].to_string()), ("about", "\u{1}")]);
        let (before, after) = form.split_once('\u{1}').unwrap();
        assert!(sentence.starts_with(before) && sentence.ends_with(after), "{sentence} is not {form}");
    }
    assert!(!to.exists(), "nothing left");
}

#[tokio::test]
async fn one_practises_in_a_round_with_groups_in_the_room_and_nobodys_words() {
    let laptop = Laptop::new();
    let file = laptop.path("practice.anteroom");
    for language in ["en", "fr"] {
        sample::practice_with_home(&laptop.home(), &file, &passphrase(), language).await.unwrap();
        let desk = laptop.opens(&file).await;
        let overview = programme::overview(&desk).await.unwrap();
        assert_eq!((overview.illustration.as_str(), overview.contributions), ("practice", 0));
        assert_eq!(overview.name, say(language, "practice-name", &[]));
        let programme = programme::show(&desk).await.unwrap();
        assert_eq!(programme.sessions.iter().map(|session| session.rounds.len()).sum::<usize>(), 1);
        assert!(programme.presence.iter().filter(|presence| presence.is == "in-the-room").count() > 2);
        consultations::remove_illustration(desk).await.unwrap();
        assert!(!file.exists(), "the next practice begins with an empty one");
    }
}

#[tokio::test]
async fn a_real_consultation_is_never_removed_as_if_it_were_for_practice() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    assert_eq!(consultations::remove_illustration(desk).await.unwrap_err().code, "not-an-illustration");
    laptop.opens(&laptop.path("one.anteroom")).await;
}
