//! The shared server: set up, added, visited by several laptops, mixed with files; what it loses comes back, and it never
//! holds a readable word.

use std::fs;

use serde_json::{Value, json};

use crate::cluster::Cluster;
use crate::computer::{Computer, Ended};
use crate::exchange::{begun, hands, merges, texts};

/// Of whoever looks after the server, for `PGPASSWORD`.
const PASSWORD: &str = "keeper's own password";

/// The address for whoever looks after the server: no password stands in it.
pub(crate) fn url(cluster: &Cluster) -> String {
    let port = cluster.port();
    format!("postgres://keeper@127.0.0.1:{port}/postgres?sslrootcert={}", cluster.authority().display())
}

/// As whoever looks after the server.
pub(crate) fn looks_after(on: &Computer, arguments: &[&str]) -> Ended {
    on.command(arguments).env("PGPASSWORD", PASSWORD).output().unwrap().into()
}

pub(crate) fn syncs(on: &Computer) -> Value {
    on.json(&["sync", "x.anteroom"])
}

/// Two laptops that say the same; or what one of them alone says.
pub(crate) fn agree(one: &Computer, other: &Computer) {
    let (ours, theirs) = (dump(one), dump(other));
    let alone =
        |of: &str, not: &str| of.lines().filter(|line| !not.contains(line)).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!((alone(&ours, &theirs), alone(&theirs, &ours)), (Vec::new(), Vec::new()));
    assert_eq!(ours, theirs);
}

fn dump(on: &Computer) -> String {
    on.runs(&["dump", "x.anteroom"]).done()
}

