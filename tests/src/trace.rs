//! Reads what strace wrote down and says what was acknowledged before it was durable.
//!
//! A write makes its file unsafe until a sync of that file that began after it has succeeded; what is created, renamed or
//! removed makes its folder unsafe in the same way. Whoever reads an answer must find nothing unsafe.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What a trace shows.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// How many answers were given.
    pub answers: usize,
    /// How many syncs of watched files and folders succeeded.
    pub syncs: usize,
    /// One line for each thing that was not durable when an answer was given.
    pub early: Vec<String>,
}

/// What need not last, and why.
fn may_be_lost(path: &str) -> bool {
    // The index of the write-ahead log is made anew when the consultation is opened; the lock holds nothing.
    path.ends_with(".db-shm") || path.ends_with("/lock")
    // The last commit that this computer signed (`crates/store/src/home.rs`): after a power cut an older one may stand
    // there, which the consultation's folder never lacks.
    || Path::new(path).extension().is_some_and(|ending| ending == "tip")
}

/// What may be there again after a power cut. A log that was emptied or removed holds only what `contents.db` holds by
/// then. A journal takes back what was written under it, and that is no more than the change to a write-ahead log: nothing
/// is acknowledged in that log before its folder is synced, and with it that the journal is gone.
fn may_come_back(path: &str) -> bool {
    path.ends_with(".db-wal") || path.ends_with(".db-journal") || may_be_lost(path)
}

#[derive(Default)]
struct Disk {
    /// Files and folders that are not safe, each with the number of the line that made it so.
    unsafe_since: BTreeMap<String, usize>,
    /// A log that is there and holds nothing yet: as long as it is empty it may be lost.
    empty_logs: BTreeSet<String>,
    shown: Shown,
}

/// Follows `trace` below the folder `place`, which holds `known` when the trace begins. Answers are what the program
/// writes to its first descriptor.
pub fn follow(trace: &str, place: &Path, known: &[&Path]) -> Shown {
    let place = place.to_str().unwrap();
    let mut there: Vec<String> = known.iter().map(|path| path.to_str().unwrap().to_owned()).collect();
    let mut disk = Disk::default();
    let mut begun: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for (number, line) in (1..).zip(trace.lines()) {
        let Some((thread, call)) = line.trim().split_once(char::is_whitespace) else { continue };
        let call = call.trim_start();
        let (since, call) = if let Some(call) = call.strip_suffix("<unfinished ...>") {
            begun.insert(thread, (number, call.trim_end()));
            // Others may see an answer, and a power cut a write, from here on.
            disk.begins(number, call, place);
            continue;
        } else if call.starts_with("<...") {
            let Some((since, beginning)) = begun.remove(thread) else { continue };
            let Some((_, end)) = call.split_once("resumed>") else { continue };
            (since, format!("{beginning}{end}"))
        } else {
            disk.begins(number, call, place);
            (number, call.to_owned())
        };
        disk.ends(since, number, &call, place, &mut there);
    }
    disk.shown
}

impl Disk {
    /// What has happened as soon as the call is made.
    fn begins(&mut self, number: usize, call: &str, place: &str) {
        let (name, arguments) = parts(call);
        match name {
            "write" if arguments.starts_with("1<") => {
                self.shown.answers += 1;
                let answer = self.shown.answers;
                let early = self.unsafe_since.iter().map(|(path, since)| {
                    format!("answer {answer} (line {number}) before {path} was synced (written in line {since})")
                });
                self.shown.early.extend(early.collect::<Vec<_>>());
            }
            "write" | "writev" | "pwrite64" | "pwritev" | "pwritev2" | "fallocate" | "sendfile" => {
                self.is_written(number, described(arguments, 0), place);
            }
            "copy_file_range" => self.is_written(number, described(arguments, 1), place),
            "ftruncate" => {
                let path = described(arguments, 0).filter(|path| !may_come_back(path));
                self.is_written(number, path, place);
            }
            _ => {}
        }
    }

