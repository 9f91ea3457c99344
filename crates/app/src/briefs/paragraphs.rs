//! What a rapporteur does with the paragraphs of a brief: begins, rewrites, moves, cites. Each is one action.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::release::DraftPiece;
use anteroom_model::statement::{Piece, body_to_value};
use anteroom_model::value::{Fields, Value};
use anteroom_model::view_brief::{BeginParagraph, CiteEvidence, MoveParagraph, RetypeParagraph, RewriteParagraph};
use anteroom_store::{Edit, Query, Record};

use super::opened::{Opened, Statement, read_alone};
use super::quotes::{self, Former, Source};
use super::{Section, brief_of, source_of};
use crate::contributions::{one, tidy};
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{is_put_away, text};

/// So far apart stand paragraphs that were put in order anew: there is room between them.
const APART: i64 = 1024;

/// Begins a paragraph without words and says its id. It is of the usual type of its section.
///
/// # Errors
/// `unknown-brief`, `unknown-section`, `unknown-paragraph`.
pub async fn begin(desk: &Desk, input: &BeginParagraph) -> Result<String, AppError> {
    let opened = Opened::read(desk, brief_of(desk, &input.brief).await?).await?;
    let section = section_of(&opened, &input.section)?;
    let here: Vec<&Statement> = opened.of_section(section).collect();
    let place = match &input.after {
        Some(after) => 1 + place_of(&here, after)?,
        None => here.len(),
    };
    let (order, mut edits) = room_at(&here, place);
    let fields = Fields::from([
        (field::PARENT, section.parent().into()),
        (field::STATEMENT_TYPE, section.types().first().copied().unwrap_or_default().word().into()),
        (field::BODY, body_to_value(&[])),
        (field::ORDER, Value::Int(order)),
    ]);
    edits.insert(0, Edit::Create { kind: field::STATEMENT, fields, mark: None });
    let committed = desk.commit(Deed::BRIEF, edits).await?;
    committed.created.first().map(ToString::to_string).ok_or_else(|| AppError::new("not-allowed", &[]))
}

/// Writes a paragraph anew, and says the short references of what it quoted before and whose words now stand there without
/// marks. Whatever is typed is kept: what is quoted wrongly is stopped by the release check, not here.
///
/// # Errors
/// `unknown-paragraph`, `text-too-long`.
pub async fn rewrite(desk: &Desk, input: &RewriteParagraph) -> Result<Vec<String>, AppError> {
    let (opened, id) = around(desk, &input.paragraph).await?;
    let statement = statement_of(&opened, id)?;
    let text = if input.text.trim().is_empty() { String::new() } else { tidy(&input.text)? };
    let mut sources = sources(desk, &opened, statement).await?;
    sources.extend(not_cited(desk, &text, &sources).await?);
    let body = quotes::rewritten(&text, &sources, statement.former());
    if body != statement.body {
        set(desk, id, Fields::from([(field::BODY, body_to_value(&body))])).await?;
    }
    Ok(bare(&opened, &statement.former(), &body))
}

/// What somebody typed in the place of several bodies of a paragraph that stand against each other. What any of them quotes
/// stays quoted.
pub(crate) async fn written_over(
    desk: &Desk,
    record: RecordId,
    typed: &str,
    bodies: &[&Value],
) -> Result<Vec<Piece>, AppError> {
    let (opened, id) = around(desk, &record.to_string()).await?;
    let text = if typed.trim().is_empty() { String::new() } else { tidy(typed)? };
    let mut sources = sources(desk, &opened, statement_of(&opened, id)?).await?;
    let mut former = Vec::new();
    for body in bodies {
        for (piece, drafted) in read_alone(desk, body).await? {
            let (Piece::Quote(quotation), DraftPiece::Quote { words, .. }) = (piece, drafted) else { continue };
            let is_new = sources.iter().all(|source: &Source| source.contribution != quotation.contribution);
            if is_new && let Some(quoted) = desk.store().contribution(quotation.contribution).await? {
                sources.extend(source_of(desk, &quoted).await?);
            }
            former.push(Former { quotation, words });
        }
    }
    Ok(quotes::rewritten(&text, &sources, former))
}

