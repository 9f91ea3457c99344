//! Canaries: a passphrase, a PIN, a recovery sheet, the key itself, and words in confidence, looked for wherever they must
//! not be, while the program works, fails and dies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anteroom_app::contributions::RecordContribution;
use anteroom_tests::laptop::{Laptop, Running, text};
use anteroom_tests::needle::{Needle, found, found_below, key_in_memory};
use anteroom_tests::programs::built;
use anteroom_tests::request::{Request, With, find};

const PASSPHRASE: &str = "Zibeline-7391 quagga-vespertine Ünïqqe";
const NEXT: &str = "Thrawn-oxlip-4482 second-Färöe";
const PIN: &str = "91827364-pinnacle";
const WORDS: &str = "The foreman Xolotl-Brindlemere keeps our passports in Quixhaven. 护照在他抽屉里。";
const SPEAKER: &str = "Oyelaran Wexcombe-Tarn";
const IMPORTED: &str = "Vellichor-Dunmere: the ferry of the ninth never answered.";

/// What nobody but its owner may ever see.
fn secrets(recovery: &str) -> Vec<Needle> {
    let words: Vec<_> = recovery.split(' ').collect();
    // One of them alone is a common word.
    let pairs: Vec<_> = words.windows(2).map(|pair| pair.join(" ")).collect();
    let pairs: Vec<_> = pairs.iter().map(String::as_str).collect();
    let bits = bip39::Mnemonic::parse(recovery).unwrap().to_entropy();
    vec![
        Needle::words("passphrase", PASSPHRASE, &["Zibeline-7391", "quagga-vespertine", "Ünïqqe"]),
        Needle::words("next passphrase", NEXT, &["Thrawn-oxlip", "second-Färöe"]),
        Needle::words("PIN", PIN, &["91827364", "pinnacle"]),
        Needle::words("recovery sheet", recovery, &pairs),
        Needle::bytes("recovery sheet's bits", &bits),
    ]
}

/// What may be shown to those who work at the open consultation, and lie nowhere else.
fn words() -> Vec<Needle> {
    vec![
        Needle::words("contribution", WORDS, &["Xolotl", "Brindlemere", "Quixhaven", "抽屉"]),
        Needle::words("speaker", SPEAKER, &["Oyelaran", "Wexcombe"]),
        Needle::words("imported row", IMPORTED, &["Vellichor", "Dunmere"]),
    ]
}

/// A laptop that says everything it can, with folders of its own for what is temporary.
struct Watched {
    laptop: Laptop,
    log: PathBuf,
}

impl Watched {
    fn new() -> Self {
        let laptop = Laptop::default();
        fs::create_dir(laptop.at("tmp")).unwrap();
        let log = laptop.at("log");
        Self { laptop, log }
    }

    fn starts(&self) -> Running {
        let mut command = self.laptop.command(&[]);
        let log = File::options().create(true).append(true).open(&self.log).unwrap();
        command.env("RUST_LOG", "trace").env("TMPDIR", self.laptop.at("tmp")).stderr(log);
        Running::start(command)
    }

    fn log(&self) -> Vec<u8> {
        fs::read(&self.log).unwrap()
    }

    fn open(&self, with: With) -> Request {
        Request::Open { file: self.laptop.file(), with }
    }
}

/// What others on the computer can read of a program that runs, and of those that it started.
fn shown_of(process: u32) -> Vec<u8> {
    let of = |name: &str| fs::read(format!("/proc/{process}/{name}")).unwrap();
    let mut shown = [of("cmdline"), of("environ"), of("comm"), of("status")].concat();
    for thread in fs::read_dir(format!("/proc/{process}/task")).unwrap() {
        let thread = thread.unwrap().path();
        shown.extend(fs::read(thread.join("comm")).unwrap());
        let children = fs::read_to_string(thread.join("children")).unwrap();
        children.split_whitespace().for_each(|child| shown.extend(shown_of(child.parse().unwrap())));
    }
    shown
}

#[track_caller]
fn is_clean(needles: &[Needle], hay: &[u8], place: &str) {
    let found = found(needles, hay);
    assert!(found.is_empty(), "{found:?} in {place}");
}

#[track_caller]
fn is_clean_below(needles: &[Needle], folder: &Path) {
    let found = found_below(needles, folder);
    assert!(found.is_empty(), "{found:#?}");
}

/// Founds a consultation and says something in confidence.
fn founds(watched: &Watched) -> (Running, String) {
    let mut running = watched.starts();
    let create = Request::Create { file: watched.laptop.file(), passphrase: PASSPHRASE.into() };
    let recovery = text(&running.does(create)["recovery"]);
    let speaker = text(&running.does(Request::Speaker { name: SPEAKER.into(), organisation: None }));
    let mut said = RecordContribution { text: WORDS.into(), ..RecordContribution::default() };
    said.speaker = Some(speaker.parse().unwrap());
    running.does(Request::Record(said));
    (running, recovery)
}

