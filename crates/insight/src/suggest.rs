//! Which nodes of a framework a text may be about: by the framework's own words, and by a list of ours beside them.
//!
//! A clue weighs more the fewer nodes share it. Where several clues stand on the same words of a text, the weightiest
//! counts, once for each node.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use anteroom_model::folding::{Word, words};

/// The most nodes that are proposed for one text.
pub const MOST: usize = 5;

/// What the clues to a node must weigh together: of thirty nodes, one clue of our list that four share at most, or two
/// words of a title.
const ENOUGH: f64 = 2.0;

/// A node is left out whose clues weigh less than this part of the first one's.
const BESIDE_THE_FIRST: f64 = 0.4;

/// What a word of an official title weighs beside one of our list: titles speak the language of resolutions.
const OF_A_TITLE: f64 = 0.5;

/// Where a clue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A title in the framework: each of its words is a clue.
    Framework,
    /// Our list, taken as it stands: `*` behind a word says that it may go on.
    Ours,
}

/// Words by which a text about `node` may be known.
#[derive(Clone, Copy, Debug)]
pub struct Clue<'a> {
    pub node: &'a str,
    /// BCP 47, without a region.
    pub language: &'a str,
    pub words: &'a str,
    pub source: Source,
}

/// A node that a text may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    pub node: String,
    /// Whether it rests on our list alone: none of the framework's own words is in the text.
    pub ours: bool,
}

/// All clues, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    nodes: Vec<String>,
    languages: BTreeMap<String, Language>,
}

/// The clues in one language.
#[derive(Clone, Debug, Default)]
struct Language {
    clues: Vec<Expected>,
    /// The clues by their first word, where it must stand as it is.
    whole: HashMap<String, Vec<usize>>,
    /// The same where it may go on.
    beginning: HashMap<String, Vec<usize>>,
}

/// A clue as it is looked for, and whose it is.
#[derive(Clone, Debug)]
struct Expected {
    words: Vec<Part>,
    nodes: BTreeSet<(usize, Source)>,
    weight: f64,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    folded: String,
    goes_on: bool,
}

/// Whose each clue is.
type Owners = BTreeMap<Vec<Part>, BTreeSet<(usize, Source)>>;

/// A clue to a node that was found: how many words it covers from where, and what it weighs.
#[derive(Clone, Copy)]
struct Sighting {
    node: usize,
    clue: usize,
    from: usize,
    words: usize,
    source: Source,
    weight: f64,
}

impl Suggestions {
    /// Gets `clues` ready. `common` names, per language, words of titles that say nothing of what they are about.
    pub fn of<'a>(clues: impl IntoIterator<Item = Clue<'a>>, common: &BTreeMap<String, Vec<String>>) -> Self {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut suggestions = Self::default();
        let mut expected: BTreeMap<&str, Owners> = BTreeMap::new();
        let common: BTreeMap<&str, HashSet<String>> = common
            .iter()
            .map(|(language, common)| {
                (language.as_str(), common.iter().flat_map(|word| words(word)).map(|word| word.folded).collect())
            })
            .collect();
        for clue in clues {
            let place = *places.entry(clue.node).or_insert_with(|| {
                suggestions.nodes.push(clue.node.to_owned());
                suggestions.nodes.len() - 1
            });
            let known = expected.entry(clue.language).or_default();
            let parts = match clue.source {
                Source::Ours => vec![as_listed(clue.words)],
                Source::Framework => of_a_title(clue.words, common.get(clue.language)),
            };
            for parts in parts.into_iter().filter(|parts| !parts.is_empty()) {
                known.entry(parts).or_default().insert((place, clue.source));
            }
        }
        suggestions.languages =
            expected.into_iter().map(|(language, clues)| (language.to_owned(), Language::of(clues))).collect();
        suggestions
    }

    /// The nodes that `text` may be about, likeliest first: at most [`MOST`], and none of which too little speaks.
    /// `language` is BCP 47; in a language without clues nothing is proposed.
    pub fn suggest(&self, text: &str, language: &str) -> Vec<Suggested> {
        let language = language.split('-').next().unwrap_or_default();
        let Some(clues) = self.languages.get(language) else { return Vec::new() };
        let mut weighed: Vec<(usize, Evidence)> = clues.weigh(text).into_iter().collect();
        weighed.retain(|(_, evidence)| evidence.weight >= ENOUGH);
        weighed.sort_by(|(one, for_one), (other, for_other)| {
            for_other.weight.total_cmp(&for_one.weight).then(one.cmp(other))
        });
        let least = weighed.first().map_or(0.0, |(_, best)| best.weight * BESIDE_THE_FIRST);
        weighed
            .into_iter()
            .take_while(|(_, evidence)| evidence.weight >= least)
            .take(MOST)
            .map(|(node, evidence)| Suggested { node: self.nodes[node].clone(), ours: !evidence.of_the_framework })
            .collect()
    }
}

