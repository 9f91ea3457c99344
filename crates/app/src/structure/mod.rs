//! The bones of a consultation as the journal leaves them: framework, groups, kinds, sessions, organisations. Small, and
//! read whole.

mod names;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use anteroom_insight::suggest::Suggestions;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Permission, Permissions, Ranked};
use anteroom_model::value::{Fields, Value};
use anteroom_model::view::{Labelled, NodeLabel};
use anteroom_model::words::Words;
use anteroom_store::{Contribution, Record, Store};

use crate::error::AppError;

pub(crate) use names::{tidy_name, unknown};

/// What a consultation is made of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Structure {
    /// The language in which labels are read.
    pub(crate) language: String,
    pub(crate) consultation: Consultation,
    pub(crate) levels: Vec<Level>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) kinds: Vec<Named>,
    pub(crate) groups: Vec<Group>,
    pub(crate) stages: Vec<Stage>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) segments: Vec<Segment>,
    pub(crate) organisations: BTreeMap<RecordId, Organisation>,
    names: names::Names,
    /// Made when first asked for.
    pub(crate) suggestions: OnceLock<Suggestions>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Consultation {
    pub(crate) name: String,
    pub(crate) illustration: String,
    pub(crate) framework: String,
    /// The rule for what has no round.
    pub(crate) rule: AttributionRule,
    /// How many organisations of a group must have spoken before it is named.
    pub(crate) small: u32,
    /// Under the Chatham House Rule no groups at all.
    pub(crate) strict: bool,
    /// Whether organisers can help where a passphrase is forgotten.
    pub(crate) helps: bool,
    pub(crate) fingerprint_secret: Vec<u8>,
}

#[derive(Clone, Debug)]
pub(crate) struct Level {
    pub(crate) key: String,
    pub(crate) name: Words,
    pub(crate) taggable: bool,
    /// The level whose nodes this one groups.
    pub(crate) groups: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) key: String,
    pub(crate) level: String,
    pub(crate) mark: String,
    pub(crate) short: Words,
    pub(crate) title: Words,
    pub(crate) colour: String,
    pub(crate) members: Vec<String>,
}

/// A thing with a key and a name.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) key: String,
    pub(crate) name: Words,
}

#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) key: String,
    pub(crate) name: Words,
    /// Whether it stands in the list that is in use.
    pub(crate) in_use: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Stage {
    pub(crate) record: RecordId,
    pub(crate) key: String,
    pub(crate) name: Words,
}

#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) record: RecordId,
    pub(crate) key: String,
    pub(crate) name: Words,
    pub(crate) stage: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub(crate) record: RecordId,
    pub(crate) key: String,
    pub(crate) name: Words,
    pub(crate) session: String,
    pub(crate) rule: AttributionRule,
    /// What holds for a contribution here until its speaker says otherwise; sharing, by what was announced.
    pub(crate) permissions: Permissions,
    pub(crate) questions: Vec<Words>,
    /// Seconds that a speaker has.
    pub(crate) time_limit: Option<i64>,
}

#[derive(Clone, Debug)]
pub(crate) struct Organisation {
    pub(crate) name: String,
    /// Keys of groups.
    pub(crate) groups: Vec<String>,
}

impl Structure {
    pub(crate) async fn read(store: &Store, language: &str) -> Result<Self, AppError> {
        let mut structure = Self { language: language.to_owned(), ..Self::default() };
        for record in store.records(field::CONSULTATION).await? {
            structure.consultation = Consultation::read(&record, structure.consultation.framework);
        }
        for record in store.records(field::FRAMEWORK).await? {
            structure.consultation.framework = text(&record, field::KEY);
        }
        structure.levels = read_in_order(store, field::LEVEL, Level::read).await?;
        structure.nodes = read_in_order(store, field::NODE, Node::read).await?;
        structure.kinds = read_in_order(store, field::CONTRIBUTION_KIND, Named::read).await?;
        structure.groups = read_in_order(store, field::GROUP, Group::read).await?;
        structure.stages = read_in_order(store, field::STAGE, Stage::read).await?;
        structure.sessions = read_in_order(store, field::SESSION, Session::read).await?;
        structure.segments = read_in_order(store, field::SEGMENT, Segment::read).await?;
        for record in store.records(field::ORGANISATION).await?.iter().filter(|record| !is_put_away(record)) {
            structure.organisations.insert(record.id, Organisation::read(record));
        }
        Ok(structure.with_names())
    }

