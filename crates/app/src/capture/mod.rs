//! Taking down what is said in a round, while it is said: one speaker after the other, by keyboard.
//!
//! What stands in the room (which round, who speaks, what may be done with their words) is kept beside the half-typed text,
//! so that a crash leaves everything as it was. The journal learns of it with the first words that are recorded.

mod again;
mod composed;
mod ends;
mod forgotten;
mod keep;
mod notes;
mod parked;
mod permit;
mod presence;
mod record;
mod room;
mod round;
mod speaking;
mod taken_back;
mod tidy;
mod tighten;
mod typing;
mod view;

pub use again::{Reassign, interventions, reassign};
pub use composed::{Composed, keep_draft};
pub use ends::{EndTurn, end_turn};
pub(crate) use forgotten::forgetting;
pub use keep::{DoNotKeep, do_not_keep};
pub use notes::{keep_note, note};
pub use parked::{Resume, park, record_parked, resume};
pub use permit::{Permit, permit};
pub use presence::{SayPresence, presence, say_presence};
pub use record::{RecordInTurn, record};
pub(crate) use room::{Open, open};
pub use round::{OpenRound, ask, close_round, is_running, leave_round, open_round, reopen_round, restart_clock};
pub use speaking::{Speaking, speaking};
pub(crate) use taken_back::{RETURNING, goes_with};
pub use tidy::{PutRight, put_right, tidy};
pub(crate) use tighten::loosened;
pub use tighten::{Tighten, tighten};
pub use typing::{goes_on_typing, hand_over, typing};
pub use view::{
    CaptureLists, CaptureView, GroupPresence, InterventionView, Kept, NumberedNode, OpenTurnView, OrganisationLabel,
    ParkedView, PresenceView, Recorded, RemarkView, RoomScreenView, RoomView, RoundChoice, TidyView, TypingView, lists,
    room_screen, stands,
};
