//! What the command line prints: text for people, JSON for scripts.

use std::io::{self, IsTerminal, Write};

use anteroom_app::model::permission::{Consent, Permissions};
use anteroom_app::model::view::{ContributionRow, ContributionView, FoundInView};
use anteroom_app::say;
use serde::Serialize;
use serde_json::{Value, json};

/// Prints one answer, as JSON or as text.
///
/// A reader that went away is not an error of ours.
pub(crate) fn answer(as_json: bool, value: &Value, text: &str) {
    let mut out = io::stdout().lock();
    if as_json {
        let _ = writeln!(out, "{value}");
        return;
    }
    // Where nobody listens any more there is nobody to tell.
    let _ = writeln!(out, "{}", text.trim_end());
}

pub(crate) fn sentence(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Whether there is somebody to show progress to.
pub(crate) fn somebody_watches() -> bool {
    io::stderr().is_terminal()
}

pub(crate) fn to_json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// A contribution as scripts read it.
pub(crate) fn row(row: &ContributionRow) -> Value {
    let label = |labelled: &anteroom_app::model::view::Labelled| labelled.label.clone();
    json!({
        "id": row.id,
        "ref": row.reference,
        "text": row.text,
        "foundIn": row.found_in.as_ref().map(to_json),
        "files": row.files,
        "doubles": row.doubles,
        "language": row.language,
        "kind": row.kind.as_ref().map(label),
        "kindId": row.kind.as_ref().map(|kind| kind.key.clone()),
        "groups": row.groups.iter().map(label).collect::<Vec<_>>(),
        "groupIds": row.groups.iter().map(|group| group.key.clone()).collect::<Vec<_>>(),
        "nodes": row.nodes.iter().map(|node| node.key.clone()).collect::<Vec<_>>(),
        "permissions": permissions(row.permissions),
        "wording": row.wording,
        "state": row.state,
        "session": row.session,
        "round": row.segment,
        "speaker": row.speaker,
        "organisation": row.organisation,
        "source": row.source,
        "recordedAt": row.recorded_at,
        "saidAt": row.said_at,
        "conflicts": row.conflicts,
    })
}

fn permissions(permissions: Permissions) -> Value {
    json!({
        "share": permissions.share.consent,
        "quote": permissions.quote.consent,
        "organisation": permissions.name_organisation.consent,
        "person": permissions.name_person.consent,
        "basis": {
            "share": permissions.share.basis,
            "quote": permissions.quote.basis,
            "organisation": permissions.name_organisation.basis,
            "person": permissions.name_person.basis,
        },
    })
}

pub(crate) fn row_text(row: &ContributionRow) -> String {
    let mut below: Vec<String> = row.groups.iter().map(|group| group.label.clone()).collect();
    below.extend(row.kind.as_ref().map(|kind| kind.label.clone()));
    below.extend(row.nodes.iter().map(|node| format!("{} {}", node.mark, node.short)));
    let may_be_quoted = match row.permissions.quote.consent {
        Consent::Given => "cli-may-be-quoted",
        Consent::NotAsked => "cli-not-asked-to-be-quoted",
        Consent::Refused => "cli-refused-to-be-quoted",
    };
    below.push(say("en", may_be_quoted, &[]));
    if !row.conflicts.is_empty() {
        below.push(say("en", "cli-conflict", &[("fields", &row.conflicts.join(", "))]));
    }
    if !row.doubles.is_empty() {
        below.push(say("en", "cli-pair-with", &[("others", &row.doubles.join(", "))]));
    }
    let indented = |text: &str| text.replace('\n', "\n          ");
    let found_in = row.found_in.as_ref();
    let found_in =
        found_in.map(|it| format!("\n          {}: {}", found_where(it), indented(&it.text))).unwrap_or_default();
    let below = below.join(" · ");
    format!("{:<9} {}{found_in}\n          {} · {below}", row.reference, indented(&row.text), row.language)
}

/// The language of a translation; of the name of a file that it is one.
fn found_where(found: &FoundInView) -> String {
    if found.is_file_name { say("en", "cli-file", &[]) } else { found.language.clone() }
}

pub(crate) fn view(view: &ContributionView) -> Value {
    let mut value = row(&view.row);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("rule".to_owned(), to_json(&view.rule));
        fields.insert("translations".to_owned(), to_json(&view.translations));
        fields.insert("attachments".to_owned(), to_json(&view.attachments));
        fields.insert("history".to_owned(), to_json(&view.history));
        fields.insert("standingAgainst".to_owned(), to_json(&view.standing_against));
    }
    value
}

pub(crate) fn view_text(view: &ContributionView) -> String {
    let mut lines = vec![row_text(&view.row)];
    let standing = view.standing_against.iter();
    lines.extend(standing.map(|standing| format!("          {}: {}", standing.field, standing.values.join(" | "))));
    let translations = view.translations.iter();
    lines.extend(translations.map(|it| format!("          {}: {}", it.language, it.text)));
    let attachments = view.attachments.iter();
    lines.extend(
        attachments.map(|it| format!("          {}  {} ({}, {} bytes)", it.id, it.name, it.media_type, it.size)),
    );
    lines.push(String::new());
    lines.extend(view.history.iter().map(|change| {
        let from = if change.from.is_empty() { String::new() } else { format!("{} → ", change.from) };
        format!("{}  {} {}: {from}{}", time(change.at), change.deed, change.field, change.to)
    }));
    lines.join("\n")
}

/// Milliseconds since 1970 as a date and a time in UTC.
pub(crate) fn time(at: i64) -> String {
    jiff::Timestamp::from_millisecond(at)
        .map_or_else(|_| at.to_string(), |time| time.strftime("%Y-%m-%d %H:%M:%S").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        assert_eq!(time(0), "1970-01-01 00:00:00");
        assert_eq!(time(1_604_916_000_000), "2020-11-09 10:00:00");
        assert_eq!(time(i64::MAX), i64::MAX.to_string(), "a clock gone wild is shown as it is");
    }
}