/// What speaks for one node.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    weight: f64,
    /// Whether a word of its title is in the text.
    of_the_framework: bool,
}

impl Language {
    fn of(expected: Owners) -> Self {
        let mut language = Self::default();
        for (words, nodes) in expected {
            let place = language.clues.len();
            if let Some(Part { folded, goes_on }) = words.first() {
                let by = if *goes_on { &mut language.beginning } else { &mut language.whole };
                by.entry(folded.clone()).or_default().push(place);
            }
            language.clues.push(Expected { words, nodes, weight: 0.0 });
        }
        let nodes: HashSet<usize> = language.clues.iter().flat_map(|clue| &clue.nodes).map(|(node, _)| *node).collect();
        let weights: Vec<f64> = language.clues.iter().map(|clue| language.rarity(clue, nodes.len())).collect();
        for (clue, weight) in language.clues.iter_mut().zip(weights) {
            clue.weight = weight;
        }
        language
    }

    /// How much a clue says: nothing where all `nodes` share it.
    fn rarity(&self, clue: &Expected, nodes: usize) -> f64 {
        let spelled: Vec<Vec<&str>> = clue.words.iter().map(|part| vec![part.folded.as_str()]).collect();
        let sharing: BTreeSet<usize> = self
            .starting_at(&spelled)
            .filter(|(_, length)| *length == clue.words.len())
            .flat_map(|(other, _)| self.clues[other].nodes.iter().map(|(node, _)| *node))
            .chain(clue.nodes.iter().map(|(node, _)| *node))
            .collect();
        (nodes.max(1) as f64 / sharing.len().max(1) as f64).ln()
    }

    /// The clues that stand at the beginning of `words`, each of which may be read in several ways, and their lengths.
    fn starting_at<'s>(&'s self, words: &'s [Vec<&'s str>]) -> impl Iterator<Item = (usize, usize)> + 's {
        let readings = words.first().map(Vec::as_slice).unwrap_or_default();
        let candidates = readings.iter().flat_map(|reading| {
            let whole = self.whole.get(*reading).into_iter().flatten();
            let ends = reading.char_indices().skip(1).map(|(at, _)| at).chain([reading.len()]);
            let beginning = ends.filter_map(|end| self.beginning.get(&reading[..end])).flatten();
            whole.chain(beginning).copied()
        });
        candidates.filter_map(move |clue| {
            let parts = &self.clues[clue].words;
            let stands = parts.len() <= words.len()
                && parts.iter().zip(words).all(|(part, readings)| readings.iter().any(|reading| part.fits(reading)));
            stands.then_some((clue, parts.len()))
        })
    }

    fn weigh(&self, text: &str) -> BTreeMap<usize, Evidence> {
        let found: Vec<Word> = words(text).collect();
        let readings: Vec<Vec<&str>> = found.iter().map(|word| readings(&word.folded)).collect();
        let mut sightings: Vec<Sighting> = Vec::new();
        for from in 0..readings.len() {
            for (clue, words) in self.starting_at(&readings[from..]) {
                let Expected { nodes, weight, .. } = &self.clues[clue];
                sightings.extend(nodes.iter().map(|(node, source)| Sighting {
                    node: *node,
                    clue,
                    from,
                    words,
                    source: *source,
                    weight: if *source == Source::Ours { *weight } else { weight * OF_A_TITLE },
                }));
            }
        }
        // The weightiest first, and of equals the longer, which says more.
        sightings.sort_by(|one, other| other.weight.total_cmp(&one.weight).then(other.words.cmp(&one.words)));
        let mut weighed: BTreeMap<usize, Evidence> = BTreeMap::new();
        let (mut taken, mut counted) = (HashSet::new(), HashSet::new());
        for Sighting { node, clue, from, words, source, weight } in sightings {
            let evidence = weighed.entry(node).or_default();
            evidence.of_the_framework |= source == Source::Framework;
            let places = from..from + words;
            if places.clone().all(|at| !taken.contains(&(node, at))) && counted.insert((node, clue)) {
                taken.extend(places.map(|at| (node, at)));
                evidence.weight += weight;
            }
        }
        weighed
    }
}

