//! Each rule told as the shortest story in which leaving it out would have broken something.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod world;

use anteroom_journal::copy::Copy;
use anteroom_journal::decision::{Roles, Ruling};
use anteroom_journal::deed::Deed;
use anteroom_journal::draft::{Draft, Heading};
use anteroom_journal::resolve::MOST_PROTECTIVE;
use anteroom_journal::standing::{ERASURE_LIMIT, Fate, Matter, Status, Wait};
use anteroom_journal::undo::{LeftOut, Stack};
use anteroom_model::field::{CONSULTATION, CONTRIBUTION, MEMBER, NAME, ORDER, PUT_AWAY, QUOTE, STATEMENT, TAGS, TEXT};
use anteroom_model::ids::{Digest, RecordId};
use anteroom_model::value::{Fields, Value};
use world::*;

const NO_ROLE: Status = Status::Waits(Wait::NoMember);
const FORK: Status = Status::Waits(Wait::Fork);
const GAP: Status = Status::Waits(Wait::Gap);

#[test]
fn a_founder_is_known_before_anything_is_decided() {
    let heading = World::new().founding.commit;
    let mut draft = Draft::new(Heading {
        consultation: heading.consultation,
        device: heading.device,
        seq: 0,
        prev: None,
        author: heading.author,
        time: 0,
        deed: Deed::FOUND,
        nonce: [1; 16],
        undoes: None,
    });
    draft.found(heading.root.unwrap());
    draft.create(CONSULTATION, &Fields::from([(NAME, "Consultation".into())]), &[0; 32], None);
    let (founding, _) = draft.sign(&World::new().laptops[F].key).unwrap().split();
    let copy = Copy::new(founding).unwrap();
    assert_eq!(copy.standing().person(&heading.device), Some(heading.author));
    compare(&copy);
}

#[test]
fn two_organisers_suspend_each_other_and_all_copies_agree() {
    let mut w = World::new();
    w.all_begin(&[A, B]);
    let (a, b) = (w.tip(A), w.tip(B));
    w.roles(A, B, Roles::NONE, Some(b));
    w.roles(B, A, Roles::NONE, Some(a));
    w.give(A, &[C]);
    w.give(B, &[D, C]);
    w.give(A, &[D]);
    assert_eq!(w.laptops[C].copy.dump_state(), w.laptops[D].copy.dump_state());
    // Both stand one certificate below the founder, in the same commit: the device with the smaller key is first.
    let (first, second) = if w.device(A) < w.device(B) { (A, B) } else { (B, A) };
    assert!(w.standing(C).roles_of(&w.device(first), Some(&w.tip(first).hash)).has_any(Roles::ORGANISER));
    assert_eq!((w.tip_status(C, first), w.tip_status(C, second)), (Status::Counts, NO_ROLE));
}

#[test]
fn who_was_admitted_cannot_unseat_who_admitted_her() {
    let mut w = World::new();
    w.all_begin(&[A, C]);
    let before = w.tip(A);
    w.roles(A, C, Roles::ORGANISER, None);
    w.give(A, &[C]);
    let granted = w.tip(A).hash;
    w.roles(C, A, Roles::NONE, Some(before));
    w.give(C, &[D]);
    // A's admission of C stands, though A's contributions may be cut off by any organiser.
    assert!(w.standing(D).valid_decisions().iter().any(|id| id.commit == granted));
    assert!(w.standing(D).valid_decisions().iter().any(|id| id.commit == w.tip(C).hash));
    assert_eq!((w.status(D, &granted), w.tip_status(D, C)), (NO_ROLE, Status::Counts));
    assert_eq!(w.standing(D).roles_of(&w.device(C), Some(&w.tip(C).hash)), Roles::ORGANISER);
}

#[test]
fn a_circle_of_suspensions_ends_at_the_one_admitted_first() {
    let mut w = World::new();
    w.roles(F, C, Roles::ORGANISER, None);
    w.give(F, &[A, B, C]);
    w.all_begin(&[A, B, C]);
    let (a, b, c) = (w.tip(A), w.tip(B), w.tip(C));
    w.roles(A, B, Roles::NONE, Some(b));
    w.roles(B, C, Roles::NONE, Some(c));
    w.roles(C, A, Roles::NONE, Some(a));
    w.give(A, &[D]);
    w.give(B, &[D]);
    w.give(C, &[D]);
    w.give(C, &[T]);
    w.give(B, &[T]);
    w.give(A, &[T]);
    assert_eq!(w.laptops[D].copy.dump_state(), w.laptops[T].copy.dump_state());
    // A and B were admitted by one commit, C after them: the smaller key of A and B is first, and what she decided holds.
    let stands = if w.device(A) < w.device(B) { C } else { A };
    for who in [A, B, C] {
        let expected = if who == stands { Status::Counts } else { NO_ROLE };
        assert_eq!(w.tip_status(D, who), expected, "laptop {who}");
    }
}

#[test]
fn an_organiser_may_suspend_her_own_laptop_from_before() {
    let mut w = World::new();
    w.all_begin(&[A]);
    w.roles(A, A, Roles::NONE, None);
    w.give(A, &[D]);
    assert_eq!(w.tip_status(D, A), NO_ROLE);
    assert!(w.standing(D).valid_decisions().iter().any(|id| id.commit == w.tip(A).hash));
}

