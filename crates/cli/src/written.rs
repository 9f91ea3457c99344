//! Commands about briefs.

use anteroom_app::briefs::{self as app, NewBrief, NewStatement};
use anteroom_app::model::statement::StatementType;
use serde_json::json;

use crate::args::Brief;
use crate::contributions::choice;
use crate::print::to_json;
use crate::{Answer, Refusal, on};

pub(crate) async fn brief(descriptor: Option<i32>, command: Brief) -> Result<Answer, Refusal> {
    match command {
        Brief::New { file, roundtable, session, template, title, language } => {
            let request = NewBrief { template, roundtable, session, title, language };
            on(descriptor, &file, async |desk| {
                let id = app::new(desk, request).await?;
                Ok(Answer::new(json!({ "id": id }), id))
            })
            .await
        }
        Brief::Write { file, brief, text, section, cite, statement_type } => {
            let statement_type = statement_type.map(|word| choice::<StatementType>("--type", &word)).transpose()?;
            let request = NewStatement { text, section, statement_type, cite };
            on(descriptor, &file, async |desk| {
                let id = app::write(desk, &brief, request).await?;
                Ok(Answer::new(json!({ "id": id }), id))
            })
            .await
        }
        Brief::List { file } => {
            on(descriptor, &file, async |desk| {
                let briefs = app::list(desk).await?;
                let lines: Vec<_> = briefs.iter().map(|brief| format!("{}  {} ({})", brief.id, brief.title, brief.paragraphs)).collect();
                Ok(Answer::new(to_json(&briefs), lines.join("\n")))
            })
            .await
        }
        Brief::Export { file, brief, to, audience } => {
            on(descriptor, &file, async |desk| {
                let exported = app::export(desk, &brief, &audience, &to).await?;
                let text = format!("{}: {} paragraphs, {} pieces of evidence", exported.file, exported.paragraphs, exported.evidence);
                Ok(Answer::new(to_json(&exported), text))
            })
            .await
        }
    }
}