impl Part {
    fn fits(&self, reading: &str) -> bool {
        if self.goes_on { reading.starts_with(&self.folded) } else { reading == self.folded }
    }
}

/// An entry of our list: `trade union*`.
fn as_listed(entry: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for written in entry.split(' ') {
        let goes_on = written.ends_with('*');
        parts.extend(
            words(written).map(|word| Part { folded: without_article(&word.folded).to_owned(), goes_on: false }),
        );
        if let Some(last) = parts.last_mut().filter(|_| goes_on) {
            last.goes_on = true;
        }
    }
    parts
}

/// The words of a title that say something, each a clue of its own. Where a script puts no blanks between words, two
/// characters side by side are taken for one.
fn of_a_title(title: &str, common: Option<&HashSet<String>>) -> Vec<Vec<Part>> {
    let found: Vec<Word> = words(title).collect();
    let stands_alone = |at: usize| {
        let touches = |one: &Word, other: &Word| one.to == other.from;
        at > 0 && touches(&found[at - 1], &found[at]) || found.get(at + 1).is_some_and(|next| touches(&found[at], next))
    };
    let is_common = |word: &str| common.is_some_and(|common| common.contains(word));
    let mut clues = Vec::new();
    for (at, word) in found.iter().enumerate() {
        if stands_alone(at) {
            let next = found.get(at + 1).filter(|next| next.from == word.to);
            clues.extend(
                next.map(|next| [word, next].map(|word| Part { folded: word.folded.clone(), goes_on: false }).to_vec()),
            );
        } else if !is_common(&word.folded) && word.folded.chars().count() >= SHORTEST {
            clues.push(vec![without_ending(without_article(&word.folded))]);
        }
    }
    clues
}

/// A word of a title with fewer letters says nothing.
const SHORTEST: usize = 3;

/// A word as it begins in its other forms too: the longer it is, the more of its end may change.
fn without_ending(word: &str) -> Part {
    let letters = word.chars().count();
    let kept = match letters {
        ..=4 => letters,
        5..=7 => letters - 1,
        8..=9 => letters - 2,
        _ => letters - 3,
    };
    Part { folded: word.chars().take(kept).collect(), goes_on: letters > 4 }
}

const ARTICLE: &str = "ال";

/// What must remain of an Arabic word when something is taken off its beginning.
const ROOT: usize = 3;

fn without_article(word: &str) -> &str {
    word.strip_prefix(ARTICLE).filter(|rest| is_root(rest)).unwrap_or(word)
}

fn is_root(word: &str) -> bool {
    word.chars().count() >= ROOT
}

