//! Who said that? What may be said aloud about who stands behind one paragraph, by the rule and the permissions.
//!
//! It asks what the release check asks, for the widest audience there is: nobody knows who else is in the room. What may
//! not be told is left out of every count, so that nothing can be found by taking one number from another.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Cited, DraftBrief, DraftPiece, DraftStatement};
use super::table::{Audience, Naming};
use crate::ids::RecordId;

/// What may be said aloud.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aloud {
    /// Distinct organisations that spoke where the rule lets them be told apart; an unaffiliated person is one.
    pub organisations: u32,
    /// The labels of their groups.
    pub groups: BTreeSet<String>,
    /// Those of them that agreed to be named.
    pub named: BTreeSet<String>,
    /// Who spoke under the Chatham House Rule.
    pub masked: Option<Masked>,
    /// How much of the evidence nothing may be said of. For the rapporteur alone: never part of the line.
    pub unspoken: u32,
}

/// Participants whom the Chatham House Rule hides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masked {
    /// How many organisations; `None` where the number would tell who.
    pub organisations: Option<u32>,
    /// The labels of the groups that are large enough to hide their members.
    pub groups: BTreeSet<String>,
    /// Whether there are others beside them, who are of no group that may be named.
    pub others: bool,
}

/// The paragraph `number` of a brief, from 1, as the release numbers it; `None` where there is none.
fn paragraph(draft: &DraftBrief, number: u32) -> Option<&DraftStatement> {
    let place = usize::try_from(number.checked_sub(1)?).ok()?;
    draft.sections.iter().flat_map(|section| &section.statements).nth(place)
}

/// What may be said aloud about paragraph `number`; `None` where there is no such paragraph.
pub fn aloud(draft: &DraftBrief, number: u32) -> Option<Aloud> {
    let statement = paragraph(draft, number)?;
    let quoted = statement.pieces.iter().filter_map(|piece| match piece {
        DraftPiece::Quote { contribution, .. } => Some(*contribution),
        DraftPiece::Text(_) => None,
    });
    let ids: BTreeSet<RecordId> = statement.citations.iter().copied().chain(quoted).collect();
    let evidence: Vec<&Cited> = ids.iter().filter_map(|id| draft.cited.get(id)).collect();
    let mut said = Said::default();
    for cited in evidence {
        said.add(cited);
    }
    Some(said.told())
}

#[derive(Default)]
struct Said<'a> {
    told: Aloud,
    open: BTreeSet<Option<RecordId>>,
    /// What was said behind the rule, by room.
    rooms: BTreeMap<Option<RecordId>, Vec<&'a Cited>>,
    masked: Masked,
}

impl<'a> Said<'a> {
    fn add(&mut self, cited: &'a Cited) {
        let Ok(named) = cited.told_to(Audience::Public) else {
            self.told.unspoken += 1;
            return;
        };
        let groups = cited.groups.iter().map(|(_, label)| label.clone());
        if cited.is_masked_from(Audience::Public) {
            self.rooms.entry(cited.room).or_default().push(cited);
            if named >= Naming::Group {
                self.masked.groups.extend(groups);
            } else {
                self.masked.others = true;
            }
            return;
        }
        self.open.insert(cited.voice);
        if named >= Naming::Group {
            self.told.groups.extend(groups);
        }
        if named >= Naming::Organisation {
            self.told.named.extend(cited.organisation.clone());
        }
    }

