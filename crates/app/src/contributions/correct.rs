//! Putting one contribution right: its words and how they were taken down, who said them, where; and saying it in other
//! languages.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::permission::{Consent, Ranked, Wording};
use anteroom_model::value::{Fields, Value};
use anteroom_model::view::{ContributionRow, TranslationView};
use anteroom_store::{Edit, Translation, made};
use serde::{Deserialize, Serialize};

use super::{language_tag, one, place, row, tidy};
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{is_put_away, text, tidy_name};

/// What is to be put right; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Correction {
    pub text: Option<String>,
    pub language: Option<String>,
    pub kind: Option<String>,
    pub groups: Option<Vec<String>>,
    /// How it was taken down.
    pub wording: Option<Wording>,
    pub segment: Option<String>,
    /// To which question of its round it was said, counted from 1; 0: none. Without it a move leaves it to none.
    pub question: Option<u32>,
    /// The name that the speaker goes by; made if nobody goes by it yet. Empty: nobody knows who said it.
    pub speaker: Option<String>,
}

/// A contribution, and what is to be put right in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CorrectOne {
    pub id: String,
    pub correction: Correction,
}

/// As `correct`, as a window asks.
///
/// # Errors
/// As `correct`.
pub async fn correct_one(desk: &Desk, asked: &CorrectOne) -> Result<ContributionRow, AppError> {
    correct(desk, &asked.id, asked.correction.clone()).await
}

/// Corrects the words of one contribution, how they were taken down, their language, its kind, its groups, its speaker,
/// its round or its question, in one action.
///
/// # Errors
/// As `record`.
pub async fn correct(desk: &Desk, asked: &str, correction: Correction) -> Result<ContributionRow, AppError> {
    let structure = desk.structure().await?;
    let contribution = one(desk, asked).await?;
    let mut fields = Fields::new();
    let mut edits = Vec::new();
    if let Some(text) = &correction.text {
        fields.insert(field::TEXT, tidy(text)?.into());
    }
    if let Some(language) = &correction.language {
        fields.insert(field::LANGUAGE, language_tag(language)?.into());
    }
    if let Some(kind) = &correction.kind {
        fields.insert(field::KIND_KEY, structure.kind(kind)?.key.as_str().into());
    }
    if let Some(groups) = &correction.groups {
        let keys =
            groups.iter().map(|group| Ok(structure.group(group)?.key.clone())).collect::<Result<Vec<_>, AppError>>()?;
        let gone = contribution.groups.iter().filter(|group| !keys.contains(group)).cloned().map(Value::from);
        fields.insert(field::GROUPS, Value::set(keys.iter().cloned().map(Value::from), gone.collect::<Vec<_>>()));
    }
    if let Some(wording) = correction.wording {
        fields.insert(field::WORDING, Value::Int(wording.rank()));
    }
    fields.extend(place(&structure, &contribution, correction.segment.as_deref(), correction.question)?);
    if let Some(speaker) = &correction.speaker {
        fields.insert(field::SPEAKER_OF, speaker_called(desk, speaker, &mut edits).await?);
    }
    if !fields.is_empty() {
        edits.push(Edit::Set { record: contribution.id, fields });
        desk.commit(Deed::EDIT, edits).await?;
    }
    row(desk, asked).await
}

/// Who goes by this name; made in the same action where nobody does.
pub(crate) async fn speaker_called(desk: &Desk, name: &str, edits: &mut Vec<Edit>) -> Result<Value, AppError> {
    if name.trim().is_empty() {
        return Ok(Value::Null);
    }
    let name = &*tidy_name(name)?;
    let speakers = desk.store().records(field::SPEAKER).await?;
    let known = speakers.iter().find(|speaker| !is_put_away(speaker) && text(speaker, field::NAME) == name);
    if let Some(known) = known {
        return Ok(known.id.into());
    }
    let fields = Fields::from([(field::NAME, name.into())]);
    edits.push(Edit::Create { kind: field::SPEAKER, fields, mark: None });
    Ok(made(0))
}

/// A contribution in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Translate {
    pub id: String,
    pub language: String,
    /// Empty: no longer.
    pub text: String,
    pub reviewed: bool,
}

/// Keeps what a person translated, in the place of what there was in that language. What may not be shared is not
/// translated: a translation is made to be read by others.
///
/// # Errors
/// `unknown-contribution`, `unknown-language`, `not-to-be-shared`, `text-too-long`.
pub async fn translate(desk: &Desk, asked: &Translate) -> Result<(), AppError> {
    let contribution = one(desk, &asked.id).await?;
    let language = language_tag(&asked.language)?;
    if !asked.text.trim().is_empty() && contribution.permissions.share.consent == Consent::Refused {
        return Err(AppError::new("not-to-be-shared", &[]));
    }
    let status = if asked.reviewed { REVIEWED } else { DRAFT };
    let new = if asked.text.trim().is_empty() {
        None
    } else {
        Some(Value::List(vec![language.as_str().into(), tidy(&asked.text)?.into(), status.into()]))
    };
    let there = desk.store().value_of(contribution.id, field::TRANSLATIONS).await?;
    let there = there.as_ref().and_then(Value::list).unwrap_or_default();
    let gone = there.iter().filter(|it| Some(*it) != new.as_ref() && is_in(it, &language)).cloned();
    let change = Value::set(new.clone(), gone.collect::<Vec<_>>());
    if change.elements().next().is_some() {
        let fields = Fields::from([(field::TRANSLATIONS, change)]);
        desk.commit(Deed::EDIT, vec![Edit::Set { record: contribution.id, fields }]).await?;
    }
    Ok(())
}

const DRAFT: &str = "draft";
const REVIEWED: &str = "reviewed";

fn is_in(translation: &Value, language: &str) -> bool {
    translation.list().and_then(<[Value]>::first).and_then(Value::text) == Some(language)
}

/// A translation as a person reads it.
pub(super) fn translated(it: &Translation) -> TranslationView {
    TranslationView { language: it.language.clone(), text: it.text.clone(), reviewed: it.status == REVIEWED }
}
