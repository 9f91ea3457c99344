//! Commands about the shared server.

use std::path::Path;

use anteroom_app::consultations::Steps;
use anteroom_app::exchange::{self as app, Access, Logins, SetUp};
use anteroom_app::model::view_exchange::{ServerDeviceView, ServerStatusView};
use anteroom_app::say;
use serde_json::json;

use crate::args::{Hub, Opening};
use crate::consultation::progress;
use crate::exchange::merged;
use crate::print::{time, to_json};
use crate::{Answer, Refusal, on};

pub(crate) async fn hub(opening: Opening, hub: Hub) -> Result<Answer, Refusal> {
    match hub {
        Hub::Init { url } => {
            let (state, sentence) = match app::set_up(&url).await? {
                SetUp::New => ("new", "cli-server-made"),
                SetUp::Updated => ("updated", "cli-server-updated"),
                SetUp::Already => ("already", "cli-server-was-there"),
            };
            Ok(Answer::new(json!({ "server": state }), say("en", sentence, &[])))
        }
        Hub::Add { file, url } => {
            on(opening, &file, async |desk| {
                let logins =
                    app::add_logins(desk, &Access { url: &url, ..Access::default() }, &Steps::silent()).await?;
                Ok(Answer::new(to_json(&logins), added(&logins)))
            })
            .await
        }
        Hub::Drop { file, url, device } => {
            on(opening, &file, async |desk| {
                let dropped = app::drop_login(desk, &url, &device).await?;
                let sentence = if dropped { "cli-login-dropped" } else { "cli-login-was-not" };
                Ok(Answer::new(json!({ "dropped": dropped }), say("en", sentence, &[("name", &device)])))
            })
            .await
        }
        Hub::Status { file } => {
            on(opening, &file, async |desk| {
                let here = app::server(desk).await?;
                if !here.is_visited && here.address.is_empty() {
                    return Ok(Answer::new(to_json(&here), say("en", "cli-server-knows-none", &[])));
                }
                let status = app::server_status(desk, &Steps::silent()).await?;
                let text = lines(&status, &here.noticed);
                let mut json = to_json(&status);
                json["syncedAt"] = json!(here.synced_at);
                json["noticed"] = json!(here.noticed);
                Ok(Answer::new(json, text))
            })
            .await
        }
        Hub::Leave { file } => {
            on(opening, &file, async |desk| {
                app::forget_server(desk).await?;
                Ok(Answer::new(json!({}), say("en", "cli-server-left", &[])))
            })
            .await
        }
    }
}

fn added(logins: &Logins) -> String {
    let mut lines = vec![say("en", "cli-logins", &[("address", &logins.address)])];
    let mut named = |sentence: &str, names: &[String]| {
        if !names.is_empty() {
            lines.push(say("en", sentence, &[("names", &names.join(", "))]));
        }
    };
    named("cli-logins-added", &logins.added);
    named("cli-logins-dropped", &logins.dropped);
    named("cli-logins-without", &logins.without);
    lines.join("\n")
}

fn lines(status: &ServerStatusView, noticed: &[String]) -> String {
    let line = |it: &ServerDeviceView| {
        let login = if it.has_login { "" } else { "  –" };
        let newest = it.newest_at.map(|at| say("en", "cli-server-newest", &[("time", &time(at))]));
        let members = match it.members_confirmed_at {
            Some(at) => say("en", "cli-server-members-confirmed", &[("time", &time(at))]),
            None => say("en", "cli-server-members-unconfirmed", &[]),
        };
        let more: Vec<String> = newest.into_iter().chain([members]).collect();
        format!("{}  {}  {}{login}\n  {}", &it.device[..12], it.name, it.entries, more.join("; "))
    };
    let first = format!("{}  PostgreSQL {}  {} KB", status.address, status.version, status.kilobytes);
    let mut lines = vec![first];
    lines.extend(status.devices.iter().map(line));
    lines.extend(noticed.iter().cloned());
    lines.join("\n")
}

/// What came is told as a merge tells it.
pub(crate) async fn sync(opening: Opening, file: &Path) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let visit = app::sync(desk, &progress("cli-visiting")).await?;
        let mut json = merged(std::slice::from_ref(&visit.came));
        json["brought"] = json!(visit.brought);
        json["noticed"] = json!(visit.noticed);
        json["at"] = json!(visit.at);
        let brought = say("en", "cli-brought", &[("count", &visit.brought.to_string())]);
        let text = [visit.came.text.clone(), brought].into_iter().chain(visit.noticed).collect::<Vec<_>>().join("\n");
        Ok(Answer::new(json, text))
    })
    .await
}