/// How a word may be read: as it stands, and in Arabic without what is written together with it, “and by the”.
fn readings(word: &str) -> Vec<&str> {
    let mut readings = vec![word];
    if !word.starts_with(|first| ('\u{621}'..='\u{64a}').contains(&first)) {
        return readings;
    }
    for prefixes in [&['و', 'ف'][..], &['ب', 'ك', 'ل', 'س']] {
        let shorter: Vec<&str> = readings.iter().filter_map(|word| word.strip_prefix(prefixes)).collect();
        readings.extend(shorter.into_iter().filter(|word| is_root(word)));
    }
    let bare: Vec<&str> = readings.iter().map(|word| without_article(word)).collect();
    // “To the” loses its alif: للعمال.
    let to_the = word.strip_prefix("لل").or_else(|| word.strip_prefix("ولل")).filter(|rest| is_root(rest));
    readings.extend(bare.into_iter().chain(to_the));
    readings.sort_unstable();
    readings.dedup();
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLES: &[(&str, &str, &str)] = &[
        ("work", "en", "Facilitate fair recruitment and decent work"),
        ("detention", "en", "Use detention only as a last resort"),
        ("water", "en", "Clean water and sanitation"),
        ("data", "en", "Collect accurate data"),
        ("lives", "en", "Save lives at sea"),
        ("skills", "en", "Recognition of skills"),
        ("return", "en", "Dignified return"),
        ("services", "en", "Access to basic services"),
        ("rights", "en", "The rights of all"),
        ("people", "zh", "以人为中心"),
    ];

    const OURS: &[(&str, &str, &str)] = &[
        ("work", "en", "foreman"),
        ("work", "en", "trade union*"),
        ("return", "en", "return*"),
        ("detention", "ru", "под стражей"),
        ("detention", "ar", "احتجاز"),
        ("detention", "zh", "拘留"),
        ("work", "ru", "работодател*"),
        ("work", "ar", "عمال"),
        ("work", "zh", "招聘"),
        ("data", "ru", "статист*"),
        ("data", "ar", "بيانات"),
        ("data", "zh", "统计"),
        ("lives", "ru", "спасен*"),
        ("lives", "ar", "انقاذ"),
        ("lives", "zh", "搜救"),
        ("water", "ru", "вода"),
        ("skills", "ru", "диплом*"),
        ("return", "ru", "возвращен*"),
        ("services", "ru", "больниц*"),
        ("water", "ar", "مياه"),
        ("skills", "ar", "شهادات"),
        ("return", "ar", "ترحيل"),
        ("services", "ar", "مستشفى"),
        ("water", "zh", "饮水"),
        ("skills", "zh", "文凭"),
        ("return", "zh", "遣返"),
        ("services", "zh", "医院"),
    ];

    fn suggestions() -> Suggestions {
        let clue = |source| {
            move |&(node, language, words): &(&'static str, &'static str, &'static str)| Clue {
                node,
                language,
                words,
                source,
            }
        };
        let clues = TITLES.iter().map(clue(Source::Framework)).chain(OURS.iter().map(clue(Source::Ours)));
        let common = ["only", "last", "use", "all", "the", "and", "accurate"].map(str::to_owned).to_vec();
        Suggestions::of(clues, &BTreeMap::from([("en".to_owned(), common)]))
    }

    fn suggest(text: &str, language: &str) -> Vec<(String, bool)> {
        suggestions().suggest(text, language).into_iter().map(|suggested| (suggested.node, suggested.ours)).collect()
    }

    fn only(node: &str, ours: bool) -> Vec<(String, bool)> {
        vec![(node.to_owned(), ours)]
    }

    #[test]
    fn a_word_of_ours_is_enough_and_is_said_to_be_ours() {
        assert_eq!(suggest("The foreman keeps our papers.", "en"), only("work", true));
        assert_eq!(suggest("Two Trade Unions came.", "en-GB"), only("work", true), "the last word may go on");
        assert_eq!(suggest("We trade with the union.", "en"), [], "the words stand side by side");
    }

    #[test]
    fn one_word_of_a_title_is_not_enough_and_two_are_the_frameworks() {
        assert_eq!(suggest("Recruitment is slow.", "en"), []);
        assert_eq!(suggest("Recruiters? No: recruitment for decent pay.", "en"), only("work", false));
        assert_eq!(suggest("They returned.", "en"), only("return", false), "the title has the word too");
        assert_eq!(suggest("Use only the last and all of the accurate.", "en"), [], "common words say nothing");
    }

    #[test]
    fn every_script_is_read_in_its_own_way() {
        assert_eq!(suggest("Их держат под стражей восемь месяцев.", "ru"), only("detention", true));
        assert_eq!(suggest("وبالاحتجاز لا يُحلّ شيء", "ar"), only("detention", true), "and by the …");
        assert_eq!(suggest("للعمال حقوق", "ar"), only("work", true), "to the …");
        assert_eq!(suggest("拘留所里没有医生。", "zh"), only("detention", true));
    }

    #[test]
    fn saying_it_again_and_again_weighs_no_more_than_once() {
        let many = "foreman ".repeat(50) + "and the return of the water, clean and with sanitation";
        let named: Vec<_> = suggest(&many, "en").into_iter().map(|(node, _)| node).collect();
        assert!(named.contains(&"water".to_owned()) && named.contains(&"work".to_owned()), "{named:?}");
    }

    #[test]
    fn nothing_is_proposed_from_nothing_or_in_an_unknown_language() {
        for (text, language) in [("", "en"), ("Yes.", "en"), ("The foreman.", "de"), ("The foreman.", "")] {
            assert_eq!(suggest(text, language), [], "{text:?} in {language:?}");
        }
        assert!(Suggestions::default().suggest("The foreman.", "en").is_empty());
    }

    #[test]
    fn at_most_five_are_proposed() {
        let all: Vec<String> =
            OURS.iter().filter(|(_, language, _)| *language == "zh").map(|it| it.2.to_owned()).collect();
        assert_eq!(suggest(&all.join("，"), "zh").len(), MOST);
    }
}
