//! The frameworks that ship with the program: data with provenance, read once and copied into a consultation.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::field::{self, Kind};
use anteroom_model::value::{Fields, Value};
use anteroom_model::words::{Status, Word, Words};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::consultations::FrameworkView;
use crate::error::AppError;

/// Every framework that ships: its key, its text, and the words of ours by which texts about it are known.
const SHIPPED: &[(&str, &str, &str)] = &[
    ("gcm", include_str!("../../../frameworks/gcm.json"), include_str!("../../../frameworks/gcm.keywords.json")),
    ("sdg", include_str!("../../../frameworks/sdg.json"), include_str!("../../../frameworks/sdg.keywords.json")),
];

/// Words of titles that do not tell what a node is about.
const COMMON: &str = include_str!("../../../frameworks/common-words.json");

/// Official wording in several languages, each with its source.
type Titles = BTreeMap<String, Title>;

#[derive(Debug, Deserialize)]
struct Title {
    text: String,
    #[serde(default)]
    status: Status,
    /// Where the wording was read.
    #[serde(default)]
    source: String,
}

/// Our own wording in several languages.
type Names = BTreeMap<String, String>;

#[derive(Debug, Deserialize)]
pub(crate) struct Framework {
    #[serde(rename = "framework")]
    key: String,
    version: String,
    name: Names,
    citation: String,
    provenance: String,
    levels: Vec<Level>,
    nodes: Vec<Node>,
    #[serde(default)]
    stages: Vec<Stage>,
    group_lists: Vec<GroupList>,
    kinds: Vec<ContributionKind>,
    #[serde(skip)]
    digest: Vec<u8>,
}

#[derive(Debug, Deserialize)]
struct Level {
    key: String,
    mark: String,
    taggable: bool,
    #[serde(default)]
    groups: Option<String>,
    name: Names,
}

#[derive(Debug, Deserialize)]
struct Node {
    key: String,
    level: String,
    mark: String,
    short: Titles,
    title: Titles,
    #[serde(default)]
    members: Vec<String>,
    #[serde(default)]
    colour: String,
}

#[derive(Debug, Deserialize)]
struct Stage {
    key: String,
    name: Names,
    #[serde(default)]
    sessions: Vec<Session>,
}

#[derive(Debug, Deserialize)]
struct Session {
    key: String,
    name: Names,
}

#[derive(Debug, Deserialize)]
struct GroupList {
    key: String,
    #[serde(default)]
    default: bool,
    groups: Vec<Group>,
}

#[derive(Debug, Deserialize)]
struct Group {
    key: String,
    name: Names,
    #[serde(default)]
    short: Names,
}

#[derive(Debug, Deserialize)]
struct ContributionKind {
    key: String,
    name: Names,
    #[serde(default)]
    chapeau: Option<Names>,
}

/// Words by language, as they stand in a file of ours.
pub(crate) type Lists = BTreeMap<String, Vec<String>>;

#[derive(Debug, Deserialize)]
struct Keywords {
    nodes: BTreeMap<String, Lists>,
}

#[derive(Debug, Deserialize)]
struct Common {
    words: Lists,
}

/// The words of ours for each node of a framework; none for a framework that does not ship.
pub(crate) fn keywords(framework: &str) -> BTreeMap<String, Lists> {
    let (_, _, text) = SHIPPED.iter().find(|(key, ..)| *key == framework).copied().unwrap_or_default();
    serde_json::from_str(text).map(|keywords: Keywords| keywords.nodes).unwrap_or_default()
}

/// Words of titles that do not tell what a node is about.
pub(crate) fn common_words() -> Lists {
    serde_json::from_str(COMMON).map(|common: Common| common.words).unwrap_or_default()
}

/// A record that a new consultation begins with.
pub(crate) type Copied = (Kind, Fields);

impl Framework {
    /// The shipped framework called `key`.
    ///
    /// # Errors
    /// `unknown-framework`, with the names there are.
    pub(crate) fn shipped(key: &str) -> Result<Self, AppError> {
        let known = SHIPPED.iter().map(|(key, ..)| *key).collect::<Vec<_>>().join(", ");
        let unknown = || AppError::new("unknown-framework", &[("name", key), ("known", &known)]);
        let (_, text, _) =
            SHIPPED.iter().find(|(known, ..)| known.eq_ignore_ascii_case(key.trim())).ok_or_else(unknown)?;
        let mut framework: Self = serde_json::from_str(text).map_err(|_| unknown())?;
        framework.digest = Sha256::digest(text).to_vec();
        Ok(framework)
    }

    /// Every framework that ships.
    pub(crate) fn all() -> impl Iterator<Item = Result<Self, AppError>> {
        SHIPPED.iter().map(|(key, ..)| Self::shipped(key))
    }

