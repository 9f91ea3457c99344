//! The one spelling of everything that is hashed or signed: deterministic CBOR (RFC 8949, 4.2.1), a small part of it.
//!
//! Whole-number keys, shortest lengths, sorted keys, definite lengths; no floats, no tags. What is spelled in any other
//! way is refused, so that nobody can bring the same thing under two digests.

mod read;
mod write;

pub use read::{Entries, Malformed, Reader};
pub use write::Writer;

/// How deep lists and maps may lie in one another.
pub const DEEPEST: usize = 16;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use anteroom_model::value::Value;
    use proptest::prelude::*;

    use super::*;

    fn written(value: &Value) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.value(value);
        writer.into_bytes()
    }

    fn read(bytes: &[u8]) -> Result<Value, Malformed> {
        let mut reader = Reader::new(bytes);
        let value = reader.value()?;
        reader.finish()?;
        Ok(value)
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            any::<i64>().prop_map(Value::Int),
            (0_i64..300).prop_map(Value::Int),
            ".{0,30}".prop_map(Value::Text),
            prop::collection::vec(any::<u8>(), 0..300).prop_map(Value::Bytes),
        ];
        leaf.prop_recursive(4, 40, 8, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(Value::List),
                prop::collection::btree_map(any::<i64>(), inner, 0..8).prop_map(Value::Map),
            ]
        })
    }

    #[test]
    fn bytes_are_those_of_the_standard() {
        let map =
            BTreeMap::from([(-1, Value::Bool(true)), (10, Value::Int(1)), (100, Value::Int(-500)), (24, Value::Null)]);
        assert_eq!(written(&Value::Map(map)), [0xa4, 10, 1, 0x18, 24, 0xf6, 0x18, 100, 0x39, 0x01, 0xf3, 0x20, 0xf5]);
        assert_eq!(written(&"ü".into()), [0x62, 0xc3, 0xbc]);
        assert_eq!(written(&Value::Int(i64::MIN)), [0x3b, 0x7f, 255, 255, 255, 255, 255, 255, 255]);
    }

    #[test]
    fn another_spelling_of_the_same_is_refused() {
        for (bytes, why) in [
            (&[0x18, 23][..], Malformed::NotShortest),
            (&[0x19, 0, 255], Malformed::NotShortest),
            (&[0x1a, 0, 0, 255, 255], Malformed::NotShortest),
            (&[0x58, 1, 7], Malformed::NotShortest),
            (&[0x9f, 0xff], Malformed::Indefinite),
            (&[0x5f, 0xff], Malformed::Indefinite),
            (&[0xa2, 1, 0, 0, 0], Malformed::Unsorted),
            (&[0xa2, 1, 0, 1, 0], Malformed::Unsorted),
            (&[0xa2, 0x20, 0, 1, 0], Malformed::Unsorted),
            (&[0xa1, 0x61, b'a', 0], Malformed::Unexpected),
            (&[0xf9, 0x3c, 0], Malformed::Unknown),
            (&[0xfb, 0, 0, 0, 0, 0, 0, 0, 0], Malformed::Unknown),
            (&[0xf7], Malformed::Unknown),
            (&[0xc0, 0x60], Malformed::Unknown),
            (&[0, 0], Malformed::Trailing),
            (&[], Malformed::Ends),
            (&[0x62, 0xc3, 0x28], Malformed::Text),
            (&[0x5b, 0x7f, 255, 255, 255, 255, 255, 255, 255], Malformed::Ends),
            (&[0x9b, 0x7f, 255, 255, 255, 255, 255, 255, 255], Malformed::Ends),
            (&[0xbb, 255, 255, 255, 255, 255, 255, 255, 255], Malformed::Ends),
            (&[0x1b, 255, 255, 255, 255, 255, 255, 255, 255], Malformed::TooLarge),
            (&[0x1c], Malformed::Unknown),
        ] {
            assert_eq!(read(bytes), Err(why), "{bytes:02x?}");
        }
    }

    #[test]
    fn what_lies_too_deep_is_refused_without_going_there() {
        let mut deep = vec![0x81; 1_000_000];
        deep.push(0);
        assert_eq!(read(&deep), Err(Malformed::TooDeep));
        assert_eq!(Reader::new(&deep).skip(), Err(Malformed::TooDeep));
        let mut fits = vec![0x81; DEEPEST];
        fits.push(0);
        assert!(read(&fits).is_ok());
    }

    proptest! {
        #[test]
        fn what_was_written_reads_back_the_same(value in any_value()) {
            let bytes = written(&value);
            prop_assert_eq!(read(&bytes), Ok(value));
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.skip(), Ok(()));
            prop_assert_eq!(reader.finish(), Ok(()));
        }

        #[test]
        fn whatever_reads_has_no_other_spelling(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut reader = Reader::new(&bytes);
            let skipped = reader.skip().and_then(|()| reader.finish());
            match read(&bytes) {
                Ok(value) => prop_assert_eq!(written(&value), bytes),
                Err(why) => prop_assert_eq!(skipped, Err(why)),
            }
        }
    }
}
