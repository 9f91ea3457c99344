//! Recording, finding, tagging, judging, undoing.

use anteroom_app::consultations::{self, Days};
use anteroom_app::contributions::{self, Correction, LONGEST, RecordContribution};
use anteroom_app::model::permission::{AttributionRule, Basis, Consent, Permission, Wording};
use anteroom_app::model::view::FindContributions;
use anteroom_app::{speakers, undo};

use crate::laptop::{Laptop, cleared, finds, finds_words, records, round, round_that_asks, said};

fn keys(row: &anteroom_app::model::view::ContributionRow) -> Vec<&str> {
    row.nodes.iter().map(|node| node.key.as_str()).collect()
}

#[tokio::test]
async fn what_is_recorded_is_found_tagged_untagged_and_taken_back() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("They kept our passports for months.")).await;
    assert_eq!(finds_words(&desk, "passports").await, 1);

    let tagged = contributions::tag(&desk, &row.reference, &["6".into(), "B".into()]).await.unwrap();
    assert_eq!(keys(&tagged), ["gcm:objective:6", "gcm:principle:b"], "in the order of the framework");
    let asked = FindContributions { node: Some("6".into()), ..FindContributions::default() };
    assert_eq!(finds(&desk, asked.clone()).await.len(), 1);

    let untagged = contributions::untag(&desk, &row.id, &["gcm:objective:6".into()]).await.unwrap();
    assert_eq!(keys(&untagged), ["gcm:principle:b"]);
    assert_eq!(finds(&desk, asked.clone()).await.len(), 0);

    assert_eq!(undo::undo(&desk).await.unwrap().deed, "tag");
    assert_eq!(finds(&desk, asked.clone()).await.len(), 1, "the tag is back");
    assert_eq!(undo::undo(&desk).await.unwrap().deed, "tag");
    assert_eq!(keys(&contributions::show(&desk, &row.id).await.unwrap().row), [] as [&str; 0]);
    assert_eq!(undo::undo(&desk).await.unwrap().deed, "record");
    assert_eq!(finds_words(&desk, "passports").await, 0);
    assert_eq!(contributions::show(&desk, &row.id).await.unwrap_err().code, "unknown-contribution");
    assert_eq!(undo::undo(&desk).await.unwrap_err().code, "nothing-to-undo");
}

#[tokio::test]
async fn a_tag_that_two_actions_gave_is_taken_back_once() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("They kept our passports for months.")).await;
    contributions::tag(&desk, &row.id, &["6".into()]).await.unwrap();
    contributions::tag(&desk, &row.id, &["6".into(), "7".into()]).await.unwrap();
    undo::undo(&desk).await.unwrap();
    let left = contributions::show(&desk, &row.id).await.unwrap().row;
    assert_eq!(keys(&left), ["gcm:objective:6"]);
}

#[tokio::test]
async fn many_are_changed_in_one_action_and_taken_back_in_one() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let mut ids = Vec::new();
    for number in 0..25 {
        ids.push(records(&desk, said(&format!("Number {number} of those who came."))).await.id);
    }
    let set_aside = || FindContributions { state: Some("set-aside".into()), ..FindContributions::default() };
    ids.push(ids[0].clone());
    assert_eq!(contributions::set_state(&desk, &ids, "set-aside").await.unwrap(), 25, "each once");
    assert_eq!(finds(&desk, set_aside()).await.len(), 25);
    let undone = undo::undo(&desk).await.unwrap();
    assert_eq!((undone.deed.as_str(), undone.records), ("edit", 25));
    assert_eq!(finds(&desk, set_aside()).await.len(), 0);
    contributions::tag_many(&desk, &ids, &["3".into()], &[]).await.unwrap();
    undo::undo(&desk).await.unwrap();
    let tagged = FindContributions { node: Some("3".into()), ..FindContributions::default() };
    assert_eq!(finds(&desk, tagged).await.len(), 0);
    assert_eq!(finds_words(&desk, "came").await, 25);
}

