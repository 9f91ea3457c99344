//! One action on many contributions: those that a person picked out, or all that a question finds but a few.

use std::collections::BTreeSet;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Basis, Consent, Permission, Ranked as _};
use anteroom_model::reference::looks_like_one;
use anteroom_model::value::{Fields, Value};
use anteroom_model::view::FindContributions;
use anteroom_store::{Edit, Query};
use serde::{Deserialize, Serialize};

use super::{known_state, one, query, question};
use crate::consultations::Steps;
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::Structure;

/// The most contributions that one action changes: more would not fit into one entry of the journal.
const MOST: u32 = 500_000;

/// Which contributions an action is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Selected {
    /// All that fit this question. `null`: only those that are listed.
    pub all_of: Option<FindContributions>,
    /// By id or short reference: those that are meant; beside a question those that are not.
    pub ids: Vec<String>,
}

/// An answer to one question of consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewAnswer {
    /// `share`, `quote`, `name-organisation` or `name-person`.
    pub question: String,
    pub consent: Consent,
    /// What it rests on. Whatever loosens an answer names this.
    pub basis: Option<Basis>,
}

/// What is to become of them; what is not said stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Becomes {
    pub tag: Vec<String>,
    pub untag: Vec<String>,
    pub add_groups: Vec<String>,
    pub remove_groups: Vec<String>,
    /// An empty text takes the kind away.
    pub kind: Option<String>,
    pub state: Option<String>,
    pub answer: Option<NewAnswer>,
}

/// One action on many contributions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChangeMany {
    pub selected: Selected,
    pub becomes: Becomes,
}

/// What became of those that were selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Changed {
    pub selected: u32,
    /// The others were so already.
    pub changed: u32,
}

/// Changes many contributions in one action, so that one undo takes it back, and says how many of them read differently now.
///
/// # Errors
/// `unknown-…` with the nearest names, `basis-needed`, `too-many`, `cancelled`; nothing is changed then.
pub async fn change(desk: &Desk, asked: &ChangeMany, steps: &Steps) -> Result<Changed, AppError> {
    let structure = desk.structure().await?;
    let (deed, fields) = asked.becomes.read(&structure)?;
    let ids = selected(desk, &asked.selected, &structure).await?;
    if let Some(answer) = &asked.becomes.answer {
        needs_no_basis(desk, answer, &ids).await?;
    }
    let selected = ids.len() as u32;
    if selected == 0 || fields.is_empty() {
        return Ok(Changed { selected, changed: 0 });
    }
    let edits = ids.into_iter().map(|record| Edit::Set { record, fields: fields.clone() }).collect();
    let changed = desk.commit_with(deed, edits, steps).await?.changed;
    Ok(Changed { selected, changed })
}

/// How many ids one answer carries.
const A_STRETCH: u32 = 5_000;

/// The ids of a stretch of a list, so that what lies between two rows can be picked out; at most 5,000 of them.
///
/// # Errors
/// `unknown-…` where a filter names what is not there.
pub async fn stretch(desk: &Desk, asked: &FindContributions) -> Result<Vec<String>, AppError> {
    let query = query(desk, asked, &*desk.structure().await?).await?;
    let ids = desk.store().ids(&query, asked.offset, asked.limit.min(A_STRETCH)).await?;
    Ok(ids.iter().map(RecordId::to_string).collect())
}

/// Each once.
async fn selected(desk: &Desk, selected: &Selected, structure: &Structure) -> Result<Vec<RecordId>, AppError> {
    let Some(question) = &selected.all_of else {
        let mut named = BTreeSet::new();
        for asked in &selected.ids {
            named.insert(one(desk, asked).await?.id);
        }
        return Ok(named.into_iter().collect());
    };
    let mut but = BTreeSet::new();
    for asked in &selected.ids {
        let id = if looks_like_one(asked) { Some(one(desk, asked).await?.id) } else { asked.parse().ok() };
        but.extend(id);
    }
    let mut ids = desk.store().ids(&query(desk, question, structure).await?, 0, MOST + 1).await?;
    if ids.len() > MOST as usize {
        return Err(AppError::new("too-many", &[("most", &MOST.to_string())]));
    }
    ids.retain(|id| !but.contains(id));
    Ok(ids)
}

impl Becomes {
    /// What each contribution is set to, and what that is called.
    fn read(&self, structure: &Structure) -> Result<(Deed, Fields), AppError> {
        let nodes = |asked: &[String]| keys(asked, |node| Ok(structure.node(node)?.key.as_str().into()));
        let groups = |asked: &[String]| keys(asked, |group| Ok(structure.group(group)?.key.as_str().into()));
        let mut fields = Fields::new();
        if !self.tag.is_empty() || !self.untag.is_empty() {
            fields.insert(field::TAGS, Value::set(nodes(&self.tag)?, nodes(&self.untag)?));
        }
        let is_tagging = !fields.is_empty();
        if !self.add_groups.is_empty() || !self.remove_groups.is_empty() {
            fields.insert(field::GROUPS, Value::set(groups(&self.add_groups)?, groups(&self.remove_groups)?));
        }
        if let Some(kind) = &self.kind {
            let key = if kind.is_empty() { "" } else { structure.kind(kind)?.key.as_str() };
            fields.insert(field::KIND_KEY, key.into());
        }
        if let Some(state) = &self.state {
            fields.insert(field::STATE, known_state(state.clone())?.into());
        }
        if let Some(NewAnswer { question: asked, consent, basis }) = &self.answer {
            let unknown = || AppError::new("unknown-permission", &[("name", asked)]);
            let (field, _) = question(&format!("{asked}:given")).ok_or_else(unknown)?;
            fields.insert(field, Permission { consent: *consent, basis: *basis }.to_value());
        }
        let deed = match (&self.answer, is_tagging && fields.len() == 1) {
            (Some(_), _) => Deed::PERMISSION,
            (None, true) => Deed::TAG,
            (None, false) => Deed::EDIT,
        };
        Ok((deed, fields))
    }
}

fn keys(asked: &[String], key: impl Fn(&str) -> Result<Value, AppError>) -> Result<Vec<Value>, AppError> {
    asked.iter().map(|name| key(name)).collect()
}

/// Whoever loosens an answer says what that rests on.
async fn needs_no_basis(desk: &Desk, answer: &NewAnswer, ids: &[RecordId]) -> Result<(), AppError> {
    if answer.basis.is_some() || answer.consent == Consent::Refused {
        return Ok(());
    }
    let unfounded = || AppError::new("basis-needed", &[]);
    if answer.consent == Consent::Given {
        return Err(unfounded());
    }
    let (field, _) = question(&format!("{}:given", answer.question)).ok_or_else(unfounded)?;
    let tighter: Vec<Consent> =
        Consent::ALL.iter().copied().filter(|consent| consent.rank() > answer.consent.rank()).collect();
    for consent in tighter {
        let held =
            desk.store().ids(&Query { permission: Some((field, consent)), ..Query::default() }, 0, u32::MAX).await?;
        let held: BTreeSet<RecordId> = held.into_iter().collect();
        if ids.iter().any(|id| held.contains(id)) {
            return Err(unfounded());
        }
    }
    Ok(())
}
