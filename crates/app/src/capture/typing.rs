//! Who is typing: the program names them as the author of what follows. The computer stays whose it is, so nothing is
//! unlocked anew.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::PersonId;
use anteroom_model::value::{Fields, Value};
use anteroom_model::view::Labelled;
use anteroom_store::{Draft, Edit, Settling};

use super::room::TYPING;
use super::view::TypingView;
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{is_put_away, text, tidy_name};

/// Who may be typing, and who is.
///
/// # Errors
/// What the store refuses.
pub async fn typing(desk: &Desk) -> Result<TypingView, AppError> {
    let mut known = members(desk).await?;
    known.sort_by(|one, other| one.label.cmp(&other.label));
    let owner = desk.store().person().to_string();
    if known.iter().all(|member| member.key != owner) {
        known.insert(0, Labelled { key: owner, label: String::new() });
    }
    let person = desk.person().to_string();
    let now = known.iter().find(|member| member.key == person).cloned();
    let now = now.unwrap_or(Labelled { key: person, label: String::new() });
    Ok(TypingView { known, now, carried: desk.is_carried() })
}

/// Whoever was typing when the consultation was locked goes on, until somebody says otherwise: the passphrase says whose
/// the computer is, not whose hands are on it.
///
/// # Errors
/// What the disk refuses.
pub async fn goes_on_typing(desk: &Desk) -> Result<(), AppError> {
    let before = desk.store().draft(TYPING).await?.and_then(|draft| draft.words.parse().ok());
    if let Some(person) = before.filter(|person| *person != desk.store().person()) {
        desk.carry_on(person);
    }
    Ok(())
}

async fn members(desk: &Desk) -> Result<Vec<Labelled>, AppError> {
    let records = desk.store().records(field::MEMBER).await?;
    let shown = records.iter().filter(|record| !is_put_away(record));
    let label = |record: &anteroom_store::Record| {
        let person = PersonId::try_from(record.fields.get(&field::PERSON_OF)?.bytes()?).ok()?;
        Some(Labelled { key: person.to_string(), label: text(record, field::NAME) })
    };
    Ok(shown.filter_map(label).collect())
}

/// From now on whoever goes by this name is typing; a name that is new becomes known. Without a name: whom the computer
/// belongs to.
///
/// # Errors
/// `empty-name`, `name-too-long`, `not-allowed`.
pub async fn hand_over(desk: &Desk, name: &str) -> Result<TypingView, AppError> {
    let person = if name.trim().is_empty() { desk.store().person() } else { called(desk, &tidy_name(name)?).await? };
    desk.hand_over(person);
    let typist = Draft { name: TYPING.to_owned(), words: person.to_string(), at: desk.now() };
    desk.store().settle(Settling { kept: vec![typist], gone: Vec::new() }).await?;
    typing(desk).await
}

/// Whoever goes by this name.
async fn called(desk: &Desk, name: &str) -> Result<PersonId, AppError> {
    let known = members(desk).await?.into_iter().find(|member| member.label.to_lowercase() == name.to_lowercase());
    match known.and_then(|member| member.key.parse().ok()) {
        Some(person) => Ok(person),
        None => introduce(desk, name).await,
    }
}

/// Makes a name known.
async fn introduce(desk: &Desk, name: &str) -> Result<PersonId, AppError> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).map_err(|_| AppError::new("no-randomness", &[]))?;
    let person = PersonId(random);
    let fields = Fields::from([(field::NAME, name.into()), (field::PERSON_OF, Value::Bytes(person.0.to_vec()))]);
    desk.commit(Deed::STRUCTURE, vec![Edit::Create { kind: field::MEMBER, fields, mark: None }]).await?;
    Ok(person)
}
