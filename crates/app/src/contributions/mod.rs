//! What is done with contributions: recorded, found, opened, tagged, judged, erased.

mod correct;
mod half;
mod labels;
mod many;
mod new;
mod place;

use std::collections::BTreeSet;

use anteroom_journal::deed::Deed;
use anteroom_model::field::{self, Field};
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Basis, Consent};
use anteroom_model::reference::looks_like_one;
use anteroom_model::view::{ContributionRow, ContributionView, FindContributions, FoundView};
use anteroom_store::{Contribution, Edit, Query, Without};

use crate::attachments;
use crate::capture;
use crate::consultations::Steps;
use crate::desk::Desk;
use crate::error::AppError;
use crate::exchange::Names;
use crate::speakers;
use crate::structure::Structure;

pub(crate) use correct::speaker_called;
pub use correct::{CorrectOne, Correction, Translate, correct, correct_one, translate};
pub use half::{AskHalf, Half, half, keep_half, let_go_half};
pub(crate) use labels::{Labels, is_whole_day};
pub use many::{Becomes, ChangeMany, Changed, NewAnswer, Selected, change, stretch};
pub use new::{LONGEST, RecordContribution, STATES};
pub(crate) use new::{NewContribution, known_state, language_tag, set_permissions, tidy};
pub(crate) use place::place;

/// Records what was just said, in the round that is named.
///
/// The text is kept as given, in Unicode NFC. The commit is durable before this returns.
///
/// # Errors
/// `empty-text`, `text-too-long`, `unknown-…` with the nearest names, `not-allowed`, or what the store refuses.
pub async fn record(desk: &Desk, request: RecordContribution) -> Result<ContributionRow, AppError> {
    let structure = desk.structure().await?;
    let NewContribution(fields) = NewContribution::read(request, &structure)?;
    let id = desk.create(Deed::RECORD, field::CONTRIBUTION, fields).await?;
    row(desk, &id.to_string()).await
}

/// One contribution as a line of a list.
pub(crate) async fn row(desk: &Desk, asked: &str) -> Result<ContributionRow, AppError> {
    let structure = desk.structure().await?;
    let contribution = one(desk, asked).await?;
    Ok(Labels::read(desk, &structure, std::slice::from_ref(&contribution)).await?.row(&contribution))
}

/// A page of the contributions that fit, in the order asked for.
///
/// # Errors
/// `unknown-…` where a filter names what is not there.
pub async fn find(desk: &Desk, asked: &FindContributions) -> Result<FoundView, AppError> {
    let structure = desk.structure().await?;
    let query = query(desk, asked, &structure).await?;
    let found = desk.store().find(&query, asked.offset, asked.limit).await?;
    let labels = Labels::read(desk, &structure, &found.rows).await?;
    Ok(FoundView {
        total: found.total,
        doubles: found.doubles,
        rows: found.rows.iter().map(|row| labels.row(row)).collect(),
    })
}

/// A window asks as a person scrolls; a longer answer would be a way to take everything at once.
const LONGEST_PAGE: u32 = 200;

/// The same, at most 200 of them.
///
/// # Errors
/// As `find`.
pub async fn page(desk: &Desk, asked: &FindContributions) -> Result<FoundView, AppError> {
    find(desk, &FindContributions { limit: asked.limit.min(LONGEST_PAGE), ..asked.clone() }).await
}

/// Asks for what has none.
const NONE: &str = "-";

async fn query(desk: &Desk, asked: &FindContributions, structure: &Structure) -> Result<Query, AppError> {
    let some = |text: &Option<String>| text.clone().filter(|text| !text.is_empty() && text != NONE);
    let none = |text: &Option<String>| text.as_deref() == Some(NONE);
    let mut query = Query { words: asked.words.clone(), sort: asked.sort, ..Query::default() };
    query.without = Without {
        segment: none(&asked.session) || none(&asked.segment),
        group: none(&asked.group),
        node: none(&asked.node),
        kind: none(&asked.kind),
    };
    // A short reference is read from a paper or said aloud, and typed where one looks for anything.
    let words = asked.words.trim();
    if looks_like_one(words)
        && let Some(meant) = desk.store().contribution_by_reference(&words.to_uppercase()).await?
    {
        query.words.clear();
        query.among = Some(vec![meant.id]);
    }
    if let Some(session) = some(&asked.session) {
        let session = structure.session(&session)?;
        let segments: Vec<_> = structure.segments_of(session).map(|segment| segment.record).collect();
        // A session without rounds has no contributions; no filter would show them all.
        query.segments = Some(segments);
    }
    if let Some(segment) = some(&asked.segment) {
        query.segments = Some(vec![structure.segment(&segment)?.record]);
    }
    query.groups = some(&asked.group)
        .map(|group| Ok::<_, AppError>(structure.group(&group)?.key.clone()))
        .transpose()?
        .into_iter()
        .collect();
    if let Some(node) = some(&asked.node) {
        query.nodes = nodes_below(structure, &node)?;
    }
    query.kinds = some(&asked.kind)
        .map(|kind| Ok::<_, AppError>(structure.kind(&kind)?.key.clone()))
        .transpose()?
        .into_iter()
        .collect();
    query.languages = some(&asked.language).map(|language| language_tag(&language)).transpose()?.into_iter().collect();
    query.states = asked.state.clone().into_iter().map(known_state).collect::<Result<_, _>>()?;
    if let Some(permission) = some(&asked.permission) {
        query.permission =
            Some(question(&permission).ok_or_else(|| AppError::new("unknown-permission", &[("name", &permission)]))?);
    }
    query.files = asked.files;
    query.conflicts = asked.conflicts;
    if let Some(speaker) = some(&asked.speaker) {
        query.speaker = Some(speakers::named(desk, &speaker).await?);
    }
    Ok(query)
}

