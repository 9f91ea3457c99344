//! Briefs: laid out by a template, written paragraph by paragraph, released to an audience.

mod budget;
mod evidence;
mod export;
mod opened;
mod paragraphs;
mod quotes;
mod release;
mod repair;
mod resting;
mod seek;
mod show;
mod template;
mod who;

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::release::AUDIENCES;
use anteroom_model::statement::{StatementType, body_to_value};
use anteroom_model::value::{Fields, Value};
use anteroom_model::view_brief::ChangeBrief;
use anteroom_model::words::Words;
use anteroom_store::{Edit, Record};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::contributions::{language_tag, one};
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{is_put_away, number, text, tidy_name, unknown};

pub(crate) use evidence::source_of;
pub use export::{ExportedBrief, export, may_leave};
pub(crate) use opened::read_body_aloud;
pub(crate) use paragraphs::written_over;
pub use paragraphs::{begin, cite, put_away, relocate, retype, rewrite, uncite};
pub use release::release;
pub use repair::repair;
pub use resting::Resting;
pub(crate) use resting::resting_on;
pub use seek::seek;
pub use show::{choices, list_cards, show};
pub use who::who_said;

/// A new brief: for a formal roundtable or a session of the consultation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewBrief {
    /// `roundtable-brief` or `stakeholder-summary`.
    pub template: String,
    /// A formal roundtable, by its number or id.
    pub roundtable: Option<String>,
    /// Or a session, by its name or id.
    pub session: Option<String>,
    /// The title; that of what it is about where it is empty.
    pub title: String,
    /// BCP 47; English where it is empty.
    pub language: String,
}

/// A paragraph to write.
#[derive(Clone, Debug, Default)]
pub struct NewStatement {
    pub text: String,
    /// The key or heading of a section; the first that takes this type where it is empty.
    pub section: Option<String>,
    /// A finding where it cites something, a remark where it does not.
    pub statement_type: Option<StatementType>,
    /// Contributions by id or short reference.
    pub cite: Vec<String>,
}

/// A brief in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BriefRow {
    pub id: String,
    pub title: String,
    pub language: String,
    pub template: String,
    pub paragraphs: u32,
}

/// A section as it was laid out.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) key: String,
    pub(crate) heading: Words,
    pub(crate) chapeau: Words,
    pub(crate) bold: bool,
    /// In words.
    pub(crate) budget: Option<u32>,
    types: Vec<String>,
    parent: String,
}

/// The same as `new`, as a window asks for it.
///
/// # Errors
/// As `new`.
pub async fn lay_out(desk: &Desk, input: &NewBrief) -> Result<String, AppError> {
    new(desk, input.clone()).await
}

/// Lays out a brief and says its id.
///
/// # Errors
/// `unknown-template`, `unknown-grouping`, `unknown-session`, `unknown-language`.
pub async fn new(desk: &Desk, request: NewBrief) -> Result<String, AppError> {
    let structure = desk.structure().await?;
    let template = template::Template::shipped(&request.template)?;
    let language = language_tag(if request.language.is_empty() { "en" } else { &request.language })?;
    let (about, name) = match (&request.roundtable, &request.session) {
        (Some(roundtable), _) => {
            let node = structure.grouping(roundtable)?;
            (
                node.key.clone(),
                format!("{}. {}", structure.spoken_of(node, &language), node.title.in_language(&language).0),
            )
        }
        (None, Some(session)) => {
            let session = structure.session(session)?;
            (session.key.clone(), session.name.in_language(&language).0.to_owned())
        }
        (None, None) => (String::new(), template::words(&template.name).in_language(&language).0.to_owned()),
    };
    let title = if request.title.trim().is_empty() { name } else { tidy_name(&request.title)? };
    let mut secret = [0_u8; 32];
    getrandom::fill(&mut secret).map_err(|_| AppError::new("no-randomness", &[]))?;
    // Sections name their brief by this key: both are made in one commit, before either has an id.
    let key = format!("brief:{}", Uuid::from_bytes(first_16(&secret_half(&secret))).simple());
    let brief = Fields::from([
        (field::KEY, key.as_str().into()),
        (field::TITLES, title.into()),
        (field::LANGUAGE, language.as_str().into()),
        (field::TEMPLATE, template.key.as_str().into()),
        (field::ABOUT, about.into()),
        (field::SECRET, Value::Bytes(secret.to_vec())),
    ]);
    let mut edits = vec![Edit::Create { kind: field::BRIEF, fields: brief, mark: None }];
    for (at, section) in template.sections.iter().enumerate() {
        let mut fields = Fields::from([
            (field::KEY, section.key.as_str().into()),
            (field::PARENT, key.as_str().into()),
            (field::NAME, template::words(&section.heading).to_value()),
            (field::STATEMENT_TYPE, section.types.join(" ").into()),
            (field::PRESENT, section.bold.into()),
            (field::ORDER, Value::Int(at as i64)),
        ]);
        if let Some(budget) = section.budget {
            fields.insert(field::BUDGET, Value::Int(budget));
        }
        if let Some(chapeau) = &section.chapeau {
            fields.insert(field::CHAPEAU, template::words(chapeau).to_value());
        }
        edits.push(Edit::Create { kind: field::SECTION, fields, mark: None });
    }
    let committed = desk.commit(Deed::BRIEF, edits).await?;
    committed.created.first().map(ToString::to_string).ok_or_else(|| AppError::new("not-allowed", &[]))
}