#[tokio::test]
async fn one_unknown_name_changes_none_of_many() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("They kept our passports.")).await;
    let asked = [row.id.clone(), "AAA-1".to_owned()];
    assert_eq!(contributions::set_state(&desk, &asked, "accepted").await.unwrap_err().code, "unknown-contribution");
    assert_eq!(
        contributions::tag_many(&desk, &asked[..1], &["6".into(), "99".into()], &[]).await.unwrap_err().code,
        "unknown-node"
    );
    let left = contributions::show(&desk, &row.id).await.unwrap().row;
    assert_eq!((left.state.as_str(), left.nodes.len()), ("", 0));
}

#[tokio::test]
async fn undoing_never_loosens_a_permission() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, cleared("They kept our passports.")).await;
    let ids = [row.id.clone()];
    let quote = async || contributions::show(&desk, &row.id).await.unwrap().row.permissions.quote.consent;
    contributions::set_permission(&desk, &ids, "quote:refused", Basis::Clearance).await.unwrap();
    let undone = undo::undo(&desk).await.unwrap();
    assert_eq!(quote().await, Consent::Refused);
    assert!(undone.left_out[0].contains("never loosened"), "{undone:?}");
    // Said again by mistake, and taken back: the refusal holds, although it was itself to be taken back.
    contributions::set_permission(&desk, &ids, "quote:given", Basis::Clearance).await.unwrap();
    undo::undo(&desk).await.unwrap();
    assert_eq!(quote().await, Consent::Refused);
}

#[tokio::test]
async fn a_new_answer_may_loosen_and_taking_it_back_tightens() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("They kept our passports.")).await;
    let quote = async || contributions::show(&desk, &row.id).await.unwrap().row.permissions.quote.consent;
    contributions::set_permission(&desk, std::slice::from_ref(&row.id), "quote:given", Basis::Clearance).await.unwrap();
    assert_eq!(quote().await, Consent::Given);
    undo::undo(&desk).await.unwrap();
    assert_eq!(quote().await, Consent::NotAsked);
}

#[tokio::test]
async fn an_answer_is_kept_with_what_it_rests_on() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, cleared("They kept our passports.")).await;
    assert_eq!(row.permissions.quote, Permission::given(Basis::Form));
    assert_eq!(row.permissions.name_person, Permission::default(), "not asked is no answer");
    contributions::set_permission(&desk, std::slice::from_ref(&row.id), "name-person:given", Basis::Clearance)
        .await
        .unwrap();
    let shown = contributions::show(&desk, &row.id).await.unwrap();
    assert_eq!(shown.row.permissions.name_person, Permission::given(Basis::Clearance));
    let change = shown.history.iter().rfind(|change| change.field == "name-person").unwrap();
    assert_eq!((change.deed.as_str(), change.to.as_str()), ("permission", "given (clearance)"));
    for wrong in ["quote", "quote:maybe", "sing:given"] {
        let refused =
            contributions::set_permission(&desk, std::slice::from_ref(&row.id), wrong, Basis::Form).await.unwrap_err();
        assert_eq!(refused.code, "unknown-permission");
    }
}

#[tokio::test]
async fn what_holds_is_the_strictest_of_all_rounds_it_has_been_in() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    round(&desk, "Open", AttributionRule::OnTheRecord).await;
    round(&desk, "Closed", AttributionRule::ChathamHouse).await;
    let row =
        records(&desk, RecordContribution { segment: Some("Open".into()), ..said("They kept our passports.") }).await;
    let rule = async || contributions::show(&desk, &row.id).await.unwrap().rule;
    let moves = async |to: &str| {
        let correction = Correction { segment: Some(to.to_owned()), ..Correction::default() };
        contributions::correct(&desk, &row.id, correction).await.unwrap().segment
    };
    assert_eq!(rule().await, AttributionRule::OnTheRecord);
    assert_eq!(moves("Closed").await, "Closed");
    assert_eq!(rule().await, AttributionRule::ChathamHouse);
    assert_eq!(moves("Open").await, "Open");
    assert_eq!(rule().await, AttributionRule::ChathamHouse, "it has been said under the Chatham House Rule");
    undo::undo(&desk).await.unwrap();
    undo::undo(&desk).await.unwrap();
    assert_eq!(rule().await, AttributionRule::ChathamHouse, "and undoing does not loosen it");
}

