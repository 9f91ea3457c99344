//! One row of a table, read as a contribution.

use anteroom_documents::table::Row;
use anteroom_model::permission::Consent;

use super::dates;
use super::mapping::{Columns, several, value};
use crate::contributions::{NewContribution, RecordContribution};
use crate::error::AppError;
use crate::structure::{Structure, tidy_name};

/// A row that can be recorded.
pub(crate) struct ReadRow {
    pub(crate) contribution: NewContribution,
    /// The name by which the speaker is told from others.
    pub(crate) speaker: Option<String>,
}

/// Reads a row as the mapping says; `language` is what it seems to be in where it does not say.
///
/// # Errors
/// Why it cannot be recorded.
pub(crate) fn read(row: &Row, columns: &Columns, structure: &Structure, language: &str) -> Result<ReadRow, AppError> {
    let owned = |from| value(from, row).map(str::to_owned);
    let nodes = value(&columns.node, row).into_iter().flat_map(|text| text.split([';', '|', ',']));
    let said_at = value(&columns.date, row)
        .map(|text| dates::read(text).ok_or_else(|| AppError::new("row-unreadable-date", &[("name", text)])))
        .transpose()?;
    let source = columns.source_of(row);
    let request = RecordContribution {
        text: row.cell(columns.text).unwrap_or_default().to_owned(),
        groups: columns.decided.read(several(value(&columns.group, row)), structure),
        kind: owned(&columns.kind),
        language: Some(value(&columns.language, row).unwrap_or(language).to_owned()),
        nodes: nodes.map(str::trim).filter(|node| !node.is_empty()).map(str::to_owned).collect(),
        segment: owned(&columns.round),
        quote: value(&columns.quote, row).map(consent).transpose()?,
        share: value(&columns.share, row).map(consent).transpose()?,
        name_organisation: value(&columns.name_organisation, row).map(consent).transpose()?,
        name_person: value(&columns.name_person, row).map(consent).transpose()?,
        basis: columns.basis,
        said_at,
        state: value(&columns.state, row).map(state),
        source: if source.is_empty() { String::new() } else { tidy_name(&source)? },
        ..RecordContribution::default()
    };
    let contribution = NewContribution::read(request, structure)?;
    let speaker = value(&columns.speaker, row).map(|speaker| speaker_name(speaker, &source)).transpose()?;
    Ok(ReadRow { contribution, speaker })
}

/// A number tells authors apart within their own file only.
fn speaker_name(speaker: &str, source: &str) -> Result<String, AppError> {
    let is_number = speaker.bytes().all(|byte| byte.is_ascii_digit());
    Ok(if is_number { format!("{source} #{speaker}") } else { tidy_name(speaker)? })
}

/// Yes and no as people write them.
fn consent(text: &str) -> Result<Consent, AppError> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "given" | "1" | "true" | "x" | "oui" | "sí" | "si" | "да" | "نعم" | "是" => {
            Ok(Consent::Given)
        }
        "no" | "n" | "refused" | "0" | "false" | "non" | "нет" | "لا" | "否" => Ok(Consent::Refused),
        "not asked" | "not-asked" | "?" => Ok(Consent::NotAsked),
        _ => Err(AppError::new("row-unknown-answer", &[("name", text)])),
    }
}

/// A moderator's decision as a state.
fn state(text: &str) -> String {
    match text {
        "1" => "accepted".to_owned(),
        "0" => String::new(),
        "-1" => "set-aside".to_owned(),
        other => other.to_owned(),
    }
}
