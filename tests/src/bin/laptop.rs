//! The program of a laptop in the tests: does what it is asked, line by line, and answers when it is done and not before.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "only tests ask it, and a test should see where it stops")]

use std::io::{self, BufRead, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anteroom_app::check;
use anteroom_app::consultations::{self, Days, Steps};
use anteroom_app::contributions::{self, Correction};
use anteroom_app::desk::Desk;
use anteroom_app::exchange::{self, Admission};
use anteroom_app::{AppError, Passphrase, Unlock, briefs, imports, programme, sample, speakers, undo};
use anteroom_tests::request::{Request, With};
use rustix::process::{Signal, getpid, kill_process};
use serde::Serialize;
use serde_json::{Value, json};

fn main() {
    if std::env::var_os("RUST_LOG").is_some() {
        log::set_logger(&Everything).unwrap();
        log::set_max_level(log::LevelFilter::Trace);
    }
    anteroom_app::forbid_core_dumps();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    if std::env::var_os("RUST_LOG").is_some() {
        runtime.block_on(says_a_statement());
    }
    let mut desk = None;
    for line in io::stdin().lock().lines() {
        let request = serde_json::from_str(&line.unwrap()).unwrap();
        let answer = match runtime.block_on(does(&mut desk, request)) {
            Ok(done) => json!({ "done": done }),
            Err(refused) => json!({ "refused": refused }),
        };
        let mut out = io::stdout().lock();
        // One write, so that an answer is there or is not.
        out.write_all(format!("{answer}\n").as_bytes()).and_then(|()| out.flush()).unwrap();
    }
    // A consultation that nobody closed stays as it lies.
    std::process::exit(0);
}

/// Has the library of the database print a statement of ours, so that whoever reads the log knows that it would.
async fn says_a_statement() {
    use sqlx::Connection as _;
    let mut connection = sqlx::SqliteConnection::connect("sqlite::memory:").await.unwrap();
    sqlx::query("SELECT 'statements are heard'").execute(&mut connection).await.unwrap();
}

/// Prints whatever any part of the program says at any level.
struct Everything;

impl log::Log for Everything {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let _ = writeln!(io::stderr().lock(), "{} {} {}", record.level(), record.target(), record.args());
    }

    fn flush(&self) {}
}

/// What concerns a consultation as a whole; everything else is done at the desk that is open.
async fn does(open: &mut Option<Arc<Desk>>, request: Request) -> Result<Value, AppError> {
    match request {
        Request::Create { file, passphrase } => {
            let (desk, recovery) =
                consultations::create(&file, "gcm", "Regional review", Days::default(), &typed(passphrase)).await?;
            let id = consultations::id(&desk);
            *open = Some(Arc::new(desk));
            Ok(json!({ "recovery": recovery.words(), "id": id }))
        }
        Request::Sample { file, passphrase } => {
            Ok(sample::write(&file, &typed(passphrase), &Steps::silent()).await?.into())
        }
        Request::Open { file, with } => {
            let desk = consultations::open(&file, &unlock(with)?).await?;
            let id = consultations::id(&desk);
            *open = Some(Arc::new(desk));
            Ok(id.into())
        }
        Request::Close => {
            let desk = Arc::into_inner(open.take().expect("something is open")).expect("nobody else works at it");
            consultations::close(desk).await?;
            Ok(Value::Null)
        }
        Request::ChangePassphrase { file, with, new, anew } => {
            consultations::change_passphrase(&file, &unlock(with)?, &typed(new), anew).await?;
            Ok(Value::Null)
        }
        Request::AtOnce(requests) => {
            let desk = open.as_ref().expect("something is open");
            let mut all = tokio::task::JoinSet::new();
            for request in requests {
                let desk = Arc::clone(desk);
                all.spawn(async move { at(&desk, request).await });
            }
            let answers = all.join_all().await.into_iter().collect::<Result<Vec<_>, _>>()?;
            Ok(answers.into())
        }
        Request::DebugOutput { passphrase, recovery } => {
            let typed = typed(passphrase);
            let words = Unlock::recovery(&Passphrase::new(recovery))?;
            let all = (&typed, &words, Unlock::Passphrase(typed.clone()), Unlock::Keyring(typed.clone()), &*open);
            Ok(format!("{all:?}\n{all:#?}").into())
        }
        request => at(open.as_ref().expect("something is open"), request).await,
    }
}

