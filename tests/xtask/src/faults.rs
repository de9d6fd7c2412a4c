//! `cargo xtask faults …`: builds the job and what kills it, and runs them.
//!
//! It runs cargo instead of linking them: nobody who builds this package is to build the client library in C.

use std::process::Command;

const PACKAGE: &str = "riparian-kafka-tests";

pub fn run(arguments: &[&str]) -> Result<(), String> {
    // The job is a program of its own, to be killed.
    cargo(&["build", "--quiet", "--package", PACKAGE, "--bins"])?;
    cargo(&[&["run", "--quiet", "--package", PACKAGE, "--bin", "faults", "--"], arguments].concat()).map_err(
        |_| format!("{} failed", ["faults"].iter().chain(arguments).copied().collect::<Vec<_>>().join(" ")),
    )
}

fn cargo(arguments: &[&str]) -> Result<(), String> {
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(crate::root())
        .args(arguments)
        .status()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("cargo {} failed", arguments.join(" "))) }
}