    /// What has happened when the call has come back.
    fn ends(&mut self, since: usize, number: usize, call: &str, place: &str, there: &mut Vec<String>) {
        let (name, arguments) = parts(call);
        let (arguments, result) = arguments.rsplit_once(" = ").unwrap_or((arguments, "?"));
        if result.starts_with("-1 ") || result.starts_with('?') {
            return;
        }
        match name {
            "fsync" | "fdatasync" => {
                let Some(path) = described(arguments, 0) else { return };
                self.shown.syncs += usize::from(path.starts_with(place));
                // A write that came while it ran is not covered by it.
                if self.unsafe_since.get(path).is_some_and(|written| *written < since) {
                    self.unsafe_since.remove(path);
                }
            }
            "openat" | "creat" if call.contains("O_CREAT") || name == "creat" => {
                let Some(path) = described(result, 0) else { return };
                if !there.iter().any(|known| known == path) {
                    there.push(path.to_owned());
                    if path.ends_with(".db-wal") {
                        self.empty_logs.insert(path.to_owned());
                    } else {
                        self.is_entered(number, path, place);
                    }
                } else if call.contains("O_TRUNC") {
                    self.is_written(number, Some(path), place);
                }
            }
            "mkdir" | "mkdirat" | "link" | "linkat" => {
                if let Some(path) = quoted(arguments).last() {
                    there.push((*path).to_owned());
                    self.is_entered(number, path, place);
                }
            }
            "rename" | "renameat" | "renameat2" => {
                let paths = quoted(arguments);
                let [from, to] = paths.as_slice() else { return };
                there.retain(|path| path != from);
                there.push((*to).to_owned());
                self.unsafe_since.remove(*to);
                if let Some(written) = self.unsafe_since.remove(*from) {
                    self.unsafe_since.insert((*to).to_owned(), written);
                }
                self.is_entered(number, from, place);
                self.is_entered(number, to, place);
            }
            "unlink" | "unlinkat" | "rmdir" => {
                let paths = quoted(arguments);
                let Some(path) = paths.last() else { return };
                there.retain(|known| known != path);
                self.unsafe_since.remove(*path);
                if !may_come_back(path) {
                    self.is_entered(number, path, place);
                }
            }
            // A file that is written through memory would be written unseen.
            "mmap" if call.contains("MAP_SHARED") && call.contains("PROT_WRITE") => {
                self.is_written(usize::MAX, described(arguments, 0), place);
            }
            _ => {}
        }
    }

    fn is_written(&mut self, number: usize, path: Option<&str>, place: &str) {
        if let Some(path) = path.filter(|path| path.starts_with(place) && !may_be_lost(path)) {
            self.unsafe_since.insert(path.to_owned(), number);
            if self.empty_logs.remove(path) {
                self.is_entered(number, path, place);
            }
        }
    }

    /// Something in the folder of `path` is there under this name now, or no more.
    fn is_entered(&mut self, number: usize, path: &str, place: &str) {
        if may_be_lost(path) || !path.starts_with(place) {
            return;
        }
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.unsafe_since.insert(folder.to_owned(), number);
        }
    }
}

/// The name of a call, and what stands behind its bracket.
fn parts(call: &str) -> (&str, &str) {
    call.split_once('(').unwrap_or((call, ""))
}

/// The path of the `nth` descriptor that is named with one: `12</tmp/x>`.
fn described(arguments: &str, nth: usize) -> Option<&str> {
    let path = arguments.split('<').skip(1).nth(nth)?.split('>').next()?;
    Some(path.trim_end_matches("(deleted)").trim_end())
}

