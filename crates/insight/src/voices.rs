//! Who was heard in a segment, counted by distinct organisation: what decides whether a group hides its members.

use std::collections::BTreeMap;

use anteroom_model::ids::RecordId;
use anteroom_model::permission::Voices;
use anteroom_model::release::Cell;

/// Contributions of the segment that are alike, as far as counting voices goes.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The organisation that spoke; an unaffiliated speaker stands for themselves. All unknown speakers count as one.
    pub who: Option<RecordId>,
    pub groups: Vec<String>,
    pub language: String,
    /// How many contributions.
    pub times: u32,
}

type Said = BTreeMap<Option<RecordId>, u32>;

/// Counts the `voices` of one segment; `small` and `strict` are the consultation's.
pub fn cell(voices: &[Voice], small: u32, strict: bool) -> Cell {
    let (mut groups, mut languages) = (BTreeMap::<&str, Said>::new(), BTreeMap::<&str, Said>::new());
    let mut everyone = Said::new();
    for voice in voices {
        for group in &voice.groups {
            *groups.entry(group).or_default().entry(voice.who).or_default() += voice.times;
        }
        *everyone.entry(voice.who).or_default() += voice.times;
        *languages.entry(&voice.language).or_default().entry(voice.who).or_default() += voice.times;
    }
    let count =
        |said: BTreeMap<&str, Said>| said.into_iter().map(|(key, said)| (key.to_owned(), voices_of(&said))).collect();
    Cell { groups: count(groups), languages: count(languages), everyone: voices_of(&everyone), small, strict }
}

fn voices_of(said: &Said) -> Voices {
    Voices {
        organisations: said.len() as u32,
        said: said.values().sum(),
        most: said.values().copied().max().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(who: u8, groups: &[&str], language: &str) -> Voice {
        let who = (who > 0).then_some(RecordId([who; 16]));
        let groups = groups.iter().map(|group| (*group).to_owned()).collect();
        Voice { who, groups, language: language.to_owned(), times: 1 }
    }

    #[test]
    fn what_is_alike_may_be_counted_together() {
        let one_by_one = [voice(1, &["unions"], "en"), voice(1, &["unions"], "en"), voice(2, &["unions"], "fr")];
        let together = [Voice { times: 2, ..voice(1, &["unions"], "en") }, voice(2, &["unions"], "fr")];
        assert_eq!(cell(&together, 3, false), cell(&one_by_one, 3, false));
    }

    #[test]
    fn an_organisation_counts_once_however_often_it_speaks() {
        let heard = [voice(1, &["unions"], "en"), voice(1, &["unions"], "en"), voice(2, &["unions", "media"], "fr")];
        let cell = cell(&heard, 3, false);
        assert_eq!(cell.groups["unions"], Voices { organisations: 2, said: 3, most: 2 });
        assert_eq!(cell.groups["media"], Voices { organisations: 1, said: 1, most: 1 });
        assert_eq!(cell.languages["fr"].organisations, 1);
        assert_eq!(cell.everyone, Voices { organisations: 2, said: 3, most: 2 });
    }

    #[test]
    fn unknown_speakers_do_not_make_a_crowd() {
        let heard: Vec<_> = (0..5).map(|_| voice(0, &["unions"], "en")).collect();
        assert_eq!(cell(&heard, 3, false).groups["unions"].organisations, 1);
    }
}
