//! Drives a generated job from outside: a process that follows commands on a log in memory (the runtime's
//! `testing::drive`), rows of the language on one side and bytes of the wire on the other.
//!
//! The steps of a test, the comparison and the words of a failure are the compiler's
//! ([`riparian_compiler::interpret::test`]), the same as for the interpreter. The wire is read and written here with
//! serde_json, so that a mistake of the runtime's own codecs shows.

pub mod decode;
pub mod encode;
mod generated;
mod hexadecimal;
pub mod key;
mod record;
mod session;
mod written;

pub use generated::Generated;
pub use record::Record;
pub use session::Session;
pub use written::emission;

use riparian_compiler::interpret::test::{TestOutcome, run_on};
use riparian_compiler::model::Model;
use riparian_compiler::plan::{Plan, Test};
use std::path::Path;

/// Runs one test of the plan on the generated jobs of its package, all of which are in one binary. An error says why
/// they could not be run.
pub fn run(model: &Model, plan: &Plan, test: &Test, binary: &Path) -> Result<TestOutcome, String> {
    run_on(model, plan, test, |job| {
        let name = format!("{}.{}", job.package_path, job.name);
        Generated::start(model, job, Session::start(binary, &["--drive"])?, &name)
    })
}
