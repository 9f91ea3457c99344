//! What a commit did, as a number: free text would be words that nobody can erase.

/// What a commit did. A number, once shipped, never changes its meaning and is never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Deed(pub u16);

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident = $number:literal;)*) => {
        impl Deed {
            $($(#[$doc])* pub const $name: Deed = Deed($number);)*
        }
        /// All deeds of this version, with their names.
        pub const DEEDS: &[(Deed, &str)] = &[$((Deed::$name, stringify!($name))),*];
    };
}

deeds! {
    /// Founded the consultation.
    FOUND = 1;
    /// Recorded something that was said.
    RECORD = 2;
    EDIT = 3;
    TAG = 4;
    /// Imported rows of a file.
    IMPORT = 5;
    ERASE = 6;
    UNDO = 7;
    REDO = 8;
    /// Wrote in a brief.
    BRIEF = 9;
    /// Changed stages, sessions, rounds, groups or the framework.
    STRUCTURE = 10;
    /// Settled a conflict.
    SETTLE = 11;
    /// Decided on members.
    MEMBERS = 12;
    /// Who was in the room.
    PRESENCE = 13;
    /// Consolidated contributions into one wording, or said that two are the same.
    CONSOLIDATE = 14;
    /// What may be done with someone's words.
    PERMISSION = 15;
    /// Names and contacts.
    IDENTITY = 16;
    /// A document of the library.
    MATERIAL = 17;
    /// Attached files to a contribution.
    ATTACH = 18;
    /// Gave out keys or logins of the shared server.
    SERVER = 19;
}

impl Deed {
    /// The deed's name in this version; `None` for one of a newer version.
    pub fn name(self) -> Option<&'static str> {
        DEEDS.iter().find(|(deed, _)| *deed == self).map(|(_, name)| *name)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_number_stands_for_two_deeds() {
        assert_eq!(DEEDS.iter().map(|(deed, _)| deed).collect::<BTreeSet<_>>().len(), DEEDS.len());
    }
}
