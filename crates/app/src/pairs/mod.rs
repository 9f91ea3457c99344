//! Double notes: what two people noted of the same words is proposed, and a person says whether it is one. Then it counts
//! once everywhere, and both wordings stay.

mod proposed;
mod say;

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::doubles::{Doubles, Pair, PairState};
use anteroom_model::ids::RecordId;
use anteroom_model::view::ContributionRow;
use anteroom_store::{Contribution, Noted};
use serde::{Deserialize, Serialize};

use crate::contributions::Labels;
use crate::desk::Desk;
use crate::error::AppError;
use crate::names::Who;
pub(crate) use proposed::{Alikes, find};
pub use say::{NameOfPair, accept, accept_pair, part, refuse, refuse_pair};

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
    /// Pairs of one kind, and how many there are of each.
    pub struct PairsView {
        /// Nobody has said anything of them, or two laptops said different things.
        pub open: u32,
        pub accepted: u32,
        pub refused: u32,
        /// Those that were asked for, in the order in which they were noted.
        pub pairs: Vec<PairView>,
        /// How many of these there are in all.
        pub total: u32,
    }

    /// Two contributions that are one, or may be.
    pub struct PairView {
        pub state: PairState,
        /// The one that was noted first, by the clocks.
        pub one: NoteView,
        pub other: NoteView,
        /// Minutes between the two, by the clock of each computer; `null` where only a day is known.
        pub minutes: Option<u32>,
        /// How alike they read, from 0 to 100; `null` where a person put them together.
        pub likeness: Option<u32>,
        /// The short references of others that are one with these.
        pub with: Vec<String>,
    }

    /// One of the two.
    pub struct NoteView {
        pub row: ContributionRow,
        /// Who noted it, where they have a name here; empty otherwise.
        pub who: String,
        /// The letters of the series: which computer.
        pub series: String,
        /// Whether it was noted on this computer.
        pub here: bool,
    }

    /// Which pairs to show.
    pub struct AskPairs {
        /// `open`, `accepted` or `refused`; empty: all.
        pub which: String,
        pub offset: u32,
        /// 0: as many as are handed out at once.
        pub limit: u32,
    }
}

/// As many as a window is handed at once.
const LONGEST_PAGE: u32 = 200;

/// Pairs of one kind.
///
/// # Errors
/// `unknown-state`.
pub async fn pairs(desk: &Desk, asked: &AskPairs) -> Result<PairsView, AppError> {
    let limit = if asked.limit == 0 { LONGEST_PAGE } else { asked.limit.min(LONGEST_PAGE) };
    page(desk, &asked.which, asked.offset, limit).await
}

/// All pairs.
///
/// # Errors
/// What the store refuses.
pub async fn all(desk: &Desk) -> Result<Vec<PairView>, AppError> {
    Ok(page(desk, "", 0, u32::MAX).await?.pairs)
}

/// How many wait for somebody to say whether they are one.
///
/// # Errors
/// What the store refuses.
pub async fn count_pairs(desk: &Desk) -> Result<u32, AppError> {
    let all = Known::read(desk).await?.pairs();
    Ok(all.iter().filter(|found| is_of("open", found.state)).count() as u32)
}

/// The ways in which pairs are asked for.
const WHICH: [&str; 3] = ["open", "accepted", "refused"];

fn is_of(which: &str, state: PairState) -> bool {
    match which {
        "open" => matches!(state, PairState::Proposed | PairState::Contested),
        "accepted" => state == PairState::Accepted,
        "refused" => state == PairState::Refused,
        _ => true,
    }
}

async fn page(desk: &Desk, which: &str, offset: u32, limit: u32) -> Result<PairsView, AppError> {
    if !which.is_empty() && !WHICH.contains(&which) {
        return Err(AppError::new("unknown-state", &[("name", which), ("known", &WHICH.join(", "))]));
    }
    let known = Known::read(desk).await?;
    let found = known.pairs();
    let count = |which: &str| found.iter().filter(|it| is_of(which, it.state)).count() as u32;
    let (open, accepted, refused) = (count("open"), count("accepted"), count("refused"));
    let asked: Vec<&Found> = found.iter().filter(|it| is_of(which, it.state)).collect();
    let total = asked.len() as u32;
    let shown: Vec<&Found> = asked.into_iter().skip(offset as usize).take(limit as usize).collect();
    let pairs = told(desk, &shown).await?;
    Ok(PairsView { open, accepted, refused, pairs, total })
}

/// A pair of which both are there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) pair: Pair,
    pub(crate) state: PairState,
    apart: Option<i64>,
    likeness: Option<f64>,
}

/// What was said of pairs, and which others are alike.
struct Known {
    doubles: Doubles,
    alike: BTreeMap<Pair, (f64, Option<i64>)>,
    /// When each was noted, of those that are there.
    noted: BTreeMap<RecordId, (i64, bool)>,
}