#[test]
fn with_a_certificate_fall_those_that_rest_on_it() {
    let mut w = World::new();
    w.all_begin(&[A, C]);
    let before = w.tip(A);
    w.roles(A, C, Roles::ORGANISER, None);
    w.give(A, &[C]);
    w.roles(C, T, Roles::FACILITATOR, None);
    w.create(T);
    w.roles(F, A, Roles::NONE, Some(before));
    for from in [A, C, T] {
        w.give(from, &[F]);
    }
    w.give(F, &[D]);
    assert_eq!(w.standing(D).roles_of(&w.device(C), Some(&w.tip(C).hash)), Roles::FACILITATOR);
    assert_eq!(w.tip_status(D, T), NO_ROLE);
}

#[test]
fn approval_and_refusal_at_once_refuse_until_somebody_who_saw_both_settles_it() {
    let mut w = World::new();
    w.create(T);
    w.give(T, &[A, B, F]);
    w.roles(A, T, Roles::FACILITATOR, None);
    w.roles(B, T, Roles::NONE, None);
    w.give(A, &[F]);
    w.give(B, &[F]);
    assert_eq!(w.tip_status(F, T), NO_ROLE);
    w.roles(F, T, Roles::FACILITATOR, None);
    assert_eq!(w.tip_status(F, T), Status::Counts);
}

#[test]
fn erasure_and_suspension_come_to_the_same_in_either_order() {
    for refuses_all in [false, true] {
        let mut w = World::new();
        let record = w.create(A);
        w.give(A, &[B, C, D, F]);
        w.create(B);
        w.give(B, &[C, D, F]);
        let good = w.tip(B);
        let erasure = w.erase(B, &[record]);
        let cut = if refuses_all { w.refuse_all(F, B, Some(good)) } else { w.roles(F, B, Roles::NONE, Some(good)) };
        w.receive(C, vec![erasure.clone()], Vec::new());
        assert_eq!(w.fate(C, &record), Fate::Erased);
        w.receive(C, vec![cut.clone()], Vec::new());
        w.receive(D, vec![cut], Vec::new());
        w.receive(D, vec![erasure], Vec::new());
        assert_eq!(w.laptops[C].copy.dump_state(), w.laptops[D].copy.dump_state());
        if refuses_all {
            assert_eq!(w.fate(C, &record), Fate::Shown);
            assert!(!w.holds(C, &record));
            w.give(D, &[C]);
        } else {
            assert_eq!(w.fate(C, &record), Fate::Hidden);
        }
        assert_eq!(w.laptops[C].copy.dump(), w.laptops[D].copy.dump());
    }
}

#[test]
fn withdrawn_words_stay_withdrawn_when_the_laptop_is_suspended_later() {
    let mut w = World::new();
    let record = w.create(C);
    let good = w.tip(C);
    w.give(C, &[A, D]);
    w.erase(C, &[record]);
    w.give(C, &[A]);
    w.roles(F, C, Roles::NONE, Some(good));
    w.give(F, &[A, D]);
    w.give(D, &[A]);
    assert_eq!(w.fate(A, &record), Fate::Hidden);
    assert!(!w.holds(A, &record) && w.laptops[A].copy.state(&record).is_none());
}

#[test]
fn what_a_laptop_tightened_stays_tight_when_it_is_cut_off() {
    let mut w = World::new();
    let record = w.create(C);
    let good = w.tip(C);
    w.edit(C, &[(record, quote(3))]);
    w.give(C, &[A]);
    w.roles(A, C, Roles::NONE, Some(good));
    assert_eq!(w.value(A, &record, QUOTE), Some(3.into()));
    let refused = w.tip(C).hash;
    w.decide(A, Ruling::Commit { hash: refused, approve: false });
    assert_eq!(w.value(A, &record, QUOTE), Some(0.into()), "an organiser has refused it");
}

#[test]
fn a_commit_is_judged_the_same_by_copies_that_no_longer_hold_its_words() {
    let mut w = World::new();
    let (one, other) = (w.create(A), w.create(A));
    w.give(A, &[D, B, C]);
    w.edit(D, &[(one, tag("x", true)), (other, tag("x", true))]);
    w.give(D, &[B]);
    w.erase(A, &[one]);
    w.give(A, &[C, B]);
    w.give(D, &[C]);
    assert_eq!((w.tip_status(B, D), w.tip_status(C, D)), (Status::Counts, Status::Counts));
    assert_eq!(w.value(C, &other, TAGS), Some(Value::List(vec!["x".into()])));
}

#[test]
fn a_revision_does_not_wait_for_a_parent_in_a_commit_that_was_cut_off() {
    let mut w = World::new();
    let record = w.create(C);
    let good = w.tip(C);
    w.edit(C, &[(record, text("u"))]);
    w.give(C, &[A]);
    w.edit(A, &[(record, Fields::from([(ORDER, 3.into())]))]);
    w.roles(F, C, Roles::NONE, Some(good));
    w.give(F, &[A]);
    assert_eq!(w.value(A, &record, ORDER), Some(3.into()));
    assert_eq!(w.value(A, &record, TEXT), Some("words".into()));
}

