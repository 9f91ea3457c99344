//! What the release check must know of a cited contribution, and of the room it was said in.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_insight::voices::{Voice, cell};
use anteroom_model::doubles::Doubles;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::release::{Cell, Cited, Names};
use anteroom_model::value::Value;
use anteroom_model::words::Words;
use anteroom_store::{Contribution, Heard};

use super::quotes::Source;
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::{Structure, is_put_away, text};

/// Where the words of a contribution stand; `None` where two wordings stand against each other.
pub(crate) async fn source_of(desk: &Desk, contribution: &Contribution) -> Result<Option<Source>, AppError> {
    let revision = desk.store().revision_of(contribution.id, field::TEXT).await?;
    Ok(revision.map(|revision| Source { contribution: contribution.id, revision, text: contribution.text.clone() }))
}

/// The rooms in which the evidence of a release was said, and everyone who can be named: read once.
pub(crate) struct Register {
    /// Of the speakers heard there, those who have one.
    organisations: BTreeMap<RecordId, RecordId>,
    /// The person's name, by speaker.
    persons: BTreeMap<RecordId, String>,
    cells: BTreeMap<RecordId, Cell>,
    /// Of what has no round.
    no_cell: Cell,
    /// Of what two people noted and both is evidence: by what it is known together, and who spoke.
    noted_twice: BTreeMap<RecordId, (RecordId, Option<RecordId>)>,
}

impl Register {
    pub(crate) async fn read(
        desk: &Desk,
        structure: &Structure,
        evidence: &BTreeMap<RecordId, Contribution>,
    ) -> Result<Self, AppError> {
        let segments: BTreeSet<_> = evidence.values().filter_map(|contribution| contribution.segment).collect();
        let mut heard = Vec::new();
        for segment in segments {
            heard.push((segment, desk.store().heard(segment).await?));
        }
        let cited = evidence.values().filter_map(|contribution| contribution.speaker);
        let speakers = cited.chain(heard.iter().flat_map(|(_, heard)| heard).filter_map(|heard| heard.speaker));
        let organisations = organisations_of(desk, speakers.collect()).await?;
        let (small, strict) = (structure.consultation.small, structure.consultation.strict);
        let voice = |heard: Heard| Voice {
            who: heard.speaker.map(|speaker| organisations.get(&speaker).copied().unwrap_or(speaker)),
            groups: heard.groups,
            language: heard.language,
            times: heard.times,
        };
        let voices = |heard: Vec<Heard>| heard.into_iter().map(voice).collect::<Vec<_>>();
        let cells = heard.into_iter().map(|(segment, heard)| (segment, cell(&voices(heard), small, strict))).collect();
        let no_cell = Cell { small, strict, ..Cell::default() };
        let noted_twice = noted_twice(&desk.store().doubles().await?, evidence, &organisations);
        Ok(Self { organisations, persons: persons(desk).await?, cells, no_cell, noted_twice })
    }

    /// Who spoke: the organisation, or the speaker where there is none; all unknown speakers are one, and so are those of
    /// whom two people noted the same words.
    pub(crate) fn voice(&self, contribution: &Contribution) -> Option<RecordId> {
        if let Some((_, voice)) = self.noted_twice.get(&contribution.id) {
            return *voice;
        }
        contribution.speaker.map(|speaker| self.organisations.get(&speaker).copied().unwrap_or(speaker))
    }

    pub(crate) fn names(&self, structure: &Structure) -> Names {
        Names {
            organisations: structure.organisations.values().map(|organisation| organisation.name.clone()).collect(),
            persons: self.persons.values().cloned().collect(),
        }
    }

