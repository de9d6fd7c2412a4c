//! What the cross-cutting suites share: reading data, running jobs, comparing results.

pub mod compiled;
pub mod conformance;
pub mod crash;
pub mod decode;
pub mod fences;
pub mod fuzz;
pub mod generate;
pub mod random;
pub mod reference;

use std::path::PathBuf;

/// The repository's root.
pub fn root() -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().unwrap_or(root)
}
