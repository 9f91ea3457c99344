//! An organiser's laptop is stolen, by somebody who knows its passphrase. What is lost, and what is not, is what
//! docs/threat-model.md says.

use std::fs;

use serde_json::Value;

use crate::computer::{Computer, Ended};
use crate::exchange::{hands, lines, merges, texts};
use crate::reports::{invites, notes_as};
use crate::server::{looks_after, served, syncs, url};

/// How many notes the table made, how many the founder, and how many of others one laptop may delete everywhere.
const OF_THE_TABLE: usize = 60;
const OF_THE_FOUNDER: usize = 5;
const DELETED: usize = 50;

pub(crate) fn starts(on: &Computer, from: &Computer, words: &str, name: &str) {
    fs::copy(from.path("x.pack"), on.path("x.pack")).unwrap();
    let mut command = on.command(&["start", "x.pack", "x.anteroom", "--name", name]);
    Ended::from(command.env("ANTEROOM_CODE", words).output().unwrap()).done();
}

fn packs(from: &Computer) -> String {
    from.json(&["pack", "x.anteroom", "--to", "x.pack"])["words"].as_str().unwrap().to_owned()
}

fn count(on: &Computer) -> usize {
    on.lists(&["--limit", "1000"]).len()
}

fn ids(on: &Computer) -> Vec<String> {
    on.lists(&["--limit", "1000"]).iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
}

fn member(on: &Computer, name: &str) -> Value {
    let members = on.json(&["members", "x.anteroom"]);
    members["members"].as_array().unwrap().iter().find(|it| it["name"] == name).cloned().unwrap_or_default()
}

pub(crate) fn gives(from: &Computer, to: &Computer) -> Value {
    hands(from, to);
    merges(to)
}

/// The founder, a second organiser and two tables, who all have everything.
fn everybody() -> [Computer; 4] {
    let [ana, bea, seven, eight] = [(); 4].map(|()| Computer::new());
    ana.founds();
    let words = packs(&ana);
    starts(&seven, &ana, &words, "Table 7");
    starts(&eight, &ana, &words, "Table 8");
    let rows: Vec<String> = (0..OF_THE_TABLE).map(|row| format!("What person {row} said at the table")).collect();
    seven.writes("rows.csv", format!("text\n{}\n", rows.join("\n")));
    seven.runs(&["import", "x.anteroom", "rows.csv", "--text", "text"]).done();
    for row in 0..OF_THE_FOUNDER {
        ana.records(&["--text", &format!("What person {row} said to the founder")]);
    }
    for (table, name) in [(&seven, "Table 7"), (&eight, "Table 8")] {
        gives(table, &ana);
        ana.runs(&["approve", "x.anteroom", name]).done();
    }
    ana.runs(&["invite", "x.anteroom", "--name", "Bea", "--role", "organiser", "--to", "x.invitation"]).done();
    fs::copy(ana.path("x.invitation"), bea.path("x.invitation")).unwrap();
    bea.runs(&["join", "x.invitation", "--name", "Bea", "--to", "x.acceptance"]).done();
    fs::copy(bea.path("x.acceptance"), ana.path("x.acceptance")).unwrap();
    ana.runs(&["admit", "x.anteroom", "x.acceptance"]).done();
    for other in [&bea, &seven, &eight] {
        gives(&ana, other);
        assert_eq!(count(other), OF_THE_TABLE + OF_THE_FOUNDER);
    }
    [ana, bea, seven, eight]
}

#[test]
fn what_a_stolen_organisers_laptop_destroys_is_limited_and_comes_back() {
    let [ana, thief, seven, eight] = everybody();
    let all = ids(&thief);
    let arguments: Vec<&str> = ["erase", "x.anteroom"].into_iter().chain(all.iter().map(String::as_str)).collect();
    thief.runs(&arguments).done();
    // The worst case: a table and the founder take it in before anybody knows.
    gives(&thief, &seven);
    let mole = Computer::new();
    let words = packs(&thief);
    starts(&mole, &thief, &words, "Mole");
    gives(&mole, &thief);
    thief.runs(&["approve", "x.anteroom", "Mole"]).done();
    thief.runs(&["suspend", "x.anteroom", "Table 7"]).done();
    thief.runs(&["suspend", "x.anteroom", "the founder"]);

    let came = gives(&thief, &ana);
    assert_eq!(came["erased"].as_u64(), Some(DELETED as u64), "{came}");
    assert_eq!((count(&ana), count(&seven)), (0, 0), "the rest is hidden until a second person has said so");
    assert_eq!(member(&ana, "Mole")["isConfirmed"], true);
    assert_eq!(member(&ana, "Table 7")["isSuspended"], true);
    let founder = ana.json(&["members", "x.anteroom"]);
    assert_eq!(founder["mayDecide"], true, "the founder stands before every organiser");

    let cut_off = ana.runs(&["suspend", "x.anteroom", "Bea", "--since", "2020-01-01", "--refuse-all"]).done();
    assert!(cut_off.contains("Bea"), "{cut_off}");
    assert_ne!(member(&ana, "Mole")["isConfirmed"], true, "whom it let in falls with it");
    assert_eq!(member(&ana, "Table 7")["isSuspended"], false, "whom it suspended takes part again");
    let left = OF_THE_TABLE + OF_THE_FOUNDER - DELETED;
    assert_eq!(count(&ana), left, "what was hidden is there again; of the others the words are lacking");

    // One laptop that had not taken it in yet is enough.
    gives(&ana, &eight);
    assert_eq!(count(&eight), OF_THE_TABLE + OF_THE_FOUNDER, "whoever hears of both at once loses nothing");
    gives(&eight, &ana);
    assert_eq!(count(&ana), OF_THE_TABLE + OF_THE_FOUNDER);
    gives(&ana, &seven);
    // It has heard what it lacks, and asks for it by name.
    gives(&seven, &ana);
    gives(&ana, &seven);
    assert_eq!(count(&seven), OF_THE_TABLE + OF_THE_FOUNDER);

    // What comes from the thief later changes nothing.
    thief.records(&["--text", "A false testimony."]);
    let later = gives(&thief, &ana);
    assert_eq!(later["new"], 0, "{later}");
    assert_eq!(count(&ana), OF_THE_TABLE + OF_THE_FOUNDER);
    gives(&ana, &eight);
    let dump = |on: &Computer| on.runs(&["dump", "x.anteroom"]).done();
    assert_eq!(dump(&ana), dump(&eight));
}

