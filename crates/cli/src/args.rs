//! The words of the command line. They are a contract: other people's scripts rely on them.

use std::path::PathBuf;

use anteroom_app::model::permission::{AttributionRule, Basis, Consent, Wording};
use anteroom_app::model::release::AUDIENCES;
use anteroom_app::model::statement::StatementType;
use anteroom_app::model::view::Sort;
use anteroom_app::model::view_exchange::Role;
use anteroom_app::programme::PRESENCES;
use anteroom_app::{languages, say};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{ArgGroup, Args, Parser, Subcommand};
use serde::de::DeserializeOwned;

/// One of a few words.
fn one_of<T>(words: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: DeserializeOwned + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| serde_json::from_value::<T>(word.into()))
}

/// Words to look for. They may begin with the minus of `-without`; with two it is an option that is not known.
fn query(words: &str) -> Result<String, String> {
    if words.starts_with("--") { Err(say("en", "cli-unknown-option", &[])) } else { Ok(words.to_owned()) }
}

fn yes_or_no() -> impl TypedValueParser<Value = Consent> {
    PossibleValuesParser::new(["yes", "no"]).map(|word| if word == "yes" { Consent::Given } else { Consent::Refused })
}

fn role() -> impl TypedValueParser<Value = Role> {
    one_of(&["facilitator", "organiser", "rapporteur", "observer"])
}

fn basis() -> impl TypedValueParser<Value = Basis> {
    one_of(&["announcement", "form", "in-person", "clearance"])
}

/// Anteroom carries what stakeholders say in a consultation into the formal session, encrypted and traceable.
///
/// Exit codes: 0 done; 1 refused or failed, with one sentence on standard error; 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "anteroom", version, propagate_version = true, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Print JSON instead of text.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) opening: Opening,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// How a consultation is opened.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Opening {
    /// Read the passphrase from this open file descriptor, up to the first line break.
    #[arg(long, global = true, value_name = "N")]
    pub(crate) passphrase_fd: Option<i32>,
    /// What is read as the passphrase is the PIN under which this computer's keyring remembers the consultation.
    #[arg(long, global = true)]
    pub(crate) pin: bool,
}