#[test]
fn a_protective_field_whose_words_nobody_holds_is_closed() {
    let mut w = World::new();
    let record = w.create(A);
    w.give(A, &[D, B]);
    w.create(B);
    w.give(B, &[A, D]);
    let good = w.tip(B);
    w.edit(A, &[(record, quote(3))]);
    w.give(A, &[B]);
    w.erase(B, &[record]);
    w.give(B, &[A]);
    w.refuse_all(F, B, Some(good));
    for from in [B, A, D] {
        w.give(from, &[F]);
    }
    w.give(F, &[A, D, B]);
    w.give(D, &[A]);
    // D still held the creation; the tightening was erased everywhere.
    assert_eq!(w.value(D, &record, TEXT), Some("words".into()));
    assert_eq!(w.value(D, &record, QUOTE), Some(MOST_PROTECTIVE));
}

#[test]
fn erasing_a_members_name_takes_no_role_away() {
    let mut w = World::new();
    let name = w.create_of(F, MEMBER, Fields::from([(NAME, "C".into())]));
    w.create(C);
    w.erase(F, &[name]);
    w.give(F, &[D]);
    w.give(C, &[D]);
    assert_eq!((w.fate(D, &name), w.tip_status(D, C)), (Fate::Erased, Status::Counts));
}

#[test]
fn claiming_to_have_created_a_record_gives_no_right_to_erase_it() {
    let mut w = World::new();
    let record = w.create(A);
    w.give(A, &[C, D]);
    w.act(C, &Act { edits: vec![(record, CONTRIBUTION, Vec::new(), text("mine"))], ..Act::default() });
    w.erase(C, &[record]);
    w.give(C, &[D]);
    assert_eq!(w.fate(D, &record), Fate::Shown);
    assert_eq!(w.value(D, &record, TEXT), Some("words".into()));
    assert_eq!(w.tip_status(D, C), Status::Waits(Wait::Role));
}

#[test]
fn a_laptop_that_is_not_approved_yet_may_take_back_what_it_recorded() {
    let mut w = World::new();
    let record = w.create(T);
    w.give(T, &[A]);
    assert!(w.holds(A, &record));
    w.erase(T, &[record]);
    w.give(T, &[A]);
    assert!(!w.holds(A, &record));
    assert_eq!(w.fate(A, &record), Fate::Erased);
}

#[test]
fn a_cloned_laptop_loses_no_commit_and_both_branches_wait_everywhere() {
    let mut w = World::new();
    w.create(C);
    let clone = w.clone_laptop(C);
    w.create(C);
    for _ in 0..3 {
        w.create(clone);
    }
    w.give(C, &[A]);
    w.give(clone, &[A, B]);
    w.give(C, &[B]);
    for at in [A, B] {
        assert_eq!(w.standing(at).headers().count(), 6);
        assert_eq!((w.tip_status(at, C), w.tip_status(at, clone)), (FORK, FORK));
    }
    assert_eq!(w.laptops[A].copy.dump(), w.laptops[B].copy.dump());
}

#[test]
fn an_approval_names_a_branch_by_its_first_commit() {
    let mut w = World::new();
    w.create(C);
    let clone = w.clone_laptop(C);
    w.create(C);
    let first = w.tip(C).hash;
    w.create(clone);
    w.give(C, &[A]);
    w.give(clone, &[A]);
    w.decide(A, Ruling::Branch { first, approve: true });
    w.create(C);
    w.give(C, &[A]);
    assert_eq!((w.tip_status(A, C), w.tip_status(A, clone)), (Status::Counts, FORK));
    assert_eq!(w.standing(A).branches().get(&first), Some(&Some(true)));
}

#[test]
fn a_refused_branch_waits_for_nobody_and_what_it_erased_is_shown_again() {
    let mut w = World::new();
    let record = w.create(C);
    let clone = w.clone_laptop(C);
    let first = w.erase(clone, &[record]).hash;
    w.create(clone);
    w.create(C);
    w.give(C, &[A, B]);
    w.give(clone, &[A, B]);
    assert_eq!((w.tip_status(A, C), w.tip_status(A, clone)), (FORK, FORK));
    assert_eq!(w.standing(A).fate(&record), Fate::Hidden);
    w.decide(A, Ruling::Branch { first, approve: false });
    w.give(A, &[B]);
    for at in [A, B] {
        assert_eq!((w.tip_status(at, C), w.tip_status(at, clone)), (FORK, Status::Refused));
        assert_eq!(w.standing(at).fate(&record), Fate::Shown);
    }
    w.decide(A, Ruling::Branch { first, approve: true });
    assert_eq!(w.tip_status(A, clone), Status::Counts, "who sees a refusal may still approve");
    assert_eq!(w.standing(A).fate(&record), Fate::Erased);
}

