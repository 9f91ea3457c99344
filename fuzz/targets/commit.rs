//! Any bytes as a commit. What is well formed is taken in as if somebody had signed it, and judged in both ways alike.
#![no_main]

use std::sync::Arc;

use anteroom_journal::check::{Refusal, SignedCommit, check};
use anteroom_journal::commit::{self, Commit};
use anteroom_journal::copy::Copy;
use anteroom_journal::standing::{Header, scratch};
use libfuzzer_sys::fuzz_target;

const FOUNDING: &[u8] = include_bytes!("../seeds/commit/founding");
const OTHERS: [&[u8]; 3] = [
    include_bytes!("../seeds/commit/import"),
    include_bytes!("../seeds/commit/undo"),
    include_bytes!("../seeds/commit/sheet"),
];

fn unsigned(bytes: &[u8]) -> Option<SignedCommit> {
    let commit = Commit::decode(bytes).ok()?;
    Some(SignedCommit { commit, bytes: bytes.to_vec(), hash: commit::hash(bytes), signature: [0; 64] })
}

fuzz_target!(|bytes: &[u8]| {
    let read = unsigned(bytes);
    // The signature is looked at last: what fails by nothing else is well formed.
    if check(bytes.to_vec(), [0; 64]) != Err(Refusal::Signature) {
        return;
    }
    let mut copy = unsigned(FOUNDING).and_then(|it| Copy::new(it).ok()).expect("a founding commit founds");
    let mine = read.into_iter().filter(|it| it.commit.consultation == copy.standing().consultation());
    let mine: Vec<_> = mine.collect();
    for portion in [mine, OTHERS.into_iter().filter_map(unsigned).collect()] {
        copy.take_in(portion, Vec::new()).expect("it is of this consultation");
        let headers: Vec<Header> = copy
            .standing()
            .headers()
            .map(|(hash, commit)| Header { hash: *hash, commit: Arc::new(commit.clone()), kept_at: 0 })
            .collect();
        assert_eq!(copy.standing().judgement(), scratch::judge(&headers));
    }
});
