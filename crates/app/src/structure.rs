//! The bones of a consultation as the journal leaves them: framework, groups, kinds, sessions, organisations. Small, and
//! read whole; everything a person names is looked up here.

use std::collections::BTreeMap;

use anteroom_insight::nearest::nearest;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{AttributionRule, Permission, Permissions, Ranked};
use anteroom_model::value::Value;
use anteroom_model::view::{Labelled, NodeLabel};
use anteroom_model::words::Words;
use anteroom_store::{Record, Store};

use crate::error::AppError;

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
    pub(crate) stages: Vec<Named>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) segments: Vec<Segment>,
    pub(crate) organisations: BTreeMap<RecordId, Organisation>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Consultation {
    pub(crate) record: RecordId,
    pub(crate) name: String,
    pub(crate) illustration: String,
    pub(crate) framework: String,
    /// The rule for what has no round.
    pub(crate) rule: AttributionRule,
    /// How many organisations of a group must have spoken before it is named.
    pub(crate) small: u32,
    /// Under the Chatham House Rule no groups at all.
    pub(crate) strict: bool,
    pub(crate) fingerprint_secret: Vec<u8>,
}

#[derive(Clone, Debug)]
pub(crate) struct Level {
    pub(crate) key: String,
    pub(crate) name: Words,
    /// `number` or `letter`.
    pub(crate) mark: String,
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
    pub(crate) chapeau: Words,
}

#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) key: String,
    pub(crate) name: Words,
    /// Whether it stands in the list that is in use.
    pub(crate) in_use: bool,
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
}

#[derive(Clone, Debug)]
pub(crate) struct Organisation {
    pub(crate) name: String,
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
        structure.stages = read_in_order(store, field::STAGE, Named::read).await?;
        structure.sessions = read_in_order(store, field::SESSION, Session::read).await?;
        structure.segments = read_in_order(store, field::SEGMENT, Segment::read).await?;
        for record in store.records(field::ORGANISATION).await? {
            structure.organisations.insert(record.id, Organisation::read(&record));
        }
        Ok(structure)
    }

    /// The node that a person means: an id, a mark such as `6` or `b`, or its short label.
    ///
    /// # Errors
    /// `unknown-node`, with the nearest names.
    pub(crate) fn node(&self, asked: &str) -> Result<&Node, AppError> {
        let asked = asked.trim();
        let taggable = |node: &&Node| self.level(&node.level).is_some_and(|level| level.taggable);
        self.nodes
            .iter()
            .find(|node| node.key.eq_ignore_ascii_case(asked))
            .or_else(|| self.nodes.iter().filter(taggable).find(|node| node.mark.eq_ignore_ascii_case(asked)))
            .or_else(|| self.nodes.iter().filter(taggable).find(|node| is_called(&node.short, asked)))
            .ok_or_else(|| {
                let names = self.nodes.iter().map(|node| node.short.in_language(&self.language).0);
                unknown("unknown-node", asked, names.chain(self.nodes.iter().map(|node| node.key.as_str())))
            })
    }

    /// The stakeholder group of this label or id.
    ///
    /// # Errors
    /// `unknown-group`, with the nearest names.
    pub(crate) fn group(&self, asked: &str) -> Result<&Group, AppError> {
        let fits = |group: &&Group| group.key.eq_ignore_ascii_case(asked.trim()) || is_called(&group.name, asked);
        let in_use = self.groups.iter().filter(|group| group.in_use);
        in_use.chain(self.groups.iter().filter(|group| !group.in_use)).find(fits).ok_or_else(|| {
            unknown("unknown-group", asked, self.groups.iter().map(|group| group.name.in_language(&self.language).0))
        })
    }

    /// The kind of contribution of this label or id; the last part of an id will do.
    ///
    /// # Errors
    /// `unknown-kind`, with the nearest names.
    pub(crate) fn kind(&self, asked: &str) -> Result<&Named, AppError> {
        let asked = asked.trim();
        let last_part = |key: &str| key.rsplit(':').next().unwrap_or_default().eq_ignore_ascii_case(&asked.replace(' ', "-"));
        self.kinds
            .iter()
            .find(|kind| kind.key.eq_ignore_ascii_case(asked) || is_called(&kind.name, asked) || last_part(&kind.key))
            .ok_or_else(|| {
                unknown("unknown-kind", asked, self.kinds.iter().map(|kind| kind.name.in_language(&self.language).0))
            })
    }

    /// The session of this name, key or id.
    ///
    /// # Errors
    /// `unknown-session`, with the nearest names.
    pub(crate) fn session(&self, asked: &str) -> Result<&Session, AppError> {
        let fits = |session: &&Session| {
            session.key == asked || session.record.to_string() == asked || is_called(&session.name, asked)
        };
        self.sessions.iter().find(fits).ok_or_else(|| {
            unknown("unknown-session", asked, self.sessions.iter().map(|session| session.name.in_language(&self.language).0))
        })
    }

    /// The round of this name, key or id.
    ///
    /// # Errors
    /// `unknown-round`, with the nearest names.
    pub(crate) fn segment(&self, asked: &str) -> Result<&Segment, AppError> {
        let fits = |segment: &&Segment| {
            segment.key == asked || segment.record.to_string() == asked || is_called(&segment.name, asked)
        };
        self.segments.iter().find(fits).ok_or_else(|| {
            unknown("unknown-round", asked, self.segments.iter().map(|segment| segment.name.in_language(&self.language).0))
        })
    }

    pub(crate) fn segment_by_id(&self, id: RecordId) -> Option<&Segment> {
        self.segments.iter().find(|segment| segment.record == id)
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

    /// The grouping of this mark: a formal roundtable.
    ///
    /// # Errors
    /// `unknown-grouping`, with those there are.
    pub(crate) fn grouping(&self, asked: &str) -> Result<&Node, AppError> {
        let asked = asked.trim();
        let groupings = || self.nodes.iter().filter(|node| self.level(&node.level).is_some_and(|level| level.groups.is_some()));
        groupings().find(|node| node.key == asked || node.mark == asked || is_called(&node.short, asked)).ok_or_else(|| {
            let known = groupings().map(|node| node.mark.as_str()).collect::<Vec<_>>().join(", ");
            AppError::new("unknown-grouping", &[("name", asked), ("known", &known)])
        })
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
        }
    }
}