    /// What the check must know of `contribution`. Its name in a release is given when there is one.
    /// Labels are in the language of the brief.
    pub(crate) fn cited(&self, structure: &Structure, language: &str, contribution: &Contribution) -> Cited {
        // Whoever may not have said it is not named for it.
        let speaker = contribution.speaker.filter(|_| !contribution.conflicts.contains(&field::SPEAKER_OF));
        let organisation = speaker.and_then(|speaker| self.organisations.get(&speaker));
        let organisation = organisation.and_then(|id| structure.organisations.get(id));
        let in_language = |words: &Words| words.in_language(language).0.to_owned();
        let node = |key: &String| match structure.node_by_key(key) {
            Some(node) => format!("{} {}", node.mark, in_language(&node.short)).trim().to_owned(),
            None => key.clone(),
        };
        let group = |key: &String| {
            let group = structure.groups.iter().find(|group| group.key == *key);
            (key.clone(), group.map_or_else(|| key.clone(), |group| in_language(&group.name)))
        };
        let kind = structure.kinds.iter().find(|kind| kind.key == contribution.kind);
        Cited {
            own_reference: contribution.reference.clone(),
            annex_reference: String::new(),
            text: contribution.text.clone(),
            language: contribution.language.clone(),
            wording: contribution.wording,
            permissions: contribution.permissions,
            rule: structure.rule_of(contribution),
            groups: contribution.groups.iter().map(group).collect(),
            organisation: organisation.map(|organisation| organisation.name.clone()),
            person: speaker.and_then(|speaker| self.persons.get(&speaker)).cloned(),
            kind: kind.map_or_else(|| contribution.kind.clone(), |kind| in_language(&kind.name)),
            about: contribution.nodes.iter().map(node).collect(),
            voice: self.voice(contribution),
            room: contribution.segment,
            cell: contribution.segment.and_then(|segment| self.cells.get(&segment)).unwrap_or(&self.no_cell).clone(),
            is_unsettled: contribution.conflicts.contains(&field::TEXT),
            one_with: self.noted_twice.get(&contribution.id).map(|(known, _)| *known),
        }
    }
}

/// Of what is noted twice among the evidence, who spoke: the organisation that one of the notes knows, else whom one knows.
fn noted_twice(
    doubles: &Doubles,
    evidence: &BTreeMap<RecordId, Contribution>,
    organisations: &BTreeMap<RecordId, RecordId>,
) -> BTreeMap<RecordId, (RecordId, Option<RecordId>)> {
    let mut known: BTreeMap<RecordId, Vec<&Contribution>> = BTreeMap::new();
    for contribution in evidence.values() {
        known.entry(doubles.voice(contribution.id)).or_default().push(contribution);
    }
    let mut voices = BTreeMap::new();
    for (one, notes) in known.into_iter().filter(|(_, notes)| notes.len() > 1) {
        let speakers = || notes.iter().filter_map(|note| note.speaker);
        let voice = speakers().find_map(|speaker| organisations.get(&speaker).copied()).or_else(|| speakers().next());
        voices.extend(notes.iter().map(|note| (note.id, (one, voice))));
    }
    voices
}

/// The organisations of these speakers.
async fn organisations_of(desk: &Desk, speakers: BTreeSet<RecordId>) -> Result<BTreeMap<RecordId, RecordId>, AppError> {
    let mut organisations = BTreeMap::new();
    for speaker in speakers {
        let record = desk.store().record(speaker).await?;
        let organisation = record.as_ref().and_then(|record| record.fields.get(&field::ORGANISATION_OF)?.record());
        organisations.extend(organisation.map(|organisation| (speaker, organisation)));
    }
    Ok(organisations)
}

/// The names of persons, by speaker.
async fn persons(desk: &Desk) -> Result<BTreeMap<RecordId, String>, AppError> {
    let identities = desk.store().records(field::IDENTITY).await?;
    let named = identities.iter().filter(|identity| !is_put_away(identity)).filter_map(|identity| {
        let speaker = identity.fields.get(&field::IDENTITY_OF).and_then(Value::record)?;
        Some((speaker, text(identity, field::NAME)))
    });
    Ok(named.collect())
}
