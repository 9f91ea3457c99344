//! Several laptops: an event pack, an invitation, hand-over files both ways, who is let in and who is cut off.

use std::fs;
use std::path::Path;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::PersonId;
use anteroom_model::value::{Fields, Value as Held};
use anteroom_store::{Action, Edit, Passphrase, Store, Unlock};
use serde_json::Value;

use crate::computer::{Computer, Ended, PASSPHRASE, keys};

/// Carries a file from one computer to another.
pub(crate) fn carry(from: &Computer, to: &Computer, name: &str) {
    fs::copy(from.path(name), to.path(name)).unwrap();
}

pub(crate) fn starts(on: &Computer, words: &str) -> Ended {
    let mut command = on.command(&["start", "x.pack", "x.anteroom", "--name", "Table 7"]);
    command.env("ANTEROOM_CODE", words).output().unwrap().into()
}

/// An organiser, and a table that began from her pack.
pub(crate) fn begun() -> (Computer, Computer) {
    let (ana, seven) = (Computer::new(), Computer::new());
    ana.founds();
    let packed = ana.json(&["pack", "x.anteroom", "--to", "x.pack"]);
    assert_eq!(packed["words"].as_str().unwrap().split(' ').count(), 6);
    carry(&ana, &seven, "x.pack");
    let started = starts(&seven, packed["words"].as_str().unwrap()).done();
    assert!(started.contains(packed["checkWords"].as_str().unwrap()), "both screens show the same words: {started}");
    (ana, seven)
}

pub(crate) fn hands(from: &Computer, to: &Computer) -> Value {
    let handed = from.json(&["bundle", "x.anteroom", "--to", "x.bundle"]);
    carry(from, to, "x.bundle");
    handed
}

pub(crate) fn merges(on: &Computer) -> Value {
    on.json(&["merge", "x.anteroom", "x.bundle"])
}

/// Hands over, and says what the report tells, line by line.
pub(crate) fn told(from: &Computer, to: &Computer) -> Vec<String> {
    hands(from, to);
    lines(&merges(to))
}

pub(crate) fn lines(merged: &Value) -> Vec<String> {
    let reports = merged["reports"].as_array().unwrap().iter();
    reports.flat_map(|report| report["text"].as_str().unwrap().lines().map(str::to_owned)).collect()
}

/// The texts that are listed, sorted.
pub(crate) fn texts(on: &Computer) -> Vec<String> {
    let mut texts: Vec<_> = on.lists(&[]).iter().map(|it| it["text"].as_str().unwrap().to_owned()).collect();
    texts.sort();
    texts
}

#[test]
fn a_table_records_within_a_minute_and_is_let_in_in_the_evening() {
    let (ana, seven) = begun();
    for text in ["They kept our passports.", "We were not asked."] {
        seven.records(&["--text", text, "--group", "Trade unions", "--node", "6"]);
    }
    let handed = hands(&seven, &ana);
    assert_eq!((handed["contributions"].as_u64(), handed["to"].as_array().unwrap().len()), (Some(2), 1));
    let merged = merges(&ana);
    let contract = ["from", "commits", "new", "changed", "conflicts", "erased", "waiting", "refused"];
    for key in contract {
        assert!(merged.get(key).is_some(), "{key}: {merged}");
    }
    assert_eq!(
        (merged["from"].as_str(), merged["new"].as_u64(), merged["waiting"].as_u64()),
        (Some("Table 7"), Some(0), Some(1))
    );
    let members = ana.json(&["members", "x.anteroom"]);
    let waits = &members["strangers"][0];
    assert_eq!((waits["name"].as_str(), waits["notes"].as_u64()), (Some("Table 7"), Some(2)));
    let theirs = seven.json(&["members", "x.anteroom"]);
    assert_eq!(waits["checkWords"], theirs["ownWords"], "the words on both screens agree");
    assert_eq!(theirs["isConfirmed"], false);

    let approved = ana.json(&["approve", "x.anteroom", "Table 7"]);
    assert_eq!(approved["new"], 2);
    assert_eq!(ana.lists(&[]).len(), 2);
    assert_eq!(merges(&ana)["reports"][0]["isNews"], false);
    assert!(ana.runs(&["merge", "x.anteroom", "x.bundle"]).done().contains("Nothing new"));

    ana.records(&["--text", "What the organiser wrote."]);
    hands(&ana, &seven);
    assert_eq!(merges(&seven)["new"], 1);
    let dumps = [&ana, &seven].map(|computer| computer.runs(&["dump", "x.anteroom"]).done());
    assert_eq!(dumps[0], dumps[1]);
    for computer in [&ana, &seven] {
        computer.runs(&["verify", "x.anteroom"]).done();
    }
    let layout = seven.runs(&["programme", "stage", "x.anteroom", "Another stage"]).refused();
    assert!(layout.contains("role"), "{layout}");
}