    /// Makes everything in it findable by its names.
    fn with_names(self) -> Self {
        Self { names: names::Names::of(&self), ..self }
    }

    /// The same with more groups, each a key and a name.
    pub(crate) fn with_groups(&self, groups: Vec<(String, String)>) -> Self {
        let mut more = self.clone();
        more.groups.extend(groups.into_iter().map(|(key, name)| Group { key, name: Words::one(name), in_use: true }));
        more.with_names()
    }

    /// The rule that holds for a contribution: the strictest of its own and of every round it has been in.
    pub(crate) fn rule_of(&self, contribution: &Contribution) -> AttributionRule {
        let been = contribution.segments_been.iter().filter_map(|id| self.segment_by_id(*id));
        been.map(|segment| segment.rule).chain([contribution.rule]).min().unwrap_or_default()
    }

    pub(crate) fn session_by_key(&self, key: &str) -> Option<&Session> {
        self.sessions.iter().find(|session| session.key == key)
    }

    pub(crate) fn segments_of<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Segment> {
        self.segments.iter().filter(|segment| segment.session == session.key)
    }

    pub(crate) fn level(&self, key: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.key == key)
    }

    pub(crate) fn node_by_key(&self, key: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.key == key)
    }

    pub(crate) fn label(&self, words: &Words) -> String {
        words.in_language(&self.language).0.to_owned()
    }

    pub(crate) fn group_label(&self, key: &str) -> Labelled {
        let label = self.groups.iter().find(|group| group.key == key).map(|group| self.label(&group.name));
        Labelled { key: key.to_owned(), label: label.unwrap_or_else(|| key.to_owned()) }
    }

    pub(crate) fn kind_label(&self, key: &str) -> Labelled {
        let label = self.kinds.iter().find(|kind| kind.key == key).map(|kind| self.label(&kind.name));
        Labelled { key: key.to_owned(), label: label.unwrap_or_else(|| key.to_owned()) }
    }

    pub(crate) fn node_label(&self, key: &str) -> NodeLabel {
        let Some(node) = self.node_by_key(key) else {
            return NodeLabel { key: key.to_owned(), short: key.to_owned(), ..NodeLabel::default() };
        };
        let grouping = self.nodes.iter().find(|grouping| grouping.members.iter().any(|member| member == key));
        let (title, title_falls_back) = node.title.in_language(&self.language);
        NodeLabel {
            key: node.key.clone(),
            level: node.level.clone(),
            mark: node.mark.clone(),
            short: self.label(&node.short),
            title: title.to_owned(),
            title_falls_back,
            colour: grouping.map_or_else(|| node.colour.clone(), |grouping| grouping.colour.clone()),
            grouping: grouping.map(|grouping| grouping.mark.clone()).unwrap_or_default(),
            grouping_level: grouping.map(|grouping| self.level_name(grouping, &self.language)).unwrap_or_default(),
            grouping_title: grouping.map(|grouping| self.label(&grouping.title)).unwrap_or_default(),
        }
    }

    /// What the framework calls a node of this level.
    pub(crate) fn level_name(&self, node: &Node, language: &str) -> String {
        let level = self.level(&node.level);
        level.map(|level| level.name.in_language(language).0.to_owned()).unwrap_or_default()
    }

    /// A node as people speak of it: what its level is called, and its mark.
    pub(crate) fn spoken_of(&self, node: &Node, language: &str) -> String {
        format!("{} {}", self.level_name(node, language), node.mark).trim().to_owned()
    }
}

async fn read_in_order<T>(store: &Store, kind: field::Kind, read: impl Fn(&Record) -> T) -> Result<Vec<T>, AppError> {
    let mut records = store.records(kind).await?;
    records.retain(|record| !is_put_away(record));
    records.sort_by_key(|record| (number(record, field::ORDER).unwrap_or(i64::MAX), record.id));
    Ok(records.iter().map(read).collect())
}

pub(crate) fn is_put_away(record: &Record) -> bool {
    record.fields.get(&field::PUT_AWAY).and_then(Value::bool).unwrap_or(false)
}

pub(crate) fn text(record: &Record, field: field::Field) -> String {
    text_of(&record.fields, field)
}

