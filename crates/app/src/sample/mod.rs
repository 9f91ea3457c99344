//! The sample consultation: the day that `sample/*.json` describes, recorded the way a person would. Invented throughout.

mod data;
mod practice;

use std::collections::BTreeMap;
use std::path::Path;

use anteroom_journal::deed::Deed;
use anteroom_model::field::{self, Kind};
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Basis, Ranked};
use anteroom_model::value::{Fields, Value};
use anteroom_model::words::{Status, Word, Words};
use anteroom_store::{Action, Edit, Passphrase, Progress as _, home, made, made_text};

use crate::briefs::{self, NewBrief, NewStatement};
use crate::consultations::{Beginning, Days, Steps, begin, close};
use crate::contributions::{self, NewContribution, RecordContribution, set_permissions};
use crate::desk::{Desk, now};
use crate::error::AppError;
use data::Data;
pub use practice::{practice, practice_with_home};

/// Writes the sample into the folder `file` and says how many contributions it holds.
///
/// # Errors
/// What the store refuses; nothing of it is left then.
pub async fn write(file: &Path, passphrase: &Passphrase, steps: &Steps) -> Result<u32, AppError> {
    write_with_home(&home::folder()?, file, passphrase, steps).await
}

/// The same on a computer that keeps its keys in the folder `home`.
///
/// # Errors
/// As `write`.
pub async fn write_with_home(
    home: &Path,
    file: &Path,
    passphrase: &Passphrase,
    steps: &Steps,
) -> Result<u32, AppError> {
    let data = Data::read()?;
    let beginning = Beginning {
        name: &data.structure.name,
        framework: &data.structure.framework,
        days: Days::default(),
        illustration: &data.structure.illustration,
        with_stages: false,
        clock: now,
    };
    // The passphrase of a sample is no secret: nobody needs its recovery sheet.
    let (desk, _) = begin(home, file, passphrase, beginning).await?;
    match record_all(&desk, &data, steps).await {
        Ok(written) => {
            close(desk).await?;
            Ok(written)
        }
        Err(error) => {
            desk.into_store().discard().await;
            Err(error)
        }
    }
}

async fn record_all(desk: &Desk, data: &Data, steps: &Steps) -> Result<u32, AppError> {
    let speakers = lay_out(desk, data).await?;
    let turns = take_turns(desk, data, &speakers).await?;
    let contributions = record(desk, data, &speakers, &turns, steps).await?;
    for brief in &data.briefs {
        write_brief(desk, brief, &contributions).await?;
    }
    let withdrawn = data.contributions.iter().filter(|said| said.withdrawn);
    let withdrawn: Vec<_> =
        withdrawn.filter_map(|said| contributions.get(&said.key)).map(ToString::to_string).collect();
    contributions::erase(desk, &withdrawn).await?;
    Ok((contributions.len() - withdrawn.len()) as u32)
}

/// The records of one action, each with the place that others in it name it by.
#[derive(Default)]
struct Layout {
    edits: Vec<Edit>,
}

impl Layout {
    fn add(&mut self, kind: Kind, fields: Fields) -> u32 {
        self.edits.push(Edit::Create { kind, fields, mark: None });
        self.edits.len() as u32 - 1
    }
}