#[test]
fn two_laptops_of_one_name_are_shown_as_rivals_and_told_apart_by_their_words() {
    let [ana, seven, other] = [(); 3].map(|()| Computer::new());
    ana.founds();
    let packed = ana.json(&["pack", "x.anteroom", "--to", "x.pack"]);
    for table in [&seven, &other] {
        carry(&ana, table, "x.pack");
        starts(table, packed["words"].as_str().unwrap()).done();
    }
    seven.records(&["--text", "They kept our passports."]);
    other.records(&["--text", "We were not asked."]);
    let rivals = || -> Vec<bool> {
        let members = ana.json(&["members", "x.anteroom"]);
        members["strangers"].as_array().unwrap().iter().map(|it| it["hasRival"].as_bool().unwrap()).collect()
    };
    let told = || ana.runs(&["members", "x.anteroom"]).done().matches("Another laptop goes by the name").count();

    hands(&seven, &ana);
    merges(&ana);
    assert_eq!((rivals(), told()), (vec![false], 0));
    hands(&other, &ana);
    merges(&ana);
    assert_eq!((rivals(), told()), (vec![true, true], 2));

    // The name alone lets neither of them in.
    let refused = ana.runs(&["approve", "x.anteroom", "Table 7"]).refused();
    assert!(refused.contains("Table 7"), "{refused}");
    let own = seven.json(&["members", "x.anteroom"])["ownWords"].clone();
    let waiting = ana.json(&["members", "x.anteroom"])["strangers"].as_array().unwrap().clone();
    let meant = waiting.iter().find(|stranger| stranger["checkWords"] == own).unwrap();
    ana.runs(&["approve", "x.anteroom", meant["device"].as_str().unwrap()]).done();
    let texts: Vec<Value> = ana.lists(&[]).into_iter().map(|row| row["text"].clone()).collect();
    assert_eq!(texts, ["They kept our passports."]);
    // The one that still waits goes by a member's name.
    assert_eq!((rivals(), told()), (vec![true], 1));
}

#[test]
fn who_is_invited_joins_and_begins_with_everything() {
    let (ana, ben) = (Computer::new(), Computer::new());
    ana.founds();
    ana.records(&["--text", "They kept our passports."]);
    ana.runs(&["invite", "x.anteroom", "--name", "Ben", "--role", "organiser", "--to", "b.invitation"]).done();
    carry(&ana, &ben, "b.invitation");
    let joined = ben.json(&["join", "b.invitation", "--name", "Benjamin", "--to", "b.acceptance"]);
    carry(&ben, &ana, "b.acceptance");
    let admitted = ana.json(&["admit", "x.anteroom", "b.acceptance"]);
    assert_eq!(admitted["checkWords"], joined["checkWords"]);
    ana.runs(&["bundle", "x.anteroom", "--to", "x.bundle", "--for", "Ben", "--whole"]).done();
    carry(&ana, &ben, "x.bundle");
    assert_eq!(merges(&ben)["new"], 1);
    assert_eq!(ben.lists(&[]).len(), 1);
    ben.runs(&["programme", "stage", "x.anteroom", "Another stage"]).done();
    hands(&ben, &ana);
    let merged = merges(&ana);
    assert_eq!(
        (merged["commits"].as_u64(), merged["waiting"].as_u64()),
        (Some(1), Some(0)),
        "an organiser's work counts"
    );
    let again = ben.runs(&["join", "b.invitation", "--name", "Ben", "--to", "b.acceptance"]).refused();
    assert!(again.contains("already"), "{again}");
}

