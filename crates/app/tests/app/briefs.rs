//! A brief in the window: shown with its words counted, rewritten while somebody types, moved, cited, asked about, repaired.

use anteroom_app::briefs::{self, NewStatement};
use anteroom_app::contributions::{self, Correction, RecordContribution};
use anteroom_app::desk::Desk;
use anteroom_app::model::permission::{AttributionRule, Basis, Consent, Wording};
use anteroom_app::model::release::Audience;
use anteroom_app::model::statement::StatementType;
use anteroom_app::model::view_brief::{
    AskRelease, AskWho, BeginParagraph, BriefView, ChangeBrief, CiteEvidence, MoveParagraph, ParagraphView,
    ReleaseView, Repair, RepairParagraph, RetypeParagraph, RewriteParagraph, SeekEvidence, StopView,
};
use anteroom_app::undo;

use crate::laptop::{Laptop, brief, cleared, records, round, said, speaks, words_of, writes};

async fn shown(desk: &Desk, brief: &str) -> BriefView {
    briefs::show(desk, brief).await.unwrap()
}

fn all(brief: &BriefView) -> Vec<&ParagraphView> {
    brief.sections.iter().flat_map(|section| &section.paragraphs).collect()
}

async fn begins(desk: &Desk, brief: &str, section: &str, after: Option<&str>) -> String {
    let input = BeginParagraph { brief: brief.into(), section: section.into(), after: after.map(str::to_owned) };
    briefs::begin(desk, &input).await.unwrap()
}

async fn rewrites(desk: &Desk, paragraph: &str, text: &str) -> Vec<String> {
    briefs::rewrite(desk, &RewriteParagraph { paragraph: paragraph.into(), text: text.into() }).await.unwrap()
}

async fn cites(desk: &Desk, paragraph: &str, contribution: &str) {
    let input = CiteEvidence { paragraph: paragraph.into(), contribution: contribution.into() };
    briefs::cite(desk, &input).await.unwrap();
}

async fn checks(desk: &Desk, brief: &str, audience: Audience) -> ReleaseView {
    briefs::release(desk, &AskRelease { brief: brief.into(), audience }).await.unwrap()
}

async fn repairs(desk: &Desk, brief: &str, stop: &StopView, repair: Repair) {
    let input = RepairParagraph {
        brief: brief.into(),
        paragraph: stop.paragraph.clone(),
        audience: Audience::Public,
        stop: stop.stop.clone(),
        about: stop.about.clone(),
        contribution: stop.contribution.clone(),
        repair,
        basis: None,
    };
    briefs::repair(desk, &input).await.unwrap();
}

fn kinds(stop: &StopView) -> Vec<Repair> {
    stop.repairs.iter().map(|repair| repair.repair).collect()
}

#[tokio::test]
async fn every_number_is_what_one_gets_by_counting() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let one = records(&desk, cleared("They kept our passports for months.")).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "One said “kept our passports”, and no more.", &[&one]).await.unwrap();
    let headline = begins(&desk, &brief, "headline", None).await;
    let view = shown(&desk, &brief).await;
    let paragraphs = all(&view);
    assert_eq!(paragraphs.len(), 2);
    assert_eq!(paragraphs[0].words, 8, "{:?}", paragraphs[0].text);
    assert_eq!(view.words, paragraphs.iter().map(|one| one.words).sum::<u32>());
    assert_eq!(view.budget, view.sections.iter().filter_map(|section| section.budget).sum::<u32>());
    assert_eq!(view.budget, 530);
    for section in &view.sections {
        assert_eq!(section.words, section.paragraphs.iter().map(|one| one.words).sum::<u32>());
    }
    assert_eq!((paragraphs[0].number, paragraphs[1].number), (Some(1), None), "an empty paragraph has no number");
    assert_eq!((view.quotations, view.quotations_standing), (1, 1));
    let quotation = &paragraphs[0].quotations[0];
    let text: Vec<u16> = paragraphs[0].text.encode_utf16().collect();
    let words = String::from_utf16(&text[quotation.from as usize..quotation.to as usize]).unwrap();
    assert_eq!((words.as_str(), quotation.reference.as_str()), ("kept our passports", one.reference.as_str()));

    rewrites(&desk, &headline, "Nobody was heard.").await;
    let view = shown(&desk, &brief).await;
    let numbers: Vec<_> = all(&view).iter().map(|one| one.number).collect();
    assert_eq!(numbers, [Some(1), Some(2)], "numbered as they stand");
    assert!(all(&view)[1].lacks_evidence, "a finding that cites nothing says so");
    assert!(!all(&view)[0].lacks_evidence);
    assert_eq!((all(&view)[0].organisations, all(&view)[0].groups), (1, 0));
    let cards = briefs::list_cards(&desk).await.unwrap();
    assert_eq!((cards[0].paragraphs, cards[0].words, cards[0].budget), (2, view.words, 530));
}

