//! The words of the command line. They are a contract: other people's scripts rely on them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Anteroom carries what stakeholders say in a consultation into the formal session, encrypted and traceable.
///
/// Exit codes: 0 done; 1 refused or failed, with one sentence on standard error; 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "anteroom", version, propagate_version = true, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Print JSON instead of text.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Read the passphrase from this open file descriptor, up to the first line break.
    #[arg(long, global = true, value_name = "N")]
    pub(crate) passphrase_fd: Option<i32>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Create a consultation; prints the recovery sheet, once.
    New {
        file: PathBuf,
        /// The framework to copy in: gcm, sdg.
        #[arg(long)]
        framework: String,
        #[arg(long)]
        name: String,
    },
    /// Write the sample consultation: an illustration, invented from end to end.
    Sample { file: PathBuf },
    /// Record each row of a CSV once; the same rows again are recognised.
    Import(Import),
    /// Write a CSV sheet that a note-taker without Anteroom can fill in; `import` reads it without being told how.
    Sheet {
        file: PathBuf,
        #[arg(long, value_name = "SHEET.csv")]
        to: PathBuf,
    },
    /// Record one contribution.
    Record(Record),
    /// Find contributions: words, "phrases", -without.
    List(List),
    /// One contribution with its history.
    Show { file: PathBuf, id: String },
    /// Tag a contribution: ids (gcm:objective:6), numbers (objectives), letters (principles).
    Tag {
        file: PathBuf,
        id: String,
        #[arg(required = true, value_name = "NODE")]
        nodes: Vec<String>,
    },
    /// Take tags off a contribution.
    Untag {
        file: PathBuf,
        id: String,
        #[arg(required = true, value_name = "NODE")]
        nodes: Vec<String>,
    },
    /// Change many contributions in one action, which one undo takes back.
    Change(Change),
    /// Correct one contribution.
    Edit(Edit),
    /// Take back the last action.
    Undo { file: PathBuf },
    /// Briefs: new, write, list, export.
    #[command(subcommand)]
    Brief(Brief),
    /// Stages, sessions and rounds, groups and who is expected.
    #[command(subcommand)]
    Programme(Programme),
    /// Erase contributions for good. This cannot be undone.
    Erase {
        file: PathBuf,
        #[arg(required = true)]
        id: Vec<String>,
    },
    /// Prove every chain, signature and digest, and that the read tables equal the journal.
    Verify { file: PathBuf },
    /// Make the read tables anew from the journal.
    Rebuild { file: PathBuf },
    /// Print the canonical dump: the state, then the words held.
    Dump { file: PathBuf },
    /// Change the passphrase.
    Passphrase {
        file: PathBuf,
        /// Somebody may know the old one: also encrypt everything under a new key.
        #[arg(long)]
        known_to_others: bool,
        /// Read the new passphrase from this open file descriptor.
        #[arg(long, value_name = "N")]
        new_passphrase_fd: Option<i32>,
        /// Open with the words of the recovery sheet instead of the old passphrase (read like one).
        #[arg(long)]
        recovery: bool,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    pub(crate) file: PathBuf,
    pub(crate) table: PathBuf,
    /// The column that holds the words. Not needed for a sheet made by `anteroom sheet`.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) text: Option<String>,
    /// A value, or column:NAME. So are all of the following.
    #[arg(long)]
    pub(crate) language: Option<String>,
    #[arg(long)]
    pub(crate) group: Option<String>,
    #[arg(long)]
    pub(crate) kind: Option<String>,
    #[arg(long)]
    pub(crate) node: Option<String>,
    #[arg(long)]
    pub(crate) source: Option<String>,
    #[arg(long)]
    pub(crate) date: Option<String>,
    /// The speaker or author, by any sign that tells one from another.
    #[arg(long)]
    pub(crate) speaker: Option<String>,
    /// accepted, set-aside; also 1, 0, -1 as moderators write them.
    #[arg(long)]
    pub(crate) state: Option<String>,
    #[arg(long)]
    pub(crate) quote: Option<String>,
    #[arg(long)]
    pub(crate) round: Option<String>,
    /// Write the refused rows, with reasons, to this CSV.
    #[arg(long, value_name = "REFUSED.csv")]
    pub(crate) refused: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Record {
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) text: String,
    /// A stakeholder group, by label or id; several times for several.
    #[arg(long)]
    pub(crate) group: Vec<String>,
    #[arg(long)]
    pub(crate) kind: Option<String>,
    #[arg(long)]
    pub(crate) language: Option<String>,
    #[arg(long)]
    pub(crate) node: Vec<String>,
    /// The round, by name or id.
    #[arg(long)]
    pub(crate) round: Option<String>,
    /// Who spoke: a name to tell them from others, such as "Speaker 17".
    #[arg(long)]
    pub(crate) speaker: Option<String>,
    /// The speaker's organisation.
    #[arg(long)]
    pub(crate) organisation: Option<String>,
    #[arg(long, value_name = "yes|no")]
    pub(crate) share: Option<String>,
    #[arg(long, value_name = "yes|no")]
    pub(crate) quote: Option<String>,
    #[arg(long, value_name = "yes|no")]
    pub(crate) name_organisation: Option<String>,
    #[arg(long, value_name = "yes|no")]
    pub(crate) name_person: Option<String>,
    /// What these answers rest on: announcement, form, in-person, clearance.
    #[arg(long)]
    pub(crate) basis: Option<String>,
    /// Taken down word for word: only that can be quoted.
    #[arg(long, conflicts_with = "interpreted")]
    pub(crate) verbatim: bool,
    /// Heard through an interpreter.
    #[arg(long)]
    pub(crate) interpreted: bool,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    pub(crate) file: PathBuf,
    #[arg(default_value = "", allow_hyphen_values = true)]
    pub(crate) query: String,
    #[arg(long, default_value_t = 50)]
    pub(crate) limit: u32,
    #[arg(long, default_value_t = 0)]
    pub(crate) offset: u32,
    #[arg(long)]
    pub(crate) node: Option<String>,
    #[arg(long)]
    pub(crate) group: Option<String>,
    #[arg(long)]
    pub(crate) kind: Option<String>,
    #[arg(long)]
    pub(crate) language: Option<String>,
    #[arg(long)]
    pub(crate) session: Option<String>,
    #[arg(long)]
    pub(crate) round: Option<String>,
    /// A question and an answer: quote:given, share:refused, name-organisation:not-asked.
    #[arg(long)]
    pub(crate) permission: Option<String>,
    #[arg(long)]
    pub(crate) state: Option<String>,
    #[arg(long)]
    pub(crate) speaker: Option<String>,
    /// newest, oldest, reference, relevance.
    #[arg(long, default_value = "newest")]
    pub(crate) sort: String,
}

