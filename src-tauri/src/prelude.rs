//! What the list of commands names: what they take and what they answer with.

pub(crate) use anteroom_app::briefs::{ExportedBrief, NewBrief};
pub(crate) use anteroom_app::capture::{
    CaptureLists, CaptureView, Composed, DoNotKeep, EndTurn, InterventionView, Kept, OpenRound, Permit, PresenceView,
    PutRight, Reassign, RecordInTurn, Recorded, Resume, RoomView, SayPresence, Speaking, TidyView, Tighten, TypingView,
};
pub(crate) use anteroom_app::check::CheckView;
pub(crate) use anteroom_app::conflicts::{ConflictView, Settle, Split};
pub(crate) use anteroom_app::consultations::FrameworkView;
pub(crate) use anteroom_app::contributions::{AskHalf, ChangeMany, Changed, CorrectOne, Half, Translate};
pub(crate) use anteroom_app::exchange::{
    AcceptanceView, Admission, HandOverInput, HelpView, Joined, LetInView, Logins, PackView, Rename, RuleOn,
    SomeWordlessView, Suspension, Visit,
};
pub(crate) use anteroom_app::imports::{Expected, ImportReport, PreviewRow};
pub(crate) use anteroom_app::model::view::{
    ContributionRow, ContributionView, FiltersView, FindContributions, FoundView, OverviewView,
};
pub(crate) use anteroom_app::model::view_brief::{
    AskRelease, AskWho, BeginParagraph, BriefCard, BriefChoices, BriefView, ChangeBrief, CiteEvidence, MoveParagraph,
    ProposalsView, ReleaseView, RepairParagraph, RetypeParagraph, RewriteParagraph, SeekEvidence, WhoView,
};
pub(crate) use anteroom_app::model::view_exchange::{
    HandedOverView, MembersView, MergeView, ServerStatusView, ServerView,
};
pub(crate) use anteroom_app::suggest::{SuggestObjectives, Suggestion};
pub(crate) use anteroom_app::undo::{Undoable, Undone};

pub(crate) use crate::door::Threshold;
pub(crate) use crate::founding::{NewConsultation, SheetView};
pub(crate) use crate::handed::{Accept, Invite, Start, TakenIn};
pub(crate) use crate::look::Look;
pub(crate) use crate::printing::Printed;
pub(crate) use crate::screen::ScreenView;
pub(crate) use crate::serving::{Connect, ServerState};
pub(crate) use crate::sheet::BySheet;
pub(crate) use crate::tables::{AskTable, ChosenTable};
pub(crate) use anteroom_app::pairs::{AskPairs, NameOfPair, PairsView};
pub(crate) use anteroom_app::plan::{Addition, Expectation, PlanChange, PlanMove, PlanView, WaitingView};
pub(crate) use anteroom_app::withdrawal::{Withdraw, WithdrawalView, Withdrawn};