const WRITTEN_LATER: &str = "Written after the laptop was stolen.";

/// A founder and a table on a shared server, and an organiser's laptop that comes there too.
fn on_a_server() -> (crate::cluster::Cluster, [Computer; 3]) {
    let (cluster, ana, seven) = served();
    let bea = invites(&ana, "Bea", "organiser");
    looks_after(&ana, &["hub", "add", "x.anteroom", &url(&cluster)]).done();
    for other in [&bea, &seven] {
        gives(&ana, other);
    }
    for laptop in [&ana, &bea, &seven] {
        syncs(laptop);
    }
    (cluster, [ana, bea, seven])
}

fn cuts_off(ana: &Computer) {
    ana.runs(&["suspend", "x.anteroom", "Bea", "--since", "2020-01-01", "--refuse-all"]).done();
}

#[test]
fn a_stolen_organisers_laptop_reads_nothing_that_is_written_later() {
    let (cluster, [ana, thief, seven]) = on_a_server();
    let sealed_to = |from: &Computer, to: &Computer| {
        let names = hands(from, to)["to"].as_array().unwrap().clone();
        names.into_iter().map(|name| name.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(sealed_to(&ana, &thief).contains(&"Bea".to_owned()));
    cuts_off(&ana);
    ana.records(&["--text", WRITTEN_LATER]);

    // By files: none is sealed to it any more, and it cannot be named.
    assert_eq!(sealed_to(&ana, &thief), ["Table 7"]);
    let refused = thief.runs(&["merge", "x.anteroom", "x.bundle"]).refused();
    assert!(refused.contains("somebody else"), "{refused}");
    let named = ana.runs(&["bundle", "x.anteroom", "--to", "y.bundle", "--for", "Bea"]).refused();
    assert!(named.contains("takes part") && !ana.path("y.bundle").exists(), "{named}");
    // A laptop that has not heard of it goes on, until it has.
    assert!(sealed_to(&seven, &thief).contains(&"Bea".to_owned()));
    gives(&ana, &seven);
    seven.records(&["--text", "Written where it had been heard of."]);
    assert_eq!(sealed_to(&seven, &thief).len(), 1, "to the founder alone");
    assert!(thief.runs(&["merge", "x.anteroom", "x.bundle"]).refused().contains("somebody else"));

    // By the server: the keys change at the next visit of an organiser, and its login goes.
    syncs(&ana);
    syncs(&seven);
    let before = texts(&thief);
    assert_eq!(syncs(&thief)["new"], 0, "what comes is sealed under a key that it never got");
    let dropped = looks_after(&ana, &["hub", "add", "x.anteroom", &url(&cluster)]).done();
    assert!(dropped.contains("Dropped: Bea"), "{dropped}");
    assert!(thief.runs(&["sync", "x.anteroom"]).refused().contains("does not let this laptop in"));
    assert_eq!(texts(&thief), before);
    assert!(!before.iter().any(|text| text.starts_with("Written")), "{before:?}");
    assert!(texts(&ana).contains(&WRITTEN_LATER.to_owned()));
}

#[tokio::test]
async fn what_is_written_on_it_stands_under_its_own_name_and_is_refused_where_it_is_said_to_be_stolen() {
    let ana = Computer::new();
    ana.founds();
    ana.runs(&["rename", "x.anteroom", "Ana"]).done();
    let theirs = ana.records(&["--text", "What the founder heard."]);
    let thief = invites(&ana, "Bea", "organiser");
    let founder = member(&ana, "Ana")["person"].as_str().unwrap().to_owned();
    // Whoever has the key says of an entry that the founder was typing; no other key can sign it.
    notes_as(&thief, "A false testimony.", founder.parse().unwrap()).await;
    thief.runs(&["edit", "x.anteroom", &theirs, "--text", "What nobody said."]).done();
    let written = |name: &str| member(&ana, name)["contributions"].as_u64();
    assert_eq!(written("Ana"), Some(1));
    let came = gives(&thief, &ana);
    assert_eq!((&came["new"], &came["changed"]), (&1.into(), &1.into()), "{came}");
    assert_eq!(
        (written("Ana"), written("Bea")),
        (Some(1), Some(1)),
        "it is the stolen laptop's, whoever it says typed"
    );

    cuts_off(&ana);
    assert_eq!(texts(&ana), ["What the founder heard."]);
    thief.records(&["--text", "Another one."]);
    hands(&thief, &ana);
    let refused = "An action of Bea was refused, as an organiser decided.";
    assert_eq!(lines(&merges(&ana)), ["From Bea", refused]);
    assert_eq!(texts(&ana), ["What the founder heard."]);
    ana.runs(&["verify", "x.anteroom"]).done();
}

#[test]
fn what_waited_of_a_table_that_it_had_suspended_counts() {
    let (ana, seven) = crate::exchange::begun();
    gives(&seven, &ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    let thief = invites(&ana, "Bea", "organiser");
    thief.runs(&["suspend", "x.anteroom", "Table 7"]).done();
    gives(&thief, &ana);
    seven.records(&["--text", "They kept our passports."]);
    hands(&seven, &ana);
    let waits = "An action of Table 7 waits for an organiser: they take part no more, or not yet.";
    assert_eq!(lines(&merges(&ana)), ["From Table 7", waits]);
    assert_eq!(texts(&ana), [] as [&str; 0]);
    cuts_off(&ana);
    assert_eq!(texts(&ana), ["They kept our passports."], "it takes part again, and what waited counts");
    assert_eq!(member(&ana, "Table 7")["waiting"], 0);
}

#[test]
fn words_that_nobody_holds_any_more_are_told_as_lacking() {
    let (ana, seven) = crate::exchange::begun();
    let id = seven.records(&["--text", "They kept our passports."]);
    gives(&seven, &ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    let thief = invites(&ana, "Bea", "organiser");
    thief.runs(&["erase", "x.anteroom", &id]).done();
    for other in [&ana, &seven] {
        gives(&thief, other);
    }
    assert_eq!(
        ana.json(&["list", "x.anteroom", "--lacking"]),
        Value::Array(Vec::new()),
        "what is erased is not lacking"
    );
    let of_all = ana.runs(&["list", "x.anteroom", "--lacking"]).done();
    assert_eq!(of_all, "Of every contribution the words are here.\n");
    cuts_off(&ana);
    assert_eq!(count(&ana), 0);
    let told = "Of one more contribution no words are here: nobody has brought them, or they may not be passed on.";
    assert_eq!(ana.runs(&["list", "x.anteroom"]).done().lines().last(), Some(told));
    let lacking = ana.json(&["list", "x.anteroom", "--lacking"]);
    let device = member(&ana, "Table 7")["device"].clone();
    assert_eq!((&lacking[0]["id"], &lacking[0]["who"]), (&id.clone().into(), &"Table 7".into()), "{lacking}");
    assert_eq!((&lacking[0]["device"], lacking.as_array().unwrap().len()), (&device, 1));
    assert!(ana.runs(&["list", "x.anteroom", "--lacking"]).done().starts_with(&format!("{id}  Table 7  ")));
    ana.runs(&["verify", "x.anteroom"]).done();
    // Nobody has them: the table neither.
    gives(&ana, &seven);
    gives(&seven, &ana);
    assert_eq!(ana.json(&["list", "x.anteroom", "--lacking"]), lacking);
}

#[test]
fn words_of_ones_own_that_a_thief_erased_are_lacking_and_no_damage() {
    let (ana, seven) = crate::exchange::begun();
    gives(&seven, &ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    let id = ana.records(&["--text", "What the founder heard herself."]);
    let thief = invites(&ana, "Bea", "organiser");
    let well = ana.json(&["verify", "x.anteroom"]);
    assert_eq!((&well["ok"], &well["lacking"], &well["lackingFiles"]), (&true.into(), &0.into(), &0.into()), "{well}");
    thief.runs(&["erase", "x.anteroom", &id]).done();
    gives(&thief, &ana);
    cuts_off(&ana);
    assert_eq!(ana.json(&["list", "x.anteroom", "--lacking"]).as_array().unwrap().len(), 1, "it belongs here again");
    let told = ana.runs(&["verify", "x.anteroom"]).done();
    let line = "The words of one revision are not here: nobody has brought them, or they may not be passed on. That is no damage.";
    assert_eq!(told.lines().nth(1), Some(line), "{told}");
    let found = ana.json(&["verify", "x.anteroom"]);
    assert_eq!((&found["ok"], &found["lacking"]), (&true.into(), &1.into()), "{found}");
}
