//! What a thief who has all keys would find: the decrypted pages of a consultation and of its backups, and everything that
//! stands in a hand-over file or an event pack.

#[path = "../../../crates/store/src/raw/pages.rs"]
mod pages;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anteroom_handover::{Code, HandoverError, Identity, Key, Piece, Reader};
use anteroom_tests::laptop::Laptop;
use anteroom_tests::needle::key_in_memory;

/// A laptop whose keys are known.
pub(crate) struct Robbed<'l> {
    laptop: &'l Laptop,
    key: Vec<u8>,
}

impl<'l> Robbed<'l> {
    /// Takes the key of the database from the memory of a program that has the consultation open for a moment.
    pub(crate) fn of(laptop: &'l Laptop) -> Self {
        let mut running = laptop.opens();
        let key = key_in_memory(running.id()).expect("whoever has it open has its key");
        running.closes();
        Self { laptop, key }
    }

    /// Every page of the consultation, and of its log where there is one.
    pub(crate) fn pages(&self) -> Vec<u8> {
        pages::decrypted(&self.laptop.file().join(CONTENTS), &self.key)
    }

    /// The same of all databases in a folder and in those below it: of the consultation's copies.
    pub(crate) fn pages_below(&self, folder: &Path) -> Vec<u8> {
        databases(folder).iter().flat_map(|database| pages::decrypted(database, &self.key)).collect()
    }

    /// What opens the files that are sealed to it: it lies in the database.
    fn identities(&self) -> Vec<Identity> {
        const BEGINS: &[u8] = b"AGE-SECRET-KEY-1";
        const LENGTH: usize = 74;
        let pages = self.pages();
        let found = memchr::memmem::find_iter(&pages, BEGINS).filter_map(|at| pages.get(at..at + LENGTH));
        let found = found.filter_map(|spelled| str::from_utf8(spelled).ok());
        found.filter_map(|spelled| Identity::read(spelled).ok()).collect()
    }

    /// Everything in a hand-over file; `None` where that is not sealed to it.
    pub(crate) fn opens(&self, file: &Path) -> Option<Vec<u8>> {
        opened(file, &Key::Own(self.identities()))
    }
}

/// Everything in an event pack that these words open.
pub(crate) fn pack_opened(file: &Path, words: &str) -> Vec<u8> {
    opened(file, &Key::Spoken(Code::read(words).unwrap())).unwrap()
}

const CONTENTS: &str = "contents.db";

fn databases(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(databases(&path));
        } else if path.ends_with(CONTENTS) {
            found.push(path);
        }
    }
    found
}

/// Piece by piece, unsealed and unpacked, with what the file says of itself.
fn opened(file: &Path, key: &Key) -> Option<Vec<u8>> {
    let length = fs::metadata(file).unwrap().len();
    let mut reader = match Reader::open(File::open(file).unwrap(), length, key) {
        Err(HandoverError::NotForThisLaptop) => return None,
        reader => reader.unwrap(),
    };
    let mut all = format!("{:?}", reader.head()).into_bytes();
    while let Some(piece) = reader.next_piece().unwrap() {
        match piece {
            Piece::Commit { bytes, .. } | Piece::Contents { bytes, .. } | Piece::Attached { bytes, .. } => {
                all.extend(bytes);
            }
        }
    }
    Some(all)
}
