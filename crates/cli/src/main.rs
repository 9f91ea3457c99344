//! `anteroom`, the command line: reads arguments, calls one function of `app`, prints what it answers.

mod args;
mod conflicts;
mod consultation;
mod contributions;
mod exchange;
mod help;
mod pairs;
mod passphrase;
mod print;
mod programme;
mod server;
mod written;

use std::path::Path;
use std::process::ExitCode;

use anteroom_app::consultations::Days;
use anteroom_app::desk::Desk;
use anteroom_app::exchange::{Admission, Suspension};
use anteroom_app::{AppError, consultations, say};
use clap::{CommandFactory as _, Parser as _};
use serde_json::json;

use args::{Cli, Command, Opening};

/// What a command answers, ready to print: JSON, and the same for people.
pub(crate) struct Answer {
    json: serde_json::Value,
    text: String,
    /// Why it was answered, but not well: `verify` that found damage.
    failed: Option<String>,
}

impl Answer {
    pub(crate) fn new(json: serde_json::Value, text: impl Into<String>) -> Self {
        Self { json, text: text.into(), failed: None }
    }
}

/// A refusal: a code for scripts, a sentence for people, and what stops a release, line by line.
pub(crate) struct Refusal(AppError);

impl Refusal {
    pub(crate) fn say(code: &str, args: &[(&str, &str)]) -> Self {
        Self(AppError::new(code, args))
    }

    /// What belongs under the sentence: the reasons of a release check. The nearest names stand in the sentence itself.
    fn lines(&self) -> &[String] {
        if self.0.code == "release-refused" { &self.0.details } else { &[] }
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self(error)
    }
}

fn main() -> ExitCode {
    if let Err(error) = passphrase::leave_the_environment() {
        print::sentence(&say("en", "cli-not-hidden", &[("why", &error.to_string())]));
        return ExitCode::from(1);
    }
    anteroom_app::forbid_core_dumps();
    let cli = Cli::parse();
    cli.check().unwrap_or_else(|(kind, words)| Cli::command().error(kind, words).exit());
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            print::sentence(&say("en", "cli-cannot-start", &[("why", &error.to_string())]));
            return ExitCode::from(1);
        }
    };
    let as_json = cli.json;
    match runtime.block_on(run(cli)) {
        Ok(answer) => {
            print::answer(as_json, &answer.json, &answer.text);
            answer.failed.iter().for_each(|sentence| print::sentence(sentence));
            ExitCode::from(u8::from(answer.failed.is_some()))
        }
        Err(refusal) => {
            print::sentence(&refusal.0.message);
            refusal.lines().iter().for_each(|line| print::sentence(&format!("  {line}")));
            if as_json {
                print::answer(true, &json!({ "error": refusal.0 }), "");
            }
            ExitCode::from(1)
        }
    }
}