    fn told(mut self) -> Aloud {
        self.told.organisations = self.open.len() as u32;
        if !self.rooms.is_empty() {
            let voices = |room: &[&Cited]| room.iter().map(|cited| cited.voice).collect::<BTreeSet<_>>();
            let hides = |room: &Vec<&Cited>| {
                let said = voices(room).len() as u32;
                room.first().is_some_and(|cited| cited.cell.hides_a_count(said))
            };
            // One room whose number would tell makes the number of all of them tell.
            if self.rooms.values().all(hides) {
                let all: BTreeSet<_> = self.rooms.values().flat_map(|room| voices(room)).collect();
                self.masked.organisations = Some(all.len() as u32);
            }
            self.told.masked = Some(self.masked);
        }
        self.told
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::{AttributionRule, Basis, Consent, Permission, Permissions, Voices};
    use crate::release::{Cell, DraftSection};

    fn permissions(name: bool) -> Permissions {
        let given = Permission::given(Basis::Form);
        let name_organisation = if name { given } else { Permission::default() };
        Permissions { share: given, name_organisation, ..Permissions::default() }
    }

    fn open(voice: u8, group: &str, named: bool) -> Cited {
        Cited {
            permissions: permissions(named),
            rule: AttributionRule::OnTheRecord,
            groups: vec![(group.into(), group.into())],
            organisation: Some(format!("Organisation {voice}")),
            voice: Some(RecordId([voice; 16])),
            ..Cited::default()
        }
    }

    /// Said in a room where each group had so many organisations.
    fn closed(voice: u8, group: &str, room: &[(&str, u32)]) -> Cited {
        let voices = |organisations| Voices { organisations, said: organisations, most: 1 };
        let groups: BTreeMap<_, _> = room.iter().map(|(key, count)| ((*key).to_owned(), voices(*count))).collect();
        let everyone = voices(room.iter().map(|(_, count)| count).sum());
        Cited {
            rule: AttributionRule::ChathamHouse,
            room: Some(RecordId([9; 16])),
            cell: Cell { groups, everyone, small: 3, ..Cell::default() },
            ..open(voice, group, true)
        }
    }

    fn said(cited: Vec<Cited>) -> Aloud {
        let cited: BTreeMap<_, _> =
            (1_u8..).zip(cited).map(|(number, cited)| (RecordId([number; 16]), cited)).collect();
        let statement = DraftStatement { citations: cited.keys().copied().collect(), ..DraftStatement::default() };
        let sections = vec![DraftSection { statements: vec![statement], ..DraftSection::default() }];
        aloud(&DraftBrief { sections, cited, ..DraftBrief::default() }, 1).unwrap()
    }

    fn set(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn on_the_record_organisations_are_counted_once_and_named_where_they_agreed() {
        let told = said(vec![open(1, "unions", true), open(1, "unions", true), open(2, "media", false)]);
        assert_eq!((told.organisations, told.masked), (2, None));
        assert_eq!((told.groups, told.named), (set(&["media", "unions"]), set(&["Organisation 1"])));
    }

    #[test]
    fn behind_the_rule_nobody_is_named_and_a_number_only_where_it_hides() {
        let large: &[_] = &[("unions", 5), ("media", 4)];
        let few = said(vec![closed(1, "unions", large), closed(2, "unions", large)]).masked.unwrap();
        assert_eq!(few, Masked { organisations: None, groups: set(&["unions"]), others: false });
        let three = said((1..=3).map(|voice| closed(voice, "unions", large)).collect());
        assert_eq!(three.masked.unwrap().organisations, Some(3));
        assert_eq!((three.organisations, three.named), (0, set(&[])), "a willing one is hidden too");
        let all = said((1..=7).map(|voice| closed(voice, "unions", large)).collect());
        assert_eq!(all.masked.unwrap().organisations, None, "two are left, whom everybody knows");
    }

    #[test]
    fn what_may_not_be_told_is_in_no_count() {
        let lonely = closed(1, "unions", &[("unions", 1)]);
        let mut refused = open(2, "media", true);
        refused.permissions.share.consent = Consent::Refused;
        let told = said(vec![lonely, refused, open(3, "states", false)]);
        assert_eq!((told.organisations, told.masked, told.unspoken), (1, None, 2));
        assert_eq!(told.groups, set(&["states"]));
    }

    #[test]
    fn a_small_group_is_one_of_others() {
        let room: &[_] = &[("unions", 4), ("media", 2), ("clergy", 1)];
        let masked = said(vec![closed(1, "unions", room), closed(2, "media", room)]).masked.unwrap();
        assert_eq!((masked.groups, masked.others), (set(&["unions"]), true));
    }

    #[test]
    fn a_number_that_stands_nowhere_says_nothing() {
        let brief = DraftBrief::default();
        assert_eq!((aloud(&brief, 0), aloud(&brief, 1)), (None, None));
    }
}
