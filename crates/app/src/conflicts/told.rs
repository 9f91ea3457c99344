//! The values of a conflict, and the record it is in, as a person reads them.

use std::collections::BTreeMap;
use std::sync::Arc;

use anteroom_model::field::{self, Field};
use anteroom_model::ids::RecordId;
use anteroom_model::value::Value;
use anteroom_model::words::Words;
use anteroom_store::{Conflict, Record};

use crate::briefs;
use crate::contributions::Labels;
use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::say;
use crate::structure::{Structure, text};

/// What is needed to tell values: read once for all of them.
pub(super) struct Telling<'a> {
    pub(super) desk: &'a Desk,
    structure: Arc<Structure>,
    /// The titles of briefs, by their keys.
    briefs: BTreeMap<String, Record>,
}

/// Ways of being there, as they are said, in the order of `programme::PRESENCES`.
const PRESENCES_SAID: [&str; 4] =
    ["presence-not-expected", "presence-expected", "presence-in-the-room", "presence-spoke"];

/// How a record is spoken of.
#[derive(Default)]
pub(super) struct Spoken {
    pub(super) name: String,
    pub(super) words: String,
    pub(super) language: String,
}

impl<'a> Telling<'a> {
    pub(super) async fn read(desk: &'a Desk) -> Result<Self, AppError> {
        let briefs = desk.store().records(field::BRIEF).await?;
        let briefs = briefs.into_iter().map(|brief| (text(&brief, field::KEY), brief)).collect();
        Ok(Self { desk, structure: desk.structure().await?, briefs })
    }

    /// How the record of a conflict is spoken of.
    pub(super) async fn record(&self, conflict: &Conflict) -> Result<Spoken, AppError> {
        if conflict.kind == field::CONTRIBUTION {
            let found = self.desk.store().contribution(conflict.record).await?;
            return Ok(found.map_or_else(Spoken::default, |it| Spoken {
                name: it.reference,
                words: it.text,
                language: it.language,
            }));
        }
        let Some(record) = self.desk.store().record(conflict.record).await? else { return Ok(Spoken::default()) };
        if conflict.kind == field::STATEMENT {
            let parent = text(&record, field::PARENT);
            let brief = self.briefs.get(parent.split_once('/').map_or(parent.as_str(), |(brief, _)| brief));
            let body = record.fields.get(&field::BODY).cloned().unwrap_or(Value::Null);
            let is_body = conflict.field == field::BODY;
            return Ok(Spoken {
                name: brief.map(|brief| text(brief, field::TITLES)).unwrap_or_default(),
                words: if is_body { String::new() } else { briefs::read_body_aloud(self.desk, &body).await? },
                language: brief.map(|brief| text(brief, field::LANGUAGE)).unwrap_or_default(),
            });
        }
        let named = [field::NAME, field::TITLES, field::MARK].into_iter().find_map(|field| record.fields.get(&field));
        let name = self.structure.label(&Words::read(named));
        Ok(Spoken { name, words: text(&record, field::NOTE), language: String::new() })
    }

    /// A value as a person reads it; empty where nothing is set.
    pub(super) async fn told(&self, field: Field, value: &Value) -> Result<String, AppError> {
        let language = self.desk.language();
        Ok(match field {
            field::BODY => briefs::read_body_aloud(self.desk, value).await?,
            field::SPEAKER_OF => self.name_of(value.record()).await?,
            field::ORGANISATION_OF => {
                let organisation = value.record().and_then(|id| self.structure.organisations.get(&id));
                organisation.map(|organisation| organisation.name.clone()).unwrap_or_default()
            }
            field::NAME | field::TITLES | field::SHORT | field::CHAPEAU => {
                self.structure.label(&Words::read(Some(value)))
            }
            field::QUESTIONS => {
                let asked = value.list().unwrap_or_default().iter();
                asked.map(|asked| self.structure.label(&Words::read(Some(asked)))).collect::<Vec<_>>().join("\n")
            }
            field::PARENT => {
                let key = value.text().unwrap_or_default();
                let stage = self.structure.stages.iter().find(|stage| stage.key == key).map(|stage| &stage.name);
                let above = stage.or_else(|| self.structure.session_by_key(key).map(|session| &session.name));
                above.map_or_else(|| key.to_owned(), |name| self.structure.label(name))
            }
            field::PRESENT => match (value.int(), value.bool()) {
                (Some(place), _) => {
                    let presence = usize::try_from(place).ok().and_then(|place| PRESENCES_SAID.get(place));
                    presence.map(|sentence| say(&language, sentence, &[])).unwrap_or_default()
                }
                (_, Some(in_use)) => {
                    say(&language, if in_use { "conflict-in-use" } else { "conflict-not-in-use" }, &[])
                }
                _ => String::new(),
            },
            field::PUT_AWAY => {
                let is_away = value.bool() == Some(true);
                say(&language, if is_away { "conflict-is-away" } else { "conflict-is-there" }, &[])
            }
            _ => Labels::none(&self.structure).told(field, value),
        })
    }

    async fn name_of(&self, record: Option<RecordId>) -> Result<String, AppError> {
        let Some(id) = record else { return Ok(String::new()) };
        let record = self.desk.store().record(id).await?;
        Ok(record.map(|record| text(&record, field::NAME)).unwrap_or_default())
    }
}