/// A server, an organiser who has added it, and a table that she has let in and told of it by file.
pub(crate) fn served() -> (Cluster, Computer, Computer) {
    let cluster = Cluster::begin();
    let (ana, seven) = begun();
    seven.records(&["--text", "They kept our passports.", "--group", "Trade unions"]);
    hands(&seven, &ana);
    merges(&ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    let made = looks_after(&ana, &["hub", "init", &url(&cluster)]).done();
    assert!(made.contains("set up"), "{made}");
    let again = looks_after(&ana, &["hub", "init", &url(&cluster)]).done();
    assert!(again.contains("Nothing was changed"), "{again}");
    let added = looks_after(&ana, &["hub", "add", "x.anteroom", &url(&cluster)]).done();
    assert!(added.contains("Table 7"), "the table's login goes along: {added}");
    hands(&ana, &seven);
    merges(&seven);
    (cluster, ana, seven)
}

#[test]
fn two_laptops_go_on_by_the_server_where_they_left_off_by_files() {
    let (_cluster, ana, seven) = served();
    let first = syncs(&ana);
    for key in ["from", "commits", "new", "changed", "conflicts", "erased", "waiting", "refused", "brought", "noticed"]
    {
        assert!(first.get(key).is_some(), "{key}: {first}");
    }
    assert_eq!(first["from"], "the shared server");
    assert!(first["brought"].as_u64().unwrap() > 0 && first["noticed"] == json!([]), "{first}");
    let nothing = syncs(&seven);
    assert_eq!((&nothing["new"], &nothing["brought"]), (&json!(0), &json!(0)), "files brought it all: {nothing}");

    let id = seven.records(&["--text", "We were not asked.", "--group", "Trade unions", "--node", "6"]);
    let brought = syncs(&seven);
    assert_eq!((&brought["brought"], &brought["new"]), (&json!(1), &json!(0)), "{brought}");
    let came = syncs(&ana);
    assert_eq!((&came["new"], &came["commits"]), (&json!(1), &json!(1)), "{came}");
    assert!(texts(&ana).contains(&"We were not asked.".to_owned()));
    assert_eq!(syncs(&ana)["commits"], 0, "once more nothing is new");

    seven.runs(&["edit", "x.anteroom", &id, "--text", "We were never asked."]).done();
    ana.records(&["--text", "From the organiser’s desk."]);
    syncs(&seven);
    let came = syncs(&ana);
    assert_eq!(came["changed"], 1, "{came}");
    syncs(&seven);
    assert_eq!(texts(&seven), texts(&ana));
    agree(&seven, &ana);

    // A file between two visits is nothing new, and the other way round.
    seven.records(&["--text", "By file."]);
    hands(&seven, &ana);
    assert_eq!(merges(&ana)["new"], 1);
    let told = syncs(&ana);
    assert_eq!(told["brought"], 1, "whoever has a network brings what came by file: {told}");
    assert_eq!(syncs(&seven)["brought"], 0);
    agree(&seven, &ana);

    let status = ana.json(&["hub", "status", "x.anteroom"]);
    let devices = status["devices"].as_array().unwrap();
    let table = devices.iter().find(|it| it["name"] == "Table 7").unwrap();
    assert!(table["hasLogin"] == true && table["seenAt"].is_i64() && table["entries"].as_u64() >= Some(3), "{status}");
    assert!(!status.to_string().contains("keeper") && !status.to_string().contains("anteroom_"), "{status}");
}

#[test]
fn a_laptop_that_was_never_told_by_file_adds_itself_and_has_everything() {
    let (cluster, ana, _) = served();
    syncs(&ana);
    // The long way in gives a member its roles; the key waits for it on the server.
    let bea = Computer::new();
    ana.runs(&["invite", "x.anteroom", "--name", "Bea", "--role", "organiser", "--to", "x.invitation"]).done();
    fs::copy(ana.path("x.invitation"), bea.path("x.invitation")).unwrap();
    bea.runs(&["join", "x.invitation", "--name", "Bea", "--to", "x.acceptance"]).done();
    fs::copy(bea.path("x.acceptance"), ana.path("x.acceptance")).unwrap();
    ana.runs(&["admit", "x.anteroom", "x.acceptance"]).done();
    hands(&ana, &bea);
    merges(&bea);
    assert!(bea.runs(&["sync", "x.anteroom"]).refused().contains("no shared server yet"));
    looks_after(&bea, &["hub", "add", "x.anteroom", &url(&cluster)]).done();
    ana.records(&["--text", "Said while Bea was on her way."]);
    syncs(&ana);
    let came = syncs(&bea);
    assert_eq!(came["new"], 1, "{came}");
    bea.records(&["--text", "And Bea says something."]);
    syncs(&bea);
    assert_eq!(syncs(&ana)["new"], 1);
    agree(&ana, &bea);
}

#[test]
fn a_server_holds_no_readable_word() {
    const WORDS: &str = "zanzibarpassportsword";
    let (mut cluster, ana, seven) = served();
    seven.records(&["--text", &format!("They said {WORDS} to us."), "--group", "Trade unions"]);
    let id = seven.records(&["--text", "With a file."]);
    seven.writes("paper.txt", format!("A paper with {WORDS} in it."));
    seven.runs(&["attach", "x.anteroom", &id, "paper.txt"]).done();
    syncs(&seven);
    let came = syncs(&ana);
    assert_eq!(came["new"], 2, "{came}");
    let attached = ana.json(&["show", "x.anteroom", &id])["attachments"][0]["id"].as_str().unwrap().to_owned();
    ana.runs(&["save-attached", "x.anteroom", &attached, "paper.txt"]).done();
    assert!(fs::read_to_string(ana.path("paper.txt")).unwrap().contains(WORDS), "files go along");
    cluster.stop();
    let mut files = vec![cluster.data(), cluster.log()];
    let mut searched = 0_u64;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        searched += bytes.len() as u64;
        for word in [WORDS, "Trade unions", "Table 7", "Our words", "They kept our passports"] {
            let found = bytes.windows(word.len()).any(|it| it == word.as_bytes());
            assert!(!found, "{word} in {}", path.display());
        }
    }
    assert!(searched > 20_000_000, "the whole directory was searched: {searched}");
}

