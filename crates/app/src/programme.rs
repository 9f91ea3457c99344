//! The programme: stages, sessions and rounds, the stakeholder groups, and who is expected.

use anteroom_journal::deed::Deed;
use anteroom_model::field::{self, Kind};
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Basis, Consent, Permission, Ranked};
use anteroom_model::value::{Fields, Value};
use anteroom_model::view::{FiltersView, Labelled, OverviewView, RoundView, SessionView};
use anteroom_store::{Edit, Query};
use serde::Serialize;
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{Structure, is_put_away, number, text, tidy_name, unknown};

/// How somebody was there. Absent is not silent.
pub const PRESENCES: &[&str] = &["not-expected", "expected", "in-the-room", "spoke"];

/// A round to add to a session.
#[derive(Clone, Debug, Default)]
pub struct NewRound {
    pub session: String,
    pub name: String,
    pub questions: Vec<String>,
    /// Seconds.
    pub time_limit: Option<i64>,
    pub rule: AttributionRule,
    /// What sharing with the organisers rests on.
    pub basis: Option<Basis>,
    /// What holds for quoting until a speaker says otherwise.
    pub quote: Option<Consent>,
}

/// Who was there, of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PresenceRow {
    pub round: String,
    pub who: String,
    pub is: String,
}

/// The programme, to read.
#[derive(Clone, Debug, Serialize)]
pub struct ProgrammeView {
    pub stages: Vec<Labelled>,
    pub sessions: Vec<SessionView>,
    pub groups: Vec<Labelled>,
    pub presence: Vec<PresenceRow>,
}

/// Adds a stage and says its id.
///
/// # Errors
/// `empty-name`, or what the store refuses.
pub async fn add_stage(desk: &Desk, name: &str) -> Result<String, AppError> {
    let structure = desk.structure().await?;
    let fields = named(name, structure.stages.len())?;
    add(desk, field::STAGE, fields).await
}

/// Adds a session to a stage and says its id.
///
/// # Errors
/// `empty-name`, `unknown-stage`.
pub async fn add_session(desk: &Desk, stage: &str, name: &str) -> Result<String, AppError> {
    let structure = desk.structure().await?;
    let stage = structure.stage(stage)?;
    let mut fields = named(name, structure.sessions.len())?;
    fields.insert(field::PARENT, stage.key.as_str().into());
    add(desk, field::SESSION, fields).await
}

/// Adds a round to a session and says its id.
///
/// # Errors
/// `empty-name`, `unknown-session`.
pub async fn add_round(desk: &Desk, round: NewRound) -> Result<String, AppError> {
    let structure = desk.structure().await?;
    let session = structure.session(&round.session)?;
    let mut fields = named(&round.name, structure.segments.len())?;
    fields.insert(field::PARENT, session.key.as_str().into());
    fields.insert(field::RULE, Value::Int(round.rule.rank()));
    fields.insert(field::QUESTIONS, Value::List(round.questions.into_iter().map(Value::from).collect()));
    if let Some(limit) = round.time_limit {
        fields.insert(field::TIME_LIMIT, Value::Int(limit));
    }
    if let Some(basis) = round.basis {
        fields.insert(field::BASIS, basis.word().into());
        fields.insert(field::SHARE, Permission::given(basis).to_value());
    }
    if let Some(consent) = round.quote {
        fields.insert(field::QUOTE, Permission { consent, basis: round.basis }.to_value());
    }
    add(desk, field::SEGMENT, fields).await
}

/// Adds a stakeholder group and says its id.
///
/// # Errors
/// `empty-name`.
pub async fn add_group(desk: &Desk, name: &str) -> Result<String, AppError> {
    let structure = desk.structure().await?;
    add(desk, field::GROUP, new_group(name, structure.groups.len())?).await
}

/// What is recorded of a new stakeholder group that stands behind `at` others.
///
/// # Errors
/// `empty-name`, `name-too-long`.
pub(crate) fn new_group(name: &str, at: usize) -> Result<Fields, AppError> {
    let mut fields = named(name, at)?;
    fields.insert(field::PRESENT, true.into());
    Ok(fields)
}

fn named(name: &str, at: usize) -> Result<Fields, AppError> {
    let name = tidy_name(name)?;
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).map_err(|_| AppError::new("no-randomness", &[]))?;
    let key = Uuid::from_bytes(random).simple().to_string();
    Ok(Fields::from([(field::KEY, key.into()), (field::NAME, name.into()), (field::ORDER, Value::Int(at as i64))]))
}

async fn add(desk: &Desk, kind: Kind, fields: Fields) -> Result<String, AppError> {
    Ok(desk.create(Deed::STRUCTURE, kind, fields).await?.to_string())
}

