//! Commands about contributions.

use std::path::Path;

use anteroom_app::contributions::{self as app, Correction, RecordContribution};
use anteroom_app::desk::Desk;
use anteroom_app::imports::{self, Mapping};
use anteroom_app::model::permission::{Basis, Consent, Wording};
use anteroom_app::model::view::{FindContributions, Sort};
use anteroom_app::{speakers, undo as app_undo};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::args::{Change, Edit, Import, List, Record};
use crate::consultation::progress;
use crate::print::{row, row_text, view, view_text};
use crate::{Answer, Refusal};

/// One of a few words, as it is written on the command line.
pub(crate) fn choice<T: DeserializeOwned>(option: &str, word: &str) -> Result<T, Refusal> {
    let wrong = |_| format!("{option} does not know “{word}”. See anteroom --help.");
    serde_json::from_value(Value::from(word)).map_err(wrong).map_err(Refusal::from)
}

pub(crate) fn yes_or_no(option: &str, word: Option<&str>) -> Result<Option<Consent>, Refusal> {
    match word {
        None => Ok(None),
        Some("yes") => Ok(Some(Consent::Given)),
        Some("no") => Ok(Some(Consent::Refused)),
        Some(other) => Err(format!("{option} is yes or no, not “{other}”.").into()),
    }
}

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
        share: yes_or_no("--share", record.share.as_deref())?,
        quote: yes_or_no("--quote", record.quote.as_deref())?,
        name_organisation: yes_or_no("--name-organisation", record.name_organisation.as_deref())?,
        name_person: yes_or_no("--name-person", record.name_person.as_deref())?,
        basis: record.basis.as_deref().map(|basis| choice::<Basis>("--basis", basis)).transpose()?,
        ..RecordContribution::default()
    };
    let recorded = app::record(desk, request).await?;
    Ok(Answer::new(json!({ "id": recorded.id, "ref": recorded.reference }), format!("{}  {}", recorded.reference, recorded.id)))
}

pub(crate) async fn list(desk: &Desk, list: List) -> Result<Answer, Refusal> {
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
        sort: choice::<Sort>("--sort", &list.sort)?,
        offset: list.offset,
        limit: list.limit,
    };
    let found = app::find(desk, &asked).await?;
    let mut lines: Vec<_> = found.rows.iter().map(row_text).collect();
    lines.push(format!("{} of {}", found.rows.len(), found.total));
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
        app::set_permission(desk, &change.id, permission, choice::<Basis>("--basis", &change.basis)?).await?
    } else {
        app::tag_many(desk, &change.id, &change.tag, &change.untag).await?
    };
    Ok(Answer::new(json!({ "changed": changed }), format!("{changed} changed")))
}

pub(crate) async fn edit(desk: &Desk, edit: Edit) -> Result<Answer, Refusal> {
    let correction = Correction {
        text: edit.text,
        language: edit.language,
        kind: edit.kind,
        groups: (!edit.group.is_empty()).then_some(edit.group),
        segment: edit.round,
    };
    let changed = app::correct(desk, &edit.id, correction).await?;
    Ok(Answer::new(row(&changed), row_text(&changed)))
}

pub(crate) async fn undo(desk: &Desk) -> Result<Answer, Refusal> {
    let undone = app_undo::last(desk).await?;
    let json = json!({ "undone": undone.deed, "records": undone.records, "leftOut": undone.left_out });
    let mut text = format!("Taken back: {} ({})", undone.deed, undone.records);
    for line in &undone.left_out {
        text.push_str(&format!("\n  left as it is: {line}"));
    }
    Ok(Answer::new(json, text))
}

pub(crate) async fn erase(desk: &Desk, ids: &[String]) -> Result<Answer, Refusal> {
    let erased = app::erase(desk, ids).await?;
    Ok(Answer::new(json!({ "erased": erased }), format!("{erased} erased. Copies already handed over, and backups made before now, still hold the words.")))
}

pub(crate) async fn import(desk: &Desk, import: Import) -> Result<Answer, Refusal> {
    let mapping = import.text.map(|text| Mapping {
        text,
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
    });
    let report = imports::import(desk, &import.table, mapping, &progress("Importing")).await?;
    if let Some(to) = &import.refused {
        imports::save_refused(&import.table, &report, to)?;
    }
    let refused: Vec<_> = report.refused.iter().map(|refused| json!({ "row": refused.row, "why": refused.why })).collect();
    let json = json!({ "recorded": report.recorded, "already": report.already, "refused": refused });
    let mut text = format!("{} recorded, {} were there already, {} refused", report.recorded, report.already, report.refused.len());
    for refused in report.refused.iter().take(10) {
        text.push_str(&format!("\n  row {}: {}", refused.row, refused.why));
    }
    if report.refused.len() > 10 && import.refused.is_none() {
        text.push_str("\n  … --refused FILE.csv writes all of them.");
    }
    Ok(Answer::new(json, text))
}

pub(crate) async fn sheet(desk: &Desk, to: &Path) -> Result<Answer, Refusal> {
    imports::write_sheet(desk, to).await?;
    Ok(Answer::new(json!({ "file": to }), format!("{} can be filled in with any spreadsheet.", to.display())))
}
