//! Finds what a person names: by id, by key, by what it is called in any language. Each name is looked up, never searched
//! for, because an import asks for every row.

use std::collections::HashMap;

use anteroom_insight::nearest::nearest;
use anteroom_model::ids::RecordId;
use anteroom_model::words::Words;

use super::{Group, Named, Node, Segment, Session, Stage, Structure};
use crate::error::AppError;

/// The most characters of a name: longer ones are no names any more.
const LONGEST: usize = 200;

/// Whether a character turns the direction of what stands behind it: names stand among each other, and one that does so
/// would turn others round.
fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A name that is to be kept, without the blanks around it, and without what is neither seen nor heard.
///
/// # Errors
/// `empty-name`, `name-too-long`.
pub(crate) fn tidy_name(name: &str) -> Result<String, AppError> {
    let name: String = name.chars().filter(|letter| *letter != '\0' && !turns_direction(*letter)).collect();
    let name = name.trim();
    if name.is_empty() {
        return Err(AppError::new("empty-name", &[]));
    }
    let count = name.chars().count();
    if count > LONGEST {
        let (count, most) = (count.to_string(), LONGEST.to_string());
        return Err(AppError::new("name-too-long", &[("count", &count), ("most", &most)]));
    }
    Ok(name.to_owned())
}

/// Where in its list each name stands. A name that two have belongs to the one that was entered first.
#[derive(Clone, Debug, Default)]
pub(super) struct Index(HashMap<String, usize>);

/// Names are compared without regard to case and to blanks around them.
fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

impl Index {
    fn enter(&mut self, name: &str, place: usize) {
        if !name.is_empty() {
            self.0.entry(folded(name)).or_insert(place);
        }
    }

    fn enter_words(&mut self, words: &Words, place: usize) {
        words.0.iter().for_each(|word| self.enter(&word.text, place));
    }

    fn find<'l, T>(&self, asked: &str, list: &'l [T]) -> Option<&'l T> {
        self.0.get(&folded(asked)).and_then(|place| list.get(*place))
    }
}

/// The names of everything that can be named.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    nodes: Index,
    groups: Index,
    kinds: Index,
    stages: Index,
    sessions: Index,
    segments: Index,
    segments_by_id: HashMap<RecordId, usize>,
}

impl Names {
    pub(super) fn of(structure: &Structure) -> Self {
        let mut names = Self::default();
        names.enter_nodes(structure);
        let (in_use, others): (Vec<_>, Vec<_>) = (0..).zip(&structure.groups).partition(|(_, group)| group.in_use);
        for (place, group) in in_use.into_iter().chain(others) {
            names.groups.enter(&group.key, place);
            names.groups.enter_words(&group.name, place);
        }
        for (place, kind) in (0..).zip(&structure.kinds) {
            names.kinds.enter(&kind.key, place);
            names.kinds.enter_words(&kind.name, place);
            // The last part of an id will do, with blanks or without.
            let last_part = kind.key.rsplit(':').next().unwrap_or_default();
            names.kinds.enter(last_part, place);
            names.kinds.enter(&last_part.replace('-', " "), place);
        }
        for (place, stage) in (0..).zip(&structure.stages) {
            names.stages.enter(&stage.key, place);
            names.stages.enter(&stage.record.to_string(), place);
            names.stages.enter_words(&stage.name, place);
        }
        for (place, session) in (0..).zip(&structure.sessions) {
            names.sessions.enter(&session.key, place);
            names.sessions.enter(&session.record.to_string(), place);
            names.sessions.enter_words(&session.name, place);
        }
        for (place, segment) in (0..).zip(&structure.segments) {
            names.segments.enter(&segment.key, place);
            names.segments.enter(&segment.record.to_string(), place);
            names.segments.enter_words(&segment.name, place);
            names.segments_by_id.insert(segment.record, place);
        }
        names
    }

    /// Ids first, then marks such as `6` or `b`, then what nodes are called.
    fn enter_nodes(&mut self, structure: &Structure) {
        for (place, node) in (0..).zip(&structure.nodes) {
            self.nodes.enter(&node.key, place);
        }
        let is_taggable = |node: &Node| structure.level(&node.level).is_some_and(|level| level.taggable);
        let taggable: Vec<_> = (0..).zip(&structure.nodes).filter(|(_, node)| is_taggable(node)).collect();
        for (place, node) in &taggable {
            self.nodes.enter(&node.mark, *place);
        }
        for (place, node) in &taggable {
            self.nodes.enter_words(&node.short, *place);
        }
    }
}

impl Structure {
    /// The node that a person means: an id, a mark such as `6` or `b`, or its short label.
    ///
    /// # Errors
    /// `unknown-node`, with the nearest names.
    pub(crate) fn node(&self, asked: &str) -> Result<&Node, AppError> {
        self.names.nodes.find(asked, &self.nodes).ok_or_else(|| {
            let names = self.nodes.iter().map(|node| node.short.in_language(&self.language).0);
            unknown("unknown-node", asked, names.chain(self.nodes.iter().map(|node| node.key.as_str())))
        })
    }

