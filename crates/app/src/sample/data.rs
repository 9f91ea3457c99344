//! The sample's data as it is written down, for people to read and change.

use std::collections::BTreeMap;

use anteroom_model::permission::{AttributionRule, Consent, Permission, Permissions, Wording};
use anteroom_model::statement::StatementType;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::basis;
use crate::error::AppError;

pub(crate) struct Data {
    pub(crate) structure: Structure,
    pub(crate) organisations: Vec<Organisation>,
    pub(crate) speakers: Vec<Speaker>,
    pub(crate) identities: Vec<Identity>,
    pub(crate) presence: Vec<Presence>,
    pub(crate) turns: Vec<Turn>,
    pub(crate) contributions: Vec<Said>,
    pub(crate) briefs: Vec<Brief>,
}

#[derive(Deserialize)]
pub(crate) struct Structure {
    pub(crate) name: String,
    pub(crate) illustration: String,
    pub(crate) framework: String,
    pub(crate) stages: Vec<Stage>,
}

#[derive(Deserialize)]
pub(crate) struct Stage {
    key: String,
    framework_key: Option<String>,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) sessions: Vec<Session>,
}

#[derive(Deserialize)]
pub(crate) struct Session {
    key: String,
    framework_key: Option<String>,
    pub(crate) about: Option<String>,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) segments: Vec<Segment>,
}

impl Stage {
    pub(crate) fn key(&self) -> &str {
        self.framework_key.as_deref().unwrap_or(&self.key)
    }
}

impl Session {
    pub(crate) fn key(&self) -> &str {
        self.framework_key.as_deref().unwrap_or(&self.key)
    }
}

#[derive(Deserialize)]
pub(crate) struct Segment {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) starts: String,
    pub(crate) ends: String,
    #[serde(default)]
    pub(crate) questions: Vec<BTreeMap<String, String>>,
    pub(crate) time_limit_seconds: Option<i64>,
    pub(crate) rule: AttributionRule,
    #[serde(default)]
    pub(crate) basis: String,
    pub(crate) permissions: Answers,
}

#[derive(Deserialize)]
pub(crate) struct Answers {
    share: Answer,
    quote: Answer,
    name_organisation: Answer,
    name_person: Answer,
}

#[derive(Deserialize)]
struct Answer {
    consent: Consent,
    #[serde(default)]
    basis: Option<String>,
}

impl Answers {
    pub(crate) fn read(&self) -> Permissions {
        let read = |answer: &Answer| Permission { consent: answer.consent, basis: basis(answer.basis.as_deref()) };
        Permissions {
            share: read(&self.share),
            quote: read(&self.quote),
            name_organisation: read(&self.name_organisation),
            name_person: read(&self.name_person),
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Organisation {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) groups: Vec<String>,
    pub(crate) region: String,
}

#[derive(Deserialize)]
pub(crate) struct Speaker {
    pub(crate) key: String,
    pub(crate) pseudonym: String,
    pub(crate) organisation: Option<String>,
    pub(crate) groups: Vec<String>,
    pub(crate) region: String,
}

#[derive(Deserialize)]
pub(crate) struct Identity {
    pub(crate) speaker: String,
    pub(crate) name: String,
    pub(crate) contact: String,
}

#[derive(Deserialize)]
pub(crate) struct Presence {
    pub(crate) segment: String,
    #[serde(default)]
    pub(crate) group: Option<String>,
    #[serde(default)]
    pub(crate) organisation: Option<String>,
    #[serde(rename = "presence")]
    pub(crate) is: String,
}

#[derive(Deserialize)]
pub(crate) struct Turn {
    pub(crate) key: String,
    pub(crate) segment: String,
    pub(crate) speaker: String,
    pub(crate) starts: String,
    pub(crate) ends: String,
    pub(crate) language: String,
}

#[derive(Deserialize)]
pub(crate) struct Said {
    pub(crate) key: String,
    pub(crate) segment: Option<String>,
    pub(crate) turn: Option<String>,
    pub(crate) speaker: Option<String>,
    #[serde(default)]
    pub(crate) groups: Vec<String>,
    pub(crate) kind: Option<String>,
    #[serde(default)]
    pub(crate) tags: Vec<String>,
    pub(crate) language: String,
    pub(crate) wording: Wording,
    #[serde(rename = "said_at")]
    pub(crate) at: Option<String>,
    pub(crate) text: String,
    pub(crate) permissions: Answers,
    /// Taken back by its speaker afterwards.
    #[serde(default)]
    pub(crate) withdrawn: bool,
}

#[derive(Deserialize)]
pub(crate) struct Brief {
    pub(crate) template: String,
    pub(crate) about: String,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) sections: Vec<Section>,
}

#[derive(Deserialize)]
pub(crate) struct Section {
    pub(crate) key: String,
    pub(crate) statements: Vec<Statement>,
}

#[derive(Deserialize)]
pub(crate) struct Statement {
    #[serde(rename = "type")]
    pub(crate) of: StatementType,
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) cites: Vec<String>,
}

impl Data {
    pub(crate) fn read() -> Result<Self, AppError> {
        #[derive(Deserialize)]
        struct People {
            organisations: Vec<Organisation>,
            speakers: Vec<Speaker>,
        }
        #[derive(Deserialize)]
        struct Names {
            identities: Vec<Identity>,
        }
        #[derive(Deserialize)]
        struct There {
            groups: Vec<Presence>,
            organisations: Vec<Presence>,
        }
        #[derive(Deserialize)]
        struct Day {
            turns: Vec<Turn>,
            contributions: Vec<Said>,
        }
        let people: People = parse(include_str!("../../sample/organisations.json"))?;
        let names: Names = parse(include_str!("../../sample/identities.json"))?;
        let there: There = parse(include_str!("../../sample/presence.json"))?;
        let day: Day = parse(include_str!("../../sample/contributions.json"))?;
        Ok(Self {
            structure: parse(include_str!("../../sample/structure.json"))?,
            organisations: people.organisations,
            speakers: people.speakers,
            identities: names.identities,
            presence: there.groups.into_iter().chain(there.organisations).collect(),
            turns: day.turns,
            contributions: day.contributions,
            briefs: vec![
                parse(include_str!("../../sample/brief.json"))?,
                parse(include_str!("../../sample/brief-problems.json"))?,
            ],
        })
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, AppError> {
    serde_json::from_str(text).map_err(|error| AppError::new("sample-damaged", &[("why", &error.to_string())]))
}

/// A time as the data writes it, in milliseconds since 1970.
pub(crate) fn time(text: &str) -> Option<i64> {
    text.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_millisecond)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_a_day_that_can_be_looked_at() {
        let data = Data::read().unwrap();
        assert!(data.contributions.len() >= 150, "{} contributions", data.contributions.len());
        let languages: std::collections::BTreeSet<_> =
            data.contributions.iter().map(|said| said.language.as_str()).collect();
        assert!(["ar", "en", "es", "fr", "ru", "zh"].iter().all(|language| languages.contains(language)));
        assert!(data.contributions.iter().any(|said| said.withdrawn));
        assert!(data.contributions.iter().filter_map(|said| said.at.as_deref()).all(|at| time(at).is_some()));
    }
}