/// The paths that stand in quotation marks.
fn quoted(arguments: &str) -> Vec<&str> {
    arguments.split('"').skip(1).step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn early(trace: &str) -> usize {
        let known = ["/p/a/contents.db-wal", "/p/a/contents.db", "/p/a/keys"].map(Path::new);
        follow(trace, Path::new("/p"), &known).early.len()
    }

    #[test]
    fn an_answer_after_the_sync_is_in_order() {
        let trace = "7 pwrite64(12</p/a/contents.db-wal>, \"\"..., 24, 32) = 24\n\
                     7 fsync(12</p/a/contents.db-wal>) = 0\n\
                     5 write(1<pipe:[1]>, \"\"..., 70) = 70\n";
        let shown = follow(trace, Path::new("/p"), &[Path::new("/p/a/contents.db-wal")]);
        assert_eq!(shown, Shown { answers: 1, syncs: 1, early: Vec::new() });
    }

    #[test]
    fn an_answer_before_the_sync_is_early() {
        assert_eq!(
            early(
                "7 pwrite64(12</p/a/contents.db-wal>, \"\"..., 24, 32) = 24\n\
                 5 write(1<pipe:[1]>, \"\"..., 70) = 70\n\
                 7 fsync(12</p/a/contents.db-wal>) = 0\n"
            ),
            1
        );
    }

    #[test]
    fn a_sync_of_another_file_or_one_that_failed_makes_nothing_safe() {
        let write = "7 pwrite64(12</p/a/contents.db-wal>, \"\"..., 24, 32) = 24\n";
        let answer = "5 write(1<pipe:[1]>, \"\"..., 70) = 70\n";
        for sync in [
            "7 fsync(11</p/a/contents.db>) = 0\n",
            "7 fsync(12</p/a/contents.db-wal>) = -1 EIO (Input/output error)\n",
            "7 fsync(12</p/a/contents.db-wal>) = ?\n",
        ] {
            assert_eq!(early(&format!("{write}{sync}{answer}")), 1, "{sync}");
            assert_eq!(early(&format!("7 fdatasync(12</p/a/contents.db-wal>) = 0\n{write}{answer}")), 1);
        }
    }

    #[test]
    fn a_write_while_the_sync_runs_is_not_covered_by_it() {
        assert_eq!(
            early(
                "7 pwrite64(12</p/a/contents.db-wal>, \"\"..., 24, 32) = 24\n\
                 7 fsync(12</p/a/contents.db-wal> <unfinished ...>\n\
                 8 pwrite64(12</p/a/contents.db-wal>, \"\"..., 24, 32) = 24\n\
                 7 <... fsync resumed>) = 0\n\
                 5 write(1<pipe:[1]>, \"\"..., 70) = 70\n"
            ),
            1
        );
    }

    #[test]
    fn an_answer_while_the_sync_runs_is_early() {
        assert_eq!(
            early(
                "7 write(12</p/a/keys>, \"\"..., 24) = 24\n\
                 7 fsync(12</p/a/keys> <unfinished ...>\n\
                 5 write(1<pipe:[1]>, \"\"..., 70 <unfinished ...>\n\
                 7 <... fsync resumed>) = 0\n\
                 5 <... write resumed>) = 70\n"
            ),
            1
        );
    }

    #[test]
    fn what_is_created_or_renamed_is_safe_with_its_folder() {
        let part = "7 openat(AT_FDCWD</p>, \"/p/a/keys.part\", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 9</p/a/keys.part>\n\
                    7 write(9</p/a/keys.part>, \"\"..., 433) = 433\n\
                    7 fsync(9</p/a/keys.part>) = 0\n\
                    7 rename(\"/p/a/keys.part\", \"/p/a/keys\") = 0\n";
        let folder = "7 fsync(9</p/a>) = 0\n";
        let answer = "5 write(1<pipe:[1]>, \"\"..., 70) = 70\n";
        assert_eq!(early(&format!("{part}{answer}")), 1, "the folder was not synced");
        assert_eq!(early(&format!("{part}{folder}{answer}")), 0);
        assert_eq!(early(&format!("7 mkdir(\"/p/b\", 0777) = 0\n{answer}")), 1);
        let renamed_first = part.replace("7 fsync(9</p/a/keys.part>) = 0\n", "");
        assert_eq!(early(&format!("{renamed_first}{folder}{answer}")), 1, "it was renamed before it was synced");
    }

    #[test]
    fn a_log_needs_its_folder_once_something_stands_in_it() {
        let open = "7 openat(AT_FDCWD</p>, \"/p/b/contents.db-wal\", O_RDWR|O_CREAT, 0644) = 9</p/b/contents.db-wal>\n";
        let write = "7 pwrite64(9</p/b/contents.db-wal>, \"\"..., 32, 0) = 32\n7 fsync(9</p/b/contents.db-wal>) = 0\n";
        let answer = "5 write(1<pipe:[1]>, \"\"..., 70) = 70\n";
        assert_eq!(early(&format!("{open}{answer}")), 0);
        assert_eq!(early(&format!("{open}{write}{answer}")), 1);
        assert_eq!(early(&format!("{open}{write}7 fsync(11</p/b>) = 0\n{answer}")), 0);
    }

    #[test]
    fn a_copy_is_written_too() {
        let copy = "7 copy_file_range(4</p/a/contents.db>, NULL, 5</p/a/contents.part>, NULL, 4096, 0) = 4096\n";
        assert_eq!(early(&format!("{copy}5 write(1<pipe:[1]>, \"\"..., 70) = 70\n")), 1);
    }

    #[test]
    fn what_may_be_lost_holds_no_answer_up() {
        assert_eq!(
            early(
                "7 write(9</p/home/a.tip>, \"\"..., 32) = 32\n\
                 7 pwrite64(9</p/a/contents.db-shm>, \"\"..., 1, 4095) = 1\n\
                 7 unlink(\"/p/a/contents.db-wal\") = 0\n\
                 5 write(1<pipe:[1]>, \"\"..., 70) = 70\n"
            ),
            0
        );
    }
}
