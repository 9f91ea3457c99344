//! Every field and every kind of record there is, by the number that stands in the journal.
//!
//! A number, once shipped, never changes its meaning and is never reused. The class of a field is part of its number
//! (the two lowest bits), so that an older version merges fields it has never heard of.

/// How several heads of one field become one value (docs/file-format.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Different values are a conflict; the latest stands in, marked, until a person settles it.
    Plain,
    /// The highest rank wins at once.
    Protective,
    /// One register per element; added beats removed.
    Set,
    /// The latest is good enough.
    Position,
}

/// A field, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field(pub u32);

impl Field {
    pub const fn class(self) -> Class {
        match self.0 & 3 {
            0 => Class::Plain,
            1 => Class::Protective,
            2 => Class::Set,
            _ => Class::Position,
        }
    }

    /// The field's name in this version, for dumps and histories; `None` for one of a newer version.
    pub fn name(self) -> Option<&'static str> {
        FIELDS.iter().find(|(field, _)| *field == self).map(|(_, name)| *name)
    }
}

/// A kind of record, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(pub u16);

impl Kind {
    pub fn name(self) -> Option<&'static str> {
        KINDS.iter().find(|(kind, _)| *kind == self).map(|(_, name)| *name)
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $class:ident $number:literal;)*) => {
        $($(#[$doc])* pub const $name: Field = Field($number << 2 | Class::$class as u32);)*
        /// All fields of this version, with their names.
        pub const FIELDS: &[(Field, &str)] = &[$(($name, stringify!($name))),*];
    };
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $number:literal;)*) => {
        $($(#[$doc])* pub const $name: Kind = Kind($number);)*
        /// All kinds of this version, with their names.
        pub const KINDS: &[(Kind, &str)] = &[$(($name, stringify!($name))),*];
    };
}

kinds! {
    /// The consultation itself: one record, made by the founding commit.
    CONSULTATION = 1;
    /// The framework it was founded with: provenance, version, digest.
    FRAMEWORK = 2;
    /// A level of the framework: objectives, principles, roundtables.
    LEVEL = 3;
    /// One objective, principle or goal; or a grouping of such.
    NODE = 4;
    /// A kind of contribution: progress, challenge, …
    CONTRIBUTION_KIND = 5;
    GROUP = 6;
    STAGE = 7;
    SESSION = 8;
    SEGMENT = 9;
    ORGANISATION = 10;
    SPEAKER = 11;
    TURN = 12;
    CONTRIBUTION = 13;
    /// A group or organisation expected or seen in a segment or session.
    PRESENCE = 14;
    BRIEF = 15;
    SECTION = 16;
    STATEMENT = 17;
    /// A name and a contact, apart from everything else.
    IDENTITY = 18;
    MEMBER = 19;
    /// A document of the library that context paragraphs cite.
    MATERIAL = 20;
    /// What a facilitator wrote down for themselves during a segment; no contribution.
    REMARK = 21;
    /// A file attached to a contribution, which it is a part of; its bytes lie beside the journal.
    ATTACHMENT = 22;
    /// A key under which rows of a shared server are sealed, itself sealed to laptops.
    EPOCH = 24;
    /// How laptops log in at a shared server, sealed to the one it is for.
    LOGIN = 25;
}

/// How a consultation is laid out, and who may speak in it: what is read whole, and what every table begins with.
pub const BONES: [Kind; 10] =
    [CONSULTATION, FRAMEWORK, LEVEL, NODE, CONTRIBUTION_KIND, GROUP, STAGE, SESSION, SEGMENT, ORGANISATION];

fields! {
    /// A stable id of the framework: `gcm:objective:6`.
    KEY = Plain 1;
    NAME = Plain 2;
    SHORT = Plain 3;
    /// Official titles: a map from position to `[language, title, status, source]`.
    TITLES = Plain 4;
    /// The record this one belongs to: a session's stage, a segment's session, a statement's section.
    PARENT = Plain 5;
    ORDER = Position 6;
    /// How people address a node in speech: `6`, `b`.
    MARK = Plain 7;
    LEVEL_KEY = Plain 8;
    /// Keys of the nodes that a grouping holds.
    MEMBERS = Set 9;
    COLOUR = Plain 10;
    LIST = Plain 11;
    PROVENANCE = Plain 12;
    VERSION = Plain 13;
    DIGEST = Plain 14;
    LANGUAGE = Plain 15;
    /// What is unmistakably not a real consultation: `sample`, `practice`; empty otherwise.
    ILLUSTRATION = Plain 16;
    /// How many organisations of a group must have spoken before it is named.
    SMALL = Protective 17;
    /// Under the Chatham House Rule no groups at all.
    STRICT = Protective 18;
    /// The secret under which rows of an import get their fingerprint.
    FINGERPRINT_SECRET = Plain 19;
    STARTS = Plain 20;
    ENDS = Plain 21;
    QUESTIONS = Plain 22;
    /// Seconds.
    TIME_LIMIT = Plain 23;
    RULE = Protective 24;
    BASIS = Plain 25;
    SHARE = Protective 26;
    QUOTE = Protective 27;
    NAME_ORGANISATION = Protective 28;
    NAME_PERSON = Protective 29;
    GROUPS = Set 30;
    REGION = Plain 31;
    ORGANISATION_OF = Plain 32;
    SPEAKER_OF = Plain 33;
    TEXT = Plain 34;
    KIND_KEY = Plain 35;
    SEGMENT_OF = Plain 36;
    /// Every segment a contribution has been in: the strictest of their rules holds.
    SEGMENTS_BEEN = Set 37;
    TURN_OF = Plain 38;
    TAGS = Set 39;
    WORDING = Protective 40;
    /// The short reference: `K7F-18`.
    REFERENCE = Position 41;
    STATE = Plain 42;
    SAID_AT = Plain 43;
    SOURCE = Plain 44;
    WHO = Plain 45;
    PRESENT = Plain 46;
    TEMPLATE = Plain 47;
    ABOUT = Plain 48;
    SECRET = Plain 49;
    BUDGET = Plain 50;
    STATEMENT_TYPE = Plain 51;
    /// A list of texts and quotations, see `statement::Piece`.
    BODY = Plain 52;
    CITATIONS = Set 53;
    CHAPEAU = Plain 54;
    CONTACT = Plain 55;
    IDENTITY_OF = Plain 56;
    MATERIAL_OF = Plain 57;
    ROLES = Protective 58;
    PERSON_OF = Plain 59;
    TABLE_ROW = Plain 60;
    /// What an undo of a creation leaves: not shown, not erased.
    PUT_AWAY = Plain 61;
    /// The consultation's words for a day, a place, a note.
    NOTE = Plain 62;
    /// To which question of its segment something was said, counted from 1.
    QUESTION = Plain 63;
    /// What was said, in other languages: each `[language, text, status]`, the status `draft` or `reviewed`.
    TRANSLATIONS = Set 70;
    /// The contribution that a file is attached to.
    ATTACHED_TO = Plain 71;
    /// What kind of file it is, as its bytes say: `image/jpeg`.
    MEDIA_TYPE = Plain 72;
    /// Bytes.
    SIZE = Plain 73;
    /// BLAKE3 of a file's bytes.
    CONTENT_DIGEST = Plain 74;
    /// For whom a brief is written: `organisers`, `participants`, `states` or `public`.
    AUDIENCE = Plain 77;
    /// The number of an epoch, from 1.
    EPOCH_NUMBER = Plain 80;
    /// What only some laptops can open: sealed with age.
    SEALED = Plain 81;
    /// For which laptops something is sealed: their device keys, sorted.
    SEALED_FOR = Plain 82;
    /// Where a shared server is, without who logs in there.
    SERVER_ADDRESS = Plain 83;
    /// The certificate of the authority by which a shared server is known, where the system does not know it. PEM.
    SERVER_AUTHORITY = Plain 84;
    /// Whether organisers can help where a passphrase is forgotten: 0 they can, 1 nobody can; where it is lacking, nobody can.
    HELP = Protective 85;
    /// Contributions that note the same thing as this one: it stands in the one of the two whose id is smaller.
    DOUBLES = Set 140;
    /// Contributions that were taken for the same and are not.
    APART = Set 141;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_number_stands_for_two_things() {
        let fields: BTreeSet<_> = FIELDS.iter().map(|(field, _)| field.0 >> 2).collect();
        assert_eq!(fields.len(), FIELDS.len());
        let kinds: BTreeSet<_> = KINDS.iter().map(|(kind, _)| kind.0).collect();
        assert_eq!(kinds.len(), KINDS.len());
    }

    #[test]
    fn the_class_is_read_from_the_number() {
        assert_eq!(
            (TEXT.class(), QUOTE.class(), TAGS.class(), ORDER.class()),
            (Class::Plain, Class::Protective, Class::Set, Class::Position)
        );
    }
}
