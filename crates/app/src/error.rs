//! What went wrong, for a person and for a shell: a code to act on, a sentence to read.

use std::io;
use std::path::Path;

use anteroom_handover::HandoverError;
use anteroom_journal::check::Refusal;
use anteroom_store::StoreError;
use serde::Serialize;

use crate::messages::{isolated, say};

/// A refusal or a failure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{message}")]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AppError {
    /// What a shell acts on; never changes its meaning.
    pub code: String,
    /// A plain sentence.
    pub message: String,
    /// What else there is to say, one line each: the refusals of a release check, the nearest names.
    pub details: Vec<String>,
    /// The sentence in the catalogue with what it speaks of, so that it can be said in another language.
    #[serde(skip)]
    #[cfg_attr(feature = "ts", ts(skip))]
    said: Option<Said>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Said {
    sentence: String,
    args: Vec<(String, Arg)>,
}

/// What a sentence speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Arg {
    /// As it stands.
    Words(String),
    /// Another sentence of the catalogue, by its name.
    Sentence(&'static str),
}

impl Said {
    fn in_language(&self, language: &str) -> String {
        let said = |arg: &Arg| match arg {
            Arg::Words(words) => isolated(language, words).into_owned(),
            Arg::Sentence(name) => say(language, name, &[]),
        };
        let args: Vec<(&str, String)> = self.args.iter().map(|(name, arg)| (name.as_str(), said(arg))).collect();
        let args: Vec<(&str, &str)> = args.iter().map(|(name, said)| (*name, said.as_str())).collect();
        say(language, &self.sentence, &args)
    }
}

impl AppError {
    /// The refusal called `code` in the catalogue, with what it speaks of.
    pub fn new(code: &str, args: &[(&str, &str)]) -> Self {
        Self::saying(code, code, args)
    }

    fn saying(code: &str, sentence: &str, args: &[(&str, &str)]) -> Self {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), Arg::Words((*value).to_owned()))).collect();
        let said = Said { sentence: sentence.to_owned(), args };
        Self { code: code.to_owned(), message: said.in_language("en"), details: Vec::new(), said: Some(said) }
    }

    /// The same, with `$why` in it: the sentence of this name, which is said in whatever language the refusal is.
    #[must_use]
    pub(crate) fn because(mut self, why: &'static str) -> Self {
        if let Some(said) = &mut self.said {
            said.args.push(("why".to_owned(), Arg::Sentence(why)));
            self.message = said.in_language("en");
        }
        self
    }

    /// A refusal that only a shell can have, in its own words; it has no sentence in the catalogue.
    pub fn of_the_shell(code: &str, message: &str) -> Self {
        Self { code: code.to_owned(), message: message.to_owned(), details: Vec::new(), said: None }
    }

    /// The same, said in `language` where the catalogue has it.
    #[must_use]
    pub fn said_in(mut self, language: &str) -> Self {
        if let Some(said) = &self.said {
            self.message = said.in_language(language);
        }
        self
    }

    #[must_use]
    pub fn with_details(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }
}

