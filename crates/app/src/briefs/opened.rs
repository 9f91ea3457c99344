//! A brief with everything that stands behind it, read once: what is shown of it, and what the release check reads.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anteroom_model::field;
use anteroom_model::ids::{Digest, RecordId};
use anteroom_model::release::{Audience, DraftBrief, DraftPiece, DraftSection, DraftStatement};
use anteroom_model::statement::{Piece, Quotation, StatementType, read_body};
use anteroom_model::value::Value;
use anteroom_store::{Contribution, Record};

use super::evidence::Register;
use super::export::{audience_of, note, words};
use super::quotes::{Former, GONE};
use super::{Section, belongs, sections};
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{Structure, is_put_away, number, text};

/// A brief as it stands.
pub(crate) struct Opened {
    pub(crate) structure: Arc<Structure>,
    pub(crate) brief: Record,
    /// BCP 47.
    pub(crate) language: String,
    pub(crate) sections: Vec<Section>,
    /// In the order of the document.
    pub(crate) statements: Vec<Statement>,
    /// Every contribution that is cited or quoted and is still there.
    pub(crate) evidence: BTreeMap<RecordId, Contribution>,
    pub(crate) register: Register,
}

/// A paragraph as it stands.
pub(crate) struct Statement {
    pub(crate) id: RecordId,
    /// The key of its section, behind that of its brief.
    pub(crate) parent: String,
    pub(crate) claims: StatementType,
    pub(crate) body: Vec<Piece>,
    /// The same, with the words of what is quoted.
    pub(crate) pieces: Vec<DraftPiece>,
    pub(crate) citations: Vec<RecordId>,
    pub(crate) order: i64,
    /// What it says, or what it claims to be, was changed on two sides.
    pub(crate) is_unsettled: bool,
    /// All that it says, as a person reads it, where that stands in conflict.
    pub(crate) standing: Vec<String>,
}

impl Opened {
    pub(crate) async fn read(desk: &Desk, brief: Record) -> Result<Self, AppError> {
        let structure = desk.structure().await?;
        let key = text(&brief, field::KEY);
        let sections = sections(desk, &key).await?;
        let mut records = desk.store().records(field::STATEMENT).await?;
        records.retain(|statement| belongs(statement, &key) && !is_put_away(statement));
        let place = |record: &Record| {
            let parent = text(record, field::PARENT);
            sections.iter().position(|section| section.parent() == parent)
        };
        records.retain(|record| place(record).is_some());
        records.sort_by_key(|record| (place(record), number(record, field::ORDER).unwrap_or(i64::MAX), record.id));
        let evidence = evidence_of(desk, &records).await?;
        let register = Register::read(desk, &structure, &evidence).await?;
        let mut quotes = Quotes { desk, evidence: &evidence, standing: BTreeMap::new() };
        let mut statements = Vec::new();
        for record in &records {
            statements.push(Statement::read(record, &mut quotes).await?);
        }
        let language = text(&brief, field::LANGUAGE);
        Ok(Self { structure, brief, language, sections, statements, evidence, register })
    }

    /// For whom it is written.
    pub(crate) fn audience(&self) -> Audience {
        audience_of(&text(&self.brief, field::AUDIENCE)).unwrap_or_default()
    }

    /// The paragraphs of a section, in order.
    pub(crate) fn of_section(&self, section: &Section) -> impl Iterator<Item = &Statement> {
        let parent = section.parent().to_owned();
        self.statements.iter().filter(move |statement| statement.parent == parent)
    }

