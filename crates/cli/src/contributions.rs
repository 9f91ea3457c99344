//! Commands about contributions.

use std::path::{Path, PathBuf};

use anteroom_app::contributions::{self as app, Correction, RecordContribution};
use anteroom_app::desk::Desk;
use anteroom_app::exchange::{WordlessView, wordless};
use anteroom_app::imports::{self, Mapping, UnknownGroup};
use anteroom_app::model::permission::Wording;
use anteroom_app::model::view::FindContributions;
use anteroom_app::undo::{self as app_undo, Undone};
use anteroom_app::{attachments, say, speakers};
use serde_json::{Value, json};

use crate::args::{Change, Edit, Import, List, Record};
use crate::consultation::{progress, shown};
use crate::print::{row, row_text, time, to_json, view, view_text};
use crate::{Answer, Refusal};

pub(crate) async fn record(desk: &Desk, record: Record) -> Result<Answer, Refusal> {
    let speaker = match &record.speaker {
        Some(name) => Some(speakers::known_as(desk, name, record.organisation.as_deref(), &record.group).await?),
        None => None,
    };
    let wording = match (record.verbatim, record.interpreted) {
        (true, _) => Some(Wording::Verbatim),
        (_, true) => Some(Wording::Interpreted),
        _ => None,
    };
    let request = RecordContribution {
        text: record.text,
        groups: record.group,
        kind: record.kind,
        language: record.language,
        nodes: record.node,
        segment: record.round,
        speaker,
        wording,
        share: record.share,
        quote: record.quote,
        name_organisation: record.name_organisation,
        name_person: record.name_person,
        basis: record.basis,
        ..RecordContribution::default()
    };
    let recorded = app::record(desk, request).await?;
    Ok(Answer::new(
        json!({ "id": recorded.id, "ref": recorded.reference }),
        format!("{}  {}", recorded.reference, recorded.id),
    ))
}

pub(crate) async fn list(desk: &Desk, list: List) -> Result<Answer, Refusal> {
    let wordless = wordless(desk).await?;
    if list.lacking {
        let line = |it: &WordlessView| format!("{}  {}  {}", it.id, it.who, time(it.recorded_at));
        let mut lines: Vec<_> = wordless.iter().map(line).collect();
        lines.push(say("en", "cli-of-wordless", &[("count", &wordless.len().to_string())]));
        return Ok(Answer::new(to_json(&wordless), lines.join("\n")));
    }
    let asked = FindContributions {
        words: list.query,
        session: list.session,
        segment: list.round,
        group: list.group,
        node: list.node,
        kind: list.kind,
        language: list.language,
        speaker: list.speaker,
        permission: list.permission,
        state: list.state,
        files: list.files.then_some(true),
        conflicts: list.conflicts,
        sort: list.sort,
        offset: list.offset,
        limit: list.limit,
    };
    let found = app::find(desk, &asked).await?;
    let mut lines: Vec<_> = found.rows.iter().map(row_text).collect();
    let (shown, total) = (found.rows.len().to_string(), found.total.to_string());
    lines.push(say("en", "cli-of", &[("shown", &shown), ("total", &total)]));
    if found.doubles > 0 {
        lines.push(say("en", "cli-of-doubles", &[("count", &found.doubles.to_string())]));
    }
    if !wordless.is_empty() {
        lines.push(say("en", "cli-of-wordless", &[("count", &wordless.len().to_string())]));
    }
    Ok(Answer::new(found.rows.iter().map(row).collect(), lines.join("\n")))
}

pub(crate) async fn show(desk: &Desk, id: &str) -> Result<Answer, Refusal> {
    let shown = app::show(desk, id).await?;
    Ok(Answer::new(view(&shown), view_text(&shown)))
}

pub(crate) async fn tag(desk: &Desk, id: &str, nodes: &[String]) -> Result<Answer, Refusal> {
    let changed = app::tag(desk, id, nodes).await?;
    Ok(Answer::new(row(&changed), row_text(&changed)))
}

pub(crate) async fn untag(desk: &Desk, id: &str, nodes: &[String]) -> Result<Answer, Refusal> {
    let changed = app::untag(desk, id, nodes).await?;
    Ok(Answer::new(row(&changed), row_text(&changed)))
}

pub(crate) async fn change(desk: &Desk, change: Change) -> Result<Answer, Refusal> {
    let changed = if let Some(state) = &change.state {
        app::set_state(desk, &change.id, state).await?
    } else if let Some(permission) = &change.permission {
        app::set_permission(desk, &change.id, permission, change.basis).await?
    } else {
        app::tag_many(desk, &change.id, &change.tag, &change.untag).await?
    };
    let text = say("en", "cli-changed", &[("count", &changed.to_string())]);
    Ok(Answer::new(json!({ "changed": changed }), text))
}

