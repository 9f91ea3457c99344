//! The programme as an organiser lays it out: made, put in order, corrected, put away, each in one action.

use anteroom_journal::deed::Deed;
use anteroom_model::field::{self, Field, Kind};
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Basis, Consent, Permission, Permissions, Ranked};
use anteroom_model::value::{Fields, Value};
use anteroom_model::words::Words;
use anteroom_store::{Edit, Query, Record};
use serde::{Deserialize, Serialize};

use crate::capture;
use crate::conflicts;
use crate::desk::Desk;
use crate::error::AppError;
use crate::programme::{self, NewRound, PRESENCES};
use crate::structure::{is_put_away, number, read_permissions, text, tidy_name};

macro_rules! views {
    ($($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", default)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub struct $name { $($body)* }
    )*};
}

views! {
    /// Everything that can be laid out.
    pub struct PlanView {
        pub id: String,
        pub name: String,
        /// The framework by name, and how it is cited.
        pub framework: String,
        pub citation: String,
        /// Milliseconds since 1970, UTC: midnight of the first and the last day.
        pub starts: Option<i64>,
        pub ends: Option<i64>,
        pub stages: Vec<PlanStage>,
        pub groups: Vec<PlanGroup>,
    }

    pub struct PlanStage {
        pub id: String,
        pub name: String,
        pub starts: Option<i64>,
        pub ends: Option<i64>,
        pub sessions: Vec<PlanSession>,
    }

    pub struct PlanSession {
        pub id: String,
        pub name: String,
        /// Milliseconds since 1970, UTC.
        pub starts: Option<i64>,
        pub ends: Option<i64>,
        pub rounds: Vec<PlanRound>,
    }

    pub struct PlanRound {
        pub id: String,
        pub name: String,
        /// Milliseconds since 1970, UTC.
        pub starts: Option<i64>,
        pub ends: Option<i64>,
        pub questions: Vec<String>,
        /// Seconds that a speaker has.
        pub time_limit: Option<i64>,
        pub rule: AttributionRule,
        /// What sharing with the organisers rests on, as it is announced.
        pub basis: Option<Basis>,
        /// What holds until a speaker says otherwise.
        pub permissions: Permissions,
        /// Keys of the groups that are expected.
        pub expected: Vec<String>,
        pub contributions: u32,
    }

    pub struct PlanGroup {
        pub id: String,
        pub key: String,
        pub name: String,
        pub in_use: bool,
    }

    /// What waits for somebody.
    pub struct WaitingView {
        /// How many contributions have no group, no tag, no round.
        pub without_group: u32,
        pub without_node: u32,
        pub without_round: u32,
        pub briefs: u32,
        /// Half-typed drafts that were put aside, and the round that is open on this computer or not tidied up yet.
        pub parked: u32,
        pub open_round: Option<String>,
        pub closed: bool,
        /// How many fields were changed on two sides and are not settled.
        pub conflicts: u32,
    }

    /// Something to add: at the end of its like.
    pub struct Addition {
        /// `stage`, `session`, `round` or `group`.
        pub what: String,
        /// The id of the stage of a session, or of the session of a round.
        pub parent: String,
        pub name: String,
    }

    /// What is to be put right; what is `null` stays.
    pub struct PlanChange {
        pub id: String,
        pub name: Option<String>,
        /// Milliseconds since 1970, UTC; a negative one takes the date away.
        pub starts: Option<i64>,
        pub ends: Option<i64>,
        pub questions: Option<Vec<String>>,
        /// Seconds; 0 takes the limit away.
        pub time_limit: Option<i64>,
        pub rule: Option<AttributionRule>,
        pub basis: Option<Basis>,
        /// What holds for quoting until a speaker says otherwise.
        pub quote: Option<Consent>,
        pub in_use: Option<bool>,
    }

    /// One place up or down among its like.
    pub struct PlanMove {
        pub id: String,
        pub up: bool,
    }

    /// The groups that are expected in a round: these and no others.
    pub struct Expectation {
        pub round: String,
        pub groups: Vec<String>,
    }
}

