//! What was changed on two sides: found, told side by side, settled by a person, parted into two records.

mod fields;
mod settle;
mod split;
mod told;

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::value::Value;
use anteroom_store::{Conflict, Said};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::AppError;
use crate::messages::say;
use crate::names::Who;
use told::Telling;

pub use settle::{Settle, Settlement, settle, settle_one};
pub use split::{Split, split};

macro_rules! views {
    ($($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", default)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub struct $name { $($body)* }
    )*};
}

views! {
    /// A field with several values, until somebody settles it.
    pub struct ConflictView {
        /// The id of its record.
        pub record: String,
        /// A word for what it is: `contribution`, `paragraph`, `round`, …
        pub kind: String,
        /// The same as a person reads it.
        pub kind_name: String,
        /// A word for the field, by which it is settled: `text`, `language`, …
        pub field: String,
        pub field_name: String,
        /// How its record is spoken of: a contribution's short reference, the title of a paragraph's brief, a name.
        pub reference: String,
        /// The words that it is about, where those stand in no conflict; empty otherwise.
        pub about: String,
        /// BCP 47; `und` where nobody knows.
        pub language: String,
        /// Whether it is somebody's words rather than a choice.
        pub is_words: bool,
        /// Whether something else can be written in their place.
        pub can_write: bool,
        /// Whether each wording can become a record of its own.
        pub can_split: bool,
        /// All different values, the latest first.
        pub values: Vec<StandingValue>,
        /// What stood there before; `null` where nothing did, or nobody here has it.
        pub before: Option<StandingValue>,
    }

    /// One of the values that stand against each other.
    pub struct StandingValue {
        /// By which it is named where the conflict is settled.
        pub revision: String,
        pub value: String,
        /// Who set it, and when; more than one where several set the same.
        pub by: Vec<SetBy>,
    }

    pub struct SetBy {
        pub who: String,
        /// Milliseconds since 1970, UTC, by the clock of the computer it was set on.
        pub at: i64,
        /// Whether it was set on this computer.
        pub here: bool,
    }
}

/// Everything that stands in conflict, contributions first.
///
/// # Errors
/// What the store refuses.
pub async fn conflicts(desk: &Desk) -> Result<Vec<ConflictView>, AppError> {
    let all = desk.store().conflicts().await?;
    views(desk, all).await
}

/// What stands in conflict in one record. `asked` is an id or a short reference.
///
/// # Errors
/// `unknown-contribution`, where nothing goes by it.
pub async fn of_record(desk: &Desk, asked: &str) -> Result<Vec<ConflictView>, AppError> {
    let record = record_called(desk, asked).await?;
    let all = desk.store().conflicts_of(record).await?;
    views(desk, all).await
}

/// How many fields stand in conflict.
pub(crate) async fn count(desk: &Desk) -> Result<u32, AppError> {
    Ok(u32::try_from(desk.store().count_conflicts().await?).unwrap_or(u32::MAX))
}

async fn views(desk: &Desk, all: Vec<Conflict>) -> Result<Vec<ConflictView>, AppError> {
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let telling = Telling::read(desk).await?;
    let who = Who::read(desk).await?;
    let mut views = Vec::with_capacity(all.len());
    for conflict in all {
        views.push(view(&telling, &who, &conflict).await?);
    }
    Ok(views)
}

async fn view(telling: &Telling<'_>, who: &Who<'_>, conflict: &Conflict) -> Result<ConflictView, AppError> {
    let language = telling.desk.language();
    let record = telling.record(conflict).await?;
    let mut values: Vec<(Value, StandingValue)> = Vec::new();
    for said in &conflict.values {
        if let Some((_, known)) = values.iter_mut().find(|(value, _)| *value == said.value) {
            known.by.push(who.set(said));
            continue;
        }
        values.push((said.value.clone(), who.standing(said, telling.told(conflict.field, &said.value).await?)));
    }
    let before = match &conflict.before {
        Some(said) => Some(who.standing(said, telling.told(conflict.field, &said.value).await?)),
        None => None,
    };
    let word = fields::word(conflict.field);
    let is_words = fields::is_words(conflict.kind, conflict.field);
    Ok(ConflictView {
        record: conflict.record.to_string(),
        kind_name: say(&language, fields::kind_sentence(conflict.kind), &[]),
        kind: fields::kind_word(conflict.kind).to_owned(),
        field_name: say(&language, fields::sentence(conflict.field), &[]),
        is_words,
        can_write: is_words,
        can_split: conflict.kind == field::CONTRIBUTION && conflict.field == field::TEXT,
        field: word,
        about: if conflict.field == field::TEXT { String::new() } else { record.words },
        reference: record.name,
        language: record.language,
        values: values.into_iter().map(|(_, value)| value).collect(),
        before,
    })
}

/// The record of this id, or the contribution of this short reference.
async fn record_called(desk: &Desk, asked: &str) -> Result<RecordId, AppError> {
    match asked.trim().parse() {
        Ok(id) => Ok(id),
        Err(_) => Ok(crate::contributions::one(desk, asked).await?.id),
    }
}

impl Who<'_> {
    fn standing(&self, said: &Said, value: String) -> StandingValue {
        StandingValue { revision: said.revision.to_string(), value, by: vec![self.set(said)] }
    }

    fn set(&self, said: &Said) -> SetBy {
        SetBy { who: self.named(said.author, said.is_own), at: said.at, here: said.is_own }
    }
}