/// The references of quotations that are none any more although their words still stand in the text.
fn bare(opened: &Opened, former: &[Former], body: &[Piece]) -> Vec<String> {
    let stands = |quotation| body.contains(&Piece::Quote(quotation));
    let plain = |words: &String| body.iter().any(|piece| matches!(piece, Piece::Text(text) if text.contains(words)));
    let lost = former.iter().filter(|one| !stands(one.quotation) && one.words.as_ref().is_some_and(plain));
    lost.filter_map(|one| opened.evidence.get(&one.quotation.contribution))
        .map(|contribution| contribution.reference.clone())
        .collect()
}

/// Says what a paragraph is.
///
/// # Errors
/// `unknown-paragraph`.
pub async fn retype(desk: &Desk, input: &RetypeParagraph) -> Result<(), AppError> {
    let id = record_of(desk, &input.paragraph).await?.id;
    set(desk, id, Fields::from([(field::STATEMENT_TYPE, input.statement_type.word().into())])).await
}

/// Moves a paragraph before another one, or to the end of a section.
///
/// # Errors
/// `unknown-paragraph`, `unknown-section`.
pub async fn relocate(desk: &Desk, input: &MoveParagraph) -> Result<(), AppError> {
    let (opened, id) = around(desk, &input.paragraph).await?;
    let section = section_of(&opened, &input.section)?;
    let here: Vec<&Statement> = opened.of_section(section).filter(|statement| statement.id != id).collect();
    let place = match &input.before {
        Some(before) => place_of(&here, before)?,
        None => here.len(),
    };
    let (order, mut edits) = room_at(&here, place);
    let fields = Fields::from([(field::PARENT, section.parent().into()), (field::ORDER, Value::Int(order))]);
    edits.push(Edit::Set { record: id, fields });
    desk.commit(Deed::BRIEF, edits).await?;
    Ok(())
}

/// Puts a paragraph away: it is not shown any more. An undo brings it back.
///
/// # Errors
/// `unknown-paragraph`.
pub async fn put_away(desk: &Desk, asked: &str) -> Result<(), AppError> {
    let id = record_of(desk, asked).await?.id;
    set(desk, id, Fields::from([(field::PUT_AWAY, true.into())])).await
}

/// Cites a contribution. Words in quotation marks that stand in it become references to it.
///
/// # Errors
/// `unknown-paragraph`, `unknown-contribution`.
pub async fn cite(desk: &Desk, input: &CiteEvidence) -> Result<(), AppError> {
    let contribution = one(desk, &input.contribution).await?;
    let (opened, id) = around(desk, &input.paragraph).await?;
    let statement = statement_of(&opened, id)?;
    let mut fields = Fields::from([(field::CITATIONS, Value::set([contribution.id.into()], []))]);
    // Of several that say the same, what is cited comes first.
    let mut sources_here: Vec<Source> = source_of(desk, &contribution).await?.into_iter().collect();
    sources_here.extend(sources(desk, &opened, statement).await?);
    let body = quotes::rewritten(&statement.reads(), &sources_here, statement.former());
    // Who cites something has not settled which wording of the paragraph holds.
    if body != statement.body && !statement.is_unsettled {
        fields.insert(field::BODY, body_to_value(&body));
    }
    set(desk, id, fields).await
}

/// Cites a contribution no longer.
///
/// # Errors
/// `unknown-paragraph`; `still-quoted`, where the paragraph quotes it.
pub async fn uncite(desk: &Desk, input: &CiteEvidence) -> Result<(), AppError> {
    let (opened, id) = around(desk, &input.paragraph).await?;
    let statement = statement_of(&opened, id)?;
    // What was erased has no reference any more, but its id.
    let cited = match input.contribution.parse::<RecordId>() {
        Ok(id) => id,
        Err(_) => one(desk, &input.contribution).await?.id,
    };
    if statement.quoted().any(|quoted| quoted == cited) {
        let reference = opened.evidence.get(&cited).map(|contribution| contribution.reference.clone());
        return Err(AppError::new("still-quoted", &[("name", reference.as_deref().unwrap_or("…"))]));
    }
    set(desk, id, Fields::from([(field::CITATIONS, Value::set([], [cited.into()]))])).await
}

pub(crate) async fn set(desk: &Desk, record: RecordId, fields: Fields) -> Result<(), AppError> {
    desk.commit(Deed::BRIEF, vec![Edit::Set { record, fields }]).await?;
    Ok(())
}

