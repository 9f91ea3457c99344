//! What leaves: quotations, names, small rooms.

use std::fs;

use anteroom_app::briefs;
use anteroom_app::contributions::{self, Correction, RecordContribution};
use anteroom_app::model::permission::{AttributionRule, Basis, Consent};

use crate::laptop::{Laptop, brief, cleared, finds_words, records, round, said, speaks, words_of, writes};

#[tokio::test]
async fn an_erasure_reaches_what_quotes_it() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let testimony = records(&desk, cleared("They kept our passports for months.")).await;
    let other = records(&desk, cleared("Nobody came to help.")).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "One said “kept our passports for months”.", &[&testimony, &other]).await.unwrap();
    let to = laptop.path("brief.docx");
    briefs::export(&desk, &brief, "public", &to).await.unwrap();
    assert!(words_of(&to).contains("kept our passports"));

    contributions::erase(&desk, std::slice::from_ref(&testimony.id)).await.unwrap();
    assert_eq!(finds_words(&desk, "passports").await, 0);
    let again = laptop.path("again.docx");
    let refused = briefs::export(&desk, &brief, "public", &again).await.unwrap_err();
    assert_eq!(refused.code, "release-refused");
    assert_eq!(refused.details.len(), 1, "{:?}", refused.details);
    assert!(refused.details[0].starts_with("Paragraph 1: what was quoted"), "{:?}", refused.details);
    assert!(!again.exists());
    assert!(!anteroom_app::consultations::dump(&desk).await.unwrap().contains("passports"), "no words are left");
}

#[tokio::test]
async fn what_was_worded_anew_is_not_quoted_any_more() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let testimony = records(&desk, cleared("They kept our passports for months.")).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "One said “kept our passports for months”.", &[&testimony]).await.unwrap();
    let anew = Correction { text: Some("They kept our pass ports for months.".into()), ..Correction::default() };
    contributions::correct(&desk, &testimony.id, anew).await.unwrap();
    let refused = briefs::export(&desk, &brief, "public", &laptop.path("x.docx")).await.unwrap_err();
    assert!(refused.details[0].contains(&testimony.reference), "{:?}", refused.details);
}

#[tokio::test]
async fn a_small_room_under_chatham_house_does_not_leave_and_a_larger_one_is_masked() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    round(&desk, "Closed", AttributionRule::ChathamHouse).await;
    let lonely = speaks(&desk, "Closed", "Harbour Workers", "Trade unions", "They kept our passports.").await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Documents were withheld.", &[&lonely]).await.unwrap();
    let to = laptop.path("brief.docx");
    let refused = briefs::export(&desk, &brief, "public", &to).await.unwrap_err();
    assert!(refused.details[0].contains("too few"), "{:?}", refused.details);
    briefs::export(&desk, &brief, "organisers", &to).await.unwrap();

    speaks(&desk, "Closed", "Press Room", "Media", "We were not let in.").await;
    speaks(&desk, "Closed", "Radio Nine", "Media", "Nor we.").await;
    briefs::export(&desk, &brief, "public", &to).await.unwrap();
    let words = words_of(&to);
    assert!(words.contains("a participant"), "{words}");
    assert!(!words.contains("Trade unions") && !words.contains("Harbour Workers"), "{words}");

    speaks(&desk, "Closed", "Dockers", "Trade unions", "So it is.").await;
    speaks(&desk, "Closed", "Seafarers", "Trade unions", "So it is at sea.").await;
    briefs::export(&desk, &brief, "public", &to).await.unwrap();
    let words = words_of(&to);
    assert!(words.contains("Trade unions"), "three organisations hide each other: {words}");
    assert!(!words.contains("Harbour Workers"), "{words}");

    speaks(&desk, "Closed", "Harbour Workers", "Trade unions", "Again.").await;
    speaks(&desk, "Closed", "Harbour Workers", "Trade unions", "And again.").await;
    briefs::export(&desk, &brief, "public", &to).await.unwrap();
    assert!(!words_of(&to).contains("Trade unions"), "one of them said more than half of what the group said");
}