#[derive(Debug, Args)]
pub(crate) struct Change {
    pub(crate) file: PathBuf,
    #[arg(required = true)]
    pub(crate) id: Vec<String>,
    #[arg(long, value_name = "NODE")]
    pub(crate) tag: Vec<String>,
    #[arg(long, value_name = "NODE")]
    pub(crate) untag: Vec<String>,
    #[arg(long, conflicts_with_all = ["tag", "untag"])]
    pub(crate) state: Option<String>,
    /// A question and an answer: quote:given.
    #[arg(long, conflicts_with_all = ["tag", "untag", "state"])]
    pub(crate) permission: Option<String>,
    #[arg(long, default_value = "clearance")]
    pub(crate) basis: String,
}

#[derive(Debug, Args)]
pub(crate) struct Edit {
    pub(crate) file: PathBuf,
    pub(crate) id: String,
    #[arg(long)]
    pub(crate) text: Option<String>,
    #[arg(long)]
    pub(crate) language: Option<String>,
    #[arg(long)]
    pub(crate) kind: Option<String>,
    #[arg(long)]
    pub(crate) group: Vec<String>,
    #[arg(long)]
    pub(crate) round: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Brief {
    /// Lay out a brief for a formal roundtable or for a session.
    New {
        file: PathBuf,
        #[arg(long, value_name = "N", conflicts_with = "session")]
        roundtable: Option<String>,
        #[arg(long)]
        session: Option<String>,
        /// roundtable-brief or stakeholder-summary.
        #[arg(long, default_value = "roundtable-brief")]
        template: String,
        #[arg(long, default_value = "")]
        title: String,
        #[arg(long, default_value = "en")]
        language: String,
    },
    /// Write a paragraph. Words in quotation marks must stand in what is cited.
    Write {
        file: PathBuf,
        brief: String,
        text: String,
        #[arg(long)]
        section: Option<String>,
        /// Contributions it rests on.
        #[arg(long, num_args = 1.., value_name = "ID")]
        cite: Vec<String>,
        /// finding, process, context, remark.
        #[arg(long = "type", value_name = "TYPE")]
        statement_type: Option<String>,
    },
    /// The briefs there are.
    List { file: PathBuf },
    /// Check a brief for its audience and write it as a Word document.
    Export {
        file: PathBuf,
        brief: String,
        #[arg(long, value_name = "X.docx")]
        to: PathBuf,
        /// organisers, participants, states, public.
        #[arg(long, default_value = "public")]
        audience: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Programme {
    /// Stages, sessions and rounds, and the stakeholder groups.
    Show { file: PathBuf },
    /// Add a stage.
    Stage { file: PathBuf, name: String },
    /// Add a session to a stage.
    Session {
        file: PathBuf,
        name: String,
        #[arg(long)]
        stage: String,
    },
    /// Add a round to a session.
    Round {
        file: PathBuf,
        name: String,
        #[arg(long)]
        session: String,
        #[arg(long)]
        question: Vec<String>,
        /// In seconds.
        #[arg(long)]
        limit: Option<i64>,
        /// on-the-record, organisation-only, chatham-house.
        #[arg(long, default_value = "chatham-house")]
        rule: String,
        /// What sharing with the organisers rests on: announcement, form, in-person.
        #[arg(long, default_value = "announcement")]
        basis: String,
        /// What holds for quoting until a speaker says otherwise.
        #[arg(long, value_name = "yes|no")]
        quote: Option<String>,
    },
    /// Add a stakeholder group.
    Group { file: PathBuf, name: String },
    /// Say who is expected, in the room, or spoke.
    Presence {
        file: PathBuf,
        /// A group or an organisation.
        who: String,
        #[arg(long)]
        round: String,
        /// not-expected, expected, in-the-room, spoke.
        #[arg(long, default_value = "expected")]
        is: String,
    },
}