#[tokio::test]
async fn words_in_marks_are_nobodys_until_they_are_cited_and_go_with_whoever_said_them_all_the_same() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let one = records(&desk, cleared("They kept our passports for months. Leave no one behind.")).await;
    records(&desk, cleared("We say: leave no one behind.")).await;
    let brief = brief(&desk).await;
    let id = begins(&desk, &brief, "headline", None).await;
    let saying = begins(&desk, &brief, "headline", None).await;
    rewrites(&desk, &saying, "All agreed to “Leave no one behind”.").await;
    for text in ["One said “They kept our pass", "One said “kept our passports for months”."] {
        rewrites(&desk, &id, text).await;
        let view = shown(&desk, &brief).await;
        assert_eq!((all(&view)[0].text.as_str(), all(&view)[0].quotations.len()), (text, 0));
    }
    let stops: Vec<_> = checks(&desk, &brief, Audience::Public).await.stops.into_iter().map(|it| it.stop).collect();
    assert_eq!(stops, ["no-evidence", "quotation-unknown", "no-evidence", "quotation-unknown"]);
    let cited = CiteEvidence { paragraph: id.clone(), contribution: one.id.clone() };
    briefs::cite(&desk, &cited).await.unwrap();
    assert!(all(&shown(&desk, &brief).await)[0].quotations[0].stands, "cited, it is a quotation");
    rewrites(&desk, &id, "Documents were withheld.").await;
    briefs::uncite(&desk, &cited).await.unwrap();
    rewrites(&desk, &id, "One said “kept our passports for months”.").await;
    contributions::erase(&desk, std::slice::from_ref(&one.id)).await.unwrap();
    let dump = anteroom_app::consultations::dump(&desk).await.unwrap();
    assert!(!dump.contains("kept our pass"), "no version of the paragraph holds the words");
    let view = shown(&desk, &brief).await;
    let texts: Vec<_> = all(&view).iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["One said “…”.", "All agreed to “Leave no one behind”."], "a saying of many is nobody's");
}

#[tokio::test]
async fn a_quotation_stays_a_reference_while_its_paragraph_is_rewritten() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let one = records(&desk, cleared("They kept our passports for months.")).await;
    let brief = brief(&desk).await;
    let id = writes(&desk, &brief, "One said “kept our passports for months”.", &[&one]).await.unwrap();
    assert!(rewrites(&desk, &id, "As one put it, “kept our passports for months”; others too. ").await.is_empty());
    let view = shown(&desk, &brief).await;
    assert!(all(&view)[0].quotations[0].stands && all(&view)[0].unknown.is_empty());
    assert_eq!(all(&view)[0].text, "As one put it, “kept our passports for months”; others too.");

    rewrites(&desk, &id, "As one put it, “kept all our passports for months”.").await;
    let view = shown(&desk, &brief).await;
    assert_eq!((all(&view)[0].quotations.len(), all(&view)[0].unknown.len()), (0, 1), "it says so");
    let stops = checks(&desk, &brief, Audience::Public).await.stops;
    assert_eq!((stops.len(), stops[0].stop.as_str()), (1, "quotation-unknown"));
    assert_eq!(stops[0].repairs[0].instead, "kept our passports for months");
    repairs(&desk, &brief, &stops[0], Repair::QuoteExactly).await;
    assert!(checks(&desk, &brief, Audience::Public).await.stops.is_empty());

    let lost = rewrites(&desk, &id, "As one put it, they kept our passports for months.").await;
    assert_eq!(lost, std::slice::from_ref(&one.reference), "words that lost their marks are told of");

    rewrites(&desk, &id, "As one put it, “kept our passports for mon").await;
    let dump = anteroom_app::consultations::dump(&desk).await.unwrap();
    contributions::erase(&desk, std::slice::from_ref(&one.id)).await.unwrap();
    let view = shown(&desk, &brief).await;
    assert!(dump.len() > 100);
    assert_eq!(all(&view)[0].text, "As one put it, “…", "half a quotation is a reference already");
    assert_eq!(all(&view)[0].evidence[0].row, None, "what was erased is shown as gone");
    rewrites(&desk, &id, "One put it so: “…”").await;
    let view = shown(&desk, &brief).await;
    assert_eq!(all(&view)[0].quotations.len(), 1, "its place is kept");
    assert_eq!(view.quotations_standing, 0);
}