#[test]
fn wrong_words_a_torn_copy_and_a_file_for_others_leave_nothing() {
    let (ana, seven) = begun();
    let other = Computer::new();
    carry(&ana, &other, "x.pack");
    let wrong = starts(&other, "abacus abdomen abdominal abide abiding ability").refused();
    assert!(wrong.contains("six words"), "{wrong}");
    starts(&other, "not the words").refused();
    assert!(!other.path("x.anteroom").exists());
    seven.records(&["--text", "They kept our passports."]);
    hands(&seven, &ana);
    let dump = ana.runs(&["dump", "x.anteroom"]).done();
    let whole = fs::read(ana.path("x.bundle")).unwrap();
    ana.writes("x.bundle", &whole[..whole.len() - 1]);
    let torn = ana.runs(&["merge", "x.anteroom", "x.bundle"]).refused();
    assert!(torn.contains("torn"), "{torn}");
    ana.writes("x.bundle", "Dear all, the notes are attached.");
    assert!(ana.runs(&["merge", "x.anteroom", "x.bundle"]).refused().contains("no file that Anteroom hands over"));
    assert!(ana.runs(&["merge", "x.anteroom", "nowhere.bundle"]).refused().contains("nowhere.bundle"));
    assert!(seven.runs(&["merge", "x.anteroom", "x.bundle"]).refused().contains("somebody else"));
    assert_eq!(ana.runs(&["dump", "x.anteroom"]).done(), dump);
    let stranger = Computer::new();
    carry(&seven, &stranger, "x.bundle");
    let nobody = stranger.runs(&["merge", "y.anteroom", "x.bundle"]).refused();
    assert!(nobody.contains("invitation") && !stranger.path("y.anteroom").exists(), "{nobody}");
}

#[test]
fn a_contribution_and_the_file_attached_to_it_come_together() {
    let (ana, seven) = begun();
    let id = seven.records(&["--text", "With a file."]);
    seven.writes("paper.txt", "A paper.");
    seven.runs(&["attach", "x.anteroom", &id, "paper.txt"]).done();
    hands(&seven, &ana);
    merges(&ana);
    let approved = ana.json(&["approve", "x.anteroom", "Table 7"]);
    assert_eq!((&approved["new"], &approved["changed"]), (&1.into(), &0.into()), "{approved}");
    let shown = ana.json(&["show", "x.anteroom", &id]);
    assert_eq!(shown["attachments"][0]["name"], "paper.txt", "{shown}");
}

#[test]
fn a_sample_hands_nothing_over_and_takes_nothing_in() {
    let computer = Computer::new();
    computer.runs(&["sample", "s.anteroom"]).done();
    for arguments in [
        vec!["pack", "s.anteroom", "--to", "x"],
        vec!["bundle", "s.anteroom", "--to", "x"],
        vec!["invite", "s.anteroom", "--name", "Ben", "--role", "observer", "--to", "x"],
        vec!["merge", "s.anteroom", "x"],
    ] {
        assert!(computer.runs(&arguments).refused().contains("no real consultation"), "{arguments:?}");
    }
    assert!(!Path::new(&computer.path("x")).exists());
}

