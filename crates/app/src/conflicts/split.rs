//! Parting a contribution that was worded anew on two sides: each wording becomes a contribution of its own.

use std::collections::BTreeSet;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Edit, Whole};
use serde::{Deserialize, Serialize};

use super::settle::{conflict_of, said};
use crate::attachments;
use crate::desk::Desk;
use crate::error::AppError;

/// A contribution to part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Split {
    pub record: String,
    /// The revision whose wording the contribution keeps; the latest where it is not said.
    pub take: Option<String>,
}

/// What belongs to the one contribution and to no copy of it.
const OWN: &[field::Field] =
    &[field::REFERENCE, field::KEY, field::ORDER, field::TRANSLATIONS, field::TABLE_ROW, field::DOUBLES, field::APART];

/// Settles a conflict of wordings by letting each stand: one is kept, each other becomes a contribution of its own, with the
/// groups, tags, permissions, speaker, round, rule and attached files of the first. Each has the translations that were made of
/// it; those of which nobody can say whose they are, all of them have. One action, which one undo takes back. Says the short
/// references of the new ones.
///
/// # Errors
/// As `settle`.
pub async fn split(desk: &Desk, asked: &Split) -> Result<Vec<String>, AppError> {
    let conflict = conflict_of(desk, &asked.record, "text").await?;
    if conflict.kind != field::CONTRIBUTION {
        return Err(AppError::new("take-only", &[]));
    }
    let kept = match &asked.take {
        Some(revision) => said(&conflict, revision)?.value.clone(),
        None => conflict.values.first().map_or(Value::Null, |said| said.value.clone()),
    };
    let others: BTreeSet<&Value> = conflict.values.iter().map(|said| &said.value).filter(|it| **it != kept).collect();
    let mut like = desk.store().fields_of(conflict.record).await?;
    like.retain(|field, value| !OWN.contains(field) && *value != Value::Null);
    let first = desk.store().contribution(conflict.record).await?;
    // Whoever looks for it finds it where it was said, not where it was parted.
    if let Some(first) = &first {
        like.entry(field::SAID_AT).or_insert(Value::Int(first.recorded_at));
    }
    let translated = desk.store().said_of(conflict.record, field::TRANSLATIONS, field::TEXT).await?;
    let says = |text: &Value, of: &[Value]| of.is_empty() || of.contains(text);
    let copy = |text: &Value| {
        let mut fields = like.clone();
        fields.insert(field::TEXT, text.clone());
        let own = translated.iter().filter(|(_, of)| says(text, of)).map(|(translation, _)| translation.clone());
        let own: Vec<Value> = own.collect();
        if !own.is_empty() {
            fields.insert(field::TRANSLATIONS, Value::set(own, []));
        }
        Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }
    };
    let mut edits: Vec<Edit> = others.into_iter().map(copy).collect();
    for at in 0..edits.len() as u32 {
        if let Some(first) = &first {
            edits.extend(attachments::once_more(desk, first, Whole::Made(at)).await?);
        }
    }
    let gone = translated.iter().filter(|(_, of)| !says(&kept, of)).map(|(translation, _)| translation.clone());
    let gone = Value::set([], gone.collect::<Vec<_>>());
    let fields = Fields::from([(field::TEXT, kept), (field::TRANSLATIONS, gone)]);
    edits.push(Edit::Set { record: conflict.record, fields });
    let created = desk.commit(Deed::SETTLE, edits).await?.created;
    let mut references = Vec::with_capacity(created.len());
    for id in created {
        references.extend(desk.store().contribution(id).await?.map(|contribution| contribution.reference));
    }
    Ok(references)
}
