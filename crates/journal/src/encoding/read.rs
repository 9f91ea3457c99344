//! Reading: from a stranger's bytes, so nothing is trusted and nothing is allocated on a length's word alone.

use std::collections::BTreeMap;

use anteroom_model::value::Value;

use super::DEEPEST;
use super::write::{BYTES, FALSE, LIST, MAP, NEGATIVE, NULL, SIMPLE, TEXT, TRUE, UNSIGNED};

/// Why bytes are not the one spelling of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    #[error("it ends too early")]
    Ends,
    #[error("something follows its end")]
    Trailing,
    #[error("a number is written longer than it needs to be")]
    NotShortest,
    #[error("a length is left open")]
    Indefinite,
    #[error("its entries are not in order")]
    Unsorted,
    #[error("it holds a kind of value that is not used here")]
    Unknown,
    #[error("a text is not UTF-8")]
    Text,
    #[error("it is nested too deeply")]
    TooDeep,
    #[error("a number or a list is too large")]
    TooLarge,
    #[error("it holds something else than what belongs there")]
    Unexpected,
}

/// Takes one thing after the other off the front of `rest`.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

/// The entries of a map that are still to be read, and the last key.
#[derive(Debug)]
pub struct Entries {
    left: usize,
    last: Option<(bool, u64)>,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Nothing may follow.
    pub fn finish(&self) -> Result<(), Malformed> {
        if self.rest.is_empty() { Ok(()) } else { Err(Malformed::Trailing) }
    }

