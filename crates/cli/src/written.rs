//! Commands about briefs.

use anteroom_app::briefs::{self as app, NewBrief, NewStatement};
use anteroom_app::say;
use serde_json::json;

use crate::args::{Brief, Opening};
use crate::print::to_json;
use crate::{Answer, Refusal, on};

pub(crate) async fn brief(opening: Opening, command: Brief) -> Result<Answer, Refusal> {
    match command {
        Brief::New { file, roundtable, session, template, title, language } => {
            let request = NewBrief { template, roundtable, session, title, language };
            on(opening, &file, async |desk| {
                let id = app::new(desk, request).await?;
                Ok(Answer::new(json!({ "id": id }), id))
            })
            .await
        }
        Brief::Write { file, brief, text, section, cite, statement_type } => {
            let request = NewStatement { text, section, statement_type, cite };
            on(opening, &file, async |desk| {
                let id = app::write(desk, &brief, request).await?;
                Ok(Answer::new(json!({ "id": id }), id))
            })
            .await
        }
        Brief::List { file } => {
            on(opening, &file, async |desk| {
                let briefs = app::list(desk).await?;
                let lines: Vec<_> = briefs
                    .iter()
                    .map(|brief| format!("{}  {} ({})", brief.id, brief.title, brief.paragraphs))
                    .collect();
                Ok(Answer::new(to_json(&briefs), lines.join("\n")))
            })
            .await
        }
        Brief::Export { file, brief, to, audience } => {
            on(opening, &file, async |desk| {
                let exported = app::export(desk, &brief, &audience, &to).await?;
                let (paragraphs, evidence) = (exported.paragraphs.to_string(), exported.evidence.to_string());
                let told = [("file", &*exported.file), ("paragraphs", &paragraphs), ("evidence", &evidence)];
                let text = say("en", "cli-exported", &told);
                Ok(Answer::new(to_json(&exported), text))
            })
            .await
        }
    }
}