impl Cli {
    /// Refuses what its parts cannot know of each other.
    ///
    /// # Errors
    /// What is wrong with the usage.
    pub(crate) fn check(&self) -> Result<(), (ErrorKind, String)> {
        let recovers = matches!(&self.command, Command::Passphrase(change) if change.recovery);
        let begins = matches!(
            &self.command,
            Command::New { .. } | Command::Sample { .. } | Command::Start { .. } | Command::Join { .. }
        );
        if self.opening.pin && (recovers || begins) {
            return Err((ErrorKind::ArgumentConflict, say("en", "cli-no-pin-here", &[])));
        }
        if matches!(&self.command, Command::Refuse { device, branch: Some(_), .. } if device.len() > 1) {
            return Err((ErrorKind::TooManyValues, say("en", "cli-branch-of-one", &[])));
        }
        Ok(())
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Create a consultation; prints the recovery sheet, once.
    New {
        file: PathBuf,
        /// The framework to copy in, by its key.
        #[arg(long)]
        framework: String,
        #[arg(long)]
        name: String,
        /// The first day, like 2026-11-09.
        #[arg(long, value_name = "DATE", value_parser = day)]
        from: Option<i64>,
        /// The last day.
        #[arg(long, value_name = "DATE", value_parser = day)]
        to: Option<i64>,
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
        /// The language that the sheet speaks to the note-taker.
        #[arg(long, default_value = "en", value_parser = PossibleValuesParser::new(languages()))]
        language: String,
    },
    /// Record one contribution.
    Record(Record),
    /// Find contributions: words, "phrases", -without.
    List(List),
    /// One contribution with its history.
    Show { file: PathBuf, id: String },
    /// Tag a contribution: with ids, numbers (an objective), letters (a principle).
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
    /// What was changed on two sides and is not settled.
    Conflicts { file: PathBuf },
    /// Settle one of these: with one of the versions, or with something else.
    Settle(Settle),
    /// What two people may have noted of the same words, and what was said of it.
    Pairs { file: PathBuf },
    /// Say that two contributions are one: they count once, and both wordings stay.
    Pair(Pair),
    /// Take back the last action.
    Undo { file: PathBuf },
    /// Do again what was taken back last.
    Redo { file: PathBuf },
    /// Briefs: new, write, list, export.
    #[command(subcommand)]
    Brief(Brief),
    /// Stages, sessions and rounds, groups and who is expected.
    #[command(subcommand)]
    Programme(Programme),
    /// Attach files to a contribution; they are kept encrypted inside.
    Attach {
        file: PathBuf,
        id: String,
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Write an attached file to a place of its own. It is not encrypted there.
    SaveAttached { file: PathBuf, attachment: String, to: PathBuf },
    /// Erase an attached file for good. This cannot be undone.
    EraseAttached { file: PathBuf, attachment: String },
    /// Erase contributions for good. This cannot be undone.
    Erase {
        file: PathBuf,
        #[arg(required = true)]
        id: Vec<String>,
    },
    /// Write an event pack: one file with which all tables begin. Prints the six words that open it.
    Pack {
        file: PathBuf,
        #[arg(long, value_name = "X.pack")]
        to: PathBuf,
    },
    /// Begin a consultation on this laptop from an event pack.
    Start {
        pack: PathBuf,
        file: PathBuf,
        /// By what name this laptop goes: "Table 7".
        #[arg(long)]
        name: String,
        /// Read the six words from this open file descriptor. Otherwise ANTEROOM_CODE is read, or they are asked for.
        #[arg(long, value_name = "N")]
        words_fd: Option<i32>,
    },
    /// Write an invitation for somebody who needs the contributions on their own laptop.
    Invite {
        file: PathBuf,
        #[arg(long)]
        name: String,
        /// Several times for several.
        #[arg(long, required = true, value_parser = role())]
        role: Vec<Role>,
        #[arg(long, value_name = "X.invitation")]
        to: PathBuf,
    },
    /// Accept an invitation on this laptop. The passphrase will open what comes back.
    Join {
        invitation: PathBuf,
        #[arg(long)]
        name: String,
        #[arg(long, value_name = "X.acceptance")]
        to: PathBuf,
    },
    /// Let in whoever accepted an invitation.
    Admit { file: PathBuf, acceptance: PathBuf },
    /// Write a hand-over file with what the others lack, sealed to them.
    Bundle(Bundle),
    /// Take in hand-over files, each whole or not at all. A file that is not there yet is made, for an accepted invitation.
    Merge {
        file: PathBuf,
        #[arg(required = true)]
        bundle: Vec<PathBuf>,
    },
    /// The shared server: set it up, make logins, see what it holds.
    #[command(subcommand)]
    Hub(Hub),
    /// Visit the shared server: take in what is there, bring what it lacks.
    Sync { file: PathBuf },
    /// Let in a laptop that waits, let a suspended one in again, change roles, or approve what waits of a member.
    Approve {
        file: PathBuf,
        /// Its name, its id, or how its id begins.
        device: String,
        /// Several times for several; facilitator where none is named.
        #[arg(long, value_parser = role())]
        role: Vec<Role>,
        /// The member whose second laptop it is.
        #[arg(long = "as", value_name = "MEMBER")]
        person: Option<String>,
        /// The lost laptop in whose place it comes, which is cut off.
        #[arg(long, value_name = "DEVICE", conflicts_with = "person")]
        instead_of: Option<String>,
        /// Two laptops have written under its key: only what one of them wrote, by how its first entry begins, as `members`
        /// lists it.
        #[arg(long, value_name = "ENTRY", conflicts_with_all = ["role", "person", "instead_of"])]
        branch: Option<String>,
    },
    /// Refuse laptops that wait, or what waits of a member.
    Refuse {
        file: PathBuf,
        #[arg(required = true)]
        device: Vec<String>,
        /// Two laptops have written under the key of one: only what one of them wrote, by how its first entry begins, as
        /// `members` lists it.
        #[arg(long, value_name = "ENTRY")]
        branch: Option<String>,
    },
    /// Declare entries of a laptop lost that nobody has any more: what follows them counts without them.
    GiveUp { file: PathBuf, device: String },
    /// Who takes part, and who waits.
    Members { file: PathBuf },
    /// Give a member another name; without a member, this laptop's.
    Rename {
        file: PathBuf,
        name: String,
        #[arg(long, default_value = "")]
        member: String,
    },
    /// Cut a laptop off: what comes from it later does not count.
    Suspend {
        file: PathBuf,
        device: String,
        /// What it did from this day on, or this hour here, does not count either: 2026-11-09, 2026-11-09T14:30.
        #[arg(long, value_name = "WHEN", value_parser = moment)]
        since: Option<i64>,
        /// It was stolen: refuse what does not count, and ask for what it erased.
        #[arg(long)]
        refuse_all: bool,
        /// A laptop that it let in since then, and that stays; several times for several. Without --refuse-all all of them stay.
        #[arg(long, value_name = "DEVICE")]
        keep: Vec<String>,
        /// Say so by the recovery sheet, which comes before the founder and every organiser; its words are asked for.
        #[arg(long)]
        sheet: bool,
        /// The same, and read its words from this open file descriptor.
        #[arg(long, value_name = "N")]
        sheet_fd: Option<i32>,
    },
    /// Let this laptop in by the recovery sheet, in every role, where no organiser is left who could.
    Recover {
        file: PathBuf,
        /// Read the words of the sheet from this open file descriptor. Otherwise they are asked for.
        #[arg(long, value_name = "N")]
        sheet_fd: Option<i32>,
    },
    /// A speaker withdraws: erase a contribution, or all that a speaker said, with other notes of the same words. This cannot
    /// be undone.
    Withdraw { file: PathBuf, id: String },
    /// Confirm erasures that reach beyond what one laptop may erase. This cannot be undone.
    ConfirmErasure {
        file: PathBuf,
        /// Refuse them: what is hidden is shown again. What one laptop may erase by itself comes back only from a laptop that
        /// has it still.
        #[arg(long)]
        refuse: bool,
    },
    /// Write an encrypted copy, which is read back; the newest seven stay, and after an erasure only this one.
    Backup {
        file: PathBuf,
        /// The folder for copies; beside the consultation where none is named.
        #[arg(long, value_name = "FOLDER")]
        to: Option<PathBuf>,
    },
    /// Make a consultation out of a backup, which stays as it is. Unless it holds all that this laptop ever wrote, it writes under
    /// a new key in it, and waits for an organiser or the recovery sheet (`recover`).
    Restore { backup: PathBuf, file: PathBuf },
    /// Prove every chain, signature and digest, and that the read tables equal the journal.
    Verify { file: PathBuf },
    /// Make the read tables anew from the journal.
    Rebuild { file: PathBuf },
    /// Print the canonical dump: the state, then the words held.
    Dump { file: PathBuf },
    /// Change the passphrase.
    Passphrase(PassphraseChange),
    /// Say whether organisers can help where a passphrase is forgotten, on laptops that join from now on.
    PassphraseHelp {
        file: PathBuf,
        #[arg(value_parser = PossibleValuesParser::new(["yes", "no"]).map(|word| word == "yes"))]
        allowed: Option<bool>,
    },
    /// The passphrase is forgotten: write what an organiser needs to help. Nothing is opened for it.
    Forgotten {
        file: PathBuf,
        #[arg(long, value_name = "X.forgotten")]
        to: PathBuf,
    },
    /// Print the twelve words that open a laptop whose passphrase was forgotten; there: `passphrase --recovery`.
    HelpWith { file: PathBuf, letter: PathBuf },
    /// Let this computer's keyring open the consultation, together with a PIN; then use --pin.
    Remember {
        file: PathBuf,
        /// Read the PIN from this open file descriptor.
        #[arg(long, value_name = "N")]
        pin_fd: Option<i32>,
    },
    /// Take that back.
    Forget { file: PathBuf },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Hub {
    /// Make the tables of a shared server, or bring them up to date. A second time changes nothing.
    Init {
        /// postgres://USER@HOST/DATABASE of whoever looks after it; the password is read from PGPASSWORD.
        url: String,
    },
    /// Make a login for this laptop, and on an organiser's for all who take part; drop those of who left.
    Add { file: PathBuf, url: String },
    /// Drop the login of a laptop at once.
    Drop {
        file: PathBuf,
        url: String,
        /// Its name, its id, or how its id begins.
        device: String,
    },
    /// What the shared server holds, of whom, and when each laptop was last there.
    Status { file: PathBuf },
    /// Visit no shared server any more. What came from there stays.
    Leave { file: PathBuf },
}

#[derive(Debug, Args)]
pub(crate) struct Bundle {
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "X.bundle")]
    pub(crate) to: PathBuf,
    /// For whom, by name or id; several times for several. Without: for everybody who takes part.
    #[arg(long = "for", value_name = "MEMBER", num_args = 1..)]
    pub(crate) recipients: Vec<String>,
    /// All of it, not only what they lack.
    #[arg(long)]
    pub(crate) whole: bool,
    /// Names and contacts too.
    #[arg(long)]
    pub(crate) names: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PassphraseChange {
    pub(crate) file: PathBuf,
    /// Somebody may know the old one: also encrypt everything under a new key.
    #[arg(long)]
    pub(crate) known_to_others: bool,
    /// Read the new passphrase from this open file descriptor.
    #[arg(long, value_name = "N")]
    pub(crate) new_passphrase_fd: Option<i32>,
    /// Open with the words of the recovery sheet instead of the old passphrase (read like one).
    #[arg(long)]
    pub(crate) recovery: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    pub(crate) file: PathBuf,
    pub(crate) table: PathBuf,
    /// The column that holds the words. Not needed for a sheet made by `anteroom sheet`.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) text: Option<String>,
    /// A value, or column:NAME. So are the options down to --round.
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
    /// Add the groups that the consultation does not have yet, in the same action. Without this, rows that name one are
    /// refused.
    #[arg(long, conflicts_with = "ungrouped")]
    pub(crate) add_groups: bool,
    /// Record rows that name a group the consultation does not have without it; they wait in tidy-up.
    #[arg(long)]
    pub(crate) ungrouped: bool,
    /// Take a name the consultation does not have for one of its groups; several times for several.
    #[arg(long, value_name = "NAME=GROUP", value_parser = name_and_group)]
    pub(crate) group_as: Vec<(String, String)>,
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
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no())]
    pub(crate) share: Option<Consent>,
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no())]
    pub(crate) quote: Option<Consent>,
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no())]
    pub(crate) name_organisation: Option<Consent>,
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no())]
    pub(crate) name_person: Option<Consent>,
    /// What these answers rest on.
    #[arg(long, value_parser = basis())]
    pub(crate) basis: Option<Basis>,
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
    #[arg(default_value = "", allow_hyphen_values = true, value_parser = query)]
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
    /// Only those with attached files.
    #[arg(long)]
    pub(crate) files: bool,
    /// Only what was changed on two sides and is not settled.
    #[arg(long)]
    pub(crate) conflicts: bool,
    /// By name or id.
    #[arg(long)]
    pub(crate) speaker: Option<String>,
    /// Instead: the contributions that were made and of which no words are here.
    #[arg(long, conflicts_with_all = ["node", "group", "kind", "language", "session", "round", "permission", "state", "files", "conflicts", "speaker", "sort"])]
    pub(crate) lacking: bool,
    #[arg(long, default_value = "newest", value_parser = one_of::<Sort>(&["newest", "oldest", "reference", "relevance"]))]
    pub(crate) sort: Sort,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("what").required(true).multiple(true).args(["tag", "untag", "state", "permission"]))]
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
    /// What the answer rests on.
    #[arg(long, default_value = "clearance", value_parser = basis())]
    pub(crate) basis: Basis,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("by").required(true).args(["take", "value"]))]
