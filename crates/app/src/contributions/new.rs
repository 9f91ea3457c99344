//! What a person says when they record something, made into the fields of a record.

use anteroom_insight::language::guess;
use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::{Basis, Consent, Permission, Permissions, Ranked, Wording};
use anteroom_model::value::{Fields, Value};
use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::error::AppError;
use crate::structure::{Segment, Structure};

/// The most bytes of text that a contribution holds. Longer things are documents.
pub const LONGEST: usize = 200_000;

/// Something that was said or submitted. Only the text is required.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecordContribution {
    pub text: String,
    /// Labels or ids.
    pub groups: Vec<String>,
    pub kind: Option<String>,
    /// BCP 47; guessed where it is not given.
    pub language: Option<String>,
    /// Ids, numbers, letters.
    pub nodes: Vec<String>,
    /// The round: its name, key or id.
    pub segment: Option<String>,
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub speaker: Option<RecordId>,
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub turn: Option<RecordId>,
    /// Where it is not said: word for word if these words were cleared for quotation, in other words if not.
    pub wording: Option<Wording>,
    pub share: Option<Consent>,
    pub quote: Option<Consent>,
    pub name_organisation: Option<Consent>,
    pub name_person: Option<Consent>,
    /// What the given permissions rest on; in person where it is not said.
    pub basis: Option<Basis>,
    pub said_at: Option<i64>,
    pub state: Option<String>,
    /// Where it was written down before: a file, a conversation.
    pub source: String,
}

/// The states a contribution can be in, beyond not having been looked at.
pub const STATES: &[&str] = &["", "accepted", "set-aside"];

/// A contribution that is ready to be stored, but for its reference.
#[derive(Debug)]
pub(crate) struct NewContribution(pub(crate) Fields);

impl NewContribution {
    /// Looks up everything the request names.
    ///
    /// # Errors
    /// `empty-text`, `text-too-long`, `unknown-…` with the nearest names.
    pub(crate) fn read(request: RecordContribution, structure: &Structure) -> Result<Self, AppError> {
        let text = tidy(&request.text)?;
        let groups = request
            .groups
            .iter()
            .map(|group| Ok(structure.group(group)?.key.clone()))
            .collect::<Result<Vec<_>, AppError>>()?;
        let nodes = request
            .nodes
            .iter()
            .map(|node| Ok(structure.node(node)?.key.clone()))
            .collect::<Result<Vec<_>, AppError>>()?;
        let kind = request
            .kind
            .as_deref()
            .filter(|kind| !kind.trim().is_empty())
            .map(|kind| structure.kind(kind))
            .transpose()?;
        let segment = request.segment.as_deref().map(|segment| structure.segment(segment)).transpose()?;
        let language = match request.language.as_deref().map(str::trim).filter(|language| !language.is_empty()) {
            Some(language) => language_tag(language)?,
            None => guess(&text).unwrap_or("und").to_owned(),
        };
        let state = known_state(request.state.unwrap_or_default())?;
        let wording = request.wording.unwrap_or(if request.quote == Some(Consent::Given) {
            Wording::Verbatim
        } else {
            Wording::Paraphrase
        });
        let rule = segment.map_or(structure.consultation.rule, |segment| segment.rule);
        let mut fields = Fields::from([
            (field::TEXT, text.into()),
            (field::LANGUAGE, language.into()),
            (field::RULE, Value::Int(rule.rank())),
            (field::WORDING, Value::Int(wording.rank())),
        ]);
        let permissions = Answers {
            share: request.share,
            quote: request.quote,
            name_organisation: request.name_organisation,
            name_person: request.name_person,
        };
        set_permissions(&mut fields, permissions.with(segment, request.basis));
        let mut set = |field, value: Option<Value>| value.and_then(|value| fields.insert(field, value));
        set(field::GROUPS, some_set(groups));
        set(field::TAGS, some_set(nodes));
        set(field::KIND_KEY, kind.map(|kind| kind.key.as_str().into()));
        set(field::SEGMENT_OF, segment.map(|segment| segment.record.into()));
        set(field::SEGMENTS_BEEN, segment.map(|segment| Value::set([segment.record.into()], [])));
        set(field::SPEAKER_OF, request.speaker.map(Value::from));
        set(field::TURN_OF, request.turn.map(Value::from));
        set(field::SAID_AT, request.said_at.map(Value::Int));
        set(field::STATE, (!state.is_empty()).then(|| state.into()));
        set(field::SOURCE, (!request.source.is_empty()).then(|| request.source.into()));
        Ok(Self(fields))
    }
}

