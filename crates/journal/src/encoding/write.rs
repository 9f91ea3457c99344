//! Writing: each thing has one spelling.

use anteroom_model::value::Value;

/// The kinds of thing that CBOR tells apart in the three highest bits.
pub(super) const UNSIGNED: u8 = 0;
pub(super) const NEGATIVE: u8 = 1;
pub(super) const BYTES: u8 = 2;
pub(super) const TEXT: u8 = 3;
pub(super) const LIST: u8 = 4;
pub(super) const MAP: u8 = 5;
pub(super) const SIMPLE: u8 = 7;

pub(super) const FALSE: u64 = 20;
pub(super) const TRUE: u64 = 21;
pub(super) const NULL: u64 = 22;

/// Appends one thing after the other. Whoever opens a map writes its entries with rising keys.
#[derive(Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// What is hashed or signed stands behind a prefix, so that no digest of one kind passes for another.
    pub fn behind(prefix: &[u8], capacity: usize) -> Self {
        let mut bytes = Vec::with_capacity(prefix.len() + capacity);
        bytes.extend_from_slice(prefix);
        Self(bytes)
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    fn head(&mut self, major: u8, number: u64) {
        let major = major << 5;
        match number {
            0..24 => self.0.push(major + number as u8),
            24..0x100 => self.0.extend([major + 24, number as u8]),
            0x100..0x1_0000 => {
                self.0.push(major + 25);
                self.0.extend((number as u16).to_be_bytes());
            }
            0x1_0000..0x1_0000_0000 => {
                self.0.push(major + 26);
                self.0.extend((number as u32).to_be_bytes());
            }
            _ => {
                self.0.push(major + 27);
                self.0.extend(number.to_be_bytes());
            }
        }
    }

    pub fn uint(&mut self, number: u64) {
        self.head(UNSIGNED, number);
    }

    pub fn int(&mut self, number: i64) {
        match u64::try_from(number) {
            Ok(number) => self.head(UNSIGNED, number),
            Err(_) => self.head(NEGATIVE, (-1 - number) as u64),
        }
    }

    pub fn bool(&mut self, answer: bool) {
        self.head(SIMPLE, if answer { TRUE } else { FALSE });
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        self.head(BYTES, bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    pub fn text(&mut self, text: &str) {
        self.head(TEXT, text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// A list of so many things, which follow.
    pub fn list(&mut self, length: usize) {
        self.head(LIST, length as u64);
    }

    /// A map of so many entries, which follow: a key, a thing, a key, …
    pub fn map(&mut self, length: usize) {
        self.head(MAP, length as u64);
    }

    pub fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.head(SIMPLE, NULL),
            Value::Bool(answer) => self.bool(*answer),
            Value::Int(number) => self.int(*number),
            Value::Text(text) => self.text(text),
            Value::Bytes(bytes) => self.bytes(bytes),
            Value::List(items) => {
                self.list(items.len());
                for item in items {
                    self.value(item);
                }
            }
            Value::Map(entries) => {
                self.map(entries.len());
                // The bytes of negative keys come after those of all others, and sort by their distance from zero.
                for (key, item) in entries.range(0..).chain(entries.range(..0).rev()) {
                    self.int(*key);
                    self.value(item);
                }
            }
        }
    }
}