    /// The stakeholder group of this label or id; one that is in use before one that is not.
    ///
    /// # Errors
    /// `unknown-group`, with the nearest names.
    pub(crate) fn group(&self, asked: &str) -> Result<&Group, AppError> {
        self.names.groups.find(asked, &self.groups).ok_or_else(|| {
            unknown("unknown-group", asked, self.groups.iter().map(|group| group.name.in_language(&self.language).0))
        })
    }

    pub(crate) fn has_group(&self, asked: &str) -> bool {
        self.names.groups.find(asked, &self.groups).is_some()
    }

    /// The kind of contribution of this label or id; the last part of an id will do.
    ///
    /// # Errors
    /// `unknown-kind`, with the nearest names.
    pub(crate) fn kind(&self, asked: &str) -> Result<&Named, AppError> {
        self.names.kinds.find(asked, &self.kinds).ok_or_else(|| {
            unknown("unknown-kind", asked, self.kinds.iter().map(|kind| kind.name.in_language(&self.language).0))
        })
    }

    /// The stage of this name, key or id.
    ///
    /// # Errors
    /// `unknown-stage`, with the nearest names.
    pub(crate) fn stage(&self, asked: &str) -> Result<&Stage, AppError> {
        self.names.stages.find(asked, &self.stages).ok_or_else(|| {
            unknown("unknown-stage", asked, self.stages.iter().map(|stage| stage.name.in_language(&self.language).0))
        })
    }

    /// The session of this name, key or id.
    ///
    /// # Errors
    /// `unknown-session`, with the nearest names.
    pub(crate) fn session(&self, asked: &str) -> Result<&Session, AppError> {
        self.names.sessions.find(asked, &self.sessions).ok_or_else(|| {
            let names = self.sessions.iter().map(|session| session.name.in_language(&self.language).0);
            unknown("unknown-session", asked, names)
        })
    }

    /// The round of this name, key or id.
    ///
    /// # Errors
    /// `unknown-round`, with the nearest names.
    pub(crate) fn segment(&self, asked: &str) -> Result<&Segment, AppError> {
        self.names.segments.find(asked, &self.segments).ok_or_else(|| {
            let names = self.segments.iter().map(|segment| segment.name.in_language(&self.language).0);
            unknown("unknown-round", asked, names)
        })
    }

    pub(crate) fn segment_by_id(&self, id: RecordId) -> Option<&Segment> {
        self.names.segments_by_id.get(&id).and_then(|place| self.segments.get(*place))
    }

    /// The formal grouping of this mark, key or name.
    ///
    /// # Errors
    /// `unknown-grouping`, with those there are, each by what the framework calls it.
    pub(crate) fn grouping(&self, asked: &str) -> Result<&Node, AppError> {
        let asked = folded(asked);
        let is_grouping = |node: &&Node| self.level(&node.level).is_some_and(|level| level.groups.is_some());
        let groupings = || self.nodes.iter().filter(is_grouping);
        let is_called = |words: &Words| words.0.iter().any(|word| folded(&word.text) == asked);
        let fits = |node: &&Node| folded(&node.key) == asked || folded(&node.mark) == asked || is_called(&node.short);
        groupings().find(fits).ok_or_else(|| {
            let known = groupings().map(|node| self.spoken_of(node, &self.language)).collect::<Vec<_>>().join(", ");
            AppError::new("unknown-grouping", &[("name", &asked), ("known", &known)])
        })
    }
}

/// A refusal of a name that is not known, with those that come near.
pub(crate) fn unknown<'a>(code: &str, asked: &str, names: impl Iterator<Item = &'a str>) -> AppError {
    let asked = asked.trim();
    let near: Vec<_> = nearest(asked, names.collect::<Vec<_>>(), 3).into_iter().map(str::to_owned).collect();
    let count = near.len().to_string();
    AppError::new(code, &[("name", asked), ("near", &count), ("nearest", &near.join(", "))]).with_details(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(key: &str, name: &str, in_use: bool) -> Group {
        Group { key: key.to_owned(), name: Words::one(name), in_use }
    }

    #[test]
    fn a_name_that_two_groups_have_means_the_one_in_use() {
        let groups = vec![group("old", "Media", false), group("new", "Media", true)];
        let structure = Structure { groups, ..Structure::default() }.with_names();
        assert_eq!(structure.group(" MEDIA ").unwrap().key, "new");
        assert_eq!(structure.group("old").unwrap().key, "old");
        let unknown = structure.group("Medla").unwrap_err();
        assert_eq!(
            (unknown.code.as_str(), unknown.details.as_slice()),
            ("unknown-group", ["Media".to_owned(), "Media".to_owned()].get(..1).unwrap())
        );
    }

    #[test]
    fn a_name_is_not_empty_and_not_a_book() {
        assert_eq!(tidy_name(" 🙂 "), Ok("🙂".to_owned()));
        assert_eq!(tidy_name("Round \u{202e}1\u{2066}\0"), Ok("Round 1".to_owned()), "it turns no other name round");
        assert_eq!(tidy_name("\u{202e} \u{2069}").unwrap_err().code, "empty-name");
        assert_eq!(tidy_name(&"é".repeat(LONGEST)), Ok("é".repeat(LONGEST)));
        assert_eq!(tidy_name(" \t").unwrap_err().code, "empty-name");
        assert_eq!(tidy_name(&"é".repeat(LONGEST + 1)).unwrap_err().code, "name-too-long");
    }
}
