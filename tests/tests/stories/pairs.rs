//! Two people take notes at one table, on a laptop each.

use crate::several::{Member, all_agree, all_hand_over};

const ANA: &str = "Recruitment agencies keep our passports until the whole debt is paid back.";
const BEN: &str = "recruitment agencies keep passports until the debt is paid";

/// The states of all pairs, as a laptop tells them.
fn states(member: &Member) -> Vec<String> {
    let pairs = member.does("pairs", &[]);
    pairs.as_array().unwrap().iter().map(|pair| pair["state"].as_str().unwrap().to_owned()).collect()
}

/// How many notes are listed, and how many of them are marked as one with another.
fn marked(member: &Member) -> (usize, usize) {
    let rows = member.does("list", &[]);
    let rows = rows.as_array().unwrap();
    (rows.len(), rows.iter().filter(|row| row["doubles"] != serde_json::json!([])).count())
}

/// Two laptops with the same words noted on each, merged both ways.
fn at_one_table() -> (Member, Member, [String; 2]) {
    let ana = Member::founds("Ana");
    let ben = ana.invites("Ben", "organiser");
    let ids = [ana.records(ANA, &[]), ben.records(BEN, &[])];
    ana.records("Nobody had seen a labour inspector in two years.", &[]);
    ben.records("The bus to the packing plant leaves at four in the morning.", &[]);
    all_hand_over(&[&ana, &ben]);
    for member in [&ana, &ben] {
        assert_eq!(states(member), ["proposed"], "both see it, and nothing else");
    }
    (ana, ben, ids)
}

#[test]
fn what_two_laptops_both_say_to_be_one_is_one_pair() {
    let (ana, ben, [ours, theirs]) = at_one_table();
    ana.does("pair", &[&ours, &theirs]);
    ben.does("pair", &[&theirs, &ours]);
    all_hand_over(&[&ana, &ben]);
    for member in [&ana, &ben] {
        assert_eq!(states(member), ["accepted"]);
        assert_eq!(marked(member), (4, 2), "both wordings stay");
    }
    ana.does("undo", &[]);
    all_hand_over(&[&ana, &ben]);
    all_agree(&[&ana, &ben]);
    assert_eq!(states(&ana), ["accepted"], "what another one said too stays said");
}

#[test]
fn one_that_is_refused_elsewhere_waits_for_somebody_and_whoever_settles_it_settles_it_for_all() {
    let (ana, ben, [ours, theirs]) = at_one_table();
    ana.does("pair", &[&ours, &theirs]);
    ben.does("pair", &[&ours, &theirs, "--refuse"]);
    all_hand_over(&[&ana, &ben]);
    all_agree(&[&ana, &ben]);
    for member in [&ana, &ben] {
        assert_eq!(states(member), ["contested"]);
        assert_eq!(marked(member), (4, 0), "until it is settled they count as two");
    }
    ben.does("pair", &[&ours, &theirs]);
    all_hand_over(&[&ana, &ben]);
    all_agree(&[&ana, &ben]);
    assert_eq!((states(&ana), marked(&ana)), (vec!["accepted".to_owned()], (4, 2)));

    ben.does("pair", &[&ours, &theirs, "--part"]);
    all_hand_over(&[&ana, &ben]);
    all_agree(&[&ana, &ben]);
    assert_eq!((states(&ana), marked(&ana)), (vec!["refused".to_owned()], (4, 0)));
}

#[test]
fn a_note_that_is_withdrawn_takes_the_other_one_of_its_pair_along_on_every_laptop() {
    let (ana, ben, [ours, theirs]) = at_one_table();
    ana.does("pair", &[&ours, &theirs]);
    all_hand_over(&[&ana, &ben]);
    ben.does("withdraw", &[&theirs]);
    all_hand_over(&[&ana, &ben]);
    all_agree(&[&ana, &ben]);
    for member in [&ana, &ben] {
        assert!(states(member).is_empty());
        assert_eq!(marked(member), (2, 0));
        let held = member.dump();
        assert!(!held.contains("until the") && !held.contains("passports"), "no word of either is anywhere");
    }
}

