//! One organiser erases more than one laptop may: it is hidden everywhere at once, and gone once another one agrees.

use anteroom_app::consultations;
use anteroom_app::withdrawal::{self, Withdraw};

use crate::planted::opens;
use crate::several::{Member, all_agree, all_hand_over};

/// So many of what others recorded one laptop erases by itself.
const LIMIT: usize = 50;
const SAID: usize = LIMIT + 8;
/// What waits for another one: of the contributions, and of the name that goes with them. Which of them go at once is decided by
/// their ids, and the name is no contribution.
const WAITS: [usize; 2] = [SAID - LIMIT, SAID + 1 - LIMIT];
const LEFT: [&str; 1] = ["Somebody else spoke of wages."];

/// A founder, an organiser whom she let in, and a facilitator who recorded what a speaker of many words said.
fn three() -> [Member; 3] {
    let ana = Member::founds("Ana");
    let (olga, femi) = (ana.invites("Olga", "organiser"), ana.invites("Femi", "facilitator"));
    let rows: Vec<_> = (0..SAID).map(|row| (format!("Quixhaven kept passport {row} of ours."), "Amina")).collect();
    femi.imports(&rows);
    ana.records(LEFT[0], &[]);
    all_hand_over(&[&ana, &olga, &femi]);
    [ana, olga, femi]
}

fn waiting(member: &Member) -> usize {
    member.does("members", &[])["unconfirmed"].as_u64().unwrap() as usize
}

#[test]
fn a_speaker_of_many_words_withdraws_and_the_second_organiser_confirms() {
    let [ana, olga, femi] = three();
    olga.does("withdraw", &["Amina"]);
    for other in [&ana, &femi] {
        olga.hands_to(other);
    }
    let waits = waiting(&ana);
    assert!(WAITS.contains(&waits), "{waits}");
    for member in [&ana, &olga, &femi] {
        assert_eq!(member.lists(), LEFT, "{}: all of it is hidden at once", member.name);
        assert_eq!(member.does("members", &[])["unconfirmed"], waits, "{}", member.name);
    }
    let may = |member: &Member| member.does("members", &[])["mayConfirm"].as_bool().unwrap();
    assert_eq!([may(&ana), may(&olga), may(&femi)], [true, false, false]);
    assert!(olga.is_refused("confirm-erasure", &[]).contains("your own"), "nobody is their own second");
    assert!(femi.is_refused("confirm-erasure", &[]).contains("role"), "nor is who is no organiser");

    assert_eq!(ana.does("confirm-erasure", &[])["erased"], waits);
    all_hand_over(&[&ana, &olga, &femi]);
    for member in [&ana, &olga, &femi] {
        assert_eq!(member.lists(), LEFT, "{}", member.name);
        assert_eq!(member.does("members", &[])["unconfirmed"], 0, "{}", member.name);
        assert!(!member.dump().contains("Quixhaven"), "{} holds no word of it", member.name);
    }
    all_agree(&[&ana, &olga, &femi]);
}

#[test]
fn whoever_was_let_in_by_the_one_that_erased_is_no_second_and_is_told_so() {
    let [ana, olga, _] = three();
    ana.does("withdraw", &["Amina"]);
    ana.hands_to(&olga);
    let waits = waiting(&olga);
    assert!(WAITS.contains(&waits), "{waits}");
    let refused = olga.is_refused("confirm-erasure", &[]);
    assert!(refused.contains("let this laptop in"), "{refused}");
    assert_eq!(olga.does("members", &[])["unconfirmed"], waits, "nothing was said to be confirmed");
}

#[tokio::test]
async fn of_what_waits_only_contributions_are_counted_and_not_the_name_that_goes_with_them() {
    let [ana, olga, _] = three();
    let said = olga.does("list", &["passport 57"])[0]["id"].as_str().unwrap().to_owned();
    let desk = opens(&olga).await;
    let beyond = withdrawal::withdrawing(&desk, &said).await.unwrap().all.unwrap().beyond;
    let asked = Withdraw { contribution: said, all: true, permission: None };
    let withdrawn = withdrawal::withdraw_said(&desk, &asked).await.unwrap();
    assert_eq!((withdrawn.contributions as usize, withdrawn.waits), (SAID, beyond), "as it was said beforehand");
    consultations::close(desk).await.unwrap();
    olga.hands_to(&ana);
    assert_eq!([waiting(&olga), waiting(&ana)], [beyond as usize; 2]);
    assert_eq!(ana.does("confirm-erasure", &["--refuse"])["shown"], beyond);
    assert_eq!(ana.lists().len(), beyond as usize + 1, "so many are shown again, beside what somebody else said");
}