pub(crate) fn text_of(fields: &Fields, field: field::Field) -> String {
    fields.get(&field).and_then(Value::text).unwrap_or_default().to_owned()
}

pub(crate) fn number(record: &Record, field: field::Field) -> Option<i64> {
    record.fields.get(&field).and_then(Value::int)
}

/// The texts of a set, as the store hands it out: a sorted list of the elements present.
pub(crate) fn texts(record: &Record, field: field::Field) -> Vec<String> {
    let elements = record.fields.get(&field).and_then(Value::list).unwrap_or_default();
    elements.iter().filter_map(Value::text).map(str::to_owned).collect()
}

fn flag(record: &Record, field: field::Field) -> bool {
    record.fields.get(&field).and_then(Value::bool).unwrap_or(false)
}

fn words(record: &Record, field: field::Field) -> Words {
    Words::read(record.fields.get(&field))
}

fn questions(record: &Record) -> Vec<Words> {
    let asked = record.fields.get(&field::QUESTIONS).and_then(Value::list).unwrap_or_default();
    asked.iter().map(|question| Words::read(Some(question))).collect()
}

/// What holds where a consultation says nothing: three organisations.
const SMALL: u32 = 3;

impl Consultation {
    fn read(record: &Record, framework: String) -> Self {
        let small = number(record, field::SMALL).and_then(|small| u32::try_from(small).ok());
        Self {
            name: text(record, field::NAME),
            illustration: text(record, field::ILLUSTRATION),
            framework,
            rule: AttributionRule::read(record.fields.get(&field::RULE)),
            small: small.unwrap_or(SMALL),
            strict: number(record, field::STRICT).is_some_and(|strict| strict > 0),
            helps: number(record, field::HELP) == Some(0),
            fingerprint_secret: record
                .fields
                .get(&field::FINGERPRINT_SECRET)
                .and_then(Value::bytes)
                .unwrap_or_default()
                .to_vec(),
        }
    }
}

impl Level {
    fn read(record: &Record) -> Self {
        let groups = text(record, field::LEVEL_KEY);
        Self {
            key: text(record, field::KEY),
            name: words(record, field::NAME),
            taggable: flag(record, field::PRESENT),
            groups: (!groups.is_empty()).then_some(groups),
        }
    }
}

impl Node {
    fn read(record: &Record) -> Self {
        Self {
            key: text(record, field::KEY),
            level: text(record, field::LEVEL_KEY),
            mark: text(record, field::MARK),
            short: words(record, field::SHORT),
            title: words(record, field::TITLES),
            colour: text(record, field::COLOUR),
            members: texts(record, field::MEMBERS),
        }
    }
}

impl Named {
    fn read(record: &Record) -> Self {
        Self { key: text(record, field::KEY), name: words(record, field::NAME) }
    }
}

impl Group {
    fn read(record: &Record) -> Self {
        Self { key: text(record, field::KEY), name: words(record, field::NAME), in_use: flag(record, field::PRESENT) }
    }
}

impl Stage {
    fn read(record: &Record) -> Self {
        Self { record: record.id, key: text(record, field::KEY), name: words(record, field::NAME) }
    }
}

impl Session {
    fn read(record: &Record) -> Self {
        Self {
            record: record.id,
            key: text(record, field::KEY),
            name: words(record, field::NAME),
            stage: text(record, field::PARENT),
        }
    }
}

impl Segment {
    fn read(record: &Record) -> Self {
        Self {
            record: record.id,
            key: text(record, field::KEY),
            name: words(record, field::NAME),
            session: text(record, field::PARENT),
            rule: AttributionRule::read(record.fields.get(&field::RULE)),
            permissions: read_permissions(record),
            questions: questions(record),
            time_limit: number(record, field::TIME_LIMIT),
        }
    }
}

impl Organisation {
    fn read(record: &Record) -> Self {
        Self { name: text(record, field::NAME), groups: texts(record, field::GROUPS) }
    }
}

pub(crate) fn read_permissions(record: &Record) -> Permissions {
    let read = |field| Permission::read(record.fields.get(&field));
    Permissions {
        share: read(field::SHARE),
        quote: read(field::QUOTE),
        name_organisation: read(field::NAME_ORGANISATION),
        name_person: read(field::NAME_PERSON),
    }
}
