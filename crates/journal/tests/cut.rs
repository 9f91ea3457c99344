//! A device is cut off, or its roles change, where its series has forked; and who falls with it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod world;

use anteroom_journal::check::SignedCommit;
use anteroom_journal::decision::{Certificate, Roles, Ruling};
use anteroom_journal::standing::{Cut, ERASURE_LIMIT, Fate, Status, Wait};
use anteroom_model::field::CONTRIBUTION;
use anteroom_model::ids::RecordId;
use world::*;

const FORK: Status = Status::Waits(Wait::Fork);

/// C's laptop and a copy of it have both written; A knows both branches, and has approved them.
fn forked(w: &mut World) -> usize {
    w.create(C);
    let copy = w.clone_laptop(C);
    let firsts = [C, copy].map(|laptop| {
        w.create(laptop);
        w.tip(laptop).hash
    });
    w.create(copy);
    w.give(C, &[A]);
    w.give(copy, &[A]);
    for first in firsts {
        w.decide(A, Ruling::Branch { first, approve: true });
    }
    assert_eq!((w.tip_status(A, C), w.tip_status(A, copy)), (Status::Counts, Status::Counts));
    copy
}

fn decides(w: &mut World, who: usize, rulings: Vec<Ruling>) -> SignedCommit {
    let decisions = rulings.into_iter().map(|ruling| w.seeing(who, ruling)).collect();
    w.act(who, &Act { decisions, ..Act::default() })
}

fn cuts_off(w: &mut World, who: usize, of: usize, cut: &Cut, keeps: &[usize]) {
    let suspension = |after: &_| certificate(w.device(of), Roles::NONE, *after, true, of as u8);
    let mut rulings: Vec<Ruling> = cut.after.iter().map(suspension).collect();
    rulings.extend(cut.branches.iter().map(|first| Ruling::Branch { first: *first, approve: false }));
    let keeps: Vec<_> = keeps.iter().map(|kept| w.device(*kept)).collect();
    let given: Vec<Certificate> = w.standing(who).given_within(&w.device(of), cut).into_iter().cloned().collect();
    rulings.extend(given.into_iter().filter(|it| keeps.contains(&it.device)).map(Ruling::Certificate));
    decides(w, who, rulings);
}

fn roles_from_where_they_begin(w: &mut World, who: usize, of: usize, roles: Roles) {
    let begin = w.standing(who).left_alone_by(&w.device(of), roles);
    let rulings = begin.into_iter().map(|after| certificate(w.device(of), roles, after, false, of as u8));
    decides(w, who, rulings.collect());
}

fn goes_on(w: &mut World, laptop: usize) -> Status {
    w.create(laptop);
    w.give(laptop, &[A]);
    w.tip_status(A, laptop)
}

#[test]
fn a_laptop_that_has_forked_is_cut_off_on_each_branch() {
    let mut w = World::new();
    let copy = forked(&mut w);
    let (last, last_of_copy) = (w.tip(C).hash, w.tip(copy).hash);
    let cut = w.standing(A).cut_since(&w.device(C), None);
    assert_eq!(cut.after.len(), 2);
    cuts_off(&mut w, A, C, &cut, &[]);
    assert!(w.standing(A).present_roles(&w.device(C)).is_none());
    assert_eq!((goes_on(&mut w, C), goes_on(&mut w, copy)), (Status::Refused, Status::Refused));
    assert_eq!((w.status(A, &last), w.status(A, &last_of_copy)), (Status::Counts, Status::Counts));
    // Let in again, both count again, and what they did in between.
    roles_from_where_they_begin(&mut w, A, C, Roles::FACILITATOR);
    assert_eq!((w.tip_status(A, C), w.tip_status(A, copy)), (Status::Counts, Status::Counts));
    assert_eq!(w.standing(A).present_roles(&w.device(C)), Roles::FACILITATOR);
}