/// The programme as it stands.
///
/// # Errors
/// What the store refuses.
pub async fn show(desk: &Desk) -> Result<PlanView, AppError> {
    let language = desk.language();
    let name = |record: &Record| Words::read(record.fields.get(&field::NAME)).in_language(&language).0.to_owned();
    let consultation = desk.store().records(field::CONSULTATION).await?.into_iter().next();
    let framework = desk.store().records(field::FRAMEWORK).await?.into_iter().next();
    let rounds = in_order(desk, field::SEGMENT).await?;
    let expected = expected(desk).await?;
    let mut shown_rounds = Vec::new();
    for round in &rounds {
        let query = Query { segments: Some(vec![round.id]), ..Query::default() };
        let contributions = desk.store().find(&query, 0, 0).await?.said();
        let of_it = expected.iter().filter(|(id, ..)| *id == round.id).map(|(_, who, _)| who.clone());
        shown_rounds.push((
            text(round, field::PARENT),
            round_view(round, name(round), of_it.collect(), contributions, &language),
        ));
    }
    let sessions: Vec<_> = in_order(desk, field::SESSION).await?;
    let session_views = sessions.iter().map(|session| {
        let key = text(session, field::KEY);
        let rounds = shown_rounds.iter().filter(|(parent, _)| *parent == key).map(|(_, round)| round.clone());
        (
            text(session, field::PARENT),
            PlanSession {
                id: session.id.to_string(),
                name: name(session),
                starts: number(session, field::STARTS),
                ends: number(session, field::ENDS),
                rounds: rounds.collect(),
            },
        )
    });
    let session_views: Vec<_> = session_views.collect();
    let stages = in_order(desk, field::STAGE).await?;
    let stages = stages.iter().map(|stage| {
        let key = text(stage, field::KEY);
        PlanStage {
            id: stage.id.to_string(),
            name: name(stage),
            starts: number(stage, field::STARTS),
            ends: number(stage, field::ENDS),
            sessions: session_views
                .iter()
                .filter(|(parent, _)| *parent == key)
                .map(|(_, session)| session.clone())
                .collect(),
        }
    });
    let groups = in_order(desk, field::GROUP).await?;
    let groups = groups.iter().map(|group| PlanGroup {
        id: group.id.to_string(),
        key: text(group, field::KEY),
        name: name(group),
        in_use: group.fields.get(&field::PRESENT).and_then(Value::bool).unwrap_or(false),
    });
    Ok(PlanView {
        id: consultation.as_ref().map(|record| record.id.to_string()).unwrap_or_default(),
        name: consultation.as_ref().map(|record| text(record, field::NAME)).unwrap_or_default(),
        framework: framework.as_ref().map(name).unwrap_or_default(),
        citation: framework.as_ref().map(|record| text(record, field::PROVENANCE)).unwrap_or_default(),
        starts: consultation.as_ref().and_then(|record| number(record, field::STARTS)),
        ends: consultation.as_ref().and_then(|record| number(record, field::ENDS)),
        stages: stages.collect(),
        groups: groups.collect(),
    })
}

/// What waits to be tidied up, and how much is written already.
///
/// # Errors
/// What the store refuses.
pub async fn waiting(desk: &Desk) -> Result<WaitingView, AppError> {
    let waiting = desk.store().waiting().await?;
    let capture::Open { round, closed, parked } = capture::open(desk).await?;
    Ok(WaitingView {
        parked,
        open_round: round,
        closed,
        without_group: waiting.without_group,
        without_node: waiting.without_node,
        without_round: waiting.without_segment,
        conflicts: conflicts::count(desk).await?,
        briefs: in_order(desk, field::BRIEF).await?.len() as u32,
    })
}

fn round_view(round: &Record, name: String, expected: Vec<String>, contributions: u32, language: &str) -> PlanRound {
    let questions = round.fields.get(&field::QUESTIONS).and_then(Value::list).unwrap_or_default();
    let said = |question: &Value| Words::read(Some(question)).in_language(language).0.to_owned();
    PlanRound {
        id: round.id.to_string(),
        name,
        starts: number(round, field::STARTS),
        ends: number(round, field::ENDS),
        questions: questions.iter().map(said).collect(),
        time_limit: number(round, field::TIME_LIMIT),
        rule: AttributionRule::read(round.fields.get(&field::RULE)),
        basis: read_permissions(round).share.basis,
        permissions: read_permissions(round),
        expected,
        contributions,
    }
}

/// Records of a kind in the order of the programme, without what was put away.
async fn in_order(desk: &Desk, kind: Kind) -> Result<Vec<Record>, AppError> {
    let mut records = desk.store().records(kind).await?;
    records.retain(|record| !is_put_away(record));
    records.sort_by_key(|record| (number(record, field::ORDER).unwrap_or(i64::MAX), record.id));
    Ok(records)
}

