//! Who spoke in one segment, counted: whether a group, a language or an unnamed "participant" gives somebody away.

use std::collections::BTreeMap;

use crate::permission::Voices;

/// The voices of one segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// By key of the stakeholder group.
    pub groups: BTreeMap<String, Voices>,
    /// By language (BCP 47).
    pub languages: BTreeMap<String, Voices>,
    /// All of them together.
    pub everyone: Voices,
    /// How many organisations must have spoken before a group is named.
    pub small: u32,
    /// Under the Chatham House Rule no group at all.
    pub strict: bool,
}

impl Cell {
    /// Whether every one of `groups` is large enough to hide its members. No group hides nobody.
    pub fn hides(&self, groups: &[String]) -> bool {
        !self.strict && !groups.is_empty() && groups.iter().all(|group| self.group_hides(group))
    }

    fn group_hides(&self, group: &str) -> bool {
        self.groups.get(group).is_some_and(|voices| voices.hide_their_members(self.small))
    }

    /// Whether those who would all be "a participant" are many enough together: three organisations of two groups.
    pub fn hides_a_participant(&self) -> bool {
        let masked: Vec<_> = self.groups.iter().filter(|(group, _)| self.strict || !self.group_hides(group)).collect();
        masked.len() >= 2 && masked.iter().map(|(_, voices)| voices.organisations).sum::<u32>() >= self.small.max(1)
    }

    /// Whether it may be told that `said` organisations of this segment said something: neither they nor those who did not
    /// may be so few that a reader knows them.
    pub fn hides_a_count(&self, said: u32) -> bool {
        let few = self.small.max(1);
        said >= few && self.everyone.organisations.saturating_sub(said) >= few
    }

    /// Whether words in `language` could have come from several organisations.
    pub fn language_hides(&self, language: &str) -> bool {
        self.languages.get(language).is_some_and(|voices| voices.organisations >= self.small.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(groups: &[(&str, u32)]) -> Cell {
        let voices = |organisations| Voices { organisations, said: organisations, most: 1 };
        Cell {
            groups: groups.iter().map(|(key, organisations)| ((*key).to_owned(), voices(*organisations))).collect(),
            small: 3,
            ..Cell::default()
        }
    }

    #[test]
    fn a_participant_is_one_of_three_organisations_of_two_groups() {
        assert!(cell(&[("unions", 2), ("media", 1)]).hides_a_participant());
        assert!(!cell(&[("unions", 2)]).hides_a_participant(), "one group would name itself");
        assert!(!cell(&[("unions", 1), ("media", 1)]).hides_a_participant());
        assert!(!cell(&[("unions", 4), ("media", 1)]).hides_a_participant(), "a named group is not part of the crowd");
    }

    #[test]
    fn a_count_is_told_only_where_neither_side_of_it_is_small() {
        let heard = |organisations| Cell {
            small: 3,
            everyone: Voices { organisations, said: organisations, most: 1 },
            ..Cell::default()
        };
        assert!(heard(6).hides_a_count(3));
        assert!(!heard(6).hides_a_count(2), "too few said it");
        assert!(!heard(6).hides_a_count(4), "whoever takes four from six knows the two who did not");
        assert!(!heard(4).hides_a_count(4), "where everybody said it, each of them did");
        assert!(!Cell::default().hides_a_count(0));
    }

    #[test]
    fn a_group_hides_its_members_only_when_all_of_them_are_large() {
        let cell = cell(&[("unions", 3), ("media", 1)]);
        assert!(cell.hides(&["unions".into()]));
        assert!(!cell.hides(&["unions".into(), "media".into()]));
        assert!(!cell.hides(&[]));
        assert!(!Cell { strict: true, ..cell }.hides(&["unions".into()]));
    }
}
