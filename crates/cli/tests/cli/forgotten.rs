//! A passphrase is forgotten: an organiser says the words that open that laptop, where it was declared when it joined.

use std::fs;
use std::process::Stdio;

use anteroom_handover::{Forgotten, HandoverError, Identity, Invitation, open_sealed, seal_to};

use crate::computer::{Computer, Ended};
use crate::exchange::{begun, carry, hands, merges, starts};

/// With which an acceptance begins, before what is sealed.
const BEGINS: &[u8] = b"anteroom acceptance 1\n";

/// An organiser who declared that she can help, and a table that began from her pack.
fn declared() -> (Computer, Computer) {
    let (ana, seven) = (Computer::new(), Computer::new());
    ana.founds();
    assert_eq!(ana.json(&["passphrase-help", "x.anteroom"])["organisersHelp"], false, "unless it is said, nobody can");
    assert_eq!(ana.json(&["passphrase-help", "x.anteroom", "yes"])["organisersHelp"], true);
    let packed = ana.json(&["pack", "x.anteroom", "--to", "x.pack"]);
    carry(&ana, &seven, "x.pack");
    let started = starts(&seven, packed["words"].as_str().unwrap()).done();
    assert!(started.contains("an organiser can help"), "it is declared to whoever joins: {started}");
    (ana, seven)
}

/// Another passphrase, by these words.
fn recovers(on: &Computer, words: &str, new: &str) -> Ended {
    fs::write(on.path("new"), format!("{new}\n")).unwrap();
    let mut command = on.command(&["passphrase", "x.anteroom", "--recovery", "--new-passphrase-fd", "0"]);
    command.stdin(fs::File::open(on.path("new")).unwrap()).env("ANTEROOM_PASSPHRASE", words).output().unwrap().into()
}

/// With this passphrase, whether it opens.
fn opens(on: &Computer, passphrase: &str) -> bool {
    let mut command = on.command(&["verify", "x.anteroom"]);
    command.env("ANTEROOM_PASSPHRASE", passphrase).stdin(Stdio::null()).output().unwrap().status.success()
}

/// What an organiser says to whoever forgot.
fn words(of: &Computer, from: &Computer) -> String {
    let mut command = of.command(&["forgotten", "x.anteroom", "--to", "x.forgotten"]);
    let written: Ended = command.env_remove("ANTEROOM_PASSPHRASE").stdin(Stdio::null()).output().unwrap().into();
    written.done();
    carry(of, from, "x.forgotten");
    let told = from.json(&["help-with", "x.anteroom", "x.forgotten"]);
    told["words"].as_str().unwrap().to_owned()
}

#[test]
fn a_table_that_forgot_its_passphrase_goes_on_with_an_organisers_words() {
    let (ana, seven) = declared();
    seven.records(&["--text", "They kept our passports."]);
    let said = words(&seven, &ana);
    assert_eq!(said.split(' ').count(), 12);
    assert!(recovers(&seven, "not these words", "second").refused().contains("recovery sheet"));
    recovers(&seven, &said, "second").done();
    assert!(opens(&seven, "second") && !opens(&seven, crate::computer::PASSPHRASE));
    let again = recovers(&seven, &said, "third").refused();
    assert!(again.contains("not the words"), "what was said aloud opens nothing any more: {again}");
    recovers(&seven, &words(&seven, &ana), "fourth").done();
    assert!(opens(&seven, "fourth"), "the next time there are other words");
}

#[test]
fn what_helps_gives_no_right_and_names_the_laptop_that_is_meant() {
    let (ana, seven) = declared();
    seven.records(&["--text", "They kept our passports."]);
    hands(&seven, &ana);
    merges(&ana);
    recovers(&seven, &words(&seven, &ana), crate::computer::PASSPHRASE).done();
    let members = seven.json(&["members", "x.anteroom"]);
    assert_eq!((members["isConfirmed"].as_bool(), members["mayDecide"].as_bool()), (Some(false), Some(false)));
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    words(&seven, &ana);
    let told = ana.json(&["help-with", "x.anteroom", "x.forgotten"]);
    assert_eq!((&told["name"], &told["checkWords"]), (&"Table 7".into(), &members["ownWords"]));
}