#[tokio::test]
async fn once_under_chatham_house_always_masked() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    round(&desk, "Open", AttributionRule::OnTheRecord).await;
    round(&desk, "Closed", AttributionRule::ChathamHouse).await;
    let said = speaks(&desk, "Open", "Harbour Workers", "Trade unions", "They kept our passports.").await;
    let clear = async |question: &str| {
        contributions::set_permission(&desk, std::slice::from_ref(&said.id), question, Basis::Form).await.unwrap();
    };
    clear("share:given").await;
    clear("name-organisation:given").await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Documents were withheld.", &[&said]).await.unwrap();
    let to = laptop.path("brief.docx");
    briefs::export(&desk, &brief, "public", &to).await.unwrap();
    assert!(words_of(&to).contains("Harbour Workers"));
    for round in ["Closed", "Open"] {
        let moved = Correction { segment: Some(round.into()), ..Correction::default() };
        contributions::correct(&desk, &said.id, moved).await.unwrap();
    }
    let refused = briefs::export(&desk, &brief, "public", &laptop.path("again.docx")).await.unwrap_err();
    assert!(refused.details[0].contains("too few"), "{:?}", refused.details);
}

#[tokio::test]
async fn an_unchanged_brief_is_the_same_release_byte_for_byte() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let first = records(&desk, cleared("They kept our passports for months.")).await;
    let second = records(&desk, cleared("Nobody came to help.")).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Documents were withheld.", &[&first]).await.unwrap();
    let export = async |audience: &str, name: &str| {
        briefs::export(&desk, &brief, audience, &laptop.path(name)).await.unwrap();
        fs::read(laptop.path(name)).unwrap()
    };
    let once = export("public", "a.docx").await;
    // Something else happens meanwhile.
    contributions::tag(&desk, &second.id, &["6".into()]).await.unwrap();
    assert_eq!(once, export("public", "b.docx").await);
    let reference = |docx: &str| {
        let words = words_of(&laptop.path(docx));
        let at = words.find("E-").unwrap();
        words[at..at + 8].to_owned()
    };
    export("states", "c.docx").await;
    assert_ne!(reference("a.docx"), reference("c.docx"), "another audience, another name for the same evidence");
    writes(&desk, &brief, "Help did not come.", &[&second]).await.unwrap();
    export("public", "d.docx").await;
    assert_ne!(reference("a.docx"), reference("d.docx"), "another brief, another release");
}

#[tokio::test]
async fn nothing_that_leaves_tells_an_id_a_reference_or_a_time() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, cleared("They kept our passports for months.")).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Documents were withheld.", &[&row]).await.unwrap();
    let to = laptop.path("brief.docx");
    briefs::export(&desk, &brief, "public", &to).await.unwrap();
    let mut archive = zip::ZipArchive::new(fs::File::open(&to).unwrap()).unwrap();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut bytes = String::new();
        std::io::Read::read_to_string(&mut part, &mut bytes).unwrap();
        for secret in [&row.id, &row.reference, &brief, "2026-", "rsid"] {
            assert!(!bytes.contains(secret), "{secret} stands in part {at}");
        }
    }
    writes(&desk, &brief, &format!("See {}.", row.reference), &[&row]).await.unwrap();
    let refused = briefs::export(&desk, &brief, "public", &to).await.unwrap_err();
    assert!(refused.details[0].contains("short reference"), "{:?}", refused.details);
}

#[tokio::test]
async fn a_paragraph_quotes_only_what_it_cites() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, cleared("They kept our passports for months.")).await;
    let brief = brief(&desk).await;
    let wrong = writes(&desk, &brief, "One said “kept all our passports for months”.", &[&row]).await.unwrap_err();
    assert_eq!(wrong.code, "quotation-not-found");
    let nobody = writes(&desk, &brief, "One said “kept our passports for months”.", &[]).await.unwrap_err();
    assert_eq!(nobody.code, "nothing-cited");
    let request = briefs::NewStatement { text: "x".into(), section: Some("haiku".into()), ..Default::default() };
    assert_eq!(briefs::write(&desk, &brief, request).await.unwrap_err().code, "unknown-section");
    let to = laptop.path("x.docx");
    assert_eq!(briefs::export(&desk, &brief, "public", &to).await.unwrap_err().code, "empty-brief");
    assert_eq!(briefs::export(&desk, "Haiku", "public", &to).await.unwrap_err().code, "unknown-brief");
    assert_eq!(briefs::export(&desk, &brief, "everybody", &to).await.unwrap_err().code, "unknown-audience");
}

#[tokio::test]
async fn whoever_refused_sharing_is_evidence_for_nobody() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, RecordContribution { share: Some(Consent::Refused), ..said("Not for you.") }).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Documents were withheld.", &[&row]).await.unwrap();
    for audience in ["organisers", "participants", "states", "public"] {
        let refused = briefs::export(&desk, &brief, audience, &laptop.path("x.docx")).await.unwrap_err();
        assert!(refused.details[0].contains("refused that it be shared"), "{:?}", refused.details);
    }
}