#[tokio::test]
async fn what_is_typed_is_kept_whatever_it_is_and_says_nothing_new_twice() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let brief = brief(&desk).await;
    let id = begins(&desk, &brief, "key-messages", None).await;
    for text in ["", "H", "He said “They", "He said “They kept all of it” and", "  "] {
        rewrites(&desk, &id, text).await;
        assert_eq!(all(&shown(&desk, &brief).await)[0].text, text.trim());
    }
    rewrites(&desk, &id, "Done.").await;
    rewrites(&desk, &id, "Done. ").await;
    undo::undo(&desk).await.unwrap();
    assert_eq!(all(&shown(&desk, &brief).await)[0].text, "", "one action, one undo");
    let missing = RewriteParagraph { paragraph: brief.clone(), text: "x".into() };
    assert_eq!(briefs::rewrite(&desk, &missing).await.unwrap_err().code, "unknown-paragraph");
}

#[tokio::test]
async fn paragraphs_are_put_in_order_within_and_between_sections() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let brief = brief(&desk).await;
    let mut ids = Vec::new();
    for text in ["A", "B", "C"] {
        let after = ids.last().cloned();
        let id = begins(&desk, &brief, "key-messages", after.as_deref()).await;
        rewrites(&desk, &id, text).await;
        ids.push(id);
    }
    let reads = async || -> String { all(&shown(&desk, &brief).await).iter().map(|one| one.text.as_str()).collect() };
    let moves = async |id: &str, section: &str, before: Option<&str>| {
        let input = MoveParagraph { paragraph: id.into(), section: section.into(), before: before.map(str::to_owned) };
        briefs::relocate(&desk, &input).await.unwrap();
    };
    assert_eq!(reads().await, "ABC");
    moves(&ids[2], "key-messages", Some(&ids[0])).await;
    assert_eq!(reads().await, "CAB");
    // Again and again between the same two, until there is no room and all are put in order anew.
    for _ in 0..12 {
        moves(&ids[1], "key-messages", Some(&ids[0])).await;
        assert_eq!(reads().await, "CBA");
        moves(&ids[2], "key-messages", Some(&ids[0])).await;
        assert_eq!(reads().await, "BCA");
        moves(&ids[1], "key-messages", Some(&ids[0])).await;
        moves(&ids[2], "key-messages", Some(&ids[1])).await;
    }
    moves(&ids[0], "headline", None).await;
    assert_eq!(reads().await, "ACB", "the headline stands first");
    undo::undo(&desk).await.unwrap();
    assert_eq!(reads().await, "CBA");
    let between = begins(&desk, &brief, "key-messages", Some(&ids[2])).await;
    rewrites(&desk, &between, "x").await;
    assert_eq!(reads().await, "CxBA");
    briefs::put_away(&desk, &ids[1]).await.unwrap();
    assert_eq!(reads().await, "CxA");
    undo::undo(&desk).await.unwrap();
    assert_eq!(reads().await, "CxBA");
    briefs::retype(&desk, &RetypeParagraph { paragraph: between, statement_type: StatementType::Remark })
        .await
        .unwrap();
    assert_eq!(all(&shown(&desk, &brief).await)[1].statement_type, StatementType::Remark);
}