#[test]
fn nobody_helps_where_it_was_not_declared_and_nobody_else_reads_the_letter() {
    let (helpless, unhelped) = begun();
    let refused = unhelped.runs(&["forgotten", "x.anteroom", "--to", "x.forgotten"]).refused();
    assert!(refused.contains("No organiser can help"), "{refused}");
    // Said later, it changes nothing for whoever has joined.
    helpless.runs(&["passphrase-help", "x.anteroom", "yes"]).done();
    hands(&unhelped, &helpless);
    merges(&helpless);
    helpless.runs(&["approve", "x.anteroom", "Table 7"]).done();
    hands(&helpless, &unhelped);
    merges(&unhelped);
    unhelped.runs(&["forgotten", "x.anteroom", "--to", "x.forgotten"]).refused();

    let (ana, seven) = declared();
    words(&seven, &ana);
    carry(&seven, &helpless, "x.forgotten");
    let elsewhere = helpless.runs(&["help-with", "x.anteroom", "x.forgotten"]).refused();
    assert!(elsewhere.contains("for somebody else"), "{elsewhere}");
    assert!(seven.runs(&["help-with", "x.anteroom", "x.forgotten"]).refused().contains("role"));
    let letter = fs::read(seven.path("x.forgotten")).unwrap();
    for length in [0, 10, letter.len() / 2, letter.len() - 1] {
        ana.writes("x.forgotten", &letter[..length]);
        ana.runs(&["help-with", "x.anteroom", "x.forgotten"]).refused();
    }
}

/// Whoever carries an invitation can change it, and pass the acceptance on to the organiser as if nothing had happened.
#[test]
fn who_carried_an_invitation_can_help_nobody() {
    let (ana, ben) = (Computer::new(), Computer::new());
    ana.founds();
    ana.runs(&["passphrase-help", "x.anteroom", "yes"]).done();
    ana.runs(&["invite", "x.anteroom", "--name", "Ben", "--role", "rapporteur", "--to", "b.invitation"]).done();
    let thief = Identity::random();
    let mut invitation = Invitation::decode(&fs::read(ana.path("b.invitation")).unwrap()).unwrap();
    let organiser = std::mem::replace(&mut invitation.recipient, thief.recipient());
    ben.writes("b.invitation", invitation.encode());
    ben.json(&["join", "b.invitation", "--name", "Ben", "--to", "b.acceptance"]);
    let acceptance = fs::read(ben.path("b.acceptance")).unwrap();
    let opened = open_sealed(&acceptance[BEGINS.len()..], std::slice::from_ref(&thief)).unwrap();
    ana.writes("b.acceptance", [BEGINS, &seal_to(&[organiser], &opened).unwrap()].concat());
    ana.json(&["admit", "x.anteroom", "b.acceptance"]);
    hands(&ana, &ben);
    merges(&ben);
    words(&ben, &ana);
    let letter = fs::read(ben.path("x.forgotten")).unwrap();
    assert!(matches!(Forgotten::open(&letter, &[thief]), Err(HandoverError::NotForThisLaptop)));
}

#[test]
fn who_is_invited_is_told_too_and_helped_by_whoever_invited() {
    let (ana, ben) = (Computer::new(), Computer::new());
    ana.founds();
    ana.runs(&["passphrase-help", "x.anteroom", "yes"]).done();
    ana.runs(&["invite", "x.anteroom", "--name", "Ben", "--role", "rapporteur", "--to", "b.invitation"]).done();
    carry(&ana, &ben, "b.invitation");
    let joined = ben.json(&["join", "b.invitation", "--name", "Ben", "--to", "b.acceptance"]);
    assert_eq!(joined["organisersHelp"], true);
    carry(&ben, &ana, "b.acceptance");
    ana.json(&["admit", "x.anteroom", "b.acceptance"]);
    hands(&ana, &ben);
    merges(&ben);
    recovers(&ben, &words(&ben, &ana), "second").done();
    assert!(opens(&ben, "second"));
}
