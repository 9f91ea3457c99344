//! A speaker withdraws: what they said is erased, wherever it went; or they only take back what they had allowed.

use std::collections::BTreeSet;

use anteroom_model::field;
use anteroom_model::ids::RecordId;
use anteroom_model::permission::Consent;
use anteroom_model::value::Value;
use anteroom_store::{Contribution, Query};
use serde::{Deserialize, Serialize};

use crate::briefs::{self, Resting};
use crate::consultations::Steps;
use crate::contributions::{self, Becomes, ChangeMany, NewAnswer, Selected};
use crate::desk::Desk;
use crate::error::AppError;
use crate::speakers;

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
    /// What a withdrawal would reach, told before anything is done.
    pub struct WithdrawalView {
        /// Of the one contribution alone.
        pub this: ReachView,
        /// Of all that its speaker said; `null` where nobody knows who spoke.
        pub all: Option<ReachView>,
        /// By which name the speaker goes, and for whom they spoke.
        pub speaker: String,
        pub organisation: String,
        /// Whether a name or a contact of theirs is kept, which goes with all they said.
        pub is_named: bool,
    }

    /// How far it would reach.
    pub struct ReachView {
        /// How many contributions.
        pub contributions: u32,
        /// The short references of others that note the same words: they go, too.
        pub doubles: Vec<String>,
        /// The short references of what belongs to it and stays, because others recorded it: an organiser has to withdraw it.
        pub left: Vec<String>,
        /// The paragraphs that rest on any of it.
        pub resting: Vec<Resting>,
        /// How many of the contributions others recorded, beyond what one laptop may erase by itself: these are hidden at once, and gone
        /// once another organiser confirms.
        pub beyond: u32,
    }

    /// What a speaker withdraws.
    pub struct Withdraw {
        /// The id of a contribution.
        pub contribution: String,
        /// All that its speaker said.
        pub all: bool,
        /// Only a permission: `share`, `quote`, `name-organisation` or `name-person`. `null`: the words themselves.
        pub permission: Option<String>,
    }

    /// What became of it.
    pub struct Withdrawn {
        /// How many contributions were erased, or have another answer now.
        pub contributions: u32,
        /// How many of these contributions wait, hidden, for another organiser to confirm.
        pub waits: u32,
        /// The short references of what stays, because others recorded it: an organiser has to withdraw it.
        pub left: Vec<String>,
    }
}

/// Erases one contribution, or all that a speaker said together with what they go by and their contact; what others noted of
/// the same words goes, too. `asked`: the id or the short reference of a contribution, the id or the name of a speaker.
///
/// # Errors
/// `unknown-contribution`, `unknown-speaker`, `not-allowed`; nothing is changed then.
pub async fn withdraw(desk: &Desk, asked: &str) -> Result<Withdrawn, AppError> {
    let reach = match speaker(desk, asked).await? {
        Some(speaker) => Reach::of_speaker(desk, speaker).await?,
        None => Reach::of(desk, vec![contributions::one(desk, asked).await?]).await?,
    };
    reach.erase(desk).await
}

/// What a withdrawal would reach, that of one contribution and that of all its speaker said.
///
/// # Errors
/// `unknown-contribution`.
pub async fn withdrawing(desk: &Desk, contribution: &str) -> Result<WithdrawalView, AppError> {
    let one = contributions::one(desk, contribution).await?;
    let row = contributions::row(desk, contribution).await?;
    let all = match one.speaker {
        Some(speaker) => Some(Reach::of_speaker(desk, speaker).await?),
        None => None,
    };
    let is_named = all.as_ref().is_some_and(|all| !all.persons.is_empty());
    Ok(WithdrawalView {
        this: Reach::of(desk, vec![one]).await?.view(desk).await?,
        all: match all {
            Some(all) => Some(all.view(desk).await?),
            None => None,
        },
        speaker: row.speaker,
        organisation: row.organisation,
        is_named,
    })
}

/// Does it. What others noted of the same words goes, too: the speaker withdraws what was said, whoever wrote it down.
///
/// # Errors
/// `unknown-contribution`, `unknown-permission`, `not-allowed`; nothing is changed then.
pub async fn withdraw_said(desk: &Desk, asked: &Withdraw) -> Result<Withdrawn, AppError> {
    let one = contributions::one(desk, &asked.contribution).await?;
    let reach = match one.speaker {
        Some(speaker) if asked.all => Reach::of_speaker(desk, speaker).await?,
        _ => Reach::of(desk, vec![one]).await?,
    };
    if let Some(question) = &asked.permission {
        let answer = NewAnswer { question: question.clone(), consent: Consent::Refused, basis: None };
        let selected = Selected { all_of: None, ids: reach.contributions().iter().map(RecordId::to_string).collect() };
        let becomes = Becomes { answer: Some(answer), ..Becomes::default() };
        let changed = contributions::change(desk, &ChangeMany { selected, becomes }, &Steps::silent()).await?;
        return Ok(Withdrawn { contributions: changed.changed, waits: 0, left: references(&reach.left) });
    }
    reach.erase(desk).await
}