#[tokio::test]
async fn a_citation_turns_words_in_marks_into_a_quotation_and_goes_only_after_it() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let one = records(&desk, cleared("They kept our passports for months.")).await;
    let brief = brief(&desk).await;
    let id = begins(&desk, &brief, "key-messages", None).await;
    rewrites(&desk, &id, "One said “kept our passports for months”.").await;
    assert_eq!(all(&shown(&desk, &brief).await)[0].unknown.len(), 1);
    cites(&desk, &id, &one.reference).await;
    let view = shown(&desk, &brief).await;
    assert_eq!((all(&view)[0].unknown.len(), all(&view)[0].quotations.len()), (0, 1));
    assert!(all(&view)[0].evidence[0].quoted);
    let without = CiteEvidence { paragraph: id.clone(), contribution: one.id.clone() };
    assert_eq!(briefs::uncite(&desk, &without).await.unwrap_err().code, "still-quoted");
    rewrites(&desk, &id, "Documents were kept.").await;
    briefs::uncite(&desk, &without).await.unwrap();
    assert!(all(&shown(&desk, &brief).await)[0].lacks_evidence);
    undo::undo(&desk).await.unwrap();
    assert!(!all(&shown(&desk, &brief).await)[0].lacks_evidence);
}

#[tokio::test]
async fn evidence_is_found_by_what_the_paragraph_says_and_the_subject_comes_first() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let tagged = |text: &str, nodes: &[&str]| RecordContribution {
        nodes: nodes.iter().map(|node| (*node).to_owned()).collect(),
        ..cleared(text)
    };
    let choices = briefs::choices(&desk).await.unwrap();
    assert_eq!((choices.templates.len(), choices.roundtables.len()), (2, 4));
    let off = records(&desk, tagged("Recruiters kept the passports of my neighbours.", &["23"])).await;
    let on = records(&desk, tagged("Passports were kept by recruiters for months.", &["6"])).await;
    let other = records(&desk, tagged("Wages are paid late.", &["6"])).await;
    let kept = RecordContribution {
        share: Some(Consent::Refused),
        ..tagged("Recruiters kept my passports; keep this to yourselves.", &["6"])
    };
    let kept = records(&desk, kept).await;
    let brief = brief(&desk).await; // roundtable 1 holds objective 6
    let id = begins(&desk, &brief, "key-messages", None).await;
    let seeks = async |paragraph: Option<&str>, words: &str| {
        let input = SeekEvidence {
            brief: brief.clone(),
            paragraph: paragraph.map(str::to_owned),
            words: words.into(),
            limit: 0,
        };
        let found = briefs::seek(&desk, &input).await.unwrap();
        (found.total, found.rows.iter().map(|row| (row.row.id.clone(), row.on_subject)).collect::<Vec<_>>())
    };
    let (total, rows) = seeks(Some(&id), "").await;
    assert_eq!(total, 2, "without words, everything on the subject: {rows:?}");
    rewrites(&desk, &id, "Recruiters keep passports for months on end.").await;
    assert_eq!(seeks(Some(&id), "").await, (2, vec![(on.id.clone(), true), (off.id.clone(), false)]));
    let nothing_alike = begins(&desk, &brief, "key-messages", None).await;
    rewrites(&desk, &nothing_alike, "Marmalade cats sleep.").await;
    assert_eq!(seeks(Some(&nothing_alike), "").await.0, 2, "where nothing reads like it, what is on the subject");
    assert_eq!(seeks(Some(&id), "wages").await, (1, vec![(other.id.clone(), true)]));
    assert_eq!(seeks(Some(&id), "yourselves").await, (1, vec![(kept.id.clone(), true)]), "found, but never proposed");
    cites(&desk, &id, &on.id).await;
    assert_eq!(seeks(Some(&id), "").await, (1, vec![(off.id.clone(), false)]), "what is cited is not proposed");
    let anywhere = SeekEvidence { brief: brief.clone(), words: "passports".into(), ..SeekEvidence::default() };
    assert_eq!(briefs::seek(&desk, &anywhere).await.unwrap().rows[0].cited_by, [1]);
}