    /// The paragraphs that have words, in order: that of number 1 first.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|statement| !statement.is_empty())
    }

    /// What the release check reads.
    pub(crate) fn draft(&self, audience: Audience) -> DraftBrief {
        let cited = |(id, contribution): (&RecordId, &Contribution)| {
            (*id, self.register.cited(&self.structure, &self.language, contribution))
        };
        let laid_out = self.sections.iter().map(|section| {
            let chapeau = section.chapeau.in_language(&self.language).0.to_owned();
            let statements = self.of_section(section).filter(|statement| !statement.is_empty());
            DraftSection {
                heading: section.heading.in_language(&self.language).0.to_owned(),
                chapeau: (!chapeau.is_empty()).then_some(chapeau),
                bold: section.bold,
                statements: statements.map(Statement::drafted).collect(),
            }
        });
        DraftBrief {
            title: text(&self.brief, field::TITLES),
            note: note(&self.structure, &self.language, audience),
            sections: laid_out.collect(),
            cited: self.evidence.iter().map(cited).collect(),
            names: self.register.names(&self.structure),
            words: words(&self.language),
            language: self.language.clone(),
        }
    }
}

impl Statement {
    async fn read(record: &Record, quotes: &mut Quotes<'_>) -> Result<Self, AppError> {
        let body = read_body(record.fields.get(&field::BODY));
        let citations = citations(record);
        let mut pieces = quotes.looked_up(&body).await?;
        for piece in &mut pieces {
            as_nobodys(piece, &citations);
        }
        Ok(Self {
            id: record.id,
            parent: text(record, field::PARENT),
            claims: StatementType::from_word(&text(record, field::STATEMENT_TYPE)).unwrap_or_default(),
            body,
            pieces,
            citations,
            order: number(record, field::ORDER).unwrap_or(i64::MAX),
            standing: if record.conflicts.contains(&field::BODY) {
                standing(quotes.desk, record).await?
            } else {
                Vec::new()
            },
            is_unsettled: [field::BODY, field::STATEMENT_TYPE].iter().any(|field| record.conflicts.contains(field)),
        })
    }

    /// Whether it has no words.
    pub(crate) fn is_empty(&self) -> bool {
        self.body.iter().all(|piece| matches!(piece, Piece::Text(text) if text.trim().is_empty()))
    }

    fn drafted(&self) -> DraftStatement {
        DraftStatement {
            statement_type: self.claims,
            pieces: self.pieces.clone(),
            citations: self.citations.clone(),
            is_unsettled: self.is_unsettled,
        }
    }

    /// As a person reads it; `…` stands for quoted words that are gone.
    pub(crate) fn reads(&self) -> String {
        self.pieces.iter().map(read_as).collect()
    }

    /// The contributions that it quotes.
    pub(crate) fn quoted(&self) -> impl Iterator<Item = RecordId> {
        self.body.iter().filter_map(|piece| match piece {
            Piece::Quote(quotation) => Some(quotation.contribution),
            Piece::Text(_) => None,
        })
    }

    /// What it quotes, as it is needed when it is written anew.
    pub(crate) fn former(&self) -> Vec<Former> {
        let pairs = self.body.iter().zip(&self.pieces);
        pairs
            .filter_map(|(piece, drafted)| match (piece, drafted) {
                (Piece::Quote(quotation), DraftPiece::Quote { words, .. }) => {
                    Some(Former { quotation: *quotation, words: words.clone() })
                }
                _ => None,
            })
            .collect()
    }
}

/// Words that are held by reference and whose speaker is not cited read like words that are nobody's: the release check stops
/// them.
fn as_nobodys(piece: &mut DraftPiece, citations: &[RecordId]) {
    if let DraftPiece::Quote { contribution, words: Some(words) } = piece
        && !citations.contains(contribution)
    {
        *piece = DraftPiece::Text(std::mem::take(words));
    }
}

/// The bodies of a paragraph that stand against each other, each once.
async fn standing(desk: &Desk, statement: &Record) -> Result<Vec<String>, AppError> {
    let conflicts = desk.store().conflicts_of(statement.id).await?;
    let mut bodies = Vec::new();
    for said in conflicts.iter().filter(|it| it.field == field::BODY).flat_map(|it| &it.values) {
        let body = read_body_aloud(desk, &said.value).await?;
        if !bodies.contains(&body) {
            bodies.push(body);
        }
    }
    Ok(bodies)
}