#[test]
fn a_note_that_is_withdrawn_before_it_was_paired_leaves_the_other_one_alone_on_every_laptop() {
    let (ana, ben, [ours, theirs]) = at_one_table();
    ben.does("withdraw", &[&theirs]);
    ana.does("pair", &[&ours, &theirs]);
    all_hand_over(&[&ana, &ben]);
    all_agree(&[&ana, &ben]);
    for member in [&ana, &ben] {
        assert!(states(member).is_empty());
        assert_eq!(marked(member), (3, 0));
        assert!(!member.dump().contains("until the debt is paid"), "no word of it is in the pair");
    }
}

#[test]
fn a_rapporteur_pairs_what_others_noted_and_a_facilitator_does_not() {
    let ana = Member::founds("Ana");
    let rapporteur = ana.invites("Rita", "rapporteur");
    let facilitator = ana.invites("Femi", "facilitator");
    let ids = [ana.records(ANA, &[]), facilitator.records(BEN, &[])];
    all_hand_over(&[&ana, &rapporteur, &facilitator]);
    let refused = facilitator.is_refused("pair", &[&ids[0], &ids[1]]);
    assert!(refused.contains("role"), "{refused}");
    rapporteur.does("pair", &[&ids[0], &ids[1]]);
    all_hand_over(&[&ana, &rapporteur, &facilitator]);
    all_agree(&[&ana, &rapporteur, &facilitator]);
    assert_eq!(states(&ana), ["accepted"], "it counts on every laptop");
}

#[test]
fn a_facilitator_withdraws_her_own_note_of_a_pair_and_is_told_which_one_an_organiser_has_to() {
    let ana = Member::founds("Ana");
    let facilitator = ana.invites("Femi", "facilitator");
    let [ours, theirs] = [ana.records(ANA, &[]), facilitator.records(BEN, &[])];
    all_hand_over(&[&ana, &facilitator]);
    ana.does("pair", &[&ours, &theirs]);
    all_hand_over(&[&ana, &facilitator]);
    assert_eq!(states(&facilitator), ["accepted"]);

    let refused = facilitator.is_refused("withdraw", &[&ours]);
    assert!(refused.contains("role"), "another's note by itself is not hers: {refused}");
    let withdrawn = facilitator.does("withdraw", &[&theirs]);
    assert_eq!(withdrawn["erased"], 1);
    let left: Vec<String> = serde_json::from_value(withdrawn["left"].clone()).unwrap();
    all_hand_over(&[&ana, &facilitator]);
    for member in [&ana, &facilitator] {
        assert_eq!(marked(member), (1, 0), "the speaker’s words as she took them down are gone at once");
        assert!(!member.dump().contains("until the debt is paid"));
    }
    assert_eq!(ana.does("withdraw", &[&left[0]])["erased"], 1, "what is told is what an organiser withdraws by");
    all_hand_over(&[&ana, &facilitator]);
    all_agree(&[&ana, &facilitator]);
    assert_eq!(marked(&facilitator), (0, 0));
}

#[test]
fn while_an_organisers_note_of_a_speaker_is_left_a_facilitator_takes_back_no_name() {
    let ana = Member::founds("Ana");
    let femi = ana.invites("Femi", "facilitator");
    femi.imports(&[("Zwettl kept the passports.".to_owned(), "Amina"), ("Zwettl paid late.".to_owned(), "Amina")]);
    all_hand_over(&[&ana, &femi]);
    ana.imports(&[("Zwettl threatened us.".to_owned(), "Amina")]);
    all_hand_over(&[&ana, &femi]);

    let withdrawn = femi.does("withdraw", &["Amina"]);
    assert_eq!(withdrawn["erased"], 2);
    assert_eq!(withdrawn["left"].as_array().unwrap().len(), 1);
    all_hand_over(&[&ana, &femi]);
    for member in [&ana, &femi] {
        assert_eq!(member.lists(), ["Zwettl threatened us."]);
        assert!(member.dump().contains("Amina"), "the name guards what is left, and finds it");
    }
    assert_eq!(ana.does("withdraw", &["Amina"])["erased"], 1);
    all_hand_over(&[&ana, &femi]);
    all_agree(&[&ana, &femi]);
    for member in [&ana, &femi] {
        assert!(!member.dump().contains("Zwettl") && !member.dump().contains("Amina"), "{}", member.name);
    }
}
