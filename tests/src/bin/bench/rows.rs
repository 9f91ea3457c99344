//! A table of many rows, in six languages, the same every time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::Done;

#[derive(Deserialize)]
struct Day {
    contributions: Vec<Said>,
}

#[derive(Deserialize)]
struct Said {
    language: String,
    text: String,
}

/// Numbers that only look random.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

const GROUPS: [&str; 5] = ["Trade unions", "Academia", "Civil society", "Migrant communities", "Media"];
const KINDS: [&str; 4] = ["progress", "challenge", "recommendation", "good practice"];

/// Writes `count` rows to `table`, and gives their texts.
pub(crate) fn write(table: &Path, count: usize) -> Done<Vec<String>> {
    let day: Day = serde_json::from_str(include_str!("../../../../crates/app/sample/contributions.json"))?;
    let mut sentences: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for said in day.contributions {
        let parts = said
            .text
            .split_inclusive(['.', '。', '!', '?', '؟'])
            .map(str::trim)
            .filter(|part| part.chars().count() > 8);
        sentences.entry(said.language).or_default().extend(parts.map(str::to_owned));
    }
    let languages: Vec<(&String, &Vec<String>)> = sentences.iter().collect();
    let mut dice = Dice(7);
    let mut writer = csv::Writer::from_path(table)?;
    writer.write_record(["words", "language", "group", "kind", "objective", "date"])?;
    let mut texts = Vec::with_capacity(count);
    for number in 0..count {
        let (language, sentences) = languages[dice.throw(languages.len())];
        let mut text = sentences[dice.throw(sentences.len())].clone();
        for _ in 0..dice.throw(2) {
            text.push(' ');
            text.push_str(&sentences[dice.throw(sentences.len())]);
        }
        let text = format!("{text} ({number})");
        let objective = (dice.throw(23) + 1).to_string();
        let date = format!("2020-11-{:02} 10:{:02}", dice.throw(28) + 1, dice.throw(60));
        writer.write_record([
            &text,
            language.as_str(),
            GROUPS[dice.throw(GROUPS.len())],
            KINDS[dice.throw(KINDS.len())],
            &objective,
            &date,
        ])?;
        texts.push(text);
    }
    writer.flush()?;
    Ok(texts)
}

/// Cuts a table into tables of so many rows, beside it.
pub(crate) fn parts(table: &Path, each: usize) -> Done<Vec<PathBuf>> {
    let mut reader = csv::Reader::from_path(table)?;
    let head = reader.byte_headers()?.clone();
    let mut rows = reader.byte_records().peekable();
    let mut parts = Vec::new();
    while rows.peek().is_some() {
        let part = table.with_extension(format!("{each}-{}.csv", parts.len()));
        let mut writer = csv::Writer::from_path(&part)?;
        writer.write_byte_record(&head)?;
        for row in rows.by_ref().take(each) {
            writer.write_byte_record(&row?)?;
        }
        writer.flush()?;
        parts.push(part);
    }
    Ok(parts)
}

/// What somebody types, letter by letter, in six languages.
pub(crate) const TYPED: [&str; 12] = [
    "recruitment",
    "migrant workers",
    "travailleurs",
    "accès aux services",
    "trabajadores",
    "derechos humanos",
    "работники",
    "права мигрантов",
    "العمال",
    "حقوق",
    "农民工",
    "移民的权利",
];