/// A refusal of a name that is not known, with those that come near.
fn unknown<'a>(code: &str, asked: &str, names: impl Iterator<Item = &'a str>) -> AppError {
    let near: Vec<_> = nearest(asked, names.collect::<Vec<_>>(), 3).into_iter().map(str::to_owned).collect();
    let nearest = if near.is_empty() { "–".to_owned() } else { near.join(", ") };
    AppError::new(code, &[("name", asked), ("nearest", &nearest)]).with_details(near)
}

fn is_called(words: &Words, asked: &str) -> bool {
    words.0.iter().any(|word| word.text.to_lowercase() == asked.trim().to_lowercase())
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
    record.fields.get(&field).and_then(Value::text).unwrap_or_default().to_owned()
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

/// What holds where a consultation says nothing: three organisations.
const SMALL: u32 = 3;

impl Consultation {
    fn read(record: &Record, framework: String) -> Self {
        let small = number(record, field::SMALL).and_then(|small| u32::try_from(small).ok());
        Self {
            record: record.id,
            name: text(record, field::NAME),
            illustration: text(record, field::ILLUSTRATION),
            framework,
            rule: AttributionRule::read(record.fields.get(&field::RULE)),
            small: small.unwrap_or(SMALL),
            strict: number(record, field::STRICT).is_some_and(|strict| strict > 0),
            fingerprint_secret: record.fields.get(&field::FINGERPRINT_SECRET).and_then(Value::bytes).unwrap_or_default().to_vec(),
        }
    }
}

impl Level {
    fn read(record: &Record) -> Self {
        let groups = text(record, field::LEVEL_KEY);
        Self {
            key: text(record, field::KEY),
            name: words(record, field::NAME),
            mark: text(record, field::MARK),
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
        Self { key: text(record, field::KEY), name: words(record, field::NAME), chapeau: words(record, field::CHAPEAU) }
    }
}

impl Group {
    fn read(record: &Record) -> Self {
        Self { key: text(record, field::KEY), name: words(record, field::NAME), in_use: flag(record, field::PRESENT) }
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
