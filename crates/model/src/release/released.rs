//! A brief that passed the release check. Nothing in here can be made by hand.

use super::table::Audience;
use crate::statement::StatementType;

/// The words a writer needs that are neither the rapporteur's nor a contributor's, in the brief's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BriefWords {
    pub annex: String,
    pub annex_note: String,
    pub reference: String,
    pub who: String,
    pub kind: String,
    pub about: String,
    pub words: String,
    /// Stands where words are not shown.
    pub not_quoted: String,
    /// Stands where there is more than one wording.
    pub unsettled: String,
    /// Stands where nobody may be named.
    pub a_participant: String,
    /// Stands before the references of a paragraph's evidence.
    pub evidence: String,
}

/// A stretch of text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    /// BCP 47.
    pub language: String,
    /// Whether these are somebody's own words.
    pub quoted: bool,
}

/// A numbered paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedParagraph {
    pub statement_type: StatementType,
    pub runs: Vec<Run>,
    /// References into the annex, in its order.
    pub evidence: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedSection {
    pub heading: String,
    /// "Stakeholders called on States to:"
    pub chapeau: Option<String>,
    /// Whether the paragraphs stand in bold.
    pub bold: bool,
    pub paragraphs: Vec<ReleasedParagraph>,
}

/// One piece of evidence in the annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexEntry {
    /// A reference of this release alone; never the contribution's own.
    pub reference: String,
    pub who: String,
    pub kind: String,
    /// Objectives and principles, by their short labels.
    pub about: Vec<String>,
    /// The words, where they may be quoted.
    pub words: Option<Run>,
    /// Whether there is more than one wording and nobody has settled which holds: then no words are shown.
    pub is_unsettled: bool,
}

/// A brief as it may leave, for one audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedBrief {
    title: String,
    language: String,
    audience: Audience,
    note: String,
    sections: Vec<ReleasedSection>,
    annex: Vec<AnnexEntry>,
    words: BriefWords,
}

impl ReleasedBrief {
    pub(super) fn new(
        title: String,
        language: String,
        audience: Audience,
        note: String,
        sections: Vec<ReleasedSection>,
        annex: Vec<AnnexEntry>,
        words: BriefWords,
    ) -> Self {
        Self { title, language, audience, note, sections, annex, words }
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    /// The language the brief is written in, BCP 47.
    pub fn language(&self) -> &str {
        &self.language
    }

    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// One line below the title: what it is, for whom; and that it is an illustration where it is one.
    pub fn note(&self) -> &str {
        &self.note
    }

    pub fn sections(&self) -> &[ReleasedSection] {
        &self.sections
    }

    pub fn annex(&self) -> &[AnnexEntry] {
        &self.annex
    }

    pub fn words(&self) -> &BriefWords {
        &self.words
    }
}
