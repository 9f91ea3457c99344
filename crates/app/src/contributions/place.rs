//! Where something was said: in which round, and to which of its questions. A move never loosens anything: of two rounds'
//! rules the stricter holds.

use anteroom_model::field;
use anteroom_model::permission::Ranked;
use anteroom_model::value::{Fields, Value};
use anteroom_store::Contribution;

use crate::error::AppError;
use crate::structure::Structure;

/// What gives `row` to another round or another question, counted from 1; 0: none. In another round it answers no
/// question unless one is named.
///
/// # Errors
/// `unknown-segment`.
pub(crate) fn place(
    structure: &Structure,
    row: &Contribution,
    round: Option<&str>,
    question: Option<u32>,
) -> Result<Fields, AppError> {
    let mut fields = Fields::new();
    let mut question = question;
    if let Some(round) = round {
        let segment = structure.segment(round)?;
        fields.insert(field::SEGMENT_OF, segment.record.into());
        fields.insert(field::SEGMENTS_BEEN, Value::set([segment.record.into()], []));
        fields.insert(field::RULE, Value::Int(row.rule.min(segment.rule).rank()));
        if row.segment != Some(segment.record) {
            question = question.or(Some(0));
        }
    }
    if let Some(number) = question {
        let number = if number == 0 { Value::Null } else { Value::Int(i64::from(number)) };
        fields.insert(field::QUESTION, number);
    }
    Ok(fields)
}
