//! Settling a conflict: with one of the values that stand against each other, or with another one. Each is one action.

use anteroom_journal::deed::Deed;
use anteroom_model::field;
use anteroom_model::statement::{StatementType, body_to_value};
use anteroom_model::value::{Fields, Value};
use anteroom_store::{Conflict, Edit, Said};
use serde::{Deserialize, Serialize};

use super::{fields, record_called};
use crate::briefs;
use crate::contributions::{known_state, language_tag, one, place, speaker_called, tidy};
use crate::desk::Desk;
use crate::error::AppError;
use crate::structure::tidy_name;

/// By what a conflict is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// One of the values, by its revision or by enough of the beginning of that.
    Take(String),
    /// Something else, as it is typed.
    Value(String),
}

/// A conflict to settle, as a window asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Settle {
    /// The id of the record.
    pub record: String,
    /// The word for the field.
    pub field: String,
    /// The revision whose value is kept.
    pub take: Option<String>,
    /// Or what is to stand there instead of all of them.
    pub value: Option<String>,
}

/// The same as `settle`, as a window asks.
///
/// # Errors
/// As `settle`.
pub async fn settle_one(desk: &Desk, asked: &Settle) -> Result<(), AppError> {
    let by = match (&asked.take, &asked.value) {
        (Some(revision), _) => Settlement::Take(revision.clone()),
        (None, Some(value)) => Settlement::Value(value.clone()),
        (None, None) => return Err(not_one_of_them("")),
    };
    settle(desk, &asked.record, &asked.field, &by).await
}

/// Settles a conflict, in one action that follows all that stood there. `asked` is the id of a record or a short reference.
///
/// # Errors
/// `unknown-conflict`; `settled-already`, where nothing stands against anything any more; `not-one-of-them`, where the
/// revision is none of those that stand there; `take-only`; and as the correction of that field.
pub async fn settle(desk: &Desk, asked: &str, word: &str, by: &Settlement) -> Result<(), AppError> {
    let conflict = conflict_of(desk, asked, word).await?;
    let (mut edits, fields) = match by {
        Settlement::Take(revision) => (Vec::new(), taken(&conflict, revision)?),
        Settlement::Value(value) => written(desk, &conflict, value).await?,
    };
    edits.push(Edit::Set { record: conflict.record, fields });
    desk.commit(Deed::SETTLE, edits).await?;
    Ok(())
}

/// What stands in conflict there.
pub(super) async fn conflict_of(desk: &Desk, asked: &str, word: &str) -> Result<Conflict, AppError> {
    let unknown = || AppError::new("unknown-conflict", &[("name", asked), ("field", word)]);
    let field = fields::named(word).ok_or_else(unknown)?;
    let record = record_called(desk, asked).await.map_err(|_| unknown())?;
    let found = desk.store().conflicts_of(record).await?.into_iter().find(|conflict| conflict.field == field);
    if let Some(conflict) = found {
        return Ok(conflict);
    }
    // Whatever is there now, nothing stands against it.
    let known = desk.store().value_of(record, field).await?;
    Err(if known.is_some() { AppError::new("settled-already", &[]) } else { unknown() })
}

fn not_one_of_them(revision: &str) -> AppError {
    AppError::new("not-one-of-them", &[("name", revision)])
}

/// So much of a revision must be typed that nobody meets another one by chance.
const LEAST: usize = 6;

/// The value that a revision set.
pub(super) fn said<'c>(conflict: &'c Conflict, revision: &str) -> Result<&'c Said, AppError> {
    let asked = revision.trim().to_lowercase();
    let mut fitting = conflict.values.iter().filter(|said| said.revision.to_string().starts_with(&asked));
    match (fitting.next(), fitting.next()) {
        (Some(said), None) if asked.len() >= LEAST => Ok(said),
        _ => Err(not_one_of_them(revision)),
    }
}

fn taken(conflict: &Conflict, revision: &str) -> Result<Fields, AppError> {
    Ok(Fields::from([(conflict.field, said(conflict, revision)?.value.clone())]))
}

/// What was typed, as the field holds it; and what is made beside it.
async fn written(desk: &Desk, conflict: &Conflict, typed: &str) -> Result<(Vec<Edit>, Fields), AppError> {
    let structure = desk.structure().await?;
    let mut edits = Vec::new();
    let typed = typed.trim();
    let is_contribution = conflict.kind == field::CONTRIBUTION;
    let value = match conflict.field {
        field::TEXT | field::NOTE => tidy(typed)?.into(),
        field::LANGUAGE => language_tag(typed)?.into(),
        field::KIND_KEY if typed.is_empty() => Value::Null,
        field::KIND_KEY => structure.kind(typed)?.key.as_str().into(),
        field::STATE => known_state(typed.to_owned())?.into(),
        field::SEGMENT_OF if is_contribution => {
            let row = one(desk, &conflict.record.to_string()).await?;
            return Ok((edits, place(&structure, &row, Some(typed), None)?));
        }
        field::SPEAKER_OF => speaker_called(desk, typed, &mut edits).await?,
        field::QUESTION | field::TIME_LIMIT | field::BUDGET => match typed.parse().map_err(|_| take_only())? {
            0_u32 => Value::Null,
            number => Value::Int(number.into()),
        },
        field::SOURCE | field::CONTACT | field::REGION => Value::Text(typed.to_owned()),
        _ if fields::is_words(conflict.kind, conflict.field) && conflict.field != field::BODY => {
            tidy_name(typed)?.into()
        }
        field::STATEMENT_TYPE => StatementType::from_word(typed).ok_or_else(take_only)?.word().into(),
        field::QUESTIONS => {
            let asked = typed.lines().map(str::trim).filter(|question| !question.is_empty());
            Value::List(asked.map(Value::from).collect())
        }
        field::BODY => {
            let bodies: Vec<&Value> = conflict.values.iter().map(|said| &said.value).collect();
            body_to_value(&briefs::written_over(desk, conflict.record, typed, &bodies).await?)
        }
        field::STARTS | field::ENDS | field::SAID_AT => time(typed).ok_or_else(take_only)?,
        _ => return Err(take_only()),
    };
    Ok((edits, Fields::from([(conflict.field, value)])))
}

fn take_only() -> AppError {
    AppError::new("take-only", &[])
}

/// A day, or a time in UTC.
fn time(typed: &str) -> Option<Value> {
    let day = || jiff::civil::Date::strptime("%Y-%m-%d", typed).ok()?.in_tz("UTC").ok().map(|day| day.timestamp());
    let hour = || {
        let time = jiff::civil::DateTime::strptime("%Y-%m-%d %H:%M:%S", typed).ok()?;
        time.in_tz("UTC").ok().map(|time| time.timestamp())
    };
    day().or_else(hour).map(|time| Value::Int(time.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_is_told() {
        assert_eq!(time("2020-11-09"), Some(Value::Int(1_604_880_000_000)));
        assert_eq!(time("2020-11-09 10:00:00"), Some(Value::Int(1_604_916_000_000)));
        assert_eq!(time("yesterday"), None);
    }
}
