//! The generated chapters of the spec: functions from the catalogue, error codes from the register.
//!
//! `cargo xtask reference` writes them; a test compares them with what is checked in. Nothing is said here that the
//! catalogue or a code's page could say.

mod errors;
mod functions;

use std::path::{Path, PathBuf};

/// A generated chapter.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Relative to the repository's root.
    pub path: PathBuf,
    pub text: String,
}

/// All generated chapters.
pub fn chapters() -> Vec<Chapter> {
    [("spec/10-standard-functions.md", functions::chapter()), ("spec/B-errors.md", errors::chapter())]
        .into_iter()
        .map(|(path, text)| Chapter { path: PathBuf::from(path), text })
        .collect()
}

/// The chapters that differ from the files below `root`.
pub fn stale(root: &Path) -> Vec<Chapter> {
    let fresh = |chapter: &Chapter| {
        std::fs::read_to_string(root.join(&chapter.path)).is_ok_and(|t| t == chapter.text)
    };
    chapters().into_iter().filter(|chapter| !fresh(chapter)).collect()
}