    /// How many bytes are still to be read.
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], Malformed> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Malformed::Ends)?;
        self.rest = rest;
        Ok(taken)
    }

    fn number<const N: usize>(&mut self) -> Result<u64, Malformed> {
        Ok(self.take(N)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    fn head(&mut self) -> Result<(u8, u64), Malformed> {
        let first = self.take(1)?[0];
        let (major, short) = (first >> 5, first & 31);
        if !matches!(major, UNSIGNED..=MAP | SIMPLE) {
            return Err(Malformed::Unknown);
        }
        let (number, least) = match short {
            0..24 => (u64::from(short), 0),
            _ if major == SIMPLE => return Err(Malformed::Unknown),
            24 => (self.number::<1>()?, 24),
            25 => (self.number::<2>()?, 0x100),
            26 => (self.number::<4>()?, 0x1_0000),
            27 => (self.number::<8>()?, 0x1_0000_0000),
            31 if major >= BYTES => return Err(Malformed::Indefinite),
            _ => return Err(Malformed::Unknown),
        };
        if number < least {
            return Err(Malformed::NotShortest);
        }
        if major == SIMPLE && !(FALSE..=NULL).contains(&number) {
            return Err(Malformed::Unknown);
        }
        Ok((major, number))
    }

    fn only(&mut self, expected: u8) -> Result<u64, Malformed> {
        let (major, number) = self.head()?;
        if major == expected { Ok(number) } else { Err(Malformed::Unexpected) }
    }

    /// Every one of so many things takes at least `least` bytes: more cannot follow.
    fn room(&self, number: u64, least: usize) -> Result<usize, Malformed> {
        usize::try_from(number).ok().filter(|number| *number <= self.rest.len() / least).ok_or(Malformed::Ends)
    }

    pub fn uint(&mut self) -> Result<u64, Malformed> {
        self.only(UNSIGNED)
    }

    pub fn int(&mut self) -> Result<i64, Malformed> {
        let (major, number) = self.head()?;
        let number = i64::try_from(number).map_err(|_| Malformed::TooLarge)?;
        match major {
            UNSIGNED => Ok(number),
            NEGATIVE => Ok(-1 - number),
            _ => Err(Malformed::Unexpected),
        }
    }

    pub fn bool(&mut self) -> Result<bool, Malformed> {
        match self.only(SIMPLE)? {
            FALSE => Ok(false),
            TRUE => Ok(true),
            _ => Err(Malformed::Unexpected),
        }
    }

    pub fn bytes(&mut self) -> Result<&'a [u8], Malformed> {
        let length = self.only(BYTES)?;
        let length = self.room(length, 1)?;
        self.take(length)
    }

    /// Exactly `N` bytes: a key, a digest, an id.
    pub fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        self.bytes()?.try_into().map_err(|_| Malformed::Unexpected)
    }

    pub fn text(&mut self) -> Result<&'a str, Malformed> {
        let length = self.only(TEXT)?;
        let length = self.room(length, 1)?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Malformed::Text)
    }

    /// The length of a list that follows.
    pub fn list(&mut self) -> Result<usize, Malformed> {
        let length = self.only(LIST)?;
        self.room(length, 1)
    }

    pub fn map(&mut self) -> Result<Entries, Malformed> {
        let length = self.only(MAP)?;
        Ok(Entries { left: self.room(length, 2)?, last: None })
    }

    /// Passes over one thing, as strictly as if it were read.
    pub fn skip(&mut self) -> Result<(), Malformed> {
        self.skip_at(0)
    }

    fn skip_at(&mut self, depth: usize) -> Result<(), Malformed> {
        let (major, number) = self.head()?;
        match major {
            UNSIGNED | NEGATIVE => i64::try_from(number).map(drop).map_err(|_| Malformed::TooLarge),
            BYTES => self.room(number, 1).and_then(|length| self.take(length)).map(drop),
            TEXT => {
                let length = self.room(number, 1)?;
                std::str::from_utf8(self.take(length)?).map(drop).map_err(|_| Malformed::Text)
            }
            LIST | MAP if depth == DEEPEST => Err(Malformed::TooDeep),
            LIST => (0..self.room(number, 1)?).try_for_each(|_| self.skip_at(depth + 1)),
            MAP => {
                let mut entries = Entries { left: self.room(number, 2)?, last: None };
                while entries.next(self)?.is_some() {
                    self.skip_at(depth + 1)?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    pub fn value(&mut self) -> Result<Value, Malformed> {
        self.value_at(0)
    }

    fn value_at(&mut self, depth: usize) -> Result<Value, Malformed> {
        let before = self.rest;
        let (major, number) = self.head()?;
        let head = before.len() - self.rest.len();
        self.rest = before;
        match major {
            UNSIGNED | NEGATIVE => self.int().map(Value::Int),
            BYTES => Ok(Value::Bytes(self.bytes()?.to_vec())),
            TEXT => Ok(Value::Text(self.text()?.to_owned())),
            LIST | MAP if depth == DEEPEST => Err(Malformed::TooDeep),
            LIST => {
                let length = self.list()?;
                (0..length).map(|_| self.value_at(depth + 1)).collect::<Result<_, _>>().map(Value::List)
            }
            MAP => {
                let (mut entries, mut map) = (self.map()?, BTreeMap::new());
                while let Some(key) = entries.next(self)? {
                    map.insert(key, self.value_at(depth + 1)?);
                }
                Ok(Value::Map(map))
            }
            _ => {
                self.take(head)?;
                Ok(if number == NULL { Value::Null } else { Value::Bool(number == TRUE) })
            }
        }
    }
}

impl Entries {
    pub fn len(&self) -> usize {
        self.left
    }

    pub fn is_empty(&self) -> bool {
        self.left == 0
    }

    /// The next key; its value follows in the reader and must be read or skipped.
    pub fn next(&mut self, reader: &mut Reader<'_>) -> Result<Option<i64>, Malformed> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        let key = reader.int()?;
        let place = (key < 0, if key < 0 { (-1 - key) as u64 } else { key as u64 });
        if self.last.is_some_and(|last| last >= place) {
            return Err(Malformed::Unsorted);
        }
        self.last = Some(place);
        Ok(Some(key))
    }
}