#[test]
fn roles_are_taken_from_a_laptop_that_has_forked_on_each_branch() {
    let mut w = World::new();
    let copy = forked(&mut w);
    let (last, last_of_copy) = (w.tip(C).hash, w.tip(copy).hash);
    roles_from_where_they_begin(&mut w, A, C, Roles::OBSERVER);
    let waits = Status::Waits(Wait::Role);
    assert_eq!((goes_on(&mut w, C), goes_on(&mut w, copy)), (waits, waits));
    assert_eq!((w.status(A, &last), w.status(A, &last_of_copy)), (Status::Counts, Status::Counts));
}

#[test]
fn a_branch_that_began_after_the_moment_is_refused_and_the_other_keeps_what_is_good() {
    let mut w = World::new();
    w.create(C);
    let copy = w.clone_laptop(C);
    w.create(C);
    let good = w.tip(C).hash;
    let moment = w.clock + 1;
    w.create(copy);
    let first = w.tip(copy).hash;
    w.create(C);
    w.give(C, &[A]);
    w.give(copy, &[A]);
    for first in [good, first] {
        w.decide(A, Ruling::Branch { first, approve: true });
    }
    let cut = w.standing(A).cut_since(&w.device(C), Some(moment));
    assert_eq!((cut.after.len(), cut.branches.iter().copied().collect::<Vec<_>>()), (1, vec![first]));
    cuts_off(&mut w, A, C, &cut, &[]);
    assert_eq!(w.status(A, &good), Status::Counts);
    assert_eq!((w.tip_status(A, C), w.tip_status(A, copy)), (Status::Refused, Status::Refused));
    assert_eq!((goes_on(&mut w, C), goes_on(&mut w, copy)), (Status::Refused, Status::Refused));
}

#[test]
fn where_everything_came_after_the_moment_nothing_is_left() {
    let mut w = World::new();
    let copy = forked(&mut w);
    let cut = w.standing(A).cut_since(&w.device(C), Some(0));
    assert_eq!((cut.after.iter().copied().collect::<Vec<_>>(), cut.branches.len()), (vec![None], 0));
    cuts_off(&mut w, A, C, &cut, &[]);
    assert_eq!((w.tip_status(A, C), w.tip_status(A, copy)), (Status::Refused, Status::Refused));
}

#[test]
fn an_end_before_a_gap_is_not_where_a_laptop_is_cut_off() {
    let mut w = World::new();
    w.create(C);
    w.give(C, &[A]);
    let lost = w.clone_laptop(A);
    w.create(C);
    w.give(C, &[B]);
    w.create(C);
    let last = w.tip(C);
    // Only the last one comes to A.
    let only = w.all[&last.hash].clone();
    w.receive(lost, vec![only], Vec::new());
    let cut = w.standing(lost).cut_since(&w.device(C), None);
    assert_eq!(cut.after.iter().copied().collect::<Vec<_>>(), [Some(last)]);
}

#[test]
fn a_founders_laptop_beside_an_impostor_is_cut_off_on_both() {
    let mut w = World::new();
    let impostor = w.clone_laptop(F);
    w.laptops[impostor].tip = None;
    w.create(impostor);
    w.give(impostor, &[A]);
    let cut = w.standing(A).cut_since(&w.device(F), None);
    assert_eq!(cut.after.len(), 2);
    let rulings = cut.after.iter().map(|after| certificate(w.device(F), Roles::NONE, *after, true, F as u8));
    let decisions = rulings.map(|ruling| w.seeing(A, ruling)).collect();
    w.act_as_root(A, &Act { decisions, ..Act::default() });
    assert_eq!(goes_on(&mut w, F), Status::Refused);
    assert_eq!(w.status(A, &w.founding.hash), Status::Counts);
    assert_eq!(w.tip_status(A, impostor), FORK);
}

/// B lets in T as an organiser, who lets in another one as a facilitator.
fn let_in_by_another(w: &mut World) -> usize {
    let third = w.add_stranger(7);
    w.roles(B, T, Roles::ORGANISER, None);
    w.give(B, &[T]);
    let ruling = certificate(w.device(third), Roles::FACILITATOR, None, false, 7);
    w.decide(T, ruling);
    w.give(T, &[A, F]);
    third
}