/// A node, or the members of a grouping: whoever asks for a roundtable asks for its objectives.
fn nodes_below(structure: &Structure, asked: &str) -> Result<Vec<String>, AppError> {
    let node = structure.node(asked)?;
    Ok(if node.members.is_empty() { vec![node.key.clone()] } else { node.members.clone() })
}

/// `quote:refused` as a field and an answer.
fn question(asked: &str) -> Option<(Field, Consent)> {
    let (question, answer) = asked.split_once(':')?;
    let field = match question {
        "share" => field::SHARE,
        "quote" => field::QUOTE,
        "name-organisation" => field::NAME_ORGANISATION,
        "name-person" => field::NAME_PERSON,
        _ => return None,
    };
    let consent = match answer {
        "given" => Consent::Given,
        "refused" => Consent::Refused,
        "not-asked" => Consent::NotAsked,
        _ => return None,
    };
    Some((field, consent))
}

/// One contribution with its history. `asked` is an id or a short reference.
///
/// # Errors
/// `unknown-contribution`, `erased-contribution`.
pub async fn show(desk: &Desk, asked: &str) -> Result<ContributionView, AppError> {
    let structure = desk.structure().await?;
    let contribution = one(desk, asked).await?;
    let labels = Labels::read(desk, &structure, std::slice::from_ref(&contribution)).await?;
    let history = desk.store().history(contribution.id).await?;
    let names = Names::read(desk).await?;
    let attachments = attachments::of(desk, &contribution, &names).await?;
    let halves = half::halves(desk, &contribution).await?;
    Ok(ContributionView { halves, ..labels.view(&contribution, &history, &names, attachments) })
}

/// The contribution of this id or short reference.
pub(crate) async fn one(desk: &Desk, asked: &str) -> Result<Contribution, AppError> {
    let asked = asked.trim();
    let unknown = || AppError::new("unknown-contribution", &[("name", asked)]);
    let found = if looks_like_one(asked) {
        desk.store().contribution_by_reference(&asked.to_uppercase()).await?
    } else {
        let id: RecordId = asked.parse().map_err(|_| unknown())?;
        desk.store().contribution(id).await?
    };
    found.ok_or_else(unknown)
}

/// Adds tags to a contribution.
///
/// # Errors
/// `unknown-contribution`, `unknown-node` with the nearest names.
pub async fn tag(desk: &Desk, asked: &str, nodes: &[String]) -> Result<ContributionRow, AppError> {
    tag_many(desk, &[asked.to_owned()], nodes, &[]).await?;
    row(desk, asked).await
}

/// Takes tags off a contribution.
///
/// # Errors
/// `unknown-contribution`, `unknown-node` with the nearest names.
pub async fn untag(desk: &Desk, asked: &str, nodes: &[String]) -> Result<ContributionRow, AppError> {
    tag_many(desk, &[asked.to_owned()], &[], nodes).await?;
    row(desk, asked).await
}

/// Adds and takes off tags of many contributions in one action, so that one undo takes it back.
///
/// # Errors
/// As `tag`; nothing is changed then.
pub async fn tag_many(desk: &Desk, asked: &[String], add: &[String], remove: &[String]) -> Result<u32, AppError> {
    change_listed(desk, asked, Becomes { tag: add.to_owned(), untag: remove.to_owned(), ..Becomes::default() }).await
}

/// Says in which state many contributions are, in one action.
///
/// # Errors
/// `unknown-state`, `unknown-contribution`.
pub async fn set_state(desk: &Desk, asked: &[String], state: &str) -> Result<u32, AppError> {
    change_listed(desk, asked, Becomes { state: Some(state.to_owned()), ..Becomes::default() }).await
}

/// Says what many speakers answered to one question of consent (`quote:given`), in one action.
///
/// # Errors
/// `unknown-permission`, `unknown-contribution`.
pub async fn set_permission(desk: &Desk, asked: &[String], permission: &str, basis: Basis) -> Result<u32, AppError> {
    let (_, consent) =
        question(permission).ok_or_else(|| AppError::new("unknown-permission", &[("name", permission)]))?;
    let question = permission.split(':').next().unwrap_or_default().to_owned();
    let answer = Some(NewAnswer { question, consent, basis: Some(basis) });
    change_listed(desk, asked, Becomes { answer, ..Becomes::default() }).await
}

async fn change_listed(desk: &Desk, asked: &[String], becomes: Becomes) -> Result<u32, AppError> {
    let selected = Selected { all_of: None, ids: asked.to_owned() };
    Ok(change(desk, &ChangeMany { selected, becomes }, &Steps::silent()).await?.changed)
}

/// Erases contributions for good: their words leave the journal, the lists, the search and what quoted them.
///
/// This cannot be undone; a shell says so beforehand.
///
/// # Errors
/// `unknown-contribution`.
pub async fn erase(desk: &Desk, asked: &[String]) -> Result<u32, AppError> {
    let mut ids = BTreeSet::new();
    for asked in asked {
        ids.insert(one(desk, asked).await?.id);
    }
    let count = ids.len() as u32;
    erase_all(desk, ids).await?;
    Ok(count)
}

/// Erases contributions, and persons, with what their words were recorded as before and taken back.
pub(crate) async fn erase_all(desk: &Desk, mut ids: BTreeSet<RecordId>) -> Result<(), AppError> {
    if ids.is_empty() {
        return Ok(());
    }
    let once = capture::goes_with(desk, &ids).await?;
    ids.extend(once);
    desk.commit(Deed::ERASE, ids.into_iter().map(Edit::Erase).collect()).await?;
    Ok(())
}