#[test]
fn what_is_erased_goes_from_the_server_and_from_the_other_laptop() {
    let (_cluster, ana, seven) = served();
    let id = seven.records(&["--text", "Please forget this."]);
    syncs(&seven);
    syncs(&ana);
    let words = || ana.json(&["hub", "status", "x.anteroom"])["words"].as_u64().unwrap();
    let before = words();
    seven.runs(&["withdraw", "x.anteroom", &id]).done();
    syncs(&seven);
    assert_eq!(words(), before - 1, "the server has its words no longer");
    let came = syncs(&ana);
    assert_eq!(came["erased"], 1, "{came}");
    assert!(!texts(&ana).contains(&"Please forget this.".to_owned()));
    agree(&ana, &seven);
}

#[test]
fn a_server_that_went_back_is_noticed_and_filled_again() {
    let (mut cluster, ana, seven) = served();
    syncs(&ana);
    syncs(&seven);
    cluster.stop();
    let copy = cluster.copy();
    cluster.start();
    seven.records(&["--text", "Said after the copy."]);
    syncs(&seven);
    assert_eq!(syncs(&ana)["new"], 1);
    cluster.stop();
    cluster.restore(&copy);
    cluster.start();
    let noticed = syncs(&seven);
    assert!(noticed["noticed"][0].as_str().unwrap().contains("older state"), "{noticed}");
    assert_eq!(noticed["brought"], 1, "what it lost is there again: {noticed}");
    ana.records(&["--text", "And on it goes."]);
    syncs(&ana);
    assert_eq!(syncs(&seven)["new"], 1);
    agree(&ana, &seven);
    assert_eq!(syncs(&seven)["noticed"], json!([]), "it is told once");
}

#[test]
fn a_server_that_tells_two_laptops_different_things_is_noticed_by_a_hand_over_file() {
    let (mut cluster, ana, seven) = served();
    syncs(&ana);
    syncs(&seven);
    cluster.stop();
    let other_face = cluster.copy();
    cluster.start();
    ana.records(&["--text", "What one is shown."]);
    assert_eq!(syncs(&ana)["noticed"], json!([]));
    cluster.stop();
    cluster.restore(&other_face);
    cluster.start();
    seven.records(&["--text", "What the other is shown."]);
    assert_eq!(syncs(&seven)["noticed"], json!([]), "alone it cannot know");
    hands(&ana, &seven);
    merges(&seven);
    let noticed = syncs(&seven);
    assert!(noticed["noticed"][0].as_str().unwrap().contains("another history"), "{noticed}");
    assert_eq!(syncs(&seven)["noticed"], json!([]), "it is told once");
}

#[test]
fn what_somebody_says_of_the_server_is_told_with_their_name_and_only_while_they_take_part() {
    let (mut cluster, ana, seven) = served();
    syncs(&ana);
    syncs(&seven);
    cluster.stop();
    let other_face = cluster.copy();
    cluster.start();
    seven.records(&["--text", "What one is shown."]);
    syncs(&seven);
    cluster.stop();
    cluster.restore(&other_face);
    cluster.start();
    ana.records(&["--text", "What the other is shown."]);
    syncs(&ana);
    hands(&seven, &ana);
    merges(&ana);
    ana.runs(&["suspend", "x.anteroom", "Table 7"]).done();
    assert_eq!(syncs(&ana)["noticed"], json!([]), "who is cut off accuses nobody");
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    let noticed = syncs(&ana)["noticed"].clone();
    let told = noticed[0].as_str().unwrap();
    assert!(told.contains("the file of Table 7") && told.contains("another history"), "{noticed}");
    assert_eq!(noticed.as_array().unwrap().len(), 1, "{noticed}");
    assert_eq!(ana.json(&["hub", "status", "x.anteroom"])["noticed"], noticed, "it is kept with the name");
    assert_eq!(syncs(&ana)["noticed"], json!([]), "it is told once");
}