#[tokio::test]
async fn who_said_that_is_answered_with_what_may_be_said_and_no_more() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    round(&desk, "Closed", AttributionRule::ChathamHouse).await;
    round(&desk, "Open", AttributionRule::OnTheRecord).await;
    let lonely = speaks(&desk, "Closed", "Harbour Workers", "Trade unions", "They kept our passports.").await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Documents were withheld.", &[&lonely]).await.unwrap();
    let asks = async |number: u32| briefs::who_said(&desk, &AskWho { brief: brief.clone(), number }).await;
    let view = asks(1).await.unwrap();
    assert_eq!((view.aloud.as_str(), view.unspoken), ("Who stands behind this cannot be said.", 1));
    assert_eq!(view.evidence[0].row.as_ref().unwrap().organisation, "Harbour Workers", "the rapporteur sees who");

    let open = speaks(&desk, "Open", "Press Room", "Media", "We were not let in.").await;
    let willing = speaks(&desk, "Open", "Radio Nine", "Media", "Nor we.").await;
    let permission = std::slice::from_ref(&willing.id);
    contributions::set_permission(&desk, permission, "name-organisation:given", Basis::Form).await.unwrap();
    writes(&desk, &brief, "Two were not let in.", &[&open, &willing, &lonely]).await.unwrap();
    let view = asks(2).await.unwrap();
    assert_eq!(
        view.aloud, "2 organisations of one group (Media); one of them agrees to be named: Radio Nine.",
        "the one who cannot be spoken of is in no count"
    );
    for organisation in ["Dockers", "Seafarers", "Pilots", "Crane drivers", "Tug crews"] {
        speaks(&desk, "Closed", organisation, "Trade unions", "So it is.").await;
    }
    let view = asks(1).await.unwrap();
    assert_eq!(view.aloud, "Participants under the Chatham House Rule, from Trade unions.", "one is no number");
    let remark =
        NewStatement { text: "It rained.".into(), statement_type: Some(StatementType::Remark), ..Default::default() };
    briefs::write(&desk, &brief, remark).await.unwrap();
    let view = shown(&desk, &brief).await;
    let number = all(&view).iter().find(|one| one.text == "It rained.").unwrap().number.unwrap();
    assert!(asks(number).await.unwrap().aloud.starts_with("This paragraph rests on no contribution"));
    assert_eq!(asks(99).await.unwrap_err().code, "no-such-number");
    assert_eq!(asks(0).await.unwrap_err().code, "no-such-number");
}

