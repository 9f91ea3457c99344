//! Commands about stages, sessions and rounds, groups, and who is expected.

use anteroom_app::desk::Desk;
use anteroom_app::programme::{self as app, NewRound};
use serde_json::json;

use crate::args::{Opening, Programme};
use crate::print::to_json;
use crate::{Answer, Refusal, on};

pub(crate) async fn programme(opening: Opening, command: Programme) -> Result<Answer, Refusal> {
    let added = |id: String| Answer::new(json!({ "id": id }), id);
    match command {
        Programme::Show { file } => on(opening, &file, async |desk| show(desk).await).await,
        Programme::Stage { file, name } => {
            on(opening, &file, async |desk| Ok(added(app::add_stage(desk, &name).await?))).await
        }
        Programme::Session { file, name, stage } => {
            on(opening, &file, async |desk| Ok(added(app::add_session(desk, &stage, &name).await?))).await
        }
        Programme::Group { file, name } => {
            on(opening, &file, async |desk| Ok(added(app::add_group(desk, &name).await?))).await
        }
        Programme::Round { file, name, session, question, limit, rule, basis, quote } => {
            let round =
                NewRound { session, name, questions: question, time_limit: limit, rule, basis: Some(basis), quote };
            on(opening, &file, async |desk| Ok(added(app::add_round(desk, round).await?))).await
        }
        Programme::Presence { file, who, round, is } => {
            on(opening, &file, async |desk| {
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