#[test]
fn after_hours_without_a_network_both_bring_what_they_have_and_the_server_being_away_harms_nothing() {
    let (mut cluster, ana, seven) = served();
    syncs(&ana);
    syncs(&seven);
    cluster.stop();
    let away = ana.runs(&["sync", "x.anteroom"]).refused();
    assert!(away.contains("cannot be reached"), "{away}");
    for text in ["One.", "Two.", "Three."] {
        ana.records(&["--text", text]);
        seven.records(&["--text", text]);
    }
    cluster.start();
    let (first, second) = std::thread::scope(|scope| {
        let one = scope.spawn(|| syncs(&ana));
        let other = scope.spawn(|| syncs(&seven));
        (one.join().unwrap(), other.join().unwrap())
    });
    assert_eq!((&first["brought"], &second["brought"]), (&json!(3), &json!(3)), "two at once");
    syncs(&ana);
    syncs(&seven);
    assert_eq!(texts(&ana).len(), 7);
    agree(&ana, &seven);
}

#[test]
fn whoever_is_cut_off_comes_in_no_longer_and_reads_nothing_that_is_written_later() {
    let (cluster, ana, seven) = served();
    syncs(&ana);
    syncs(&seven);
    ana.runs(&["suspend", "x.anteroom", "Table 7"]).done();
    ana.records(&["--text", "Not for the one who left."]);
    syncs(&ana);
    let stale = seven.runs(&["sync", "x.anteroom"]);
    assert_eq!(stale.code, 0, "its login was not dropped yet: {stale:?}");
    assert!(!texts(&seven).contains(&"Not for the one who left.".to_owned()), "it is sealed under a key it never got");
    let dropped = looks_after(&ana, &["hub", "add", "x.anteroom", &url(&cluster)]).done();
    assert!(dropped.contains("Dropped: Table 7"), "{dropped}");
    assert!(seven.runs(&["sync", "x.anteroom"]).refused().contains("does not let this laptop in"));
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    looks_after(&ana, &["hub", "add", "x.anteroom", &url(&cluster)]).done();
    hands(&ana, &seven);
    merges(&seven);
    syncs(&ana);
    syncs(&seven);
    assert!(texts(&seven).contains(&"Not for the one who left.".to_owned()), "whoever is let in again reads on");
    agree(&ana, &seven);
}

#[test]
fn a_wrong_address_is_told_in_a_sentence_and_changes_nothing() {
    let (cluster, ana, _) = served();
    ana.runs(&["hub", "init"]).wrong_usage();
    ana.runs(&["hub", "init", "server.example.org", "too-much"]).wrong_usage();
    assert!(ana.runs(&["hub", "init", "server.example.org"]).refused().contains("not the address"));
    let before = ana.runs(&["hub", "status", "x.anteroom"]).done();
    for (url, said) in [
        ("server.example.org", "not the address"),
        ("postgres://keeper@127.0.0.1:1/postgres", "cannot be reached"),
        ("postgres://keeper@127.0.0.1/postgres?sslmode=disable", "less than a verified connection"),
    ] {
        let refused = looks_after(&ana, &["hub", "add", "x.anteroom", url]).refused();
        assert!(refused.contains(said), "{refused}");
    }
    let wrong = ana.command(&["hub", "add", "x.anteroom", &url(&cluster)]).env("PGPASSWORD", "wrong").output().unwrap();
    assert!(Ended::from(wrong).refused().contains("does not let"));
    assert_eq!(ana.runs(&["hub", "status", "x.anteroom"]).done(), before);
    ana.runs(&["hub", "leave", "x.anteroom"]).done();
    assert!(ana.runs(&["sync", "x.anteroom"]).refused().contains("no shared server yet"));
}

