//! Words that people say to each other: the six that open an event pack, and the four by which two screens are compared.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use diceware_wordlists::EFF_LONG_WORDLIST;
use zeroize::{Zeroize as _, Zeroizing};

use crate::error::HandoverError;

/// How many words open a pack: 77 bits.
const SPOKEN: usize = 6;
/// How many words are compared: 51 bits behind Argon2id.
const COMPARED: usize = 4;

/// The words that open an event pack, of the EFF's long list.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(Zeroizing<String>);

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

impl Code {
    /// # Errors
    /// `NoRandomness`.
    pub fn random() -> Result<Self, HandoverError> {
        let mut words = Zeroizing::new(String::new());
        for _ in 0..SPOKEN {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(random_word()?);
        }
        Ok(Self(words))
    }

    /// Reads the words as somebody typed them: in any case, with blanks, commas or full stops between.
    ///
    /// # Errors
    /// `WrongCode`, where they are not six words of the list.
    pub fn read(typed: &str) -> Result<Self, HandoverError> {
        let typed = Zeroizing::new(typed.to_lowercase());
        let parts = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | '·');
        let words: Vec<&str> = typed.split(parts).filter(|word| !word.is_empty()).collect();
        let known = |word: &&str| EFF_LONG_WORDLIST.binary_search(word).is_ok();
        if words.len() == SPOKEN && words.iter().all(known) {
            Ok(Self(Zeroizing::new(words.join(" "))))
        } else {
            Err(HandoverError::WrongCode)
        }
    }

    /// The words, to be said aloud.
    pub fn words(&self) -> &str {
        &self.0
    }
}

/// A word of the list, each as likely as any other.
fn random_word() -> Result<&'static str, HandoverError> {
    let count = EFF_LONG_WORDLIST.len() as u32;
    // The largest multiple that fits: what lies beyond would favour the first words.
    let fair = u32::MAX - u32::MAX % count;
    loop {
        let mut bytes = [0; 4];
        getrandom::fill(&mut bytes)?;
        let number = u32::from_le_bytes(bytes);
        bytes.zeroize();
        if number < fair {
            return Ok(EFF_LONG_WORDLIST[(number % count) as usize]);
        }
    }
}

/// Four words for an id, the same on every laptop. Finding another id with the same words takes 2^51 times the work of
/// Argon2id.
///
/// # Errors
/// `NoRandomness` never; `Damaged` where Argon2id refuses, which it does not with these parameters.
pub fn check_words(id: &[u8; 32]) -> Result<String, HandoverError> {
    let params = Params::new(64 * 1024, 3, 4, Some(16)).map_err(|_| HandoverError::Damaged)?;
    let mut bits = [0; 16];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(id, b"anteroom/1/check-words", &mut bits)
        .map_err(|_| HandoverError::Damaged)?;
    let (count, mut number) = (EFF_LONG_WORDLIST.len() as u128, u128::from_be_bytes(bits));
    let mut words = Vec::with_capacity(COMPARED);
    for _ in 0..COMPARED {
        words.push(EFF_LONG_WORDLIST[(number % count) as usize]);
        number /= count;
    }
    Ok(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_the_one_that_is_meant_and_in_order() {
        assert_eq!(EFF_LONG_WORDLIST.len(), 7776);
        assert_eq!((EFF_LONG_WORDLIST[0], EFF_LONG_WORDLIST[7775]), ("abacus", "zoom"));
        assert!(EFF_LONG_WORDLIST.is_sorted(), "words are looked up in it");
    }

    #[test]
    fn a_code_reads_back_however_it_was_typed() {
        let code = Code::random().unwrap();
        let shouted = code.words().to_uppercase().replace(' ', ",  ");
        assert_eq!(Code::read(&shouted).unwrap(), code);
        assert_eq!(code.words().split(' ').count(), 6);
        assert_ne!(Code::random().unwrap(), code);
        assert_eq!(format!("{code:?}"), "Code(…)");
    }

    #[test]
    fn what_is_not_six_words_of_the_list_is_told_before_any_work() {
        for typed in
            ["", "abacus", "abacus abdomen abdominal abide abiding", "abacus abdomen abdominal abide abiding xyzzy"]
        {
            assert!(matches!(Code::read(typed), Err(HandoverError::WrongCode)), "{typed}");
        }
    }

    /// These words stand in the format: they never change.
    #[test]
    fn the_check_words_of_an_id_are_the_same_for_ever() {
        assert_eq!(check_words(&[7; 32]).unwrap(), "spearhead unscathed astronaut styling");
        assert_ne!(check_words(&[8; 32]).unwrap(), check_words(&[7; 32]).unwrap());
    }
}