#[tokio::test]
async fn how_it_was_taken_down_and_where_are_put_right_and_taken_back_in_one_action_each() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    for name in ["First", "Second"] {
        round_that_asks(&desk, name).await;
    }
    let row =
        records(&desk, RecordContribution { segment: Some("First".into()), ..said("They kept our passports.") }).await;
    let stands = async || {
        let view = contributions::show(&desk, &row.id).await.unwrap();
        (view.row.wording, view.row.segment, view.row.question)
    };
    let corrects = async |correction| contributions::correct(&desk, &row.id, correction).await.unwrap();
    corrects(Correction { question: Some(2), wording: Some(Wording::Verbatim), ..Correction::default() }).await;
    assert_eq!(stands().await, (Wording::Verbatim, "First".into(), 2));
    corrects(Correction { segment: Some("Second".into()), ..Correction::default() }).await;
    assert_eq!(stands().await, (Wording::Verbatim, "Second".into(), 0), "the second question there is another one");
    undo::undo(&desk).await.unwrap();
    assert_eq!(stands().await, (Wording::Verbatim, "First".into(), 2), "one undo takes the whole move back");
    corrects(Correction { segment: Some("Second".into()), question: Some(1), ..Correction::default() }).await;
    assert_eq!(stands().await, (Wording::Verbatim, "Second".into(), 1));
    corrects(Correction { wording: Some(Wording::Interpreted), ..Correction::default() }).await;
    let undone = undo::undo(&desk).await.unwrap();
    assert_eq!(stands().await.0, Wording::Interpreted, "an undo does not make words fit to be quoted");
    assert_eq!(undone.left_out.len(), 1, "and says so: {:?}", undone.left_out);
}

#[tokio::test]
async fn a_round_gives_what_was_announced_and_a_speaker_may_say_otherwise() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    round(&desk, "Open", AttributionRule::OnTheRecord).await;
    let request = RecordContribution { segment: Some("open".into()), ..said("They kept our passports.") };
    let told = records(&desk, request.clone()).await;
    assert_eq!(told.permissions.quote, Permission::given(Basis::Announcement));
    let otherwise = records(&desk, RecordContribution { quote: Some(Consent::Refused), ..request }).await;
    assert_eq!(otherwise.permissions.quote.consent, Consent::Refused);
    assert_eq!(otherwise.permissions.share, Permission::given(Basis::Announcement));
}

#[tokio::test]
async fn a_language_is_guessed_and_can_be_corrected() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    for (text, language) in [
        ("Seasonal workers tell us the permit is tied to one employer.", "en"),
        ("La détention des enfants n’a reculé que là où la loi l’a interdite.", "fr"),
        ("Los trabajadores de temporada no denuncian las horas impagadas por miedo.", "es"),
        ("Сезонные рабочие не жалуются, потому что разрешение привязано к работодателю.", "ru"),
        ("نحتاج إلى معلومات واضحة بلغتنا قبل السفر وليس بعده.", "ar"),
        ("季节工人的许可证只与一个雇主挂钩。", "zh"),
        ("OK", "und"),
    ] {
        assert_eq!(records(&desk, said(text)).await.language, language, "{text}");
    }
    let last = finds(&desk, FindContributions::default()).await.swap_remove(0);
    let correction = Correction { language: Some("ZH-hant".into()), ..Correction::default() };
    assert_eq!(contributions::correct(&desk, &last.id, correction).await.unwrap().language, "zh-Hant");
    let correction = Correction { language: Some("English, I think".into()), ..Correction::default() };
    assert_eq!(contributions::correct(&desk, &last.id, correction).await.unwrap_err().code, "unknown-language");
}