async fn run(cli: Cli) -> Result<Answer, Refusal> {
    let opening = cli.opening;
    match cli.command {
        Command::New { file, framework, name, from, to } => {
            consultation::new(opening, &file, &framework, &name, Days { starts: from, ends: to }).await
        }
        Command::Sample { file } => consultation::sample(opening, &file).await,
        Command::Sheet { file, to, language } => {
            on(opening, &file, async |desk| contributions::sheet(desk, &to, &language).await).await
        }
        Command::Import(import) => {
            on(opening, &import.file.clone(), async |desk| contributions::import(desk, import).await).await
        }
        Command::Record(record) => {
            on(opening, &record.file.clone(), async |desk| contributions::record(desk, record).await).await
        }
        Command::List(list) => {
            on(opening, &list.file.clone(), async |desk| contributions::list(desk, list).await).await
        }
        Command::Show { file, id } => on(opening, &file, async |desk| contributions::show(desk, &id).await).await,
        Command::Tag { file, id, nodes } => {
            on(opening, &file, async |desk| contributions::tag(desk, &id, &nodes).await).await
        }
        Command::Untag { file, id, nodes } => {
            on(opening, &file, async |desk| contributions::untag(desk, &id, &nodes).await).await
        }
        Command::Change(change) => {
            on(opening, &change.file.clone(), async |desk| contributions::change(desk, change).await).await
        }
        Command::Edit(edit) => {
            on(opening, &edit.file.clone(), async |desk| contributions::edit(desk, edit).await).await
        }
        Command::Conflicts { file } => on(opening, &file, async |desk| conflicts::list(desk).await).await,
        Command::Settle(settle) => {
            on(opening, &settle.file.clone(), async |desk| conflicts::settle(desk, settle).await).await
        }
        Command::Pairs { file } => on(opening, &file, async |desk| pairs::list(desk).await).await,
        Command::Pair(pair) => on(opening, &pair.file.clone(), async |desk| pairs::pair(desk, pair).await).await,
        Command::Undo { file } => on(opening, &file, async |desk| contributions::undo(desk).await).await,
        Command::Redo { file } => on(opening, &file, async |desk| contributions::redo(desk).await).await,
        Command::Attach { file, id, files } => {
            on(opening, &file, async |desk| contributions::attach(desk, &id, &files).await).await
        }
        Command::SaveAttached { file, attachment, to } => {
            on(opening, &file, async |desk| contributions::save_attached(desk, &attachment, &to).await).await
        }
        Command::EraseAttached { file, attachment } => {
            on(opening, &file, async |desk| contributions::erase_attached(desk, &attachment).await).await
        }
        Command::Erase { file, id } => on(opening, &file, async |desk| contributions::erase(desk, &id).await).await,
        Command::Brief(brief) => written::brief(opening, brief).await,
        Command::Programme(command) => programme::programme(opening, command).await,
        Command::Pack { file, to } => exchange::pack(opening, &file, &to).await,
        Command::Start { pack, file, name, words_fd } => exchange::start(opening, &pack, &file, &name, words_fd).await,
        Command::Invite { file, name, role, to } => exchange::invite(opening, &file, &name, &role, &to).await,
        Command::Join { invitation, name, to } => exchange::join(opening, &invitation, &name, &to),
        Command::Admit { file, acceptance } => exchange::admit(opening, &file, &acceptance).await,
        Command::Bundle(bundle) => exchange::bundle(opening, bundle).await,
        Command::Merge { file, bundle } => exchange::merge(opening, &file, &bundle).await,
        Command::Hub(hub) => server::hub(opening, hub).await,
        Command::Sync { file } => server::sync(opening, &file).await,
        Command::Approve { file, device, branch: Some(branch), .. } => {
            exchange::rule(opening, &file, &device, &branch, true).await
        }
        Command::Approve { file, device, role, person, instead_of, branch: None } => {
            let (person_of, instead_of) = (person.unwrap_or_default(), instead_of.unwrap_or_default());
            exchange::approve(opening, &file, Admission { device, roles: role, person_of, instead_of }).await
        }
        Command::Refuse { file, device, branch: Some(branch) } => {
            exchange::rule(opening, &file, &device.concat(), &branch, false).await
        }
        Command::Refuse { file, device, branch: None } => exchange::refuse(opening, &file, &device).await,
        Command::GiveUp { file, device } => exchange::give_up(opening, &file, &device).await,
        Command::Members { file } => exchange::members(opening, &file).await,
        Command::Rename { file, name, member } => exchange::rename(opening, &file, &member, &name).await,
        Command::Suspend { file, device, since, refuse_all, keep, sheet, sheet_fd } => {
            let keeps = Some(keep).filter(|keep| !keep.is_empty());
            let words = if sheet || sheet_fd.is_some() { Some(passphrase::sheet(sheet_fd)?) } else { None };
            let suspension = Suspension { device, since, refuses_all: refuse_all, keeps };
            exchange::suspend(opening, &file, suspension, words).await
        }
        Command::Recover { file, sheet_fd } => exchange::recover(opening, &file, sheet_fd).await,
        Command::Withdraw { file, id } => exchange::withdraw(opening, &file, &id).await,
        Command::ConfirmErasure { file, refuse } => exchange::confirm_erasure(opening, &file, refuse).await,
        Command::Backup { file, to } => consultation::backup(opening, &file, to.as_deref()).await,
        Command::Restore { backup, file } => consultation::restore(opening, &backup, &file).await,
        Command::Verify { file } => on(opening, &file, async |desk| consultation::verify(desk).await).await,
        Command::Rebuild { file } => on(opening, &file, async |desk| consultation::rebuild(desk).await).await,
        Command::Dump { file } => on(opening, &file, async |desk| consultation::dump(desk).await).await,
        Command::Passphrase(change) => consultation::passphrase(opening, change).await,
        Command::PassphraseHelp { file, allowed } => help::allow(opening, &file, allowed).await,
        Command::Forgotten { file, to } => help::forgotten(&file, &to),
        Command::HelpWith { file, letter } => help::say_words(opening, &file, &letter).await,
        Command::Remember { file, pin_fd } => {
            on(opening, &file, async |desk| consultation::remember(desk, &file, pin_fd).await).await
        }
        Command::Forget { file } => on(opening, &file, async |desk| consultation::forget(desk, &file).await).await,
    }
}

/// Opens the consultation, does one thing at it, and closes it again whatever came of it.
pub(crate) async fn on<F>(opening: Opening, file: &Path, act: F) -> Result<Answer, Refusal>
where
    F: AsyncFnOnce(&Desk) -> Result<Answer, Refusal>,
{
    let unlock = passphrase::existing(opening)?;
    let desk = consultations::open(file, &unlock).await?;
    let answer = act(&desk).await;
    let closed = consultations::close(desk).await;
    let answer = answer?;
    closed?;
    Ok(answer)
}
