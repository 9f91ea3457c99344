//! Runs a laptop under strace: to see every call that concerns the disk, or to end the program at one of them.

use std::collections::BTreeMap;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use crate::laptop::{Laptop, Running};

/// Calls that change what is on the disk, and those that make it last.
const CALLS: &str = "openat,creat,write,writev,pwrite64,pwritev,pwritev2,fsync,fdatasync,sync_file_range,msync,\
    ftruncate,fallocate,copy_file_range,sendfile,ioctl,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,mmap,sendto,sendmsg";

impl Laptop {
    /// Starts the program, with every call that concerns the disk written to `trace`, and the paths in it.
    pub fn is_watched(&self, trace: &Path) -> Running {
        let calls = format!("trace={CALLS}");
        let trace = trace.to_str().unwrap();
        Running::start(self.command(&[
            "strace",
            "-f",
            "-qq",
            "--seccomp-bpf",
            "-y",
            "-s",
            "0",
            "-o",
            trace,
            "-e",
            &calls,
        ]))
    }

    // With --seccomp-bpf strace writes the calls down but delivers no signal.
    /// Starts the program, which ends at the `n`th such call of one of its threads, before the call does anything.
    pub fn ends_at(&self, call: &str, n: u32, trace: &Path) -> Running {
        let inject = format!("inject={call}:signal=SIGKILL:when={n}");
        let calls = format!("trace=write,pwrite64,fsync,{call}");
        let trace = trace.to_str().unwrap();
        let before = ["strace", "-f", "-qq", "-y", "-s", "0", "-o", trace, "-e", &calls, "-e", &inject];
        Running::start(self.command(&before))
    }
}

/// Whether the program ended in the middle of a transaction: something had been written into the write-ahead log, and
/// nothing of it had been made durable yet.
pub fn ended_inside_a_commit(trace: &Path) -> bool {
    let trace = fs::read_to_string(trace).unwrap();
    let log = || trace.lines().filter(|line| line.contains("contents.db-wal>"));
    let last = log().rfind(|line| !line.contains(" = ?") && !line.contains("<unfinished"));
    last.is_some_and(|line| line.contains(" pwrite64("))
}

/// Which calls of this name were made between the `nth` answer and the next one, counted as `ends_at` counts them: those of
/// the thread that made most of them.
pub fn numbers_between_answers(trace: &str, call: &str, nth: usize) -> Option<RangeInclusive<u32>> {
    let (begins, mut answers) = (format!("{call}("), 0);
    let mut made: BTreeMap<&str, u32> = BTreeMap::new();
    let mut within: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for line in trace.lines() {
        let Some((thread, what)) = line.trim().split_once(char::is_whitespace) else { continue };
        let what = what.trim_start();
        answers += usize::from(what.starts_with("write(1<"));
        if !what.starts_with(&begins) {
            continue;
        }
        let number = made.entry(thread).or_default();
        *number += 1;
        if answers == nth {
            within.entry(thread).or_insert((*number, *number)).1 = *number;
        }
    }
    let (first, last) = within.into_values().max_by_key(|(first, last)| last - first)?;
    Some(first..=last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_numbered_by_thread_and_told_between_answers() {
        let trace = "7 pwrite64(3</a>, \"\"..., 1, 0) = 1\n\
                     8 pwrite64(3</a>, \"\"..., 1, 0) = 1\n\
                     5 write(1<pipe:[1]>, \"\"..., 70) = 70\n\
                     7 pwrite64(3</a>, \"\"..., 1, 0 <unfinished ...>\n\
                     7 <... pwrite64 resumed>) = 1\n\
                     8 pwrite64(3</a>, \"\"..., 1, 0) = 1\n\
                     7 pwrite64(3</a>, \"\"..., 1, 0) = 1\n\
                     5 write(1<pipe:[1]>, \"\"..., 70) = 70\n\
                     7 pwrite64(3</a>, \"\"..., 1, 0) = 1\n";
        assert_eq!(numbers_between_answers(trace, "pwrite64", 1), Some(2..=3));
        assert_eq!(numbers_between_answers(trace, "fsync", 1), None);
    }
}
