//! Somebody takes back what they said.

use anteroom_app::contributions::RecordContribution;
use anteroom_app::model::permission::Consent;
use anteroom_tests::laptop::{Laptop, Running, text};
use anteroom_tests::request::Request;

const TESTIMONY: &str = "They kept our passports in a drawer in Quixhaven.";

/// A testimony that may be quoted, and a brief that quotes it.
fn quoted(running: &mut Running) -> (String, String) {
    let given = Some(Consent::Given);
    let request =
        RecordContribution { text: TESTIMONY.into(), share: given, quote: given, ..RecordContribution::default() };
    let testimony = text(&running.does(Request::Record(request))["id"]);
    let brief = text(&running.does(Request::NewBrief { roundtable: "2".into(), title: "Borders".into() }));
    let text = "One participant said: “They kept our passports in a drawer”.".to_owned();
    running.does(Request::WriteBrief { brief: brief.clone(), text, cite: vec![testimony.clone()] });
    (testimony, brief)
}

#[test]
fn a_withdrawn_testimony_leaves_lists_search_history_and_stops_the_brief_that_quoted_it() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    running.records("Somebody else spoke of passports.");
    let (testimony, brief) = quoted(&mut running);
    let reference = text(&running.does(Request::Show { id: testimony.clone() })["row"]["reference"]);
    running.does(Request::Correct { id: testimony.clone(), text: TESTIMONY.replace("drawer", "safe") });
    running.does(Request::Correct { id: testimony.clone(), text: TESTIMONY.into() });
    let to = laptop.at("borders.docx");
    let export = |to: &std::path::Path| Request::ExportBrief {
        brief: brief.clone(),
        audience: "organisers".into(),
        to: to.to_owned(),
    };
    let rewritten = running.tries(&export(&to)).unwrap();
    // Quoted before it was worded anew, or as it stands now: both are for the release check to say.
    assert!(rewritten.is_ok() || rewritten.is_err_and(|refused| refused.code == "release-refused"));

    running.does(Request::Erase { ids: vec![testimony.clone()] });
    for closed in [false, true] {
        if closed {
            running.closes();
            running.opens(&laptop.file(), anteroom_tests::laptop::PASSPHRASE);
        }
        assert_eq!(running.finds("passports"), ["Somebody else spoke of passports."]);
        assert!(running.finds("Quixhaven").is_empty() && running.finds("\"in a drawer\"").is_empty());
        assert_eq!(running.does(Request::Overview)["contributions"], 1);
        for asked in [&testimony, &reference] {
            let refused = running.is_refused(Request::Show { id: asked.clone() });
            assert!(["unknown-contribution", "erased-contribution"].contains(&refused.code.as_str()), "{refused:?}");
            assert!(!format!("{refused:?}").contains("Quixhaven"));
        }
        let dump = running.dump();
        assert!(!dump.contains("Quixhaven") && !dump.contains("drawer"), "no wording of it is held");
        let late = laptop.at("late.docx");
        let refused = running.is_refused(export(&late));
        assert_eq!(refused.code, "release-refused");
        assert!(!refused.details.is_empty() && !format!("{refused:?}").contains("drawer"), "{refused:?}");
        assert!(!late.exists());
        running.is_sound();
    }
    running.does(Request::Undo);
    assert!(running.finds("Quixhaven").is_empty(), "an undo does not bring it back");
    let again = Request::Correct { id: testimony, text: TESTIMONY.into() };
    assert!(["unknown-contribution", "erased-contribution"].contains(&running.is_refused(again).code.as_str()));
    running.is_sound();
}

#[test]
fn a_quotation_that_may_leave_is_stopped_by_the_withdrawal_alone() {
    let laptop = Laptop::default();
    let (mut running, _) = laptop.founds();
    let (testimony, brief) = quoted(&mut running);
    let export =
        |name: &str| Request::ExportBrief { brief: brief.clone(), audience: "organisers".into(), to: laptop.at(name) };
    running.does(export("before.docx"));
    running.does(Request::Erase { ids: vec![testimony] });
    assert_eq!(running.is_refused(export("after.docx")).code, "release-refused");
}
