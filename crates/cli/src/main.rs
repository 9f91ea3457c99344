//! `anteroom`, the command line: reads arguments, calls one function of `app`, prints what it answers.

mod args;
mod consultation;
mod contributions;
mod passphrase;
mod print;
mod written;

use std::process::ExitCode;

use anteroom_app::AppError;
use anteroom_app::desk::Desk;
use clap::Parser;
use serde_json::json;

use args::{Cli, Command};

/// What a command answers, ready to print: JSON, and the same for people.
pub(crate) struct Answer {
    json: serde_json::Value,
    text: String,
    /// Answered, but not well: `verify` that found damage.
    failed: bool,
}

impl Answer {
    pub(crate) fn new(json: serde_json::Value, text: impl Into<String>) -> Self {
        Self { json, text: text.into(), failed: false }
    }
}

/// A refusal, as one sentence and what belongs to it.
pub(crate) struct Refusal {
    sentence: String,
    code: String,
    details: Vec<String>,
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self { sentence: error.message, code: error.code, details: error.details }
    }
}

impl From<String> for Refusal {
    fn from(sentence: String) -> Self {
        Self { sentence, code: "usage".to_owned(), details: Vec::new() }
    }
}

fn main() -> ExitCode {
    if let Err(error) = passphrase::leave_the_environment() {
        print::sentence(&format!("The passphrase in the environment could not be hidden: {error}."));
        return ExitCode::from(1);
    }
    anteroom_app::forbid_core_dumps();
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            print::sentence(&format!("The program could not start: {error}."));
            return ExitCode::from(1);
        }
    };
    let as_json = cli.json;
    match runtime.block_on(run(cli)) {
        Ok(answer) => {
            print::answer(as_json, &answer.json, || answer.text);
            ExitCode::from(u8::from(answer.failed))
        }
        Err(refusal) => {
            print::sentence(&refusal.sentence);
            refusal.details.iter().for_each(|detail| print::sentence(&format!("  {detail}")));
            if as_json {
                let refused = json!({ "error": { "code": refusal.code, "message": refusal.sentence, "details": refusal.details } });
                print::answer(true, &refused, String::new);
            }
            ExitCode::from(1)
        }
    }
}

async fn run(cli: Cli) -> Result<Answer, Refusal> {
    let descriptor = cli.passphrase_fd;
    match cli.command {
        Command::New { file, framework, name } => consultation::new(descriptor, &file, &framework, &name).await,
        Command::Sample { file } => consultation::sample(descriptor, &file).await,
        Command::Sheet { file, to } => on(descriptor, &file, async |desk| contributions::sheet(desk, &to).await).await,
        Command::Import(import) => on(descriptor, &import.file.clone(), async |desk| contributions::import(desk, import).await).await,
        Command::Record(record) => on(descriptor, &record.file.clone(), async |desk| contributions::record(desk, record).await).await,
        Command::List(list) => on(descriptor, &list.file.clone(), async |desk| contributions::list(desk, list).await).await,
        Command::Show { file, id } => on(descriptor, &file, async |desk| contributions::show(desk, &id).await).await,
        Command::Tag { file, id, nodes } => on(descriptor, &file, async |desk| contributions::tag(desk, &id, &nodes).await).await,
        Command::Untag { file, id, nodes } => on(descriptor, &file, async |desk| contributions::untag(desk, &id, &nodes).await).await,
        Command::Change(change) => on(descriptor, &change.file.clone(), async |desk| contributions::change(desk, change).await).await,
        Command::Edit(edit) => on(descriptor, &edit.file.clone(), async |desk| contributions::edit(desk, edit).await).await,
        Command::Undo { file } => on(descriptor, &file, async |desk| contributions::undo(desk).await).await,
        Command::Erase { file, id } => on(descriptor, &file, async |desk| contributions::erase(desk, &id).await).await,
        Command::Brief(brief) => written::brief(descriptor, brief).await,
        Command::Programme(programme) => consultation::programme(descriptor, programme).await,
        Command::Verify { file } => on(descriptor, &file, async |desk| consultation::verify(desk).await).await,
        Command::Rebuild { file } => on(descriptor, &file, async |desk| consultation::rebuild(desk).await).await,
        Command::Dump { file } => on(descriptor, &file, async |desk| consultation::dump(desk).await).await,
        Command::Passphrase { file, known_to_others, new_passphrase_fd, recovery } => {
            consultation::passphrase(descriptor, &file, known_to_others, new_passphrase_fd, recovery).await
        }
    }
}

/// Opens the consultation, does one thing at it, and closes it again whatever came of it.
pub(crate) async fn on<F>(descriptor: Option<i32>, file: &std::path::Path, act: F) -> Result<Answer, Refusal>
where
    F: AsyncFnOnce(&Desk) -> Result<Answer, Refusal>,
{
    let passphrase = passphrase::existing(descriptor)?;
    let desk = anteroom_app::consultations::open(file, &anteroom_app::Unlock::Passphrase(passphrase)).await?;
    let answer = act(&desk).await;
    let closed = anteroom_app::consultations::close(desk).await;
    let answer = answer?;
    closed?;
    Ok(answer)
}
