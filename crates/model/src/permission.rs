//! What may be done with someone's words. Every way out of the program asks here; nothing here knows a screen or a file.

use serde::{Deserialize, Serialize};

use crate::field::{Field, NAME_ORGANISATION, NAME_PERSON, QUOTE, RULE, SHARE, WORDING};
use crate::value::Value;

/// The answer to one question of consent, most protective first. Not having been asked counts as no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Consent {
    Refused,
    #[default]
    NotAsked,
    Given,
}

/// What a permission rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Basis {
    /// Announced to the room before anyone spoke.
    Announcement,
    /// A signed or ticked form.
    Form,
    /// Asked and answered on the spot.
    InPerson,
    /// Asked and answered afterwards.
    Clearance,
}

/// One answer with what it rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Permission {
    pub consent: Consent,
    pub basis: Option<Basis>,
}

/// The rule under which a segment is held, most protective first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AttributionRule {
    /// Neither identity nor affiliation of anyone present may be revealed.
    #[default]
    ChathamHouse,
    OrganisationOnly,
    OnTheRecord,
}

/// How the words were taken down, most protective first: only what is word for word can be quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Default)]
pub enum Wording {
    /// Heard through an interpreter; never word for word.
    Interpreted,
    #[default]
    Paraphrase,
    Verbatim,
}

/// What the speaker allowed, question by question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Permissions {
    pub share: Permission,
    pub quote: Permission,
    pub name_organisation: Permission,
    pub name_person: Permission,
}

/// What is known of a group in the segment where a contribution was given, as far as naming it depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// How many distinct organisations of the group spoke in the segment; an unaffiliated person counts one.
    pub organisations: u32,
    /// How many contributions of the group were recorded in the segment.
    pub said: u32,
    /// How many of them came from the organisation that said most.
    pub most: u32,
}

impl Voices {
    /// Whether the group is large enough to be named without naming its members: at least `small` organisations spoke,
    /// and none of them said more than half.
    pub fn hide_their_members(self, small: u32) -> bool {
        self.organisations >= small.max(1) && self.most * 2 <= self.said
    }
}

/// A choice that is stored as a protective field: a rank (higher is more protective), and the basis where there is one.
pub trait Ranked: Copy + Default + Ord + 'static {
    /// Every value, most protective first.
    const ALL: &'static [Self];

    /// The rank that is stored. 0 is the least protective.
    fn rank(self) -> i64 {
        Self::ALL.iter().rev().position(|value| *value == self).map_or(i64::MAX, |rank| rank as i64)
    }

    /// Reads a stored rank. What this version does not know counts as the most protective.
    fn from_rank(rank: i64) -> Self {
        usize::try_from(rank)
            .ok()
            .and_then(|rank| Self::ALL.iter().rev().nth(rank).copied())
            .or_else(|| Self::ALL.first().copied())
            .unwrap_or_default()
    }

    /// Reads a field; the default where it was never set.
    fn read(value: Option<&Value>) -> Self {
        value.map_or_else(Self::default, |value| Self::from_rank(value.rank().unwrap_or(i64::MAX)))
    }
}

impl Ranked for Consent {
    const ALL: &'static [Self] = &[Self::Refused, Self::NotAsked, Self::Given];
}

impl Ranked for AttributionRule {
    const ALL: &'static [Self] = &[Self::ChathamHouse, Self::OrganisationOnly, Self::OnTheRecord];
}

impl Ranked for Wording {
    const ALL: &'static [Self] = &[Self::Interpreted, Self::Paraphrase, Self::Verbatim];
}

impl Basis {
    const ALL: [(Self, i64, &'static str); 4] = [
        (Self::Announcement, 1, "announcement"),
        (Self::Form, 2, "form"),
        (Self::InPerson, 3, "in-person"),
        (Self::Clearance, 4, "clearance"),
    ];

    pub fn number(self) -> i64 {
        Self::ALL.iter().find(|(basis, ..)| *basis == self).map_or(0, |(_, number, _)| *number)
    }

    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == number).map(|(basis, ..)| *basis)
    }

    /// As it is written by people and in data.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(basis, ..)| *basis == self).map_or("", |(.., word)| *word)
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(.., known)| *known == word).map(|(basis, ..)| *basis)
    }
}

impl Permission {
    pub fn given(basis: Basis) -> Self {
        Self { consent: Consent::Given, basis: Some(basis) }
    }

    /// As it is stored: the rank, and the number of the basis where there is one.
    pub fn to_value(self) -> Value {
        let mut parts = vec![Value::Int(self.consent.rank())];
        parts.extend(self.basis.map(|basis| Value::Int(basis.number())));
        Value::List(parts)
    }

    /// Reads a stored answer; not asked where it was never set.
    pub fn read(value: Option<&Value>) -> Self {
        let basis = value
            .and_then(Value::list)
            .and_then(|parts| parts.get(1))
            .and_then(Value::int)
            .and_then(Basis::from_number);
        Self { consent: Consent::read(value), basis }
    }
}

/// What a protective field that was never set is read as; `None` for one whose absence has no such reading.
pub fn never_set(field: Field) -> Option<Value> {
    Some(match field {
        SHARE | QUOTE | NAME_ORGANISATION | NAME_PERSON => Permission::default().to_value(),
        RULE => Value::Int(AttributionRule::default().rank()),
        WORDING => Value::Int(Wording::default().rank()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_in_which_one_speaks_for_all_does_not_hide_it() {
        assert!(Voices { organisations: 3, said: 6, most: 3 }.hide_their_members(3));
        assert!(
            !Voices { organisations: 3, said: 5, most: 3 }.hide_their_members(3),
            "more than half is one organisation's"
        );
        assert!(!Voices { organisations: 2, said: 6, most: 3 }.hide_their_members(3));
        assert!(!Voices::default().hide_their_members(0), "nobody hides nobody");
    }

    #[test]
    fn a_rank_reads_back_and_a_newer_one_is_the_most_protective() {
        for consent in Consent::ALL {
            assert_eq!(Consent::from_rank(consent.rank()), *consent);
        }
        assert_eq!((Consent::Given.rank(), Consent::Refused.rank()), (0, 2));
        assert_eq!(Consent::from_rank(9), Consent::Refused);
        assert_eq!(AttributionRule::from_rank(-1), AttributionRule::ChathamHouse);
        let asked = Permission::given(Basis::InPerson);
        assert_eq!(Permission::read(Some(&asked.to_value())), asked);
        assert_eq!(Permission::read(None), Permission::default());
    }

    #[test]
    fn what_stands_for_a_field_that_was_never_set_reads_like_its_absence() {
        for field in [SHARE, QUOTE, NAME_ORGANISATION, NAME_PERSON] {
            assert_eq!(Permission::read(never_set(field).as_ref()), Permission::read(None));
        }
        assert_eq!(AttributionRule::read(never_set(RULE).as_ref()), AttributionRule::read(None));
        assert_eq!(Wording::read(never_set(WORDING).as_ref()), Wording::read(None));
        assert_eq!(never_set(crate::field::TEXT), None);
    }
}