/// A key must not show the secret: another hash of it, not a part.
fn secret_half(secret: &[u8; 32]) -> [u8; 32] {
    use sha2::{Digest as _, Sha256};
    Sha256::new().chain_update(b"anteroom/1/brief-key").chain_update(secret).finalize().into()
}

fn first_16(bytes: &[u8; 32]) -> [u8; 16] {
    std::array::from_fn(|at| bytes[at])
}

/// Says what a brief is called and for whom it is; what is not said stays.
///
/// # Errors
/// `unknown-brief`, `empty-name`, `name-too-long`.
pub async fn change(desk: &Desk, input: &ChangeBrief) -> Result<(), AppError> {
    let brief = brief_of(desk, &input.brief).await?;
    let mut fields = Fields::new();
    if let Some(title) = &input.title {
        fields.insert(field::TITLES, tidy_name(title)?.into());
    }
    if let Some(audience) = input.audience {
        let word = AUDIENCES.iter().find(|(known, _)| *known == audience).map_or("", |(_, word)| word);
        fields.insert(field::AUDIENCE, word.into());
    }
    desk.commit(Deed::BRIEF, vec![Edit::Set { record: brief.id, fields }]).await?;
    Ok(())
}

/// Puts a brief away: it is not shown any more. An undo brings it back.
///
/// # Errors
/// `unknown-brief`.
pub async fn put_brief_away(desk: &Desk, brief: &str) -> Result<(), AppError> {
    let brief = brief_of(desk, brief).await?;
    let fields = Fields::from([(field::PUT_AWAY, true.into())]);
    desk.commit(Deed::BRIEF, vec![Edit::Set { record: brief.id, fields }]).await?;
    Ok(())
}

/// Every brief of the consultation.
///
/// # Errors
/// What the store refuses.
pub async fn list(desk: &Desk) -> Result<Vec<BriefRow>, AppError> {
    let statements = desk.store().records(field::STATEMENT).await?;
    let mut rows = Vec::new();
    for brief in desk.store().records(field::BRIEF).await?.iter().filter(|brief| !is_put_away(brief)) {
        let key = text(brief, field::KEY);
        let paragraphs =
            statements.iter().filter(|statement| belongs(statement, &key) && !is_put_away(statement)).count();
        rows.push(BriefRow {
            id: brief.id.to_string(),
            title: text(brief, field::TITLES),
            language: text(brief, field::LANGUAGE),
            template: text(brief, field::TEMPLATE),
            paragraphs: paragraphs as u32,
        });
    }
    rows.sort_by(|one, other| one.title.cmp(&other.title));
    Ok(rows)
}

