//! Wrong usage is told from a refusal by its exit code.

use crate::computer::Computer;

#[test]
fn wrong_usage_ends_with_2_and_touches_nothing() {
    let computer = Computer::new();
    for arguments in [
        &["list"][..],
        &["sing", "x.anteroom"],
        &["list", "x.anteroom", "--sing"],
        &["list", "x.anteroom", "--limit", "many"],
        &["list", "x.anteroom", "--sort", "best"],
        &["new", "x.anteroom", "--name", "x"],
        &["new", "x.anteroom", "--framework", "gcm", "--name", "x", "--pin"],
        &["sample", "x.anteroom", "--pin"],
        &["passphrase", "x.anteroom", "--recovery", "--pin"],
        &["record", "x.anteroom"],
        &["record", "x.anteroom", "--text", "x", "--quote", "maybe"],
        &["record", "x.anteroom", "--text", "x", "--basis", "hope"],
        &["record", "x.anteroom", "--text", "x", "--verbatim", "--interpreted"],
        &["show", "x.anteroom"],
        &["tag", "x.anteroom", "AAA-1"],
        &["untag", "x.anteroom", "AAA-1"],
        &["edit", "x.anteroom", "AAA-1"],
        &["change", "x.anteroom", "AAA-1"],
        &["change", "x.anteroom", "--state", "accepted"],
        &["erase", "x.anteroom"],
        &["import", "x.anteroom"],
        &["approve", "x.anteroom", "Table 7", "--branch"],
        &["approve", "x.anteroom", "Table 7", "--branch", "abcdef", "--role", "facilitator"],
        &["approve", "x.anteroom", "Table 7", "--branch", "abcdef", "--as", "Ana"],
        &["approve", "x.anteroom", "Table 7", "--branch", "abcdef", "--instead-of", "Table 8"],
        &["refuse", "x.anteroom", "--branch", "abcdef"],
        &["refuse", "x.anteroom", "Table 7", "Table 8", "--branch", "abcdef"],
        &["sheet", "x.anteroom"],
        &["brief"],
        &["brief", "write", "x.anteroom", "x"],
        &["brief", "export", "x.anteroom", "x"],
        &["brief", "export", "x.anteroom", "x", "--to", "x.docx", "--audience", "everybody"],
        &["programme", "round", "x.anteroom", "First", "--session", "x", "--rule", "none"],
        &["programme", "presence", "x.anteroom", "Media", "--round", "x", "--is", "asleep"],
        &["verify", "x.anteroom", "--passphrase-fd", "three"],
    ] {
        computer.runs(arguments).wrong_usage();
    }
    assert!(!computer.path("x.anteroom").exists() && !computer.path("home").exists());
}

#[test]
fn help_and_version_are_no_errors() {
    let computer = Computer::new();
    for arguments in [&["--help"][..], &["brief", "--help"], &["import", "--help"], &["--version"]] {
        assert!(!computer.runs(arguments).done().is_empty());
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let computer = Computer::new();
    computer.founds();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = computer.command(&["list", "x.anteroom"]).stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