/// Who is expected or was seen, by round: the round, who, and the record that says so.
async fn expected(desk: &Desk) -> Result<Vec<(RecordId, String, Record)>, AppError> {
    let said = desk.store().records(field::PRESENCE).await?;
    let there =
        said.into_iter().filter(|record| !is_put_away(record) && number(record, field::PRESENT).unwrap_or(0) > 0);
    let round = |record: &Record| record.fields.get(&field::SEGMENT_OF).and_then(Value::record);
    Ok(there.filter_map(|record| Some((round(&record)?, text(&record, field::WHO), record))).collect())
}

/// Adds a stage, a session, a round or a group, and says its id.
///
/// # Errors
/// `empty-name`, `unknown-stage`, `unknown-session`, `unknown-part`.
pub async fn add(desk: &Desk, new: &Addition) -> Result<String, AppError> {
    match new.what.as_str() {
        "stage" => programme::add_stage(desk, &new.name).await,
        "session" => programme::add_session(desk, &new.parent, &new.name).await,
        "group" => programme::add_group(desk, &new.name).await,
        "round" => {
            // The most protective rule until somebody chooses another; sharing rests on what is said at the beginning.
            let round = NewRound {
                session: new.parent.clone(),
                name: new.name.clone(),
                rule: AttributionRule::ChathamHouse,
                basis: Some(Basis::Announcement),
                ..NewRound::default()
            };
            programme::add_round(desk, round).await
        }
        _ => Err(no_part(&new.what)),
    }
}

fn no_part(asked: &str) -> AppError {
    AppError::new("unknown-part", &[("name", asked)])
}

/// The kinds of records that are laid out.
const PARTS: &[Kind] = &[field::CONSULTATION, field::STAGE, field::SESSION, field::SEGMENT, field::GROUP];

async fn part(desk: &Desk, asked: &str) -> Result<Record, AppError> {
    let id: RecordId = asked.parse().map_err(|_| no_part(asked))?;
    let record = desk.store().record(id).await?.filter(|record| PARTS.contains(&record.kind) && !is_put_away(record));
    record.ok_or_else(|| no_part(asked))
}

/// Corrects one part of the programme.
///
/// # Errors
/// `unknown-part`, `empty-name`, `name-too-long`, `ends-before-start`.
pub async fn change(desk: &Desk, change: &PlanChange) -> Result<(), AppError> {
    let record = part(desk, &change.id).await?;
    let mut fields = Fields::new();
    if let Some(name) = &change.name {
        fields.insert(field::NAME, tidy_name(name)?.into());
    }
    for (field, time) in [(field::STARTS, change.starts), (field::ENDS, change.ends)] {
        if let Some(time) = time {
            fields.insert(field, if time < 0 { Value::Null } else { Value::Int(time) });
        }
    }
    let then = |field| fields.get(&field).map_or_else(|| number(&record, field), Value::int);
    if let (Some(starts), Some(ends)) = (then(field::STARTS), then(field::ENDS))
        && (change.starts.is_some() || change.ends.is_some())
        && ends < starts
    {
        return Err(AppError::new("ends-before-start", &[]));
    }
    if let Some(questions) = &change.questions {
        let asked = questions.iter().map(|question| question.trim()).filter(|question| !question.is_empty());
        fields.insert(field::QUESTIONS, Value::List(asked.map(Value::from).collect()));
    }
    if let Some(limit) = change.time_limit {
        fields.insert(field::TIME_LIMIT, if limit > 0 { Value::Int(limit) } else { Value::Null });
    }
    if let Some(rule) = change.rule {
        fields.insert(field::RULE, Value::Int(rule.rank()));
    }
    if let Some(basis) = change.basis {
        fields.insert(field::BASIS, basis.word().into());
        fields.insert(field::SHARE, Permission::given(basis).to_value());
    }
    if let Some(consent) = change.quote {
        let basis = change.basis.or(read_permissions(&record).share.basis);
        fields.insert(field::QUOTE, Permission { consent, basis }.to_value());
    }
    if let Some(in_use) = change.in_use {
        fields.insert(field::PRESENT, in_use.into());
    }
    if change.rule.is_some_and(|rule| rule > AttributionRule::read(record.fields.get(&field::RULE))) {
        let settling = capture::loosened(desk, record.id).await?;
        let edits = vec![Edit::Set { record: record.id, fields }];
        desk.commit_settling(Deed::STRUCTURE, edits, Box::new(move |_| settling)).await?;
        return Ok(());
    }
    set(desk, vec![(record.id, fields)]).await
}

