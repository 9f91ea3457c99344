//! Any bytes as the contents of a revision. What reads has one spelling for what this version knows of it.
#![no_main]

use anteroom_journal::contents::{Contents, encode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(read) = Contents::decode(bytes) {
        let written = encode(&read.salt, &read.fields);
        assert!(written.len() <= bytes.len());
        assert_eq!(Contents::decode(&written), Ok(read));
    }
});
