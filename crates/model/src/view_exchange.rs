//! What a shell is shown of other laptops: who takes part, what waits, what a merge brought.

use serde::{Deserialize, Serialize};

/// What somebody may do. A member can have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Role {
    Facilitator,
    Organiser,
    Rapporteur,
    Observer,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::Facilitator, Self::Organiser, Self::Rapporteur, Self::Observer];
}

views! {
    /// A laptop that takes part.
    pub struct MemberView {
        /// Its key, in hexadecimal.
        pub device: String,
        /// To whom it belongs; laptops of one person say the same.
        pub person: String,
        /// By what name that person goes; empty where nobody said.
        pub name: String,
        pub roles: Vec<Role>,
        pub is_own: bool,
        pub is_founder: bool,
        /// Whether it is an organiser's who stands before this computer: only the recovery sheet ends what it decides.
        pub stands_before: bool,
        /// Whether an organiser has let it in and nobody has suspended it.
        pub is_confirmed: bool,
        pub is_suspended: bool,
        /// Contributions it made.
        pub contributions: u32,
        /// Actions of it that wait for an organiser.
        pub waiting: u32,
        /// Whether two laptops have written under its key since a certain moment, and nobody has decided yet.
        pub has_forked: bool,
        /// What each of them wrote since then, decided or not.
        pub branches: Vec<BranchView>,
        /// Whether something of it waits for what nobody has brought yet.
        pub has_gap: bool,
        /// When it last did something that is here, and when its last file came. Milliseconds since 1970, UTC.
        pub newest: Option<i64>,
        pub came_at: Option<i64>,
        /// Whether files can be sealed to it.
        pub can_receive: bool,
    }

    /// What one of two laptops wrote that wrote under one key.
    pub struct BranchView {
        /// Its first entry, in hexadecimal: by how it begins, a branch is named.
        pub first: String,
        pub actions: u32,
        pub contributions: u32,
        /// When the first and the newest of them were made, by the clock there. Milliseconds since 1970, UTC.
        pub begun: i64,
        pub newest: i64,
        /// What an organiser decided; none: it waits.
        pub is_approved: Option<bool>,
    }

    /// A laptop that nobody has confirmed, and what waits with it.
    pub struct StrangerView {
        pub device: String,
        /// What it says of itself.
        pub name: String,
        pub notes: u32,
        /// The four words that stand on its screen too, if it is the laptop it says it is.
        pub check_words: String,
        /// Milliseconds since 1970, UTC.
        pub came_at: i64,
        /// Whether another laptop goes by the same name.
        pub has_rival: bool,
    }

    /// Everybody.
    pub struct MembersView {
        pub members: Vec<MemberView>,
        pub strangers: Vec<StrangerView>,
        /// Whether whoever sits here may let in and suspend.
        pub may_decide: bool,
        /// Whether this computer has been let in.
        pub is_confirmed: bool,
        /// By what name this computer goes.
        pub own_name: String,
        /// The four words of this computer's key, and of the consultation: to be compared with another screen.
        pub own_words: String,
        pub consultation_words: String,
        /// Contributions hidden because somebody erased more than one laptop may, until a second organiser confirms.
        pub unconfirmed: u32,
        /// Whether anything is: a name may be, or a file, and no contribution with it.
        pub awaits_second: bool,
        /// Whether this laptop can be the second one for any of them.
        pub may_confirm: bool,
    }

    /// What waits of one laptop for one reason.
    pub struct WaitsView {
        pub device: String,
        pub name: String,
        /// `role`, `no-member`, `fork`, `gap`.
        pub why: String,
        pub commits: u32,
        pub contributions: u32,
    }

    /// Something that was not taken in.
    pub struct RefusedView {
        pub what: String,
        pub why: String,
        pub count: u32,
        pub name: String,
    }

    /// A clock that is off.
    pub struct ClockView {
        pub name: String,
        /// `ahead` of the clock here; `behind` it, by as much at least; `put-back` from one entry to the next.
        pub how: String,
        pub minutes: u32,
    }

    /// What one merge brought.
    pub struct MergeView {
        /// When it came. Milliseconds since 1970, UTC.
        pub at: i64,
        /// From whom.
        pub from: String,
        pub device: String,
        pub made_at: i64,
        /// Entries that were not here.
        pub commits: u32,
        pub new: u32,
        pub changed: u32,
        /// Ids of contributions in which something stands against something else now.
        pub conflicts: Vec<String>,
        pub erased: u32,
        pub hidden: u32,
        pub waiting: Vec<WaitsView>,
        pub strangers: Vec<String>,
        pub refused: Vec<RefusedView>,
        /// Entries that others name and nobody has brought yet.
        pub lacks_entries: u32,
        pub lacks_words: u32,
        pub clocks: Vec<ClockView>,
        pub is_cloned: bool,
        pub is_news: bool,
        /// All of it, as text.
        pub text: String,
    }

    /// What was handed over.
    pub struct HandedOverView {
        /// For whom, by name.
        pub to: Vec<String>,
        pub commits: u32,
        pub contributions: u32,
        /// Bytes.
        pub size: u32,
    }

    /// How this laptop and the shared server stand.
    pub struct ServerView {
        /// Whether this laptop goes there. If not, `address` is where an organiser says that one is, or empty.
        pub is_visited: bool,
        pub address: String,
        /// Whether whoever sits here may make logins.
        pub may_decide: bool,
        /// When it was last there, to the end. Milliseconds since 1970, UTC.
        pub synced_at: Option<i64>,
        /// What the server did then that an honest one does not, a sentence each.
        pub noticed: Vec<String>,
    }

    /// What a shared server holds of one laptop.
    pub struct ServerDeviceView {
        pub device: String,
        pub name: String,
        /// Whether it may come in.
        pub has_login: bool,
        pub entries: u32,
        /// When the newest of them came there, and when the laptop itself was last there. Milliseconds since 1970, UTC, by
        /// the server's clock.
        pub newest_at: Option<i64>,
        pub seen_at: Option<i64>,
        /// When the laptop last said there, and signed, that it knows of everybody who was let in or cut off, as far as that is
        /// known here. Milliseconds since 1970, UTC, by its own clock; none: what it said last is older than that.
        pub members_confirmed_at: Option<i64>,
    }

    /// What a shared server holds.
    pub struct ServerStatusView {
        pub address: String,
        /// Of PostgreSQL.
        pub version: String,
        pub devices: Vec<ServerDeviceView>,
        pub entries: u32,
        /// Rows of words, sealed; a file has several.
        pub words: u32,
        /// Of all rows, as they are sealed.
        pub kilobytes: u32,
    }
}