/// What only this laptop has of a speaker who withdrew elsewhere, recorded here and taken back, goes too: whoever erased the
/// rest did not know of it, and a redo could bring it again. Nothing is looked for where nothing was erased. Where it fails it
/// stays owed: nobody is kept from opening or from a report by that.
pub(crate) async fn follow(desk: &Desk) {
    // It is rarely owed: whoever opens or merges is not to carry along what it needs.
    Box::pin(erase_what_is_put_away(desk)).await.ok();
}

async fn erase_what_is_put_away(desk: &Desk) -> Result<(), AppError> {
    if !desk.store().begins_to_follow().await? {
        return Ok(());
    }
    let put_away = desk.store().put_away_of_nobody().await?;
    contributions::erase_all(desk, put_away).await?;
    // Whoever is not let in does not know yet what is hers, and one who was cut off says nothing: it stays owed.
    if desk.store().own_roles().await?.is_none() {
        return Ok(());
    }
    Ok(desk.store().has_followed().await?)
}

/// The speaker who is meant; `None` where it is a contribution, or nothing that is known.
async fn speaker(desk: &Desk, asked: &str) -> Result<Option<RecordId>, AppError> {
    let found = speakers::named(desk, asked).await.ok();
    let speakers = desk.store().records(field::SPEAKER).await?;
    Ok(found.filter(|id| speakers.iter().any(|speaker| speaker.id == *id)))
}

/// What is withdrawn. When somebody spoke stays, and who no longer.
struct Reach {
    said: Vec<Contribution>,
    /// What else notes the same words.
    doubles: Vec<Contribution>,
    /// What of all this others recorded, so that this laptop may not withdraw it.
    left: Vec<Contribution>,
    /// What was recorded of it and taken back: nobody sees it, and a redo could bring it again.
    put_away: BTreeSet<RecordId>,
    /// By what the speaker is known, and where to reach them: goes with all they said, as far as this laptop may erase it.
    persons: BTreeSet<RecordId>,
}

impl Reach {
    async fn of(desk: &Desk, said: Vec<Contribution>) -> Result<Self, AppError> {
        let known: BTreeSet<RecordId> = said.iter().map(|row| row.id).collect();
        let noted = desk.store().doubles().await?;
        let others: BTreeSet<RecordId> = known.iter().flat_map(|id| noted.with(*id)).collect();
        let mut doubles = Vec::new();
        for id in others.difference(&known) {
            doubles.extend(desk.store().contribution(*id).await?);
        }
        let whole = Self { said, doubles, left: Vec::new(), put_away: BTreeSet::new(), persons: BTreeSet::new() };
        whole.within_reach(desk).await
    }

    /// What this laptop may do of it; where it may do nothing of what was asked for, all of it, so that it is refused.
    async fn within_reach(mut self, desk: &Desk) -> Result<Self, AppError> {
        let may = desk.store().may_erase(&self.contributions()).await?;
        if self.said.iter().any(|row| may.contains(&row.id)) {
            for rows in [&mut self.said, &mut self.doubles] {
                let (within, left) = std::mem::take(rows).into_iter().partition(|row| may.contains(&row.id));
                *rows = within;
                self.left.extend::<Vec<_>>(left);
            }
        }
        Ok(self)
    }

    async fn of_speaker(desk: &Desk, speaker: RecordId) -> Result<Self, AppError> {
        let query = Query { speaker: Some(speaker), ..Query::default() };
        let said = desk.store().find(&query, 0, u32::MAX).await?.rows;
        let identities = desk.store().records(field::IDENTITY).await?;
        let theirs =
            identities.iter().filter(|it| it.fields.get(&field::IDENTITY_OF).and_then(Value::record) == Some(speaker));
        let persons: BTreeSet<RecordId> = theirs.map(|identity| identity.id).chain([speaker]).collect();
        let persons = desk.store().may_erase(&persons).await?;
        let put_away = desk.store().may_erase(&desk.store().put_away_of(speaker).await?).await?;
        let reach = Self::of(desk, said).await?;
        // While words of theirs are left, the name has to stay: nothing else tells a release check what must not be told.
        let persons = if reach.left.is_empty() { persons } else { BTreeSet::new() };
        Ok(Self { put_away, persons, ..reach })
    }

    fn contributions(&self) -> BTreeSet<RecordId> {
        self.said.iter().chain(&self.doubles).map(|row| row.id).collect()
    }

    /// All that goes.
    fn records(&self) -> BTreeSet<RecordId> {
        self.contributions().into_iter().chain(self.put_away.iter().chain(&self.persons).copied()).collect()
    }

    /// Erases all of it.
    async fn erase(self, desk: &Desk) -> Result<Withdrawn, AppError> {
        let (contributions, left) = (self.contributions(), references(&self.left));
        contributions::erase_all(desk, self.records()).await?;
        let waits = desk.store().unconfirmed_of(&contributions).await?;
        Ok(Withdrawn { contributions: contributions.len() as u32, waits, left })
    }

    async fn view(&self, desk: &Desk) -> Result<ReachView, AppError> {
        let ids = self.contributions();
        Ok(ReachView {
            contributions: ids.len() as u32,
            doubles: references(&self.doubles),
            left: references(&self.left),
            resting: briefs::resting_on(desk, &ids).await?,
            beyond: desk.store().would_wait(&self.records(), &ids).await?,
        })
    }
}

fn references(rows: &[Contribution]) -> Vec<String> {
    let mut references: Vec<String> = rows.iter().map(|row| row.reference.clone()).collect();
    references.sort();
    references
}
