//! From a checked workspace to the texts of a `streams` module.

use crate::config::{Config, TokenKey};
use crate::load::Loaded;
use riparian_compiler::model::PackageId;
use riparian_compiler::rust::{self, Place};
use riparian_compiler::workspace::Analysis;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// File name and text of every job of the packages, and `mod.rs` with the `PROGRAM` that `riparian::main` takes. The
/// analysis has no errors.
pub fn generate(
    loaded: &Loaded,
    analysis: &Analysis,
    packages: &BTreeSet<PackageId>,
    place: Place,
) -> Vec<(String, String)> {
    let jobs = analysis.generate(|job| packages.contains(&job.package));
    let mut module = rust::modules(&jobs, place);
    module.push('\n');
    module.push_str(&program(&loaded.config));
    let mut files = vec![("mod.rs".to_string(), module)];
    files.extend(jobs.into_iter().map(|job| (job.file_name, job.text)));
    files
}

/// The jobs with `riparian.toml` as it is now; the files it names are not read.
fn program(config: &Config) -> String {
    let mut out = String::from(
        "/// The jobs, and where their topics and keys are on this machine.\n\
         #[allow(dead_code, reason = \"a crate may start its jobs by itself\")]\n\
         pub static PROGRAM: ::riparian::program::Program = ::riparian::program::Program {\n    jobs: JOBS,\n    local: &[\n",
    );
    for (topic, files) in &config.local {
        let list = files.list().iter().map(|f| format!("{f:?}")).collect::<Vec<_>>().join(", ");
        let _ = writeln!(out, "        ({topic:?}, &[{list}]),");
    }
    let data = config.data().to_string_lossy();
    let _ = writeln!(
        out,
        "    ],\n    partitions: {},\n    data: {data:?},\n    tokens: &[",
        config.partitions()
    );
    for (vault, key) in &config.tokens {
        let source = match key {
            TokenKey::File(path) => format!("File({:?})", path.to_string_lossy()),
            TokenKey::Environment(name) => format!("Environment({name:?})"),
        };
        let _ = writeln!(out, "        ({vault:?}, ::riparian::program::TokenSource::{source}),");
    }
    out.push_str("    ],\n};\n");
    out
}
