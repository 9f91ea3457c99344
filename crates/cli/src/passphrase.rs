//! Where the passphrase comes from: a descriptor, the environment, or a prompt. Never an argument.

use std::env;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};

use anteroom_app::Passphrase;
use zeroize::Zeroizing;

/// What scripts set; gone from the environment before anything else happens.
const VARIABLE: &str = "ANTEROOM_PASSPHRASE";

/// Says to the program, started anew without the variable, that its standard input holds the passphrase.
const ON_STDIN: &str = "ANTEROOM_PASSPHRASE_ON_STDIN";

/// A longer line than this is no passphrase.
const LONGEST: u64 = 4096;

/// Starts the program anew without the passphrase in its environment, where it stands there: what a process was started
/// with can be read by others as long as it runs, and unsetting a variable does not change that.
///
/// Returns where there was nothing to hide.
pub(crate) fn leave_the_environment() -> io::Result<()> {
    let Some(passphrase) = env::var_os(VARIABLE) else { return Ok(()) };
    let passphrase = Zeroizing::new(passphrase.into_encoded_bytes());
    let (reader, mut writer) = io::pipe()?;
    writer.write_all(&passphrase)?;
    writer.write_all(b"\n")?;
    drop(writer);
    let mut again = Command::new(env::current_exe()?);
    again.args(env::args_os().skip(1)).env_remove(VARIABLE).env(ON_STDIN, "1").stdin(Stdio::from(reader));
    run_in_place(again)
}

#[cfg(unix)]
fn run_in_place(mut again: Command) -> io::Result<()> {
    use std::os::unix::process::CommandExt;
    Err(again.exec())
}

#[cfg(not(unix))]
fn run_in_place(mut again: Command) -> io::Result<()> {
    let status = again.status()?;
    std::process::exit(status.code().unwrap_or(1))
}

/// The passphrase that opens a consultation.
///
/// # Errors
/// A plain sentence, where it cannot be read.
pub(crate) fn existing(descriptor: Option<i32>) -> Result<Passphrase, String> {
    match given(descriptor)? {
        Some(passphrase) => Ok(passphrase),
        None => prompt("Passphrase: "),
    }
}

/// A passphrase for something new: asked twice at a prompt.
///
/// # Errors
/// A plain sentence, where it cannot be read or the two differ.
pub(crate) fn new(descriptor: Option<i32>, name: &str) -> Result<Passphrase, String> {
    if let Some(passphrase) = given(descriptor)? {
        return Ok(passphrase);
    }
    let typed = ask(&format!("{name}: "))?;
    if *typed != *ask("Once more: ")? {
        return Err("The two passphrases differ. Nothing was done.".to_owned());
    }
    Ok(Passphrase::new(typed.to_string()))
}

/// One of a descriptor alone: for a second passphrase.
///
/// # Errors
/// As `existing`.
pub(crate) fn second(descriptor: Option<i32>) -> Result<Passphrase, String> {
    match descriptor {
        Some(descriptor) => from_descriptor(descriptor),
        None => {
            let typed = ask("New passphrase: ")?;
            if *typed != *ask("Once more: ")? {
                return Err("The two passphrases differ. Nothing was done.".to_owned());
            }
            Ok(Passphrase::new(typed.to_string()))
        }
    }
}

fn given(descriptor: Option<i32>) -> Result<Option<Passphrase>, String> {
    if let Some(descriptor) = descriptor {
        return from_descriptor(descriptor).map(Some);
    }
    if env::var_os(ON_STDIN).is_some() {
        return first_line(io::stdin().lock()).map(Some);
    }
    Ok(None)
}

fn from_descriptor(descriptor: i32) -> Result<Passphrase, String> {
    if descriptor == 0 {
        return first_line(io::stdin().lock());
    }
    let file = File::open(format!("/dev/fd/{descriptor}"));
    let file = file.map_err(|error| format!("The passphrase could not be read from descriptor {descriptor}: {error}."))?;
    first_line(BufReader::new(file))
}

fn first_line(from: impl BufRead) -> Result<Passphrase, String> {
    let mut line = Zeroizing::new(Vec::with_capacity(256));
    from.take(LONGEST).read_until(b'\n', &mut line).map_err(|error| format!("The passphrase could not be read: {error}."))?;
    let text = Zeroizing::new(std::str::from_utf8(&line).map_err(|_| "The passphrase is not text in UTF-8.".to_owned())?.to_owned());
    Ok(Passphrase::new(text.trim_end_matches(['\n', '\r']).to_owned()))
}

fn prompt(words: &str) -> Result<Passphrase, String> {
    ask(words).map(|typed| Passphrase::new(typed.to_string()))
}

fn ask(words: &str) -> Result<Zeroizing<String>, String> {
    let none = |_| format!("There is nobody to ask for the passphrase: set {VARIABLE}, or use --passphrase-fd.");
    rpassword::prompt_password(words).map(Zeroizing::new).map_err(none)
}
