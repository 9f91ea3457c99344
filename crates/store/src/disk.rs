//! Whether the disk below a consultation is encrypted by the system. The consultation is so in any case; what the computer
//! writes of its memory, into swap above all, is only as safe as its disk.

use std::path::Path;

/// What can be found out about a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disk {
    Encrypted,
    Open,
    /// The system does not say.
    Unknown,
}

/// The disk of a folder, and what this computer swaps to: the least of them counts.
#[must_use]
pub fn disk(folder: &Path) -> Disk {
    #[cfg(target_os = "linux")]
    return linux::System::of(Path::new("/")).disk(folder);
    #[cfg(not(target_os = "linux"))]
    return {
        let _ = folder;
        Disk::Unknown
    };
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::os::unix::ffi::OsStringExt as _;
    use std::os::unix::fs::MetadataExt as _;
    use std::path::{Path, PathBuf};

    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, major, minor, statx};

    use super::Disk;

    /// More devices than these are not piled on one another.
    const DEEPEST: usize = 16;

    /// What Linux tells of itself below a root.
    pub(super) struct System<'a> {
        root: &'a Path,
    }

    impl<'a> System<'a> {
        pub(super) fn of(root: &'a Path) -> Self {
            Self { root }
        }

        pub(super) fn disk(&self, folder: &Path) -> Disk {
            let below = if is_encrypted_by_itself(folder) { Disk::Encrypted } else { self.below(folder) };
            self.swaps().into_iter().fold(below, worse)
        }

        fn read(&self, path: &str) -> String {
            fs::read_to_string(self.root.join(path)).unwrap_or_default()
        }

        /// What lies below a path, by the last of the longest mounts that it lies in.
        fn below(&self, path: &Path) -> Disk {
            let Ok(path) = path.canonicalize() else { return Disk::Unknown };
            let mounts = self.read("proc/self/mountinfo");
            let mounts = mounts.lines().filter_map(Mount::read).filter(|mount| path.starts_with(&mount.at));
            match mounts.max_by_key(|mount| mount.at.as_os_str().len()) {
                Some(mount) if mount.device.starts_with("0:") => self.of_source(&mount.source),
                Some(mount) => self.of_device(&mount.device, DEEPEST),
                None => Disk::Unknown,
            }
        }

        /// A device by its name, where a file system spans several or hides its own.
        fn of_source(&self, source: &Path) -> Disk {
            match fs::metadata(source) {
                Ok(found) if found.rdev() != 0 => {
                    self.of_device(&format!("{}:{}", major(found.rdev()), minor(found.rdev())), DEEPEST)
                }
                _ => Disk::Unknown,
            }
        }

        /// `device` is `major:minor`. What lies on several is as safe as the least of them.
        fn of_device(&self, device: &str, deep: usize) -> Disk {
            let place = self.root.join("sys/dev/block").join(device);
            if deep == 0 || !place.exists() {
                return Disk::Unknown;
            }
            if fs::read_to_string(place.join("dm/uuid")).is_ok_and(|uuid| uuid.starts_with("CRYPT-")) {
                return Disk::Encrypted;
            }
            let said = |path: PathBuf| fs::read_to_string(path).ok().map(|device| device.trim().to_owned());
            let mut below: Vec<_> = fs::read_dir(place.join("slaves"))
                .into_iter()
                .flatten()
                .filter_map(|slave| said(slave.ok()?.path().join("dev")))
                .collect();
            if below.is_empty() && place.join("partition").exists() {
                below.extend(place.canonicalize().ok().and_then(|place| said(place.parent()?.join("dev"))));
            }
            below.iter().map(|device| self.of_device(device, deep - 1)).reduce(worse).unwrap_or(Disk::Open)
        }

        /// What memory is written to, compressed memory left out.
        fn swaps(&self) -> Vec<Disk> {
            let swaps = self.read("proc/swaps");
            let named = swaps.lines().skip(1).filter_map(|line| {
                let mut parts = line.split_ascii_whitespace();
                Some((unescaped(parts.next()?), parts.next()?))
            });
            named
                .filter(|(place, _)| !place.to_string_lossy().starts_with("/dev/zram"))
                .map(|(place, kind)| if kind == "file" { self.below(&place) } else { self.of_source(&place) })
                .collect()
        }
    }

    /// Whether the file system itself encrypts what lies in the folder.
    fn is_encrypted_by_itself(folder: &Path) -> bool {
        let found = statx(CWD, folder, AtFlags::empty(), StatxFlags::empty());
        found.is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::ENCRYPTED))
    }

    fn worse(one: Disk, other: Disk) -> Disk {
        let rank = |disk| match disk {
            Disk::Open => 0,
            Disk::Unknown => 1,
            Disk::Encrypted => 2,
        };
        if rank(one) <= rank(other) { one } else { other }
    }

    /// A line of `mountinfo`, as proc(5) has it.
    struct Mount {
        device: String,
        at: PathBuf,
        source: PathBuf,
    }

    impl Mount {
        fn read(line: &str) -> Option<Self> {
            let (before, behind) = line.split_once(" - ")?;
            let before: Vec<_> = before.split(' ').collect();
            let source = unescaped(behind.split(' ').nth(1)?);
            Some(Self { device: (*before.get(2)?).to_owned(), at: unescaped(before.get(4)?), source })
        }
    }

    /// Blanks in a path stand there in octal.
    fn unescaped(written: &str) -> PathBuf {
        let bytes = written.as_bytes();
        let mut path = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let octal = bytes.get(at + 1..at + 4).and_then(|digits| str::from_utf8(digits).ok());
            match octal.and_then(|digits| u8::from_str_radix(digits, 8).ok()) {
                Some(meant) if byte == b'\\' => {
                    path.push(meant);
                    at += 4;
                }
                _ => {
                    path.push(byte);
                    at += 1;
                }
            }
        }
        std::ffi::OsString::from_vec(path).into()
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        /// A computer whose consultations lie in a folder of its own, on a device of this number.
        struct Computer {
            root: tempfile::TempDir,
        }

        impl Computer {
            fn with(device: &str) -> Self {
                let computer = Self { root: tempfile::tempdir().unwrap() };
                let folder = computer.folder().canonicalize().unwrap();
                let folder = folder.to_str().unwrap().replace(' ', "\\040");
                let mounts = format!(
                    "21 1 8:99 / / rw - ext4 /dev/x rw\n22 21 {device} / {folder} rw shared:1 - ext4 /dev/y rw\n"
                );
                computer.writes("proc/self/mountinfo", &mounts);
                computer.writes("sys/dev/block/8:99/dev", "8:99\n");
                computer
            }

            fn folder(&self) -> PathBuf {
                let folder = self.root.path().join("our files");
                fs::create_dir_all(&folder).unwrap();
                folder
            }

            fn writes(&self, path: &str, words: &str) {
                let path = self.root.path().join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, words).unwrap();
            }

            fn disk(&self) -> Disk {
                System::of(self.root.path()).disk(&self.folder())
            }
        }

        #[test]
        fn a_volume_on_an_encrypted_device_is_encrypted_and_on_a_bare_one_it_is_not() {
            for (uuid, disk) in [("CRYPT-LUKS2-11-luks\n", Disk::Encrypted), ("LVM-22\n", Disk::Open)] {
                let computer = Computer::with("253:1");
                computer.writes("sys/dev/block/253:1/dm/uuid", "LVM-home\n");
                computer.writes("sys/dev/block/253:1/slaves/dm-0/dev", "253:0\n");
                computer.writes("sys/dev/block/253:0/dm/uuid", uuid);
                assert_eq!(computer.disk(), disk);
            }
        }

        #[test]
        fn two_devices_are_as_safe_as_the_less_safe_of_them() {
            let computer = Computer::with("9:0");
            for (name, number, uuid) in [("dm-0", "253:0", "CRYPT-LUKS2-a"), ("dm-1", "253:1", "LVM-b")] {
                computer.writes(&format!("sys/dev/block/9:0/slaves/{name}/dev"), number);
                computer.writes(&format!("sys/dev/block/{number}/dm/uuid"), uuid);
            }
            assert_eq!(computer.disk(), Disk::Open);
        }

        #[test]
        fn an_open_swap_opens_what_the_disk_keeps_shut() {
            let computer = Computer::with("253:0");
            computer.writes("sys/dev/block/253:0/dm/uuid", "CRYPT-LUKS2-a");
            computer.writes("proc/swaps", "Filename Type Size Used Priority\n/dev/zram0 partition 1 0 100\n");
            assert_eq!(computer.disk(), Disk::Encrypted, "compressed memory is memory");
            // The root of this computer is on a bare disk.
            computer.writes("proc/swaps", "Filename Type Size Used Priority\n/ file 1 0 -2\n");
            assert_eq!(computer.disk(), Disk::Open);
        }

        #[test]
        fn what_the_system_does_not_tell_is_not_known() {
            assert_eq!(Computer::with("0:42").disk(), Disk::Unknown, "a file system without a device");
            assert_eq!(Computer::with("7:7").disk(), Disk::Unknown, "a device that is not listed");
            let computer = Computer::with("9:1");
            computer.writes("sys/dev/block/9:1/slaves/x/dev", "9:1");
            assert_eq!(computer.disk(), Disk::Unknown, "one that lies on itself");
        }
    }
}