#[test]
fn no_secret_and_no_word_lies_in_any_file_log_argument_or_environment() {
    let watched = Watched::new();
    let (mut running, recovery) = founds(&watched);
    let (mut needles, laptop) = (secrets(&recovery), &watched.laptop);
    let process = running.id();
    let key = key_in_memory(process).expect("the key is in the memory of the program that uses it");
    needles.push(Needle::bytes("key", &key));
    needles.push(Needle::words("beginning of the pragma", "PRAGMA key", &[]));
    let all = [needles.clone(), words()].concat();

    // A table is read from outside; it is the person's own.
    let table = tempfile::tempdir().unwrap();
    let file = table.path().join("rows.csv");
    fs::write(&file, format!("text\n{IMPORTED}\n")).unwrap();
    running.does(Request::Import { table: file });
    running.does(find("Quixhaven"));
    running.is_sound();
    running.does(Request::Rebuild);
    let id = running.records("to be worded anew");
    running.does(Request::Correct { id: id.clone(), text: WORDS.into() });
    running.does(Request::Undo);
    running.is_refused(Request::Remember { pin: PIN.into() });
    running.is_refused(Request::Record(RecordContribution::default()));
    running.is_refused(Request::Show { id: "K7F-999".into() });

    is_clean(&all, &shown_of(process), "what others see of the program");
    let limits = fs::read_to_string(format!("/proc/{process}/limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().nth(4), Some("0"), "no core dump: {core}");
    is_clean_below(&all, laptop.place());
    running.is_killed();
    is_clean_below(&all, laptop.place());

    let mut running = watched.starts();
    running.does(watched.open(With::Recovery(recovery.clone())));
    assert_eq!(running.finds("Vellichor").len(), 1, "what was looked for was there");
    running.closes();
    let with = With::Passphrase(PASSPHRASE.into());
    let change = |with, new: &str, anew| Request::ChangePassphrase { file: laptop.file(), with, new: new.into(), anew };
    running.does(change(with, NEXT, false));
    running.does(change(With::Passphrase(NEXT.into()), PASSPHRASE, true));
    is_clean_below(&all, laptop.place());
    running.is_killed();
    // Another process: what a program no longer uses may lie in its memory until something else needs the place.
    let mut running = watched.starts();
    running.does(watched.open(With::Passphrase(PASSPHRASE.into())));
    let other = key_in_memory(running.id()).unwrap();
    assert_ne!(other, key, "everything is encrypted under a new key");
    needles.push(Needle::bytes("new key", &other));
    is_clean_below(&needles, laptop.place());

    assert_eq!(found(&[Needle::words("log", "statements are heard", &[])], &watched.log()), ["log"], "the log is on");
}

#[test]
fn no_refusal_says_a_secret() {
    let watched = Watched::new();
    let (mut running, recovery) = founds(&watched);
    let all = [secrets(&recovery), words()].concat();
    running.closes();
    let laptop = &watched.laptop;
    let mut met = Vec::new();
    let mut refuses = |running: &mut Running, request: Request| {
        let told = running.is_refused(request);
        is_clean(&all, serde_json::to_string(&told).unwrap().as_bytes(), &told.code);
        is_clean(&all, format!("{told:?}").as_bytes(), &told.code);
        met.push(told.code);
    };
    let wrong = format!("{PASSPHRASE}!");
    refuses(&mut running, watched.open(With::Passphrase(wrong.clone())));
    refuses(&mut running, watched.open(With::Pin(PIN.into())));
    refuses(&mut running, watched.open(With::Recovery(recovery.replacen(' ', " zoo ", 1))));
    refuses(&mut running, watched.open(With::Recovery("zoo ".repeat(11) + "wrong")));
    let change = |anew| Request::ChangePassphrase {
        file: laptop.file(),
        with: With::Passphrase(wrong.clone()),
        new: NEXT.into(),
        anew,
    };
    refuses(&mut running, change(false));
    refuses(&mut running, change(true));
    refuses(&mut running, Request::Create { file: laptop.file(), passphrase: PASSPHRASE.into() });
    refuses(&mut running, Request::Sample { file: laptop.at("no/where"), passphrase: PASSPHRASE.into() });
    let mut other = watched.starts();
    other.does(watched.open(With::Passphrase(PASSPHRASE.into())));
    refuses(&mut running, watched.open(With::Passphrase(PASSPHRASE.into())));
    other.closes();
    let right = || watched.open(With::Passphrase(PASSPHRASE.into()));
    for name in ["contents.db", "keys"] {
        let file = laptop.file().join(name);
        let whole = fs::read(&file).unwrap();
        for damaged in [whole.iter().map(|byte| byte ^ 0x20).collect(), whole[..whole.len() / 2].to_vec(), Vec::new()] {
            fs::write(&file, damaged).unwrap();
            refuses(&mut running, right());
        }
        let mut torn = whole.clone();
        let at = whole.len() / 2;
        torn[at] ^= 1;
        fs::write(&file, torn).unwrap();
        if running.tries(&right()).unwrap().is_ok() {
            let found = running.tries(&Request::Verify).unwrap();
            is_clean(&all, format!("{found:?}").as_bytes(), "what verify says of damage");
            running.tries(&Request::Close).unwrap().ok();
        }
        fs::write(&file, whole).unwrap();
    }
    let keys = fs::read_dir(laptop.home()).unwrap().map(|entry| entry.unwrap().path());
    for key in keys.filter(|path| path.extension().is_some_and(|ending| ending == "key")) {
        let whole = fs::read(&key).unwrap();
        fs::write(&key, &whole[..40]).unwrap();
        refuses(&mut running, right());
        fs::write(&key, whole).unwrap();
    }
    running.does(right());
    is_clean(&all, &watched.log(), "the log");
    is_clean_below(&all, laptop.place());
    for code in ["wrong-passphrase", "not-recovery-words", "keys-damaged", "open-elsewhere", "device-key-damaged"] {
        assert!(met.iter().any(|known| known == code), "{code} was not met: {met:?}");
    }
}

#[test]
fn nothing_that_is_debugged_prints_a_secret() {
    let watched = Watched::new();
    let (mut running, recovery) = founds(&watched);
    let shown = running.does(Request::DebugOutput { passphrase: PASSPHRASE.into(), recovery: recovery.clone() });
    let shown = text(&shown);
    assert!(shown.contains("Passphrase") && shown.contains("Desk"), "{shown}");
    is_clean(&[secrets(&recovery), words()].concat(), shown.as_bytes(), &shown);
    let key = key_in_memory(running.id()).unwrap();
    is_clean(&[Needle::bytes("key", &key)], shown.as_bytes(), &shown);
}

#[test]
fn a_passphrase_in_the_environment_of_the_command_line_is_gone_before_anybody_can_look() {
    let watched = Watched::new();
    let (mut running, recovery) = founds(&watched);
    running.closes();
    let laptop = &watched.laptop;
    // It opens the consultation and waits for the table, which comes through a pipe.
    let pipe = laptop.at("pipe.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let anteroom = |given: &dyn Fn(&mut Command)| {
        let mut command = Command::new(built("anteroom"));
        command.arg("import").arg(laptop.file()).arg(&pipe).args(["--text", "text"]);
        command.env("ANTEROOM_HOME", laptop.home()).env("TMPDIR", laptop.at("tmp")).env("RUST_LOG", "trace");
        given(&mut command);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let by_environment = |command: &mut Command| {
        command.env("ANTEROOM_PASSPHRASE", PASSPHRASE);
    };
    let by_descriptor = |command: &mut Command| {
        command.args(["--passphrase-fd", "0"]).stdin(Stdio::piped());
    };
    let all = [secrets(&recovery), words()].concat();
    for given in [&by_environment as &dyn Fn(&mut Command), &by_descriptor] {
        let mut child = anteroom(given);
        if let Some(mut typed) = child.stdin.take() {
            typed.write_all(format!("{PASSPHRASE}\n").as_bytes()).unwrap();
        }
        // Opening the other end waits until the program reads from this one: by then it has opened the consultation.
        let mut table = File::options().write(true).open(&pipe).unwrap();
        is_clean(&all, &shown_of(child.id()), "what others see of the command line");
        fs::remove_file(&pipe).unwrap();
        is_clean_below(&all, laptop.place());
        table.write_all(b"text\na row\n").unwrap();
        drop(table);
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
        is_clean(&all, &[output.stdout, output.stderr].concat(), "what it printed");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    }
}

#[test]
fn the_command_line_says_no_secret_when_it_refuses() {
    let watched = Watched::new();
    let (mut running, recovery) = founds(&watched);
    running.closes();
    let laptop = &watched.laptop;
    let file = laptop.file();
    let file = file.to_str().unwrap();
    let all = [secrets(&recovery), words()].concat();
    let mut codes = Vec::new();
    let mut refused = |typed: &str, args: &[&str]| {
        let output = laptop.types_with(typed, args, |command| {
            command.env("RUST_LOG", "trace");
        });
        codes.push(output.status.code());
        is_clean(&all, &[output.stdout, output.stderr].concat(), &format!("{args:?}"));
    };
    refused(&format!("{PASSPHRASE} "), &["list", file]);
    refused(&format!("{PASSPHRASE} "), &["--json", "verify", file]);
    refused(PIN, &["--pin", "list", file]);
    refused(&recovery.replace(' ', "  x "), &["passphrase", file, "--recovery", "--new-passphrase-fd", "0"]);
    refused(PASSPHRASE, &["record", file, "--text", " "]);
    refused(PASSPHRASE, &["remember", file, "--pin-fd", "0"]);
    fs::write(laptop.file().join("contents.db"), vec![7; 40_960]).unwrap();
    refused(PASSPHRASE, &["list", file]);
    assert_eq!(codes, [Some(1); 7]);
}
