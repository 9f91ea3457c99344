//! Puts the words that people read beside the keys that the store holds.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::doubles::Pair;
use anteroom_model::field::{self, Field};
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Permission, Ranked, Wording};
use anteroom_model::value::Value;
use anteroom_model::view::{AttachmentView, ChangeView, ContributionRow, ContributionView, FoundInView, Standing};
use anteroom_store::{Change, Contribution, FoundIn};

use crate::desk::Desk;
use crate::error::AppError;
use crate::exchange::Names;
use crate::structure::{Structure, text};

/// Labels for a page of contributions.
pub(crate) struct Labels<'a> {
    structure: &'a Structure,
    /// Per speaker, the name they go by and their organisation.
    speakers: BTreeMap<RecordId, (String, Option<RecordId>)>,
    paired: Paired,
}

/// What was said of contributions and others that note the same.
#[derive(Default)]
struct Paired {
    /// Per contribution, the short references of those that are one with it.
    doubles: BTreeMap<RecordId, Vec<String>>,
    /// By id, of all that something was said of.
    references: BTreeMap<RecordId, String>,
}

impl<'a> Labels<'a> {
    pub(crate) async fn read(desk: &Desk, structure: &'a Structure, rows: &[Contribution]) -> Result<Self, AppError> {
        let mut speakers = BTreeMap::new();
        for id in rows.iter().filter_map(|row| row.speaker) {
            if !speakers.contains_key(&id)
                && let Some(record) = desk.store().record(id).await?
            {
                let organisation = record.fields.get(&field::ORGANISATION_OF).and_then(Value::record);
                speakers.insert(id, (text(&record, field::NAME), organisation));
            }
        }
        Ok(Self { structure, speakers, paired: paired(desk, rows).await? })
    }

    /// Labels where no contribution is shown.
    pub(crate) fn none(structure: &'a Structure) -> Self {
        Self { structure, speakers: BTreeMap::new(), paired: Paired::default() }
    }

    pub(crate) fn row(&self, row: &Contribution) -> ContributionRow {
        let segment = row.segment.and_then(|id| self.structure.segment_by_id(id));
        let session = segment.and_then(|segment| self.structure.session_by_key(&segment.session));
        let speaker = row.speaker.and_then(|id| self.speakers.get(&id));
        let organisation = speaker.and_then(|(_, id)| *id).and_then(|id| self.structure.organisations.get(&id));
        ContributionRow {
            id: row.id.to_string(),
            reference: row.reference.clone(),
            text: row.text.clone(),
            highlights: row.highlights.clone(),
            found_in: row.found_in.clone().map(|FoundIn { language, text, is_file_name, highlights }| FoundInView {
                language,
                text,
                is_file_name,
                highlights,
            }),
            language: row.language.clone(),
            kind: (!row.kind.is_empty()).then(|| self.structure.kind_label(&row.kind)),
            groups: row.groups.iter().map(|key| self.structure.group_label(key)).collect(),
            nodes: self.nodes(&row.nodes),
            permissions: row.permissions,
            wording: row.wording,
            state: row.state.clone(),
            segment: segment.map(|segment| self.structure.label(&segment.name)).unwrap_or_default(),
            session: session.map(|session| self.structure.label(&session.name)).unwrap_or_default(),
            question: row.question.and_then(|number| u32::try_from(number).ok()).unwrap_or_default(),
            speaker: speaker.map(|(name, _)| name.clone()).unwrap_or_default(),
            organisation: organisation.map(|organisation| organisation.name.clone()).unwrap_or_default(),
            source: row.source.clone(),
            recorded_at: row.recorded_at,
            said_at: row.said_at,
            conflicts: row.conflicts.iter().map(|field| name_of(*field)).collect(),
            files: row.files.len() as u32,
            doubles: self.paired.doubles.get(&row.id).cloned().unwrap_or_default(),
        }
    }

