//! Which contributions two people may have noted of the same words: said in the same round, noted on two computers within
//! minutes, and alike. Only proposed; a person says whether they are one.
//!
//! What is compared are short runs of letters rather than words: they match across inflection, slips of the pen and
//! scripts that put no blanks between words, and no language has to be known. A translation shares none of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::num::NonZero;
use std::thread;

use anteroom_model::folding::{stands_alone, words};
use anteroom_model::ids::RecordId;

/// What somebody noted.
#[derive(Clone, Copy, Debug)]
pub struct Note<'a> {
    pub id: RecordId,
    /// Whose computer noted it: two notes of one are never the same.
    pub series: &'a str,
    /// The round it was said in, where that is known.
    pub round: Option<RecordId>,
    /// Milliseconds since 1970, UTC, by the clock of that computer.
    pub at: i64,
    /// Whether only the day of it is known.
    pub is_day: bool,
    /// For whom it was said, where that is known: two organisations do not say one thing.
    pub organisation: Option<RecordId>,
    pub text: &'a str,
}

/// Two notes that may be of the same words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alike {
    /// The smaller id.
    pub one: RecordId,
    pub other: RecordId,
    /// From 0, nothing in common, to 1, the same.
    pub likeness: f64,
    /// How long one was noted after the other, in milliseconds, each by its own clock; `None` where only a day is known.
    pub apart: Option<i64>,
}

/// How far apart two people may note one thing: ten minutes.
const WITHIN: i64 = 600_000;
const DAY: i64 = 86_400_000;
/// From here on two texts are alike.
const ALIKE: f64 = 0.5;
/// From here on they are so alike that they tell how far two clocks are apart.
const NEARLY_THE_SAME: f64 = 0.7;
/// As many as tell it: fewer may be chance.
const A_FEW: usize = 3;
/// A text that says less than this is like many others.
const LEAST: f64 = 14.0;
/// Of a text this long or longer, one that stands nearly whole in a longer one is alike, too.
const ENOUGH: f64 = 30.0;
/// How much of the shorter one must stand in the longer one, then.
const NEARLY_WHOLE: f64 = 0.8;
/// Of each text so many of its rarest runs lead to others.
const RAREST: usize = 16;
/// So many of these must lead to the same note.
const SHARED: usize = 3;
/// In a round of more notes than this, clocks are believed: nobody compares what lies hours apart.
const MANY: usize = 5_000;
/// What stands in more notes of a round than this leads nowhere: it is how people speak, or a letter that many sent.
const COMMON: usize = 60;

/// Which of these notes may be of the same words, the most alike first. Of two computers no note is in two pairs.
pub fn alike(notes: &[Note<'_>]) -> Vec<Alike> {
    let mut rounds: BTreeMap<RecordId, Vec<&Note<'_>>> = BTreeMap::new();
    // A day ends at midnight, UTC, in the middle of an evening elsewhere: two ways to cut, so that one holds any ten minutes.
    let mut days: BTreeMap<(bool, i64), Vec<&Note<'_>>> = BTreeMap::new();
    for note in notes {
        if let Some(round) = note.round {
            rounds.entry(round).or_default().push(note);
        }
        days.entry((false, note.at.div_euclid(DAY))).or_default().push(note);
        if !note.is_day {
            days.entry((true, (note.at + DAY / 2).div_euclid(DAY))).or_default().push(note);
        }
    }
    let rounds = rounds.values().map(|notes| Place { notes, is_day: false });
    let days = days.values().filter(|notes| notes.iter().any(|note| note.round.is_none()));
    let places = rounds.chain(days.map(|notes| Place { notes, is_day: true }));
    let places: Vec<Place<'_, '_>> = places.filter(|place| are_of_several(place.notes)).collect();
    let found: BTreeMap<(RecordId, RecordId), Match<'_>> =
        in_all(&places, notes.len()).into_iter().map(|it| (it.ids(), it)).collect();
    one_to_one(found.into_values().collect())
}

/// What was noted in one round, or on one day by who noted no round.
struct Place<'p, 'a> {
    notes: &'p [&'a Note<'a>],
    /// Of a day, only what has no round is compared, with all the rest.
    is_day: bool,
}

/// Place by place; of many notes on as many threads as there are.
fn in_all<'a>(places: &[Place<'_, 'a>], notes: usize) -> Vec<Match<'a>> {
    let one_by_one = |places: &[Place<'_, 'a>]| places.iter().flat_map(matches).collect::<Vec<_>>();
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(8);
    if notes <= MANY || threads == 1 {
        return one_by_one(places);
    }
    thread::scope(|scope| {
        let parts: Vec<_> = places
            .chunks(places.len().div_ceil(threads).max(1))
            .map(|part| (part, scope.spawn(move || one_by_one(part))))
            .collect();
        // A thread that failed is made good for here: the same work, one after the other.
        parts.into_iter().flat_map(|(part, thread)| thread.join().unwrap_or_else(|_| one_by_one(part))).collect()
    })
}

fn are_of_several(notes: &[&Note<'_>]) -> bool {
    notes.iter().any(|note| note.series != notes[0].series)
}

struct Match<'a> {
    one: &'a Note<'a>,
    other: &'a Note<'a>,
    likeness: f64,
}

impl Match<'_> {
    fn ids(&self) -> (RecordId, RecordId) {
        (self.one.id.min(self.other.id), self.one.id.max(self.other.id))
    }

    /// By how much the second one is later; the first is of the series that comes first.
    fn later(&self) -> i64 {
        self.other.at - self.one.at
    }

    fn series(&self) -> (&str, &str) {
        (self.one.series, self.other.series)
    }

    fn is_day(&self) -> bool {
        self.one.is_day || self.other.is_day
    }
}

