//! What a shell is shown of briefs: plain data, ready to draw. Built by `app`, never edited.

use serde::{Deserialize, Serialize};

use crate::permission::Basis;
use crate::release::Audience;
use crate::statement::StatementType;
use crate::view::{ContributionRow, Labelled};

views! {
    /// A template that a brief can be laid out by.
    pub struct TemplateView {
        pub key: String,
        pub name: String,
        pub sections: u32,
        /// In words, all sections together.
        pub budget: u32,
    }

    /// What a new brief can be: by which template, about what.
    pub struct BriefChoices {
        pub templates: Vec<TemplateView>,
        /// The formal roundtables, each by its mark and title.
        pub roundtables: Vec<Labelled>,
        pub sessions: Vec<Labelled>,
        /// The languages in which templates have their words, BCP 47.
        pub languages: Vec<String>,
    }

    /// A brief in a list.
    pub struct BriefCard {
        pub id: String,
        pub title: String,
        /// BCP 47.
        pub language: String,
        pub template: String,
        pub paragraphs: u32,
        pub words: u32,
        /// In words; 0 where its sections have none.
        pub budget: u32,
        /// How many paragraphs cite or quote something that was erased since.
        pub gone: u32,
    }

    /// A brief, opened.
    pub struct BriefView {
        pub id: String,
        pub title: String,
        /// The language it is written in, BCP 47.
        pub language: String,
        /// The name of the template it was laid out by.
        pub template: String,
        /// The roundtable or session it is about; empty where it is about neither.
        pub about: String,
        pub audience: Audience,
        pub words: u32,
        /// In words; 0 where its sections have none.
        pub budget: u32,
        pub sections: Vec<SectionView>,
        /// What stops a release to this audience.
        pub stops: u32,
        /// Quotations, and how many of them still stand in their sources as they were quoted.
        pub quotations: u32,
        pub quotations_standing: u32,
    }

    /// A section, with its paragraphs in order.
    pub struct SectionView {
        pub key: String,
        pub heading: String,
        /// What stands above its paragraphs; empty where nothing does.
        pub chapeau: String,
        pub bold: bool,
        /// What its paragraphs may be, the usual one first.
        pub types: Vec<StatementType>,
        /// In words; `None` where it has none.
        pub budget: Option<u32>,
        pub words: u32,
        pub paragraphs: Vec<ParagraphView>,
    }

    /// A paragraph as it is written and read.
    pub struct ParagraphView {
        pub id: String,
        /// Its number in the document, from 1; `None` while it has no words.
        pub number: Option<u32>,
        pub statement_type: StatementType,
        pub text: String,
        pub quotations: Vec<QuotationView>,
        /// Words in quotation marks that stand in nothing cited.
        pub unknown: Vec<SpanView>,
        pub words: u32,
        /// Whether it was changed on two sides and nobody has settled which holds.
        pub unsettled: bool,
        /// All that it says, where that is more than one thing.
        pub standing: Vec<String>,
        pub evidence: Vec<EvidenceView>,
        /// Distinct organisations behind it; an unaffiliated person is one.
        pub organisations: u32,
        /// Distinct groups behind it.
        pub groups: u32,
        /// Whether it is a finding that cites nothing that is still there.
        pub lacks_evidence: bool,
        /// How many contributions it cites that were erased since: it may not hold any more.
        pub gone: u32,
    }

    /// A stretch of a paragraph, `[from, to)` in UTF-16 code units.
    pub struct SpanView {
        pub from: u32,
        pub to: u32,
    }

    /// A quotation in a paragraph.
    pub struct QuotationView {
        /// Of the words without their marks, in UTF-16 code units.
        pub from: u32,
        pub to: u32,
        pub contribution: String,
        pub reference: String,
        /// Whether its words still stand in the source as they were quoted. Where they do not, `…` stands for them.
        pub stands: bool,
    }

    /// A contribution that a paragraph cites.
    pub struct EvidenceView {
        pub id: String,
        /// `None` where it was erased.
        pub row: Option<ContributionRow>,
        /// Whether the paragraph also quotes it.
        pub quoted: bool,
    }

    /// A contribution that a paragraph could cite.
    pub struct ProposalView {
        pub row: ContributionRow,
        /// Whether it speaks to what the brief is about.
        pub on_subject: bool,
        /// The numbers of the paragraphs that cite it already.
        pub cited_by: Vec<u32>,
    }

    /// What could be cited, the most relevant first.
    pub struct ProposalsView {
        /// How many there are in all.
        pub total: u32,
        /// Whether they are here because they read like the paragraph.
        pub alike: bool,
        pub rows: Vec<ProposalView>,
    }

    /// What to look for as evidence.
    pub struct SeekEvidence {
        pub brief: String,
        /// For this paragraph: what it cites is left out, and without words its own are taken.
        #[serde(default)]
        pub paragraph: Option<String>,
        #[serde(default)]
        pub words: String,
        #[serde(default)]
        pub limit: u32,
    }

    /// A paragraph to begin.
    pub struct BeginParagraph {
        pub brief: String,
        /// The key of its section.
        pub section: String,
        /// Behind this one; at the end of the section where it is `None`.
        #[serde(default)]
        pub after: Option<String>,
    }

    /// What a paragraph is to read.
    pub struct RewriteParagraph {
        pub paragraph: String,
        pub text: String,
    }

    /// What a paragraph is to be.
    pub struct RetypeParagraph {
        pub paragraph: String,
        pub statement_type: StatementType,
    }

    /// Where a paragraph is to stand.
    pub struct MoveParagraph {
        pub paragraph: String,
        /// The key of the section.
        pub section: String,
        /// Before this one; at the end where it is `None`.
        #[serde(default)]
        pub before: Option<String>,
    }

    /// A paragraph, and a contribution that it cites or no longer cites.
    pub struct CiteEvidence {
        pub paragraph: String,
        /// Its id or short reference.
        pub contribution: String,
    }

    /// What a brief is called and for whom it is; what is `None` stays.
    pub struct ChangeBrief {
        pub brief: String,
        #[serde(default)]
        pub title: Option<String>,
        #[serde(default)]
        pub audience: Option<Audience>,
    }

    /// A paragraph by its number.
    pub struct AskWho {
        pub brief: String,
        pub number: u32,
    }

    /// Who said that.
    pub struct WhoView {
        pub number: u32,
        pub paragraph: String,
        pub text: String,
        /// The one line that is safe to say aloud, whoever listens.
        pub aloud: String,
        /// How much of the evidence the line is silent about.
        pub unspoken: u32,
        /// For the eyes of whoever works on the brief.
        pub evidence: Vec<EvidenceView>,
    }

    /// A brief, and for whom.
    pub struct AskRelease {
        pub brief: String,
        pub audience: Audience,
    }

    /// What the release check says.
    pub struct ReleaseView {
        pub audience: Audience,
        pub paragraphs: u32,
        /// Distinct contributions that paragraphs cite.
        pub evidence: u32,
        pub quotations: u32,
        pub stops: Vec<StopView>,
        pub warnings: Vec<WarningView>,
    }

    /// Something that may not leave.
    pub struct StopView {
        /// The paragraph's number in the document, and its id.
        pub number: u32,
        pub paragraph: String,
        /// `not-cleared`, `too-few`, …
        pub stop: String,
        /// The short reference, or the words in question.
        pub about: String,
        /// The contribution's id; empty where it is about none.
        pub contribution: String,
        /// What is wrong, in a sentence.
        pub says: String,
        /// What mends it, the most likely first.
        pub repairs: Vec<RepairView>,
    }

    /// Something that mends a stop.
    pub struct RepairView {
        pub repair: Repair,
        /// What would stand there instead; empty where nothing would.
        pub instead: String,
    }

    /// Something to look at, which stops nothing.
    pub struct WarningView {
        /// `over-budget`, `empty-sections`, `gap`, `evidence-conflict`, `evidence-set-aside`.
        pub warning: String,
        /// The paragraph's number and id; 0 and empty where it is about sections.
        pub number: u32,
        pub paragraph: String,
        pub says: String,
    }

    /// A repair to apply.
    pub struct RepairParagraph {
        pub brief: String,
        pub paragraph: String,
        pub audience: Audience,
        pub stop: String,
        pub about: String,
        pub contribution: String,
        pub repair: Repair,
        /// What a given answer rests on; only for `ask`.
        #[serde(default)]
        pub basis: Option<Basis>,
    }
}

/// What mends a stop, in one action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Repair {
    /// Takes the quoted words out and leaves a gap for one's own.
    #[default]
    OwnWords,
    /// Takes the quotation marks away: the words were not the speaker's but the note-taker's.
    Unquote,
    /// Puts the exact words of the source between the marks.
    QuoteExactly,
    /// Names the group instead of the organisation or the person, or "a participant" where no group may be named.
    NameGroup,
    /// Takes the short reference out of the text.
    DropReference,
    /// Takes the citation out, and with it what is quoted from it.
    LeaveOut,
    /// Makes a finding the rapporteur's own remark.
    MakeRemark,
    /// Records that the speaker was asked, and agreed.
    Ask,
}