impl Known {
    async fn read(desk: &Desk) -> Result<Self, AppError> {
        let doubles = desk.store().doubles().await?;
        let alikes = desk.alikes().await?;
        let mut noted = BTreeMap::new();
        let named: BTreeSet<RecordId> = doubles.said().flat_map(|(pair, _)| pair.both()).collect();
        for (id, recorded_at, said_at) in desk.store().times_of(&named).await? {
            noted.insert(id, proposed::moment(recorded_at, said_at));
        }
        let alike = alikes.pairs.iter().filter_map(|it| Some((Pair::of(it.one, it.other)?, (it.likeness, it.apart))));
        noted.extend(alikes.noted.iter().map(|(id, at)| (*id, *at)));
        Ok(Self { alike: alike.collect(), doubles, noted })
    }

    /// All pairs of which both are there, in the order in which the first of each was noted.
    fn pairs(&self) -> Vec<Found> {
        let said = self.doubles.said();
        let open = self.alike.keys().filter(|pair| self.is_open(**pair)).map(|pair| (*pair, PairState::Proposed));
        let mut found: Vec<Found> = said
            .chain(open)
            .filter(|(pair, _)| pair.both().iter().all(|id| self.noted.contains_key(id)))
            .map(|(pair, state)| Found {
                pair,
                state,
                apart: self.apart(pair),
                likeness: self.alike.get(&pair).map(|(likeness, _)| *likeness),
            })
            .collect();
        found.sort_by_key(|it| (it.state != PairState::Contested, self.first_noted(it.pair), it.pair));
        found
    }

    /// Whether nobody has said anything of two that are alike, nor of others with which they are one.
    fn is_open(&self, pair: Pair) -> bool {
        let [one, other] = pair.both();
        if self.doubles.state(pair) != PairState::Proposed || self.doubles.are_one(one, other) {
            return false;
        }
        say::against(&self.doubles, one, other, None).is_none()
    }

    fn apart(&self, pair: Pair) -> Option<i64> {
        if let Some((_, apart)) = self.alike.get(&pair) {
            return *apart;
        }
        let [one, other] = pair.both().map(|id| self.noted.get(&id).copied());
        let ((one, whole), (other, also)) = (one?, other?);
        (!whole && !also).then(|| (one - other).abs())
    }

    fn first_noted(&self, pair: Pair) -> i64 {
        pair.both().iter().filter_map(|id| self.noted.get(id)).map(|(at, _)| *at).min().unwrap_or_default()
    }
}

const MINUTE: i64 = 60_000;

async fn told(desk: &Desk, shown: &[&Found]) -> Result<Vec<PairView>, AppError> {
    if shown.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: BTreeMap<RecordId, Contribution> = BTreeMap::new();
    for id in shown.iter().flat_map(|it| it.pair.both()) {
        if !rows.contains_key(&id) {
            rows.extend(desk.store().contribution(id).await?.map(|row| (id, row)));
        }
    }
    let structure = desk.structure().await?;
    let all: Vec<Contribution> = rows.values().cloned().collect();
    let labels = Labels::read(desk, &structure, &all).await?;
    let ids: Vec<RecordId> = rows.keys().copied().collect();
    let noted: BTreeMap<RecordId, Noted> = desk.store().noted_by(&ids).await?.into_iter().collect();
    let who = Who::read(desk).await?;
    let note = |contribution: &Contribution| NoteView {
        who: noted.get(&contribution.id).and_then(|noted| who.name(noted.author)).unwrap_or_default(),
        here: noted.get(&contribution.id).is_some_and(|noted| noted.is_own),
        series: contribution.reference.split('-').next().unwrap_or_default().to_owned(),
        row: labels.row(contribution),
    };
    let mut views = Vec::with_capacity(shown.len());
    for it in shown {
        let [Some(one), Some(other)] = it.pair.both().map(|id| rows.get(&id)) else { continue };
        let (one, other) = if one.recorded_at <= other.recorded_at { (one, other) } else { (other, one) };
        let mut with: BTreeSet<&String> = BTreeSet::new();
        let (here, there) = (labels.row(one).doubles, labels.row(other).doubles);
        with.extend(here.iter().chain(&there).filter(|it| **it != one.reference && **it != other.reference));
        views.push(PairView {
            state: it.state,
            one: note(one),
            other: note(other),
            minutes: it.apart.map(|apart| u32::try_from((apart + MINUTE / 2) / MINUTE).unwrap_or(u32::MAX)),
            likeness: it.likeness.map(|likeness| (likeness.min(1.0) * 100.0).round() as u32),
            with: with.into_iter().cloned().collect(),
        });
    }
    Ok(views)
}
