//! Any bytes as the head of a hand-over file, behind its sealing. What is one is written as it was read.
#![no_main]

mod sealing;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let piece = [&[1], (bytes.len() as u32).to_be_bytes().as_slice(), bytes].concat();
    let file = sealing::file(&piece);
    let Some(read) = sealing::opened(&file) else { return };
    let written = sealing::begun(read.head()).finish().expect("it is kept in memory");
    assert_eq!(sealing::opened(&written).map(|again| again.head() == read.head()), Some(true));
});
