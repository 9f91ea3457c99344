//! Runs a laptop under strace: to see every call that concerns the disk, or to end the program at one of them.

use std::fs;
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
