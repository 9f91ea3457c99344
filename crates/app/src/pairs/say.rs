//! Saying that two contributions are one, that they are two, or that they are two after all. Each is one action.

use std::collections::BTreeMap;

use anteroom_journal::decision::Roles;
use anteroom_journal::deed::Deed;
use anteroom_model::doubles::{Doubles, Pair, PairState};
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::{Fields, Value};
use anteroom_store::Edit;
use serde::{Deserialize, Serialize};

use crate::contributions::one;
use crate::desk::Desk;
use crate::error::AppError;

/// Two contributions by id or short reference, as a window names them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NameOfPair {
    pub one: String,
    pub other: String,
}

/// The same as `accept`, as a window asks.
///
/// # Errors
/// As `accept`.
pub async fn accept_pair(desk: &Desk, asked: &NameOfPair) -> Result<(), AppError> {
    accept(desk, &asked.one, &asked.other).await
}

/// The same as `refuse`, as a window asks.
///
/// # Errors
/// As `refuse`.
pub async fn refuse_pair(desk: &Desk, asked: &NameOfPair) -> Result<(), AppError> {
    refuse(desk, &asked.one, &asked.other).await
}

/// Two contributions are one: they count once from now on, and both wordings stay. Each by id or short reference.
///
/// # Errors
/// `unknown-contribution`; `pair-of-one`, of one contribution with itself; `pair-said-otherwise`, where one of them was said
/// to be another than something that the other is one with; `not-allowed` for who is neither rapporteur nor organiser.
pub async fn accept(desk: &Desk, asked: &str, other: &str) -> Result<(), AppError> {
    let (pair, doubles) = asked_for(desk, asked, other).await?;
    let [one, other] = pair.both();
    // What was said of these two themselves is what is said anew.
    if let Some(against) = against(&doubles, one, other, Some(pair)) {
        let [first, second] = against.both();
        let (first, second) = (reference(desk, first).await?, reference(desk, second).await?);
        return Err(AppError::new("pair-said-otherwise", &[("one", &first), ("other", &second)]));
    }
    says(desk, &[(pair, true)]).await
}

/// Two contributions are two, however alike they read: they are proposed no more. What was paired before is parted.
///
/// # Errors
/// As `accept`.
pub async fn refuse(desk: &Desk, asked: &str, other: &str) -> Result<(), AppError> {
    let (pair, doubles) = asked_for(desk, asked, other).await?;
    let [first, second] = pair.both();
    if doubles.are_one(first, second) {
        return part(desk, asked, other).await;
    }
    says(desk, &[(pair, false)]).await
}

/// Two contributions that were paired are two after all. Where more than two are one, it is `other` that leaves the rest.
///
/// # Errors
/// `pair-not-paired`, and as `accept`.
pub async fn part(desk: &Desk, asked: &str, other: &str) -> Result<(), AppError> {
    let (pair, doubles) = asked_for(desk, asked, other).await?;
    let leaves = one(desk, other).await?.id;
    let is_contested = doubles.state(pair) == PairState::Contested;
    if !doubles.are_one(pair.first(), pair.second()) && !is_contested {
        return Err(AppError::new("pair-not-paired", &[]));
    }
    if is_contested {
        return says(desk, &[(pair, false)]).await;
    }
    let rest = doubles.with(leaves);
    let mut said = Vec::new();
    for other in &rest {
        let Some(with) = Pair::of(leaves, *other) else { continue };
        if with == pair || doubles.state(with) == PairState::Accepted {
            said.push((with, false));
        }
    }
    // What hung together through it alone stays together.
    for next in rest.windows(2) {
        let linked = Pair::of(next[0], next[1]).filter(|link| doubles.state(*link) == PairState::Proposed);
        said.extend(linked.map(|link| (link, true)));
    }
    says(desk, &said).await
}

/// The pair that is asked for, by somebody who may say something of it.
async fn asked_for(desk: &Desk, asked: &str, other: &str) -> Result<(Pair, Doubles), AppError> {
    if !desk.store().own_roles().await?.has_any(Roles::ORGANISER.and(Roles::RAPPORTEUR)) {
        return Err(AppError::new("not-allowed", &[]));
    }
    let (one, other) = (one(desk, asked).await?.id, one(desk, other).await?.id);
    let pair = Pair::of(one, other).ok_or_else(|| AppError::new("pair-of-one", &[]))?;
    Ok((pair, desk.store().doubles().await?))
}

/// What was said that keeps these two, and all they are one with, from being one; but of one pair.
pub(super) fn against(doubles: &Doubles, one: RecordId, other: RecordId, but: Option<Pair>) -> Option<Pair> {
    let with = |id: RecordId| [vec![id], doubles.with(id)].concat();
    let (here, there) = (with(one), with(other));
    let pairs = here.iter().flat_map(|one| there.iter().filter_map(|other| Pair::of(*one, *other)));
    pairs.into_iter().find(|pair| Some(*pair) != but && doubles.state(*pair) == PairState::Refused)
}

/// Says of each pair whether it is one. What is said so already is not said again.
async fn says(desk: &Desk, pairs: &[(Pair, bool)]) -> Result<(), AppError> {
    let mut by_record: BTreeMap<RecordId, [Vec<Value>; 2]> = BTreeMap::new();
    for (pair, is_one) in pairs {
        by_record.entry(pair.first()).or_default()[usize::from(*is_one)].push(pair.second().into());
    }
    let edits = by_record.into_iter().map(|(record, [two, one])| {
        let fields = Fields::from([
            (field::DOUBLES, Value::set(one.clone(), two.clone())),
            (field::APART, Value::set(two, one)),
        ]);
        Edit::Set { record, fields }
    });
    desk.commit(Deed::CONSOLIDATE, edits.collect()).await?;
    Ok(())
}

async fn reference(desk: &Desk, id: RecordId) -> Result<String, AppError> {
    Ok(desk.store().contribution(id).await?.map(|row| row.reference).unwrap_or_default())
}
