//! Commands about a consultation as a whole.

use std::path::Path;

use anteroom_app::check;
use anteroom_app::consultations::{self, Days, Steps};
use anteroom_app::desk::Desk;
use anteroom_app::{sample as app_sample, say};
use serde_json::json;

use crate::args::{Opening, PassphraseChange};
use crate::{Answer, Refusal, passphrase};

/// A path as it is shown, also where it is not text.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

pub(crate) async fn new(
    opening: Opening,
    file: &Path,
    framework: &str,
    name: &str,
    days: Days,
) -> Result<Answer, Refusal> {
    let passphrase = passphrase::new(opening)?;
    let (desk, recovery) = consultations::create(file, framework, name, days, &passphrase).await?;
    let consultation = consultations::id(&desk);
    consultations::close(desk).await?;
    let (file, words) = (shown(file), recovery.words());
    let text = say("en", "cli-created", &[("file", &file), ("words", &words)]);
    Ok(Answer::new(json!({ "file": file, "consultation": consultation, "recovery": words }), text))
}

pub(crate) async fn sample(opening: Opening, file: &Path) -> Result<Answer, Refusal> {
    let passphrase = passphrase::new(opening)?;
    let contributions = app_sample::write(file, &passphrase, &progress("cli-writing-the-sample")).await?;
    let file = shown(file);
    let text = say("en", "cli-sample", &[("file", &file), ("count", &contributions.to_string())]);
    Ok(Answer::new(json!({ "file": file, "contributions": contributions }), text))
}

pub(crate) async fn verify(desk: &Desk) -> Result<Answer, Refusal> {
    let found = check::verify(desk, &progress("cli-verifying")).await?;
    let problems: Vec<String> = found.problems.into_iter().map(|problem| check::sentence(problem, "en")).collect();
    let json = json!({
        "ok": found.ok,
        "commits": found.commits,
        "revisions": found.revisions,
        "records": found.records,
        "lacking": found.lacking,
        "lackingFiles": found.lacking_files,
        "problems": problems,
    });
    let lacking = [("cli-words-lacking", found.lacking), ("cli-files-lacking", found.lacking_files)];
    let lacking = lacking.into_iter().filter(|(_, count)| *count > 0);
    let lacking: Vec<String> =
        lacking.map(|(sentence, count)| say("en", sentence, &[("count", &count.to_string())])).collect();
    if !found.ok {
        let failed = say("en", "cli-something-is-wrong", &[("count", &problems.len().to_string())]);
        let text = [problems, lacking].concat().join("\n");
        return Ok(Answer { json, text, failed: Some(failed) });
    }
    let [commits, revisions, records] = [found.commits, found.revisions, found.records].map(|count| count.to_string());
    let well = say("en", "cli-all-is-well", &[("commits", &commits), ("revisions", &revisions), ("records", &records)]);
    let text = [vec![well], lacking].concat().join("\n");
    Ok(Answer::new(json, text))
}

pub(crate) async fn rebuild(desk: &Desk) -> Result<Answer, Refusal> {
    let records = consultations::rebuild(desk, &progress("cli-rebuilding")).await?;
    let text = say("en", "cli-rebuilt", &[("count", &records.to_string())]);
    Ok(Answer::new(json!({ "records": records }), text))
}

pub(crate) async fn dump(desk: &Desk) -> Result<Answer, Refusal> {
    let dump = consultations::dump(desk).await?;
    Ok(Answer::new(json!({ "dump": dump }), dump))
}

pub(crate) async fn passphrase(opening: Opening, change: PassphraseChange) -> Result<Answer, Refusal> {
    let PassphraseChange { file, known_to_others, new_passphrase_fd, recovery } = change;
    let unlock = if recovery { passphrase::recovery(opening)? } else { passphrase::existing(opening)? };
    let new = passphrase::second(new_passphrase_fd, "cli-ask-new-passphrase")?;
    consultations::change_passphrase(&file, &unlock, &new, known_to_others).await?;
    let text = say("en", if known_to_others { "cli-encrypted-anew" } else { "cli-passphrase-changed" }, &[]);
    Ok(Answer::new(json!({ "file": shown(&file), "encryptedAnew": known_to_others }), text))
}

pub(crate) async fn remember(desk: &Desk, file: &Path, pin: Option<i32>) -> Result<Answer, Refusal> {
    let pin = passphrase::second(pin, "cli-ask-new-pin")?;
    consultations::remember(desk, &pin).await?;
    Ok(Answer::new(json!({ "file": shown(file), "remembered": true }), say("en", "cli-remembered", &[])))
}

pub(crate) async fn forget(desk: &Desk, file: &Path) -> Result<Answer, Refusal> {
    consultations::forget(desk).await?;
    Ok(Answer::new(json!({ "file": shown(file), "remembered": false }), say("en", "cli-forgotten", &[])))
}

/// A bar for whoever watches a terminal; nothing in a pipe. `what` is the name of what it says.
pub(crate) fn progress(what: &str) -> Steps {
    if !crate::print::somebody_watches() {
        return Steps::silent();
    }
    let bar = indicatif::ProgressBar::new(0).with_message(say("en", what, &[]));
    if let Ok(style) = indicatif::ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
        bar.set_style(style);
    }
    Steps::telling(move |done, of| {
        bar.set_length(of);
        bar.set_position(done);
        if done >= of {
            bar.finish_and_clear();
        }
    })
}

/// Closing makes the copy, so that everything is in it. Without a place it goes beside the consultation.
pub(crate) async fn backup(opening: Opening, file: &Path, to: Option<&Path>) -> Result<Answer, Refusal> {
    let beside = file.parent().unwrap_or_else(|| Path::new("")).join("Backups");
    let to = to.unwrap_or(&beside);
    let desk = consultations::open(file, &passphrase::existing(opening)?).await?;
    consultations::close_and_back_up(desk, to, &progress("cli-backing-up")).await?;
    let to = shown(to);
    Ok(Answer::new(json!({ "folder": to }), say("en", "cli-backed-up", &[("file", &to)])))
}

pub(crate) async fn restore(opening: Opening, backup: &Path, file: &Path) -> Result<Answer, Refusal> {
    consultations::restore(backup, file, &passphrase::existing(opening)?).await?;
    let file = shown(file);
    Ok(Answer::new(json!({ "file": file }), say("en", "cli-restored", &[("file", &file)])))
}
