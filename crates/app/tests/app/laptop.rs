//! A computer with keys of its own, and what the tests do at it again and again.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anteroom_app::briefs::{self, NewBrief, NewStatement};
use anteroom_app::consultations::{self, Days};
use anteroom_app::contributions::{self, RecordContribution};
use anteroom_app::desk::Desk;
use anteroom_app::model::permission::{AttributionRule, Basis, Consent, Wording};
use anteroom_app::model::view::{ContributionRow, FindContributions};
use anteroom_app::programme::{self, NewRound};
use anteroom_app::{AppError, Passphrase, Unlock, speakers};
use tempfile::TempDir;

pub(crate) struct Laptop {
    folder: TempDir,
}

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new("correct horse".to_owned())
}

impl Laptop {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file with these words.
    pub(crate) fn writes(&self, name: &str, words: &str) -> PathBuf {
        fs::write(self.path(name), words).unwrap();
        self.path(name)
    }

    pub(crate) async fn founds(&self, framework: &str) -> Desk {
        let file = self.path("one.anteroom");
        consultations::create_with_home(&self.home(), &file, framework, "Our words", Days::default(), &passphrase())
            .await
            .unwrap()
            .0
    }

    pub(crate) async fn opens(&self, file: &Path) -> Desk {
        consultations::open_with_home(&self.home(), file, &Unlock::Passphrase(passphrase())).await.unwrap()
    }
}

pub(crate) async fn records(desk: &Desk, request: RecordContribution) -> ContributionRow {
    contributions::record(desk, request).await.unwrap()
}

pub(crate) fn said(text: &str) -> RecordContribution {
    RecordContribution { text: text.to_owned(), ..RecordContribution::default() }
}

/// Taken down word for word, and cleared for quotation.
pub(crate) fn cleared(text: &str) -> RecordContribution {
    RecordContribution {
        share: Some(Consent::Given),
        quote: Some(Consent::Given),
        basis: Some(Basis::Form),
        wording: Some(Wording::Verbatim),
        language: Some("en".to_owned()),
        ..said(text)
    }
}

/// The contributions that fit, newest first.
pub(crate) async fn finds(desk: &Desk, asked: FindContributions) -> Vec<ContributionRow> {
    contributions::find(desk, &FindContributions { limit: 1000, ..asked }).await.unwrap().rows
}

pub(crate) async fn finds_words(desk: &Desk, words: &str) -> usize {
    finds(desk, FindContributions { words: words.to_owned(), ..FindContributions::default() }).await.len()
}

/// A round of this name and rule, in a session of the framework's.
pub(crate) async fn round(desk: &Desk, name: &str, rule: AttributionRule) {
    let session = programme::show(desk).await.unwrap().sessions[0].id.clone();
    let round = NewRound {
        session,
        name: name.to_owned(),
        rule,
        basis: Some(Basis::Announcement),
        quote: Some(Consent::Given),
        ..NewRound::default()
    };
    programme::add_round(desk, round).await.unwrap();
}

/// The same, on the record, with two questions.
pub(crate) async fn round_that_asks(desk: &Desk, name: &str) {
    let session = programme::show(desk).await.unwrap().sessions[0].id.clone();
    let questions = vec!["What works?".to_owned(), "What does not?".to_owned()];
    let rule = AttributionRule::OnTheRecord;
    let round = NewRound { session, name: name.to_owned(), rule, questions, ..NewRound::default() };
    programme::add_round(desk, round).await.unwrap();
}

/// Somebody of an organisation speaks in a round, word for word.
pub(crate) async fn speaks(desk: &Desk, round: &str, organisation: &str, group: &str, text: &str) -> ContributionRow {
    let groups = vec![group.to_owned()];
    let speaker = format!("Speaker of {organisation}");
    let speaker = speakers::known_as(desk, &speaker, Some(organisation), &groups).await.unwrap();
    let request = RecordContribution {
        segment: Some(round.to_owned()),
        speaker: Some(speaker),
        groups,
        wording: Some(Wording::Verbatim),
        language: Some("en".to_owned()),
        ..said(text)
    };
    records(desk, request).await
}

pub(crate) async fn brief(desk: &Desk) -> String {
    let request =
        NewBrief { template: "roundtable-brief".to_owned(), roundtable: Some("1".to_owned()), ..NewBrief::default() };
    briefs::new(desk, request).await.unwrap()
}

pub(crate) async fn writes(
    desk: &Desk,
    brief: &str,
    text: &str,
    cite: &[&ContributionRow],
) -> Result<String, AppError> {
    let cite = cite.iter().map(|row| row.id.clone()).collect();
    briefs::write(desk, brief, NewStatement { text: text.to_owned(), cite, ..NewStatement::default() }).await
}

/// The words of a Word document, a line for each paragraph.
pub(crate) fn words_of(docx: &Path) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(docx).unwrap()).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut words = String::new();
    for piece in xml.replace("</w:p>", "\n").split('<') {
        words.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    words
}