#[test]
fn a_cloned_founders_laptop_is_survived_by_a_second_organiser() {
    let mut w = World::new();
    let clone = w.clone_laptop(F);
    w.roles(clone, T, Roles::FACILITATOR, None);
    w.roles(F, A, Roles::NONE, None);
    w.give(clone, &[F]);
    assert_eq!((w.tip_status(F, F), w.tip_status(F, clone)), (FORK, FORK));
    w.give(F, &[A]);
    let first = w.tip(clone).hash;
    w.decide(A, Ruling::Branch { first, approve: true });
    assert_eq!((w.tip_status(A, F), w.tip_status(A, clone)), (FORK, Status::Counts));
}

#[test]
fn a_stolen_founders_laptop_is_survived_by_the_recovery_sheet() {
    let mut w = World::new();
    w.all_begin(&[A]);
    let good = w.tip(F);
    // The thief suspends everybody.
    let a = w.tip(A);
    w.roles(F, A, Roles::NONE, Some(a));
    w.give(F, &[B, A]);
    let after_theft = w.create(A);
    assert_eq!(w.tip_status(A, A), NO_ROLE);
    let founder = certificate(w.device(F), Roles::NONE, Some(good), true, F as u8);
    let organiser = certificate(w.device(A), Roles::ORGANISER, None, false, A as u8);
    let decisions = vec![w.seeing(A, founder), w.seeing(A, organiser)];
    let sheet = w.act_as_root(A, &Act { decisions, ..Act::default() });
    assert_eq!(w.status(A, &sheet.hash), Status::Counts);
    assert_eq!(w.tip_status(A, A), Status::Counts);
    assert!(w.laptops[A].copy.state(&after_theft).unwrap().live);
    assert_eq!(w.tip_status(A, F), Status::Refused);
    // Used a second time it follows nothing, and neither use makes the other wait.
    let again = certificate(w.device(T), Roles::FACILITATOR, None, false, T as u8);
    let decisions = vec![w.seeing(B, again)];
    let second = w.act_as_root(B, &Act { decisions, ..Act::default() });
    w.give(A, &[B]);
    assert_eq!((w.status(B, &sheet.hash), w.status(B, &second.hash)), (Status::Counts, Status::Counts));
}

#[test]
fn whom_the_recovery_sheet_admits_stands_before_all_others() {
    let mut w = World::new();
    let decisions = vec![w.seeing(T, certificate(w.device(T), Roles::ORGANISER, None, false, T as u8))];
    w.act_as_root(T, &Act { decisions, ..Act::default() });
    w.roles(T, A, Roles::NONE, None);
    w.roles(A, T, Roles::NONE, None);
    w.give(T, &[D]);
    w.give(A, &[D]);
    let counts = |hash: Digest| w.standing(D).valid_decisions().iter().any(|id| id.commit == hash);
    assert!(counts(w.tip(T).hash) && !counts(w.tip(A).hash));
}

#[test]
fn the_founders_series_begins_with_the_founding_commit_and_no_other() {
    let mut w = World::new();
    w.all_begin(&[A, C]);
    let impostor = w.clone_laptop(F);
    w.laptops[impostor].tip = None;
    w.create(impostor);
    w.give(impostor, &[D]);
    assert_eq!(w.tip_status(D, impostor), FORK);
    assert_eq!(w.status(D, &w.founding.hash), Status::Counts);
    assert_eq!(w.tip_status(D, A), Status::Counts);
}

#[test]
fn what_is_erased_and_cut_off_in_one_hand_over_is_never_lost() {
    let mut w = World::new();
    let record = w.create(A);
    w.create(B);
    w.give(B, &[A]);
    w.give(A, &[B, D, F]);
    let good = w.tip(B);
    w.erase(B, &[record]);
    w.give(B, &[F]);
    w.refuse_all(F, B, Some(good));
    w.give(F, &[D]);
    assert_eq!(w.value(D, &record, TEXT), Some("words".into()));
}

#[test]
fn what_lies_behind_a_gap_waits_until_it_comes_or_is_declared_lost() {
    let mut w = World::new();
    w.create(C);
    let lost = w.tip(C).hash;
    w.create(C);
    let after = w.all[&w.tip(C).hash].clone();
    w.receive(A, vec![after.clone()], Vec::new());
    assert_eq!(w.tip_status(A, C), GAP);
    assert!(w.laptops[A].copy.missing().commits.contains(&lost));
    w.decide(A, Ruling::Lost { missing: lost, approve: true });
    assert_eq!(w.tip_status(A, C), Status::Counts);
    // It turns up after all.
    w.give(C, &[A]);
    assert_eq!((w.status(A, &lost), w.tip_status(A, C)), (Status::Counts, Status::Counts));
}

#[test]
fn a_suspension_reaches_past_a_lost_commit() {
    let mut w = World::new();
    w.create(C);
    w.give(C, &[F]);
    w.create(C);
    let lost = w.tip(C);
    w.create(C);
    let after = w.all[&w.tip(C).hash].clone();
    w.roles(F, C, Roles::NONE, Some(lost));
    w.receive(F, vec![after], Vec::new());
    w.decide(F, Ruling::Lost { missing: lost.hash, approve: true });
    assert_eq!(w.tip_status(F, C), NO_ROLE, "it comes after the commit that is named, though that is not here");
}

