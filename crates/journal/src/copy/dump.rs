//! The canonical dump: the state, which is the same byte for byte wherever the same commits are; after it the words held.
//!
//! One line each, sorted; ids and digests in hexadecimal, fields and kinds by number.

use std::fmt::Write as _;

use anteroom_model::ids::Digest;
use anteroom_model::value::Value;

use super::Copy;
use crate::standing::{Fate, Status, Wait};

impl Copy {
    /// The state and the words held.
    pub fn dump(&self) -> String {
        let mut dump = self.dump_state();
        dump.push_str("words\n");
        for (record, state) in &self.states {
            for (field, known) in &state.fields {
                let mut line = format!("word {record} {}", field.0);
                if let Some(value) = &known.value {
                    line.push(' ');
                    write_value(value, &mut line);
                }
                for value in &known.conflict {
                    line.push_str(" or ");
                    write_value(value, &mut line);
                }
                list("lacking", &known.missing, &mut line);
                dump.push_str(&line);
                dump.push('\n');
            }
        }
        dump
    }

    /// The state alone: a function of the set of commits.
    pub fn dump_state(&self) -> String {
        let judgement = self.standing.judgement();
        let mut dump = String::from("anteroom/1/dump\n");
        let mut line = |text: std::fmt::Arguments<'_>| {
            // Writing to a String does not fail.
            let _ = dump.write_fmt(text);
            dump.push('\n');
        };
        line(format_args!("consultation {}", self.standing.consultation()));
        for (hash, status) in &judgement.statuses {
            line(format_args!("commit {hash} {}", status_name(*status)));
        }
        for id in &judgement.valid {
            line(format_args!("decision {} {}", id.commit, id.place));
        }
        for (device, person) in &judgement.persons {
            line(format_args!("person {device} {person}"));
        }
        for (record, alias) in &judgement.aliases {
            line(format_args!("twin {record} {alias}"));
        }
        for (record, fate) in &judgement.fates {
            line(format_args!("fate {record} {}", fate_name(*fate)));
        }
        for (record, state) in &self.states {
            let mut text = format!("record {record} {}", state.kind.map_or(0, |kind| kind.0));
            list("heads", &state.heads, &mut text);
            list("lacking", &state.lacking, &mut text);
            line(format_args!("{text}"));
            for (field, known) in &state.fields {
                let mut text = format!("field {record} {}", field.0);
                list("heads", &known.heads, &mut text);
                list("shadow", &known.shadow, &mut text);
                line(format_args!("{text}"));
            }
        }
        dump
    }
}

fn list(name: &str, digests: &[Digest], line: &mut String) {
    if !digests.is_empty() {
        line.push(' ');
        line.push_str(name);
    }
    for digest in digests {
        let _ = write!(line, " {digest}");
    }
}

pub(crate) fn status_name(status: Status) -> &'static str {
    match status {
        Status::Counts => "counts",
        Status::Refused => "refused",
        Status::Waits(Wait::Role) => "waits role",
        Status::Waits(Wait::NoMember) => "waits member",
        Status::Waits(Wait::Fork) => "waits fork",
        Status::Waits(Wait::Gap) => "waits gap",
    }
}

fn fate_name(fate: Fate) -> &'static str {
    match fate {
        Fate::Shown => "shown",
        Fate::Hidden => "hidden",
        Fate::Unconfirmed => "unconfirmed",
        Fate::Erased => "erased",
    }
}

/// A value on one line: bytes in hexadecimal, text quoted.
fn write_value(value: &Value, line: &mut String) {
    match value {
        Value::Null => line.push_str("null"),
        Value::Bool(answer) => line.push_str(if *answer { "true" } else { "false" }),
        Value::Int(number) => {
            let _ = write!(line, "{number}");
        }
        Value::Text(text) => {
            let _ = write!(line, "{text:?}");
        }
        Value::Bytes(bytes) => {
            line.push_str("h'");
            for byte in bytes {
                let _ = write!(line, "{byte:02x}");
            }
            line.push('\'');
        }
        Value::List(items) => {
            line.push('[');
            for (at, item) in items.iter().enumerate() {
                line.push_str(if at == 0 { "" } else { ", " });
                write_value(item, line);
            }
            line.push(']');
        }
        Value::Map(entries) => {
            line.push('{');
            for (at, (key, item)) in entries.iter().enumerate() {
                let _ = write!(line, "{}{key}: ", if at == 0 { "" } else { ", " });
                write_value(item, line);
            }
            line.push('}');
        }
    }
}