/// The words that a paragraph may quote: those of what it cites or quotes.
pub(crate) async fn sources(desk: &Desk, opened: &Opened, statement: &Statement) -> Result<Vec<Source>, AppError> {
    let mut sources = Vec::new();
    for id in statement.citations.iter().copied().chain(statement.quoted()) {
        if !sources.iter().any(|source: &Source| source.contribution == id)
            && let Some(contribution) = opened.evidence.get(&id)
        {
            sources.extend(source_of(desk, contribution).await?);
        }
    }
    Ok(sources)
}

/// What somebody said whose words stand in quotation marks, and who is cited nowhere in the paragraph: perhaps not yet. Until
/// then they read like words that are nobody's; but they are held by reference too, so that no version that is kept has them.
async fn not_cited(desk: &Desk, text: &str, cited: &[Source]) -> Result<Vec<Source>, AppError> {
    let mut found: Vec<Source> = Vec::new();
    for words in quotes::perhaps_said(text, cited) {
        let query = Query { words: format!("\"{}", words.replace('"', " ")), ..Query::default() };
        let said = desk.store().find(&query, 0, AS_MANY).await?;
        // What several have said in few words is a saying.
        if said.total > 1 && !quotes::is_long(words) {
            continue;
        }
        for row in &said.rows {
            found.extend(source_of(desk, row).await?);
        }
    }
    Ok(found)
}

/// So many may have said the same words.
const AS_MANY: u32 = 3;

/// The brief that a paragraph stands in, read whole, and the paragraph's id.
pub(crate) async fn around(desk: &Desk, asked: &str) -> Result<(Opened, RecordId), AppError> {
    let record = record_of(desk, asked).await?;
    let parent = text(&record, field::PARENT);
    let key = parent.split_once('/').map_or(parent.as_str(), |(key, _)| key);
    let briefs = desk.store().records(field::BRIEF).await?;
    let brief = briefs.into_iter().find(|brief| text(brief, field::KEY) == key && !is_put_away(brief));
    let brief = brief.ok_or_else(|| unknown_paragraph(asked))?;
    Ok((Opened::read(desk, brief).await?, record.id))
}

async fn record_of(desk: &Desk, asked: &str) -> Result<Record, AppError> {
    let id = asked.parse::<RecordId>().map_err(|_| unknown_paragraph(asked))?;
    let record = desk.store().record(id).await?;
    record
        .filter(|record| record.kind == field::STATEMENT && !is_put_away(record))
        .ok_or_else(|| unknown_paragraph(asked))
}

pub(crate) fn statement_of(opened: &Opened, id: RecordId) -> Result<&Statement, AppError> {
    opened.statements.iter().find(|one| one.id == id).ok_or_else(|| unknown_paragraph(&id.to_string()))
}

fn unknown_paragraph(asked: &str) -> AppError {
    AppError::new("unknown-paragraph", &[("name", asked)])
}

fn section_of<'a>(opened: &'a Opened, key: &str) -> Result<&'a Section, AppError> {
    let known = || opened.sections.iter().map(|section| section.key.as_str()).collect::<Vec<_>>().join(", ");
    let found = opened.sections.iter().find(|section| section.key == key);
    found.ok_or_else(|| AppError::new("unknown-section", &[("name", key), ("known", &known())]))
}

fn place_of(here: &[&Statement], asked: &str) -> Result<usize, AppError> {
    here.iter().position(|one| one.id.to_string() == asked).ok_or_else(|| unknown_paragraph(asked))
}

/// The order of what is to stand at `place`, and what has to make room for it.
fn room_at(here: &[&Statement], place: usize) -> (i64, Vec<Edit>) {
    let before = place.checked_sub(1).and_then(|place| here.get(place)).map(|one| one.order);
    let behind = here.get(place).map(|one| one.order);
    match (before, behind) {
        (None, None) => (0, Vec::new()),
        (Some(before), None) if before < i64::MAX - APART => (before + APART, Vec::new()),
        (None, Some(behind)) if behind > i64::MIN + APART && behind < i64::MAX => (behind - APART, Vec::new()),
        (Some(before), Some(behind)) if behind.saturating_sub(before) >= 2 && behind < i64::MAX => {
            (before + (behind - before) / 2, Vec::new())
        }
        _ => {
            let moved = here.iter().enumerate().map(|(at, one)| {
                let at = if at < place { at } else { at + 1 };
                Edit::Set { record: one.id, fields: Fields::from([(field::ORDER, Value::Int(at as i64 * APART))]) }
            });
            (place as i64 * APART, moved.collect())
        }
    }
}
