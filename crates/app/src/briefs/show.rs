//! A brief as a person sees it: sections with their words counted, paragraphs with their numbers and what they rest on.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::quoted::{is_term, next_quoted};
use anteroom_model::release::{DraftPiece, check};
use anteroom_model::statement::StatementType;
use anteroom_model::view::Labelled;
use anteroom_model::view_brief::{
    BriefCard, BriefChoices, BriefView, EvidenceView, ParagraphView, QuotationView, SectionView, SpanView, TemplateView,
};
use anteroom_store::Contribution;

use super::opened::{Opened, Statement, read_as};
use super::template::{self, Template};
use super::{Section, brief_of};
use crate::contributions::Labels;
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{Structure, is_put_away, text};

/// A brief, opened. `asked` is its id or its title.
///
/// # Errors
/// `unknown-brief`.
pub async fn show(desk: &Desk, asked: &str) -> Result<BriefView, AppError> {
    let opened = Opened::read(desk, brief_of(desk, asked).await?).await?;
    let cited: Vec<Contribution> = opened.evidence.values().cloned().collect();
    let labels = Labels::read(desk, &opened.structure, &cited).await?;
    let sheet = Sheet { numbers: numbers(&opened), opened: &opened, labels: &labels };
    let sections: Vec<_> = opened.sections.iter().map(|section| sheet.section(section)).collect();
    let audience = opened.audience();
    let stops = check(&opened.draft(audience), audience).err().map_or(0, |refusals| refusals.len() as u32);
    let quotations = || sections.iter().flat_map(|section| &section.paragraphs).flat_map(|one| &one.quotations);
    Ok(BriefView {
        id: opened.brief.id.to_string(),
        title: text(&opened.brief, field::TITLES),
        language: opened.language.clone(),
        template: template_name(&opened.structure, &text(&opened.brief, field::TEMPLATE)),
        about: about(&opened.structure, &text(&opened.brief, field::ABOUT)),
        audience,
        words: opened.words(),
        budget: opened.budget(),
        stops,
        quotations: quotations().count() as u32,
        quotations_standing: quotations().filter(|quotation| quotation.stands).count() as u32,
        sections,
    })
}

/// Every brief, by title, with its words counted.
///
/// # Errors
/// What the store refuses.
pub async fn list_cards(desk: &Desk) -> Result<Vec<BriefCard>, AppError> {
    let mut cards = Vec::new();
    for brief in desk.store().records(field::BRIEF).await?.into_iter().filter(|brief| !is_put_away(brief)) {
        let opened = Opened::read(desk, brief).await?;
        cards.push(BriefCard {
            id: opened.brief.id.to_string(),
            title: text(&opened.brief, field::TITLES),
            language: opened.language.clone(),
            template: template_name(&opened.structure, &text(&opened.brief, field::TEMPLATE)),
            paragraphs: opened.numbered().count() as u32,
            words: opened.words(),
            budget: opened.budget(),
            gone: opened.numbered().filter(|statement| is_gone(&opened, statement)).count() as u32,
        });
    }
    cards.sort_by(|one, other| (&one.title, &one.id).cmp(&(&other.title, &other.id)));
    Ok(cards)
}

/// Whether a paragraph cites or quotes something that is no longer there.
fn is_gone(opened: &Opened, statement: &Statement) -> bool {
    statement.citations.iter().copied().chain(statement.quoted()).any(|id| !opened.evidence.contains_key(&id))
}

/// What a new brief can be.
///
/// # Errors
/// What the store refuses.
pub async fn choices(desk: &Desk) -> Result<BriefChoices, AppError> {
    let structure = desk.structure().await?;
    let templates = Template::all();
    let languages: BTreeSet<_> = templates.iter().flat_map(|template| template.name.keys().cloned()).collect();
    let is_grouping = |level: &String| structure.level(level).is_some_and(|level| level.groups.is_some());
    let roundtables = structure.nodes.iter().filter(|node| is_grouping(&node.level));
    Ok(BriefChoices {
        templates: templates
            .iter()
            .map(|template| TemplateView {
                key: template.key.clone(),
                name: structure.label(&template::words(&template.name)),
                sections: template.sections.len() as u32,
                budget: template.sections.iter().filter_map(|section| section.budget).sum::<i64>() as u32,
            })
            .collect(),
        roundtables: roundtables
            .map(|node| Labelled { key: node.key.clone(), label: about(&structure, &node.key) })
            .collect(),
        sessions: structure
            .sessions
            .iter()
            .map(|session| Labelled { key: session.key.clone(), label: structure.label(&session.name) })
            .collect(),
        languages: languages.into_iter().collect(),
    })
}

