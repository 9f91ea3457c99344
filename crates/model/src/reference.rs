//! The short reference of a contribution, `K7F-18`: three letters of the series that recorded it, and a counter.

/// Letters and figures that cannot be taken for one another when read aloud or written by hand.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// The code of a series: the first fifteen bits of its device's key hash, which the caller makes (`hash`).
pub fn series_code(hash: &[u8; 32]) -> String {
    let bits = u32::from(hash[0]) << 16 | u32::from(hash[1]) << 8 | u32::from(hash[2]);
    [19, 14, 9].iter().map(|shift| char::from(ALPHABET[(bits >> shift & 31) as usize])).collect()
}

/// The reference of the `number`th contribution of a series.
pub fn reference(code: &str, number: u64) -> String {
    format!("{code}-{number}")
}

/// Whether `text` is written like a short reference, in any case.
pub fn looks_like_one(text: &str) -> bool {
    text.split_once('-').is_some_and(|(code, number)| {
        code.len() == 3
            && code.bytes().all(|letter| ALPHABET.contains(&letter.to_ascii_uppercase()))
            && !number.is_empty()
            && number.bytes().all(|digit| digit.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_short_and_recognised() {
        let code = series_code(&[
            0x52, 0xbf, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        ]);
        assert_eq!(code.len(), 3);
        assert!(looks_like_one(&reference(&code, 18)));
        assert!(looks_like_one("k7f-18"));
        assert!(!looks_like_one("K7F18") && !looks_like_one("well-18") && !looks_like_one("K7F-"));
    }
}
