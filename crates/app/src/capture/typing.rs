//! Who is typing: the program names them as the author of what follows. The computer stays whose it is, so nothing is
//! unlocked anew.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::PersonId;
use anteroom_model::value::{Fields, Value};
use anteroom_model::view::Labelled;
use anteroom_store::Edit;

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
    let person = desk.person().to_string();
    let now = known.iter().find(|member| member.key == person).cloned();
    Ok(TypingView { known, now: now.unwrap_or(Labelled { key: person, label: String::new() }) })
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

/// From now on whoever goes by this name is typing; a name that is new becomes known.
///
/// # Errors
/// `empty-name`, `name-too-long`, `not-allowed`.
pub async fn hand_over(desk: &Desk, name: &str) -> Result<TypingView, AppError> {
    let name = tidy_name(name)?;
    let known = members(desk).await?.into_iter().find(|member| member.label.to_lowercase() == name.to_lowercase());
    let person = match known.and_then(|member| member.key.parse().ok()) {
        Some(person) => person,
        None => introduce(desk, name).await?,
    };
    desk.hand_over(Some(person));
    typing(desk).await
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