#[tokio::test]
async fn an_unknown_name_is_refused_with_the_nearest() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let refused = async |request: RecordContribution| contributions::record(&desk, request).await.unwrap_err();
    let words = || said("They kept our passports.");
    for (request, code, nearest) in [
        (RecordContribution { groups: vec!["Trade unoins".into()], ..words() }, "unknown-group", "Trade unions"),
        (RecordContribution { kind: Some("recomendation".into()), ..words() }, "unknown-kind", "Recommendation"),
        (RecordContribution { nodes: vec!["gcm:objective:66".into()], ..words() }, "unknown-node", "gcm:objective:6"),
    ] {
        let error = refused(request).await;
        assert_eq!(error.code, code);
        assert!(error.message.contains(nearest), "{}", error.message);
        assert!(error.details.iter().any(|near| near == nearest), "{:?}", error.details);
    }
    assert_eq!(refused(RecordContribution { segment: Some("Third".into()), ..words() }).await.code, "unknown-round");
    assert_eq!(refused(RecordContribution { state: Some("fine".into()), ..words() }).await.code, "unknown-state");
    assert_eq!(finds(&desk, FindContributions::default()).await.len(), 0, "nothing was recorded");
    for (asked, code) in [
        (FindContributions { group: Some("Trade unoins".into()), ..FindContributions::default() }, "unknown-group"),
        (FindContributions { session: Some("?".into()), ..FindContributions::default() }, "unknown-session"),
        (FindContributions { state: Some("fine".into()), ..FindContributions::default() }, "unknown-state"),
        (FindContributions { speaker: Some("Nobody".into()), ..FindContributions::default() }, "unknown-speaker"),
        (FindContributions { language: Some("!".into()), ..FindContributions::default() }, "unknown-language"),
    ] {
        assert_eq!(contributions::find(&desk, &asked).await.unwrap_err().code, code);
    }
}

#[tokio::test]
async fn a_text_that_is_too_long_is_refused_plainly() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let error = contributions::record(&desk, said(&"word ".repeat(10_000_000))).await.unwrap_err();
    assert_eq!(error.code, "text-too-long");
    assert!(error.message.contains("50000000") && error.message.contains(&LONGEST.to_string()), "{}", error.message);
    assert_eq!(contributions::record(&desk, said(" \u{a0}\n")).await.unwrap_err().code, "empty-text");
    let longest = "é".repeat(LONGEST / 2);
    assert_eq!(records(&desk, said(&longest)).await.text, longest);
}

#[tokio::test]
async fn emoji_and_every_script_are_names_like_others() {
    let laptop = Laptop::new();
    let file = laptop.path("Anhörung 🌊 公平.anteroom");
    let made = consultations::create_with_home(
        &laptop.home(),
        &file,
        "gcm",
        "🌊 نهر",
        Days::default(),
        &crate::laptop::passphrase(),
    )
    .await;
    let (desk, _) = made.unwrap();
    anteroom_app::programme::add_group(&desk, "👩🏽‍🌾 Küstenbäuerinnen").await.unwrap();
    let groups = vec!["👩🏽‍🌾 küstenbäuerinnen".to_owned()];
    let speaker = speakers::known_as(&desk, "🙂", Some("Órgão 🐟"), &groups).await.unwrap();
    let request = RecordContribution { speaker: Some(speaker), groups, ..said("Wir 🙂 waren da. 👩🏽‍🌾") };
    let row = records(&desk, request).await;
    assert_eq!((row.groups[0].label.as_str(), row.speaker.as_str()), ("👩🏽‍🌾 Küstenbäuerinnen", "🙂"));
    assert_eq!((row.text.as_str(), row.organisation.as_str()), ("Wir 🙂 waren da. 👩🏽‍🌾", "Órgão 🐟"));
    consultations::close(desk).await.unwrap();
    let desk = laptop.opens(&file).await;
    assert_eq!(anteroom_app::programme::overview(&desk).await.unwrap().name, "🌊 نهر");
    let by_speaker = FindContributions { speaker: Some("🙂".into()), ..FindContributions::default() };
    assert_eq!(finds(&desk, by_speaker).await.len(), 1);
}

#[tokio::test]
async fn heard_through_an_interpreter_is_never_word_for_word() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let interpreted = RecordContribution { wording: Some(Wording::Interpreted), ..cleared("They kept our passports.") };
    assert_eq!(records(&desk, interpreted).await.wording, Wording::Interpreted);
    let unsaid = RecordContribution { wording: None, quote: None, ..cleared("They kept our passports.") };
    assert_eq!(records(&desk, unsaid).await.wording, Wording::Paraphrase);
}