fn many(w: &mut World, who: usize, count: usize) -> Vec<RecordId> {
    let creates = (0..count).map(|at| (CONTRIBUTION, said(&format!("row {at}"), 0), None)).collect();
    let commit = w.act(who, &Act { creates, ..Act::default() });
    commit.commit.revisions.iter().map(|revision| revision.record).collect()
}

#[test]
fn one_key_cannot_destroy_a_consultation() {
    let mut w = World::new();
    let rows = many(&mut w, A, ERASURE_LIMIT + 10);
    w.give(A, &[B, D]);
    let erasure = w.erase(B, &rows);
    w.give(B, &[A, D]);
    let fates = |w: &World, fate| rows.iter().filter(|row| w.fate(D, row) == fate).count();
    assert_eq!((fates(&w, Fate::Erased), fates(&w, Fate::Unconfirmed)), (ERASURE_LIMIT, 10));
    assert!(rows.iter().all(|row| w.laptops[D].copy.state(row).is_none()), "it is hidden everywhere at once");
    assert_eq!(rows.iter().filter(|row| w.holds(D, row)).count(), 10);
    // She cannot confirm it herself, nor through a laptop that she lets in.
    w.decide(B, Ruling::Erasures { commit: erasure.hash, approve: true });
    w.roles(B, T, Roles::ORGANISER, None);
    w.give(B, &[T]);
    w.decide(T, Ruling::Erasures { commit: erasure.hash, approve: true });
    w.give(T, &[D]);
    assert_eq!(fates(&w, Fate::Unconfirmed), 10);
    w.decide(A, Ruling::Erasures { commit: erasure.hash, approve: true });
    w.give(A, &[D]);
    assert_eq!(fates(&w, Fate::Erased), ERASURE_LIMIT + 10);
    assert!(!rows.iter().any(|row| w.holds(D, row)));
}

#[test]
fn the_recovery_sheet_confirms_erasures_too() {
    let mut w = World::new();
    let rows = many(&mut w, A, ERASURE_LIMIT + 1);
    w.give(A, &[B]);
    let commit = w.erase(B, &rows).hash;
    let decisions = vec![w.seeing(B, Ruling::Erasures { commit, approve: true })];
    w.act_as_root(B, &Act { decisions, ..Act::default() });
    assert!(rows.iter().all(|row| w.fate(B, row) == Fate::Erased));
}

#[test]
fn erasing_ones_own_records_knows_no_limit() {
    let mut w = World::new();
    let rows = many(&mut w, C, ERASURE_LIMIT + 10);
    w.erase(C, &rows);
    w.give(C, &[A]);
    assert!(rows.iter().all(|row| w.fate(A, row) == Fate::Erased));
}

#[test]
fn a_late_revision_of_an_erased_record_is_dropped_on_arrival() {
    let mut w = World::new();
    let record = w.create(A);
    w.give(A, &[D]);
    w.edit(D, &[(record, tag("x", true))]);
    w.erase(A, &[record]);
    let report = w.exchange(D, A);
    assert_eq!((report.words, w.holds(A, &record)), (0, false));
}

#[test]
fn a_part_goes_with_its_whole_also_where_it_comes_late() {
    let mut w = World::new();
    let whole = w.create(A);
    w.give(A, &[B, C, D]);
    let first = w.create_part(A, whole, "a photo");
    w.give(A, &[B]);
    // One laptop erases, another, which has not heard of it, adds a part of its own.
    let late = w.create_part(C, whole, "another photo");
    w.erase(B, &[whole]);
    assert_eq!((w.fate(B, &first), w.holds(B, &first)), (Fate::Erased, false));
    w.give(C, &[B]);
    assert_eq!((w.fate(B, &late), w.holds(B, &late)), (Fate::Erased, false));
    w.give(B, &[C]);
    assert!(!w.holds(C, &late) && !w.holds(C, &whole));
    // A part alone can go, and its whole stays.
    let whole = w.create(A);
    let part = w.create_part(A, whole, "a photo");
    w.erase(A, &[part]);
    assert_eq!((w.fate(A, &part), w.fate(A, &whole)), (Fate::Erased, Fate::Shown));
}

#[test]
fn nobody_erases_anothers_row_by_calling_a_copy_of_it_a_part() {
    let mut w = World::new();
    let mark = [9; 16];
    let row = w.create_marked(A, CONTRIBUTION, said("row", 0), Some(mark));
    w.give(A, &[C]);
    let own = w.create(C);
    let mut revision = w.all.values().find(|it| it.commit.creates(0)).unwrap().commit.revisions[0].clone();
    assert_eq!(revision.is_part_of(), None);
    revision.whole = Some(own);
    assert_eq!(revision.is_part_of(), Some(own));
    revision.mark = Some(mark);
    assert_eq!(revision.is_part_of(), None, "its twin {row} would go with it");
}