/// Pairs of one place that are alike and near in time, or would be if two clocks were set alike.
fn matches<'a>(place: &Place<'_, 'a>) -> Vec<Match<'a>> {
    let Place { notes, is_day } = *place;
    let fits = |one: &Note<'_>, other: &Note<'_>| !is_day || one.round.is_none() || other.round.is_none();
    let runs: Vec<Vec<Run>> = notes.iter().map(|note| runs(note.text)).collect();
    let mut holding: HashMap<u64, Vec<u32>, BuildHasherDefault<AsItIs>> = HashMap::default();
    for (place, runs) in (0_u32..).zip(&runs) {
        for run in runs {
            holding.entry(run.hash).or_default().push(place);
        }
    }
    let many = notes.len() > MANY;
    let mut found: BTreeMap<(usize, usize), Match<'a>> = BTreeMap::new();
    let mut led_to: Vec<usize> = Vec::new();
    for (place, of) in runs.iter().enumerate() {
        let mut shared: Vec<&Vec<u32>> =
            of.iter().filter_map(|run| holding.get(&run.hash)).filter(|at| (2..=COMMON).contains(&at.len())).collect();
        shared.sort_unstable_by_key(|at| (at.len(), at.first().copied()));
        led_to.clear();
        led_to.extend(shared.into_iter().take(RAREST).flatten().map(|at| *at as usize).filter(|at| *at != place));
        led_to.sort_unstable();
        for same in led_to.chunk_by(PartialEq::eq).filter(|same| same.len() >= SHARED) {
            let (first, second) =
                if notes[place].series < notes[same[0]].series { (place, same[0]) } else { (same[0], place) };
            let (one, other) = (notes[first], notes[second]);
            if one.series == other.series || !fits(one, other) || !may_be_one(one, other) {
                continue;
            }
            if many && !one.is_day && !other.is_day && (one.at - other.at).abs() > WITHIN {
                continue;
            }
            let likeness = likeness(&runs[first], &runs[second]);
            if likeness >= ALIKE {
                found.insert((first, second), Match { one, other, likeness });
            }
        }
    }
    near_in_time(found.into_values().collect())
}

fn may_be_one(one: &Note<'_>, other: &Note<'_>) -> bool {
    one.organisation.is_none() || other.organisation.is_none() || one.organisation == other.organisation
}

/// Those that were noted within minutes, by clocks of which one may be off.
fn near_in_time(all: Vec<Match<'_>>) -> Vec<Match<'_>> {
    let mut later: BTreeMap<(&str, &str), Vec<i64>> = BTreeMap::new();
    for it in all.iter().filter(|it| it.likeness >= NEARLY_THE_SAME && !it.is_day()) {
        later.entry(it.series()).or_default().push(it.later());
    }
    let off: BTreeMap<(String, String), i64> = later
        .into_iter()
        .filter_map(|((one, other), later)| Some(((one.to_owned(), other.to_owned()), clock_off(later)?)))
        .collect();
    let near = |it: &Match<'_>| {
        let (one, other) = it.series();
        let off = off.get(&(one.to_owned(), other.to_owned())).copied().unwrap_or_default();
        if it.is_day() {
            it.later().abs() <= DAY
        } else {
            it.later().abs() <= WITHIN || (it.later() - off).abs() <= WITHIN
        }
    };
    all.into_iter().filter(near).collect()
}

