//! A device is cut off, or its roles change, where its series has forked; and who falls with it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod world;

use anteroom_journal::check::SignedCommit;
use anteroom_journal::decision::{Certificate, Place, Roles, Ruling};
use anteroom_journal::standing::{Cut, ERASURE_LIMIT, Fate, Matter, Status, Wait};
use anteroom_model::field::{CONTRIBUTION, QUOTE};
use anteroom_model::ids::{Digest, RecordId};
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

fn rulings(w: &World, of: usize, roles: Roles, cut: &Cut, refuses_all: bool) -> Vec<Ruling> {
    let certificates = cut.after.iter().map(|after| certificate(w.device(of), roles, *after, refuses_all, of as u8));
    let left = cut.left.iter().map(|hash| Ruling::Commit { hash: *hash, approve: true });
    certificates.chain(left).collect()
}

fn cuts_off(w: &mut World, who: usize, of: usize, cut: &Cut, keeps: &[usize]) {
    let mut rulings = rulings(w, of, Roles::NONE, cut, true);
    let keeps: Vec<_> = keeps.iter().map(|kept| w.device(*kept)).collect();
    let given: Vec<Certificate> = w.standing(who).given_within(&w.device(of), cut).into_iter().cloned().collect();
    rulings.extend(given.into_iter().filter(|it| keeps.contains(&it.device)).map(Ruling::Certificate));
    decides(w, who, rulings);
}