/// Stages, sessions, rounds, organisations, speakers, names and who was there: one action. Says the speakers' ids.
async fn lay_out(desk: &Desk, data: &Data) -> Result<BTreeMap<String, RecordId>, AppError> {
    let mut layout = Layout::default();
    let mut segments = BTreeMap::new();
    for (at, stage) in (0_i64..).zip(&data.structure.stages) {
        layout.add(field::STAGE, named(stage.key(), &stage.name, at));
        for (at, session) in (0_i64..).zip(&stage.sessions) {
            let mut fields = named(session.key(), &session.name, at);
            fields.insert(field::PARENT, stage.key().into());
            fields.insert(field::ABOUT, session.about.clone().unwrap_or_default().into());
            layout.add(field::SESSION, fields);
            for (at, segment) in (0_i64..).zip(&session.segments) {
                let place = layout.add(field::SEGMENT, segment_fields(segment, session.key(), at));
                segments.insert(segment.key.as_str(), place);
            }
        }
    }
    let mut organisations = BTreeMap::new();
    for organisation in &data.organisations {
        let fields = Fields::from([
            (field::NAME, organisation.name.as_str().into()),
            (field::GROUPS, set(&organisation.groups)),
            (field::REGION, organisation.region.as_str().into()),
        ]);
        organisations.insert(organisation.key.as_str(), layout.add(field::ORGANISATION, fields));
    }
    let mut speakers = BTreeMap::new();
    for speaker in &data.speakers {
        let mut fields = Fields::from([
            (field::NAME, speaker.pseudonym.as_str().into()),
            (field::GROUPS, set(&speaker.groups)),
            (field::REGION, speaker.region.as_str().into()),
        ]);
        if let Some(place) = speaker.organisation.as_deref().and_then(|key| organisations.get(key)) {
            fields.insert(field::ORGANISATION_OF, made(*place));
        }
        speakers.insert(speaker.key.clone(), layout.add(field::SPEAKER, fields));
    }
    for identity in &data.identities {
        if let Some(place) = speakers.get(&identity.speaker) {
            let fields = Fields::from([
                (field::IDENTITY_OF, made(*place)),
                (field::NAME, identity.name.as_str().into()),
                (field::CONTACT, identity.contact.as_str().into()),
            ]);
            layout.add(field::IDENTITY, fields);
        }
    }
    for presence in &data.presence {
        let who =
            presence.organisation.as_deref().and_then(|key| organisations.get(key)).map(|place| made_text(*place));
        let who = who.or_else(|| presence.group.as_deref().map(Value::from));
        let is = crate::programme::PRESENCES.iter().position(|known| *known == presence.is);
        if let (Some(who), Some(is), Some(segment)) = (who, is, segments.get(presence.segment.as_str())) {
            let fields = Fields::from([
                (field::SEGMENT_OF, made(*segment)),
                (field::WHO, who),
                (field::PRESENT, Value::Int(is as i64)),
            ]);
            layout.add(field::PRESENCE, fields);
        }
    }
    let committed = desk.commit(Deed::STRUCTURE, layout.edits).await?;
    let id = |place: u32| committed.created.get(place as usize).copied();
    Ok(speakers.into_iter().filter_map(|(key, place)| Some((key, id(place)?))).collect())
}

fn named(key: &str, name: &str, at: i64) -> Fields {
    Fields::from([(field::KEY, key.into()), (field::NAME, name.into()), (field::ORDER, Value::Int(at))])
}

fn set(keys: &[String]) -> Value {
    Value::set(keys.iter().map(|key| key.as_str().into()), [])
}

fn segment_fields(segment: &data::Segment, session: &str, at: i64) -> Fields {
    let mut fields = named(&segment.key, &segment.name, at);
    fields.insert(field::PARENT, session.into());
    fields.insert(field::RULE, Value::Int(segment.rule.rank()));
    fields.insert(field::BASIS, segment.basis.as_str().into());
    fields.insert(field::QUESTIONS, Value::List(segment.questions.iter().map(question).collect()));
    if let Some(limit) = segment.time_limit_seconds {
        fields.insert(field::TIME_LIMIT, Value::Int(limit));
    }
    for (field, time) in [(field::STARTS, &segment.starts), (field::ENDS, &segment.ends)] {
        if let Some(time) = data::time(time) {
            fields.insert(field, Value::Int(time));
        }
    }
    set_permissions(&mut fields, segment.permissions.read());
    fields
}

fn question(words: &BTreeMap<String, String>) -> Value {
    let word = |(language, text): (&String, &String)| Word {
        language: language.clone(),
        text: text.clone(),
        status: Status::Ours,
        source: String::new(),
    };
    Words(words.iter().map(word).collect()).to_value()
}

