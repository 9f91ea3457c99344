//! Any bytes as an acceptance, signed and sealed by whoever makes it up. What is one is written as it was read.
#![no_main]

mod sealing;

use anteroom_handover::{Acceptance, seal_to};
use ed25519_dalek::Signer as _;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let organiser = [sealing::IDENTITY.clone()];
    let to = organiser[0].recipient();
    let signature = sealing::key().sign(&[b"anteroom/1/acceptance", bytes].concat()).to_bytes();
    let sealed = seal_to(&[to.clone()], &[&signature, bytes].concat()).expect("a recipient");
    let letter = [b"anteroom acceptance 1\n".as_slice(), &sealed].concat();
    if let Ok(read) = Acceptance::open(&letter, &organiser) {
        let written = read.seal(&sealing::key(), &to).expect("a recipient");
        assert_eq!(Acceptance::open(&written, &organiser).ok(), Some(read));
    }
});