fn roles_from_where_they_begin(w: &mut World, who: usize, of: usize, roles: Roles) {
    let begin = w.standing(who).begin_of(&w.device(of), roles);
    let rulings = rulings(w, of, roles, &begin, false);
    decides(w, who, rulings);
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

/// C's laptop writes once before the moment and once after it, a copy of it only after it; A knows and has approved both.
fn forked_around_a_moment(w: &mut World) -> (usize, Digest, i64) {
    let record = w.create(C);
    let copy = w.clone_laptop(C);
    w.create(C);
    let good = w.tip(C).hash;
    let moment = w.clock + 1;
    w.edit(copy, &[(record, quote(0))]);
    let first = w.tip(copy).hash;
    w.create(C);
    w.give(C, &[A]);
    w.give(copy, &[A]);
    for first in [good, first] {
        w.decide(A, Ruling::Branch { first, approve: true });
    }
    (copy, good, moment)
}

#[test]
fn what_is_good_on_one_branch_stays_where_all_of_the_other_came_after_the_moment() {
    let mut w = World::new();
    let (copy, good, moment) = forked_around_a_moment(&mut w);
    let cut = w.standing(A).cut_since(&w.device(C), Some(moment));
    assert_eq!((cut.after.len(), &*cut.left), (2, &[good][..]));
    cuts_off(&mut w, A, C, &cut, &[]);
    assert_eq!(w.status(A, &good), Status::Counts);
    assert_eq!((w.tip_status(A, C), w.tip_status(A, copy)), (Status::Refused, Status::Refused));
    assert_eq!((goes_on(&mut w, C), goes_on(&mut w, copy)), (Status::Refused, Status::Refused));
}

#[test]
fn what_is_good_on_a_branch_that_nobody_has_approved_yet_can_still_be_approved() {
    let mut w = World::new();
    w.create(C);
    let copy = w.clone_laptop(C);
    w.create(C);
    let good = w.tip(C).hash;
    let moment = w.clock + 1;
    w.create(copy);
    w.give(C, &[A]);
    w.give(copy, &[A]);
    let cut = w.standing(A).cut_since(&w.device(C), Some(moment));
    assert_eq!(cut.left, [good]);
    cuts_off(&mut w, A, C, &cut, &[]);
    assert_eq!((w.status(A, &good), w.tip_status(A, copy)), (FORK, FORK));
    for first in [good, w.tip(copy).hash] {
        w.decide(A, Ruling::Branch { first, approve: true });
    }
    assert_eq!((w.status(A, &good), w.tip_status(A, copy)), (Status::Counts, Status::Refused));
}

#[test]
fn what_an_earlier_cut_left_is_taken_by_one_from_before() {
    let mut w = World::new();
    let (_, good, moment) = forked_around_a_moment(&mut w);
    let cut = w.standing(A).cut_since(&w.device(C), Some(moment));
    cuts_off(&mut w, A, C, &cut, &[]);
    assert_eq!(w.status(A, &good), Status::Counts);
    let stricter = w.standing(A).cut_since(&w.device(C), Some(0));
    assert_eq!(stricter.taken, [good]);
}

#[test]
fn an_end_that_nobody_knew_of_when_roles_were_taken_away_is_found_when_it_is_approved() {
    let mut w = World::new();
    w.create(C);
    let copy = w.clone_laptop(C);
    w.create(C);
    w.give(C, &[A]);
    roles_from_where_they_begin(&mut w, A, C, Roles::OBSERVER);
    w.create(copy);
    let first = w.tip(copy);
    w.give(copy, &[A]);
    let opened = |w: &World, matter| w.standing(A).opened_by(&w.device(C), &[matter]);
    let matter = Matter::Branch(first.hash);
    assert_eq!(opened(&w, matter), [(first, Roles::OBSERVER)]);
    // A branch of that branch, too.
    let again = w.clone_laptop(copy);
    let tips = [copy, again].map(|laptop| {
        w.create(laptop);
        w.give(laptop, &[A]);
        w.tip(laptop)
    });
    let mut found: Vec<Place> = opened(&w, matter).into_iter().map(|(end, _)| end).collect();
    found.sort_unstable();
    assert_eq!(found, std::collections::BTreeSet::from(tips).into_iter().collect::<Vec<_>>());
}

#[test]
fn whoever_only_left_keeps_tight_what_was_tightened_on_any_branch() {
    let mut w = World::new();
    let (copy, _, moment) = forked_around_a_moment(&mut w);
    let record = w.all[&w.tip(copy).hash].commit.revisions[0].record;
    let quoted = |w: &World| w.state(A, &record).value(QUOTE).cloned();
    assert_eq!(quoted(&w), Some(0.into()));
    let cut = w.standing(A).cut_since(&w.device(C), Some(moment));
    let rulings = rulings(&w, C, Roles::NONE, &cut, false);
    decides(&mut w, A, rulings);
    let waits = Status::Waits(Wait::NoMember);
    assert_eq!((w.tip_status(A, C), w.tip_status(A, copy)), (waits, waits));
    assert_eq!(quoted(&w), Some(0.into()), "it waits, and stays tight until somebody decides");
}

#[test]
fn where_everything_came_after_the_moment_nothing_is_left() {
    let mut w = World::new();
    let copy = forked(&mut w);
    let cut = w.standing(A).cut_since(&w.device(C), Some(0));
    assert_eq!((cut.after.iter().copied().collect::<Vec<_>>(), cut.left.len()), (vec![None], 0));
    cuts_off(&mut w, A, C, &cut, &[]);
    assert_eq!((w.tip_status(A, C), w.tip_status(A, copy)), (Status::Refused, Status::Refused));
}

/// A has the first commit of C and, behind a gap, the last one. The laptop that wrote them, and one that goes on from the first.
fn with_a_gap(w: &mut World) -> (usize, Place, Digest) {
    w.create(C);
    w.give(C, &[A]);
    let copy = w.clone_laptop(C);
    w.create(C);
    let missing = w.tip(C).hash;
    w.create(C);
    let last = w.tip(C);
    let only = w.all[&last.hash].clone();
    w.receive(A, vec![only], Vec::new());
    assert_eq!(w.status(A, &last.hash), Status::Waits(Wait::Gap));
    (copy, last, missing)
}

#[test]
fn a_gap_does_not_let_a_laptop_go_on_before_it() {
    let mut w = World::new();
    let (copy, ..) = with_a_gap(&mut w);
    let cut = w.standing(A).cut_since(&w.device(C), None);
    cuts_off(&mut w, A, C, &cut, &[]);
    assert!(w.standing(A).present_roles(&w.device(C)).is_none());
    assert_eq!(goes_on(&mut w, copy), Status::Refused);
}

#[test]
fn what_counted_beyond_a_gap_that_was_given_up_goes_on_counting() {
    let mut w = World::new();
    let (copy, last, missing) = with_a_gap(&mut w);
    w.decide(A, Ruling::Lost { missing, approve: true });
    assert_eq!(w.status(A, &last.hash), Status::Counts);
    let cut = w.standing(A).cut_since(&w.device(C), None);
    assert_eq!(cut.left, [last.hash]);
    cuts_off(&mut w, A, C, &cut, &[]);
    assert_eq!(w.status(A, &last.hash), Status::Counts);
    assert_eq!(goes_on(&mut w, copy), Status::Refused);
    assert_eq!((goes_on(&mut w, C), w.tip_status(A, copy)), (FORK, FORK), "what was missing has come: it has forked");
    let mut w = World::new();
    let (_, last, missing) = with_a_gap(&mut w);
    w.decide(A, Ruling::Lost { missing, approve: true });
    roles_from_where_they_begin(&mut w, A, C, Roles::OBSERVER);
    assert_eq!(w.status(A, &last.hash), Status::Counts, "what was done in roles that are taken away");
    w.create(C);
    let next = w.all[&w.tip(C).hash].clone();
    w.receive(A, vec![next], Vec::new());
    assert_eq!(w.tip_status(A, C), Status::Waits(Wait::Role));
}

#[test]
fn an_invented_entry_far_behind_a_gap_saves_nobody_from_being_cut_off() {
    let mut w = World::new();
    let (copy, last, missing) = with_a_gap(&mut w);
    let since = w.standing(A).commit(&last.hash).unwrap().time;
    let cut = w.standing(A).cut_since(&w.device(C), Some(since));
    let first = w.standing(A).tips(&w.device(C)).into_iter().min().unwrap();
    let before = Place { seq: last.seq - 1, hash: missing };
    assert_eq!(cut.after.iter().copied().collect::<Vec<_>>(), [Some(first), Some(before)]);
    cuts_off(&mut w, A, C, &cut, &[]);
    w.decide(A, Ruling::Lost { missing, approve: true });
    assert_eq!(w.status(A, &last.hash), Status::Refused);
    assert_eq!(goes_on(&mut w, copy), Status::Refused);
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
    w.give(A, &[B, F]);
    let erasure = w.erase(B, &rows);
    w.give(B, &[A, F]);
    (rows, erasure)
}

#[test]
fn of_two_who_have_not_heard_of_each_other_whoever_refuses_an_erasure_is_followed() {
    let mut w = World::new();
    let (rows, erasure) = erases_too_much(&mut w);
    let hash = erasure.hash;
    w.decide(A, Ruling::Erasures { commit: hash, approve: true });
    assert!(rows.iter().all(|row| w.fate(A, row) == Fate::Erased));
    w.decide(F, Ruling::Commit { hash, approve: false });
    w.give(A, &[F, D]);
    w.give(F, &[A, D]);
    for at in [A, F, D] {
        assert_eq!(w.status(at, &hash), Status::Refused);
        assert!(rows.iter().all(|row| w.fate(at, row) == Fate::Shown), "one stolen key confirms nothing for good");
    }
    assert_eq!(w.laptops[F].copy.dump_state(), w.laptops[D].copy.dump_state());
    w.give(A, &[F]);
    w.give(F, &[A]);
    let held = |w: &World, at| rows.iter().filter(|row| w.holds(at, row)).count();
    assert_eq!((held(&w, F), held(&w, A)), (10, 10), "what was kept where nobody had confirmed comes back");
}
