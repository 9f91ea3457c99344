//! Where the words of revisions stand: by their commit. What is new stands behind all that is there, and no index of all words
//! has to be written, which would touch a page of its own for each of them once there are a million.

use anteroom_journal::standing::Standing;
use anteroom_model::ids::RecordId;

/// So many low bits of a row's number say at which place of its commit a revision stands. A commit is far too short for more.
const PLACES: u32 = 24;

/// The row of a revision: `commit` is the row of its commit.
pub(crate) fn row(commit: u64, place: usize) -> i64 {
    ((commit << PLACES) | place as u64) as i64
}

/// The row of the commit whose revision stands in this row.
pub(crate) fn commit_of(row: i64) -> u64 {
    row.max(0).unsigned_abs() >> PLACES
}

/// The rows of all revisions of these records, in their order.
pub(crate) fn rows(standing: &Standing, records: &[RecordId]) -> Vec<i64> {
    let kept = records.iter().flat_map(|record| standing.kept_of(record));
    let mut rows: Vec<i64> = kept.map(|(commit, place)| row(commit, place as usize)).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}