    /// Tags in the order of the framework.
    fn nodes(&self, keys: &[String]) -> Vec<anteroom_model::view::NodeLabel> {
        let place = |key: &String| self.structure.nodes.iter().position(|node| node.key == *key).unwrap_or(usize::MAX);
        let mut keys: Vec<_> = keys.iter().collect();
        keys.sort_by_key(|key| place(key));
        keys.into_iter().map(|key| self.structure.node_label(key)).collect()
    }

    pub(crate) fn view(
        &self,
        row: &Contribution,
        history: &[Change],
        names: &Names,
        attachments: Vec<AttachmentView>,
    ) -> ContributionView {
        ContributionView {
            translations: row.translations.iter().map(super::correct::translated).collect(),
            row: self.row(row),
            rule: self.structure.rule_of(row),
            round: row.segment.map(|id| id.to_string()).unwrap_or_default(),
            asked: self.question(row),
            attachments,
            halves: Vec::new(),
            // What has no words, such as the series of rounds it has been in, says nothing to a person.
            history: history
                .iter()
                .map(|change| self.change(change, names))
                .filter(|change| !is_wordless(change))
                .collect(),
            standing_against: row
                .standing_against
                .iter()
                .map(|(field, values)| self.standing(*field, values))
                .collect(),
        }
    }

    /// The question of its round that it answers.
    fn question(&self, row: &Contribution) -> String {
        let segment = row.segment.and_then(|id| self.structure.segment_by_id(id));
        let place = row.question.and_then(|number| usize::try_from(number - 1).ok());
        let asked = segment.zip(place).and_then(|(segment, place)| segment.questions.get(place));
        asked.map(|question| self.structure.label(question)).unwrap_or_default()
    }

    fn change(&self, change: &Change, names: &Names) -> ChangeView {
        let told = |value: Option<&Value>| value.map(|value| self.told(change.field, value)).unwrap_or_default();
        ChangeView {
            at: change.at,
            // Not what any laptop says of anybody's name: one table could go by that of another.
            who: names.of_person(&change.author).unwrap_or_default().to_owned(),
            laptop: names.elsewhere(&change.author, &change.device),
            deed: change.deed.name().unwrap_or("").to_lowercase(),
            field: name_of(change.field),
            from: told(change.from.as_ref()),
            to: told(change.to.as_ref()),
        }
    }

    fn standing(&self, field: Field, values: &[Value]) -> Standing {
        Standing { field: name_of(field), values: values.iter().map(|value| self.told(field, value)).collect() }
    }

    /// A value as a person reads it.
    pub(crate) fn told(&self, field: Field, value: &Value) -> String {
        match field {
            field::KIND_KEY => value.text().map(|key| self.structure.kind_label(key).label).unwrap_or_default(),
            field::SEGMENT_OF => {
                let segment = value.record().and_then(|id| self.structure.segment_by_id(id));
                segment.map(|segment| self.structure.label(&segment.name)).unwrap_or_default()
            }
            field::GROUPS => told_set(value, |key| self.structure.group_label(key).label),
            field::TRANSLATIONS => told_translations(value),
            field::DOUBLES | field::APART => told_records(value, |id| self.paired.references.get(&id).cloned()),
            field::TAGS => told_set(value, |key| self.structure.node_label(key).short),
            field::SHARE | field::QUOTE | field::NAME_ORGANISATION | field::NAME_PERSON => answer(value),
            field::SPEAKER_OF => {
                let speaker = value.record().and_then(|id| self.speakers.get(&id));
                speaker.map(|(name, _)| name.clone()).unwrap_or_default()
            }
            field::SAID_AT | field::STARTS | field::ENDS => value.int().map(time).unwrap_or_default(),
            field::RULE => word(&AttributionRule::read(Some(value))),
            field::WORDING => word(&Wording::read(Some(value))),
            _ => plain(value),
        }
    }
}