/// Says how a group or an organisation was there in a round: said again, it is said anew.
///
/// # Errors
/// `unknown-round`, `unknown-group`, `unknown-presence`.
pub async fn set_presence(desk: &Desk, round: &str, who: &str, is: &str) -> Result<(), AppError> {
    let structure = desk.structure().await?;
    let place = PRESENCES.iter().position(|known| *known == is);
    let place =
        place.ok_or_else(|| AppError::new("unknown-presence", &[("name", is), ("known", &PRESENCES.join(", "))]))?;
    let segment = structure.segment(round)?;
    let who = who_is(&structure, who)?;
    let said = desk.store().records(field::PRESENCE).await?;
    let same = said.iter().filter(|record| !is_put_away(record)).find(|record| {
        record.fields.get(&field::SEGMENT_OF).and_then(Value::record) == Some(segment.record)
            && text(record, field::WHO) == who
    });
    let present = (field::PRESENT, Value::Int(place as i64));
    let edit = if let Some(record) = same {
        Edit::Set { record: record.id, fields: Fields::from([present]) }
    } else {
        let fields = Fields::from([(field::SEGMENT_OF, segment.record.into()), (field::WHO, who.into()), present]);
        Edit::Create { kind: field::PRESENCE, fields, mark: None }
    };
    desk.commit(Deed::PRESENCE, vec![edit]).await?;
    Ok(())
}

/// A group by its key, an organisation by its id.
fn who_is(structure: &Structure, asked: &str) -> Result<String, AppError> {
    let name = asked.trim().to_lowercase();
    if let Some((id, _)) = structure.organisations.iter().find(|(_, known)| known.name.to_lowercase() == name) {
        return Ok(id.to_string());
    }
    let known = structure.group(asked).map(|group| group.key.clone());
    known.map_err(|_| {
        let groups = structure.groups.iter().map(|group| group.name.in_language(&structure.language).0);
        let organisations = structure.organisations.values().map(|organisation| organisation.name.as_str());
        unknown("unknown-group", asked, groups.chain(organisations))
    })
}

/// Stages, sessions, rounds, groups, and who was there.
///
/// # Errors
/// What the store refuses.
pub async fn show(desk: &Desk) -> Result<ProgrammeView, AppError> {
    let structure = desk.structure().await?;
    let who = |key: &str| {
        let organisation = key.parse::<RecordId>().ok().and_then(|id| structure.organisations.get(&id));
        organisation.map_or_else(|| structure.group_label(key).label, |organisation| organisation.name.clone())
    };
    let mut presence = Vec::new();
    for record in desk.store().records(field::PRESENCE).await?.into_iter().filter(|record| !is_put_away(record)) {
        let segment =
            record.fields.get(&field::SEGMENT_OF).and_then(Value::record).and_then(|id| structure.segment_by_id(id));
        let place = number(&record, field::PRESENT).and_then(|place| usize::try_from(place).ok());
        presence.push(PresenceRow {
            round: segment.map(|segment| structure.label(&segment.name)).unwrap_or_default(),
            who: who(&text(&record, field::WHO)),
            is: place.and_then(|place| PRESENCES.get(place)).copied().unwrap_or("").to_owned(),
        });
    }
    presence.sort_by(|one, other| (&one.round, &one.who).cmp(&(&other.round, &other.who)));
    let stages = structure
        .stages
        .iter()
        .map(|stage| Labelled { key: stage.key.clone(), label: structure.label(&stage.name) })
        .collect();
    Ok(ProgrammeView { stages, sessions: sessions(&structure), groups: groups(&structure), presence })
}

fn sessions(structure: &Structure) -> Vec<SessionView> {
    let stage =
        |key: &str| structure.stages.iter().find(|stage| stage.key == key).map(|stage| structure.label(&stage.name));
    structure
        .sessions
        .iter()
        .map(|session| SessionView {
            id: session.record.to_string(),
            name: structure.label(&session.name),
            stage: stage(&session.stage).unwrap_or_default(),
            rounds: structure
                .segments_of(session)
                .map(|segment| RoundView {
                    key: segment.record.to_string(),
                    label: structure.label(&segment.name),
                    rule: segment.rule,
                    questions: segment.questions.iter().map(|question| structure.label(question)).collect(),
                })
                .collect(),
        })
        .collect()
}

fn groups(structure: &Structure) -> Vec<Labelled> {
    let in_use = structure.groups.iter().filter(|group| group.in_use);
    in_use.map(|group| Labelled { key: group.key.clone(), label: structure.label(&group.name) }).collect()
}

/// What a list can be narrowed by.
///
/// # Errors
/// What the store refuses.
pub async fn filters(desk: &Desk) -> Result<FiltersView, AppError> {
    let structure = desk.structure().await?;
    let taggable =
        structure.nodes.iter().filter(|node| structure.level(&node.level).is_some_and(|level| level.taggable));
    Ok(FiltersView {
        sessions: sessions(&structure),
        groups: groups(&structure),
        nodes: taggable.map(|node| structure.node_label(&node.key)).collect(),
        kinds: structure.kinds.iter().map(|kind| structure.kind_label(&kind.key)).collect(),
        languages: desk.store().languages().await?,
    })
}

/// The consultation at a glance.
///
/// # Errors
/// What the store refuses.
pub async fn overview(desk: &Desk) -> Result<OverviewView, AppError> {
    let structure = desk.structure().await?;
    let found = desk.store().find(&Query::default(), 0, 0).await?;
    Ok(OverviewView {
        name: structure.consultation.name.clone(),
        illustration: structure.consultation.illustration.clone(),
        framework: structure.consultation.framework.clone(),
        contributions: found.said(),
        doubles: found.doubles,
    })
}