/// By how much the clock of one computer is before that of another, where what both noted says so: most of what is nearly the
/// same lies as far apart.
fn clock_off(mut later: Vec<i64>) -> Option<i64> {
    if later.len() < A_FEW {
        return None;
    }
    later.sort_unstable();
    let middle = later[later.len() / 2];
    let agree = later.iter().filter(|it| (**it - middle).abs() <= WITHIN).count();
    (agree >= A_FEW && agree * 2 > later.len()).then_some(middle)
}

/// The most alike first; a note goes with one of each other computer.
fn one_to_one(mut all: Vec<Match<'_>>) -> Vec<Alike> {
    all.sort_by(|one, other| {
        let order = other.likeness.total_cmp(&one.likeness);
        order.then_with(|| one.later().abs().cmp(&other.later().abs())).then_with(|| one.ids().cmp(&other.ids()))
    });
    let mut taken: BTreeSet<(RecordId, &str)> = BTreeSet::new();
    let mut alike = Vec::new();
    for it in &all {
        let ends = [(it.one.id, it.other.series), (it.other.id, it.one.series)];
        if ends.iter().any(|end| taken.contains(end)) {
            continue;
        }
        taken.extend(ends);
        let (one, other) = it.ids();
        let apart = (!it.is_day()).then(|| it.later().abs());
        alike.push(Alike { one, other, likeness: it.likeness, apart });
    }
    alike
}

/// A run of letters of a text, and how much it says.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Run {
    hash: u64,
    weight: f64,
}

/// How many letters a run has.
const LETTERS: usize = 4;

/// The runs of a text, each once, in the order of their hashes: of each word its runs of four letters, edges counted; of
/// scripts without blanks, two characters side by side.
fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut before: Option<(char, usize)> = None;
    for word in words(text) {
        let mut letters: Vec<char> = word.folded.chars().collect();
        if let [letter, ..] = letters[..]
            && stands_alone(letter)
        {
            if let Some((last, end)) = before
                && end == word.from
            {
                runs.push(Run { hash: hash(&[last, letter]), weight: weight_of(letter) });
            }
            before = Some((letter, word.to));
            continue;
        }
        before = None;
        letters.insert(0, ' ');
        letters.push(' ');
        let size = LETTERS.min(letters.len());
        runs.extend(letters.windows(size).map(|run| Run { hash: hash(run), weight: 1.0 }));
    }
    runs.sort_unstable_by_key(|run| run.hash);
    runs.dedup_by_key(|run| run.hash);
    runs
}

/// Two Han characters say as much as a short word, two of an alphabet as much as a run.
fn weight_of(letter: char) -> f64 {
    if matches!(u32::from(letter), 0x3005..=0x3007 | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF) {
        2.5
    } else {
        1.0
    }
}

/// FNV-1a: the same on every computer, and quick for a few letters.
fn hash(letters: &[char]) -> u64 {
    letters.iter().fold(0xcbf2_9ce4_8422_2325, |hash, letter| {
        (hash ^ u64::from(u32::from(*letter))).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Hashes what is a hash already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        // The low bits choose the place: those of FNV-1a are its best.
        self.0 = hash;
    }
}

/// How alike two texts are: what they share of both; or, of a longer and a shorter one, how much of that one.
fn likeness(one: &[Run], other: &[Run]) -> f64 {
    let says = |runs: &[Run]| runs.iter().map(|run| run.weight).sum::<f64>();
    let (here, there) = (says(one), says(other));
    let less = here.min(there);
    if less < LEAST {
        return 0.0;
    }
    let both = shared(one, other);
    let of_both = 2.0 * both / (here + there);
    let of_the_shorter = both / less;
    if less >= ENOUGH && of_the_shorter >= NEARLY_WHOLE { of_both.max(of_the_shorter * 0.8) } else { of_both }
}

fn shared(one: &[Run], other: &[Run]) -> f64 {
    let (mut at, mut against, mut both) = (0, 0, 0.0);
    while at < one.len() && against < other.len() {
        match one[at].hash.cmp(&other[against].hash) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => against += 1,
            std::cmp::Ordering::Equal => {
                both += one[at].weight;
                at += 1;
                against += 1;
            }
        }
    }
    both
}

#[cfg(test)]
mod tests;
