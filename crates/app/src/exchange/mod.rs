//! What goes to other laptops and what comes from them, and who takes part.

mod begin;
mod hand_over;
mod help;
mod members;
mod merge;
mod names;
mod server;
mod suspension;
mod wordless;

pub use anteroom_hub::SetUp;
pub use begin::{Joined, begin_invited, join, start};
pub use hand_over::{HandOverInput, PackView, hand_over, invite, pack};
pub use help::{
    HelpView, allow_help, can_be_helped, declares_help, help, helps, invitation_declares_help, save_letter,
};
pub use members::{
    AcceptanceView, Admission, Rename, RuleOn, admit, approve, check_words, confirm_erasures, give_up, members,
    open_acceptance, readmit, refuse, refuse_erasures, rename, rename_member, rule, rule_on,
};
pub use merge::{merge, newest_reports, reports, told_again};
pub(crate) use names::Names;
pub use server::{
    Access, Line, Logins, Visit, add_logins, drop_login, forget as forget_server, server, set_up,
    status as server_status, sync,
};
pub use suspension::{LetInView, Suspension, let_in_by_sheet, let_in_since, suspend, suspend_by_oneself};
pub use wordless::{SomeWordlessView, WordlessView, newest_wordless, wordless};

use crate::desk::Desk;
use crate::error::AppError;

/// What is no real consultation takes nothing in and hands nothing over.
///
/// # Errors
/// `illustration-alone`.
async fn is_real(desk: &Desk) -> Result<(), AppError> {
    if desk.structure().await?.consultation.illustration.is_empty() {
        Ok(())
    } else {
        Err(AppError::new("illustration-alone", &[]))
    }
}
