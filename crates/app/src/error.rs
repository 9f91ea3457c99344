//! What went wrong, for a person and for a shell: a code to act on, a sentence to read.

use anteroom_store::StoreError;
use serde::Serialize;

use crate::messages::say;

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
}

impl AppError {
    /// The refusal called `code` in the catalogue, with what it speaks of.
    pub fn new(code: &str, args: &[(&str, &str)]) -> Self {
        Self { code: code.to_owned(), message: say("en", code, args), details: Vec::new() }
    }

    #[must_use]
    pub fn with_details(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        Self { code: error.code().to_owned(), message: error.to_string(), details: Vec::new() }
    }
}
