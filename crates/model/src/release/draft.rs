//! A brief as it was written, with all that the release check must know of what it cites.

use std::collections::BTreeMap;

use super::cells::Cell;
use super::check::Stop;
use super::released::BriefWords;
use super::table::{Answer, Audience, Form, Naming, answer, naming};
use crate::ids::RecordId;
use crate::permission::{AttributionRule, Permissions, Wording};
use crate::statement::StatementType;

/// A brief as it was written, with everything the check must know of what it cites.
#[derive(Clone, Debug, Default)]
pub struct DraftBrief {
    pub title: String,
    pub language: String,
    pub note: String,
    pub sections: Vec<DraftSection>,
    /// What is cited or quoted; a contribution that is gone is not in it.
    pub cited: BTreeMap<RecordId, Cited>,
    pub names: Names,
    pub words: BriefWords,
}

#[derive(Clone, Debug, Default)]
pub struct DraftSection {
    pub heading: String,
    pub chapeau: Option<String>,
    pub bold: bool,
    pub statements: Vec<DraftStatement>,
}

#[derive(Clone, Debug, Default)]
pub struct DraftStatement {
    pub statement_type: StatementType,
    pub pieces: Vec<DraftPiece>,
    pub citations: Vec<RecordId>,
    /// Whether it was changed on two sides, and nobody has settled which holds.
    pub is_unsettled: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftPiece {
    Text(String),
    /// `words` is `None` where what was quoted is gone or was worded anew since.
    Quote {
        contribution: RecordId,
        words: Option<String>,
    },
}

/// What the check must know of a contribution.
#[derive(Clone, Debug, Default)]
pub struct Cited {
    /// Its short reference, for the list of refusals alone.
    pub own_reference: String,
    /// Its reference in this release.
    pub annex_reference: String,
    pub text: String,
    pub language: String,
    pub wording: Wording,
    pub permissions: Permissions,
    /// The strictest of its own and of every segment it has been in.
    pub rule: AttributionRule,
    /// Key and label of each group.
    pub groups: Vec<(String, String)>,
    pub organisation: Option<String>,
    pub person: Option<String>,
    pub kind: String,
    pub about: Vec<String>,
    /// Who spoke: the organisation, or the speaker where there is none. All unknown speakers count as one.
    pub voice: Option<RecordId>,
    /// The segment it was said in.
    pub room: Option<RecordId>,
    /// The voices of its segment; empty where it has none.
    pub cell: Cell,
    /// Whether its words stand in conflict.
    pub is_unsettled: bool,
    /// By what it is known together with what else notes the same words: the annex lists that once.
    pub one_with: Option<RecordId>,
}

impl Cited {
    /// Whether the rule hides who spoke from this audience.
    pub(super) fn is_masked_from(&self, audience: Audience) -> bool {
        self.rule == AttributionRule::ChathamHouse && audience != Audience::Organisers
    }

    /// How far its speaker may be named to this audience.
    ///
    /// # Errors
    /// Why nothing of it may be told, not even that "a participant" said it.
    pub fn told_to(&self, audience: Audience) -> Result<Naming, Stop> {
        if answer(Form::Evidence, audience, self.rule, &self.permissions) != Answer::Yes {
            return Err(Stop::NotShared);
        }
        let keys: Vec<_> = self.groups.iter().map(|(key, _)| key.clone()).collect();
        let named = naming(audience, self.rule, &self.permissions, self.cell.hides(&keys));
        if named == Naming::Nobody && self.is_masked_from(audience) && !self.cell.hides_a_participant() {
            return Err(Stop::TooFew);
        }
        Ok(named)
    }
}

/// Every name that could give somebody away in free text.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub organisations: Vec<String>,
    pub persons: Vec<String>,
}
