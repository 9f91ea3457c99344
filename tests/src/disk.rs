//! Disks that are small, full or closed to writing: real file systems, mounted where nobody else sees them.

use std::env;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Set where the test runs among mounts of its own.
const INSIDE: &str = "ANTEROOM_TESTS_AMONG_OWN_MOUNTS";

/// Runs `act` where it may mount disks that go with it: this test program starts itself anew there, for the test called
/// `name` alone. Fails where the system lets nobody mount anything.
pub fn among_own_mounts(name: &str, act: impl FnOnce()) {
    if env::var_os(INSIDE).is_some() {
        return act();
    }
    let may = |how: &str| Command::new("unshare").args([how, "true"]).status().is_ok_and(|status| status.success());
    let how = ["-rm", "-m"].into_iter().find(|how| may(how)).expect("unshare gives a test mounts of its own");
    let mut again = Command::new("unshare");
    again.arg(how).arg(env::current_exe().unwrap()).args(["--exact", name, "--nocapture"]).env(INSIDE, "1");
    let output = again.output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && shown.contains("1 passed"),
        "{shown}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A disk of a few megabytes.
#[derive(Debug)]
pub struct Disk {
    place: PathBuf,
}

impl Disk {
    /// Mounts it at `place`, which is made.
    pub fn of(megabytes: u32, place: PathBuf) -> Self {
        fs::create_dir_all(&place).unwrap();
        let size = format!("size={megabytes}m,mode=700");
        mount(&["-t", "tmpfs", "-o", &size, "tmpfs", place.to_str().unwrap()]);
        Self { place }
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.place.join(name)
    }

    fn ballast(&self) -> PathBuf {
        self.at("ballast")
    }

    /// Leaves so many kilobytes of room, whatever is there.
    pub fn leaves(&self, kilobytes: usize) {
        let mut ballast = File::options().create(true).append(true).open(self.ballast()).unwrap();
        while ballast.write_all(&[7; 4096]).is_ok() {}
        let length = ballast.metadata().unwrap().len();
        ballast.set_len(length - (kilobytes as u64 * 1024).min(length)).unwrap();
    }

    pub fn is_full(&self) {
        self.leaves(0);
    }

    pub fn has_room(&self) {
        fs::remove_file(self.ballast()).unwrap();
    }

    /// Nobody may write there, as on a stick with its lock pushed.
    pub fn is_locked(&self) {
        mount(&["-o", "remount,ro", self.place.to_str().unwrap()]);
    }

    pub fn is_unlocked(&self) {
        mount(&["-o", "remount,rw", self.place.to_str().unwrap()]);
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(&self.place).status().ok();
    }
}

fn mount(args: &[&str]) {
    let output = Command::new("mount").args(args).output().unwrap();
    assert!(output.status.success(), "mount {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The names of what lies in a folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