pub(crate) async fn edit(desk: &Desk, edit: Edit) -> Result<Answer, Refusal> {
    let correction = Correction {
        text: edit.text,
        language: edit.language,
        kind: edit.kind,
        groups: (!edit.group.is_empty()).then_some(edit.group),
        wording: edit.wording,
        segment: edit.round,
        question: edit.question,
        ..Correction::default()
    };
    let changed = app::correct(desk, &edit.id, correction).await?;
    Ok(Answer::new(row(&changed), row_text(&changed)))
}

pub(crate) async fn undo(desk: &Desk) -> Result<Answer, Refusal> {
    let undone = app_undo::undo_with(desk, &progress("cli-undoing")).await?;
    Ok(taken("cli-undone", json!({ "undone": undone.deed }), &undone))
}

pub(crate) async fn redo(desk: &Desk) -> Result<Answer, Refusal> {
    let redone = app_undo::redo_with(desk, &progress("cli-redoing")).await?;
    Ok(taken("cli-redone", json!({ "redone": redone.deed }), &redone))
}

/// What went back or came again, and what did not.
fn taken(sentence: &str, mut json: Value, undone: &Undone) -> Answer {
    json["records"] = undone.records.into();
    json["leftOut"] = undone.left_out.clone().into();
    let mut lines = vec![say("en", sentence, &[("deed", &undone.deed), ("count", &undone.records.to_string())])];
    lines.extend(undone.left_out.iter().map(|why| format!("  {why}")));
    Answer::new(json, lines.join("\n"))
}

pub(crate) async fn erase(desk: &Desk, ids: &[String]) -> Result<Answer, Refusal> {
    let erased = app::erase(desk, ids).await?;
    let text = say("en", "cli-erased", &[("count", &erased.to_string())]);
    Ok(Answer::new(json!({ "erased": erased }), text))
}

pub(crate) async fn attach(desk: &Desk, id: &str, files: &[PathBuf]) -> Result<Answer, Refusal> {
    let attached = attachments::attach(desk, id, files).await?;
    let text = say("en", "cli-attached", &[("count", &attached.to_string())]);
    Ok(Answer::new(json!({ "attached": attached }), text))
}

pub(crate) async fn save_attached(desk: &Desk, attachment: &str, to: &Path) -> Result<Answer, Refusal> {
    attachments::save(desk, attachment, to).await?;
    let text = say("en", "cli-attachment-saved", &[("path", &to.display().to_string())]);
    Ok(Answer::new(json!({ "saved": true }), text))
}

pub(crate) async fn erase_attached(desk: &Desk, attachment: &str) -> Result<Answer, Refusal> {
    attachments::erase(desk, attachment).await?;
    let text = say("en", "cli-erased", &[("count", "1")]);
    Ok(Answer::new(json!({ "erased": 1 }), text))
}

/// So many refused rows are shown; the others are counted.
const FEW: usize = 10;

pub(crate) async fn import(desk: &Desk, import: Import) -> Result<Answer, Refusal> {
    let mapping = Mapping {
        text: import.text,
        language: import.language,
        group: import.group,
        kind: import.kind,
        node: import.node,
        source: import.source,
        date: import.date,
        speaker: import.speaker,
        state: import.state,
        quote: import.quote,
        round: import.round,
        unknown_groups: import.group_as.into_iter().map(|(name, group)| (name, UnknownGroup::Means(group))).collect(),
        other_unknown_groups: if import.add_groups {
            UnknownGroup::Add
        } else if import.ungrouped {
            UnknownGroup::LeaveOut
        } else {
            UnknownGroup::Refuse
        },
        ..Mapping::default()
    };
    let report = imports::import(desk, &import.table, mapping, &progress("cli-importing")).await?;
    if let Some(to) = &import.refused {
        imports::save_refused(desk, &import.table, &report.refused, to)?;
    }
    let refused: Vec<_> =
        report.refused.iter().map(|refused| json!({ "row": refused.row, "why": refused.why })).collect();
    let json = json!({ "recorded": report.recorded, "already": report.already, "refused": refused });
    let counts = [report.recorded, report.already, report.refused.len() as u32].map(|count| count.to_string());
    let [recorded, already, count] = counts.each_ref().map(String::as_str);
    let counts = [("recorded", recorded), ("already", already), ("refused", count)];
    let mut lines = vec![say("en", "cli-imported", &counts)];
    for refused in report.refused.iter().take(FEW) {
        let row = [("row", &*refused.row.to_string()), ("why", &refused.why)];
        lines.push(format!("  {}", say("en", "cli-row", &row)));
    }
    if report.refused.len() > FEW && import.refused.is_none() {
        lines.push(format!("  {}", say("en", "cli-more-refused", &[])));
    }
    Ok(Answer::new(json, lines.join("\n")))
}

pub(crate) async fn sheet(desk: &Desk, to: &Path, language: &str) -> Result<Answer, Refusal> {
    imports::write_sheet(desk, to, language).await?;
    let file = shown(to);
    let text = say("en", "cli-sheet", &[("file", &file)]);
    Ok(Answer::new(json!({ "file": file }), text))
}
