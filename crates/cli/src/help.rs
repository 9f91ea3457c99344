//! Commands for where a passphrase was forgotten and an organiser can help.

use std::path::Path;

use anteroom_app::exchange as app;
use anteroom_app::say;
use serde_json::json;

use crate::args::Opening;
use crate::consultation::shown;
use crate::print::to_json;
use crate::{Answer, Refusal, on};

/// Says whether organisers can help on laptops that join from now on; first that they can or cannot, where it is given.
pub(crate) async fn allow(opening: Opening, file: &Path, allowed: Option<bool>) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let helps = match allowed {
            Some(allowed) => app::allow_help(desk, &allowed).await?,
            None => app::helps(desk).await?,
        };
        let text = say("en", if helps { "cli-organisers-help" } else { "cli-nobody-helps" }, &[]);
        Ok(Answer::new(json!({ "organisersHelp": helps }), text))
    })
    .await
}

pub(crate) fn forgotten(file: &Path, to: &Path) -> Result<Answer, Refusal> {
    app::save_letter(file, to)?;
    let to = shown(to);
    Ok(Answer::new(json!({ "file": to }), say("en", "cli-forgotten-letter", &[("file", &to)])))
}

pub(crate) async fn say_words(opening: Opening, file: &Path, letter: &Path) -> Result<Answer, Refusal> {
    on(opening, file, async |desk| {
        let told = app::help(desk, letter).await?;
        let name = if told.name.is_empty() { "–" } else { &told.name };
        let args = [("name", name), ("check", &told.check_words), ("words", &told.words)];
        Ok(Answer::new(to_json(&told), say("en", "cli-helped", &args)))
    })
    .await
}
