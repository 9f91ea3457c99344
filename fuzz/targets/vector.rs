//! Any bytes as a version vector: what reads is answered, with commits that are here.
#![no_main]

use anteroom_journal::check::SignedCommit;
use anteroom_journal::commit::{self, Commit};
use anteroom_journal::copy::Copy;
use anteroom_journal::vector::Vector;
use libfuzzer_sys::fuzz_target;

const COMMITS: [&[u8]; 4] = [
    include_bytes!("../seeds/commit/founding"),
    include_bytes!("../seeds/commit/import"),
    include_bytes!("../seeds/commit/undo"),
    include_bytes!("../seeds/commit/sheet"),
];

fn unsigned(bytes: &[u8]) -> Option<SignedCommit> {
    let commit = Commit::decode(bytes).ok()?;
    Some(SignedCommit { commit, bytes: bytes.to_vec(), hash: commit::hash(bytes), signature: [0; 64] })
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(vector) = Vector::decode(bytes) else { return };
    assert_eq!(Vector::decode(&vector.encode()).as_ref(), Ok(&vector));
    let [founding, others @ ..] = COMMITS;
    let mut copy = unsigned(founding).and_then(|it| Copy::new(it).ok()).expect("a founding commit founds");
    copy.take_in(others.into_iter().filter_map(unsigned).collect(), Vec::new()).expect("they are of this consultation");
    assert!(copy.lacking_for(&vector).iter().all(|hash| copy.standing().knows(hash)));
});