async fn set(desk: &Desk, changes: Vec<(RecordId, Fields)>) -> Result<(), AppError> {
    let edits = changes.into_iter().filter(|(_, fields)| !fields.is_empty());
    let edits: Vec<_> = edits.map(|(record, fields)| Edit::Set { record, fields }).collect();
    if !edits.is_empty() {
        desk.commit(Deed::STRUCTURE, edits).await?;
    }
    Ok(())
}

/// Moves one part of the programme a place up or down among its like.
///
/// # Errors
/// `unknown-part`.
pub async fn shift(desk: &Desk, asked: &PlanMove) -> Result<(), AppError> {
    let record = part(desk, &asked.id).await?;
    let parent = text(&record, field::PARENT);
    let mut like = in_order(desk, record.kind).await?;
    like.retain(|other| text(other, field::PARENT) == parent);
    let Some(at) = like.iter().position(|other| other.id == record.id) else { return Ok(()) };
    let to = if asked.up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < like.len()) };
    let Some(to) = to else { return Ok(()) };
    like.swap(at, to);
    // All of them say their place: before, two may have said the same.
    let places = (0..).zip(&like).filter(|(place, other)| number(other, field::ORDER) != Some(*place));
    set(desk, places.map(|(place, other)| (other.id, Fields::from([(field::ORDER, Value::Int(place))]))).collect())
        .await
}

/// Takes a part off the programme, with everything below it. An undo brings it back.
///
/// # Errors
/// `unknown-part`, `holds-contributions`.
pub async fn put_away(desk: &Desk, asked: &str) -> Result<(), AppError> {
    let record = part(desk, asked).await?;
    if record.kind == field::CONSULTATION {
        return Err(no_part(asked));
    }
    let mut gone = vec![record];
    let mut below = 0;
    while let Some(key) = gone.get(below).map(|part| text(part, field::KEY)) {
        for kind in [field::SESSION, field::SEGMENT] {
            let children = in_order(desk, kind).await?.into_iter().filter(|child| text(child, field::PARENT) == key);
            gone.extend(children);
        }
        below += 1;
    }
    let segments: Vec<_> = gone.iter().filter(|part| part.kind == field::SEGMENT).map(|part| part.id).collect();
    let query = Query { segments: Some(segments), ..Query::default() };
    let held = desk.store().find(&query, 0, 0).await?.total;
    if held > 0 {
        return Err(AppError::new("holds-contributions", &[("count", &held.to_string())]));
    }
    let away = |part: &Record| (part.id, Fields::from([(field::PUT_AWAY, true.into())]));
    set(desk, gone.iter().map(away).collect()).await
}

/// Says which groups are expected in a round. Whoever was seen there stays seen.
///
/// # Errors
/// `unknown-round`, `unknown-group`.
pub async fn expect(desk: &Desk, expectation: &Expectation) -> Result<(), AppError> {
    let structure = desk.structure().await?;
    let round = structure.segment(&expectation.round)?.record;
    let groups = expectation.groups.iter().map(|group| Ok(structure.group(group)?.key.clone()));
    let groups = groups.collect::<Result<Vec<_>, AppError>>()?;
    let place = |word: &str| PRESENCES.iter().position(|known| *known == word).map_or(0, |place| place as i64);
    let (not_expected, is_expected) = (place("not-expected"), place("expected"));
    let said = desk.store().records(field::PRESENCE).await?;
    let of_round: Vec<_> = said
        .iter()
        .filter(|record| !is_put_away(record))
        .filter(|record| record.fields.get(&field::SEGMENT_OF).and_then(Value::record) == Some(round))
        .collect();
    let mut edits = Vec::new();
    for record in &of_round {
        let wanted = groups.contains(&text(record, field::WHO));
        let now = number(record, field::PRESENT).unwrap_or(not_expected);
        let is_group = structure.groups.iter().any(|group| group.key == text(record, field::WHO));
        if is_group && now <= is_expected && wanted != (now == is_expected) {
            let present = if wanted { is_expected } else { not_expected };
            edits.push(Edit::Set { record: record.id, fields: Fields::from([present_field(present)]) });
        }
    }
    for group in groups.iter().filter(|group| !of_round.iter().any(|record| text(record, field::WHO) == **group)) {
        let fields = Fields::from([
            (field::SEGMENT_OF, round.into()),
            (field::WHO, group.as_str().into()),
            present_field(is_expected),
        ]);
        edits.push(Edit::Create { kind: field::PRESENCE, fields, mark: None });
    }
    if !edits.is_empty() {
        desk.commit(Deed::PRESENCE, edits).await?;
    }
    Ok(())
}

fn present_field(place: i64) -> (Field, Value) {
    (field::PRESENT, Value::Int(place))
}
