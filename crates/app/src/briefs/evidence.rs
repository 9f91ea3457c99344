//! What the release check must know of a cited contribution, and of the room it was said in.

use std::collections::BTreeMap;

use anteroom_insight::voices::{Voice, cell};
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::AttributionRule;
use anteroom_model::release::{Cell, Cited, Names};
use anteroom_model::value::Value;
use anteroom_store::{Contribution, Query, Record};

use super::quotes::Source;
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{Structure, text};

/// Where the words of a contribution stand; `None` where two wordings stand against each other.
pub(crate) async fn source_of(desk: &Desk, contribution: &Contribution) -> Result<Option<Source>, AppError> {
    let revision = desk.store().revision_of(contribution.id, field::TEXT).await?;
    Ok(revision.map(|revision| Source { contribution: contribution.id, revision, text: contribution.text.clone() }))
}

/// Everyone who can be named, read once for a release.
pub(crate) struct Register {
    speakers: BTreeMap<RecordId, Record>,
    /// The person's name, by speaker.
    persons: BTreeMap<RecordId, String>,
}

impl Register {
    pub(crate) async fn read(desk: &Desk) -> Result<Self, AppError> {
        let speakers = desk.store().records(field::SPEAKER).await?.into_iter().map(|record| (record.id, record)).collect();
        let mut persons = BTreeMap::new();
        for identity in desk.store().records(field::IDENTITY).await? {
            if let Some(speaker) = identity.fields.get(&field::IDENTITY_OF).and_then(Value::record) {
                persons.insert(speaker, text(&identity, field::NAME));
            }
        }
        Ok(Self { speakers, persons })
    }

    pub(crate) fn names(&self, structure: &Structure) -> Names {
        Names {
            organisations: structure.organisations.values().map(|organisation| organisation.name.clone()).collect(),
            persons: self.persons.values().cloned().collect(),
        }
    }

    /// The organisation of a speaker.
    fn organisation(&self, speaker: RecordId) -> Option<RecordId> {
        self.speakers.get(&speaker)?.fields.get(&field::ORGANISATION_OF)?.record()
    }

    /// Counts who was heard in a segment.
    async fn cell(&self, desk: &Desk, structure: &Structure, segment: RecordId) -> Result<Cell, AppError> {
        let query = Query { segments: Some(vec![segment]), ..Query::default() };
        let heard = desk.store().find(&query, 0, u32::MAX).await?.rows;
        let voice = |row: Contribution| Voice {
            who: row.speaker.map(|speaker| self.organisation(speaker).unwrap_or(speaker)),
            groups: row.groups,
            language: row.language,
        };
        let voices: Vec<_> = heard.into_iter().map(voice).collect();
        Ok(cell(&voices, structure.consultation.small, structure.consultation.strict))
    }

    /// What the check must know of `contribution`; `annex_reference` is its name in this release.
    pub(crate) fn cited(&self, structure: &Structure, contribution: &Contribution, annex_reference: String, cell: Cell) -> Cited {
        let organisation = contribution.speaker.and_then(|speaker| self.organisation(speaker));
        let organisation = organisation.and_then(|id| structure.organisations.get(&id)).map(|organisation| organisation.name.clone());
        Cited {
            own_reference: contribution.reference.clone(),
            annex_reference,
            text: contribution.text.clone(),
            language: contribution.language.clone(),
            wording: contribution.wording,
            permissions: contribution.permissions,
            rule: rule(structure, contribution),
            groups: contribution.groups.iter().map(|key| (key.clone(), structure.group_label(key).label)).collect(),
            organisation,
            person: contribution.speaker.and_then(|speaker| self.persons.get(&speaker)).cloned(),
            kind: if contribution.kind.is_empty() { String::new() } else { structure.kind_label(&contribution.kind).label },
            about: contribution.nodes.iter().map(|key| structure.node_label(key)).map(|node| format!("{} {}", node.mark, node.short)).collect(),
            cell,
        }
    }

    /// The cells of the segments that `contributions` were given in.
    pub(crate) async fn cells(&self, desk: &Desk, structure: &Structure, contributions: &[Contribution]) -> Result<BTreeMap<RecordId, Cell>, AppError> {
        let mut cells = BTreeMap::new();
        for segment in contributions.iter().filter_map(|contribution| contribution.segment) {
            if !cells.contains_key(&segment) {
                cells.insert(segment, self.cell(desk, structure, segment).await?);
            }
        }
        Ok(cells)
    }
}

/// The strictest of the contribution's own rule and of every segment it has been in.
fn rule(structure: &Structure, contribution: &Contribution) -> AttributionRule {
    let been = contribution.segments_been.iter().filter_map(|id| structure.segment_by_id(*id)).map(|segment| segment.rule);
    been.chain([contribution.rule]).min().unwrap_or_default()
}
