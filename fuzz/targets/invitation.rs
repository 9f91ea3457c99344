//! Any bytes as an invitation, which is read before anybody has vouched for it. What is one is written as it was read.
#![no_main]

use anteroom_handover::Invitation;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(invitation) = Invitation::decode(bytes) {
        assert_eq!(Invitation::decode(&invitation.encode()).ok(), Some(invitation));
    }
});
