//! The one table that says what may leave: form × audience × rule × permission. `table.csv` beside this file is all of it.
//!
//! `evidence` and `group` ask the permission to share, `quotation` to quote, `organisation` and `person` to name.
//! `if-hidden`: yes where the group is large enough to hide its members.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::permission::{AttributionRule, Consent, Permissions};

/// How something of a contribution appears in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// It stands behind a finding; its kind and its objectives are told, not its words.
    Evidence,
    /// Its words.
    Quotation,
    /// The stakeholder group of its speaker.
    Group,
    Organisation,
    Person,
}

/// Who is going to read a document, the closest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Audience {
    /// Those who run the consultation and hold its contributions anyway.
    Organisers,
    /// Those who took part.
    Participants,
    /// The States and the secretariat.
    States,
    #[default]
    Public,
}

/// What the table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    No,
    IfHidden,
    Yes,
}

/// How far a speaker is named in a document, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    Nobody,
    Group,
    Organisation,
    Person,
}

pub const FORMS: [(Form, &str); 5] = [
    (Form::Evidence, "evidence"),
    (Form::Quotation, "quotation"),
    (Form::Group, "group"),
    (Form::Organisation, "organisation"),
    (Form::Person, "person"),
];

pub const AUDIENCES: [(Audience, &str); 4] = [
    (Audience::Organisers, "organisers"),
    (Audience::Participants, "participants"),
    (Audience::States, "states"),
    (Audience::Public, "public"),
];

const RULES: [(AttributionRule, &str); 3] = [
    (AttributionRule::ChathamHouse, "chatham-house"),
    (AttributionRule::OrganisationOnly, "organisation-only"),
    (AttributionRule::OnTheRecord, "on-the-record"),
];

/// The order of the answers in a row of the table.
const CONSENTS: [Consent; 3] = [Consent::Refused, Consent::NotAsked, Consent::Given];

type Case = (Form, Audience, AttributionRule, Consent);
type Table = BTreeMap<Case, Answer>;

fn find<T: Copy>(words: &[(T, &str)], word: &str) -> Option<T> {
    words.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| include_str!("table.csv").lines().skip(1).filter_map(read_row).flatten().collect())
}

fn read_row(line: &str) -> Option<Vec<(Case, Answer)>> {
    let cells: Vec<_> = line.split(',').collect();
    let [form, audience, rule, answers @ ..] = cells.as_slice() else {
        return None;
    };
    let place = (find(&FORMS, form)?, find(&AUDIENCES, audience)?, find(&RULES, rule)?);
    let answers = answers.iter().map(|answer| match *answer {
        "yes" => Answer::Yes,
        "if-hidden" => Answer::IfHidden,
        _ => Answer::No,
    });
    Some(
        CONSENTS
            .into_iter()
            .zip(answers)
            .map(|(consent, answer)| ((place.0, place.1, place.2, consent), answer))
            .collect(),
    )
}

/// Whether `form` of a contribution may be shown to `audience`. What the table does not list may not leave.
pub fn answer(form: Form, audience: Audience, rule: AttributionRule, permissions: &Permissions) -> Answer {
    let asked = match form {
        _ if permissions.share.consent == Consent::Refused => return Answer::No,
        Form::Evidence | Form::Group => permissions.share,
        Form::Quotation => permissions.quote,
        Form::Organisation => permissions.name_organisation,
        // A person is never named without the organisation that was not to be named.
        Form::Person if permissions.name_organisation.consent < permissions.name_person.consent => {
            permissions.name_organisation
        }
        Form::Person => permissions.name_person,
    };
    table().get(&(form, audience, rule, asked.consent)).copied().unwrap_or(Answer::No)
}

/// How far the speaker is named. `hidden` says whether the speaker's group is large enough to hide its members.
pub fn naming(audience: Audience, rule: AttributionRule, permissions: &Permissions, hidden: bool) -> Naming {
    let may = |form| match answer(form, audience, rule, permissions) {
        Answer::Yes => true,
        Answer::IfHidden => hidden,
        Answer::No => false,
    };
    if may(Form::Person) {
        Naming::Person
    } else if may(Form::Organisation) {
        Naming::Organisation
    } else if may(Form::Group) {
        Naming::Group
    } else {
        Naming::Nobody
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::{Basis, Permission};

    fn all(consent: Consent) -> Permissions {
        let each = Permission { consent, basis: Some(Basis::Form) };
        Permissions { share: each, quote: each, name_organisation: each, name_person: each }
    }

    #[test]
    fn the_table_has_an_answer_for_every_case() {
        assert_eq!(table().len(), FORMS.len() * AUDIENCES.len() * RULES.len() * CONSENTS.len());
    }

    #[test]
    fn more_protection_never_lets_more_out() {
        for (form, _) in FORMS {
            for (audience, _) in AUDIENCES {
                for pair in CONSENTS.windows(2) {
                    for (rule, _) in RULES {
                        let at = |consent| table()[&(form, audience, rule, consent)];
                        assert!(at(pair[0]) <= at(pair[1]), "{form:?} to {audience:?} under {rule:?}");
                    }
                }
                for pair in RULES.windows(2) {
                    for consent in CONSENTS {
                        assert!(
                            table()[&(form, audience, pair[0].0, consent)]
                                <= table()[&(form, audience, pair[1].0, consent)]
                        );
                    }
                }
            }
            for pair in AUDIENCES.windows(2) {
                for (rule, _) in RULES {
                    for consent in CONSENTS {
                        let at = |audience| table()[&(form, audience, rule, consent)];
                        assert!(at(pair[0].0) >= at(pair[1].0), "a wider audience is told no more");
                    }
                }
            }
        }
    }

    #[test]
    fn whoever_refused_sharing_is_nowhere() {
        let mut permissions = all(Consent::Given);
        permissions.share.consent = Consent::Refused;
        for (form, _) in FORMS {
            assert_eq!(answer(form, Audience::Organisers, AttributionRule::OnTheRecord, &permissions), Answer::No);
        }
    }

    #[test]
    fn chatham_house_hides_even_a_willing_speaker() {
        let willing = all(Consent::Given);
        let named = |rule, hidden| naming(Audience::Public, rule, &willing, hidden);
        assert_eq!(named(AttributionRule::ChathamHouse, true), Naming::Group, "the rule caps the consent");
        assert_eq!(named(AttributionRule::ChathamHouse, false), Naming::Nobody, "a small group is its members");
        assert_eq!(named(AttributionRule::OrganisationOnly, false), Naming::Organisation);
        assert_eq!(named(AttributionRule::OnTheRecord, false), Naming::Person);
    }

    #[test]
    fn a_person_is_not_named_without_the_organisation() {
        let mut half = all(Consent::Given);
        half.name_organisation = Permission::default();
        assert_eq!(naming(Audience::Public, AttributionRule::OnTheRecord, &half, true), Naming::Group);
    }

    #[test]
    fn words_that_nobody_cleared_stay_with_the_organisers() {
        let unasked = all(Consent::NotAsked);
        let quoted = |audience| answer(Form::Quotation, audience, AttributionRule::OnTheRecord, &unasked);
        assert_eq!(quoted(Audience::Organisers), Answer::Yes);
        assert_eq!(quoted(Audience::Participants), Answer::No);
    }
}