fn template_name(structure: &Structure, key: &str) -> String {
    let known = Template::all().into_iter().find(|template| template.key == key);
    known.map_or_else(|| key.to_owned(), |template| structure.label(&template::words(&template.name)))
}

/// What a brief is about, in words: a formal grouping by what the framework calls it and its mark, or a session.
fn about(structure: &Structure, key: &str) -> String {
    if let Some(node) = structure.node_by_key(key) {
        let called = structure.spoken_of(node, &structure.language);
        return format!("{called}: {}", structure.label(&node.title));
    }
    structure.session_by_key(key).map(|session| structure.label(&session.name)).unwrap_or_default()
}

/// The number of each paragraph that has words.
pub(crate) fn numbers(opened: &Opened) -> BTreeMap<RecordId, u32> {
    (1..).zip(opened.numbered()).map(|(number, statement)| (statement.id, number)).collect()
}

struct Sheet<'a> {
    opened: &'a Opened,
    labels: &'a Labels<'a>,
    numbers: BTreeMap<RecordId, u32>,
}

impl Sheet<'_> {
    fn section(&self, section: &Section) -> SectionView {
        let language = &self.opened.language;
        SectionView {
            key: section.key.clone(),
            heading: section.heading.in_language(language).0.to_owned(),
            chapeau: section.chapeau.in_language(language).0.to_owned(),
            bold: section.bold,
            types: section.types(),
            budget: section.budget,
            words: self.opened.words_of(section),
            paragraphs: self.opened.of_section(section).map(|statement| self.paragraph(statement)).collect(),
        }
    }

    fn paragraph(&self, statement: &Statement) -> ParagraphView {
        let behind = statement.citations.iter().filter_map(|id| self.opened.evidence.get(id));
        let organisations: BTreeSet<_> =
            behind.clone().map(|contribution| self.opened.register.voice(contribution)).collect();
        let groups: BTreeSet<_> = behind.clone().flat_map(|contribution| &contribution.groups).collect();
        ParagraphView {
            id: statement.id.to_string(),
            number: self.numbers.get(&statement.id).copied(),
            statement_type: statement.claims,
            text: statement.reads(),
            quotations: quotations(self.opened, statement),
            unknown: unknown(statement),
            words: statement.words(),
            standing: statement.standing.clone(),
            unsettled: statement.is_unsettled,
            evidence: evidence(self.opened, self.labels, statement),
            organisations: organisations.len() as u32,
            groups: groups.len() as u32,
            gone: statement.citations.iter().filter(|id| !self.opened.evidence.contains_key(id)).count() as u32,
            lacks_evidence: statement.claims == StatementType::Finding && !statement.is_empty() && behind.count() == 0,
        }
    }
}

/// What a paragraph cites, in the order of the references.
pub(crate) fn evidence(opened: &Opened, labels: &Labels<'_>, statement: &Statement) -> Vec<EvidenceView> {
    let quoted: BTreeSet<_> = statement.quoted().collect();
    let ids: BTreeSet<_> = statement.citations.iter().copied().chain(quoted.iter().copied()).collect();
    let mut cited: Vec<_> = ids
        .into_iter()
        .map(|id| EvidenceView {
            id: id.to_string(),
            row: opened.evidence.get(&id).map(|contribution| labels.row(contribution)),
            quoted: quoted.contains(&id),
        })
        .collect();
    cited.sort_by_key(|one| one.row.as_ref().map(|row| row.reference.clone()));
    cited
}

fn utf16(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

fn quotations(opened: &Opened, statement: &Statement) -> Vec<QuotationView> {
    let mut found = Vec::new();
    let mut from = 0;
    for piece in &statement.pieces {
        let to = from + utf16(read_as(piece));
        if let DraftPiece::Quote { contribution, words } = piece {
            let source = opened.evidence.get(contribution);
            found.push(QuotationView {
                from,
                to,
                contribution: contribution.to_string(),
                reference: source.map(|source| source.reference.clone()).unwrap_or_default(),
                stands: words.is_some(),
            });
        }
        from = to;
    }
    found
}

/// Words in quotation marks that are no reference.
fn unknown(statement: &Statement) -> Vec<SpanView> {
    let text = statement.reads();
    let mut known = Vec::new();
    let mut at = 0;
    for piece in &statement.pieces {
        let to = at + read_as(piece).len();
        if matches!(piece, DraftPiece::Quote { .. }) {
            known.push((at, to));
        }
        at = to;
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(quoted) = next_quoted(&text, at) {
        at = quoted.to;
        let is_known = known.contains(&(quoted.from, quoted.to));
        if quoted.closed && !is_known && !is_term(&text[quoted.from..quoted.to]) {
            found.push(SpanView { from: utf16(&text[..quoted.from]), to: utf16(&text[..quoted.to]) });
        }
    }
    found
}