struct Answers {
    share: Option<Consent>,
    quote: Option<Consent>,
    name_organisation: Option<Consent>,
    name_person: Option<Consent>,
}

impl Answers {
    /// What was answered; where nothing was, what the round was told beforehand.
    fn with(self, segment: Option<&Segment>, basis: Option<Basis>) -> Permissions {
        let told = segment.map(|segment| segment.permissions).unwrap_or_default();
        let answer = |answer: Option<Consent>, told: Permission| match answer {
            Some(Consent::Given) => Permission::given(basis.unwrap_or(Basis::InPerson)),
            Some(consent) => Permission { consent, basis },
            None => told,
        };
        Permissions {
            share: answer(self.share, told.share),
            quote: answer(self.quote, told.quote),
            name_organisation: answer(self.name_organisation, told.name_organisation),
            name_person: answer(self.name_person, told.name_person),
        }
    }
}

pub(crate) fn set_permissions(fields: &mut Fields, permissions: Permissions) {
    for (field, permission) in [
        (field::SHARE, permissions.share),
        (field::QUOTE, permissions.quote),
        (field::NAME_ORGANISATION, permissions.name_organisation),
        (field::NAME_PERSON, permissions.name_person),
    ] {
        if permission != Permission::default() {
            fields.insert(field, permission.to_value());
        }
    }
}

fn some_set(elements: Vec<String>) -> Option<Value> {
    (!elements.is_empty()).then(|| Value::set(elements.into_iter().map(Value::from), []))
}

/// The text as it is kept: in Unicode NFC, without the blanks around it, lines ended by one line feed.
///
/// # Errors
/// `empty-text`, `text-too-long`.
pub(crate) fn tidy(text: &str) -> Result<String, AppError> {
    if text.len() > LONGEST {
        let (bytes, most) = (text.len().to_string(), LONGEST.to_string());
        return Err(AppError::new("text-too-long", &[("bytes", &bytes), ("most", &most)]));
    }
    let text = text.trim();
    if text.is_empty() {
        return Err(AppError::new("empty-text", &[]));
    }
    // Most texts are tidy already.
    if !text.contains(['\r', '\0']) && is_nfc(text) {
        return Ok(text.to_owned());
    }
    let text: String = text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "").nfc().collect();
    let text = text.trim();
    if text.is_empty() { Err(AppError::new("empty-text", &[])) } else { Ok(text.to_owned()) }
}

/// A state, if it is one.
///
/// # Errors
/// `unknown-state`, with those there are.
pub(crate) fn known_state(state: String) -> Result<String, AppError> {
    if STATES.contains(&state.as_str()) {
        return Ok(state);
    }
    Err(AppError::new("unknown-state", &[("name", &state), ("known", &STATES[1..].join(", "))]))
}

/// A language tag as it is written: `fr`, `zh-Hans`.
///
/// # Errors
/// `unknown-language`.
pub(crate) fn language_tag(tag: &str) -> Result<String, AppError> {
    let unknown = || AppError::new("unknown-language", &[("name", tag)]);
    let read: unic_langid::LanguageIdentifier = tag.trim().parse().map_err(|_| unknown())?;
    Ok(read.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_as_given_in_nfc() {
        assert_eq!(tidy("  Cafe\u{301}\r\nнет \0").unwrap(), "Café\nнет");
        assert_eq!(tidy(" \n ").unwrap_err().code, "empty-text");
        assert_eq!(tidy(" \0\r ").unwrap_err().code, "empty-text");
        assert_eq!(tidy("👩🏽‍🌾 नेपाल\n").unwrap(), "👩🏽‍🌾 नेपाल");
        assert_eq!(tidy(&"a".repeat(LONGEST + 1)).unwrap_err().code, "text-too-long");
    }

    #[test]
    fn a_language_is_a_tag() {
        assert_eq!(language_tag("zh-hans").unwrap(), "zh-Hans");
        assert_eq!(language_tag("English!").unwrap_err().code, "unknown-language");
    }

    #[test]
    fn only_the_text_is_required() {
        let request = RecordContribution {
            text: "Seasonal workers tell us the permit is tied to one employer.".into(),
            ..RecordContribution::default()
        };
        let NewContribution(fields) = NewContribution::read(request, &Structure::default()).unwrap();
        assert_eq!(fields[&field::LANGUAGE], Value::from("en"));
        assert!(!fields.contains_key(&field::QUOTE), "not asked is what nobody wrote");
    }
}
