//! How long a file seems: rounded up, so that its length says little of what is in it (Padmé, Nikitin et al. 2019).

/// The length that is written for so many bytes: at most 12 % more, and one of few.
pub(crate) fn padded(length: u64) -> u64 {
    if length < 2 {
        return length;
    }
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let mask = (1_u64 << exponent.saturating_sub(kept)) - 1;
    length.checked_add(mask).map_or(length, |length| length & !mask)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lengths_are_few() {
        let lengths: std::collections::BTreeSet<u64> = (1 << 20..1 << 21).map(padded).collect();
        assert!(lengths.len() <= 33, "{}", lengths.len());
    }

    proptest! {
        #[test]
        fn nothing_gets_shorter_or_much_longer(length in 0_u64..1 << 50) {
            let padded = padded(length);
            prop_assert!(padded >= length);
            prop_assert!(padded - length <= length / 8 + 1, "{length} → {padded}");
            prop_assert_eq!(super::padded(padded), padded);
        }
    }
}