/// Writes a paragraph into a brief and says its id. Words in quotation marks become references to what is cited.
///
/// # Errors
/// `unknown-brief`, `unknown-section`, `unknown-contribution`, `empty-text`, `quotation-not-found`, `nothing-cited`.
pub async fn write(desk: &Desk, brief: &str, request: NewStatement) -> Result<String, AppError> {
    let brief = brief_of(desk, brief).await?;
    let key = text(&brief, field::KEY);
    let text = crate::contributions::tidy(&request.text)?;
    let mut sources = Vec::new();
    let mut cited = Vec::<RecordId>::new();
    for asked in &request.cite {
        let contribution = one(desk, asked).await?;
        cited.push(contribution.id);
        sources.extend(source_of(desk, &contribution).await?);
    }
    let body = quotes::body(&text, &sources)?;
    let statement_type =
        request.statement_type.unwrap_or(if cited.is_empty() { StatementType::Remark } else { StatementType::Finding });
    let sections = sections(desk, &key).await?;
    let section = section_for(&sections, request.section.as_deref(), statement_type)?;
    let after = desk.store().records(field::STATEMENT).await?;
    let last = after
        .iter()
        .filter(|statement| belongs(statement, &key))
        .filter_map(|statement| number(statement, field::ORDER))
        .max();
    let mut fields = Fields::from([
        // The section by its key, behind that of its brief.
        (field::PARENT, format!("{key}/{}", section.key).into()),
        (field::STATEMENT_TYPE, statement_type.word().into()),
        (field::BODY, body_to_value(&body)),
        (field::ORDER, Value::Int(last.unwrap_or(-1) + 1)),
    ]);
    if !cited.is_empty() {
        fields.insert(field::CITATIONS, Value::set(cited.into_iter().map(Value::from), []));
    }
    Ok(desk.create(Deed::BRIEF, field::STATEMENT, fields).await?.to_string())
}

/// The brief of this id, or of the first signs of it.
pub(crate) async fn brief_of(desk: &Desk, asked: &str) -> Result<Record, AppError> {
    let asked = asked.trim();
    let briefs = desk.store().records(field::BRIEF).await?;
    let fits = |brief: &&Record| brief.id.to_string() == asked || text(brief, field::TITLES) == asked;
    briefs.iter().filter(|brief| !is_put_away(brief)).find(fits).cloned().ok_or_else(|| {
        let shown = briefs.iter().filter(|brief| !is_put_away(brief));
        let titles: Vec<_> = shown.map(|brief| text(brief, field::TITLES)).collect();
        unknown("unknown-brief", asked, titles.iter().map(String::as_str))
    })
}

/// The sections of a brief, in order.
pub(crate) async fn sections(desk: &Desk, key: &str) -> Result<Vec<Section>, AppError> {
    let mut records = desk.store().records(field::SECTION).await?;
    records.retain(|record| text(record, field::PARENT) == key && !is_put_away(record));
    records.sort_by_key(|record| (number(record, field::ORDER).unwrap_or(i64::MAX), record.id));
    let read = |record: &Record| Section {
        key: text(record, field::KEY),
        heading: Words::read(record.fields.get(&field::NAME)),
        chapeau: Words::read(record.fields.get(&field::CHAPEAU)),
        bold: record.fields.get(&field::PRESENT).and_then(Value::bool).unwrap_or(false),
        budget: number(record, field::BUDGET).and_then(|budget| u32::try_from(budget).ok()),
        types: text(record, field::STATEMENT_TYPE).split(' ').map(str::to_owned).collect(),
        parent: format!("{key}/{}", text(record, field::KEY)),
    };
    Ok(records.iter().map(read).collect())
}

impl Section {
    /// What its statements name as their parent.
    pub(crate) fn parent(&self) -> &str {
        &self.parent
    }

    /// What its paragraphs may be, the usual one first.
    pub(crate) fn types(&self) -> Vec<StatementType> {
        self.types.iter().filter_map(|word| StatementType::from_word(word)).collect()
    }
}

fn section_for<'a>(
    sections: &'a [Section],
    asked: Option<&str>,
    statement_type: StatementType,
) -> Result<&'a Section, AppError> {
    let known = || sections.iter().map(|section| section.key.as_str()).collect::<Vec<_>>().join(", ");
    let unknown = |asked: &str| AppError::new("unknown-section", &[("name", asked), ("known", &known())]);
    let Some(asked) = asked.map(str::trim).filter(|asked| !asked.is_empty()) else {
        let takes = |section: &&Section| section.types.iter().any(|known| known == statement_type.word());
        return sections.iter().find(takes).or_else(|| sections.first()).ok_or_else(|| unknown(""));
    };
    let by_place = asked.parse::<usize>().ok().and_then(|place| sections.get(place.wrapping_sub(1)));
    let called = |section: &&Section| {
        section.key.eq_ignore_ascii_case(asked)
            || section.heading.0.iter().any(|word| word.text.to_lowercase() == asked.to_lowercase())
    };
    sections.iter().find(called).or(by_place).ok_or_else(|| unknown(asked))
}

pub(crate) fn belongs(statement: &Record, brief: &str) -> bool {
    text(statement, field::PARENT).strip_prefix(brief).is_some_and(|rest| rest.starts_with('/'))
}
