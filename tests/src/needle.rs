//! Looks for what must not be found: secrets and words, whole and in part, however they are written.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::Path;

/// Something that must not be found, by what it is called and as it could lie in a file.
#[derive(Clone, Debug)]
pub struct Needle {
    name: String,
    forms: Vec<Vec<u8>>,
}

impl Needle {
    /// Words, and each part of them that is given: in UTF-8, in UTF-16 of both orders, and in hexadecimal digits.
    pub fn words(name: &str, whole: &str, parts: &[&str]) -> Self {
        assert!(parts.iter().all(|part| whole.contains(part)), "{name}: a part of it");
        let forms = [whole].into_iter().chain(parts.iter().copied()).flat_map(written).collect();
        Self { name: name.to_owned(), forms }
    }

    /// Secret bytes: as they are, and in hexadecimal digits.
    pub fn bytes(name: &str, bytes: &[u8]) -> Self {
        let digits = hexadecimal(bytes);
        Self { name: name.to_owned(), forms: vec![bytes.to_vec(), digits.to_uppercase().into(), digits.into()] }
    }

    fn is_in(&self, hay: &[u8]) -> bool {
        self.forms.iter().any(|form| contains(hay, form))
    }
}

fn written(text: &str) -> Vec<Vec<u8>> {
    let wide: Vec<u16> = text.encode_utf16().collect();
    vec![
        text.as_bytes().to_vec(),
        wide.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        wide.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        hexadecimal(text.as_bytes()).into(),
    ]
}

pub fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        write!(digits, "{byte:02x}").unwrap();
    }
    digits
}

fn contains(hay: &[u8], needle: &[u8]) -> bool {
    !needle.is_empty() && memchr::memmem::find(hay, needle).is_some()
}

/// The names of those that are found in `hay`.
pub fn found<'a>(needles: &'a [Needle], hay: &[u8]) -> Vec<&'a str> {
    needles.iter().filter(|needle| needle.is_in(hay)).map(|needle| needle.name.as_str()).collect()
}

/// What is found in the files of a folder and of those in it, and in their names: file by file.
pub fn found_below(needles: &[Needle], folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let hay = if path.is_dir() { Vec::new() } else { fs::read(&path).unwrap() };
        let name = path.file_name().unwrap().as_encoded_bytes();
        for needle in found(needles, &hay).into_iter().chain(found(needles, name)) {
            all.push(format!("{needle} in {}", path.display()));
        }
        if path.is_dir() {
            all.extend(found_below(needles, &path));
        }
    }
    all
}

/// Whether a process has it in its memory.
pub fn is_remembered(needle: &Needle, process: u32) -> bool {
    const PAGE: u64 = 4096;
    let open = |name: &str| File::open(format!("/proc/{process}/{name}"));
    let (Ok(maps), Ok(memory), Ok(pages)) =
        (fs::read_to_string(format!("/proc/{process}/maps")), open("mem"), open("pagemap"))
    else {
        return false;
    };
    maps.lines().filter(|line| line.contains(" rw")).any(|line| {
        let (begin, end) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let [begin, end] = [begin, end].map(|address| u64::from_str_radix(address, 16).unwrap());
        // Much more is reserved than was ever written: only what was is read, and words may go from one page to the next.
        let mut is_there = vec![0; usize::try_from((end - begin) / PAGE * 8).unwrap()];
        if pages.read_exact_at(&mut is_there, begin / PAGE * 8).is_err() {
            return false;
        }
        let is_there: Vec<_> = is_there.chunks(8).map(|entry| entry[7] & 0b1100_0000 != 0).collect();
        let mut from = begin;
        is_there.chunk_by(|one, other| one == other).any(|run| {
            let at = from;
            from += run.len() as u64 * PAGE;
            let mut hay = if run[0] { vec![0; run.len() * PAGE as usize] } else { Vec::new() };
            let read = memory.read_at(&mut hay, at).unwrap_or(0);
            needle.is_in(&hay[..read])
        })
    })
}

/// The key of the database, from where it may be: the memory of the program that has it open, as the words of the pragma.
pub fn key_in_memory(process: u32) -> Option<Vec<u8>> {
    let memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let digit = |byte: &u8| (*byte as char).to_digit(16).map(|digit| digit as u8);
    maps.lines().filter(|line| line.contains(" rw-p ")).find_map(|line| {
        let (from, to) = line.split(' ').next()?.split_once('-')?;
        let (from, to) = (u64::from_str_radix(from, 16).ok()?, u64::from_str_radix(to, 16).ok()?);
        let mut bytes = vec![0; (to - from) as usize];
        memory.read_exact_at(&mut bytes, from).ok()?;
        // 64 digits of the key, 32 of the salt.
        bytes.windows(99).filter(|window| window.starts_with(b"x'") && window.ends_with(b"'")).find_map(|window| {
            let digits = window[2..98].iter().map(digit).collect::<Option<Vec<_>>>()?;
            Some(digits[..64].chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_in_part_in_every_form() {
        let needle = [Needle::words("it", "Zibeline quagga", &["quagga"])];
        let wide: Vec<u8> = "xquagga".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for hay in [b"a Zibeline quagga".to_vec(), b"aqquagga".to_vec(), wide, b"..717561676761..".to_vec()] {
            assert_eq!(found(&needle, &hay), ["it"], "{hay:?}");
        }
        assert!(found(&needle, b"Zibeline quagg").is_empty());
    }

    #[test]
    fn what_a_process_knows_is_found_in_it() {
        let known = "Zibeline quagga".repeat(2);
        assert!(is_remembered(&Needle::words("it", &known, &[]), std::process::id()));
    }

    #[test]
    fn bytes_are_found_raw_and_in_digits() {
        let needle = [Needle::bytes("key", &[0, 0xab, 0x0f])];
        for hay in [&[1, 0, 0xab, 0x0f][..], b"x'00ab0f'", b"00AB0F"] {
            assert_eq!(found(&needle, hay), ["key"]);
        }
        assert!(found(&needle, b"0ab0f").is_empty());
    }

    #[test]
    fn a_file_in_a_folder_in_a_folder_is_looked_into() {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir_all(place.path().join("a/b")).unwrap();
        fs::write(place.path().join("a/b/c"), "the quagga").unwrap();
        assert_eq!(found_below(&[Needle::words("it", "quagga", &[])], place.path()).len(), 1);
        assert!(found_below(&[Needle::words("it", "zebra", &[])], place.path()).is_empty());
    }
}