#[tokio::test]
async fn each_stop_has_a_repair_that_mends_it_and_an_undo_that_takes_it_back() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    round(&desk, "Open", AttributionRule::OnTheRecord).await;
    let unasked = records(
        &desk,
        RecordContribution {
            wording: Some(Wording::Verbatim),
            share: Some(Consent::Given),
            ..said("They kept our passports for months.")
        },
    )
    .await;
    let paraphrase = records(
        &desk,
        RecordContribution { wording: Some(Wording::Paraphrase), ..cleared("Wages came late in every season.") },
    )
    .await;
    let refused = records(&desk, RecordContribution { share: Some(Consent::Refused), ..said("Not for you.") }).await;
    let harbour = speaks(&desk, "Open", "Harbour Workers", "Trade unions", "Nobody asked us.").await;
    let gone = records(&desk, cleared("We waited in the cold for hours.")).await;
    let brief = brief(&desk).await;
    let one = async |text: &str, cite: &[&_]| writes(&desk, &brief, text, cite).await.unwrap();
    one("One said “kept our passports for months”, twice.", &[&unasked]).await;
    one("Another said “Wages came late in every season”.", &[&paraphrase]).await;
    one("This was not shared.", &[&refused, &unasked]).await;
    one("Harbour Workers said so (K7F-1).", &[&harbour]).await;
    one(&format!("See {} for more.", harbour.reference), &[&harbour]).await;
    one("One said “waited in the cold for hours”.", &[&gone]).await;
    contributions::correct(&desk, &gone.id, Correction { text: Some("We waited long.".into()), ..Default::default() })
        .await
        .unwrap();
    let bare = begins(&desk, &brief, "key-messages", None).await;
    rewrites(&desk, &bare, "Nothing stands behind this.").await;

    let before = checks(&desk, &brief, Audience::Public).await;
    let mut expected = [
        ("not-cleared", vec![Repair::OwnWords, Repair::Ask]),
        ("not-verbatim", vec![Repair::Unquote, Repair::OwnWords]),
        ("not-shared", vec![Repair::LeaveOut]),
        ("name-in-text", vec![Repair::NameGroup, Repair::Ask]),
        ("reference-in-text", vec![Repair::DropReference]),
        ("quotation-gone", vec![Repair::OwnWords]),
        ("no-evidence", vec![Repair::MakeRemark]),
    ]
    .to_vec();
    let mut found: Vec<_> = before.stops.iter().map(|stop| (stop.stop.as_str(), kinds(stop))).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);

    for stop in &before.stops {
        for repair in kinds(stop) {
            repairs(&desk, &brief, stop, repair).await;
            let after = checks(&desk, &brief, Audience::Public).await.stops;
            assert_eq!(after.len(), before.stops.len() - 1, "{} by {repair:?}: {after:#?}", stop.stop);
            let undone = undo::undo(&desk).await.unwrap();
            assert_eq!(undone.left_out, [] as [String; 0]);
            assert_eq!(checks(&desk, &brief, Audience::Public).await.stops, before.stops, "{} is back", stop.stop);
        }
    }
    for stop in &before.stops {
        repairs(&desk, &brief, stop, stop.repairs[0].repair).await;
    }
    let view = shown(&desk, &brief).await;
    let texts: Vec<_> = all(&view).iter().map(|one| one.text.clone()).collect();
    for text in [
        "One said […], twice.",
        "Another said Wages came late in every season.",
        "A participant (Trade unions) said so (K7F-1).",
        "See for more.",
        "One said […].",
    ] {
        assert!(texts.iter().any(|one| one == text), "{text} in {texts:#?}");
    }
    let after = checks(&desk, &brief, Audience::Public).await;
    assert_eq!(after.stops, []);
    assert_eq!(after.warnings.iter().filter(|warning| warning.warning == "gap").count(), 2);
    assert!(after.warnings.iter().any(|warning| warning.warning == "empty-sections"));
    let to = laptop.path("brief.docx");
    briefs::export(&desk, &brief, "public", &to).await.unwrap();
    let words = words_of(&to);
    assert!(!words.contains("kept our passports") && !words.contains("Harbour Workers"), "{words}");
    let stale = &before.stops[0];
    let input = RepairParagraph {
        brief: brief.clone(),
        paragraph: stale.paragraph.clone(),
        stop: stale.stop.clone(),
        about: stale.about.clone(),
        ..RepairParagraph::default()
    };
    assert_eq!(briefs::repair(&desk, &input).await.unwrap_err().code, "nothing-to-repair");
}

#[tokio::test]
async fn a_brief_has_a_title_and_an_audience_that_are_kept() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let brief = brief(&desk).await;
    assert_eq!(shown(&desk, &brief).await.audience, Audience::Public, "the widest, until somebody says otherwise");
    let input = ChangeBrief { brief: brief.clone(), title: Some(" Work ".into()), audience: Some(Audience::States) };
    briefs::change(&desk, &input).await.unwrap();
    let view = shown(&desk, &brief).await;
    assert_eq!((view.title.as_str(), view.audience), ("Work", Audience::States));
    briefs::put_brief_away(&desk, &brief).await.unwrap();
    assert_eq!(briefs::list_cards(&desk).await.unwrap(), []);
    undo::undo(&desk).await.unwrap();
    assert_eq!(briefs::list_cards(&desk).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_release_is_in_the_language_of_the_brief_whatever_the_window_speaks() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row =
        records(&desk, RecordContribution { groups: vec!["Trade unions".into()], ..cleared("They kept it.") }).await;
    let brief = brief(&desk).await;
    writes(&desk, &brief, "Documents were withheld.", &[&row]).await.unwrap();
    let export = async |name: &str| {
        briefs::export(&desk, &brief, "public", &laptop.path(name)).await.unwrap();
        std::fs::read(laptop.path(name)).unwrap()
    };
    let english = export("a.docx").await;
    desk.speak("ar");
    assert_eq!(english, export("b.docx").await, "the same release, byte for byte");
}
