//! The broker's classes, read and checked once and then mapped: it halves what a start of a node costs.
//!
//! The archive lies beside the jars, for every test of the machine. It is a help only: without it, or with one
//! that the JVM finds made by another JVM, nodes start all the same.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// What a JVM is told about it.
#[derive(Clone, Debug)]
pub(super) enum Archive {
    None,
    /// Start from it.
    Use(PathBuf),
    /// Write it when the node ends in good order.
    Make(PathBuf),
}

impl Archive {
    /// The archive beside the jars, made by `make(path)` if it is not there. Processes that want it at once take
    /// turns, and it appears under its name when it is complete.
    pub(super) fn beside(jars: &Path, make: impl FnOnce(Archive) -> bool) -> Archive {
        match find_or_make(jars, make) {
            Some(archive) => Archive::Use(archive),
            None => Archive::None,
        }
    }

    pub(super) fn flag(&self) -> Option<String> {
        match self {
            Archive::None => None,
            Archive::Use(path) => Some(format!("-XX:SharedArchiveFile={}", path.display())),
            Archive::Make(path) => Some(format!("-XX:ArchiveClassesAtExit={}", path.display())),
        }
    }
}

fn find_or_make(jars: &Path, make: impl FnOnce(Archive) -> bool) -> Option<PathBuf> {
    let folder = jars.parent()?;
    let archive = folder.join("classes.jsa");
    if archive.exists() {
        return Some(archive);
    }
    let lock = File::create(folder.join("classes.lock")).ok()?;
    lock.lock().ok()?;
    if archive.exists() {
        return Some(archive);
    }
    let part = folder.join("classes.part");
    if part.exists() {
        fs::remove_file(&part).ok()?;
    }
    let made = make(Archive::Make(part.clone())) && part.exists();
    (made && fs::rename(&part, &archive).is_ok()).then_some(archive)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_made_once_and_only_when_complete() {
        let cache = tempfile::tempdir().unwrap();
        let jars = cache.path().join("jars");
        let write = |archive: Archive| match archive {
            Archive::Make(path) => fs::write(path, "classes").is_ok(),
            _ => false,
        };
        let broken = Archive::beside(&jars, |archive| {
            write(archive);
            false
        });
        assert!(broken.flag().is_none());
        assert!(Archive::beside(&jars, write).flag().is_some_and(|flag| flag.ends_with("classes.jsa")));
        assert!(matches!(Archive::beside(&jars, |_| panic!("again")), Archive::Use(_)));
    }
}
