//! What may read differently after an action, so that a shell asks anew for that and for nothing else.

use std::collections::BTreeSet;

use anteroom_journal::deed::Deed;
use anteroom_model::field::{self, Kind};
use anteroom_store::Edit;
use serde::Serialize;

/// Who is told after each action.
pub type Listener = Box<dyn Fn(&BTreeSet<Topic>) + Send + Sync>;

/// Something that a screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Topic {
    /// Stages, sessions, rounds, groups, organisations, the consultation itself.
    Programme,
    /// What was said: records, tags, permissions, attachments.
    Contributions,
    /// Speakers and their interventions.
    Turns,
    /// Who is in the room.
    Presence,
    Briefs,
    /// What is half typed.
    Drafts,
    /// Who takes part, and what came from them.
    Members,
}

impl Topic {
    pub const ALL: [Self; 7] =
        [Self::Programme, Self::Contributions, Self::Turns, Self::Presence, Self::Briefs, Self::Drafts, Self::Members];

    fn of_kind(kind: Kind) -> Self {
        match kind {
            field::CONTRIBUTION => Self::Contributions,
            field::SPEAKER | field::TURN | field::IDENTITY | field::REMARK => Self::Turns,
            field::PRESENCE => Self::Presence,
            field::MEMBER => Self::Members,
            field::BRIEF | field::SECTION | field::STATEMENT => Self::Briefs,
            _ => Self::Programme,
        }
    }
}

/// What an action touches. What it changes is known by what was done, what it makes by its kind.
pub(crate) fn topics(deed: Deed, edits: &[Edit]) -> BTreeSet<Topic> {
    let made = edits.iter().filter_map(|edit| match edit {
        Edit::Create { kind, .. } => Some(Topic::of_kind(*kind)),
        Edit::Set { .. } | Edit::Beside { .. } | Edit::Attach { .. } | Edit::Erase(_) => None,
    });
    let mut topics: BTreeSet<_> = made.collect();
    if edits.iter().any(|edit| !matches!(edit, Edit::Create { .. })) {
        match deed {
            Deed::STRUCTURE => topics.extend([Topic::Programme, Topic::Turns, Topic::Members]),
            Deed::PRESENCE => topics.extend([Topic::Presence]),
            Deed::BRIEF => topics.extend([Topic::Briefs]),
            // What is noted twice is evidence once.
            Deed::CONSOLIDATE => topics.extend([Topic::Contributions, Topic::Turns, Topic::Presence, Topic::Briefs]),
            // An erased contribution may have been quoted; a conflict may be anywhere.
            Deed::ERASE | Deed::UNDO | Deed::REDO | Deed::SETTLE => topics.extend(Topic::ALL),
            _ => topics.extend([Topic::Contributions, Topic::Turns]),
        }
    }
    topics
}

#[cfg(test)]
mod tests {
    use anteroom_model::ids::RecordId;
    use anteroom_model::value::Fields;

    use super::*;

    #[test]
    fn a_screen_hears_of_what_it_shows_and_of_nothing_else() {
        let made = |kind| vec![Edit::Create { kind, fields: Fields::new(), mark: None }];
        let set = || vec![Edit::Set { record: RecordId([0; 16]), fields: Fields::new() }];
        assert_eq!(topics(Deed::RECORD, &made(field::CONTRIBUTION)), [Topic::Contributions].into());
        assert_eq!(topics(Deed::BRIEF, &set()), [Topic::Briefs].into());
        assert_eq!(topics(Deed::ERASE, &[Edit::Erase(RecordId([0; 16]))]), Topic::ALL.into());
        assert_eq!(topics(Deed::TAG, &[]), BTreeSet::new());
    }
}