#[tokio::test]
async fn what_is_corrected_keeps_what_was_there_before_in_its_history() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row =
        records(&desk, RecordContribution { groups: vec!["Media".into()], ..said("They kept are passports.") }).await;
    let correction = Correction {
        text: Some("They kept our passports.".into()),
        groups: Some(vec!["Trade unions".into()]),
        kind: Some("good practice".into()),
        ..Correction::default()
    };
    let corrected = contributions::correct(&desk, &row.reference.to_lowercase(), correction).await.unwrap();
    assert_eq!(corrected.groups.iter().map(|group| group.label.as_str()).collect::<Vec<_>>(), ["Trade unions"]);
    assert_eq!(corrected.kind.unwrap().label, "Good practice");
    let history = contributions::show(&desk, &row.id).await.unwrap().history;
    let text = history.iter().rfind(|change| change.field == "text").unwrap();
    assert_eq!((text.from.as_str(), text.to.as_str()), ("They kept are passports.", "They kept our passports."));
    let groups = history.iter().rfind(|change| change.field == "groups").unwrap();
    assert_eq!(groups.to, "− Media, + Trade unions");
}

#[tokio::test]
async fn the_wrong_passphrase_opens_nothing_and_says_so() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    consultations::close(desk).await.unwrap();
    let wrong = anteroom_app::Unlock::Passphrase(anteroom_app::Passphrase::new("canary-4711".into()));
    let error = consultations::open_with_home(&laptop.home(), &laptop.path("one.anteroom"), &wrong).await.unwrap_err();
    assert_eq!(error.code, "wrong-passphrase");
    assert!(error.message.starts_with("The passphrase is wrong. Nothing was changed"), "{}", error.message);
    let nowhere =
        consultations::open_with_home(&laptop.home(), &laptop.path("two.anteroom"), &wrong).await.unwrap_err();
    assert_eq!(nowhere.code, "not-there");
    assert!(nowhere.message.contains("two.anteroom"));
}

#[tokio::test]
async fn a_speaker_is_put_right_in_one_action_whether_known_or_new() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("They kept our passports.")).await;
    let says = async |name: &str| {
        let correction = Correction { speaker: Some(name.to_owned()), ..Correction::default() };
        contributions::correct(&desk, &row.id, correction).await.unwrap().speaker
    };
    assert_eq!(says("Ana").await, "Ana");
    assert_eq!(says("").await, "");
    assert_eq!(says(" Ana ").await, "Ana");
    undo::undo(&desk).await.unwrap();
    undo::undo(&desk).await.unwrap();
    undo::undo(&desk).await.unwrap();
    assert_eq!(contributions::show(&desk, &row.id).await.unwrap().row.speaker, "");
    assert!(speakers_of(&desk).await.is_empty(), "who was made in that action is put away with it");
}

async fn speakers_of(desk: &anteroom_app::desk::Desk) -> Vec<String> {
    let asked = FindContributions { speaker: Some("Ana".into()), ..FindContributions::default() };
    match contributions::find(desk, &asked).await {
        Ok(found) => found.rows.into_iter().map(|row| row.speaker).collect(),
        Err(_) => Vec::new(),
    }
}

