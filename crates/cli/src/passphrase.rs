//! Where the passphrase comes from: a descriptor, the environment, or a prompt. Never an argument.

use std::env;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::process::Command;

use anteroom_app::{Passphrase, RecoveryWords, Unlock, say};
use zeroize::Zeroizing;

use crate::Refusal;
use crate::args::Opening;

/// What scripts set; gone from the environment before anything else happens.
const VARIABLE: &str = "ANTEROOM_PASSPHRASE";

/// Says to the program, started anew without the variable, which descriptor the passphrase is read from.
const AT: &str = "ANTEROOM_PASSPHRASE_AT";

/// A longer line than this is no passphrase.
const LONGEST: usize = 4096;

/// Starts the program anew without the passphrase in its environment, where it stands there: what a process was started
/// with can be read by others as long as it runs, and unsetting a variable does not change that.
///
/// Returns where there was nothing to hide.
///
/// # Errors
/// What the system says.
pub(crate) fn leave_the_environment() -> io::Result<()> {
    let Some(passphrase) = env::var_os(VARIABLE) else { return Ok(()) };
    let mut passphrase = Zeroizing::new(passphrase.into_encoded_bytes());
    // Cut, it is still too long; whole, it might not fit into the pipe.
    passphrase.truncate(LONGEST + 1);
    let (reader, mut writer) = io::pipe()?;
    writer.write_all(&passphrase)?;
    writer.write_all(b"\n")?;
    drop(writer);
    let mut again = Command::new(env::current_exe()?);
    again.args(env::args_os().skip(1)).env_remove(VARIABLE);
    run_in_place(again, reader.into())
}

#[cfg(unix)]
fn run_in_place(mut again: Command, reader: std::os::fd::OwnedFd) -> io::Result<()> {
    use std::os::fd::IntoRawFd as _;
    use std::os::unix::process::CommandExt as _;
    rustix::io::fcntl_setfd(&reader, rustix::io::FdFlags::empty())?;
    Err(again.env(AT, reader.into_raw_fd().to_string()).exec())
}

#[cfg(not(unix))]
fn run_in_place(mut again: Command, reader: std::process::Stdio) -> io::Result<()> {
    let status = again.env(AT, "0").stdin(reader).status()?;
    std::process::exit(status.code().unwrap_or(1))
}

/// What opens a consultation: the passphrase, or with `--pin` the PIN.
///
/// # Errors
/// A plain sentence, where it cannot be read.
pub(crate) fn existing(opening: Opening) -> Result<Unlock, Refusal> {
    let prompt = if opening.pin { "cli-ask-pin" } else { "cli-ask-passphrase" };
    let typed = given(opening)?.map_or_else(|| ask(prompt), Ok)?;
    Ok(if opening.pin { Unlock::Keyring(typed) } else { Unlock::Passphrase(typed) })
}

/// The words of the recovery sheet, read like a passphrase.
///
/// # Errors
/// A plain sentence, where they cannot be read or are no such words.
pub(crate) fn recovery(opening: Opening) -> Result<Unlock, Refusal> {
    let typed = given(opening)?.map_or_else(|| ask("cli-ask-recovery"), Ok)?;
    Unlock::recovery(&typed).map_err(|error| anteroom_app::AppError::from(error).into())
}

/// The words of the recovery sheet beside what opens the consultation: from a descriptor of their own, or asked for.
///
/// # Errors
/// A plain sentence, where they cannot be read or are no such words.
pub(crate) fn sheet(descriptor: Option<i32>) -> Result<RecoveryWords, Refusal> {
    let typed = descriptor.map_or_else(|| ask("cli-ask-recovery"), from_descriptor)?;
    RecoveryWords::read(typed.spelled()).map_err(|error| anteroom_app::AppError::from(error).into())
}

/// A passphrase for a new consultation: asked twice at a prompt.
///
/// # Errors
/// A plain sentence, where it cannot be read or the two differ.
pub(crate) fn new(opening: Opening) -> Result<Passphrase, Refusal> {
    new_declaring(opening, false)
}