#[test]
fn the_same_file_imported_on_two_laptops_is_there_once() {
    let mut w = World::new();
    let mark = Some([9; 16]);
    let one = w.create_marked(A, CONTRIBUTION, said("row", 0), mark);
    let other = w.create_marked(B, CONTRIBUTION, said("row", 0), mark);
    w.give(A, &[B]);
    let (shown, alias) = (one.min(other), one.max(other));
    assert_eq!(w.standing(B).alias(alias), shown);
    assert!(w.laptops[B].copy.state(&alias).is_none());
    assert!(w.state(B, &shown).fields[&TEXT].conflict.is_empty());
    w.edit(B, &[(shown, text("row, corrected"))]);
    assert_eq!(w.value(B, &shown, TEXT), Some("row, corrected".into()));
    w.erase(B, &[one]);
    assert!(!w.holds(B, &one) && !w.holds(B, &other));
    let late = w.create_marked(C, CONTRIBUTION, said("row", 0), mark);
    w.give(C, &[B]);
    assert_eq!((w.fate(B, &late), w.holds(B, &late)), (Fate::Erased, false));
}

#[test]
fn an_erased_rows_twin_stays_hidden_when_the_laptop_that_imported_it_is_cut_off() {
    let mut w = World::new();
    let mark = Some([9; 16]);
    let one = w.create_marked(C, CONTRIBUTION, said("row", 0), mark);
    w.give(C, &[T]);
    let other = w.create_marked(C, CONTRIBUTION, said("row", 0), mark);
    w.give(C, &[A, D]);
    w.erase(A, &[one]);
    assert!(!w.holds(A, &one) && !w.holds(A, &other), "they are one row");
    w.roles(F, C, Roles::NONE, None);
    w.give(F, &[A, D]);
    w.give(D, &[A]);
    w.give(A, &[D]);
    assert_eq!((w.fate(A, &one), w.fate(A, &other)), (Fate::Erased, Fate::Hidden));
    assert!(!w.holds(A, &other), "the words are asked for nowhere");
    assert_eq!(w.laptops[A].copy.dump_state(), w.laptops[D].copy.dump_state());
    // Whoever is cut off cannot delete another's row by taking back a copy of it: it is hidden until somebody decides.
    let mut w = World::new();
    let row = w.create_marked(A, CONTRIBUTION, said("row", 0), mark);
    w.give(A, &[C]);
    w.roles(F, C, Roles::NONE, None);
    let copied = w.create_marked(C, CONTRIBUTION, said("row", 0), mark);
    let erasure = w.erase(C, &[copied]).hash;
    w.give(F, &[A]);
    w.give(C, &[A]);
    assert_eq!((w.fate(A, &copied), w.fate(A, &row)), (Fate::Erased, Fate::Hidden));
    w.decide(A, Ruling::Commit { hash: erasure, approve: false });
    assert_eq!((w.fate(A, &row), w.holds(A, &row)), (Fate::Shown, true));
}

#[test]
fn a_copied_fingerprint_gives_no_right_over_anothers_words() {
    let mut w = World::new();
    let mark = Some([9; 16]);
    let row = w.create_marked(A, CONTRIBUTION, said("row", 3), mark);
    w.give(A, &[C]);
    let copied = w.create_marked(C, CONTRIBUTION, said("row", 3), mark);
    let parents = w.state(C, &row.min(copied)).heads.clone();
    assert_eq!(parents.len(), 2);
    let fields = Fields::from([(TEXT, "something else".into()), (QUOTE, 0.into())]);
    w.act(C, &Act { edits: vec![(copied, CONTRIBUTION, parents, fields)], ..Act::default() });
    w.give(C, &[B]);
    let state = w.state(B, &row.min(copied));
    assert_eq!(state.fields[&TEXT].conflict.len(), 2, "the organiser's wording is not overwritten");
    assert_eq!(state.value(QUOTE), Some(&3.into()), "nor her protection loosened");
}

/// Two imported the same row, and one of them settled both wordings, in the record that she made herself.
fn one_settles_two_twins(w: &mut World, one: usize, other: usize) {
    let mark = Some([9; 16]);
    let row = w.create_marked(other, CONTRIBUTION, said("row", 0), mark);
    w.give(other, &[one]);
    let own = w.create_marked(one, CONTRIBUTION, said("row, as heard", 0), mark);
    let parents = w.state(one, &row.min(own)).heads.clone();
    assert_eq!(parents.len(), 2);
    w.act(one, &Act { edits: vec![(own, CONTRIBUTION, parents, text("corrected"))], ..Act::default() });
}

/// The copy that has seen it all come agrees with one that gets it at once, and both wordings stand again.
fn twins_part_again(w: &mut World, on: usize) {
    w.give(on, &[D]);
    assert_eq!(w.laptops[on].copy.dump(), w.laptops[D].copy.dump());
    let (_, state) = w.laptops[on].copy.states().find(|(_, state)| state.kind == Some(CONTRIBUTION)).unwrap();
    assert_eq!(state.fields[&TEXT].conflict.len(), 2);
}

#[test]
fn who_is_an_organiser_no_longer_has_settled_nothing_about_anothers_twin() {
    let mut w = World::new();
    one_settles_two_twins(&mut w, A, F);
    w.give(A, &[C]);
    w.roles(B, A, Roles::FACILITATOR, None);
    w.give(B, &[C]);
    assert_eq!(w.tip_status(C, A), Status::Counts, "it is an edit of her own");
    twins_part_again(&mut w, C);
}

