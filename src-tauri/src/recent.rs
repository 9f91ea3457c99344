//! Which consultations were opened on this computer: their folders and when, and nothing of what is in them. Kept in the
//! program's own folder.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// How many are remembered.
const MOST: usize = 12;

/// A consultation that was opened here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Recent {
    pub(crate) file: PathBuf,
    /// Milliseconds since 1970, UTC.
    pub(crate) opened_at: i64,
    /// Whether somebody has yet to show that the recovery sheet can be read.
    #[serde(default)]
    pub(crate) sheet_unread: bool,
}

/// All of them, the last opened first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Recents(Vec<Recent>);

impl Recents {
    pub(crate) fn all(&self) -> &[Recent] {
        &self.0
    }

    pub(crate) fn of(&self, file: &Path) -> Option<&Recent> {
        self.0.iter().find(|recent| recent.file == file)
    }

    /// It was opened just now.
    #[must_use]
    pub(crate) fn opened(self, file: &Path, at: i64) -> Self {
        let sheet_unread = self.of(file).is_some_and(|recent| recent.sheet_unread);
        let mut kept = self.without(file).0;
        kept.insert(0, Recent { file: file.to_owned(), opened_at: at, sheet_unread });
        kept.truncate(MOST);
        Self(kept)
    }

    /// Whether the recovery sheet of `file` has still to be read back.
    #[must_use]
    pub(crate) fn with_sheet(mut self, file: &Path, unread: bool) -> Self {
        for recent in self.0.iter_mut().filter(|recent| recent.file == file) {
            recent.sheet_unread = unread;
        }
        self
    }

    #[must_use]
    pub(crate) fn without(mut self, file: &Path) -> Self {
        self.0.retain(|recent| recent.file != file);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_opened_stands_first_and_each_stands_once() {
        let (one, other) = (Path::new("/a/one.anteroom"), Path::new("/b/other.anteroom"));
        let recents = Recents::default().opened(one, 1).with_sheet(one, true).opened(other, 2).opened(one, 3);
        let told: Vec<_> = recents.all().iter().map(|recent| (recent.file.as_path(), recent.opened_at)).collect();
        assert_eq!(told, [(one, 3), (other, 2)]);
        assert!(recents.of(one).unwrap().sheet_unread, "opening it reads no sheet");
        assert!(!recents.clone().with_sheet(one, false).of(one).unwrap().sheet_unread);
        assert_eq!(recents.without(one).all().len(), 1);
    }

    #[test]
    fn no_more_are_remembered_than_anyone_looks_through() {
        let many = (0..40).fold(Recents::default(), |recents, at| recents.opened(Path::new(&format!("/{at}")), at));
        assert_eq!(many.all().len(), MOST);
        assert_eq!(many.all()[0].file, Path::new("/39"));
    }
}