fn roles_after_cutting_off(keeps: &[usize]) -> [Roles; 2] {
    let mut w = World::new();
    w.all_begin(&[B]);
    let third = let_in_by_another(&mut w);
    let (b, t, third_device) = (w.device(B), w.device(T), w.device(third));
    let since = w.standing(F).commit(&w.tip(B).hash).unwrap().time;
    let cut = w.standing(F).cut_since(&b, Some(since));
    let let_in = w.standing(F).let_in_within(&b, &cut);
    assert_eq!(let_in.iter().map(|it| (it.device, it.with.clone())).collect::<Vec<_>>(), [(t, vec![third_device])]);
    cuts_off(&mut w, F, B, &cut, keeps);
    [t, third_device].map(|device| w.standing(F).present_roles(&device))
}

#[test]
fn whoever_falls_with_a_laptop_is_named_with_whom_it_stands() {
    assert_eq!(roles_after_cutting_off(&[T]), [Roles::ORGANISER, Roles::FACILITATOR]);
    assert_eq!(roles_after_cutting_off(&[]), [Roles::NONE, Roles::NONE]);
}

#[test]
fn whom_another_organiser_let_in_too_does_not_fall() {
    let mut w = World::new();
    w.all_begin(&[B]);
    let third = let_in_by_another(&mut w);
    let ruling = certificate(w.device(third), Roles::FACILITATOR, None, false, 7);
    w.decide(F, ruling);
    let since = w.standing(F).commit(&w.tip(B).hash).unwrap().time;
    let cut = w.standing(F).cut_since(&w.device(B), Some(since));
    let let_in = w.standing(F).let_in_within(&w.device(B), &cut);
    assert_eq!(let_in.iter().map(|it| (it.device, it.with.len())).collect::<Vec<_>>(), [(w.device(T), 0)]);
}

fn erases_too_much(w: &mut World) -> (Vec<RecordId>, SignedCommit) {
    let creates = (0..ERASURE_LIMIT + 10).map(|at| (CONTRIBUTION, said(&format!("row {at}"), 0), None)).collect();
    let commit = w.act(A, &Act { creates, ..Act::default() });
    let rows: Vec<RecordId> = commit.commit.revisions.iter().map(|revision| revision.record).collect();
    w.give(A, &[B]);
    let erasure = w.erase(B, &rows);
    w.give(B, &[A, F]);
    (rows, erasure)
}

#[test]
fn an_erasure_that_one_confirms_and_another_refuses_without_having_heard_is_one() {
    let mut w = World::new();
    let (rows, erasure) = erases_too_much(&mut w);
    let hash = erasure.hash;
    w.decide(A, Ruling::Erasures { commit: hash, approve: true });
    w.decide(F, Ruling::Commit { hash, approve: false });
    assert!(rows.iter().all(|row| w.fate(F, row) == Fate::Shown), "refused: shown again where nobody heard more");
    w.give(A, &[F, D]);
    w.give(F, &[A, D]);
    for at in [A, F, D] {
        assert_eq!(w.status(at, &hash), Status::Refused);
        assert!(rows.iter().all(|row| w.fate(at, row) == Fate::Erased), "whoever confirmed was told that it is gone");
    }
    assert_eq!(w.laptops[F].copy.dump_state(), w.laptops[D].copy.dump_state());
}

#[test]
fn what_a_stolen_laptop_erased_comes_back_although_somebody_had_confirmed_it() {
    let mut w = World::new();
    w.all_begin(&[B]);
    let good = w.tip(B);
    let (rows, erasure) = erases_too_much(&mut w);
    let hash = erasure.hash;
    w.decide(A, Ruling::Erasures { commit: hash, approve: true });
    w.give(A, &[F]);
    w.refuse_all(F, B, Some(good));
    w.decide(F, Ruling::Commit { hash, approve: false });
    assert!(rows.iter().all(|row| w.fate(F, row) == Fate::Shown));
}
