//! Commands about a consultation as a whole.

use std::path::Path;

use anteroom_app::consultations::{self, Steps};
use anteroom_app::desk::Desk;
use anteroom_app::model::permission::{AttributionRule, Basis};
use anteroom_app::programme::{self as app, NewRound};
use anteroom_app::{Unlock, sample as app_sample};
use serde_json::json;

use crate::args::Programme;
use crate::contributions::{choice, yes_or_no};
use crate::print::to_json;
use crate::{Answer, Refusal, on, passphrase};

pub(crate) async fn new(descriptor: Option<i32>, file: &Path, framework: &str, name: &str) -> Result<Answer, Refusal> {
    let passphrase = passphrase::new(descriptor, "Passphrase for the new consultation")?;
    let (desk, recovery) = consultations::create(file, framework, name, &passphrase).await?;
    let consultation = consultations::id(&desk);
    consultations::close(desk).await?;
    let words = recovery.words();
    let json = json!({ "file": file, "consultation": consultation, "recovery": words });
    let text = format!(
        "{} is ready.\n\nRecovery sheet – write these words down or print them now; they are not shown again:\n\n  {words}\n\nWhoever holds them can open this consultation and admit or suspend anyone. Keep them apart from this computer.",
        file.display()
    );
    Ok(Answer::new(json, text))
}

pub(crate) async fn sample(descriptor: Option<i32>, file: &Path) -> Result<Answer, Refusal> {
    let passphrase = passphrase::new(descriptor, "Passphrase for the sample")?;
    let steps = progress("Writing the sample");
    let contributions = app_sample::write(file, &passphrase, &steps).await?;
    let json = json!({ "file": file, "contributions": contributions });
    Ok(Answer::new(json, format!("{}: {contributions} contributions, all of them invented.", file.display())))
}

pub(crate) async fn verify(desk: &Desk) -> Result<Answer, Refusal> {
    let found = consultations::verify(desk, &progress("Verifying")).await?;
    let json = json!({
        "ok": found.ok, "commits": found.commits, "revisions": found.revisions, "records": found.records, "problems": found.problems,
    });
    let text = if found.ok {
        format!("All is well: {} commits, {} revisions, {} records.", found.commits, found.revisions, found.records)
    } else {
        format!("Something is wrong:\n  {}", found.problems.join("\n  "))
    };
    Ok(Answer { failed: !found.ok, ..Answer::new(json, text) })
}

pub(crate) async fn rebuild(desk: &Desk) -> Result<Answer, Refusal> {
    let records = consultations::rebuild(desk, &progress("Rebuilding")).await?;
    Ok(Answer::new(json!({ "records": records }), format!("{records} records were read anew from the journal.")))
}

pub(crate) async fn dump(desk: &Desk) -> Result<Answer, Refusal> {
    let dump = consultations::dump(desk).await?;
    Ok(Answer::new(json!({ "dump": dump }), dump))
}

pub(crate) async fn passphrase(
    descriptor: Option<i32>,
    file: &Path,
    known_to_others: bool,
    new_descriptor: Option<i32>,
    recovery: bool,
) -> Result<Answer, Refusal> {
    let old = passphrase::existing(descriptor)?;
    let unlock = if recovery { Unlock::recovery(&old).map_err(|error| error.to_string())? } else { Unlock::Passphrase(old) };
    let new = passphrase::second(new_descriptor)?;
    consultations::change_passphrase(file, &unlock, &new, known_to_others).await?;
    let text = if known_to_others { "The passphrase is changed, and everything is encrypted under a new key." } else { "The passphrase is changed." };
    Ok(Answer::new(json!({ "file": file, "encryptedAnew": known_to_others }), text))
}

pub(crate) async fn programme(descriptor: Option<i32>, command: Programme) -> Result<Answer, Refusal> {
    let added = |id: String| Answer::new(json!({ "id": id }), id);
    match command {
        Programme::Show { file } => on(descriptor, &file, async |desk| show(desk).await).await,
        Programme::Stage { file, name } => on(descriptor, &file, async |desk| Ok(added(app::add_stage(desk, &name).await?))).await,
        Programme::Session { file, name, stage } => {
            on(descriptor, &file, async |desk| Ok(added(app::add_session(desk, &stage, &name).await?))).await
        }
        Programme::Group { file, name } => on(descriptor, &file, async |desk| Ok(added(app::add_group(desk, &name).await?))).await,
        Programme::Round { file, name, session, question, limit, rule, basis, quote } => {
            let round = NewRound {
                session,
                name,
                questions: question,
                time_limit: limit,
                rule: choice::<AttributionRule>("--rule", &rule)?,
                basis: Some(choice::<Basis>("--basis", &basis)?),
                quote: yes_or_no("--quote", quote.as_deref())?,
            };
            on(descriptor, &file, async |desk| Ok(added(app::add_round(desk, round).await?))).await
        }
        Programme::Presence { file, who, round, is } => {
            on(descriptor, &file, async |desk| {
                app::set_presence(desk, &round, &who, &is).await?;
                Ok(Answer::new(json!({ "who": who, "is": is }), format!("{who}: {is}")))
            })
            .await
        }
    }
}

async fn show(desk: &Desk) -> Result<Answer, Refusal> {
    let view = app::show(desk).await?;
    let mut lines = Vec::new();
    for session in &view.sessions {
        lines.push(format!("{} – {}", session.stage, session.name));
        lines.extend(session.rounds.iter().map(|round| format!("    {}", round.label)));
    }
    lines.push(String::new());
    lines.extend(view.groups.iter().map(|group| group.label.clone()));
    lines.extend(view.presence.iter().map(|row| format!("{}: {} – {}", row.round, row.who, row.is)));
    Ok(Answer::new(to_json(&view), lines.join("\n")))
}

/// A bar for whoever watches a terminal; nothing in a pipe.
pub(crate) fn progress(what: &'static str) -> Steps {
    if !crate::print::somebody_watches() {
        return Steps::silent();
    }
    let bar = indicatif::ProgressBar::new(0).with_message(what);
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