    pub(crate) fn view(&self, language: &str) -> FrameworkView {
        FrameworkView {
            key: self.key.clone(),
            name: names(&self.name).in_language(language).0.to_owned(),
            version: self.version.clone(),
            citation: self.citation.clone(),
        }
    }

    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    /// Everything of the framework as records. `with_stages`: also the stages it proposes.
    pub(crate) fn records(&self, with_stages: bool) -> Vec<Copied> {
        let mut records = vec![(
            field::FRAMEWORK,
            Fields::from([
                (field::KEY, self.key.as_str().into()),
                (field::NAME, names(&self.name).to_value()),
                (field::VERSION, self.version.as_str().into()),
                (field::DIGEST, Value::Bytes(self.digest.clone())),
                (field::PROVENANCE, format!("{} {}", self.citation, self.provenance).into()),
            ]),
        )];
        records.extend(self.levels.iter().enumerate().map(|(at, level)| level.record(at)));
        records.extend(self.nodes.iter().enumerate().map(|(at, node)| node.record(at)));
        records.extend(self.kinds.iter().enumerate().map(|(at, kind)| kind.record(at)));
        records.extend(self.groups());
        if with_stages {
            records.extend(self.stages.iter().enumerate().flat_map(|(at, stage)| stage.records(at)));
        }
        records
    }
}

fn order(at: usize) -> Value {
    Value::Int(at as i64)
}

fn names(names: &Names) -> Words {
    let word = |(language, text): (&String, &String)| Word {
        language: language.clone(),
        text: text.clone(),
        status: Status::Ours,
        source: String::new(),
    };
    Words(names.iter().map(word).collect())
}

fn titles(titles: &Titles) -> Words {
    let word = |(language, title): (&String, &Title)| Word {
        language: language.clone(),
        text: title.text.clone(),
        status: title.status,
        source: title.source.clone(),
    };
    Words(titles.iter().map(word).collect())
}

impl Level {
    fn record(&self, at: usize) -> Copied {
        let mut fields = Fields::from([
            (field::KEY, self.key.as_str().into()),
            (field::NAME, names(&self.name).to_value()),
            (field::MARK, self.mark.as_str().into()),
            (field::PRESENT, self.taggable.into()),
            (field::ORDER, order(at)),
        ]);
        if let Some(grouped) = &self.groups {
            fields.insert(field::LEVEL_KEY, grouped.as_str().into());
        }
        (field::LEVEL, fields)
    }
}

impl Node {
    fn record(&self, at: usize) -> Copied {
        let mut fields = Fields::from([
            (field::KEY, self.key.as_str().into()),
            (field::LEVEL_KEY, self.level.as_str().into()),
            (field::MARK, self.mark.as_str().into()),
            (field::SHORT, titles(&self.short).to_value()),
            (field::TITLES, titles(&self.title).to_value()),
            (field::COLOUR, self.colour.as_str().into()),
            (field::ORDER, order(at)),
        ]);
        if !self.members.is_empty() {
            fields.insert(field::MEMBERS, Value::set(self.members.iter().map(|key| key.as_str().into()), []));
        }
        (field::NODE, fields)
    }
}

impl ContributionKind {
    fn record(&self, at: usize) -> Copied {
        let mut fields = Fields::from([
            (field::KEY, self.key.as_str().into()),
            (field::NAME, names(&self.name).to_value()),
            (field::ORDER, order(at)),
        ]);
        if let Some(chapeau) = &self.chapeau {
            fields.insert(field::CHAPEAU, names(chapeau).to_value());
        }
        (field::CONTRIBUTION_KIND, fields)
    }
}

impl Framework {
    /// The groups of all lists, those of the list in use first; one that stands in several lists is one group.
    fn groups(&self) -> impl Iterator<Item = Copied> {
        let (in_use, others): (Vec<_>, Vec<_>) = self.group_lists.iter().partition(|list| list.default);
        let mut seen = BTreeSet::new();
        let all = in_use.into_iter().chain(others).flat_map(|list| list.groups.iter().map(move |group| (list, group)));
        all.filter(move |(_, group)| seen.insert(group.key.as_str())).enumerate().map(|(at, (list, group))| {
            let fields = Fields::from([
                (field::KEY, group.key.as_str().into()),
                (field::NAME, names(&group.name).to_value()),
                (field::SHORT, names(if group.short.is_empty() { &group.name } else { &group.short }).to_value()),
                (field::LIST, list.key.as_str().into()),
                (field::PRESENT, list.default.into()),
                (field::ORDER, order(at)),
            ]);
            (field::GROUP, fields)
        })
    }
}

impl Stage {
    fn records(&self, at: usize) -> impl Iterator<Item = Copied> {
        let stage = Fields::from([
            (field::KEY, self.key.as_str().into()),
            (field::NAME, names(&self.name).to_value()),
            (field::ORDER, order(at)),
        ]);
        let sessions = self.sessions.iter().enumerate().map(|(at, session)| {
            let fields = Fields::from([
                (field::KEY, session.key.as_str().into()),
                (field::NAME, names(&session.name).to_value()),
                (field::PARENT, self.key.as_str().into()),
                (field::ORDER, order(at)),
            ]);
            (field::SESSION, fields)
        });
        std::iter::once((field::STAGE, stage)).chain(sessions)
    }
}
