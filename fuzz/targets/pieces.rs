//! Any bytes as all that stands behind the sealing of a hand-over file. What is whole and signed is written as it was read.
#![no_main]

mod sealing;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = sealing::file(bytes);
    let Some(mut reader) = sealing::opened(&file) else { return };
    let head = reader.head().clone();
    let mut writer = sealing::begun(&head);
    loop {
        match reader.next_piece() {
            Ok(Some(piece)) => writer.put(&piece).expect("it is kept in memory"),
            Ok(None) => break,
            Err(_) => return,
        }
    }
    let written = writer.finish().expect("it is kept in memory");
    // What this version does not know of a head is left out, and the signature with it is another.
    let behind = |pieces: &[u8]| pieces[5 + u32::from_be_bytes([pieces[1], pieces[2], pieces[3], pieces[4]]) as usize..].to_vec();
    let (read, written) = (behind(bytes), behind(&sealing::pieces(&written)));
    assert_eq!(read[..read.len() - 64], written[..written.len() - 64]);
});