#[test]
fn whose_laptop_made_a_twin_is_asked_again_when_a_certificate_falls() {
    let mut w = World::new();
    let of_c = certificate(w.device(T), Roles::FACILITATOR, None, false, C as u8);
    w.decide(B, of_c);
    w.create_of(A, MEMBER, Fields::from([(NAME, "A".into())]));
    w.roles(A, T, Roles::FACILITATOR, None);
    w.give(B, &[C, T]);
    w.give(A, &[C, T]);
    one_settles_two_twins(&mut w, C, T);
    let owner = |w: &World| w.standing(C).person(&w.device(T));
    assert_eq!(owner(&w), Some(person(C as u8)));
    w.roles(F, B, Roles::NONE, None);
    w.give(F, &[C]);
    assert_eq!(owner(&w), Some(person(T as u8)));
    assert_eq!(w.tip_status(C, C), Status::Counts);
    twins_part_again(&mut w, C);
}

#[test]
fn a_persons_second_laptop_edits_what_the_first_recorded() {
    let mut w = World::new();
    let record = w.create(C);
    w.give(C, &[T, F]);
    w.edit(T, &[(record, text("from the second laptop"))]);
    w.give(T, &[F]);
    let of_c = certificate(w.device(T), Roles::FACILITATOR, None, false, C as u8);
    w.decide(F, of_c);
    assert_eq!(w.value(F, &record, TEXT), Some("from the second laptop".into()));
    // Whoever claims later that the laptop is somebody else's changes nothing.
    let of_another = certificate(w.device(T), Roles::FACILITATOR, None, false, T as u8);
    w.decide(F, of_another);
    assert_eq!(w.tip_status(F, T), Status::Counts);
}

#[test]
fn a_nonce_used_twice_makes_one_record_whichever_commit_comes_first() {
    let mut w = World::new();
    w.create(C);
    let clone = w.clone_laptop(C);
    // A virtual machine that was copied while it ran draws the same numbers twice.
    let clock = w.clock;
    let record = w.create_marked(C, CONTRIBUTION, said("one", 0), Some([1; 16]));
    w.clock = clock;
    let again = w.create_marked(clone, CONTRIBUTION, said("other", 0), Some([2; 16]));
    assert_eq!(record, again);
    // The same rows, on laptops that count.
    w.create_marked(B, CONTRIBUTION, said("one", 0), Some([1; 16]));
    w.create_marked(B, CONTRIBUTION, said("other", 0), Some([2; 16]));
    w.give(B, &[A, D]);
    for first in [w.tip(C).hash, w.tip(clone).hash] {
        w.decide(A, Ruling::Branch { first, approve: true });
    }
    w.give(A, &[D]);
    w.give(C, &[A]);
    w.give(clone, &[A, D]);
    w.give(C, &[D]);
    assert_eq!((w.tip_status(A, C), w.tip_status(A, clone)), (Status::Counts, Status::Counts));
    assert_eq!(w.laptops[A].copy.dump(), w.laptops[D].copy.dump());
    let state = w.state(A, &w.standing(A).alias(record));
    assert_eq!(state.fields[&TEXT].conflict, ["one".into(), "other".into()], "both wordings are kept");
}

#[test]
fn an_imported_row_is_known_by_its_fingerprint_even_after_its_words_are_erased() {
    let mut w = World::new();
    let knows = |w: &World, at, mark: u8, beside| w.standing(at).has_mark(CONTRIBUTION, &[mark; 16], beside);
    let row = w.create_marked(A, CONTRIBUTION, said("row", 0), Some([1; 16]));
    w.erase(A, &[row]);
    w.create_marked(T, CONTRIBUTION, said("row", 0), Some([2; 16]));
    w.give(A, &[T]);
    w.give(T, &[A]);
    let (a, t) = (w.device(A), w.device(T));
    assert!(knows(&w, T, 1, None) && knows(&w, A, 1, None));
    assert!(knows(&w, T, 2, Some(&t)), "its own laptop does not import it twice while it waits");
    assert!(!knows(&w, A, 2, Some(&a)), "a stranger's waiting row is no reason not to import it");
    assert!(!knows(&w, T, 2, None) && !knows(&w, A, 3, None));
    assert!(!w.standing(A).has_mark(STATEMENT, &[1; 16], None), "a fingerprint is one of a kind of record");
    w.refuse_all(A, T, None);
    assert!(!knows(&w, A, 2, Some(&t)), "what is refused may be imported again");
}

#[test]
fn an_undo_that_was_taken_back_takes_nothing_back() {
    let mut w = World::new();
    let record = w.create(A);
    let edit = w.edit(A, &[(record, text("other"))]).hash;
    let (_, undo) = w.undo(A, &edit);
    let undo = undo.unwrap().hash;
    assert_eq!(w.value(A, &record, TEXT), Some("words".into()));
    assert_eq!(Stack::of(w.standing(A), &w.device(A)).taken_back(), [(edit, undo)].into());
    let (_, redo) = w.undo(A, &undo);
    assert_eq!(w.value(A, &record, TEXT), Some("other".into()));
    assert_eq!(Stack::of(w.standing(A), &w.device(A)).taken_back(), [(undo, redo.unwrap().hash)].into());
    w.undo(A, &edit);
    assert_eq!(w.value(A, &record, TEXT), Some("words".into()), "it can be taken back once more");
    w.give(A, &[B]);
    assert!(Stack::of(w.standing(B), &w.device(B)).taken_back().is_empty(), "each device takes back its own");
}

