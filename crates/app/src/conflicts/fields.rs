//! Fields and kinds of records by the words that scripts and people know them by.

use anteroom_model::field::{self, Field, Kind};

/// Fields that people set, each with the sentence that says what it is called: `field-` and the word that stands for it.
pub(super) const FIELDS: &[(Field, &str)] = &[
    (field::TEXT, "field-text"),
    (field::LANGUAGE, "field-language"),
    (field::KIND_KEY, "field-kind"),
    (field::SEGMENT_OF, "field-round"),
    (field::QUESTION, "field-question"),
    (field::SPEAKER_OF, "field-speaker"),
    (field::TURN_OF, "field-intervention"),
    (field::STATE, "field-state"),
    (field::SAID_AT, "field-said-at"),
    (field::SOURCE, "field-source"),
    (field::NAME, "field-name"),
    (field::TITLES, "field-title"),
    (field::SHORT, "field-short-name"),
    (field::PARENT, "field-place"),
    (field::STARTS, "field-starts"),
    (field::ENDS, "field-ends"),
    (field::QUESTIONS, "field-questions"),
    (field::TIME_LIMIT, "field-time-limit"),
    (field::BASIS, "field-basis"),
    (field::PRESENT, "field-presence"),
    (field::REGION, "field-region"),
    (field::ORGANISATION_OF, "field-organisation"),
    (field::STATEMENT_TYPE, "field-type"),
    (field::BODY, "field-body"),
    (field::CHAPEAU, "field-chapeau"),
    (field::AUDIENCE, "field-audience"),
    (field::ABOUT, "field-about"),
    (field::BUDGET, "field-budget"),
    (field::NOTE, "field-note"),
    (field::CONTACT, "field-contact"),
    (field::PUT_AWAY, "field-put-away"),
];

/// Kinds of records, each with the sentence that says what it is called: `kind-` and its word.
pub(super) const KINDS: &[(Kind, &str)] = &[
    (field::CONTRIBUTION, "kind-contribution"),
    (field::STATEMENT, "kind-paragraph"),
    (field::BRIEF, "kind-brief"),
    (field::SECTION, "kind-section"),
    (field::CONSULTATION, "kind-consultation"),
    (field::STAGE, "kind-stage"),
    (field::SESSION, "kind-session"),
    (field::SEGMENT, "kind-round"),
    (field::GROUP, "kind-group"),
    (field::ORGANISATION, "kind-organisation"),
    (field::SPEAKER, "kind-speaker"),
    (field::TURN, "kind-intervention"),
    (field::PRESENCE, "kind-presence"),
    (field::IDENTITY, "kind-identity"),
    (field::MEMBER, "kind-member"),
    (field::MATERIAL, "kind-document"),
    (field::REMARK, "kind-note"),
    (field::ATTACHMENT, "kind-file"),
];

/// A field's own word; of one that people do not set, or of a newer version, what the journal calls it.
pub(super) fn word(asked: Field) -> String {
    let known = FIELDS.iter().find(|(known, _)| *known == asked).map(|(_, sentence)| word_of(sentence).to_owned());
    let own = || asked.name().map(|name| name.to_lowercase().replace('_', "-"));
    known.or_else(own).unwrap_or_else(|| asked.0.to_string())
}

/// What stands behind `field-` or `kind-`.
fn word_of(sentence: &'static str) -> &'static str {
    sentence.split_once('-').map_or(sentence, |(_, word)| word)
}

/// The sentence that says what a field is called.
pub(super) fn sentence(asked: Field) -> &'static str {
    FIELDS.iter().find(|(known, _)| *known == asked).map_or("field-other", |(_, sentence)| sentence)
}

/// The sentence that says what a kind of record is called.
pub(super) fn kind_sentence(asked: Kind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == asked).map_or("kind-other", |(_, sentence)| sentence)
}

/// A kind's own word.
pub(super) fn kind_word(asked: Kind) -> &'static str {
    word_of(kind_sentence(asked))
}

/// The field that goes by this word, by what the journal calls it, or by its number.
pub(super) fn named(asked: &str) -> Option<Field> {
    let asked = asked.trim().to_lowercase();
    let known = FIELDS.iter().find(|(_, sentence)| word_of(sentence) == asked).map(|(field, _)| *field);
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
        for (field, sentence) in FIELDS {
            let word = word_of(sentence);
            assert_eq!(named(word), Some(*field), "{word}");
            assert_eq!(named(&field.0.to_string()), Some(*field), "{word}");
        }
        assert_eq!(named("segment-of"), Some(field::SEGMENT_OF));
        assert_eq!(named("nothing"), None);
        assert_eq!(word(Field(40_000)), "40000");
    }

    #[test]
    fn each_word_is_said() {
        let names = FIELDS.iter().map(|(_, name)| *name).chain(KINDS.iter().map(|(_, name)| *name));
        for name in names.chain(["field-other", "kind-other"]) {
            assert_ne!(say("en", name, &[]), name);
        }
    }
}