async fn at(desk: &Desk, request: Request) -> Result<Value, AppError> {
    let steps = Steps::silent();
    Ok(match request {
        Request::Record(request) => shown(contributions::record(desk, request).await?),
        Request::Speaker { name, organisation } => {
            shown(speakers::known_as(desk, &name, organisation.as_deref(), &[]).await?.to_string())
        }
        Request::Import { table } => {
            let mapping = imports::Mapping { text: Some("text".into()), ..imports::Mapping::default() };
            let report = imports::import(desk, &table, mapping, &steps).await?;
            json!({ "recorded": report.recorded, "already": report.already, "refused": report.refused.len() })
        }
        Request::Find(asked) => shown(contributions::find(desk, &asked).await?),
        Request::Show { id } => shown(contributions::show(desk, &id).await?),
        Request::Correct { id, text } => {
            let correction = Correction { text: Some(text), ..Correction::default() };
            shown(contributions::correct(desk, &id, correction).await?)
        }
        Request::Tag { id, nodes } => shown(contributions::tag(desk, &id, &nodes).await?),
        Request::Erase { ids } => shown(contributions::erase(desk, &ids).await?),
        Request::Undo => shown(undo::undo(desk).await?),
        Request::Merge { file, ends_at } => {
            let told = Arc::new(AtomicU64::new(0));
            let report = exchange::merge(desk, &file, None, &ending_at(ends_at, &told)).await?;
            json!({ "report": report, "steps": told.load(Ordering::Relaxed) })
        }
        Request::Approve { device } => {
            shown(exchange::approve(desk, &Admission { device, ..Admission::default() }).await?)
        }
        Request::Strangers => shown(exchange::members(desk).await?.strangers),
        Request::Verify => {
            let found = check::verify(desk, &steps).await?;
            let problems: Vec<_> = found.problems.into_iter().map(|problem| check::sentence(problem, "en")).collect();
            json!({ "ok": found.ok, "commits": found.commits, "revisions": found.revisions, "problems": problems })
        }
        Request::Remember { pin } => shown(consultations::remember(desk, &typed(pin)).await?),
        Request::Rebuild => shown(consultations::rebuild(desk, &steps).await?),
        Request::Dump => shown(consultations::dump(desk).await?),
        Request::Overview => shown(programme::overview(desk).await?),
        Request::Programme => shown(programme::show(desk).await?),
        Request::Filters => shown(programme::filters(desk).await?),
        Request::Group { name } => shown(programme::add_group(desk, &name).await?),
        Request::NewBrief { roundtable, title } => {
            let template = "roundtable-brief".to_owned();
            let brief =
                briefs::NewBrief { template, roundtable: Some(roundtable), title, ..briefs::NewBrief::default() };
            shown(briefs::new(desk, brief).await?)
        }
        Request::WriteBrief { brief, text, cite } => {
            let statement = briefs::NewStatement { text, cite, ..briefs::NewStatement::default() };
            shown(briefs::write(desk, &brief, statement).await?)
        }
        Request::Briefs => shown(briefs::list(desk).await?),
        Request::ExportBrief { brief, audience, to } => shown(briefs::export(desk, &brief, &audience, &to).await?),
        _ => unreachable!("it concerns a consultation as a whole"),
    })
}

/// Counts what is told, and ends the program at that step as a pulled plug does.
fn ending_at(ends_at: Option<u64>, told: &Arc<AtomicU64>) -> Steps {
    let told = Arc::clone(told);
    Steps::telling(move |_, _| {
        if Some(told.fetch_add(1, Ordering::Relaxed)) == ends_at {
            kill_process(getpid(), Signal::KILL).unwrap();
        }
    })
}

fn shown(answer: impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap()
}

fn typed(text: String) -> Passphrase {
    Passphrase::new(text)
}

fn unlock(with: With) -> Result<Unlock, AppError> {
    Ok(match with {
        With::Passphrase(text) => Unlock::Passphrase(typed(text)),
        With::Recovery(words) => Unlock::recovery(&typed(words))?,
        With::Pin(pin) => Unlock::Keyring(typed(pin)),
    })
}