pub(crate) struct Settle {
    pub(crate) file: PathBuf,
    /// The record: an id, or the short reference of a contribution.
    pub(crate) id: String,
    /// The field: text, language, kind, … as `conflicts` lists it, or its number.
    pub(crate) field: String,
    /// Keep the version with this revision; the first six signs of it will do.
    #[arg(long, value_name = "REVISION")]
    pub(crate) take: Option<String>,
    /// Put this in the place of all versions.
    #[arg(long, value_name = "V", allow_hyphen_values = true)]
    pub(crate) value: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Pair {
    pub(crate) file: PathBuf,
    /// A contribution: its id or its short reference.
    pub(crate) one: String,
    /// The other one.
    pub(crate) other: String,
    /// They are two, however alike they read: they are proposed no more.
    #[arg(long, conflicts_with = "part")]
    pub(crate) refuse: bool,
    /// They were paired, and are two after all. Where more than two are one, the second leaves the rest.
    #[arg(long)]
    pub(crate) part: bool,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("what").required(true).multiple(true).args(["text", "language", "wording", "kind", "group", "round", "question"]))]
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
    /// How it was taken down.
    #[arg(long, value_parser = one_of::<Wording>(&["verbatim", "paraphrase", "interpreted"]))]
    pub(crate) wording: Option<Wording>,
    /// The strictest rule of all rounds it has been in keeps holding.
    #[arg(long)]
    pub(crate) round: Option<String>,
    /// To which question of the round it was said, from 1; 0: to none.
    #[arg(long, value_name = "N")]
    pub(crate) question: Option<u32>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Brief {
    /// Lay out a brief for a formal grouping of the framework (such as a roundtable) or for a session.
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
        #[arg(long = "type", value_name = "TYPE", value_parser = one_of::<StatementType>(&["finding", "process", "context", "remark"]))]
        statement_type: Option<StatementType>,
    },
    /// The briefs there are.
    List { file: PathBuf },
    /// Check a brief for its audience and write it as a Word document.
    Export {
        file: PathBuf,
        brief: String,
        #[arg(long, value_name = "X.docx")]
        to: PathBuf,
        #[arg(long, default_value = "public", value_parser = PossibleValuesParser::new(AUDIENCES.map(|(_, word)| word)))]
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
        #[arg(long, default_value = "chatham-house", value_parser = one_of::<AttributionRule>(&["on-the-record", "organisation-only", "chatham-house"]))]
        rule: AttributionRule,
        /// What sharing with the organisers rests on.
        #[arg(long, default_value = "announcement", value_parser = basis())]
        basis: Basis,
        /// What holds for quoting until a speaker says otherwise.
        #[arg(long, value_name = "yes|no", value_parser = yes_or_no())]
        quote: Option<Consent>,
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
        #[arg(long, default_value = "expected", value_parser = PossibleValuesParser::new(PRESENCES))]
        is: String,
    },
}

