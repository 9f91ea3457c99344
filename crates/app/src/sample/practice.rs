//! A consultation to practise in: one round, a few groups in the room, and nobody's words.

use std::path::Path;

use anteroom_model::permission::{AttributionRule, Basis};
use anteroom_store::{Passphrase, home};

use crate::consultations::{Beginning, Days, begin, close};
use crate::desk::{Desk, now};
use crate::error::AppError;
use crate::framework::Framework;
use crate::messages::say;
use crate::programme::{self, NewRound};

/// How long one speaks there. Seconds.
const TIME_LIMIT: i64 = 120;
/// How many groups are in the room.
const IN_THE_ROOM: usize = 4;

/// Writes it into the folder `file`, which must not be there, in the words of `language`.
///
/// # Errors
/// What the store refuses; nothing of it is left then.
pub async fn practice(file: &Path, passphrase: &Passphrase, language: &str) -> Result<(), AppError> {
    practice_with_home(&home::folder()?, file, passphrase, language).await
}

/// The same on a computer that keeps its keys in the folder `home`.
///
/// # Errors
/// As `practice`.
pub async fn practice_with_home(
    home: &Path,
    file: &Path,
    passphrase: &Passphrase,
    language: &str,
) -> Result<(), AppError> {
    let name = say(language, "practice-name", &[]);
    // Any will do: one practises with its objectives and groups.
    let framework = Framework::all().next().transpose()?;
    let framework = framework.as_ref().map_or("", Framework::key);
    let beginning = Beginning {
        name: &name,
        framework,
        days: Days::default(),
        illustration: "practice",
        with_stages: false,
        clock: now,
    };
    let (desk, _) = begin(home, file, passphrase, beginning).await?;
    match lay_out(&desk, language).await {
        Ok(()) => close(desk).await,
        Err(error) => {
            desk.into_store().discard().await;
            Err(error)
        }
    }
}

async fn lay_out(desk: &Desk, language: &str) -> Result<(), AppError> {
    let stage = programme::add_stage(desk, &say(language, "practice-stage", &[])).await?;
    let session = programme::add_session(desk, &stage, &say(language, "practice-session", &[])).await?;
    let round = NewRound {
        session,
        name: say(language, "practice-round", &[]),
        questions: vec![say(language, "practice-question", &[])],
        time_limit: Some(TIME_LIMIT),
        rule: AttributionRule::ChathamHouse,
        basis: Some(Basis::Announcement),
        quote: None,
    };
    let round = programme::add_round(desk, round).await?;
    let groups = programme::show(desk).await?.groups;
    for group in groups.iter().take(IN_THE_ROOM) {
        programme::set_presence(desk, &round, &group.key, "in-the-room").await?;
    }
    Ok(())
}