/// What was said of each of these and others, by the short references of those that are there.
async fn paired(desk: &Desk, rows: &[Contribution]) -> Result<Paired, AppError> {
    let mut paired = Paired::default();
    let doubles = desk.store().doubles().await?;
    let asked: BTreeSet<RecordId> = rows.iter().map(|row| row.id).collect();
    let said: Vec<Pair> = doubles.said().map(|(pair, _)| pair).collect();
    let named = said.iter().filter(|pair| pair.both().iter().any(|id| asked.contains(id))).flat_map(|pair| pair.both());
    let one_with: Vec<(RecordId, Vec<RecordId>)> = asked.iter().map(|id| (*id, doubles.with(*id))).collect();
    let needed: BTreeSet<RecordId> = named.chain(one_with.iter().flat_map(|(_, with)| with.iter().copied())).collect();
    for id in needed {
        let found = match rows.iter().find(|row| row.id == id) {
            Some(row) => Some(row.reference.clone()),
            None => desk.store().contribution(id).await?.map(|row| row.reference),
        };
        paired.references.extend(found.map(|reference| (id, reference)));
    }
    for (id, with) in one_with {
        let mut references: Vec<_> = with.iter().filter_map(|id| paired.references.get(id).cloned()).collect();
        references.sort();
        paired.doubles.extend((!references.is_empty()).then_some((id, references)));
    }
    Ok(paired)
}

/// Elements added and taken away: `+ Trade unions, − Media`; or those present.
fn told_set(value: &Value, label: impl Fn(&str) -> String) -> String {
    let changed: Vec<_> = value
        .elements()
        .filter_map(|(element, present)| {
            Some(format!("{} {}", if present { '+' } else { '−' }, label(element.text()?)))
        })
        .collect();
    if !changed.is_empty() {
        return changed.join(", ");
    }
    let present = value.list().unwrap_or_default().iter().filter_map(Value::text).map(label);
    present.collect::<Vec<_>>().join(", ")
}

/// Records added and taken away, by their names; those that are gone are not told.
fn told_records(value: &Value, name: impl Fn(RecordId) -> Option<String>) -> String {
    let told = value.elements().filter_map(|(element, present)| {
        Some(format!("{} {}", if present { '+' } else { '−' }, name(element.record()?)?))
    });
    told.collect::<Vec<_>>().join(", ")
}

/// The languages translated into, or no longer.
fn told_translations(value: &Value) -> String {
    let told = value.elements().filter_map(|(element, present)| {
        let language = element.list()?.first()?.text()?;
        Some(format!("{} {language}", if present { '+' } else { '−' }))
    });
    told.collect::<Vec<_>>().join(", ")
}

fn plain(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Int(number) => number.to_string(),
        Value::Bool(answer) => answer.to_string(),
        _ => String::new(),
    }
}

/// What happened to a file is told even where its name is gone.
fn is_wordless(change: &ChangeView) -> bool {
    change.from.is_empty() && change.to.is_empty() && change.field != name_of(field::ATTACHED_TO)
}

/// An answer to a question of consent, and what it rests on: `given (in-person)`.
fn answer(value: &Value) -> String {
    let Permission { consent, basis } = Permission::read(Some(value));
    basis.map_or_else(|| word(&consent), |basis| format!("{} ({})", word(&consent), word(&basis)))
}

const DAY: i64 = 86_400_000;

/// Whether this stands for a day on which something was said, at an hour that nobody wrote down: its midnight, UTC.
pub(crate) const fn is_whole_day(said_at: i64) -> bool {
    said_at % DAY == 0
}

/// A time in UTC as people read it; of what was said on a day whose hour nobody knows, the day.
fn time(milliseconds: i64) -> String {
    let form = if is_whole_day(milliseconds) { "%Y-%m-%d" } else { "%Y-%m-%d %H:%M:%S" };
    let time = jiff::Timestamp::from_millisecond(milliseconds);
    time.map_or_else(|_| milliseconds.to_string(), |time| time.strftime(form).to_string())
}

/// A choice by the word it is written with.
fn word<T: serde::Serialize>(choice: &T) -> String {
    serde_json::to_value(choice).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

fn name_of(field: Field) -> String {
    field.name().map_or_else(|| format!("#{}", field.0), |name| name.to_lowercase().replace('_', "-"))
}
