//! How much memory a program holds together with those it has started: what is shared counts by its share (PSS).

use std::collections::BTreeMap;
use std::fs;

/// In MiB.
pub(super) fn held_by(id: u32) -> f64 {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Ok(process) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
        if let Some(parent) = parent_of(process) {
            children.entry(parent).or_default().push(process);
        }
    }
    let (mut all, mut at) = (vec![id], 0);
    while let Some(process) = all.get(at) {
        all.extend(children.get(process).into_iter().flatten().copied().collect::<Vec<_>>());
        at += 1;
    }
    all.into_iter().map(share_of).sum::<u64>() as f64 / 1024.0
}

fn parent_of(process: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim().parse().ok()
}

/// In KiB.
fn share_of(process: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or_default()
}
