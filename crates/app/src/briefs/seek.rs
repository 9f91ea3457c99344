//! Evidence for a paragraph: what speaks to the brief's subject first, the most relevant of it on top. Likeness proposes; a
//! person cites.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::view::Sort;
use anteroom_model::view_brief::{ProposalView, ProposalsView, SeekEvidence};
use anteroom_store::{Contribution, Query};

use super::brief_of;
use super::opened::{Opened, Statement};
use super::paragraphs::statement_of;
use super::show::numbers;
use crate::contributions::Labels;
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::text;

/// As many as a person reads through, and the most that are handed out at once.
const PAGE: u32 = 30;
const LONGEST_PAGE: u32 = 200;

/// What a paragraph could cite. Where nothing is typed, its own words are what is looked for; where it has none, or nothing
/// reads like them, everything that speaks to the subject of the brief. What its speaker refused to share is found by words
/// that are typed, and never proposed.
///
/// # Errors
/// `unknown-brief`, `unknown-paragraph`.
pub async fn seek(desk: &Desk, input: &SeekEvidence) -> Result<ProposalsView, AppError> {
    let opened = Opened::read(desk, brief_of(desk, &input.brief).await?).await?;
    let statement = match input.paragraph.as_deref().and_then(|id| id.parse::<RecordId>().ok()) {
        Some(id) => Some(statement_of(&opened, id)?),
        None => None,
    };
    let limit = if input.limit == 0 { PAGE } else { input.limit.min(LONGEST_PAGE) };
    let cited: BTreeSet<RecordId> = statement.iter().flat_map(|one| one.citations.iter().copied()).collect();
    // What is cited already is not proposed; it may stand among the best.
    let wanted = limit + cited.len() as u32;

    let about = subject(&opened);
    let mut asked = asked(&input.words, statement);
    // Where nothing reads like the paragraph, what is on the subject is all there is to propose.
    if asked.any && desk.store().find(&asked, 0, 0).await?.total == cited_among(desk, &about, &asked, &cited).await? {
        asked.words.clear();
    }
    let mut total = 0;
    let mut proposed = Vec::<(Contribution, bool)>::new();
    if about.narrows() {
        let here = Query { words: asked.words.clone(), any: asked.any, shared: asked.shared, ..about.clone() };
        let found = desk.store().find(&here, 0, wanted).await?;
        total = found.total;
        proposed.extend(found.rows.into_iter().map(|row| (row, true)));
    }
    if !asked.words.is_empty() || !about.narrows() {
        // All that was found on the subject is among these too.
        let found = desk.store().find(&asked, 0, wanted).await?;
        total = found.total;
        let known: BTreeSet<_> = proposed.iter().map(|(row, _)| row.id).collect();
        proposed.extend(found.rows.into_iter().filter(|row| !known.contains(&row.id)).map(|row| (row, false)));
    }
    let cited_here = cited_among(desk, &about, &asked, &cited).await?;
    proposed.retain(|(row, _)| !cited.contains(&row.id));
    proposed.truncate(limit as usize);

    let rows: Vec<_> = proposed.iter().map(|(row, _)| row.clone()).collect();
    let labels = Labels::read(desk, &opened.structure, &rows).await?;
    let cited_by = cited_by(&opened);
    let view = |(row, on_subject): &(Contribution, bool)| ProposalView {
        row: labels.row(row),
        on_subject: *on_subject,
        cited_by: cited_by.get(&row.id).cloned().unwrap_or_default(),
    };
    Ok(ProposalsView {
        total: total.saturating_sub(cited_here),
        alike: asked.any && !asked.words.is_empty(),
        rows: proposed.iter().map(view).collect(),
    })
}

/// What was typed, or else the words of the paragraph: any of them will do.
fn asked(typed: &str, statement: Option<&Statement>) -> Query {
    let typed = typed.trim();
    if !typed.is_empty() {
        return Query { words: typed.to_owned(), sort: Sort::Relevance, ..Query::default() };
    }
    let words = statement.map(Statement::reads).unwrap_or_default();
    // Whoever looks for a word finds it wherever it is; nobody is led to what may not be shared.
    Query { words, any: true, shared: true, sort: Sort::Relevance, ..Query::default() }
}

/// What the brief is about: a roundtable's objectives, or the rounds of a session.
fn subject(opened: &Opened) -> Query {
    let about = text(&opened.brief, field::ABOUT);
    let mut query = Query { sort: Sort::Relevance, ..Query::default() };
    if let Some(node) = opened.structure.node_by_key(&about) {
        query.nodes = if node.members.is_empty() { vec![node.key.clone()] } else { node.members.clone() };
    } else if let Some(session) = opened.structure.session_by_key(&about) {
        query.segments = Some(opened.structure.segments_of(session).map(|segment| segment.record).collect());
    }
    query
}

/// How many of those that are cited here were counted with the others.
async fn cited_among(desk: &Desk, about: &Query, asked: &Query, cited: &BTreeSet<RecordId>) -> Result<u32, AppError> {
    if cited.is_empty() {
        return Ok(0);
    }
    let counted = if asked.words.is_empty() && about.narrows() { about.clone() } else { asked.clone() };
    let counted = Query { among: Some(cited.iter().copied().collect()), shared: asked.shared, ..counted };
    Ok(desk.store().find(&counted, 0, 0).await?.total)
}

/// The numbers of the paragraphs that cite a contribution.
fn cited_by(opened: &Opened) -> BTreeMap<RecordId, Vec<u32>> {
    let numbers = numbers(opened);
    let mut cited_by = BTreeMap::<RecordId, Vec<u32>>::new();
    for statement in &opened.statements {
        if let Some(number) = numbers.get(&statement.id) {
            for id in &statement.citations {
                cited_by.entry(*id).or_default().push(*number);
            }
        }
    }
    cited_by
}
