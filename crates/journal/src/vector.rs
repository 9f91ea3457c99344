//! What a copy has, in few words: per series the hash of each end and of each gap. Sequence numbers alone would lose
//! commits wherever two laptops have signed with one key.

use std::collections::{BTreeSet, HashSet};

use anteroom_model::ids::{DeviceId, Digest};

use crate::encoding::{Malformed, Reader, Writer};
use crate::standing::Standing;

/// Which commits a copy has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vector {
    /// For each end of a series: its last commit, and before it those 1, 2, 4, 8, … steps back. So whoever is behind
    /// finds one that he knows, and sends little that is known already.
    pub ends: Vec<Vec<Digest>>,
    /// The first commits after something that is not there.
    pub gaps: BTreeSet<Digest>,
}

impl Vector {
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.map(2);
        writer.uint(0);
        writer.list(self.ends.len());
        for ladder in &self.ends {
            writer.list(ladder.len());
            for hash in ladder {
                writer.bytes(&hash.0);
            }
        }
        writer.uint(1);
        writer.list(self.gaps.len());
        for hash in &self.gaps {
            writer.bytes(&hash.0);
        }
        writer.into_bytes()
    }

    pub fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        let mut vector = Self::default();
        let mut entries = reader.map()?;
        while let Some(key) = entries.next(&mut reader)? {
            match key {
                0 => vector.ends = (0..reader.list()?).map(|_| ladder(&mut reader)).collect::<Result<_, _>>()?,
                1 => vector.gaps = hashes(&mut reader)?.into_iter().collect(),
                _ => reader.skip()?,
            }
        }
        reader.finish()?;
        Ok(vector)
    }
}

/// One step at least: many without any would be few bytes and take much memory.
fn ladder(reader: &mut Reader<'_>) -> Result<Vec<Digest>, Malformed> {
    let hashes = hashes(reader)?;
    if hashes.is_empty() { Err(Malformed::Unexpected) } else { Ok(hashes) }
}

fn hashes(reader: &mut Reader<'_>) -> Result<Vec<Digest>, Malformed> {
    let length = reader.list()?;
    (0..length).map(|_| reader.fixed().map(Digest)).collect()
}

impl Standing {
    pub fn vector(&self) -> Vector {
        let mut vector = Vector::default();
        for device in self.devices() {
            for tip in self.tips(&device) {
                let (mut ladder, mut steps) = (vec![tip.hash], 1);
                let mut next = self.steps_before(&tip.hash, steps);
                while let Some(hash) = next {
                    ladder.push(hash);
                    next = self.steps_before(&hash, steps);
                    steps *= 2;
                }
                vector.ends.push(ladder);
            }
        }
        vector.ends.sort_unstable();
        vector.gaps = self.behind_gaps().into_iter().map(|(first, _)| first).collect();
        vector
    }

    /// The commits that a copy with this vector lacks, each series in its order.
    pub fn lacking_for(&self, vector: &Vector) -> Vec<Digest> {
        let heads: HashSet<Digest> =
            vector.ends.iter().filter_map(|ladder| ladder.iter().find(|hash| self.knows(hash))).copied().collect();
        let mut lacking = Vec::new();
        for device in self.devices() {
            let begins = lacking.len();
            match self.only_tip(&device).filter(|_| vector.gaps.is_empty()) {
                // Nearly always: what is new stands at the end of one chain.
                Some(tip) => {
                    let mut next = Some(tip);
                    while let Some(hash) = next.filter(|hash| !heads.contains(hash)) {
                        lacking.push(hash);
                        next = self.previous(&hash);
                    }
                    lacking[begins..].reverse();
                }
                None => lacking.extend(self.lacking_of(&device, vector, &heads)),
            }
        }
        lacking
    }

    /// The same of one device, whatever its series looks like.
    fn lacking_of(&self, device: &DeviceId, vector: &Vector, heads: &HashSet<Digest>) -> Vec<Digest> {
        let own = |hash: &Digest| self.commit(hash).is_some_and(|commit| commit.device == *device);
        let mut there = HashSet::new();
        for head in heads.iter().filter(|head| own(head)) {
            let mut next = Some(*head);
            while let Some(hash) = next.filter(|hash| there.insert(*hash)) {
                next = if vector.gaps.contains(&hash) { None } else { self.previous(&hash) };
            }
        }
        let mut lacking: Vec<(u64, Digest)> =
            self.of_device(device).filter(|(_, hash)| !there.contains(hash)).collect();
        lacking.sort_unstable();
        lacking.into_iter().map(|(_, hash)| hash).collect()
    }

    /// Commits that others here follow and that are not here: to be asked for by name.
    pub fn missing_commits(&self) -> BTreeSet<Digest> {
        self.behind_gaps().into_iter().map(|(_, missing)| missing).filter(|hash| !self.knows(hash)).collect()
    }
}