#[tokio::test]
async fn a_translation_is_kept_by_language_never_of_what_may_not_be_shared_and_goes_with_the_words() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("They kept our passports.")).await;
    let translate = async |language: &str, text: &str, reviewed: bool| {
        let asked = contributions::Translate {
            id: row.id.clone(),
            language: language.to_owned(),
            text: text.to_owned(),
            reviewed,
        };
        contributions::translate(&desk, &asked).await
    };
    let there = async || contributions::show(&desk, &row.id).await.unwrap().translations;
    translate("fr", "Ils ont gardé nos passeports.", false).await.unwrap();
    translate("ar", "احتفظوا بجوازات سفرنا.", false).await.unwrap();
    translate("fr", "Ils ont gardé nos passeports.", true).await.unwrap();
    let kept = there().await;
    assert_eq!(kept.len(), 2, "one for each language: {kept:?}");
    assert!(kept.iter().any(|it| it.language == "fr" && it.reviewed) && kept.iter().any(|it| !it.reviewed));
    undo::undo(&desk).await.unwrap();
    assert!(there().await.iter().all(|it| !it.reviewed), "a draft again");
    translate("fr", " ", false).await.unwrap();
    assert_eq!(there().await.len(), 1);
    let history = contributions::show(&desk, &row.id).await.unwrap().history;
    assert!(history.iter().any(|change| change.field == "translations" && change.to == "− fr"), "{history:?}");

    contributions::set_permission(&desk, std::slice::from_ref(&row.id), "share:refused", Basis::InPerson)
        .await
        .unwrap();
    assert_eq!(translate("es", "Se quedaron", false).await.unwrap_err().code, "not-to-be-shared");
    contributions::erase(&desk, std::slice::from_ref(&row.id)).await.unwrap();
    let dump = consultations::dump(&desk).await.unwrap();
    assert!(!dump.contains("احتفظوا") && !dump.contains("passeports"), "translations are erased with the words");
}

#[tokio::test]
async fn a_short_reference_is_found_where_one_looks_for_words() {
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let row = records(&desk, said("They kept our passports.")).await;
    records(&desk, said("Nobody came.")).await;
    for typed in [row.reference.clone(), format!(" {} ", row.reference.to_lowercase())] {
        let found = finds(&desk, FindContributions { words: typed, ..FindContributions::default() }).await;
        assert_eq!(found.iter().map(|it| &it.id).collect::<Vec<_>>(), [&row.id]);
    }
    assert_eq!(finds_words(&desk, "ZZZ-1").await, 0);
}

#[tokio::test]
async fn what_is_half_made_of_a_contribution_is_kept_until_it_is_let_go() {
    use anteroom_app::contributions::{AskHalf, Half, Translate};
    use anteroom_app::model::view::{HalfMade, HalfView};
    let laptop = Laptop::new();
    let desk = laptop.founds("gcm").await;
    let id = records(&desk, said("Our passports were taken.")).await.id;
    let asked = AskHalf { id: id.clone(), what: HalfMade::Correction, language: String::new() };
    let half =
        |words: &str| Half { id: id.clone(), what: HalfMade::Correction, language: String::new(), words: words.into() };
    assert_eq!(contributions::half(&desk, &asked).await.unwrap(), "");
    contributions::keep_half(&desk, &half("Our passpørts were")).await.unwrap();
    consultations::close(desk).await.unwrap();
    let desk = laptop.opens(&laptop.path("one.anteroom")).await;
    assert_eq!(contributions::half(&desk, &asked).await.unwrap(), "Our passpørts were");
    assert_eq!(contributions::show(&desk, &id).await.unwrap().halves.len(), 1);
    let too_long = contributions::keep_half(&desk, &half(&"a".repeat(2 * LONGEST + 1))).await.unwrap_err();
    assert_eq!(too_long.code, "text-too-long");
    let french = Half { what: HalfMade::Translation, language: "fr".into(), ..half("Nos passeports") };
    contributions::keep_half(&desk, &french).await.unwrap();
    let halves = async || contributions::show(&desk, &id).await.unwrap().halves;
    let waits = |what, language: &str| HalfView { what, language: language.into() };
    assert_eq!(halves().await, [waits(HalfMade::Correction, "")], "nobody sees a change of what is not there");
    let there = Translate {
        id: id.clone(),
        language: "fr".into(),
        text: "Nos passeports ont été pris.".into(),
        reviewed: false,
    };
    contributions::translate(&desk, &there).await.unwrap();
    assert_eq!(halves().await, [waits(HalfMade::Correction, ""), waits(HalfMade::Translation, "fr")]);
    let of_french = AskHalf { id: id.clone(), what: HalfMade::Translation, language: "fr".into() };
    contributions::let_go_half(&desk, &of_french).await.unwrap();
    assert_eq!(contributions::half(&desk, &of_french).await.unwrap(), "");
    contributions::keep_half(&desk, &half("")).await.unwrap();
    assert!(halves().await.is_empty());
}