#[test]
fn what_was_imported_is_put_away_but_for_what_others_worked_on() {
    let mut w = World::new();
    let rows = many(&mut w, A, 3);
    let import = w.tip(A).hash;
    w.give(A, &[D]);
    w.edit(D, &[(rows[1], tag("x", true))]);
    w.give(D, &[A]);
    w.erase(A, &rows[2..]);
    let (plan, _) = w.undo(A, &import);
    assert_eq!(plan.left_out, [LeftOut::ChangedSince, LeftOut::Erased]);
    let away = |row: &RecordId| w.value(A, row, PUT_AWAY);
    assert_eq!((away(&rows[0]), away(&rows[1]), away(&rows[2])), (Some(true.into()), None, None));
}

#[test]
fn merging_the_same_again_changes_nothing_and_says_so() {
    let mut w = World::new();
    let record = w.create(A);
    w.edit(A, &[(record, text("other"))]);
    let commits: Vec<_> = w.all.values().cloned().collect();
    let words: Vec<_> = w.archive.iter().map(|((id, digest), bytes)| (*id, *digest, bytes.clone())).collect();
    let first = w.receive(B, commits.clone(), words.clone());
    assert_eq!((first.new_commits.len(), first.new_records), (2, vec![record]));
    let dump = w.laptops[B].copy.dump();
    assert!(w.receive(B, commits, words).is_empty());
    assert_eq!(w.laptops[B].copy.dump(), dump);
}

#[test]
fn a_merge_with_anything_wrong_in_it_changes_nothing() {
    let mut w = World::new();
    let record = w.create(A);
    let commits: Vec<_> = w.all.values().cloned().collect();
    let mut words: Vec<_> = w.archive.iter().map(|((id, digest), bytes)| (*id, *digest, bytes.clone())).collect();
    words.last_mut().unwrap().2[40] ^= 1;
    let dump = w.laptops[B].copy.dump();
    assert!(w.laptops[B].copy.take_in(commits, words).is_err());
    assert_eq!(w.laptops[B].copy.dump(), dump);
    assert!(w.laptops[B].copy.state(&record).is_none());
}

#[test]
fn own_work_that_waits_is_shown_on_its_own_laptop_and_is_no_part_of_the_state() {
    let mut w = World::new();
    let record = w.create(T);
    w.give(T, &[A]);
    let (device, copy) = (w.device(T), &w.laptops[T].copy);
    assert_eq!(copy.state_beside(record, &device).value(TEXT), Some(&"words".into()));
    assert!(!copy.state(&record).unwrap().live);
    assert_eq!(copy.dump(), w.laptops[A].copy.dump());
}

#[test]
fn a_conflict_keeps_all_wordings_until_somebody_who_saw_them_settles_it() {
    let mut w = World::new();
    let record = w.create(A);
    w.give(A, &[B]);
    w.edit(A, &[(record, text("one"))]);
    w.edit(B, &[(record, text("two"))]);
    let report = w.exchange(A, B);
    assert_eq!(report.conflicts, [record]);
    assert_eq!(w.state(B, &record).fields[&TEXT].conflict, ["one".into(), "two".into()]);
    assert_eq!(w.value(B, &record, TEXT), Some("two".into()), "the latest stands in");
    w.edit(B, &[(record, text("both"))]);
    w.give(B, &[A]);
    assert!(w.state(A, &record).fields[&TEXT].conflict.is_empty());
    assert_eq!(w.value(A, &record, TEXT), Some("both".into()));
}

#[test]
fn of_two_protections_the_stronger_holds_and_a_tag_added_beats_one_removed() {
    let mut w = World::new();
    let record = w.create(A);
    w.edit(A, &[(record, tag("x", true))]);
    w.give(A, &[B]);
    w.edit(A, &[(record, Fields::from([(QUOTE, 1.into()), (TAGS, Value::set(["x".into()], []))]))]);
    w.edit(B, &[(record, Fields::from([(QUOTE, 2.into()), (TAGS, Value::set([], ["x".into()]))]))]);
    w.give(A, &[B]);
    assert_eq!(w.value(B, &record, QUOTE), Some(2.into()));
    assert_eq!(w.value(B, &record, TAGS), Some(Value::List(vec!["x".into()])));
    w.edit(B, &[(record, Fields::from([(QUOTE, 0.into()), (TAGS, Value::set([], ["x".into()]))]))]);
    assert_eq!(w.value(B, &record, QUOTE), Some(0.into()), "who saw it may loosen it");
    assert_eq!(w.value(B, &record, TAGS), Some(Value::List(Vec::new())));
}

#[test]
fn decisions_name_only_what_counts_on_their_laptop() {
    let mut w = World::new();
    w.roles(T, D, Roles::NONE, None);
    w.give(T, &[A]);
    assert!(w.standing(A).decision_heads(Matter::Device(w.device(D))).iter().all(|id| id.commit == w.founding.hash));
}