async fn take_turns(
    desk: &Desk,
    data: &Data,
    speakers: &BTreeMap<String, RecordId>,
) -> Result<BTreeMap<String, RecordId>, AppError> {
    let structure = desk.structure().await?;
    let mut layout = Layout::default();
    let mut places = BTreeMap::new();
    for turn in &data.turns {
        let mut fields = Fields::from([
            (field::LANGUAGE, turn.language.as_str().into()),
            (field::SEGMENT_OF, structure.segment(&turn.segment)?.record.into()),
        ]);
        if let Some(speaker) = speakers.get(&turn.speaker) {
            fields.insert(field::SPEAKER_OF, (*speaker).into());
        }
        for (field, time) in [(field::STARTS, &turn.starts), (field::ENDS, &turn.ends)] {
            if let Some(time) = data::time(time) {
                fields.insert(field, Value::Int(time));
            }
        }
        places.insert(turn.key.clone(), layout.add(field::TURN, fields));
    }
    let committed = desk.commit(Deed::STRUCTURE, layout.edits).await?;
    Ok(places
        .into_iter()
        .filter_map(|(key, place)| Some((key, committed.created.get(place as usize).copied()?)))
        .collect())
}

/// Each contribution in an action of its own, at the time it was said.
async fn record(
    desk: &Desk,
    data: &Data,
    speakers: &BTreeMap<String, RecordId>,
    turns: &BTreeMap<String, RecordId>,
    steps: &Steps,
) -> Result<BTreeMap<String, RecordId>, AppError> {
    let structure = desk.structure().await?;
    let mut recorded = BTreeMap::new();
    let all = data.contributions.len() as u64;
    for (done, said) in (1_u64..).zip(&data.contributions) {
        let said_at = said.at.as_deref().and_then(data::time);
        let request = RecordContribution {
            text: said.text.clone(),
            groups: said.groups.clone(),
            kind: said.kind.clone(),
            language: Some(said.language.clone()),
            nodes: said.tags.clone(),
            segment: said.segment.clone(),
            speaker: said.speaker.as_ref().and_then(|key| speakers.get(key)).copied(),
            turn: said.turn.as_ref().and_then(|key| turns.get(key)).copied(),
            wording: Some(said.wording),
            said_at,
            ..RecordContribution::default()
        };
        let NewContribution(mut fields) = NewContribution::read(request, &structure)?;
        for field in [field::SHARE, field::QUOTE, field::NAME_ORGANISATION, field::NAME_PERSON] {
            fields.remove(&field);
        }
        set_permissions(&mut fields, said.permissions.read());
        let edits = vec![Edit::Create { kind: field::CONTRIBUTION, fields, mark: None }];
        let time = said_at.unwrap_or_else(|| desk.now());
        let action = Action { deed: Deed::RECORD, time, author: desk.person(), undoes: None, edits };
        let committed = desk.store().commit(action).await?;
        recorded.extend(committed.created.first().map(|id| (said.key.clone(), *id)));
        steps.step(done, all);
        steps.check()?;
    }
    Ok(recorded)
}

async fn write_brief(
    desk: &Desk,
    brief: &data::Brief,
    contributions: &BTreeMap<String, RecordId>,
) -> Result<(), AppError> {
    let request = NewBrief {
        template: brief.template.clone(),
        roundtable: Some(brief.about.clone()),
        session: None,
        title: brief.title.clone(),
        language: brief.language.clone(),
    };
    let id = briefs::new(desk, request).await?;
    for section in &brief.sections {
        for statement in &section.statements {
            let cite =
                statement.cites.iter().filter_map(|key| contributions.get(key)).map(ToString::to_string).collect();
            let request = NewStatement {
                text: statement.text.clone(),
                section: Some(section.key.clone()),
                statement_type: Some(statement.of),
                cite,
            };
            briefs::write(desk, &id, request).await?;
        }
    }
    Ok(())
}

/// What a permission rests on, as the data writes it.
pub(crate) fn basis(word: Option<&str>) -> Option<Basis> {
    word.and_then(Basis::from_word)
}
