//! Commands about what was changed on two sides.

use anteroom_app::conflicts::{self as app, ConflictView, Settlement, StandingValue};
use anteroom_app::desk::Desk;
use anteroom_app::say;
use serde_json::{Value, json};

use crate::args::Settle;
use crate::print::{time, to_json};
use crate::{Answer, Refusal};

pub(crate) async fn list(desk: &Desk) -> Result<Answer, Refusal> {
    let conflicts = app::conflicts(desk).await?;
    let text = if conflicts.is_empty() {
        say("en", "cli-no-conflicts", &[])
    } else {
        let how = say("en", "cli-settle-how", &[]);
        conflicts.iter().map(told).chain([how]).collect::<Vec<_>>().join("\n\n")
    };
    Ok(Answer::new(conflicts.iter().map(for_scripts).collect(), text))
}

pub(crate) async fn settle(desk: &Desk, settle: Settle) -> Result<Answer, Refusal> {
    // One of the two is there: the usage says so.
    let by = match (settle.take, settle.value) {
        (Some(revision), _) => Settlement::Take(revision),
        (None, value) => Settlement::Value(value.unwrap_or_default()),
    };
    app::settle(desk, &settle.id, &settle.field, &by).await?;
    let left = app::of_record(desk, &settle.id).await?;
    Ok(Answer::new(json!({ "settled": true, "left": left.len() }), say("en", "cli-settled", &[])))
}

fn for_scripts(conflict: &ConflictView) -> Value {
    json!({
        "id": conflict.record,
        "ref": conflict.reference,
        "kind": conflict.kind,
        "field": conflict.field,
        "about": conflict.about,
        "values": to_json(&conflict.values),
        "before": to_json(&conflict.before),
    })
}

/// As much of a revision as tells it from the others in a list.
const SHORT: usize = 12;

fn told(conflict: &ConflictView) -> String {
    let ConflictView { kind_name, field_name, reference, record, field, .. } = conflict;
    let mut lines = vec![format!("{kind_name} {reference}: {field_name}"), format!("  {record} {field}")];
    if !conflict.about.is_empty() {
        lines.push(format!("  {}", indented(&conflict.about)));
    }
    for value in &conflict.values {
        lines.push(format!("  {:.SHORT$}  {}", value.revision, by(value)));
        lines.push(format!("    {}", indented(&value.value)));
    }
    if let Some(before) = &conflict.before {
        lines.push(format!("  {}  {}", say("en", "cli-before", &[]), by(before)));
        lines.push(format!("    {}", indented(&before.value)));
    }
    lines.join("\n")
}

fn by(value: &StandingValue) -> String {
    let by = value.by.iter().map(|by| format!("{}, {}", by.who, time(by.at)));
    by.collect::<Vec<_>>().join("; ")
}

fn indented(text: &str) -> String {
    text.replace('\n', "\n    ")
}