/// The sentence in the catalogue for what the system says of a file or a disk.
pub(crate) fn of_system(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "why-not-found",
        io::ErrorKind::PermissionDenied => "why-no-permission",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "why-full",
        io::ErrorKind::ReadOnlyFilesystem => "why-read-only",
        io::ErrorKind::IsADirectory => "why-a-folder",
        io::ErrorKind::TimedOut => "why-timed-out",
        _ => "why-other",
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        let path = |path: &Path| ("path", path.display().to_string());
        let about = match &error {
            StoreError::NotThere(place)
            | StoreError::ExistsAlready(place)
            | StoreError::NotAConsultation(place)
            | StoreError::KeysMissing(place)
            | StoreError::ContentsMissing(place)
            | StoreError::NotClosed(place)
            | StoreError::ReadOnly(place) => Some(path(place)),
            StoreError::Keyring(why) => Some(("why", why.clone())),
            StoreError::Database(code) => Some(("why", code.clone())),
            StoreError::HandOver(HandoverError::Entry(Refusal::Malformed(why)))
            | StoreError::Journal(Refusal::Malformed(why)) => Some(("why", why.to_string())),
            StoreError::HandOver(HandoverError::Entry(Refusal::Contradicts(why)))
            | StoreError::Journal(Refusal::Contradicts(why)) => Some(("why", (*why).to_owned())),
            _ => None,
        };
        let args: Vec<_> = about.iter().map(|(name, value)| (*name, value.as_str())).collect();
        // Which folder it was, SQLite does not say.
        let sentence = if matches!(error, StoreError::NotWritable) { "folder-read-only" } else { error.code() };
        let refusal = Self::saying(error.code(), sentence, &args);
        match error {
            StoreError::Disk(kind)
            | StoreError::NotBackedUp(kind)
            | StoreError::HandOver(HandoverError::Disk(kind)) => refusal.because(of_system(kind)),
            _ => refusal,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::PathBuf;

    use anteroom_journal::encoding::Malformed;

    use super::*;

    /// The codes that a source file hands out: `=> "code"` within `fn code`.
    fn codes(source: &str) -> impl Iterator<Item = &str> {
        source
            .split("pub fn code(&self)")
            .nth(1)
            .unwrap()
            .split("\n    }\n")
            .next()
            .unwrap()
            .split('"')
            .skip(1)
            .step_by(2)
    }

    #[test]
    fn whatever_the_store_refuses_has_a_sentence_in_the_catalogue() {
        let store = include_str!("../../store/src/error.rs");
        let journal = include_str!("../../journal/src/check.rs");
        let handover = include_str!("../../handover/src/error.rs");
        let args = [("path", "x"), ("why", "y")];
        let codes: Vec<_> = codes(store).chain(codes(journal)).chain(codes(handover)).collect();
        assert!(codes.len() > 30, "{codes:?}");
        for code in codes {
            assert_ne!(say("en", code, &args), code, "{code} has no sentence");
        }
    }

    #[test]
    fn a_refusal_can_be_said_in_another_language() {
        let refusal = AppError::new("unknown-state", &[("name", "été"), ("known", "new")]);
        let french = refusal.clone().said_in("fr");
        assert_eq!(french.code, refusal.code);
        assert_ne!(french.message, refusal.message);
        assert!(french.message.contains("été"), "{french:?}");
        let arabic = refusal.clone().said_in("ar").message;
        assert!(arabic.contains("لا توجد حالة") && arabic.contains("\u{2068}été\u{2069}"), "{arabic}");
        assert_eq!(refusal.clone().said_in("de"), refusal, "a language without a catalogue is answered in English");
    }

    #[test]
    fn the_reason_within_a_refusal_is_said_in_its_language_too() {
        for kind in [
            io::ErrorKind::NotFound,
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::StorageFull,
            io::ErrorKind::ReadOnlyFilesystem,
            io::ErrorKind::IsADirectory,
            io::ErrorKind::TimedOut,
            io::ErrorKind::Other,
        ] {
            let why = of_system(kind);
            assert!(!say("en", why, &[]).starts_with("why-"), "{why} has no sentence");
            assert_ne!(say("fr", why, &[]), say("en", why, &[]), "{why}");
        }
        let refusal = AppError::from(StoreError::Disk(io::ErrorKind::TimedOut)).said_in("fr");
        assert!(refusal.message.contains("cela a duré trop longtemps"), "{refusal:?}");
        assert_eq!(refusal.said_in("en").message, AppError::from(StoreError::Disk(io::ErrorKind::TimedOut)).message);
    }

    #[test]
    fn what_a_refusal_speaks_of_stands_in_its_sentence() {
        let place = || PathBuf::from("/tmp/Füße 🙂.anteroom");
        for error in [
            StoreError::NotThere(place()),
            StoreError::ExistsAlready(place()),
            StoreError::NotAConsultation(place()),
            StoreError::KeysMissing(place()),
            StoreError::ContentsMissing(place()),
            StoreError::NotClosed(place()),
            StoreError::ReadOnly(place()),
        ] {
            let error = AppError::from(error);
            assert!(error.message.contains("Füße 🙂.anteroom"), "{error:?}");
        }
        for (error, why) in [
            (StoreError::Keyring("there is none".into()), "there is none"),
            (StoreError::Disk(io::ErrorKind::TimedOut), "it took too long"),
            (StoreError::Database("4874".into()), "4874"),
            (StoreError::Journal(Refusal::Malformed(Malformed::TooDeep)), &Malformed::TooDeep.to_string()),
            (StoreError::Journal(Refusal::Contradicts("two edits")), "two edits"),
        ] {
            let error = AppError::from(error);
            assert!(error.message.contains(why), "{error:?}");
        }
        assert_eq!(AppError::from(StoreError::NotWritable).code, "read-only");
    }
}