/// A piece as a person reads it.
pub(crate) fn read_as(piece: &DraftPiece) -> &str {
    match piece {
        DraftPiece::Text(text) => text,
        DraftPiece::Quote { words, .. } => words.as_deref().unwrap_or(GONE),
    }
}

/// A body that stands in no brief, as one of several that stand against each other: its pieces, and the same with the words
/// of what is quoted.
pub(crate) async fn read_alone(desk: &Desk, body: &Value) -> Result<Vec<(Piece, DraftPiece)>, AppError> {
    let body = read_body(Some(body));
    let mut evidence = BTreeMap::new();
    for piece in &body {
        if let Piece::Quote(quotation) = piece
            && let Some(contribution) = desk.store().contribution(quotation.contribution).await?
        {
            evidence.insert(contribution.id, contribution);
        }
    }
    let mut quotes = Quotes { desk, evidence: &evidence, standing: BTreeMap::new() };
    let pieces = quotes.looked_up(&body).await?;
    Ok(body.into_iter().zip(pieces).collect())
}

/// The same, as a person reads it.
pub(crate) async fn read_body_aloud(desk: &Desk, body: &Value) -> Result<String, AppError> {
    let pieces = read_alone(desk, body).await?;
    Ok(pieces.iter().map(|(_, drafted)| read_as(drafted)).collect())
}

/// Every contribution that a statement cites or quotes and that is still there.
async fn evidence_of(desk: &Desk, statements: &[Record]) -> Result<BTreeMap<RecordId, Contribution>, AppError> {
    let quoted = |statement: &Record| {
        let body = read_body(statement.fields.get(&field::BODY)).into_iter();
        body.filter_map(|piece| if let Piece::Quote(quotation) = piece { Some(quotation.contribution) } else { None })
    };
    let named: BTreeSet<_> = statements.iter().flat_map(|one| citations(one).into_iter().chain(quoted(one))).collect();
    let mut found = BTreeMap::new();
    for id in named {
        found.extend(desk.store().contribution(id).await?.map(|contribution| (id, contribution)));
    }
    Ok(found)
}

pub(crate) fn citations(statement: &Record) -> Vec<RecordId> {
    let cited = statement.fields.get(&field::CITATIONS).and_then(Value::list).unwrap_or_default();
    cited.iter().filter_map(Value::record).collect()
}

/// Looks up what is quoted; each source once.
struct Quotes<'a> {
    desk: &'a Desk,
    evidence: &'a BTreeMap<RecordId, Contribution>,
    standing: BTreeMap<(RecordId, Digest), bool>,
}

impl Quotes<'_> {
    /// A body with the words of what it quotes.
    async fn looked_up(&mut self, body: &[Piece]) -> Result<Vec<DraftPiece>, AppError> {
        let mut pieces = Vec::with_capacity(body.len());
        for piece in body {
            pieces.push(match piece {
                Piece::Text(text) => DraftPiece::Text(text.clone()),
                Piece::Quote(quotation) => {
                    DraftPiece::Quote { contribution: quotation.contribution, words: self.words_of(*quotation).await? }
                }
            });
        }
        Ok(pieces)
    }

    /// The quoted words, where they still stand as they were quoted.
    async fn words_of(&mut self, quotation: Quotation) -> Result<Option<String>, AppError> {
        let Some(contribution) = self.evidence.get(&quotation.contribution) else { return Ok(None) };
        let asked = (contribution.id, quotation.revision);
        let stands = if let Some(known) = self.standing.get(&asked) {
            *known
        } else {
            let read = self.desk.store().still_stands(contribution.id, field::TEXT, &quotation.revision).await?;
            self.standing.insert(asked, read);
            read
        };
        Ok(stands.then(|| quotation.words(&contribution.text).map(str::to_owned)).flatten())
    }
}
