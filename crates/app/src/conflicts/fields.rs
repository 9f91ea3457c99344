//! Fields and kinds of records by the words that scripts and people know them by.

use anteroom_model::field::{self, Field, Kind};

/// Fields that people set, by the word that stands for them. What is called so in a sentence is `field-WORD`.
pub(super) const FIELDS: &[(Field, &str)] = &[
    (field::TEXT, "text"),
    (field::LANGUAGE, "language"),
    (field::KIND_KEY, "kind"),
    (field::SEGMENT_OF, "round"),
    (field::QUESTION, "question"),
    (field::SPEAKER_OF, "speaker"),
    (field::TURN_OF, "intervention"),
    (field::STATE, "state"),
    (field::SAID_AT, "said-at"),
    (field::SOURCE, "source"),
    (field::NAME, "name"),
    (field::TITLES, "title"),
    (field::SHORT, "short-name"),
    (field::PARENT, "place"),
    (field::STARTS, "starts"),
    (field::ENDS, "ends"),
    (field::QUESTIONS, "questions"),
    (field::TIME_LIMIT, "time-limit"),
    (field::BASIS, "basis"),
    (field::PRESENT, "presence"),
    (field::REGION, "region"),
    (field::ORGANISATION_OF, "organisation"),
    (field::STATEMENT_TYPE, "type"),
    (field::BODY, "body"),
    (field::CHAPEAU, "chapeau"),
    (field::AUDIENCE, "audience"),
    (field::ABOUT, "about"),
    (field::BUDGET, "budget"),
    (field::NOTE, "note"),
    (field::CONTACT, "contact"),
    (field::PUT_AWAY, "put-away"),
];

/// Kinds of records. What is called so in a sentence is `kind-WORD`.
pub(super) const KINDS: &[(Kind, &str)] = &[
    (field::CONTRIBUTION, "contribution"),
    (field::STATEMENT, "paragraph"),
    (field::BRIEF, "brief"),
    (field::SECTION, "section"),
    (field::CONSULTATION, "consultation"),
    (field::STAGE, "stage"),
    (field::SESSION, "session"),
    (field::SEGMENT, "round"),
    (field::GROUP, "group"),
    (field::ORGANISATION, "organisation"),
    (field::SPEAKER, "speaker"),
    (field::TURN, "intervention"),
    (field::PRESENCE, "presence"),
    (field::IDENTITY, "identity"),
    (field::MEMBER, "member"),
    (field::MATERIAL, "document"),
    (field::REMARK, "note"),
    (field::ATTACHMENT, "file"),
];

/// What stands for everything else.
pub(super) const OTHER: &str = "other";

/// A field's own word; of one that people do not set, or of a newer version, what the journal calls it.
pub(super) fn word(asked: Field) -> String {
    let known = FIELDS.iter().find(|(known, _)| *known == asked).map(|(_, word)| (*word).to_owned());
    let own = || asked.name().map(|name| name.to_lowercase().replace('_', "-"));
    known.or_else(own).unwrap_or_else(|| asked.0.to_string())
}

/// The sentence that says what a field is called.
pub(super) fn message(asked: Field) -> String {
    let known = FIELDS.iter().find(|(known, _)| *known == asked);
    format!("field-{}", known.map_or(OTHER, |(_, word)| word))
}

pub(super) fn kind_word(asked: Kind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == asked).map_or(OTHER, |(_, word)| word)
}

/// The field that goes by this word, by what the journal calls it, or by its number.
pub(super) fn named(asked: &str) -> Option<Field> {
    let asked = asked.trim().to_lowercase();
    let known = FIELDS.iter().find(|(_, word)| *word == asked).map(|(field, _)| *field);
    let own = || {
        let name = |name: &str| name.to_lowercase().replace('_', "-") == asked;
        field::FIELDS.iter().find(|(_, known)| name(known)).map(|(field, _)| *field)
    };
    known.or_else(own).or_else(|| asked.parse().ok().map(Field))
}

/// Whether a field holds what people wrote in words of their own.
pub(super) fn is_words(kind: Kind, asked: Field) -> bool {
    let free = [field::TEXT, field::BODY, field::SOURCE, field::NOTE, field::CONTACT, field::REGION];
    let is_title = asked == field::TITLES && kind == field::BRIEF;
    free.contains(&asked) || is_title || asked == field::NAME && kind != field::NODE
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::messages::say;

    #[test]
    fn each_word_stands_for_one_field_and_is_found_by_it_or_by_its_number() {
        let words: BTreeSet<_> = FIELDS.iter().map(|(_, word)| word).collect();
        assert_eq!(words.len(), FIELDS.len());
        for (field, word) in FIELDS {
            assert_eq!(named(word), Some(*field), "{word}");
            assert_eq!(named(&field.0.to_string()), Some(*field), "{word}");
        }
        assert_eq!(named("segment-of"), Some(field::SEGMENT_OF));
        assert_eq!(named("nothing"), None);
        assert_eq!(word(Field(40_000)), "40000");
    }

    #[test]
    fn each_word_is_said() {
        let fields = FIELDS.iter().map(|(_, word)| format!("field-{word}"));
        let kinds = KINDS.iter().map(|(_, word)| format!("kind-{word}"));
        for name in fields.chain(kinds).chain(["field-other".to_owned(), "kind-other".to_owned()]) {
            assert_ne!(say("en", &name, &[]), name);
        }
    }
}
