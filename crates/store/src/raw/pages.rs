//! The pages of a database as SQLCipher encrypts them.

use std::fs;
use std::path::Path;

use aes::Aes256;
use cbc::cipher::{BlockModeDecrypt as _, KeyIvInit as _};

const PAGE: usize = 4096;
/// What SQLCipher keeps for itself at the end of each page: 16 bytes of initialisation vector, 64 of authentication.
const RESERVED: usize = 80;

fn page(page: &[u8], is_first: bool, key: &[u8]) -> Vec<u8> {
    let (from, end) = (if is_first { 16 } else { 0 }, PAGE - RESERVED);
    let mut data = page[from..end].to_vec();
    let cipher = cbc::Decryptor::<Aes256>::new_from_slices(key, &page[end..end + 16]).unwrap();
    cipher.decrypt_padded::<cbc::cipher::block_padding::NoPadding>(&mut data).unwrap();
    data
}

/// All pages of a database and all frames of its log, decrypted, one after the other. `key`: what SQLCipher encrypts under.
pub(crate) fn decrypted(database: &Path, key: &[u8]) -> Vec<u8> {
    const LOG_HEAD: usize = 32;
    const FRAME_HEAD: usize = 24;
    let mut all = Vec::new();
    for (number, bytes) in fs::read(database).unwrap().chunks(PAGE).enumerate() {
        all.extend(page(bytes, number == 0, key));
    }
    let log = fs::read(database.with_extension("db-wal")).unwrap_or_default();
    for frame in log.get(LOG_HEAD..).unwrap_or_default().chunks_exact(FRAME_HEAD + PAGE) {
        all.extend(page(&frame[FRAME_HEAD..], frame[..4] == [0, 0, 0, 1], key));
    }
    all
}