#[test]
fn a_laptop_that_is_cut_off_adds_nothing_until_it_is_let_in_again() {
    let (ana, seven) = begun();
    hands(&seven, &ana);
    merges(&ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    ana.runs(&["suspend", "x.anteroom", "Table 7"]).done();
    seven.records(&["--text", "Written meanwhile."]);
    hands(&seven, &ana);
    let merged = merges(&ana);
    assert_eq!((merged["new"].as_u64(), merged["waiting"].as_u64()), (Some(0), Some(1)));
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    assert_eq!(ana.lists(&[]).len(), 1, "what was written meanwhile counts too");
    let own = ana.json(&["members", "x.anteroom"])["members"][0]["device"].as_str().unwrap().to_owned();
    assert!(ana.runs(&["suspend", "x.anteroom", &own]).refused().contains("Nobody suspends"));
    assert!(ana.runs(&["suspend", "x.anteroom", "Table 9"]).refused().contains("Table 9"));
}

#[test]
fn a_speaker_withdraws_here_and_everything_is_gone_there_too() {
    let (ana, seven) = begun();
    for text in ["One.", "Two."] {
        seven.records(&["--text", text, "--speaker", "Speaker 17"]);
    }
    seven.records(&["--text", "Somebody else's."]);
    hands(&seven, &ana);
    merges(&ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    assert_eq!(ana.lists(&[]).len(), 3);
    assert_eq!(seven.json(&["withdraw", "x.anteroom", "Speaker 17"])["erased"], 2);
    hands(&seven, &ana);
    assert_eq!(merges(&ana)["erased"], 2);
    assert_eq!(ana.lists(&[]).len(), 1);
    let dump = ana.runs(&["dump", "x.anteroom"]).done();
    assert!(!dump.contains("One.") && !dump.contains("Two."));
}

/// A founder from whom one laptop, which she let in as an organiser's, has erased more of what a table noted than it may.
fn erased_beyond() -> (Computer, Computer) {
    let (ana, seven) = begun();
    let rows: Vec<String> = (0..60).map(|at| format!("Row number {at}")).collect();
    ana.writes("t.csv", format!("words\n{}\n", rows.join("\n")));
    ana.runs(&["import", "x.anteroom", "t.csv", "--text", "words", "--language", "en"]).done();
    hands(&seven, &ana);
    merges(&ana);
    ana.runs(&["approve", "x.anteroom", "Table 7", "--role", "facilitator", "--role", "organiser"]).done();
    hands(&ana, &seven);
    merges(&seven);
    erases_all(&seven);
    hands(&seven, &ana);
    merges(&ana);
    assert_eq!(ana.lists(&[]).len(), 0, "hidden here too");
    (ana, seven)
}

fn erases_all(on: &Computer) {
    let ids: Vec<String> =
        on.lists(&["--limit", "100"]).iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
    let mut erase = vec!["erase", "x.anteroom"];
    erase.extend(ids.iter().map(String::as_str));
    on.runs(&erase).done();
}

#[test]
fn erasing_more_than_one_laptop_may_waits_for_a_second_signature() {
    let (ana, seven) = begun();
    let rows: Vec<String> = (0..60).map(|at| format!("Row number {at}")).collect();
    seven.writes("t.csv", format!("words\n{}\n", rows.join("\n")));
    seven.runs(&["import", "x.anteroom", "t.csv", "--text", "words", "--language", "en"]).done();
    hands(&seven, &ana);
    merges(&ana);
    ana.runs(&["approve", "x.anteroom", "Table 7", "--role", "facilitator", "--role", "organiser"]).done();
    erases_all(&ana);
    assert_eq!(ana.lists(&[]).len(), 0, "hidden everywhere at once");
    assert_eq!(ana.json(&["members", "x.anteroom"])["unconfirmed"], 10);
    for more in [&[][..], &["--refuse"]] {
        let own = ana.runs(&[&["confirm-erasure", "x.anteroom"], more].concat()).refused();
        assert!(own.contains("your own"), "{own}");
    }
    assert_eq!(keys(&merges(&ana)).len(), 9);
}

#[test]
fn the_second_signature_can_be_refused_and_what_waited_for_it_is_shown_again() {
    let (ana, seven) = erased_beyond();
    let refused = ana.runs(&["confirm-erasure", "x.anteroom", "--refuse"]).done();
    assert!(refused.contains("10 contributions are shown again"), "{refused}");
    assert_eq!(ana.json(&["members", "x.anteroom"])["unconfirmed"], 0);
    let held = |on: &Computer| {
        let rows = on.lists(&["--limit", "100"]);
        rows.iter().filter(|row| row["text"].as_str().unwrap().starts_with("Row number")).count()
    };
    assert_eq!(held(&ana), 10, "what a laptop may erase by itself went at once");
    hands(&ana, &seven);
    merges(&seven);
    assert_eq!((held(&seven), seven.json(&["members", "x.anteroom"])["unconfirmed"].as_u64()), (10, Some(0)));
    assert_eq!(ana.json(&["confirm-erasure", "x.anteroom", "--refuse"])["shown"], 0, "nothing waits any more");
    let dumps = [&ana, &seven].map(|computer| computer.runs(&["dump", "x.anteroom"]).done());
    assert_eq!(dumps[0], dumps[1]);
}

#[test]
fn what_is_confirmed_is_gone_and_can_be_refused_no_more() {
    let (ana, seven) = erased_beyond();
    assert_eq!(ana.json(&["confirm-erasure", "x.anteroom"])["erased"], 10);
    assert_eq!(ana.json(&["confirm-erasure", "x.anteroom", "--refuse"])["shown"], 0);
    hands(&ana, &seven);
    merges(&seven);
    for computer in [&ana, &seven] {
        assert_eq!(computer.lists(&[]).len(), 0);
        assert!(!computer.runs(&["dump", "x.anteroom"]).done().contains("Row number"));
    }
}

#[test]
fn a_backup_is_restored_and_what_is_written_in_it_merges_cleanly() {
    let (ana, seven) = begun();
    seven.records(&["--text", "In the backup."]);
    let copied = seven.json(&["backup", "x.anteroom", "--to", "copies"]);
    assert_eq!(copied["folder"], "copies");
    seven.records(&["--text", "After it."]);
    hands(&seven, &ana);
    merges(&ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    fs::rename(seven.path("x.anteroom"), seven.path("lost.anteroom")).unwrap();
    let copy = fs::read_dir(seven.path("copies")).unwrap().next().unwrap().unwrap().path();
    let copy = copy.to_str().unwrap();
    seven.runs(&["restore", copy, "x.anteroom"]).done();
    assert!(seven.runs(&["restore", copy, "x.anteroom"]).refused().contains("exists already"));
    assert_eq!(seven.lists(&[]).len(), 1);
    seven.records(&["--text", "Written after restoring."]);
    hands(&seven, &ana);
    let merged = merges(&ana);
    assert_eq!(merged["new"], 0, "the key is a new one: an organiser is asked");
    ana.runs(&["approve", "x.anteroom", "Table 7", "--as", "Table 7"]).done();
    assert_eq!(ana.lists(&[]).len(), 3);
    hands(&ana, &seven);
    merges(&seven);
    assert_eq!(seven.lists(&[]).len(), 3, "what the backup lacked comes back");
    for computer in [&ana, &seven] {
        computer.runs(&["verify", "x.anteroom"]).done();
    }
}

#[tokio::test]
async fn nobody_but_an_organiser_names_others() {
    let (ana, seven) = begun();
    hands(&seven, &ana);
    merges(&ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    let founder = |on: &Computer| {
        let members = on.json(&["members", "x.anteroom"])["members"].as_array().unwrap().clone();
        members.into_iter().find(|member| member["isFounder"] == true).unwrap()
    };
    let person: PersonId = founder(&ana)["person"].as_str().unwrap().parse().unwrap();
    let unlock = Unlock::Passphrase(Passphrase::new(PASSPHRASE.to_owned()));
    let store = Store::open(&seven.path("x.anteroom"), &seven.path("home"), &unlock).await.unwrap();
    let fields = Fields::from([(field::NAME, "Table 8".into()), (field::PERSON_OF, Held::Bytes(person.0.to_vec()))]);
    let edits = vec![Edit::Create { kind: field::MEMBER, fields, mark: None }];
    let action = Action { deed: Deed::STRUCTURE, time: 5_000, author: store.person(), undoes: None, edits };
    store.commit(action).await.unwrap();
    store.close().await.unwrap();
    hands(&seven, &ana);
    merges(&ana);
    assert_eq!(founder(&ana)["name"], "", "a table gives the founder no name");
    ana.runs(&["rename", "x.anteroom", "Ana"]).done();
    assert_eq!(founder(&ana)["name"], "Ana");
}

#[test]
fn a_member_is_told_by_the_name_that_stands_here_whatever_its_file_says() {
    let (ana, seven) = begun();
    hands(&seven, &ana);
    merges(&ana);
    ana.runs(&["approve", "x.anteroom", "Table 7"]).done();
    ana.runs(&["rename", "x.anteroom", "The table by the door", "--member", "Table 7"]).done();
    seven.records(&["--text", "They kept our passports."]);
    hands(&seven, &ana);
    assert_eq!(merges(&ana)["from"], "The table by the door");
}
