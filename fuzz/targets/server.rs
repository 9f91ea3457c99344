//! Any bytes as what is remembered of a shared server, as what it says of its heads, and as one of its rows.
#![no_main]

use anteroom_hub::{ContentsKey, Memory, Plain, Sealed, Seals};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(read) = Memory::decode(bytes) {
        assert_eq!(Memory::decode(&read.encode()), Ok(read));
    }
    anteroom_hub::fuzzing::head(bytes);
    let mut seals = Seals::new(Default::default());
    let epoch = seals.add(1, &[5; 32]);
    let key = ContentsKey([6; 32]);
    assert!(seals.open(&[Sealed { key, epoch, bytes: bytes.to_vec() }]).iter().all(Result::is_err), "nobody sealed this");
    let sealed = seals.seal(&[Plain { key, bytes: bytes.to_vec() }]).expect("it is small");
    let opened = seals.open(&sealed);
    assert!(opened.iter().all(|opened| opened.as_ref().is_ok_and(|opened| opened.as_slice() == bytes)));
});
