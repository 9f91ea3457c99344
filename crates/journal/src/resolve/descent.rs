//! Which revision was written in knowledge of which. Descent runs through revisions that do not count.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::ids::Digest;

use super::RevisionSeen;

/// The revisions of a record and its twins, each once, sorted by digest, and who follows whom.
#[derive(Debug)]
pub(super) struct Descent<'a> {
    seen: Vec<&'a RevisionSeen>,
    /// Of each: what it follows. Numbers from `seen.len()` on stand for `unknown`.
    parents: Vec<Vec<usize>>,
    unknown: Vec<Digest>,
}

/// Up to two of the revisions from which something was reached: with two, one of them is another than itself.
#[derive(Clone, Copy, Default)]
struct From([Option<usize>; 2]);

impl From {
    /// Whether this was news.
    fn add(&mut self, from: usize) -> bool {
        let Self([first, second]) = self;
        match (&first, &second) {
            (None, _) => *first = Some(from),
            (Some(known), None) if *known != from => *second = Some(from),
            _ => return false,
        }
        true
    }

    fn any(self) -> bool {
        self.0[0].is_some()
    }

    fn any_but(self, itself: usize) -> bool {
        self.0.into_iter().flatten().any(|from| from != itself)
    }
}

impl<'a> Descent<'a> {
    pub(super) fn of(revisions: &'a [RevisionSeen]) -> Self {
        // A stranger may name a digest of somebody else's revision under other parents: the one that counts holds.
        let mut seen: Vec<&RevisionSeen> = revisions.iter().collect();
        seen.sort_unstable_by_key(|seen| (seen.digest, seen.record, seen.weight, seen.commit));
        seen.dedup_by_key(|seen| (seen.digest, seen.record));
        let mut unknown = BTreeMap::new();
        let known = seen.len();
        let mut parents = Vec::with_capacity(known);
        for revision in &seen {
            let mut follows = Vec::with_capacity(revision.parents.len());
            for parent in &revision.parents {
                // Of the same record first; of a twin only where that has none.
                let own = seen.binary_search_by_key(&(*parent, revision.record), |seen| (seen.digest, seen.record));
                let first = seen.partition_point(|seen| seen.digest < *parent);
                let twins = (first..known).take_while(|at| seen[*at].digest == *parent);
                match own {
                    Ok(at) => follows.push(at),
                    Err(_) if seen.get(first).is_some_and(|seen| seen.digest == *parent) => follows.extend(twins),
                    Err(_) => {
                        let next = known + unknown.len();
                        follows.push(*unknown.entry(*parent).or_insert(next));
                    }
                }
            }
            parents.push(follows);
        }
        let mut numbered: Vec<_> = unknown.into_iter().map(|(digest, at)| (at, digest)).collect();
        numbered.sort_unstable();
        Self { seen, parents, unknown: numbered.into_iter().map(|(_, digest)| digest).collect() }
    }

    pub(super) fn revisions(&self) -> &[&'a RevisionSeen] {
        &self.seen
    }

    /// What lies before `sources`, and from which of them it was reached.
    fn before(&self, sources: &[usize]) -> Vec<From> {
        let mut reached = vec![From::default(); self.seen.len() + self.unknown.len()];
        let mut todo: Vec<(usize, usize)> = Vec::new();
        for source in sources {
            todo.extend(self.parents[*source].iter().map(|parent| (*parent, *source)));
            while let Some((at, from)) = todo.pop() {
                if reached[at].add(from) {
                    todo.extend(self.parents.get(at).into_iter().flatten().map(|parent| (*parent, from)));
                }
            }
        }
        reached
    }

    /// Those that no other of them follows. Where all follow each other, which only forgery brings about, all of them.
    pub(super) fn heads(&self, among: &[usize]) -> Vec<usize> {
        if among.len() < 2 {
            return among.to_vec();
        }
        let reached = self.before(among);
        let heads: Vec<usize> = among.iter().copied().filter(|at| !reached[*at].any_but(*at)).collect();
        if heads.is_empty() { among.to_vec() } else { heads }
    }

    /// Whatever all of `these` follow. They may be very many, and of each it takes no more than what lies before it.
    pub(super) fn before_all(&self, these: &[usize]) -> Vec<usize> {
        let mut each = these.iter().map(|at| self.before_one(*at));
        let mut common = each.next().unwrap_or_default();
        for before in each {
            common.retain(|at| before.contains(at));
        }
        common.into_iter().collect()
    }

    fn before_one(&self, at: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut todo = self.parents[at].clone();
        while let Some(at) = todo.pop() {
            // What is unknown follows nothing that is known.
            if at < self.seen.len() && reached.insert(at) {
                todo.extend(&self.parents[at]);
            }
        }
        reached
    }

    /// Those of `these` that none of `others` follows.
    pub(super) fn not_followed_by(&self, these: &[usize], others: &[usize]) -> Vec<usize> {
        if these.is_empty() {
            return Vec::new();
        }
        let reached = self.before(others);
        these.iter().copied().filter(|at| !reached[*at].any()).collect()
    }

    /// What `live` revisions descend from and no commit here names.
    pub(super) fn lacking(&self, live: &[usize]) -> Vec<Digest> {
        let mut lacking: Vec<Digest> = self.unknown_before(live).map(|at| self.unknown[at]).collect();
        lacking.sort_unstable();
        lacking
    }

    /// Whether something unknown lies before `live` that no setter has followed: it may have set the field.
    pub(super) fn lacks_before(&self, live: &[usize], setters: &[usize]) -> bool {
        if self.unknown.is_empty() {
            return false;
        }
        let followed = self.before(setters);
        self.unknown_before(live).any(|at| !followed[self.seen.len() + at].any())
    }

    fn unknown_before(&self, live: &[usize]) -> impl Iterator<Item = usize> {
        let reached = if self.unknown.is_empty() { Vec::new() } else { self.before(live) };
        let known = self.seen.len();
        (0..self.unknown.len()).filter(move |at| reached[known + at].any())
    }
}
