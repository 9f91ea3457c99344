//! The passphrase: where it comes from, and where it is not to be seen.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::computer::{Computer, Ended, PASSPHRASE};

/// Without the passphrase in the environment, and with this on standard input.
fn with_input(mut command: Command, input: &str) -> Ended {
    command.env_remove("ANTEROOM_PASSPHRASE");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap().into()
}

#[cfg(target_os = "linux")]
#[test]
fn the_passphrase_is_seen_neither_in_the_environment_nor_in_the_arguments() {
    let computer = Computer::new();
    computer.founds();
    let table = computer.path("table.csv");
    assert!(Command::new("mkfifo").arg(&table).status().unwrap().success());
    let mut import = computer.command(&["import", "x.anteroom", "table.csv", "--text", "text"]);
    let mut import = import.stdout(Stdio::piped()).spawn().unwrap();
    // Opens only once the program reads the table: by then it has read the passphrase.
    let mut writing = fs::OpenOptions::new().write(true).open(&table).unwrap();
    for place in ["environ", "cmdline"] {
        let seen = fs::read(format!("/proc/{}/{place}", import.id())).unwrap();
        let seen = String::from_utf8_lossy(&seen);
        assert!(seen.contains("ANTEROOM_HOME") || seen.contains("table.csv"), "it is the program's own: {seen}");
        assert!(!seen.contains(PASSPHRASE), "{place}");
    }
    writing.write_all(b"text\nThey kept our passports.\n").unwrap();
    drop(writing);
    assert!(import.wait().unwrap().success());
    assert_eq!(computer.lists(&[]).len(), 1);
}

#[test]
fn it_may_come_through_a_descriptor() {
    let computer = Computer::new();
    computer.founds();
    let listing = || computer.command(&["list", "x.anteroom", "--passphrase-fd", "0"]);
    with_input(listing(), &format!("{PASSPHRASE}\n")).done();
    with_input(listing(), &format!("{PASSPHRASE}\r\nand more\n")).done();
    with_input(listing(), PASSPHRASE).done();
    assert!(with_input(listing(), "canary-4711\n").refused().starts_with("The passphrase is wrong."));
    assert!(with_input(listing(), "").refused().starts_with("The passphrase is wrong."));
    let too_long = with_input(listing(), &"x".repeat(5000)).refused();
    assert!(too_long.contains("longer"), "{too_long}");
    let closed = computer.command(&["list", "x.anteroom", "--passphrase-fd", "9"]);
    assert!(with_input(closed, "").refused().contains("descriptor 9"));
}

#[cfg(unix)]
#[test]
fn two_lines_of_one_descriptor_are_two_passphrases() {
    let computer = Computer::new();
    computer.founds();
    let program = env!("CARGO_BIN_EXE_anteroom");
    let mut shell = Command::new("bash");
    let line = "exec \"$0\" passphrase x.anteroom --passphrase-fd 3 --new-passphrase-fd 3 3< <(printf '%s\\n%s\\n' \"$1\" new)";
    shell.args(["-c", line, program, PASSPHRASE]).current_dir(computer.path("."));
    shell.env("ANTEROOM_HOME", computer.path("home")).env_remove("ANTEROOM_PASSPHRASE");
    Ended::from(shell.output().unwrap()).done();
    let mut with_new = computer.command(&["list", "x.anteroom"]);
    Ended::from(with_new.env("ANTEROOM_PASSPHRASE", "new").output().unwrap()).done();
}

#[cfg(target_os = "linux")]
#[test]
fn where_nobody_can_be_asked_it_says_how_to_hand_it_over() {
    let computer = Computer::new();
    computer.founds();
    let mut nobody = Command::new("setsid");
    nobody.args(["--wait", env!("CARGO_BIN_EXE_anteroom"), "list", "x.anteroom"]).current_dir(computer.path("."));
    nobody.env("ANTEROOM_HOME", computer.path("home")).env_remove("ANTEROOM_PASSPHRASE").stdin(Stdio::null());
    let sentence = Ended::from(nobody.output().unwrap()).refused();
    assert!(sentence.contains("ANTEROOM_PASSPHRASE") && sentence.contains("--passphrase-fd"), "{sentence}");
}

#[test]
fn a_passphrase_is_changed_and_the_recovery_sheet_opens_what_is_forgotten() {
    let computer = Computer::new();
    let sheet = computer.json(&["new", "x.anteroom", "--framework", "gcm", "--name", "Our words"])["recovery"].clone();
    computer.records(&["--text", "They kept our passports."]);
    let lists = |passphrase: &str| -> Ended {
        let mut list = computer.command(&["list", "x.anteroom"]);
        list.env("ANTEROOM_PASSPHRASE", passphrase).output().unwrap().into()
    };
    let changes = |arguments: &[&str], passphrase: &str, new: &str| {
        let all = [&["passphrase", "x.anteroom", "--new-passphrase-fd", "0"], arguments].concat();
        let mut command = computer.command(&all);
        command.env("ANTEROOM_PASSPHRASE", passphrase);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // Where it refuses the first passphrase, nobody reads the second.
        child.stdin.take().unwrap().write_all(new.as_bytes()).ok();
        Ended::from(child.wait_with_output().unwrap())
    };
    changes(&[], PASSPHRASE, "second").done();
    assert!(lists(PASSPHRASE).refused().starts_with("The passphrase is wrong."));
    lists("second").done();
    assert!(changes(&[], PASSPHRASE, "third").refused().starts_with("The passphrase is wrong."));
    let anew = changes(&["--known-to-others", "--json"], "second", "third").done();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&anew).unwrap()["encryptedAnew"], true);
    lists("third").done();
    changes(&["--recovery"], &sheet.as_str().unwrap().to_uppercase(), "fourth").done();
    assert!(lists("fourth").done().contains("passports"));
    assert!(changes(&["--recovery"], "twelve words", "fifth").refused().contains("recovery sheet"));
    assert!(changes(&[], "fourth", "").refused().starts_with("The passphrase is empty."));
    lists("fourth").done();
}

#[test]
fn a_pin_that_is_too_short_or_remembered_by_no_keyring_is_refused() {
    let computer = Computer::new();
    computer.founds();
    let remembers = |pin: &str| {
        let mut command = computer.command(&["remember", "x.anteroom", "--pin-fd", "0"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(pin.as_bytes()).unwrap();
        Ended::from(child.wait_with_output().unwrap())
    };
    assert!(remembers("12").refused().contains("too short"));
    assert!(remembers("123456").refused().contains("keyring"), "there is none in a test");
    let opened = computer.runs(&["list", "x.anteroom", "--pin"]);
    assert!(opened.refused().contains("PIN"), "what is read is taken for a PIN, and no passphrase");
    computer.runs(&["list", "x.anteroom"]).done();
    let forgotten = computer.json(&["forget", "x.anteroom"]);
    assert_eq!(forgotten["remembered"], false);
}