#[test]
fn a_login_that_is_dropped_lets_nobody_in_any_more() {
    let (cluster, ana, seven) = served();
    syncs(&ana);
    syncs(&seven);
    let device = |on: &Computer| {
        let status = on.json(&["hub", "status", "x.anteroom"]);
        status["devices"].as_array().unwrap().iter().find(|it| it["name"] == "Table 7").unwrap().clone()
    };
    assert_eq!(device(&ana)["hasLogin"], true);
    let unknown = looks_after(&ana, &["hub", "drop", "x.anteroom", &url(&cluster), "Table 9"]).refused();
    assert!(unknown.contains("Table 9"), "{unknown}");
    let dropped = looks_after(&ana, &["hub", "drop", "x.anteroom", &url(&cluster), "Table 7", "--json"]).done();
    assert_eq!(serde_json::from_str::<Value>(&dropped).unwrap(), json!({ "dropped": true }));
    let again = looks_after(&ana, &["hub", "drop", "x.anteroom", &url(&cluster), "Table 7"]).done();
    assert!(again.contains("had no login"), "{again}");

    assert_eq!(device(&ana)["hasLogin"], false);
    seven.records(&["--text", "Said behind a closed door."]);
    let refused = seven.runs(&["sync", "x.anteroom"]).refused();
    assert!(refused.contains("does not let this laptop in"), "the old credentials open nothing: {refused}");
    assert!(seven.runs(&["hub", "status", "x.anteroom"]).refused().contains("does not let this laptop in"));
    ana.records(&["--text", "Said while it was out."]);
    syncs(&ana);
    assert!(!texts(&seven).contains(&"Said while it was out.".to_owned()));

    // It takes part still: a new login is made for it, which comes with the next file.
    let added = looks_after(&ana, &["hub", "add", "x.anteroom", &url(&cluster)]).done();
    assert!(added.contains("Table 7"), "{added}");
    assert!(seven.runs(&["sync", "x.anteroom"]).refused().contains("does not let this laptop in"), "not the old one");
    hands(&ana, &seven);
    merges(&seven);
    syncs(&seven);
    assert_eq!(syncs(&ana)["new"], 1, "what it said meanwhile is there now");
    agree(&ana, &seven);
}

#[test]
fn the_status_says_of_each_laptop_when_it_last_confirmed_who_takes_part() {
    let (_cluster, ana, seven) = served();
    syncs(&ana);
    syncs(&seven);
    let status = || ana.json(&["hub", "status", "x.anteroom"]);
    let confirmed = |name: &str| {
        let status = status();
        let found = status["devices"].as_array().unwrap().iter().find(|it| it["name"] == name).unwrap().clone();
        assert!(found["newestAt"].is_i64(), "{found}");
        found["membersConfirmedAt"].as_i64()
    };
    let before = (confirmed("this laptop").unwrap(), confirmed("Table 7").unwrap());
    ana.runs(&["invite", "x.anteroom", "--name", "Ben", "--role", "observer", "--to", "x.invitation"]).done();
    let ben = Computer::new();
    fs::copy(ana.path("x.invitation"), ben.path("x.invitation")).unwrap();
    ben.runs(&["join", "x.invitation", "--name", "Ben", "--to", "x.acceptance"]).done();
    fs::copy(ben.path("x.acceptance"), ana.path("x.acceptance")).unwrap();
    ana.runs(&["admit", "x.anteroom", "x.acceptance"]).done();
    assert_eq!((confirmed("this laptop"), confirmed("Table 7")), (None, None), "nobody has said so on the server yet");
    syncs(&ana);
    assert!(confirmed("this laptop") > Some(before.0));
    assert_eq!(confirmed("Table 7"), None, "it has not heard of Ben");
    let told = ana.runs(&["hub", "status", "x.anteroom"]).done();
    assert_eq!(told.matches("newest entry ").count(), 2, "{told}");
    assert_eq!(told.matches("knew of everybody who takes part 20").count(), 1, "{told}");
    assert_eq!(told.matches("has not yet said that it knows of everybody").count(), 1, "{told}");
    syncs(&seven);
    assert!(confirmed("Table 7") > Some(before.1));
}