/// A day as a consultation keeps it: its midnight, milliseconds since 1970, UTC.
fn day(text: &str) -> Result<i64, String> {
    let day = jiff::civil::Date::strptime("%Y-%m-%d", text).and_then(|day| day.in_tz("UTC"));
    Ok(day.map_err(|_| "a date is wanted, like 2026-11-09")?.timestamp().as_millisecond())
}

/// A day, as `day` reads it, or an hour of it where this computer is.
fn moment(text: &str) -> Result<i64, String> {
    if let Ok(day) = day(text) {
        return Ok(day);
    }
    let hour = jiff::civil::DateTime::strptime("%Y-%m-%dT%H:%M", text);
    let there = hour.and_then(|hour| jiff::tz::TimeZone::system().to_ambiguous_zoned_datetime(hour).compatible());
    Ok(there.map_err(|_| "a date is wanted, like 2026-11-09 or 2026-11-09T14:30")?.timestamp().as_millisecond())
}

/// `NAME=GROUP`, of which no group's name holds the sign.
fn name_and_group(text: &str) -> Result<(String, String), String> {
    let parts = text.split_once('=').filter(|(name, group)| !name.trim().is_empty() && !group.trim().is_empty());
    let (name, group) = parts.ok_or("NAME=GROUP is wanted")?;
    Ok((name.trim().to_owned(), group.trim().to_owned()))
}