/// The same where organisers can help when it is forgotten, which whoever chooses it is told before.
///
/// # Errors
/// As `new`.
pub(crate) fn new_declaring(opening: Opening, helps: bool) -> Result<Passphrase, Refusal> {
    let prompt = if helps { "cli-ask-new-passphrase-helped" } else { "cli-ask-new-passphrase" };
    given(opening)?.map_or_else(|| ask_twice(prompt), Ok)
}

/// The six words of an event pack: spoken, so that they may stand in the environment of a script.
///
/// # Errors
/// A plain sentence, where they cannot be read.
pub(crate) fn code(descriptor: Option<i32>) -> Result<Zeroizing<String>, Refusal> {
    if let Some(descriptor) = descriptor {
        return from_descriptor(descriptor).map(|words| Zeroizing::new(words.spelled().to_owned()));
    }
    env::var(CODE).map(Zeroizing::new).or_else(|_| typed("cli-ask-code"))
}

/// What scripts set for the six words of an event pack.
const CODE: &str = "ANTEROOM_CODE";

/// A second secret, from a descriptor of its own or asked twice: `prompt` is the name of the question.
///
/// # Errors
/// A plain sentence, where it cannot be read or the two differ.
pub(crate) fn second(descriptor: Option<i32>, prompt: &str) -> Result<Passphrase, Refusal> {
    descriptor.map_or_else(|| ask_twice(prompt), from_descriptor)
}

/// What was not typed but handed over.
fn given(opening: Opening) -> Result<Option<Passphrase>, Refusal> {
    let at = || env::var(AT).ok().and_then(|descriptor| descriptor.parse().ok());
    opening.passphrase_fd.or_else(at).map(from_descriptor).transpose()
}

fn from_descriptor(descriptor: i32) -> Result<Passphrase, Refusal> {
    let told = |error: io::Error| {
        let (number, why) = (descriptor.to_string(), error.to_string());
        Refusal::say("cli-descriptor", &[("number", &number), ("why", &why)])
    };
    if descriptor == 0 {
        return first_line(io::stdin().lock()).map_err(told)?;
    }
    let file = File::open(format!("/dev/fd/{descriptor}")).map_err(told)?;
    // A letter at a time: what follows the line is somebody else's.
    first_line(BufReader::with_capacity(1, file)).map_err(told)?
}

fn first_line(from: impl BufRead) -> io::Result<Result<Passphrase, Refusal>> {
    let mut line = Zeroizing::new(Vec::with_capacity(LONGEST + 2));
    from.take(LONGEST as u64 + 2).read_until(b'\n', &mut line)?;
    let Ok(text) = std::str::from_utf8(&line) else {
        return Ok(Err(Refusal::say("cli-passphrase-not-text", &[])));
    };
    let text = text.trim_end_matches(['\n', '\r']);
    if text.len() > LONGEST {
        return Ok(Err(Refusal::say("cli-passphrase-too-long", &[("most", &LONGEST.to_string())])));
    }
    Ok(Ok(Passphrase::new(text.to_owned())))
}

fn ask(prompt: &str) -> Result<Passphrase, Refusal> {
    typed(prompt).map(|typed| Passphrase::new(typed.to_string()))
}

fn ask_twice(prompt: &str) -> Result<Passphrase, Refusal> {
    let first = typed(prompt)?;
    if *first != *typed("cli-ask-once-more")? {
        return Err(Refusal::say("cli-two-differ", &[]));
    }
    Ok(Passphrase::new(first.to_string()))
}

fn typed(prompt: &str) -> Result<Zeroizing<String>, Refusal> {
    let question = format!("{}: ", say("en", prompt, &[]));
    rpassword::prompt_password(question)
        .map(Zeroizing::new)
        .map_err(|_| Refusal::say("cli-nobody-to-ask", &[("variable", VARIABLE)]))
}
