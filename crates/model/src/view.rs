//! What a shell is shown: plain data, ready to print or to draw. Built by `app`, never edited.

use serde::{Deserialize, Serialize};

use crate::permission::{AttributionRule, Permissions, Wording};

views! {
    /// A key and what people read for it.
    pub struct Labelled {
        pub key: String,
        pub label: String,
    }

    /// An objective, principle or goal as a tag.
    pub struct NodeLabel {
        pub key: String,
        pub level: String,
        /// How it is addressed in speech: `6`, `b`.
        pub mark: String,
        pub short: String,
        pub title: String,
        /// Whether the title stands in English because the asked language has none on record.
        pub title_falls_back: bool,
        /// The colour and mark of the formal grouping it belongs to; empty where it belongs to none.
        pub colour: String,
        pub grouping: String,
        /// What the framework calls such a grouping, and what this one is about.
        pub grouping_level: String,
        pub grouping_title: String,
    }

    /// One line of a list of contributions.
    pub struct ContributionRow {
        pub id: String,
        pub reference: String,
        pub text: String,
        /// What matched, as `[from, to)` in UTF-16 code units of `text`.
        pub highlights: Vec<(u32, u32)>,
        /// The translation, or the name of a file, that holds more of the words asked for than `text` does.
        pub found_in: Option<FoundInView>,
        /// BCP 47; `und` where nobody knows.
        pub language: String,
        pub kind: Option<Labelled>,
        pub groups: Vec<Labelled>,
        pub nodes: Vec<NodeLabel>,
        pub permissions: Permissions,
        pub wording: Wording,
        pub state: String,
        /// The round it was given in; empty while that is to be tidied up.
        pub segment: String,
        pub session: String,
        /// Which question of the round it answers, counted from 1; 0: none.
        pub question: u32,
        pub speaker: String,
        pub organisation: String,
        pub source: String,
        /// Milliseconds since 1970, UTC.
        pub recorded_at: i64,
        pub said_at: Option<i64>,
        /// Names of the fields that were changed on two sides.
        pub conflicts: Vec<String>,
        /// How many files are attached to it.
        pub files: u32,
        /// The short references of others that note the same: together they count once.
        pub doubles: Vec<String>,
    }

    /// A translation, or the name of an attached file, in which the words asked for stand.
    pub struct FoundInView {
        /// BCP 47; empty of the name of a file.
        pub language: String,
        pub text: String,
        pub is_file_name: bool,
        /// What matched, as `[from, to)` in UTF-16 code units of `text`.
        pub highlights: Vec<(u32, u32)>,
    }

    /// A page of contributions, and how many there are in all.
    pub struct FoundView {
        pub total: u32,
        /// How many of them are noted by somebody else, too, among them: so many fewer things were said.
        pub doubles: u32,
        pub rows: Vec<ContributionRow>,
    }

    /// One change in a contribution's history.
    pub struct ChangeView {
        /// Milliseconds since 1970, UTC.
        pub at: i64,
        pub who: String,
        /// By what name the laptop goes where it was typed, or its owner; empty where that is who typed.
        pub laptop: String,
        /// A code of what was done: `record`, `tag`, `import`, `erase`, `undo`, …
        pub deed: String,
        pub field: String,
        pub from: String,
        pub to: String,
    }

    /// A contribution, opened.
    pub struct ContributionView {
        pub row: ContributionRow,
        pub rule: AttributionRule,
        /// The id of the round it was given in; empty while that is to be tidied up.
        pub round: String,
        /// The question that it answers, as it was put; empty where there was none.
        pub asked: String,
        pub history: Vec<ChangeView>,
        /// Each field in conflict, with all the values that stand against each other.
        pub standing_against: Vec<Standing>,
        /// By language.
        pub translations: Vec<TranslationView>,
        /// The first one first.
        pub attachments: Vec<AttachmentView>,
        /// What somebody has begun and not given yet.
        pub halves: Vec<HalfView>,
    }

    /// Something half made of a contribution.
    pub struct HalfView {
        pub what: HalfMade,
        /// The language of a translation that is there already and is being changed; empty for anything else.
        pub language: String,
    }

    /// A file attached to a contribution.
    pub struct AttachmentView {
        pub id: String,
        /// As the file was called.
        pub name: String,
        /// `image/jpeg`; `application/octet-stream` where its bytes do not say.
        pub media_type: String,
        /// Bytes.
        pub size: i64,
        /// Whether a window can show it by itself.
        pub is_picture: bool,
        /// When it was attached: milliseconds since 1970, UTC.
        pub at: i64,
        pub who: String,
    }

    /// What was said, in another language.
    pub struct TranslationView {
        /// BCP 47.
        pub language: String,
        pub text: String,
        /// Whether somebody else has read it against the words; a draft otherwise.
        pub reviewed: bool,
    }

    /// The values that stand against each other in one field.
    pub struct Standing {
        pub field: String,
        pub values: Vec<String>,
    }

    /// A session with its rounds.
    pub struct SessionView {
        pub id: String,
        pub name: String,
        pub stage: String,
        pub rounds: Vec<RoundView>,
    }

    /// A round that something was said in.
    pub struct RoundView {
        /// Its id.
        pub key: String,
        pub label: String,
        pub rule: AttributionRule,
        pub questions: Vec<String>,
    }

    /// What a list can be narrowed by.
    pub struct FiltersView {
        pub sessions: Vec<SessionView>,
        pub groups: Vec<Labelled>,
        pub nodes: Vec<NodeLabel>,
        pub kinds: Vec<Labelled>,
        pub languages: Vec<String>,
    }

    /// A consultation at a glance.
    pub struct OverviewView {
        pub name: String,
        /// `sample` or `practice` where it is not a real one; empty otherwise.
        pub illustration: String,
        pub framework: String,
        /// What was said: what is noted twice counts once.
        pub contributions: u32,
        /// How many notes there are beyond that.
        pub doubles: u32,
    }

    /// What to find. Everything empty: all contributions, newest first. Of session, segment, group, node and kind `-` asks for
    /// what has none.
    pub struct FindContributions {
        #[serde(default)]
        pub words: String,
        #[serde(default)]
        pub session: Option<String>,
        #[serde(default)]
        pub segment: Option<String>,
        #[serde(default)]
        pub group: Option<String>,
        #[serde(default)]
        pub node: Option<String>,
        #[serde(default)]
        pub kind: Option<String>,
        #[serde(default)]
        pub language: Option<String>,
        #[serde(default)]
        pub speaker: Option<String>,
        /// `share`, `quote`, `name-organisation` or `name-person`, then `:given`, `:refused` or `:not-asked`.
        #[serde(default)]
        pub permission: Option<String>,
        #[serde(default)]
        pub state: Option<String>,
        /// Whether something is attached.
        #[serde(default)]
        pub files: Option<bool>,
        /// Only what was changed on two sides and is not settled.
        #[serde(default)]
        pub conflicts: bool,
        #[serde(default)]
        pub sort: Sort,
        #[serde(default)]
        pub offset: u32,
        #[serde(default)]
        pub limit: u32,
    }
}

/// What can be begun with a contribution and given later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum HalfMade {
    #[default]
    Correction,
    Translation,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Sort {
    #[default]
    Newest,
    Oldest,
    Reference,
    /// Best match first; the same as `Newest` where there are no words.
    Relevance,
}
