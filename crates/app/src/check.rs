//! Whether a consultation is what was signed, and what is wrong where it is not, in a person's words.

use anteroom_store::{Problem, StoreError, Verification};
use serde::Serialize;

use crate::consultations::Steps;
use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::{isolated, say};

/// Whether a consultation is as it was signed, as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CheckView {
    /// Entries, each an action that somebody signed.
    pub commits: u64,
    pub contributions: u64,
    /// What is wrong, for whoever mends it: without a word of a contribution. None where all is well.
    pub problems: Vec<String>,
    /// Whether nothing that anybody did is touched, and reading the journal anew mends it.
    pub is_mended_by_rebuilding: bool,
}

/// Proves every chain, signature and digest, and that the read tables equal the journal.
///
/// # Errors
/// Where the database cannot be read at all. What is wrong with it otherwise stands in the answer.
pub async fn verify(desk: &Desk, steps: &Steps) -> Result<Verification, AppError> {
    Ok(desk.store().verify(steps).await?)
}

/// The same as `verify`, as a window shows it.
///
/// # Errors
/// As `verify`; `cancelled`.
pub async fn check(desk: &Desk, steps: &Steps) -> Result<CheckView, AppError> {
    let Verification { commits, contributions, problems, is_mended_by_rebuilding, .. } = verify(desk, steps).await?;
    let problems = problems.into_iter().map(|problem| sentence(problem, &desk.language())).collect();
    Ok(CheckView { commits, contributions, problems, is_mended_by_rebuilding })
}

/// One thing that is wrong, in `language`.
pub fn sentence(problem: Problem, language: &str) -> String {
    let (name, about) = match problem {
        Problem::Entry(refusal) => return AppError::from(StoreError::Journal(refusal)).said_in(language).message,
        Problem::Page(of_database) => ("problem-page", of_database),
        Problem::PagesUnreadable => ("problem-pages-unreadable", String::new()),
        Problem::PartUnreadable => ("problem-part-unreadable", String::new()),
        Problem::EntryMissing(entry) => ("problem-entry-missing", entry.to_string()),
        Problem::OwnEntryMissing(entry) => ("problem-own-entry-missing", entry.to_string()),
        Problem::FoundingMissing => ("problem-founding-missing", String::new()),
        Problem::EntryUnderAnotherHash => ("problem-entry-under-another-hash", String::new()),
        Problem::RecordReadWrongly(record) => ("problem-record-read-wrongly", record.to_string()),
        Problem::WordsNotSigned(record) => ("problem-words-not-signed", record.to_string()),
        Problem::WordsOfErased(record) => ("problem-words-of-erased", record.to_string()),
        Problem::WordsMissing(record) => ("problem-words-missing", record.to_string()),
        Problem::WordsOfNobody => ("problem-words-of-nobody", String::new()),
        Problem::RowsOfNobody => ("problem-rows-of-nobody", String::new()),
        Problem::FileNotAttached(record) => ("problem-file-not-attached", record.to_string()),
        Problem::FileOfNobody(record) => ("problem-file-of-nobody", record.to_string()),
        Problem::SearchWrong => ("problem-search-wrong", String::new()),
        Problem::GroupsWrong => ("problem-groups-wrong", String::new()),
        Problem::NodesWrong => ("problem-nodes-wrong", String::new()),
    };
    say(language, name, &[("about", &isolated(language, &about))])
}

#[cfg(test)]
mod tests {
    use anteroom_journal::check::Refusal;
    use anteroom_model::ids::{Digest, RecordId};

    use super::*;
    use crate::messages::languages;

    #[test]
    fn each_problem_is_said_in_each_language_with_what_it_is_about() {
        let (entry, record) = (Digest([7; 32]), RecordId([9; 16]));
        let about_one = [
            (Problem::Page("row 3 missing from index".to_owned()), "row 3 missing from index".to_owned()),
            (Problem::EntryMissing(entry), entry.to_string()),
            (Problem::OwnEntryMissing(entry), entry.to_string()),
            (Problem::RecordReadWrongly(record), record.to_string()),
            (Problem::WordsNotSigned(record), record.to_string()),
            (Problem::WordsOfErased(record), record.to_string()),
            (Problem::WordsMissing(record), record.to_string()),
            (Problem::FileNotAttached(record), record.to_string()),
            (Problem::FileOfNobody(record), record.to_string()),
        ];
        let plain = [
            Problem::PagesUnreadable,
            Problem::PartUnreadable,
            Problem::FoundingMissing,
            Problem::EntryUnderAnotherHash,
            Problem::Entry(Refusal::Signature),
            Problem::WordsOfNobody,
            Problem::RowsOfNobody,
            Problem::SearchWrong,
            Problem::GroupsWrong,
            Problem::NodesWrong,
        ];
        for language in languages() {
            for (problem, about) in about_one.clone() {
                let said = sentence(problem, language);
                assert!(said.contains(&about) && said.len() > about.len() + 10, "{language}: {said}");
            }
            for problem in plain.clone() {
                let said = sentence(problem, language);
                assert!(said.contains(' ') && !said.starts_with("problem-"), "{language}: {said}");
            }
        }
    }
}
