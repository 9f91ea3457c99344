//! Speakers: pseudonymous, with their groups and perhaps an organisation. Names and contacts are kept apart.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, made};

use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{Structure, is_put_away, text, tidy_name, unknown};

/// The speaker of this id, or who goes by this name.
///
/// # Errors
/// `unknown-speaker`, with the nearest names.
pub(crate) async fn named(desk: &Desk, asked: &str) -> Result<RecordId, AppError> {
    if let Ok(id) = asked.parse() {
        return Ok(id);
    }
    let speakers = desk.store().records(field::SPEAKER).await?;
    let shown = speakers.iter().filter(|speaker| !is_put_away(speaker));
    let names: Vec<_> = shown.map(|speaker| (speaker.id, text(speaker, field::NAME))).collect();
    let called = names.iter().find(|(_, name)| name == asked.trim());
    called
        .map(|(id, _)| *id)
        .ok_or_else(|| unknown("unknown-speaker", asked, names.iter().map(|(_, name)| name.as_str())))
}

/// The speaker who goes by `name`, of `organisation` if one is said; made if nobody goes by it yet.
///
/// # Errors
/// `empty-name`, `unknown-group`.
pub async fn known_as(
    desk: &Desk,
    name: &str,
    organisation: Option<&str>,
    groups: &[String],
) -> Result<RecordId, AppError> {
    let name = &*tidy_name(name)?;
    let structure = desk.structure().await?;
    let organisation = organisation.filter(|name| !name.trim().is_empty()).map(tidy_name).transpose()?;
    let known = organisation.as_deref().and_then(|asked| {
        structure.organisations.iter().find(|(_, known)| known.name.to_lowercase() == asked.to_lowercase())
    });
    for speaker in desk.store().records(field::SPEAKER).await? {
        let theirs = speaker.fields.get(&field::ORGANISATION_OF).and_then(Value::record);
        let same_organisation = organisation.is_none() || theirs == known.map(|(id, _)| *id);
        if text(&speaker, field::NAME) == name && same_organisation && !is_put_away(&speaker) {
            return Ok(speaker.id);
        }
    }
    let groups = groups
        .iter()
        .map(|group| Ok(structure.group(group)?.key.as_str().into()))
        .collect::<Result<Vec<Value>, AppError>>()?;
    let mut edits = Vec::new();
    let mut speaker = Fields::from([(field::NAME, name.into())]);
    if !groups.is_empty() {
        speaker.insert(field::GROUPS, Value::set(groups.clone(), []));
    }
    match (known, organisation) {
        (Some((id, _)), _) => {
            speaker.insert(field::ORGANISATION_OF, (*id).into());
        }
        (None, Some(organisation)) => {
            let fields = Fields::from([(field::NAME, organisation.into()), (field::GROUPS, Value::set(groups, []))]);
            edits.push(Edit::Create { kind: field::ORGANISATION, fields, mark: None });
            speaker.insert(field::ORGANISATION_OF, made(0));
        }
        (None, None) => {}
    }
    edits.push(Edit::Create { kind: field::SPEAKER, fields: speaker, mark: None });
    let committed = desk.commit(Deed::STRUCTURE, edits).await?;
    committed.created.last().copied().ok_or_else(|| AppError::new("not-allowed", &[]))
}

/// The organisation of this name: the one that is known, or one that `edits` make; `None` where no name is said.
pub(crate) fn organisation(
    structure: &Structure,
    name: &str,
    groups: &[String],
    edits: &mut Vec<Edit>,
) -> Option<Value> {
    let name = &*tidy_name(name).ok()?;
    let asked = name.to_lowercase();
    let known = structure.organisations.iter().find(|(_, known)| known.name.to_lowercase() == asked);
    if let Some((id, _)) = known {
        return Some((*id).into());
    }
    let mut fields = Fields::from([(field::NAME, name.into())]);
    if !groups.is_empty() {
        fields.insert(field::GROUPS, Value::set(groups.iter().cloned().map(Value::from), []));
    }
    edits.push(Edit::Create { kind: field::ORGANISATION, fields, mark: None });
    Some(made(edits.len() as u32 - 1))
}
