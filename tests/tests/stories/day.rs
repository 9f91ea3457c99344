//! A day with the sample.

use anteroom_app::model::view::FindContributions;
use anteroom_tests::laptop::{Laptop, PASSPHRASE, text};
use anteroom_tests::request::{Request, said};

#[test]
fn a_day_with_the_sample_leaves_everything_provable() {
    let laptop = Laptop::default();
    let mut running = laptop.starts();
    let recorded = running.does(Request::Sample { file: laptop.file(), passphrase: PASSPHRASE.into() });
    running.opens(&laptop.file(), PASSPHRASE);
    let overview = running.does(Request::Overview);
    assert_eq!((&overview["contributions"], &overview["illustration"]), (&recorded, &"sample".into()));
    let at_first = running.is_sound();

    // One person works through the morning: words in several scripts, narrowed, tagged, put right, taken back.
    assert!(!running.finds("passport").is_empty() && !running.finds("паспорт").is_empty());
    let filters = running.does(Request::Filters);
    let mut sessions = filters["sessions"].as_array().unwrap().iter();
    let with_rounds = sessions.rfind(|session| !session["rounds"].as_array().unwrap().is_empty());
    let session = text(&with_rounds.unwrap()["id"]);
    let of_session = FindContributions { session: Some(session), limit: 10, ..FindContributions::default() };
    let found = running.does(Request::Find(of_session));
    let total = found["total"].as_u64().unwrap();
    assert!(0 < total && total < recorded.as_u64().unwrap(), "the session holds some of them: {total}");
    let first = text(&found["rows"][0]["id"]);
    let before = running.does(Request::Show { id: first.clone() });
    running.does(Request::Tag { id: first.clone(), nodes: vec!["8".into(), "23".into()] });
    running.does(Request::Correct { id: first.clone(), text: "Worded anew, by mistake.".into() });
    assert_eq!(running.finds("by mistake").len(), 1);
    running.does(Request::Undo);
    running.does(Request::Undo);
    let after = running.does(Request::Show { id: first });
    assert_eq!(after["row"], before["row"], "two steps back");
    assert!(after["history"].as_array().unwrap().len() > before["history"].as_array().unwrap().len());

    let id = text(&running.does(said("The ferry of the ninth never answered."))["id"]);
    let brief = Request::NewBrief { roundtable: "2".into(), title: "Afternoon".into() };
    let brief = text(&running.does(brief));
    let text_of_brief = "Participants spoke of a ferry that never answered.".to_owned();
    running.does(Request::WriteBrief { brief: brief.clone(), text: text_of_brief, cite: vec![id] });
    let to = laptop.at("afternoon.docx");
    running.does(Request::ExportBrief { brief, audience: "organisers".into(), to: to.clone() });
    assert!(std::fs::metadata(to).unwrap().len() > 1_000);

    let dump = running.dump();
    running.does(Request::Rebuild);
    assert_eq!(running.dump(), dump, "the read tables can be made anew at any time");
    running.closes();
    running.opens(&laptop.file(), PASSPHRASE);
    assert_eq!(running.dump(), dump);
    let at_last = running.is_sound();
    assert!(at_last["commits"].as_u64() > at_first["commits"].as_u64());
}

#[test]
fn the_samples_briefs_leave_as_they_say() {
    let laptop = Laptop::default();
    let mut running = laptop.starts();
    running.does(Request::Sample { file: laptop.file(), passphrase: PASSPHRASE.into() });
    running.opens(&laptop.file(), PASSPHRASE);
    let briefs = running.does(Request::Briefs);
    let mut left = 0;
    for (number, brief) in briefs.as_array().unwrap().iter().enumerate() {
        let to = laptop.at(&format!("{number}.docx"));
        let export = Request::ExportBrief { brief: text(&brief["id"]), audience: "public".into(), to: to.clone() };
        match running.tries(&export).unwrap() {
            Ok(_) => left += 1,
            Err(refused) => {
                assert_eq!(refused.code, "release-refused");
                assert!(!refused.details.is_empty() && !to.exists());
            }
        }
    }
    assert_eq!((briefs.as_array().unwrap().len(), left), (2, 1), "one may leave, the other may not: {briefs}");
}
