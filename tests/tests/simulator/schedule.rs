//! One seed gives the whole schedule: who takes part, whose clock is wrong, what happens and in which order.

use fastrand::Rng;

use crate::world::{A, B, C, D, F, T};

#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) seed: u64,
    /// Some of the six; the founder is always there.
    pub(crate) cast: Vec<usize>,
    /// By how much the clock of each is wrong.
    pub(crate) skews: Vec<i64>,
    /// Whose second laptop is there too, by place in the cast.
    pub(crate) second: Option<usize>,
    pub(crate) steps: Vec<Step>,
}

/// One step; the numbers choose among what there is at that moment, so that any part of a schedule is one itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) what: What,
    pub(crate) who: usize,
    pub(crate) which: usize,
    pub(crate) how: usize,
    pub(crate) more: usize,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum What {
    Create,
    Attach,
    Import,
    Edit,
    EditTwo,
    Permit,
    ClaimCreation,
    Newer,
    Erase,
    EraseMany,
    TakeBack,
    Undo,
    Member,
    RefuseAll,
    Readmit,
    TakeOver,
    Rule,
    Branch,
    Lost,
    Confirm,
    Sheet,
    HandOver,
    HandOverNewest,
    Write,
    Deliver,
    Lose,
    Everybody,
    Part,
    Meet,
    Clone,
    SameNonce,
    BackUp,
    Restore,
    CrashInMerge,
    CrashInWriting,
}

use What::*;

type Mix = &'static [(u32, What)];

/// Some of everything; then more of what belongs together, so that rare things meet.
const MIXES: &[Mix] = &[
    &[
        (4, Create),
        (2, Attach),
        (1, Import),
        (5, Edit),
        (1, EditTwo),
        (2, Permit),
        (1, ClaimCreation),
        (2, Newer),
        (2, Erase),
        (1, EraseMany),
        (1, TakeBack),
        (2, Undo),
        (3, Member),
        (1, RefuseAll),
        (1, Readmit),
        (1, TakeOver),
        (2, Rule),
        (2, Branch),
        (1, Lost),
        (1, Confirm),
        (1, Sheet),
        (6, HandOver),
        (2, HandOverNewest),
        (3, Write),
        (3, Deliver),
        (1, Lose),
        (1, Everybody),
        (1, Part),
        (1, Meet),
        (1, Clone),
        (1, SameNonce),
        (1, BackUp),
        (1, Restore),
        (2, CrashInMerge),
        (1, CrashInWriting),
    ],
    // Who decides.
    &[
        (6, Member),
        (1, RefuseAll),
        (2, Readmit),
        (2, TakeOver),
        (1, Create),
        (1, Edit),
        (1, Erase),
        (1, Rule),
        (5, HandOver),
        (1, Clone),
        (1, Branch),
        (1, Sheet),
        (1, Part),
        (1, Meet),
        (1, CrashInMerge),
    ],
    // What is erased.
    &[
        (3, Create),
        (3, Attach),
        (3, Import),
        (3, Edit),
        (3, Erase),
        (3, EraseMany),
        (4, Member),
        (1, RefuseAll),
        (2, Confirm),
        (4, HandOver),
        (1, Everybody),
        (1, Write),
        (1, Deliver),
        (1, TakeBack),
        (1, Rule),
        (1, CrashInMerge),
        (1, Sheet),
    ],
    // Series that fork.
    &[
        (4, Create),
        (1, Edit),
        (2, Member),
        (2, Clone),
        (5, Branch),
        (4, HandOver),
        (3, Everybody),
        (3, Lost),
        (1, BackUp),
        (1, Restore),
        (1, Erase),
        (1, SameNonce),
        (1, CrashInWriting),
    ],
    // What lies behind gaps.
    &[
        (6, Create),
        (2, Edit),
        (1, Erase),
        (1, Member),
        (6, HandOverNewest),
        (2, HandOver),
        (4, Lost),
        (1, Branch),
        (1, Deliver),
        (1, Write),
        (1, CrashInMerge),
    ],
    // Words, and what may be done with them.
    &[
        (4, Undo),
        (2, Create),
        (2, Import),
        (6, Edit),
        (4, Permit),
        (2, EditTwo),
        (2, Newer),
        (1, Erase),
        (1, Member),
        (1, Rule),
        (4, HandOver),
        (1, Everybody),
        (1, Deliver),
    ],
    // Files on their way.
    &[
        (3, Create),
        (4, Edit),
        (1, Attach),
        (1, Erase),
        (1, Member),
        (6, Write),
        (6, Deliver),
        (2, Lose),
        (2, Part),
        (2, Meet),
        (3, CrashInMerge),
        (1, CrashInWriting),
        (1, BackUp),
        (1, Restore),
    ],
];

impl Schedule {
    pub(crate) fn of(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let mut others = vec![A, B, C, D, T];
        rng.shuffle(&mut others);
        others.truncate(rng.usize(1..=5));
        others.sort_unstable();
        let cast: Vec<usize> = std::iter::once(F).chain(others).collect();
        let skews = cast.iter().map(|_| skew(&mut rng)).collect();
        let second = (rng.u8(..4) == 0).then(|| rng.usize(..cast.len()));
        let mix = MIXES[rng.usize(..MIXES.len())];
        let steps = (0..rng.usize(4..44)).map(|_| step(mix, &mut rng)).collect();
        Self { seed, cast, skews, second, steps }
    }
}

/// Most clocks are right, some are off by a little, some by a day.
fn skew(rng: &mut Rng) -> i64 {
    match rng.u8(..6) {
        0 => rng.i64(-40..40),
        1 => [-86_400_000, 86_400_000][rng.usize(..2)],
        _ => 0,
    }
}

fn step(mix: Mix, rng: &mut Rng) -> Step {
    let mut left = rng.u32(..mix.iter().map(|(weight, _)| *weight).sum::<u32>());
    let drawn = mix.iter().find(|(weight, _)| {
        let here = left < *weight;
        left = left.saturating_sub(*weight);
        here
    });
    let what = drawn.expect("some weight is above what was drawn").1;
    // Half of what is done is done by the founder and the first after her, and to few records.
    let who = if rng.bool() { [0, 1, 1, 2, 2][rng.usize(..5)] } else { rng.usize(..64) };
    let few = rng.bool();
    let which = rng.usize(..if few { 2 } else { 64 });
    Step { what, who, which, how: rng.usize(..64), more: rng.usize(..64) }
}
