//! Any bytes as a letter about a forgotten passphrase, behind its sealing. What is one is written as it was read.
#![no_main]

mod sealing;

use anteroom_handover::{Forgotten, seal_to};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let organiser = [sealing::IDENTITY.clone()];
    let to = [organiser[0].recipient()];
    let letter = [b"anteroom forgotten 1\n".as_slice(), &seal_to(&to, bytes).expect("a recipient")].concat();
    if let Ok(read) = Forgotten::open(&letter, &organiser) {
        let written = read.seal(&to).expect("a recipient");
        assert_eq!(Forgotten::open(&written, &organiser).ok(), Some(read));
    }
});
